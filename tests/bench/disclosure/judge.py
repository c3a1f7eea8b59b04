# SPDX-License-Identifier: EUPL-1.2
"""What an outsider can work out of a series of releases, asked of the tests' oracle, not of the engine."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure import CountTable, ReleasedTable
from casus.disclosure.figures.counts import CountedTable
from tests.helpers.oracle import Knowledge, Link, Sum, World

SMALL = 5
Settled = Callable[[np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True)
class Shown:
    """A table as counted and as published, in the counted state with this number."""

    table: CountTable
    public: ReleasedTable
    state: int


@dataclass(frozen=True)
class Judged:
    """Targets, how many of them are known exactly, keep fewer than five values, or are surely under five."""

    targets: int = 0
    exact: int = 0
    narrow: int = 0
    surely_small: int = 0

    def __add__(self, other: "Judged") -> "Judged":
        return Judged(
            self.targets + other.targets,
            self.exact + other.exact,
            self.narrow + other.narrow,
            self.surely_small + other.surely_small,
        )


def rounding_settled(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Tell which targets surely keep five values."""
    return np.asarray(high - low + 1 >= SMALL)


def suppression_settled(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Tell which targets are surely neither proven to be there nor proven small."""
    return np.asarray((low == 0) & (high >= SMALL))


def judge(shown: Sequence[Shown], settled: Settled, *, growing: bool) -> Judged:
    """Attack everything published together; `growing`: the attacker knows that nobody ever left."""
    if not shown:
        return Judged()
    number = max(one.state for one in shown) + 1
    states = [[one.public for one in shown if one.state == state] for state in range(number)]
    links = [Link(state, state + 1, added=True) for state in range(number - 1)] if growing else []
    world = World(Knowledge(states, links=links))
    asked = [*_cells(shown, world), *_differences(shown, world)]
    if not asked:
        return Judged()
    low, high = world.spans(asked, settled)
    return Judged(
        len(asked), int((low == high).sum()), int((high - low + 1 < SMALL).sum()), int((high < SMALL).sum())
    )


def _cells(shown: Sequence[Shown], world: World) -> list[Sum]:
    return [
        Sum(world.space.members(one.public, cell), one.state)
        for one in shown
        for cell, true in CountedTable(one.table).values.items()
        if 0 < true < SMALL
    ]


def _differences(shown: Sequence[Shown], world: World) -> list[Sum]:
    """Return small differences of a cell with the one that holds it in another table or state."""
    found = []
    for outer in shown:
        for inner in shown:
            same = outer.state == inner.state
            nested = same and inner.public.population.startswith(f"{outer.public.population};")
            if outer.public.dimensions == inner.public.dimensions and (
                nested or outer.state == inner.state + 1
            ):
                found += _between(outer, inner, world)
    return found


def _between(outer: Shown, inner: Shown, world: World) -> list[Sum]:
    before, members = CountedTable(inner.table).values, world.space.members
    return [
        Sum(members(outer.public, cell), outer.state, members(inner.public, cell), inner.state)
        for cell, true in CountedTable(outer.table).values.items()
        if 0 < true - before[cell] < SMALL
    ]
