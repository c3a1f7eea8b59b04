# SPDX-License-Identifier: EUPL-1.2
"""Proof by witness tables: integer answers to everything published that differ enough in each target.

A goal is open when among the witnesses it takes values far enough apart: whoever knows all rows is then
left with at least as many. Every witness is checked in integer arithmetic, so a proof does not rest on
a solver's tolerances; where no such witnesses are found, the goal counts as narrow or as not proven.
"""

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from casus.disclosure.attack.joint import Given, Joint
from casus.disclosure.attack.pool import Goal, Pool
from casus.disclosure.attack.reduce import reduced
from casus.disclosure.solving.rows import NO_LIMIT, Flags, Floats, Ints, Rows
from casus.disclosure.solving.solver import Answer, Program, Status

__all__ = ["End", "Goal", "Pool", "Proof", "Search", "Tick", "prove"]

Tick = Callable[[int], None]
_ROUNDS = 24
_ENOUGH = 0.8
_ROUGH = 0.05
_CLOSE = 1e-9
_SLACK = 1e-6
_ROOM = 1000
_MOST_SLOPES = 40


@dataclass(frozen=True)
class End:
    """Width (most - least, linear) of a narrow goal, and how it changes with the bounds of rows and columns.

    `rows`, `columns`: (2, n), first for lower bounds and then for upper ones.
    """

    width: float
    rows: Floats
    columns: Floats


@dataclass(frozen=True)
class Proof:
    """Per goal the spread found (values, 0 = none); goals that matter and are narrow or not proven.

    `contradiction`: no table at all fits the rows (an attacker's assumption is false). `pool` holds the
    witnesses; `ends`, for narrow goals, how their width changes with the bounds of rows and columns.
    """

    spread: Ints
    narrow: tuple[int, ...]
    unproven: tuple[int, ...]
    witnesses: int
    check_seconds: float
    contradiction: bool
    pool: Pool
    ends: Mapping[int, End] = field(default_factory=dict)


def prove(
    rows: Rows,
    upper: Ints,
    goals: Sequence[Goal],
    deadline: float,
    *,
    lower: Ints | None = None,
    tick: Tick | None = None,
) -> Proof:
    """Search witnesses for all goals at once, then one by one for those that matter and are left.

    Columns lie between `lower` (0 where not given) and `upper`. `tick` is called with the number of
    goals left before every solve; what it raises ends the search.
    """
    return Search(rows, upper, goals, deadline, lower=lower, tick=tick).run()


class Search:
    """A search for witnesses; `pool` keeps those found, also those of insiders (`know`)."""

    def __init__(
        self, rows: Rows, upper: Ints, goals: Sequence[Goal], deadline: float, *,
        lower: Ints | None = None, tick: Tick | None = None,
    ) -> None:  # fmt: skip
        upper = np.minimum(upper, _most(rows, upper))
        self._rows, self._upper, self._deadline, self._tick = rows, upper, deadline, tick
        self._lower = np.zeros(len(upper), dtype=np.int64) if lower is None else lower
        self.pool = Pool(goals, len(upper))
        self._matters = np.array([goal.matters for goal in goals], dtype=bool)
        self.check_seconds = 0.0
        self._ends: dict[int, End] = {}
        self._random = np.random.default_rng(5)
        self._small = reduced(rows, self._lower, upper)
        self._joint = None if self._small is None else Joint(self._small, deadline)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self._upper)

    def run(self) -> Proof:
        """Search until every goal that matters is open or found not to be."""
        if self.attempt(np.zeros(len(self._upper))) is Status.INFEASIBLE:
            return self._proof((), (), contradiction=True)
        self.explore()
        narrow: list[int] = []
        unproven: list[int] = []
        for goal in np.flatnonzero(self._matters):
            if not self.pool.open[goal]:
                verdict = self._pursue(int(goal))
                if not self.pool.open[goal]:
                    (narrow if verdict is Status.OPTIMAL else unproven).append(int(goal))
        return self._proof(tuple(narrow), tuple(unproven))

    def explore(self) -> None:
        """Push all goals that are left in random directions and back, while enough of them open."""
        for _ in range(_ROUNDS):
            left = self._left()
            if not left.any():
                return
            push = left * self._directions(self._random.choice((-1.0, 1.0), len(left)))
            self.attempt(self.pool.cost(push), rough=True)
            self.attempt(self.pool.cost(self._left() * self._directions(-push)), rough=True)
            if np.count_nonzero(self._left()) > _ENOUGH * np.count_nonzero(left):
                return

    def _left(self) -> Flags:
        left: Flags = ~self.pool.open & self._matters
        return left

    def _directions(self, otherwise: Floats) -> Floats:
        """Return 1 (down) or -1 (up) for goals that lack one end, `otherwise` for those that lack both."""
        down, up, _ = self.pool.short
        return np.where(down == up, otherwise, np.where(down, 1.0, -1.0))

    def _pursue(self, goal: int) -> Status:
        """Settle one goal: its least and its greatest value; OPTIMAL when both are certain."""
        cost = self._cost_of(goal)
        least, most = self.bound(cost), self.bound(-cost)
        if least is not None and most is not None:
            low, high = math.ceil(least - _SLACK), math.floor(-most + _SLACK)
            if not self.pool.could_open(goal, low, high):
                self._ends[goal] = End(-most - least, *self._slopes(cost))
                return Status.OPTIMAL
        found = [self.attempt(cost * sign) for sign in (1.0, -1.0)]
        return next((status for status in found if status is not Status.OPTIMAL), Status.OPTIMAL)

    def _cost_of(self, goal: int) -> Floats:
        alone = np.zeros(len(self._matters))
        alone[goal] = 1.0
        return self.pool.cost(alone)

    def bound(self, cost: Floats) -> float | None:
        """Return a lower bound on `cost · x` (linear), `None` when none is certain."""
        answer = self._solve(cost)
        if answer.values is not None:
            self._record(answer.values)
        return answer.objective

    def _slopes(self, cost: Floats) -> tuple[Floats, Floats]:
        """Return how the width of `cost · x` changes with the lower and upper bounds of rows, of columns."""
        rows, columns = np.zeros((2, self._rows.count)), np.zeros((2, len(self._upper)))
        if len(self._ends) >= _MOST_SLOPES:
            return rows, columns
        for sign in (1.0, -1.0):
            if self._whole.minimise(sign * cost).status is not Status.OPTIMAL:
                return np.zeros_like(rows), np.zeros_like(columns)
            for total, duals in zip((rows, columns), self._whole.duals(), strict=True):
                total += np.stack((np.minimum(-duals, 0.0), np.maximum(-duals, 0.0)))
        return rows, columns

    @cached_property
    def _whole(self) -> Program:
        return Program(self._rows, self._upper, integer=False, deadline=self._deadline, lower=self._lower)

    def sibling(self, rows: Rows, upper: Ints, goals: Sequence[Goal]) -> "Search":
        """Return a search of the same kind for other bounds and goals."""
        return Search(rows, upper, goals, self._deadline, lower=self._lower, tick=self._tick)

    def prepare(self, sums: Sequence[Ints]) -> None:
        """Make ready for insiders who know of some of these sums of columns (`know`)."""
        if self._small is not None:
            self._joint = Joint(self._small, self._deadline, sums)

    def know(self, given: Sequence[Given]) -> None:
        """Search as one who knows this too, until told otherwise."""
        if self._joint is not None:
            self._joint.know(given)

    def ends(self, cost: Floats) -> bool:
        """Look for the least and the greatest `cost · x`; True when both are certain and recorded."""
        found = [self.attempt(sign * cost) for sign in (1.0, -1.0)]
        return found == [Status.OPTIMAL, Status.OPTIMAL]

    def attempt(self, cost: Floats, *, rough: bool = False) -> Status:
        """Record an answer as a witness; where the linear one is fractional an integer one, first near it.

        OPTIMAL: a witness with the least `cost · x` is recorded (`rough`: with little more).
        """
        gap = _ROUGH if rough else 0.0
        answer = self._solve(cost, gap)
        if self._joint is None or answer.values is None or answer.objective is None:
            return answer.status
        if self._record(answer.values):
            return Status.OPTIMAL
        self._told()
        close = self._joint.near(cost, answer.values, gap or _CLOSE)
        exact = (
            close.objective is not None and close.objective <= math.ceil(answer.objective - _SLACK) + _SLACK
        )
        if close.values is not None and self._record(close.values) and (gap or exact):
            return Status.OPTIMAL
        self._told()
        whole = self._joint.minimise(cost, integer=True, gap=gap)
        if whole.values is None:
            return whole.status
        return Status.OPTIMAL if self._record(whole.values) else Status.UNPROVEN

    def _solve(self, cost: Floats, gap: float = 0.0) -> Answer:
        self._told()
        return (
            self._joint.minimise(cost, integer=False, gap=gap) if self._joint else Answer(Status.INFEASIBLE)
        )

    def _told(self) -> None:
        if self._tick is not None:
            self._tick(int(np.count_nonzero(self._left())))

    def _record(self, values: Floats) -> bool:
        began = time.perf_counter()
        sound = False
        if np.all(np.isfinite(values)) and np.all(np.abs(values) < NO_LIMIT):
            table = np.rint(values).astype(np.int64)
            within: Flags = (table >= self._lower) & (table <= self._upper)
            sound = bool(np.all(within)) and self._rows.hold(table)
        if sound:
            self.pool.add(table)
        self.check_seconds += time.perf_counter() - began
        return sound

    def _proof(self, narrow: tuple[int, ...], unproven: tuple[int, ...], *,
               contradiction: bool = False) -> Proof:  # fmt: skip
        ends = {goal: self._ends[goal] for goal in narrow if goal in self._ends}
        return Proof(self.pool.spread, narrow, unproven, len(self.pool), self.check_seconds,
                     contradiction, self.pool, ends)  # fmt: skip


def _most(rows: Rows, upper: Ints) -> int:
    """Return a bound for columns that have none, so that no program is unbounded: it costs witnesses only."""
    known = np.concatenate((rows.lower, rows.upper, upper))
    return int(known[np.abs(known) < NO_LIMIT].max(initial=0)) + _ROOM
