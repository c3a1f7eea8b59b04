# SPDX-License-Identifier: EUPL-1.2
"""The parts of the forms that merge and take apart: a title, a choice made by the program, the reason."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import SegmentedChoice
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import TextArea


def column_of(content: QWidget) -> QVBoxLayout:
    """Return the column in which a form is laid out."""
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme().px(16))
    return column


def choice(key: str, name: str, choices: Sequence[Choice], begin: str = "") -> SegmentedChoice:
    """Return a field with a few options side by side; without `begin` nothing is chosen."""
    field = SegmentedChoice()
    field.set_key(key)
    field.set_label(name)
    field.set_choices(choices)
    field.set_value(begin)
    return field


def reason(name: str, why: str) -> TextArea:
    """Return the field for the reason."""
    field = TextArea()
    field.set_key("reason")
    field.set_label(name)
    field.set_help(why)
    field.set_rows(3)
    return field


def in_order(box: QWidget, first: Sequence[QWidget], fields: Sequence[Field]) -> None:
    """Let Tab go through the buttons and choices in a box that were made after the form, in the order of the eye."""
    chosen = [one for field in fields if isinstance(field, SegmentedChoice) for one in field.bar.buttons()]
    line_up(box, [*first, *chosen])


def said(words: str, tone: str = "muted") -> QWidget:
    """Return a line of words."""
    return label(words, tone=tone, wrap=True)


def heading(words: str) -> QWidget:
    """Return the name of a part of the form."""
    return label(words, "strong", wrap=True)
