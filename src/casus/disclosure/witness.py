# SPDX-License-Identifier: EUPL-1.2
"""Proof by witness tables: integer answers to everything published that differ enough in each target.

Two witnesses in which a target differs by `need - 1` prove that whoever knows all rows is left with at
least `need` values. Every witness is checked in integer arithmetic, so a proof does not rest on a
solver's tolerances; where no such pair is found, the target counts as narrow or as not proven.
"""

import math
import time
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from casus.disclosure.solver import Answer, Floats, Ints, Program, Rows, Status, row_starts, sums_by_row

_ROUNDS = 24
_IDLE_ROUNDS = 3
_SLACK = 1e-6
_UNSEEN = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Goal:
    """A sum of columns that must keep at least `need` values; `matters` when refusal hangs on it."""

    columns: Ints
    need: int
    matters: bool


@dataclass(frozen=True)
class Proof:
    """Per goal the spread found (values, 0 = none); goals that matter and are narrow or not proven.

    `contradiction`: no table at all fits the rows (an attacker's assumption is false).
    """

    spread: Ints
    narrow: tuple[int, ...]
    unproven: tuple[int, ...]
    witnesses: int
    check_seconds: float
    contradiction: bool = False


def prove(rows: Rows, upper: Ints, goals: list[Goal], deadline: float) -> Proof:
    """Search witnesses for all goals at once, then one by one for those that matter and are left."""
    return _Search(rows, upper, goals, deadline).run()


class _Search:
    def __init__(self, rows: Rows, upper: Ints, goals: list[Goal], deadline: float) -> None:
        self._rows, self._upper, self._deadline = rows, upper, deadline
        self._start = row_starts([goal.columns for goal in goals])
        self._index = np.concatenate([goal.columns for goal in goals]) if goals else self._start[:0]
        self._need = np.array([goal.need for goal in goals], dtype=np.int64)
        self._matters = np.array([goal.matters for goal in goals], dtype=bool)
        self._low = np.full(len(goals), _UNSEEN, dtype=np.int64)
        self._high = np.full(len(goals), -1, dtype=np.int64)
        self._witnesses = 0
        self._check_seconds = 0.0
        self._linear = Program(rows, upper, integer=False, deadline=deadline)

    @cached_property
    def _integer(self) -> Program:
        return Program(self._rows, self._upper, integer=True, deadline=self._deadline)

    def run(self) -> Proof:
        if not len(self._need):
            return self._proof((), ())
        if self._try(np.zeros(len(self._upper))) is Status.INFEASIBLE:
            return self._proof((), (), contradiction=True)
        self._explore()
        narrow: list[int] = []
        unproven: list[int] = []
        for goal in np.flatnonzero(self._matters):
            verdict = Status.OPTIMAL if self._proven()[goal] else self._pursue(int(goal))
            if not self._proven()[goal]:
                (narrow if verdict is Status.OPTIMAL else unproven).append(int(goal))
        return self._proof(tuple(narrow), tuple(unproven))

    def _explore(self) -> None:
        """Push all goals that are left in random directions and back, many at a time."""
        random = np.random.default_rng(5)
        idle = 0
        for _ in range(_ROUNDS):
            left = ~self._proven()
            if not left.any() or idle == _IDLE_ROUNDS:
                return
            push = self._cost(left * random.choice((-1.0, 1.0), len(left)))
            self._try(push)
            self._try(-push)
            idle = idle + 1 if np.array_equal(left, ~self._proven()) else 0

    def _pursue(self, goal: int) -> Status:
        """Settle one goal: its least and its greatest value; OPTIMAL when both are certain."""
        alone = np.zeros(len(self._need))
        alone[goal] = 1.0
        cost = self._cost(alone)
        ends = [self._linear.minimise(cost), self._linear.minimise(-cost)]
        if ends[0].objective is not None and ends[1].objective is not None:
            least, most = math.ceil(ends[0].objective - _SLACK), math.floor(-ends[1].objective + _SLACK)
            if most - least + 1 < self._need[goal]:
                return Status.OPTIMAL
        found = [self._settle(end, sign * cost) for end, sign in zip(ends, (1.0, -1.0), strict=True)]
        return next((status for status in found if status is not Status.OPTIMAL), Status.OPTIMAL)

    def _try(self, cost: Floats) -> Status:
        return self._settle(self._linear.minimise(cost), cost)

    def _settle(self, answer: Answer, cost: Floats) -> Status:
        """Record the answer as a witness, solving in integers where the linear one is fractional."""
        if answer.values is not None and self._record(answer.values):
            return Status.OPTIMAL
        whole = self._integer.minimise(cost)
        if whole.values is None:
            return whole.status
        return Status.OPTIMAL if self._record(whole.values) else Status.UNPROVEN

    def _record(self, values: Floats) -> bool:
        began = time.perf_counter()
        table = np.rint(values).astype(np.int64)
        sound = bool(np.all(table >= 0) and np.all(table <= self._upper)) and self._rows.hold(table)
        if sound:
            found = sums_by_row(self._start, table[self._index])
            self._low = np.minimum(self._low, found)
            self._high = np.maximum(self._high, found)
            self._witnesses += 1
        self._check_seconds += time.perf_counter() - began
        return sound

    def _cost(self, weights: Floats) -> Floats:
        terms = np.repeat(weights, np.diff(self._start))
        cost = np.bincount(self._index, weights=terms, minlength=len(self._upper))
        return cost.astype(np.float64)

    def _spread(self) -> Ints:
        spread: Ints = np.where(self._high < 0, 0, self._high - np.minimum(self._low, self._high) + 1)
        return spread

    def _proven(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        return np.asarray(self._spread() >= self._need)

    def _proof(self, narrow: tuple[int, ...], unproven: tuple[int, ...], *,
               contradiction: bool = False) -> Proof:  # fmt: skip
        return Proof(self._spread(), narrow, unproven, self._witnesses, self._check_seconds, contradiction)
