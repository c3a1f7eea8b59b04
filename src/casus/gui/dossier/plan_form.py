# SPDX-License-Identifier: EUPL-1.2
"""The form for an action plan: what it is for, goals, and how it was discussed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_plan_form import Ui_PlanForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import cases, persons, plans
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.inputs import PlanInput
from casus.services.naming import person_name
from casus.services.records import ActionPlan

_YES, _NO = "yes", "no"


class PlanPanel(RecordPanel):
    """Write a plan; the one there is stays as an earlier version."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_PlanForm()
        self.ui.setupUi(content)
        self.ui.goalsField.today = desk.clock.today
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("PlanPanel", "Plan van aanpak"),
            translate("PlanPanel", "Plan opslaan"),
            f"plan:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> str:
        """Return whose case it is."""
        return person_name(persons.get_person(self.desk, cases.get_case(self.desk, self._case_id).person_id))

    def fill(self, found: str) -> None:
        """Begin with today."""
        self.set_subtitle(found)
        answers = [Choice(_YES, self.tr("Ja")), Choice(_NO, self.tr("Nee"))]
        self.ui.discussedField.set_choices(answers)
        self.ui.agreedField.set_choices(answers)
        self.ui.onField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Ask when it was discussed and what came of it, or why not."""
        discussed = self.ui.discussedField.value()
        self.ui.discussedOnField.setVisible(discussed == _YES)
        self.ui.agreedField.setVisible(discussed == _YES)
        self.ui.discussedNoteField.setVisible(discussed == _NO)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the plan."""
        given = filled(values)
        talked = given["discussed"] == _YES
        agreed = {_YES: True, _NO: False}.get(given["agreed"] or "") if talked else None
        given |= {"discussed": talked, "agreed": agreed}
        given |= {"discussed_note": None} if talked else {"discussed_on": None}
        data = PlanInput(**given, case_id=self._case_id)
        return lambda: plans.make_plan(self.desk, data)

    def stored(self, result: Done[ActionPlan]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Plan opgeslagen als concept"))

    def failed(self, error: CasusError) -> bool:
        """Bring the errors of a goal's parts to the field of all goals."""
        if not isinstance(error, InvalidForm):
            return False
        return self.form.take(
            InvalidForm(tuple(renamed(one, one.field.split(".")[0]) for one in error.errors))
        )
