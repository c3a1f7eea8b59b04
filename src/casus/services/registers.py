# SPDX-License-Identifier: EUPL-1.2
"""The registers without persons: schools, Knock & Talk, inspections, permits, sessions; ambassadors and staff."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.permits import add_permit, move_permit, permit_history, update_permit
from casus.services.professionals import add_ambassador, add_worker, update_ambassador, update_worker
from casus.services.register_inputs import (
    AmbassadorInput,
    BusinessContactInput,
    InspectionInput,
    PermitInput,
    ResilienceSessionInput,
    SchoolActivityInput,
    SchoolInput,
    WorkerInput,
)
from casus.services.register_lists import REGISTERS, RegisterList
from casus.services.register_store import MOST, add, update
from casus.services.schools import (
    add_school,
    add_school_activity,
    schools,
    update_school,
    update_school_activity,
)
from casus.vault.tables import (
    BusinessContact,
    Inspection,
    Permit,
    PermitChange,
    Record,
    ResilienceSession,
    School,
    SchoolActivity,
    VogAmbassador,
    Worker,
)

__all__ = [
    "REGISTERS", "AmbassadorInput", "BusinessContactInput", "InspectionInput", "PermitInput", "RegisterList",
    "ResilienceSessionInput", "SchoolActivityInput", "SchoolInput", "WorkerInput", "add_ambassador",
    "add_business_contact", "add_inspection", "add_permit", "add_resilience_session", "add_school",
    "add_school_activity", "add_worker", "delete", "get", "move_permit", "permit_history", "schools",
    "update_ambassador", "update_business_contact", "update_inspection", "update_permit",
    "update_resilience_session", "update_school", "update_school_activity", "update_worker",
]  # fmt: skip

_TABLES: Mapping[str, type[Record]] = {
    "school_activities": SchoolActivity,
    "business_contacts": BusinessContact,
    "inspections": Inspection,
    "permits": Permit,
    "resilience_sessions": ResilienceSession,
    "schools": School,
    "vog_ambassadors": VogAmbassador,
    "workers": Worker,
}
_IN_USE = {"schools": "school_in_use", "vog_ambassadors": "ambassador_in_use", "workers": "worker_in_use"}


def get(desk: Desk, register: str, record_id: str) -> Record:
    """Return an entry of a register, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, _TABLES[register], record_id)


def delete(desk: Desk, register: str, record_id: str, version: int | None = None) -> Done[None]:
    """Delete an entry made by mistake.

    Raises NotFound, StaleRecord, and NotAllowed when other records refer to it (a school with activities).
    """
    desk.require(Permission.REGISTERS)
    try:
        with desk.changing(label="delete_entry") as session:
            _remove(session, fetch(session, _TABLES[register], record_id, version))
    except InvalidInput as error:
        if error.rule != "foreign_key":
            raise
        raise NotAllowed(_IN_USE.get(register, "in_use")) from None
    return Done(None, Changes.of((register,), record_id))


def _remove(session: Session, record: Record) -> None:
    if isinstance(record, Worker) and record.is_owner:
        raise NotAllowed("worker_in_use")
    if isinstance(record, Permit):
        for step in session.scalars(select(PermitChange).where(PermitChange.permit_id == record.id)):
            session.delete(step)
        session.flush()
    session.delete(record)


# --- Knock & Talk, inspections, sessions -----------------------------------------------------------


def add_business_contact(desk: Desk, data: BusinessContactInput) -> Done[BusinessContact]:
    """Add Knock & Talk visits. Raises InvalidForm."""
    return add(desk, BusinessContact, clean_business_contact(desk.today(), data))


def update_business_contact(
    desk: Desk, contact_id: str, version: int, data: BusinessContactInput
) -> Done[BusinessContact]:
    """Change Knock & Talk visits. Raises InvalidForm, NotFound, StaleRecord."""
    return update(desk, BusinessContact, contact_id, version, clean_business_contact(desk.today(), data))


def clean_business_contact(today: date, data: BusinessContactInput) -> dict[str, object]:
    """Return the columns, made fit to store; raises InvalidForm."""
    check = FormCheck()
    values = {
        "on": check.past("on", data.on, today),
        "district": check.code("district", "district", data.district),
        "amount": check.number("amount", data.amount, first=1, last=MOST, required=True),
        "reached": check.code("reached", "business_contact_reached", data.reached),
        "reason": check.code("reason", "business_contact_reason", data.reason),
        "theme": check.code("theme", "register_theme", data.theme),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values


def add_inspection(desk: Desk, data: InspectionInput) -> Done[Inspection]:
    """Add inspections, checks or action days. Raises InvalidForm."""
    return add(desk, Inspection, clean_inspection(desk.today(), data))


def update_inspection(
    desk: Desk, inspection_id: str, version: int, data: InspectionInput
) -> Done[Inspection]:
    """Change inspections. Raises InvalidForm, NotFound, StaleRecord."""
    return update(desk, Inspection, inspection_id, version, clean_inspection(desk.today(), data))


def clean_inspection(today: date, data: InspectionInput) -> dict[str, object]:
    """Return the columns, made fit to store; raises InvalidForm."""
    check = FormCheck()
    values = {
        "on": check.past("on", data.on, today),
        "kind": check.code("kind", "inspection_kind", data.kind),
        "district": check.code("district", "district", data.district),
        "theme": check.code("theme", "register_theme", data.theme),
        "amount": check.number("amount", data.amount, first=1, last=MOST, required=True),
        "result": check.code("result", "inspection_result", data.result),
        "partners": check.line("partners", data.partners),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values


def add_resilience_session(desk: Desk, data: ResilienceSessionInput) -> Done[ResilienceSession]:
    """Add a resilience session. Raises InvalidForm."""
    return add(desk, ResilienceSession, clean_resilience_session(desk.today(), data))


def update_resilience_session(
    desk: Desk, session_id: str, version: int, data: ResilienceSessionInput
) -> Done[ResilienceSession]:
    """Change a resilience session. Raises InvalidForm, NotFound, StaleRecord."""
    return update(desk, ResilienceSession, session_id, version, clean_resilience_session(desk.today(), data))


def clean_resilience_session(today: date, data: ResilienceSessionInput) -> dict[str, object]:
    """Return the columns, made fit to store; raises InvalidForm."""
    check = FormCheck()
    values = {
        "on": check.past("on", data.on, today),
        "audience": check.code("audience", "session_audience", data.audience),
        "participants": check.number("participants", data.participants, last=MOST, required=True),
        "theme": check.code("theme", "register_theme", data.theme),
        "district": check.code("district", "district", data.district),
        "partners": check.line("partners", data.partners),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values
