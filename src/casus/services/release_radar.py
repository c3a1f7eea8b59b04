# SPDX-License-Identifier: EUPL-1.2
"""The release radar: who inside comes free when, and what is not arranged yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from casus.domain.conditions import FIVE
from casus.services.case_list import release_clause
from casus.services.desk import Desk
from casus.services.detention_list import RELEASES, DetentionList
from casus.services.lists import BLOCK, AnyColumn, AnyRow, AnySelect, Chip, Column, Row, chip, in_list_order
from casus.vault.condition_queries import condition_open, latest_first, latest_looks
from casus.vault.queries import appointment_open, detention_current, release_expected_after
from casus.vault.tables import Appointment, BasicConditionCheck, Detention, Facility, Person

TERMS = (*RELEASES[:-1], "release_later", RELEASES[-1])
"""Codes of list release_term, the soonest first."""
LATER = timedelta(days=90)


class ReleaseRadar(DetentionList):
    """Everyone inside, whoever comes out first at the top; the unknown ones last.

    A row has the day left, the next appointment, whether the D&R plan is there, and under `status:<condition>`
    how each of the five stands (None: never looked at).
    """

    columns = (
        Column("name"),
        Column("expected_on", "date"),
        Column("release_certainty", "code", "release_certainty"),
        Column("open_conditions", "number"),
        Column("next_on", "date"),
        Column("plan_received_on", "date"),
        Column("country", "code", "country"),
    )
    default_sort = "expected_on"
    _is_work = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        looks = latest_looks()
        self._arranged = (
            select(looks.c.detention_id, func.count().label("arranged"))
            .where(looks.c.status == "arranged", looks.c.condition.in_(FIVE))
            .group_by(looks.c.detention_id)
            .subquery()
        )

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how soon, which condition is not arranged, country."""
        return Chip("term", "release_term", TERMS), Chip("open", "open_condition", FIVE), chip("country")

    def term_counts(self) -> dict[str, int]:
        """Return how many come out within each term; the same clauses as the chips and as Today."""
        counted = [func.count(case((self._term(code), 1))).label(code) for code in TERMS]
        with self._desk.reading() as session:
            row = session.execute(select(*counted).select_from(Detention)).one()
            return {code: int(getattr(row, code)) for code in TERMS}

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows, with how the five conditions stand."""
        found = super().rows(ids)
        with self._desk.reading() as session:
            stands = latest_statuses(session, [row.id for row in found])
        return [
            replace(
                row,
                values={
                    **row.values,
                    **{f"status:{code}": stands.get((row.id, code)) for code in FIVE},
                    "days_left": self._days_left(row["expected_on"]),
                },
            )
            if not row["restricted"]
            else row
            for row in found
        ]

    def _days_left(self, expected: Any) -> int | None:
        return (expected - self._desk.today()).days if isinstance(expected, date) else None

    def _source(self) -> Select[str]:
        return super()._source().where(detention_current())

    def _joined_for(self, sort: str, query: Select[str]) -> Select[str]:
        if sort != "open_conditions":
            return query
        return query.outerjoin(self._arranged, self._arranged.c.detention_id == Detention.id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "expected_on": Detention.expected_on,
            "release_certainty": in_list_order(Detention.release_certainty, "release_certainty"),
            "open_conditions": func.coalesce(self._arranged.c.arranged, 0),  # most to do first
            "next_on": self._next_on(),
            "plan_received_on": Detention.plan_received_on,
            "country": in_list_order(Facility.country, "country"),
        }

    def _select_rows(self) -> AnySelect:
        return (
            super()
            ._select_rows()
            .add_columns(
                Detention.plan_received_on,
                Detention.facility_id,
                self._next_on().label("next_on"),
                _open_conditions().label("open_conditions"),
            )
        )

    def _row(self, record: AnyRow) -> Row:
        row = super()._row(record)
        return replace(row, values={**row.values, "facility_id": record.facility_id})

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "term":
            return or_(*(self._term(code) for code in codes))
        if key == "open":
            return or_(*(condition_open(code) for code in codes))
        return super()._chip_clause(key, codes)

    def _term(self, code: str) -> ColumnElement[bool]:
        today = self._desk.today()
        if code == "release_later":
            return release_expected_after(today + LATER)
        return release_clause(code, today)

    def _next_on(self) -> ColumnElement[date]:
        return (
            select(func.min(Appointment.on))
            .where(
                Appointment.person_id == Detention.person_id,
                appointment_open(),
                Appointment.on >= self._desk.today(),
            )
            .correlate(Detention)
            .scalar_subquery()
        )


def _open_conditions() -> ColumnElement[int]:
    """Return how many of the five are not arranged."""
    parts = [case((condition_open(code), 1), else_=0) for code in FIVE]
    total: ColumnElement[int] = parts[0]
    for part in parts[1:]:
        total = total + part
    return total


def latest_statuses(session: Session, detention_ids: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return how each condition of these detentions stands at the latest look, by (detention, condition)."""
    found: dict[tuple[str, str], str] = {}
    for start in range(0, len(detention_ids), BLOCK):
        wanted = (
            select(
                BasicConditionCheck.detention_id, BasicConditionCheck.condition, BasicConditionCheck.status
            )
            .where(BasicConditionCheck.detention_id.in_(detention_ids[start : start + BLOCK]))
            .order_by(*latest_first())
        )
        for detention_id, condition, status in session.execute(wanted):
            found.setdefault((str(detention_id), condition), status)
    return found
