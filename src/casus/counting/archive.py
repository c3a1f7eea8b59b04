# SPDX-License-Identifier: EUPL-1.2
"""Anonymous counts of dossiers that were destroyed: what a recount of a period lacks without them.

The smallest form from which every figure comes out as before: per counting rule the amount for each combination
of codes, and per table the distinct persons behind each cell. No person, no pseudonym, no record. An amount may
be negative: somebody of whom one of two cases was destroyed is counted in another category from then on.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casus.counting.catalogue import load
from casus.disclosure import TOTAL
from casus.domain.periods import Period

UNITS, PERSONS = "units", "persons"
_MOST = 100_000


@dataclass(frozen=True, order=True)
class ArchivedCount:
    """`what` units: `indicator` is a counting rule; persons: it is a table, and a code may be the total."""

    what: str
    indicator: str
    codes: tuple[tuple[str, str], ...]
    amount: int


def moment_of(period: Period, reference_date: date) -> str:
    """Return the name under which counts of this period and reference date are kept."""
    return str(period) if reference_date == period.last else f"{period}/{reference_date.isoformat()}"


def summed(counts: Iterable[ArchivedCount]) -> tuple[ArchivedCount, ...]:
    """Return the counts with alike ones added up and what comes to nothing left out, in order."""
    found: dict[tuple[str, str, tuple[tuple[str, str], ...]], int] = {}
    for one in counts:
        key = (one.what, one.indicator, one.codes)
        found[key] = found.get(key, 0) + one.amount
    return tuple(sorted(ArchivedCount(*key, amount) for key, amount in found.items() if amount))


def fault_in(count: ArchivedCount, period: Period) -> str | None:
    """Return what is wrong with a count that was handed over; None when every part of it is a known code."""
    catalogue = load()
    tables = {code for one in catalogue.indicators for code in one.table_codes()}
    measures = {one.measure for one in catalogue.indicators}
    known = {UNITS: measures, PERSONS: tables}.get(count.what)
    if known is None or count.indicator not in known:
        return "unknown_kind"
    if type(count.amount) is not int or not 0 < abs(count.amount) <= _MOST:
        return "amount"
    for key, code in count.codes:
        spec = catalogue.dimensions.get(key)
        if spec is None:
            return "unknown_key"
        listed = {category.code for category in spec.over(period).categories}
        if code not in listed and not (count.what == PERSONS and code == TOTAL):
            return "unknown_code"
    return None
