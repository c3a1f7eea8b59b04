# SPDX-License-Identifier: EUPL-1.2
"""A status as a small pill: a dot of colour, always with the word."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casus.gui.icons import icon
from casus.gui.theme import Theme, theme

TONES = ("neutral", "accent", "ok", "warn", "danger")
ICONS = {
    "neutral": "circle",
    "accent": "arrow-circle-right",
    "ok": "check-circle",
    "warn": "warning",
    "danger": "warning-circle",
}
_HEIGHT, _INSIDE, _ICON = 24, 8, 14


def pill_size(look: Theme, text: str) -> QSize:
    """Return the room a pill takes."""
    width = QFontMetrics(look.font("small")).horizontalAdvance(text)
    return QSize(width + look.px(2 * _INSIDE + _ICON + 4), look.px(_HEIGHT))


def paint_pill(painter: QPainter, box: QRect, text: str, tone: str, look: Theme) -> None:
    """Paint a pill in `box`; long words are shortened."""
    ink = "muted" if tone == "neutral" else tone
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    high_contrast = look.tokens.line_width > 1
    painter.setPen(look.color(ink) if high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(f"{tone}_soft"))
    radius = box.height() / 2
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    side, inside = look.px(_ICON), look.px(_INSIDE)
    icon(ICONS[tone], ink).paint(
        painter, QRect(box.left() + inside, box.center().y() - side // 2 + 1, side, side)
    )
    font = look.font("small")
    words = box.adjusted(inside + side + look.px(4), 0, -look.px(4), 0)
    painter.setFont(font)
    painter.setPen(look.color(ink))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Pill(QWidget):
    """A status in a page header or card."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._text, self._tone = "", "neutral"
        self.set_status(text, tone)
        theme().changed.connect(self.updateGeometry)

    def set_status(self, text: str, tone: str = "neutral") -> None:
        """Show a word in a tone: neutral, accent, ok, warn or danger."""
        if tone not in TONES:
            raise ValueError(tone)
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def sizeHint(self) -> QSize:
        return pill_size(theme(), self._text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_pill(QPainter(self), self.rect(), self._text, self._tone, theme())
