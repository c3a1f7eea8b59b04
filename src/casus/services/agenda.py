# SPDX-License-Identifier: EUPL-1.2
"""The agenda: appointments, tasks, reviews and releases of some days, by the same rules as Vandaag counts them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.periods import Period
from casus.services.appointments import appointment_rows
from casus.services.desk import Desk
from casus.services.lists import AnyRow
from casus.services.naming import NAME_COLUMNS, closed_columns, closed_name, list_name
from casus.vault import queries
from casus.vault.tables import Appointment, Case, Detention, Facility, Person, Task

APPOINTMENT, TASK, REVIEW, RELEASE = "appointment", "task", "review", "release"
MOST_DAYS = 62
"""Days that can be asked for at once: a month with the weeks around it."""


@dataclass(frozen=True)
class AgendaItem:
    """One thing on one day.

    `kind` is appointment, task, review (proportionality) or release (expected, from detention); `what` the code
    of an appointment's contact kind or the title of a task, else empty; `at_time` "HH:MM" or none for the
    whole day; `done` when an appointment has its report or a task is finished.
    """

    kind: str
    record_id: str
    on: date
    what: str = ""
    at_time: str | None = None
    minutes: int | None = None
    person_id: str | None = None
    case_id: str | None = None
    person_name: str = ""
    place: str = ""
    done: bool = False


def agenda(desk: Desk, first: date, last: date) -> tuple[AgendaItem, ...]:
    """Return what lies on the days from `first` up to and including `last`, in order of day and time.

    Raises ValueError for more than 62 days.
    """
    if not 0 <= (last - first).days < MOST_DAYS:
        raise ValueError("days")
    period = Period(first, last)
    with desk.reading() as session:
        found = [
            *_appointments(session, period),
            *_tasks(session, period),
            *_reviews(session, period),
            *_releases(session, period),
        ]
    return tuple(
        sorted(found, key=lambda one: (one.on, one.at_time or "", one.kind, one.person_name, one.record_id))
    )


def _appointments(session: Session, period: Period) -> list[AgendaItem]:
    planned = Appointment.cancelled.is_(False), queries.day_in(Appointment.on, period)
    rows = session.execute(appointment_rows().where(*planned))
    return [
        AgendaItem(
            APPOINTMENT, row.id, row.on, "" if row.dossier_closed else row.kind, row.at_time,
            row.duration_minutes, row.person_id, row.case_id, _name(row),
            "" if row.dossier_closed else row.place or "", row.contact_id is not None,
        )
        for row in rows
    ]  # fmt: skip


def _tasks(session: Session, period: Period) -> list[AgendaItem]:
    rows = session.execute(
        select(
            Task.id,
            Task.due_on,
            Task.title,
            Task.status,
            Task.person_id,
            Task.case_id,
            *NAME_COLUMNS,
            *closed_columns(Task.person_id, Task.case_id),
        )
        .outerjoin(Person, Person.id == Task.person_id)
        .where(Task.status != "cancelled", queries.day_in(Task.due_on, period))
    )
    return [
        AgendaItem(
            TASK, row.id, row.due_on, _title(row), person_id=row.person_id, case_id=row.case_id,
            person_name="" if row.dossier_closed else _name(row), done=row.status != queries.OPEN_TASK,
        )
        for row in rows
    ]  # fmt: skip


def _reviews(session: Session, period: Period) -> list[AgendaItem]:
    rows = session.execute(
        select(
            Case.id, Case.person_id, Case.review_on, *NAME_COLUMNS, *closed_columns(Case.person_id, Case.id)
        )
        .join(Person, Person.id == Case.person_id)
        .where(queries.case_open(), queries.day_in(Case.review_on, period))
    )
    return [
        AgendaItem(
            REVIEW, row.id, row.review_on, person_id=row.person_id, case_id=row.id, person_name=_name(row)
        )
        for row in rows
    ]


def _releases(session: Session, period: Period) -> list[AgendaItem]:
    rows = session.execute(
        select(
            Detention.id, Detention.person_id, Detention.case_id, Detention.expected_on,
            Facility.name.label("place"), *NAME_COLUMNS,
            *closed_columns(Detention.person_id, Detention.case_id),
        )
        .join(Person, Person.id == Detention.person_id)
        .outerjoin(Facility, Facility.id == Detention.facility_id)
        .where(queries.detention_current(), queries.day_in(Detention.expected_on, period))
    )  # fmt: skip
    return [
        AgendaItem(
            RELEASE, row.id, row.expected_on, person_id=row.person_id, case_id=row.case_id,
            person_name=_name(row), place="" if row.dossier_closed else row.place or "",
        )
        for row in rows
    ]  # fmt: skip


def _name(row: AnyRow) -> str:
    if row.dossier_closed:
        return closed_name(row.closed_number)
    if not row.person_id:
        return ""
    return list_name(row.surname, row.prefix, row.given_name, row.call_name)


def _title(row: AnyRow) -> str:
    return closed_name(row.closed_number) if row.dossier_closed else row.title
