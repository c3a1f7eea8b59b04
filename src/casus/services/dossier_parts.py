# SPDX-License-Identifier: EUPL-1.2
"""What a dossier is made of, as plain frozen data for the page that shows it."""

from dataclasses import dataclass
from datetime import date

from casus.services.attachments.reading import AttachmentRow
from casus.services.break_glass import AccessRow
from casus.services.corrections.reading import CorrectionRow
from casus.services.custody import Custody, DetentionView
from casus.services.families import MemberRow
from casus.services.handed_over import OF_LAW
from casus.services.plans import AssessmentView, PlanView
from casus.services.programme_facts import ProgrammeFacts
from casus.services.tasks import TaskRow
from casus.services.timeline import TimelineItem
from casus.services.transfers import TransferRow
from casus.vault.tables import (
    AccessRequest,
    Appointment,
    Case,
    DataSharing,
    Family,
    Objection,
    Person,
    Programme,
    VogProcedure,
)


@dataclass(frozen=True)
class CaseTab:
    """One of the person's cases, to switch between."""

    id: str
    number: str
    approach: str
    phase: str
    closed_on: date | None


@dataclass(frozen=True)
class AssignmentRow:
    """Who works or worked on the case."""

    worker_id: str
    name: str
    role: str
    from_on: date
    until_on: date | None


@dataclass(frozen=True)
class Header:
    """What stands at the top of the page; `lead` is the name of who leads the case now, "" for nobody."""

    name: str
    number: str
    birth_date: date | None
    district: str
    approach: str | None
    phase: str | None
    lead: str
    review_on: date | None
    restricted: bool
    cases: tuple[CaseTab, ...]
    case_restricted: bool = False  # the case that is shown, itself


@dataclass(frozen=True)
class FamilyView:
    """A family the person belongs to, with its members."""

    record: Family
    members: tuple[MemberRow, ...]


@dataclass(frozen=True)
class Now:
    """The card at the side: what comes next, what is open, where things stand."""

    next_appointment: Appointment | None
    open_tasks: int
    last_contact_on: date | None
    latest_scores: dict[str, str]  # life domain → domain score
    inside: str | None  # name of the facility the person is in now


@dataclass(frozen=True)
class Dossier:
    """A whole dossier; `case` is None when the person has none.

    `plans` are all versions, the newest first; `plan` is the one to show: the draft, else the one in force.
    """

    person: Person
    case: Case | None
    aliases: tuple[str, ...]
    header: Header
    now: Now
    timeline: tuple[TimelineItem, ...]
    plan: PlanView | None
    plans: tuple[PlanView, ...]
    assessments: tuple[AssessmentView, ...]
    detentions: tuple[DetentionView, ...]
    custody: Custody
    programmes: tuple[Programme, ...]
    vogs: tuple[VogProcedure, ...]
    beside: ProgrammeFacts
    families: tuple[FamilyView, ...]
    tasks: tuple[TaskRow, ...]
    appointments: tuple[Appointment, ...]
    sharings: tuple[DataSharing, ...]
    access_requests: tuple[AccessRequest, ...]
    assignments: tuple[AssignmentRow, ...]
    attachments: tuple[AttachmentRow, ...]
    accesses: tuple[AccessRow, ...] = ()  # each time it was opened with a reason, the latest first
    transfer: TransferRow | None = None  # the offer of the case that was not answered yet
    given_to: TransferRow | None = None  # by which a colleague has the case: what is here is a copy
    referred_by: str = ""  # the partner that brought the case in
    corrections: tuple[CorrectionRow, ...] = ()  # what the person disputes, the latest first
    objections: tuple[Objection, ...] = ()  # to any of the person's cases
    read_only_cases: frozenset[str] = frozenset()  # cases of the person that a colleague has or is offered

    @property
    def read_only(self) -> bool:
        """Whether the case that is shown is only read here: a colleague has it, or has it in a sealed offer."""
        return self.case is not None and not self.may_work(self.case.id)

    def may_work(self, case_id: str | None) -> bool:
        """Whether what belongs to this case, or to none, may be worked on here."""
        return case_id not in self.read_only_cases

    def may_do(self, task: TaskRow) -> bool:
        """Whether a task may be done here: also of a copy, when it comes with the rights of the person."""
        return task.source in OF_LAW or self.may_work(task.case_id)
