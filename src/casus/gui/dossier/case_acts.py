# SPDX-License-Identifier: EUPL-1.2
"""What can be done from a dossier about contacts, the person and the case: each act opens its form at the right."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from casus.domain.roles import Role
from casus.errors import NotAllowed
from casus.gui.cases.form import CasePanel
from casus.gui.cases.informed import InformedPanel
from casus.gui.cases.phase_form import CLOSED, REOPENED, PhasePanel
from casus.gui.cases.review_form import AssignPanel, ReviewPanel
from casus.gui.cases.screening_form import IntakePanel, ScreeningPanel
from casus.gui.dossier.attachment_acts import AttachmentActs
from casus.gui.merging.choose import ChoosePanel
from casus.gui.persons.form import PersonPanel
from casus.gui.restricting.form import RestrictionPanel, VerdictPanel
from casus.gui.shell import Shell
from casus.gui.transfers.offer import OfferPanel
from casus.gui.visits import (
    HOME,
    OTHER,
    PRISON,
    AppointmentPanel,
    CorrectPanel,
    VisitKind,
    VisitSubject,
    form_for,
    open_visit,
)
from casus.services import break_glass
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.dossier import Dossier

_BEFORE_INTAKE = frozenset({"registered", "screening"})
_DECISIONS = frozenset({"intake", "rejected", "referred"})


class CaseActs(QObject):
    """What can be done about contacts, the person and the case; `dossier` is the one shown.

    Signals:
        tab_wanted: the key of the tab to show.
    """

    tab_wanted = Signal(str)

    def __init__(self, shell: Shell, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.shell, self.desk = shell, desk
        self.dossier: Dossier | None = None
        self.papers = AttachmentActs(shell, desk, parent, lambda: self.dossier)

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
    def read_only(self) -> bool:
        """Whether the case that is shown is only read here: a colleague has it, or has it in a sealed offer."""
        return self.dossier is not None and self.dossier.read_only

    @property
    def can_work(self) -> bool:
        """Whether a running case is shown that is worked on here."""
        return self.case_open and not self.read_only

    @property
    def visit_is_prison(self) -> bool:
        """Whether the main visit is one in prison: someone is inside, or the worker is the RIO."""
        inside = self.dossier is not None and self.dossier.now.inside is not None
        return inside or self.desk.role == Role.RIO

    def show_tab(self, key: str) -> None:
        """Go to a tab."""
        self.tab_wanted.emit(key)

    def open_item(self, item_id: str) -> None:
        """Open what an entry of the timeline is about."""
        shown = self.dossier.attachments if self.dossier else ()
        items = self.dossier.timeline if self.dossier else ()
        if any(one.id == item_id for one in shown):
            self.papers.view(item_id)
        elif any(one.id == item_id and one.kind == "contact" for one in items):
            self.correct_contact(item_id)

    def refused(self) -> bool:
        """Say in a sentence why the case that is shown is not worked on here; return whether that was so."""
        dossier = self.dossier
        if dossier is None or not dossier.read_only:
            return False
        if dossier.given_to is not None:
            self.shell.show_error(NotAllowed("handed_over", case_id=self.case_id))
        else:
            self.shell.show_error(NotAllowed("offered_sealed", case_id=self.case_id))
        return True

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

    def other_contact(self) -> None:
        """Write down a call, a talk or a meeting."""
        self._visit(OTHER)

    def correct_contact(self, contact_id: str) -> None:
        """Correct a contact that was recorded."""
        self._panel(CorrectPanel(self.shell, self.desk, contact_id))

    def plan_contact(self) -> None:
        """Make an appointment."""
        self._panel(AppointmentPanel(self.shell, self.desk, self.case_id or self.person_id))

    def move_appointment(self, appointment_id: str) -> None:
        """Move or cancel an appointment."""
        about = self.case_id or self.person_id
        self._panel(AppointmentPanel(self.shell, self.desk, about, appointment_id))

    def report(self, appointment_id: str, contact_kind: str) -> None:
        """Write down the contact that was planned."""
        subject = VisitSubject(
            self.person_id, self.case_id or None, appointment_id=appointment_id, contact_kind=contact_kind
        )
        open_visit(self.shell, self.desk, form_for(contact_kind), subject)

    def _visit(self, kind: VisitKind) -> None:
        if self.dossier is None or self.refused():
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

    def merge_person(self) -> None:
        """Choose who is the same person, and lay both beside each other."""
        if self.dossier is not None:
            self._panel(ChoosePanel(self.shell, self.desk, self.person_id, self.dossier.header.name))

    def open_case(self) -> None:
        """Open a case for the person."""
        self._panel(CasePanel(self.shell, self.desk, self.person_id))

    def edit_basis(self) -> None:
        """Change why the case is there and on what basis."""
        self._panel(CasePanel(self.shell, self.desk, self.person_id, self.case_id))

    def screen(self, decision: str = "") -> None:
        """Judge the criteria."""
        self._panel(ScreeningPanel(self.shell, self.desk, self.case_id, decision=decision))

    def finish_intake(self) -> None:
        """Write down the intake."""
        self._panel(IntakePanel(self.shell, self.desk, self.case_id))

    def inform(self) -> None:
        """Write down that the person was told, or why not yet."""
        self._panel(InformedPanel(self.shell, self.desk, self.case_id))

    def move_phase(self, target: str = "") -> None:
        """Move the case, to `target` when that was chosen, with the form that asks what that step needs."""
        case = self.dossier.case if self.dossier else None
        phase = case.phase if case is not None else ""
        if phase in _BEFORE_INTAKE and target in _DECISIONS:
            self.screen(target)
        elif (phase, target) == ("intake", "planning"):
            self.finish_intake()
        else:
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

    def restrict(self) -> None:
        """Restrict the dossier, or lift that."""
        self._panel(RestrictionPanel(self.shell, self.desk, self.person_id, self.case_id))

    def close_restricted(self) -> None:
        """Close a restricted dossier again before its time."""
        self._do(
            lambda: break_glass.close_access(self.desk, self.person_id),
            self.tr("Dossier weer afgeschermd"),
        )

    def judge_access(self, access_id: str) -> None:
        """Note what a second look made of an opening."""
        self._panel(VerdictPanel(self.shell, self.desk, access_id))

    def show_log(self) -> None:
        """Show everything that was done with this dossier in the log."""
        self.shell.open("logboek", f"person:{self.person_id}")

    def hand_over(self) -> None:
        """Offer the case to a colleague."""
        self._panel(OfferPanel(self.shell, self.desk, self.case_id))

    def assign(self) -> None:
        """Give a colleague a role."""
        self._panel(AssignPanel(self.shell, self.desk, self.case_id))

    def _panel(self, panel: Any) -> None:
        self.shell.open_panel(panel)

    def _do(self, work: Callable[[], Done[Any]], words: str) -> None:
        def done(result: Done[Any]) -> None:
            self.shell.emit_changed(result.changes)
            self.shell.announce(words)

        self.shell.tasks.run(work, owner=self, done=done)
