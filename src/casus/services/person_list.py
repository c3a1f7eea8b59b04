# SPDX-License-Identifier: EUPL-1.2
"""The list of persons."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from casus.services.lists import (
    AnyColumn,
    AnyRow,
    AnySelect,
    Chip,
    Column,
    RecordList,
    Row,
    aged,
    chip,
    in_list_order,
    in_state,
)
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.queries import case_open
from casus.vault.tables import Case, Person, PersonAlias, PersonMerge

_CASES = (
    select(
        Case.person_id,
        func.count(Case.id).filter(case_open()).label("open_cases"),
        func.max(Case.last_contact_on).label("last_contact_on"),
    )
    .group_by(Case.person_id)
    .subquery()
)
"""One pass over the cases, for sorting: asked per person it would be slow."""
_OPEN_CASES = (
    select(func.count(Case.id))
    .where(Case.person_id == Person.id, case_open())
    .correlate(Person)
    .scalar_subquery()
)
_LAST_CONTACT = (
    select(func.max(Case.last_contact_on))
    .where(Case.person_id == Person.id)
    .correlate(Person)
    .scalar_subquery()
)


class PersonList(RecordList):
    """Everyone on file: name with number, age, district, role, open cases, last contact."""

    columns = (
        Column("name"),
        Column("birth_date", "date"),
        Column("district", "code", "district"),
        Column("role", "code", "person_role"),
        Column("open_cases", "number"),
        Column("last_contact_on", "date"),
    )
    default_sort = "name"
    _table = Person

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: role, district, age group, and whether there is an open case."""
        return chip("role", "person_role"), chip("district"), chip("age_group"), chip("state", "record_state")

    def _joined_for(self, sort: str, query: Select[str]) -> Select[str]:
        if sort in ("open_cases", "last_contact_on"):
            return query.outerjoin(_CASES, _CASES.c.person_id == Person.id)
        return query

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "birth_date": Person.birth_date,
            "district": in_list_order(Person.district, "district"),
            "role": in_list_order(Person.role, "person_role"),
            "open_cases": func.coalesce(_CASES.c.open_cases, 0),
            "last_contact_on": _CASES.c.last_contact_on,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.number, Person.call_name, _aliases(), _merged()

    def _select_rows(self) -> AnySelect:
        return select(
            Person.id,
            *NAME_COLUMNS,
            Person.number,
            Person.birth_date,
            Person.district,
            Person.role,
            _OPEN_CASES.label("open_cases"),
            _LAST_CONTACT.label("last_contact_on"),
        )

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        values = {column.key: getattr(record, column.key) for column in self.columns[1:]}
        return Row(record.id, name, record.number, values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "age_group":
            return aged(Person.birth_date, codes, self._desk.today())
        if key == "state":
            return in_state(codes, Person.id.in_(select(Case.person_id).where(case_open())))
        return {"role": Person.role, "district": Person.district}[key].in_(codes)


def _aliases() -> ColumnElement[Any]:
    return (
        select(func.group_concat(PersonAlias.folded, " "))
        .where(PersonAlias.person_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )


def _merged() -> ColumnElement[Any]:
    """The numbers of who was merged into a person: an old number on paper leads to the one who stayed."""
    return (
        select(func.group_concat(PersonMerge.merged_number, " "))
        .where(PersonMerge.kept_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
