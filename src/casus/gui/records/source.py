# SPDX-License-Identifier: EUPL-1.2
"""Puts a list of the services into words: columns get titles, codes get labels, dates get a form."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from casus.gui.dates_text import day_month, number
from casus.gui.labels import label
from casus.gui.lists import Cell, Column, FilterChip, Kind, Query, Row
from casus.services.desk import Desk

TONES = {
    "phase": {"execution": "accent", "monitoring": "accent", "scaling_down": "ok", "closed": "neutral",
              "registered": "warn", "screening": "warn", "reopened": "warn", "escalated": "danger"},
    "programme_status": {"started": "accent", "finished": "ok", "stopped": "danger", "waiting": "warn"},
    "permit_status": {"granted": "ok", "refused": "danger", "revoked": "danger", "bibob": "warn", "left": "neutral"},
    "release_certainty": {"known": "ok", "estimated": "warn", "unknown": "danger"},
    "task_state": {"late": "danger", "open": "accent", "done": "ok", "cancelled": "neutral"},
    "appointment_state": {"unreported": "danger", "today": "accent", "within_7_days": "accent", "kept": "ok"},
    "request_stand": {"open": "accent", "extended": "accent", "late": "danger", "decided": "ok"},
    "sharing_told": {"told": "ok", "not_told": "warn"},
    "notice_outcome": {"told": "ok", "impossible": "warn"},
    "access_state": {"open": "danger", "unjudged": "warn", "judged": "ok"},
    "bundle_outcome": {"taken": "ok", "sent": "accent", "taken_back": "warn"},
    "colleague_state": {"verified": "ok", "unverified": "warn", "revoked": "danger"},
    "vog_status": {"granted": "ok", "refused": "danger", "intended_refusal": "warn", "not_applied": "warn"},
}  # fmt: skip


class ServiceColumn(Protocol):
    """A column as services.lists describes it."""

    @property
    def key(self) -> str:
        """What rows and sort orders call it."""
        ...

    @property
    def kind(self) -> str:
        """One of text, code, date, number, flag."""
        ...

    @property
    def code_list(self) -> str | None:
        """The list whose labels are shown."""
        ...


class ServiceList(Protocol):
    """A list of the services (services.lists.RecordList)."""

    @property
    def desk(self) -> Desk:
        """Whose list this is."""
        ...

    @property
    def columns(self) -> Any:
        """The `ServiceColumn`s."""
        ...

    def ids(self, text: str, chips: Any, sort: str, descending: bool) -> list[str]:
        """Return the ids that pass, in order."""
        ...

    def rows(self, ids: Sequence[str]) -> list[Any]:
        """Return the rows of these ids."""
        ...

    def total(self) -> int:
        """Return how many there are."""
        ...


@dataclass(frozen=True)
class Heading:
    """What the window calls a column of the service, and how wide it is (pixels at 100 %, 0: the rest)."""

    key: str
    title: str
    width: int = 140
    status: bool = False  # drawn as a pill


@dataclass(frozen=True)
class Filter:
    """A group of chips: the service's chip `key`, with some or all of its codes.

    With `fold` they stand in the menu of one button of that name: for lists of more than a handful.
    """

    key: str
    code_list: str
    codes: tuple[str, ...]
    fold: str = ""

    def chips(self) -> tuple[FilterChip, ...]:
        """Return a chip per code; within the group at most one is on."""
        return tuple(
            FilterChip(f"{self.key}:{code}", label(self.code_list, code), self.key, self.fold)
            for code in self.codes
        )


def chosen(query: Query) -> dict[str, frozenset[str]]:
    """Return the codes that are chosen in each group of chips, as the services take them."""
    chips: dict[str, frozenset[str]] = {}
    for chip in query.chips:
        key, code = chip.split(":", 1)
        chips[key] = chips.get(key, frozenset()) | {code}
    return chips


class ServiceSource:
    """A `RecordSource` over a list of the services; its fetches run in the worker."""

    def __init__(self, records: ServiceList, headings: Sequence[Heading], today: date) -> None:
        self.records = records
        self.today = today
        self.known: dict[str, Any] = {}  # the rows fetched last by id, with their codes
        self._headings = headings
        self._by_key = {column.key: column for column in records.columns}
        self.columns = tuple(
            Column(heading.key, heading.title, self._kind(heading), heading.width) for heading in headings
        )

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the ids of all records that match, in order."""
        return self.records.ids(query.text, chosen(query), query.sort, query.descending)

    def count_all(self) -> int:
        """Return how many there are without any filter."""
        return self.records.total()

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these ids in words."""
        found = self.records.rows(ids)
        self.known.update((row.id, row) for row in found)
        return [Row(row.id, tuple(self._cell(heading, row) for heading in self._headings)) for row in found]

    def _kind(self, heading: Heading) -> Kind:
        column = self._by_key.get(heading.key)
        if heading is self._headings[0] and not _is_date(column):
            return Kind.NAME
        if heading.status:
            return Kind.STATUS
        kinds = {"date": Kind.DATE, "number": Kind.NUMBER}
        return kinds.get(column.kind, Kind.TEXT) if column else Kind.TEXT

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading is self._headings[0] and not _is_date(self._by_key.get(heading.key)):
            return Cell(row.title, row.subtitle)
        value = row[heading.key]
        column: ServiceColumn = self._by_key[heading.key]
        if column.code_list and isinstance(value, str):
            tone = TONES.get(column.code_list, {}).get(value, "neutral")
            return Cell(label(column.code_list, value), tone=tone)
        if isinstance(value, date):
            return Cell(day_month(value, self.today))
        if isinstance(value, bool):
            return Cell("✓" if value else "")
        if isinstance(value, int):
            return Cell(number(value))
        return Cell(value or "")


def _is_date(column: ServiceColumn | None) -> bool:
    return column is not None and column.kind == "date"
