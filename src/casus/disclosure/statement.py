# SPDX-License-Identifier: EUPL-1.2
"""What a release may say about itself, made from public figures and from sums over many."""

from collections.abc import Sequence

from casus.disclosure.ledger import Ledger, PublishedFigure, PublishedTable
from casus.disclosure.model import FigureStatus, Preset, Statement
from casus.disclosure.outcome import Outcome

_MEAN_FROM = 100


def statement_of(
    published: Sequence[PublishedTable], outcomes: Sequence[Outcome], ledger: Ledger, preset: Preset
) -> Statement:
    """Return the statement of a release that consists of these tables."""
    figures = [figure for table in published for figure in table.figures]
    spreads = [o.verdict.narrowest for o in outcomes if o.verdict.narrowest is not None]
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
        small_cells=sum(f.status is FigureStatus.ROUNDED and f.number <= preset.base for f in figures),
        targets=sum(outcome.verdict.targets for outcome in outcomes),
        releases=len(ledger.entries),
        narrowest_range=min(spreads, default=None),
        max_error=max((table.reach for table in published), default=0),
        mean_error=_mean([error for outcome in outcomes for error in outcome.errors]),
        witnesses=sum(outcome.verdict.witnesses for outcome in outcomes),
        redraws=sum(outcome.redraws for outcome in outcomes),
        renumbered=sum(outcome.renumbered for outcome in outcomes),
        relaxed=tuple(
            t.code
            for outcome in outcomes
            if outcome.rounded and outcome.rounded.relaxed
            for t in outcome.published
        ),
        protection_seconds=round(sum(outcome.protection_seconds for outcome in outcomes), 3),
        audit_seconds=round(sum(outcome.audit_seconds for outcome in outcomes), 3),
        witness_check_seconds=round(sum(outcome.verdict.check_seconds for outcome in outcomes), 4),
    )


def _number(figures: Sequence[PublishedFigure], status: FigureStatus) -> int:
    return sum(figure.status is status for figure in figures)


def _mean(errors: Sequence[int]) -> float | None:
    return round(sum(errors) / len(errors), 1) if len(errors) >= _MEAN_FROM else None
