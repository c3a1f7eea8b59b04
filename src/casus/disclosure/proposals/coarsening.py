# SPDX-License-Identifier: EUPL-1.2
"""Coarser tables as data: what is changed about which table, and the count tables that come of it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from casus.disclosure.model import TOTAL, Category, Cell, CountTable, Dimension, Group, Text

_AND = {"nl": "en", "en": "and"}


class Step(StrEnum):
    """How a table is made coarser, from the mildest: some categories become one; the finest level of a
    dimension gives way to its parents; a breakdown is left out; the table is left out.
    """

    MERGE = "merge"
    PARENTS = "parents"
    DROP_DIMENSION = "drop_dimension"
    DROP_TABLE = "drop_table"


@dataclass(frozen=True, order=True)
class Change:
    """One step for one table; `groups`: for a merge, the leaves (of one parent) that become one."""

    table: str
    step: Step
    dimension: str = ""
    groups: tuple[str, ...] = ()

    def data(self) -> Mapping[str, object]:
        """Return what a sentence about it is made of, as in `Refusal.data`."""
        data: dict[str, object] = {"proposal": self.step.value}
        if self.dimension:
            data["dimension"] = self.dimension
        if self.groups:
            data["groups"] = self.groups
        return data


@dataclass(frozen=True)
class Proposal:
    """Changes to make one after another, each to the table as the ones before it left it."""

    changes: tuple[Change, ...]

    def tables(self) -> tuple[str, ...]:
        """Return the codes of the tables that change, in order."""
        return tuple(dict.fromkeys(change.table for change in self.changes))


def applied(tables: Iterable[CountTable], proposal: Proposal) -> tuple[CountTable, ...]:
    """Return all tables, those of the proposal coarsened or left out; raises ValueError when it does not fit."""
    coarser = (coarsened(table, proposal) for table in tables)
    return tuple(table for table in coarser if table is not None)


def coarsened(table: CountTable, proposal: Proposal) -> CountTable | None:
    """Return a table as the proposal makes it, `None` when it is left out; raises ValueError."""
    for change in proposal.changes:
        if change.table != table.code:
            continue
        if change.step is Step.DROP_TABLE:
            return None
        table = _changed(table, change)
    return table


def _changed(table: CountTable, change: Change) -> CountTable:
    names = [dimension.code for dimension in table.dimensions]
    if change.dimension not in names:
        raise ValueError(change.dimension)
    place = names.index(change.dimension)
    dimension = table.dimensions[place]
    if change.step is Step.DROP_DIMENSION:
        rest = (*table.dimensions[:place], *table.dimensions[place + 1 :])
        return _summed(table, rest, lambda cell: (*cell[:place], *cell[place + 1 :]), place, {})
    become = _parents(dimension) if change.step is Step.PARENTS else _merged_into(dimension, change.groups)
    rest = (*table.dimensions[:place], _mapped(dimension, become), *table.dimensions[place + 1 :])

    def moved(cell: Cell) -> Cell:
        return (*cell[:place], become.get(cell[place], cell[place]), *cell[place + 1 :])

    return _summed(table, rest, moved, place, become)


def _parents(dimension: Dimension) -> Mapping[str, str]:
    """Return the parent of each leaf that has one."""
    leaves = {*dimension.leaves()}
    found = {c.code: c.parent for c in dimension.categories if c.code in leaves and c.parent is not None}
    if not found:
        raise ValueError(dimension.code)
    return found


def _merged_into(dimension: Dimension, leaves: Sequence[str]) -> Mapping[str, str]:
    parents = {category.code: category.parent for category in dimension.categories}
    known = {*dimension.leaves()}
    of_one = len({parents.get(leaf) for leaf in leaves}) == 1
    if len(set(leaves)) < 2 or not known.issuperset(leaves) or not of_one:
        raise ValueError(dimension.code)
    parent = parents[leaves[0]]
    if {*leaves} == {*dimension.children(TOTAL if parent is None else parent)} and parent is not None:
        return dict.fromkeys(leaves, parent)
    return dict.fromkeys(leaves, "+".join(leaf for leaf in dimension.leaves() if leaf in leaves))


def _mapped(dimension: Dimension, become: Mapping[str, str]) -> Dimension:
    """Return a dimension in which leaves have become others, that exist already or are new."""
    known = {category.code for category in dimension.categories}
    found: dict[str, Category] = {}
    for category in dimension.categories:
        code = become.get(category.code)
        if code is None:
            found[category.code] = category
        elif code not in known and code not in found:
            found[code] = _together(code, [c for c in dimension.categories if become.get(c.code) == code])
    covers = _covers(dimension, become, {code for code in become.values() if code in known})
    categories = tuple(replace(c, covers=covers[c.code]) if c.code in covers else c for c in found.values())
    return replace(dimension, categories=categories, groups=_groups(dimension, become))


def _together(code: str, merged: Sequence[Category]) -> Category:
    base = frozenset[str]().union(*(c.covers or {c.code} for c in merged))
    return Category(code, _joined([c.label for c in merged]), merged[0].parent, base)


def _covers(
    dimension: Dimension, become: Mapping[str, str], parents: set[str]
) -> Mapping[str, frozenset[str]]:
    """Return what a parent that has become a leaf stands for: what its children stood for."""
    left = {c.parent for c in dimension.categories if c.code not in become}
    own = {c.code: c.covers or frozenset({c.code}) for c in dimension.categories}
    return {
        parent: frozenset[str]().union(*(own[leaf] for leaf, code in become.items() if code == parent))
        for parent in parents
        if parent not in left
    }


def _groups(dimension: Dimension, become: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the groups that are still made of whole categories, and are not one category."""
    found = []
    for group in dimension.groups:
        inside, members = {*group.members}, tuple(dict.fromkeys(become.get(m, m) for m in group.members))
        whole = all(leaf in inside for leaf, code in become.items() if code in members)
        if whole and len(members) > 1:
            found.append(replace(group, members=members))
    return tuple(found)


def _joined(labels: Sequence[Text]) -> Text:
    """Return the labels as one: "a, b and c"."""
    languages = dict.fromkeys(language for label in labels for language in label)
    joined = {}
    for language in languages:
        words = [label[language] for label in labels if language in label]
        joined[language] = f" {_AND.get(language, '+')} ".join((", ".join(words[:-1]), words[-1]))
    return joined


def _summed(
    table: CountTable,
    dimensions: tuple[Dimension, ...],
    moved: Callable[[Cell], Cell],
    place: int,
    become: Mapping[str, str],
) -> CountTable:
    possible = {moved(cell) for cell in _leaf_cells(table) if cell not in table.structural_zeros}
    zeros = frozenset(moved(cell) for cell in table.structural_zeros) - possible
    caseloads = {code: _added(own, moved) for code, own in table.caseloads.items()}
    persons = None if table.persons is None else _persons(table, dimensions, moved, place, become)
    return replace(
        table,
        dimensions=dimensions,
        counts=_added(table.counts, moved),
        structural_zeros=zeros,
        persons=persons,
        caseloads=caseloads,
    )


def _leaf_cells(table: CountTable) -> Iterable[Cell]:
    """Yield the leaves if it matters which of them are possible."""
    if not table.structural_zeros:
        return
    cells: list[Cell] = [()]
    for dimension in table.dimensions:
        cells = [(*cell, leaf) for cell in cells for leaf in dimension.leaves()]
    yield from cells


def _added(counts: Mapping[Cell, int], moved: Callable[[Cell], Cell]) -> Mapping[Cell, int]:
    added: dict[Cell, int] = {}
    for cell, number in counts.items():
        added[moved(cell)] = added.get(moved(cell), 0) + number
    return added


def _persons(
    table: CountTable,
    dimensions: tuple[Dimension, ...],
    moved: Callable[[Cell], Cell],
    place: int,
    become: Mapping[str, str],
) -> Mapping[Cell, int]:
    """Return the distinct persons: as given for a margin, else at least those of the largest part."""
    given: dict[Cell, int] = {}
    least: dict[Cell, int] = {}
    dropped = len(dimensions) < len(table.dimensions)
    for cell, number in (table.persons or {}).items():
        whole = cell[place] == TOTAL if dropped else cell[place] not in become
        if whole:
            given[moved(cell)] = number
        else:
            least[moved(cell)] = max(least.get(moved(cell), 0), number)
    return {**least, **given}
