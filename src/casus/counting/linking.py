# SPDX-License-Identifier: EUPL-1.2
"""Which pseudonyms of several contributions are one person; without any name, and without guessing.

A person has the pseudonym of the number on file, which a hand-over takes along. Beyond that records are joined
in this order: former numbers, what a worker answered, the whole name with the birth date, surname and first
letter with the birth date. A join never makes one person of two that one worker keeps apart, nor of two that a
worker called different: then nothing of that group is joined by this rule, and who is left over is doubtful.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations

from casus.counting.contribution import Contribution
from casus.counting.marks import DIFFERENT, HANDED_OVER, JOINING, NUMBER, SAME, ManyMarks
from casus.domain.near_names import MATCH, NO_BIRTH_DATE

_CROWD = 12
"""Persons that share a near key at most: more say that the key tells nothing."""
Pair = tuple[str, str]


@dataclass(frozen=True)
class Linkage:
    """Who is whom: `one_of` gives the pseudonym a person is counted by, for whoever has another.

    `doubtful`: persons, as counted, who may be one of the others.
    """

    one_of: Mapping[str, str] = field(repr=False)
    doubtful: frozenset[str] = field(repr=False)

    @property
    def joined(self) -> int:
        """How many records of persons were joined to another's."""
        return len(self.one_of)

    def person(self, subject: str) -> str:
        """Return the pseudonym this one is counted by."""
        return self.one_of.get(subject, subject)


@dataclass(frozen=True)
class NearPair:
    """Two persons of different workers who may be one; `why` is a code of list likeness."""

    first: str
    second: str
    why: str


def link(contributions: Iterable[Contribution]) -> Linkage:
    """Return who is whom; the order in which contributions are given makes no difference."""
    return _Linking(contributions).linkage()


def near_pairs(contributions: Sequence[Contribution]) -> list[NearPair]:
    """Return the pairs to ask about: alike by a near key, or left apart, and not answered for by anybody yet."""
    linking = _Linking(contributions)
    linkage = linking.linkage()
    found: dict[Pair, str] = {}
    for why, subjects in linking.near():
        for one, other in combinations(sorted(subjects), 2):
            pair = (one, other)
            if pair not in found and linkage.person(one) != linkage.person(other):
                if why == NO_BIRTH_DATE and linking.dated(one) and linking.dated(other):
                    continue
                if linking.may_be_one(one, other):
                    found[pair] = why
    return [NearPair(*pair, why) for pair, why in sorted(found.items())]


class _Linking:
    """Union-find over pseudonyms, one rule after the other."""

    def __init__(self, contributions: Iterable[Contribution]) -> None:
        self._told_by: list[ManyMarks] = []
        self._whose: dict[str, tuple[str, ...]] = {}
        for contribution in contributions:
            self._told_by.append(contribution.marks)
            own = (contribution.contributor,)
            for subject in contribution.marks.subjects:
                self._whose[subject] = self._whose.get(subject, ()) + own
        self._above: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for one, other in self._told(DIFFERENT):
            self._apart[one].add(other)
            self._apart[other].add(one)
        self._left: set[str] = set()

    def linkage(self) -> Linkage:
        """Apply every rule."""
        for kind in JOINING:
            self._join_by(kind)
        one_of = {one: self._top(one) for one in self._above}
        return Linkage(one_of, frozenset(map(self._top, self._left)))

    def near(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the groups that share a near key, and those that share a certain one and were not joined."""
        told = {kind for marks in self._told_by for kind in marks.keys}
        groups = {
            (kind, key): subjects
            for kind in told.difference((NUMBER, SAME, DIFFERENT, HANDED_OVER))
            for key, subjects in self._alike(kind).items()
        }
        for (kind, _key), subjects in sorted(groups.items()):
            if 1 < len(subjects) <= _CROWD:
                yield "near_surname" if kind in JOINING else kind, sorted(subjects)

    @cached_property
    def _dated(self) -> frozenset[str]:
        return frozenset(subject for subject, _key in self._keys(MATCH))

    def dated(self, subject: str) -> bool:
        """Tell whether a person has a birth date on file."""
        return subject in self._dated

    def may_be_one(self, one: str, other: str) -> bool:
        """Tell whether no worker keeps these two apart."""
        return not self._conflict([self._top(one), self._top(other)])

    def _told(self, kind: str) -> Iterator[Pair]:
        """Yield the pairs of which a worker told this, each in one order."""
        for subject, other in self._keys(kind):
            if other != subject and other in self._whose:
                yield (subject, other) if subject < other else (other, subject)

    def _keys(self, kind: str) -> Iterator[Pair]:
        """Yield every person with a key of this kind, whoever told of it."""
        return chain.from_iterable(marks.told(kind) for marks in self._told_by)

    def _join_by(self, kind: str) -> None:
        pairs = self._told(kind) if kind in (NUMBER, SAME) else self._alike(kind).values()
        groups: list[Collection[str]] = list(pairs)
        for tops in self._components(groups):
            if self._conflict(tops):
                self._left.update(self._unexplained(tops))
            else:
                self._unite(tops)

    def _unexplained(self, tops: Sequence[str]) -> Iterator[str]:
        """Yield who may be another of these; all of them where so many hang together that nobody can tell."""
        if len(tops) > _CROWD:
            yield from tops
            return
        for pair in combinations(tops, 2):
            if not self._conflict(pair):
                yield from pair

    def _alike(self, kind: str) -> dict[str, set[str]]:
        """Return by key the persons who share it, where there are two at least."""
        first: dict[str, str] = {}
        found: dict[str, set[str]] = {}
        for subject, key in self._keys(kind):
            other = first.setdefault(key, subject)
            if other != subject:
                found.setdefault(key, {other}).add(subject)
        return found

    def _components(self, groups: Iterable[Collection[str]]) -> Iterator[list[str]]:
        """Yield the persons that hang together by these groups, two or more at a time."""
        above: dict[str, str] = {}

        def top(one: str) -> str:
            while above.setdefault(one, one) != one:
                above[one] = above.setdefault(above[one], above[one])
                one = above[one]
            return one

        for group in groups:
            tops = [top(self._top(one)) for one in group]
            for other in tops[1:]:
                first, second = sorted((top(tops[0]), top(other)))
                above[second] = first
        found: dict[str, list[str]] = defaultdict(list)
        for one in above:
            found[top(one)].append(one)
        for key in sorted(found):
            if len(found[key]) > 1:
                yield sorted(found[key])

    def _conflict(self, tops: Sequence[str]) -> bool:
        """Tell whether two of these are kept apart: by a worker who has both, or who said so."""
        known: set[str] = set()
        belongs: dict[str, str] = {}
        for one in tops:
            members = self._members.get(one, [one])
            workers = set().union(*(self._whose[member] for member in members))
            if known & workers:
                return True
            known |= workers
            belongs |= dict.fromkeys(members, one)
        return bool(self._apart) and any(
            belongs.get(other, belongs[one]) != belongs[one]
            for one in belongs
            for other in self._apart.get(one, ())
        )

    def _unite(self, tops: Sequence[str]) -> None:
        first = tops[0]
        members = self._members.setdefault(first, [first])
        for other in tops[1:]:
            self._above[other] = first
            members += self._members.pop(other, [other])

    def _top(self, one: str) -> str:
        while one in self._above:
            one = self._above[one]
        return one
