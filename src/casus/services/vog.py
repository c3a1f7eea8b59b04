# SPDX-License-Identifier: EUPL-1.2
"""The way to a certificate of conduct (VOG); not applying, with its reason, is the thing to see."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from sqlalchemy.orm import Session

from casus.domain.vog import Steps, due_on
from casus.errors import NotAllowed
from casus.services.ambassadors import helping_ambassador
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case, running_case_of
from casus.services.desk import Desk
from casus.services.inputs import VogInput, VogStepsInput
from casus.vault.tables import Person, VogProcedure

__all__ = [
    "VogInput",
    "VogStepsInput",
    "get_vog",
    "give_view",
    "move_vog",
    "open_vog",
    "steps_of",
    "update_vog",
    "vog_choices",
]

_DECIDED = ("granted", "refused")
_MOVES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "orientation": ("applied", "not_applied"),
        "not_applied": ("orientation", "applied"),
        "applied": ("intended_refusal", *_DECIDED),
        "intended_refusal": _DECIDED,
        "granted": (),
        "refused": ("objection", "appeal"),
        "objection": ("granted", "refused", "appeal"),
        "appeal": _DECIDED,
    }
)
"""Justis: application, possibly an intended refusal with a view, decision, objection, appeal (domain.md 1.5)."""

_STEP = "before_step"
_ORDER = ("applied_on", "intention_on", "view_given_on")
"""Days that follow one another; a decision may come before the objection to it and again after."""
_NEEDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "applied": ("applied_on",),
        "intended_refusal": ("applied_on", "intention_on"),
        "granted": ("decided_on",),
        "refused": ("decided_on",),
        "objection": ("objection_on",),
    }
)
"""The days without which a status cannot be; the last of them is the day since when it is so."""
_KINDS = ("vog_procedures", "vog_ambassadors")


def vog_choices(status: str) -> tuple[str, ...]:
    """Return the codes of list vog_status a procedure may move to."""
    return _MOVES[status]


def steps_of(procedure: VogProcedure) -> Steps:
    """Return the days of the steps that were taken, for the terms of domain.vog."""
    return Steps(
        procedure.applied_on,
        procedure.intention_on,
        procedure.view_given_on,
        procedure.decided_on,
        procedure.objection_on,
    )


def get_vog(desk: Desk, procedure_id: str) -> VogProcedure:
    """Return a procedure, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, VogProcedure, procedure_id)


def open_vog(desk: Desk, data: VogInput) -> Done[VogProcedure]:
    """Start with orientation: what the certificate is for, and which ambassador helps.

    Without a case it belongs to the running one. Raises InvalidForm and NotFound.
    """
    with desk.changing(label="open_vog") as session:
        check = FormCheck()
        fetch(session, Person, data.person_id)
        procedure = VogProcedure(
            person_id=data.person_id,
            case_id=known_case(session, check, data.case_id, data.person_id),
            status="orientation",
            status_since=check.past("on", data.on, desk.today()),
            **_about(session, desk, check, data),
        )
        check.finish()
        procedure.case_id = procedure.case_id or running_case_of(session, data.person_id)
        session.add(procedure)
    return _done(procedure)


def update_vog(desk: Desk, procedure_id: str, version: int, data: VogStepsInput) -> Done[VogProcedure]:
    """Correct a procedure and the days of the steps that were taken; the term that runs follows from them.

    Its status and whose it is stay. Raises InvalidForm, NotFound, StaleRecord.
    """
    with desk.changing(label="update_vog") as session:
        procedure = fetch(session, VogProcedure, procedure_id, version)
        check = FormCheck()
        values = _about(session, desk, check, data) | _days(check, desk.today(), procedure.status, data)
        reason = check.text("not_applied_reason", data.not_applied_reason)
        if procedure.status == "not_applied" and not reason:
            check.refuse("not_applied_reason", "needs_text")
        check.finish()
        for name, value in values.items():
            setattr(procedure, name, value)
        procedure.not_applied_reason = reason
        procedure.due_on = due_on(procedure.status, steps_of(procedure))
    return _done(procedure)


def move_vog(
    desk: Desk,
    procedure_id: str,
    target: str,
    *,
    on: date,
    note: str | None = None,
    version: int | None = None,
) -> Done[VogProcedure]:
    """Take the next step; terms of view, decision and objection follow (domain.vog). Not applying needs a note.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("vog_move").
    """
    check = FormCheck()
    words = check.text("note", note)
    check.code("target", "vog_status", target)
    check.explained("note", "vog_status", target, words)
    check.past("on", on, desk.today())
    with desk.changing(words, label="move_vog") as session:
        procedure = fetch(session, VogProcedure, procedure_id, version)
        check.not_before("on", on, procedure.view_given_on or procedure.status_since, _STEP)
        check.finish()
        if target not in _MOVES[procedure.status]:
            raise NotAllowed("vog_move", current=procedure.status, target=target)
        _step(procedure, target, on, words)
    return _done(procedure)


def give_view(desk: Desk, procedure_id: str, on: date, *, version: int | None = None) -> Done[VogProcedure]:
    """Record that the applicant answered an intended refusal: from then on Justis has its eight weeks.

    Raises as `move_vog`.
    """
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="give_vog_view") as session:
        procedure = fetch(session, VogProcedure, procedure_id, version)
        if procedure.status != "intended_refusal":
            raise NotAllowed("vog_move", current=procedure.status, target="view")
        check.not_before("on", on, procedure.intention_on, _STEP)
        check.finish()
        procedure.view_given_on = on
        procedure.due_on = due_on(procedure.status, steps_of(procedure))
    return _done(procedure)


def _about(session: Session, desk: Desk, check: FormCheck, data: VogInput) -> dict[str, object]:
    note = check.text("note", data.note)
    check.explained("note", "vog_purpose", data.purpose, note)
    return {
        "purpose": check.code("purpose", "vog_purpose", data.purpose),
        "screening_profile": check.line("screening_profile", data.screening_profile),
        "ambassador_id": helping_ambassador(session, desk, check, data),
        "note": note,
    }


def _days(check: FormCheck, today: date, status: str, data: VogStepsInput) -> dict[str, object]:
    """The days of the steps, in order, those of the present status complete; and since when it is so."""
    fields = (*_ORDER, "decided_on", "objection_on")
    days = {name: check.day(name, getattr(data, name), required=False, today=today) for name in fields}
    for name in _NEEDED.get(status, ()):
        if days[name] is None:
            check.refuse(name, "step_missing")
    before: date | None = None
    for name in _ORDER:
        check.not_before(name, days[name], before, _STEP)
        before = days[name] or before
    check.not_before("decided_on", days["decided_on"], before, _STEP)
    check.not_before("objection_on", days["objection_on"], before, _STEP)
    if status == "appeal":
        check.not_before("on", data.on, days["decided_on"], _STEP)
    since = days[_NEEDED[status][-1]] if status in _NEEDED else check.past("on", data.on, today)
    return {**days, "status_since": since or today}


def _step(procedure: VogProcedure, target: str, on: date, words: str | None) -> None:
    procedure.status, procedure.status_since = target, on
    if target == "not_applied":
        procedure.not_applied_reason = words
    elif target in _DECIDED:
        procedure.decided_on = on
    elif target in _NEEDED:
        setattr(procedure, _NEEDED[target][-1], on)
    procedure.due_on = due_on(target, steps_of(procedure))
    if words and target != "not_applied":
        procedure.note = words


def _done(procedure: VogProcedure) -> Done[VogProcedure]:
    ids = (procedure.id, procedure.person_id, procedure.case_id)
    return Done(procedure, Changes.of(_KINDS, *ids))
