# SPDX-License-Identifier: EUPL-1.2
"""How often someone came to a programme, month by month: meetings planned and meetings attended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.dates import add_months
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.vault.tables import Attendance, Programme

MOST = 100
"""More meetings than this in a month are a slip of the pen."""


@dataclass(frozen=True)
class AttendanceInput:
    """How many meetings were planned in a month and how many of them were attended; None: nothing known."""

    month: date
    planned: int | None = None
    attended: int | None = None


def attendance_of(desk: Desk, programme_ids: Sequence[str]) -> dict[str, tuple[Attendance, ...]]:
    """Return the months that were recorded of each of these programmes, the oldest first."""
    wanted = select(Attendance).where(Attendance.programme_id.in_(programme_ids)).order_by(Attendance.month)
    found: dict[str, tuple[Attendance, ...]] = {}
    with desk.reading() as session:
        for record in session.scalars(wanted):
            found[record.programme_id] = (*found.get(record.programme_id, ()), record)
    return found


def months_of(programme: Programme, today: date) -> list[date]:
    """Return the first day of each month in which a programme ran so far, the oldest first."""
    if programme.started_on is None:
        return []
    month, last = programme.started_on.replace(day=1), min(programme.ended_on or today, today)
    found = []
    while month <= last:
        found.append(month)
        month = add_months(month, 1)
    return found


def set_attendance(
    desk: Desk, programme_id: str, version: int, months: Sequence[AttendanceInput]
) -> Done[Programme]:
    """Record the attendance of these months; a month in which both numbers are None is emptied, others stay.

    Fields are named by the month: `months.2023-06.attended`. Raises InvalidForm, NotFound, StaleRecord.
    """
    with desk.changing(label="set_attendance") as session:
        programme = fetch(session, Programme, programme_id, version)
        _check(programme, months, desk.today())
        stored = {
            one.month: one
            for one in session.scalars(select(Attendance).where(Attendance.programme_id == programme_id))
        }
        for one in months:
            _keep(session, programme_id, stored.get(one.month.replace(day=1)), one)
    ids = (programme.id, programme.person_id, programme.case_id)
    return Done(programme, Changes.of(("attendances", "programmes"), *ids))


def _check(programme: Programme, months: Sequence[AttendanceInput], today: date) -> None:
    check = FormCheck()
    running = set(months_of(programme, today))
    for one in months:
        field = f"months.{one.month:%Y-%m}"
        if one.planned is None and one.attended is None:
            continue
        if one.month.replace(day=1) not in running:
            check.refuse(f"{field}.planned", "before_programme")
        check.number(f"{field}.planned", one.planned, last=MOST, required=True)
        check.number(f"{field}.attended", one.attended, last=MOST, required=True)
        if one.planned is not None and one.attended is not None and one.attended > one.planned:
            check.refuse(f"{field}.attended", "more_than_planned")
    check.finish()


def _keep(session: Session, programme_id: str, stored: Attendance | None, one: AttendanceInput) -> None:
    if one.planned is None or one.attended is None:
        if stored is not None:
            session.delete(stored)
    elif stored is None:
        month = one.month.replace(day=1)
        session.add(
            Attendance(programme_id=programme_id, month=month, planned=one.planned, attended=one.attended)
        )
    elif (stored.planned, stored.attended) != (one.planned, one.attended):
        stored.planned, stored.attended = one.planned, one.attended
