# SPDX-License-Identifier: EUPL-1.2
"""Lets Python collect garbage in the window's thread only, while there is a worker beside it.

Python's collector runs in whichever thread happens to allocate. When that is the worker, it destroys widgets
(with their timers) outside the thread they belong to, and Qt ends the program some time later.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer

INTERVAL_MS = 500
_FULL_EVERY = 120  # ticks: a full collection at most once a minute
SETTLED_AFTER = 20  # ticks since a worker started: what is there then mostly stays for good


class GarbageKeeper(QObject):
    """Collects by Python's own thresholds, from a timer; one per application.

    Most of what is in memory is there for good: classes, statements, catalogues, the window. Going through it
    all takes 160 ms [measured], in the middle of typing, to find some thousands of objects. So a while after a
    start what is left after collecting is set aside, and a full collection goes through what came since: 12 ms.
    """

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._holders = 0
        self._ticks = self._since_start = 0
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self.tick)

    def hold(self) -> None:
        """A worker starts: from now on only this thread collects."""
        self._holders += 1
        self._since_start = 0
        gc.disable()
        self._timer.start()

    def release(self) -> None:
        """A worker stopped: with the last one gone Python collects by itself again."""
        self._holders = max(0, self._holders - 1)
        if not self._holders:
            self._timer.stop()
            gc.enable()

    def tick(self) -> None:
        """Collect what is due."""
        self._ticks += 1
        self._since_start += 1
        if self._since_start == SETTLED_AFTER:
            gc.collect()
            gc.freeze()
            return
        counts, limits = gc.get_count(), gc.get_threshold()
        if counts[0] <= limits[0]:
            return
        if counts[2] > limits[2] and self._ticks >= _FULL_EVERY:
            self._ticks = 0
            gc.collect()
        else:
            gc.collect(1 if counts[1] > limits[1] else 0)


def garbage_keeper() -> GarbageKeeper | None:
    """Return the application's keeper, made on first use; None where there is no application."""
    app = QCoreApplication.instance()
    if app is None:
        return None
    found = app.findChild(GarbageKeeper, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, GarbageKeeper) else GarbageKeeper(app)
