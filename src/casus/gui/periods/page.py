# SPDX-License-Identifier: EUPL-1.2
"""The list of reporting periods, and how each stands: concept, adopted, sent."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.dashboard import KEY as DASHBOARD
from casus.gui.dates_text import language, short_date
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.labels import label as code_label
from casus.gui.lists import Cell, Column, Kind, ListSpec, Row
from casus.gui.periods import KEY
from casus.gui.periods.form import FORM, PeriodPanel
from casus.gui.records.short import ShortSource
from casus.gui.records.short_page import ShortPage
from casus.gui.shell import PageSpec, Shell
from casus.gui.widgets.containers import EmptyState
from casus.services import periods
from casus.services.desk import Desk
from casus.services.periods import ADOPTED, DRAFT, KIND, SENT
from casus.services.records import ReportingPeriod

_TONES = {DRAFT: "warn", ADOPTED: "accent", SENT: "ok"}


class PeriodsPage(ShortPage[ReportingPeriod]):
    """The periods, the latest first; buttons take the chosen one a step on."""

    kind, form, back = KIND, FORM, DASHBOARD

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        title = translate("PeriodsPage", "Rapportageperioden")
        subtitle = translate(
            "PeriodsPage",
            "Waarover je verantwoording aflegt. Een concept kun je wijzigen; wat verzonden is ligt vast.",
        )
        super().__init__(shell, desk, title, subtitle, translate("PeriodsPage", "Nieuwe periode"))
        self.adopt = self.add_secondary(self.tr("Stel vast"), partial(self._move, ADOPTED), icon="check")
        self.send = self.add_secondary(
            self.tr("Zet op verzonden"), partial(self._move, SENT), icon="paper-plane-tilt"
        )
        self.again = self.add_secondary(self.tr("Heropen"), partial(self._move, DRAFT))
        self.table.selected.connect(lambda _id: self._arrange())
        self.table.loaded.connect(self._arrange)
        self._arrange()

    def columns(self) -> list[Column]:
        """Return which period, its reference date, and how it stands."""
        return [
            Column("period", self.tr("Periode"), Kind.NAME, 0, sortable=False),
            Column("reference_date", self.tr("Peildatum"), Kind.DATE, 130, sortable=False),
            Column("status", self.tr("Stand"), Kind.STATUS, 150, sortable=False),
        ]

    def make_source(self, columns: list[Column]) -> ShortSource[ReportingPeriod]:
        """Return every period."""
        return ShortSource(columns, lambda: periods.period_rows(self.desk), _row)

    def list_spec(self) -> ListSpec:
        """Return what the list is called."""
        nouns = self.tr("periode"), self.tr("perioden")
        return ListSpec(self.tr("Rapportageperioden"), lambda n: nouns[0] if n == 1 else nouns[1])

    def empty(self, new: str) -> EmptyState:
        """Say that there is none yet, and how to add one."""
        return EmptyState("calendar", self.tr("Er staat nog geen periode."), new, self.open_form)

    def panel(self, record_id: str, draft: Payload | None) -> PeriodPanel:
        """Return the form of a period."""
        return PeriodPanel(self.shell, self.desk, record_id, draft=draft)

    def open_record(self, record_id: str) -> None:
        """Open the form of a concept; of another say why not."""
        row = self.source.get(record_id)
        if row is not None and row.status != DRAFT:
            self.shell.announce(self.tr("Deze periode is vastgesteld. Heropen haar eerst."))
            return
        self.open_form(record_id)

    def _move(self, status: str) -> None:
        row = self.source.get(self.table.current_id())
        if row is None:
            return
        desk, period_id, version = self.desk, row.id, row.version

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
        self.again.setEnabled(status == ADOPTED)


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
