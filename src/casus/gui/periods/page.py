# SPDX-License-Identifier: EUPL-1.2
"""The list of reporting periods, and how each stands: concept, adopted, sent."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.roles import Role
from casus.gui.dashboard import KEY as DASHBOARD
from casus.gui.dates_text import language, short_date
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, Kind, ListSpec, RecordTable, Row
from casus.gui.periods import KEY
from casus.gui.periods.form import FORM, NEW, PeriodPanel
from casus.gui.records.short import ShortSource
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState
from casus.services import periods
from casus.services.desk import Desk
from casus.services.drafts import load_draft
from casus.services.periods import ADOPTED, DRAFT, KIND, SENT
from casus.services.records import ReportingPeriod

_TONES = {DRAFT: "warn", ADOPTED: "accent", SENT: "ok"}


class PeriodsPage(Page):
    """The periods, the latest first; buttons take the chosen one a step on."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(
            self.tr("Rapportageperioden"),
            self.tr(
                "Waarover je verantwoording aflegt. Een concept kun je wijzigen; wat verzonden is ligt vast."
            ),
        )
        self._desk = desk
        self.set_primary(self.tr("Nieuwe periode"), lambda: self._open_form(), icon="plus")
        self.adopt = self.add_secondary(self.tr("Stel vast"), partial(self._move, ADOPTED), icon="check")
        self.send = self.add_secondary(
            self.tr("Verzonden"), partial(self._move, SENT), icon="paper-plane-tilt"
        )
        self.back = self.add_secondary(self.tr("Weer concept"), partial(self._move, DRAFT))
        self.source: ShortSource[ReportingPeriod]
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Terug"), lambda: shell.open(DASHBOARD), icon="arrow-left"))
        row.addStretch(1)
        self.body.addLayout(row)
        self._arrange()

    def load(self) -> None:
        """Fetch the list again."""
        self.table.reload()

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when a period changed."""
        if KIND in changes.kinds:
            self.table.reload()

    def open_record(self, record_id: str) -> None:
        """Open the form of a concept; of another say why not."""
        row = self.source.get(record_id)
        if row is not None and row.status != DRAFT:
            self.shell.announce(self.tr("Deze periode is vastgesteld. Maak haar eerst weer concept."))
            return
        self._open_form(record_id)

    def _open_form(self, period_id: str = NEW) -> None:
        desk, shell = self._desk, self.shell

        def show(draft: Payload | None) -> None:
            shell.open_panel(PeriodPanel(shell, desk, period_id, draft=draft))

        shell.tasks.run(lambda: load_draft(desk, f"{FORM}:{period_id}"), owner=self, done=show)

    def _move(self, status: str) -> None:
        row = self.source.get(self.table.current_id())
        if row is None:
            return
        desk, period_id, version = self._desk, row.id, row.version

        def done(result: Any) -> None:
            self.shell.emit_changed(result.changes, self)
            words = code_label("period_status", status)
            self.shell.announce(self.tr("Periode staat nu op: {0}").format(words))

        self.shell.tasks.run(
            lambda: periods.move_period(desk, period_id, version, status), owner=self, done=done
        )

    def _arrange(self) -> None:
        row = self.source.get(self.table.current_id())
        status = row.status if row is not None else ""
        self.adopt.setEnabled(status == DRAFT)
        self.send.setEnabled(status == ADOPTED)
        self.back.setEnabled(status == ADOPTED)

    def _table(self) -> RecordTable:
        columns = [
            Column("period", self.tr("Periode"), Kind.NAME, 0, sortable=False),
            Column("reference_date", self.tr("Peildatum"), Kind.DATE, 130, sortable=False),
            Column("status", self.tr("Stand"), Kind.STATUS, 150, sortable=False),
        ]
        desk = self._desk
        self.source = ShortSource(columns, lambda: periods.period_rows(desk), _row)
        nouns = self.tr("periode"), self.tr("perioden")
        spec = ListSpec(self.tr("Rapportageperioden"), lambda n: nouns[0] if n == 1 else nouns[1])
        empty = EmptyState(
            "calendar", self.tr("Er staat nog geen periode."), self.tr("Nieuwe periode"), self._open_form
        )
        table = RecordTable(self.source, self.shell.tasks, spec, empty=empty)
        table.opened.connect(self.open_record)
        table.refused.connect(self.shell.show_error)
        table.selected.connect(lambda _id: self._arrange())
        table.loaded.connect(self._arrange)
        return table


def _row(one: ReportingPeriod) -> Row:
    name = periods.period_of(one).label(language())
    state = Cell(code_label("period_status", one.status), tone=_TONES[one.status])
    return Row(one.id, (Cell(name, one.title or ""), short_date(one.reference_date), state))


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from the dashboard."""
    title = QCoreApplication.translate("PeriodsPage", "Rapportageperioden")
    return PageSpec(KEY, title, "calendar", lambda shell: PeriodsPage(shell, desk),
                    frozenset({Role.COORDINATOR}), in_sidebar=False, parent=DASHBOARD)  # fmt: skip


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return (FormSpec(FORM, KEY, lambda shell, about, draft: PeriodPanel(shell, desk, about, draft=draft)),)
