# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house: minimal populations, decision 13, one way per population, no loosening."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from casus.disclosure.crossing import crossing_reasons
from casus.disclosure.elsewhere import made_elsewhere
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.predicates import Predicate, measure_of
from casus.disclosure.ledger import Ledger, PublishedTable
from casus.disclosure.model import TOTAL, Method, Preset, Protection, Refusal
from casus.disclosure.near_measures import near_reasons

FIRM_DIMENSIONS = frozenset({"area", "status"})
_FIRMS_EXACT_FROM = 10


def check_policy(
    tables: Sequence[CountedTable], ledger: Ledger, preset: Preset, at: datetime
) -> tuple[Refusal, ...]:
    """Return every rule that stands in the way of this release, for all tables at once."""
    reasons = [*_clock_reasons(ledger, at), *_consistency_reasons(tables)]
    for table in tables:
        reasons += _person_reasons(table)
        reasons += _population_reasons(table, preset)
        reasons += _history_reasons(table, ledger, preset)
    return (*reasons, *crossing_reasons(tables, ledger), *near_reasons(tables, ledger, preset))


def population_rule(table: CountedTable, preset: Preset) -> int:
    """Return the least population this table may rest on; totals of firms may be small (decision 13)."""
    if table.table.protection is Protection.EXACT or firm_totals(table):
        return 0
    return preset.min_population


def firms_exact_from(preset: Preset) -> int:
    """Return from which number firms per area and status are exact: 10 (decision 13), and twice the base at least.

    Classes that are rounded are known to be smaller: with less room than that nothing of them could leave.
    """
    return max(_FIRMS_EXACT_FROM, 2 * preset.base)


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
    """The table as a whole may not rest on too few persons, other than none; its subtotals may."""
    least = population_rule(counted, preset)
    total = tuple(TOTAL for _ in counted.table.dimensions)
    if 0 < counted.persons[total] < least:
        proposal = "wider" if counted.scope.filters else "drop_table"
        data = {"minimum": least, "cells": 1, "proposal": proposal}
        yield Refusal("population_too_small", counted.table.code, total, data)


def _history_reasons(counted: CountedTable, ledger: Ledger, preset: Preset) -> Iterator[Refusal]:
    """Earlier releases of this measure, latest first: same protection per population, no weaker preset.

    What was published elsewhere is bound by no preset of ours.
    """
    table, base = counted.table, counted.scope.base
    for entry in reversed(ledger.entries):
        if made_elsewhere(entry):
            continue
        earlier = [old for old in entry.tables if measure_of(old.scope.base) == measure_of(base)]
        if any(old.scope.base == base and old.protection is not table.protection for old in earlier):
            yield Refusal("protection_mixed", table.code, None, {"release": entry.number})
            return
        if table.protection is not Protection.EXACT and any(_stricter(old, preset) for old in earlier):
            yield Refusal("preset_loosened", table.code, None, {"release": entry.number})
            return


def _stricter(old: PublishedTable, preset: Preset) -> bool:
    """Tell whether an earlier table was made by a stronger preset; bases compare only between roundings."""
    rounds = preset.method is Method.ROUNDING
    return (
        (rounds and (old.base or 0) > preset.base)
        or old.threshold > preset.threshold
        or old.min_population > preset.min_population
    )
