# SPDX-License-Identifier: EUPL-1.2
"""The form that records what data went to whom, and on what basis."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_sharing_form import Ui_SharingForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import partners, sharing
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import SharingInput
from casus.services.records import DataSharing, Partner


class SharingPanel(RecordPanel):
    """Record a sharing of data about a person."""

    def __init__(
        self, shell: Shell, desk: Desk, person_id: str, case_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_SharingForm()
        self.ui.setupUi(content)
        self._person_id, self._case_id = person_id, case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("SharingPanel", "Gegevens gedeeld"),
            translate("SharingPanel", "Vastleggen"),
            f"sharing:{person_id}:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> list[Partner]:
        """Return the partners."""
        return partners.partners(self.desk)

    def fill(self, found: list[Partner]) -> None:
        """Begin with today."""
        someone = Choice("", self.tr("Iemand anders"))
        self.ui.partnerField.set_choices([*(Choice(one.id, one.name) for one in found), someone])
        self.ui.partnerField.set_optional(True)
        self.ui.legalBasisField.set_value("public_task")
        self.ui.onField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Ask a name when it is no partner, and words when the basis is another."""
        self.ui.recipientField.setVisible(not self.ui.partnerField.value())
        self.ui.basisNoteField.set_optional(self.ui.legalBasisField.value() != "other")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        given = filled(values)
        if given["partner_id"]:
            given["recipient"] = None
        data = SharingInput(**given, person_id=self._person_id, case_id=self._case_id or None)
        return lambda: sharing.log_sharing(self.desk, data)

    def stored(self, result: Done[DataSharing]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Verstrekking vastgelegd"))
