# SPDX-License-Identifier: EUPL-1.2
"""Tasks and appointments: what has to be done, by whom, when."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.dates import add_months
from casus.errors import NotAllowed
from casus.services.action_tasks import follow_task
from casus.services.appointments import clean_moment
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.handed_over import refuse_copy
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.lists import AnyRow, AnySelect
from casus.services.naming import NAME_COLUMNS, closed_columns, closed_name, list_name
from casus.vault.queries import task_open
from casus.vault.tables import Appointment, Case, Facility, Person, Task

__all__ = [
    "AppointmentInput",
    "TaskInput",
    "TaskRow",
    "add_appointment",
    "add_task",
    "cancel_appointment",
    "cancel_task",
    "complete_task",
    "open_tasks",
    "reopen_task",
    "task_rows",
    "update_task",
]


@dataclass(frozen=True)
class TaskRow:
    """A task as lists show it; `person_name` is empty for a task without a person.

    Of a closed dossier the title says so, and nothing but the day stands beside it.
    """

    id: str
    title: str
    due_on: date | None
    owner: str | None
    source: str
    status: str
    case_id: str | None
    person_id: str | None
    person_name: str
    version: int


def add_task(desk: Desk, data: TaskInput) -> Done[Task]:
    """Add a task. Raises InvalidForm."""
    with desk.changing(label="add_task") as session:
        task = Task(source="own", status="open", **_clean(session, desk, data))
        session.add(task)
    return _done(task)


def update_task(desk: Desk, task_id: str, version: int, data: TaskInput) -> Done[Task]:
    """Change an open task. Raises InvalidForm, NotFound, StaleRecord, NotAllowed("task_not_open")."""
    with desk.changing(label="update_task") as session:
        task = _in_state(session, task_id, "open", version)
        for name, value in _clean(session, desk, data).items():
            setattr(task, name, value)
        follow_task(session, task)
    return _done(task)


def complete_task(desk: Desk, task_id: str, *, on: date | None = None) -> Done[Task]:
    """Tick a task off; one that comes back is planned again. Raises NotFound, NotAllowed("task_not_open")."""
    day = on or desk.today()
    with desk.changing(label="complete_task") as session:
        task = _in_state(session, task_id, "open")
        task.status, task.done_on = "done", day
        follow_task(session, task)
        following = _next_due(task.recurrence, task.due_on or day)
        if following is not None:
            session.add(
                Task(
                    title=task.title,
                    owner=task.owner,
                    worker_id=task.worker_id,
                    case_id=task.case_id,
                    person_id=task.person_id,
                    due_on=following,
                    recurrence=task.recurrence,
                    source=task.source,
                    status="open",
                    note=task.note,
                )
            )
    return _done(task)


def reopen_task(desk: Desk, task_id: str) -> Done[Task]:
    """Take back a tick. Raises NotFound, NotAllowed("task_not_done")."""
    with desk.changing(label="reopen_task") as session:
        task = _in_state(session, task_id, "done")
        task.status, task.done_on = "open", None
        follow_task(session, task)
    return _done(task)


def cancel_task(desk: Desk, task_id: str) -> Done[Task]:
    """Drop a task that need not be done any more. Raises NotFound, NotAllowed("task_not_open")."""
    with desk.changing(label="cancel_task") as session:
        task = _in_state(session, task_id, "open")
        task.status, task.done_on = "cancelled", desk.today()
        follow_task(session, task)
    return _done(task)


def open_tasks(desk: Desk, until: date | None = None) -> list[TaskRow]:
    """Return the open tasks (due on or before `until`), soonest first, without a date last."""
    wanted = task_rows().where(task_open())
    if until is not None:
        wanted = wanted.where(Task.due_on <= until)
    with desk.reading() as session:
        return [task_row(row) for row in session.execute(wanted)]


def task_rows() -> AnySelect:
    """Return the select behind every list of tasks, in order of due date."""
    return (
        select(
            Task.id,
            Task.title,
            Task.due_on,
            Task.owner,
            Task.source,
            Task.status,
            Task.case_id,
            Task.person_id,
            Task.version,
            *NAME_COLUMNS,
            *closed_columns(Task.person_id, Task.case_id),
        )
        .outerjoin(Person, Person.id == Task.person_id)
        .order_by(Task.due_on.is_(None), Task.due_on, Task.id)
    )


def task_row(row: AnyRow) -> TaskRow:
    """Return a row of `task_rows` as it is shown."""
    if row.dossier_closed:
        return TaskRow(
            row.id, closed_name(row.closed_number), row.due_on, None, "", row.status, row.case_id,
            row.person_id, "", row.version,
        )  # fmt: skip
    name = list_name(row.surname, row.prefix, row.given_name, row.call_name) if row.person_id else ""
    return TaskRow(
        row.id, row.title, row.due_on, row.owner, row.source, row.status, row.case_id, row.person_id, name,
        row.version,
    )  # fmt: skip


def add_appointment(desk: Desk, data: AppointmentInput) -> Done[Appointment]:
    """Plan a contact. Raises InvalidForm."""
    with desk.changing(label="add_appointment") as session:
        check = FormCheck()
        case_id, person_id = _whose(session, check, data.case_id, data.person_id)
        values = clean_moment(check, desk, data)
        values["facility_id"] = check.known(session, "facility_id", Facility, data.facility_id)
        check.finish()
        appointment = Appointment(
            person_id=person_id, case_id=case_id, cancelled=False, worker_id=desk.worker_id, **values
        )
        session.add(appointment)
    ids = (appointment.id, appointment.case_id, appointment.person_id)
    return Done(appointment, Changes.of(("appointments",), *ids))


def cancel_appointment(desk: Desk, appointment_id: str) -> Done[Appointment]:
    """Cancel a planned contact. Raises NotFound, NotAllowed("appointment_kept")."""
    with desk.changing(label="cancel_appointment") as session:
        appointment = fetch(session, Appointment, appointment_id)
        if appointment.contact_id is not None:
            raise NotAllowed("appointment_kept", contact_id=appointment.contact_id)
        appointment.cancelled = True
    ids = (appointment_id, appointment.case_id, appointment.person_id)
    return Done(appointment, Changes.of(("appointments",), *ids))


def _clean(session: Session, desk: Desk, data: TaskInput) -> dict[str, object]:
    check = FormCheck()
    case_id, person_id = _whose(session, check, data.case_id, data.person_id)
    owner = check.line("owner", data.owner)
    values: dict[str, object] = {
        "title": check.needed_line("title", data.title),
        "due_on": check.day("due_on", data.due_on, required=data.recurrence != "none"),
        "owner": owner,
        "worker_id": None if owner else desk.worker_id,
        "case_id": case_id,
        "person_id": person_id,
        "recurrence": check.code("recurrence", "recurrence", data.recurrence),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values


def _whose(
    session: Session, check: FormCheck, case_id: str | None, person_id: str | None
) -> tuple[str | None, str | None]:
    """The case and the person; a case brings its own person, may not be somebody else's, and has to run."""
    case_id = check.known(session, "case_id", Case, case_id)
    person_id = check.known(session, "person_id", Person, person_id)
    case = session.get(Case, case_id) if case_id else None
    if case is None:
        return case_id, person_id
    if person_id not in (None, case.person_id):
        check.refuse("case_id", "other_person")
    refuse_copy(case)
    if case.closed_on is not None:
        raise NotAllowed("case_closed", case_id=case_id)
    return case_id, case.person_id


def _in_state(session: Session, task_id: str, status: str, version: int | None = None) -> Task:
    task = fetch(session, Task, task_id, version)
    if task.status != status:
        raise NotAllowed(f"task_not_{status}", status=task.status)
    return task


def _next_due(recurrence: str, day: date) -> date | None:
    if recurrence == "weekly":
        return day + timedelta(weeks=1)
    months = {"monthly": 1, "half_yearly": 6}.get(recurrence)
    return None if months is None else add_months(day, months)


def _done(task: Task) -> Done[Task]:
    kinds = ("tasks", "actions") if task.action_id else ("tasks",)
    return Done(task, Changes.of(kinds, task.id, task.case_id, task.person_id))
