# SPDX-License-Identifier: EUPL-1.2
"""The form that registers someone for a programme."""

from collections.abc import Callable
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


class ProgrammePanel(RecordPanel):
    """Register `person_id`, or someone chosen in the form (NEW), for a programme."""

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
        self.ui = Ui_ProgrammeForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ProgrammePanel", "Aanmelden voor een traject"),
            translate("ProgrammePanel", "Traject vastleggen"),
            f"programme:{person_id}:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)

    def fetch(self) -> tuple[list[Partner], Person | None]:
        """Return who offers programmes, and the person."""
        person = persons.get_person(self.desk, self._person_id) if self._person_id else None
        return partners.partners(self.desk, kind="provider"), person

    def fill(self, found: tuple[list[Partner], Person | None]) -> None:
        """Begin with today."""
        providers, person = found
        self.ui.personField.setVisible(person is None)
        if person is not None:
            self.set_subtitle(person_name(person))
            self.ui.personField.show_person(person.id, person_name(person))
        other = Choice(_OTHER, self.tr("Een andere aanbieder"))
        self.ui.providerField.set_choices([*(Choice(one.id, one.name) for one in providers), other])
        self.ui.kindField.set_value("work")
        self.ui.registeredOnField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Ask the name of a provider that is no partner; who started does not wait."""
        self.ui.providerField.set_optional(True)
        self.ui.providerNameField.setVisible(not self.ui.providerField.value())
        self.ui.waitingField.setVisible(not self.ui.startedOnField.raw())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what registers the programme."""
        given = filled(values)
        given["hours_per_week"] = given["hours_per_week"] or None
        if given["provider_id"]:
            given["provider_name"] = None
        data = ProgrammeInput(**given, case_id=self._case_id or None)
        return lambda: programmes.register_programme(self.desk, data)

    def stored(self, result: Done[Programme]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Traject vastgelegd"))
