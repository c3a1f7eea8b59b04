# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be done from a dossier: each act opens its form at the right, or does it at once."""

from PySide6.QtCore import QCoreApplication

from casus.gui.corrections.note_form import CorrectionPanel
from casus.gui.corrections.objection_forms import ObjectionPanel
from casus.gui.detentions.condition_form import ConditionPanel
from casus.gui.detentions.form import DetentionPanel
from casus.gui.detentions.release_form import ReleasePanel
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.case_acts import CaseActs
from casus.gui.dossier.plan_form import PlanPanel
from casus.gui.dossier.task_form import TaskPanel
from casus.gui.families.form import FamilyPanel
from casus.gui.families.member_form import MemberPanel
from casus.gui.programmes.attendance_form import AttendancePanel
from casus.gui.programmes.form import ProgrammePanel
from casus.gui.programmes.step_form import StepPanel
from casus.gui.requests.receive_form import RequestPanel
from casus.gui.sharings.form import SharingEditPanel, SharingPanel
from casus.gui.vog.form import VogPanel
from casus.gui.vog.step_form import VogStepPanel
from casus.services import families, programmes, story_tips, tasks


class DossierActions(CaseActs):
    """The acts of the page that shows a dossier; `dossier` is the one shown."""

    # --- life domains and plan ---

    def assess(self) -> None:
        """Measure the life domains."""
        self._panel(AssessmentPanel(self.shell, self.desk, self.case_id))

    def toggle_story_tip(self) -> None:
        """Mark the case as holding a story, or take that away."""
        case = self.dossier.case if self.dossier else None
        if case is None:
            return
        given = case.story_tip_on is not None
        translate = QCoreApplication.translate
        words = (
            translate("DossierActions", "Verhaal-tip weggehaald")
            if given
            else translate("DossierActions", "Verhaal-tip gegeven. Je vindt hem terug bij Verhalen.")
        )
        act = story_tips.clear_story_tip if given else story_tips.mark_story_tip
        self._do(lambda: act(self.desk, case.id), words)

    def write_plan(self) -> None:
        """Write the next version of the plan, or go on with its draft."""
        self._panel(PlanPanel(self.shell, self.desk, self.case_id))

    # --- tasks, sharing ---

    def add_task(self) -> None:
        """Add a task to the case, or to the person."""
        if self.refused():
            return
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

    def receive_request(self) -> None:
        """Write down what the person asks about their own data."""
        self._panel(RequestPanel(self.shell, self.desk, self.person_id, self.case_id))

    def mend_sharing(self, sharing_id: str) -> None:
        """Correct or withdraw what was written down of a sharing."""
        self._panel(SharingEditPanel(self.shell, self.desk, sharing_id))

    def dispute(self, kind: str = "", record_id: str = "") -> None:
        """Write down that the person disagrees with what is on file, with a record chosen or to choose."""
        self._panel(CorrectionPanel(self.shell, self.desk, self.person_id, kind, record_id))

    def object(self) -> None:
        """Write down that the person objects to the work in this case."""
        self._panel(ObjectionPanel(self.shell, self.desk, self.person_id, self.case_id))

    # --- programmes, detention, family ---

    def add_programme(self) -> None:
        """Register the person for a programme."""
        self._panel(ProgrammePanel(self.shell, self.desk, self.person_id))

    def step_programme(self, step: str, programme_id: str) -> None:
        """Start, finish or stop a programme."""
        self._panel(StepPanel(self.shell, self.desk, step, programme_id))

    def wait_programme(self, programme_id: str) -> None:
        """Put someone who is registered on the waiting list."""
        words = QCoreApplication.translate("DossierActions", "Op wachtlijst gezet")
        self._do(lambda: programmes.wait_for_programme(self.desk, programme_id), words)

    def edit_programme(self, programme_id: str) -> None:
        """Correct a programme."""
        self._panel(ProgrammePanel(self.shell, self.desk, self.person_id, "", programme_id))

    def attend_programme(self, programme_id: str) -> None:
        """Write down how often the person was there, month by month."""
        self._panel(AttendancePanel(self.shell, self.desk, programme_id))

    def begin_vog(self) -> None:
        """Begin the way to a certificate of conduct."""
        self._panel(VogPanel(self.shell, self.desk, self.person_id))

    def edit_vog(self, procedure_id: str) -> None:
        """Correct what was recorded of a certificate."""
        self._panel(VogPanel(self.shell, self.desk, self.person_id, procedure_id))

    def step_vog(self, procedure_id: str, target: str = "") -> None:
        """Take the next step to a certificate."""
        self._panel(VogStepPanel(self.shell, self.desk, procedure_id, target))

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
