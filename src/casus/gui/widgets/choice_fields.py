# SPDX-License-Identifier: EUPL-1.2
"""Fields that are chosen: a few options side by side, a longer list, several at once, yes or no."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget

from casus.gui.widgets.chips_field import ChipsField
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.code_list_field import CodeListField
from casus.gui.widgets.field import Field
from casus.gui.widgets.segments import SegmentBar

__all__ = ["CheckField", "ChipsField", "ChoiceField", "SegmentedChoice"]

FILTER_FROM = 12


class SegmentedChoice(CodeListField):
    """One of at most five options, side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = SegmentBar(self)
        self.bar.chosen.connect(lambda _code: self.changed.emit())
        self.install(self.bar)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        self.bar.set_choices(choices)
        self._name_control()

    def offered(self) -> dict[str, str]:
        return self.bar.options()

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


class ChoiceField(CodeListField):
    """One of a longer list; from twelve options on, typing filters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combo = _Combo(self)
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(12)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.activated.connect(self._activated)
        self.install(self.combo)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        before = self.value()
        self.combo.clear()
        for choice in choices:
            self.combo.addItem(choice.label, choice.code)
        self._make_filter(len(choices) >= FILTER_FROM)
        self.set_value(before)

    def offered(self) -> dict[str, str]:
        return {self.combo.itemData(at): self.combo.itemText(at) for at in range(self.combo.count())}

    def value(self) -> str:
        """Return the chosen code, "" when none is or when what was typed is no option."""
        at = self.combo.currentIndex()
        if self.combo.isEditable():
            at = self.combo.findText(self.combo.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.combo.itemData(at)) if at >= 0 else ""

    def set_value(self, value: str | None) -> None:
        self.combo.setCurrentIndex(self.combo.findData(value) if value else -1)

    def _activated(self) -> None:
        """Tell of a choice; Qt also calls this while it lets go of a hidden box that had the keyboard."""
        if self.combo.isVisible():
            self.changed.emit()

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


class CheckField(Field):
    """Yes or no; the label stands beside the box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.toggled.connect(lambda _on: self.changed.emit())
        self.install(self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def describe(self, value: Any) -> str:
        return self.tr("ja") if value else self.tr("nee")

    def set_value(self, value: Any) -> None:
        self.box.blockSignals(True)
        self.box.setChecked(bool(value))
        self.box.blockSignals(False)

    def _name_control(self) -> None:
        super()._name_control()
        self._title.hide()
        if isinstance(self._control, QCheckBox):
            self._control.setText(self._label.replace("&", "&&"))
