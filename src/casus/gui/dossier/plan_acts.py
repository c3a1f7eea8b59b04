# SPDX-License-Identifier: EUPL-1.2
"""What can be done with the plan of a case or of a family, from wherever it is shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from casus.errors import CasusError, InvalidForm
from casus.gui.dossier.plan_form import FAMILY, PlanPanel
from casus.gui.dossier.plan_steps_form import EvaluationPanel, StandingPanel
from casus.gui.shell import Shell
from casus.services import plans
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import ActionPlan


class PlanActs(QObject):
    """Acts on one plan: of the case `case_id`, or of the family `family_id`."""

    def __init__(self, shell: Shell, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._desk = shell, desk
        self.case_id = ""
        self.family_id = ""

    def write(self) -> PlanPanel:
        """Write the next version, or go on with the draft."""
        whose = (FAMILY, self.family_id) if self.family_id else (self.case_id, "")
        panel = PlanPanel(self._shell, self._desk, *whose)
        self._shell.open_panel(panel)
        return panel

    def adopt(self, plan: ActionPlan) -> None:
        """Adopt a draft."""
        words = QCoreApplication.translate("PlanActs", "Plan vastgesteld; jouw acties staan bij je taken")
        self._do(
            lambda: plans.adopt_plan(self._desk, plan.id, version=plan.version), words, self._not_discussed
        )

    def _not_discussed(self, error: CasusError) -> None:
        """Open the draft where it says whether it was discussed."""
        if not isinstance(error, InvalidForm):
            self._shell.show_error(error)
            return
        panel = self.write()
        panel.show_notice(
            QCoreApplication.translate(
                "PlanActs",
                "Vul eerst in of het plan is besproken, of waarom niet. Sla op en stel het daarna vast.",
            ),
            "warn",
        )

    def evaluate(self, plan: ActionPlan) -> None:
        """Look back on the plan in force."""
        self._shell.open_panel(EvaluationPanel(self._shell, self._desk, plan.id, *self._whose()))

    def set_goal(self, goal_id: str, status: str) -> None:
        """Say how a goal stands."""
        words = QCoreApplication.translate("PlanActs", "Doel bijgewerkt")
        self._do(lambda: plans.set_goal_status(self._desk, goal_id, status), words)

    def set_action(self, action_id: str, status: str) -> None:
        """Say how an action stands."""
        words = QCoreApplication.translate("PlanActs", "Actie bijgewerkt")
        self._do(lambda: plans.set_action_status(self._desk, action_id, status), words)

    def say_more(self, kind: str, record_id: str) -> None:
        """Say how a goal or an action stands, with its result."""
        self._shell.open_panel(StandingPanel(self._shell, self._desk, kind, record_id, *self._whose()))

    def _whose(self) -> tuple[str, str]:
        return (FAMILY, self.family_id) if self.family_id else ("case", self.case_id)

    def _do(
        self,
        work: Callable[[], Done[Any]],
        words: str,
        failed: Callable[[CasusError], None] | None = None,
    ) -> None:
        def done(result: Done[Any]) -> None:
            self._shell.emit_changed(result.changes)
            self._shell.announce(words)

        self._shell.tasks.run(work, owner=self, done=done, failed=failed)
