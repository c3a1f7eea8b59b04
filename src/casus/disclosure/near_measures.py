# SPDX-License-Identifier: EUPL-1.2
"""Exact figures of measures that lie within each other: 57 in the approach and 55 visited tell of two who were not.

The attack relates the figures of one measure. Between measures nothing but the persons themselves tells that
one lies within the other, so whoever counts says so (`CountTable.within`), and the narrower table does not leave
exactly where the two nearly coincide (small figures are suppressed anyhow). Rounded figures are each off by up to a base and keep it open.
"""

from collections.abc import Iterator, Mapping, Sequence

from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.ledger import Ledger
from casus.disclosure.model import FigureStatus, Method, Preset, Refusal


def near_reasons(tables: Sequence[CountedTable], ledger: Ledger, preset: Preset) -> Iterator[Refusal]:
    """Yield a refusal for each table with an exact figure that is nearly that of a population it lies within."""
    if preset.method is not Method.SUPPRESSION:
        return
    known = _published(ledger) | {
        predicate: (table.table.code, table.values[cell])
        for table in tables
        for cell, predicate in table.predicates.items()
    }
    for table in tables:
        yield from _near(table, known, preset.threshold)


def _near(
    table: CountedTable, known: Mapping[Predicate, tuple[str, int]], threshold: int
) -> Iterator[Refusal]:
    for base in sorted(table.table.within):
        for cell, predicate in table.predicates.items():
            found = known.get(predicate.rebased(base))
            if (
                found is not None
                and threshold <= table.values[cell] < found[1] < table.values[cell] + threshold
            ):
                data: dict[str, object] = {"other": found[0], "proposal": "drop_table"}
                yield Refusal("near_other_measure", table.table.code, cell, data)
                return


def _published(ledger: Ledger) -> dict[Predicate, tuple[str, int]]:
    """Return the latest exact figure of every predicate in the ledger, with the table it stood in."""
    return {
        predicate: (table.code, figure.number)
        for entry in ledger.entries
        for table in entry.tables
        for predicate, figure in table.predicates()
        if figure.status is FigureStatus.EXACT
    }
