# SPDX-License-Identifier: EUPL-1.2
"""How cells are painted: a name with a muted second line, a status pill, figures, dates."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from casus.gui.icons import icon
from casus.gui.lists.model import CELL_ROLE, KIND_ROLE
from casus.gui.lists.source import Cell, Kind
from casus.gui.theme import Theme, theme
from casus.gui.theme.fonts import tabular
from casus.gui.widgets.pill import ICONS, paint_pill, pill_size

_INSIDE, ROW_ONE_LINE, ROW_TWO_LINES, _ICON = 12, 36, 52, 14


class RecordDelegate(QStyledItemDelegate):
    """Paints every cell of a RecordTable."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme()
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = "accent_soft" if selected else "hover" if hovered else "surface"
        painter.save()
        painter.fillRect(box, look.color(ground))
        _paint_edges(painter, box, look, marked=selected and index.column() == 0)
        cell = index.data(CELL_ROLE)
        inside = box.adjusted(look.px(_INSIDE), 0, -look.px(_INSIDE), 0)
        if isinstance(cell, Cell):
            self._paint_cell(painter, inside, cell, Kind(index.data(KIND_ROLE)), look)
        else:
            _paint_waiting(painter, inside, look)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        look = theme()
        name = index.data(KIND_ROLE) is Kind.NAME
        return QSize(look.px(150), look.px(ROW_TWO_LINES if name else ROW_ONE_LINE))

    def _paint_cell(self, painter: QPainter, box: QRect, cell: Cell, kind: Kind, look: Theme) -> None:
        if kind is Kind.STATUS:
            if cell.text:
                size = pill_size(look, cell.text)
                width = min(size.width(), box.width())
                top = box.center().y() - size.height() // 2
                paint_pill(painter, QRect(box.left(), top, width, size.height()), cell.text, cell.tone, look)
        elif kind is Kind.MARKS:
            _paint_marks(painter, box, cell.marks, look)
        elif cell.second and kind in (Kind.NAME, Kind.DATE):
            middle = box.center().y()
            upper = QRect(box.left(), middle - look.px(20), box.width(), look.px(20))
            lower = QRect(box.left(), middle + look.px(1), box.width(), look.px(18))
            first = look.font("strong") if kind is Kind.NAME else look.font()
            _write(painter, upper, cell.text, first, look, "text")
            _write(painter, lower, cell.second, look.font("small"), look, "muted")
        elif kind is Kind.NUMBER:
            _write(painter, box, cell.text, tabular(look.font()), look, "text", right=True)
        else:
            font = look.font("strong") if kind is Kind.NAME else look.font()
            _write(painter, box, cell.text, font, look, "text")


def _write(
    painter: QPainter, box: QRect, text: str, font: QFont, look: Theme, token: str, *, right: bool = False
) -> None:
    painter.setFont(font)
    painter.setPen(look.color(token))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def _paint_marks(painter: QPainter, box: QRect, marks: tuple[tuple[str, str], ...], look: Theme) -> None:
    """Paint each word behind its icon, over two lines when they do not fit in one."""
    metrics = QFontMetrics(look.font("small"))
    side, gap, height = look.px(_ICON), look.px(10), look.px(22)
    widths = [side + look.px(6) + metrics.horizontalAdvance(words) + 1 for words, _tone in marks]
    lines: list[list[int]] = [[]]
    used = 0
    for at, width in enumerate(widths):
        if lines[-1] and used + width > box.width() and len(lines) < 2:
            lines.append([])
            used = 0
        lines[-1].append(at)
        used += width + gap
    top = box.center().y() - height * len(lines) // 2
    for row, line in enumerate(lines):
        left = box.left()
        for at in line:
            place = QRect(left, top + row * height, min(widths[at], box.right() - left), height)
            _paint_mark(painter, place, *marks[at], look)
            left += widths[at] + gap


def _paint_mark(painter: QPainter, box: QRect, words: str, tone: str, look: Theme) -> None:
    ink, side = "muted" if tone == "neutral" else tone, look.px(_ICON)
    if box.width() <= side:
        return
    icon(ICONS[tone], ink).paint(painter, QRect(box.left(), box.center().y() - side // 2 + 1, side, side))
    _write(painter, box.adjusted(side + look.px(4), 0, 0, 0), words, look.font("small"), look, ink)


def _paint_edges(painter: QPainter, box: QRect, look: Theme, *, marked: bool) -> None:
    painter.setPen(look.color("line"))
    painter.drawLine(box.bottomLeft(), box.bottomRight())
    if marked:
        painter.fillRect(QRect(box.left(), box.top(), look.px(3), box.height()), look.color("accent"))


def _paint_waiting(painter: QPainter, box: QRect, look: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.color("neutral_soft"))
    height = look.px(10)
    bar = QRect(box.left(), box.center().y() - height // 2, box.width() * 3 // 5, height)
    painter.drawRoundedRect(bar, height / 2, height / 2)
