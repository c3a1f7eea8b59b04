# SPDX-License-Identifier: EUPL-1.2
"""The first page after unlocking: what is planned, what is late, who is silent, who is coming out."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from casus.services.appointments import appointment_rows
from casus.services.case_list import RELEASE_AHEAD, attention_clause
from casus.services.desk import Desk
from casus.services.drafts import DraftRow, list_drafts
from casus.services.lists import AnyRow, AnySelect
from casus.services.naming import NAME_COLUMNS, list_name
from casus.services.tasks import TaskRow, task_row, task_rows
from casus.vault import queries
from casus.vault.tables import (
    Appointment,
    Case,
    Detention,
    Facility,
    Family,
    Person,
    Programme,
    Task,
)

SOON = timedelta(days=7)
MOST = 50
"""Lines per card; the number behind a card is always the whole number."""


@dataclass(frozen=True)
class AppointmentRow:
    """A planned contact; `on` before today means that its report is still missing."""

    id: str
    kind: str
    on: date
    at_time: str | None
    person_id: str | None
    case_id: str | None
    person_name: str
    place: str | None


@dataclass(frozen=True)
class CaseRow:
    """A case that asks for attention, with the day that is the reason (none: never had contact)."""

    case_id: str
    person_id: str
    person_name: str
    number: str
    phase: str
    approach: str
    day: date | None


@dataclass(frozen=True)
class ReleaseRow:
    """Someone who comes out soon, or was expected to be out already."""

    detention_id: str
    person_id: str
    case_id: str | None
    person_name: str
    facility: str
    expected_on: date
    certainty: str


@dataclass(frozen=True)
class TodayView:
    """All of the page; the tuples hold at most 50 lines each, `counts` the whole numbers.

    Keys of `counts`: today (late and due today), overdue, soon, reviews_due, long_silent, releases_soon,
    persons, cases (open), families, detention (inside now), programmes (running).
    """

    day: date
    appointments: tuple[AppointmentRow, ...] = ()
    overdue: tuple[TaskRow, ...] = ()
    soon: tuple[TaskRow, ...] = ()
    reviews_due: tuple[CaseRow, ...] = ()
    long_silent: tuple[CaseRow, ...] = ()
    releases_soon: tuple[ReleaseRow, ...] = ()
    drafts: tuple[DraftRow, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)


def today(desk: Desk) -> TodayView:
    """Return what the worker should see first."""
    day = desk.today()
    drafts = tuple(list_drafts(desk))
    with desk.reading() as session:
        overdue = queries.task_due(day - timedelta(days=1))
        soon = queries.task_due(day + SOON) & (Task.due_on >= day)
        review = attention_clause("review_due", day)
        silent = attention_clause("long_silent", day)
        out = queries.release_expected_by(day + RELEASE_AHEAD)
        return TodayView(
            day,
            appointments=_appointments(session, day),
            overdue=tuple(map(task_row, session.execute(task_rows().where(overdue).limit(MOST)))),
            soon=tuple(map(task_row, session.execute(task_rows().where(soon).limit(MOST)))),
            reviews_due=_cases(session, _case_rows(Case.review_on).where(review).order_by(Case.review_on)),
            long_silent=_cases(
                session, _case_rows(Case.last_contact_on).where(silent).order_by(Case.last_contact_on)
            ),
            releases_soon=_releases(session, out),
            drafts=drafts,
            counts=_counts(session, day),
        )


def navigation_counts(desk: Desk) -> dict[str, int]:
    """Return the numbers beside the entries of the sidebar; the same as `TodayView.counts`."""
    with desk.reading() as session:
        return _counts(session, desk.today())


def _counts(session: Session, day: date) -> dict[str, int]:
    wanted = {
        "overdue": _count(Task, queries.task_due(day - timedelta(days=1))),
        "soon": _count(Task, queries.task_due(day + SOON) & (Task.due_on >= day)),
        "due_today": _count(Task, queries.task_due(day) & (Task.due_on == day)),
        "appointments": _count(Appointment, queries.appointment_open() & (Appointment.on <= day)),
        "reviews_due": _count(Case, attention_clause("review_due", day)),
        "long_silent": _count(Case, attention_clause("long_silent", day)),
        "releases_soon": _count(Detention, queries.release_expected_by(day + RELEASE_AHEAD)),
        "persons": select(func.count()).select_from(Person),
        "cases": _count(Case, queries.case_open()),
        "families": _count(Family, Family.ended_on.is_(None)),
        "detention": _count(Detention, queries.detention_current()),
        "programmes": _count(Programme, Programme.ended_on.is_(None)),
    }
    row = session.execute(
        select(*(query.scalar_subquery().label(key) for key, query in wanted.items()))
    ).one()
    counts = {key: int(getattr(row, key)) for key in wanted}
    return {"today": counts["overdue"] + counts["due_today"] + counts["appointments"], **counts}


def _count(table: Any, clause: queries.Clause) -> Select[int]:
    return select(func.count()).select_from(table).where(clause)


def _appointments(session: Session, day: date) -> tuple[AppointmentRow, ...]:
    """Planned for the coming week, and earlier ones of which the report is missing."""
    rows = session.execute(
        appointment_rows()
        .where(queries.appointment_open(), Appointment.on <= day + SOON)
        .order_by(Appointment.on, Appointment.at_time)
        .limit(MOST)
    )
    return tuple(
        AppointmentRow(
            row.id, row.kind, row.on, row.at_time, row.person_id, row.case_id,
            _name(row) if row.person_id else "", row.place,
        )
        for row in rows
    )  # fmt: skip


def _case_rows(day: Any) -> AnySelect:
    return select(
        Case.id, Case.person_id, Case.number, Case.phase, Case.approach, day.label("day"), *NAME_COLUMNS
    ).join(Person, Person.id == Case.person_id)


def _cases(session: Session, wanted: AnySelect) -> tuple[CaseRow, ...]:
    return tuple(
        CaseRow(row.id, row.person_id, _name(row), row.number, row.phase, row.approach, row.day)
        for row in session.execute(wanted.limit(MOST))
    )


def _releases(session: Session, clause: queries.Clause) -> tuple[ReleaseRow, ...]:
    rows = session.execute(
        select(
            Detention.id,
            Detention.person_id,
            Detention.case_id,
            Detention.expected_on,
            Detention.release_certainty,
            Facility.name.label("facility"),
            *NAME_COLUMNS,
        )
        .join(Person, Person.id == Detention.person_id)
        .join(Facility, Facility.id == Detention.facility_id)
        .where(clause)
        .order_by(Detention.expected_on)
        .limit(MOST)
    )
    return tuple(
        ReleaseRow(
            row.id,
            row.person_id,
            row.case_id,
            _name(row),
            row.facility,
            row.expected_on,
            row.release_certainty,
        )
        for row in rows
    )


def _name(row: AnyRow) -> str:
    return list_name(row.surname, row.prefix, row.given_name, row.call_name)
