# SPDX-License-Identifier: EUPL-1.2
"""What "open", "started in" and "running on" mean, once, for every list, screen and indicator.

A number on a screen and the list behind it come from the same expression (domain.md 3, line 9). A day is
part of a period from its first up to and including its last; what ended on a day was still running on it.
"""

from datetime import date

from sqlalchemy import ColumnElement, Date, and_, func, or_
from sqlalchemy.orm import InstrumentedAttribute

from casus.domain.periods import Period
from casus.vault.tables import (
    ActionPlan,
    Appointment,
    Case,
    Contact,
    Detention,
    FamilyMember,
    Programme,
    Task,
)

Clause = ColumnElement[bool]
DayColumn = InstrumentedAttribute[date] | InstrumentedAttribute[date | None]

REACHED = "yes"
OPEN_TASK = "open"
ADOPTED_PLAN = "adopted"


def day_in(column: DayColumn, period: Period) -> Clause:
    """Return whether the day in `column` lies in `period`; a day that is missing does not."""
    return column.between(period.first, period.last)


def running_in(start: DayColumn, end: DayColumn, period: Period) -> Clause:
    """Return whether something from `start` up to and including `end` (none: still running) touches `period`."""
    return and_(start <= period.last, or_(end.is_(None), end >= period.first))


def running_on(start: DayColumn, end: DayColumn, day: date) -> Clause:
    """Return whether something from `start` up to and including `end` (none: still running) ran on `day`."""
    return and_(start <= day, or_(end.is_(None), end >= day))


# --- cases ---------------------------------------------------------------------------------------


def case_open() -> Clause:
    """Return whether a case is open now: not closed, rejected, referred or escalated."""
    return Case.closed_on.is_(None)


def case_started_in(period: Period) -> Clause:
    """Return whether a case was opened in `period`; reopening is not a second start (domain rule 7)."""
    return day_in(Case.opened_on, period)


def case_active_in(period: Period) -> Clause:
    """Return whether a case ran on at least one day of `period`."""
    return running_in(Case.opened_on, Case.closed_on, period)


def case_active_on(day: date) -> Clause:
    """Return whether a case ran on `day`."""
    return running_on(Case.opened_on, Case.closed_on, day)


def case_closed_in(period: Period) -> Clause:
    """Return whether a case was closed in `period` and stayed so."""
    return day_in(Case.closed_on, period)


def case_review_due(day: date) -> Clause:
    """Return whether an open case's proportionality review is due on or before `day`."""
    return and_(case_open(), Case.review_on <= day)


def case_silent_since(day: date) -> Clause:
    """Return whether an open case had no contact that reached the person since `day` (nor was opened since)."""
    return and_(case_open(), func.coalesce(Case.last_contact_on, Case.opened_on, type_=Date) < day)


# --- contacts ------------------------------------------------------------------------------------


def contact_in(period: Period, kind: str | None = None) -> Clause:
    """Return whether a contact (of this kind of list contact_kind) took place in `period`, reached or not."""
    within = day_in(Contact.on, period)
    return within if kind is None else and_(within, Contact.kind == kind)


def contact_reached() -> Clause:
    """Return whether the person was reached."""
    return Contact.reached == REACHED


# --- programmes ----------------------------------------------------------------------------------


def programme_registered_in(period: Period) -> Clause:
    """Return whether someone was registered for a programme in `period`."""
    return day_in(Programme.registered_on, period)


def programme_started_in(period: Period) -> Clause:
    """Return whether a programme really started in `period`; registered or waiting is not started."""
    return day_in(Programme.started_on, period)


def programme_running_on(day: date) -> Clause:
    """Return whether a programme ran on `day`."""
    return running_on(Programme.started_on, Programme.ended_on, day)


def programme_ended_in(period: Period, status: str | None = None) -> Clause:
    """Return whether a programme ended in `period`, finished or stopped (list programme_status)."""
    within = day_in(Programme.ended_on, period)
    return within if status is None else and_(within, Programme.status == status)


# --- detention -----------------------------------------------------------------------------------


def detained_on(day: date) -> Clause:
    """Return whether a detention ran on `day`."""
    return running_on(Detention.entered_on, Detention.released_on, day)


def detained_in(period: Period) -> Clause:
    """Return whether a detention ran on at least one day of `period`."""
    return running_in(Detention.entered_on, Detention.released_on, period)


def detention_current() -> Clause:
    """Return whether the person is still inside, as far as is known."""
    return Detention.released_on.is_(None)


def released_in(period: Period) -> Clause:
    """Return whether a detention ended in `period`."""
    return day_in(Detention.released_on, period)


def release_expected_by(day: date) -> Clause:
    """Return whether the release of someone still inside is expected on or before `day`."""
    return and_(detention_current(), Detention.expected_on <= day)


# --- families, tasks, appointments ---------------------------------------------------------------


def member_on(day: date) -> Clause:
    """Return whether a person belonged to a family on `day`."""
    return running_on(FamilyMember.from_on, FamilyMember.until_on, day)


def task_open() -> Clause:
    """Return whether a task still has to be done."""
    return Task.status == OPEN_TASK


def task_due(day: date) -> Clause:
    """Return whether an open task is due on or before `day`."""
    return and_(task_open(), Task.due_on <= day)


def appointment_open() -> Clause:
    """Return whether an appointment still has to take place or to be reported: not cancelled, no contact yet."""
    return and_(Appointment.cancelled.is_(False), Appointment.contact_id.is_(None))


# --- plans ---------------------------------------------------------------------------------------


def plan_evaluation_due(day: date) -> Clause:
    """Return whether the plan in force was to be looked back on by `day`, and that was not written down yet."""
    return and_(
        ActionPlan.status == ADOPTED_PLAN, ActionPlan.evaluation.is_(None), ActionPlan.evaluate_on <= day
    )
