# SPDX-License-Identifier: EUPL-1.2
"""Linear and integer programs by HiGHS; whatever is not proven optimal counts as not solved.

Trap met (disclosure.md 4.7): HiGHS' `time_limit` runs from the first `run()` of an object, and a run
that stops early leaves stale values behind: the limit is set anew for each run and values are read
only after the status Optimal.
"""

import time
from dataclasses import dataclass
from enum import Enum

import highspy
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Status(Enum):
    """How a run ended."""

    OPTIMAL = "optimal"
    INFEASIBLE = "infeasible"
    UNPROVEN = "unproven"


@dataclass(frozen=True)
class Rows:
    """Constraints `lower <= A x <= upper` in row order: `start` (rows + 1), `index`, `value`."""

    start: Ints
    index: Ints
    value: Ints
    lower: Ints
    upper: Ints

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.lower)

    def times(self, columns: Ints) -> Ints:
        """Return `A x` in integer arithmetic."""
        return sums_by_row(self.start, self.value * columns[self.index])

    def hold(self, columns: Ints) -> bool:
        """Tell in plain integer arithmetic whether `columns` satisfies every row."""
        found = self.times(columns)
        return bool(np.all(found >= self.lower) and np.all(found <= self.upper))


def sums_by_row(start: Ints, terms: Ints) -> Ints:
    """Return the sum of each row's terms (an empty row sums to 0)."""
    running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(terms, dtype=np.int64)))
    total: Ints = running[start[1:]] - running[start[:-1]]
    return total


@dataclass(frozen=True)
class Answer:
    """The outcome of one run; `values` and `objective` only when the status is Optimal."""

    status: Status
    values: Floats | None = None
    objective: float | None = None


class _QuietHighs(highspy.Highs):  # type: ignore[misc]  # highspy has no types
    """HiGHS without callbacks: enabling them prints a banner, whatever the output flag says."""

    def enableCallbacks(self) -> None:
        """Leave them off; nothing here uses one."""


class Program:
    """One set of constraints, solved for many objectives with a warm start."""

    def __init__(self, rows: Rows, upper: Ints, *, integer: bool, deadline: float) -> None:
        self._deadline = deadline
        self._columns = len(upper)
        self._highs = _QuietHighs()
        self._highs.setOptionValue("output_flag", False)
        self._highs.setOptionValue("threads", 1)
        self._highs.setOptionValue("random_seed", 1)
        self._highs.passModel(_model(rows, upper, integer=integer))

    def minimise(self, cost: Floats) -> Answer:
        """Solve for the least `cost · x`; unproven when time is up or HiGHS says anything but Optimal."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            return Answer(Status.UNPROVEN)
        every = np.arange(self._columns, dtype=np.int32)
        self._highs.changeColsCost(self._columns, every, np.asarray(cost, dtype=np.float64))
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + left)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Answer(Status.INFEASIBLE)
        if status != highspy.HighsModelStatus.kOptimal:
            return Answer(Status.UNPROVEN)
        values = np.array(self._highs.getSolution().col_value, dtype=np.float64)
        return Answer(Status.OPTIMAL, values, float(self._highs.getInfo().objective_function_value))


def _model(rows: Rows, upper: Ints, *, integer: bool) -> highspy.HighsLp:
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(upper), rows.count
    model.col_cost_ = np.zeros(len(upper))
    model.col_lower_, model.col_upper_ = np.zeros(len(upper)), _floats(upper)
    model.row_lower_, model.row_upper_ = rows.lower.astype(np.float64), _floats(rows.upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = rows.start.astype(np.int32)
    model.a_matrix_.index_ = rows.index.astype(np.int32)
    model.a_matrix_.value_ = rows.value.astype(np.float64)
    if integer:
        model.integrality_ = [highspy.HighsVarType.kInteger] * len(upper)
    return model


NO_LIMIT = 2**40


def _floats(bounds: Ints) -> Floats:
    return np.where(bounds >= NO_LIMIT, highspy.kHighsInf, bounds.astype(np.float64))


class RowsBuilder:
    """Collects constraints one by one."""

    def __init__(self) -> None:
        self._indices: list[Ints] = []
        self._values: list[Ints] = []
        self._lower: list[int] = []
        self._upper: list[int] = []

    def add(self, index: Ints, value: Ints | int, lower: int, upper: int) -> None:
        """Add `lower <= sum(value * x[index]) <= upper`; columns in `index` must be distinct."""
        self._indices.append(index)
        self._values.append(np.broadcast_to(np.asarray(value, dtype=np.int64), index.shape))
        self._lower.append(lower)
        self._upper.append(upper)

    def build(self) -> Rows:
        """Return the collected rows."""
        return Rows(
            row_starts(self._indices),
            _joined(self._indices),
            _joined(self._values),
            np.array(self._lower, dtype=np.int64),
            np.array(self._upper, dtype=np.int64),
        )


def row_starts(indices: list[Ints]) -> Ints:
    """Return where each row begins in the joined indices, and the end."""
    return np.concatenate(([0], np.cumsum([len(index) for index in indices]))).astype(np.int64)


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, dtype=np.int64)
