# SPDX-License-Identifier: EUPL-1.2
"""Chooses a released figure, and the words it stands in, to put into a text; or a figure of others with its source."""

from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.errors import InvalidInput
from casus.gui.error_text import field_error
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.date_fields import DateField
from casus.gui.widgets.text_fields import TextField
from casus.services import composing
from casus.services.composing import FigureChoice, OpenReport

F = TypeVar("F", ChoiceField, TextField, DateField)


class FigurePicker(QWidget):
    """A figure by its words and value, then the form it takes in the sentence.

    Signals:
        picked: the text to put in.
    """

    picked = Signal(str)

    def __init__(self, report: OpenReport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report, self._language = report, report.document.language
        self.figure = _field(ChoiceField(self), "figure", self.tr("Cijfer uit de vrijgave"))
        self.form = _field(ChoiceField(self), "form", self.tr("Hoe staat het er?"))
        found = composing.figures(report.release, self._language)
        context = [
            Choice(one.placeholder, self.tr("Van elders: {0}").format(_words(one))) for one in report.context
        ]
        self._context = {one.code: one.label for one in context}
        self.figure.set_choices([*(Choice(one.placeholder, _words(one)) for one in found), *context])
        if (edit := self.figure.combo.lineEdit()) is not None:
            edit.setPlaceholderText(self.tr("Typ om te zoeken"))
        self.figure.changed.connect(self._offer_forms)
        self.insert = button(self.tr("Voeg cijfer in"), self._insert, icon="plus")
        self.other = button(self.tr("Cijfer van elders…"), self._toggle, kind="quiet")
        self._elsewhere = _Elsewhere(self)
        self._elsewhere.hide()
        self._elsewhere.picked.connect(self.picked.emit)
        buttons = QHBoxLayout()
        buttons.addWidget(self.insert)
        buttons.addWidget(self.other)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        look = theme()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.figure)
        column.addWidget(self.form)
        column.addLayout(buttons)
        column.addWidget(self._elsewhere)
        self._offer_forms()

    def set_inset(self, pixels: int) -> None:
        """Stay so far from both sides, and a little from what is above and below."""
        edge = theme().px(8) if pixels else 0
        column = self.layout()
        assert column is not None
        column.setContentsMargins(pixels, edge, pixels, edge)

    def _offer_forms(self) -> None:
        chosen = self.figure.value()
        if chosen in self._context:
            offered: tuple[tuple[str, str], ...] = ((chosen, self._context[chosen]),)
        else:
            offered = composing.forms(self._report.release, self._language, chosen) if chosen else ()
        self.form.set_choices([Choice(text, words) for text, words in offered])
        self.form.set_value(offered[0][0] if offered else None)
        self.form.setVisible(len(offered) > 1)
        self.insert.setEnabled(bool(offered))

    def _insert(self) -> None:
        if self.form.value():
            self.picked.emit(self.form.value())

    def _toggle(self) -> None:
        self._elsewhere.setVisible(not self._elsewhere.isVisible())
        if self._elsewhere.isVisible():
            self._elsewhere.value_field.take_focus()


class _Elsewhere(QWidget):
    """What others published: their figure, where it stands, and of which day it is."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.value_field = _field(TextField(self), "value", self.tr("Cijfer, zoals het daar staat"))
        self.source = _field(TextField(self), "source", self.tr("Bron"))
        self.on = _field(DateField(self), "on", self.tr("Van welke dag?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        for field in (self.value_field, self.source, self.on):
            column.addWidget(field)
        self.put = button(self.tr("Voeg in met bron"), self._put, icon="plus")
        row = QHBoxLayout()
        row.addWidget(self.put)
        row.addStretch(1)
        column.addLayout(row)

    def _put(self) -> None:
        wrong = False
        for field in (self.value_field, self.source, self.on):
            try:
                missing = not field.value()
            except InvalidInput as error:
                field.set_error(field_error(error))
                wrong = True
                continue
            field.set_error(field_error(InvalidInput(field.get_key(), "required")) if missing else "")
            wrong = wrong or missing
        on = None if wrong else self.on.value()
        if on is not None:
            value, source = str(self.value_field.value()), str(self.source.value())
            self.picked.emit(composing.elsewhere_text(value, source, on))


def _field(field: F, key: str, words: str) -> F:
    field.set_key(key)
    field.set_label(words)
    return field


def _words(one: FigureChoice) -> str:
    return f"{one.title}: {one.of} ({one.value})" if one.of else f"{one.title} ({one.value} {one.unit})"
