# SPDX-License-Identifier: EUPL-1.2
"""What ends with a case, told before it is done; what goes on; and what may be taken up again when it is reopened.

With a case end what only means something while someone works on it: its tasks, its appointments to come, an offer to
a colleague, and who works on it. What the program asks for by itself (a review, a plan to look back on, the term of
a VOG, a release) is asked of running cases only, so it stops without anything being changed. What is a fact outside
the case goes on: a plan says what was agreed, a programme is the provider's, a VOG is before Justis. A request of the
person keeps its term whatever happens to a case.

Someone who died asks for more: all their cases end, and so do their programmes and their place in a family.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.vault.queries import (
    Clause,
    appointment_open,
    case_open,
    detention_current,
    member_now,
    task_open,
    transfer_open,
    vog_pending,
)
from casus.vault.tables import (
    ActionPlan,
    Appointment,
    Assignment,
    Case,
    Detention,
    FamilyMember,
    FieldChange,
    Goal,
    IdApplication,
    Programme,
    Record,
    Task,
    Transfer,
    VogProcedure,
)

DECEASED = "deceased"
"""The code of list closure_reason after which nothing is asked of or about the person any more."""
_LEGAL = ("access_request", "destruction")
"""Tasks that keep their term whatever happens to a case."""
_RUNNING = ("not_started", "in_progress")


@dataclass(frozen=True)
class Line:
    """A kind of thing (code of list ending) and how many of it there are."""

    kind: str
    number: int


@dataclass(frozen=True)
class Ending:
    """What closing a case on a day ends, what goes on all the same, and what ends besides when the person died."""

    ends: tuple[Line, ...]
    goes_on: tuple[Line, ...]
    at_death: tuple[Line, ...]


@dataclass(frozen=True)
class TakenUp:
    """Something that ended with the case and may be taken up again: a task, or an appointment that is still to come."""

    id: str
    kind: str  # tasks or appointments
    title: str
    due_on: date | None


def what_ends(desk: Desk, case_id: str, on: date | None = None) -> Ending:
    """Return what closing this case on a day (today) would end, in numbers; raises NotFound."""
    day = on or desk.today()
    with desk.reading() as session:
        case = fetch(session, Case, case_id)
        last = _last_of(session, case)
        person, mine = case.person_id, case.id
        ends: dict[str, tuple[type[Record], Clause]] = {
            "tasks": (Task, _tasks(case, last)),
            "appointments": (Appointment, _coming(case, day, last)),
            "offers": (Transfer, and_(Transfer.case_id == mine, transfer_open())),
            "assignments": (
                Assignment, and_(Assignment.case_id == mine, Assignment.until_on.is_(None)),
            ),
        }  # fmt: skip
        goes_on: dict[str, tuple[type[Record], Clause]] = {
            "unreported": (
                Appointment,
                and_(_mine(Appointment, case, last), appointment_open(), Appointment.on <= day),
            ),
            "goals": (Goal, and_(Goal.status.in_(_RUNNING), Goal.plan_id.in_(_plans(mine)))),
            "programmes": (Programme, _programmes(person)),
            "vog": (VogProcedure, and_(VogProcedure.person_id == person, vog_pending())),
            "id_applications": (
                IdApplication,
                and_(IdApplication.case_id == mine, IdApplication.handed_over_on.is_(None)),
            ),
            "detentions": (Detention, and_(Detention.person_id == person, detention_current())),
            "families": (FamilyMember, and_(FamilyMember.person_id == person, member_now())),
        }
        at_death: dict[str, tuple[type[Record], Clause]] = {
            "cases": (Case, and_(Case.person_id == person, Case.id != mine, case_open())),
            "programmes": (Programme, _programmes(person)),
            "families": (FamilyMember, and_(FamilyMember.person_id == person, member_now())),
        }
        return Ending(_counted(session, ends), _counted(session, goes_on), _counted(session, at_death))


def end_case(session: Session, case: Case, on: date) -> None:
    """End on this day what ends with a case; its own columns are the caller's. Says nothing of the case itself."""
    last = _last_of(session, case)
    for task in session.scalars(select(Task).where(_tasks(case, last))):
        task.status, task.done_on = "cancelled", on
    for appointment in session.scalars(select(Appointment).where(_coming(case, on, last))):
        appointment.cancelled = True
    for offer in session.scalars(select(Transfer).where(Transfer.case_id == case.id, transfer_open())):
        offer.status, offer.answered_on = "withdrawn", max(on, offer.offered_on)
    running = select(Assignment).where(Assignment.case_id == case.id, Assignment.until_on.is_(None))
    for assignment in session.scalars(running):
        assignment.until_on = max(on, assignment.from_on)


def other_open_cases(session: Session, case: Case) -> list[Case]:
    """Return the other running cases of the person."""
    wanted = select(Case).where(Case.person_id == case.person_id, Case.id != case.id, case_open())
    return list(session.scalars(wanted.order_by(Case.opened_on, Case.id)))


def end_of_life(session: Session, person_id: str, on: date) -> None:
    """End what someone who died no longer takes part in: programmes, and their place in a family."""
    words = codelist("closure_reason").label(DECEASED)
    for programme in session.scalars(select(Programme).where(_programmes(person_id))):
        programme.status, programme.stop_reason = "stopped", words
        programme.ended_on = max(on, programme.started_on or programme.registered_on)
    places = select(FamilyMember).where(FamilyMember.person_id == person_id, member_now())
    for member in session.scalars(places):
        member.until_on, member.review_on = max(on, member.from_on), None


def ended_with(desk: Desk, case_id: str) -> list[TakenUp]:
    """Return the tasks that were cancelled when this case was closed last, and appointments that are still to come."""
    with desk.reading() as session:
        return _ended_with(session, fetch(session, Case, case_id), desk.today())


def take_up(session: Session, desk: Desk, check: FormCheck, case: Case, ids: Iterable[str], on: date) -> None:
    """Open the chosen tasks and appointments again; what was due before that day is due on it."""
    offered = {one.id: one for one in _ended_with(session, case, desk.today())}
    for one_id in dict.fromkeys(ids):
        if one_id not in offered:
            check.refuse("again", "unknown_record")
        elif offered[one_id].kind == "tasks":
            task = session.get_one(Task, one_id)
            task.status, task.done_on = "open", None
            task.due_on = max(task.due_on, on) if task.due_on else None
        else:
            session.get_one(Appointment, one_id).cancelled = False


def _ended_with(session: Session, case: Case, today: date) -> list[TakenUp]:
    """Read from the history which records the last closing cancelled."""
    if case.closed_on is None:
        return []
    closing = session.scalar(
        select(FieldChange.batch_id)
        .where(
            FieldChange.kind == "cases",
            FieldChange.record_id == case.id,
            FieldChange.field == "closed_on",
            FieldChange.new.is_not(None),
        )
        .order_by(FieldChange.id.desc())
        .limit(1)
    )

    def touched(kind: str, field: str) -> Select[str]:
        return select(FieldChange.record_id).where(
            FieldChange.batch_id == closing, FieldChange.kind == kind, FieldChange.field == field
        )

    tasks = select(Task).where(
        Task.id.in_(touched("tasks", "status")), Task.status == "cancelled", Task.person_id == case.person_id
    )
    coming = select(Appointment).where(
        Appointment.id.in_(touched("appointments", "cancelled")),
        Appointment.cancelled,
        Appointment.on >= today,
        Appointment.person_id == case.person_id,
    )
    found = [
        TakenUp(one.id, "tasks", one.title, one.due_on)
        for one in session.scalars(tasks.order_by(Task.due_on.is_(None), Task.due_on, Task.id))
    ]
    return found + [
        TakenUp(one.id, "appointments", one.kind, one.on)
        for one in session.scalars(coming.order_by(Appointment.on, Appointment.id))
    ]


def _last_of(session: Session, case: Case) -> bool:
    """Return whether no other case of the person runs: then what names only the person ends too."""
    others = select(Case.id).where(Case.person_id == case.person_id, Case.id != case.id, case_open())
    return session.scalar(others.limit(1)) is None


def _tasks(case: Case, last: bool) -> Clause:
    return and_(_mine(Task, case, last), task_open(), Task.source.not_in(_LEGAL))


def _coming(case: Case, on: date, last: bool) -> Clause:
    return and_(_mine(Appointment, case, last), appointment_open(), Appointment.on > on)


def _mine(table: type[Task] | type[Appointment], case: Case, last: bool) -> Clause:
    mine = table.case_id == case.id
    if last:
        mine = or_(mine, and_(table.person_id == case.person_id, table.case_id.is_(None)))
    return mine


def _programmes(person_id: str) -> Clause:
    return and_(Programme.person_id == person_id, Programme.ended_on.is_(None))


def _plans(case_id: str) -> Select[str]:
    return select(ActionPlan.id).where(ActionPlan.case_id == case_id, ActionPlan.status == "adopted")


def _counted(session: Session, wanted: dict[str, tuple[type[Record], Clause]]) -> tuple[Line, ...]:
    found = []
    for kind, (table, clause) in wanted.items():
        number = session.scalar(select(func.count()).select_from(table).where(clause)) or 0
        if number:
            found.append(Line(kind, number))
    return tuple(found)
