# SPDX-License-Identifier: EUPL-1.2
"""A card with lines that are made when they are asked for: 500 colleagues show as quickly as five."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import hairline

AT_ONCE = 100


class LongCard(Card):
    """A title and lines, the first hundred at once, the next by a button under them."""

    def __init__(self, title: str, makers: Sequence[Callable[[], QWidget]]) -> None:
        super().__init__(title)
        self._makers, self._shown = makers, 0
        self.more = button(self.tr("Toon meer"), self.show_more, kind="link")
        self.show_more()
        self.column.insertWidget(2, self.more)

    def show_more(self) -> None:
        """Show the next lines."""
        for make in self._makers[self._shown : self._shown + AT_ONCE]:
            if self._shown:
                self.add(hairline())
            self.add(make())
            self._shown += 1
        self.more.setVisible(self._shown < len(self._makers))
