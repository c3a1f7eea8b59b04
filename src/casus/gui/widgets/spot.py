# SPDX-License-Identifier: EUPL-1.2
"""Where in a form the keyboard is: field, part of it and cursor, so that one can go on there after a lock."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from casus.gui.widgets.field import Field
from casus.gui.widgets.form import Form
from casus.gui.widgets.refilling import appear, stops_in


@dataclass(frozen=True, slots=True)
class Spot:
    """A field by its key, which of its boxes has the keyboard, and after how many characters."""

    field: str
    part: int = 0
    cursor: int = 0

    def plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it."""
        return asdict(self)


def read(plain: object) -> Spot | None:
    """Return what `plain` made; None for anything else."""
    if not isinstance(plain, Mapping) or not plain.get("field"):
        return None
    part, cursor = plain.get("part"), plain.get("cursor")
    return Spot(
        str(plain["field"]),
        part if isinstance(part, int) else 0,
        cursor if isinstance(cursor, int) else 0,
    )


def spot_here() -> Spot | None:
    """Return where the keyboard is now, when that is in a field."""
    focus = QApplication.focusWidget()
    here: QWidget | None = focus
    while here is not None and not isinstance(here, Field):
        here = here.parentWidget()
    if here is None or focus is None:
        return None
    boxes = stops_in(here)
    part = boxes.index(focus) if focus in boxes else 0
    return Spot(here.get_key(), part, _cursor(focus))


def go_to(form: Form, spot: Spot) -> bool:
    """Put the keyboard there and bring it into view; False when the form has no such field to see any more."""
    field = form.fields.get(spot.field)
    if field is None or not field.isVisible():
        return False
    form.reveal(field)
    boxes = stops_in(field)
    if spot.part < len(boxes):
        box = boxes[spot.part]
        appear(box, field)
        box.setFocus()
        _set_cursor(box, spot.cursor)
    return True


def _edit(box: QWidget) -> QWidget | None:
    return box.lineEdit() if isinstance(box, QComboBox) else box


def _cursor(box: QWidget) -> int:
    edit = _edit(box)
    if isinstance(edit, QLineEdit):
        return edit.cursorPosition()
    return edit.textCursor().position() if isinstance(edit, QPlainTextEdit) else 0


def _set_cursor(box: QWidget, at: int) -> None:
    edit = _edit(box)
    if isinstance(edit, QLineEdit):
        edit.setCursorPosition(at)
    elif isinstance(edit, QPlainTextEdit):
        cursor = edit.textCursor()
        cursor.setPosition(min(at, edit.document().characterCount() - 1))
        edit.setTextCursor(cursor)
