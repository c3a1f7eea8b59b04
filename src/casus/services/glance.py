# SPDX-License-Identifier: EUPL-1.2
"""A look at what comes next for one person, from a list; logged as a view, as opening the dossier is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from casus.errors import NotFound
from casus.services.closed_records import is_closed
from casus.services.desk import Desk
from casus.services.lists import AnyColumn
from casus.vault.closed import of_open_case
from casus.vault.queries import appointment_open, task_open
from casus.vault.tables import Appointment, Case, Contact, Person, Task

FEW = 4
"""How many open tasks are named."""


@dataclass(frozen=True)
class NextAppointment:
    """What is planned: a kind of list contact_kind, the day and the local time HH:MM."""

    kind: str
    on: date
    at_time: str | None


@dataclass(frozen=True)
class LastContact:
    """The latest contact: a kind of list contact_kind, the day, and a code of list reached."""

    kind: str
    on: date
    reached: str


@dataclass(frozen=True)
class Glance:
    """What comes next and what is open; `tasks` holds at most four titles, `more_tasks` how many are left out."""

    restricted: bool = False
    appointment: NextAppointment | None = None
    contact: LastContact | None = None
    tasks: tuple[str, ...] = ()
    more_tasks: int = 0


def glance(desk: Desk, record_id: str) -> Glance:
    """Return what comes next in a case, or for a person, and log the view; of a restricted dossier nothing.

    Raises NotFound.
    """
    with desk.reading() as session:
        case = session.get(Case, record_id)
        person = session.get(Person, case.person_id if case else record_id)
        if person is None:
            raise NotFound("persons", record_id)
        if is_closed(session, person.id, case.id if case else None):
            return Glance(restricted=True)
        found = _look(session, person, case)
    with desk.changing(label="log_view") as session:
        kind, about = ("cases", case.id) if case else ("persons", person.id)
        desk.vault.log(session, "viewed", kind, about)
    return found


def _look(session: Session, person: Person, case: Case | None) -> Glance:
    def mine(case_column: AnyColumn, person_column: AnyColumn) -> ColumnElement[bool]:
        return case_column == case.id if case else (person_column == person.id) & of_open_case(case_column)

    planned: Any = session.execute(
        select(Appointment.kind, Appointment.on, Appointment.at_time)
        .where(mine(Appointment.case_id, Appointment.person_id), appointment_open())
        .order_by(Appointment.on, Appointment.at_time)
        .limit(1)
    ).first()
    latest: Any = session.execute(
        select(Contact.kind, Contact.on, Contact.reached)
        .where(mine(Contact.case_id, Contact.person_id))
        .order_by(Contact.on.desc(), Contact.at_time.desc())
        .limit(1)
    ).first()
    titles = session.scalars(
        select(Task.title)
        .where(mine(Task.case_id, Task.person_id), task_open())
        .order_by(Task.due_on.is_(None), Task.due_on)
    ).all()
    return Glance(
        appointment=NextAppointment(*planned) if planned else None,
        contact=LastContact(*latest) if latest else None,
        tasks=tuple(titles[:FEW]),
        more_tasks=max(0, len(titles) - FEW),
    )
