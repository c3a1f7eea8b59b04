# SPDX-License-Identifier: EUPL-1.2
"""Checks on how a dimension classifies: its tree, its groups, and what its leaves cover."""

from collections import Counter
from collections.abc import Iterator, Sequence

from casus.disclosure.model import TOTAL, Dimension, Group, Refusal

MAX_COVERED = 20_000
"""Base classes covered by the leaves of one dimension, and members of its groups together."""
_RESERVED = frozenset(";=\x00\n\r\t")


def is_bad(code: str) -> bool:
    """Tell whether a code could be taken for something else in a predicate."""
    return not code or code == TOTAL or not _RESERVED.isdisjoint(code)


def dimension_reasons(table: str, dimensions: Sequence[Dimension]) -> Iterator[Refusal]:
    """Yield what is wrong with the dimensions of a table."""
    names = [dimension.code for dimension in dimensions]
    for name in (*names, *(d.attribute for d in dimensions if d.attribute)):
        if is_bad(name):
            yield Refusal("bad_code", table, None, {"dimension": name, "code": name})
    for found in (names, [dimension.axis for dimension in dimensions]):
        if len(set(found)) != len(found):
            yield Refusal("duplicate_dimension", table)
            break
    for dimension in dimensions:
        yield from _code_reasons(table, dimension)
        tree = [*_tree_reasons(table, dimension)]
        yield from tree
        if not tree:
            yield from _group_reasons(table, dimension)
            yield from _cover_reasons(table, dimension)


def _code_reasons(table: str, dimension: Dimension) -> Iterator[Refusal]:
    if not dimension.categories:
        yield Refusal("empty_dimension", table, None, {"dimension": dimension.code})
    times = Counter([*(c.code for c in dimension.categories), *(g.code for g in dimension.groups)])
    for code, number in times.items():
        data = {"dimension": dimension.code, "code": code}
        if number > 1:
            yield Refusal("duplicate_category", table, None, data)
        if is_bad(code):
            yield Refusal("bad_code", table, None, data)


def _tree_reasons(table: str, dimension: Dimension) -> Iterator[Refusal]:
    parents = {category.code: category.parent for category in dimension.categories}
    for code, parent in parents.items():
        data = {"dimension": dimension.code, "code": code}
        if parent is not None and parent not in parents:
            yield Refusal("unknown_parent", table, None, {**data, "parent": parent})
    for code in _on_cycles(parents):
        yield Refusal("parent_cycle", table, None, {"dimension": dimension.code, "code": code})


def _on_cycles(parents: dict[str, str | None]) -> Iterator[str]:
    """Yield the codes that are above themselves; every code is walked over twice at most."""
    settled: set[str] = set()
    for code in parents:
        line: dict[str, None] = {}
        step: str | None = code
        while step is not None and step in parents and step not in settled and step not in line:
            line[step] = None
            step = parents[step]
        if step is not None and step in line:
            found = [*line]
            yield from found[found.index(step) :]
        settled.update(line)


def _group_reasons(table: str, dimension: Dimension) -> Iterator[Refusal]:
    parents = {category.code: category.parent for category in dimension.categories}
    if sum(len(group.members) for group in dimension.groups) > MAX_COVERED:
        data = {"dimension": dimension.code, "limit": MAX_COVERED}
        yield Refusal("too_many_classes", table, None, data)
        return
    for group in dimension.groups:
        data = {"dimension": dimension.code, "code": group.code}
        if not group.members:
            yield Refusal("empty_group", table, None, data)
        for member in group.members:
            if member not in parents:
                yield Refusal("unknown_member", table, None, {**data, "member": member})
        if _counts_twice(group, parents):
            yield Refusal("member_twice", table, None, data)


def _counts_twice(group: Group, parents: dict[str, str | None]) -> bool:
    """Tell whether a group names a member twice, or together with a category above it."""
    members = set(group.members)
    if len(members) < len(group.members):
        return True
    clear: set[str] = set()
    for member in group.members:
        step = parents.get(member)
        while step is not None and step not in clear:
            if step in members:
                return True
            clear.add(step)
            step = parents[step]
    return False


def _cover_reasons(table: str, dimension: Dimension) -> Iterator[Refusal]:
    leaves = set(dimension.leaves())
    if sum(len(category.covers) for category in dimension.categories) > MAX_COVERED:
        data = {"dimension": dimension.code, "limit": MAX_COVERED}
        yield Refusal("too_many_classes", table, None, data)
        return
    holder: dict[str, str] = {}
    for category in dimension.categories:
        data = {"dimension": dimension.code, "code": category.code}
        if category.covers and category.code not in leaves:
            yield Refusal("covers_and_children", table, None, data)
        for base in sorted(category.covers) or [category.code] * (category.code in leaves):
            if is_bad(base):
                yield Refusal("bad_code", table, None, {**data, "code": base})
            other = holder.setdefault(base, category.code)
            if other != category.code:
                yield Refusal("covered_twice", table, None, {**data, "other": other, "class": base})
