# SPDX-License-Identifier: EUPL-1.2
"""Work, sport and school programmes: registered, started, finished or stopped. VOG: see `vog`."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case, running_case_of
from casus.services.desk import Desk
from casus.services.inputs import ProgrammeInput, VogInput
from casus.services.programme_list import ProgrammeList
from casus.services.vog import move_vog, open_vog, vog_choices
from casus.vault.tables import Partner, Person, Programme

__all__ = [
    "ProgrammeInput",
    "ProgrammeList",
    "VogInput",
    "finish_programme",
    "get_programme",
    "move_vog",
    "open_vog",
    "plan_intake",
    "register_programme",
    "start_programme",
    "stop_programme",
    "update_programme",
    "vog_choices",
    "wait_for_programme",
]

REGISTERED, WAITING, STARTED, FINISHED, STOPPED = "registered", "waiting", "started", "finished", "stopped"
"""Codes of list programme_status."""
STEP = "before_step"


def register_programme(desk: Desk, data: ProgrammeInput) -> Done[Programme]:
    """Register someone for a programme; with `started_on` it has started, with `waiting` it waits.

    Without a case it belongs to the running one. Raises InvalidForm and NotFound.
    """
    with desk.changing(label="register_programme") as session:
        programme = Programme(**clean_programme(session, desk, data))
        programme.case_id = programme.case_id or running_case_of(session, data.person_id)
        session.add(programme)
    return _done(programme)


def start_programme(
    desk: Desk, programme_id: str, on: date, *, version: int | None = None
) -> Done[Programme]:
    """Record that a programme really started. Raises InvalidForm, NotFound, StaleRecord, NotAllowed."""
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="start_programme") as session:
        programme = _in_state(session, programme_id, version, (REGISTERED, WAITING))
        check.not_before("on", on, programme.registered_on, STEP)
        check.finish()
        programme.started_on, programme.status = on, STARTED
    return _done(programme)


def wait_for_programme(desk: Desk, programme_id: str, *, version: int | None = None) -> Done[Programme]:
    """Put someone who is registered on the waiting list. Raises NotFound, StaleRecord, NotAllowed."""
    with desk.changing(label="wait_for_programme") as session:
        programme = _in_state(session, programme_id, version, (REGISTERED,))
        programme.status = WAITING
    return _done(programme)


def plan_intake(desk: Desk, programme_id: str, on: date, *, version: int | None = None) -> Done[Programme]:
    """Record when the intake was or will be. Raises as `start_programme`; an intake may lie ahead."""
    check = FormCheck()
    check.day("on", on)
    with desk.changing(label="plan_intake") as session:
        programme = _in_state(session, programme_id, version, (REGISTERED, WAITING))
        check.not_before("on", on, programme.registered_on, STEP)
        check.finish()
        programme.intake_on = on
    return _done(programme)


def finish_programme(
    desk: Desk, programme_id: str, on: date, outcome: str, *, version: int | None = None
) -> Done[Programme]:
    """Record that a programme was completed, and what it led to. Raises as `start_programme`."""
    check = FormCheck()
    check.past("on", on, desk.today())
    check.code("outcome", "programme_outcome", outcome)
    with desk.changing(label="finish_programme") as session:
        programme = _in_state(session, programme_id, version, (STARTED,))
        check.not_before("on", on, programme.started_on)
        check.finish()
        programme.ended_on, programme.status, programme.outcome = on, FINISHED, outcome
    return _done(programme)


def stop_programme(
    desk: Desk, programme_id: str, on: date, reason: str, *, version: int | None = None
) -> Done[Programme]:
    """Record that a programme was left early, or never began, and why. Raises as `start_programme`."""
    check = FormCheck()
    check.past("on", on, desk.today())
    why = check.needed_text("reason", reason)
    with desk.changing(label="stop_programme") as session:
        programme = _in_state(session, programme_id, version, (REGISTERED, WAITING, STARTED))
        check.not_before("on", on, programme.started_on or programme.registered_on)
        check.finish()
        programme.ended_on, programme.status, programme.stop_reason = on, STOPPED, why
    return _done(programme)


def update_programme(desk: Desk, programme_id: str, version: int, data: ProgrammeInput) -> Done[Programme]:
    """Correct a programme; how far it is follows from its days. Whose it is stays.

    Raises InvalidForm, NotFound, StaleRecord.
    """
    with desk.changing(label="update_programme") as session:
        programme = fetch(session, Programme, programme_id, version)
        own = replace(data, person_id=programme.person_id, case_id=programme.case_id)
        for name, value in clean_programme(session, desk, own).items():
            setattr(programme, name, value)
    return _done(programme)


def get_programme(desk: Desk, programme_id: str) -> Programme:
    """Return a programme, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Programme, programme_id)


def _in_state(session: Session, programme_id: str, version: int | None, states: Sequence[str]) -> Programme:
    programme = fetch(session, Programme, programme_id, version)
    if programme.status not in states:
        raise NotAllowed("programme_state", status=programme.status)
    return programme


def _done(programme: Programme) -> Done[Programme]:
    ids = (programme.id, programme.person_id, programme.case_id)
    return Done(programme, Changes.of(("programmes",), *ids))


def clean_programme(session: Session, desk: Desk, data: ProgrammeInput) -> dict[str, object]:
    """Return a programme's columns, made fit to store; raises InvalidForm, NotFound. For forms and imports."""
    check, today = FormCheck(), desk.today()
    fetch(session, Person, data.person_id)
    values: dict[str, object] = {
        "person_id": data.person_id,
        "case_id": known_case(session, check, data.case_id, data.person_id),
        "kind": check.code("kind", "programme_kind", data.kind),
        "provider_id": check.known(session, "provider_id", Partner, data.provider_id),
        "provider_name": check.line("provider_name", data.provider_name),
        "registered_on": check.past("registered_on", data.registered_on, today),
        "intake_on": check.day("intake_on", data.intake_on, required=False),
        "started_on": check.day("started_on", data.started_on, required=False, today=today),
        "hours_per_week": check.number("hours_per_week", data.hours_per_week, first=1, last=80),
        "note": check.text("note", data.note),
        **_ending(check, data, today),
    }
    check.not_before("intake_on", data.intake_on, data.registered_on, STEP)
    check.not_before("started_on", data.started_on, data.registered_on, STEP)
    check.not_before("ended_on", data.ended_on, data.started_on or data.registered_on)
    check.finish()
    return values


def _ending(check: FormCheck, data: ProgrammeInput, today: date) -> dict[str, object]:
    """How a programme ended, and with that how far it is: without a reason it was finished, with an outcome."""
    reason = check.text("stop_reason", data.stop_reason)
    ended = check.day("ended_on", data.ended_on, required=bool(reason or data.outcome), today=today)
    status = STARTED if data.started_on else WAITING if data.waiting else REGISTERED
    if data.ended_on is not None:
        status = STOPPED if reason else FINISHED
    if status == FINISHED and data.started_on is None:
        check.refuse("started_on", "required")
    elif status == FINISHED and not data.outcome:
        check.refuse("outcome", "required")
    outcome = check.optional_code("outcome", "programme_outcome", data.outcome)
    return {
        "ended_on": ended,
        "status": status,
        "outcome": None if reason else outcome,
        "stop_reason": reason,
    }
