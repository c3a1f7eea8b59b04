# SPDX-License-Identifier: EUPL-1.2
"""The outline of a report: its chapters and blocks in one list, moved and removed by keyboard."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.services.composing import FIGURES, HEADING, STORIES, Block, ReportDocument

_KEY = int(Qt.ItemDataRole.UserRole)
_LONGEST, _ROW = 70, 30
_INDENT = "\u2003"


class Outline(QListWidget):
    """Enter opens, Delete removes, Alt+Up and Alt+Down move what is chosen.

    Signals:
        opened: the key of a chapter or block to change.
        removed: the key of a chapter or block to take out.
        moved: a key, and -1 for up or +1 for down.
    """

    opened = Signal(str)
    removed = Signal(str)
    moved = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Opbouw van het verslag"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(lambda item: self.opened.emit(str(item.data(_KEY))))

    def show_document(self, document: ReportDocument) -> None:
        """Show chapters and blocks; what was chosen stays chosen, or what took its place."""
        chosen, row = self.chosen(), max(0, self.currentRow())
        self.clear()
        for chapter in document.chapters:
            self._add(chapter.title, chapter.key, strong=True)
            for block in chapter.blocks:
                self._add(_INDENT + words_of(block), block.key, strong=False)
        self.choose(chosen)
        if not self.chosen() and self.count():
            self.setCurrentRow(min(row, self.count() - 1))

    def chosen(self) -> str:
        """Return the key of what is chosen, "" when nothing is."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def choose(self, key: str) -> None:
        """Choose the chapter or block with this key, when there is one."""
        for row in range(self.count()):
            if key and self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.chosen():
            self.moved.emit(self.chosen(), -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete and self.chosen():
            self.removed.emit(self.chosen())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self.opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _add(self, words: str, key: str, *, strong: bool) -> None:
        item = QListWidgetItem(words)
        item.setData(_KEY, key)
        item.setToolTip(words.strip())
        item.setSizeHint(QSize(0, theme().px(_ROW)))
        font = item.font()
        font.setBold(strong)
        item.setFont(font)
        self.addItem(item)


def words_of(block: Block) -> str:
    """Return a block in one line: its part, and what is in it."""
    if block.kind == HEADING:
        return f"{code_label('report_block', HEADING)}: {block.text}"
    part = code_label("report_part", block.part)
    if block.kind in (FIGURES, STORIES):
        return f"{part}: {code_label('report_block', block.kind).lower()} ({len(block.items)})"
    words = " ".join(block.text.split())
    return f"{part}: {words[:_LONGEST]}" if words else f"{part}: …"
