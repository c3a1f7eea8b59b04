# SPDX-License-Identifier: EUPL-1.2
"""Waiting until a window has fetched and painted what it shows."""

from time import monotonic

from PySide6.QtCore import QEventLoop, QObject, QTimer

from casus.gui.tasks import TaskRunner

_ROUND_MS, _QUIET_ROUNDS, _LONGEST_SECONDS = 60, 4, 60


def settle(window: QObject) -> None:
    """Let the window work until nothing is under way for a while: what is fetched may ask for more."""
    tasks: TaskRunner | None = getattr(window, "tasks", None)
    until, quiet = monotonic() + _LONGEST_SECONDS, 0
    while quiet < _QUIET_ROUNDS and monotonic() < until:
        loop = QEventLoop()
        QTimer.singleShot(_ROUND_MS, loop.quit)
        loop.exec()
        quiet = 0 if tasks is not None and tasks.busy else quiet + 1
