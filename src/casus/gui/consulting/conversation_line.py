# SPDX-License-Identifier: EUPL-1.2
"""One conversation of a consulting hour: a name that is looked up while one types, a few words, the next time."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.lines import Line
from casus.gui.widgets.text import label, restyle

_PAUSE_MS = 120
_LEAST = 60
KNOWN, NEW, SURELY_NEW = "known", "new", "surely_new"


@dataclass(frozen=True)
class Found:
    """Someone on file who may be meant; `second` tells them apart."""

    person_id: str
    name: str
    second: str


class ConversationLine(Line):
    """Enter in the name takes who is marked in the list and goes on; Enter in the words goes to the next line.

    Signals:
        asked: the typed name is to be looked up.
        finished: Enter in the last part.
        newcomer: +1 when someone new is chosen, -1 when not after all.
    """

    asked = Signal(str)
    finished = Signal()
    newcomer = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.person_id = self.state = self.contact_id = ""
        self._answered: str | None = None
        self._choose_first = self._similar = False
        self.name = self._part(self.tr("naam"), 5)
        self.born = self._part(self.tr("geboren"), 3)
        self.note = self._part(self.tr("waar ging het over?"), 8)
        self.next_on = self._part(self.tr("weer op"), 3)
        self.born.hide()
        self._message = label(role="small", tone="danger", wrap=True)
        self.found = QListWidget()
        self.found.setProperty("kind", "popup")
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.itemClicked.connect(self._choose)
        self.wrong_part = self.name
        self._stack()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.asked.emit(self.name.text().strip()))
        self.name.textEdited.connect(self._typed_name)

    def renumber(self, number: int) -> None:
        self.name.setAccessibleName(self.tr("Gesprek {0}: naam").format(number))
        self.born.setAccessibleName(self.tr("Gesprek {0}: geboren").format(number))
        self.note.setAccessibleName(self.tr("Gesprek {0}: waar ging het over").format(number))
        self.next_on.setAccessibleName(self.tr("Gesprek {0}: weer op").format(number))
        self.found.setAccessibleName(self.tr("Gesprek {0}: gevonden personen").format(number))
        self.remove.setAccessibleName(self.tr("Gesprek {0} weghalen").format(number))

    def texts(self) -> list[str]:
        return [*super().texts(), self.person_id, self.state, self.contact_id]

    def set_texts(self, texts: Sequence[str]) -> None:
        super().set_texts(texts)
        self.person_id, self.state, self.contact_id = ([*texts, "", "", ""])[4:7]
        self._answered = None
        self._show_state()

    @property
    def is_new(self) -> bool:
        """Whether someone is to be put on file."""
        return self.state in (NEW, SURELY_NEW)

    def show_person(self, person_id: str, name: str) -> None:
        """Take someone on file."""
        self._become(KNOWN, person_id)
        self.name.setText(name)

    def show_found(self, text: str, found: Sequence[Found], *, similar: bool = False) -> None:
        """Show who is on file under this name, and below them the choice of someone new."""
        if not text or text != self.name.text().strip() or (self.state and not similar):
            self._hide_found()
            return
        self._answered, self._similar = text, similar
        self.found.clear()
        for one in found:
            self._offer(f"{one.name}   {one.second}".rstrip(), (one.person_id, one.name))
        words = self.tr("Toch iemand anders: {0}") if similar else self.tr("Nieuwe persoon: {0}")
        self._offer(words.format(text), None)
        self.found.setCurrentRow(0)
        self.found.setFixedHeight(theme().px(36) * self.found.count() + theme().px(12))
        self.found.show()
        if self._choose_first:
            self._choose(self.found.currentItem())

    def show_message(self, sentence: str, at: QLineEdit | None = None) -> None:
        """Say what is wrong with this line, and with which part of it; or nothing with ""."""
        self.wrong_part = at or self.name
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))
        for part in self.parts:
            part.setAccessibleDescription(sentence)
            restyle(part, "error", "true" if sentence and part is at else "false")

    def has_message(self) -> bool:
        """Whether something is wrong with this line."""
        return bool(self._message.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._puts_away(watched, event):
                event.accept()  # Esc is for the list, not for the panel
                return True
            if event.type() is QEvent.Type.KeyPress and self._key(watched, event):
                return True
        if watched is self.name and event.type() is QEvent.Type.FocusOut:
            self._hide_found()
        return super().eventFilter(watched, event)

    # --- keys ---

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(watched)
            return True
        if watched is self.name and self.found.isVisible():
            return self._in_list(Qt.Key(event.key()))
        return False

    def _puts_away(self, watched: QObject, event: QKeyEvent) -> bool:
        return event.key() == Qt.Key.Key_Escape and watched is self.name and self.found.isVisible()

    def _in_list(self, key: Qt.Key) -> bool:
        """Arrows mark another in the list, round and round; Esc puts it away."""
        if key == Qt.Key.Key_Escape:
            self._hide_found()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is None:
            return False
        self.found.setCurrentRow((self.found.currentRow() + step) % self.found.count())
        return True

    def _enter(self, watched: QObject) -> None:
        if watched is self.name:
            self._enter_name()
        elif watched is self.born:
            self._go(self.note)
        else:
            self.finished.emit()

    def _enter_name(self) -> None:
        text = self.name.text().strip()
        if self.found.isVisible() and self._answered == text:
            self._choose(self.found.currentItem())
        elif self.state:
            self._go(self.born if self.is_new else self.note)
        elif text:  # typed faster than it could be looked up
            self._choose_first = True
            self._pause.stop()
            self.asked.emit(text)

    # --- choosing ---

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self._choose_first = False
        person = item.data(Qt.ItemDataRole.UserRole)
        self._hide_found()
        self.show_message("")
        if person is None:
            self._become(SURELY_NEW if self._similar else NEW, "")
            self._go(self.born)
        else:
            self.show_person(*person)
            self._go(self.note)
        self.typed.emit()

    def _typed_name(self) -> None:
        self._choose_first = False
        self._become("", "")
        self.show_message("")
        self._pause.start()

    def _become(self, state: str, person_id: str) -> None:
        before = self.is_new
        self.state, self.person_id = state, person_id
        self._show_state()
        if self.is_new != before:
            self.newcomer.emit(1 if self.is_new else -1)

    def _show_state(self) -> None:
        self.born.setVisible(self.is_new)
        self._hide_found()

    # --- parts ---

    def _part(self, placeholder: str, stretch: int) -> QLineEdit:
        edit = self.add_part(placeholder)
        edit.setMinimumWidth(theme().px(_LEAST))
        self.row.setStretchFactor(edit, stretch)
        edit.installEventFilter(self)
        return edit

    def _stack(self) -> None:
        """Put what is said and what is found under the parts."""
        parts = QWidget()
        parts.setLayout(self.row)  # takes it over from the line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        for part in (parts, self._message, self.found):
            column.addWidget(part)
        self._message.hide()
        self.found.hide()

    def _offer(self, words: str, person: tuple[str, str] | None) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, person)
        self.found.addItem(item)

    def _hide_found(self) -> None:
        self.found.hide()

    @staticmethod
    def _go(part: QLineEdit) -> None:
        part.setFocus(Qt.FocusReason.TabFocusReason)
