# SPDX-License-Identifier: EUPL-1.2
"""The base of fields that offer options, from a code list or from the vault."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Property
from PySide6.QtWidgets import QWidget

from casus.gui.labels import choices as choices_of
from casus.gui.labels import label
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field


class CodeListField(Field):
    """A field whose options may come from a code list, named by the property `codelist`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codelist = ""

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these options; what was chosen stays when it is still there."""
        raise NotImplementedError

    def describe(self, value: Any) -> str:
        codes = (value,) if isinstance(value, str) else tuple(value or ())
        return ", ".join(self._label_of(code) for code in codes if code)

    def _label_of(self, code: str) -> str:
        """Return the words of an option; of one that is offered no more, those of its code list."""
        return label(self._codelist, code) if self._codelist else self.offered().get(code, code)

    def offered(self) -> Mapping[str, str]:
        """Return the words of the options that are offered, by code."""
        raise NotImplementedError

    def get_codelist(self) -> str:
        """Return the name of the code list, or ""."""
        return self._codelist

    def set_codelist(self, name: str) -> None:
        """Show the options of a code list in the window's language."""
        self._codelist = name
        self.set_choices(choices_of(name))

    codelist = Property(str, get_codelist, set_codelist)
