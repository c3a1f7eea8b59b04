# SPDX-License-Identifier: EUPL-1.2
"""What a release says of itself in public, and what its audit measured, which stays inside."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from casus.disclosure.attack.insiders import OWN_RECORD
from casus.disclosure.attack.knowledge import Picture, Source, suppressed_by
from casus.disclosure.attack.targets import Kind, targets_of
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.predicates import measure_of
from casus.disclosure.ledger import Ledger, PublishedFigure, PublishedTable
from casus.disclosure.model import Audit, Cell, FigureStatus, Method, Preset, Protection, Statement
from casus.disclosure.outcome import Outcome


def statement_of(
    published: Sequence[PublishedTable],
    counted: Sequence[CountedTable],
    ledger: Ledger,
    preset: Preset,
) -> Statement:
    """Return the statement of a release that consists of these tables; nothing but public facts decide it."""
    figures = [figure for table in published for figure in table.figures]
    something = sum(figure.value != 0 for figure in figures)
    suppressed = _number(figures, FigureStatus.SUPPRESSED)
    return Statement(
        preset=preset.code,
        preset_version=preset.version,
        base=preset.base,
        threshold=preset.threshold,
        min_population=preset.min_population,
        cells=len(figures),
        rounded=_number(figures, FigureStatus.ROUNDED),
        exact=_number(figures, FigureStatus.EXACT),
        structural_zeros=_number(figures, FigureStatus.STRUCTURAL_ZERO),
        small_cells=sum(_may_be_small(figure, preset) for figure in figures),
        targets=_targets(published, ledger),
        releases=len(ledger.entries),
        max_error=max((table.reach for table in published), default=0),
        method=preset.method.value,
        suppressed=suppressed,
        suppressed_share=round(suppressed / max(1, something), 3),
        least_range=_least_range(published, ledger, preset),
        insiders=tuple(_insiders(counted, preset)),
        relaxed=tuple(table.code for table in published if table.base and table.reach >= table.base),
    )


def audit_of(outcomes: Sequence[Outcome]) -> Audit:
    """Return what the attacks on these populations measured."""
    verdicts = [outcome.verdict for outcome in outcomes]
    errors = [error for outcome in outcomes for error in outcome.errors]
    return Audit(
        matter=sum(verdict.matter for verdict in verdicts),
        narrowest_range=_least(verdict.narrowest for verdict in verdicts),
        narrowest_inside=_least(verdict.narrowest_inside for verdict in verdicts),
        insiders=sum(verdict.insiders for verdict in verdicts),
        exact=0,
        below_threshold=0,
        inherited=sum(verdict.inherited for verdict in verdicts),
        left_out=sum(verdict.left_out for verdict in verdicts),
        witnesses=sum(verdict.witnesses for verdict in verdicts),
        witness_check_seconds=round(sum(verdict.check_seconds for verdict in verdicts), 4),
        redraws=sum(outcome.redraws for outcome in outcomes),
        renumbered=sum(outcome.renumbered for outcome in outcomes),
        mean_error=round(sum(errors) / len(errors), 2) if errors else None,
        lost_cells=_lost(outcomes, inner=False),
        lost_persons=_lost(outcomes, inner=True),
        protection_seconds=round(sum(outcome.protection_seconds for outcome in outcomes), 3),
        audit_seconds=round(sum(outcome.audit_seconds for outcome in outcomes), 3),
    )


def _number(figures: Sequence[PublishedFigure], status: FigureStatus) -> int:
    return sum(figure.status is status for figure in figures)


def _may_be_small(figure: PublishedFigure, preset: Preset) -> bool:
    if figure.value is None:
        return True
    return figure.status is FigureStatus.ROUNDED and figure.value <= preset.base


def _targets(published: Sequence[PublishedTable], ledger: Ledger) -> int:
    """Count what may be small as shown, whatever the truth, in each counted state of this release."""
    states: dict[tuple[str, str], list[Source]] = {}
    for table in published:
        if table.protection is not Protection.EXACT:
            state = table.scope.base, table.snapshot
            states.setdefault(state, _earlier(state, ledger)).append(Source(None, table))
    pictures = (Picture(base, tuple(sources), {}) for (base, _), sources in states.items())
    return sum(target.kind is not Kind.GROUP for picture in pictures for target in targets_of(picture))


def _earlier(state: tuple[str, str], ledger: Ledger) -> list[Source]:
    return [
        Source(entry.number, table)
        for entry in ledger.entries
        for table in entry.tables
        if (table.scope.base, table.snapshot) == state and table.protection is not Protection.EXACT
    ]


def _least_range(published: Sequence[PublishedTable], ledger: Ledger, preset: Preset) -> int | None:
    """Return the fewest values that the methods in play guarantee: the base, or from 0 to the threshold."""
    hiding = [table for table in published if table.base or suppressed_by(table)]
    if not hiding:
        return None
    measures = {measure_of(table.scope.base) for table in hiding}
    bases = [
        table.base
        for table in (*hiding, *(t for entry in ledger.entries for t in entry.tables))
        if table.base and measure_of(table.scope.base) in measures
    ]
    own = [preset.threshold + 1] if preset.method is Method.SUPPRESSION else []
    return min(bases + own, default=None)


def _insiders(counted: Sequence[CountedTable], preset: Preset) -> Iterator[str]:
    """Yield the classes of insiders that are tried: one record, the only one in a cell, a caseload."""
    if any(table.table.protection is not Protection.EXACT for table in counted):
        yield OWN_RECORD
        if preset.method is Method.SUPPRESSION:
            yield "only_one"
    if any(table.table.caseloads for table in counted):
        yield "caseload"


def _least(numbers: Iterable[int | None]) -> int | None:
    return min((number for number in numbers if number is not None), default=None)


def _lost(outcomes: Sequence[Outcome], *, inner: bool) -> float:
    """Return the share of non-zero figures, or of the units in inner cells, that is suppressed."""
    gone = every = 0
    for outcome in outcomes:
        for table in outcome.published:
            shown: Mapping[Cell, PublishedFigure] = {figure.cell: figure for figure in table.figures}
            for predicate, figure in table.predicates():
                value = outcome.values[predicate]
                if not value or (inner and figure.cell not in table.geometry.leaf_set):
                    continue
                weight = value if inner else 1
                every += weight
                gone += weight if shown[figure.cell].value is None else 0
    return round(gone / every, 3) if every else 0.0
