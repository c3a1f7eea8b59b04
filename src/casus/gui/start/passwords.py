# SPDX-License-Identifier: EUPL-1.2
"""A new password on a form: strong enough and typed twice, with the meter beside it."""

from collections.abc import Callable
from typing import Any

from casus.errors import InvalidInput
from casus.gui.start.strength import StrengthMeter
from casus.gui.widgets.form import Form
from casus.gui.widgets.text_fields import PasswordField

KnownWords = Callable[[], tuple[str, ...]]


class NewPassword:
    """The fields `password` and `repeat` of a form, and its meter."""

    def __init__(self, form: Form, meter: StrengthMeter, known_words: KnownWords = tuple) -> None:
        self._form, self._meter, self._known_words = form, meter, known_words
        form["password"].changed.connect(self.judge)

    def judge(self) -> None:
        """Let the meter look at what is typed."""
        self._meter.judge(self._form["password"].value(), self._known_words())

    def add_toggles(self) -> None:
        """Add the eyes that show the letters (they load the icons)."""
        for field in self._form.fields.values():
            if isinstance(field, PasswordField):
                field.add_toggle()

    def read(self) -> dict[str, Any] | None:
        """Return the form's values; None after showing what is wrong."""
        values = self._form.read()
        if values is None:
            return None
        self.judge()
        wrong = self._wrong(values)
        if wrong:
            self._form.show_errors(wrong)
            return None
        return values

    def clear(self) -> None:
        """Empty the password fields."""
        for field in self._form.fields.values():
            if isinstance(field, PasswordField):
                field.set_value("")
        self.judge()

    def _wrong(self, values: dict[str, Any]) -> list[InvalidInput]:
        if not self._meter.strong_enough:
            return [InvalidInput("password", "weak")]
        if values["repeat"] != values["password"]:
            return [InvalidInput("repeat", "mismatch")]
        return []
