# SPDX-License-Identifier: EUPL-1.2
"""The form that records a request of a person about their data."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_request_form import Ui_RequestForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import persons, requests
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import AccessRequest
from casus.services.requests import AccessRequestInput

FORM, NEW = "request", "new"


class RequestPanel(RecordPanel):
    """Record a request of `person_id`, or of someone chosen (NEW), in a case or in none."""

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
        self.ui = Ui_RequestForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RequestPanel", "Verzoek van betrokkene"),
            translate("RequestPanel", "Verzoek vastleggen"),
            f"{FORM}:{person_id}:{case_id}".rstrip(":"),
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)

    def fetch(self) -> str:
        """Return the name of whom it is about, when that is known."""
        return person_name(persons.get_person(self.desk, self._person_id)) if self._person_id else ""

    def fill(self, found: str) -> None:
        """Begin with access, asked today."""
        self.set_subtitle(found)
        self.ui.personField.setVisible(not self._person_id)
        self.ui.kindField.set_value("access")
        self.ui.receivedField.set_value(self.desk.today())
        self.ui.capacityField.set_value("legal")

    def arrange(self) -> None:
        """Ask who asks only when it is someone else; a mandate needs a name."""
        ui, via = self.ui, self.ui.viaField.value()
        ui.capacityField.setVisible(via)
        ui.requesterField.setVisible(via)
        ui.requesterField.set_optional(ui.capacityField.value() != "mandated")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        given = filled(values)
        if not given["via_representative"]:
            given["capacity"] = given["requester"] = None
        given["person_id"] = self._person_id or given["person_id"]
        data = AccessRequestInput(**given, case_id=self._case_id or None)
        return lambda: requests.receive_access_request(self.desk, data)

    def stored(self, result: Done[AccessRequest]) -> None:
        """Tell by when it must be answered."""
        self.shell.emit_changed(result.changes, self)
        day = day_month(result.value.due_on, self.desk.today())
        self.shell.announce(self.tr("Verzoek vastgelegd: antwoord uiterlijk {0}").format(day))
