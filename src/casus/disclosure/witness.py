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

from casus.disclosure.pool import Goal, Pool
from casus.disclosure.rows import Flags, Floats, Ints, Rows
from casus.disclosure.solver import Answer, Program, Status

__all__ = ["End", "Goal", "Pool", "Proof", "Tick", "prove"]

Tick = Callable[[int], None]
_ROUNDS = 24
_IDLE_ROUNDS = 3
_SLACK = 1e-6


@dataclass(frozen=True)
class End:
    """Width (most - least, linear) of a narrow goal, and its slopes per row and per column bound."""

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
    return _Search(rows, upper, goals, deadline, lower, tick).run()


class _Search:
    def __init__(
        self, rows: Rows, upper: Ints, goals: Sequence[Goal], deadline: float, lower: Ints | None,
        tick: Tick | None,
    ) -> None:  # fmt: skip
        self._rows, self._upper, self._deadline = rows, upper, deadline
        self._lower = np.zeros(len(upper), dtype=np.int64) if lower is None else lower
        self._tick = tick
        self.pool = Pool(goals, len(upper))
        self._matters = np.array([goal.matters for goal in goals], dtype=bool)
        self._check_seconds = 0.0
        self._ends: dict[int, End] = {}
        self._linear = Program(rows, upper, integer=False, deadline=deadline, lower=self._lower)

    @cached_property
    def _integer(self) -> Program:
        return Program(self._rows, self._upper, integer=True, deadline=self._deadline, lower=self._lower)

    def run(self) -> Proof:
        if not len(self._matters):
            return self._proof((), ())
        if self._try(np.zeros(len(self._upper))) is Status.INFEASIBLE:
            return self._proof((), (), contradiction=True)
        self._explore()
        narrow: list[int] = []
        unproven: list[int] = []
        for goal in np.flatnonzero(self._matters):
            if not self.pool.open[goal]:
                verdict = self._pursue(int(goal))
                if not self.pool.open[goal]:
                    (narrow if verdict is Status.OPTIMAL else unproven).append(int(goal))
        return self._proof(tuple(narrow), tuple(unproven))

    def _explore(self) -> None:
        """Push all goals that are left in random directions and back, many at a time."""
        random = np.random.default_rng(5)
        idle = 0
        for _ in range(_ROUNDS):
            left = ~self.pool.open
            if not left.any() or idle == _IDLE_ROUNDS:
                return
            push = left * self._directions(random.choice((-1.0, 1.0), len(left)))
            self._try(self.pool.cost(push))
            self._try(self.pool.cost((~self.pool.open) * self._directions(-push)))
            idle = idle + 1 if np.array_equal(left, ~self.pool.open) else 0

    def _directions(self, otherwise: Floats) -> Floats:
        """Return 1 (down) or -1 (up) for goals that lack one end, `otherwise` for those that lack both."""
        down, up, _ = self.pool.short
        return np.where(down == up, otherwise, np.where(down, 1.0, -1.0))

    def _pursue(self, goal: int) -> Status:
        """Settle one goal: its least and its greatest value; OPTIMAL when both are certain."""
        alone = np.zeros(len(self._matters))
        alone[goal] = 1.0
        cost = self.pool.cost(alone)
        least, most = (self._end(sign * cost) for sign in (1.0, -1.0))
        if least is not None and most is not None:
            low, high = math.ceil(least[0] - _SLACK), math.floor(-most[0] + _SLACK)
            self._ends[goal] = End(-most[0] - least[0], -most[1] - least[1], -most[2] - least[2])
            if not self.pool.could_open(goal, low, high):
                return Status.OPTIMAL
        found = [self._settle(self._solve(self._linear, cost * sign), cost * sign) for sign in (1.0, -1.0)]
        return next((status for status in found if status is not Status.OPTIMAL), Status.OPTIMAL)

    def _end(self, cost: Floats) -> tuple[float, Floats, Floats] | None:
        answer = self._solve(self._linear, cost)
        if answer.objective is None or not math.isfinite(answer.objective):
            return None
        if answer.values is not None:
            self._record(answer.values)
        return (answer.objective, *self._linear.duals())

    def _try(self, cost: Floats) -> Status:
        return self._settle(self._solve(self._linear, cost), cost)

    def _solve(self, program: Program, cost: Floats) -> Answer:
        if self._tick is not None:
            self._tick(int(np.count_nonzero(~self.pool.open & self._matters)))
        return program.minimise(cost)

    def _settle(self, answer: Answer, cost: Floats) -> Status:
        """Record the answer as a witness, solving in integers where the linear one is fractional."""
        if answer.values is not None and self._record(answer.values):
            return Status.OPTIMAL
        whole = self._solve(self._integer, cost)
        if whole.values is None:
            return whole.status
        return Status.OPTIMAL if self._record(whole.values) else Status.UNPROVEN

    def _record(self, values: Floats) -> bool:
        began = time.perf_counter()
        sound = False
        if np.all(np.isfinite(values)):
            table = np.rint(values).astype(np.int64)
            within: Flags = (table >= self._lower) & (table <= self._upper)
            sound = bool(np.all(within)) and self._rows.hold(table)
        if sound:
            self.pool.add(table)
        self._check_seconds += time.perf_counter() - began
        return sound

    def _proof(self, narrow: tuple[int, ...], unproven: tuple[int, ...], *,
               contradiction: bool = False) -> Proof:  # fmt: skip
        ends = {goal: self._ends[goal] for goal in narrow if goal in self._ends}
        return Proof(self.pool.spread, narrow, unproven, len(self.pool), self._check_seconds,
                     contradiction, self.pool, ends)  # fmt: skip
