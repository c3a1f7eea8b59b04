# SPDX-License-Identifier: EUPL-1.2
"""A field of many numbers: one row per figure of a published table; what was not named stays empty."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from casus.errors import InvalidInput
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label

_WIDTH, _LONGEST = 110, 20


class CellsField(Field):
    """Numbers by key; rows come with `set_rows`, and what was typed at a key stays while it is there.

    Rows are used again and never taken away, so that Tab keeps its order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edits: dict[str, QLineEdit] = {}
        self._typed_before: dict[str, str] = {}
        self._rows: list[tuple[QLabel, QLineEdit]] = []
        self._box = QWidget(self)
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme().px(8))
        self._grid.setColumnStretch(0, 1)
        self._add_row()
        self.install(self._box, focus=self._rows[0][1])

    def set_rows(self, rows: Sequence[Choice]) -> None:
        """Show a row for each key, in order."""
        if [choice.code for choice in rows] == list(self.edits):
            return
        self._typed_before |= self._typed()
        while len(self._rows) < len(rows):
            self._add_row()
        self.edits = {}
        for (words, edit), row in zip(self._rows, rows, strict=False):
            words.setText(row.label)
            edit.setText(self._typed_before.get(row.code, ""))
            edit.setAccessibleName(row.label)
            self.edits[row.code] = edit
        for place, parts in enumerate(self._rows):
            for part in parts:
                part.setVisible(place < len(rows))

    def _add_row(self) -> None:
        words, edit = label(wrap=True), QLineEdit()
        edit.setMaxLength(_LONGEST)
        fix_width(edit, _WIDTH)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.textEdited.connect(self.changed)
        words.setBuddy(edit)
        self._rows.append((words, edit))
        self._grid.addWidget(words, len(self._rows), 0)
        self._grid.addWidget(edit, len(self._rows), 1)
        line_up(self._box, [edit for _, edit in self._rows])

    def value(self) -> dict[str, int | None]:
        return {key: _number(self.get_key(), text) for key, text in self._typed().items()}

    def set_value(self, value: Mapping[str, int | None] | None) -> None:
        self.set_raw({key: "" if number is None else str(number) for key, number in (value or {}).items()})

    def raw(self) -> dict[str, str]:
        return {key: text for key, text in self._typed().items() if text}

    def set_raw(self, raw: Mapping[str, str]) -> None:
        self._typed_before = dict(raw)
        for key, edit in self.edits.items():
            edit.setText(self._typed_before.get(key, ""))

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
