# SPDX-License-Identifier: EUPL-1.2
"""A calm section of the page: a card with rows of words and a button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import hairline, label, show_if


class Row(QWidget):
    """What something is, how it stands, and at most one thing to do about it."""

    def __init__(
        self, title: str, words: str, action: str = "", run: Callable[[], object] | None = None
    ) -> None:
        super().__init__()
        look = theme()
        self.title: QLabel = label(title, "strong", wrap=True)
        self.words: QLabel = label(words, tone="muted", wrap=True)
        show_if(self.words, bool(words))
        text = QVBoxLayout()
        text.setSpacing(look.px(2))
        text.addWidget(self.title)
        text.addWidget(self.words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, look.px(6), 0, look.px(6))
        line.setSpacing(look.px(16))
        line.addLayout(text, 1)
        self.button: QPushButton = button(action, run)
        show_if(self.button, bool(action))
        self.button.setAccessibleDescription(title)
        line.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """Change how it stands."""
        self.words.setText(words)
        self.words.setVisible(bool(words))


class Section(Card):
    """A card whose rows are parted by hairlines."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._rows = 0

    def add_row(self, row: QWidget) -> None:
        """Add a row, with a line above it unless it is the first."""
        if self._rows:
            self.add(hairline())
        self.add(row)
        self._rows += 1

    def clear_rows(self) -> None:
        """Take all rows away."""
        self.clear()
        self._rows = 0
