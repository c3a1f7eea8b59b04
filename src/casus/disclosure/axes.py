# SPDX-License-Identifier: EUPL-1.2
"""Axes: one attribute as all tables together classify it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from casus.disclosure.dimensions import PublishedDimension
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.predicates import Filter

REST = ""


class ClassificationDiffers(Exception):
    """Two tables classify the same attribute in ways that do not refine each other."""

    def __init__(self, table: PublishedTable, dimension: str) -> None:
        super().__init__(dimension)
        self.table = table
        self.dimension = dimension


@dataclass(frozen=True)
class Axis:
    """An attribute: `cover` gives the leaf numbers of every category, `size` the number of leaves."""

    size: int
    cover: Mapping[str, frozenset[int]]
    parents: Mapping[str, str | None]


def axis_of(given: Filter, axes: Mapping[str, Axis]) -> str:
    """Return the axis a filter lies on; an attribute only ever filtered on has one axis per category."""
    return given[0] if given[0] in axes else f"{given[0]}={given[1]}"


def merged_axes(tables: Iterable[PublishedTable]) -> dict[str, Axis]:
    """Merge the classifications of all tables; raises ClassificationDiffers."""
    tables = tuple(tables)
    axes: dict[str, Axis] = {}
    for code in sorted({d.axis for table in tables for d in table.dimensions}):
        axes[code] = _merged(code, tables)
    for table in tables:
        for dimension, category in table.scope.filters:
            if dimension not in axes:
                cover = {category: frozenset({0}), REST: frozenset({1})}
                axes.setdefault(f"{dimension}={category}", Axis(2, cover, {category: None}))
            elif category not in axes[dimension].cover:
                raise ClassificationDiffers(table, dimension)
    return axes


def _merged(code: str, tables: tuple[PublishedTable, ...]) -> Axis:
    own = [(table, d) for table in tables for d in table.dimensions if d.axis == code]
    parents: dict[str, str | None] = {}
    for table, dimension in own:
        for category, parent in dimension.categories:
            known = parents.get(category)
            if known is not None and parent is not None and known != parent:
                raise ClassificationDiffers(table, code)
            parents[category] = known or parent
    inner = {parent for parent in parents.values() if parent is not None}
    leaves = sorted(category for category in parents if category not in inner)
    cover = {category: set[int]() for category in parents}
    for number, leaf in enumerate(leaves):
        step: str | None = leaf
        for _ in parents:
            if step is None:
                break
            cover[step].add(number)
            step = parents[step]
    axis = Axis(len(leaves), {category: frozenset(found) for category, found in cover.items()}, parents)
    for table, dimension in own:
        if not all(axis.cover[category] for category, _ in dimension.categories):
            raise ClassificationDiffers(table, code)
        _require_partition(table, dimension, axis)
    return axis


def _require_partition(table: PublishedTable, dimension: PublishedDimension, axis: Axis) -> None:
    """Each table's classes, at each of its levels, must be made of exactly the same leaves."""
    parts: dict[str | None, list[str]] = {}
    for category, parent in dimension.categories:
        parts.setdefault(parent, []).append(category)
    for parent, children in parts.items():
        whole = frozenset(range(axis.size)) if parent is None else axis.cover[parent]
        found = [leaf for child in children for leaf in axis.cover[child]]
        if len(found) != len(set(found)) or set(found) != whole:
            raise ClassificationDiffers(table, dimension.code)


def wider_classes(dimensions: Iterable[PublishedDimension]) -> Mapping[Filter, tuple[str, ...]]:
    """Return the classes one step wider than each class, in any of these classifications."""
    found: dict[Filter, tuple[str, ...]] = {}
    for dimension in dimensions:
        for code, parent in dimension.categories:
            if parent is not None:
                found[dimension.axis, code] = tuple(
                    dict.fromkeys((*found.get((dimension.axis, code), ()), parent))
                )
        for group, members in dimension.groups:
            for member in members:
                found[dimension.axis, member] = tuple(
                    dict.fromkeys((*found.get((dimension.axis, member), ()), group))
                )
    return found
