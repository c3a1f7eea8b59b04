# SPDX-License-Identifier: EUPL-1.2
"""The text of the view: one long document that is read, searched and selected by keyboard, and copied nowhere."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from casus.domain.names import fold
from casus.gui.theme import theme
from casus.services.overview import FieldView, ItemView, Piece, SectionView

_AT_ONCE = 20
"""Records written into the document before the window gets its turn."""
_INDENT = "    "
_PARAGRAPH = "\u2029"


@dataclass(frozen=True)
class Spot:
    """A place in the text: the record, the field, the stretch it is in, and the words that are selected there."""

    item: ItemView
    field: FieldView | None = None
    piece: Piece | None = None
    selected: str = ""


class OverviewText(QPlainTextEdit):
    """Shows sections of the view, a few records at a time so that the window never stands still.

    Signals:
        filled: everything that was asked for is in the document.
        asked: Enter was pressed in the text.
    """

    filled = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("kind", "reading")
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Alles over deze persoon"))
        self._starts: list[int] = []
        self._places: list[tuple[int, Spot]] = []
        self._waiting: Iterator[object] | None = None
        self._words: list[str] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._write_some)

    def show_sections(self, sections: Sequence[SectionView], words: str = "", at: int = 0) -> None:
        """Show these sections, of them the records that hold every one of `words`; the cursor goes to `at`."""
        self.forget()
        self._words = fold(words).split()
        self._waiting = self._parts(sections)
        self._at = at
        self._timer.start()

    def forget(self) -> None:
        """Let go of every word."""
        self._timer.stop()
        self._waiting = None
        self._starts, self._places = [], []
        self.setExtraSelections([])
        self.clear()

    def spot(self) -> Spot | None:
        """Return what the cursor is at; with a selection that lies in one field, its words."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        at = bisect_right(self._starts, first) - 1
        if at < 0 or first > self._places[at][0]:
            return None
        spot = self._places[at][1]
        end = bisect_right(self._starts, max(first, last - 1)) - 1
        same = self._places[end][1].field is spot.field and self._places[end][1].item is spot.item
        plain = all(not one.piece.mark for _end, one in self._places[at : end + 1] if one.piece)
        selected = cursor.selectedText().replace(_PARAGRAPH, "\n").replace(f"\n{_INDENT}", "\n")
        inside = same and plain and spot.piece is not None
        return Spot(spot.item, spot.field, spot.piece, selected if inside else "")

    # --- copied nowhere ---

    def createMimeDataFromSelection(self) -> QMimeData:
        return QMimeData()

    def canInsertFromMimeData(self, _source: QMimeData) -> bool:
        return False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    # --- filling ---

    def _parts(self, sections: Sequence[SectionView]) -> Iterator[object]:
        for section in sections:
            found = [item for item in section.items if self._fits(item)]
            if found:
                yield section
                yield from found

    def _fits(self, item: ItemView) -> bool:
        if not self._words:
            return True
        held = fold(" ".join([item.title, *(f"{one.label} {one.words}" for one in item.fields)]))
        return all(word in held for word in self._words)

    def _write_some(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        done = False
        for _number in range(_AT_ONCE):
            part = next(self._waiting, None) if self._waiting is not None else None
            if part is None:
                done = True
                break
            if isinstance(part, SectionView):
                self._write_section(cursor, part)
            elif isinstance(part, ItemView):
                self._write_item(cursor, part)
        cursor.endEditBlock()
        if done:
            self._timer.stop()
            self._waiting = None
            self._mark_found()
            self._go_to(self._at)
            self.filled.emit()

    def _go_to(self, at: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(0, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)
        if at:
            self.centerCursor()

    def _write_section(self, cursor: QTextCursor, section: SectionView) -> None:
        if cursor.position():
            cursor.insertText("\n\n", QTextCharFormat())
        cursor.insertText(section.title, _look("text", 1.25, bold=True))

    def _write_item(self, cursor: QTextCursor, item: ItemView) -> None:
        indent = _INDENT * item.depth
        if item.title:
            cursor.insertText(("\n" if item.depth else "\n\n") + indent, _look("text"))
            self._write(cursor, item.title, _look("text", bold=True), Spot(item))
        for one in item.fields:
            cursor.insertText(f"\n{indent}", _look("text"))
            self._write(cursor, f"{one.label}: ", _look("muted"), Spot(item, one))
            for piece in one.pieces:
                words = piece.text.replace("\n", f"\n{_INDENT}")
                self._write(cursor, words, _look_of(piece), Spot(item, one, piece))

    def _write(self, cursor: QTextCursor, words: str, look: QTextCharFormat, spot: Spot) -> None:
        start = cursor.position()
        cursor.insertText(words, look)
        self._starts.append(start)
        self._places.append((cursor.position(), spot))

    def _mark_found(self) -> None:
        """Give a ground to each word that was looked for, as it is written."""
        marks: list[QTextEdit.ExtraSelection] = []
        look = QTextCharFormat()
        look.setBackground(theme().color("accent_soft"))
        for word in self._words:
            cursor = self.document().find(word)
            while not cursor.isNull() and len(marks) < 500:
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)


def _look(token: str, factor: float = 1.0, *, bold: bool = False) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(theme().color(token))
    font = theme().font()
    font.setPointSizeF(font.pointSizeF() * factor)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    look.setFont(font)
    return look


def _look_of(piece: Piece) -> QTextCharFormat:
    """Return how a stretch looks: what is hidden stands in brackets on a ground, what is shown after all is marked."""
    if not piece.mark:
        return _look("text")
    look = _look("warn" if piece.mark in ("show", "changed") else "muted")
    look.setBackground(theme().color("sidebar"))
    return look
