# SPDX-License-Identifier: EUPL-1.2
"""All registers that fit what was published: one array of atoms per counted state, and how states are linked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_array

from casus.disclosure import TOTAL, FigureStatus, Protection, ReleasedTable
from tests.helpers.oracle.classes import Codes, Space
from tests.helpers.oracle.program import MANY, Constraints, Impossible, Program

_ROUNDS = 10
EXACT_FROM = 10
"""Firms per area and status are shown exactly from here, or twice the base, up (decision 13): a rounded class
has fewer."""


@dataclass(frozen=True)
class Link:
    """What an attacker holds for true of two states: nobody left, nobody came, at most `changed` of each."""

    before: int
    after: int
    added: bool = False
    taken: bool = False
    changed: int | None = None


@dataclass(frozen=True)
class Fact:
    """An insider's knowledge: at least (or exactly) so many persons in these atoms of a state."""

    state: int
    atoms: np.ndarray
    number: int
    exactly: bool = False


@dataclass(frozen=True)
class Sum:
    """A question: the sum of atoms `plus` of one state, without `minus` of another."""

    plus: np.ndarray
    state: int = 0
    minus: np.ndarray | None = None
    before: int = 0


@dataclass(frozen=True)
class Knowledge:
    """What an attacker has: tables per state, links, facts, the least total, code lists known whole."""

    states: Sequence[Sequence[ReleasedTable]]
    links: Sequence[Link] = ()
    facts: Sequence[Fact] = ()
    least: int = 0
    complete: Mapping[str, Codes] = field(default_factory=dict)


class World:
    """The registers that fit; raises Impossible where none does when asked."""

    def __init__(self, knowledge: Knowledge, space: Space | None = None) -> None:
        self.knowledge = knowledge
        every = [table for tables in knowledge.states for table in tables]
        self.space = space or Space(every, knowledge.complete)
        self._rows = Constraints(self.space.size * len(knowledge.states))
        self._rest: list[Callable[[np.ndarray], np.ndarray]] = []
        for state, tables in enumerate(knowledge.states):
            for table in tables:
                self._publish(state, table)
        for link in knowledge.links:
            self._link(link)
        for fact in knowledge.facts:
            high = fact.number if fact.exactly else MANY
            self._rows.add(fact.atoms + fact.state * self.space.size, fact.number, high)
        self.program = Program(self._rows, np.full(self._rows.columns, MANY, dtype=np.int64))

    def range_of(self, asked: Sum) -> tuple[int, int]:
        """The least and the greatest value of a sum, both attained by a register that fits."""
        weights = self._weights([asked])
        cost = weights.toarray()[0].astype(float)
        ends = [self.program.least(sign * cost) for sign in (1.0, -1.0)]
        return int((weights @ ends[0])[0]), int((weights @ ends[1])[0])

    def spans(
        self, asked: Sequence[Sum], settled: Callable[[np.ndarray, np.ndarray], np.ndarray]
    ) -> tuple[np.ndarray, np.ndarray]:
        """The least and greatest values seen of each sum: extremes, unless `settled` before."""
        weights = self._weights(asked)
        low, high = np.full(len(asked), MANY * MANY), np.full(len(asked), -1)

        def see(cost: np.ndarray) -> None:
            nonlocal low, high
            values = weights @ self.program.least(cost)
            low, high = np.minimum(low, values), np.maximum(high, values)

        see(np.zeros(self._rows.columns))
        chance, idle = np.random.default_rng(7), 0
        for _ in range(_ROUNDS):
            left = ~settled(low, high)
            if not left.any() or idle == 2:
                break
            push = weights.T @ (left * chance.choice((-1.0, 1.0), len(asked)))
            see(push)
            see(-push)
            idle = idle + 1 if np.array_equal(left, ~settled(low, high)) else 0
        for number in range(len(asked)):
            if not settled(low, high)[number]:
                cost = weights[[number]].toarray()[0].astype(float)
                see(cost)
                see(-cost)
        return low, high

    def admits(self, counts: Sequence[np.ndarray]) -> bool:
        """Tell whether these numbers of persons per atom, of each state, fit everything that is known."""
        answer = np.concatenate(counts)
        for complete in self._rest:
            answer = np.concatenate((answer, complete(answer)))
        return self.program.admits(answer)

    def possible(self) -> bool:
        """Tell whether any register fits at all."""
        try:
            self.program.least(np.zeros(self._rows.columns))
        except Impossible:
            return False
        return True

    def _weights(self, asked: Sequence[Sum]) -> csr_array:
        columns, values, rows = [], [], []
        for number, one in enumerate(asked):
            parts = [(one.plus + one.state * self.space.size, 1)]
            if one.minus is not None:
                parts.append((one.minus + one.before * self.space.size, -1))
            for column, sign in parts:
                columns.append(column)
                values.append(np.full(len(column), sign, dtype=np.int64))
                rows.append(np.full(len(column), number, dtype=np.int64))
        shape = (len(asked), self._rows.columns)
        return csr_array(
            (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=shape
        )

    def _publish(self, state: int, table: ReleasedTable) -> None:
        top = tuple(TOTAL for _ in table.dimensions) if table.protection is not Protection.FIRMS else None
        for cell, figure in table.figures.items():
            atoms = self.space.members(table, cell) + state * self.space.size
            least = self.knowledge.least if cell == top and figure.status in _HIDING else 0
            if figure.status is FigureStatus.SUPPRESSED:
                self._none_or_many(atoms, least)
                continue
            assert figure.value is not None
            low = high = figure.value
            if figure.status is FigureStatus.ROUNDED:
                low, high = max(0, figure.value - table.max_error), figure.value + table.max_error
            if (
                figure.status is FigureStatus.ROUNDED
                and table.protection is Protection.FIRMS
                and _leaf(table, cell)
            ):
                high = min(high, max(EXACT_FROM, 2 * (table.base or 0)) - 1)
            if least:
                low, high = (max(low, least), high) if high >= least and figure.value else (0, 0)
            self._rows.add(atoms, low, high)

    def _none_or_many(self, atoms: np.ndarray, least: int) -> None:
        """A total that is not shown is nobody, or `least` persons at least: the rule is public."""
        if least < 2:
            return
        any_ = self._rows.more(1)
        self._rest.append(lambda known: (known[atoms].sum(keepdims=True) > 0).astype(np.int64))
        self._rows.weigh(any_, np.ones(1), 0, 1)
        columns = np.concatenate((atoms, any_))
        ones = np.ones(len(atoms))
        self._rows.weigh(columns, np.append(ones, -least), 0, MANY)
        self._rows.weigh(columns, np.append(ones, -MANY), -MANY, 0)

    def _link(self, link: Link) -> None:
        size = self.space.size
        atoms = np.arange(size, dtype=np.int64)
        before, after = atoms + link.before * size, atoms + link.after * size
        if link.added or link.taken:
            less, more = (before, after) if link.added else (after, before)
            for one, other in zip(less, more, strict=True):
                self._rows.add(np.array([other]), 0, MANY, np.array([one]))
        if link.changed is None:
            return
        came, left = self._rows.more(size), self._rows.more(size)
        self._rest.append(lambda known: np.maximum(known[after] - known[before], 0))
        self._rest.append(lambda known: np.maximum(known[before] - known[after], 0))
        for place in range(size):
            plus, minus = np.array([before[place], came[place]]), np.array([after[place], left[place]])
            self._rows.add(plus, 0, 0, minus)
        self._rows.add(came, 0, link.changed)
        self._rows.add(left, 0, link.changed)


def _leaf(table: ReleasedTable, cell: tuple[str, ...]) -> bool:
    return all(code in d.leaves() for d, code in zip(table.dimensions, cell, strict=True))


_HIDING = (FigureStatus.ROUNDED, FigureStatus.SUPPRESSED)
