# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be done from a dossier: each act opens its form at the right, or does it at once."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from casus.domain.roles import Role
from casus.gui.cases.form import CasePanel
from casus.gui.cases.phase_form import CLOSED, REOPENED, PhasePanel
from casus.gui.cases.review_form import AssignPanel, ReviewPanel
from casus.gui.detentions.condition_form import ConditionPanel
from casus.gui.detentions.form import DetentionPanel
from casus.gui.detentions.release_form import ReleasePanel
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.plan_form import PlanPanel
from casus.gui.dossier.sharing_form import SharingPanel
from casus.gui.dossier.task_form import TaskPanel
from casus.gui.families.form import FamilyPanel
from casus.gui.families.member_form import MemberPanel
from casus.gui.persons.form import PersonPanel
from casus.gui.programmes.form import ProgrammePanel
from casus.gui.programmes.step_form import StepPanel
from casus.gui.shell import Shell
from casus.gui.visits import HOME, PRISON, VisitKind, VisitSubject, open_visit
from casus.services import families, plans, tasks
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.dossier import Dossier


class DossierActions(QObject):
    """The acts of the page that shows a dossier; `dossier` is the one shown.

    Signals:
        tab_wanted: the key of the tab to show.
    """

    tab_wanted = Signal(str)

    def __init__(self, shell: Shell, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.desk = shell, desk
        self.dossier: Dossier | None = None

    @property
    def person_id(self) -> str:
        """Whose dossier it is; "" before one is shown."""
        return self.dossier.person.id if self.dossier else ""

    @property
    def case_id(self) -> str:
        """Which case is shown; "" without one."""
        return self.dossier.case.id if self.dossier and self.dossier.case else ""

    @property
    def case_open(self) -> bool:
        """Whether a running case is shown."""
        case = self.dossier.case if self.dossier else None
        return case is not None and case.closed_on is None

    @property
    def visit_is_prison(self) -> bool:
        """Whether the main visit is one in prison: someone is inside, or the worker is the RIO."""
        inside = self.dossier is not None and self.dossier.now.inside is not None
        return inside or self.desk.role == Role.RIO

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.tab_wanted.emit(key)

    # --- contacts ---

    def main_visit(self) -> None:
        """The visit that fits: in prison, or at home."""
        self._visit(PRISON if self.visit_is_prison else HOME)

    def home_visit(self) -> None:
        """Write down a home visit."""
        self._visit(HOME)

    def prison_visit(self) -> None:
        """Write down a visit in prison."""
        self._visit(PRISON)

    def _visit(self, kind: VisitKind) -> None:
        if self.dossier is None:
            return
        inside = [one.record.facility_id for one in self.dossier.detentions if one.record.released_on is None]
        subject = VisitSubject(
            self.person_id,
            self.case_id or None,
            self.dossier.header.name,
            inside[0] if inside and kind is PRISON else None,
        )
        open_visit(self.shell, self.desk, kind, subject)

    # --- person and case ---

    def edit_person(self) -> None:
        """Change the person."""
        self._panel(PersonPanel(self.shell, self.desk, self.person_id))

    def open_case(self) -> None:
        """Open a case for the person."""
        self._panel(CasePanel(self.shell, self.desk, self.person_id))

    def move_phase(self, target: str = "") -> None:
        """Move the case, to `target` when that was chosen."""
        self._panel(PhasePanel(self.shell, self.desk, self.case_id, target=target))

    def close_case(self) -> None:
        """Close the case."""
        self.move_phase(CLOSED)

    def reopen_case(self) -> None:
        """Open the case again."""
        self.move_phase(REOPENED)

    def review(self) -> None:
        """Judge proportionality."""
        self._panel(ReviewPanel(self.shell, self.desk, self.case_id))

    def assign(self) -> None:
        """Give a colleague a role."""
        self._panel(AssignPanel(self.shell, self.desk, self.case_id))

    # --- plan and life domains ---

    def assess(self) -> None:
        """Measure the life domains."""
        self._panel(AssessmentPanel(self.shell, self.desk, self.case_id))

    def write_plan(self) -> None:
        """Write a plan, or the next version of it."""
        self._panel(PlanPanel(self.shell, self.desk, self.case_id))

    def adopt_plan(self) -> None:
        """Adopt the draft that is shown."""
        plan = self.dossier.plan if self.dossier else None
        if plan is not None:
            record = plan.record
            words = QCoreApplication.translate("DossierActions", "Plan vastgesteld")
            self._do(lambda: plans.adopt_plan(self.desk, record.id, version=record.version), words)

    def set_goal(self, goal_id: str, status: str) -> None:
        """Say how a goal stands."""
        words = QCoreApplication.translate("DossierActions", "Doel bijgewerkt")
        self._do(lambda: plans.set_goal_status(self.desk, goal_id, status), words)

    # --- tasks, sharing ---

    def add_task(self) -> None:
        """Add a task to the case, or to the person."""
        about = f"case:{self.case_id}" if self.case_id else f"person:{self.person_id}"
        self._panel(TaskPanel(self.shell, self.desk, about))

    def complete_task(self, task_id: str) -> None:
        """Tick a task off."""
        words = QCoreApplication.translate("DossierActions", "Taak gedaan")
        self._do(lambda: tasks.complete_task(self.desk, task_id), words)

    def cancel_task(self, task_id: str) -> None:
        """Drop a task."""
        words = QCoreApplication.translate("DossierActions", "Taak vervallen")
        self._do(lambda: tasks.cancel_task(self.desk, task_id), words)

    def cancel_appointment(self, appointment_id: str) -> None:
        """Cancel a planned contact."""
        words = QCoreApplication.translate("DossierActions", "Afspraak geannuleerd")
        self._do(lambda: tasks.cancel_appointment(self.desk, appointment_id), words)

    def share(self) -> None:
        """Write down that data went to someone."""
        self._panel(SharingPanel(self.shell, self.desk, self.person_id, self.case_id))

    # --- programmes, detention, family ---

    def add_programme(self) -> None:
        """Register the person for a programme."""
        self._panel(ProgrammePanel(self.shell, self.desk, self.person_id))

    def step_programme(self, step: str, programme_id: str) -> None:
        """Start, finish or stop a programme."""
        self._panel(StepPanel(self.shell, self.desk, step, programme_id))

    def add_detention(self) -> None:
        """Write down that the person went inside."""
        self._panel(DetentionPanel(self.shell, self.desk, self.person_id))

    def edit_detention(self, detention_id: str) -> None:
        """Change what is known of a detention."""
        self._panel(DetentionPanel(self.shell, self.desk, self.person_id, detention_id))

    def release(self, detention_id: str) -> None:
        """Write down the release."""
        self._panel(ReleasePanel(self.shell, self.desk, detention_id))

    def check_condition(self, detention_id: str, condition: str = "", moment: str = "") -> None:
        """Look at a basic condition."""
        about = (self.case_id, detention_id)
        self._panel(ConditionPanel(self.shell, self.desk, *about, condition=condition, moment=moment))

    def add_family(self) -> None:
        """Put a family on file, with this person in it."""
        self._panel(FamilyPanel(self.shell, self.desk, member_id=self.person_id))

    def add_member(self, family_id: str) -> None:
        """Add someone to a family."""
        self._panel(MemberPanel(self.shell, self.desk, family_id))

    def end_membership(self, member_id: str) -> None:
        """End someone's place in a family, today."""
        words = QCoreApplication.translate("DossierActions", "Gezinslid uit het gezin gehaald")
        self._do(lambda: families.end_membership(self.desk, member_id, self.desk.today()), words)

    def _panel(self, panel: Any) -> None:
        self.shell.open_panel(panel)

    def _do(self, work: Callable[[], Done[Any]], words: str) -> None:
        def done(result: Done[Any]) -> None:
            self.shell.emit_changed(result.changes)
            self.shell.announce(words)

        self.shell.tasks.run(work, owner=self, done=done)
