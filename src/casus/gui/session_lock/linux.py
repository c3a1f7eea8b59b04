# SPDX-License-Identifier: EUPL-1.2
"""Lock and sleep signals of a Linux desktop, over D-Bus: logind, and the screen savers of the desktops.

Best effort: without a bus, or on a desktop that tells nothing, only the idle time locks.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusInterface, QDBusMessage, QDBusObjectPath

from casus.gui.session_lock.watch import Reason

_LOGIN = "org.freedesktop.login1"
_MANAGER_PATH, _MANAGER = "/org/freedesktop/login1", "org.freedesktop.login1.Manager"
_SESSION = "org.freedesktop.login1.Session"
SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
)


def _slot(signature: str) -> bytes:
    """Return a slot as Qt names it; PySide takes the str that SLOT makes, whatever its stubs say."""
    return cast("bytes", SLOT(signature))


class LinuxWatch(QObject):
    """Connects to whatever of these is there."""

    def __init__(self, request: Callable[[Reason], object]) -> None:
        super().__init__()
        self._request = request
        self._session_bus = QDBusConnection.sessionBus()
        self._system_bus = QDBusConnection.systemBus()
        self._links: list[tuple[QDBusConnection, str, str, str, str, str]] = []
        if self._session_bus.isConnected():
            for service, path in SCREEN_SAVERS:
                self._link(self._session_bus, service, path, service, "ActiveChanged", "saver_changed(bool)")
        if self._system_bus.isConnected():
            self._link(
                self._system_bus, _LOGIN, _MANAGER_PATH, _MANAGER, "PrepareForSleep", "sleep_changed(bool)"
            )
            if path := self._own_session():
                self._link(self._system_bus, _LOGIN, path, _SESSION, "Lock", "session_locked()")

    @property
    def links(self) -> int:
        """How many signals it listens to."""
        return len(self._links)

    def stop(self) -> None:
        """Listen no more."""
        for bus, service, path, interface, name, slot in self._links:
            bus.disconnect(service, path, interface, name, self, _slot(slot))
        self._links.clear()

    @Slot(bool)
    def saver_changed(self, active: bool) -> None:
        """The screen saver came on or went off."""
        if active:
            self._request(Reason.SESSION)

    @Slot(bool)
    def sleep_changed(self, going: bool) -> None:
        """The computer goes to sleep, or woke up."""
        if going:
            self._request(Reason.SLEEP)

    @Slot()
    def session_locked(self) -> None:
        """The session was locked by logind."""
        self._request(Reason.SESSION)

    def _link(
        self, bus: QDBusConnection, service: str, path: str, interface: str, name: str, slot: str
    ) -> None:
        if bus.connect(service, path, interface, name, self, _slot(slot)):
            self._links.append((bus, service, path, interface, name, slot))

    def _own_session(self) -> str:
        manager = QDBusInterface(_LOGIN, _MANAGER_PATH, _MANAGER, self._system_bus)
        if not manager.isValid():
            return ""
        reply = manager.call("GetSessionByPID", 0)
        if reply.type() is not QDBusMessage.MessageType.ReplyMessage or not reply.arguments():
            return ""
        path = reply.arguments()[0]
        return path.path() if isinstance(path, QDBusObjectPath) else ""
