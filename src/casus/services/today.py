# SPDX-License-Identifier: EUPL-1.2
"""The first page after unlocking: what is planned, what is late, who is silent, who is coming out, what lacks."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from casus.services.appointment_list import appointment_clause
from casus.services.appointments import appointment_rows
from casus.services.break_glass import unjudged
from casus.services.case_list import attention_clause, release_clause
from casus.services.desk import Desk
from casus.services.detention_list import RELEASES
from casus.services.draft_subjects import draft_subjects
from casus.services.drafts import list_drafts
from casus.services.family_list import family_clause
from casus.services.lists import AnyRow, AnySelect
from casus.services.missing_list import count_by_kind
from casus.services.naming import NAME_COLUMNS, closed_columns, closed_name, list_name
from casus.services.programme_list import state_clause
from casus.services.requests import state_clause as request_state
from casus.services.retention.due_list import DUE
from casus.services.retention.due_list import state_clause as retention_clause
from casus.services.retention.relatives_list import relatives_due
from casus.services.task_list import due_clause
from casus.services.tasks import TaskRow, task_row, task_rows
from casus.services.vog_list import DUE_AHEAD
from casus.vault import queries
from casus.vault.condition_queries import condition_check_due
from casus.vault.correction_queries import notice_open
from casus.vault.tables import (
    AccessRequest,
    Appointment,
    Case,
    Detention,
    EmergencyAccess,
    Facility,
    Family,
    Person,
    Programme,
    RecipientNotice,
    Task,
    VogProcedure,
)

MOST = 6
"""Lines per group; `counts` has the whole numbers, and the list behind each number all of its lines."""
MOST_TODAY = 12
"""Appointments of today: a full day's visits."""


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
class DraftLine:
    """A form that is not finished: its kind (list form), about whom ("" for nobody on file), when it was kept."""

    key: str
    form: str
    name: str
    saved_at: datetime


@dataclass(frozen=True)
class TodayView:
    """All of the page; the tuples hold the first lines of each group, `counts` the whole numbers.

    Keys of `counts`: unreported, appointments_today, appointments_soon (after today, within 7 days), appointments
    (unreported and today's), overdue, soon, due_today, reviews_due, long_silent, release_late, release_7,
    release_soon (30 days), release_90 (each window holds the ones before), release_unknown, conditions_due
    (detentions), vog_due (procedures), plans_due (cases), members_due (families), retention_due (closed cases), relatives_due (persons), requests_late and requests_soon (within 7 days) of persons about their data, recipients (still to be told of a correction), missing; and of the sidebar: today (late and due today), tasks (open), persons, cases (open), families, detention (inside now),
    programmes (running).
    """

    day: date
    unreported: tuple[AppointmentRow, ...] = ()
    appointments: tuple[AppointmentRow, ...] = ()
    overdue: tuple[TaskRow, ...] = ()
    soon: tuple[TaskRow, ...] = ()
    reviews_due: tuple[CaseRow, ...] = ()
    long_silent: tuple[CaseRow, ...] = ()
    releases_late: tuple[ReleaseRow, ...] = ()
    releases_soon: tuple[ReleaseRow, ...] = ()
    drafts: tuple[DraftLine, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        """Whether nothing is on file yet and nothing waits."""
        return not self.counts.get("persons") and not self.drafts and not self.counts.get("tasks")


def today(desk: Desk) -> TodayView:
    """Return what the worker should see first."""
    day = desk.today()
    with desk.reading() as session:
        late, near = due_clause("overdue", day), due_clause("within_7_days", day)
        review, silent = attention_clause("review_due", day), attention_clause("long_silent", day)
        reviews = _case_rows(Case.review_on).where(review).order_by(Case.review_on, Case.id)
        quiet = _case_rows(Case.last_contact_on).where(silent).order_by(Case.last_contact_on, Case.id)
        return TodayView(
            day,
            unreported=_appointments(session, day, "unreported"),
            appointments=(
                *_appointments(session, day, "today", MOST_TODAY),
                *_appointments(session, day, "within_7_days"),
            ),
            overdue=tuple(map(task_row, session.execute(task_rows().where(late).limit(MOST)))),
            soon=tuple(map(task_row, session.execute(task_rows().where(near).limit(MOST)))),
            reviews_due=_cases(session, reviews),
            long_silent=_cases(session, quiet),
            releases_late=_releases(session, release_clause("release_late", day)),
            releases_soon=_releases(session, release_clause("release_soon", day)),
            drafts=_drafts(desk, session),
            counts=_counts(session, desk, day),
        )


def drafts_to_finish(desk: Desk) -> tuple[DraftLine, ...]:
    """Return the forms that are not finished, the one kept last first."""
    with desk.reading() as session:
        return _drafts(desk, session)


def navigation_counts(desk: Desk) -> dict[str, int]:
    """Return the numbers beside the entries of the sidebar; the same as `TodayView.counts`."""
    with desk.reading() as session:
        return _counts(session, desk, desk.today())


def _drafts(desk: Desk, session: Session) -> tuple[DraftLine, ...]:
    found = list_drafts(desk)
    names = draft_subjects(session, found)
    return tuple(DraftLine(one.key, one.form, names.get(one.key, ""), one.saved_at) for one in found)


def _counts(session: Session, desk: Desk, day: date) -> dict[str, int]:
    wanted = {
        "unreported": _count(Appointment, appointment_clause("unreported", day)),
        "appointments_today": _count(Appointment, appointment_clause("today", day)),
        "appointments_soon": _count(Appointment, appointment_clause("within_7_days", day)),
        "overdue": _count(Task, due_clause("overdue", day)),
        "soon": _count(Task, due_clause("within_7_days", day)),
        "due_today": _count(Task, queries.task_due_between(day, day)),
        "tasks": _count(Task, queries.task_open()),
        "reviews_due": _count(Case, attention_clause("review_due", day)),
        "long_silent": _count(Case, attention_clause("long_silent", day)),
        **{code: _count(Detention, release_clause(code, day)) for code in RELEASES},
        "conditions_due": _count(Detention, condition_check_due(day)),
        "vog_due": _count(VogProcedure, queries.vog_deadline_due(day + DUE_AHEAD)),
        "plans_due": _count(Case, attention_clause("plan_evaluation_due", day)),
        "retention_due": _count(Case, retention_clause(DUE, day)),
        "relatives_due": relatives_due(day, desk.policy),
        "members_due": _count(Family, family_clause("member_review_due", day)),
        "requests_late": _count(AccessRequest, request_state("late", day)),
        "requests_soon": _count(AccessRequest, request_state("soon", day)),
        "recipients": _count(RecipientNotice, notice_open()),
        "accesses": _count(EmergencyAccess, unjudged() & EmergencyAccess.ended_at.is_not(None)),
        "persons": select(func.count()).select_from(Person),
        "cases": _count(Case, queries.case_open()),
        "families": _count(Family, queries.family_open()),
        "detention": _count(Detention, queries.detention_current()),
        "programmes": _count(Programme, state_clause(("running",), day)),
    }
    row = session.execute(
        select(*(query.scalar_subquery().label(key) for key, query in wanted.items()))
    ).one()
    counts = {key: int(getattr(row, key)) for key in wanted}
    counts["appointments"] = counts["unreported"] + counts["appointments_today"]
    counts["missing"] = sum(count_by_kind(session, day).values())
    return {"today": counts["overdue"] + counts["due_today"] + counts["appointments"], **counts}


def _count(table: Any, clause: queries.Clause) -> Select[int]:
    return select(func.count()).select_from(table).where(clause)


def _appointments(session: Session, day: date, state: str, most: int = MOST) -> tuple[AppointmentRow, ...]:
    rows = session.execute(
        appointment_rows()
        .where(appointment_clause(state, day))
        .order_by(Appointment.on, Appointment.at_time.is_(None), Appointment.at_time, Appointment.id)
        .limit(most)
    )
    return tuple(
        AppointmentRow(
            row.id, "" if row.dossier_closed else row.kind, row.on, row.at_time, row.person_id, row.case_id,
            _name(row) if row.person_id else "", None if row.dossier_closed else row.place,
        )
        for row in rows
    )  # fmt: skip


def _case_rows(day: Any) -> AnySelect:
    return select(
        Case.id,
        Case.person_id,
        Case.number,
        Case.phase,
        Case.approach,
        day.label("day"),
        *NAME_COLUMNS,
        *closed_columns(Case.person_id, Case.id),
    ).join(Person, Person.id == Case.person_id)


def _cases(session: Session, wanted: AnySelect) -> tuple[CaseRow, ...]:
    return tuple(
        CaseRow(row.id, row.person_id, _name(row), "", "", "", row.day)
        if row.dossier_closed
        else CaseRow(row.id, row.person_id, _name(row), row.number, row.phase, row.approach, row.day)
        for row in session.execute(wanted.limit(MOST))
    )


def _releases(session: Session, clause: queries.Clause) -> tuple[ReleaseRow, ...]:
    rows = session.execute(
        select(
            Detention.id, Detention.person_id, Detention.case_id, Detention.expected_on,
            Detention.release_certainty, Facility.name.label("facility"), *NAME_COLUMNS,
            *closed_columns(Detention.person_id, Detention.case_id),
        )
        .join(Person, Person.id == Detention.person_id)
        .join(Facility, Facility.id == Detention.facility_id)
        .where(clause)
        .order_by(Detention.expected_on, Detention.id)
        .limit(MOST)
    )  # fmt: skip
    return tuple(
        ReleaseRow(
            row.id, row.person_id, row.case_id, _name(row), "" if row.dossier_closed else row.facility,
            row.expected_on, "" if row.dossier_closed else row.release_certainty,
        )
        for row in rows
    )  # fmt: skip


def _name(row: AnyRow) -> str:
    if row.dossier_closed:
        return closed_name(row.closed_number)
    return list_name(row.surname, row.prefix, row.given_name, row.call_name)
