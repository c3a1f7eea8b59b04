# SPDX-License-Identifier: EUPL-1.2
"""The figures of a release to choose from while writing: each with its words, its value and its placeholder."""

from collections.abc import Iterator
from dataclasses import dataclass

from casus.disclosure import TOTAL, FigureStatus, Release, ReleasedTable
from casus.domain.periods import Period
from casus.reports import layout
from casus.reports.composed import verbal
from casus.reports.composed.placeholders import (
    FORMS,
    FigureRef,
    Found,
    elsewhere_text,
    figure_text,
    find,
    pieces,
)
from casus.reports.texts import Texts
from casus.services.context_figures import context_figures
from casus.services.desk import Desk


@dataclass(frozen=True)
class FigureChoice:
    """A figure that may stand in a sentence.

    `title`: of the indicator; `of`: the group it is about, "" for the total; `value`: as the tables print it.
    """

    placeholder: str
    title: str
    of: str
    unit: str
    value: str


@dataclass(frozen=True)
class IndicatorChoice:
    """An indicator of the release, to put with its tables into a report."""

    code: str
    pillar: str
    title: str
    value: str


def figures(release: Release, language: str) -> tuple[FigureChoice, ...]:
    """Return every figure that is not suppressed: of each indicator the total first, then by group."""
    texts = Texts(language)
    return tuple(
        choice
        for code in layout.chapters(release)
        for indicator in layout.indicators(release, code)
        for table in indicator.tables
        for choice in _of(table, texts, total=table is indicator.lead)
    )


def elsewhere(desk: Desk, period: Period) -> tuple[FigureChoice, ...]:
    """Return the figures of others that were kept (context_figures), not from after the period."""
    return tuple(
        FigureChoice(elsewhere_text(f"{value} {one.unit}", one.source, one.on), one.what, "", one.unit, value)
        for one in context_figures(desk, period)
        for value in [Texts(desk.language).number(one.low) + (f"\u2013{one.high}" if one.high else "")]
    )


def indicators(release: Release, language: str) -> tuple[IndicatorChoice, ...]:
    """Return the indicators of a release in its order."""
    texts = Texts(language)
    return tuple(
        IndicatorChoice(
            one.lead.code.partition("/")[0], pillar, texts.pick(one.lead.title), texts.figure(one.total)
        )
        for pillar in layout.chapters(release)
        for one in layout.indicators(release, pillar)
    )


def forms(release: Release, language: str, placeholder: str) -> tuple[tuple[str, str], ...]:
    """Return (placeholder, words) of a figure in each form that is right for it, as it will stand in the text."""
    ref = next(iter(pieces(placeholder)), None)
    found = find(ref, release, frozenset()) if isinstance(ref, FigureRef) else None
    if not isinstance(ref, FigureRef) or not isinstance(found, Found):
        return ()
    names = [dimension.code for dimension in found.table.dimensions]
    made: dict[str, str] = {}
    for form in FORMS:
        words = verbal.say(found.figure, found.table, form, Texts(language))
        if words is not None:
            made.setdefault(words, figure_text(ref.code, found.cell, names, form))
    return tuple((text, words) for words, text in made.items())


def _of(table: ReleasedTable, texts: Texts, *, total: bool) -> Iterator[FigureChoice]:
    names = [dimension.code for dimension in table.dimensions]
    indicator = table.code.partition("/")[0]
    for cell in layout.keys(table):
        figure = table.figures[cell]
        empty = all(code == TOTAL for code in cell)
        if figure.status is FigureStatus.SUPPRESSED or (empty and not total):
            continue
        named = zip(table.dimensions, cell, strict=True)
        labels = [texts.pick(one.label_of(code)) for one, code in named if code != TOTAL]
        yield FigureChoice(
            figure_text(indicator, cell, names),
            texts.pick(table.title),
            ", ".join(labels),
            texts.pick(table.unit_label),
            texts.figure(figure),
        )
