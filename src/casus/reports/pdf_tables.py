# SPDX-License-Identifier: EUPL-1.2
"""Tables of the PDF: aligned figures, repeated headers, quiet lines, and tags for every cell."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import LongTable

from casus.disclosure import Figure
from casus.reports import pdf_styles as look
from casus.reports.layout import Column, Grid, GridRow
from casus.reports.pdf_cells import Bar, CellTags, Number
from casus.reports.pdf_parts import LONGEST_LINE, breakable, paragraph, shorten
from casus.reports.texts import Texts

_MOST_COLUMNS = 8
"""Most columns of figures beside the labels on a page."""
_BETWEEN = 12.0
_NARROWEST_STUB, _WIDEST_STUB = 84.0, 132.0
_WIDEST = 66.0
_KEPT_GROUP = 8
_Command = tuple[Any, ...]
_BAR = 150.0
_BAR_PADDING = (("LEFTPADDING", (2, 0), (2, -1), 14),)


def grid_tables(grid: Grid, texts: Texts) -> list[tuple[str, LongTable]]:
    """Return the table of `grid`, as several (label of the part, table) when it is too wide for one."""
    most = _columns_that_fit(grid, texts)
    size = ceil(len(grid.columns) / ceil(len(grid.columns) / most))
    parts = [slice(i, i + size) for i in range(0, len(grid.columns), size)]
    return [
        (
            texts.say("continued", part=number, parts=len(parts)) if len(parts) > 1 else "",
            _grid_table(grid, part, texts),
        )
        for number, part in enumerate(parts, 1)
    ]


def _columns_that_fit(grid: Grid, texts: Texts) -> int:
    """Return how many columns of figures stand side by side, by the widest figure of the grid."""
    figures = {texts.figure(figure) for row in grid.rows for figure in row.figures}
    widest = max(stringWidth(text, look.SEMIBOLD, look.CELL.fontSize) for text in figures) + _BETWEEN
    return max(1, min(_MOST_COLUMNS, int((look.WIDTH - _stub_width(grid)) / widest)))


def _grid_table(grid: Grid, part: slice, texts: Texts) -> LongTable:
    columns = grid.columns[part]
    bars = len(grid.columns) == 1
    rows = [_head(grid.stub, columns, bars=bars)]
    largest = max((_size(row.figures[0]) for row in grid.rows if not row.is_total), default=0)
    for row in grid.rows:
        cells = [_stub(row), *_numbers(row, columns, part, texts)]
        if bars:
            share = 0 if row.is_total or not largest else _size(row.figures[0]) / largest
            cells.append(Bar(share, part=row.depth > 0))
        rows.append(cells)
    return LongTable(
        rows,
        colWidths=_widths(grid, len(columns), bars=bars),
        repeatRows=1,
        hAlign="LEFT",
        style=[*_lines(), *_total_line(grid), *_kept_together(grid), *(_BAR_PADDING if bars else ())],
        renderCB=CellTags(bar_column=2 if bars else None),
    )


def _head(stub: str, columns: Sequence[Column], *, bars: bool) -> list[Any]:
    heads = [paragraph(breakable(shorten(column.label, 60)), look.HEAD_RIGHT) for column in columns]
    return [paragraph(stub, look.HEAD, longest=60), *heads, *([""] if bars else [])]


def _stub(row: GridRow) -> Any:
    strong = row.is_total
    style = look.indented(look.CELL_STRONG if strong else look.CELL, row.depth)
    return paragraph(row.label, style, longest=LONGEST_LINE)


def _numbers(row: GridRow, columns: Sequence[Column], part: slice, texts: Texts) -> list[Number]:
    return [
        Number(texts.figure(figure), strong=row.is_total or column.is_total)
        for figure, column in zip(row.figures[part], columns, strict=True)
    ]


def _size(figure: Figure) -> int:
    return figure.value or 0


def _widths(grid: Grid, count: int, *, bars: bool) -> list[float]:
    """Return the widths: labels as wide as they need within limits, the rest shared by the figures."""
    if bars:
        return [look.WIDTH - _BAR - 64, 52, _BAR + 12]
    each = min(_WIDEST, (look.WIDTH - _stub_width(grid)) / count)
    return [look.WIDTH - each * count, *[each] * count]


def _stub_width(grid: Grid) -> float:
    """Return the width that the labels of the rows need, within limits."""
    font = look.CELL_STRONG
    needed = max(stringWidth(row.label, font.fontName, font.fontSize) + 12 * row.depth for row in grid.rows)
    return float(min(max(needed + 8, _NARROWEST_STUB), _WIDEST_STUB))


def _total_line(grid: Grid) -> Iterator[_Command]:
    """Yield the line above the first row of the totals."""
    for number, row in enumerate(grid.rows, 1):
        if row.is_total:
            yield "LINEABOVE", (0, number), (-1, number), 0.8, look.MUTED


def _kept_together(grid: Grid) -> Iterator[_Command]:
    """Yield the rows that a page may not part: the first, the last, and each group with its heading."""
    last = len(grid.rows)
    yield "NOSPLIT", (0, 0), (-1, min(3, last))
    yield "NOSPLIT", (0, max(last - 2, 0)), (-1, last)
    starts = [number for number, row in enumerate(grid.rows, 1) if row.depth == 0] + [last + 1]
    for start, after in pairwise(starts):
        if 1 < after - start <= _KEPT_GROUP:
            yield "NOSPLIT", (0, start), (-1, after - 1)


def _lines() -> list[_Command]:
    """Return the style of every table: a line under the header and hairlines between rows."""
    return [
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("VALIGN", (0, 1), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), 6),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, look.MUTED),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, look.LINE),
    ]


def pairs_table(head: tuple[str, str], pairs: Sequence[tuple[str, str]]) -> LongTable:
    """Return a table of (what, value) lines; values at the right."""
    rows = [[paragraph(what, look.CELL), paragraph(value, look.CELL_RIGHT)] for what, value in pairs]
    return LongTable(
        [[paragraph(head[0], look.HEAD), paragraph(head[1], look.HEAD_RIGHT)], *rows],
        colWidths=[look.WIDTH - 150, 150],
        repeatRows=1,
        hAlign="LEFT",
        style=_lines(),
        renderCB=CellTags(),
    )


def text_table(head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> LongTable:
    """Return a table of texts with a repeated header; the first column is the strong one."""
    body = [
        [
            paragraph(text, look.CELL if i else look.CELL_STRONG, longest=LONGEST_LINE)
            for i, text in enumerate(row)
        ]
        for row in rows
    ]
    return LongTable(
        [[paragraph(text, look.HEAD) for text in head], *body],
        colWidths=list(widths),
        repeatRows=1,
        hAlign="LEFT",
        style=_lines(),
        renderCB=CellTags(),
    )
