# SPDX-License-Identifier: EUPL-1.2
"""From released tables to what a page or a sheet shows: chapters, indicators and flat grids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, product

from casus.disclosure import (
    TOTAL,
    Category,
    Dimension,
    Figure,
    FigureStatus,
    Group,
    Release,
    ReleasedTable,
)
from casus.reports.texts import LEFT_OUT, Texts

CHAPTERS = ("careers", "money_flows", "organisation")
_WIDE = 7
"""Most categories that may stand side by side before another dimension is preferred for the columns."""


@dataclass(frozen=True)
class Column:
    """One column of figures."""

    label: str
    is_total: bool


@dataclass(frozen=True)
class GridRow:
    """One row of figures; `depth` 0 is the outermost level, a total row closes the grid."""

    label: str
    depth: int
    is_total: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Grid:
    """A released table laid flat: every figure once, margins included."""

    by: str
    stub: str
    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class Indicator:
    """All released tables about one population: the same total, broken down in several ways."""

    tables: tuple[ReleasedTable, ...]

    @property
    def lead(self) -> ReleasedTable:
        """Return the table whose words describe the indicator: the headline, else the first."""
        return next((table for table in self.tables if not table.dimensions), self.tables[0])

    @property
    def total(self) -> Figure:
        """Return the figure of the whole population."""
        return self.lead.figures[(TOTAL,) * len(self.lead.dimensions)]

    @property
    def breakdowns(self) -> tuple[ReleasedTable, ...]:
        """Return the tables that say more than the total."""
        return tuple(table for table in self.tables if table.dimensions)


def indicators(release: Release, chapter: str) -> tuple[Indicator, ...]:
    """Return the indicators of a chapter in the order of the release."""
    groups: dict[tuple[str, str, tuple[date, date], date], list[ReleasedTable]] = {}
    for table in release.tables:
        if table.chapter == chapter:
            key = (table.population, table.unit, table.period, table.reference_date)
            groups.setdefault(key, []).append(table)
    return tuple(Indicator(tuple(tables)) for tables in groups.values())


def chapters(release: Release) -> tuple[str, ...]:
    """Return the chapters that have figures, in order."""
    used = {table.chapter for table in release.tables}
    return tuple(code for code in CHAPTERS if code in used)


def walk(dimension: Dimension) -> Iterator[tuple[Category | Group, int]]:
    """Yield the categories with their depth, children directly after their parent, then the groups."""

    def below(parent: str | None, depth: int) -> Iterator[tuple[Category, int]]:
        for category in dimension.categories:
            if category.parent == parent:
                yield category, depth
                yield from below(category.code, depth + 1)

    return chain(below(None, 0), ((group, 0) for group in dimension.groups))


def keys(table: ReleasedTable) -> Iterator[tuple[str, ...]]:
    """Yield the key of every figure, inner cells and margins, in reading order."""
    return product(*([category.code for category, _ in walk(d)] + [TOTAL] for d in table.dimensions))


def by(table: ReleasedTable, texts: Texts) -> str:
    """Return `Naar wijk en leeftijd`; empty for a table without dimensions."""
    names = [_within(texts.pick(dimension.label)) for dimension in table.dimensions]
    return texts.say("by", dimensions=texts.listing(names)) if names else ""


def _within(words: str) -> str:
    """Return a label as it stands inside a sentence: `Wijk` becomes `wijk`, `VOG-status` stays."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def grid(table: ReleasedTable, texts: Texts) -> Grid:
    """Lay `table` flat: one dimension as columns, the others nested in the rows, totals last."""
    across = _across(table.dimensions)
    down = [i for i in range(len(table.dimensions)) if i != across]
    heads = _heads(table, across, texts)
    rows = [
        GridRow(text, depth, is_total, tuple(table.figures[_key(codes, code, across)] for code, _ in heads))
        for codes, text, depth, is_total in _stubs([table.dimensions[i] for i in down], texts)
    ]
    stub = texts.pick(table.dimensions[down[0]].label) if down else ""
    return Grid(by(table, texts), stub, tuple(column for _, column in heads), tuple(rows))


def origin(table: ReleasedTable, texts: Texts) -> str:
    """Return where the figures of `table` come from and as of when, as one line."""
    source, day = texts.pick(table.source), texts.day(table.reference_date)
    return f"{texts.say('source')}: {source} · {texts.say('reference_date')}: {day}"


def legend(table: ReleasedTable, texts: Texts) -> str:
    """Return the line that explains the marks used in a table, and only those; empty when none is."""
    used = {figure.status for figure in table.figures.values()}
    words = []
    if FigureStatus.ROUNDED in used:
        about = texts.about
        name = "partly_legend" if _partly_exact(table) else "rounded_legend"
        words.append(texts.say(name, about=about, base=table.base, deviation=table.max_error))
        words += [texts.say("mixed_legend", about=about)] if FigureStatus.EXACT in used else []
    if FigureStatus.SUPPRESSED in used:
        words.append(texts.say("left_out_legend", mark=LEFT_OUT))
    if FigureStatus.STRUCTURAL_ZERO in used:
        words.append(texts.say("zero_legend"))
    return " ".join(words)


def notes(indicator: Indicator, texts: Texts) -> tuple[str, ...]:
    """Return the notes of the tables of an indicator, each once."""
    said = dict.fromkeys(texts.pick(table.note) for table in indicator.tables if table.note)
    return tuple(f"{texts.say('note')}: {note}" for note in said)


def _across(dimensions: Sequence[Dimension]) -> int | None:
    """Choose the dimension for the columns: the last when it fits, else the smallest; none of one."""
    if len(dimensions) < 2:
        return None
    sizes = [len(dimension.categories) for dimension in dimensions]
    return len(sizes) - 1 if sizes[-1] <= _WIDE else sizes.index(min(sizes))


def _heads(table: ReleasedTable, across: int | None, texts: Texts) -> list[tuple[str | None, Column]]:
    if across is None:
        return [(None, Column(texts.say("number_of"), is_total=False))]
    dimension = table.dimensions[across]
    heads: list[tuple[str | None, Column]] = [
        (category.code, Column(texts.pick(category.label), is_total=False)) for category, _ in walk(dimension)
    ]
    return [*heads, (TOTAL, Column(texts.say("total"), is_total=True))]


def _stubs(
    dimensions: Sequence[Dimension], texts: Texts, depth: int = 0
) -> Iterator[tuple[tuple[str, ...], str, int, bool]]:
    """Yield (codes, label, depth, is total) of each row; a category with more below it holds their total."""
    if not dimensions:
        yield (), texts.say("total"), 0, True
        return
    first, rest = dimensions[0], dimensions[1:]
    margin = (TOTAL,) * len(rest)
    entries = [(c.code, texts.pick(c.label), level) for c, level in walk(first)]
    for code, text, level in [*entries, (TOTAL, texts.say("total"), 0)]:
        is_total = code == TOTAL and depth == 0
        yield (code, *margin), text, depth + level, is_total
        if rest:
            yield from _inner(code, rest, texts, depth + level + 1)


def _inner(
    code: str, rest: Sequence[Dimension], texts: Texts, depth: int
) -> Iterator[tuple[tuple[str, ...], str, int, bool]]:
    """Yield the rows within one category: those of `rest`, whose own overall total is already there."""
    margin = (TOTAL,) * len(rest)
    for codes, text, level, _ in _stubs(rest, texts, depth):
        if codes != margin or len(rest) > 1:
            yield (code, *codes), text, level, False


def _key(down: tuple[str, ...], code: str | None, across: int | None) -> tuple[str, ...]:
    """Put the code of the column back at its place among those of the row."""
    if across is None or code is None:
        return down
    return (*down[:across], code, *down[across:])


def _partly_exact(table: ReleasedTable) -> bool:
    """Whether a rounded margin is made of exact and rounded parts, so that it is no multiple of the base."""
    rounded = (one.value for one in table.figures.values() if one.status is FigureStatus.ROUNDED)
    return any(value is not None and table.base and value % table.base for value in rounded)
