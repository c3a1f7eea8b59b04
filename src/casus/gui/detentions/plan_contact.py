# SPDX-License-Identifier: EUPL-1.2
"""Planning a visit to prison or an MDO: the form of an appointment, filled in as far as is known."""

from datetime import date
from typing import Any

from casus.gui.shell import Shell
from casus.gui.visits import AppointmentPanel
from casus.services.desk import Desk

MDO, VISIT = "mdo", "prison_visit"


class PlanContactPanel(AppointmentPanel):
    """An appointment with someone inside; kind, day and facility are proposed and may be changed."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        about: str,
        kind: str,
        *,
        on: date | None = None,
        facility_id: str = "",
    ) -> None:
        self._kind, self._on, self._facility_id = kind, on, facility_id
        super().__init__(shell, desk, about)

    def fill(self, found: Any) -> None:
        """Begin with what is proposed."""
        super().fill(found)
        self.ui.kindField.set_value(self._kind)
        if self._on is not None:
            self.ui.onField.set_value(self._on)
        if self._facility_id:
            self.ui.facilityField.set_value(self._facility_id)
