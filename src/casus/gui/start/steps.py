# SPDX-License-Identifier: EUPL-1.2
"""The steps of the wizard as a path: where you are, what was done and what comes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from casus.gui.theme import theme

_DOT, _GAP = 22, 8


class StepPath(QWidget):
    """Numbered dots with a line between them and the name of the present step under them."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def set_current(self, at: int) -> None:
        """Mark this step (from 0)."""
        self._at = at
        self.setAccessibleName(
            self.tr("Stap {0} van {1}: {2}").format(at + 1, len(self._names), self._names[at])
        )
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(320), look.px(_DOT + _GAP) + QFontMetrics(look.font("small")).height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        share = self.width() / len(self._names)
        dot, line = look.px(_DOT), max(look.tokens.line_width, 1)
        painter.setPen(QPen(look.color("control"), line))
        middle = round(dot / 2) + 1
        painter.drawLine(round(share / 2), middle, round(self.width() - share / 2), middle)
        for at, name in enumerate(self._names):
            self._paint_step(painter, at, name, QRectF(at * share, 1, share, self.height() - 1))

    def _paint_step(self, painter: QPainter, at: int, name: str, room: QRectF) -> None:
        look = theme()
        dot = look.px(_DOT)
        circle = QRectF(room.center().x() - dot / 2, room.top(), dot, dot)
        done, here = at < self._at, at == self._at
        edge = "accent" if done or here else "control"
        painter.setPen(QPen(look.color(edge), max(look.tokens.line_width, 1)))
        painter.setBrush(look.color("accent" if here else "accent_soft" if done else "surface"))
        painter.drawEllipse(circle)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("on_accent" if here else "accent" if done else "muted"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, "✓" if done else str(at + 1))
        painter.setPen(look.color("text" if here else "muted"))
        words = QRectF(room.left(), room.top() + dot + look.px(_GAP), room.width(), room.height() - dot)
        fitting = QFontMetrics(look.font("small")).elidedText(
            name, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, fitting)
