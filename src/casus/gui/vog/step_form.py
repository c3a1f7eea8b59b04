# SPDX-License-Identifier: EUPL-1.2
"""The form for the next step on the way to a certificate."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_vog_step import Ui_VogStep
from casus.gui.labels import label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import persons, vog
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import VogProcedure

VIEW = "view"
AVOIDED = "not_applied"


class VogStepPanel(RecordPanel):
    """Record the next step; `target` is chosen beforehand when that was pressed."""

    def __init__(
        self, shell: Shell, desk: Desk, procedure_id: str, target: str = "", *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_VogStep()
        self.ui.setupUi(content)
        self._procedure_id, self._target = procedure_id, target
        title = QCoreApplication.translate("VogStepPanel", "VOG: volgende stap")
        save = QCoreApplication.translate("VogStepPanel", "Stap vastleggen")
        key = f"vog_step:{procedure_id}:{target}".rstrip(":")
        super().__init__(shell, desk, content, PanelSpec(title, save, key), draft=draft)

    def fetch(self) -> tuple[VogProcedure, str]:
        """Return the procedure and whose it is."""
        procedure = vog.get_vog(self.desk, self._procedure_id)
        return procedure, person_name(persons.get_person(self.desk, procedure.person_id))

    def fill(self, found: tuple[VogProcedure, str]) -> None:
        """Offer the steps that can follow, today."""
        procedure, name = found
        self._version = procedure.version
        self.set_subtitle(name)
        offered = [Choice(code, label("vog_status", code)) for code in vog.vog_choices(procedure.status)]
        if procedure.status == "intended_refusal" and procedure.view_given_on is None:
            offered.insert(0, Choice(VIEW, self.tr("Zienswijze gegeven")))
        self.ui.targetField.set_choices(offered)
        first = offered[0].code if offered else ""
        self.ui.targetField.set_value(self._target or first)
        self.ui.onField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Ask for the reason when nothing is applied for."""
        avoided = self.ui.targetField.value() == AVOIDED
        self.ui.reasonField.setVisible(avoided)
        self.ui.noteField.setVisible(not avoided and self.ui.targetField.value() != VIEW)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the step."""
        desk, about, version = self.desk, self._procedure_id, self._version
        target, on = values["target"], _day(values["on"])
        if target == VIEW:
            return lambda: vog.give_view(desk, about, on, version=version)
        words = values["reason"] if target == AVOIDED else values["note"]
        return lambda: vog.move_vog(desk, about, target, on=on, note=words or None, version=version)

    def failed(self, error: CasusError) -> bool:
        """Bring what is wrong with the words to the field they were typed in."""
        if not isinstance(error, InvalidForm) or self.ui.targetField.value() != AVOIDED:
            return False
        moved = (renamed(one, "reason") if one.field == "note" else one for one in error.errors)
        return self.form.take(InvalidForm(tuple(moved)))

    def stored(self, result: Done[VogProcedure]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(
            QCoreApplication.translate("VogStepPanel", "VOG: {0}").format(
                label("vog_status", result.value.status)
            )
        )


def _day(value: date | None) -> date:
    assert value is not None  # the field is not optional: the form refuses it empty
    return value
