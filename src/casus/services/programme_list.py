# SPDX-License-Identifier: EUPL-1.2
"""The list of programmes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, false, func, not_, or_, select

from casus.services.lists import (
    AnyColumn,
    AnyRow,
    AnySelect,
    Chip,
    Column,
    RecordList,
    Row,
    bare,
    chip,
    in_list_order,
)
from casus.services.naming import NAME_COLUMNS, list_name
from casus.services.time_spans import in_spans
from casus.vault.queries import (
    programme_ended,
    programme_not_started,
    programme_running_on,
    programme_started_in,
    programme_unattended_since,
)
from casus.vault.tables import Attendance, Partner, Person, Programme

UNATTENDED = timedelta(days=45)
"""A programme that runs and where nobody was seen for this long needs a call."""
_PROVIDER = func.coalesce(Partner.name, Programme.provider_name)
_LAST_SEEN = (
    select(func.max(Attendance.month))
    .where(Attendance.programme_id == Programme.id, Attendance.attended > 0)
    .correlate(Programme)
    .scalar_subquery()
)


def state_clause(codes: Iterable[str], today: date) -> ColumnElement[bool]:
    """Return what codes of list programme_state mean on `today`."""
    meanings = {
        "not_started": programme_not_started,
        "running": lambda: and_(programme_running_on(today), not_(programme_ended())),
        "ended": programme_ended,
    }
    return or_(false(), *(meanings[code]() for code in codes))


class ProgrammeList(RecordList):
    """Every programme: the person's name with the provider, kind, status, dates and when last seen there."""

    columns = (
        Column("name"),
        Column("kind", "code", "programme_kind"),
        Column("status", "code", "programme_status"),
        Column("registered_on", "date"),
        Column("started_on", "date"),
        Column("last_seen", "date"),
        Column("ended_on", "date"),
        Column("outcome", "code", "programme_outcome"),
    )
    default_sort = "name"
    _table = Programme

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how far it is, kind, status, not seen for long, started when."""
        return (
            chip("state", "programme_state"),
            chip("kind", "programme_kind"),
            chip("status", "programme_status"),
            chip("attention", "programme_attention"),
            chip("started", "programme_started"),
        )

    def _source(self) -> Select[str]:
        return (
            select(Programme.id)
            .outerjoin(Person, Person.id == Programme.person_id)
            .outerjoin(Partner, Partner.id == Programme.provider_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "kind": in_list_order(Programme.kind, "programme_kind"),
            "status": in_list_order(Programme.status, "programme_status"),
            "registered_on": Programme.registered_on,
            "started_on": Programme.started_on,
            "last_seen": _LAST_SEEN,
            "ended_on": Programme.ended_on,
            "outcome": Programme.outcome,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, bare(Programme.provider_name), bare(Partner.name)

    def _select_rows(self) -> AnySelect:
        return (
            select(
                Programme.id,
                *NAME_COLUMNS,
                _PROVIDER.label("provider"),
                Programme.person_id,
                Programme.case_id,
                Programme.kind,
                Programme.status,
                Programme.registered_on,
                Programme.started_on,
                _LAST_SEEN.label("last_seen"),
                Programme.ended_on,
                Programme.outcome,
            )
            .join(Person, Person.id == Programme.person_id)
            .outerjoin(Partner, Partner.id == Programme.provider_id)
        )

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = (*(column.key for column in self.columns[1:]), "person_id", "case_id")
        values = {key: getattr(record, key) for key in keys}
        return Row(record.id, name, record.provider or "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        today = self._desk.today()
        if key == "state":
            return state_clause(codes, today)
        if key == "attention":
            return programme_unattended_since(today - UNATTENDED, today)
        if key == "started":
            return in_spans(codes, today, programme_started_in)
        return {"kind": Programme.kind, "status": Programme.status}[key].in_(codes)
