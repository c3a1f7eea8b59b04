# SPDX-License-Identifier: EUPL-1.2
"""Brings together all reasons to lock; the signals of the system are best effort, idle always works."""

import logging
import sys
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from casus.gui.session_lock.idle import IdleWatch

_log = logging.getLogger(__name__)


class Reason(StrEnum):
    """Why the vault locks."""

    USER = "user"
    IDLE = "idle"
    SESSION = "session"
    SLEEP = "sleep"
    CLOCK = "clock"


class SystemWatch(Protocol):
    """What each platform module provides."""

    def stop(self) -> None:
        """Listen no more."""
        ...


class SessionLock(QObject):
    """Watches for all reasons to lock while a vault is open.

    Signals:
        lock_requested: a `Reason`; never more than once between `start` and `stop`.
    """

    lock_requested = Signal(str)

    def __init__(self, app: QApplication, minutes: int, idle: IdleWatch | None = None) -> None:
        super().__init__(app)
        self._app = app
        self.idle = idle or IdleWatch(minutes * 60)
        self.idle.setParent(self)
        self._asked = True
        self._system: SystemWatch | None = None
        self.idle.expired.connect(lambda: self.request(Reason.IDLE))
        self.idle.jumped.connect(lambda: self.request(Reason.CLOCK))

    def set_minutes(self, minutes: int) -> None:
        """Change how long nobody need be there, in minutes."""
        self.idle.seconds = minutes * 60

    def start(self) -> None:
        """The vault was opened: watch from now on."""
        self._asked = False
        self.idle.start(self._app)
        if self._system is None:
            self._system = watch_system(self.request)

    def stop(self) -> None:
        """The vault is locked: nothing to watch."""
        self._asked = True
        self.idle.stop(self._app)
        if self._system is not None:
            self._system.stop()
            self._system = None

    def request(self, reason: Reason) -> None:
        """Ask for a lock, once."""
        if not self._asked:
            self._asked = True
            _log.info("lock requested: %s", reason)
            self.lock_requested.emit(reason)


def watch_system(request: Callable[[Reason], object]) -> SystemWatch | None:
    """Return what listens to this system's own lock and sleep signals, None where there are none."""
    if sys.platform == "win32":
        from casus.gui.session_lock.windows import WindowsWatch

        return WindowsWatch(request)
    if sys.platform == "darwin":
        from casus.gui.session_lock.macos import MacWatch

        return MacWatch(request)
    from casus.gui.session_lock.linux import LinuxWatch

    return LinuxWatch(request)
