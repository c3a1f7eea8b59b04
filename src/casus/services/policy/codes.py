# SPDX-License-Identifier: EUPL-1.2
"""What a policy says about code lists: other words, another order, no longer offered, codes of the organisation."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from casus.domain import codelists
from casus.domain.codelists import CodeChange, CodeList, shipped
from casus.domain.names import fold
from casus.domain.policy import GROWING_LISTS, OPEN_LISTS, WORD_LISTS
from casus.services.policy.part import Part
from casus.services.printable import listed

ORGANISATION_CODE = re.compile(r"org_[a-z0-9_]{1,36}")
"""Codes of the organisation begin so, and never clash with one that Casus gets later."""
MOST_OWN = 30
_NEEDED = frozenset({"other", "unknown"})


def read_codes(codes: Part) -> Mapping[str, tuple[CodeChange, ...]]:
    """Return the changes per code list. Raises PolicyInvalid for lists and codes that the program needs as they are."""
    allowed = OPEN_LISTS | GROWING_LISTS | WORD_LISTS
    found: dict[str, tuple[CodeChange, ...]] = {}
    for name, part in codes.parts().items():
        if name not in codelists.names() or name not in allowed:
            raise codes.wrong("list_closed", name, among=listed(sorted(allowed), 30))
        found[name] = tuple(_change(part, name, code, one) for code, one in part.parts().items())
        _check_list(part, name, found[name])
    return MappingProxyType(found)


def _change(part: Part, name: str, code: str, one: Part) -> CodeChange:
    item = shipped(name).get(code)
    if item is None and (name in WORD_LISTS or not ORGANISATION_CODE.fullmatch(code)):
        raise part.wrong("no_such_code", code)
    change = CodeChange(
        code,
        one.text("nl", required=item is None) or None,
        one.text("en") or None,
        one.whole("position", 0, 199),
        one.yes("hidden"),
    )
    if change.hidden and (
        name not in OPEN_LISTS or code in _NEEDED or (item is not None and item.needs_text)
    ):
        raise one.wrong("code_needed", "hidden")
    one.close()
    return change


def _check_list(part: Part, name: str, changes: tuple[CodeChange, ...]) -> None:
    """Refuse a list with nothing left to choose, with too many codes, or with two codes of one name."""
    of_list = shipped(name).changed(changes)
    if not len(of_list):
        raise part.wrong("last_code")
    if len([one for one in changes if one.code not in shipped(name)]) > MOST_OWN:
        raise part.wrong("too_many_codes", most=MOST_OWN)
    for change in changes:
        for language in ("nl", "en"):
            if getattr(change, language) and _has_twin(of_list, change.code, language):
                raise part.wrong("label_twice", change.code, language)


def _has_twin(of_list: CodeList, code: str, language: str) -> bool:
    words = fold(of_list.label(code, language))
    others = (one for one in of_list.known if one != code)
    return any(fold(of_list.label(one, language)) == words for one in others)
