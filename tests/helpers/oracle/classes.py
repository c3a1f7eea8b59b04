# SPDX-License-Identifier: EUPL-1.2
"""The full product of all attributes behind published tables: which atoms each cell adds up.

An attribute's atoms are the finest classes that its published categories, groups and filters tell apart.
"""

from collections.abc import Mapping, Sequence
from math import prod

import numpy as np

from casus.disclosure import TOTAL, Dimension, ReleasedTable

REST = "(rest)"
Cell = tuple[str, ...]
Codes = frozenset[str]


class Attribute:
    """One attribute: base codes told apart by nothing published are one atom."""

    def __init__(self, bases: Mapping[str, Codes], *, rest: bool) -> None:
        every = frozenset[str]().union(*bases.values()) | ({REST} if rest else frozenset())
        marks = {code: frozenset(name for name, inside in bases.items() if code in inside) for code in every}
        self._number = {mark: n for n, mark in enumerate(sorted(set(marks.values()), key=sorted))}
        self._atom = {code: self._number[mark] for code, mark in marks.items()}
        self._members = {
            name: sorted({self._atom[code] for code in inside}) for name, inside in bases.items()
        }
        self.size = len(self._number)

    def members(self, name: str) -> list[int]:
        """The atoms of a published category."""
        return self._members[name]

    def atom(self, code: str) -> int:
        """The atom of a person with this base code."""
        return self._atom[code] if code in self._atom else self._atom[REST]


class Space:
    """All atoms behind these tables; `complete`: code lists the attacker knows to leave nobody out."""

    def __init__(self, tables: Sequence[ReleasedTable], complete: Mapping[str, Codes] | None = None) -> None:
        named = _named(tables)
        self.attributes: dict[str, Attribute] = {}
        for axis, given in named.items():
            bases = {name: _base(name, given, ()) for name in given}
            seen = frozenset[str]().union(*bases.values())
            rest = all(axis != d.axis for table in tables for d in table.dimensions)
            known = (complete or {}).get(axis, frozenset())
            self.attributes[axis] = Attribute(bases, rest=rest and not (known and known <= seen))
        self.shape = tuple(attribute.size for attribute in self.attributes.values())
        self.size = prod(self.shape)

    def members(self, table: ReleasedTable, cell: Cell) -> np.ndarray:
        """The atoms a cell adds up, in order."""
        wanted = [*filters_of(table)]
        wanted += [(d.axis, code) for d, code in zip(table.dimensions, cell, strict=True) if code != TOTAL]
        picks = {axis: set(range(attribute.size)) for axis, attribute in self.attributes.items()}
        for axis, code in wanted:
            picks[axis] &= set(self.attributes[axis].members(code))
        return self._block([sorted(pick) for pick in picks.values()])

    def atom(self, person: Mapping[str, str]) -> int:
        """The atom a person is counted in."""
        place = [attribute.atom(person[axis]) for axis, attribute in self.attributes.items()]
        return int(self._block([[n] for n in place])[0])

    def count(self, people: Sequence[Mapping[str, str]]) -> np.ndarray:
        """The number of persons per atom."""
        return np.bincount([self.atom(person) for person in people], minlength=self.size).astype(np.int64)

    def _block(self, picks: list[list[int]]) -> np.ndarray:
        if not picks:
            return np.zeros(1, dtype=np.int64)
        if not all(picks):
            return np.zeros(0, dtype=np.int64)
        return np.sort(np.ravel_multi_index(np.ix_(*picks), self.shape).ravel()).astype(np.int64)


def filters_of(table: ReleasedTable) -> list[tuple[str, str]]:
    """The `(attribute, category)` filters in a table's population."""
    found = [part.partition("=") for part in table.population.split(";")[1:]]
    return [(axis, code) for axis, _, code in found]


def _named(tables: Sequence[ReleasedTable]) -> dict[str, dict[str, set[str]]]:
    """Per attribute every published name with the names it is made of (itself, where of none)."""
    named: dict[str, dict[str, set[str]]] = {}
    for table in tables:
        for dimension in table.dimensions:
            given = named.setdefault(dimension.axis, {})
            for name, parts in _parts(dimension).items():
                given.setdefault(name, set()).update(parts)
    for table in tables:
        for axis, code in filters_of(table):
            parts = code.split("|") if "|" in code else []  # several categories together
            named.setdefault(axis, {}).setdefault(code, set()).update(parts)
    return named


def _parts(dimension: Dimension) -> dict[str, set[str]]:
    parts: dict[str, set[str]] = {category.code: set(category.covers) for category in dimension.categories}
    for category in dimension.categories:
        if category.parent is not None:
            parts[category.parent].add(category.code)
    return parts | {group.code: set(group.members) for group in dimension.groups}


def _base(name: str, given: Mapping[str, set[str]], line: tuple[str, ...]) -> Codes:
    parts = given.get(name, set()) - {name, *line}
    if not parts:
        return frozenset({name})
    return frozenset[str]().union(*(_base(part, given, (*line, name)) for part in parts))
