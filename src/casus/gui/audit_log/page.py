# SPDX-License-Identifier: EUPL-1.2
"""The audit log as a list: newest first, filtered by what was done; it tells ids and never content."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import local_time, short_date
from casus.gui.labels import label
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, Query, RecordTable, Row
from casus.gui.shell import Page, PageSpec, Shell
from casus.gui.widgets.containers import EmptyState
from casus.services.audit import AuditList
from casus.services.desk import Desk

_CHIPS = ("created", "changed", "deleted", "viewed", "exported", "failed_unlock")
_SHOWN_OF_ID = 8


class AuditSource:
    """A `RecordSource` over the audit log."""

    def __init__(self, desk: Desk) -> None:
        self._entries = AuditList(desk)
        self.columns = (
            Column("at", QCoreApplication.translate("AuditLog", "Wanneer"), Kind.NAME, 170),
            Column("worker", QCoreApplication.translate("AuditLog", "Wie"), Kind.TEXT, 200),
            Column("action", QCoreApplication.translate("AuditLog", "Wat"), Kind.TEXT, 0),
            Column("kind", QCoreApplication.translate("AuditLog", "Soort"), Kind.TEXT, 180),
            Column("record_id", QCoreApplication.translate("AuditLog", "Kenmerk"), Kind.TEXT, 120),
            Column("number", QCoreApplication.translate("AuditLog", "Regel"), Kind.NUMBER, 90),
        )

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the numbers of the entries that match, the latest first."""
        chips: dict[str, frozenset[str]] = {"action": query.chips} if query.chips else {}
        descending = query.descending if query.sort else True
        return self._entries.numbers(query.text, chips, query.sort, descending)

    def count_all(self) -> int:
        """Return how many entries there are."""
        return self._entries.total()

    def fetch_rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the entries in words."""
        return [Row(row.id, _cells(row.values)) for row in self._entries.rows(ids)]


def _cells(entry: Mapping[str, Any]) -> tuple[Cell | str, ...]:
    at: datetime = entry["at"]
    return (
        Cell(short_date(at.astimezone().date()), local_time(at)),
        _who(entry["worker"]),
        label("audit_action", entry["action"]),
        label("record_kind", entry["kind"]),
        str(entry["record_id"])[:_SHOWN_OF_ID],
        str(entry["number"]),
    )


def _who(worker: str) -> str:
    """Return a colleague's name; what the program writes for itself or its owner is a code."""
    words = {
        "owner": QCoreApplication.translate("AuditLog", "Eigenaar van de kluis"),
        "system": QCoreApplication.translate("AuditLog", "Casus zelf"),
    }
    return words.get(worker, worker)


class AuditPage(Page):
    """The log of this vault."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Logboek"),
            self.tr("Wie wat wanneer zag, wijzigde of naar buiten bracht. Niets valt eruit te wissen."),
        )
        chips = tuple(FilterChip(code, label("audit_action", code), "action") for code in _CHIPS)
        noun = {True: self.tr("regel"), False: self.tr("regels")}
        words = ListSpec(self.tr("Logboek"), lambda n: noun[n == 1], "audit", chips)
        empty = EmptyState("list-bullets", self.tr("Er staat nog niets in het logboek."))
        self.table = RecordTable(AuditSource(desk), shell.tasks, words, settings=shell.settings, empty=empty)
        self.table.refused.connect(shell.show_error)
        self.body.addWidget(self.table, 1)

    def load(self) -> None:
        """Fetch the log again."""
        self.table.reload()


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from Beheer."""
    return PageSpec(
        "logboek",
        QCoreApplication.translate("AuditLog", "Logboek"),
        "list-bullets",
        lambda shell: AuditPage(shell, desk),
        in_sidebar=False,
        parent="beheer",
    )
