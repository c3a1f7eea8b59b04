# SPDX-License-Identifier: EUPL-1.2
"""What the user sees first: the first window, and the first screen after unlocking."""

import time
from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from tests.bench.place import NOW, VAULT, Place
from tests.bench.tour import settle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from casus.app import Application


def empty_window(place: Place) -> float:
    """Return the milliseconds from the start of the process to the first paint of an empty window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    return until_painted(place, application, window, window.show)


def unlock_window(place: Place) -> float:
    """Return the milliseconds from the start of the process to the first paint of the unlock window."""
    running = new_application()
    return until_painted(
        place, running.app, running.start_window, lambda: running.start(place.folder / VAULT)
    )


def today_shown(place: Place) -> float:
    """Return the seconds from opening the vault (its key costs nothing here) to a first screen that has everything.

    What the application imports while the user types the password has been imported.
    """
    from casus import app
    from tests.bench.data import desk_of, open_vault

    running = new_application()
    app.preload().join()
    began = time.perf_counter()
    with closing(open_vault(place.folder)) as vault:
        running.open_desk(desk_of(vault))
        settle(running, rest=0)
        running.app.processEvents()  # what was filled is painted
        return time.perf_counter() - began


def new_application() -> "Application":
    """Return the application as `casus` makes it, with settings that are kept nowhere."""
    from casus import app
    from casus.domain.clock import FixedClock
    from casus.gui.settings import Settings

    return app.Application(app.application(), Settings(), clock=FixedClock(NOW), spawn=str)


def until_painted(
    place: Place, application: "QApplication", window: "QWidget", show: Callable[[], object]
) -> float:
    """Show a window, run until it has painted once, and return the milliseconds since the start."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    moments: list[float] = []

    class Watch(QObject):
        """Waits for the first paint; the moment counts when its event has been handled."""

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and not moments:
                moments.append(0.0)
                QTimer.singleShot(0, self.finish)
            return False

        def finish(self) -> None:
            moments[0] = place.since_start()
            application.quit()

    watch = Watch()
    window.installEventFilter(watch)
    show()
    application.exec()
    return moments[0]
