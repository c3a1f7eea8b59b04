# SPDX-License-Identifier: EUPL-1.2
"""The guided forms of the first phases: screening by the criteria, and the intake."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.ages import is_minor
from casus.gui.cases.informed import arrange_informed, informed_input, show_informed
from casus.gui.drafts import Payload
from casus.gui.forms.ui_intake_form import Ui_IntakeForm
from casus.gui.forms.ui_screening_form import Ui_ScreeningForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import cases, informing, intake, persons
from casus.services.changes import Done
from casus.services.contact_help import attendee_suggestions
from casus.services.desk import Desk
from casus.services.intake import MET, UNKNOWN
from casus.services.intake_inputs import IntakeInput, ScreeningInput
from casus.services.naming import person_name
from casus.services.records import Case, Person

INTAKE, REJECTED, REFERRED = "intake", "rejected", "referred"
_OTHER = "other"


@dataclass(frozen=True)
class _Asked:
    case: Case
    person: Person


class ScreeningPanel(RecordPanel):
    """Judge the criteria one by one and decide; `decision` is what was chosen beforehand."""

    def __init__(
        self, shell: Shell, desk: Desk, case_id: str, *, decision: str = "", draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ScreeningForm()
        self.ui.setupUi(content)
        self._case_id, self._decision, self._minor = case_id, decision, False
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ScreeningPanel", "Screening"),
            translate("ScreeningPanel", "Besluit vastleggen"),
            f"screening:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Asked:
        """Return the case and its person."""
        case = cases.get_case(self.desk, self._case_id)
        return _Asked(case, persons.get_person(self.desk, case.person_id))

    def fill(self, found: _Asked) -> None:
        """Begin with the criteria for which the case was opened as met, the rest not known."""
        ui, case = self.ui, found.case
        self._version = case.version
        born = found.person.birth_date
        self._minor = born is not None and is_minor(born, self.desk.today())
        self.set_subtitle(person_name(found.person))
        ui.onField.set_value(self.desk.today())
        ui.criteriaField.set_value(dict.fromkeys(case.inclusion_reasons, MET))
        ui.noteField.set_value(case.inclusion_note)
        ui.decisionField.set_choices(
            [
                Choice(INTAKE, self.tr("Aannemen: naar intake")),
                Choice(REJECTED, self.tr("Afwijzen")),
                Choice(REFERRED, self.tr("Doorverwijzen")),
            ]
        )
        ui.decisionField.set_value(self._decision)

    def arrange(self) -> None:
        """Ask words for a minor and for "other"; a reason for whoever is not accepted."""
        ui, decision = self.ui, self.ui.decisionField.value()
        other = ui.criteriaField.value().get(_OTHER, UNKNOWN) == MET
        ui.noteField.set_optional(not other and not (self._minor and decision in ("", INTAKE)))
        ui.noteField.set_label(
            self.tr("Waarom is dit nodig voor een minderjarige?") if self._minor else self.tr("Toelichting")
        )
        ui.reasonField.setVisible(decision in (REJECTED, REFERRED))
        ui.reasonField.set_label(
            self.tr("Naar wie, en waarom?") if decision == REFERRED else self.tr("Waarom niet?")
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the judgement."""
        given = filled(values)
        if given["decision"] == INTAKE:
            given["reason"] = None
        data, version = ScreeningInput(**given), self._version
        return lambda: intake.screen_case(self.desk, self._case_id, data, version=version)

    def stored(self, result: Done[Case]) -> None:
        """Tell what was decided."""
        self.shell.emit_changed(result.changes, self)
        words = {
            REJECTED: self.tr("Screening vastgelegd: afgewezen"),
            REFERRED: self.tr("Screening vastgelegd: doorverwezen"),
        }
        accepted = self.tr("Screening vastgelegd: de intake kan beginnen")
        self.shell.announce(words.get(result.value.phase, accepted))


@dataclass(frozen=True)
class _Met:
    case: Case
    name: str
    people: list[str]
    again_on: date | None


class IntakePanel(RecordPanel):
    """What the person wants, who is involved, whether they know, on what basis; then the plan begins."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_IntakeForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("IntakePanel", "Intake"),
            translate("IntakePanel", "Intake afronden"),
            f"intake:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Met:
        """Return the case, and who is known around it."""
        case = cases.get_case(self.desk, self._case_id)
        around = attendee_suggestions(self.desk, self._case_id)
        return _Met(
            case,
            around[0].name,
            [one.name for one in around[1:]],
            informing.again_on(self.desk, self._case_id),
        )

    def fill(self, found: _Met) -> None:
        """Begin with what is known."""
        ui, case = self.ui, found.case
        self._version = case.version
        self.set_subtitle(found.name)
        ui.onField.set_value(self.desk.today())
        ui.involvedField.set_choices([Choice(name, name) for name in dict.fromkeys(found.people)])
        show_informed(ui, case, found.again_on)
        ui.legalBasisField.set_value(case.legal_basis)
        ui.proportionalityField.set_value(case.proportionality)

    def arrange(self) -> None:
        """Ask what belongs to the answer about informing."""
        arrange_informed(self.ui)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the intake."""
        given = filled(values)
        informed = informed_input(given)
        given["involved"] = (*given["involved"], *self.ui.involvedField.free_entries())
        data, version = IntakeInput(informed=informed, **given), self._version
        return lambda: intake.finish_intake(self.desk, self._case_id, data, version=version)

    def stored(self, result: Done[Case]) -> None:
        """Tell what comes next."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Intake afgerond: schrijf nu het plan"))
