# SPDX-License-Identifier: EUPL-1.2
"""The page and, beside it when a form is open, the panel; in a narrow window the panel takes it all."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget
from shiboken6 import isValid

from casus.gui.shell.first_stop import first_stop
from casus.gui.theme import theme
from casus.gui.widgets.panel import SidePanel

_PAGE_NEEDS = 400
"""A page narrower than this (pixels at 100 %) cannot be read beside a panel: then the panel takes it all."""


class PanelArea(QWidget):
    """Holds the stack of pages and at most one panel."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self.panel: SidePanel | None = None
        self._before: QWidget | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stack, 1)
        theme().changed.connect(self._fit)

    def open(self, panel: SidePanel) -> None:
        """Show a panel in place of any other, with the keyboard in its first field."""
        self.close()
        self._before = QApplication.focusWidget()
        self.panel = panel
        self._row.addWidget(panel)
        panel.show()
        self._fit()
        QTimer.singleShot(0, panel, lambda: _begin(panel))

    def take_focus(self) -> bool:
        """Put the keyboard in the panel; False when none is open."""
        if self.panel is not None:
            (first_stop(self.panel.content) or self.panel).setFocus(Qt.FocusReason.OtherFocusReason)
        return self.panel is not None

    def close(self) -> bool:
        """Take the panel away and give the keyboard back to where it was."""
        panel, self.panel = self.panel, None
        if panel is None:
            return False
        self._row.removeWidget(panel)
        panel.leave()
        self._fit()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.panel is None:
            self.stack.show()
            return
        width = self.panel.preferred_width()
        crowded = self.width() - width < theme().px(_PAGE_NEEDS)
        self.stack.setVisible(not crowded)
        self.panel.setFixedWidth(self.width() if crowded else width)


def _begin(panel: SidePanel) -> None:
    here = QApplication.focusWidget()
    inside = here is not None and panel.content.isAncestorOf(here)
    if not inside and not panel.begin() and (first := first_stop(panel.content)) is not None:
        first.setFocus()
