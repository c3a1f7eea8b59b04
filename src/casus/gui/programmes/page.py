# SPDX-License-Identifier: EUPL-1.2
"""The page with work, sport and school programmes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.dates_text import month_year
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.lists import Cell
from casus.gui.programmes.attendance_form import AttendancePanel
from casus.gui.programmes.form import ProgrammePanel
from casus.gui.programmes.step_form import StepPanel
from casus.gui.records import Filter, Heading, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.gui.widgets.panel import SidePanel
from casus.services.desk import Desk
from casus.services.programmes import ProgrammeList


class ProgrammeSource(ServiceSource):
    """The list in words: attendance is known by month."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        seen = row[heading.key] if heading.key == "last_seen" else None
        return Cell(month_year(seen)) if seen is not None else super()._cell(heading, row)


class ProgrammesPage(ListPage):
    """The page with work, sport and school programmes."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ProgrammeSource(ProgrammeList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: ProgrammePanel(shell, desk))

    def open_record(self, record_id: str) -> None:
        """Open the dossier of the person, where this stands."""
        self.open_dossier_of(record_id, "programmes")


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("ProgrammesPage", "Naam"), 0),
        Heading("kind", QCoreApplication.translate("ProgrammesPage", "Soort"), 105),
        Heading("status", QCoreApplication.translate("ProgrammesPage", "Status"), 150, status=True),
        Heading("registered_on", QCoreApplication.translate("ProgrammesPage", "Aangemeld"), 95),
        Heading("started_on", QCoreApplication.translate("ProgrammesPage", "Gestart"), 95),
        Heading("last_seen", QCoreApplication.translate("ProgrammesPage", "Laatst aanwezig"), 130),
        Heading("ended_on", QCoreApplication.translate("ProgrammesPage", "Einde"), 95),
        Heading("outcome", QCoreApplication.translate("ProgrammesPage", "Uitkomst"), 105),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("ProgrammesPage", "Trajecten"),
        purpose=QCoreApplication.translate("ProgrammesPage", "Werk, leerwerk, sport, school en coaching."),
        one=QCoreApplication.translate("ProgrammesPage", "traject"),
        many=QCoreApplication.translate("ProgrammesPage", "trajecten"),
        empty=QCoreApplication.translate("ProgrammesPage", "Er staan nog geen trajecten in je kluis."),
        new=QCoreApplication.translate("ProgrammesPage", "Traject vastleggen"),
        icon="briefcase",
        key="programmes",
        importable=True,
        kinds=frozenset({"persons", "programmes", "attendances"}),
        start_with=("state:running",),
        filters=(
            Filter("state", "programme_state", ("not_started", "running", "ended")),
            Filter("status", "programme_status", ("waiting", "finished", "stopped")),
            Filter("attention", "programme_attention", ("unattended",)),
            Filter("started", "programme_started", ("this_year", "last_year")),
            Filter(
                "kind",
                "programme_kind",
                ("work", "apprenticeship", "sport", "school", "volunteering", "coaching"),
            ),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "trajecten",
        QCoreApplication.translate("ProgrammesPage", "Trajecten"),
        "briefcase",
        lambda shell: ProgrammesPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that a draft opens again; their keys hold the ids each needs."""

    def by_ids(panel: Callable[..., SidePanel]) -> Callable[[Shell, str, Payload], SidePanel]:
        return lambda shell, about, draft: panel(shell, desk, *about.split(":"), draft=draft)

    return [
        FormSpec("programme", "trajecten", by_ids(ProgrammePanel)),
        FormSpec("attendance", "trajecten", by_ids(AttendancePanel)),
        FormSpec("programme_step", "trajecten", by_ids(StepPanel)),
    ]
