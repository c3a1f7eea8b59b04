# SPDX-License-Identifier: EUPL-1.2
"""The person is told of the case: how and when, or why not yet; a date to try again is a task."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.intake_inputs import InformedInput
from casus.vault.queries import task_open
from casus.vault.tables import Case, Task

POSTPONED = "postponed"
SOURCE = "inform"
"""Code of list task_source: the task to tell the person after all."""


def inform_person(desk: Desk, case_id: str, data: InformedInput, *, version: int | None = None) -> Done[Case]:
    """Record that the person was told of the case, or why that is put off and until when.

    Raises InvalidForm (fields informed_how, informed_on, informed_note, informed_again_on), NotFound, StaleRecord.
    """
    with desk.changing(label="inform_person") as session:
        case = fetch(session, Case, case_id, version)
        check = FormCheck()
        check.code("informed_how", "informed_how", data.how)
        values = clean_informed(check, desk, data)
        check.finish()
        apply_informed(session, desk, case, data, values)
    return Done(case, Changes.of(("cases", "tasks"), case_id, case.person_id))


def clean_informed(
    check: FormCheck, desk: Desk, data: InformedInput, *, asks_day: bool = True
) -> dict[str, object]:
    """Return the columns of a case about this; postponing needs words, and a day to try again that is to come."""
    note = check.text("informed_note", data.note)
    how = check.optional_code("informed_how", "informed_how", data.how)
    check.explained("informed_note", "informed_how", how, note)
    told = how is not None and how != POSTPONED
    if how == POSTPONED and asks_day:
        check.day("informed_again_on", data.again_on)
        if data.again_on is not None and data.again_on < desk.today():
            check.refuse("informed_again_on", "past")
    return {
        "informed_how": how,
        "informed_on": check.day("informed_on", data.on, required=told, today=desk.today()),
        "informed_note": note,
    }


def apply_informed(
    session: Session, desk: Desk, case: Case, data: InformedInput, values: dict[str, object]
) -> None:
    """Put this in the case, and keep its one task in step."""
    for name, value in values.items():
        setattr(case, name, value)
    if data.how is not None:
        keep_task(session, desk, case, data.again_on if data.how == POSTPONED else None)


def keep_task(session: Session, desk: Desk, case: Case, again_on: date | None) -> None:
    """Let there be one open task to tell the person on `again_on`; None: it is done."""
    task = session.scalar(select(Task).where(Task.case_id == case.id, Task.source == SOURCE, task_open()))
    if task is not None and again_on is None:
        task.status, task.done_on = "done", desk.today()
    elif task is not None:
        task.due_on = again_on
    elif again_on is not None:
        session.add(
            Task(
                title=codelist("task_source").label(SOURCE),
                worker_id=desk.worker_id,
                case_id=case.id,
                person_id=case.person_id,
                due_on=again_on,
                recurrence="none",
                source=SOURCE,
                status="open",
            )
        )


def again_on(desk: Desk, case_id: str) -> date | None:
    """Return when the person is to be told after all, by the open task for it."""
    wanted = select(Task.due_on).where(Task.case_id == case_id, Task.source == SOURCE, task_open())
    with desk.reading() as session:
        return session.scalar(wanted.limit(1))
