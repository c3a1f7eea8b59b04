# SPDX-License-Identifier: EUPL-1.2
"""The form for a task: a new one for someone, or one of the list that is changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_task_form import Ui_TaskForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import persons, tasks
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import TaskInput
from casus.services.naming import person_name
from casus.services.records import Person, Task
from casus.services.task_list import get_task

NEW, KNOWN = "new", "known"
LISTED = "listed_task"
"""The form as it opens beside the list of tasks; "task" is the one beside a dossier."""


@dataclass(frozen=True)
class _Found:
    """The task that is changed, and for whom it is."""

    task: Task | None
    person: Person | None


class TaskPanel(RecordPanel):
    """Add a task; `about` is "case:<id>" or "person:<id>", NEW to choose for whom, "known:<id>" to change one."""

    def __init__(self, shell: Shell, desk: Desk, about: str = NEW, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_TaskForm()
        self.ui.setupUi(content)
        self._kind, _colon, self._record_id = about.partition(":")
        self._version = 0
        self._case_id: str | None = None
        self._whose: str | None = None
        form = LISTED if self._kind in (NEW, KNOWN) else "task"
        super().__init__(shell, desk, content, _spec(self._kind, f"{form}:{about}"), draft=draft)
        self.ui.personField.connect_to(shell.tasks, desk)

    def about(self) -> tuple[str, str] | None:
        """Return the record that is changed."""
        return ("tasks", self._record_id) if self._kind == KNOWN else None

    def fetch(self) -> _Found:
        """Return the task to change, and its person."""
        task = get_task(self.desk, self._record_id) if self._kind == KNOWN else None
        person = persons.get_person(self.desk, task.person_id) if task and task.person_id else None
        return _Found(task, person)

    def fill(self, found: _Found) -> None:
        """Begin with what is known; a new task is done once."""
        self.ui.personField.setVisible(self._kind == NEW)
        if found.task is None:
            self.ui.recurrenceField.set_value("none")
            return
        self._version = found.task.version
        self._case_id, self._whose = found.task.case_id, found.task.person_id
        if found.person is not None:
            self.set_subtitle(person_name(found.person))
        for key, field in self.form.fields.items():
            if key != "person_id":
                field.set_value(getattr(found.task, key))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the task."""
        given = filled(values)
        if self._kind == KNOWN:
            data = TaskInput(**{**given, "case_id": self._case_id, "person_id": self._whose})
            return lambda: tasks.update_task(self.desk, self._record_id, self._version, data)
        if self._kind != NEW:
            given[f"{self._kind}_id"] = self._record_id
        added = TaskInput(**given)
        return lambda: tasks.add_task(self.desk, added)

    def stored(self, result: Done[Task]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Taak opgeslagen"))


def _spec(kind: str, key: str) -> PanelSpec:
    translate = QCoreApplication.translate
    title = translate("TaskPanel", "Taak") if kind == KNOWN else translate("TaskPanel", "Nieuwe taak")
    return PanelSpec(title, translate("TaskPanel", "Taak opslaan"), key)
