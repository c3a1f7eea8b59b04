# SPDX-License-Identifier: EUPL-1.2
"""All fields under one widget as one form: read, show errors, keep and restore a draft."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from casus.errors import CasusError, InvalidForm, InvalidInput
from casus.gui.error_text import field_error
from casus.gui.theme import theme
from casus.gui.theme.layouts import rescale
from casus.gui.widgets.date_fields import DateField
from casus.gui.widgets.field import Field
from casus.gui.widgets.text_fields import PasswordField

BEGAN = "~began"
"""The key in a draft under which stands what the form began with."""


class Form(QObject):
    """The fields found under `root`, by their `key`.

    `began` is what the form began with, when it changes a record: it goes along in the draft, so that a record
    that changed in the meantime is noticed.

    Signals:
        changed: any field was changed by the user.
    """

    changed = Signal()

    def __init__(self, root: QWidget, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(root)
        self._root = root
        self.began: dict[str, Any] = {}
        rescale(root, 100, theme().scale.percent)
        self.fields: dict[str, Field] = {}
        for field in root.findChildren(Field):
            self.add(field)
            if isinstance(field, DateField):
                field.today = today

    def add(self, field: Field) -> None:
        """Take in a field made after the form."""
        self.fields[field.get_key()] = field
        field.changed.connect(lambda: self._touched(field))

    def __getitem__(self, key: str) -> Field:
        return self.fields[key]

    def read(self) -> dict[str, Any] | None:
        """Return all values by key; None after showing what is wrong and going to the first error.

        A visible field that is not optional may not be empty.
        """
        self.clear_errors()
        values: dict[str, Any] = {}
        wrong: list[InvalidInput] = []
        for key, field in self.fields.items():
            try:
                values[key] = self._value_of(field)
            except InvalidInput as error:
                wrong.append(error)
        if wrong:
            self.show_errors(wrong)
            return None
        return values

    def show_errors(self, errors: Iterable[InvalidInput]) -> list[InvalidInput]:
        """Show each error at its field, focus the first; return those that belong to no field here."""
        stray: list[InvalidInput] = []
        first: Field | None = None
        for error in errors:
            field = self.fields.get(error.field)
            if field is None:
                stray.append(error)
                continue
            field.set_error(field_error(error))
            first = first or field
        if first is not None:
            self.reveal(first)
        return stray

    def take(self, error: CasusError) -> bool:
        """Show an InvalidInput or InvalidForm at its fields; False when some of it belongs to none here."""
        if isinstance(error, InvalidInput):
            return not self.show_errors([error])
        return isinstance(error, InvalidForm) and not self.show_errors(error.errors)

    def clear_errors(self) -> None:
        """Take all errors away."""
        for field in self.fields.values():
            if field.error():
                field.set_error("")

    def snapshot(self) -> dict[str, Any]:
        """Return what is typed in every field, as JSON; passwords stay out."""
        typed = {
            key: field.raw() for key, field in self.fields.items() if not isinstance(field, PasswordField)
        }
        return typed | ({BEGAN: self.began} if self.began else {})

    def restore(self, payload: dict[str, Any]) -> None:
        """Put back a snapshot; keys this form no longer has are passed over."""
        for key, raw in payload.items():
            if key in self.fields:
                self.fields[key].set_raw(raw)
        self.changed.emit()

    def reveal(self, field: Field) -> None:
        """Put the keyboard in this field, and the field in view."""
        field.take_focus()
        above: QWidget | None = field.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(field)

    def _value_of(self, field: Field) -> Any:
        shown = field.isVisibleTo(self._root)
        try:
            value = field.value()
        except InvalidInput:
            if shown:
                raise
            return None
        empty = value is None or value == "" or value == ()
        if empty and not field.is_optional() and shown:
            raise InvalidInput(field.get_key(), "required")
        return value

    def _touched(self, field: Field) -> None:
        if field.error():
            field.set_error("")
        self.changed.emit()
