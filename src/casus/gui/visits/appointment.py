# SPDX-License-Identifier: EUPL-1.2
"""The form of an appointment: to plan one, or to move one that was planned."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.times import parse_time
from casus.gui.drafts import Payload
from casus.gui.forms.ui_appointment_form import Ui_AppointmentForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.services import appointments, facilities, tasks
from casus.services.changes import Done
from casus.services.contact_help import Subject, subject_of
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput
from casus.services.records import Appointment, Facility

NEW = "new"
_PRISON = "prison_visit"


@dataclass(frozen=True)
class _Found:
    facilities: list[Facility]
    subject: Subject | None
    planned: Appointment | None


class AppointmentPanel(RecordPanel):
    """Plan a contact; `about` is the id of a person or case, NEW for someone chosen in the form.

    With `appointment_id` that appointment is moved, or cancelled.
    """

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        about: str = NEW,
        appointment_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_AppointmentForm()
        self.ui.setupUi(content)
        self._about, self._appointment_id = about, appointment_id
        self._subject: Subject | None = None
        translate = QCoreApplication.translate
        title = translate("AppointmentPanel", "Afspraak maken")
        save = translate("AppointmentPanel", "Afspraak opslaan")
        if appointment_id:
            title = translate("AppointmentPanel", "Afspraak verzetten")
        key = ":".join(part for part in ("appointment", about, appointment_id) if part)
        super().__init__(shell, desk, content, PanelSpec(title, save, key), draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)
        if appointment_id:
            self.cancel = button(translate("AppointmentPanel", "Afspraak annuleren"), self._cancel)
            self.add_action(self.cancel)

    def fetch(self) -> _Found:
        """Return whom it is with, what was planned, and the prisons."""
        desk, planned = self.desk, None
        about = "" if self._about == NEW else self._about
        if self._appointment_id:
            planned = appointments.get_appointment(desk, self._appointment_id)
            about = planned.case_id or planned.person_id or ""
        return _Found(facilities.facilities(desk), subject_of(desk, about) if about else None, planned)

    def fill(self, found: _Found) -> None:
        """Begin with a home visit, or with what was planned."""
        ui, self._subject = self.ui, found.subject
        ui.facilityField.set_choices(
            [Choice("", self.tr("Geen"))] + [Choice(one.id, one.name) for one in found.facilities]
        )
        ui.personField.setVisible(found.subject is None and found.planned is None)
        if found.subject is not None:
            self.set_subtitle(found.subject.name)
            ui.personField.show_person(found.subject.person_id, found.subject.name)
        planned = found.planned
        ui.kindField.set_value(planned.kind if planned else self._usual())
        if planned is not None:
            self._version = planned.version
            ui.onField.set_value(planned.on)
            ui.timeField.set_value(parse_time(planned.at_time) if planned.at_time else None)
            ui.placeField.set_value(planned.place or "")
            ui.facilityField.set_value(planned.facility_id or "")
            ui.noteField.set_value(planned.note)

    def about(self) -> tuple[str, str] | None:
        """The appointment, when one is moved."""
        return ("appointments", self._appointment_id) if self._appointment_id else None

    def arrange(self) -> None:
        """Ask for the prison where it is in one."""
        inside = self.ui.kindField.value() in (_PRISON, "consulting_hour")
        self.ui.facilityField.setVisible(inside)
        self.ui.placeField.setVisible(not inside)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what plans or moves it."""
        given = filled(values)
        moment = given["at_time"]
        given["at_time"] = moment.strftime("%H:%M") if moment else None
        inside = given["kind"] in (_PRISON, "consulting_hour")
        given["place" if inside else "facility_id"] = None
        subject = self._subject
        if subject is not None:
            given["person_id"], given["case_id"] = subject.person_id, subject.case_id
        data = AppointmentInput(**given)
        desk, appointment_id, version = self.desk, self._appointment_id, self._version
        if appointment_id:
            return lambda: appointments.update_appointment(desk, appointment_id, version, data)
        return lambda: tasks.add_appointment(desk, data)

    def stored(self, result: Done[Appointment]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        moved = bool(self._appointment_id)
        self.shell.announce(self.tr("Afspraak verzet") if moved else self.tr("Afspraak gemaakt"))

    def _usual(self) -> str:
        return _PRISON if self.desk.role == "rio" else "home_visit"

    def _cancel(self) -> None:
        desk, appointment_id = self.desk, self._appointment_id
        self.set_busy(True)
        self.shell.tasks.run(
            lambda: tasks.cancel_appointment(desk, appointment_id),
            owner=self,
            done=self._cancelled,
            failed=self._failed,
        )

    def _cancelled(self, result: Done[Appointment]) -> None:
        self.throw_away()
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Afspraak geannuleerd"))
