# SPDX-License-Identifier: EUPL-1.2
"""The unknowns of an attacker: atoms (finest classes) behind linked tables of one population.

Full atoms would be the product of all attributes ever published. It is enough to take the cliques of a
triangulated graph of attributes that occur together in a table, one array of atoms per clique, equal
on what they share: non-negative integer arrays that agree on a junction tree always have a common full
table (Vorob'ev; for integers Atserias and Kolaitis 2021), so nothing an attacker could use is lost.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from math import prod

import numpy as np

from casus.disclosure.figures.axes import Axis, axis_of
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.solving.rows import Flags, Ints

_TRIES = 12


def cliques_of(scopes: Iterable[frozenset[str]], sizes: Mapping[str, int]) -> list[frozenset[str]]:
    """Return the maximal cliques of a triangulation in which every scope lies within one clique.

    Axes are eliminated in the order of least array size (ties by name).
    """
    scopes = set(scopes)
    near: dict[str, set[str]] = {axis: set() for scope in scopes for axis in scope}
    for scope in scopes:
        for one, other in combinations(scope, 2):
            near[one].add(other)
            near[other].add(one)
    found: list[frozenset[str]] = []
    while near:
        best = min(near, key=lambda axis: (prod(sizes[a] for a in (axis, *near[axis])), axis))
        around = near.pop(best)
        found.append(frozenset({best, *around}))
        for one in around:
            near[one] |= around - {one}
            near[one].discard(best)
    maximal = [c for c in found if not any(c < other for other in found)]
    return sorted(set(maximal), key=sorted) or [frozenset()]


def junction_tree(cliques: list[frozenset[str]]) -> list[tuple[int, int]]:
    """Return the edges of a spanning tree with the largest shared sets (Prim)."""
    joined, edges = {0}, []
    while len(joined) < len(cliques):
        outside = [b for b in range(len(cliques)) if b not in joined]
        _, a, b = max((len(cliques[a] & cliques[b]), -a, -b) for a in joined for b in outside)
        edges.append((-a, -b))
        joined.add(-b)
    return edges


class Atoms:
    """Columns for the atoms of one population, and which of them a predicate adds up."""

    def __init__(self, axes: Mapping[str, Axis], scopes: Iterable[frozenset[str]]) -> None:
        self.axes = axes
        sizes = {name: axis.size for name, axis in axes.items()}
        self._cliques = cliques_of(scopes, sizes)
        self._names = [tuple(sorted(clique)) for clique in self._cliques]
        self._shapes = [tuple(sizes[name] for name in names) for names in self._names]
        lengths = [prod(shape) for shape in self._shapes]
        self._offsets = [sum(lengths[:number]) for number in range(len(lengths))]
        self.count = sum(lengths)
        self.edges = junction_tree(self._cliques)

    def columns(self, predicate: Predicate, *, beside: Iterable[Predicate] = ()) -> Ints:
        """Return the columns that add up to a predicate; raises KeyError when it is about no clique.

        `beside`: predicates whose columns are wanted in the same array, where one holds them all.
        """
        chosen = self._chosen(predicate)
        needed = {*chosen}.union(*(self._chosen(other) for other in beside))
        for wanted in (needed, chosen.keys()):
            clique = next((n for n, c in enumerate(self._cliques) if wanted <= c), None)
            if clique is not None:
                return self._block(clique, chosen)
        raise KeyError(predicate.text)

    def _chosen(self, predicate: Predicate) -> dict[str, frozenset[int]]:
        chosen: dict[str, frozenset[int]] = {}
        for given in predicate.filters:
            name = axis_of(given, self.axes)
            cover = self.axes[name].cover[given[1]]
            chosen[name] = chosen.get(name, cover) & cover
        return chosen

    def _block(self, clique: int, chosen: Mapping[str, frozenset[int]]) -> Ints:
        names, shape = self._names[clique], self._shapes[clique]
        if not names:
            return np.array([self._offsets[clique]], dtype=np.int64)
        picks = [sorted(chosen.get(name, range(size))) for name, size in zip(names, shape, strict=True)]
        block = np.ravel_multi_index(np.ix_(*picks), shape).ravel() + self._offsets[clique]
        return block.astype(np.int64)

    def somebody(self, predicate: Predicate, allowed: Flags) -> Ints | None:
        """Return the columns (one per array) of one person counted by a predicate, all of them `allowed`;
        `None` when none was found.
        """
        chosen = self._chosen(predicate)
        random = np.random.default_rng(3)
        for _ in range(_TRIES):
            place = {name: int(random.choice(sorted(chosen.get(name, range(axis.size)))))
                     for name, axis in self.axes.items()}  # fmt: skip
            columns = [
                first + int(np.ravel_multi_index([place[name] for name in names], shape) if names else 0)
                for names, shape, first in self.arrays
            ]
            found = np.array(columns, dtype=np.int64)
            if allowed[found].all():
                return found
        return None

    def agreements(self) -> Iterator[tuple[Ints, Ints]]:
        """Yield (columns, signs) that add up to 0: cliques agree on what they share."""
        for one, other in self.edges:
            shared = sorted(self._cliques[one] & self._cliques[other])
            for place in np.ndindex(*(self.axes[name].size for name in shared)):
                chosen = {name: frozenset({leaf}) for name, leaf in zip(shared, place, strict=True)}
                left, right = self._block(one, chosen), self._block(other, chosen)
                signs = np.repeat(np.array((1, -1)), (len(left), len(right)))
                yield np.concatenate((left, right)), signs

    @property
    def arrays(self) -> list[tuple[tuple[str, ...], tuple[int, ...], int]]:
        """The axes, the shape and the first column of every array of atoms."""
        return [*zip(self._names, self._shapes, self._offsets, strict=True)]

    def holding(self, axes: Iterable[str]) -> int:
        """Return the number of the first array that has all these axes."""
        wanted = {*axes}
        return next(number for number, clique in enumerate(self._cliques) if wanted <= clique)
