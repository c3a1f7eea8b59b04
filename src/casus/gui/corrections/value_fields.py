# SPDX-License-Identifier: EUPL-1.2
"""The value of a disputed field is typed in the field that fits it: a text, a line, a day, or a choice from its list."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casus.domain.codelists import codelist
from casus.errors import CasusError, InvalidForm
from casus.gui.labels import label
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field
from casus.gui.widgets.form import Form
from casus.services.checks import renamed
from casus.services.corrections.fields import CODE, DAY, TEXT, FieldSpec

_SHAPES = {TEXT: "text", DAY: "day", CODE: "code"}


class ValueFields:
    """Four fields of a form of which at most one is shown; `name` begins their keys ("value_text")."""

    def __init__(self, form: Form, name: str) -> None:
        self._form, self._name = form, name
        self._spec: FieldSpec | None = None
        self._shape = ""

    def show(self, spec: FieldSpec | None) -> None:
        """Show the field that fits, or none."""
        if spec is not None and spec == self._spec:
            return
        self._spec = spec
        self._shape = _SHAPES.get(spec.kind, "line") if spec is not None else ""
        for shape in ("text", "line", "day", "code"):
            self._field(shape).setVisible(shape == self._shape)
        if spec is not None and spec.kind == CODE:
            choices = [Choice(code, label(spec.code_list, code)) for code in codelist(spec.code_list).values]
            self._field("code").set_choices(choices)  # type: ignore[attr-defined]  # a choice, by its shape

    def fill(self, text: str | None) -> None:
        """Begin with what was typed before, as it is kept."""
        if self._shape and text:
            self._field(self._shape).put_back(_day(text) if self._shape == "day" else text)

    def text(self, values: Mapping[str, Any]) -> str | None:
        """Return what was typed in the field that is shown, as it is kept; None for nothing."""
        value = values.get(f"{self._name}_{self._shape}") if self._shape else None
        if value is None or value == "":
            return None
        return str(value.isoformat() if self._shape == "day" else value)

    def take(self, error: CasusError) -> bool:
        """Show what is wrong with the value at the field that is shown."""
        if not isinstance(error, InvalidForm) or not self._shape:
            return False
        key = f"{self._name}_{self._shape}"
        mine = tuple(renamed(one, key) if one.field == self._name else one for one in error.errors)
        return self._form.take(InvalidForm(mine))

    def _field(self, shape: str) -> Field:
        return self._form.fields[f"{self._name}_{shape}"]


def _day(text: str) -> Any:

    return date.fromisoformat(text)
