# SPDX-License-Identifier: EUPL-1.2
"""The contributions of a team as one set of facts: each record once, each person once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from casus.counting.contribution import Contribution, Row
from casus.counting.linking import Linkage, link
from casus.counting.marks import HANDED_OVER
from casus.domain.codelists import codelist

UNKNOWN = "unknown"
YOUNG_PERSON = "young_person"


@dataclass(frozen=True)
class Attributes:
    """What is known of a person, in codes."""

    age_group: str
    district: str
    role: str


@dataclass(frozen=True)
class Facts:
    """The rows of all contributions by kind, each person's attributes by pseudonym, and which workers know whom.

    `linkage`: which pseudonyms were taken for one person.
    """

    rows: Mapping[str, tuple[Row, ...]]
    persons: Mapping[str, Attributes]
    workers: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    linkage: Linkage = field(default=Linkage({}, frozenset()), repr=False)

    def of(self, kind: str) -> tuple[Row, ...]:
        """Return the rows of one kind."""
        return self.rows.get(kind, ())

    def by_subject(self, kind: str) -> Mapping[str, tuple[Row, ...]]:
        """Return the rows of one kind per person."""
        found: dict[str, list[Row]] = defaultdict(list)
        for row in self.of(kind):
            if row.subject is not None:
                found[row.subject].append(row)
        return {subject: tuple(rows) for subject, rows in found.items()}

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
    one_of = linkage.one_of
    records: dict[tuple[str, str, str | None], Row] = {}
    described: dict[str, list[Row]] = defaultdict(list)
    workers: dict[str, set[str]] = defaultdict(set)
    for contributor, found in _ordered(latest_first):
        row = found
        if found.subject is not None and found.subject in one_of:
            row = Row(found.kind, one_of[found.subject], found.record, found.codes, found.amount)
        if row.kind == "person" and row.subject is not None:
            described[row.subject].append(row)
            workers[row.subject].add(contributor)
        else:
            records.setdefault((row.kind, row.record, row.subject), row)
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in records.values():
        rows[row.kind].append(row)
    return Facts(
        {kind: tuple(found) for kind, found in rows.items()},
        {subject: _agreed(found) for subject, found in described.items()},
        {subject: frozenset(found) for subject, found in workers.items()},
        linkage,
    )


def _ordered(latest_first: Sequence[Contribution]) -> Iterator[tuple[str, Row]]:
    """Yield all rows with their contributor; at the end those of persons whose cases a colleague has by now."""
    later: list[tuple[str, Row]] = []
    for contribution in latest_first:
        gone = {
            marks.subject: set(marks.of_kind(HANDED_OVER))
            for marks in contribution.marks
            if marks.of_kind(HANDED_OVER)
        }
        kept = (
            {
                row.subject
                for row in contribution.rows
                if row.kind == "case" and row.subject in gone and row.record not in gone[row.subject]
            }
            if gone
            else set()
        )
        for row in contribution.rows:
            if row.subject in gone and row.subject not in kept:
                later.append((contribution.contributor, row))
            else:
                yield contribution.contributor, row
    yield from later


def _agreed(rows: Sequence[Row]) -> Attributes:
    roles = {row["role"] for row in rows}
    return Attributes(
        age_group=_known([row["age_group"] for row in rows]),
        district=_known([row["district"] for row in rows]),
        role=YOUNG_PERSON if YOUNG_PERSON in roles else _listed_first("person_role", roles),
    )


def _known(codes: Sequence[str]) -> str:
    """Return the first code that is known; `codes` has the latest contribution first."""
    return next((code for code in codes if code != UNKNOWN), UNKNOWN)


def _listed_first(name: str, codes: set[str]) -> str:
    return next(code for code in codelist(name).known if code in codes)
