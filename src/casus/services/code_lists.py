# SPDX-License-Identifier: EUPL-1.2
"""Code lists a vault may change: other words, another order, no longer offered, codes of its own.

Codes themselves are stable: what was recorded keeps its code and its words. The changes are records, so they are
in the log and can be undone; `use` lays them over the shipped lists whenever they are read or changed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain import codelists
from casus.domain.codelists import Code, CodeList, codelist, overlay
from casus.domain.names import fold
from casus.domain.policy import Policy
from casus.errors import NotAllowed, NotFound
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.vault.tables import CodeChange

if TYPE_CHECKING:
    from casus.vault import Vault

LIFE_DOMAIN = "life_domain"
EDITABLE = frozenset({LIFE_DOMAIN})
"""The lists that may be changed."""
KIND = "code_changes"
_OWN = "own_"
MOST = 30
"""The most codes a list may have, hidden ones included."""


@dataclass(frozen=True)
class CodeRow:
    """One code of a list as it may be changed; `own`: it is not among the shipped ones; `fixed`: the organisation's."""

    code: str
    nl: str
    en: str
    hidden: bool
    own: bool
    fixed: bool = False


def use(vault: "Vault", policy: Policy) -> None:
    """Lay what the organisation and then this vault changed over the shipped lists, from now on."""
    with vault.reading() as session:
        overlay(_changes(session, policy), policy.code_changes)


def use_none() -> None:
    """Give the shipped lists again."""
    overlay({})


def rows(name: str) -> tuple[CodeRow, ...]:
    """Return the codes of a list in order, behind them those that are no longer offered."""
    of_list, shipped, fixed = codelist(name), codelists.shipped(name), codelists.fixed(name)
    return tuple(
        CodeRow(one.code, one.nl, one.en, one.code not in of_list, one.code not in shipped, one.code in fixed)
        for one in (of_list.get(code) for code in of_list.known)
        if one is not None
    )


def rename_code(desk: Desk, name: str, code: str, nl: str, en: str = "") -> Done[CodeRow]:
    """Give a code other words; without English ones the Dutch stand for both. Raises InvalidForm, NotFound."""
    words = _words(name, nl, en, but=code)
    return _change(desk, name, code, nl=words[0], en=words[1])


def add_code(desk: Desk, name: str, nl: str, en: str = "") -> Done[CodeRow]:
    """Add a code of the vault's own at the end of a list. Raises InvalidForm."""
    check = FormCheck()
    if len(codelist(name).known) >= MOST:
        check.refuse("nl", "too_many", most=MOST)
    check.finish()
    words = _words(name, nl, en)
    of_list = codelist(name)
    last = len(of_list.known)
    return _change(desk, name, f"{_OWN}{token_hex(6)}", nl=words[0], en=words[1], position=last, new=True)


def hide_code(desk: Desk, name: str, code: str, *, hidden: bool = True) -> Done[CodeRow]:
    """Offer a code no longer, or again; what was recorded with it stays. Raises InvalidForm ("last_code"), NotFound."""
    check = FormCheck()
    if hidden and codelist(name).values == (code,):
        check.refuse("code", "last_code")
    check.finish()
    return _change(desk, name, code, hidden=hidden)


def move_code(desk: Desk, name: str, code: str, steps: int) -> Done[CodeRow]:
    """Put a code that many places further down the list (up: below zero); at the end it stays. Raises NotFound."""
    order = list(codelist(name).values)
    if code not in order:
        raise NotFound(KIND, code)
    if _order_fixed(desk.policy, name):
        raise NotAllowed("fixed_by_policy")
    at = order.index(code)
    order.insert(min(max(at + steps, 0), len(order) - 1), order.pop(at))
    with desk.changing(label="change_code") as session:
        for place, one in enumerate(order):
            record_of(session, name, one).position = place
    return _done(desk, name, code)


def own_codes(codes: Sequence[str]) -> list[str]:
    """Return which of these are codes of a vault's own."""
    return [code for code in codes if code.startswith(_OWN)]


def record_of(session: Session, name: str, code: str) -> CodeChange:
    """Return the change of a code, made now when there is none."""
    found = session.scalar(select(CodeChange).where(CodeChange.list_name == name, CodeChange.code == code))
    if found is None:
        found = CodeChange(list_name=name, code=code, hidden=False)
        session.add(found)
    return found


def _change(
    desk: Desk, name: str, code: str, *, new: bool = False, **values: str | int | bool | None
) -> Done[CodeRow]:
    if name not in EDITABLE or (not new and codelist(name).get(code) is None):
        raise NotFound(KIND, code)
    if code in codelists.fixed(name):
        raise NotAllowed("fixed_by_policy")
    with desk.changing(label="change_code") as session:
        record = record_of(session, name, code)
        for key, value in values.items():
            setattr(record, key, value)
    return _done(desk, name, code)


def _done(desk: Desk, name: str, code: str) -> Done[CodeRow]:
    use(desk.vault, desk.policy)
    row = next(one for one in rows(name) if one.code == code)
    return Done(row, Changes.of((KIND,), code))


def _words(name: str, nl: str, en: str, but: str = "") -> tuple[str, str | None]:
    """Return clean words; no two codes of a list, hidden ones included, have the same."""
    check = FormCheck()
    dutch, english = check.needed_line("nl", nl), check.line("en", en)
    others = [one for one in _all(codelist(name)) if one.code != but]
    if dutch and fold(dutch) in {fold(one.nl) for one in others}:
        check.refuse("nl", "duplicate")
    if english and fold(english) in {fold(one.en) for one in others}:
        check.refuse("en", "duplicate")
    check.finish()
    return dutch, english or dutch


def _all(of_list: CodeList) -> list[Code]:
    return [*of_list, *of_list.withdrawn]


def _order_fixed(policy: Policy, name: str) -> bool:
    """Whether the organisation gave any code of a list its place."""
    return any(one.position is not None for one in policy.code_changes.get(name, ()))


def _changes(session: Session, policy: Policy) -> dict[str, list[codelists.CodeChange]]:
    """Return what the vault changed; what the organisation fixed is left out."""
    fixed = {name: {one.code for one in of} for name, of in policy.code_changes.items()}
    found: dict[str, list[codelists.CodeChange]] = {}
    for row in session.scalars(select(CodeChange).order_by(CodeChange.created_at, CodeChange.code)):
        if row.list_name in EDITABLE:
            place = None if _order_fixed(policy, row.list_name) else row.position
            change = codelists.CodeChange(row.code, row.nl, row.en, place, row.hidden)
            if row.code in fixed.get(row.list_name, ()):
                change = codelists.CodeChange(row.code, position=place)
            found.setdefault(row.list_name, []).append(change)
    return found
