# SPDX-License-Identifier: EUPL-1.2
"""From facts to exact, internal count tables: the headline of every indicator and its breakdowns."""

import hmac
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from itertools import product

from casus.counting.archive import PERSONS as BEHIND
from casus.counting.archive import UNITS, ArchivedCount
from casus.counting.catalogue import Catalogue, Indicator, load
from casus.counting.collecting import held_back
from casus.counting.contribution import Contribution
from casus.counting.facts import Facts, combine
from casus.counting.filters import filters_of
from casus.counting.measures import people
from casus.counting.measures import registers as of_registers
from casus.counting.registers import Registers
from casus.counting.units import Unit
from casus.disclosure import TOTAL, CountTable, Dimension, Protection
from casus.domain.periods import Period

PERSONS = "persons"
Cell = tuple[str, ...]
_Measured = tuple[str, date]


@dataclass(frozen=True)
class Counting:
    """For when is counted; `key` (secret, 32 bytes) hides in a snapshot's id what was counted."""

    period: Period
    reference_date: date
    key: bytes = field(repr=False)


@held_back()
def count(
    catalogue: Catalogue, contributions: Sequence[Contribution], registers: Registers, counting: Counting
) -> tuple[CountTable, ...]:
    """Return the tables of all indicators, in the order of the catalogue, each with its headline first.

    Without contributions nothing is known of persons, so what is counted from them is left out rather than
    counted as none. Contributions for another period or reference date raise ValueError.
    """
    for contribution in contributions:
        if (contribution.period, contribution.reference_date) != (counting.period, counting.reference_date):
            raise ValueError("a contribution for another period")
    facts = combine(contributions) if contributions else None
    dimensions = {code: spec.over(counting.period) for code, spec in catalogue.dimensions.items()}
    archived = [(one.contributor, count) for one in contributions for count in one.archive]
    counted: dict[_Measured, _Counted] = {}
    for measure, day in sorted({_measured(indicator, counting) for indicator in catalogue.indicators}):
        units = units_of(measure, facts, registers.on(day))
        if units is not None:
            workers = facts.workers if facts is not None else {}
            gone = [(who, _unit(a)) for who, a in archived if (a.what, a.indicator) == (UNITS, measure)]
            state = _snapshot(measure, [*units, *(unit for _who, unit in gone)], counting.key)
            behind = [count for _who, count in archived if count.what == BEHIND]
            counted[measure, day] = _Counted(units, state, workers, gone, behind)
    holders = _holders(catalogue.indicators, counted, counting, dimensions)
    return tuple(
        table
        for one in catalogue.indicators
        for measured in [_measured(one, counting)]
        if measured in counted
        for table in _tables(
            one,
            counted[measured],
            dimensions,
            replace(counting, reference_date=measured[1]),
            holders.get(one.measure, frozenset()),
        )
    )


def _measured(indicator: Indicator, counting: Counting) -> _Measured:
    return indicator.measure, indicator.counted_on(counting.period, counting.reference_date)


@dataclass(frozen=True)
class _Counted:
    """The units of one measure, the id of that state, and which workers know whom.

    `archived`: units of dossiers that were destroyed, each with the worker who had it; `behind`: the persons
    behind them, per cell of a table.
    """

    units: Sequence[Unit]
    snapshot: str
    workers: Mapping[str, frozenset[str]]
    archived: Sequence[tuple[str, Unit]]
    behind: Sequence[ArchivedCount]


def measures() -> frozenset[str]:
    """Return the names of all counting rules."""
    return frozenset({*people.MEASURES, *of_registers.MEASURES})


def units_of(measure: str, facts: Facts | None, registers: Registers) -> list[Unit] | None:
    """Return what a measure yields; None for one over persons without any facts."""
    if measure in people.MEASURES:
        return None if facts is None else list(people.MEASURES[measure](facts))
    return list(of_registers.MEASURES[measure](registers))


def _tables(
    indicator: Indicator,
    found: _Counted,
    every: Mapping[str, Dimension],
    counting: Counting,
    within: frozenset[str],
) -> Iterator[CountTable]:
    lines = {code: lines_of(dimension) for code, dimension in every.items()}
    counted = [unit for unit in found.units if indicator.counts(unit.codes, lines)]
    archived = [(who, unit) for who, unit in found.archived if indicator.counts(unit.codes, lines)]
    owned = _owned(indicator, counted, found.workers)
    classes = tuple(one.classes for one in filters_of(indicator, every) if one.classes is not None)
    for breakdown in ((), *indicator.breakdowns):
        dimensions = tuple(every[code] for code in breakdown)
        yield CountTable(
            code=indicator.table_code(breakdown),
            title=indicator.title,
            definition=indicator.definition,
            unit=indicator.unit,
            unit_label=indicator.unit_label,
            source=indicator.source,
            chapter=indicator.pillar,
            period=(counting.period.first, counting.period.last),
            reference_date=counting.reference_date,
            snapshot=found.snapshot,
            protection=indicator.protection,
            population=population(indicator, counting.period, counting.reference_date, every),
            dimensions=dimensions,
            counts=_counts([*counted, *(unit for _who, unit in archived)], breakdown),
            persons=_persons(
                indicator, counted, breakdown, lines, _kept(indicator, breakdown, found, archived)
            ),
            caseloads=_caseloads(indicator, owned, breakdown, archived),
            within=within,
            classes=classes,
            note=indicator.note,
        )


def _holders(
    indicators: Sequence[Indicator],
    counted: Mapping[_Measured, "_Counted"],
    counting: Counting,
    every: Mapping[str, Dimension],
) -> Mapping[str, frozenset[str]]:
    """Return for each measure of persons the populations of others that hold all its persons, and more."""
    bases = {
        one.measure: population(one, counting.period, counting.reference_date, every).partition(";")[0]
        for one in indicators
        if _measured(one, counting) in counted
        and one.unit == PERSONS
        and one.protection is Protection.PERSONS
    }
    whom = {
        measure: frozenset[str]().union(
            *(u.subjects for u in counted[measure, counting.reference_date].units)
        )
        for measure in bases
    }
    return {
        measure: frozenset(bases[other] for other in bases if whom[measure] < whom[other])
        for measure in bases
    }


def population(
    indicator: Indicator, period: Period, reference_date: date, every: Mapping[str, Dimension]
) -> str:
    """Return the canonical predicate of what an indicator counts: `measure@moment;dimension=category;...`.

    `every`: the dimensions of the catalogue over the period. Several categories are one class (`filters_of`). The moment is the period, with the reference date where that is not its last day, or that date alone.
    """
    moment = reference_date.isoformat()
    if indicator.moment == "period":
        moment = str(period) if reference_date == period.last else f"{period}/{moment}"
    filters = sorted(f"{one.dimension}={one.code}" for one in filters_of(indicator, every))
    return ";".join((f"{indicator.measure}@{moment}", *filters))


def _counts(units: Sequence[Unit], breakdown: tuple[str, ...]) -> Mapping[Cell, int]:
    counts: dict[Cell, int] = {}
    for unit in units:
        codes = unit.codes
        cell = tuple([codes[code] for code in breakdown])
        counts[cell] = counts.get(cell, 0) + unit.amount
    return {cell: number for cell, number in counts.items() if number > 0}


def _unit(count: ArchivedCount) -> Unit:
    return Unit(dict(count.codes), count.amount)


def _kept(
    indicator: Indicator,
    breakdown: tuple[str, ...],
    found: "_Counted",
    archived: Sequence[tuple[str, Unit]],
) -> Counter[Cell]:
    """Return how many persons stood behind what was destroyed, per cell: kept for the tables that Casus ships.

    For a table of the coordinator's own it is not known: at least one, which is the safe side.
    """
    numbers: Counter[Cell] = Counter()
    if breakdown in _shipped(indicator):
        code = indicator.table_code(breakdown)
        for count in found.behind:
            if count.indicator == code:
                codes = dict(count.codes)
                numbers[tuple(codes[one] for one in breakdown)] += count.amount
        return numbers
    for _who, unit in archived:
        if unit.amount > 0:
            numbers[tuple(unit.codes[code] for code in breakdown)] = 1
    return numbers


def _shipped(indicator: Indicator) -> tuple[tuple[str, ...], ...]:
    """Return the breakdowns Casus ships for this indicator, none when it counts something else by now."""
    same = (one for one in load().indicators if one.code == indicator.code and one.where == indicator.where)
    return next((((), *one.breakdowns) for one in same), ())


def _persons(
    indicator: Indicator,
    units: Sequence[Unit],
    breakdown: tuple[str, ...],
    lines: Mapping[str, Mapping[str, tuple[str, ...]]],
    kept: Mapping[Cell, int],
) -> Mapping[Cell, int] | None:
    """Return the distinct persons behind every cell, those whose dossier was destroyed among them."""
    found = persons_behind(indicator, units, breakdown, lines)
    if found is None:
        return None
    numbers = Counter(found)
    numbers.update(kept)
    return {cell: number for cell, number in numbers.items() if number > 0 or cell in found}


def persons_behind(
    indicator: Indicator,
    units: Sequence[Unit],
    breakdown: tuple[str, ...],
    lines: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> Mapping[Cell, int] | None:
    """Return the distinct persons behind every cell, margins included, where the unit is not persons."""
    if indicator.protection is not Protection.PERSONS or indicator.unit == PERSONS:
        return None
    behind: dict[Cell, set[str]] = defaultdict(set)
    unnamed: Counter[Cell] = Counter()
    for unit in units:
        for cell in product(*(lines[code][unit.codes[code]] for code in breakdown)):
            behind[cell] |= unit.subjects
            unnamed[cell] += 0 if unit.subjects else unit.amount
    return {cell: len(behind[cell]) + unnamed[cell] for cell in behind}


def _owned(
    indicator: Indicator, units: Sequence[Unit], workers: Mapping[str, frozenset[str]]
) -> list[tuple[Unit, frozenset[str]]]:
    """Return each unit about persons with the workers who know one of them; nothing where it is not about persons."""
    if indicator.protection is not Protection.PERSONS:
        return []
    nobody = frozenset[str]()
    found = []
    for unit in units:
        about = unit.subjects | unit.members if unit.members else unit.subjects
        known = [workers.get(subject, nobody) for subject in about]
        found.append((unit, known[0] if len(known) == 1 else nobody.union(*known)))
    return found


def _caseloads(
    indicator: Indicator,
    owned: Sequence[tuple[Unit, frozenset[str]]],
    breakdown: tuple[str, ...],
    archived: Sequence[tuple[str, Unit]],
) -> Mapping[str, Mapping[Cell, int]]:
    """Return for each worker the units that are about persons in the own vault: what they need no report for."""
    if indicator.protection is not Protection.PERSONS:
        return {}
    own: dict[str, dict[Cell, int]] = defaultdict(dict)
    for unit, workers in owned:
        codes = unit.codes
        cell = tuple([codes[code] for code in breakdown])
        for worker in workers:
            cells = own[worker]
            cells[cell] = cells.get(cell, 0) + unit.amount
    for worker, unit in archived:
        cell = tuple(unit.codes[code] for code in breakdown)
        own[worker][cell] = own[worker].get(cell, 0) + unit.amount
    return {worker: {c: n for c, n in cells.items() if n > 0} for worker, cells in sorted(own.items())}


def lines_of(dimension: Dimension) -> Mapping[str, tuple[str, ...]]:
    """Return, for every leaf, the categories it belongs to: itself, what is above it, and the total."""
    parents = {category.code: category.parent for category in dimension.categories}
    lines = {}
    for leaf in dimension.leaves():
        line = [leaf]
        while (above := parents[line[-1]]) is not None:
            line.append(above)
        lines[leaf] = (*line, TOTAL)
    return lines


def _snapshot(measure: str, units: Sequence[Unit], key: bytes) -> str:
    """Return the id of the counted state: equal units give equal ids; keyed, so that guesses cannot be tested."""
    listed = sorted((sorted(unit.codes.items()), unit.amount, sorted(unit.subjects)) for unit in units)
    content = json.dumps([measure, listed], separators=(",", ":"))
    return hmac.digest(key, content.encode(), sha256).hex()[:32]
