# SPDX-License-Identifier: EUPL-1.2
"""Unlocking: the last vault and its password, or another folder, or the recovery code."""

import threading
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.domain.clock import Clock
from casus.errors import Cancelled, CasusError, InvalidInput, VaultOlderThanSeen, WrongPassword
from casus.gui.error_text import sentence
from casus.gui.forms.ui_start_unlock import Ui_StartUnlock
from casus.gui.start.caps_lock import CapsLockWatch
from casus.gui.start.patience import Patience
from casus.gui.start.view import View
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.form import Form
from casus.gui.widgets.text import label
from casus.services.desk import Desk

_SECOND_MS = 1_000


class UnlockView(View):
    """Password of one vault.

    Signals:
        opened: the desk.
        other_requested, recovery_requested: the links under the form.
    """

    opened = Signal(object)
    other_requested = Signal()
    recovery_requested = Signal()

    def __init__(self, folder: Path, tasks: TaskRunner, clock: Clock, patience: Patience) -> None:
        super().__init__("")
        self.folder = folder
        self._tasks, self._clock, self._patience = tasks, clock, patience
        self._stop = threading.Event()
        self._seconds = 0
        content = QWidget()
        self.ui = Ui_StartUnlock()
        self.ui.setupUi(content)
        self.form = Form(content)
        self._title.setText(self.tr("Ontgrendel je kluis"))
        self._purpose.setText(short_path(folder))
        self._purpose.setToolTip(str(folder))
        self._purpose.show()
        self._caps = label(self.tr("Caps Lock staat aan."), "small", "warn")
        self._caps.hide()
        self.body.addWidget(content)
        self.body.addWidget(self._caps)
        self._links()
        self.set_primary(self.tr("Ontgrendelen"), self.unlock)
        self.keep_picture()
        CapsLockWatch(self.ui.passwordField.edit).changed.connect(self._caps.setVisible)
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._tick)

    def begin(self) -> None:
        self.show_picture("lock-key")
        self.ui.passwordField.add_toggle()
        self.ui.passwordField.take_focus()

    def unlock(self, *, accept_older: bool = False) -> None:
        """Try the password that is typed."""
        if self._seconds or self.busy:
            return
        self.show_problem("")
        values = self.form.read()
        if values is None:
            return
        password, folder, clock = values["password"], self.folder, self._clock
        self._stop = stop = threading.Event()
        self.set_busy(self.tr("De sleutel wordt berekend. Dat duurt met opzet even."))
        self._tasks.run(
            lambda: _unlock(folder, password, clock, accept_older, stop),
            owner=self,
            done=self._done,
            failed=self._failed,
        )

    def cancel(self) -> None:
        """Throw away an unlocking under way (a lock request came in)."""
        self._stop.set()

    def _links(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme().px(16))
        row.addWidget(button(self.tr("Herstelcode gebruiken"), self.recovery_requested.emit, kind="link"))
        row.addWidget(button(self.tr("Andere kluis"), self.other_requested.emit, kind="link"))
        self._foot.insertLayout(0, row)

    def _done(self, desk: Desk) -> None:
        self.set_busy("")
        if self._stop.is_set():
            desk.vault.close()
            return
        self._patience.right()
        self.ui.passwordField.set_value("")
        self.opened.emit(desk)

    def _failed(self, error: CasusError) -> None:
        self.set_busy("")
        if isinstance(error, InvalidInput):
            self.form.take(error)
        elif isinstance(error, WrongPassword):
            self.form.show_errors([InvalidInput("password", "wrong_password")])
            self.ui.passwordField.edit.selectAll()
            self._wait(self._patience.wrong())
        elif isinstance(error, VaultOlderThanSeen):
            self.show_problem(sentence(error), "warn", self.tr("Toch openen"), self._accept_older)
        elif isinstance(error, Cancelled):
            self.show_problem(self.tr("Het ontgrendelen is gestopt. De kluis is dicht gebleven."), "neutral")
        else:
            self.show_problem(sentence(error))

    def _accept_older(self) -> None:
        self.unlock(accept_older=True)

    def _wait(self, seconds: int) -> None:
        self._seconds = seconds
        if seconds:
            self._timer.start()
        self._show_wait()

    def _tick(self) -> None:
        self._seconds -= 1
        if not self._seconds:
            self._timer.stop()
        self._show_wait()

    def _show_wait(self) -> None:
        assert self.primary is not None
        self.primary.setEnabled(not self._seconds)
        waiting = self.tr("Over {0} s opnieuw").format(self._seconds)
        self.primary.setText(waiting if self._seconds else self.tr("Ontgrendelen"))


def _unlock(folder: Path, password: str, clock: Clock, accept_older: bool, stop: threading.Event) -> Desk:
    """Open the vault; in the worker, and only then is what opens vaults imported."""
    from casus.services import vaults

    return vaults.unlock(folder, password, clock, accept_older=accept_older, cancelled=stop.is_set)


def short_path(folder: Path) -> str:
    """Return a folder as a reader knows it: `~` for the home folder."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)
