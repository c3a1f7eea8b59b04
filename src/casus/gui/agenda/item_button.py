# SPDX-License-Identifier: EUPL-1.2
"""One thing in the agenda: a bar in the colour of its kind, its time, and words that never run over the edge."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from casus.gui.theme import theme
from casus.services.agenda import APPOINTMENT, RELEASE, REVIEW, TASK, AgendaItem

_LINE, _BAR, _PADDING = 22, 3, 8
_INK = {APPOINTMENT: "accent", TASK: "muted", REVIEW: "warn", RELEASE: "ok"}


class ItemButton(QAbstractButton):
    """Opens what it names; `lead` (a time) stands before the words, `second` on a line under them.

    With `folds` the words may take two lines, as in the narrow columns of a week.
    """

    def __init__(
        self,
        item: AgendaItem,
        lead: str,
        words: str,
        second: str,
        on_open: Callable[[], object],
        *,
        folds: bool = False,
    ) -> None:
        super().__init__()
        self._folds = folds
        self._item, self._lead, self._words, self._second = item, lead, words, second
        done = QCoreApplication.translate("AgendaPage", "gedaan") if item.done else ""
        spoken = ", ".join(part for part in (self._lead, words, second, done) if part)
        self.setText(spoken.replace("&", "&&"))
        self.setAccessibleName(spoken)
        self.setProperty("about", item.record_id)  # whom a visit from here would be about
        self.setToolTip(spoken)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda: on_open())

    def sizeHint(self) -> QSize:
        return QSize(theme().px(80), self._height(1))

    def heightForWidth(self, width: int) -> int:
        return self._height(len(self._lines(width - theme().px(_PADDING + 4))))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(40), self.sizeHint().height())

    def _height(self, lines: int) -> int:
        return theme().px(_LINE * (lines + bool(self._second)) + 4)

    def _lines(self, room: int) -> list[str]:
        """Return the words on one line, or on two where they may and do not fit on one."""
        metrics = QFontMetrics(theme().font("body"))
        first, rest = "", self._words.split(" ")
        if not self._folds or metrics.horizontalAdvance(self._words) <= room:
            return [self._words]
        while rest and (not first or metrics.horizontalAdvance(f"{first} {rest[0]}") <= room):
            first = f"{first} {rest.pop(0)}".strip()
        return [first, " ".join(rest)] if rest else [first]

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(0, 1, 0, -1)
        if self.underMouse() or self.isDown():
            painter.fillRect(box, look.color("hover"))
        painter.fillRect(
            QRect(box.left(), box.top(), look.px(_BAR), box.height()), look.color(_INK[self._item.kind])
        )
        inside = box.adjusted(look.px(_PADDING), 0, -look.px(4), 0)
        self._write(painter, inside)

    def _write(self, painter: QPainter, inside: QRect) -> None:
        look, line = theme(), theme().px(_LINE)
        first = QRect(inside.left(), inside.top(), inside.width(), line)
        painter.setPen(look.color("muted" if self._item.done else "text"))
        if self._lead:
            painter.setFont(look.font("strong"))
            painter.drawText(first, Qt.AlignmentFlag.AlignVCenter, self._lead)
            first.setLeft(first.left() + painter.fontMetrics().horizontalAdvance(self._lead + "  "))
        words = QFont(look.font("body"))
        words.setStrikeOut(self._item.done)
        painter.setFont(words)
        for words_of_line in self._lines(inside.width()):
            self._elide(painter, first, words_of_line)
            first.translate(0, line)
        if self._second:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("muted"))
            first.setLeft(inside.left())
            self._elide(painter, first, self._second)

    def _elide(self, painter: QPainter, box: QRect, words: str) -> None:
        fitting = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, fitting)
