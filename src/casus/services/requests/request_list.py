# SPDX-License-Identifier: EUPL-1.2
"""The list of requests of persons about their data: of whom, what, by when, and how far it is."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, case, false, func, or_, select

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
from casus.vault import request_queries
from casus.vault.tables import AccessRequest, Person

SOON = timedelta(days=7)
"""A request whose last day is within this time is announced; the numbers on Today use the same."""


def state_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which requests a code of list request_state means on `today`."""
    if code == "late":
        return request_queries.request_late(today)
    if code == "soon":
        return and_(request_queries.request_due_by(today + SOON), ~request_queries.request_late(today))
    if code == "extended":
        return request_queries.request_extended()
    if code == "closed":
        return request_queries.request_closed()
    return request_queries.request_open()


def stand_of(request: AccessRequest, today: date) -> str:
    """Return how far a request is: a code of list request_stand."""
    if request.withdrawn_on is not None:
        return "withdrawn"
    if request.sent_on is not None:
        return "answered"
    if request.due_on < today:
        return "late"
    if request.decision is not None:
        return "decided"
    return "extended" if request.extended_on is not None else "open"


def request_counts(desk: Desk) -> tuple[int, int]:
    """Return how many requests are open, and how many of them late."""
    today = desk.today()
    opened, late = (func.count(case((state_clause(code, today), 1))) for code in ("open", "late"))
    with desk.reading() as session:
        row = session.execute(select(opened, late).select_from(AccessRequest)).one()
        return int(row[0]), int(row[1])


class RequestList(RecordList):
    """Every request, those to be answered first at the top."""

    columns = (
        Column("name"),
        Column("kind", "code", "access_kind"),
        Column("received_on", "date"),
        Column("due_on", "date"),
        Column("state", "code", "request_stand"),
        Column("decision", "code", "access_decision"),
    )
    default_sort = "due_on"
    _table = AccessRequest
    _shown_closed = frozenset({"person_id", "case_id", "due_on", "state"})

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how far it is, and what is asked."""
        return chip("state", "request_state"), chip("kind", "access_kind")

    def _source(self) -> Select[str]:
        return select(AccessRequest.id).join(Person, Person.id == AccessRequest.person_id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "kind": in_list_order(AccessRequest.kind, "access_kind"),
            "received_on": AccessRequest.received_on,
            "due_on": AccessRequest.due_on,
            "state": AccessRequest.sent_on,
            "decision": in_list_order(AccessRequest.decision, "access_decision"),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Person.number

    def _select_rows(self) -> AnySelect:
        return select(AccessRequest.id, AccessRequest, *NAME_COLUMNS, Person.number).join(
            Person, Person.id == AccessRequest.person_id
        )

    def _row(self, record: AnyRow) -> Row:
        request: AccessRequest = record.AccessRequest
        return Row(
            request.id,
            list_name(record.surname, record.prefix, record.given_name, record.call_name),
            record.number,
            {
                "person_id": request.person_id,
                "case_id": request.case_id,
                "kind": request.kind,
                "received_on": request.received_on,
                "due_on": request.due_on,
                "state": stand_of(request, self._desk.today()),
                "decision": request.decision,
                "extended": request.extended_on is not None,
            },
        )

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "kind":
            return AccessRequest.kind.in_(codes)
        return or_(false(), *(state_clause(code, self._desk.today()) for code in codes))
