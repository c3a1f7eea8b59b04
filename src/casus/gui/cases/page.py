# SPDX-License-Identifier: EUPL-1.2
"""The page with every case."""

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.cases.form import CasePanel
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.services.case_list import CaseList
from casus.services.desk import Desk


class CasesPage(ListPage):
    """The page with every case."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(CaseList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: CasePanel(shell, desk))

    def open_record(self, record_id: str) -> None:
        """Open the dossier of a case."""
        self.shell.open("dossier", f"case:{record_id}")


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("CasesPage", "Naam"), 0),
        Heading("approach", QCoreApplication.translate("CasesPage", "Aanpak"), 170),
        Heading("phase", QCoreApplication.translate("CasesPage", "Fase"), 180, status=True),
        Heading("district", QCoreApplication.translate("CasesPage", "Wijk"), 140),
        Heading("last_contact_on", QCoreApplication.translate("CasesPage", "Laatste contact"), 130),
        Heading("review_on", QCoreApplication.translate("CasesPage", "Hertoets"), 110),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("CasesPage", "Casussen"),
        purpose=QCoreApplication.translate(
            "CasesPage", "Alle dossiers waar je aan werkt of aan gewerkt hebt."
        ),
        one=QCoreApplication.translate("CasesPage", "casus"),
        many=QCoreApplication.translate("CasesPage", "casussen"),
        empty=QCoreApplication.translate("CasesPage", "Je hebt nog geen casussen."),
        new=QCoreApplication.translate("CasesPage", "Nieuwe casus"),
        icon="folders",
        key="cases",
        importable=True,
        kinds=frozenset({"persons", "contacts", "cases"}),
        start_with=("state:running",),
        filters=(
            Filter("state", "record_state", ("running", "ended")),
            Filter("approach", "approach", ("top_x", "local_pga", "rio", "aftercare")),
            Filter(
                "attention",
                "attention",
                ("review_due", "plan_evaluation_due", "long_silent", "detained", "story_tip"),
            ),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "casussen",
        QCoreApplication.translate("CasesPage", "Casussen"),
        "folders",
        lambda shell: CasesPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )
