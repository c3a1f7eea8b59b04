# SPDX-License-Identifier: EUPL-1.2
"""The page with sealed packages: one is opened here, and every one that went or came is listed."""

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import local_time, short_date
from casus.gui.exchange import BUNDLES, COLLEAGUES
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.exchange.bundles.sending import CataloguePanel, LedgerPanel, ResumePanel
from casus.gui.exchange.bundles.sending import forms as _forms
from casus.gui.exchange.bundles.several import SeveralPanel, files_in
from casus.gui.exchange.colleagues.panels import AddCardPanel
from casus.gui.exchange.places import can_open, open_subject
from casus.gui.forms_registry import FormSpec
from casus.gui.lists import Cell
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import ChangesLike, PageSpec, Shell
from casus.gui.widgets.containers import Banner
from casus.services.desk import Desk
from casus.services.exchange import ColleagueRow, ReceiptList
from casus.services.exchange.card import SUFFIX as CARD
from casus.services.exchange.kinds_of import ledger

_COORDINATOR = "coordinator"
_FILTERED = {
    True: ("contribution", "story", "catalogue", "ledger"),
    False: ("case", "contribution", "story", "team_key"),
}
"""The kinds that have a filter of their own, for a coordinator and for a worker."""


class ReceiptSource(ServiceSource):
    """The list in words: kind first, the moment with its time."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "handled_at":
            moment: datetime = row["handled_at"]
            return Cell(short_date(moment.astimezone().date()), local_time(moment))
        return super()._cell(heading, row)


class BundlesPage(ListPage):
    """The page; Enter goes to what a package was about, a file can be dropped on it."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ReceiptSource(ReceiptList(desk), _headings(), desk.today())
        super().__init__(
            shell, source, _words(coordinator=desk.role == _COORDINATOR), lambda: BundlePanel(shell, desk)
        )
        self._desk = desk
        self.table.start_sorted("handled_at", descending=True)
        self.colleagues = self.add_secondary(
            self.tr("Collega's"), lambda: shell.open(COLLEAGUES), icon="users-three"
        )
        if desk.role == _COORDINATOR:
            self.add_menu(
                [
                    (
                        self.tr("Lijsten en indicatoren versturen"),
                        lambda: shell.open_panel(CataloguePanel(shell, desk)),
                    ),
                    (self.tr("Boek van vrijgaven overdragen"), self._hand_over),
                ]
            )
        self.away = Banner("", "warn", self.tr("Terugnemen…"), self._take_back)
        self.away.set_closable(False)
        self.away.hide()
        self.body.insertWidget(0, self.away)
        self.empty.offer(self.tr("Kaarten van collega's"), lambda: shell.open(COLLEAGUES))
        self.setAcceptDrops(True)

    def open_record(self, record_id: str) -> None:
        """Go to what a package was about."""
        row = self.source.known.get(record_id)
        if row is None:
            return
        if can_open(self.shell, row["record_kind"], row["record_id"]):
            open_subject(self.shell, self._desk, self, row["record_kind"], row["record_id"])
        else:
            self.shell.announce(self.tr("Bij dit pakket hoort geen dossier om te openen."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the package, or the card, that was dropped; several packages, or a folder of them, together."""
        dropped = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        paths = files_in(dropped)
        if not paths:
            return
        event.acceptProposedAction()
        if len(paths) > 1:
            self.shell.open_panel(SeveralPanel(self.shell, self._desk, paths))
        else:
            panel = AddCardPanel if paths[0].name.casefold().endswith(CARD) else BundlePanel
            self.shell.open_panel(panel(self.shell, self._desk, paths[0]))

    def load(self) -> None:
        """Fetch the list again, and who has the book of releases."""
        super().load()
        if self._desk.role == _COORDINATOR:
            self._look_for_book()

    def changed(self, changes: ChangesLike, initiator: QWidget | None) -> None:
        """Reload when something went or came, or the book of releases did."""
        super().changed(changes, initiator)
        if "releases" in changes.kinds and self._desk.role == _COORDINATOR:
            self._look_for_book()

    def _look_for_book(self) -> None:
        desk = self._desk
        self.shell.tasks.run(lambda: ledger.handed_over(desk), owner=self, done=self._show_book)

    def _show_book(self, to: ColleagueRow | None) -> None:
        """Say that the book of releases is elsewhere, and offer to take it back."""
        self.away.setVisible(to is not None)
        if to is not None:
            words = self.tr("Het boek van vrijgaven is overgedragen aan {0}. Hier wordt niets vrijgegeven.")
            self.away.show_text(words.format(to.name), "warn")

    def _hand_over(self) -> None:
        self.shell.open_panel(LedgerPanel(self.shell, self._desk))

    def _take_back(self) -> None:
        self.shell.open_panel(ResumePanel(self.shell, self._desk))


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("colleague", translate("BundlesPage", "Collega"), 0),
        Heading("kind", translate("BundlesPage", "Wat"), 250),
        Heading("handled_at", translate("BundlesPage", "Wanneer"), 120),
        Heading("outcome", translate("BundlesPage", "Stand"), 150, status=True),
    )


def _words(*, coordinator: bool) -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("BundlesPage", "Verzegelde pakketten"),
        purpose=translate(
            "BundlesPage",
            "Wat collega's je sturen en wat jij stuurt. Alleen wie het pakket krijgt kan het openen; geef het "
            "bestand zoals je wilt.",
        ),
        one=translate("BundlesPage", "pakket"),
        many=translate("BundlesPage", "pakketten"),
        empty=translate("BundlesPage", "Er is nog geen pakket verstuurd of overgenomen."),
        new=translate("BundlesPage", "Pakket openen"),
        icon="package",
        key="bundle_receipts",
        kinds=frozenset({"bundle_receipts", "colleagues", "workers"}),
        filters=(
            Filter("direction", "bundle_direction", ("in", "out")),
            Filter("kind", "bundle_kind", _FILTERED[coordinator]),
        ),
    )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return _forms(desk)


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    title = QCoreApplication.translate("BundlesPage", "Pakketten")
    return PageSpec(BUNDLES, title, "package", lambda shell: BundlesPage(shell, desk), section=1)
