# SPDX-License-Identifier: EUPL-1.2
"""Ending an application in a test so that nothing of it is left when the process ends."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from casus.app import Application


def put_away(running: Application) -> None:
    """Lock and delete every window at once.

    What Python still holds when the process ends is destroyed by PySide in any order, now and then twice.
    """
    session = running.session
    if session is not None:
        session.lock("user")
        session.window.deleteLater()
        session.deleteLater()
    running.start_window.close()
    running.start_window.deleteLater()
    running.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
