# SPDX-License-Identifier: EUPL-1.2
"""A field of many numbers: one row per figure of a published table; what was not named stays empty."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from casus.errors import InvalidInput
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label

_WIDTH, _LONGEST = 110, 20


class CellsField(Field):
    """Numbers by key; rows come with `set_rows`, and what was typed at a key stays while it is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, QLineEdit] = {}
        self._waiting: dict[str, str] = {}
        self._box = QWidget(self)
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(0, 1)
        self.install(self._box)

    def set_rows(self, rows: Sequence[Choice]) -> None:
        """Show a row for each key, in order."""
        if [choice.code for choice in rows] == list(self.edits):
            return
        self._waiting |= self._typed()
        clear_layout(self._grid)
        self.edits = {}
        for at, row in enumerate(rows):
            words = label(row.label, wrap=True)
            edit = QLineEdit(self._waiting.get(row.code, ""))
            edit.setMaxLength(_LONGEST)
            edit.setFixedWidth(theme().px(_WIDTH))
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.setAccessibleName(row.label)
            edit.textEdited.connect(self.changed)
            words.setBuddy(edit)
            self._grid.addWidget(words, at, 0)
            self._grid.addWidget(edit, at, 1)
            self.edits[row.code] = edit
        if self.edits:
            self.point_at(next(iter(self.edits.values())))
            line_up(self._box, list(self.edits.values()))

    def value(self) -> dict[str, int | None]:
        return {key: _number(self.get_key(), text) for key, text in self._typed().items()}

    def set_value(self, value: Mapping[str, int | None] | None) -> None:
        self.set_raw({key: "" if number is None else str(number) for key, number in (value or {}).items()})

    def raw(self) -> dict[str, str]:
        return {key: text for key, text in self._typed().items() if text}

    def set_raw(self, raw: Mapping[str, str]) -> None:
        self._waiting = dict(raw)
        for key, edit in self.edits.items():
            edit.setText(self._waiting.get(key, ""))

    def _typed(self) -> dict[str, str]:
        return {key: edit.text().strip() for key, edit in self.edits.items()}

    def _name_control(self) -> None:
        """Keep the names of the rows: the label of the field stands above all of them."""
        names = {edit: edit.accessibleName() for edit in self.edits.values()}
        super()._name_control()
        for edit, name in names.items():
            edit.setAccessibleName(name)


def _number(field: str, text: str) -> int | None:
    """Return a whole number, with or without dots between the thousands; None for nothing."""
    bare = text.replace(".", "").replace(" ", "")
    if not bare:
        return None
    if not (bare.isascii() and bare.isdigit()):
        raise InvalidInput(field, "number", first=0, last="1.000.000.000")
    return int(bare)
