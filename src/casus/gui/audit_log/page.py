# SPDX-License-Identifier: EUPL-1.2
"""The audit log: newest first, filtered by act, dossier, colleague and period; a row opens what stands behind it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from shiboken6 import isValid

from casus.gui.audit_log.entry_panel import EntryPanel
from casus.gui.audit_log.filter_panel import FilterPanel
from casus.gui.audit_log.values import who
from casus.gui.dates_text import local_moment, local_time, short_date
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, FilterChip, Kind, ListSpec, Query, RecordTable, Row
from casus.gui.shell import Page, PageSpec, Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.text import label, restyle, show_if
from casus.services.audit import AuditList, LastCheck, Narrow, last_check
from casus.services.audit_trail import Detail, called, entry_detail
from casus.services.desk import Desk

_CHIPS = (
    "created", "changed", "deleted", "viewed", "emergency_access", "printed", "exported", "destroyed",
    "failed_unlock",
)  # fmt: skip


class AuditSource:
    """A `RecordSource` over the audit log."""

    def __init__(self, desk: Desk) -> None:
        self.entries = AuditList(desk)
        translate = QCoreApplication.translate
        self.columns = (
            Column("at", translate("AuditLog", "Wanneer"), Kind.NAME, 105),
            Column("worker", translate("AuditLog", "Wie"), Kind.TEXT, 130),
            Column("action", translate("AuditLog", "Wat"), Kind.TEXT, 200),
            Column("kind", translate("AuditLog", "Soort"), Kind.TEXT, 195),
            Column("about", translate("AuditLog", "Over wie"), Kind.TEXT, 0, sortable=False),
            Column("clock", translate("AuditLog", "Klok"), Kind.MARKS, 90, sortable=False),
            Column("number", translate("AuditLog", "Regel"), Kind.NUMBER, 60),
        )

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the numbers of the entries that match, the latest first."""
        chips: dict[str, frozenset[str]] = {"action": query.chips} if query.chips else {}
        descending = query.descending if query.sort else True
        return self.entries.numbers(query.text, chips, query.sort, descending)

    def count_all(self) -> int:
        """Return how many entries there are; of one dossier, colleague or period: of those."""
        return self.entries.total()

    def fetch_rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the entries in words."""
        return [Row(row.id, _cells(row.values)) for row in self.entries.rows(ids)]


def _cells(entry: Mapping[str, Any]) -> tuple[Cell | str, ...]:
    at: datetime = entry["at"]
    return (
        Cell(short_date(at.astimezone().date()), local_time(at)),
        who(entry["worker"]),
        code_label("audit_action", entry["action"]),
        code_label("record_kind", entry["kind"]),
        str(entry["about"] or ""),
        _clock(entry["clock_back"]),
        str(entry["number"]),
    )


def _clock(back: bool) -> Cell:
    """The mark of an entry that was written when the clock stood earlier than before."""
    words = QCoreApplication.translate("AuditLog", "klok terug")
    return Cell(words, marks=((words, "warn"),)) if back else Cell("")


class AuditPage(Page):
    """The log of this vault; `open_record` takes "person:<id>" or "case:<id>": everything about that dossier."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk, self._about, self._who = desk, "", ""
        self._panel: EntryPanel | None = None
        self.set_title(
            self.tr("Logboek"),
            self.tr("Wie wat wanneer zag, wijzigde of naar buiten bracht. Niets valt eruit te wissen."),
        )
        self.add_secondary(self.tr("Filteren"), self.open_filter, icon="funnel")
        self.chain = label("", "small", "muted", wrap=True)
        self.narrowed = label("", wrap=True)
        self.whole = button(self.tr("Toon het hele logboek"), self.show_whole, kind="link")
        row = QHBoxLayout()
        row.addWidget(self.narrowed, 1)
        row.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignTop)
        chips = tuple(FilterChip(code, code_label("audit_action", code), "action") for code in _CHIPS)
        noun = {True: self.tr("regel"), False: self.tr("regels")}
        words = ListSpec(self.tr("Logboek"), lambda n: noun[n == 1], "audit", chips)
        empty = EmptyState("list-bullets", self.tr("Er staat nog niets in het logboek."))
        self.source = AuditSource(desk)
        self.table = RecordTable(self.source, shell.tasks, words, settings=shell.settings, empty=empty)
        self.table.refused.connect(shell.show_error)
        self.table.opened.connect(self.show_entry)
        self.table.previewed.connect(self.show_entry)
        self.table.selected.connect(self._follow)
        self.body.addWidget(self.chain)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self._show_narrowed()

    def first_stop(self) -> QWidget | None:
        """Begin in the list."""
        return self.table.view if self.table.view.isVisible() else super().first_stop()

    def load(self) -> None:
        """Fetch the log again, and what the last check said of it."""
        desk = self._desk
        self.table.reload()
        self.shell.tasks.run(lambda: last_check(desk), owner=self, done=self._show_chain)

    def open_record(self, record_id: str) -> None:
        """Show the log of one dossier."""
        kind, _colon, about = record_id.partition(":")
        narrow = Narrow(person_id=about) if kind == "person" else Narrow(case_id=about)
        desk = self._desk
        self.shell.tasks.run(
            lambda: called(desk, narrow), owner=self, done=lambda name: self._narrow(narrow, name, "")
        )

    def open_filter(self) -> None:
        """Choose of whom, of what kind, by whom and from when."""
        panel = FilterPanel(self.shell, self._desk, self.source.entries.narrow, self._about, self._chosen)
        self.shell.open_panel(panel)

    def show_whole(self) -> None:
        """Show everything again."""
        self._narrow(Narrow(), "", "")

    def show_entry(self, number: str) -> None:
        """Show what stands behind an entry at the right."""
        desk = self._desk
        self.shell.tasks.run(
            lambda: entry_detail(desk, int(number)), owner=self, done=lambda found: self._show(number, found)
        )

    def _show(self, number: str, found: Detail) -> None:
        if number == self.table.current_id() and self.isVisible():
            self._panel = EntryPanel(self.shell, self._desk, found, self.table)
            self.shell.open_panel(self._panel)

    def _follow(self, number: str) -> None:
        """Take the entry at the right along with the current row."""
        if self._panel is not None and isValid(self._panel) and self._panel.isVisible() and number:
            self.show_entry(number)

    def _chosen(self, narrow: Narrow, about: str, who: str) -> None:
        self.shell.close_panel()
        self._narrow(narrow, about, who)

    def _narrow(self, narrow: Narrow, about: str, who: str) -> None:
        self.source.entries.narrow = narrow
        self._about, self._who = about, who
        self._show_narrowed()
        self.table.reload()

    def _show_narrowed(self) -> None:
        narrow = self.source.entries.narrow
        parts = [
            self.tr("over {0}").format(self._about) if self._about else "",
            self.tr("over gegevens van de soort {0}").format(code_label("record_kind", narrow.kind).lower())
            if narrow.kind
            else "",
            self.tr("door {0}").format(self._who) if self._who else "",
            self.tr("vanaf {0}").format(short_date(narrow.since)) if narrow.since else "",
            self.tr("tot en met {0}").format(short_date(narrow.until)) if narrow.until else "",
        ]
        words = ", ".join(part for part in parts if part)
        self.narrowed.setText(self.tr("Alleen regels {0}.").format(words) if words else "")
        for part in (self.narrowed, self.whole):
            show_if(part, bool(words))

    def _show_chain(self, found: LastCheck | None) -> None:
        if found is None:
            words = self.tr(
                "De keten van het logboek is nog niet nagelezen. Dat doe je in Beheer, bij Kluis."
            )
        elif not found.broken_at:
            words = self.tr("De keten was heel bij de laatste controle, op {0}.")
        elif found.broken_at < 0:
            words = self.tr("De keten was niet heel bij de laatste controle, op {0}. Waarschuw je beheerder.")
        else:
            words = self.tr(
                "De keten is gebroken bij regel {1}, zei de laatste controle op {0}. Waarschuw je beheerder."
            )
        broken = found is not None and found.broken_at != 0
        restyle(self.chain, "tone", "danger" if broken else "muted")
        moment = local_moment(found.at, self._desk.today()) if found is not None else ""
        self.chain.setText(words.format(moment, found.broken_at if found is not None else 0))


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
