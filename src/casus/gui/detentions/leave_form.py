# SPDX-License-Identifier: EUPL-1.2
"""The form for a leave during a detention."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_leave_form import Ui_LeaveForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import detentions, leaves, persons
from casus.services.changes import Done
from casus.services.custody_inputs import LeaveInput
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import DetentionLeave


class LeavePanel(RecordPanel):
    """Record a leave, planned or past, or change `leave_id`."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        detention_id: str,
        leave_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_LeaveForm()
        self.ui.setupUi(content)
        self._detention_id, self._leave_id = detention_id, leave_id
        self._version = 0
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("LeavePanel", "Verlof"),
            translate("LeavePanel", "Verlof opslaan"),
            f"leave:{detention_id}:{leave_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("detention_leaves", self._leave_id) if self._leave_id else None

    def fetch(self) -> tuple[str, DetentionLeave | None]:
        """Return whose leave it is, and the leave to change."""
        detention = detentions.get_detention(self.desk, self._detention_id)
        leave = leaves.get_leave(self.desk, self._leave_id) if self._leave_id else None
        return person_name(persons.get_person(self.desk, detention.person_id)), leave

    def fill(self, found: tuple[str, DetentionLeave | None]) -> None:
        """Begin with what is known."""
        name, leave = found
        self.set_subtitle(name)
        if leave is not None:
            self._version = leave.version
            for key, field in self.form.fields.items():
                field.set_value(getattr(leave, key))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the leave."""
        data = LeaveInput(self._detention_id, **filled(values))
        if self._leave_id:
            return lambda: leaves.update_leave(self.desk, self._leave_id, self._version, data)
        return lambda: leaves.add_leave(self.desk, data)

    def stored(self, result: Done[DetentionLeave]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verlof opgeslagen"))
