# SPDX-License-Identifier: EUPL-1.2
"""The list of cases."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, exists, false, or_, select

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
from casus.vault.correction_queries import case_limited
from casus.vault.queries import (
    case_open,
    case_review_due,
    case_silent_since,
    detention_current,
    plan_evaluation_due,
    release_expected_between,
    release_overdue,
    release_unknown,
    still_followed,
)
from casus.vault.tables import ActionPlan, Case, Detention, Person

LONG_SILENT = timedelta(weeks=6)
"""Without contact for longer than this, a case shows up as silent: the rhythm of the MDO (domain.md 1.4)."""


REVIEW_AHEAD = timedelta(days=14)
"""A proportionality review shows up this long before its day, so that there is time to hold it."""


RELEASE_AHEAD = {
    "release_7": timedelta(days=7),
    "release_soon": timedelta(days=30),
    "release_90": timedelta(days=90),
}
"""How long before its expected day a release is announced, by code of list attention; each holds the ones before."""
ATTENTION = (
    "limited", "review_due", "plan_evaluation_due", "long_silent", "detained", "release_late", *RELEASE_AHEAD,
    "release_unknown", "story_tip",
)  # fmt: skip
"""The codes of list attention that say something of a case; the list has one about families too."""


def release_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which stays a code of list attention about release means on `today`."""
    if code == "release_late":
        clause = release_overdue(today)
    elif code == "release_unknown":
        clause = release_unknown()
    else:
        clause = release_expected_between(today, today + RELEASE_AHEAD[code])
    return and_(clause, still_followed(Detention.person_id))


def attention_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which cases a code of list attention means on `today`; the counts on Today use the same."""
    if code == "review_due":
        return case_review_due(today + REVIEW_AHEAD)
    if code == "long_silent":
        return case_silent_since(today - LONG_SILENT)
    if code == "limited":
        return case_open() & case_limited()
    if code == "plan_evaluation_due":
        due = select(ActionPlan.case_id).where(plan_evaluation_due(today + REVIEW_AHEAD))
        return case_open() & Case.id.in_(due)
    if code == "story_tip":
        return Case.story_tip_on.is_not(None)
    inside = detention_current() if code == "detained" else release_clause(code, today)
    return exists().where(Detention.person_id == Case.person_id, inside)


class CaseList(RecordList):
    """Every case, open or closed: the person's name with the case number, approach, phase, dates."""

    columns: tuple[Column, ...] = (
        Column("name"),
        Column("approach", "code", "approach"),
        Column("phase", "code", "phase"),
        Column("district", "code", "district"),
        Column("last_contact_on", "date"),
        Column("review_on", "date"),
        Column("opened_on", "date"),
        Column("priority", "code", "priority"),
    )
    default_sort = "name"
    _table = Case

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: running or ended, approach, phase, district, age group, priority, attention."""
        return (
            chip("state", "record_state"),
            *(chip(key) for key in ("approach", "phase", "district", "age_group", "priority")),
            Chip("attention", "attention", ATTENTION),
        )

    def _source(self) -> Select[str]:
        return select(Case.id).join(Person, Person.id == Case.person_id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "number": Case.number,
            "approach": in_list_order(Case.approach, "approach"),
            "phase": in_list_order(Case.phase, "phase"),
            "district": in_list_order(Person.district, "district"),
            "last_contact_on": Case.last_contact_on,
            "review_on": Case.review_on,
            "opened_on": Case.opened_on,
            "priority": in_list_order(Case.priority, "priority"),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Case.number, Person.number

    def _select_rows(self) -> AnySelect:
        return select(
            Case.id,
            *NAME_COLUMNS,
            Case.number,
            Case.approach,
            Case.phase,
            Person.district,
            Case.last_contact_on,
            Case.review_on,
            Case.opened_on,
            Case.priority,
        ).join(Person, Person.id == Case.person_id)

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        values = {column.key: getattr(record, column.key) for column in self.columns[1:]}
        return Row(record.id, name, record.number, values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        today = self._desk.today()
        if key == "state":
            return in_state(codes, case_open())
        if key == "age_group":
            return aged(Person.birth_date, codes, today)
        if key == "attention":
            return or_(false(), *(attention_clause(code, today) for code in codes))
        column = {
            "approach": Case.approach,
            "phase": Case.phase,
            "district": Person.district,
            "priority": Case.priority,
        }[key]
        return column.in_(codes)
