# SPDX-License-Identifier: EUPL-1.2
"""The form for an application for an identity document, with the day of each step."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_id_application_form import Ui_IdApplicationForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import cases, id_applications, persons
from casus.services.changes import Done
from casus.services.custody_inputs import IdApplicationInput
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import IdApplication


class IdApplicationPanel(RecordPanel):
    """Begin an application, or change `application_id`."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        case_id: str,
        application_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_IdApplicationForm()
        self.ui.setupUi(content)
        self._case_id, self._application_id = case_id, application_id
        self._version = 0
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("IdApplicationPanel", "ID-bewijs aanvragen"),
            translate("IdApplicationPanel", "Aanvraag opslaan"),
            f"id_application:{case_id}:{application_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("id_applications", self._application_id) if self._application_id else None

    def fetch(self) -> tuple[str, IdApplication | None]:
        """Return for whom it is, and the application to change."""
        case = cases.get_case(self.desk, self._case_id)
        about = self._application_id
        record = id_applications.get_id_application(self.desk, about) if about else None
        return person_name(persons.get_person(self.desk, case.person_id)), record

    def fill(self, found: tuple[str, IdApplication | None]) -> None:
        """Begin with what is known; mostly it is an identity card."""
        name, record = found
        self.set_subtitle(name)
        if record is None:
            self.ui.documentField.set_value(self.tr("Identiteitskaart"))
            return
        self._version = record.version
        for key, field in self.form.fields.items():
            field.set_value(getattr(record, key))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the application."""
        data = IdApplicationInput(self._case_id, **filled(values))
        if self._application_id:
            about, version = self._application_id, self._version
            return lambda: id_applications.update_id_application(self.desk, about, version, data)
        return lambda: id_applications.open_id_application(self.desk, data)

    def stored(self, result: Done[IdApplication]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Aanvraag opgeslagen"))
