# SPDX-License-Identifier: EUPL-1.2
"""The page with every task: tick off, drop, add, change; Enter goes to the dossier it belongs to."""

from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.roles import Role
from casus.gui.dossier.task_form import KNOWN, LISTED, TaskPanel
from casus.gui.forms_registry import FormSpec
from casus.gui.records import Filter, Heading, ListAct, ListActs, ListPage, ListWords, ServiceSource
from casus.gui.shell import PageSpec, Shell
from casus.services import tasks
from casus.services.desk import Desk
from casus.services.task_list import TaskList

DONE_KEYS, DROP_KEYS = "Ctrl+D", "Del"
_OPEN = frozenset({"open", "late"})


class TasksPage(ListPage):
    """The page with every task."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        source = ServiceSource(TaskList(desk), _headings(), desk.today())
        super().__init__(shell, source, _words(), lambda: TaskPanel(shell, desk))
        self._desk = desk
        self.table.start_sorted("due_on")
        self.row_acts = ListActs(self, self._acts())

    def open_record(self, record_id: str) -> None:
        """Open the dossier at its tasks; a task of nobody opens as a form."""
        row = self.source.known.get(record_id)
        if row is None or not row["person_id"]:
            self._change(record_id)
            return
        place = f"case:{row['case_id']}" if row["case_id"] else f"person:{row['person_id']}"
        self.shell.open("dossier", f"{place}#tasks")

    def _acts(self) -> list[ListAct]:
        return [
            ListAct(self.tr("Wijzigen"), "F2", self._change, _is_open, "pencil-simple"),
            ListAct(self.tr("Vervalt"), DROP_KEYS, self._drop, _is_open, "x"),
            ListAct(
                self.tr("Heropenen"),
                "Ctrl+Shift+D",
                self._reopen,
                _is_done,
                "arrow-counter-clockwise",
                rare=True,
            ),
            ListAct(self.tr("Gereed"), DONE_KEYS, self._complete, _is_open, "check"),
        ]

    def _change(self, record_id: str) -> None:
        row = self.source.known.get(record_id)
        if row is None or _is_open(row):
            self.shell.open_panel(TaskPanel(self.shell, self._desk, f"{KNOWN}:{record_id}"))

    def _complete(self, record_id: str) -> None:
        work = partial(tasks.complete_task, self._desk, record_id)
        self.row_acts.finish(record_id, work, self.tr("Taak gereed"))

    def _drop(self, record_id: str) -> None:
        work = partial(tasks.cancel_task, self._desk, record_id)
        self.row_acts.finish(record_id, work, self.tr("Taak vervallen"))

    def _reopen(self, record_id: str) -> None:
        work = partial(tasks.reopen_task, self._desk, record_id)
        self.row_acts.finish(record_id, work, self.tr("Taak heropend"))


def _is_open(row: Any) -> bool:
    return row["state"] in _OPEN


def _is_done(row: Any) -> bool:
    return bool(row["state"] == "done")


def _headings() -> tuple[Heading, ...]:
    return (
        Heading("title", QCoreApplication.translate("TasksPage", "Taak"), 0),
        Heading("person", QCoreApplication.translate("TasksPage", "Voor wie"), 170),
        Heading("due_on", QCoreApplication.translate("TasksPage", "Wanneer"), 110),
        Heading("owner", QCoreApplication.translate("TasksPage", "Wie"), 150),
        Heading("source", QCoreApplication.translate("TasksPage", "Herkomst"), 170),
        Heading("state", QCoreApplication.translate("TasksPage", "Stand"), 110, status=True),
    )


def _words() -> ListWords:
    return ListWords(
        title=QCoreApplication.translate("TasksPage", "Taken"),
        purpose=QCoreApplication.translate("TasksPage", "Alles wat nog moet gebeuren, en wat al gedaan is."),
        one=QCoreApplication.translate("TasksPage", "taak"),
        many=QCoreApplication.translate("TasksPage", "taken"),
        empty=QCoreApplication.translate("TasksPage", "Er staan nog geen taken in je kluis."),
        new=QCoreApplication.translate("TasksPage", "Nieuwe taak"),
        icon="check-square",
        key="tasks",
        kinds=frozenset({"tasks", "persons", "cases", "contacts", "workers", "action_plans", "actions"}),
        start_with=("state:open",),
        filters=(
            Filter("state", "task_status", ("open", "done", "cancelled")),
            Filter("due", "task_due", ("overdue", "within_7_days", "later", "undated")),
            Filter("doer", "task_doer", ("mine", "others")),
            Filter("source", "task_source", ("own", "agreement", "plan", "review")),
        ),
    )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that opens beside this list, for a draft of it."""
    return (
        FormSpec(LISTED, "taken", lambda shell, about, draft: TaskPanel(shell, desk, about, draft=draft)),
    )


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    return PageSpec(
        "taken",
        QCoreApplication.translate("TasksPage", "Taken"),
        "check-square",
        lambda shell: TasksPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
    )
