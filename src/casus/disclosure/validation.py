# SPDX-License-Identifier: EUPL-1.2
"""Checks on count tables before anything is done with them; what is wrong becomes a Refusal.

Sizes are checked before anything is enumerated, so that a table that is far too large is refused at once.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import prod

from casus.disclosure.figures.classes import dimension_reasons, is_bad
from casus.disclosure.figures.predicates import parse_population
from casus.disclosure.model import Cell, CountTable, Method, Preset, Protection, Refusal

MAX_CELLS = 50_000
"""Figures, margins and groups included, of all tables of a release together."""
MAX_REASONS = 25
"""Reasons told of one table."""


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
        cells = sum(size_of(table) for table in tables)
        if cells > MAX_CELLS:
            largest = max(tables, key=size_of)
            data = {"cells": cells, "limit": MAX_CELLS, "proposal": "coarsen"}
            reasons.append(Refusal("too_many_cells", largest.code, None, data))
    return tuple(reasons)


def check_preset(preset: Preset) -> None:
    """Raise ValueError unless the preset's numbers make sense together."""
    rounds = preset.method is Method.ROUNDING
    if preset.base < (2 if rounds else 1) or preset.threshold < 2 or preset.min_population < 0:
        raise ValueError("preset")
    if rounds and preset.threshold > preset.base:
        raise ValueError("rounding cannot hide counts above its base")


def size_of(table: CountTable) -> int:
    """Return the number of figures of a table, without listing them."""
    return prod(len(dimension.categories) + len(dimension.groups) + 1 for dimension in table.dimensions)


def _table_reasons(table: CountTable) -> Iterator[Refusal]:
    found = [*islice(_shape_reasons(table), MAX_REASONS)]
    yield from found
    if not found and size_of(table) <= MAX_CELLS:
        yield from islice(_content_reasons(table), MAX_REASONS)


def _shape_reasons(table: CountTable) -> Iterator[Refusal]:
    yield from _population_reasons(table)
    yield from dimension_reasons(table.code, table.dimensions)
    yield from dimension_reasons(table.code, table.classes)


def _content_reasons(table: CountTable) -> Iterator[Refusal]:
    yield from _cell_reasons(table)
    yield from _person_reasons(table)
    yield from _caseload_reasons(table)


def _population_reasons(table: CountTable) -> Iterator[Refusal]:
    if not table.code:
        yield Refusal("bad_code", table.code, None, {"code": table.code})
    try:
        scope = parse_population(table.population)
    except ValueError:
        yield Refusal("bad_population", table.code)
        return
    own = {dimension.axis for dimension in table.dimensions}
    for dimension, category in scope.filters:
        if is_bad(category) or dimension in own:
            yield Refusal("bad_population", table.code, None, {"dimension": dimension})


def _cell_reasons(table: CountTable) -> Iterator[Refusal]:
    leaves = [frozenset(dimension.leaves()) for dimension in table.dimensions]
    for cell, count in table.counts.items():
        yield from _key_reasons(table, cell, leaves)
        yield from _number_reasons(table.code, cell, count)
    for cell in table.structural_zeros:
        yield from _key_reasons(table, cell, leaves)
        if table.counts.get(cell, 0) != 0:
            yield Refusal("structural_zero_counted", table.code, cell)


def _key_reasons(table: CountTable, cell: Cell, leaves: Sequence[frozenset[str]]) -> Iterator[Refusal]:
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
    known = [frozenset(dimension.codes()) for dimension in table.dimensions]
    for cell, number in table.persons.items():
        if len(cell) != len(known) or any(c not in codes for c, codes in zip(cell, known, strict=True)):
            yield Refusal("unknown_cell", table.code, None, {"size": len(table.dimensions)})
        else:
            yield from _number_reasons(table.code, cell, number)


def _caseload_reasons(table: CountTable) -> Iterator[Refusal]:
    leaves = [frozenset(dimension.leaves()) for dimension in table.dimensions]
    for insider, cells in table.caseloads.items():
        for cell, number in cells.items():
            yield from _key_reasons(table, cell, leaves)
            yield from _number_reasons(table.code, cell, number)
            if isinstance(number, int) and number > table.counts.get(cell, 0):
                yield Refusal("caseload_too_large", table.code, cell, {"insider": insider})
