# SPDX-License-Identifier: EUPL-1.2
"""Fields that are chosen: a few options side by side, a longer list, several at once, yes or no."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Property, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from casus.gui.labels import choices as choices_of
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.segments import Chip, SegmentBar

FILTER_FROM = 12


class _CodeListField(Field):
    """A field whose options may come from a code list, named by the property `codelist`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codelist = ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these options; what was chosen stays when it is still there."""
        raise NotImplementedError

    def get_codelist(self) -> str:
        """Return the name of the code list, or ""."""
        return self._codelist

    def set_codelist(self, name: str) -> None:
        """Show the options of a code list in the window's language."""
        self._codelist = name
        self.set_choices(choices_of(name))

    codelist = Property(str, get_codelist, set_codelist)


class SegmentedChoice(_CodeListField):
    """One of at most five options, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = SegmentBar(self)
        self.bar.chosen.connect(lambda _code: self.changed.emit())
        self.install(self.bar)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self.bar.set_choices(choices)
        self._name_control()

    def value(self) -> str:
        return self.bar.code()

    def set_value(self, value: str | None) -> None:
        self.bar.set_code(value or "")

    def take_focus(self) -> None:
        self.bar.take_focus()

    def _name_control(self) -> None:
        super()._name_control()
        for segment in self.bar.buttons() if isinstance(self._control, SegmentBar) else []:
            segment.setAccessibleName(f"{self._label}: {segment.text().replace('&&', '&')}")
            segment.setAccessibleDescription(self._control.accessibleDescription())


class _Combo(QComboBox):
    """A combo box the mouse wheel scrolls past, unless it has the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(_CodeListField):
    """One of a longer list; from twelve options on, typing filters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = _Combo(self)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.activated.connect(lambda _at: self.changed.emit())
        self.install(self.combo)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        before = self.value()
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(choice.label, choice.code)
        self._make_filter(len(choices) >= FILTER_FROM)
        self.set_value(before)

    def value(self) -> str:
        """Return the chosen code, "" when none is or when what was typed is no option."""
        at = self.combo.currentIndex()
        if self.combo.isEditable():
            at = self.combo.findText(self.combo.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.combo.itemData(at)) if at >= 0 else ""

    def set_value(self, value: str | None) -> None:
        self.combo.setCurrentIndex(self.combo.findData(value) if value else -1)

    def _make_filter(self, wanted: bool) -> None:
        self.combo.setEditable(wanted)
        edit, completer = self.combo.lineEdit(), self.combo.completer()
        if not wanted or edit is None or completer is None:
            return
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if (popup := completer.popup()) is not None:
            popup.setProperty("kind", "popup")
        edit.setAccessibleName(self.get_label())
        edit.textEdited.connect(lambda _text: self.changed.emit())

    def _name_control(self) -> None:
        super()._name_control()
        if isinstance(self._control, QComboBox) and (edit := self._control.lineEdit()) is not None:
            edit.setAccessibleName(self._control.accessibleName())


class _AddEdit(QLineEdit):
    """Where a free entry is typed; Enter adds it and does not save the form."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and self.text().strip():
            self.returnPressed.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class ChipsField(_CodeListField):
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
        self.add_edit.setMaxLength(200)
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
        self._name_control()

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
        for text in raw.get("free", []):
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
        before = self._bar.parts()
        self._bar.add(chip)
        if before:
            QWidget.setTabOrder(before[-1], chip)
        QWidget.setTabOrder(chip, self.add_edit)
        return chip

    def _add_typed(self) -> None:
        self._add_free(self.add_edit.text().strip())
        self.add_edit.clear()
        self.changed.emit()

    def _add_free(self, text: str) -> None:
        chip = self._typed.get(text) or self._make(text)
        self._typed[text] = chip
        chip.blockSignals(True)
        chip.setChecked(True)
        chip.blockSignals(False)
        self._name_control()

    def _name_control(self) -> None:
        super()._name_control()
        for chip in (*getattr(self, "_chips", {}).values(), *getattr(self, "_typed", {}).values()):
            chip.setAccessibleName(f"{self._label}: {chip.text().replace('&&', '&')}")


class CheckField(Field):
    """Yes or no; the label stands beside the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.toggled.connect(lambda _on: self.changed.emit())
        self.install(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)

    def _name_control(self) -> None:
        super()._name_control()
        self._title.hide()
        if isinstance(self._control, QCheckBox):
            self._control.setText(self._label.replace("&", "&&"))
