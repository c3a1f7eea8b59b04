# SPDX-License-Identifier: EUPL-1.2
"""The end of the form: the next appointment with one key, or when to try again and why then."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

from PySide6.QtCore import QObject

from casus.domain.dates import add_months
from casus.domain.times import parse_time
from casus.errors import InvalidInput
from casus.gui.forms.ui_visit_form import Ui_VisitForm
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.text import label, show_if
from casus.services.inputs import AgreementInput
from casus.services.next_attempt import AFTERNOON, EVENING, MORNING, NextAttempt

_SHORT = 8
"""Letters of a kind of contact that must fit beside day and time."""
Ask = Callable[[date, str | None, Callable[[NextAttempt], None]], None]
"""Asks the vault when to try again after an attempt on a day and time, and hands the answer on."""


class NextPart(QObject):
    """Fills the fields for what comes next; what was typed there is never written over."""

    def __init__(self, ui: Ui_VisitForm, ask: Ask, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._ask, self._today = ui, ask, today
        self._proposed: tuple[str, str] | None = None
        self._other_way = False
        self.why = label(tone="muted", wrap=True)
        ui.fields.insertWidget(ui.fields.indexOf(ui.insteadField), self.why)
        self.why.hide()
        ui.nextPickField.set_choices(
            [
                Choice("1w", self.tr("+1 week, zelfde tijd")),
                Choice("2w", self.tr("+2 weken")),
                Choice("1m", self.tr("+1 maand")),
            ]
        )
        ui.insteadField.set_choices(
            [
                Choice("letter", self.tr("Brief sturen")),
                Choice("place", self.tr("Ergens anders afspreken")),
                Choice("partner", self.tr("Overleggen met een partner")),
            ]
        )
        ui.nextKindField.combo.setMinimumContentsLength(_SHORT)
        ui.nextPickField.changed.connect(self._pick)
        ui.nextDateField.changed.connect(lambda: ui.nextPickField.set_value(""))

    def show_for(self, *, reached: bool) -> None:
        """Show what belongs to a contact that reached the person, or to one that did not."""
        ui = self._ui
        ui.nextPickField.setVisible(reached)
        show_if(self.why, not reached and bool(self.why.text()))
        if reached:
            self.why.hide()
        ui.insteadField.setVisible(not reached and self._other_way)
        ui.nextDateField.set_label(self.tr("Dag") if reached else self.tr("Volgende poging"))

    def reached_again(self) -> None:
        """Take the proposal for another attempt back, when it still stands as it was made."""
        if self._untouched():
            self._ui.nextDateField.set_value(None)
            self._ui.nextTimeField.set_value(None)
        self._proposed = None

    def propose(self) -> None:
        """Ask when to try again, unless a day was typed already."""
        if not self._untouched():
            return
        self._ask(self._day(), self._time_text(), self._show)

    def agreements(self, next_on: date | None) -> tuple[AgreementInput, ...]:
        """Return what is tried instead, as agreements of the worker."""
        field = self._ui.insteadField
        if not self._other_way or field.isHidden():
            return ()
        words = field.offered()
        return tuple(AgreementInput(words[code], None, next_on) for code in field.value())

    def _show(self, found: NextAttempt) -> None:
        if self._ui.reachedField.value() == "yes" or not self._untouched():
            return
        ui = self._ui
        ui.nextDateField.set_value(found.on)
        ui.nextTimeField.set_value(parse_time(found.at_time))
        self._proposed = (ui.nextDateField.raw(), ui.nextTimeField.raw())
        ui.nextPickField.set_value("")
        self._other_way = found.other_way
        self.why.setText(self._reason(found))
        self.show_for(reached=False)

    def _reason(self, found: NextAttempt) -> str:
        tried = self._listed([self._part(part) for part in found.parts])
        when = self._part(found.part)
        if found.other_way:
            return self.tr(
                "Dit is de {0}e keer op rij zonder contact. Misschien werkt iets anders beter dan nog een bezoek."
            ).format(found.failed)
        if not tried:
            return self.tr("Voorstel: een andere dag van de week, {0}.").format(when)
        if found.failed == 1:
            return self.tr("Deze keer was {0}. Voorstel: een andere dag, {1}.").format(tried, when)
        return self.tr("De vorige {0} keer was {1}. Voorstel: een andere dag, {2}.").format(
            found.failed, tried, when
        )

    def _listed(self, words: list[str]) -> str:
        *first, last = words or [""]
        return self.tr("{0} en {1}").format(", ".join(first), last) if first else last

    def _part(self, part: str) -> str:
        return {
            MORNING: self.tr("'s ochtends"),
            AFTERNOON: self.tr("'s middags"),
            EVENING: self.tr("'s avonds"),
        }[part]

    def _untouched(self) -> bool:
        raw = (self._ui.nextDateField.raw(), self._ui.nextTimeField.raw())
        return raw in (("", ""), self._proposed)

    def _pick(self) -> None:
        """Fill day and time from the choice: counted from the day of the contact, at the same time."""
        ui, code, day = self._ui, self._ui.nextPickField.value(), self._day()
        weeks = {"1w": 1, "2w": 2}.get(code)
        ui.nextDateField.set_value(day + timedelta(weeks=weeks) if weeks else add_months(day, 1))
        ui.nextTimeField.set_value(self._time())
        self._proposed = (ui.nextDateField.raw(), ui.nextTimeField.raw())
        ui.nextDateField.set_error("")

    def _day(self) -> date:
        found = _read(self._ui.dateField)
        return found if isinstance(found, date) else self._today()

    def _time(self) -> time | None:
        found = _read(self._ui.timeField)
        return found if isinstance(found, time) else None

    def _time_text(self) -> str | None:
        moment = self._time()
        return moment.strftime("%H:%M") if moment else None


def _read(field: Any) -> Any:
    """Return what a field holds, None while it cannot be read."""
    try:
        return field.value()
    except InvalidInput:
        return None
