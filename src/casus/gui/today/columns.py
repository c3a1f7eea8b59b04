# SPDX-License-Identifier: EUPL-1.2
"""Cards side by side, or under one another when there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.containers import Card

_LEAST_WIDTH = 330


class CardColumns(QWidget):
    """Up to three columns of equal width."""

    def __init__(self, cards: list[Card]) -> None:
        super().__init__()
        self._cards = cards
        self._shown = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        self._grid.setSpacing(theme().px(24))
        self._place(len(cards))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = max(1, min(len(self._cards), self.width() // theme().px(_LEAST_WIDTH)))
        if fitting != self._shown:
            self._place(fitting)

    def _place(self, columns: int) -> None:
        self._shown = columns
        for at, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(len(self._cards), 1)
