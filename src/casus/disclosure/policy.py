# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house: minimal populations, decision 13, one way per population, no loosening."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from casus.disclosure.counts import CountedTable, geometry_of
from casus.disclosure.ledger import Ledger, PublishedTable
from casus.disclosure.model import TOTAL, Cell, Preset, Protection, Refusal
from casus.disclosure.predicates import Predicate, measure_of

FIRM_DIMENSIONS = frozenset({"area", "status"})
FIRMS_EXACT_FROM = 10


def check_policy(
    tables: Sequence[CountedTable], ledger: Ledger, preset: Preset, at: datetime
) -> tuple[Refusal, ...]:
    """Return every rule that stands in the way of this release, for all tables at once."""
    reasons = [*_clock_reasons(ledger, at), *_consistency_reasons(tables)]
    for table in tables:
        reasons += _person_reasons(table)
        reasons += _population_reasons(table, preset)
        reasons += _history_reasons(table, ledger, preset)
    return tuple(reasons)


def population_rule(table: CountedTable, preset: Preset) -> int:
    """Return the least population this table may rest on; totals of firms may be small (decision 13)."""
    if table.table.protection is Protection.EXACT or firm_totals(table):
        return 0
    return preset.min_population


def firm_totals(table: CountedTable) -> bool:
    """Tell whether a table holds nothing but firms per area and status."""
    used = {dimension.code for dimension in table.table.dimensions}
    used |= {dimension for dimension, _ in table.scope.filters}
    return table.table.protection is Protection.FIRMS and used <= FIRM_DIMENSIONS


def _clock_reasons(ledger: Ledger, at: datetime) -> Iterator[Refusal]:
    if ledger.entries and at < ledger.entries[-1].at:
        yield Refusal("clock_set_back", "", None, {"release": ledger.entries[-1].number})


def _consistency_reasons(tables: Sequence[CountedTable]) -> Iterator[Refusal]:
    """One population leaves one way, from one counted state, with one number per figure."""
    first: dict[str, CountedTable] = {}
    values: dict[Predicate, tuple[str, int]] = {}
    for counted in tables:
        table = counted.table
        other = first.setdefault(counted.scope.base, counted).table
        if other.protection is not table.protection:
            yield Refusal("protection_mixed", table.code, None, {"other": other.code})
        if other.snapshot != table.snapshot:
            yield Refusal("snapshots_mixed", table.code, None, {"other": other.code})
        for cell, predicate in counted.predicates.items():
            code, value = values.setdefault(predicate, (table.code, counted.values[cell]))
            if value != counted.values[cell]:
                yield Refusal("counts_inconsistent", table.code, cell, {"other": code})
                break


def _person_reasons(counted: CountedTable) -> Iterator[Refusal]:
    for cell, number in (counted.table.persons or {}).items():
        if number > counted.values[cell]:
            yield Refusal("persons_inconsistent", counted.table.code, cell)
    if counted.table.persons is not None:
        for cell, count in counted.table.counts.items():
            if count and not counted.persons[cell]:
                yield Refusal("persons_inconsistent", counted.table.code, cell)


def _population_reasons(counted: CountedTable, preset: Preset) -> Iterator[Refusal]:
    least = population_rule(counted, preset)
    small = [cell for cell in _bases(counted) if 0 < counted.persons[cell] < least]
    if not small:
        return
    data: dict[str, object] = {"minimum": least, "cells": len(small)}
    if all(code == TOTAL for code in small[0]):
        data["proposal"] = "drop_table"
    else:
        data |= {"proposal": "drop_dimension", "dimension": _dimension_to_drop(counted, least, small[0])}
    yield Refusal("population_too_small", counted.table.code, small[0], data)


def _bases(counted: CountedTable) -> list[Cell]:
    bases = counted.geometry.bases(counted.table.structural_zeros)
    return [cell for cell in counted.geometry.cells if cell in bases]


def _dimension_to_drop(counted: CountedTable, least: int, cell: Cell) -> str:
    """Return the dimension without which the fewest small subtotals are left (the finest on a tie)."""
    dimensions = counted.table.dimensions

    def left(place: int) -> tuple[int, bool, int]:
        rest = geometry_of(d for number, d in enumerate(dimensions) if number != place)
        short = [(*c[:place], TOTAL, *c[place:]) for c in rest.bases(())]
        small = sum(0 < counted.persons[wide] < least for wide in short)
        return small, cell[place] == TOTAL, -len(dimensions[place].categories)

    return dimensions[min(range(len(dimensions)), key=left)].code


def _history_reasons(counted: CountedTable, ledger: Ledger, preset: Preset) -> Iterator[Refusal]:
    """Earlier releases of this measure, latest first: same protection per population, no weaker preset."""
    table, base = counted.table, counted.scope.base
    for entry in reversed(ledger.entries):
        earlier = [old for old in entry.tables if measure_of(old.scope.base) == measure_of(base)]
        if any(old.scope.base == base and old.protection is not table.protection for old in earlier):
            yield Refusal("protection_mixed", table.code, None, {"release": entry.number})
            return
        if table.protection is not Protection.EXACT and any(_stricter(old, preset) for old in earlier):
            yield Refusal("preset_loosened", table.code, None, {"release": entry.number})
            return


def _stricter(old: PublishedTable, preset: Preset) -> bool:
    return (
        (old.base or 0) > preset.base
        or old.threshold > preset.threshold
        or old.min_population > preset.min_population
    )
