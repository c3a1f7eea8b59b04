# SPDX-License-Identifier: EUPL-1.2
"""The form for a task."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_task_form import Ui_TaskForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import tasks
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.inputs import TaskInput
from casus.services.records import Task


class TaskPanel(RecordPanel):
    """Add a task; `about` is "case:<id>" or "person:<id>"."""

    def __init__(self, shell: Shell, desk: Desk, about: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_TaskForm()
        self.ui.setupUi(content)
        self._about = about
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("TaskPanel", "Nieuwe taak"), translate("TaskPanel", "Taak opslaan"), f"task:{about}"
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fill(self, _found: None) -> None:
        """Begin with a task that is done once."""
        self.ui.recurrenceField.set_value("none")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the task."""
        kind, _colon, record_id = self._about.partition(":")
        given = {**filled(values), f"{kind}_id": record_id}
        data = TaskInput(**given)
        return lambda: tasks.add_task(self.desk, data)

    def stored(self, result: Done[Task]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Taak opgeslagen"))
