# SPDX-License-Identifier: EUPL-1.2
"""Exact counts of a table with all its margins; internal, never leaves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from casus.disclosure.figures.dimensions import published_dimension
from casus.disclosure.figures.geometry import Geometry
from casus.disclosure.figures.predicates import Predicate, parse_population, predicate_of
from casus.disclosure.model import Cell, CountTable, Dimension


def geometry_of(dimensions: Iterable[Dimension]) -> Geometry:
    """Return the cells of a table with these dimensions."""
    return Geometry(published_dimension(dimension) for dimension in dimensions)


@dataclass(frozen=True)
class CountedTable:
    """A count table with its derived margins."""

    table: CountTable

    @cached_property
    def geometry(self) -> Geometry:
        """Its cells."""
        return geometry_of(self.table.dimensions)

    @property
    def classified(self) -> tuple[Dimension, ...]:
        """All it says of how attributes are classified."""
        return (*self.table.dimensions, *self.table.classes)

    @cached_property
    def scope(self) -> Predicate:
        """The population as a predicate."""
        return parse_population(self.table.population)

    @cached_property
    def values(self) -> Mapping[Cell, int]:
        """True counts of all cells."""
        return self.geometry.summed({cell: n for cell, n in self.table.counts.items() if n})

    @cached_property
    def predicates(self) -> Mapping[Cell, Predicate]:
        """What each cell counts."""
        dimensions = self.table.dimensions
        return {cell: predicate_of(self.scope, dimensions, cell) for cell in self.geometry.cells}

    @cached_property
    def structural_zeros(self) -> frozenset[Cell]:
        """Declared structural zeros and the margins that consist of nothing else."""
        open_leaves = self.geometry.leaf_set - self.table.structural_zeros
        possible = self.geometry.summed(dict.fromkeys(open_leaves, 1))
        return frozenset(cell for cell, number in possible.items() if not number)

    @cached_property
    def persons(self) -> Mapping[Cell, int]:
        """Distinct persons per cell; where a margin is not given, the largest leaf below: a lower bound."""
        given = self.table.persons
        if given is None:
            return self.values
        least = {cell: given.get(cell, 0) for cell in self.geometry.cells}
        for leaf in self.geometry.leaves:
            known = given.get(leaf, 0)
            for cell in self.geometry.above(leaf):
                least[cell] = max(least[cell], known)
        return least
