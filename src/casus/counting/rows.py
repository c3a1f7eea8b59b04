# SPDX-License-Identifier: EUPL-1.2
"""One coded row of a contribution: which kinds there are, what codes each has, and the check that nothing else is in it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import lt
from types import MappingProxyType

from casus.counting.pseudonyms import PSEUDONYM_LENGTH
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.errors import ContributionInvalid

MAX_AMOUNT = 100_000
_HEX = re.compile(r"[0-9a-f]*")
_MONTH = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])")
_MONTHS = "month"  # in place of the name of a code list
_DOMAINS = "life_domains"
_OPEN_ENDED = {
    "running_state": frozenset({"open", "ended"}),
    _DOMAINS: frozenset(str(number) for number in range(31)),  # how many; a list of them has at most thirty
}
Codes = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Kind:
    """What a kind of row holds: its codes with the list each comes from, and whether it is about a person."""

    codes: Mapping[str, str]
    subject: bool = True
    optional: frozenset[str] = frozenset()


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "person": Kind({"age_group": "age_group", "district": "district", "role": "person_role"}),
        "case": Kind({"approach": "approach", "phase": "phase", "state": "running_state", "opened": _MONTHS}),
        "contact": Kind(
            {"kind": "contact_kind", "month": _MONTHS, "reached": "reached", "country": "country"},
            optional=frozenset({"country"}),
        ),
        "programme": Kind({"kind": "programme_kind", "started": _MONTHS, "status": "programme_status"}),
        "registration": Kind({"kind": "programme_kind", "month": _MONTHS}),
        "progress": Kind({"forward": _DOMAINS, "same": _DOMAINS, "back": _DOMAINS}),
        "detention": Kind({"country": "country", "entered": _MONTHS}),
        "condition": Kind({"condition": "basic_condition", "status": "condition_status", "month": _MONTHS}),
        "vog": Kind({"status": "vog_status", "month": _MONTHS}),
        "family": Kind({"district": "district"}, subject=False),
        "family_member": Kind({}),
        "consulting_hour": Kind({"country": "country", "month": _MONTHS}, subject=False),
        "consulting_conversations": Kind({"country": "country", "month": _MONTHS}, subject=False),
    }
)
"""Every kind of row. What is not needed for an indicator of the catalogue is not in here."""


@dataclass(frozen=True, slots=True)
class Row:
    """One coded row; `subject` and `record` are keyed pseudonyms, `amount` how many it stands for."""

    kind: str
    subject: str | None
    record: str
    codes: Codes
    amount: int = 1

    @classmethod
    def of(
        cls, kind: str, subject: str | None, record: str, amount: int = 1, /, **codes: str | None
    ) -> "Row":
        """Return a row with these codes, those that are None left out."""
        given = tuple(sorted((key, code) for key, code in codes.items() if code is not None))
        return cls(kind, subject, record, given, amount)

    def __getitem__(self, key: str) -> str:
        """Return a code; KeyError when the row has none under this key."""
        for name, code in self.codes:
            if name == key:
                return code
        raise KeyError(key)

    def get(self, key: str) -> str | None:
        """Return a code, None when the row has none under this key."""
        for name, code in self.codes:
            if name == key:
                return code
        return None


def sorted_rows(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Return the rows in canonical order, equal ones once."""
    return tuple(sorted(set(rows), key=_order))


def _order(row: Row) -> tuple[str, Codes, str, str, int]:
    return row.kind, row.codes, row.subject or "", row.record, row.amount


def alike(row: Row) -> tuple[str, Codes]:
    """Return what rows that are written together have in common."""
    return row.kind, row.codes


def check_rows(rows: Sequence[Row]) -> None:
    """Check each group of rows with the same codes, then the pseudonyms of all rows at once."""
    position, lists = 0, codelists.state()
    before: tuple[str, Codes] | None = None
    for shared, found in groupby(rows, alike):
        group = list(found)
        if reason := _fault_in_codes(*shared, lists) or _fault_in_group(KINDS[shared[0]], group):
            raise ContributionInvalid(reason, position=position)
        entries = [(row.subject or "", row.record, row.amount) for row in group]
        if (before is not None and before >= shared) or not all(map(lt, entries, entries[1:])):
            raise ContributionInvalid("order")
        before, position = shared, position + len(group)
    named = [row.record for row in rows] + [row.subject for row in rows if row.subject is not None]
    if not set(map(len, named)) <= {PSEUDONYM_LENGTH} or not _HEX.fullmatch("".join(named)):
        raise ContributionInvalid("pseudonym")


def _fault_in_group(kind: Kind, rows: Sequence[Row]) -> str | None:
    if any((row.subject is None) is kind.subject for row in rows):
        return "pseudonym"
    if any(type(row.amount) is not int or not 1 <= row.amount <= MAX_AMOUNT for row in rows):
        return "amount"
    return None


@lru_cache(maxsize=50_000)
def _fault_in_codes(name: str, codes: Codes, _lists: int) -> str | None:
    """Return what is wrong with the codes of a kind of row; the same few combinations come back all the time."""
    kind = KINDS.get(name)
    if kind is None:
        return "unknown_kind"
    given = dict(codes)
    if len(given) != len(codes) or not given.keys() <= kind.codes.keys():
        return "unknown_key"
    if not kind.codes.keys() - kind.optional <= given.keys():
        return "missing_key"
    return None if all(_listed(kind.codes[key], code) for key, code in given.items()) else "unknown_code"


def _listed(name: str, code: str) -> bool:
    if name == _MONTHS:
        return bool(_MONTH.fullmatch(code))
    return code in _OPEN_ENDED[name] if name in _OPEN_ENDED else codelist(name).get(code) is not None
