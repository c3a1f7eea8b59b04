# SPDX-License-Identifier: EUPL-1.2
"""Opening a vault with the recovery code, after which a new password must be set."""

import threading
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus.domain.clock import Clock
from casus.errors import CasusError, InvalidInput, WeakPassword, WrongPassword
from casus.gui.error_text import sentence
from casus.gui.forms.ui_start_new_password import Ui_StartNewPassword
from casus.gui.forms.ui_start_recovery import Ui_StartRecovery
from casus.gui.start.passwords import NewPassword
from casus.gui.start.view import View
from casus.gui.tasks import TaskRunner
from casus.gui.widgets.form import Form
from casus.services import vaults
from casus.services.desk import Desk


class RecoveryView(View):
    """The code from the envelope.

    Signals:
        recovered: the open desk and the code; a new password comes next.
        back_requested: the user knows the password after all.
    """

    recovered = Signal(object, str)
    back_requested = Signal()

    def __init__(self, folder: Path, tasks: TaskRunner, clock: Clock) -> None:
        super().__init__("")
        self.folder, self._tasks, self._clock = folder, tasks, clock
        self._stop = threading.Event()
        self._title.setText(self.tr("Open met je herstelcode"))
        self._purpose.setText(
            self.tr("Daarna kies je een nieuw wachtwoord. De herstelcode zelf blijft geldig.")
        )
        self._purpose.show()
        content = QWidget()
        self.ui = Ui_StartRecovery()
        self.ui.setupUi(content)
        self.form = Form(content)
        self.body.addWidget(content)
        self.keep_picture()
        self.set_primary(self.tr("Openen"), self.unlock)
        self.set_back(self.tr("Terug"), self.back_requested.emit)

    def begin(self) -> None:
        self.show_picture("envelope-simple")
        self.ui.codeField.take_focus()

    def unlock(self) -> None:
        """Try the code that is typed."""
        self.show_problem("")
        values = self.form.read()
        if values is None or self.busy:
            return
        code, folder, clock = values["recovery_code"], self.folder, self._clock
        self._stop = threading.Event()
        self.set_busy(self.tr("De sleutel wordt berekend. Dat duurt met opzet even."))
        self._tasks.run(
            lambda: (vaults.unlock_with_recovery(folder, code, clock), code),
            owner=self,
            done=self._done,
            failed=self._failed,
        )

    def cancel(self) -> None:
        """Throw away an unlocking under way (a lock request came in)."""
        self._stop.set()

    def _done(self, found: tuple[Desk, str]) -> None:
        self.set_busy("")
        desk, code = found
        if self._stop.is_set():
            vaults.lock(desk)
        else:
            self.recovered.emit(desk, code)

    def _failed(self, error: CasusError) -> None:
        self.set_busy("")
        if isinstance(error, WrongPassword):
            self.form.show_errors([InvalidInput("recovery_code", "wrong_code")])
        elif not self.form.take(error):
            self.show_problem(sentence(error))


class NewPasswordView(View):
    """A new password for a vault that was opened with its recovery code.

    Signals:
        finished: the desk, with the new password in force.
        abandoned: the user stopped; the vault is to be locked again.
    """

    finished = Signal(object)
    abandoned = Signal()

    def __init__(self, desk: Desk, code: str, tasks: TaskRunner) -> None:
        super().__init__("")
        self.desk, self._code, self._tasks = desk, code, tasks
        self._title.setText(self.tr("Kies een nieuw wachtwoord"))
        self._purpose.setText(self.tr("Je oude wachtwoord werkt daarna niet meer."))
        self._purpose.show()
        content = QWidget()
        self.ui = Ui_StartNewPassword()
        self.ui.setupUi(content)
        self.form = Form(content)
        self._password = NewPassword(self.form, self.ui.meter)
        self.body.addWidget(content)
        self.set_primary(self.tr("Wachtwoord bewaren"), self.store)
        self.set_back(self.tr("Stoppen en vergrendelen"), self.abandoned.emit)

    def begin(self) -> None:
        self._password.add_toggles()
        self.ui.passwordField.take_focus()

    def store(self) -> None:
        """Put the new password in force."""
        self.show_problem("")
        values = self._password.read()
        if values is None or self.busy:
            return
        new = values["password"]
        self.set_busy(self.tr("Het nieuwe wachtwoord wordt bewaard."))
        self._tasks.run(
            lambda: vaults.set_password_with_recovery(self.desk, self._code, new),
            owner=self,
            done=lambda _nothing: self.finished.emit(self.desk),
            failed=self._failed,
        )

    def _failed(self, error: CasusError) -> None:
        self.set_busy("")
        if isinstance(error, WeakPassword):
            self.form.show_errors([InvalidInput("password", "weak")])
        elif not self.form.take(error):
            self.show_problem(sentence(error))
