# SPDX-License-Identifier: EUPL-1.2
"""How large a document in a dossier may be: a setting of the vault."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_attachment_limit_form import Ui_AttachmentLimitForm
from casus.gui.manage.section import Row, Section
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.policy_note import fixed_words
from casus.services import attachments
from casus.services.changes import Done
from casus.services.desk import Desk

LIMIT_FORM = "attachment_limit"
_WHOSE = "vault"
_MOST = 9_999
"""What can be typed; what may be is for the service to say, at the field."""


class AttachmentLimitPanel(RecordPanel):
    """Change the limit."""

    def __init__(self, shell: Shell, desk: Desk, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AttachmentLimitForm()
        self.ui.setupUi(content)
        self.ui.megabytesField.set_range(0, _MOST)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AttachmentLimitPanel", "Grootte van bijlagen"),
            translate("AttachmentLimitPanel", "Opslaan"),
            f"{LIMIT_FORM}:{_WHOSE}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> int:
        """Return what it is now."""
        return attachments.attachment_limit(self.desk)

    def fill(self, found: int) -> None:
        """Begin with that."""
        self.ui.megabytesField.set_value(found)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores it."""
        return lambda: attachments.set_attachment_limit(self.desk, values["megabytes"])

    def stored(self, result: Done[int]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Grootte van bijlagen opgeslagen"))


class AttachmentLimitSection(Section):
    """What the limit is, and the way to change it."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Bijlagen"))
        self._shell, self._desk = shell, desk
        self.row = Row(self.tr("Grootte van een bijlage"), "", self.tr("Wijzigen"), self._change)
        self.add_row(self.row)

    def load(self) -> None:
        """Say what it is now."""
        desk = self._desk
        self._shell.tasks.run(lambda: attachments.attachment_limit(desk), owner=self, done=self._show)

    def _show(self, megabytes: int) -> None:
        words = self.tr("Hoogstens {0} MB per bestand. Grote bestanden maken je kluis groot.").format(
            megabytes
        )
        policy = self._desk.policy
        bounds = policy.attachment_megabytes
        self.row.say(" ".join(part for part in (words, fixed_words(policy, "attachments")) if part))
        self.row.button.setVisible(bounds.least < bounds.most)

    def _change(self) -> None:
        self._shell.open_panel(AttachmentLimitPanel(self._shell, self._desk))
