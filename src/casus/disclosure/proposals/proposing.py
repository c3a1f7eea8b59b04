# SPDX-License-Identifier: EUPL-1.2
"""Find the mildest change to refused tables with which they can leave, by trying."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from casus.disclosure.figures.predicates import measure_of, parse_population
from casus.disclosure.ledger import Ledger
from casus.disclosure.model import TOTAL, CountTable, Dimension, Preset, Refusal
from casus.disclosure.progress import Listener, Reporter, Stage
from casus.disclosure.proposals.coarsening import Change, Proposal, Step, applied, coarsened
from casus.disclosure.release import release
from casus.errors import ReleaseRefused

HELPED = frozenset(
    {"range_too_narrow", "not_proven", "no_rounding", "too_complex", "too_many_cells", "population_too_small",
     "classification_differs", "no_suppression"}
)  # fmt: skip
"""Refusals that coarser tables may help against."""
_WHOLE_POPULATION = frozenset({"not_proven", "no_rounding", "too_complex", "no_suppression"})
_EACH = 20.0
_TRIES = 16


@dataclass(frozen=True)
class _Problem:
    tables: tuple[CountTable, ...]
    ledger: Ledger
    preset: Preset
    at: datetime
    deadline: float

    def refused(self, tables: Sequence[CountTable]) -> tuple[Refusal, ...]:
        """Return why these tables cannot leave, none when they can (or when there is none left)."""
        if not tables:
            return ()
        seconds = min(_EACH, max(0.1, self.deadline - time.monotonic()))
        try:
            release(tables, self.ledger, self.preset, at=self.at, time_limit=seconds)
        except ReleaseRefused as refused:
            return tuple(reason for reason in refused.reasons if isinstance(reason, Refusal))
        return ()


def propose(
    tables: Sequence[CountTable],
    ledger: Ledger,
    preset: Preset,
    reasons: Sequence[Refusal],
    *,
    at: datetime,
    seconds: float = 30.0,
    progress: Listener | None = None,
) -> Proposal | None:
    """Return the mildest proposal tried with which `tables`, refused for `reasons`, can leave.

    One step for one table is tried first, those that lose the fewest figures first; then the finest table
    step by step; at last tables are left out. Only tables of the measures in question are tried, since
    others do not depend on them. `None`: nothing tried helps within `seconds`, or the reasons are of
    another kind than tables can help. What `progress` raises goes through.
    """
    refused = {reason.table for reason in reasons}
    if not reasons or any(reason.code not in HELPED for reason in reasons):
        return None
    measures = {_measure(table) for table in tables if table.code in refused}
    family = tuple(table for table in tables if _measure(table) in measures)
    problem = _Problem(family, ledger, preset, at, time.monotonic() + seconds)
    reporter = Reporter(progress)
    candidates = _candidates(problem, reasons)
    for left, candidate in zip(range(_TRIES, 0, -1), candidates, strict=False):
        reporter.tell(Stage.PROPOSING, left)
        if time.monotonic() > problem.deadline:
            return None
        if not problem.refused(applied(family, candidate)):
            return candidate
    return None


def _measure(table: CountTable) -> str:
    return measure_of(parse_population(table.population).base)


def _candidates(problem: _Problem, reasons: Sequence[Refusal]) -> Iterator[Proposal]:
    """Yield proposals, the mildest first, and at last the one without any table that is refused."""
    culprits = _culprits(problem.tables, reasons)
    single = [change for table in culprits for change in _steps(table, reasons)]
    by_loss = sorted(single, key=lambda change: (_loss(problem.tables, change), change))
    yield from (Proposal((change,)) for change in by_loss)
    if len(culprits) > 1:
        yield from _together(culprits, reasons)
    yield from _without(problem, culprits)


def _culprits(tables: Sequence[CountTable], reasons: Sequence[Refusal]) -> list[CountTable]:
    """Return the tables to change: those refused, the finest of its family when all of it is refused."""
    found: dict[str, CountTable] = {}
    for reason in reasons:
        own = next((table for table in tables if table.code == reason.table), None)
        if own is not None and reason.cell is None and reason.code in _WHOLE_POPULATION:
            own = max((t for t in tables if _measure(t) == _measure(own)), key=lambda t: (_cells(t), t.code))
        if own is not None:
            found[own.code] = own
    return sorted(found.values(), key=lambda table: (-_cells(table), table.code))


def _steps(table: CountTable, reasons: Sequence[Refusal]) -> Iterator[Change]:
    """Yield the single steps for one table: merges around what was found, parents, halves, no breakdown."""
    for place, dimension in enumerate(table.dimensions):
        leaves = dimension.leaves()
        for leaf in sorted(_named(table, place, reasons) & {*leaves}) or [_smallest(table, place)]:
            yield from _merges(table, dimension, leaf)
        if any(c.code in leaves and c.parent is not None for c in dimension.categories):
            yield Change(table.code, Step.PARENTS, dimension.code)
        yield Change(table.code, Step.DROP_DIMENSION, dimension.code)


def _named(table: CountTable, place: int, reasons: Sequence[Refusal]) -> set[str]:
    """Return the categories of one dimension in which something was found."""
    cells = [reason.cell for reason in reasons if reason.table == table.code and reason.cell]
    for reason in reasons:
        minus = reason.data.get("minus")
        if isinstance(minus, tuple) and minus[0] == table.code:
            cells.append(minus[1])
    return {cell[place] for cell in cells if len(cell) == len(table.dimensions)} - {TOTAL}


def _smallest(table: CountTable, place: int) -> str:
    """Return the category with the fewest units."""
    units = dict.fromkeys(table.dimensions[place].leaves(), 0)
    for cell, number in table.counts.items():
        units[cell[place]] += number
    return min(units, key=lambda code: units[code])


def _merges(table: CountTable, dimension: Dimension, leaf: str) -> Iterator[Change]:
    """Yield merges of a leaf with the one before, the one after, and both; never of all there are."""
    parent = next(category.parent for category in dimension.categories if category.code == leaf)
    beside = [c for c in dimension.children(TOTAL if parent is None else parent) if c in dimension.leaves()]
    place = beside.index(leaf)
    for first, last in ((place - 1, place), (place, place + 1), (place - 1, place + 1)):
        if first >= 0 and last < len(beside) and last - first + 1 < len(beside):
            yield Change(table.code, Step.MERGE, dimension.code, tuple(beside[first : last + 1]))


def _together(culprits: Sequence[CountTable], reasons: Sequence[Refusal]) -> Iterator[Proposal]:
    """Yield proposals that change every refused table by its own mildest step, then by a bolder one."""
    ladders = [sorted(_steps(table, reasons), key=lambda c: (_loss([table], c), c)) for table in culprits]
    for rung in (0, -1):
        if all(ladders):
            yield Proposal(tuple(ladder[rung] for ladder in ladders))


def _without(problem: _Problem, culprits: Sequence[CountTable]) -> Iterator[Proposal]:
    """Yield proposals that leave out the refused tables one by one, and then whatever is refused next."""
    out: list[Change] = []
    for table in culprits:
        out.append(Change(table.code, Step.DROP_TABLE))
        yield Proposal(tuple(out))
    while len(out) < len(problem.tables):
        left = applied(problem.tables, Proposal(tuple(out)))
        next_ones = _culprits(left, problem.refused(left))
        if not next_ones:
            return
        out.append(Change(next_ones[0].code, Step.DROP_TABLE))
        yield Proposal(tuple(out))


def _loss(tables: Sequence[CountTable], change: Change) -> int:
    """Return how many figures a change costs."""
    table = next(table for table in tables if table.code == change.table)
    coarse = coarsened(table, Proposal((change,)))
    return _cells(table) - (0 if coarse is None else _cells(coarse))


def _cells(table: CountTable) -> int:
    cells = 1
    for dimension in table.dimensions:
        cells *= len(dimension.codes())
    return cells
