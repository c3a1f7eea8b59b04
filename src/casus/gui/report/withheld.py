# SPDX-License-Identifier: EUPL-1.2
"""The tables that stay here: each with its reason in words and, where something helps, a button to do it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, EmptyState, PageScroll, clear_layout
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label
from casus.services.reporting import Withheld


class WithheldList(QStackedWidget):
    """A card per table that stays.

    Signals:
        wanted: a `Withheld` whose proposal the user accepts.
        looked_at: whether it is in view; what would help is looked for only then.
    """

    wanted = Signal(object)
    looked_at = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._places: dict[str, int] = {}
        inside = QWidget()
        self.cards = QVBoxLayout(inside)
        self.cards.setContentsMargins(0, 0, theme().px(8), 0)
        self.cards.setSpacing(theme().px(12))
        self._scroll = PageScroll(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("Wat hier blijft, en waarom"))
        self.addWidget(
            EmptyState("check-circle", self.tr("Er blijft niets hier: alle tabellen kunnen naar buiten."))
        )
        self.addWidget(self._scroll)

    def show_withheld(self, withheld: Sequence[Withheld]) -> None:
        """Show these tables, and what would help each of them."""
        clear_layout(self.cards)
        self._places = {one.table.code: place for place, one in enumerate(withheld)}
        for one in withheld:
            self.cards.addWidget(self._card(one))
        self.cards.addStretch(1)
        self.setCurrentIndex(1 if withheld else 0)

    def show_remedy(self, one: Withheld) -> None:
        """Put the button on the card of this table."""
        item = self.cards.itemAt(self._places[one.table.code])
        if (old := item.widget() if item is not None else None) is not None:
            made = self._card(one)
            self.cards.replaceWidget(old, made)
            old.hide()
            old.deleteLater()
            line_up(made, made.findChildren(QPushButton))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.looked_at.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.looked_at.emit(False)

    def _card(self, one: Withheld) -> Card:
        card = Card()
        card.setAccessibleName(one.why.table)
        card.add(label(one.why.table, "strong", wrap=True))
        card.add(label(one.why.reason, wrap=True))
        if one.remedy is not None:
            row = QHBoxLayout()
            row.addWidget(button(one.why.proposal, lambda: self.wanted.emit(one), icon="arrows-in-simple"))
            row.addStretch(1)
            card.rows.addSpacing(theme().px(8))
            card.add(row)
        return card
