# SPDX-License-Identifier: EUPL-1.2
"""The form for a family: name, since when, and who leads."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.families.member_form import MemberPanel
from casus.gui.forms.ui_family_form import Ui_FamilyForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import families, partners
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import FamilyInput
from casus.services.records import Family, Worker

NEW = "new"


class FamilyPanel(RecordPanel):
    """Put a family on file (and go on to its first member), or change `family_id`."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        family_id: str = NEW,
        *,
        member_id: str = "",
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_FamilyForm()
        self.ui.setupUi(content)
        self._family_id = "" if family_id == NEW else family_id
        self._member_id = member_id
        self._version = 0
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("FamilyPanel", "Gezin"),
            translate("FamilyPanel", "Gezin opslaan"),
            f"family:{family_id}:{member_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("families", self._family_id) if self._family_id else None

    def fetch(self) -> tuple[list[Worker], Family | None]:
        """Return the colleagues, and the family to change."""
        family = families.get_family(self.desk, self._family_id) if self._family_id else None
        return partners.workers(self.desk), family

    def fill(self, found: tuple[list[Worker], Family | None]) -> None:
        """Begin with what is known; a new family starts today, led by the worker."""
        workers, family = found
        self.ui.leadField.set_choices([Choice(one.id, one.name) for one in workers])
        if family is None:
            self.ui.startedOnField.set_value(self.desk.today())
            self.ui.districtField.set_value("unknown")
            self.ui.leadField.set_value(self.desk.worker_id)
            return
        self._version = family.version
        for key, field in self.form.fields.items():
            field.set_value(getattr(family, key))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the family."""
        data = FamilyInput(**filled(values))
        if self._family_id:
            return lambda: families.update_family(self.desk, self._family_id, self._version, data)
        return lambda: families.register_family(self.desk, data)

    def stored(self, result: Done[Family]) -> None:
        """Tell; a family made from a dossier asks at once for that member's place."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Gezin opgeslagen"))
        if self._member_id:
            self.shell.open_panel(MemberPanel(self.shell, self.desk, result.value.id, self._member_id))
        elif not self._family_id:
            self.shell.open("gezin", result.value.id)
