# SPDX-License-Identifier: EUPL-1.2
"""Lock, user switch and sleep notices of macOS, through Cocoa's notification centres."""

import sys
from collections.abc import Callable

from casus.gui.session_lock.watch import Reason

# Distributed notices that say that the screen is locked or covered.
LOCKED = ("com.apple.screenIsLocked", "com.apple.screensaver.didstart")
# Notices of the shared workspace.
ASLEEP = ("NSWorkspaceWillSleepNotification", "NSWorkspaceScreensDidSleepNotification")
SWITCHED = ("NSWorkspaceSessionDidResignActiveNotification",)


def reason_of(notice: str) -> Reason | None:
    """Return why a notice asks for a lock, None when it does not."""
    if notice in LOCKED or notice in SWITCHED:
        return Reason.SESSION
    return Reason.SLEEP if notice in ASLEEP else None


if sys.platform == "darwin":
    import objc
    from AppKit import NSWorkspace
    from Foundation import NSDistributedNotificationCenter, NSObject

    class _Observer(NSObject):  # type: ignore[misc]  # pyobjc has no types
        """Takes the notices; `request` is set by MacWatch."""

        @objc.python_method  # type: ignore[untyped-decorator]  # pyobjc has no types
        def bind(self, request: Callable[[Reason], object]) -> None:
            self._request = request

        def noticed_(self, notice: object) -> None:
            reason = reason_of(str(notice.name()))  # type: ignore[attr-defined]  # an NSNotification
            if reason is not None:
                self._request(reason)

    class MacWatch:
        """Listens to both notification centres."""

        def __init__(self, request: Callable[[Reason], object]) -> None:
            self._observer = _Observer.alloc().init()
            self._observer.bind(request)
            self._centres = (
                (NSDistributedNotificationCenter.defaultCenter(), LOCKED),
                (NSWorkspace.sharedWorkspace().notificationCenter(), (*ASLEEP, *SWITCHED)),
            )
            for centre, notices in self._centres:
                for notice in notices:
                    centre.addObserver_selector_name_object_(self._observer, b"noticed:", notice, None)

        def stop(self) -> None:
            """Listen no more."""
            for centre, _notices in self._centres:
                centre.removeObserver_(self._observer)
