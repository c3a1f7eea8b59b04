# SPDX-License-Identifier: EUPL-1.2
"""The attacker as a linear program in which figures may move as far as they are withheld.

Every figure row reads `sum - more + less = value`; how far `more` and `less` may go says how much of
the figure is withheld: nothing, all, or (while the search is undecided) a fraction.
"""

import time
from dataclasses import dataclass, field

import numpy as np

from casus.disclosure.solving.rows import NO_LIMIT, Floats, Ints, Rows
from casus.disclosure.solving.solver import Program, Status
from casus.disclosure.suppression.puzzle import Bound, Compact


class GaveUp(Exception):
    """A program was not solved: time is up, or the solver says anything but Optimal or infeasible."""


@dataclass
class Effort:
    """How much work may be done, in thousands of simplex rows handled: the same on every machine.

    `deadline` (monotonic seconds) stands behind it, for a machine too slow for the work.
    """

    limit: float
    deadline: float
    spent: float = field(default=0.0)

    def spend(self, rows: int) -> None:
        """Count one run over a program with so many rows."""
        self.spent += (rows + 50) / 1000

    @property
    def over(self) -> bool:
        """Whether work or time is used up."""
        return self.spent >= self.limit or time.monotonic() >= self.deadline


@dataclass(frozen=True)
class Leeway:
    """The values of the candidates, and how far each may rise and fall when it is withheld."""

    values: Ints
    rise: Floats
    fall: Floats


@dataclass(frozen=True)
class Extreme:
    """The greatest value of a sum: the columns, the value, and the price of each candidate figure."""

    columns: Floats
    value: float
    price: Floats


class Model:
    """One view as a program over columns, `more` and `less` per shown candidate, and slack per sum.

    `steered`: the sums that get a row of their own, with slack both ways.
    """

    def __init__(
        self, view: Compact, leeway: Leeway, steered: Ints, effort: Effort, *, integer: bool = False
    ) -> None:
        self._view, self._effort, self._steered = view, effort, steered
        self._here = np.flatnonzero(view.shown >= 0)
        self._rise, self._fall = leeway.rise[self._here], leeway.fall[self._here]
        self._n, self._nc, self._ns = len(view.upper), len(self._here), len(steered)
        rows = self._rows()
        cap = int(leeway.values.max(initial=0) + view.lower.max(initial=0)) + 1000
        free = np.full(2 * self._nc + 2 * self._ns, NO_LIMIT, dtype=np.int64)
        lower = np.concatenate((view.lower, np.zeros(len(free), dtype=np.int64)))
        upper = np.concatenate((np.minimum(view.upper, cap), free))
        self._program = Program(rows, upper, integer=integer, deadline=effort.deadline, lower=lower)
        self._size = rows.count
        self._deviations = np.arange(self._n, self._n + 2 * self._nc)
        self._slacks = np.arange(self._n + 2 * self._nc, len(upper))
        self._sum_rows = np.arange(view.rows.count, rows.count)
        self.bound({}, soft=False)

    def _rows(self) -> Rows:
        view, n, nc, ns = self._view, self._n, self._nc, self._ns
        more = n + np.arange(nc)
        slack = n + 2 * nc + np.arange(ns)
        tails = [(view.shown[self._here], more, -1), (view.shown[self._here], more + nc, 1)]
        own = view.rows.count + np.arange(ns)
        tails += [(own, slack, 1), (own, slack + ns, -1)]
        steered = [slice(view.sums.start[s], view.sums.start[s + 1]) for s in self._steered]
        owner = [np.repeat(np.arange(view.rows.count), np.diff(view.rows.start))]
        owner += [np.full(part.stop - part.start, row) for row, part in zip(own, steered, strict=True)]
        index = [view.rows.index, *(view.sums.index[part] for part in steered)]
        value = [view.rows.value, *(view.sums.value[part] for part in steered)]
        for where, columns, sign in tails:
            owner, index = [*owner, where], [*index, columns]
            value.append(np.full(len(columns), sign))
        order = np.argsort(np.concatenate(owner), kind="stable")
        counts = np.bincount(np.concatenate(owner), minlength=view.rows.count + ns)
        free = np.full(ns, NO_LIMIT)
        return Rows(
            np.concatenate(([0], np.cumsum(counts))).astype(np.int64),
            np.concatenate(index)[order].astype(np.int64),
            np.concatenate(value)[order].astype(np.int64),
            np.concatenate((view.rows.lower, -free)).astype(np.int64),
            np.concatenate((view.rows.upper, free)).astype(np.int64),
        )

    def withhold(self, share: Floats, reach: float) -> None:
        """Let figures move by their share of `reach` upwards, of all they have downwards."""
        own = share[self._here]
        most = np.concatenate((own * np.minimum(self._rise, reach), own * self._fall))
        self._program.bound_columns(self._deviations, np.zeros(len(most)), most)

    def bound(self, wanted: dict[int, tuple[float, float]], *, soft: bool) -> None:
        """Keep steered sums between bounds (all others are free); `soft`: at a price."""
        low, high = np.full(self._ns, -float(NO_LIMIT)), np.full(self._ns, float(NO_LIMIT))
        for place, number in enumerate(self._steered.tolist()):
            low[place], high[place] = wanted.get(number, (low[place], high[place]))
        self._program.bound_rows(self._sum_rows, low, high)
        most = np.full(2 * self._ns, float(NO_LIMIT) if soft else 0.0)
        self._program.bound_columns(self._slacks, np.zeros(2 * self._ns), most)

    def know(self, clues: tuple[Bound, ...]) -> None:
        """Add what an insider knows."""
        self.bound({number: (low, high) for number, low, high in clues}, soft=False)

    def solve(self, cost: Floats, deviation: Floats | None = None, slack: float = 0.0) -> Floats | None:
        """Return the columns that cost least, `None` when there are none; raises GaveUp.

        `cost` per column, `deviation` per candidate and unit, `slack` per unit of a steered sum.
        """
        rest = np.zeros(2 * self._nc)
        if deviation is not None:
            rest = np.tile(deviation[self._here], 2)
        slacks = np.full(2 * self._ns, slack)
        self._effort.spend(self._size)
        answer = self._program.minimise(np.concatenate((cost, rest, slacks)))
        if answer.values is None:
            if answer.status is Status.INFEASIBLE:
                return None
            raise GaveUp
        return answer.values[: self._n]

    def push(self, weights: Floats) -> Floats | None:
        """Return the columns for which a weighted sum of sums is greatest."""
        sums = self._view.sums
        terms = np.repeat(weights, np.diff(sums.start)) * sums.value
        cost = np.bincount(sums.index, weights=terms, minlength=self._n).astype(np.float64)
        return self.solve(-cost)

    def furthest(self, number: int, sign: float) -> Floats | None:
        """Return the columns for which `sign` times a sum is greatest."""
        return self.solve(-sign * self._view.sums.row(number, self._n))

    def extreme(self, number: int, sign: float) -> Extreme | None:
        """Return the greatest value of `sign` times a sum, and what each figure adds to it."""
        goal = sign * self._view.sums.row(number, self._n)
        columns = self.furthest(number, sign)
        if columns is None:
            return None
        price = np.zeros(len(self._view.shown))
        duals = self._program.duals()[0]
        price[self._here] = -duals[self._view.shown[self._here]]
        return Extreme(columns, float(goal @ columns), price)
