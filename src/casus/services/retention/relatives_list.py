# SPDX-License-Identifier: EUPL-1.2
"""The list of family members without a case of their own who have to leave: since when, until when they are kept."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, false, func, not_, or_, select

from casus.domain.dates import add_months
from casus.domain.policy import Policy
from casus.domain.retention import last_leaving, relative_keep_until
from casus.services.desk import Desk
from casus.services.lists import AnyColumn, AnyRow, AnySelect, Chip, Column, RecordList, Row, in_list_order
from casus.services.naming import NAME_COLUMNS, list_name
from casus.services.retention.due_list import DUE, HELD, PROPOSED, RUNNING, SOON, SOON_MONTHS
from casus.vault.leaving import family_held, leaving, relative_proposed
from casus.vault.tables import Family, FamilyMember, Person

STATES = (DUE, SOON, HELD, PROPOSED, RUNNING)
"""Codes of list retention_state that a relative may have: nobody extends a term of theirs."""


class _Standing:
    """How relatives stand on a day under a policy; `days` (`vault.leaving`) has to be joined for its clauses."""

    def __init__(self, days: Subquery, today: date, policy: Policy) -> None:
        self.days = days
        self._leaves: ColumnElement[date] = days.c.leaves_on
        years, soon = policy.relative_years, add_months(today, SOON_MONTHS)
        self._due_until = last_leaving(today - timedelta(days=1), years)
        self._soon_until = last_leaving(soon, years)

    def clause(self, code: str) -> ColumnElement[bool]:
        """Return which relatives a code means."""
        proposed, held = relative_proposed(self.days.c.person_id), family_held(self.days.c.person_id)
        free = and_(not_(proposed), not_(held))
        return {
            PROPOSED: proposed,
            HELD: and_(held, not_(proposed)),
            DUE: and_(free, self._leaves <= self._due_until),
            SOON: and_(free, self._leaves > self._due_until, self._leaves <= self._soon_until),
            RUNNING: and_(free, self._leaves > self._soon_until),
        }[code]


def relatives_due(today: date, policy: Policy) -> Select[int]:
    """Return the select of how many relatives are due; the number on Today."""
    standing = _Standing(leaving(), today, policy)
    return select(func.count()).select_from(standing.days).where(standing.clause(DUE))


class RelativesList(RecordList):
    """Every family member without a case of their own of whom is known when they leave, the first at the top."""

    columns = (
        Column("name"),
        Column("family"),
        Column("leaves", "date"),
        Column("until", "date"),
        Column("state", "code", "retention_state"),
    )
    default_sort = "leaves"
    _table = Person
    _shown_closed = frozenset({"person_id", "leaves", "until", "state"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._days = leaving()

    def chips(self) -> tuple[Chip, ...]:
        """Return the filter: how it stands."""
        return (Chip("state", "retention_state", STATES),)

    def counts(self) -> dict[str, int]:
        """Return how many relatives there are by state."""
        standing = self._standing()
        columns = [func.count(case((standing.clause(code), 1))).label(code) for code in STATES]
        with self._desk.reading() as session:
            row = session.execute(select(*columns).select_from(standing.days)).one()
            return {code: int(getattr(row, code)) for code in STATES}

    def _source(self) -> Select[str]:
        return select(Person.id).join(self._days, self._days.c.person_id == Person.id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        state = in_list_order(self._state(), "retention_state")
        leaves = self._days.c.leaves_on
        return {
            "name": Person.sort_key, "family": _family(Family.sort_key), "leaves": leaves, "until": leaves,
            "state": state,
        }  # fmt: skip

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Person.number, _family(Family.sort_key)

    def _select_rows(self) -> AnySelect:
        return select(
            Person.id, *NAME_COLUMNS, Person.number, _family(Family.name).label("family"),
            self._days.c.leaves_on.label("leaves"), self._state().label("state"),
        ).join(self._days, self._days.c.person_id == Person.id)  # fmt: skip

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        values = {
            "family": record.family,
            "leaves": record.leaves,
            "until": relative_keep_until(record.leaves, self._desk.policy.relative_years),
            "state": record.state,
            "person_id": record.id,
        }
        return Row(record.id, name, record.number, values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        standing = self._standing()
        return or_(false(), *(standing.clause(code) for code in codes if code in STATES))

    def _standing(self) -> _Standing:
        return _Standing(self._days, self._desk.today(), self._desk.policy)

    def _state(self) -> ColumnElement[str]:
        standing = self._standing()
        return case(*((standing.clause(code), code) for code in STATES), else_=RUNNING)


def _family(column: AnyColumn) -> AnyColumn:
    """A column of the family someone belongs to, or did last."""
    return (
        select(column)
        .join(FamilyMember, FamilyMember.family_id == Family.id)
        .where(FamilyMember.person_id == Person.id)
        .order_by(FamilyMember.until_on.is_not(None), FamilyMember.until_on.desc(), FamilyMember.id)
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
