# SPDX-License-Identifier: EUPL-1.2
"""How long ago someone touched keyboard or mouse, and whether the clock jumped (security.md 5.3)."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

TICK_MS = 1_000

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Counts by the monotonic clock; the wall clock only shows that the computer slept.

    It looks at what reaches the windows of the system, where every touch comes in. Looking at every event of
    every widget would slow the whole program down by half [measured].

    Signals:
        expired: nobody touched anything for `seconds`.
        jumped: the wall clock moved by more than `seconds` against the monotonic one.
    """

    expired = Signal()
    jumped = Signal()

    def __init__(
        self,
        seconds: float,
        *,
        monotonic: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self._monotonic, self._wall = monotonic, wall
        self._running = False
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._next_second)
        self._last = self._tick = self._tick_wall = 0.0

    def start(self, app: QApplication) -> None:
        """Begin counting from now."""
        self._last = self._tick = self._monotonic()
        self._tick_wall = self._wall()
        if not self._running:
            self._running = True
            self.listen(app)
            self._timer.start()

    def stop(self, app: QApplication) -> None:
        """Stop counting."""
        self._running = False
        for window in app.topLevelWindows():
            window.removeEventFilter(self)
        self._timer.stop()

    def listen(self, app: QApplication) -> None:
        """Look at every window there is now; called every second, for dialogs and menus come and go."""
        for window in app.topLevelWindows():
            window.installEventFilter(self)

    def check(self) -> None:
        """Compare with both clocks; called every second and at each touch."""
        now, wall = self._monotonic(), self._wall()
        drift = abs((wall - self._tick_wall) - (now - self._tick))
        self._tick, self._tick_wall = now, wall
        if not self._running:
            return
        if drift > self.seconds:
            self.jumped.emit()
        elif now - self._last >= self.seconds:
            self.expired.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self.touched()
        return False

    def touched(self) -> None:
        """Someone is there. The first touch after a long sleep comes too late and still locks."""
        now = self._monotonic()
        if now - self._last >= self.seconds:
            self.check()
        self._last = now

    def _next_second(self) -> None:
        app = QApplication.instance()
        if self._running and isinstance(app, QApplication):
            self.listen(app)
        self.check()
