# SPDX-License-Identifier: EUPL-1.2
"""The basic conditions of one detention as a matrix: conditions down, moments across, each cell to be set by a key."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from casus.domain.codelists import codelist
from casus.domain.conditions import MOMENTS
from casus.gui.dates_text import day_month
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.pill import paint_pill, pill_size
from casus.services.records import BasicConditionCheck

STATUS_TONES = {
    "arranged": "ok",
    "in_progress": "accent",
    "not_arranged": "danger",
    "unknown": "neutral",
    "not_checked": "neutral",
}
_ROW, _NAME, _CELL = 54, 150, 150
Index = QModelIndex | QPersistentModelIndex
CHECK_ROLE, DUE_ROLE, SECOND_ROLE = (Qt.ItemDataRole.UserRole + at for at in range(3))


@dataclass(frozen=True)
class MatrixData:
    """What a matrix shows: the looks there were, and the moments that have come."""

    checks: Sequence[BasicConditionCheck]
    due: frozenset[str]
    today: date


class _Model(QAbstractTableModel):
    """Conditions down, moments across."""

    def __init__(self, data: MatrixData, due_words: str, none_words: str) -> None:
        super().__init__()
        self.conditions = codelist("basic_condition").values
        self._checks = {(one.condition, one.moment): one for one in data.checks}
        self._data, self._due_words, self._none = data, due_words, none_words

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self.conditions)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(MOMENTS)

    def check(self, index: Index) -> BasicConditionCheck | None:
        """Return the look behind a cell."""
        return self._checks.get((self.conditions[index.row()], MOMENTS[index.column()]))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        check = self.check(index)
        if role == CHECK_ROLE:
            return check
        if role == DUE_ROLE:
            return self.is_due(index)
        if role in (SECOND_ROLE, Qt.ItemDataRole.ToolTipRole):
            return self.second(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return label("condition_status", check.status) if check else self._due_or_nothing(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        return None

    def is_due(self, index: Index) -> bool:
        """Tell whether this cell should be looked at now."""
        return MOMENTS[index.column()] in self._data.due and self.check(index) is None

    def has_come(self, column: int) -> bool:
        """Tell whether there is anything to see at a moment, or it is due."""
        moment = MOMENTS[column]
        return moment in self._data.due or any(at == moment for _condition, at in self._checks)

    def second(self, index: Index) -> str:
        """Return what stands under the status: since when it is arranged, or the next step."""
        check = self.check(index)
        if check is None:
            return ""
        day = day_month(check.arranged_on or check.checked_on, self._data.today)
        return f"{day} · {check.action}" if check.action else day

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Vertical:
            return label("basic_condition", self.conditions[section])
        if role == Qt.ItemDataRole.DisplayRole:
            return label("condition_moment", MOMENTS[section])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _due_or_nothing(self, index: Index) -> str:
        return self._due_words if self.is_due(index) else ""

    def _spoken(self, index: Index) -> str:
        names = (
            label("basic_condition", self.conditions[index.row()]),
            label("condition_moment", MOMENTS[index.column()]),
            self.data(index) or self._none,
            self.second(index),
        )
        return ", ".join(part for part in names if part)


class _Cells(QStyledItemDelegate):
    """Paints the status as a pill, what is done under it, and a ring around the cell with the keyboard."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = theme()
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.fillRect(box, look.color("warn_soft" if index.data(DUE_ROLE) else "surface"))
        painter.setPen(look.color("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(look.px(8), 0, -look.px(8), 0)
        check, words = index.data(CHECK_ROLE), index.data()
        if check is not None:
            self._paint_check(painter, inside, index, check, words)
        elif words:
            painter.setFont(look.font("small"))
            painter.setPen(look.color("warn"))
            painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if chosen:
            line = 2
            painter.setPen(QPen(look.color("accent"), line))
            painter.drawRect(box.adjusted(line, line, -line - 1, -line - 1))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme().px(_CELL), theme().px(_ROW))

    @staticmethod
    def _paint_check(
        painter: QPainter, box: QRect, index: Index, check: BasicConditionCheck, words: str
    ) -> None:
        look = theme()
        size = pill_size(look, words)
        if size.width() > box.width():
            _Cells._paint_narrow(painter, box, words, STATUS_TONES[check.status])
            return
        second = index.data(SECOND_ROLE)
        top = box.top() + look.px(5)
        pill = QRect(box.left(), top, min(size.width(), box.width()), size.height())
        paint_pill(painter, pill, words, STATUS_TONES[check.status], look)
        font = look.font("small")
        painter.setFont(font)
        painter.setPen(look.color("muted"))
        shown = QFontMetrics(font).elidedText(second, Qt.TextElideMode.ElideRight, box.width())
        below = QRect(box.left(), pill.bottom() + look.px(1), box.width(), look.px(20))
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    @staticmethod
    def _paint_narrow(painter: QPainter, box: QRect, words: str, tone: str) -> None:
        """Paint only the word, over two lines, where a pill does not fit."""
        look = theme()
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted" if tone == "neutral" else tone))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(0, 0, look.px(6), 0), flags, words)


class ConditionMatrix(QTableView):
    """Arrows move, Enter opens the form of a cell, 1 to 4 say at once how it stands; `fixed`: it is only read.

    Signals:
        opened: condition and moment of the cell the user wants to look at.
        status_set: condition, moment and the status the user gave it.
    """

    opened = Signal(str, str)
    status_set = Signal(str, str, str)

    def __init__(self, data: MatrixData, name: str, *, fixed: bool = False) -> None:
        super().__init__()
        self._cells = _Model(data, self.tr("nu bekijken"), self.tr("nog niet bekeken"))
        self._cells.setParent(self)
        self.setModel(self._cells)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(name)
        if not fixed:
            self.setAccessibleDescription(
                self.tr("Pijltjes bewegen, Enter opent, 1 tot en met 4 zetten de stand.")
            )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.doubleClicked.connect(self._open)
        self._fit()
        self.setCurrentIndex(self._cells.index(0, self._first_column(data)))

    def place(self) -> tuple[int, int]:
        """Return row and column of the cell the keyboard is at."""
        return self.currentIndex().row(), self.currentIndex().column()

    def go_to(self, place: tuple[int, int]) -> None:
        """Put the keyboard in this cell."""
        self.setCurrentIndex(self._cells.index(*place))
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        statuses = codelist("condition_status").values
        at = event.key() - Qt.Key.Key_1
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
        elif 0 <= at < len(statuses):
            self.status_set.emit(*self._cell(self.currentIndex()), statuses[at])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the moments that have not come where all four do not fit."""
        room = self.width() - theme().px(_NAME)
        narrow = room < theme().px(_CELL) * len(MOMENTS) * 9 // 10
        for at in range(len(MOMENTS)):
            self.setColumnHidden(at, narrow and not self._cells.has_come(at) and at > 1)
        super().resizeEvent(event)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(*self._cell(index))

    def _cell(self, index: QModelIndex) -> tuple[str, str]:
        return self._cells.conditions[index.row()], MOMENTS[index.column()]

    def _fit(self) -> None:
        look = theme()
        self.verticalHeader().setDefaultSectionSize(look.px(_ROW))
        self.verticalHeader().setFixedWidth(look.px(_NAME))
        rows = look.px(_ROW) * self._cells.rowCount()
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth())

    @staticmethod
    def _first_column(data: MatrixData) -> int:
        """Return the moment to begin at: the one that has come, else the last one looked at."""
        looked = {one.moment for one in data.checks}
        wanted = [at for at, moment in enumerate(MOMENTS) if moment in data.due]
        return (
            wanted[-1] if wanted else max((at for at, one in enumerate(MOMENTS) if one in looked), default=0)
        )
