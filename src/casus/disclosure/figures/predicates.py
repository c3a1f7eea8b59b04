# SPDX-License-Identifier: EUPL-1.2
"""Predicates: the identity of a figure, whatever table or release it stands in."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from casus.disclosure.model import TOTAL, Cell

Filter = tuple[str, str]


class _OnAnAxis(Protocol):
    @property
    def axis(self) -> str: ...


@dataclass(frozen=True, order=True)
class Predicate:
    """A base population and the sorted `(dimension, category)` filters on it."""

    base: str
    filters: tuple[Filter, ...] = ()

    @property
    def text(self) -> str:
        """The canonical, injective form: `base;dimension=category;...` in sorted order."""
        return ";".join((self.base, *(f"{dimension}={category}" for dimension, category in self.filters)))

    def rebased(self, base: str) -> "Predicate":
        """Return the same filters on another base population."""
        return Predicate(base, self.filters)

    def wider(
        self, above: Mapping[Filter, Sequence[str]], among: Container["Predicate"] | None = None
    ) -> Iterator["Predicate"]:
        """Yield the predicates one step wider: without a filter, or with a class just above its class.

        `above`: for every filter the classes one step wider on its axis (axes.wider_classes). `among`:
        where a step is not among these (the published figures), go on to the next that is.
        """
        for given in self.filters:
            yield self.without(given)
            waiting, met = list(above.get(given, ())), set[str]()
            while waiting:
                category = waiting.pop(0)
                wide = self.replacing(given, category)
                if category not in met and (among is None or wide in among):
                    yield wide
                elif category not in met:
                    waiting += above.get((given[0], category), ())
                met.add(category)

    def without(self, given: Filter) -> "Predicate":
        """Return the wider predicate that lacks one filter."""
        return Predicate(self.base, tuple(f for f in self.filters if f != given))

    def replacing(self, given: Filter, category: str) -> "Predicate":
        """Return the predicate with another category of the same dimension."""
        filters = {*self.filters} - {given} | {(given[0], category)}
        return Predicate(self.base, tuple(sorted(filters)))


def parse_population(population: str) -> Predicate:
    """Read `base;dimension=category;...`; raises ValueError when a part is not such a filter."""
    base, *parts = population.split(";")
    filters = []
    for part in parts:
        dimension, equals, category = part.partition("=")
        if not (dimension and equals and category) or "=" in category:
            raise ValueError("population_filter")
        filters.append((dimension, category))
    if not base or len({dimension for dimension, _ in filters}) != len(filters):
        raise ValueError("population_filter")
    return Predicate(base, tuple(sorted(filters)))


def predicate_of(scope: Predicate, dimensions: tuple[_OnAnAxis, ...], cell: Cell) -> Predicate:
    """Return what `cell` counts in a table about `scope`."""
    own = ((d.axis, code) for d, code in zip(dimensions, cell, strict=True) if code != TOTAL)
    return Predicate(scope.base, tuple(sorted((*scope.filters, *own))))


def measure_of(base: str) -> str:
    """Return what a base population counts, whatever the moment: the text before the first `@`."""
    return base.partition("@")[0]
