# SPDX-License-Identifier: EUPL-1.2
"""The form that opens a case: for whom, under which approach, why, and on what basis."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.ages import is_minor
from casus.errors import CasusError, InvalidForm, NotAllowed
from casus.gui.cases.informed import arrange_informed, informed_input, offer_not_yet, show_informed
from casus.gui.drafts import Payload
from casus.gui.error_text import sentence
from casus.gui.forms.ui_case_form import Ui_CaseForm
from casus.gui.panels import PanelSpec
from casus.gui.persons.form import PersonPanel
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import case_basis, cases, informing, partners, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import CaseInput
from casus.services.naming import person_name
from casus.services.records import Case, Partner, Person

NEW = "new"
_OTHER = "other"


@dataclass(frozen=True)
class _Found:
    """What the form offers, the person it is for when that is known, and the case that is changed."""

    partners: list[Partner]
    person: Person | None
    case: Case | None = None
    again_on: date | None = None


class CasePanel(RecordPanel):
    """Open a case for `person_id`, or for someone chosen in the form (NEW); with `case_id` change what it rests on."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str = NEW,
        case_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_CaseForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._case_id = case_id
        self._born: dict[str, Any] = {}
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CasePanel", "Casus openen"),
            translate("CasePanel", "Casus openen"),
            f"case:{person_id}",
        )
        if case_id:
            spec = PanelSpec(
                translate("CasePanel", "Grondslag en criteria"),
                translate("CasePanel", "Wijziging opslaan"),
                f"case_edit:{case_id}",
            )
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)
        self.ui.personField.offer_new(self._new_person)
        self.ui.personField.changed.connect(self._person_changed)

    def fetch(self) -> _Found:
        """Return partners, and the person."""
        desk, case = self.desk, None
        if self._case_id:
            case = cases.get_case(desk, self._case_id)
            self._person_id = case.person_id
        person = persons.get_person(desk, self._person_id) if self._person_id else None
        again_on = informing.again_on(desk, self._case_id) if case else None
        return _Found(partners.partners(desk), person, case, again_on)

    def fill(self, found: _Found) -> None:
        """Begin with today, the approach of the role, and the municipality's own task as basis."""
        ui = self.ui
        ui.personField.setVisible(found.person is None)
        if found.person is not None:
            self.set_subtitle(person_name(found.person))
            ui.personField.show_person(found.person.id, person_name(found.person))
            self._born[found.person.id] = found.person.birth_date
        ui.referringField.set_choices([Choice(one.id, one.name) for one in found.partners])
        offer_not_yet(ui, self.tr("Nog niet"))
        ui.approachField.set_value("rio" if self.desk.role == "rio" else "top_x")
        ui.openedOnField.set_value(self.desk.today())
        ui.legalBasisField.set_value("public_task")
        ui.priorityField.set_value("normal")
        if found.case is not None:
            self._show_case(found.case, found.again_on)

    def about(self) -> tuple[str, str] | None:
        """The case, when one is changed."""
        return ("cases", self._case_id) if self._case_id else None

    def _show_case(self, case: Case, again_on: date | None) -> None:
        """Show what the case rests on; person, approach and first day stay as they are."""
        ui = self.ui
        self._version = case.version
        ui.approachField.set_value(case.approach)
        ui.openedOnField.set_value(case.opened_on)
        ui.reasonsField.set_value(case.inclusion_reasons)
        ui.inclusionNoteField.set_value(case.inclusion_note)
        ui.legalBasisField.set_value(case.legal_basis)
        ui.proportionalityField.set_value(case.proportionality)
        ui.referringField.set_value(case.referring_partner_id)
        ui.referrerField.set_value(case.referrer)
        ui.referralWayField.set_value(case.referral_way)
        ui.priorityField.set_value(case.priority)
        show_informed(ui, case, again_on)
        for fixed in (ui.approachField, ui.openedOnField):
            fixed.hide()

    def arrange(self) -> None:
        """Ask for words where a choice, or a young age, needs them."""
        ui = self.ui
        arrange_informed(ui)
        minor = self._minor()
        ui.inclusionNoteField.set_optional(not minor and _OTHER not in ui.reasonsField.value())
        ui.inclusionNoteField.set_label(
            self.tr("Waarom is dit nodig voor een minderjarige?") if minor else self.tr("Toelichting")
        )
        ui.proportionalityField.set_optional(ui.legalBasisField.value() != _OTHER)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what opens the case."""
        given = filled(values)
        told = informed_input(given)
        data = CaseInput(**given, informed_how=told.how, informed_on=told.on, informed_note=told.note)
        desk, case_id, version = self.desk, self._case_id, self._version
        if case_id:
            return lambda: case_basis.update_case(desk, case_id, version, data, inform_on=told.again_on)
        return lambda: cases.open_case(desk, data, inform_on=told.again_on)

    def stored(self, result: Done[Case]) -> None:
        """Tell, and show the new dossier."""
        self.shell.emit_changed(result.changes, self)
        if self._case_id:
            self.shell.announce(self.tr("Grondslag en criteria gewijzigd"))
            return
        self.shell.announce(self.tr("Casus geopend"))
        self.shell.open("dossier", f"case:{result.value.id}")

    def failed(self, error: CasusError) -> bool:
        """Bring what is missing of the person, or does not fit the approach, to where it can be mended."""
        if isinstance(error, NotAllowed) and error.rule in (
            "too_young",
            "too_young_for_any",
            "case_open_already",
        ):
            field = self.ui.approachField
            field.set_error(sentence(error))
            field.take_focus()
            return True
        person_id = self.ui.personField.raw()["id"]
        missing = isinstance(error, InvalidForm) and any(one.field == "person_id" for one in error.errors)
        if not person_id or not missing:
            return False
        self.ui.personField.show()
        self.form.take(error)
        if self._born.get(person_id) is None:
            words = self.tr("De geboortedatum is nodig voor deze aanpak. Vul die eerst in bij de persoon.")
        else:
            words = self.tr("Onder de 16 is een wettelijk vertegenwoordiger nodig. Leg die eerst vast.")
        self.ui.personField.set_error(words)
        return True

    def _minor(self) -> bool:
        person_id = self.ui.personField.raw()["id"]
        born = self._born.get(person_id)
        return born is not None and is_minor(born, self.desk.today())

    def _person_changed(self) -> None:
        """Learn the age of who was chosen: a minor needs words."""
        person_id = self.ui.personField.raw()["id"]
        if not person_id or person_id in self._born:
            return

        def learned(person: Person) -> None:
            self._born[person.id] = person.birth_date
            self.arrange()

        self.shell.tasks.run(lambda: persons.get_person(self.desk, person_id), owner=self, done=learned)

    def _new_person(self) -> None:
        """Put someone on file first; the case form comes back with them in it."""
        shell, desk = self.shell, self.desk
        shell.open_panel(
            PersonPanel(
                shell, desk, then=lambda person_id, _name: shell.open_panel(CasePanel(shell, desk, person_id))
            )
        )
