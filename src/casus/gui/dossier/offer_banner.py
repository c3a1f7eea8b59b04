# SPDX-License-Identifier: EUPL-1.2
"""While a case is offered to a colleague: to whom, since when, and how it is answered."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import day_month
from casus.gui.planning.offers import offer_acts
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, clear_layout
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label, show_if
from casus.services.desk import Desk
from casus.services.transfers import TransferRow


class OfferBanner(Card):
    """One line under the header of a dossier; away when nothing is offered."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        inside = theme().px(12)
        self.column.setContentsMargins(inside, theme().px(8), inside, theme().px(8))
        self.hide()

    def show_offer(self, offer: TransferRow | None, today: date) -> None:
        """Show an offer, or go away."""
        clear_layout(self.rows)
        show_if(self, offer is not None)
        if offer is None:
            return
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        said = self.tr("Aangeboden aan {0} op {1}").format(offer.to_name, day_month(offer.offered_on, today))
        self.setAccessibleName(said)
        words.addWidget(label(said, wrap=True))
        row.addWidget(Pill(self.tr("Overdracht"), "warn"))
        row.addLayout(words, 1)
        for text, run in offer_acts(self._shell, self._desk, offer, self):
            row.addWidget(button(text, run, kind="link"))
        self.add(line)
