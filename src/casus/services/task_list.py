# SPDX-License-Identifier: EUPL-1.2
"""The list of tasks: what has to be done, for whom, by whom, when."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, case, false, or_, select

from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.handed_over import OF_LAW
from casus.services.lists import (
    AnyColumn,
    AnyRow,
    AnySelect,
    Chip,
    Column,
    RecordList,
    Row,
    chip,
    in_list_order,
)
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.queries import task_due, task_due_between, task_open, task_undated
from casus.vault.tables import Case, Person, Task, Worker

SOON = timedelta(days=7)
"""What is due within this time is announced; the counts on Today use the same."""
_DAY = timedelta(days=1)


def get_task(desk: Desk, task_id: str) -> Task:
    """Return a task, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Task, task_id)


def due_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which open tasks a code of list task_due means on `today`."""
    if code == "overdue":
        return task_due(today - _DAY)
    if code == "within_7_days":
        return task_due_between(today, today + SOON)
    if code == "undated":
        return task_undated()
    return and_(task_open(), Task.due_on > today + SOON)


class TaskList(RecordList):
    """Every task, open, done or dropped: what it is, for whom, by whom, when, where it came from."""

    columns = (
        Column("title"),
        Column("person"),
        Column("due_on", "date"),
        Column("owner"),
        Column("source", "code", "task_source"),
        Column("state", "code", "task_state"),
        Column("done_on", "date"),
        Column("recurrence", "code", "recurrence"),
    )
    default_sort = "due_on"
    _is_work = True
    _table = Task
    _shown_closed = frozenset({"person_id", "case_id", "due_on", "state", "done_on"})

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: state, when it is due, where it came from, whose it is."""
        return (
            chip("state", "task_status"),
            chip("due", "task_due"),
            chip("source", "task_source"),
            chip("doer", "task_doer"),
        )

    def _source(self) -> Select[str]:
        return (
            select(Task.id)
            .outerjoin(Person, Person.id == Task.person_id)
            .outerjoin(Case, Case.id == Task.case_id)
            .outerjoin(Worker, Worker.id == Task.worker_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "title": Task.title,
            "person": Person.sort_key,
            "due_on": Task.due_on,
            "owner": case((Task.owner.is_not(None), Task.owner), else_=Worker.name),
            "source": in_list_order(Task.source, "task_source"),
            "state": in_list_order(Task.status, "task_status"),
            "done_on": Task.done_on,
            "recurrence": in_list_order(Task.recurrence, "recurrence"),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Task.title, Task.owner, Person.sort_key, Person.call_name, Case.number

    def _select_rows(self) -> AnySelect:
        return (
            select(
                Task.id,
                Task.title,
                *NAME_COLUMNS,
                Case.number,
                Worker.name.label("worker"),
                Task.owner,
                Task.due_on,
                Task.source,
                Task.status,
                Task.done_on,
                Task.recurrence,
                Task.person_id,
                Task.case_id,
            )
            .outerjoin(Person, Person.id == Task.person_id)
            .outerjoin(Case, Case.id == Task.case_id)
            .outerjoin(Worker, Worker.id == Task.worker_id)
        )

    def _counts_as_work(self, row: Row) -> bool:
        return row["source"] not in OF_LAW

    def _row(self, record: AnyRow) -> Row:
        name = ""
        if record.person_id:
            name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        late = record.status == "open" and record.due_on is not None and record.due_on < self._desk.today()
        keys = ("due_on", "source", "done_on", "recurrence", "person_id", "case_id")
        return Row(
            record.id,
            record.title,
            record.number or "",
            {
                **{key: getattr(record, key) for key in keys},
                "person": name,
                "owner": record.owner or record.worker,
                "state": "late" if late else record.status,
            },
        )

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "state":
            return Task.status.in_(codes)
        if key == "source":
            return Task.source.in_(codes)
        if key == "due":
            return or_(false(), *(due_clause(code, self._desk.today()) for code in codes))
        mine = and_(Task.owner.is_(None), Task.worker_id == self._desk.worker_id)
        return or_(false(), *(mine if code == "mine" else ~_true(mine) for code in codes))


def _true(clause: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return `clause` with what is not known counted as no, so that its opposite counts it as yes."""
    return case((clause, True), else_=False)
