# SPDX-License-Identifier: EUPL-1.2
"""The page with every appointment: write its report, cancel it; Enter goes to the dossier."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.labels import label
from casus.gui.lists import Cell
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.gui.visits import AppointmentPanel, VisitSubject, form_for, open_visit
from casus.services import tasks
from casus.services.appointment_list import AppointmentList
from casus.services.desk import Desk

KEY = "afspraken"
_REPORTABLE = frozenset({"unreported", "today"})
_OPEN = _REPORTABLE | {"within_7_days", "later"}


class _Source(ServiceSource):
    """Names the kind of contact under whom it is with, or in their place."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key != "name":
            return super()._cell(heading, row)
        kind = label("contact_kind", row["kind"])
        return Cell(row.title, kind) if row.title else Cell(kind)


class AppointmentsPage(ListPage):
    """The page with every appointment."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = _Source(AppointmentList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: AppointmentPanel(shell, desk))
        self._desk = desk
        self.table.start_sorted("on")
        self.row_acts = ListActs(
            self,
            [
                ListAct(self.tr("Verzetten"), "F2", self._move, _is_open, "pencil-simple"),
                ListAct(self.tr("Annuleren"), "Del", self._cancel, _is_open, "x"),
                ListAct(self.tr("Verslag"), "Ctrl+D", self._report, _is_reportable, "note-pencil"),
            ],
        )

    def open_record(self, record_id: str) -> None:
        """Open the dossier at what is planned."""
        row = self.source.known.get(record_id)
        if row is not None and row["person_id"]:
            place = f"case:{row['case_id']}" if row["case_id"] else f"person:{row['person_id']}"
            self.shell.open("dossier", f"{place}#tasks")

    def _report(self, record_id: str) -> None:
        report(self.shell, self._desk, self.source.known[record_id])

    def _move(self, record_id: str) -> None:
        row = self.source.known[record_id]
        about = row["case_id"] or row["person_id"] or "new"
        self.shell.open_panel(AppointmentPanel(self.shell, self._desk, about, record_id))

    def _cancel(self, record_id: str) -> None:
        work = partial(tasks.cancel_appointment, self._desk, record_id)
        self.row_acts.finish(record_id, work, self.tr("Afspraak geannuleerd"))


def report(shell: Shell, desk: Desk, row: Any) -> None:
    """Open the form for the visit that was planned; `row` is a line of the list of appointments."""
    subject = VisitSubject(
        row["person_id"], row["case_id"], row.title, appointment_id=row.id, contact_kind=row["kind"]
    )
    open_visit(shell, desk, form_for(row["kind"]), subject)


def _is_open(row: Any) -> bool:
    return row["state"] in _OPEN


def _is_reportable(row: Any) -> bool:
    return row["state"] in _REPORTABLE and bool(row["person_id"])


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("name", QCoreApplication.translate("AppointmentsPage", "Met wie"), 0),
        Heading("on", QCoreApplication.translate("AppointmentsPage", "Dag"), 110),
        Heading("at_time", QCoreApplication.translate("AppointmentsPage", "Tijd"), 80),
        Heading("place", QCoreApplication.translate("AppointmentsPage", "Waar"), 220),
        Heading("state", QCoreApplication.translate("AppointmentsPage", "Stand"), 170, status=True),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("AppointmentsPage", "Afspraken"),
        purpose=QCoreApplication.translate(
            "AppointmentsPage", "Wat gepland is, en waarvan het verslag nog moet."
        ),
        one=QCoreApplication.translate("AppointmentsPage", "afspraak"),
        many=QCoreApplication.translate("AppointmentsPage", "afspraken"),
        empty=QCoreApplication.translate("AppointmentsPage", "Er is nog niets gepland."),
        new=QCoreApplication.translate("AppointmentsPage", "Afspraak maken"),
        icon="calendar-check",
        key="appointments",
        kinds=frozenset({"appointments", "contacts", "persons", "facilities"}),
        filters=(
            Filter(
                "state",
                "appointment_state",
                ("unreported", "today", "within_7_days", "later", "kept", "cancelled"),
            ),
            Filter("kind", "contact_kind", ("home_visit", "prison_visit")),
        ),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from the numbers on Vandaag."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("AppointmentsPage", "Afspraken"),
        "calendar-check",
        lambda shell: AppointmentsPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent="agenda",
    )
