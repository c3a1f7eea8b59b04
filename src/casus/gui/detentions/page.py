# SPDX-License-Identifier: EUPL-1.2
"""The page with stays in detention and what comes free when."""

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.detentions.drafts import forms
from casus.gui.detentions.form import DetentionPanel
from casus.gui.detentions.views import LIST, add_views
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.services.desk import Desk
from casus.services.detention_list import RELEASES, DetentionList

__all__ = ["DetentionsPage", "forms", "spec"]


class DetentionsPage(ListPage):
    """The page with stays in detention and what comes free when."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(DetentionList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: DetentionPanel(shell, desk))
        self.views = add_views(self, LIST)

    def open_record(self, record_id: str) -> None:
        """Open the dossier of the person."""
        self.open_dossier_of(record_id)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("DetentionsPage", "Naam"), 0),
        Heading("title", QCoreApplication.translate("DetentionsPage", "Titel"), 170),
        Heading("entered_on", QCoreApplication.translate("DetentionsPage", "Binnen"), 120),
        Heading("expected_on", QCoreApplication.translate("DetentionsPage", "Vrij (verwacht)"), 140),
        Heading(
            "release_certainty", QCoreApplication.translate("DetentionsPage", "Zekerheid"), 130, status=True
        ),
        Heading("released_on", QCoreApplication.translate("DetentionsPage", "Vrijgekomen"), 130),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("DetentionsPage", "Detentie"),
        purpose=QCoreApplication.translate(
            "DetentionsPage", "Wie vastzit, waar, en wanneer iemand vrijkomt."
        ),
        one=QCoreApplication.translate("DetentionsPage", "detentie"),
        many=QCoreApplication.translate("DetentionsPage", "detenties"),
        empty=QCoreApplication.translate("DetentionsPage", "Er staan nog geen detenties in je kluis."),
        new=QCoreApplication.translate("DetentionsPage", "Detentie vastleggen"),
        icon="buildings",
        key="detentions",
        importable=True,
        kinds=frozenset({"persons", "detentions"}),
        start_with=("state:running",),
        start_empty=QCoreApplication.translate(
            "DetentionsPage", "Er zit nu niemand vast; in je kluis staan {0}."
        ),
        filters=(
            Filter("state", "record_state", ("running", "ended")),
            Filter("attention", "attention", RELEASES),
            Filter("country", "country", ("nl", "de")),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "detentie",
        QCoreApplication.translate("DetentionsPage", "Detentie"),
        "buildings",
        lambda shell: DetentionsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )
