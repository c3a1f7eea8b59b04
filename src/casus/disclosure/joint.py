# SPDX-License-Identifier: EUPL-1.2
"""A reduced system as linear and integer programs; asked and answered in the columns of the whole one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.reduce import Reduced
from casus.disclosure.rows import NO_LIMIT, Floats, Ints, Rows, RowsBuilder
from casus.disclosure.solver import Answer, Program, Status


@dataclass(frozen=True)
class Given:
    """What somebody knows besides the published figures: a sum of columns lies between two bounds."""

    columns: Ints
    low: int
    high: int = NO_LIMIT


class Joint:
    """Programs for one system; `sums`: sums of columns that may be bounded for a while by `know`."""

    def __init__(self, small: Reduced, deadline: float, sums: Sequence[Ints] = ()) -> None:
        self._small, self._deadline = small, deadline
        self._place = np.full(len(small.fixed), -1, dtype=np.int64)
        self._place[small.kept] = np.arange(len(small.kept))
        self._sums = {columns.tobytes(): number for number, columns in enumerate(sums)}
        self._offsets = [int(small.fixed[columns].sum()) for columns in sums]
        self._free = [self._place[columns][self._place[columns] >= 0] for columns in sums]
        self._rows = self._with_spare_rows()
        self._programs: dict[bool, Program] = {}
        self._knows: tuple[Given, ...] = ()
        self._never = False

    def _with_spare_rows(self) -> Rows:
        if not self._free:
            return self._small.rows
        builder = RowsBuilder()
        for columns in self._free:
            builder.add(columns, 1, -NO_LIMIT, NO_LIMIT)
        return self._small.rows.followed_by(builder.build())

    def minimise(self, cost: Floats, *, integer: bool) -> Answer:
        """Solve for the least `cost · x`; values are those of all columns."""
        if self._never:
            return Answer(Status.INFEASIBLE)
        fixed = self._small.fixed.astype(np.float64)
        if not len(self._small.kept):
            return Answer(Status.OPTIMAL, fixed, float(cost @ fixed))
        answer = self._program(integer=integer).minimise(cost[self._small.kept])
        if answer.values is None:
            return answer
        fixed[self._small.kept] = answer.values
        return Answer(answer.status, fixed, float(cost @ fixed))

    def know(self, given: Sequence[Given]) -> None:
        """Bound sums of columns (each one of `sums`) until told otherwise."""
        for integer, program in self._programs.items():
            self._bound(program, self._knows, lifted=True)
            self._bound(program, given, lifted=False)
            self._programs[integer] = program
        self._knows = tuple(given)
        self._never = any(self._contradicts(fact) for fact in given)

    def _contradicts(self, fact: Given) -> bool:
        number = self._sums[fact.columns.tobytes()]
        off = self._offsets[number]
        return not len(self._free[number]) and not fact.low <= off <= fact.high

    def _bound(self, program: Program, given: Sequence[Given], *, lifted: bool) -> None:
        if not given:
            return
        numbers = [self._sums[fact.columns.tobytes()] for fact in given]
        none = NO_LIMIT
        low = [-none if lifted else f.low - self._offsets[n] for f, n in zip(given, numbers, strict=True)]
        high = [none if lifted or f.high >= none else f.high - self._offsets[n]
                for f, n in zip(given, numbers, strict=True)]  # fmt: skip
        first = self._small.rows.count
        program.bound_rows(np.array(numbers) + first, np.array(low), np.array(high))

    def _program(self, *, integer: bool) -> Program:
        if integer not in self._programs:
            small = self._small
            program = Program(
                self._rows, small.upper, integer=integer, deadline=self._deadline, lower=small.lower
            )
            self._bound(program, self._knows, lifted=False)
            self._programs[integer] = program
        return self._programs[integer]
