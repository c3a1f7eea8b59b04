# SPDX-License-Identifier: EUPL-1.2
"""The list of families."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, exists, false, func, or_, select

from casus.services.case_list import REVIEW_AHEAD
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
    in_state,
)
from casus.vault.queries import family_open, member_now, member_review_due
from casus.vault.tables import Family, FamilyMember

_MEMBERS = (
    select(func.count(FamilyMember.id))
    .where(FamilyMember.family_id == Family.id, member_now())
    .correlate(Family)
    .scalar_subquery()
)


def family_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which families a code of list attention means on `today`; Today counts by the same.

    The one code is member_review_due: who turns 18 within two weeks, or did, and was not judged again.
    """
    assert code == "member_review_due"
    member = exists().where(FamilyMember.family_id == Family.id, member_review_due(today + REVIEW_AHEAD))
    return family_open() & member


class FamilyList(RecordList):
    """Every family: name with its code, district, members, dates."""

    columns = (
        Column("name"),
        Column("district", "code", "district"),
        Column("members", "number"),
        Column("started_on", "date"),
        Column("ended_on", "date"),
    )
    default_sort = "name"
    _table = Family

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: running or ended, a member who turns 18, district."""
        due = Chip("attention", "attention", ("member_review_due",))
        return chip("state", "record_state"), due, chip("district")

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Family.sort_key,
            "district": in_list_order(Family.district, "district"),
            "members": _MEMBERS,
            "started_on": Family.started_on,
            "ended_on": Family.ended_on,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Family.sort_key, Family.code

    def _select_rows(self) -> AnySelect:
        return select(
            Family.id,
            Family.name,
            Family.code,
            Family.district,
            _MEMBERS.label("members"),
            Family.started_on,
            Family.ended_on,
        )

    def _row(self, record: AnyRow) -> Row:
        values = {column.key: getattr(record, column.key) for column in self.columns[1:]}
        return Row(record.id, record.name, record.code, values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "state":
            return in_state(codes, family_open())
        if key == "attention":
            return or_(false(), *(family_clause(code, self._desk.today()) for code in codes))
        return Family.district.in_(codes)
