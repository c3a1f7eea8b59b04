# SPDX-License-Identifier: EUPL-1.2
"""Applying for an identity document from detention, step by step: photo, submitted, received, handed over."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.custody_inputs import IdApplicationInput
from casus.services.desk import Desk
from casus.vault.tables import Case, IdApplication

STEPS = ("photo_on", "submitted_on", "received_on", "handed_over_on")
"""The steps in their order, by the name of their day (list id_step)."""


def open_id_application(desk: Desk, data: IdApplicationInput) -> Done[IdApplication]:
    """Begin an application, with the steps taken already. Raises InvalidForm, NotFound."""
    with desk.changing(label="open_id_application") as session:
        record = IdApplication(**_clean(session, desk, data))
        session.add(record)
    return _done(record)


def update_id_application(
    desk: Desk, application_id: str, version: int, data: IdApplicationInput
) -> Done[IdApplication]:
    """Change an application and its days. Raises InvalidForm, NotFound, StaleRecord."""
    with desk.changing(label="update_id_application") as session:
        record = fetch(session, IdApplication, application_id, version)
        for name, value in _clean(session, desk, data).items():
            setattr(record, name, value)
    return _done(record)


def step_id_application(
    desk: Desk, application_id: str, on: date, *, version: int | None = None
) -> Done[IdApplication]:
    """Take the next step. Raises InvalidForm, NotFound, StaleRecord, NotAllowed("id_handed_over")."""
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="step_id_application") as session:
        record = fetch(session, IdApplication, application_id, version)
        step = next_step(record)
        if step is None:
            raise NotAllowed("id_handed_over")
        earlier = [day for name in STEPS if (day := getattr(record, name)) is not None]
        if earlier and on < max(earlier):
            check.refuse("on", "before_step")
        check.finish()
        setattr(record, step, on)
    return _done(record)


def remove_id_application(desk: Desk, application_id: str, version: int | None = None) -> Done[IdApplication]:
    """Take away an application that was not made after all. Raises NotFound, StaleRecord."""
    with desk.changing(label="remove_id_application") as session:
        record = fetch(session, IdApplication, application_id, version)
        session.delete(record)
    return _done(record)


def next_step(record: IdApplication) -> str | None:
    """Return the step that comes next; None when the document was handed over."""
    return next((name for name in STEPS if getattr(record, name) is None), None)


def get_id_application(desk: Desk, application_id: str) -> IdApplication:
    """Return an application, for its form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, IdApplication, application_id)


def id_applications_of(session: Session, case_id: str) -> tuple[IdApplication, ...]:
    """Return the applications of a case, those still under way first, then the latest."""
    wanted = (
        select(IdApplication)
        .where(IdApplication.case_id == case_id)
        .order_by(IdApplication.handed_over_on.is_not(None), IdApplication.handed_over_on.desc())
    )
    return tuple(session.scalars(wanted))


def _clean(session: Session, desk: Desk, data: IdApplicationInput) -> dict[str, object]:
    check = FormCheck()
    fetch(session, Case, data.case_id)
    values: dict[str, object] = {
        "case_id": data.case_id,
        "document": check.needed_line("document", data.document),
    }
    before: date | None = None
    for at, name in enumerate(STEPS):
        day: date | None = getattr(data, name)
        values[name] = check.day(name, day, required=False, today=desk.today())
        if day is None and any(getattr(data, later) for later in STEPS[at + 1 :]):
            check.refuse(name, "step_first")
        if day is not None and before is not None and day < before:
            check.refuse(name, "before_step")
        before = day or before
    values["note"] = check.text("note", data.note)
    check.finish()
    return values


def _done(record: IdApplication) -> Done[IdApplication]:
    return Done(record, Changes.of(("id_applications",), record.id, record.case_id))
