# SPDX-License-Identifier: EUPL-1.2
"""What must stay open of a register, and whether it does: the requirements of disclosure.md 5.2."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from casus.disclosure import FigureStatus, Method, Preset, ReleasedTable
from tests.helpers.crowd import Person
from tests.helpers.oracle import Fact, Knowledge, Link, Sum, World
from tests.helpers.oracle.program import MANY

BOTH = "nobody left, few changed"
"""Two beliefs at once: more than 5.1 asks; hidden figures then stay inexact, no more."""
MOST = 60
"""Targets looked at per kind and state, drawn at random where there are more."""


@dataclass(frozen=True)
class Target:
    """A sum that is `true` in the register; at least `width` values, one <= `down`, one >= `up` must be left."""

    name: str
    asked: Sum
    true: int
    width: int
    down: int = MANY
    up: int = 0
    less: np.ndarray | None = None
    """Of a difference: the (atoms of the) figure that is subtracted."""

    def known(self, own: int, preset: Preset) -> "Target":
        """What is asked of the target against an insider who knows `own` cases: hidden figures stay inexact."""
        if preset.method is Method.ROUNDING:
            return replace(self, width=max(2, self.width - own))
        return replace(self, width=2, down=MANY, up=0)


@dataclass(frozen=True)
class Published:
    """What left, per counted state, with the persons of that state."""

    preset: Preset
    states: Mapping[int, Sequence[ReleasedTable]]
    people: Mapping[int, Sequence[Person]]

    @property
    def order(self) -> list[int]:
        """The states of which something was published."""
        return sorted(self.states)

    def knowledge(self, **more: object) -> Knowledge:
        """What everybody knows, and `more`."""
        given = [self.states[state] for state in self.order]
        return Knowledge(given, least=self.preset.min_population, **more)  # type: ignore[arg-type]


class Judge:
    """Looks for leaks in what was published, knowing the true register."""

    def __init__(
        self, published: Published, seed: int = 0, complete: Mapping[str, frozenset[str]] | None = None
    ) -> None:
        self._published = published
        self._preset = published.preset
        self._complete = complete or {}
        self._chance = np.random.default_rng(seed)
        self.plain = World(published.knowledge(complete=self._complete))
        self.space = self.plain.space
        self.counts = [self.space.count(published.people[state]) for state in published.order]
        assert self.plain.admits(self.counts), "the register does not fit what was published of it"
        self.targets = [*self._every_target()]

    def leaks(self) -> list[str]:
        """Everything that does not stay open for an outsider, whatever he may hold for true of the states."""
        found = self._leaks(self.plain, self.targets, "")
        for name, links in self._beliefs().items():
            world = World(self._published.knowledge(links=links, complete=self._complete), self.space)
            at_once = name == BOTH and self._preset.method is Method.SUPPRESSION
            asked = [t.known(1, self._preset) for t in self.targets if t.true] if at_once else self.targets
            found += self._leaks(world, asked, f" [{name}]")
        return found

    def increments(self) -> list[str]:
        """What does not stay open of the few who came between two states, when nobody left."""
        links = self._beliefs().get("nobody left", ())
        if not links:
            return []
        world = World(self._published.knowledge(links=links, complete=self._complete), self.space)
        return self._leaks(world, [*self._increments(links)], " [nobody left]")

    def leaks_to(self, facts: Sequence[Fact], own: int, who: str) -> list[str]:
        """What does not stay open for an insider who knows `own` cases."""
        world = World(self._published.knowledge(facts=facts, complete=self._complete), self.space)
        inside = [fact.atoms for fact in facts if fact.exactly]
        targets = [t for t in self.targets if not (inside and self._without_own(t, facts))]
        targets = [t for t in targets if self._others(t, facts) and not self._own(t.asked, inside)]
        return self._leaks(world, [t.known(own, self._preset) for t in targets], f" [{who}]")

    def _others(self, target: Target, facts: Sequence[Fact]) -> bool:
        """Tell whether a target is about others too; under rounding every target is protected anyway."""
        own = sum(fact.number for fact in facts if np.isin(fact.atoms, target.asked.plus).all())
        return self._preset.method is Method.ROUNDING or target.true > own

    def _without_own(self, target: Target, facts: Sequence[Fact]) -> bool:
        """Tell whether a target is a figure less the insider's own class: who sees the figure knows it at once."""
        if target.less is None:
            return False
        own = sum(fact.number for fact in facts if np.isin(fact.atoms, target.less).all())
        return 0 < own == self._true(target.asked.state, target.less)

    def _own(self, asked: Sum, known: Sequence[np.ndarray]) -> bool:
        """Tell whether a target is nothing but the class an insider is alone in: the rest is shown as empty."""
        for atoms in known:
            rest = np.setdiff1d(asked.plus, atoms)
            if len(rest) < len(asked.plus) and (
                not len(rest) or self.plain.range_of(Sum(rest, asked.state))[1] == 0
            ):
                return True
        return False

    def _leaks(self, world: World, targets: Sequence[Target], who: str) -> list[str]:
        if not targets:
            return []
        width, down, up = (np.array([getattr(t, name) for t in targets]) for name in ("width", "down", "up"))

        def settled(low: np.ndarray, high: np.ndarray) -> np.ndarray:
            return np.asarray((high - low + 1 >= width) & (low <= down) & (high >= up))

        low, high = world.spans([target.asked for target in targets], settled)
        bad = np.flatnonzero(~settled(low, high))
        return [f"{targets[n].name}: true {targets[n].true}, left {low[n]}..{high[n]}{who}" for n in bad]

    # --- beliefs about two states

    def _beliefs(self) -> dict[str, list[Link]]:
        """What may be held for true of consecutive states (and of others that differ little), if it is."""
        grown, few = [], []
        for one, other in combinations(range(len(self.counts)), 2):
            came, left = self._changes(one, other)
            if other == one + 1 and not (came and left):
                grown.append(Link(one, other, added=not left, taken=not came))
            most = next((m for m in (1, 3) if max(came, left) <= m), None)
            if most is not None:
                few.append(Link(one, other, changed=most))
        both = [*grown, *few] if grown and few else []
        named = {"nobody left": grown, "few changed": few, BOTH: both}
        return {name: links for name, links in named.items() if links}

    def _changes(self, one: int, other: int) -> tuple[int, int]:
        step = self.counts[other] - self.counts[one]
        return int(step[step > 0].sum()), int(-step[step < 0].sum())

    # --- targets

    def _every_target(self) -> Iterator[Target]:
        for place, state in enumerate(self._published.order):
            tables = self._published.states[state]
            yield from self._some([*self._cells(place, tables)])
            yield from self._some([*self._differences(place, tables)])
            yield from self._some([*self._lines(place, tables)])

    def _some(self, targets: list[Target]) -> list[Target]:
        if len(targets) <= MOST:
            return targets
        return [targets[n] for n in sorted(self._chance.choice(len(targets), MOST, replace=False))]

    def _small(self, name: str, asked: Sum, true: int) -> Iterator[Target]:
        preset = self._preset
        if not 0 < true < preset.threshold:
            return
        if preset.method is Method.ROUNDING:
            yield Target(name, asked, true, preset.base)
        else:
            yield Target(name, asked, true, 2, 0, preset.threshold)

    def _named(self, tables: Sequence[ReleasedTable]) -> dict[bytes, tuple[str, np.ndarray]]:
        found: dict[bytes, tuple[str, np.ndarray]] = {}
        for table in tables:
            for cell, figure in table.figures.items():
                if figure.status is not FigureStatus.STRUCTURAL_ZERO:
                    atoms = self.space.members(table, cell)
                    found.setdefault(atoms.tobytes(), (f"{table.code}{list(cell)}", atoms))
        return found

    def _cells(self, place: int, tables: Sequence[ReleasedTable]) -> Iterator[Target]:
        for name, atoms in self._named(tables).values():
            yield from self._small(name, Sum(atoms, place), self._true(place, atoms))

    def _differences(self, place: int, tables: Sequence[ReleasedTable]) -> Iterator[Target]:
        """Small differences between a cell and the next wider ones it lies in, whatever their tables."""
        named = [*self._named(tables).values()]
        inside = np.zeros((len(named), self.space.size), dtype=np.float32)
        for number, (_, atoms) in enumerate(named):
            inside[number, atoms] = 1
        common, size = inside @ inside.T, inside.sum(axis=1)
        within = (common == size[:, None]) & (size[:, None] < size[None, :])
        steps = within & ~((within.astype(np.float32) @ within.astype(np.float32)) > 0)
        true = inside @ self.counts[place]
        few = (true[None, :] - true[:, None] > 0) & (true[None, :] - true[:, None] < self._preset.threshold)
        for part, wide in np.argwhere(steps & few):
            rest = np.setdiff1d(named[wide][1], named[part][1])
            name = f"{named[wide][0]} - {named[part][0]}"
            for target in self._small(name, Sum(rest, place), self._true(place, rest)):
                yield replace(target, less=named[part][1])

    def _lines(self, place: int, tables: Sequence[ReleasedTable]) -> Iterator[Target]:
        """Rests of rows, and rows of which all persons are in one category."""
        for table in tables:
            for cell in table.figures:
                for axis, code in enumerate(cell):
                    dimension = table.dimensions[axis]
                    children = (
                        dimension.children(code) if code not in {g.code for g in dimension.groups} else ()
                    )
                    below = [(*cell[:axis], child, *cell[axis + 1 :]) for child in children]
                    if len(below) > 1:
                        yield from self._line(place, table, cell, below)

    def _line(
        self, place: int, table: ReleasedTable, cell: tuple[str, ...], below: list[tuple[str, ...]]
    ) -> Iterator[Target]:
        name, whole = f"{table.code}{list(cell)}", self.space.members(table, cell)
        hidden = [child for child in below if table.figures[child].value is None]
        if len(hidden) > 1 and table.figures[cell].value is not None:
            yield from self._union(place, table, f"rest of {name}", hidden)
        total = self._true(place, whole)
        if total < self._preset.threshold:
            return
        for child in below:
            part = self.space.members(table, child)
            others = np.setdiff1d(np.setdiff1d(whole, part), self._impossible(table))
            if self._true(place, part) == total and len(others):
                rest = Sum(others, place)
                if self._preset.method is Method.ROUNDING:
                    yield Target(f"all of {name} in {child}", rest, 0, self._preset.base)
                else:
                    yield Target(f"all of {name} in {child}", rest, 0, 1, MANY, 1)

    def _impossible(self, table: ReleasedTable) -> np.ndarray:
        zeros = [c for c, figure in table.figures.items() if figure.status is FigureStatus.STRUCTURAL_ZERO]
        return np.concatenate([np.zeros(0, dtype=np.int64), *(self.space.members(table, c) for c in zeros)])

    def _union(
        self, place: int, table: ReleasedTable, name: str, cells: list[tuple[str, ...]]
    ) -> Iterator[Target]:
        atoms = np.unique(np.concatenate([self.space.members(table, cell) for cell in cells]))
        yield from self._small(name, Sum(atoms, place), self._true(place, atoms))

    def _increments(self, links: Sequence[Link]) -> Iterator[Target]:
        for link in links:
            one, other = (self._published.states[self._published.order[n]] for n in (link.before, link.after))
            earlier = self._named(one)
            for key, (name, atoms) in self._named(other).items():
                if key in earlier:
                    true = self._true(link.after, atoms) - self._true(link.before, atoms)
                    newer, older = (link.after, link.before) if link.added else (link.before, link.after)
                    asked = Sum(atoms, newer, atoms, older)
                    yield from self._small(f"change of {name}", asked, abs(true))

    def subsets(self, number: int) -> list[Target]:
        """Random sums of suppressed cells that are small together: never exact, never surely below the threshold."""
        found: list[Target] = []
        for place, state in enumerate(self._published.order):
            for table in self._published.states[state]:
                hidden = [cell for cell, figure in table.figures.items() if figure.value is None]
                for _ in range(number if hidden else 0):
                    size = int(self._chance.integers(1, min(4, len(hidden)) + 1))
                    cells = [hidden[n] for n in self._chance.choice(len(hidden), size, replace=False)]
                    atoms = np.unique(np.concatenate([self.space.members(table, cell) for cell in cells]))
                    targets = self._small(f"sum of {cells}", Sum(atoms, place), self._true(place, atoms))
                    found += [replace(target, down=MANY) for target in targets]
        return found

    def classes_of(self, table: ReleasedTable, axis: str) -> Iterator[Target]:
        """What each cell of a table counts in each finest class of an attribute, told or not."""
        names = [*self.space.attributes]
        numbers = np.arange(self.space.size).reshape(self.space.shape)
        for cell in table.figures:
            inside = self.space.members(table, cell)
            for place in range(self.space.attributes[axis].size if axis in names else 0):
                atoms = np.intersect1d(inside, np.take(numbers, place, axis=names.index(axis)))
                if 0 < len(atoms) < len(inside):
                    name = f"{table.code}{list(cell)} in one {axis}"
                    yield from self._small(name, Sum(atoms, 0), self._true(0, atoms))

    def leaks_of(self, targets: Sequence[Target]) -> list[str]:
        """What does not stay open of these targets for an outsider."""
        return self._leaks(self.plain, targets, "")

    def _true(self, place: int, atoms: np.ndarray) -> int:
        return int(self.counts[place][atoms].sum())
