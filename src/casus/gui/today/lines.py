# SPDX-License-Identifier: EUPL-1.2
"""One line of a card on Vandaag: words, a muted second line, and at most one button."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import label

_TIME_WIDTH = 52


class Line(QWidget):
    """Opens what it names when its words are pressed; the button does the one thing one does with it."""

    def __init__(
        self,
        text: str,
        second: str,
        on_open: Callable[[], object] | None,
        *,
        lead: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(8))
        if lead:
            first = label(lead, tone="muted")
            first.setFixedWidth(look.px(_TIME_WIDTH))
            row.addWidget(first)
        words = QVBoxLayout()
        words.setSpacing(0)
        opener = button(text.replace("&", "&&"), on_open, kind="link") if on_open else label(text, wrap=True)
        words.addWidget(opener)
        if second:
            words.addWidget(label(second, "small", "muted", wrap=True))
        row.addLayout(words, 1)
        if action:
            does = button(action, on_action)
            does.setAccessibleName(f"{action}: {text}")
            row.addWidget(does)
