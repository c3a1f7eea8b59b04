# SPDX-License-Identifier: EUPL-1.2
"""What a hand-over note begins with: phase, what is open, what is planned, and what works."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.plan_versions import newest, plans_of
from casus.vault.queries import appointment_open, task_open
from casus.vault.tables import Appointment, Case, Person, Task

MOST = 12
"""Lines per part; a note is read, not searched."""
_OPEN_ACTIONS = frozenset({"not_started", "in_progress"})
_MET = frozenset({"met", "partly_met"})


@dataclass(frozen=True)
class NoteAppointment:
    """A planned contact."""

    on: date
    at_time: str | None
    kind: str


@dataclass(frozen=True)
class NoteFacts:
    """The facts of a case that a colleague asks first; actions and tasks with the day they are due."""

    person_name: str
    phase: str
    phase_since: date
    last_contact_on: date | None
    review_on: date | None
    actions: tuple[tuple[str, date | None], ...]
    tasks: tuple[tuple[str, date | None], ...]
    appointments: tuple[NoteAppointment, ...]
    works: tuple[str, ...]


def note_facts(desk: Desk, case_id: str) -> NoteFacts:
    """Return what a hand-over note begins with; raises NotFound."""
    with desk.reading() as session:
        case = fetch(session, Case, case_id)
        plan = newest(plans_of(session, case_id=case_id))
        goals = plan.goals if plan else ()
        tasks = session.execute(
            select(Task.title, Task.due_on)
            .where(Task.case_id == case_id, task_open(), Task.action_id.is_(None))
            .order_by(Task.due_on.is_(None), Task.due_on, Task.id)
            .limit(MOST)
        )
        appointments = session.execute(
            select(Appointment.on, Appointment.at_time, Appointment.kind)
            .where(Appointment.case_id == case_id, appointment_open(), Appointment.on >= desk.today())
            .order_by(Appointment.on, Appointment.at_time)
            .limit(MOST)
        )
        return NoteFacts(
            person_name(fetch(session, Person, case.person_id)),
            case.phase,
            case.phase_since,
            case.last_contact_on,
            case.review_on,
            tuple(
                (action.title, action.due_on)
                for goal in goals
                for action in goal.actions
                if action.status in _OPEN_ACTIONS
            )[:MOST],
            tuple((row.title, row.due_on) for row in tasks),
            tuple(NoteAppointment(row.on, row.at_time, row.kind) for row in appointments),
            tuple(
                ": ".join(part for part in (goal.record.title, goal.record.result) if part)
                for goal in goals
                if goal.record.status in _MET
            )[:MOST],
        )
