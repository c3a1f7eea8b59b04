# SPDX-License-Identifier: EUPL-1.2
"""The choice of figures to withhold: a covering problem of which only the rows met so far are known.

Each row ("cut") says: as long as too little of these figures is withheld, a certain goal stays closed
(Fischetti and Salazar 2001, capacity constraints). Cuts hold for every choice, so they are kept.
"""

from typing import cast

import numpy as np

from casus.disclosure.solving.rows import NO_LIMIT, Flags, Floats, Ints, Rows
from casus.disclosure.solving.solver import Program
from casus.disclosure.suppression.attacker import Effort, GaveUp

_DIGITS = 6
_ROUNDING = 1e-6


class _Relaxed(Program):
    """The covering problem in fractions; rows are added as they are met."""

    def __init__(self, columns: int, deadline: float) -> None:
        none = np.zeros(0, dtype=np.int64)
        empty = Rows(np.zeros(1, dtype=np.int64), none, none, none, none)
        super().__init__(empty, np.ones(columns, dtype=np.int64), integer=False, deadline=deadline)

    def add(self, cut: Floats) -> None:
        index = np.flatnonzero(cut).astype(np.int32)
        self._highs.addRow(1.0, np.inf, len(index), index, cut[index])


class _Whole(Program):
    """A covering problem in whole figures, of which any good answer will do: it is checked afterwards."""

    def __init__(self, rows: Rows, columns: int, deadline: float, nodes: int, gap: float) -> None:
        ones = np.ones(columns, dtype=np.int64)
        super().__init__(rows, ones, integer=True, deadline=deadline, gap=gap)
        self._highs.setOptionValue("mip_max_nodes", nodes)

    def best(self, cost: Floats, effort: Effort) -> Floats | None:
        """Return the best answer found, `None` when there is none."""
        self.minimise(cost)
        info = self._highs.getInfo()
        effort.spent += info.simplex_iteration_count * self._highs.getNumRow() * 3e-5
        if info.primal_solution_status != 2:  # highspy.kSolutionStatusFeasible
            return None
        return np.rint(np.array(self._highs.getSolution().col_value, dtype=np.float64))


class Master:
    """The cuts met so far over candidates with a `cost` each."""

    def __init__(self, cost: Floats, effort: Effort) -> None:
        self.cost, self._effort = cost, effort
        self._relaxed = _Relaxed(len(cost), effort.deadline)
        self._known: set[bytes] = set()
        self._cuts: list[Floats] = []

    @property
    def cuts(self) -> int:
        """Number of cuts."""
        return len(self._cuts)

    def add(self, cut: Floats) -> bool:
        """Add a cut (`cut · withheld >= 1`); False when it is known."""
        whole = np.ceil(cut * 10**_DIGITS - _ROUNDING * 10**_DIGITS / 10) / 10**_DIGITS
        whole = np.clip(np.where(whole < _ROUNDING * 2, 0.0, whole), 0.0, 1.0)
        key = whole.tobytes()
        if key in self._known or not whole.any():
            return False
        self._known.add(key)
        self._cuts.append(whole)
        self._relaxed.add(whole)
        return True

    def relaxed(self, least: Flags | None = None) -> tuple[Floats, float]:
        """Return the cheapest choice in fractions and its cost, a bound on every choice; raises GaveUp.

        `least`: what is chosen in any case.
        """
        self._effort.spend(len(self._cuts) * 4)
        lower = np.zeros(len(self.cost)) if least is None else least.astype(np.float64)
        self._relaxed.bound_columns(np.arange(len(lower)), lower, np.ones(len(lower)))
        answer = self._relaxed.minimise(self.cost)
        if answer.values is None or answer.objective is None:
            raise GaveUp
        return np.clip(answer.values, 0.0, 1.0), answer.objective

    def choose(
        self, least: Flags, most: Flags, below: float | None, *, nodes: int, gap: float
    ) -> Flags | None:
        """Return a cheap choice between `least` and `most` that satisfies all cuts and costs under `below`."""
        free = np.flatnonzero(most & ~least)
        cuts = np.array(self._cuts).reshape(len(self._cuts), len(self.cost))
        asked = 1.0 - cuts[:, least].sum(1)
        binding = asked > _ROUNDING
        matrix, asked = cuts[binding][:, free], asked[binding]
        if np.any(matrix.sum(1) < asked - _ROUNDING):
            return None
        most_cost = np.inf if below is None else below
        if not len(free) or not binding.any():
            return least.copy() if self.cost[least].sum() <= most_cost else None
        program = _Whole(_rows_of(matrix, asked), len(free), self._effort.deadline, nodes, gap)
        found = program.best(self.cost[free], self._effort)
        if found is None:
            return None
        chosen = least.copy()
        chosen[free] = found > 0.5
        return chosen if self.cost[chosen].sum() <= most_cost else None


def _rows_of(matrix: Floats, asked: Floats) -> Rows:
    present = matrix != 0
    start = np.concatenate(([0], np.cumsum(present.sum(1)))).astype(np.int64)
    index = np.nonzero(present)[1].astype(np.int64)
    upper = np.full(len(asked), NO_LIMIT, dtype=np.int64)
    return Rows(start, index, cast("Ints", matrix[present]), cast("Ints", asked), upper)
