# SPDX-License-Identifier: EUPL-1.2
"""The form that changes what is said about a document: title, kind, day, case and contact."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.attachments.sizes import contact_choices
from casus.gui.drafts import Payload
from casus.gui.forms.ui_attachment_form import Ui_AttachmentForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import attachments
from casus.services.attachments import AttachmentInput, AttachmentRow, BelongsTo
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Attachment

_NONE = "-"


class AttachmentPanel(RecordPanel):
    """Change a document; it stays with the same person."""

    def __init__(self, shell: Shell, desk: Desk, attachment_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AttachmentForm()
        self.ui.setupUi(content)
        self._id, self._person_id = attachment_id, ""
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AttachmentPanel", "Bijlage wijzigen"),
            translate("AttachmentPanel", "Opslaan"),
            f"attachment:{attachment_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def about(self) -> tuple[str, str]:
        """Return whose fields these are."""
        return "attachments", self._id

    def fetch(self) -> tuple[AttachmentRow, BelongsTo]:
        """Return the document and what it can belong to."""
        row = attachments.get_attachment(self.desk, self._id)
        return row, attachments.choices_for(self.desk, row.person_id, row.contact_id)

    def fill(self, found: tuple[AttachmentRow, BelongsTo]) -> None:
        """Show what is known."""
        row, belongs = found
        self._version, self._person_id = row.version, row.person_id
        none = Choice(_NONE, self.tr("Geen casus: bij de persoon zelf"))
        self.ui.caseField.set_choices([*(Choice(*one) for one in belongs.cases), none])
        self.ui.contactField.set_choices(contact_choices(belongs, self.desk.today()))
        self.ui.titleField.set_value(row.title)
        self.ui.kindField.set_value(row.kind)
        self.ui.receivedOnField.set_value(row.received_on)
        self.ui.caseField.set_value(row.case_id or _NONE)
        self.ui.contactField.set_value(row.contact_id or _NONE)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores it."""
        given: dict[str, Any] = {key: None if one == _NONE else one for key, one in filled(values).items()}
        data = AttachmentInput(**given, person_id=self._person_id)
        return lambda: attachments.update_attachment(self.desk, self._id, self._version, data)

    def stored(self, result: Done[Attachment]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Bijlage gewijzigd"))
