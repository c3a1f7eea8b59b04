# SPDX-License-Identifier: EUPL-1.2
"""The list of consulting hours, and the totals over what it shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, func, select

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
from casus.services.time_spans import in_spans
from casus.vault.queries import consulting_in
from casus.vault.tables import ConsultingSession, Contact, Facility

_ON_FILE = (
    select(func.count(Contact.id))
    .where(Contact.consulting_session_id == ConsultingSession.id)
    .correlate(ConsultingSession)
    .scalar_subquery()
)


@dataclass(frozen=True)
class Totals:
    """Sessions, conversations and persons seen for the first time."""

    sessions: int
    conversations: int
    new_persons: int


class ConsultingList(RecordList):
    """Every consulting hour, the latest first: facility, country, and its numbers."""

    columns = (
        Column("on", "date"),
        Column("facility"),
        Column("country", "code", "country"),
        Column("conversations", "number"),
        Column("new_persons", "number"),
        Column("on_file", "number"),
    )
    default_sort = "on"
    newest_first = True
    _table = ConsultingSession

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: when, country."""
        return chip("when", "time_span"), chip("country")

    def totals(self, text: str, chips: Mapping[str, frozenset[str]]) -> Totals:
        """Return the sums over what passes the same search and filters as `ids`."""
        query = select(
            func.count(ConsultingSession.id),
            func.coalesce(func.sum(ConsultingSession.conversations), 0),
            func.coalesce(func.sum(ConsultingSession.new_persons), 0),
        ).join(Facility, Facility.id == ConsultingSession.facility_id)
        with self._desk.reading() as session:
            return Totals(*session.execute(query.where(*self._clauses(text, chips))).one())

    def _clauses(self, text: str, chips: Mapping[str, frozenset[str]]) -> list[ColumnElement[bool]]:
        chosen = (self._chip_clause(name, codes) for name, codes in chips.items() if codes)
        return [*self._text_clauses(text), *chosen]

    def _source(self) -> Select[str]:
        return select(ConsultingSession.id).outerjoin(Facility, Facility.id == ConsultingSession.facility_id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "on": ConsultingSession.on,
            "facility": Facility.name,
            "country": in_list_order(Facility.country, "country"),
            "conversations": ConsultingSession.conversations,
            "new_persons": ConsultingSession.new_persons,
            "on_file": _ON_FILE,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Facility.name, Facility.place

    def _select_rows(self) -> AnySelect:
        return select(
            ConsultingSession.id,
            ConsultingSession.on,
            Facility.name.label("facility"),
            Facility.country,
            ConsultingSession.conversations,
            ConsultingSession.new_persons,
            _ON_FILE.label("on_file"),
        ).join(Facility, Facility.id == ConsultingSession.facility_id)

    def _row(self, record: AnyRow) -> Row:
        return Row(
            record.id, record.facility, "", {one.key: getattr(record, one.key) for one in self.columns}
        )

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "when":
            return in_spans(codes, self._desk.today(), consulting_in)
        return Facility.country.in_(codes)
