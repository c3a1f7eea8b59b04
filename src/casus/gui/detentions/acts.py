# SPDX-License-Identifier: EUPL-1.2
"""What can be done from the tab with detentions: each act opens its form at the right, or does it at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from casus.gui.detentions.condition_form import ConditionPanel
from casus.gui.detentions.form import DetentionPanel
from casus.gui.detentions.id_form import IdApplicationPanel
from casus.gui.detentions.leave_form import LeavePanel
from casus.gui.detentions.plan_contact import MDO, PlanContactPanel
from casus.gui.detentions.release_form import ReleasePanel
from casus.gui.detentions.transfer_form import TransferPanel
from casus.gui.shell import Shell
from casus.services import conditions, id_applications, leaves
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import DetentionLeave, IdApplication


class CustodyActs(QObject):
    """The acts about the stays of one person, in one case ("" without one; closed when not `running`)."""

    def __init__(self, shell: Shell, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.desk = shell, desk
        self.person_id = self.case_id = ""
        self.running = False

    def add(self) -> None:
        """Write down that the person went inside."""
        case_id = self.case_id if self.running else ""
        self.shell.open_panel(DetentionPanel(self.shell, self.desk, self.person_id, case_id=case_id))

    def edit(self, detention_id: str) -> None:
        """Change what is known of a detention."""
        self.shell.open_panel(DetentionPanel(self.shell, self.desk, self.person_id, detention_id))

    def release(self, detention_id: str) -> None:
        """Write down the release, or put it right."""
        self.shell.open_panel(ReleasePanel(self.shell, self.desk, detention_id))

    def transfer(self, detention_id: str) -> None:
        """Write down a move to another facility."""
        self.shell.open_panel(TransferPanel(self.shell, self.desk, detention_id))

    def leave(self, detention_id: str, leave_id: str = "") -> None:
        """Write down a leave, or change one."""
        self.shell.open_panel(LeavePanel(self.shell, self.desk, detention_id, leave_id))

    def remove_leave(self, leave: DetentionLeave) -> None:
        """Take a leave away."""
        leave_id, version = leave.id, leave.version
        words = QCoreApplication.translate("CustodyActs", "Verlof weggehaald")
        self._do(lambda: leaves.remove_leave(self.desk, leave_id, version), words)

    def check_condition(self, detention_id: str, condition: str = "", moment: str = "") -> None:
        """Look at a basic condition."""
        panel = ConditionPanel(
            self.shell, self.desk, self.case_id, detention_id, condition=condition, moment=moment
        )
        self.shell.open_panel(panel)

    def set_condition(self, detention_id: str, condition: str, moment: str, status: str) -> None:
        """Say how a basic condition stands today."""
        words = QCoreApplication.translate("CustodyActs", "Basisvoorwaarde vastgelegd")
        about = (self.case_id, detention_id, condition, moment, status)
        self._do(lambda: conditions.set_condition(self.desk, *about), words)

    def plan_mdo(self, due_on: date) -> None:
        """Plan the next MDO, at the latest on the day it is due."""
        about = self.case_id if self.running else self.person_id
        on = max(due_on, self.desk.today())
        self.shell.open_panel(PlanContactPanel(self.shell, self.desk, about, MDO, on=on))

    def apply_for_id(self, application_id: str = "") -> None:
        """Apply for an identity document, or change the application."""
        self.shell.open_panel(IdApplicationPanel(self.shell, self.desk, self.case_id, application_id))

    def step_id(self, application: IdApplication) -> None:
        """Take the next step of an application today."""
        about, version, today = application.id, application.version, self.desk.today()
        words = QCoreApplication.translate("CustodyActs", "Stap vastgelegd met de datum van vandaag")
        self._do(lambda: id_applications.step_id_application(self.desk, about, today, version=version), words)

    def remove_id(self, application: IdApplication) -> None:
        """Take an application away."""
        about, version = application.id, application.version
        words = QCoreApplication.translate("CustodyActs", "Aanvraag weggehaald")
        self._do(lambda: id_applications.remove_id_application(self.desk, about, version), words)

    def _do(self, work: Callable[[], Done[Any]], words: str) -> None:
        def done(result: Done[Any]) -> None:
            self.shell.emit_changed(result.changes)
            self.shell.announce(words)

        self.shell.tasks.run(work, owner=self, done=done, failed=self.shell.show_error)
