# SPDX-License-Identifier: EUPL-1.2
"""What "open", "started in" and "running on" mean, once, for every list, screen and indicator.

A number on a screen and the list behind it come from the same expression (domain.md 3, line 9). A day is
part of a period from its first up to and including its last; what ended on a day was still running on it.
"""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    and_,
    case,
    exists,
    func,
    not_,
    null,
    or_,
    select,
    true,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute

from casus.domain.periods import Period
from casus.domain.vog import PENDING
from casus.vault.another import another
from casus.vault.followed import still_followed as still_followed
from casus.vault.followed import vog_deadline_due as vog_deadline_due
from casus.vault.tables import (
    ActionPlan,
    Appointment,
    Assignment,
    Attendance,
    Case,
    ConsultingSession,
    Contact,
    ContactAttendee,
    DestructionProposal,
    Detention,
    Family,
    FamilyMember,
    Programme,
    Task,
    Transfer,
    VogProcedure,
)

Clause = ColumnElement[bool]
DayColumn = InstrumentedAttribute[date] | InstrumentedAttribute[date | None]

REACHED = "yes"
CONFERENCES = ("case_meeting", "mdo")
"""Kinds of contact at which partners meet, with or without the person."""
OPEN_TASK = "open"
OFFERED = "offered"
REGISTERED_TWICE = "registered_twice"
"""Why the second record of one case was closed, after two records of one person were merged."""
ADOPTED_PLAN = "adopted"
PROPOSED_DESTRUCTION = "open"


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


def registered_once() -> Clause:
    """Return whether a case counts here: one registered twice counts in its other record, one handed over there."""
    once = or_(Case.closure_reason.is_(None), Case.closure_reason != REGISTERED_TWICE)
    return and_(once, Case.transferred_on.is_(None))


def case_started_in(period: Period) -> Clause:
    """Return whether a case was opened in `period`; reopening is not a second start (domain rule 7)."""
    return and_(registered_once(), day_in(Case.opened_on, period))


def case_closed_in(period: Period) -> Clause:
    """Return whether a case was closed in `period` and stayed so."""
    return and_(registered_once(), day_in(Case.closed_on, period))


def case_review_due(day: date) -> Clause:
    """Return whether an open case's proportionality review is due on or before `day`."""
    return and_(case_open(), Case.review_on <= day)


def case_silent_since(day: date) -> Clause:
    """Return whether an open case had no contact that reached the person since `day` (nor was opened since)."""
    return and_(case_open(), func.coalesce(Case.last_contact_on, Case.opened_on, type_=Date) < day)


def destruction_proposed() -> Clause:
    """Return whether the destruction of a case was proposed and nobody confirmed, rejected or withdrew it yet."""
    return Case.id.in_(destruction_names("cases"))


def destruction_names(key: str) -> Select[str]:
    """Return the ids that proposals which wait name under a key of their content: cases or relatives."""
    named = func.json_each(DestructionProposal.content, f"$.{key}").table_valued("value")
    waiting = select(named.c.value).select_from(DestructionProposal).join(named, true())
    return waiting.where(DestructionProposal.status == PROPOSED_DESTRUCTION)


# --- contacts ------------------------------------------------------------------------------------


def contact_in(period: Period, kind: str | None = None) -> Clause:
    """Return whether a contact (of this kind of list contact_kind) took place in `period`, reached or not."""
    within = day_in(Contact.on, period)
    return within if kind is None else and_(within, Contact.kind == kind)


def contact_reached() -> Clause:
    """Return whether the person was reached."""
    return Contact.reached == REACHED


def contact_with_person() -> Clause:
    """Return whether a contact was one with the person: a conference of partners is, only when they were there."""
    there = exists().where(
        ContactAttendee.contact_id == Contact.id, ContactAttendee.person_id == Contact.person_id
    )
    return and_(contact_reached(), or_(Contact.kind.not_in(CONFERENCES), there))


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


def programme_not_started() -> Clause:
    """Return whether someone is registered for a programme or waits for it, and it neither began nor ended."""
    return and_(Programme.started_on.is_(None), Programme.ended_on.is_(None))


def programme_ended() -> Clause:
    """Return whether a programme has ended: finished, stopped, or never begun."""
    return Programme.ended_on.is_not(None)


def programme_unattended_since(day: date, today: date) -> Clause:
    """Return whether a programme that runs `today` began before `day`, and nobody was seen there since."""
    seen = (
        exists()
        .where(
            Attendance.programme_id == Programme.id,
            Attendance.month >= day.replace(day=1),
            Attendance.attended > 0,
        )
        .correlate(Programme)
    )
    return and_(programme_running_on(today), Programme.started_on < day, not_(seen))


def programme_ended_in(period: Period, status: str | None = None) -> Clause:
    """Return whether a programme ended in `period`, finished or stopped (list programme_status)."""
    within = day_in(Programme.ended_on, period)
    return within if status is None else and_(within, Programme.status == status)


# --- certificates of conduct (VOG) ---------------------------------------------------------------


def vog_pending() -> Clause:
    """Return whether something still has to happen on the way to a certificate."""
    return VogProcedure.status.in_(PENDING)


def vog_in(period: Period) -> Clause:
    """Return whether a way to a certificate moved in `period` or was pending on its last day."""
    before = and_(VogProcedure.status_since <= period.last, vog_pending())
    return or_(day_in(VogProcedure.status_since, period), before)


def vog_avoided() -> Clause:
    """Return whether someone did not apply for a certificate, with a reason: the thing to see."""
    return VogProcedure.status == "not_applied"


# --- consulting hours ----------------------------------------------------------------------------


def consulting_in(period: Period) -> Clause:
    """Return whether a consulting hour in a facility was held in `period`."""
    return day_in(ConsultingSession.on, period)


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
    """Return whether a detention ended in `period`; going on in another facility is no release."""
    return and_(day_in(Detention.released_on, period), ~detention_continued())


def detention_continued() -> Clause:
    """Return whether a detention went on in another facility on the day it ended here: a transfer."""
    next_one = another(Detention, "next_detention")
    return exists().where(
        next_one.person_id == Detention.person_id,
        next_one.id != Detention.id,
        next_one.entered_on == Detention.released_on,
    )


def release_expected_by(day: date) -> Clause:
    """Return whether the release of someone still inside is expected on or before `day`."""
    return and_(detention_current(), Detention.expected_on <= day)


def release_expected_between(first: date, last: date) -> Clause:
    """Return whether the release of someone still inside is expected from `first` up to and including `last`."""
    return and_(detention_current(), Detention.expected_on.between(first, last))


def release_overdue(day: date) -> Clause:
    """Return whether someone still inside should have been out before `day`, as far as was known."""
    return and_(detention_current(), Detention.expected_on < day)


def release_expected_after(day: date) -> Clause:
    """Return whether the release of someone still inside is expected later than `day`."""
    return and_(detention_current(), Detention.expected_on > day)


def release_unknown() -> Clause:
    """Return whether it is not known when someone still inside comes out."""
    return and_(detention_current(), Detention.expected_on.is_(None))


# --- families, tasks, appointments ---------------------------------------------------------------


def family_open() -> Clause:
    """Return whether the approach of a family runs now: it was not ended."""
    return Family.ended_on.is_(None)


def family_active_in(period: Period) -> Clause:
    """Return whether the approach of a family ran on at least one day of `period`."""
    return running_in(Family.started_on, Family.ended_on, period)


def member_in(period: Period) -> Clause:
    """Return whether a person belonged to a family on at least one day of `period`."""
    return running_in(FamilyMember.from_on, FamilyMember.until_on, period)


def member_on(day: date) -> Clause:
    """Return whether a person belonged to a family on `day`."""
    return running_on(FamilyMember.from_on, FamilyMember.until_on, day)


def member_now() -> Clause:
    """Return whether someone belongs to a family now: the membership was not ended."""
    return FamilyMember.until_on.is_(None)


def member_review_due(day: date) -> Clause:
    """Return whether it must be judged on or before `day` if a member who turns 18 stays in the family."""
    return and_(member_now(), FamilyMember.review_on <= day)


def transfer_open() -> Clause:
    """Return whether a case was offered to a colleague who has not answered yet."""
    return Transfer.status == OFFERED


def assigned_on(worker_id: str, day: date) -> Clause:
    """Return whether a case is a worker's, in any role, on `day`; who is relieved on a day no longer has it then."""
    return Case.id.in_(
        select(Assignment.case_id).where(
            Assignment.worker_id == worker_id,
            Assignment.from_on <= day,
            or_(Assignment.until_on.is_(None), Assignment.until_on > day),
        )
    )


def visit_day(rhythm: Mapping[str, int]) -> ColumnElement[date]:
    """Return the day by which a case asks for its next contact: so many days per phase after the last, or the start."""
    last = func.coalesce(Case.last_contact_on, Case.opened_on)
    days = {phase: func.date(last, f"+{number} days") for phase, number in rhythm.items()}
    return type_coerce(case(days, value=Case.phase), Date) if days else type_coerce(null(), Date)


def visit_due(day: date, rhythm: Mapping[str, int]) -> Clause:
    """Return whether an open case asks for a contact on or before `day`, by the rhythm of its phase."""
    return and_(case_open(), visit_day(rhythm) <= day)


def task_open() -> Clause:
    """Return whether a task still has to be done."""
    return Task.status == OPEN_TASK


def task_due(day: date) -> Clause:
    """Return whether an open task is due on or before `day`."""
    return and_(task_open(), Task.due_on <= day)


def task_due_between(first: date, last: date) -> Clause:
    """Return whether an open task is due from `first` up to and including `last`."""
    return and_(task_open(), Task.due_on.between(first, last))


def task_undated() -> Clause:
    """Return whether an open task has no day by which it must be done."""
    return and_(task_open(), Task.due_on.is_(None))


def appointment_open() -> Clause:
    """Return whether an appointment still has to take place or to be reported: not cancelled, no contact yet."""
    return and_(Appointment.cancelled.is_(False), Appointment.contact_id.is_(None))


# --- plans ---------------------------------------------------------------------------------------


def plan_evaluation_due(day: date) -> Clause:
    """Return whether the plan in force was to be looked back on by `day`, and that was not written down yet."""
    return and_(
        ActionPlan.status == ADOPTED_PLAN, ActionPlan.evaluation.is_(None), ActionPlan.evaluate_on <= day
    )


def appointment_open_between(first: date, last: date) -> Clause:
    """Return whether an open appointment lies from `first` up to and including `last`."""
    return and_(appointment_open(), Appointment.on.between(first, last))


def appointment_unreported(day: date) -> Clause:
    """Return whether an appointment from before `day` still has no report."""
    return and_(appointment_open(), Appointment.on < day)
