# SPDX-License-Identifier: EUPL-1.2
"""All answers to a tiny table, listed without any solver."""

from collections.abc import Mapping
from itertools import product

from casus.disclosure import ReleasedTable


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


def _line(code: str, tree: Mapping[str, str | None]) -> set[str]:
    line = {"total"}
    step: str | None = code
    while step is not None:
        line.add(step)
        step = tree[step]
    return line
