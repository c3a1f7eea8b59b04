# SPDX-License-Identifier: EUPL-1.2
"""The form that registers someone for a programme, or corrects what was recorded of one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_programme_form import Ui_ProgrammeForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import partners, persons, programmes
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import ProgrammeInput
from casus.services.naming import person_name
from casus.services.records import Partner, Person, Programme

NEW = "new"
_OTHER = ""
_ENDING = ("ended_on", "outcome", "stop_reason")


@dataclass(frozen=True)
class _Found:
    """Who offers programmes, whom it is about, and the programme that is corrected."""

    providers: list[Partner]
    person: Person | None
    programme: Programme | None


class ProgrammePanel(RecordPanel):
    """Register `person_id`, or someone chosen in the form (NEW), or correct `programme_id`."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str = NEW,
        case_id: str = "",
        programme_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_ProgrammeForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._case_id, self._programme_id = case_id, programme_id
        translate = QCoreApplication.translate
        title = translate("ProgrammePanel", "Aanmelden voor een traject")
        if programme_id:
            title = translate("ProgrammePanel", "Traject wijzigen")
        save = translate("ProgrammePanel", "Traject vastleggen")
        key = f"programme:{person_id}:{case_id}"
        spec = PanelSpec(title, save, f"{key}:{programme_id}" if programme_id else key)
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)

    def about(self) -> tuple[str, str] | None:
        """Return the programme that is corrected."""
        return ("programmes", self._programme_id) if self._programme_id else None

    def fetch(self) -> _Found:
        """Return who offers programmes, the person and the programme."""
        about = programmes.get_programme(self.desk, self._programme_id) if self._programme_id else None
        person_id = about.person_id if about else self._person_id
        person = persons.get_person(self.desk, person_id) if person_id else None
        return _Found(partners.partners(self.desk, kind="provider"), person, about)

    def fill(self, found: _Found) -> None:
        """Begin with today, or with what was recorded."""
        self.ui.personField.setVisible(found.person is None)
        if found.person is not None:
            self.set_subtitle(person_name(found.person))
            self.ui.personField.show_person(found.person.id, person_name(found.person))
        other = Choice(_OTHER, self.tr("Een andere aanbieder"))
        self.ui.providerField.set_choices([*(Choice(one.id, one.name) for one in found.providers), other])
        if found.programme is None:
            self.ui.kindField.set_value("work")
            self.ui.registeredOnField.set_value(self.desk.today())
            return
        self._version = found.programme.version
        for key, field in self.form.fields.items():
            if key != "person_id" and hasattr(found.programme, key):
                field.set_value(getattr(found.programme, key))
        self.ui.waitingField.set_value(found.programme.status == "waiting")

    def arrange(self) -> None:
        """Ask the name of a provider that is no partner; who started does not wait; the end asks what came of it."""
        ui = self.ui
        started, ended = bool(ui.startedOnField.raw()), bool(ui.endedOnField.raw())
        ui.providerNameField.setVisible(not ui.providerField.value())
        ui.waitingField.setVisible(not started)
        ui.endedOnField.setVisible(bool(self._programme_id) or ended)
        ui.outcomeField.setVisible(ended)
        ui.stopReasonField.setVisible(ended)
        ui.outcomeField.set_optional(bool(ui.stopReasonField.value()))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what registers or corrects the programme."""
        given = filled(values)
        given["hours_per_week"] = given["hours_per_week"] or None
        if given["provider_id"]:
            given["provider_name"] = None
        if given["ended_on"] is None:
            given |= dict.fromkeys(_ENDING)
        data = ProgrammeInput(**given, case_id=self._case_id or None)
        desk, about, version = self.desk, self._programme_id, self._version
        if about:
            return lambda: programmes.update_programme(desk, about, version, data)
        return lambda: programmes.register_programme(desk, data)

    def stored(self, result: Done[Programme]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Traject vastgelegd"))
