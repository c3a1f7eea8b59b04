# SPDX-License-Identifier: EUPL-1.2
"""Start-up: from asking for the process to the first painted window."""

from typing import TYPE_CHECKING

from tests.bench.place import Place

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget


def empty_window(place: Place) -> float:
    """Return the milliseconds to the first paint of a window with nothing in it."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    return until_painted(place, application, window)


def until_painted(place: Place, application: "QApplication", window: "QWidget") -> float:
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
    window.show()
    application.exec()
    return moments[0]
