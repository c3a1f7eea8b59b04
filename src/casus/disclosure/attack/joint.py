# SPDX-License-Identifier: EUPL-1.2
"""A reduced system as linear and integer programs; asked and answered in the columns of the whole one."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.attack.reduce import Reduced
from casus.disclosure.solving.rows import NO_LIMIT, Floats, Ints, Rows, RowsBuilder
from casus.disclosure.solving.solver import Answer, Program, Status

_WHOLE = 1e-6


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
        self._programs: dict[str, Program] = {}
        self._knows: tuple[Given, ...] = ()
        self._never = False

    def _with_spare_rows(self) -> Rows:
        if not self._free:
            return self._small.rows
        builder = RowsBuilder()
        for columns in self._free:
            builder.add(columns, 1, -NO_LIMIT, NO_LIMIT)
        return self._small.rows.followed_by(builder.build())

    def minimise(self, cost: Floats, *, integer: bool, gap: float = 0.0) -> Answer:
        """Solve for the least `cost · x` (integers: within a relative `gap`); values are those of all columns.

        A `gap` also says that many columns are pushed at once, for which another algorithm is faster.
        """
        if self._never:
            return Answer(Status.INFEASIBLE)
        if not len(self._small.kept):
            fixed = self._small.fixed.astype(np.float64)
            return Answer(Status.OPTIMAL, fixed, float(cost @ fixed))
        program = self._program("integer" if integer else "push" if gap else "linear")
        program.accept(gap)
        return self._filled(program.minimise(cost[self._small.kept]), cost)

    def _filled(self, answer: Answer, cost: Floats) -> Answer:
        if answer.values is None:
            return answer
        table = self._small.fixed.astype(np.float64)
        table[self._small.kept] = answer.values
        return Answer(answer.status, table, float(cost @ table))

    def near(self, cost: Floats, values: Floats, gap: float) -> Answer:
        """Solve in integers between the whole numbers around a linear answer."""
        kept, small = self._small.kept, self._small
        if np.any(np.abs(values) >= NO_LIMIT):
            return Answer(Status.UNPROVEN)
        low = np.maximum(np.floor(values[kept] + _WHOLE).astype(np.int64), small.lower)
        high = np.minimum(np.ceil(values[kept] - _WHOLE).astype(np.int64), small.upper)
        if np.any(low > high):
            return Answer(Status.UNPROVEN)
        program, every = self._program("near"), np.arange(len(kept))
        program.bound_columns(every, low, high)
        program.accept(gap)
        return self._filled(program.minimise(cost[kept]), cost)

    def know(self, given: Sequence[Given]) -> None:
        """Bound sums of columns (each one of `sums`) until told otherwise."""
        for program in self._programs.values():
            self._bound(program, self._knows, lifted=True)
            self._bound(program, given, lifted=False)
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

    def _program(self, name: str) -> Program:
        if name not in self._programs:
            small, integer = self._small, name in {"integer", "near"}
            program = Program(
                self._rows, small.upper, integer=integer, deadline=self._deadline, lower=small.lower
            )
            if name == "push":
                program.by_points()
            self._bound(program, self._knows, lifted=False)
            self._programs[name] = program
        return self._programs[name]
