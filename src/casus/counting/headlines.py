# SPDX-License-Identifier: EUPL-1.2
"""Exact, internal totals for the coordinator's own screens: one number per indicator, and what it is made of.

Counted by the same rules as the tables of a report (`counting.tally`), without what only protection needs.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casus.counting.archive import UNITS
from casus.counting.catalogue import Catalogue, Indicator
from casus.counting.contribution import Contribution
from casus.counting.facts import combine
from casus.counting.measures import people
from casus.counting.registers import Registers
from casus.counting.tally import lines_of, units_of
from casus.counting.units import Unit
from casus.domain.periods import Period


@dataclass(frozen=True)
class Counted:
    """All units of every measure the catalogue uses; a measure over persons has None without contributions."""

    catalogue: Catalogue
    period: Period
    reference_date: date
    units: Mapping[tuple[str, date], Sequence[Unit] | None]

    def headline(self, indicator: Indicator) -> int | None:
        """Return the number an indicator counts, None when nothing is known of persons."""
        found = self._counted(indicator)
        return None if found is None else max(0, sum(unit.amount for unit in found))

    def parts(self, indicator: Indicator, dimension: str) -> Mapping[str, int]:
        """Return that number by the categories of one dimension its measure has, top categories left out."""
        numbers: Counter[str] = Counter()
        for unit in self._counted(indicator) or ():
            numbers[unit.codes[dimension]] += unit.amount
        return {code: number for code, number in numbers.items() if number > 0}

    def _counted(self, indicator: Indicator) -> list[Unit] | None:
        day = indicator.counted_on(self.period, self.reference_date)
        units = self.units.get((indicator.measure, day))
        if units is None:
            return None
        lines = {
            code: lines_of(self.catalogue.dimensions[code].over(self.period)) for code in indicator.where
        }
        return [unit for unit in units if indicator.counts(unit.codes, lines)]


def counted(
    catalogue: Catalogue,
    contributions: Sequence[Contribution],
    registers: Registers,
    period: Period,
    reference_date: date,
) -> Counted:
    """Count every measure the catalogue uses; what was destroyed counts with what is kept of it."""
    facts = combine(contributions) if contributions else None
    gone = [count for one in contributions for count in one.archive if count.what == UNITS]
    units: dict[tuple[str, date], Sequence[Unit] | None] = {}
    for measure, day in {
        (one.measure, one.counted_on(period, reference_date)) for one in catalogue.indicators
    }:
        found = units_of(measure, facts, registers.on(day))
        kept = (Unit(dict(one.codes), one.amount) for one in gone if one.indicator == measure)
        units[measure, day] = None if found is None else [*found, *kept]
    return Counted(catalogue, period, reference_date, units)


def is_over_persons(measure: str) -> bool:
    """Tell whether a measure is counted from contributions rather than from the coordinator's registers."""
    return measure in people.MEASURES


def rows_by_kind(contributions: Sequence[Contribution]) -> Iterator[tuple[str, str, int]]:
    """Yield role, kind of row and how many there are: what contributions are made of, without anyone in it."""
    numbers: Counter[tuple[str, str]] = Counter()
    for one in contributions:
        numbers.update((one.role, row.kind) for row in one.rows)
    for (role, kind), number in sorted(numbers.items()):
        yield role, kind, number
