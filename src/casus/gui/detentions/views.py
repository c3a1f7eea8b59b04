# SPDX-License-Identifier: EUPL-1.2
"""The three ways to look at detention, side by side above each of them: list, releases, conditions."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QShowEvent

from casus.gui.shell import Page, Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.segments import SegmentBar

LIST, RELEASES, CONDITIONS = "detentie", "vrijlatingen", "voorwaarden"


class ViewBar(SegmentBar):
    """Goes to one of the three pages; the keyboard stays on the bar."""

    def __init__(self, shell: Shell, here: str) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.setAccessibleName(translate("DetentionsPage", "Weergave"))
        self.set_choices(
            [
                Choice(LIST, translate("DetentionsPage", "Lijst")),
                Choice(RELEASES, translate("DetentionsPage", "Vrijlatingen")),
                Choice(CONDITIONS, translate("DetentionsPage", "Voorwaarden")),
            ]
        )
        self.set_code(here)
        self._shell, self._here = shell, here
        self.chosen.connect(self._go)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._come_back)

    def _come_back(self) -> None:
        """Stand at the view that is shown: Qt remembers the option that led away."""
        self.set_code(self._here)
        if any(one.hasFocus() for one in self.buttons()):
            self.take_focus()

    def _go(self, key: str) -> None:
        if key == self._here:
            return
        self.set_code(self._here)
        self._shell.open(key)
        page = self._shell.page(key)
        bar = page.findChild(ViewBar) if page is not None else None
        if bar is not None:
            QTimer.singleShot(0, bar, bar.take_focus)  # Qt first puts the keyboard on the option just left


def add_views(page: Page, here: str) -> ViewBar:
    """Put the bar above the list of a page."""
    bar = ViewBar(page.shell, here)
    page.body.insertWidget(0, bar)
    return bar
