# SPDX-License-Identifier: EUPL-1.2
"""A document of plain text: read a piece at a time, selectable, never as markup."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button

_SMALLEST, _LARGEST = 0.6, 4.0


class TextView(QWidget):
    """Text with a button for the next piece.

    Signals:
        more_wanted: the user asked for the next piece.
    """

    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._factor = 1.0
        self.edit = QPlainTextEdit()
        self.edit.setReadOnly(True)
        self.edit.setUndoRedoEnabled(False)
        self.edit.setAcceptDrops(False)
        self.edit.setAccessibleName(self.tr("Tekst van de bijlage"))
        self.more = button(self.tr("Verder lezen"), self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addWidget(self.edit, 1)
        column.addWidget(self.more)
        self.setFocusProxy(self.edit)
        theme().changed.connect(self._resize)

    def start(self, text: str, more: bool) -> None:
        """Show the first piece."""
        self._factor = 1.0
        self._resize()
        self.edit.setPlainText(text)
        self.more.setVisible(more)

    def add(self, text: str, more: bool) -> None:
        """Show the next piece after what is there."""
        cursor = self.edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)
        self.more.setVisible(more)
        self.more.setEnabled(True)

    def clear(self) -> None:
        """Let go of every word."""
        self.edit.clear()
        self.more.hide()

    def zoom(self, factor: float) -> None:
        """Make the letters larger or smaller."""
        self._factor = min(_LARGEST, max(_SMALLEST, self._factor * factor))
        self._resize()

    def fit(self) -> None:
        """Give the letters their own size again."""
        self._factor = 1.0
        self._resize()

    def _resize(self) -> None:
        # The style sheet decides on sizes: a font set on the widget would not hold.
        points = self.font().pointSizeF() * self._factor
        self.edit.setStyleSheet("" if self._factor == 1.0 else f"font-size: {points:.1f}pt")

    def _more(self) -> None:
        self.more.setEnabled(False)
        self.more_wanted.emit()
