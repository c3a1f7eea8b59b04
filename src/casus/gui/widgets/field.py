# SPDX-License-Identifier: EUPL-1.2
"""A form field: label above, help under it, the error between label and control."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casus.errors import InvalidInput
from casus.gui.icons import set_icon
from casus.gui.theme import theme
from casus.gui.widgets.past import PAST_KEYS, Past, PastButton
from casus.gui.widgets.text import label as text_label
from casus.gui.widgets.text import restyle


class Field(QWidget):
    """Base of all fields. Subclasses make their control and call `install`.

    In a .ui file a subclass is a promoted QWidget with string properties `key`, `label`, `help` and the
    bool `optional` (all `stdset="0"`). `key` is the name of the field in the use case, so that an
    `InvalidInput(field, rule)` finds its way back.

    Signals:
        changed: the user (or a restored draft) changed what is in the field.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = self._label = self._help = self._error = ""
        self._optional = False
        self._quiet = False
        self._past: PastButton | None = None
        self._control: QWidget = self
        self._title = text_label(wrap=True)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._help_line = text_label(role="small", tone="muted", wrap=True)
        self._error_icon = text_label()
        self._error_line = text_label(tone="danger", wrap=True)
        self._build()

    def _build(self) -> None:
        self._error_row = QWidget(self)
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._error_icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._error_line, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(4))
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(self._title, 1)
        self._column.addLayout(self._head)
        for part in (self._help_line, self._error_row):
            self._column.addWidget(part)
        for part in (self._title, self._help_line, self._error_row):
            part.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def install(self, control: QWidget, *, focus: QWidget | None = None) -> None:
        """Put the control under the label; `focus` is the widget inside that takes the keyboard."""
        self._column.addWidget(control)
        self.point_at(focus or control)
        self._name_control()

    def point_at(self, control: QWidget) -> None:
        """Let label and keyboard lead to this widget, as when the one before goes."""
        self._control = control
        self._title.setBuddy(control)
        self.setFocusProxy(control)

    @property
    def control(self) -> QWidget:
        """The widget that takes the keyboard."""
        return self._control

    def value(self) -> Any:
        """Return what is filled in, in the type the use case wants; raise InvalidInput when it cannot."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value without emitting `changed`."""
        raise NotImplementedError

    def raw(self) -> Any:
        """Return what was typed, as JSON, for a draft: also when it is not valid yet."""
        return self.value()

    def set_raw(self, raw: Any) -> None:
        """Put back what `raw` returned."""
        self.set_value(raw)

    def describe(self, value: Any) -> str:
        """Return a value of this field in words, as its reader knows it; "" for nothing."""
        return "" if value is None else str(value)

    def words(self) -> str:
        """Return what is filled in now, in words; what was typed when it is not valid yet."""
        try:
            return self.describe(self.value())
        except InvalidInput:
            return str(self.raw())

    def put_back(self, value: Any, name: str = "") -> None:
        """Put an earlier value in the field, as if the user did; `name` is what it refers to is called."""
        del name
        self.set_value(value)
        self.changed.emit()

    def show_past(self, pasts: Sequence[Past]) -> None:
        """Offer earlier values at the label; none takes the button away."""
        if self._past is not None:
            self._head.removeWidget(self._past)
            self._past.deleteLater()
        self._past = PastButton(self, pasts) if pasts else None
        if self._past is not None:
            self._head.addWidget(self._past, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self._name_control()

    @property
    def past(self) -> PastButton | None:
        """The button with earlier values, when there are any."""
        return self._past

    def error(self) -> str:
        """Return the error shown, or ""."""
        return self._error

    def set_error(self, sentence: str) -> None:
        """Show an error between label and control, or take it away with ""."""
        self._error = sentence
        self._error_line.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        if sentence:
            set_icon(self._error_icon, "warning-circle", "danger")
        restyle(self._control, "error", "true" if sentence else "false")
        self._name_control()

    def take_focus(self) -> None:
        """Put the keyboard in this field."""
        self._control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_control(self) -> None:
        name = f"{self._label} {self._optional_mark()}".strip()
        mark = f" {self._optional_mark()}" if self._optional and not self._quiet else ""
        words = escape(self._label).replace("&amp;", "&&")  # a single one would announce a shortcut
        self._title.setText(f"<b style='font-weight:600'>{words}</b>{escape(mark)}")
        self._title.setVisible(bool(name))
        self._help_line.setText(self._help)
        self._help_line.setVisible(bool(self._help))
        self._control.setAccessibleName(name)
        said = (self._error, self._help, self._past_words())
        self._control.setAccessibleDescription(" ".join(part for part in said if part))

    def _past_words(self) -> str:
        return self.tr("Eerder gewijzigd: {0} toont wat er stond.").format(PAST_KEYS) if self._past else ""

    def _optional_mark(self) -> str:
        return self.tr("(niet verplicht)") if self._optional else ""

    def get_key(self) -> str:
        """Return the field's name in the use case."""
        return self._key or self.objectName()

    def set_key(self, key: str) -> None:
        """Set the field's name in the use case."""
        self._key = key

    def get_label(self) -> str:
        """Return the words above the control."""
        return self._label

    def set_label(self, text: str) -> None:
        """Set the words above the control."""
        self._label = text
        self._name_control()

    def get_help(self) -> str:
        """Return the help line."""
        return self._help

    def set_help(self, text: str) -> None:
        """Set the help line under the label."""
        self._help = text
        self._name_control()

    def is_optional(self) -> bool:
        """Tell whether the field may stay empty."""
        return self._optional

    def set_optional(self, optional: bool) -> None:
        """Mark the field as "(niet verplicht)"."""
        self._optional = optional
        self._name_control()

    def is_quiet(self) -> bool:
        """Tell whether "(niet verplicht)" is only said, not shown: for a small field beside a larger one."""
        return self._quiet

    def set_quiet(self, quiet: bool) -> None:
        """Leave "(niet verplicht)" out of the words above the control; a screen reader still says it."""
        self._quiet = quiet
        self._name_control()

    quiet = Property(bool, is_quiet, set_quiet)
    key = Property(str, get_key, set_key)
    label = Property(str, get_label, set_label)
    help = Property(str, get_help, set_help)
    optional = Property(bool, is_optional, set_optional)
