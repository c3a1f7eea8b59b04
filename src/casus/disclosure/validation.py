# SPDX-License-Identifier: EUPL-1.2
"""Checks on count tables before anything is done with them; what is wrong becomes a Refusal."""

from collections.abc import Iterator, Sequence

from casus.disclosure.model import (
    TOTAL,
    Cell,
    CountTable,
    Dimension,
    Preset,
    Protection,
    Refusal,
    all_cells,
)
from casus.disclosure.predicates import parse_population

MAX_CELLS = 50_000
_RESERVED = frozenset(";=\x00\n\r\t")


def check_tables(tables: Sequence[CountTable]) -> tuple[Refusal, ...]:
    """Return what makes these tables unusable, none when they are sound; raises TypeError on other things."""
    if not tables:
        return (Refusal("no_tables", ""),)
    reasons: list[Refusal] = []
    seen: set[str] = set()
    for table in tables:
        if not isinstance(table, CountTable) or not isinstance(table.protection, Protection):
            raise TypeError("release() takes CountTables")
        if table.code in seen:
            reasons.append(Refusal("duplicate_table", table.code))
        seen.add(table.code)
        reasons.extend(_table_reasons(table))
    if not reasons:
        cells = sum(_size(table) for table in tables)
        if cells > MAX_CELLS:
            largest = max(tables, key=_size)
            data = {"cells": cells, "limit": MAX_CELLS, "proposal": "coarsen"}
            reasons.append(Refusal("too_many_cells", largest.code, None, data))
    return tuple(reasons)


def check_preset(preset: Preset) -> None:
    """Raise ValueError unless the preset's numbers make sense together."""
    if preset.base < 2 or preset.threshold < 2 or preset.min_population < 0:
        raise ValueError("preset")
    if preset.threshold > preset.base:
        raise ValueError("rounding cannot hide counts above its base")


def _size(table: CountTable) -> int:
    cells = 1
    for dimension in table.dimensions:
        cells *= len(dimension.categories) + 1
    return cells


def _table_reasons(table: CountTable) -> Iterator[Refusal]:
    found = [*_population_reasons(table), *_dimension_reasons(table)]
    yield from found
    if not found and _size(table) <= MAX_CELLS:
        yield from _cell_reasons(table)
        yield from _person_reasons(table)


def _population_reasons(table: CountTable) -> Iterator[Refusal]:
    if not table.code:
        yield Refusal("bad_code", table.code, None, {"code": table.code})
    try:
        scope = parse_population(table.population)
    except ValueError:
        yield Refusal("bad_population", table.code)
        return
    own = {dimension.code for dimension in table.dimensions}
    for dimension, category in scope.filters:
        if _bad(category) or dimension in own:
            yield Refusal("bad_population", table.code, None, {"dimension": dimension})


def _bad(code: str) -> bool:
    return not code or code == TOTAL or bool(_RESERVED & set(code))


def _dimension_reasons(table: CountTable) -> Iterator[Refusal]:
    names = [dimension.code for dimension in table.dimensions]
    for name in names:
        if _bad(name):
            yield Refusal("bad_code", table.code, None, {"dimension": name, "code": name})
    if len(set(names)) != len(names):
        yield Refusal("duplicate_dimension", table.code)
    for dimension in table.dimensions:
        yield from _category_reasons(table.code, dimension)


def _category_reasons(table: str, dimension: Dimension) -> Iterator[Refusal]:
    parents = {category.code: category.parent for category in dimension.categories}
    if not parents:
        yield Refusal("empty_dimension", table, None, {"dimension": dimension.code})
    if len(parents) != len(dimension.categories):
        yield Refusal("duplicate_category", table, None, {"dimension": dimension.code})
    for code, parent in parents.items():
        data = {"dimension": dimension.code, "code": code}
        if _bad(code):
            yield Refusal("bad_code", table, None, data)
        if parent is not None and parent not in parents:
            yield Refusal("unknown_parent", table, None, {**data, "parent": parent})
        elif _on_a_cycle(code, parents):
            yield Refusal("parent_cycle", table, None, data)


def _on_a_cycle(code: str, parents: dict[str, str | None]) -> bool:
    step = parents[code]
    for _ in parents:
        if step is None or step not in parents:
            return False
        if step == code:
            return True
        step = parents[step]
    return False


def _cell_reasons(table: CountTable) -> Iterator[Refusal]:
    leaves = [set(dimension.leaves()) for dimension in table.dimensions]
    for cell, count in table.counts.items():
        yield from _key_reasons(table, cell, leaves)
        yield from _number_reasons(table.code, cell, count)
    for cell in table.structural_zeros:
        yield from _key_reasons(table, cell, leaves)
        if table.counts.get(cell, 0) != 0:
            yield Refusal("structural_zero_counted", table.code, cell)


def _key_reasons(table: CountTable, cell: Cell, leaves: list[set[str]]) -> Iterator[Refusal]:
    if not isinstance(cell, tuple) or len(cell) != len(leaves):
        yield Refusal("unknown_cell", table.code, None, {"size": len(leaves)})
        return
    for dimension, inner, code in zip(table.dimensions, leaves, cell, strict=True):
        if code not in inner:
            margin = code in dimension.codes()
            yield Refusal("not_an_inner_cell" if margin else "unknown_category", table.code, cell,
                          {"dimension": dimension.code, "code": code})  # fmt: skip


def _number_reasons(table: str, cell: Cell, count: object) -> Iterator[Refusal]:
    if not isinstance(count, int) or isinstance(count, bool):
        yield Refusal("not_a_whole_number", table, cell)
    elif count < 0:
        yield Refusal("negative_count", table, cell)
    elif count > 10**9:
        yield Refusal("count_too_large", table, cell)


def _person_reasons(table: CountTable) -> Iterator[Refusal]:
    if table.persons is None:
        if table.protection is Protection.PERSONS and table.unit != "persons":
            yield Refusal("persons_missing", table.code, None, {"unit": table.unit})
        return
    known = set(all_cells(table.dimensions))
    for cell, number in table.persons.items():
        if cell not in known:
            yield Refusal("unknown_cell", table.code, None, {"size": len(table.dimensions)})
        else:
            yield from _number_reasons(table.code, cell, number)
