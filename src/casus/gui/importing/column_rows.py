# SPDX-License-Identifier: EUPL-1.2
"""The columns of the file, each with the field it goes to; and values for fields no column holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from casus.gui import labels
from casus.gui.dates_text import language
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.text import label
from casus.services.importing import Field, Subject

_SAMPLE = 60
_SKIP = "-"


class ColumnRows(QWidget):
    """A row per column: its name with an example, and what it is.

    Signals:
        changed: the user chose another field for a column.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[ChoiceField] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(16))
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def show_columns(
        self, subject: Subject, names: Sequence[str], samples: Sequence[str], chosen: Sequence[str]
    ) -> None:
        """Show the columns of a file; `chosen` holds the key of a field for each, "" for none."""
        clear_layout(self._grid)
        self._fields = []
        options = [Choice(_SKIP, self.tr("Niet importeren"))]
        options += [Choice(field.key, field.label(language())) for field in subject.fields]
        for at, (name, sample, key) in enumerate(zip(names, samples, chosen, strict=True)):
            words = name.strip() or self.tr("Kolom {0}").format(at + 1)
            field = ChoiceField()
            field.set_choices(options)
            field.set_value(key or _SKIP)
            field.control.setAccessibleName(self.tr("Kolom {0} is").format(words))
            field.changed.connect(self.changed)
            self._fields.append(field)
            self._grid.addWidget(_named(words, sample), at, 0)
            self._grid.addWidget(field, at, 1)

    def columns(self) -> tuple[str, ...]:
        """Return the key of the field of each column, "" for those left out."""
        return tuple("" if (key := field.value()) == _SKIP else key for field in self._fields)

    def field(self, at: int) -> ChoiceField:
        """Return the choice of a column."""
        return self._fields[at]

    def show_twice(self, keys: frozenset[str]) -> None:
        """Mark the columns that go to a field another column goes to as well."""
        for field in self._fields:
            twice = field.value() in keys
            field.set_error(self.tr("Er gaat al een kolom hierheen.") if twice else "")


def _named(words: str, sample: str) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(words, "strong", wrap=True))
    short = sample if len(sample) <= _SAMPLE else f"{sample[:_SAMPLE]}…"
    column.addWidget(label(short or "–", "small", "muted", wrap=True))
    return made


class FixedRows(QWidget):
    """Fields from a list that no column holds: one value for all rows.

    Signals:
        changed: the user chose another value.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, ChoiceField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(12))

    def show_fields(
        self, fields: Sequence[Field], facilities: Sequence[Choice], chosen: Mapping[str, str]
    ) -> None:
        """Show the fields that may be filled so, with what is chosen (a label) for each."""
        if list(self._fields) == [field.key for field in fields]:
            return
        kept = {key: field.value() for key, field in self._fields.items()}
        clear_layout(self._column)
        self._fields = {}
        for one in fields:
            field = ChoiceField()
            field.set_label(one.label(language()))
            field.set_optional(not one.needed)
            options = list(facilities) if one.kind == "facility" else labels.choices(one.codes)
            if not one.needed:
                options.insert(0, Choice(_SKIP, QCoreApplication.translate("FixedRows", "Geen")))
            field.set_choices(options)
            field.set_value(kept.get(one.key) or _code(options, chosen.get(one.key, "")))
            field.changed.connect(self.changed)
            self._fields[one.key] = field
            self._column.addWidget(field)

    def fixed(self) -> dict[str, str]:
        """Return the words chosen for each field."""
        return {
            key: field.combo.currentText()
            for key, field in self._fields.items()
            if field.value() not in ("", _SKIP)
        }

    def field(self, key: str) -> ChoiceField:
        """Return the choice of a field."""
        return self._fields[key]


def _code(options: Sequence[Choice], words: str) -> str:
    return next((option.code for option in options if words in (option.label, option.code)), "")
