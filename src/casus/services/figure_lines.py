# SPDX-License-Identifier: EUPL-1.2
"""Every figure of a report as a line to look at before it leaves: what was counted beside what is published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from casus.disclosure import TOTAL, Cell, CountTable, Dimension, Figure, Protection, Release
from casus.disclosure.figures.counts import CountedTable
from casus.services.explanations import Explainer

SUPPRESSED = "suppressed"
WITHHELD = "withheld"
COUNTED = "counted"


@dataclass(frozen=True)
class FigureLine:
    """One figure, in the language of the desk.

    `table` is the code of the table, `indicator` that of its indicator. `title` is that of the indicator,
    `by` what the table is broken down by ("wijk en leeftijd", "" for a headline). `cell` holds codes, `labels` words (empty for a
    headline, "total" spelled out as the empty string). `true` is the exact count and never leaves; `status`
    is exact, rounded, suppressed, structural_zero, withheld or, before protection, counted. `why` says why a
    figure is withheld. `about_people`: there are persons, or firms, behind it.
    """

    table: str
    indicator: str
    chapter: str
    title: str
    by: str
    unit: str
    cell: Cell
    labels: tuple[str, ...]
    true: int
    published: int | None
    status: str
    about_people: bool
    why: str = ""


@dataclass(frozen=True)
class Lost:
    """How many figures that are not zero are left out, and of how many in the tables that leave."""

    left_out: int
    of: int

    @property
    def much(self) -> bool:
        """Whether it is worth a warning: more than three in ten (disclosure.md 5.3)."""
        return 10 * self.left_out > 3 * self.of


def lost_of(lines: Sequence[FigureLine]) -> Lost:
    """Return what suppression costs in these lines."""
    there = [line for line in lines if line.true and line.status != WITHHELD]
    return Lost(sum(line.status == SUPPRESSED for line in there), len(there))


def preview_lines(tables: Sequence[CountTable], language: str) -> tuple[FigureLine, ...]:
    """Return the lines of a draft, as counted."""
    return tuple(
        _line(table, cell, true, None, COUNTED, language)
        for table in tables
        for cell, true in CountedTable(table).values.items()
    )


def lines_of(
    tables: Sequence[CountTable], release: Release | None, withheld: Mapping[str, str], language: str
) -> tuple[FigureLine, ...]:
    """Return the lines of a protected report, in the order of the draft; `withheld`: why a table stays."""
    figures = {table.code: table.figures for table in (release.tables if release is not None else ())}
    return tuple(
        line
        for table in tables
        for line in _lines(table, figures.get(table.code), withheld.get(table.code, ""), language)
    )


def _lines(
    table: CountTable, figures: Mapping[Cell, Figure] | None, why: str, language: str
) -> Iterator[FigureLine]:
    for cell, true in CountedTable(table).values.items():
        if figures is None:
            yield _line(table, cell, true, None, WITHHELD, language, why)
        else:
            yield _line(table, cell, true, figures[cell].value, figures[cell].status.value, language)


def _line(
    table: CountTable,
    cell: Cell,
    true: int,
    published: int | None,
    status: str,
    language: str,
    why: str = "",
) -> FigureLine:
    names = zip(table.dimensions, cell, strict=True)
    return FigureLine(
        table=table.code,
        indicator=table.code.partition("/")[0],
        chapter=table.chapter,
        title=table.title[language],
        by=Explainer(language).by(table),
        unit=table.unit_label[language],
        cell=cell,
        labels=tuple(_label(dimension, code, language) for dimension, code in names),
        true=true,
        published=published,
        status=status,
        about_people=table.protection is not Protection.EXACT,
        why=why,
    )


def _label(dimension: Dimension, code: str, language: str) -> str:
    return "" if code == TOTAL else dimension.label_of(code)[language]
