# SPDX-License-Identifier: EUPL-1.2
"""The page with families."""

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.families.form import FamilyPanel
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.services.desk import Desk
from casus.services.families import FamilyList


class FamiliesPage(ListPage):
    """The page with families."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(FamilyList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: FamilyPanel(shell, desk))

    def open_record(self, record_id: str) -> None:
        """Open a family."""
        self.shell.open("gezin", record_id)


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("FamiliesPage", "Gezin"), 0),
        Heading("district", QCoreApplication.translate("FamiliesPage", "Wijk"), 170),
        Heading("members", QCoreApplication.translate("FamiliesPage", "Gezinsleden"), 130),
        Heading("started_on", QCoreApplication.translate("FamiliesPage", "Gestart"), 130),
        Heading("ended_on", QCoreApplication.translate("FamiliesPage", "Afgesloten"), 130),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("FamiliesPage", "Gezinnen"),
        purpose=QCoreApplication.translate("FamiliesPage", "Gezinnen met één plan en één regisseur."),
        one=QCoreApplication.translate("FamiliesPage", "gezin"),
        many=QCoreApplication.translate("FamiliesPage", "gezinnen"),
        empty=QCoreApplication.translate("FamiliesPage", "Er staan nog geen gezinnen in je kluis."),
        new=QCoreApplication.translate("FamiliesPage", "Nieuw gezin"),
        icon="house-line",
        key="families",
        kinds=frozenset({"family_members", "families"}),
        start_with=("state:running",),
        filters=(
            Filter("state", "record_state", ("running", "ended")),
            Filter("attention", "attention", ("member_review_due",)),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "gezinnen",
        QCoreApplication.translate("FamiliesPage", "Gezinnen"),
        "house-line",
        lambda shell: FamiliesPage(shell, desk),
        frozenset({Role.PGA_EXPERT}),
    )
