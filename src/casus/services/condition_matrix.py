# SPDX-License-Identifier: EUPL-1.2
"""The basic conditions over the whole caseload: persons down, conditions across, at one moment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, false, func, or_, select, true

from casus.domain.codelists import codelist
from casus.domain.conditions import AFTER_RELEASE
from casus.domain.dates import FIRST_YEAR, LAST_YEAR, add_months
from casus.domain.periods import Period
from casus.services.detention_list import DetentionList
from casus.services.lists import BLOCK, AnyColumn, AnyRow, Chip, Column, Row, chip
from casus.services.naming import list_name
from casus.vault.condition_queries import (
    condition_check_due,
    condition_checked_in,
    condition_status,
    latest_looks,
)
from casus.vault.tables import BasicConditionCheck, Detention, Facility, Person

LATEST = "latest"
NOT_CHECKED = "not_checked"
_EVER = Period(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
Counts = Mapping[str, Mapping[str, int]]
"""Number of detentions by condition and status (list matrix_status)."""


class ConditionMatrix(DetentionList):
    """Every detention with a cell per basic condition: how it stands now, or stood at the moment chosen.

    The moment is the chip `moment`; it stays until `ids` is asked with another one.
    """

    columns = (
        Column("name"),
        *(Column(code, "code", "condition_status") for code in codelist("basic_condition").values),
    )
    default_sort = "name"
    open_chips = DetentionList.open_chips | {"at"}

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.moment = LATEST

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: moment, inside or released, what is due, status, condition."""
        return (
            chip("moment", "matrix_moment"),
            chip("state", "record_state"),
            chip("due", "matrix_due"),
            chip("status", "matrix_status"),
            chip("condition", "basic_condition"),
        )

    def ids(
        self,
        text: str = "",
        chips: Mapping[str, frozenset[str]] | None = None,
        sort: str = "",
        descending: bool = False,
    ) -> list[str]:
        """Return the detentions, as `RecordList.ids`; a status counts in the conditions chosen, else in any."""
        return super().ids(text, self._prepared(chips), sort, descending)

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows, each with its cells, in one query per block."""
        found, moment = super().rows(ids), self.moment
        cells = self._cells([row.id for row in found], moment)
        return [
            row if row["restricted"] else replace(row, values={**row.values, **cells.get(row.id, {})})
            for row in found
        ]

    def counts(self, text: str = "", chips: Mapping[str, frozenset[str]] | None = None) -> Counts:
        """Return how many of the detentions shown stand how, by condition; what is shown adds up to the number."""
        shown = self._shown(text, self._prepared(chips)).subquery()
        looks = latest_looks(self._moment())
        wanted = (
            select(looks.c.condition, looks.c.status, func.count())
            .where(looks.c.detention_id.in_(select(shown.c.id)))
            .group_by(looks.c.condition, looks.c.status)
        )
        found: dict[str, dict[str, int]] = {code: {} for code in codelist("basic_condition").values}
        with self._desk.reading() as session:
            total = session.scalar(select(func.count()).select_from(shown)) or 0
            for condition, status, number in session.execute(wanted):
                found.setdefault(condition, {})[status] = number
        for by_status in found.values():
            if (rest := total - sum(by_status.values())) > 0:
                by_status[NOT_CHECKED] = rest
        return found

    def looked_at(self, moment: str, period: Period = _EVER) -> Counts:
        """Return the looks in `period` at this moment, by condition and status: what the indicator counts."""
        wanted = (
            select(BasicConditionCheck.condition, BasicConditionCheck.status, func.count())
            .where(condition_checked_in(moment, period))
            .group_by(BasicConditionCheck.condition, BasicConditionCheck.status)
        )
        found: dict[str, dict[str, int]] = {}
        with self._desk.reading() as session:
            for condition, status, number in session.execute(wanted):
                found.setdefault(condition, {})[status] = number
        return found

    def due(self) -> int:
        """Return how many people should be looked at again today, 6 or 12 months after their release."""
        with self._desk.reading() as session:
            wanted = (
                select(func.count()).select_from(Detention).where(condition_check_due(self._desk.today()))
            )
            return session.scalar(wanted) or 0

    def _moment(self) -> str:
        return "" if self.moment == LATEST else self.moment

    def _prepared(self, chips: Mapping[str, frozenset[str]] | None) -> dict[str, frozenset[str]]:
        """Take the moment from the chips, and put status and condition together in one."""
        given = dict(chips or {})
        self.moment = next(iter(given.pop("moment", frozenset())), LATEST)
        conditions, statuses = given.pop("condition", frozenset()), given.pop("status", frozenset())
        if statuses or conditions:
            pairs = (
                f"{condition}={status}"
                for condition in conditions or codelist("basic_condition").values
                for status in statuses or ("in_progress", "not_arranged", "unknown", NOT_CHECKED)
            )
            given["cell"] = frozenset(pairs)
        if given.get("due"):  # who came out long enough ago is not inside
            given.pop("state", None)
        given["at"] = frozenset({self.moment})
        return given

    def _shown(self, text: str, chips: Mapping[str, frozenset[str]]) -> Select[str]:
        return self._source().where(*self._fitting(text, chips))

    def _cells(self, ids: Sequence[str], moment: str) -> dict[str, dict[str, str | None]]:
        codes = codelist("basic_condition").values
        at = "" if moment == LATEST else moment
        columns = [condition_status(code, at).label(code) for code in codes]
        found: dict[str, dict[str, str | None]] = {}
        with self._desk.reading() as session:
            for start in range(0, len(ids), BLOCK):
                block = select(Detention.id, *columns).where(Detention.id.in_(ids[start : start + BLOCK]))
                for row in session.execute(block):
                    found[row.id] = {code: getattr(row, code) for code in codes}
        return found

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = ("person_id", "case_id", "entered_on", "released_on")
        return Row(record.id, name, record.facility, {key: getattr(record, key) for key in keys})

    def _sorts(self) -> Mapping[str, AnyColumn]:
        codes = codelist("basic_condition").values
        return {
            "name": Person.sort_key,
            "facility": Facility.name,
            **{code: _worst_first(condition_status(code, self._moment())) for code in codes},
        }

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "cell":
            return or_(false(), *(self._stands(*one.split("=")) for one in codes))
        if key == "due":
            return condition_check_due(self._desk.today())
        if key == "at":
            return self._has_moment(next(iter(codes)))
        return super()._chip_clause(key, codes)

    def _stands(self, condition: str, status: str) -> ColumnElement[bool]:
        stands = condition_status(condition, self._moment())
        return stands.is_(None) if status == NOT_CHECKED else stands == status

    def _has_moment(self, moment: str) -> ColumnElement[bool]:
        """Leave out whom the moment has not come for: so many months after the release."""
        if moment not in AFTER_RELEASE:
            return true()
        return Detention.released_on <= add_months(self._desk.today(), -AFTER_RELEASE[moment])


def _worst_first(status: ColumnElement[str | None]) -> ColumnElement[int]:
    places = {
        code: place for place, code in enumerate(("not_arranged", "in_progress", "unknown", "arranged"))
    }
    return case(places, value=status, else_=len(places))
