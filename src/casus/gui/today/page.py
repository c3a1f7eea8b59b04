# SPDX-License-Identifier: EUPL-1.2
"""Vandaag: what is planned, what asks for attention, which forms are unfinished."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from casus.domain.roles import Role
from casus.errors import CasusError
from casus.gui.dates_text import date_with_weekday
from casus.gui.error_text import sentence
from casus.gui.importing import KEY as IMPORT
from casus.gui.persons.form import PersonPanel
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.today.attention_card import AttentionCard
from casus.gui.today.columns import CardColumns
from casus.gui.today.drafts_card import DraftsCard
from casus.gui.today.overview import OverviewPage
from casus.gui.today.planned_card import PlannedCard
from casus.gui.widgets.containers import EmptyState, PageScroll
from casus.services.desk import Desk
from casus.services.today import TodayView, today

SIDEBAR = {
    "vandaag": "today", "taken": "tasks", "personen": "persons", "casussen": "cases", "gezinnen": "families",
    "detentie": "detention", "trajecten": "programmes",
}  # fmt: skip
"""Which number stands behind a page in the sidebar."""


class TodayPage(Page):
    """Three cards; every number opens exactly what it counts."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self._view: TodayView | None = None
        self.set_title(self.tr("Vandaag"), date_with_weekday(desk.today()))
        self.planned = PlannedCard(shell, desk)
        self.attention = AttentionCard(shell, desk)
        self.drafts = DraftsCard(shell, desk)
        self.columns = CardColumns([self.planned, self.attention, self.drafts])
        self.begin = EmptyState(
            "sun",
            self.tr("Welkom. Je kluis is nog leeg; hier staat straks wat vandaag je aandacht vraagt."),
            self.tr("Persoon toevoegen"),
            self._add_person,
        )
        self.begin.offer(self.tr("Importeer een bestand"), lambda: shell.open(IMPORT))
        self.failure = EmptyState("warning-circle", "", self.tr("Probeer het opnieuw"), self.load)
        self.stack = QStackedWidget()
        for part in (PageScroll(self.columns), self.begin, self.failure):
            self.stack.addWidget(part)
        self.body.addWidget(self.stack, 1)

    def load(self) -> None:
        """Fetch the day."""
        self.set_title(self.tr("Vandaag"), date_with_weekday(self._desk.today()))
        self.shell.tasks.run(
            lambda: today(self._desk), owner=self, done=self._show, failed=self._show_failure
        )

    def changed(self, _changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Anything may change what today asks for."""
        self.load()

    def _show(self, view: TodayView) -> None:
        """Fill what is new: making a card anew takes a moment."""
        for key, name in SIDEBAR.items():
            self.shell.set_count(key, view.counts[name] or None)
        before, self._view = self._view, view
        if before is None or _planned(view) != _planned(before):
            self.planned.show_day(view)
        if before is None or _attention(view) != _attention(before):
            self.attention.show_day(view)
        if before is None or (view.day, view.drafts) != (before.day, before.drafts):
            self.drafts.show_drafts(view.drafts)
        self._show_part(1 if view.empty else 0)

    def _show_failure(self, error: CasusError) -> None:
        self._view = None
        self.failure.sentence.setText(sentence(error))
        self._show_part(2)

    def _show_part(self, at: int) -> None:
        if self.stack.currentIndex() != at:
            self.stack.setCurrentIndex(at)

    def _add_person(self) -> None:
        self.shell.open("personen")
        self.shell.open_panel(PersonPanel(self.shell, self._desk))


def _planned(view: TodayView) -> tuple[object, ...]:
    keys = ("unreported", "appointments_today", "appointments_soon")
    return view.day, view.unreported, view.appointments, *(view.counts[key] for key in keys)


def _attention(view: TodayView) -> TodayView:
    return replace(view, unreported=(), appointments=(), drafts=())


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar: a worker's day, or a coordinator's overview."""
    title = QCoreApplication.translate("TodayPage", "Vandaag")
    if desk.role == Role.COORDINATOR:
        return PageSpec("vandaag", title, "sun", lambda shell: OverviewPage(shell, desk))
    return PageSpec("vandaag", title, "sun", lambda shell: TodayPage(shell, desk))
