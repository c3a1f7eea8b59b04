# SPDX-License-Identifier: EUPL-1.2
"""Lock, disconnect and sleep messages of Windows, read from the message queue of a hidden window."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.session_lock.watch import Reason

WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
PBT_APMSUSPEND = 0x4
# https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change
WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK = 0x2, 0x4, 0x6, 0x7
_GONE = frozenset({WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK})
_THIS_SESSION = 0


def reason_of(message: int, parameter: int) -> Reason | None:
    """Return why a window message asks for a lock, None when it does not."""
    if message == WM_WTSSESSION_CHANGE and parameter in _GONE:
        return Reason.SESSION
    if message == WM_POWERBROADCAST and parameter == PBT_APMSUSPEND:
        return Reason.SLEEP
    return None


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class WindowsWatch(QAbstractNativeEventFilter):
        """Registers a hidden window for session notices."""

        def __init__(self, request: Callable[[Reason], object]) -> None:
            super().__init__()
            self._request = request
            self._window = QWidget()
            self._handle = wintypes.HWND(int(self._window.winId()))
            self._wts = ctypes.WinDLL("wtsapi32", use_last_error=True)
            self._wts.WTSRegisterSessionNotification(self._handle, wintypes.DWORD(_THIS_SESSION))
            if (app := QCoreApplication.instance()) is not None:
                app.installNativeEventFilter(self)

        def nativeEventFilter(
            self, kind: QByteArray | bytes | bytearray | memoryview, message: int
        ) -> tuple[bool, int]:
            if bytes(QByteArray(kind).data()) in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
                found = wintypes.MSG.from_address(int(message))
                reason = reason_of(found.message, found.wParam)
                if reason is not None:
                    self._request(reason)
            return False, 0

        def stop(self) -> None:
            """Listen no more."""
            if (app := QCoreApplication.instance()) is not None:
                app.removeNativeEventFilter(self)
            self._wts.WTSUnRegisterSessionNotification(self._handle)
            self._window.deleteLater()
