# SPDX-License-Identifier: EUPL-1.2
"""The cells of a table: which are margins of which, for any number of dimensions with trees and groups."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product

from casus.disclosure.figures.dimensions import PublishedDimension
from casus.disclosure.model import TOTAL, Cell


class Geometry:
    """Cells of a table, given its dimensions (checked by validation.py: no cycles, known members)."""

    def __init__(self, dimensions: Iterable[PublishedDimension]) -> None:
        self._dimensions = tuple(dimensions)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """All cells, totals first."""
        codes = ((TOTAL, *(c for c, _ in d.categories), *(g for g, _ in d.groups)) for d in self._dimensions)
        return tuple(product(*codes))

    @cached_property
    def leaves(self) -> tuple[Cell, ...]:
        """The cells that are not broken down."""
        return tuple(product(*self._lines))

    @cached_property
    def leaf_set(self) -> frozenset[Cell]:
        """The leaves, for membership tests."""
        return frozenset(self.leaves)

    def above(self, leaf: Cell) -> Iterator[Cell]:
        """Yield a leaf and all margins it is part of."""
        return product(*(lines[code] for lines, code in zip(self._lines, leaf, strict=True)))

    def summed(self, leaves: Mapping[Cell, int]) -> dict[Cell, int]:
        """Return the numbers of all cells, given those of (some) leaves."""
        values = dict.fromkeys(self.cells, 0)
        for leaf, number in leaves.items():
            for cell in self.above(leaf):
                values[cell] += number
        return values

    def bases(self, structural_zeros: Iterable[Cell]) -> frozenset[Cell]:
        """Return the total and every subtotal with more than one possible leaf below it."""
        below = self.summed(dict.fromkeys(self.leaf_set - frozenset(structural_zeros), 1))
        total = tuple(TOTAL for _ in self._dimensions)
        return frozenset({total, *(cell for cell, number in below.items() if number > 1)})

    def sums(self) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
        """Yield every margin with the cells that add up to it, once per dimension broken down.

        A group is a margin of its members, so whoever keeps these sums keeps groups additive too.
        """
        for cell in self.cells:
            for place, code in enumerate(cell):
                below = self._children[place].get(code, ())
                if below:
                    yield cell, tuple((*cell[:place], child, *cell[place + 1 :]) for child in below)

    @cached_property
    def _children(self) -> tuple[Mapping[str, tuple[str, ...]], ...]:
        return tuple(parts_of(dimension) for dimension in self._dimensions)

    @cached_property
    def _lines(self) -> tuple[Mapping[str, tuple[str, ...]], ...]:
        return tuple(_lines_of(dimension) for dimension in self._dimensions)


def parts_of(dimension: PublishedDimension) -> Mapping[str, tuple[str, ...]]:
    """Return what adds up to `TOTAL`, to each category with children, and to each group."""
    parts: dict[str, tuple[str, ...]] = {}
    for code, parent in dimension.categories:
        above = TOTAL if parent is None else parent
        parts[above] = (*parts.get(above, ()), code)
    return {**parts, **dict(dimension.groups)}


def _lines_of(dimension: PublishedDimension) -> Mapping[str, tuple[str, ...]]:
    """Return for each leaf the codes it counts for: its line up the tree, and groups with one of these."""
    parents = dict(dimension.categories)
    inner = set(parents.values())
    lines = {}
    for leaf in parents:
        if leaf in inner:
            continue
        line = [leaf]
        while (above := parents[line[-1]]) is not None:
            line.append(above)
        groups = [group for group, members in dimension.groups if not set(members).isdisjoint(line)]
        lines[leaf] = (*line, *groups, TOTAL)
    return lines
