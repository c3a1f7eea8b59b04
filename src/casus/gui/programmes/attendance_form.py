# SPDX-License-Identifier: EUPL-1.2
"""The form for the attendance of a programme, month by month."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_programme_attendance import Ui_ProgrammeAttendance
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.services import attendance, persons, programmes
from casus.services.attendance import AttendanceInput
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Attendance, Programme


@dataclass(frozen=True)
class _Found:
    """The programme, whose it is, and what was recorded so far."""

    programme: Programme
    name: str
    months: tuple[Attendance, ...]


class AttendancePanel(RecordPanel):
    """Write down how often someone was there."""

    def __init__(self, shell: Shell, desk: Desk, programme_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ProgrammeAttendance()
        self.ui.setupUi(content)
        self._programme_id = programme_id
        title = QCoreApplication.translate("AttendancePanel", "Aanwezigheid")
        save = QCoreApplication.translate("AttendancePanel", "Aanwezigheid opslaan")
        super().__init__(
            shell, desk, content, PanelSpec(title, save, f"attendance:{programme_id}"), draft=draft
        )

    def fetch(self) -> _Found:
        """Return the programme with the months that were recorded."""
        programme = programmes.get_programme(self.desk, self._programme_id)
        name = person_name(persons.get_person(self.desk, programme.person_id))
        found = attendance.attendance_of(self.desk, [programme.id])
        return _Found(programme, name, found.get(programme.id, ()))

    def fill(self, found: _Found) -> None:
        """Show each month in which the programme ran."""
        self._version = found.programme.version
        self.set_subtitle(found.name)
        self.ui.monthsField.show_months(
            attendance.months_of(found.programme, self.desk.today()),
            [AttendanceInput(one.month, one.planned, one.attended) for one in found.months],
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the months that were changed."""
        self.ui.monthsField.clear_messages()
        desk, about, version, months = self.desk, self._programme_id, self._version, values["months"]
        return lambda: attendance.set_attendance(desk, about, version, months)

    def failed(self, error: CasusError) -> bool:
        """Say at each month what is wrong, and go to the first."""
        if not isinstance(error, InvalidForm):
            return False
        for one in reversed(error.errors):
            self.ui.monthsField.show_month_error(one)
        return True

    def stored(self, result: Done[Programme]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Aanwezigheid opgeslagen"))
