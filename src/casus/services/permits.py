# SPDX-License-Identifier: EUPL-1.2
"""Firms under the permit duty: every step is kept, so that a past reference date can be counted."""

from datetime import date

from sqlalchemy import select

from casus.domain.roles import Permission
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.register_inputs import PermitInput
from casus.services.register_store import assign, named
from casus.vault.tables import Permit, PermitChange


def add_permit(desk: Desk, data: PermitInput) -> Done[Permit]:
    """Add a firm under the permit duty, with its first step. Raises InvalidForm."""
    desk.require(Permission.REGISTERS)
    values = clean_permit(desk.today(), data)
    with desk.changing(label="add_entry") as session:
        permit = Permit(**values)
        session.add(permit)
        session.flush()
        first = PermitChange(
            permit_id=permit.id, from_status=None, to_status=permit.status, on=permit.status_since
        )
        session.add(first)
    return Done(permit, Changes.of(("permits",), permit.id))


def update_permit(desk: Desk, permit_id: str, version: int, data: PermitInput) -> Done[Permit]:
    """Change what is known of a firm; another `status` is a step, as with `move_permit`.

    Raises InvalidForm ("on" before the last step), NotFound, StaleRecord.
    """
    desk.require(Permission.REGISTERS)
    values = clean_permit(desk.today(), data)
    with desk.changing(label="update_entry") as session:
        permit = fetch(session, Permit, permit_id, version)
        step = permit.status != data.status
        if step:
            session.add(_step(permit, data.status, values["status_since"], None))
        else:
            del values["status_since"]
        assign(permit, values)
    return Done(permit, Changes.of(("permits",), permit_id))


def move_permit(
    desk: Desk, permit_id: str, status: str, *, on: date | None, note: str | None = None
) -> Done[Permit]:
    """Record a step of a permit: applied, examined, granted, left, ...

    Raises InvalidForm ("status", "on", "note") and NotFound.
    """
    desk.require(Permission.REGISTERS)
    check = FormCheck()
    target = check.code("status", "permit_status", status)
    day = check.past("on", on, desk.today())
    words = check.text("note", note)
    check.finish()
    with desk.changing(label="move_permit") as session:
        permit = fetch(session, Permit, permit_id)
        session.add(_step(permit, target, day, words))
        permit.status, permit.status_since = target, day
    return Done(permit, Changes.of(("permits",), permit_id))


def permit_history(desk: Desk, permit_id: str) -> list[PermitChange]:
    """Return the steps of a permit, oldest first."""
    steps = select(PermitChange).where(PermitChange.permit_id == permit_id)
    with desk.reading() as session:
        return list(session.scalars(steps.order_by(PermitChange.on, PermitChange.created_at)))


def _step(permit: Permit, status: str, on: object, note: str | None) -> PermitChange:
    check = FormCheck()
    if status == permit.status:
        check.refuse("status", "duplicate")
    check.not_before("on", on if isinstance(on, date) else None, permit.status_since)
    check.finish()
    return PermitChange(permit_id=permit.id, from_status=permit.status, to_status=status, on=on, note=note)


def clean_permit(today: date, data: PermitInput) -> dict[str, object]:
    """Return a permit's columns, made fit to store; raises InvalidForm."""
    check = FormCheck()
    values = {
        **named(check, "business_name", data.business_name),
        "address": check.line("address", data.address),
        "area": check.code("area", "permit_area", data.area),
        "sector": check.code("sector", "permit_sector", data.sector),
        "status": check.code("status", "permit_status", data.status),
        "status_since": check.past("on", data.on, today),
        "helped": bool(data.helped),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values
