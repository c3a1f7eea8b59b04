# SPDX-License-Identifier: EUPL-1.2
"""The caseload of a worker: per case what comes first, a visit, a review or a task, and when."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import ColumnElement, Date, Select, exists, false, func, or_, select, type_coerce

from casus.services.case_list import attention_clause
from casus.services.desk import Desk
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
from casus.services.rhythm import rhythm
from casus.vault.queries import (
    appointment_open,
    assigned_on,
    case_open,
    member_review_due,
    task_due,
    task_open,
    transfer_open,
    visit_day,
    visit_due,
)
from casus.vault.tables import Appointment, Assignment, Case, FamilyMember, Person, Task, Transfer, Worker

__all__ = ["Caseload", "PlanningList", "caseloads", "planning_clause"]

_NEVER = date.max.isoformat()
_WORK = (
    select(Task.case_id, func.count().label("tasks"), func.min(Task.due_on).label("first_on"))
    .where(task_open(), Task.case_id.is_not(None))
    .group_by(Task.case_id)
    .subquery("work")
)
"""The open tasks of every case, added up once: asking per case makes SQLite walk all open tasks each time."""


@dataclass(frozen=True)
class Caseload:
    """A worker with the number of open cases they have a role in today."""

    worker_id: str
    name: str
    cases: int


def planning_clause(code: str, today: date, days: Mapping[str, int]) -> ColumnElement[bool]:
    """Return what a code of list planning_state means for a case on `today`; `days` is the rhythm of visits."""
    if code == "visit_due":
        return visit_due(today, days)
    if code == "review_due":
        return attention_clause("review_due", today)
    if code == "member_review_due":
        soon = today + timedelta(days=14)
        due = select(FamilyMember.person_id).where(member_review_due(soon))
        return case_open() & Case.person_id.in_(due)
    if code == "tasks_due":
        late = select(Task.case_id).where(task_due(today - timedelta(days=1)), Task.case_id.is_not(None))
        return Case.id.in_(late)
    if code == "no_appointment":
        coming = exists().where(Appointment.case_id == Case.id, appointment_open(), Appointment.on >= today)
        return case_open() & ~coming
    return exists().where(Transfer.case_id == Case.id, transfer_open())


class PlanningList(RecordList):
    """The open cases of `worker_id`, what is due first at the top."""

    columns = (
        Column("name"),
        Column("phase", "code", "phase"),
        Column("due_on", "date"),
        Column("visit_on", "date"),
        Column("last_contact_on", "date"),
        Column("appointment_on", "date"),
        Column("review_on", "date"),
        Column("tasks", "number"),
        Column("transfer", "code", "transfer_status"),
    )
    default_sort = "due_on"
    _is_work = True
    _table = Case

    def __init__(self, desk: Desk, worker_id: str = "") -> None:
        super().__init__(desk)
        self.worker_id = worker_id or desk.worker_id

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: what is due, and the phase."""
        return chip("state", "planning_state"), chip("phase")

    def ids(
        self,
        text: str = "",
        chips: Mapping[str, frozenset[str]] | None = None,
        sort: str = "",
        descending: bool = False,
    ) -> list[str]:
        """Return the ids as every list does; the rhythm of visits is read anew, for it may have been changed."""
        self.__dict__.pop("_days", None)
        return super().ids(text, chips, sort, descending)

    @cached_property
    def _days(self) -> dict[str, int]:
        with self._desk.reading() as session:
            return rhythm(session)

    def _source(self) -> Select[str]:
        mine = assigned_on(self.worker_id, self._desk.today())
        return select(Case.id).join(Person, Person.id == Case.person_id).where(case_open(), mine)

    def _joined_for(self, sort: str, query: Select[str]) -> Select[str]:
        return query.outerjoin(_WORK, _WORK.c.case_id == Case.id) if sort in ("due_on", "tasks") else query

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "phase": in_list_order(Case.phase, "phase"),
            "due_on": self._due_on(),
            "visit_on": visit_day(self._days),
            "last_contact_on": Case.last_contact_on,
            "appointment_on": self._appointment_on(),
            "review_on": Case.review_on,
            "tasks": _WORK.c.tasks,
            "transfer": _offer(),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Case.number, Person.number

    def _select_rows(self) -> AnySelect:
        wanted = select(
            Case.id,
            *NAME_COLUMNS,
            Case.number,
            Case.person_id,
            Case.phase,
            self._due_on().label("due_on"),
            visit_day(self._days).label("visit_on"),
            Case.last_contact_on,
            self._appointment_on().label("appointment_on"),
            Case.review_on,
            func.coalesce(_WORK.c.tasks, 0).label("tasks"),
            _offer().label("transfer"),
        )
        return wanted.join(Person, Person.id == Case.person_id).outerjoin(_WORK, _WORK.c.case_id == Case.id)

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        values = {column.key: getattr(record, column.key) for column in self.columns[1:]}
        return Row(record.id, name, record.number, {**values, "person_id": record.person_id})

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "phase":
            return Case.phase.in_(codes)
        today = self._desk.today()
        return or_(false(), *(planning_clause(code, today, self._days) for code in codes))

    def _due_on(self) -> ColumnElement[date]:
        """The first of the next visit, the next review and the first open task."""
        days = (visit_day(self._days), Case.review_on, _WORK.c.first_on)
        first = func.min(*(func.coalesce(day, _NEVER, type_=Date) for day in days))
        return type_coerce(func.nullif(first, _NEVER), Date)

    def _appointment_on(self) -> ColumnElement[date]:
        wanted = select(func.min(Appointment.on)).where(
            Appointment.case_id == Case.id, appointment_open(), Appointment.on >= self._desk.today()
        )
        return type_coerce(wanted.correlate(Case).scalar_subquery(), Date)


def caseloads(desk: Desk) -> list[Caseload]:
    """Return the workers who have a role in an open case today, by name; the worker at this desk always."""
    today = desk.today()
    running = (Assignment.from_on <= today) & (Assignment.until_on.is_(None) | (Assignment.until_on > today))
    wanted = (
        select(Worker.id, Worker.name, func.count(Case.id.distinct()).label("cases"))
        .outerjoin(Assignment, (Assignment.worker_id == Worker.id) & running)
        .outerjoin(Case, (Case.id == Assignment.case_id) & case_open())
        .group_by(Worker.id)
        .order_by(Worker.sort_key)
    )
    with desk.reading() as session:
        found = [Caseload(*row) for row in session.execute(wanted)]
    return [one for one in found if one.cases or one.worker_id == desk.worker_id]


def _offer() -> ColumnElement[str]:
    wanted = select(Transfer.status).where(Transfer.case_id == Case.id, transfer_open()).limit(1)
    return wanted.correlate(Case).scalar_subquery()
