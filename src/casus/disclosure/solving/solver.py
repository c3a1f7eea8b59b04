# SPDX-License-Identifier: EUPL-1.2
"""Linear and integer programs by HiGHS; whatever is not proven optimal counts as not solved.

Trap met (disclosure.md 4.7): HiGHS' `time_limit` runs from the first `run()` of an object, and a run
that stops early leaves stale values behind: the limit is set anew for each run and values are read
only after the status Optimal. HiGHS is imported with the first program: who only re-checks a proof
needs no solver.
"""

import math
import time
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

import numpy as np

from casus.disclosure.solving.rows import NO_LIMIT, Floats, Ints, Rows, RowsBuilder, row_starts, sums_by_row

__all__ = [
    "NO_LIMIT", "Answer", "Floats", "Ints", "Program", "Rows", "RowsBuilder", "Status", "row_starts",
    "sums_by_row",
]  # fmt: skip


_PRIMAL = 4
"""Simplex strategy: after a change of costs the last basis is still primal feasible."""


class Status(Enum):
    """How a run ended."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class Answer:
    """The outcome of one run; `values` and `objective` only when the status is Optimal."""

    status: Status
    values: Floats | None = None
    objective: float | None = None


@cache
def _highs_class() -> Any:
    import highspy

    class QuietHighs(highspy.Highs):  # type: ignore[misc]  # highspy has no types
        """HiGHS without callbacks: enabling them prints a banner, whatever the output flag says."""

        def enableCallbacks(self) -> None:
            """Leave them off; nothing here uses one."""

    return QuietHighs


class Program:
    """One set of constraints, solved for many objectives with a warm start.

    `upper` and `lower` (0 where not given) bound the columns. `gap`, `least_gap`: relative and absolute gap
    at which an integer run may stop.
    """

    def __init__(
        self, rows: Rows, upper: Ints, *, integer: bool, deadline: float, lower: Ints | None = None,
        gap: float = 0.0, least_gap: float = 1e-6,
    ) -> None:  # fmt: skip
        self._deadline = deadline
        self._columns = len(upper)
        self._highs = _highs_class()()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._highs.setOptionValue("random_seed", 1)
        self._highs.setOptionValue("mip_rel_gap", gap)
        self._highs.setOptionValue("mip_abs_gap", least_gap)
        self._highs.setOptionValue("simplex_strategy", _PRIMAL)
        self._highs.passModel(_model(rows, upper, lower, integer=integer))

    def minimise(self, cost: Floats, *, seconds: float | None = None) -> Answer:
        """Solve for the least `cost · x`; unproven when time is up or HiGHS says anything but Optimal."""
        from highspy import HighsModelStatus

        left = self._deadline - time.monotonic()
        left = left if seconds is None else min(left, seconds)
        if left <= 0:
            return Answer(Status.UNPROVEN)
        every = np.arange(self._columns, dtype=np.int32)
        self._highs.changeColsCost(self._columns, every, np.asarray(cost, dtype=np.float64))
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == HighsModelStatus.kInfeasible:
            return Answer(Status.INFEASIBLE)
        if status != HighsModelStatus.kOptimal:
            return Answer(Status.UNPROVEN)
        values = np.array(self._highs.getSolution().col_value, dtype=np.float64)
        least = float(self._highs.getInfo().objective_function_value)
        if len(values) != self._columns or not (np.all(np.isfinite(values)) and math.isfinite(least)):
            return Answer(Status.UNPROVEN)
        return Answer(Status.OPTIMAL, values, least)

    def by_points(self) -> None:
        """Solve by interior points: much faster where the costs of all columns change at once."""
        self._highs.setOptionValue("solver", "ipm")

    def accept(self, gap: float) -> None:
        """Let integer runs stop within a relative gap of the best bound."""
        self._highs.setOptionValue("mip_rel_gap", gap)

    def duals(self) -> tuple[Floats, Floats]:
        """Return the duals of rows and columns in the last run, which must have been Optimal and linear."""
        solution = self._highs.getSolution()
        return np.array(solution.row_dual, dtype=np.float64), np.array(solution.col_dual, dtype=np.float64)

    def bound_columns(self, columns: Ints, lower: Ints | Floats, upper: Ints | Floats) -> None:
        """Give some columns other bounds."""
        self._highs.changeColsBounds(len(columns), columns.astype(np.int32), _floats(lower), _floats(upper))

    def bound_rows(self, rows: Ints, lower: Ints | Floats, upper: Ints | Floats) -> None:
        """Give some rows other bounds."""
        self._highs.changeRowsBounds(len(rows), rows.astype(np.int32), _floats(lower), _floats(upper))


def _model(rows: Rows, upper: Ints, lower: Ints | None, *, integer: bool) -> Any:
    import highspy

    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(upper), rows.count
    model.col_cost_ = np.zeros(len(upper))
    model.col_lower_ = np.zeros(len(upper)) if lower is None else lower.astype(np.float64)
    model.col_upper_ = _floats(upper)
    model.row_lower_, model.row_upper_ = _floats(rows.lower), _floats(rows.upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = rows.start.astype(np.int32)
    model.a_matrix_.index_ = rows.index.astype(np.int32)
    model.a_matrix_.value_ = rows.value.astype(np.float64)
    if integer:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(upper)
    return model


def _floats(bounds: Ints | Floats) -> Floats:
    """Return bounds as HiGHS takes them: beyond `NO_LIMIT` in size means none."""
    found = np.where(bounds >= NO_LIMIT, np.inf, bounds.astype(np.float64))
    return np.where(bounds <= -NO_LIMIT, -np.inf, found)
