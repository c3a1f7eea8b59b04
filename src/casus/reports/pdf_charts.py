# SPDX-License-Identifier: EUPL-1.2
"""Calm horizontal bars drawn as vectors; every value in them is also in the table below."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from casus.disclosure import Figure, FigureStatus
from casus.reports import pdf_styles as look
from casus.reports.layout import Grid
from casus.reports.pdf_parts import fitted
from casus.reports.texts import Texts

_MOST_SERIES = 5
_MOST_BARS = 24
_PITCH = 16.0
_BAR_HEIGHT = 9.0
_LABEL_WIDTH = 132.0
_VALUE_WIDTH = 44.0
_KEY_ROW = 15.0
_GAP = 8.0


@dataclass(frozen=True)
class _Row:
    label: str
    value: str
    parts: tuple[int, ...]


def chart(grid: Grid, texts: Texts, alt: str) -> "BarChart | None":
    """Return the chart of a grid of two or more dimensions; None where bars would say nothing.

    Up to five columns are stacked within each bar; of more, and where some are left out, the bar shows
    their total.
    """
    rows = [row for row in grid.rows if row.depth == 0 and not row.is_total]
    series = [column.label for column in grid.columns if not column.is_total]
    if len(grid.columns) < 2 or not 2 <= len(rows) <= _MOST_BARS:
        return None
    left_out = any(figure.status is FigureStatus.SUPPRESSED for row in rows for figure in row.figures)
    stacked = len(series) <= _MOST_SERIES and not left_out
    bars = [
        _Row(row.label, texts.figure(row.figures[-1]), _parts(row.figures, stacked=stacked)) for row in rows
    ]
    if not any(sum(bar.parts) for bar in bars):
        return None
    return BarChart(bars, series if stacked else [], alt)


def _parts(figures: Sequence[Figure], *, stacked: bool) -> tuple[int, ...]:
    shown = figures[:-1] if stacked else figures[-1:]
    return tuple(figure.value or 0 for figure in shown)


class BarChart(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Bars under a key of their parts; a Figure with a text alternative for a screen reader."""

    def __init__(self, rows: Sequence[_Row], series: Sequence[str], alt: str) -> None:
        super().__init__()
        self.rows, self.series, self.alt = rows, series, alt
        self.colors = look.tints(max(len(series), 1))

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: key, bars and the space below."""
        self.width = available_width
        self.keys = self._keys(available_width)
        lines = self.keys[-1][1] + 1 if self.keys else 0
        self.key_height = lines * _KEY_ROW + (4 if lines else 0)
        self.height = self.key_height + len(self.rows) * _PITCH + _GAP
        return self.width, self.height

    def _keys(self, width: float) -> list[tuple[float, int, str]]:
        """Place the names of the parts: (x, line, name)."""
        placed: list[tuple[float, int, str]] = []
        x, line = 0.0, 0
        for name in self.series:
            shown = fitted(name, look.REGULAR, 7.5, width - 14)
            needed = stringWidth(shown, look.REGULAR, 7.5) + 14
            if x and x + needed > width:
                x, line = 0.0, line + 1
            placed.append((x, line, shown))
            x += needed + 14
        return placed

    def draw(self) -> None:
        """Draw the whole chart as one figure."""
        with self.canv.marked(self.canv.root.add("Figure", alt=self.alt)):
            self._draw_keys()
            top = self.height - self.key_height
            scale = (self.width - _LABEL_WIDTH - _VALUE_WIDTH) / max(sum(row.parts) for row in self.rows)
            for number, row in enumerate(self.rows):
                self._draw_row(row, top - (number + 1) * _PITCH, scale)
            self.canv.setStrokeColor(look.MUTED)
            self.canv.setLineWidth(0.6)
            self.canv.line(_LABEL_WIDTH, top, _LABEL_WIDTH, top - len(self.rows) * _PITCH)

    def _draw_keys(self) -> None:
        self.canv.setStrokeColor(look.ACCENT)
        self.canv.setLineWidth(0.5)
        for (x, line, name), color in zip(self.keys, self.colors, strict=False):
            y = self.height - (line + 1) * _KEY_ROW + 4
            self.canv.setFillColor(color)
            self.canv.rect(x, y, 8, 8, stroke=1, fill=1)
            self.canv.setFillColor(look.MUTED)
            self.canv.setFont(look.REGULAR, 7.5)
            self.canv.drawString(x + 12, y + 1.2, name)

    def _draw_row(self, row: _Row, y: float, scale: float) -> None:
        canv, base = self.canv, y + (_PITCH - _BAR_HEIGHT) / 2
        canv.setFont(look.REGULAR, 8)
        canv.setFillColor(look.TEXT)
        label = fitted(row.label, look.REGULAR, 8, _LABEL_WIDTH - 10)
        canv.drawRightString(_LABEL_WIDTH - 7, base + 1.5, label)
        x = _LABEL_WIDTH
        canv.setStrokeColor(look.ACCENT)
        canv.setLineWidth(0.5)
        for part, color in zip(row.parts, self.colors, strict=False):
            if part:
                canv.setFillColor(color)
                canv.rect(x, base, part * scale, _BAR_HEIGHT, stroke=1, fill=1)
                x += part * scale
        canv.setFillColor(look.MUTED)
        canv.drawString(x + 5, base + 1.5, row.value)
