# SPDX-License-Identifier: EUPL-1.2
"""A coordinator's first page: the registers, what colleagues handed over, what was released."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import date_with_weekday, local_moment, number
from casus.gui.labels import label as code_label
from casus.gui.shell import ChangesLike, Page, Shell
from casus.gui.today.columns import CardColumns
from casus.gui.today.lines import Line
from casus.gui.widgets.containers import Card, PageScroll
from casus.gui.widgets.text import label
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import reporting
from casus.services.desk import Desk
from casus.services.records import ReleaseRow
from casus.services.registers import RegisterList

NAMES = {
    "school_activities": QT_TRANSLATE_NOOP("OverviewPage", "Schoolactiviteiten"),
    "business_contacts": QT_TRANSLATE_NOOP("OverviewPage", "Knock & Talk"),
    "inspections": QT_TRANSLATE_NOOP("OverviewPage", "Controles"),
    "permits": QT_TRANSLATE_NOOP("OverviewPage", "Vergunningen"),
    "resilience_sessions": QT_TRANSLATE_NOOP("OverviewPage", "Weerbaarheidssessies"),
    "vog_ambassadors": QT_TRANSLATE_NOOP("OverviewPage", "VOG-ambassadeurs"),
}


@dataclass(frozen=True)
class _Overview:
    registers: dict[str, int]
    received: list[reporting.ReceivedContribution]
    releases: list[ReleaseRow]


class OverviewPage(Page):
    """Three cards; each opens the page it is about."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self.set_title(self.tr("Vandaag"), date_with_weekday(desk.today()))
        self.registers = Card(self.tr("Registers"))
        self.received = Card(self.tr("Aangeleverd door collega’s"))
        self.released = Card(self.tr("Vrijgaven"))
        self.body.addWidget(PageScroll(CardColumns([self.registers, self.received, self.released])), 1)

    def load(self) -> None:
        """Fetch what the cards show."""
        self.shell.tasks.run(self._fetch, owner=self, done=self._show)

    def changed(self, _changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Registers, contributions and releases are all here."""
        self.load()

    def _fetch(self) -> _Overview:
        return _Overview(
            {key: RegisterList(self._desk, key).total() for key in NAMES},
            reporting.received(self._desk),
            reporting.releases(self._desk),
        )

    def _show(self, view: _Overview) -> None:
        self.registers.clear()
        for key, amount in view.registers.items():
            words = self.tr("{0} regels").format(number(amount))
            self.registers.add(Line(self._name(key), words, partial(self.shell.open, "registers", key)))
        self._show_received(view.received)
        self._show_releases(view.releases)

    def _show_received(self, rows: list[reporting.ReceivedContribution]) -> None:
        self.received.clear()
        for one in rows:
            second = self.tr("{0} · {1} regels · {2}").format(
                one.period, number(one.rows), local_moment(one.made_at, self._desk.today())
            )
            self.received.add(Line(code_label("worker_role", one.role), second, None))
        if not rows:
            self.received.add(label(self.tr("Er is nog niets aangeleverd."), tone="muted", wrap=True))

    def _show_releases(self, rows: list[ReleaseRow]) -> None:
        self.released.clear()
        for row in rows:
            second = f"{row.period} · {local_moment(row.made_at, self._desk.today())}"
            self.released.add(
                Line(
                    self.tr("Vrijgave {0}").format(row.number), second, lambda: self.shell.open("rapportage")
                )
            )
        if not rows:
            self.released.add(label(self.tr("Er is nog niets vrijgegeven."), tone="muted", wrap=True))

    def _name(self, key: str) -> str:
        return QCoreApplication.translate("OverviewPage", NAMES[key])
