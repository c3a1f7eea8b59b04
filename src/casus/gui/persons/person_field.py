# SPDX-License-Identifier: EUPL-1.2
"""A field in which someone on file is chosen by typing a name."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from casus.errors import InvalidInput
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.field import Field
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.search import Hit, search

_PAUSE_MS = 150
_MOST = 6
_LOOKED_AT = 24


class PersonField(Field):
    """Type a name, press Down and Enter (or click); `value()` is the id of the person, "" for nobody.

    `connect_to` gives it a vault to search in; `offer_new` a way to put someone on file who is not there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: TaskRunner | None = None
        self._desk: Desk | None = None
        self._chosen = ""
        self._box = QWidget(self)
        self.edit = QLineEdit(self._box)
        self.edit.setMaxLength(200)
        self.found = QListWidget(self._box)
        self.found.setProperty("kind", "popup")
        self.found.setAccessibleName(self.tr("Gevonden personen"))
        self.nobody = label("", "small", "muted", wrap=True)
        self.new = button(self.tr("Nieuwe persoon vastleggen"), kind="link", icon="plus")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._make_parts()

    def connect_to(self, tasks: TaskRunner, desk: Desk) -> None:
        """Search in this vault."""
        self._tasks, self._desk = tasks, desk

    def offer_new(self, on_new: Callable[[], object]) -> None:
        """Show a button to put someone on file; `on_new` opens that form."""
        self.new.clicked.connect(lambda: on_new())
        self.new.show()

    def show_person(self, person_id: str, name: str) -> None:
        """Choose someone without emitting `changed`."""
        self._chosen = person_id
        self.edit.setText(name)
        self._show_found(())

    def name(self) -> str:
        """Return what stands in the line."""
        return self.edit.text().strip()

    def value(self) -> str:
        """Return the id; raise InvalidInput when something is typed and nobody chosen."""
        if self.name() and not self._chosen:
            raise InvalidInput(self.get_key(), "nobody_chosen")
        return self._chosen

    def set_value(self, value: str | None) -> None:
        """Choose by id, keeping the words; None empties the field."""
        self._chosen = value or ""
        if not value:
            self.edit.clear()

    def words(self) -> str:
        return self.name()

    def put_back(self, value: str | None, name: str = "") -> None:
        """Choose the person who was there before."""
        self.show_person(value or "", name if value else "")
        self.changed.emit()

    def raw(self) -> dict[str, str]:
        return {"id": self._chosen, "name": self.edit.text()}

    def set_raw(self, raw: Any) -> None:
        self.show_person(raw.get("id", ""), raw.get("name", ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.edit and self.found.isVisible():
                return self._key_in_line(event)
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if watched is self.found and enter and plain:
                self._choose(self.found.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _key_in_line(self, event: QKeyEvent) -> bool:
        """Down goes into the list; Enter takes the first one found."""
        if event.key() == Qt.Key.Key_Down:
            self.found.setCurrentRow(0)
            self.found.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._choose(self.found.item(0))
            return True
        return False

    def _make_parts(self) -> None:
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.edit)
        column.addWidget(self.found)
        column.addWidget(self.nobody)
        column.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        self.found.hide()
        self.nobody.hide()
        self.new.hide()
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.textEdited.connect(self._typed)
        self.edit.installEventFilter(self)
        self.found.installEventFilter(self)
        self.found.itemClicked.connect(self._choose)
        self._pause.timeout.connect(self._search)
        self.install(self._box, focus=self.edit)

    def _typed(self) -> None:
        self._chosen = ""
        self._pause.start()
        self.changed.emit()

    def _search(self) -> None:
        words = self.name()
        if not words or self._tasks is None or self._desk is None:
            self._show_found(())
            return
        desk = self._desk
        self._tasks.run(
            lambda: [hit for hit in search(desk, words, _LOOKED_AT) if hit.kind == "persons"][:_MOST],
            owner=self,
            done=lambda hits: self._show_found(hits, words),
        )

    def _show_found(self, hits: "list[Hit] | tuple[()]", words: str = "") -> None:
        if words and (words != self.name() or self._chosen):
            return
        self.found.clear()
        for hit in hits:
            item = QListWidgetItem(f"{hit.title}   {hit.subtitle}")
            item.setData(Qt.ItemDataRole.UserRole, (hit.record_id, hit.title))
            self.found.addItem(item)
        self.found.setVisible(bool(hits))
        self.found.setFixedHeight(theme().px(36) * min(len(hits), _MOST) + theme().px(12))
        self.nobody.setVisible(bool(words) and not hits)
        self.nobody.setText(self.tr("Niemand gevonden met deze naam."))

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        person_id, name = item.data(Qt.ItemDataRole.UserRole)
        self.show_person(person_id, name)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()
