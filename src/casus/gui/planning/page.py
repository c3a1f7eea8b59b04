# SPDX-License-Identifier: EUPL-1.2
"""Planning: the caseload of a worker, what is due first at the top, and the transfers that wait for an answer."""

from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from casus.domain.roles import Role
from casus.gui.dates_text import day_month
from casus.gui.lists import Cell
from casus.gui.planning.drafts import forms
from casus.gui.planning.offers import OffersCard
from casus.gui.planning.rhythm_form import RhythmPanel
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.visits import AppointmentPanel
from casus.gui.widgets.text import label, show_if
from casus.services.case_exchange import AnswerRow, to_answer
from casus.services.desk import Desk
from casus.services.planning import Caseload, PlanningList, caseloads
from casus.services.transfers import TransferRow, open_transfers

__all__ = ["PlanningPage", "forms", "spec"]

KEY = "planning"
_SOON = timedelta(days=7)


class _Source(ServiceSource):
    """Says in the second column what is due first, and when; under the name that a case is being passed on."""

    def _cell(self, heading: Heading, row: Any) -> Cell:
        if heading.key == "name" and row["transfer"]:
            offered = QCoreApplication.translate("PlanningPage", "aangeboden")
            return Cell(row.title, f"{row.subtitle} · {offered}")
        if heading.key != "due_on":
            return super()._cell(heading, row)
        due = row["due_on"]
        if due is None:
            return Cell(QCoreApplication.translate("PlanningPage", "Niets gepland"), tone="neutral")
        tone = "danger" if due < self.today else "warn" if due <= self.today + _SOON else "neutral"
        return Cell(f"{_due_words(row)} {day_month(due, self.today)}", tone=tone)


class PlanningPage(ListPage):
    """Enter opens the dossier, A plans an appointment with whom is chosen."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        self._list = PlanningList(desk)
        super().__init__(shell, _Source(self._list, _headings(), desk.today()), _words())
        self._desk = desk
        self.sheet = self.set_primary(self.tr("Dagstaat"), self.open_sheet, icon="sun-horizon")
        self.acts = ListActs(
            self, [ListAct(self.tr("Afspraak maken"), "A", self._plan, lambda _row: True, "calendar-plus")]
        )
        self.workers = QComboBox()
        self.workers.setAccessibleName(self.tr("Planning van"))
        self.workers.activated.connect(self._choose_worker)
        self._of = label(self.tr("Planning van"), tone="muted")
        self.more = self.add_menu([(self.tr("Ritme van bezoeken…"), self._set_rhythm)])
        self.offers = OffersCard(shell, desk)
        self.body.insertLayout(0, self._tools())
        self.body.insertWidget(1, self.offers)
        self.table.start_sorted("due_on")

    def open_record(self, record_id: str) -> None:
        """Open the dossier of a case."""
        self.shell.open("dossier", f"case:{record_id}")

    def load(self) -> None:
        """Fetch the list, the workers and the offers again."""
        super().load()
        desk, worker_id = self._desk, self._list.worker_id

        def show(found: tuple[list[Caseload], list[TransferRow], list[AnswerRow]]) -> None:
            self._show_workers(found[0])
            self.offers.show_rows(*found[1:])

        self.shell.tasks.run(
            lambda: (caseloads(desk), open_transfers(desk, worker_id), to_answer(desk)),
            owner=self,
            done=show,
        )

    def changed(self, changes: Any, initiator: Any) -> None:
        """Reload the list, and what stands above it."""
        if changes.kinds & self._words.kinds:
            self.load()

    def open_sheet(self) -> None:
        """Go to the sheet of today."""
        self.shell.open("dagstaat")

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for part in (self._of, self.workers):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _show_workers(self, found: list[Caseload]) -> None:
        self.workers.clear()
        for one in found:
            self.workers.addItem(f"{one.name} ({one.cases})", one.worker_id)
        self.workers.setCurrentIndex(self.workers.findData(self._list.worker_id))
        for part in (self._of, self.workers):
            show_if(part, len(found) > 1)

    def _choose_worker(self) -> None:
        self._list.worker_id = str(self.workers.currentData())
        self.load()

    def _plan(self, case_id: str) -> None:
        self.shell.open_panel(AppointmentPanel(self.shell, self._desk, case_id))

    def _set_rhythm(self) -> None:
        self.shell.open_panel(RhythmPanel(self.shell, self._desk))


def _due_words(row: Any) -> str:
    """What comes first: a review, a visit, or a task."""
    translate = QCoreApplication.translate
    if row["due_on"] == row["review_on"]:
        return translate("PlanningPage", "Hertoets")
    if row["due_on"] == row["visit_on"]:
        return translate("PlanningPage", "Bezoek")
    return translate("PlanningPage", "Taak")


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("PlanningPage", "Casus"), 0),
        Heading("due_on", translate("PlanningPage", "Eerst nodig"), 145, status=True),
        Heading("phase", translate("PlanningPage", "Fase"), 158),
        Heading("last_contact_on", translate("PlanningPage", "Laatste contact"), 118),
        Heading("appointment_on", translate("PlanningPage", "Afspraak"), 80),
        Heading("visit_on", translate("PlanningPage", "Bezoek nodig"), 114),
        Heading("review_on", translate("PlanningPage", "Hertoets"), 112),
        Heading("tasks", translate("PlanningPage", "Taken"), 60),
    )


def _words() -> ListWords:
    translate = QCoreApplication.translate
    return ListWords(
        title=translate("PlanningPage", "Planning"),
        purpose=translate("PlanningPage", "Je casussen op volgorde van wat nodig is."),
        one=translate("PlanningPage", "casus"),
        many=translate("PlanningPage", "casussen"),
        empty=translate("PlanningPage", "Je hebt geen lopende casussen. Open er een bij een persoon."),
        new="",
        icon="list-numbers",
        key=KEY,
        kinds=frozenset(
            {
                "cases", "assignments", "transfers", "tasks", "appointments", "contacts", "persons",
                "family_members", "settings",
            }
        ),
        filters=(
            Filter(
                "state",
                "planning_state",
                (
                    "visit_due", "review_due", "member_review_due", "tasks_due", "no_appointment", "transfer",
                ),
            ),
        ),
    )  # fmt: skip


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("PlanningPage", "Planning"),
        "list-numbers",
        lambda shell: PlanningPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )
