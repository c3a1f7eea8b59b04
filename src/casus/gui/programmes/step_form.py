# SPDX-License-Identifier: EUPL-1.2
"""The form for the next step of a programme: the intake, the start, the end."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_programme_step import Ui_ProgrammeStep
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import persons, programmes
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Programme

INTAKE, START, FINISH, STOP = "intake", "start", "finish", "stop"
_TITLES = {
    INTAKE: QT_TRANSLATE_NOOP("StepPanel", "Intake"),
    START: QT_TRANSLATE_NOOP("StepPanel", "Traject gestart"),
    FINISH: QT_TRANSLATE_NOOP("StepPanel", "Traject afgerond"),
    STOP: QT_TRANSLATE_NOOP("StepPanel", "Traject gestopt"),
}


class StepPanel(RecordPanel):
    """Record one step of a programme."""

    def __init__(
        self, shell: Shell, desk: Desk, step: str, programme_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ProgrammeStep()
        self.ui.setupUi(content)
        self._step, self._programme_id = step, programme_id
        self._version = 0
        title = QCoreApplication.translate("StepPanel", _TITLES[step])
        save = QCoreApplication.translate("StepPanel", "Vastleggen")
        super().__init__(
            shell, desk, content, PanelSpec(title, save, f"programme_step:{step}:{programme_id}"), draft=draft
        )

    def fetch(self) -> tuple[Programme, str]:
        """Return the programme and whose it is."""
        programme = programmes.get_programme(self.desk, self._programme_id)
        return programme, person_name(persons.get_person(self.desk, programme.person_id))

    def fill(self, found: tuple[Programme, str]) -> None:
        """Begin with today; show what the step asks."""
        programme, name = found
        self._version = programme.version
        self.set_subtitle(name)
        ahead = self._step == INTAKE
        self.ui.onField.set_kind("future" if ahead else "past")
        self.ui.onField.set_value(programme.intake_on if ahead and programme.intake_on else self.desk.today())
        self.ui.outcomeField.setVisible(self._step == FINISH)
        self.ui.reasonField.setVisible(self._step == STOP)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the step."""
        desk, about, on, version = self.desk, self._programme_id, values["on"], self._version
        if self._step == INTAKE:
            return lambda: programmes.plan_intake(desk, about, on, version=version)
        if self._step == START:
            return lambda: programmes.start_programme(desk, about, on, version=version)
        if self._step == FINISH:
            return lambda: programmes.finish_programme(desk, about, on, values["outcome"], version=version)
        return lambda: programmes.stop_programme(desk, about, on, values["reason"], version=version)

    def stored(self, result: Done[Programme]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(QCoreApplication.translate("StepPanel", _TITLES[self._step]))
