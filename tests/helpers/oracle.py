# SPDX-License-Identifier: EUPL-1.2
"""An attacker of its own: what can be derived from released tables; shares no code with the engine.

It works on the full product of all attributes and asks HiGHS for the least and the greatest integer
value of one cell at a time. `count_answers` lists all answers to tiny tables without any solver.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

import highspy
import numpy as np

from casus.disclosure import FigureStatus, ReleasedTable

Atom = tuple[str, ...]
REST = "(rest)"


class Attacker:
    """Knows the given released tables (one counted state), the rounding rule and `least`, the minimal population."""

    def __init__(self, tables: Sequence[ReleasedTable], least: int = 0) -> None:
        self._tables = tables
        self._least = least
        self._trees = _trees(tables)
        self._axes = {axis: _leaves(tree) for axis, tree in self._trees.items()}
        self.atoms: list[Atom] = list(product(*self._axes.values()))
        self._rows = [self._row(table, cell) for table in tables for cell in table.figures]

    def range_of(self, table: ReleasedTable, cell: tuple[str, ...]) -> tuple[int, int]:
        """The least and the greatest value the cell can have."""
        members = self._members(table, cell)
        return self._extreme(members, 1), self._extreme(members, -1)

    def difference(
        self, wide: tuple[ReleasedTable, tuple[str, ...]], part: tuple[ReleasedTable, tuple[str, ...]]
    ) -> tuple[int, int]:
        """The range of a cell without another one that lies within it."""
        rest = sorted(set(self._members(*wide)) - set(self._members(*part)))
        return self._extreme(rest, 1), self._extreme(rest, -1)

    def _members(self, table: ReleasedTable, cell: tuple[str, ...]) -> list[int]:
        wanted = dict(part.split("=") for part in table.population.split(";")[1:])
        codes = [dimension.code for dimension in table.dimensions]
        wanted |= {code: value for code, value in zip(codes, cell, strict=True) if value != "total"}
        names = list(self._axes)
        return [
            number
            for number, atom in enumerate(self.atoms)
            if all(
                value in _line(atom[names.index(axis)], self._trees[axis]) for axis, value in wanted.items()
            )
        ]

    def _row(self, table: ReleasedTable, cell: tuple[str, ...]) -> tuple[list[int], int, int]:
        figure = table.figures[cell]
        assert figure.value is not None
        low = high = figure.value
        if figure.status is FigureStatus.ROUNDED:
            low, high = max(0, figure.value - table.max_error), figure.value + table.max_error
            if self._least and cell in _bases(table):
                low = max(low, self._least) if figure.value else 0
                high = high if figure.value else 0
        return self._members(table, cell), low, high

    def _extreme(self, members: Iterable[int], sign: int) -> int:
        cost = np.zeros(len(self.atoms))
        cost[list(members)] = sign
        model = highspy.HighsModel()
        lp = model.lp_
        lp.num_col_, lp.num_row_ = len(self.atoms), len(self._rows)
        lp.col_cost_ = cost
        lp.col_lower_ = np.zeros(len(self.atoms))
        lp.col_upper_ = np.full(len(self.atoms), 1e6)
        lp.row_lower_ = np.array([low for _, low, _ in self._rows], dtype=float)
        lp.row_upper_ = np.array([high for _, _, high in self._rows], dtype=float)
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lengths = [len(row) for row, _, _ in self._rows]
        lp.a_matrix_.start_ = np.concatenate(([0], np.cumsum(lengths))).astype(np.int32)
        lp.a_matrix_.index_ = np.array([c for row, _, _ in self._rows for c in row], dtype=np.int32)
        lp.a_matrix_.value_ = np.ones(sum(lengths))
        lp.integrality_ = [highspy.HighsVarType.kInteger] * len(self.atoms)
        highs = highspy.Highs()
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("mip_rel_gap", 0.0)
        highs.passModel(model)
        highs.run()
        assert highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        return sign * round(highs.getInfo().objective_function_value)


def count_answers(table: ReleasedTable) -> Mapping[tuple[str, ...], set[int]]:
    """All values each leaf can have, by listing every integer table that fits; for a handful of leaves."""
    leaves = list(product(*(d.leaves() for d in table.dimensions)))
    trees = [{c.code: c.parent for c in d.categories} for d in table.dimensions]
    reach = table.max_error
    spans = [range(max(0, (v := table.figures[leaf].value or 0) - reach), v + reach + 1) for leaf in leaves]
    within = {
        cell: [
            n
            for n, leaf in enumerate(leaves)
            if all(wide in _line(code, tree) for wide, code, tree in zip(cell, leaf, trees, strict=True))
        ]
        for cell in table.figures
    }
    found: dict[tuple[str, ...], set[int]] = {leaf: set() for leaf in leaves}
    for answer in product(*spans):
        if all(
            abs(sum(answer[n] for n in inside) - (table.figures[cell].value or 0)) <= reach
            for cell, inside in within.items()
        ):
            for leaf, value in zip(leaves, answer, strict=True):
                found[leaf].add(value)
    return found


def _trees(tables: Sequence[ReleasedTable]) -> dict[str, dict[str, str | None]]:
    trees: dict[str, dict[str, str | None]] = {}
    for table in tables:
        for dimension in table.dimensions:
            tree = trees.setdefault(dimension.code, {})
            for category in dimension.categories:
                tree[category.code] = category.parent or tree.get(category.code)
    for table in tables:
        for part in table.population.split(";")[1:]:
            axis, value = part.split("=")
            trees.setdefault(axis, {value: None, REST: None})
    return trees


def _leaves(tree: Mapping[str, str | None]) -> list[str]:
    inner = set(tree.values())
    return [code for code in tree if code not in inner]


def _line(code: str, tree: Mapping[str, str | None]) -> set[str]:
    line = {"total"}
    step: str | None = code
    while step is not None:
        line.add(step)
        step = tree[step]
    return line


def _bases(table: ReleasedTable) -> set[tuple[str, ...]]:
    """The total, and every cell that more than one possible leaf falls into."""
    leaves = list(product(*(d.leaves() for d in table.dimensions)))
    live = [leaf for leaf in leaves if table.figures[leaf].status is not FigureStatus.STRUCTURAL_ZERO]
    trees = [{c.code: c.parent for c in d.categories} for d in table.dimensions]
    found = {tuple("total" for _ in table.dimensions)}
    for cell in table.figures:
        inside = [
            leaf
            for leaf in live
            if all(wide in _line(code, tree) for wide, code, tree in zip(cell, leaf, trees, strict=True))
        ]
        if len(inside) > 1:
            found.add(cell)
    return found
