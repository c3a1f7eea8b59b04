# SPDX-License-Identifier: EUPL-1.2
"""The step of the wizard that makes the vault and has its recovery code typed back."""

from PySide6.QtCore import QCoreApplication, Signal

from casus.errors import CasusError, InvalidForm, InvalidInput, VaultExists
from casus.gui.error_text import sentence
from casus.gui.start.maker import VaultMaker
from casus.gui.start.recovery_step import CodeCheck
from casus.gui.start.wizard_steps import Answers, Step
from casus.gui.tasks import TaskRunner
from casus.services.desk import Desk


class CodeStep(Step):
    """Makes the vault when it appears; the next step comes when the code was typed back.

    Signals:
        finished: the desk of the finished vault.
        refused: an error that belongs to an earlier step.
    """

    finished = Signal(object)
    refused = Signal(object)

    def __init__(self, answers: Answers, maker: VaultMaker, tasks: TaskRunner) -> None:
        super().__init__(
            answers,
            QCoreApplication.translate("Wizard", "Je herstelcode"),
            QCoreApplication.translate(
                "Wizard",
                "Schrijf de code op papier en bewaar hem in een gesloten envelop. "
                "Vergeet je je wachtwoord, dan is dit de enige weg terug.",
            ),
        )
        self._maker, self._tasks = maker, tasks
        self.check: CodeCheck | None = None
        self.add_buttons(
            QCoreApplication.translate("Wizard", "Ik heb hem opgeschreven"),
            QCoreApplication.translate("Wizard", "Terug"),
        )

    def begin(self) -> None:
        if self.check is None:
            self._make()

    def go_on(self) -> None:
        if self.check is None:
            self._make()
        else:
            self.check.go_on()

    def _make(self) -> None:
        if self.busy:
            return
        self.show_problem("")
        self.set_busy(
            QCoreApplication.translate("Wizard", "Je kluis wordt gemaakt. Dat duurt een paar tellen.")
        )
        answers, maker = self.answers, self._maker
        self._tasks.run(lambda: maker.make(answers), owner=self, done=self._show_code, failed=self._failed)

    def _show_code(self, code: str) -> None:
        self.set_busy("")
        self.check = CodeCheck(code)
        self.check.typed.connect(self._confirm)
        self.check.ready.connect(self._asked)
        self.body.addWidget(self.check)
        self.check.show_code()

    def _asked(self) -> None:
        assert self.primary is not None
        self.primary.setText(QCoreApplication.translate("Wizard", "Controleren"))

    def _confirm(self, typed: str) -> None:
        if self.busy:
            return
        self.show_problem("")
        self.set_busy(QCoreApplication.translate("Wizard", "De code wordt geprobeerd op je kluis."))
        maker = self._maker
        self._tasks.run(lambda: maker.confirm(typed), owner=self, done=self._confirmed, failed=self._wrong)

    def _confirmed(self, desk: Desk) -> None:
        self.set_busy("")
        self.finished.emit(desk)

    def _wrong(self, error: CasusError) -> None:
        self.set_busy("")
        assert self.check is not None
        self.show_problem(self.check.take(error))

    def _failed(self, error: CasusError) -> None:
        self.set_busy("")
        if isinstance(error, VaultExists | InvalidForm | InvalidInput):
            self.refused.emit(error)
            return
        assert self.primary is not None
        self.primary.setText(QCoreApplication.translate("Wizard", "Opnieuw proberen"))
        self.show_problem(sentence(error))
