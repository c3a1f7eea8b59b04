# SPDX-License-Identifier: EUPL-1.2
"""What was found, in a list right under the search field; the keyboard stays in the field."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from casus.gui.icons import pixmap
from casus.gui.theme import theme
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.text import label, restyle

_FOUND = Qt.ItemDataRole.UserRole
_ROW, _MOST_ROWS = 44, 9


@dataclass(frozen=True, slots=True)
class Found:
    """One line: an icon, the words, a muted remark, and what happens when it is chosen."""

    icon: str
    title: str
    remark: str
    run: Callable[[], object]


class _Lines(QStyledItemDelegate):
    """Paints icon, words and remark."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look, found, box = theme(), index.data(_FOUND), QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(box, look.color("accent_soft" if chosen else "surface"))
        side = look.px(18)
        ratio = painter.device().devicePixelRatioF()
        top = box.center().y() - side // 2
        painter.drawPixmap(box.left() + look.px(12), top, pixmap(found.icon, "muted", ratio=ratio))
        inside = box.adjusted(look.px(42), 0, -look.px(12), 0)
        painter.setFont(look.font("strong"))
        painter.setPen(look.color("text"))
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, found.title)
        used = painter.fontMetrics().horizontalAdvance(found.title) + look.px(12)
        painter.setFont(look.font("small"))
        painter.setPen(look.color("muted"))
        rest = inside.adjusted(used, 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            found.remark, Qt.TextElideMode.ElideRight, max(0, rest.width())
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme().px(200), theme().px(_ROW))


class SearchPopup(QFrame):
    """The list; Up, Down and Enter work from the field, Esc closes it.

    Signals:
        chosen: a line was chosen, and the list is closed.
    """

    chosen = Signal()

    def __init__(self, field: QLineEdit, ground: QWidget) -> None:
        super().__init__(ground)
        self._field, self._ground = field, ground
        self.list = QListWidget(self)
        self.list.setProperty("kind", "popup")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Gevonden"))
        self.list.itemClicked.connect(self._run)
        self.nothing = label(tone="muted", wrap=True)
        self.nothing.setContentsMargins(12, 8, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        field.installEventFilter(self)
        ground.installEventFilter(self)
        self.hide()

    def show_found(self, found: Sequence[Found], typed: str) -> None:
        """Show these lines, the first one marked; say so when there is none."""
        self.list.clear()
        for one in found:
            item = QListWidgetItem(f"{one.title} {one.remark}".strip(), self.list)
            item.setData(_FOUND, one)
        restyle(self, "role", "" if found else "card")
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(self.tr("Niets gevonden voor “{0}”.").format(typed))
        self.list.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()
        speak(self._field, self.tr("{0} gevonden").format(len(found)))

    def titles(self) -> list[str]:
        """Return the words of the lines shown."""
        return [self.list.item(row).data(_FOUND).title for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible():
            if (
                watched is self._field
                and isinstance(event, QKeyEvent)
                and event.type() is QEvent.Type.KeyPress
            ):
                return self._key(event)
            if watched is self._field and event.type() is QEvent.Type.FocusOut:
                self.hide()
            if watched is self._ground and event.type() is QEvent.Type.Resize:
                self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row, last = self.list.currentRow(), self.list.count() - 1
        if event.key() == Qt.Key.Key_Down:
            self._mark(min(row + 1, last))
        elif event.key() == Qt.Key.Key_Up:
            self._mark(max(row - 1, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if (item := self.list.currentItem()) is not None:
                self._run(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _mark(self, row: int) -> None:
        self.list.setCurrentRow(row)
        if (item := self.list.currentItem()) is not None:
            speak(self._field, item.text())

    def _run(self, item: QListWidgetItem) -> None:
        found: Found = item.data(_FOUND)
        self.hide()
        self.chosen.emit()
        found.run()

    def _place(self) -> None:
        look = theme()
        corner = self._field.mapTo(self._ground, QPoint(0, self._field.height() + look.px(4)))
        rows = min(self.list.count(), _MOST_ROWS)
        height = rows * look.px(_ROW) + look.px(16) if rows else look.px(_ROW)
        self.setGeometry(QRect(corner, QSize(max(self._field.width(), look.px(320)), height)))
