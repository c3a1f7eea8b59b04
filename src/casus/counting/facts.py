# SPDX-License-Identifier: EUPL-1.2
"""The contributions of a team as one set of facts: each record once, each person once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from casus.counting.contribution import Contribution
from casus.counting.linking import Linkage, link
from casus.counting.marks import HANDED_OVER
from casus.counting.rows import Codes
from casus.domain.codelists import codelist

UNKNOWN = "unknown"
YOUNG_PERSON = "young_person"
_fact = tuple.__new__  # a great many are made; the class itself would make them in twice the time
Entry = tuple[str | None, str, int]
"""A person (None: not about one), the pseudonym of a record, an amount."""


class Attributes(NamedTuple):
    """What is known of a person, in codes."""

    age_group: str
    district: str
    role: str


class Fact(NamedTuple):
    """One record that counts: its codes (shared by all that have the same), the person, its pseudonym, its amount."""

    codes: Mapping[str, str]
    subject: str | None
    record: str
    amount: int


class Alike(NamedTuple):
    """Records of one kind with the same codes."""

    codes: Mapping[str, str]
    facts: list[Fact]


@dataclass(frozen=True)
class Facts:
    """The records of all contributions by kind, each person's attributes by pseudonym, and which workers know whom.

    `linkage`: which pseudonyms were taken for one person.
    """

    records: Mapping[str, Sequence[Alike]] = field(repr=False)
    persons: Mapping[str, Attributes] = field(repr=False)
    workers: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    linkage: Linkage = field(default=Linkage({}, frozenset()), repr=False)

    def alike(self, kind: str) -> Sequence[Alike]:
        """Return the records of one kind, those with the same codes together."""
        return self.records.get(kind, ())

    def of(self, kind: str) -> list[Fact]:
        """Return the records of one kind."""
        return [fact for alike in self.alike(kind) for fact in alike.facts]

    def by_subject(self, kind: str) -> Mapping[str, Sequence[Fact]]:
        """Return the records of one kind per person."""
        found: dict[str, list[Fact]] = {}
        for alike in self.alike(kind):
            for fact in alike.facts:
                if fact.subject is not None:
                    found.setdefault(fact.subject, []).append(fact)
        return found

    def is_young(self, subject: str) -> bool:
        """Return whether a person is one the approach is meant for, not a family member or representative."""
        return self.persons[subject].role == YOUNG_PERSON


def combine(contributions: Iterable[Contribution]) -> Facts:
    """Lay contributions over each other.

    Records of a person that are joined (`linking`) get one pseudonym first.
    A record in two contributions (a dossier handed over in between) counts once, as who has the case now has
    it, else as the one made last. Where workers describe a person differently, a known value goes before "unknown", then the value of
    the contribution made last, then the order of the code list; who is a young person to one is one to all.
    The order in which contributions are given makes no difference.
    """
    latest_first = sorted(contributions, key=lambda c: (c.made_at, c.contributor), reverse=True)
    linkage = link(latest_first)
    laid = _Laid(linkage.one_of)
    elsewhere = [_handed_over(contribution) for contribution in latest_first]
    for contribution, gone in zip(latest_first, elsewhere, strict=True):
        laid.lay(contribution, gone, late=False)
    for contribution, gone in zip(latest_first, elsewhere, strict=True):
        if gone:  # at the end: what is told of persons whose cases a colleague has by now
            laid.lay(contribution, gone, late=True)
    return Facts(
        {kind: tuple(found.values()) for kind, found in laid.records.items()},
        {subject: _agreed(found) for subject, found in laid.described.items()},
        laid.workers,
        linkage,
    )


def _handed_over(contribution: Contribution) -> frozenset[str]:
    """Return the persons of whom a colleague has every case by now."""
    cases: dict[str, set[str]] = defaultdict(set)
    for subject, record in contribution.marks.told(HANDED_OVER):
        cases[subject].add(record)
    if not cases:
        return frozenset()
    kept = {
        subject
        for kind, _codes, subjects, records, _amounts in contribution.rows.alike()
        if kind == "case"
        for subject, record in zip(subjects, records, strict=True)
        if subject in cases and record not in cases[subject]
    }
    return frozenset(cases.keys() - kept)


class _Laid:
    """What was laid down so far: of a record that comes again the first stays."""

    def __init__(self, one_of: Mapping[str, str]) -> None:
        self._one_of = one_of
        self._seen: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
        self.records: dict[str, dict[Codes, Alike]] = defaultdict(dict)
        self.described: dict[str, list[Codes]] = {}
        self.workers: dict[str, frozenset[str]] = {}

    def lay(self, contribution: Contribution, gone: frozenset[str], *, late: bool) -> None:
        """Lay down the rows of a contribution; of the persons in `gone` the late ones, else the others."""
        mine = frozenset((contribution.contributor,))
        for kind, codes, subjects, records, amounts in contribution.rows.alike():
            entries: Iterable[Entry] = zip(subjects, records, amounts, strict=True)
            if gone:
                entries = [entry for entry in entries if (entry[0] in gone) is late]
            if kind == "person":
                self._describe(codes, entries, mine)
            else:
                self._keep(kind, codes, entries)

    def _describe(self, codes: Codes, entries: Iterable[Entry], mine: frozenset[str]) -> None:
        one_of, described, workers = self._one_of, self.described, self.workers
        for subject, _record, _amount in entries:
            if subject is not None:
                one = one_of.get(subject, subject)
                described.setdefault(one, []).append(codes)
                workers[one] = workers[one] | mine if one in workers else mine

    def _keep(self, kind: str, codes: Codes, entries: Iterable[Entry]) -> None:
        one_of, seen, found = self._one_of, self._seen[kind], self.records[kind]
        alike = found.get(codes)
        if alike is None:
            alike = found[codes] = Alike(dict(codes), [])
        for subject, record, amount in entries:
            one = subject if subject is None else one_of.get(subject, subject)
            if (record, one) not in seen:
                seen.add((record, one))
                alike.facts.append(_fact(Fact, (alike.codes, one, record, amount)))


def _agreed(told: Sequence[Codes]) -> Attributes:
    known = [_described(codes) for codes in told]
    if len(known) == 1:
        return known[0]
    roles = {one.role for one in known}
    return Attributes(
        age_group=_known([one.age_group for one in known]),
        district=_known([one.district for one in known]),
        role=YOUNG_PERSON if YOUNG_PERSON in roles else _listed_first("person_role", roles),
    )


@lru_cache(maxsize=10_000)
def _described(codes: Codes) -> Attributes:
    return Attributes(**dict(codes))


def _known(codes: Sequence[str]) -> str:
    """Return the first code that is known; `codes` has the latest contribution first."""
    return next((code for code in codes if code != UNKNOWN), UNKNOWN)


def _listed_first(name: str, codes: set[str]) -> str:
    return next(code for code in codelist(name).known if code in codes)
