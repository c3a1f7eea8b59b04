# SPDX-License-Identifier: EUPL-1.2
"""The questions whether the person was told: when and how, or why not yet and when again; and a form of just these."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_informed_form import Ui_InformedForm
from casus.gui.labels import choices
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import SegmentedChoice
from casus.gui.widgets.date_fields import DateField
from casus.gui.widgets.text_fields import TextArea
from casus.services import cases, informing, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.informing import POSTPONED
from casus.services.intake_inputs import InformedInput
from casus.services.naming import person_name
from casus.services.records import Case

_TOLD = ("conversation", "letter", "via_representative")


class InformedFields(Protocol):
    """A form that asks these questions."""

    informedHowField: SegmentedChoice
    informedOnField: DateField
    informedNoteField: TextArea
    informedAgainField: DateField


def offer_not_yet(ui: InformedFields, words: str) -> None:
    """Let the question be answered with "not yet" too."""
    ui.informedHowField.set_choices([Choice("", words), *choices("informed_how")])
    ui.informedHowField.set_value("")


def show_informed(ui: InformedFields, case: Case, again_on: date | None) -> None:
    """Show what is known."""
    ui.informedHowField.set_value(case.informed_how or "")
    ui.informedOnField.set_value(case.informed_on)
    ui.informedNoteField.set_value(case.informed_note)
    ui.informedAgainField.set_value(again_on)


def arrange_informed(ui: InformedFields) -> None:
    """Ask the day when the person was told; the reason and a day to try again when that is put off."""
    how = ui.informedHowField.value()
    ui.informedOnField.setVisible(how in _TOLD)
    ui.informedNoteField.setVisible(how == POSTPONED)
    ui.informedAgainField.setVisible(how == POSTPONED)


def informed_input(values: dict[str, Any]) -> InformedInput:
    """Take these answers out of what a form holds."""
    how = values.pop("informed_how") or None
    on, note = values.pop("informed_on"), values.pop("informed_note") or None
    again_on = values.pop("informed_again_on")
    postponed = how == POSTPONED
    return InformedInput(
        how, on if how in _TOLD else None, note if postponed else None, again_on if postponed else None
    )


@dataclass(frozen=True)
class _Found:
    case: Case
    name: str
    again_on: date | None


class InformedPanel(RecordPanel):
    """Write down that the person was told of the case, or why not yet."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_InformedForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("InformedPanel", "Persoon informeren"),
            translate("InformedPanel", "Opslaan"),
            f"informed:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Found:
        """Return what is known."""
        case = cases.get_case(self.desk, self._case_id)
        name = person_name(persons.get_person(self.desk, case.person_id))
        return _Found(case, name, informing.again_on(self.desk, self._case_id))

    def fill(self, found: _Found) -> None:
        """Show it."""
        self._version = found.case.version
        self.set_subtitle(found.name)
        show_informed(self.ui, found.case, found.again_on)

    def about(self) -> tuple[str, str] | None:
        """The case."""
        return "cases", self._case_id

    def arrange(self) -> None:
        """Ask what belongs to the answer."""
        arrange_informed(self.ui)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        given, version = informed_input(filled(values)), self._version
        return lambda: informing.inform_person(self.desk, self._case_id, given, version=version)

    def stored(self, result: Done[Case]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Informeren vastgelegd"))
