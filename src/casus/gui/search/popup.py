# SPDX-License-Identifier: EUPL-1.2
"""What was found, in a list right under the search field; the keyboard stays in the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from casus.gui.search.lines import FOUND, Found, FoundLines
from casus.gui.theme import theme
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.text import label, restyle

_NOTHING, _HIGHEST, _NARROWEST, _PAGE = 44, 560, 520, 5


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
        self.list.setItemDelegate(FoundLines(self.list))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
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
            item = QListWidgetItem(one.spoken(), self.list)
            item.setData(FOUND, one)
        restyle(self, "role", "" if found else "card")
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(self.tr("Niets gevonden voor “{0}”.").format(typed))
        self.list.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()
        first = self.list.item(0).text() if found else ""
        told = self.tr("{0} gevonden").format(len(found)) if found else self.nothing.text()
        speak(self._field, f"{told}. {first}".strip(". ") + ".")

    def titles(self) -> list[str]:
        """Return the words of the lines shown."""
        return [self.list.item(row).data(FOUND).title for row in range(self.list.count())]

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
        elif event.key() == Qt.Key.Key_PageDown:
            self._mark(min(row + _PAGE, last))
        elif event.key() == Qt.Key.Key_PageUp:
            self._mark(max(row - _PAGE, 0))
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
            self.list.scrollToItem(item)
            above = self.list.item(row - 1).data(FOUND).heading if row else ""
            heading = item.data(FOUND).heading
            speak(self._field, f"{heading}: {item.text()}" if heading != above else item.text())

    def _run(self, item: QListWidgetItem) -> None:
        found: Found = item.data(FOUND)
        self.hide()
        self.chosen.emit()
        found.run()

    def _place(self) -> None:
        look = theme()
        corner = self._field.mapTo(self._ground, QPoint(0, self._field.height() + look.px(4)))
        high = look.px(_NOTHING)
        if self.list.count():
            high = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + look.px(16)
        high = min(
            high, look.px(_HIGHEST), max(look.px(_NOTHING), self._ground.height() - corner.y() - look.px(16))
        )
        room = self._ground.width() - corner.x() - look.px(16)
        wide = min(max(self._field.width(), look.px(_NARROWEST)), max(room, self._field.width()))
        self.setGeometry(QRect(corner, QSize(wide, high)))
