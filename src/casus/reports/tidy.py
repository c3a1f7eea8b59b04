# SPDX-License-Identifier: EUPL-1.2
"""All figures of a release as one long table: one row per figure, codes and labels side by side."""

from collections.abc import Iterator, Sequence
from datetime import date

from casus.disclosure import TOTAL, Figure, FigureStatus, Release, ReleasedTable
from casus.reports import layout
from casus.reports.texts import Texts

Value = str | int | date | None
_START = ("chapter", "indicator", "title")
_PER_DIMENSION = ("dimension", "dimension_label", "category", "category_label")
_END = (
    "value",
    "status",
    "status_label",
    "base",
    "unit",
    "unit_label",
    "period_first",
    "period_last",
    "reference_date",
    "source",
    "definition",
    "release",
)


def names(release: Release) -> tuple[str, ...]:
    """Return the codes of the columns; as many dimensions as the widest table of the release has."""
    numbered = (
        f"{name.replace('_label', '')}_{number}{'_label' if name.endswith('_label') else ''}"
        for number in range(1, _dimensions(release) + 1)
        for name in _PER_DIMENSION
    )
    return (*_START, *numbered, *_END)


def header(release: Release, texts: Texts) -> tuple[str, ...]:
    """Return the names of the columns in words."""
    numbered = [
        texts.say(f"columns.{name}", n=number)
        for number in range(1, _dimensions(release) + 1)
        for name in _PER_DIMENSION
    ]
    start, end = ([texts.say(f"columns.{name}") for name in names] for names in (_START, _END))
    return (*start, *numbered, *end)


def rows(release: Release, texts: Texts) -> Iterator[tuple[Value, ...]]:
    """Yield a row for every figure, margins included, in the order of the release."""
    width = _dimensions(release)
    for table in release.tables:
        start = (table.chapter, table.code, texts.pick(table.title))
        end = _end(table, release, texts)
        labels = [_labels(dimension.codes(), i, table, texts) for i, dimension in enumerate(table.dimensions)]
        for key in layout.keys(table):
            where = [value for i, code in enumerate(key) for value in labels[i][code]]
            blank = [None] * len(_PER_DIMENSION) * (width - len(key))
            yield (*start, *where, *blank, *_shown(table.figures[key], table, texts), *end)


def _dimensions(release: Release) -> int:
    return max((len(table.dimensions) for table in release.tables), default=0)


def _labels(
    codes: Sequence[str], number: int, table: ReleasedTable, texts: Texts
) -> dict[str, tuple[str, str, str, str]]:
    dimension = table.dimensions[number]
    name = texts.pick(dimension.label)
    named = {code: texts.pick(dimension.label_of(code)) for code in codes if code != TOTAL}
    named[TOTAL] = texts.say("total")
    return {code: (dimension.code, name, code, named[code]) for code in codes}


def _shown(figure: Figure, table: ReleasedTable, texts: Texts) -> tuple[Value, ...]:
    base = table.base if figure.status is FigureStatus.ROUNDED else None
    return figure.value, figure.status.value, texts.say(f"status_{figure.status.value}"), base


def _end(table: ReleasedTable, release: Release, texts: Texts) -> tuple[Value, ...]:
    return (
        table.unit,
        texts.pick(table.unit_label),
        *table.period,
        table.reference_date,
        texts.pick(table.source),
        texts.pick(table.definition),
        release.number,
    )
