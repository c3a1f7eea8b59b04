# SPDX-License-Identifier: EUPL-1.2
"""Small forms of a plan: how a goal or an action stands, and how the plan went."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_evaluation_form import Ui_EvaluationForm
from casus.gui.forms.ui_standing_form import Ui_StandingForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import plans
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Action, ActionPlan, Goal

GOAL, ACTION = "goal", "action"
STANDING, EVALUATION = "standing", "plan_evaluation"


class StandingPanel(RecordPanel):
    """Say how a goal or an action stands; `whose` and `whose_id` are "case" or "family" and its id."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        kind: str,
        record_id: str,
        whose: str,
        whose_id: str,
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_StandingForm()
        self.ui.setupUi(content)
        self._kind, self._record_id = kind, record_id
        self._subject = {f"{whose}_id": whose_id}
        translate = QCoreApplication.translate
        words = (
            translate("StandingPanel", "Hoe staat het doel?")
            if kind == GOAL
            else translate("StandingPanel", "Hoe staat de actie?")
        )
        key = f"{STANDING}:{kind}:{record_id}:{whose}:{whose_id}"
        spec = PanelSpec(words, translate("StandingPanel", "Opslaan"), key)
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Goal | Action | None:
        """Return the goal or the action."""
        for version in plans.plan_versions(self.desk, **self._subject):
            for goal in version.goals:
                records: tuple[Goal | Action, ...] = (goal.record, *goal.actions)
                for record in records:
                    if record.id == self._record_id:
                        return record
        return None

    def fill(self, found: Goal | Action | None) -> None:
        """Begin with how it stands now."""
        if found is not None:
            self.set_subtitle(found.title)
            self.ui.statusField.set_value(found.status)
            self.ui.resultField.set_value(found.result)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores it."""
        given = filled(values)
        change: Callable[..., Done[Any]] = (
            plans.set_goal_status if self._kind == GOAL else plans.set_action_status
        )
        return lambda: change(self.desk, self._record_id, given["status"], result=given["result"])

    def stored(self, result: Done[Any]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Doel bijgewerkt") if self._kind == GOAL else self.tr("Actie bijgewerkt"))


class EvaluationPanel(RecordPanel):
    """Look back on a plan in force."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        plan_id: str,
        whose: str,
        whose_id: str,
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_EvaluationForm()
        self.ui.setupUi(content)
        self._plan_id, self._subject = plan_id, {f"{whose}_id": whose_id}
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("EvaluationPanel", "Plan evalueren"),
            translate("EvaluationPanel", "Evaluatie opslaan"),
            f"{EVALUATION}:{plan_id}:{whose}:{whose_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def about(self) -> tuple[str, str]:
        """The plan."""
        return ("action_plans", self._plan_id)

    def fetch(self) -> ActionPlan | None:
        """Return the plan."""
        versions = plans.plan_versions(self.desk, **self._subject)
        return next((one.record for one in versions if one.record.id == self._plan_id), None)

    def fill(self, found: ActionPlan | None) -> None:
        """Begin with what was written before."""
        if found is not None:
            self._version = found.version
            self.set_subtitle(self.tr("Versie {0}").format(found.number))
            self.ui.evaluationField.set_value(found.evaluation)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores it."""
        version = self._version
        return lambda: plans.evaluate_plan(self.desk, self._plan_id, values["evaluation"], version=version)

    def stored(self, result: Done[ActionPlan]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Evaluatie opgeslagen"))
