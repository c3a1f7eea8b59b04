# SPDX-License-Identifier: EUPL-1.2
"""From facts to exact, internal count tables: the headline of every indicator and its breakdowns."""

import hmac
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
from casus.counting.piles import Pile, listed, piles_of
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
            piles = piles_of(units, workers)
            whole = piles_of([*units, *(unit for _who, unit in gone)]) if gone else piles
            state = _snapshot(measure, whole, counting.key)
            behind = [count for _who, count in archived if count.what == BEHIND]
            counted[measure, day] = _Counted(piles, state, gone, behind)
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
    """The units of one measure in piles, and the id of that state.

    `archived`: units of dossiers that were destroyed, each with the worker who had it; `behind`: the persons
    behind them, per cell of a table.
    """

    piles: Sequence[Pile]
    snapshot: str
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
    counted = [pile for pile in found.piles if indicator.counts(pile.codes, lines)]
    archived = [(who, unit) for who, unit in found.archived if indicator.counts(unit.codes, lines)]
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
            caseloads=_caseloads(indicator, counted, breakdown, archived),
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
            *(pile.subjects for pile in counted[measure, counting.reference_date].piles)
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


def _counts(found: Sequence[Pile | Unit], breakdown: tuple[str, ...]) -> Mapping[Cell, int]:
    counts: dict[Cell, int] = {}
    for one in found:
        cell = tuple([one.codes[code] for code in breakdown])
        counts[cell] = counts.get(cell, 0) + one.amount
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
    piles: Sequence[Pile],
    breakdown: tuple[str, ...],
    lines: Mapping[str, Mapping[str, tuple[str, ...]]],
    kept: Mapping[Cell, int],
) -> Mapping[Cell, int] | None:
    """Return the distinct persons behind every cell, those whose dossier was destroyed among them."""
    found = persons_behind(indicator, piles, breakdown, lines)
    if found is None:
        return None
    numbers = Counter(found)
    numbers.update(kept)
    return {cell: number for cell, number in numbers.items() if number > 0 or cell in found}


def persons_behind(
    indicator: Indicator,
    piles: Sequence[Pile],
    breakdown: tuple[str, ...],
    lines: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> Mapping[Cell, int] | None:
    """Return the distinct persons behind every cell, margins included, where the unit is not persons."""
    if indicator.protection is not Protection.PERSONS or indicator.unit == PERSONS:
        return None
    behind: dict[Cell, set[str]] = defaultdict(set)
    unnamed: Counter[Cell] = Counter()
    for pile in piles:
        for cell in product(*(lines[code][pile.codes[code]] for code in breakdown)):
            behind[cell] |= pile.subjects
            unnamed[cell] += pile.unnamed
    return {cell: len(behind[cell]) + unnamed[cell] for cell in behind}


def _caseloads(
    indicator: Indicator,
    piles: Sequence[Pile],
    breakdown: tuple[str, ...],
    archived: Sequence[tuple[str, Unit]],
) -> Mapping[str, Mapping[Cell, int]]:
    """Return for each worker the units that are about persons in the own vault: what they need no report for."""
    if indicator.protection is not Protection.PERSONS:
        return {}
    by_cell: dict[Cell, dict[str, int]] = defaultdict(dict)
    for pile in piles:
        known = by_cell[tuple([pile.codes[code] for code in breakdown])]
        for worker, amount in pile.owned.items():
            known[worker] = known.get(worker, 0) + amount
    for worker, unit in archived:
        known = by_cell[tuple(unit.codes[code] for code in breakdown)]
        known[worker] = known.get(worker, 0) + unit.amount
    own: dict[str, dict[Cell, int]] = {}
    for cell, known in by_cell.items():
        for worker, amount in known.items():
            cells = own.setdefault(worker, {})
            if amount > 0:
                cells[cell] = amount
    return dict(sorted(own.items()))


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


def _snapshot(measure: str, piles: Sequence[Pile], key: bytes) -> str:
    """Return the id of the counted state: equal units give equal ids; keyed, so that guesses cannot be tested."""
    return hmac.digest(key, listed(measure, piles).encode(), sha256).hex()[:32]
