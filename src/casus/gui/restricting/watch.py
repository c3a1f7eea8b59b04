# SPDX-License-Identifier: EUPL-1.2
"""Looks whether a restricted dossier was open long enough; then what is in view is masked and forms keep a draft."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from casus.gui.shell import MainWindow
from casus.services.break_glass import close_overdue
from casus.services.closed_records import everything_of
from casus.services.desk import Desk

_LOOK_MS = 10_000


class GlassWatch(QObject):
    """Runs while a vault is open; `window` returns the window of this moment."""

    def __init__(self, desk: Desk, window: Callable[[], MainWindow], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, window
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more: the vault closes."""
        self._timer.stop()

    def look(self) -> None:
        """Close what is over, and show that; also what a use case closed because its time was up."""
        desk, window = self._desk, self._window()
        if desk.glass.lapsed or desk.glass.overdue(desk.clock.now()):
            window.tasks.run(lambda: close_overdue(desk), owner=window, done=lambda _done: self._tell())

    def _tell(self) -> None:
        closed = self._desk.glass.take_lapsed()
        if closed:
            self._window().close_panel()
            self._window().emit_changed(everything_of(*closed))
