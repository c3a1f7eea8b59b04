# SPDX-License-Identifier: EUPL-1.2
"""The lists of the registers, all of one shape: columns of codes, dates and numbers, chips for the codes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy import Row as SqlRow

from casus.services.desk import Desk
from casus.services.lists import (
    AnyColumn,
    AnySelect,
    Chip,
    Column,
    Kind,
    RecordList,
    Row,
    chip,
    in_list_order,
)
from casus.vault.tables import (
    BusinessContact,
    Inspection,
    Permit,
    Record,
    ResilienceSession,
    School,
    SchoolActivity,
    VogAmbassador,
    Worker,
)


@dataclass(frozen=True)
class _Field:
    """A column: where it is read from, what it holds, and the column it sorts on where that differs."""

    key: str
    source: Any
    kind: Kind = "text"
    code_list: str | None = None
    sort: Any = None

    def sorted_by(self) -> AnyColumn:
        by: AnyColumn = self.source if self.sort is None else self.sort
        return in_list_order(by, self.code_list) if self.code_list else by


def _code(key: str, source: Any, code_list: str | None = None) -> _Field:
    return _Field(key, source, "code", code_list or key)


@dataclass(frozen=True)
class _Register:
    """A register's table, its columns in order (the first is the title), and the columns that are searched."""

    table: type[Record]
    fields: tuple[_Field, ...]
    searched: tuple[Any, ...]
    newest_first: bool = True


_SPECS: Mapping[str, _Register] = {
    "school_activities": _Register(
        SchoolActivity,
        (
            _Field("on", SchoolActivity.on, "date"),
            _Field("school", School.name, sort=School.sort_key),
            _code("kind", SchoolActivity.kind, "school_activity_kind"),
            _code("district", School.district),
            _code("theme", SchoolActivity.theme, "register_theme"),
            _Field("groups", SchoolActivity.groups, "number"),
            _Field("reach", SchoolActivity.reach, "number"),
        ),
        (School.sort_key,),
    ),
    "business_contacts": _Register(
        BusinessContact,
        (
            _Field("on", BusinessContact.on, "date"),
            _code("district", BusinessContact.district),
            _Field("amount", BusinessContact.amount, "number"),
            _code("reached", BusinessContact.reached, "business_contact_reached"),
            _code("reason", BusinessContact.reason, "business_contact_reason"),
            _code("theme", BusinessContact.theme, "register_theme"),
        ),
        (BusinessContact.note,),
    ),
    "inspections": _Register(
        Inspection,
        (
            _Field("on", Inspection.on, "date"),
            _code("kind", Inspection.kind, "inspection_kind"),
            _code("district", Inspection.district),
            _Field("amount", Inspection.amount, "number"),
            _code("result", Inspection.result, "inspection_result"),
            _code("theme", Inspection.theme, "register_theme"),
        ),
        (Inspection.partners, Inspection.note),
    ),
    "permits": _Register(
        Permit,
        (
            _Field("business_name", Permit.business_name, sort=Permit.sort_key),
            _code("status", Permit.status, "permit_status"),
            _Field("status_since", Permit.status_since, "date"),
            _code("area", Permit.area, "permit_area"),
            _code("sector", Permit.sector, "permit_sector"),
            _Field("helped", Permit.helped, "flag"),
        ),
        (Permit.sort_key, Permit.address),
        newest_first=False,
    ),
    "resilience_sessions": _Register(
        ResilienceSession,
        (
            _Field("on", ResilienceSession.on, "date"),
            _code("audience", ResilienceSession.audience, "session_audience"),
            _Field("participants", ResilienceSession.participants, "number"),
            _code("district", ResilienceSession.district),
            _code("theme", ResilienceSession.theme, "register_theme"),
        ),
        (ResilienceSession.partners, ResilienceSession.note),
    ),
    "schools": _Register(
        School,
        (
            _Field("name", School.name, sort=School.sort_key),
            _code("kind", School.kind, "school_kind"),
            _code("district", School.district),
        ),
        (School.sort_key,),
        newest_first=False,
    ),
    "vog_ambassadors": _Register(
        VogAmbassador,
        (
            _Field("name", VogAmbassador.name, sort=VogAmbassador.sort_key),
            _Field("organisation", VogAmbassador.organisation),
            _code("organisation_kind", VogAmbassador.organisation_kind),
            _Field("trained_on", VogAmbassador.trained_on, "date"),
            _Field("active_until", VogAmbassador.active_until, "date"),
            _Field("advices", VogAmbassador.advices, "number"),
        ),
        (VogAmbassador.sort_key, VogAmbassador.organisation),
        newest_first=False,
    ),
    "workers": _Register(
        Worker,
        (
            _Field("name", Worker.name, sort=Worker.sort_key),
            _code("role", Worker.role, "worker_role"),
            _Field("started_on", Worker.started_on, "date"),
            _Field("ended_on", Worker.ended_on, "date"),
            _Field("in_register", Worker.in_register, "flag"),
        ),
        (Worker.sort_key,),
        newest_first=False,
    ),
}

REGISTERS = tuple(_SPECS)
"""The registers, named as their tables: the five of the domain, then schools, ambassadors and staff."""


class RegisterList(RecordList):
    """The list of one register; a row's title is its first column (an ISO date for registers of events)."""

    def __init__(self, desk: Desk, register: str) -> None:
        super().__init__(desk)
        self._spec = _SPECS[register]
        self.columns = tuple(Column(f.key, f.kind, f.code_list) for f in self._spec.fields)
        self.default_sort = self.columns[0].key
        self._id = self._spec.table.id

    @property
    def newest_first(self) -> bool:
        """Whether the list opens with the latest entry on top."""
        return self._spec.newest_first

    def chips(self) -> tuple[Chip, ...]:
        """Return a filter for every column of codes."""
        return tuple(chip(f.key, f.code_list) for f in self._spec.fields if f.code_list)

    def _source(self) -> Select[str]:
        return self._joined(select(self._id))

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {field.key: field.sorted_by() for field in self._spec.fields}

    def _searched(self) -> Sequence[AnyColumn]:
        return self._spec.searched

    def _select_rows(self) -> AnySelect:
        columns = (field.source.label(field.key) for field in self._spec.fields)
        return self._joined(select(self._id, *columns))

    def _joined(self, query: AnySelect) -> AnySelect:
        if self._spec.table is SchoolActivity:
            return query.join(School, School.id == SchoolActivity.school_id)
        return query

    def _row(self, record: SqlRow[Any]) -> Row:
        values = {field.key: getattr(record, field.key) for field in self._spec.fields}
        return Row(record.id, str(values[self.columns[0].key]), "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        source = next(field.source for field in self._spec.fields if field.key == key)
        clause: ColumnElement[bool] = source.in_(codes)
        return clause
