# SPDX-License-Identifier: EUPL-1.2
"""The page with everyone on file."""

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.persons.form import PersonPanel
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.services.desk import Desk
from casus.services.person_list import PersonList


class PersonsPage(ListPage):
    """The page with everyone on file."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(PersonList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: PersonPanel(shell, desk))

    def open_record(self, record_id: str) -> None:
        """Open the dossier of a person."""
        self.shell.open("dossier", f"person:{record_id}")


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("PersonsPage", "Naam"), 0),
        Heading("birth_date", QCoreApplication.translate("PersonsPage", "Geboren"), 120),
        Heading("district", QCoreApplication.translate("PersonsPage", "Wijk"), 150),
        Heading("role", QCoreApplication.translate("PersonsPage", "Rol"), 160),
        Heading("open_cases", QCoreApplication.translate("PersonsPage", "Open casussen"), 130),
        Heading("last_contact_on", QCoreApplication.translate("PersonsPage", "Laatste contact"), 140),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("PersonsPage", "Personen"),
        purpose=QCoreApplication.translate(
            "PersonsPage", "Iedereen die in je kluis staat: jongeren, gezinsleden en vertegenwoordigers."
        ),
        one=QCoreApplication.translate("PersonsPage", "persoon"),
        many=QCoreApplication.translate("PersonsPage", "personen"),
        empty=QCoreApplication.translate("PersonsPage", "Er staat nog niemand in je kluis."),
        new=QCoreApplication.translate("PersonsPage", "Nieuwe persoon"),
        icon="users",
        key="persons",
        importable=True,
        kinds=frozenset({"persons", "cases"}),
        filters=(
            Filter("role", "person_role", ("young_person", "family_member")),
            Filter("state", "record_state", ("running",)),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "personen",
        QCoreApplication.translate("PersonsPage", "Personen"),
        "users",
        lambda shell: PersonsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )
