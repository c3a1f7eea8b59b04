# SPDX-License-Identifier: EUPL-1.2
"""Keeps a button from a second press while its work runs, without the keyboard getting lost meanwhile."""

from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class Pause:
    """Disables parts of a window until it is `over`: whichever had the keyboard gets it back then.

    Qt hands the keyboard of a disabled widget to the next one, which may be in the navigation: after a count of ten
    seconds one would begin again at the other side of the window.
    """

    def __init__(self, *parts: QWidget) -> None:
        here = QApplication.focusWidget()
        inside = here is not None and any(part is here or part.isAncestorOf(here) for part in parts)
        self._had = here if inside else None
        self._parts = parts
        for part in parts:
            part.setEnabled(False)
        self._waits_at = QApplication.focusWidget()

    def over(self) -> bool:
        """Enable the parts; True when the keyboard came back, for it was left where Qt had put it."""
        for part in self._parts:
            part.setEnabled(True)
        back, self._had, self._parts = self._had, None, ()
        if back is None or not isValid(back) or QApplication.focusWidget() is not self._waits_at:
            return False
        back.setFocus()
        return True
