# SPDX-License-Identifier: EUPL-1.2
"""The window that stands before the vault."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from casus.errors import CasusError
from casus.gui.error_text import sentence
from casus.gui.settings import Settings
from casus.gui.start.patience import Patience
from casus.gui.start.surroundings import Surroundings
from casus.gui.start.unlock import UnlockView
from casus.gui.start.view import View
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.gui.widgets.containers import PageScroll
from casus.gui.widgets.text import label
from casus.services.desk import Desk

if TYPE_CHECKING:
    from casus.gui.start.wizard import Wizard

_WIDTH = 560


class StartWindow(QWidget):
    """Welcome, wizard, unlocking and recovery, one at a time.

    Signals:
        opened: the desk of an open vault; the main window takes over.
        language_chosen: nl or en; the application installs it and calls `rebuild`.
        painted: the window has been on screen once; the time for heavy imports.
        gone: the window was closed by the user.
    """

    opened = Signal(object)
    language_chosen = Signal(str)
    painted = Signal()
    gone = Signal()

    def __init__(self, settings: Settings, around: Surroundings, tasks: TaskRunner) -> None:
        super().__init__()
        self.settings, self.around, self.tasks = settings, around, tasks
        self.view: View | None = None
        self._patience = Patience()
        self._wizard: Wizard | None = None
        self._was_painted = False
        self._build()

    def start(self, folder: Path | None = None) -> None:
        """Show what comes first: unlocking this folder or the last vault, else the welcome."""
        known = folder or (Path(self.settings.last_vault) if self.settings.last_vault else None)
        if known is not None:
            self.show_unlock(known)
        else:
            self.show_welcome()

    def show_unlock(self, folder: Path) -> UnlockView:
        """Ask for the password of this vault."""
        view = UnlockView(folder, self.tasks, self.around.clock, self._patience)
        team = self.around.demo_of(folder)
        if team is not None:
            from casus.gui.start.demo_hint import DemoHint

            hint = DemoHint(team, folder)
            hint.chosen.connect(self.show_unlock)
            view.body.addWidget(hint)
            view.ui.passwordField.set_value(team.password)
        view.opened.connect(self._open)
        view.other_requested.connect(self.show_welcome)
        view.recovery_requested.connect(lambda: self.show_recovery(folder))
        self._show(view)
        return view

    def show_welcome(self) -> None:
        """Offer a new vault, an existing one, or the demo."""
        from casus.gui.start.welcome import WelcomeView

        last = self.settings.last_vault
        view = WelcomeView(with_back=bool(last))
        view.chosen.connect(self._choose)
        view.back_requested.connect(lambda: self.show_unlock(Path(last)))
        self._show(view)

    def show_recovery(self, folder: Path) -> None:
        """Ask for the recovery code of this vault."""
        from casus.gui.start.recovery import RecoveryView

        view = RecoveryView(folder, self.tasks, self.around.clock)
        view.recovered.connect(self._new_password)
        view.back_requested.connect(lambda: self.show_unlock(folder))
        self._show(view)

    def show_wizard(self) -> None:
        """Make a first vault."""
        from casus.gui.start.wizard import Wizard
        from casus.gui.start.wizard_steps import Answers

        answers = Answers(language=self.settings.language, folder=self.around.new_folder)
        self._wizard = Wizard(answers, self.tasks, self.around.clock, self._show)
        self._wizard.finished.connect(self._wizard_done)
        self._wizard.cancelled.connect(self._wizard_cancelled)
        self._wizard.language_chosen.connect(self.language_chosen)
        self._wizard.start()

    def cancel_unlock(self) -> None:
        """A lock request came in: an unlocking under way is thrown away."""
        cancel = getattr(self.view, "cancel", None)
        if cancel is not None:
            cancel()

    def rebuild(self) -> None:
        """Show the same in the language of now."""
        self._words()
        if self._wizard is not None:
            self._wizard.rebuild()
        else:
            self.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._painted)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.cancel_unlock()
        self.tasks.shutdown()
        if self._wizard is not None:
            self._wizard.abandon()
        self._lock_recovered()
        super().closeEvent(event)
        self.gone.emit()

    def _build(self) -> None:
        look = theme()
        self.setWindowTitle("Casus")
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(480, 420)
        self._brand = label("Casus", "title")
        self._tag = label(role="small", tone="muted")
        self._card = QWidget()
        self._card.setProperty("ground", "none")
        self._column = QVBoxLayout(self._card)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(24))
        inside = QWidget()
        inside.setProperty("ground", "none")
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(look.px(32), look.px(32), look.px(32), look.px(32))
        middle.setSpacing(look.px(24))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 100)
        row.addStretch(1)
        middle.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(2)
        middle.addWidget(self._tag, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageScroll(inside))
        self._words()
        theme().changed.connect(self._fit)
        self._fit()
        self.resize(look.px(960), look.px(720))

    def _fit(self) -> None:
        self._card.setMaximumWidth(theme().px(_WIDTH))

    def _words(self) -> None:
        self._tag.setText(self.tr("Alles blijft op deze computer. Casus gebruikt geen netwerk."))

    def _show(self, view: View, above: QWidget | None = None) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if above is not None:
            self._column.addWidget(above)
        self._column.addWidget(view)
        self.view = view
        view.show()
        if self._was_painted:
            QTimer.singleShot(0, view, view.begin)

    def _painted(self) -> None:
        if self.view is not None:
            self.view.begin()
        self.painted.emit()

    def _choose(self, what: str) -> None:
        if what == "new":
            self.show_wizard()
        elif what == "demo":
            self._demo("pga_expert")
        else:
            self.choose_folder()

    def choose_folder(self) -> None:
        """Ask for the folder of a vault; what is no vault is said at once."""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Kies de map van je kluis"))
        if chosen:
            self.try_folder(Path(chosen))

    def try_folder(self, folder: Path) -> None:
        """Look whether there is a vault here, and ask for its password."""
        self.tasks.run(
            lambda: _inspect(folder),
            owner=self,
            done=lambda _info: self.show_unlock(folder),
            failed=self._problem,
        )

    def _problem(self, error: CasusError) -> None:
        if self.view is not None:
            self.view.set_busy("")
            self.view.show_problem(sentence(error))

    def _demo(self, role: str) -> None:
        if self.view is None or self.view.busy:
            return
        view, make = self.view, self.around.make_demo
        view.set_busy(self.tr("De demo wordt gemaakt. Dat duurt ongeveer een minuut."))
        job = self.tasks.run_long(
            lambda progress: make(role, progress), owner=view, done=self._demo_made, failed=self._problem
        )
        job.progressed.connect(view.show_progress)

    def _demo_made(self, folder: Path) -> None:
        self._wizard = None
        self.show_unlock(folder)

    def _wizard_done(self, desk: Desk, demo: bool) -> None:
        self.settings.last_vault = str(desk.vault.folder)
        role = desk.role
        if demo:
            desk.vault.close()
            self._demo(role)
        else:
            self._wizard = None
            self._open(desk)

    def _wizard_cancelled(self) -> None:
        self._wizard = None
        self.show_welcome()

    def _new_password(self, desk: Desk, code: str) -> None:
        from casus.gui.start.recovery import NewPasswordView

        view = NewPasswordView(desk, code, self.tasks)
        view.finished.connect(self._open)
        view.abandoned.connect(lambda: self._abandon(desk))
        self._show(view)

    def _abandon(self, desk: Desk) -> None:
        desk.vault.close()
        self.show_unlock(desk.vault.folder)

    def _lock_recovered(self) -> None:
        desk = getattr(self.view, "desk", None)
        if desk is not None:
            desk.vault.close()

    def _open(self, desk: Desk) -> None:
        self.view = None
        if not desk.is_demo:
            self.settings.last_vault = str(desk.vault.folder)
        self.opened.emit(desk)


def _inspect(folder: Path) -> object:
    """Raise unless there is a vault here."""
    from casus.services import vaults

    return vaults.inspect(folder)
