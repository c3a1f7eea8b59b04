# SPDX-License-Identifier: EUPL-1.2
"""The keyboard goes along from page to page: into the one that opens, and back to where it was in the one before."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casus.gui.shell.page import Page
from casus.gui.shell.sidebar import Sidebar
from casus.gui.tasks import TaskRunner


class GoesAlong(QObject):
    """A keyboard that stood in the page that is left is not lost in the sidebar."""

    def __init__(self, window: QWidget, sidebar: Sidebar, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window, self._sidebar, self._tasks = window, sidebar, tasks
        self._left: dict[Page, QWidget] = {}
        self._goes = False

    def leave(self, page: Page | None) -> None:
        """Remember where in this page, about to be left, the keyboard is."""
        here = self._window.focusWidget()
        self._goes = page is not None and here is not None and page.isAncestorOf(here)
        if page is not None and here is not None and self._goes:
            self._left[page] = here

    def arrive(self, page: Page, *, back: bool) -> None:
        """Give the keyboard to this page, behind what it fetches: by then it has something that can take it."""
        if not self._goes:
            return
        self._sidebar.take_focus()  # Qt lets it go to whatever comes next
        waits_at = self._window.focusWidget()
        before = self._left.get(page) if back else None

        def give() -> None:
            moved = self._window.focusWidget() is not waits_at
            if moved or not isValid(page) or not page.isVisible():
                return
            lasts = before is not None and isValid(before) and before.isVisible()
            target = before if lasts else page.first_stop()
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)

        self._tasks.run(lambda: None, owner=self, done=lambda _: give())
