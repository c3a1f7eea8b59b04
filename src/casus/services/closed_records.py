# SPDX-License-Identifier: EUPL-1.2
"""Whose a record is, and whether it is part of a restricted dossier that is closed now."""

from typing import Any

from sqlalchemy import literal, select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.errors import NotAllowed
from casus.services.changes import Changes
from casus.services.desk import Desk
from casus.vault.closed import any_restricted, dossier_closed
from casus.vault.tables import (
    AccessRequest,
    ActionPlan,
    Assessment,
    Case,
    Contact,
    Detention,
    EmergencyAccess,
    Goal,
    Person,
    Programme,
    Record,
    VogProcedure,
)

_ABOVE: tuple[tuple[str, type[Any]], ...] = (
    ("goal_id", Goal),
    ("plan_id", ActionPlan),
    ("assessment_id", Assessment),
    ("programme_id", Programme),
    ("detention_id", Detention),
    ("contact_id", Contact),
    ("request_id", AccessRequest),
    ("procedure_id", VogProcedure),
)
"""The columns by which a record is part of another one that is about a person or a case."""


def owners(session: Session, record: Record) -> tuple[str | None, str | None]:
    """Return the person and the case a record is about, through what it is part of; None where there is none."""
    one: Any = record
    if isinstance(record, Person):
        return record.id, None
    person_id, case_id = getattr(one, "person_id", None), getattr(one, "case_id", None)
    if isinstance(record, Case):
        case_id = record.id
    if person_id is not None or case_id is not None:
        return person_id, case_id
    for name, table in _ABOVE:
        above_id = getattr(one, name, None)
        above = session.get(table, above_id) if above_id else None
        if above is not None:
            return owners(session, above)
    return None, None


def closed_person(session: Session, record: Record) -> str | None:
    """Return whose closed dossier a record is part of; None when it may be seen."""
    if not any_restricted(session):
        return None
    person_id, case_id = owners(session, record)
    if person_id is None and case_id is None:
        return None
    clause = dossier_closed(
        None if person_id is None else literal(person_id), None if case_id is None else literal(case_id)
    )
    if person_id is None:
        person_id = session.scalar(select(Case.person_id).where(Case.id == case_id))
        clause = dossier_closed(literal(person_id), literal(case_id))
    return person_id if session.scalar(select(clause)) else None


def is_closed(session: Session, person_id: str, case_id: str | None = None) -> bool:
    """Return whether the dossier of this person in this case is closed now."""
    if not any_restricted(session):
        return False
    which = literal(case_id) if case_id is not None else None
    return bool(session.scalar(select(dossier_closed(literal(person_id), which))))


def refuse_closed(session: Session, person_id: str, case_id: str | None = None) -> None:
    """Raise NotAllowed("restricted") when this dossier is closed now."""
    if is_closed(session, person_id, case_id):
        raise NotAllowed("restricted", person_id=person_id)


def end_running(session: Session, desk: Desk, person_id: str) -> None:
    """End every access to this person's restricted dossier that runs: from now on it is closed."""
    running = select(EmergencyAccess).where(
        EmergencyAccess.person_id == person_id, EmergencyAccess.ended_at.is_(None)
    )
    for access in session.scalars(running):
        access.ended_at = desk.clock.now()
        desk.glass.closed(access.id)


def everything_of(*person_ids: str) -> Changes:
    """Return that all there is about these persons is shown, or masked, from now on."""
    return Changes.of(codelist("record_kind").values, *person_ids)
