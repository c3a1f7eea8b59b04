# SPDX-License-Identifier: EUPL-1.2
"""Cards side by side, or under one another when there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.containers import Card

_LEAST_WIDTH = 310
_MOST_ALONE = 720


class CardColumns(QWidget):
    """Up to three columns of equal width."""

    def __init__(self, cards: list[Card], *, most: int = 3) -> None:
        super().__init__()
        self._cards, self._most = cards, most
        self._shown = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        self._grid.setSpacing(theme().px(24))
        for card in cards:  # as wide as the others, whatever stands in it
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._place(min(most, len(cards)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fitting = min(len(self._cards), self._most, self.width() // theme().px(_LEAST_WIDTH))
        if max(1, fitting) != self._shown:
            self._place(max(1, fitting))

    def _place(self, columns: int) -> None:
        self._shown = columns
        for at, card in enumerate(self._cards):
            card.setMaximumWidth(theme().px(_MOST_ALONE))
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(len(self._cards)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(len(self._cards), 1)
