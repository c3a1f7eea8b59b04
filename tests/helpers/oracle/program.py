# SPDX-License-Identifier: EUPL-1.2
"""Integer programs by scipy; every answer is checked in plain integers before it is believed."""

from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

MANY = 10_000
"""More persons than any register here has: an upper bound on every unknown."""


class OracleFailed(Exception):
    """The oracle could not settle a question: a test may not pass on it."""


class Impossible(Exception):
    """No register at all fits what is assumed."""


@dataclass
class Constraints:
    """Rows `low <= sum(sign * x[columns]) <= high` over non-negative integers, at most `upper` each."""

    columns: int
    rows: list[tuple[np.ndarray, np.ndarray, int, int]] = field(default_factory=list)

    def add(self, plus: np.ndarray, low: int, high: int, minus: np.ndarray | None = None) -> None:
        """Bound the sum of the `plus` columns without that of the `minus` ones."""
        minus = np.zeros(0, dtype=np.int64) if minus is None else minus
        signs = np.concatenate((np.ones(len(plus)), -np.ones(len(minus)))).astype(np.int64)
        self.rows.append((np.concatenate((plus, minus)).astype(np.int64), signs, low, high))

    def weigh(self, columns: np.ndarray, weights: np.ndarray, low: int, high: int) -> None:
        """Bound a sum with weights of its own."""
        self.rows.append((columns.astype(np.int64), weights.astype(np.int64), low, high))

    def more(self, number: int) -> np.ndarray:
        """Return new columns."""
        self.columns += number
        return np.arange(self.columns - number, self.columns, dtype=np.int64)


class Program:
    """Constraints made ready to be solved again and again; `upper`: bounds on single columns."""

    def __init__(self, constraints: Constraints, upper: np.ndarray) -> None:
        starts = np.cumsum([0, *(len(row[0]) for row in constraints.rows)])
        index = np.concatenate([row[0] for row in constraints.rows] or [np.zeros(0, dtype=np.int64)])
        value = np.concatenate([row[1] for row in constraints.rows] or [np.zeros(0, dtype=np.int64)])
        shape = (len(constraints.rows), constraints.columns)
        self._matrix = csr_array((value, index, starts), shape=shape)
        self._low = np.array([row[2] for row in constraints.rows], dtype=np.int64)
        self._high = np.array([row[3] for row in constraints.rows], dtype=np.int64)
        self._upper = upper
        self.columns = constraints.columns
        self._rows = LinearConstraint(self._matrix.astype(float), self._low, self._high)

    def admits(self, answer: np.ndarray) -> bool:
        """Tell in integers whether an answer fits every row."""
        sums = self._matrix @ answer
        fits = bool(np.all(sums >= self._low) and np.all(sums <= self._high))
        return fits and bool(np.all(answer >= 0) and np.all(answer <= self._upper))

    def least(self, cost: np.ndarray) -> np.ndarray:
        """Return an answer of least cost, checked; raises Impossible and OracleFailed."""
        found = milp(
            cost,
            integrality=np.ones(len(cost)),
            bounds=Bounds(np.zeros(len(cost)), self._upper),
            constraints=self._rows if len(self._low) else (),
            options={"mip_rel_gap": 0.0, "time_limit": 60.0},
        )
        if found.status == 2:
            raise Impossible
        if found.status != 0:
            raise OracleFailed(found.message)
        answer = np.rint(found.x).astype(np.int64)
        if not self.admits(answer):
            raise OracleFailed("an answer that does not fit")
        return answer
