# SPDX-License-Identifier: EUPL-1.2
"""A coordinator's first page: the registers, what colleagues handed over, what was released, drafts to finish."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from casus.domain.periods import Period
from casus.errors import CasusError
from casus.gui.dates_text import date_with_weekday, language, local_moment, number
from casus.gui.error_text import sentence
from casus.gui.labels import label as code_label
from casus.gui.shell import ChangesLike, Page, Shell
from casus.gui.today.columns import CardColumns
from casus.gui.today.drafts_card import DraftsCard
from casus.gui.today.lines import Heading, Line, refill
from casus.gui.widgets.containers import Card, EmptyState, PageScroll
from casus.gui.widgets.text import label
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import reporting
from casus.services.desk import Desk
from casus.services.records import ReleaseRow
from casus.services.registers import RegisterList
from casus.services.today import MOST, DraftLine, drafts_to_finish

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
    drafts: tuple[DraftLine, ...]


class OverviewPage(Page):
    """Four cards; each opens the page it is about."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self.set_title(self.tr("Vandaag"), date_with_weekday(desk.today()))
        self.registers = Card(self.tr("Registers"))
        self.received = Card(self.tr("Aangeleverd door collega’s"))
        self.released = Card(self.tr("Vrijgaven"))
        self.drafts = DraftsCard(shell, desk)
        cards = [self.registers, self.received, self.released, self.drafts]
        self.failure = EmptyState("warning-circle", "", self.tr("Probeer het opnieuw"), self.load)
        self.stack = QStackedWidget()
        self.stack.addWidget(PageScroll(CardColumns(cards)))
        self.stack.addWidget(self.failure)
        self.body.addWidget(self.stack, 1)

    def load(self) -> None:
        """Fetch what the cards show."""
        self.set_title(self.tr("Vandaag"), date_with_weekday(self._desk.today()))
        self.shell.tasks.run(self._fetch, owner=self, done=self._show, failed=self._show_failure)

    def changed(self, _changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Registers, contributions, releases and drafts are all here."""
        self.load()

    def _fetch(self) -> _Overview:
        return _Overview(
            {key: RegisterList(self._desk, key).total() for key in NAMES},
            reporting.received(self._desk),
            reporting.releases(self._desk),
            drafts_to_finish(self._desk),
        )

    def _show(self, view: _Overview) -> None:
        refill(self.registers, lambda: self._show_registers(view.registers))
        refill(self.received, lambda: self._show_received(view.received))
        refill(self.released, lambda: self._show_releases(view.releases))
        self.drafts.show_drafts(view.drafts)
        self.stack.setCurrentIndex(0)

    def _show_failure(self, error: CasusError) -> None:
        self.failure.sentence.setText(sentence(error))
        self.stack.setCurrentIndex(1)

    def _show_registers(self, amounts: dict[str, int]) -> None:
        for key, amount in amounts.items():
            words = self.tr("1 regel") if amount == 1 else self.tr("{0} regels").format(number(amount))
            self.registers.add(
                Line(self._name(key), words, partial(self.shell.open, "registers", key), spot=key)
            )

    def _show_received(self, rows: list[reporting.ReceivedContribution]) -> None:
        for one in rows:
            second = self.tr("{0} · {1} regels · {2}").format(
                Period.parse(one.period).label(language()),
                number(one.rows),
                local_moment(one.made_at, self._desk.today()),
            )
            self.received.add(Line(code_label("worker_role", one.role), second, None))
        if not rows:
            self.received.add(label(self.tr("Er is nog niets aangeleverd."), tone="muted", wrap=True))

    def _show_releases(self, rows: list[ReleaseRow]) -> None:
        for row in rows[:MOST]:
            period = Period.parse(row.period).label(language())
            second = f"{period} · {local_moment(row.made_at, self._desk.today())}"
            words = self.tr("Vrijgave {0}").format(row.number)
            self.released.add(Line(words, second, partial(self.shell.open, "vrijgaven"), spot=words))
        if len(rows) > MOST:
            words = self.tr("Boek van vrijgaven openen")
            self.released.add(Heading(words, partial(self.shell.open, "vrijgaven")))
        if not rows:
            self.released.add(label(self.tr("Er is nog niets vrijgegeven."), tone="muted", wrap=True))

    def _name(self, key: str) -> str:
        return QCoreApplication.translate("OverviewPage", NAMES[key])
