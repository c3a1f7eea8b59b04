# SPDX-License-Identifier: EUPL-1.2
"""The list of certificates of conduct: who is where on the way, and which term runs."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, Select, case, false, or_, select

from casus.domain.vog import awaited
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
from casus.services.time_spans import in_spans
from casus.services.vog import steps_of
from casus.vault.queries import vog_avoided, vog_deadline_due, vog_in
from casus.vault.tables import Person, VogAmbassador, VogProcedure

DUE_AHEAD = timedelta(days=7)
"""A term shows up this long before it ends, so that there is time to act."""


class VogList(RecordList):
    """Every way to a certificate: the person with the purpose, status, since when, term and days left, who helps."""

    columns = (
        Column("name"),
        Column("status", "code", "vog_status"),
        Column("status_since", "date"),
        Column("awaited", "code", "vog_term"),
        Column("due_on", "date"),
        Column("days_left", "number"),
        Column("reason"),
        Column("ambassador"),
    )
    default_sort = "due_on"
    _is_work = True
    _table = VogProcedure

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: what asks attention, status, purpose, when it moved."""
        return (
            chip("attention", "vog_attention"),
            chip("status", "vog_status"),
            chip("purpose", "vog_purpose"),
            chip("when", "time_span"),
        )

    def _source(self) -> Select[str]:
        return (
            select(VogProcedure.id)
            .outerjoin(Person, Person.id == VogProcedure.person_id)
            .outerjoin(VogAmbassador, VogAmbassador.id == VogProcedure.ambassador_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "status": in_list_order(VogProcedure.status, "vog_status"),
            "status_since": VogProcedure.status_since,
            "awaited": in_list_order(VogProcedure.status, "vog_status"),
            "due_on": VogProcedure.due_on,
            "days_left": VogProcedure.due_on,
            "reason": VogProcedure.not_applied_reason,
            "ambassador": VogAmbassador.sort_key,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, VogAmbassador.sort_key, VogAmbassador.organisation

    def _select_rows(self) -> AnySelect:
        due = case((vog_deadline_due(self._desk.today()), 1), else_=0)
        return (
            select(
                VogProcedure.id,
                VogProcedure,
                *NAME_COLUMNS,
                VogAmbassador.name.label("ambassador"),
                due.label("due"),
            )
            .join(Person, Person.id == VogProcedure.person_id)
            .outerjoin(VogAmbassador, VogAmbassador.id == VogProcedure.ambassador_id)
        )

    def _row(self, record: AnyRow) -> Row:
        one: VogProcedure = record.VogProcedure
        left = (one.due_on - self._desk.today()).days if one.due_on else None
        values = {
            "purpose": one.purpose,
            "status": one.status,
            "status_since": one.status_since,
            "awaited": awaited(one.status, steps_of(one)) or None,
            "due_on": one.due_on,
            "days_left": left,
            "reason": one.not_applied_reason if one.status == "not_applied" else None,
            "ambassador": record.ambassador,
            "person_id": one.person_id,
            "case_id": one.case_id,
        }
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        return Row(record.id, name, one.purpose, values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        today = self._desk.today()
        if key == "attention":
            meanings = {"due": lambda: vog_deadline_due(today + DUE_AHEAD), "avoided": vog_avoided}
            return or_(false(), *(meanings[code]() for code in codes))
        if key == "when":
            return in_spans(codes, today, vog_in)
        return {"status": VogProcedure.status, "purpose": VogProcedure.purpose}[key].in_(codes)
