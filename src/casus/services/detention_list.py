# SPDX-License-Identifier: EUPL-1.2
"""The list of detentions."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Select, false, or_, select

from casus.services.case_list import release_clause
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
    in_state,
)
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.queries import detention_current
from casus.vault.tables import Detention, Facility, Person

RELEASES = ("release_late", "release_7", "release_soon", "release_90", "release_unknown")
"""Codes of list attention that are about release."""


class DetentionList(RecordList):
    """Every stay in a facility: the person's name with the facility, dates and certainty of release."""

    columns: tuple[Column, ...] = (
        Column("name"),
        Column("country", "code", "country"),
        Column("title", "code", "detention_title"),
        Column("entered_on", "date"),
        Column("expected_on", "date"),
        Column("release_certainty", "code", "release_certainty"),
        Column("released_on", "date"),
    )
    default_sort = "expected_on"
    _table = Detention

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: inside or released, country, title, when someone comes out."""
        soon = Chip("attention", "attention", RELEASES)
        return chip("state", "record_state"), chip("country"), chip("title", "detention_title"), soon

    def _source(self) -> Select[str]:
        return (
            select(Detention.id)
            .outerjoin(Person, Person.id == Detention.person_id)
            .outerjoin(Facility, Facility.id == Detention.facility_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "facility": Facility.name,
            "country": in_list_order(Facility.country, "country"),
            "title": in_list_order(Detention.title, "detention_title"),
            "entered_on": Detention.entered_on,
            "expected_on": Detention.expected_on,
            "release_certainty": in_list_order(Detention.release_certainty, "release_certainty"),
            "released_on": Detention.released_on,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, bare(Facility.name)

    def _select_rows(self) -> AnySelect:
        return (
            select(
                Detention.id,
                *NAME_COLUMNS,
                Facility.name.label("facility"),
                Facility.country,
                Detention.person_id,
                Detention.case_id,
                Detention.title,
                Detention.entered_on,
                Detention.expected_on,
                Detention.release_certainty,
                Detention.released_on,
            )
            .join(Person, Person.id == Detention.person_id)
            .join(Facility, Facility.id == Detention.facility_id)
        )

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = (*(column.key for column in self.columns[1:]), "person_id", "case_id")
        return Row(record.id, name, record.facility, {key: getattr(record, key) for key in keys})

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "state":
            return in_state(codes, detention_current())
        if key == "attention":
            today = self._desk.today()
            return or_(false(), *(release_clause(code, today) for code in codes))
        return {"country": Facility.country, "title": Detention.title}[key].in_(codes)
