# SPDX-License-Identifier: EUPL-1.2
"""The form that opens a case: for whom, under which approach, why, and on what basis."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.ages import is_minor
from casus.errors import CasusError, InvalidForm, NotAllowed
from casus.gui.drafts import Payload
from casus.gui.error_text import sentence
from casus.gui.forms.ui_case_form import Ui_CaseForm
from casus.gui.labels import choices
from casus.gui.panels import PanelSpec
from casus.gui.persons.form import PersonPanel
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import cases, partners, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import CaseInput
from casus.services.naming import person_name
from casus.services.records import Case, Partner, Person

NEW = "new"
_OTHER = "other"
_TOLD = ("conversation", "letter", "via_representative")


@dataclass(frozen=True)
class _Found:
    """What the form offers, and the person it is for when that is known."""

    partners: list[Partner]
    person: Person | None


class CasePanel(RecordPanel):
    """Open a case for `person_id`, or for someone chosen in the form (NEW)."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str = NEW, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_CaseForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._born: dict[str, Any] = {}
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("CasePanel", "Casus openen"),
            translate("CasePanel", "Casus openen"),
            f"case:{person_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)
        self.ui.personField.offer_new(self._new_person)
        self.ui.personField.changed.connect(self._person_changed)

    def fetch(self) -> _Found:
        """Return partners, and the person."""
        person = persons.get_person(self.desk, self._person_id) if self._person_id else None
        return _Found(partners.partners(self.desk), person)

    def fill(self, found: _Found) -> None:
        """Begin with today, the approach of the role, and the municipality's own task as basis."""
        ui = self.ui
        ui.personField.setVisible(found.person is None)
        if found.person is not None:
            self.set_subtitle(person_name(found.person))
            ui.personField.show_person(found.person.id, person_name(found.person))
            self._born[found.person.id] = found.person.birth_date
        ui.referringField.set_choices([Choice(one.id, one.name) for one in found.partners])
        not_yet = Choice("", self.tr("Nog niet"))
        ui.informedHowField.set_choices([not_yet, *choices("informed_how")])
        ui.informedHowField.set_value("")
        ui.approachField.set_value("rio" if self.desk.role == "rio" else "top_x")
        ui.openedOnField.set_value(self.desk.today())
        ui.legalBasisField.set_value("public_task")
        ui.priorityField.set_value("normal")

    def arrange(self) -> None:
        """Ask for words where a choice, or a young age, needs them."""
        ui, how = self.ui, self.ui.informedHowField.value()
        ui.informedOnField.setVisible(how in _TOLD)
        ui.informedOnField.set_optional(how not in _TOLD)
        ui.informedNoteField.setVisible(how == "postponed")
        minor = self._minor()
        ui.inclusionNoteField.set_optional(not minor and _OTHER not in ui.reasonsField.value())
        ui.inclusionNoteField.set_label(
            self.tr("Waarom is dit nodig voor een minderjarige?") if minor else self.tr("Toelichting")
        )
        ui.proportionalityField.set_optional(ui.legalBasisField.value() != _OTHER)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what opens the case."""
        given = CaseInput(**filled(values))
        return lambda: cases.open_case(self.desk, given)

    def stored(self, result: Done[Case]) -> None:
        """Tell, and show the new dossier."""
        self.shell.emit_changed(result.changes, self)
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
