# SPDX-License-Identifier: EUPL-1.2
"""Scores of the life domains as pictures that can also be read: a strip for the card, a chart for the tab."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casus.domain.codelists import codelist
from casus.domain.progress import level
from casus.gui.labels import label
from casus.gui.theme import theme

HIGHEST = 5
_ROW, _DOT, _NAMES = 32, 12, 210
_STRIP = 36


class ScoreStrip(QWidget):
    """Latest scores as small bars in the order of the list; the reader hears them all."""

    def __init__(self, scores: Mapping[str, str]) -> None:
        super().__init__()
        order = codelist("life_domain").values
        self._levels = [(domain, level(scores.get(domain))) for domain in order]
        said = [f"{label('life_domain', key)}: {value}" for key, value in self._levels if value]
        self.setAccessibleName("; ".join(said))
        self.setToolTip("\n".join(said))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(200), theme().px(_STRIP))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = min(self.width() / max(1, len(self._levels)), look.px(20))
        for at, (_domain, value) in enumerate(self._levels):
            height = self.height() * (value or 0) / HIGHEST
            painter.setBrush(look.color("neutral_soft"))
            box = QRectF(at * step, 0, step - look.px(4), self.height())
            painter.drawRoundedRect(box, 2, 2)
            if value:
                painter.setBrush(look.color("accent"))
                painter.drawRoundedRect(box.adjusted(0, self.height() - height, 0, 0), 2, 2)


@dataclass(frozen=True)
class ScoreLine:
    """A life domain with its first and latest level."""

    name: str
    first: int | None
    latest: int | None
    text: str


class ScoreChart(QWidget):
    """Per life domain a scale of five: hollow dot where it began, filled dot where it stands now."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: Sequence[ScoreLine] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[ScoreLine]) -> None:
        """Show these domains in this order."""
        self._lines = lines
        self.setAccessibleDescription("; ".join(f"{line.name}: {line.text}" for line in lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(480), look.px(_ROW) * (len(self._lines) + 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = min(look.px(_NAMES), self.width() * 2 // 5)
        left, right = names + look.px(20), self.width() - look.px(20)
        self._paint_scale(painter, left, right)
        for at, line in enumerate(self._lines):
            self._paint_line(painter, line, (at + 1) * look.px(_ROW), names, left, right)

    def _paint_scale(self, painter: QPainter, left: int, right: int) -> None:
        look = theme()
        painter.setFont(look.font("small"))
        for step in range(1, HIGHEST + 1):
            x = self._place(step, left, right)
            painter.setPen(look.color("muted"))
            box = QRectF(x - look.px(16), 0, look.px(32), look.px(_ROW))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step))
            painter.setPen(QPen(look.color("line"), look.tokens.line_width))
            painter.drawLine(QPointF(x, look.px(_ROW)), QPointF(x, self.height()))

    def _paint_line(
        self, painter: QPainter, line: ScoreLine, top: int, names: int, left: int, right: int
    ) -> None:
        look = theme()
        height = look.px(_ROW)
        painter.setFont(look.font())
        painter.setPen(look.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = QFontMetrics(look.font()).elidedText(line.name, Qt.TextElideMode.ElideRight, names)
        painter.drawText(QRectF(0, top, names, height), middle, words)
        y, size = top + height / 2, look.px(_DOT)
        first, latest = (
            self._place(value, left, right) if value else None for value in (line.first, line.latest)
        )
        if first is not None and latest is not None and first != latest:
            tone = "ok" if latest > first else "danger"
            painter.setPen(QPen(look.color(tone), look.px(3)))
            self._paint_arrow(painter, first, latest, y)
        if first is not None:
            painter.setPen(QPen(look.color("accent"), look.px(2)))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(QPointF(first, y), size / 2, size / 2)
        if latest is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent"))
            painter.drawEllipse(QPointF(latest, y), size / 2, size / 2)
        if first is None and latest is None:
            painter.setPen(look.color("muted"))
            painter.setFont(look.font("small"))
            painter.drawText(QRectF(left, top, right - left, height), middle, line.text)

    @staticmethod
    def _paint_arrow(painter: QPainter, first: float, latest: float, y: float) -> None:
        """Paint the way from one score to the next; its point says which way, the colour only helps."""
        look = theme()
        painter.drawLine(QPointF(first, y), QPointF(latest, y))
        ahead = 1 if latest > first else -1
        tip, wide = latest - ahead * look.px(_DOT) * 0.6, look.px(6)
        painter.drawLine(QPointF(tip - ahead * wide, y - wide), QPointF(tip, y))
        painter.drawLine(QPointF(tip - ahead * wide, y + wide), QPointF(tip, y))

    @staticmethod
    def _place(step: int, left: int, right: int) -> float:
        return left + (right - left) * (step - 1) / (HIGHEST - 1)
