# SPDX-License-Identifier: EUPL-1.2
"""The form that begins somebody's way to a certificate, or corrects what was recorded of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_vog_form import Ui_VogForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import persons, vog
from casus.services.ambassadors import Helper, ambassadors
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import VogInput, VogStepsInput
from casus.services.naming import person_name
from casus.services.records import Person, VogProcedure

NEW = "new"
_NOBODY, _SOMEONE = "", "new"
_STEPS = ("applied_on", "intention_on", "view_given_on", "decided_on", "objection_on")
_SHOWN = {
    "applied": _STEPS[:1],
    "intended_refusal": _STEPS[:3],
    "granted": _STEPS,
    "refused": _STEPS,
    "objection": _STEPS,
    "appeal": _STEPS,
}
"""Which days can have been at a status of list vog_status."""


@dataclass(frozen=True)
class _Found:
    """Who can help, whom it is about, and the procedure that is corrected."""

    helpers: list[Helper]
    person: Person | None
    procedure: VogProcedure | None


class VogPanel(RecordPanel):
    """Begin a way to a certificate for `person_id` (or someone chosen: NEW), or correct `procedure_id`."""

    columns = {"on": "status_since"}  # noqa: RUF012 - as in the base

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str = NEW,
        procedure_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_VogForm()
        self.ui.setupUi(content)
        self._person_id = "" if person_id == NEW else person_id
        self._procedure_id, self._status = procedure_id, ""
        translate = QCoreApplication.translate
        title, save = (
            translate("VogPanel", "VOG-traject beginnen"),
            translate("VogPanel", "VOG-traject opslaan"),
        )
        if procedure_id:
            title = translate("VogPanel", "VOG-traject wijzigen")
        spec = PanelSpec(title, save, f"vog:{person_id}:{procedure_id}".rstrip(":"))
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)

    def about(self) -> tuple[str, str] | None:
        """Return the procedure that is corrected."""
        return ("vog_procedures", self._procedure_id) if self._procedure_id else None

    def fetch(self) -> _Found:
        """Return the ambassadors, the person and the procedure."""
        procedure = vog.get_vog(self.desk, self._procedure_id) if self._procedure_id else None
        person_id = procedure.person_id if procedure else self._person_id
        person = persons.get_person(self.desk, person_id) if person_id else None
        return _Found(ambassadors(self.desk), person, procedure)

    def fill(self, found: _Found) -> None:
        """Begin with today, or with what was recorded."""
        ui = self.ui
        ui.personField.setVisible(found.person is None)
        if found.person is not None:
            self.set_subtitle(person_name(found.person))
            ui.personField.show_person(found.person.id, person_name(found.person))
        ui.ambassadorField.set_choices([Choice(_NOBODY, self.tr("Niemand")), *map(self._helper, found.helpers),
                                        Choice(_SOMEONE, self.tr("Iemand die er nog niet bij staat"))])  # fmt: skip
        if found.procedure is None:
            ui.purposeField.set_value("work")
            ui.onField.set_value(self.desk.today())
            return
        self._status, self._version = found.procedure.status, found.procedure.version
        for key, field in self.form.fields.items():
            column = self.columns.get(key, key)
            if key != "person_id" and hasattr(found.procedure, column):
                field.set_value(getattr(found.procedure, column))

    def arrange(self) -> None:
        """Show the days of the steps there can have been, and ask who helps when that is someone new."""
        ui, shown = self.ui, _SHOWN.get(self._status, ())
        for key in _STEPS:
            self.form[key].setVisible(key in shown)
        ui.onField.setVisible(not shown or self._status == "appeal")
        ui.reasonField.setVisible(self._status == "not_applied")
        ui.reasonField.set_optional(self._status != "not_applied")
        someone = ui.ambassadorField.value() == _SOMEONE
        ui.ambassadorNameField.setVisible(someone)
        ui.organisationField.setVisible(someone)
        ui.noteField.set_optional(ui.purposeField.value() != "other")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what begins or corrects the procedure."""
        given = filled(values)
        if given["ambassador_id"] != _SOMEONE:
            given["ambassador_name"] = given["ambassador_organisation"] = None
        else:
            given["ambassador_id"] = None
        desk, about, version = self.desk, self._procedure_id, self._version
        if about:
            data = VogStepsInput(**given)
            return lambda: vog.update_vog(desk, about, version, data)
        begun = {key: value for key, value in given.items() if key not in (*_STEPS, "not_applied_reason")}
        start = VogInput(**begun)
        return lambda: vog.open_vog(desk, start)

    def stored(self, result: Done[VogProcedure]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("VOG-traject opgeslagen"))

    def _helper(self, one: Helper) -> Choice:
        words = f"{one.name} · {one.organisation}"
        if one.helped:
            words = self.tr("{0} (hielp {1} keer)").format(words, one.helped)
        return Choice(one.id, words)
