# SPDX-License-Identifier: EUPL-1.2
"""A field in which several options can be on, and entries of one's own can be added."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Property, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casus.gui.widgets.choice import Choice
from casus.gui.widgets.code_list_field import CodeListField
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.segments import Chip
from casus.gui.widgets.tab_order import line_up


class _AddEdit(QLineEdit):
    """Where a free entry is typed; Enter adds it and does not save the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            self.returnPressed.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class ChipsField(CodeListField):
    """Several of the suggestions, and free entries when `free` is set.

    `value()` is the tuple of chosen codes; `free_entries()` the tuple of what was typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        self._typed: dict[str, Chip] = {}
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._bar = FlowBox(box)
        self.add_edit = _AddEdit(box)
        self.add_edit.setMaxLength(1_000)  # too long is refused when saved, never cut unseen
        self.add_edit.returnPressed.connect(self._add_typed)
        self.add_edit.hide()
        column.addWidget(self._bar)
        column.addWidget(self.add_edit)
        self.install(box)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        before = self.value()
        for chip in self._chips.values():
            self._bar.drop(chip)
        self._chips = {choice.code: self._make(choice.label) for choice in choices}
        self.set_value(before)
        self._merge_typed()
        self._name_control()

    def offered(self) -> dict[str, str]:
        return {code: chip.text().replace("&&", "&") for code, chip in self._chips.items()}

    def words(self) -> str:
        return ", ".join(part for part in (self.describe(self.value()), *self.free_entries()) if part)

    def value(self) -> tuple[str, ...]:
        return tuple(code for code, chip in self._chips.items() if chip.isChecked())

    def set_value(self, value: Iterable[str] | None) -> None:
        wanted = set(value or ())
        for code, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(code in wanted)
            chip.blockSignals(False)
            chip.update()

    def free_entries(self) -> tuple[str, ...]:
        """Return the checked entries the user typed, with what still stands in the line."""
        typed = [text for text, chip in self._typed.items() if chip.isChecked()]
        waiting = self.add_edit.text().strip()
        return tuple(dict.fromkeys([*typed, waiting] if waiting else typed))

    def raw(self) -> dict[str, list[str]]:
        return {"codes": list(self.value()), "free": list(self.free_entries())}

    def set_raw(self, raw: dict[str, list[str]]) -> None:
        self.set_value(raw.get("codes", []))
        free = raw.get("free", [])
        for text, chip in self._typed.items():
            chip.blockSignals(True)
            chip.setChecked(text in free)
            chip.blockSignals(False)
        for text in free:
            self._add_free(text)

    def set_free(self, name: str) -> None:
        """Let the user add entries of their own; `name` says what, as in "Iemand anders"."""
        self.add_edit.setAccessibleName(name)
        self.add_edit.setPlaceholderText(name)
        self.add_edit.setVisible(bool(name))

    def get_free(self) -> str:
        """Return the name of the line for free entries, or ""."""
        return self.add_edit.accessibleName()

    free = Property(str, get_free, set_free)

    def take_focus(self) -> None:
        target = next(iter(self._chips.values()), None) or self.add_edit
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, text: str) -> Chip:
        chip = Chip(text.replace("&", "&&"), self._bar)
        chip.toggled.connect(lambda _on: self.changed.emit())
        self._bar.add(chip)
        line_up(self._bar, [*self._bar.parts(), self.add_edit])
        return chip

    def _add_typed(self) -> None:
        self._add_free(self.add_edit.text().strip())
        self.add_edit.clear()
        self.changed.emit()

    def _add_free(self, text: str) -> None:
        """Check the chip of this entry; a new one only when none says the same."""
        chip = self._saying(text)
        if chip is None:
            chip = self._typed[text] = self._typed.get(text) or self._make(text)
        chip.blockSignals(True)
        chip.setChecked(True)
        chip.blockSignals(False)
        self._name_control()

    def _saying(self, text: str) -> Chip | None:
        """Return the offered chip that says the same."""
        offered = self.offered().items()
        return next(
            (self._chips[code] for code, words in offered if words.casefold() == text.casefold()), None
        )

    def _merge_typed(self) -> None:
        """Let what was typed before go up in what is offered now under the same words."""
        for text in tuple(self._typed):
            if self._saying(text) is not None:
                chip = self._typed.pop(text)
                if chip.isChecked():
                    self._add_free(text)
                self._bar.drop(chip)

    def _name_control(self) -> None:
        super()._name_control()
        for chip in (*getattr(self, "_chips", {}).values(), *getattr(self, "_typed", {}).values()):
            chip.setAccessibleName(f"{self._label}: {chip.text().replace('&&', '&')}")
