# SPDX-License-Identifier: EUPL-1.2
"""The way to a certificate of conduct (VOG); not applying, with its reason, is the thing to see."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from casus.domain.vog import decision_due, objection_until
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import VogInput
from casus.vault.tables import Person, VogAmbassador, VogProcedure

_DECIDED = ("granted", "refused")
_MOVES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "orientation": ("applied", "not_applied"),
        "not_applied": ("orientation", "applied"),
        "applied": ("intended_refusal", *_DECIDED),
        "intended_refusal": _DECIDED,
        "granted": (),
        "refused": ("objection",),
        "objection": ("granted", "refused", "appeal"),
        "appeal": _DECIDED,
    }
)
"""Justis: application, possibly an intended refusal with a view, decision, objection, appeal (domain.md 1.5)."""


def vog_choices(status: str) -> tuple[str, ...]:
    """Return the codes of list vog_status a procedure may move to."""
    return _MOVES[status]


def open_vog(desk: Desk, data: VogInput) -> Done[VogProcedure]:
    """Start with orientation: what the certificate is for, and which ambassador helps.

    Raises InvalidForm and NotFound.
    """
    with desk.changing(label="open_vog") as session:
        check = FormCheck()
        fetch(session, Person, data.person_id)
        note = check.text("note", data.note)
        check.explained("note", "vog_purpose", data.purpose, note)
        procedure = VogProcedure(
            person_id=data.person_id,
            case_id=known_case(session, check, data.case_id, data.person_id),
            purpose=check.code("purpose", "vog_purpose", data.purpose),
            screening_profile=check.line("screening_profile", data.screening_profile),
            ambassador_id=check.known(session, "ambassador_id", VogAmbassador, data.ambassador_id),
            status="orientation",
            status_since=check.past("on", data.on, desk.today()),
            note=note,
        )
        check.finish()
        session.add(procedure)
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
    """Take the next step; terms of decision and objection follow (domain.vog). Not applying needs a note.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("vog_move").
    """
    check = FormCheck()
    words = check.text("note", note)
    check.code("target", "vog_status", target)
    check.explained("note", "vog_status", target, words)
    check.past("on", on, desk.today())
    with desk.changing(words, label="move_vog") as session:
        procedure = fetch(session, VogProcedure, procedure_id, version)
        check.not_before("on", on, procedure.status_since)
        check.finish()
        if target not in _MOVES[procedure.status]:
            raise NotAllowed("vog_move", current=procedure.status, target=target)
        _step(procedure, target, on, words)
    return _done(procedure)


def _step(procedure: VogProcedure, target: str, on: date, words: str | None) -> None:
    procedure.status, procedure.status_since = target, on
    if target == "not_applied":
        procedure.not_applied_reason, procedure.due_on = words, None
    elif target == "applied":
        procedure.applied_on, procedure.due_on = on, decision_due(on, facts=False)
    elif target == "intended_refusal":
        procedure.intention_on = on
        procedure.due_on = decision_due(procedure.applied_on or on, facts=True)
    elif target in _DECIDED:
        procedure.decided_on = on
        procedure.due_on = objection_until(on) if target == "refused" else None
    elif target == "objection":
        procedure.objection_on, procedure.due_on = on, None
    if words and target != "not_applied":
        procedure.note = words


def _done(procedure: VogProcedure) -> Done[VogProcedure]:
    ids = (procedure.id, procedure.person_id, procedure.case_id)
    return Done(procedure, Changes.of(("vog_procedures",), *ids))
