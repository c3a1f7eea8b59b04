# SPDX-License-Identifier: EUPL-1.2
"""One line of what was found, and how it is painted: what it is, why it fits, and under which heading."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casus.gui.icons import pixmap
from casus.gui.theme import theme
from casus.services.search import Quote

FOUND = Qt.ItemDataRole.UserRole
_ROW, _QUOTED, _HEADING = 40, 58, 30
_LEFT, _RIGHT, _GAP, _ICON = 42, 12, 12, 18
_MOST_OF_TITLE = 0.7
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Found:
    """One line: an icon, the words, a muted remark, and what happens when it is chosen.

    `heading` stands above it when it is the first under that heading; `lead` and `quote` make a second line:
    where it was found, and the words around what was typed.
    """

    icon: str
    title: str
    remark: str
    run: Callable[[], object]
    heading: str = ""
    lead: str = ""
    quote: Quote | None = None

    def spoken(self) -> str:
        """Return all of it in one sentence, for a screen reader."""
        where = " ".join(part for part in (self.lead, str(self.quote or "")) if part)
        return ", ".join(part for part in (self.title, self.remark, where) if part)


class FoundLines(QStyledItemDelegate):
    """Paints heading, icon, words and remark, and the quote with its word in bold."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, found, box = theme(), index.data(FOUND), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, look.color("surface"))
        if _has_heading(index):
            box = self._paint_heading(painter, box, found.heading, first=index.row() == 0)
        if chosen:
            painter.fillRect(box, look.color("accent_soft"))
        side = look.px(_ICON)
        picture = pixmap(found.icon, "muted", ratio=painter.device().devicePixelRatioF())
        first = QRect(box.left(), box.top(), box.width(), look.px(_ROW if not found.quote else _ROW - 6))
        painter.drawPixmap(box.left() + look.px(_GAP), first.center().y() - side // 2, picture)
        self._paint_words(painter, first.adjusted(look.px(_LEFT), 0, -look.px(_RIGHT), 0), found)
        if found.quote:
            second = box.adjusted(look.px(_LEFT), look.px(_ROW - 12), -look.px(_RIGHT), -look.px(6))
            self._paint_quote(painter, second, found.lead, found.quote)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = theme()
        height = _QUOTED if index.data(FOUND).quote else _ROW
        return QSize(look.px(200), look.px(height + (_HEADING if _has_heading(index) else 0)))

    def _paint_heading(self, painter: QPainter, box: QRect, words: str, *, first: bool) -> QRect:
        look = theme()
        high = look.px(_HEADING)
        if not first:
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), look.color("line"))
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted"))
        inside = QRect(box.left() + look.px(_GAP), box.top(), box.width() - look.px(2 * _GAP), high)
        painter.drawText(inside, _MIDDLE, words)
        return box.adjusted(0, high, 0, 0)

    def _paint_words(self, painter: QPainter, box: QRect, found: Found) -> None:
        look = theme()
        painter.setFont(look.font("small"))
        remark_width = painter.fontMetrics().horizontalAdvance(found.remark)
        painter.setFont(look.font("strong"))
        painter.setPen(look.color("text"))
        room = max(box.width() - remark_width - look.px(_GAP), int(box.width() * _MOST_OF_TITLE))
        painter.drawText(box, _MIDDLE, _short(painter, found.title, min(room, box.width())))
        used = min(painter.fontMetrics().horizontalAdvance(found.title), room) + look.px(_GAP)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted"))
        rest = box.adjusted(used, 0, 0, 0)
        words = _short(painter, found.remark, max(0, rest.width()))
        painter.drawText(rest, _MIDDLE | Qt.AlignmentFlag.AlignRight, words)

    def _paint_quote(self, painter: QPainter, box: QRect, lead: str, quote: Quote) -> None:
        look, small = theme(), theme().font("small")
        bold = theme().font("small")
        bold.setBold(True)
        for words, font, ink in (
            (f"{lead} {quote.before}".lstrip(), small, "muted"),
            (quote.word, bold, "text"),
            (quote.after, small, "muted"),
        ):
            painter.setFont(font)
            painter.setPen(look.color(ink))
            shown = _short(painter, words, box.width())
            painter.drawText(box, _MIDDLE, shown)
            box = box.adjusted(painter.fontMetrics().horizontalAdvance(shown), 0, 0, 0)
            if box.width() <= 0 or shown != words:
                return


def _has_heading(index: QModelIndex | QPersistentModelIndex) -> bool:
    """Return whether a line is the first under its heading."""
    heading = index.data(FOUND).heading
    before = index.siblingAtRow(index.row() - 1) if isinstance(index, QModelIndex) else QModelIndex()
    return bool(heading) and (not before.isValid() or before.data(FOUND).heading != heading)


def _short(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width)
