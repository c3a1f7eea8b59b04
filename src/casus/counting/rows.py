# SPDX-License-Identifier: EUPL-1.2
"""The coded rows of a contribution: which kinds there are, what codes each has, and the check that nothing else is in them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, islice, repeat
from operator import lt
from types import MappingProxyType
from typing import Any

from casus.counting.pseudonyms import PSEUDONYM_LENGTH
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.errors import ContributionInvalid

MAX_AMOUNT = 100_000
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


@dataclass(frozen=True)
class Rows(Sequence[Row]):
    """The rows of a contribution in columns: what many share is held, written, read and checked once.

    `groups` gives kind, codes and number of the rows that stand together; `subjects` has an entry for each row
    that is about a person, `records` and `amounts` one for each row.
    """

    groups: tuple[tuple[str, Codes, int], ...] = ()
    subjects: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    amounts: tuple[int, ...] = ()

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Rows":
        """Return these rows, in this order; ContributionInvalid("pseudonym") where a kind is (not) about a person."""
        given = list(rows)
        if any((row.subject is None) is KINDS[row.kind].subject for row in given if row.kind in KINDS):
            raise ContributionInvalid("pseudonym")
        return cls(
            tuple((*shared, sum(1 for _ in found)) for shared, found in groupby(given, _alike)),
            tuple(row.subject for row in given if row.subject is not None),
            tuple(row.record for row in given),
            tuple(row.amount for row in given),
        )

    def __len__(self) -> int:
        return len(self.records)

    def __getitem__(self, place: Any) -> Any:
        return tuple(self)[place]

    def __iter__(self) -> Iterator[Row]:
        for kind, codes, subjects, records, amounts in self.alike():
            yield from map(Row, repeat(kind), subjects, records, repeat(codes), amounts)

    def __repr__(self) -> str:
        return f"<{len(self)} rows>"

    def alike(self) -> Iterator[tuple[str, Codes, Sequence[str | None], Sequence[str], Sequence[int]]]:
        """Yield kind and codes of each group with the subjects (None: not about a person), records and amounts."""
        at = named = 0
        for kind, codes, count in self.groups:
            subjects: Sequence[str | None] = (None,) * count
            if KINDS[kind].subject:
                subjects, named = self.subjects[named : named + count], named + count
            yield kind, codes, subjects, self.records[at : at + count], self.amounts[at : at + count]
            at += count

    def as_data(self) -> dict[str, object]:
        """Return them as they are written."""
        return {
            "groups": [[kind, dict(codes), count] for kind, codes, count in self.groups],
            "subjects": "".join(self.subjects),
            "records": "".join(self.records),
            "amounts": self.amounts,
        }

    @classmethod
    def from_data(cls, raw: Mapping[str, Any]) -> "Rows":
        """Read what was written; raises KeyError, TypeError or ValueError. What is in it is checked by `check_rows`."""
        return cls(
            _groups(raw["groups"]),
            cut(raw["subjects"], PSEUDONYM_LENGTH),
            cut(raw["records"], PSEUDONYM_LENGTH),
            tuple(raw["amounts"]),
        )


def _groups(raw: Iterable[Any]) -> tuple[tuple[str, Codes, int], ...]:
    groups = [(kind, codes, count) for kind, codes, count in raw]
    texts = chain((group[0] for group in groups), chain.from_iterable(group[1].values() for group in groups))
    if not set(map(type, texts)) <= {str} or not {type(group[2]) for group in groups} <= {int}:
        raise TypeError("kind and codes are texts, and there are so many")
    return tuple((kind, tuple(codes.items()), count) for kind, codes, count in groups)


def cut(text: str, length: int) -> tuple[str, ...]:
    """Return the pieces of a column that was written as one text; `are_pseudonyms` tells whether they are."""
    return tuple([text[at : at + length] for at in range(0, len(text), length)])


def sorted_rows(rows: Iterable[Row]) -> Rows:
    """Return the rows in canonical order, equal ones once."""
    return Rows.of(sorted(set(rows), key=_order))


def _order(row: Row) -> tuple[str, Codes, str, str, int]:
    return row.kind, row.codes, row.subject or "", row.record, row.amount


def _alike(row: Row) -> tuple[str, Codes]:
    return row.kind, row.codes


def check_rows(rows: Rows) -> None:
    """Check what each group shares, then all pseudonyms, amounts and the order at once; raises ContributionInvalid."""
    lists = codelists.state()
    named = 0
    for position, (kind, codes, count) in enumerate(rows.groups):
        if reason := _fault_in_codes(kind, codes, lists):
            raise ContributionInvalid(reason, position=position)
        if count < 1:
            raise ContributionInvalid("amount", position=position)
        named += count if KINDS[kind].subject else 0
    shared = [group[:2] for group in rows.groups]
    if not all(map(lt, shared, shared[1:])):
        raise ContributionInvalid("order")
    if (named, sum(group[2] for group in rows.groups)) != (len(rows.subjects), len(rows.records)):
        raise ContributionInvalid("pseudonym")
    if not are_pseudonyms((*rows.subjects, *rows.records), PSEUDONYM_LENGTH):
        raise ContributionInvalid("pseudonym")
    if len(rows.amounts) != len(rows.records) or not set(map(type, rows.amounts)) <= {int}:
        raise ContributionInvalid("amount")
    if rows.amounts and not 1 <= min(rows.amounts) <= max(rows.amounts) <= MAX_AMOUNT:
        raise ContributionInvalid("amount")
    _check_order(rows)


def _check_order(rows: Rows) -> None:
    """Within a group by subject, record and amount, none twice."""
    places = chain.from_iterable(repeat(at, group[2]) for at, group in enumerate(rows.groups))
    named = iter(rows.subjects)
    about = chain.from_iterable(
        islice(named, count) if KINDS[kind].subject else repeat("", count)
        for kind, _codes, count in rows.groups
    )
    entries = list(zip(places, about, rows.records, rows.amounts, strict=True))
    if not all(map(lt, entries, entries[1:])):
        raise ContributionInvalid("order")


def are_pseudonyms(texts: Sequence[str], length: int) -> bool:
    """Tell whether each of these is so many hexadecimal characters, in small letters."""
    whole = "".join(texts)
    try:
        found = bytes.fromhex(
            whole
        )  # the quickest look at 60,000 characters; it lets blanks and capitals pass
    except ValueError:
        return False
    return set(map(len, texts)) <= {length} and len(found) * 2 == len(whole) and whole == whole.lower()


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
