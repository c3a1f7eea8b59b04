# SPDX-License-Identifier: EUPL-1.2
"""Cell suppression of single tables beside GaussSuppression: like for like, and with the stronger guarantee.

Like for like: every small cell keeps an interval of width 5 (GaussSuppression's rangeMin=5). Stronger: it
may be nothing and may be 5 or more. Zeros are published and all margins are cells, as in disclosure.md 4.2;
whether the goals are reached is asked of the tests' oracle.
"""

import time
from collections.abc import Sequence
from math import exp, log

import numpy as np

from casus.disclosure import CountTable
from casus.disclosure.attack.pool import Goal
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.solving.rows import NO_LIMIT, RowsBuilder
from casus.disclosure.suppression import Effort, Plan, Puzzle, View, solve
from tests.bench.disclosure.sections import Section, Target
from tests.helpers.instances import GAUSS, NAMES, instance
from tests.helpers.oracle.program import MANY, Constraints, Program

SMALL = 5
WORK = 3000.0
SECONDS = 120.0
_CELL_COST = 4.0
_PROTOTYPE = {
    "D2": (32, 122), "d2": (22, 161), "A300": (53, 110), "D3": (166, 608), "B": (240, 417), "d3": (363, 1473),
    "C10": (585, 1886),
}  # fmt: skip
"""Cells and counts of the study's own heuristic, like for like (disclosure.md 4.2)."""


def study() -> Section:
    """Suppress each table twice."""
    rows, like, stronger, open_after = [], [], [], []
    for name in NAMES:
        cells = _Cells(instance(name))
        found = {level: _timed(cells, level) for level in ("width", "both")}
        open_after += [cells.closed(plan.hidden, level) for level, (plan, _) in found.items()]
        (first, seconds), (second, more) = found["width"], found["both"]
        gauss, counted = GAUSS.get(name), [cells.counted(plan.hidden) for plan in (first, second)]
        rows.append(
            (name, str(len(cells.values)), str(int(cells.small.sum())), _pair((gauss.cells, gauss.counts) if gauss else None),
             _pair(_PROTOTYPE.get(name)), _pair(counted[0]), f"{seconds:.1f}", _pair(counted[1]), f"{more:.1f}")
        )  # fmt: skip
        if gauss:
            like.append((counted[0][0] / gauss.cells, counted[0][1] / gauss.counts))
            stronger.append((counted[1][0] / gauss.cells, counted[1][1] / gauss.counts))
    headings = ("table", "cells", "small", "G5", "prototype", "width 5", "s", "0 and 5+", "s ")
    return Section(
        "Suppression: cells / sum of their counts", headings, rows, _targets(like, stronger, open_after)
    )


def _targets(like: Sequence[tuple[float, float]], stronger: Sequence[tuple[float, float]], closed: Sequence[int]
             ) -> list[Target]:  # fmt: skip
    return [
        Target("width 5 ÷ G5, cells, geometric mean", _mean([cells for cells, _ in like]), 0.96),
        Target("width 5 ÷ G5, counts, geometric mean", _mean([counts for _, counts in like]), 0.90),
        Target("width 5 ÷ G5, worst table", max(max(pair) for pair in like), 1.0),
        Target("0 and 5+ ÷ G5, cells, geometric mean", _mean([cells for cells, _ in stronger]), 0.97),
        Target("0 and 5+ ÷ G5, counts, geometric mean", _mean([counts for _, counts in stronger]), 0.93),
        Target("small cells that stayed closed, by the oracle", sum(closed), 0),
    ]


def _timed(cells: "_Cells", level: str) -> tuple[Plan, float]:
    began = time.perf_counter()
    plan = solve(cells.puzzle(level), Effort(WORK, time.monotonic() + SECONDS))
    return plan, time.perf_counter() - began


def _mean(ratios: Sequence[float]) -> float:
    return exp(sum(map(log, ratios)) / len(ratios))


def _pair(found: tuple[int, int] | None) -> str:
    return f"{found[0]}/{found[1]}" if found else ""


class _Cells:
    """A table as cells over its leaves."""

    def __init__(self, table: CountTable) -> None:
        counted = CountedTable(table)
        geometry = counted.geometry
        place = {leaf: number for number, leaf in enumerate(geometry.leaves)}
        inside: dict[tuple[str, ...], list[int]] = {cell: [] for cell in geometry.cells}
        for leaf in geometry.leaves:
            for cell in geometry.above(leaf):
                inside[cell].append(place[leaf])
        self.columns = [np.array(inside[cell], dtype=np.int64) for cell in geometry.cells]
        self.values = np.array([counted.values[cell] for cell in geometry.cells], dtype=np.int64)
        self.small = (self.values > 0) & (self.values < SMALL)
        self.leaves = len(place)

    def puzzle(self, level: str) -> Puzzle:
        """Return the puzzle with every small cell as a goal."""
        rows = RowsBuilder()
        for columns, value in zip(self.columns, self.values.tolist(), strict=True):
            rows.add(columns, 1, value, value)
        goals = tuple(
            Goal(self.columns[cell], SMALL + 1, matters=True) if level == "width"
            else Goal(self.columns[cell], 2, matters=True, down_to=0, up_to=SMALL)
            for cell in np.flatnonzero(self.small)
        )  # fmt: skip
        shown = np.where(self.small, -1, np.arange(len(self.values)))
        built = rows.build()
        lower, upper = np.zeros(self.leaves, dtype=np.int64), np.full(self.leaves, NO_LIMIT, dtype=np.int64)
        kept = RowsBuilder()
        place = np.full(len(self.values), -1, dtype=np.int64)
        for number in np.flatnonzero(shown >= 0):
            place[number] = len(np.flatnonzero(place >= 0))
            kept.add(self.columns[number], 1, int(built.lower[number]), int(built.upper[number]))
        view = View(kept.build(), lower, upper, place, goals, ((),) * len(goals))
        cost = np.where(self.values > 0, self.values + _CELL_COST, np.inf)
        known = (
            np.zeros(len(self.values), dtype=np.int64),
            np.full(len(self.values), NO_LIMIT, dtype=np.int64),
        )
        return Puzzle(self.values, cost, self.small.copy(), *known, (view,))

    def counted(self, hidden: np.ndarray | None) -> tuple[int, int]:
        """Return how many cells are suppressed, and the sum of their counts."""
        assert hidden is not None
        return int(hidden.sum()), int(self.values[hidden].sum())

    def closed(self, hidden: np.ndarray | None, level: str) -> int:
        """Return for how many small cells the oracle finds too little left."""
        assert hidden is not None
        constraints = Constraints(self.leaves)
        for number in np.flatnonzero(~hidden):
            constraints.add(self.columns[number], int(self.values[number]), int(self.values[number]))
        program = Program(constraints, np.full(self.leaves, MANY, dtype=np.int64))
        low, high = np.full(len(self.values), MANY), np.full(len(self.values), -1)
        closed = 0
        for cell in np.flatnonzero(self.small):
            for sign in (1.0, -1.0):
                if _is_open(int(low[cell]), int(high[cell]), level):
                    break
                cost = np.zeros(self.leaves)
                cost[self.columns[cell]] = sign
                answer = program.least(cost)
                sums = np.array([answer[columns].sum() for columns in self.columns])
                low, high = np.minimum(low, sums), np.maximum(high, sums)
            closed += not _is_open(int(low[cell]), int(high[cell]), level)
        return closed


def _is_open(low: int, high: int, level: str) -> bool:
    return high - low >= SMALL if level == "width" else low <= 0 and high >= SMALL
