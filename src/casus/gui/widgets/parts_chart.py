# SPDX-License-Identifier: EUPL-1.2
"""Bars made of parts that add up, each part with its number and its own pattern, so that colour is never alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casus.gui.theme import theme
from casus.gui.theme.fonts import tabular

_ROW, _BAR, _GAP, _KEY = 30, 20, 12, 26
_PATTERNS = {
    "ok": Qt.BrushStyle.SolidPattern,
    "neutral": Qt.BrushStyle.Dense5Pattern,
    "danger": Qt.BrushStyle.BDiagPattern,
}


@dataclass(frozen=True, slots=True)
class Part:
    """`name` is read, `number` is its length, `tone` is ok, neutral, danger or none (left empty)."""

    name: str
    number: int
    tone: str


class PartsChart(QWidget):
    """A row per subject, its parts side by side, with a key above; the table with it says the same."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[tuple[str, Sequence[Part]]] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_rows(self, rows: Sequence[tuple[str, Sequence[Part]]]) -> None:
        """Show these rows in this order."""
        self._rows = rows
        said = (f"{name}: " + ", ".join(f"{one.name} {one.number}" for one in parts) for name, parts in rows)
        self.setAccessibleDescription("; ".join(said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(320), look.px(_KEY) + len(self._rows) * look.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(look.font())
        widest = max((metrics.horizontalAdvance(name) for name, _parts in self._rows), default=0)
        left = min(widest, self.width() * 2 // 5)
        if self._rows:
            self._paint_key(painter, self._rows[0][1])
        for at, (name, parts) in enumerate(self._rows):
            top = look.px(_KEY) + at * look.px(_ROW)
            painter.setFont(look.font())
            painter.setPen(look.color("text"))
            box = QRectF(0, top, left, look.px(_ROW))
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            self._paint_parts(painter, parts, left + look.px(_GAP), top)

    def _paint_parts(self, painter: QPainter, parts: Sequence[Part], left: float, top: float) -> None:
        look = theme()
        total = sum(part.number for part in parts) or 1
        room, high = self.width() - left - 1, look.px(_BAR)
        y = top + (look.px(_ROW) - high) / 2
        for part in parts:
            box = QRectF(left, y, room * part.number / total, high)
            if part.number:
                _fill(painter, box, part.tone)
                self._paint_number(painter, box, part.number)
            left += box.width()

    @staticmethod
    def _paint_number(painter: QPainter, box: QRectF, number: int) -> None:
        look = theme()
        font = tabular(look.font("small"))
        width = QFontMetrics(font).horizontalAdvance(str(number)) + look.px(8)
        if box.width() < width + look.px(4):
            return  # too narrow to read; it stands in the table
        plate = QRectF(0, 0, width, box.height() - look.px(4))
        plate.moveCenter(box.center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("surface"))
        painter.drawRoundedRect(plate, 3, 3)
        painter.setFont(font)
        painter.setPen(look.color("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))

    @staticmethod
    def _paint_key(painter: QPainter, parts: Sequence[Part]) -> None:
        look = theme()
        painter.setFont(look.font("small"))
        metrics = QFontMetrics(look.font("small"))
        left, side = 0.0, float(look.px(12))
        for part in parts:
            _fill(painter, QRectF(left, (look.px(_KEY) - side) / 2, side, side), part.tone)
            painter.setPen(look.color("muted"))
            width = metrics.horizontalAdvance(part.name)
            box = QRectF(left + side + look.px(6), 0, width + 2, look.px(_KEY))
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, part.name)
            left += side + look.px(6) + width + look.px(16)


def _fill(painter: QPainter, box: QRectF, tone: str) -> None:
    look = theme()
    ink = look.color({"neutral": "muted", "none": "line"}.get(tone, tone))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(look.color("surface"))
    painter.drawRect(box)
    if tone in _PATTERNS:
        painter.setBrush(QBrush(ink, _PATTERNS[tone]))
        painter.drawRect(box)
