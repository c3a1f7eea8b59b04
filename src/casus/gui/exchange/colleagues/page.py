# SPDX-License-Identifier: EUPL-1.2
"""The page with colleagues: whose card is known, whether the words were compared, and one's own card."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from casus.gui.exchange import BUNDLES, COLLEAGUES
from casus.gui.exchange.colleagues.forms import RevokePanel
from casus.gui.exchange.colleagues.forms import forms as _forms
from casus.gui.exchange.colleagues.panels import AddCardPanel, ColleaguePanel, OwnCardPanel
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.services import exchange
from casus.services.desk import Desk
from casus.services.exchange import ColleagueList
from casus.services.exchange.colleagues import KIND, REVOKED, UNVERIFIED


class ColleaguesPage(ListPage):
    """The page; Enter shows the twelve words of a colleague, a card can be dropped on it."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(ColleagueList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: AddCardPanel(shell, desk))
        self._desk = desk
        compare = ListAct(
            self.tr("Woorden vergelijken"), "W", self.open_record, lambda row: row["state"] == UNVERIFIED,
            "phone-call", rare=True,
        )  # fmt: skip
        revoke = ListAct(
            self.tr("Kaart intrekken"), "I", self._revoke, lambda row: row["state"] != REVOKED,
            "prohibit", rare=True,
        )  # fmt: skip
        self.acts = ListActs(self, (compare, revoke))
        self.own = self.add_secondary(self.tr("Mijn kaart"), self.open_own)
        self.empty.offer(self.tr("Bewaar eerst je eigen kaart"), self.open_own)
        self.setAcceptDrops(True)

    def open_record(self, record_id: str) -> None:
        """Show a colleague's card."""
        desk, shell = self._desk, self.shell
        shell.tasks.run(
            lambda: exchange.get_colleague(desk, record_id),
            owner=self,
            done=lambda row: shell.open_panel(ColleaguePanel(shell, desk, row)),
        )

    def open_own(self) -> None:
        """Show one's own card."""
        self.shell.open_panel(OwnCardPanel(self.shell, self._desk))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the card that was dropped."""
        name = next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), "")
        if name:
            event.acceptProposedAction()
            self.shell.open_panel(AddCardPanel(self.shell, self._desk, Path(name)))

    def _revoke(self, record_id: str) -> None:
        self.shell.open_panel(RevokePanel(self.shell, self._desk, record_id))


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("ColleaguesPage", "Naam"), 0),
        Heading("state", translate("ColleaguesPage", "Stand"), 170, status=True),
        Heading("role", translate("ColleaguesPage", "Functie"), 170),
        Heading("since", translate("ColleaguesPage", "Sinds"), 110),
        Heading("organisation", translate("ColleaguesPage", "Organisatie"), 190),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("ColleaguesPage", "Collega's"),
        purpose=translate(
            "ColleaguesPage",
            "Met wie je verzegelde pakketten uitwisselt. Vergelijk van elke kaart de twaalf woorden voor je "
            "hem vertrouwt.",
        ),
        one=translate("ColleaguesPage", "collega"),
        many=translate("ColleaguesPage", "collega's"),
        empty=translate("ColleaguesPage", "Je hebt nog geen kaart van een collega."),
        new=translate("ColleaguesPage", "Toevoegen"),
        icon="users-three",
        key=KIND,
        kinds=frozenset({KIND, "workers"}),
        filters=(
            Filter("state", "colleague_state", ("unverified", "verified", "revoked")),
            Filter("role", "worker_role", ("pga_expert", "rio", "coordinator")),
        ),
    )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the forms that a draft opens again."""
    return _forms(desk)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it opens from the packages."""
    title = QCoreApplication.translate("ColleaguesPage", "Collega's")
    return PageSpec(COLLEAGUES, title, "users-three", lambda shell: ColleaguesPage(shell, desk),
                    in_sidebar=False, parent=BUNDLES)  # fmt: skip
