# SPDX-License-Identifier: EUPL-1.2
"""Leave during a detention."""

from datetime import date

from sqlalchemy.orm import Session

from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.custody_inputs import LeaveInput
from casus.services.desk import Desk
from casus.vault.tables import Detention, DetentionLeave


def add_leave(desk: Desk, data: LeaveInput) -> Done[DetentionLeave]:
    """Record a leave, also a planned one; it lies within the detention. Raises InvalidForm, NotFound."""
    with desk.changing(label="add_leave") as session:
        leave = DetentionLeave(**_clean(session, data))
        session.add(leave)
    return _done(leave)


def update_leave(desk: Desk, leave_id: str, version: int, data: LeaveInput) -> Done[DetentionLeave]:
    """Change a leave. Raises InvalidForm, NotFound, StaleRecord."""
    with desk.changing(label="update_leave") as session:
        leave = fetch(session, DetentionLeave, leave_id, version)
        for name, value in _clean(session, data).items():
            setattr(leave, name, value)
    return _done(leave)


def remove_leave(desk: Desk, leave_id: str, version: int | None = None) -> Done[DetentionLeave]:
    """Take away a leave that did not take place. Raises NotFound, StaleRecord."""
    with desk.changing(label="remove_leave") as session:
        leave = fetch(session, DetentionLeave, leave_id, version)
        session.delete(leave)
    return _done(leave)


def get_leave(desk: Desk, leave_id: str) -> DetentionLeave:
    """Return a leave, for its form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, DetentionLeave, leave_id)


def _clean(session: Session, data: LeaveInput) -> dict[str, object]:
    check = FormCheck()
    detention = fetch(session, Detention, data.detention_id)
    check.day("from_on", data.from_on)
    check.day("until_on", data.until_on, required=False)
    check.not_before("until_on", data.until_on, data.from_on)
    for name, day in (("from_on", data.from_on), ("until_on", data.until_on)):
        if day is not None and not _within(day, detention):
            check.refuse(name, "outside_detention")
    note = check.text("note", data.note)
    check.finish()
    return {
        "detention_id": data.detention_id,
        "from_on": data.from_on,
        "until_on": data.until_on,
        "note": note,
    }


def _within(day: date, detention: Detention) -> bool:
    return detention.entered_on <= day and (detention.released_on is None or day <= detention.released_on)


def _done(leave: DetentionLeave) -> Done[DetentionLeave]:
    return Done(leave, Changes.of(("detention_leaves",), leave.id, leave.detention_id))
