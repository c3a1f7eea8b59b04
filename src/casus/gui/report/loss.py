# SPDX-License-Identifier: EUPL-1.2
"""The warning that exact numbers cost many figures, with what would cost fewer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from casus.gui.dates_text import number
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.reporting import ProtectedReport


class LossCard(Card):
    """Shown when a third of the figures that are not zero is left out.

    Signals:
        round_wanted: round instead.
        coarser_wanted: look at the tables that could be made coarser.
    """

    round_wanted = Signal()
    coarser_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label(wrap=True)
        self.add(self.words)
        self.round = button(self.tr("Rond af"), self.round_wanted.emit)
        self.coarser = button(self.tr("Minder fijn"), self.coarser_wanted.emit)
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        for one in (self.round, self.coarser):
            row.addWidget(one)
        row.addStretch(1)
        self.add(row)
        self.hide()

    def show_report(self, report: ProtectedReport) -> None:
        """Show what is lost, when it is much."""
        lost = report.lost
        words = self.tr(
            "Er valt veel weg: {0} van de {1} cijfers die niet nul zijn. Afronden of minder fijn uitsplitsen "
            "laat meer zien."
        )
        self.words.setText(words.format(number(lost.left_out), number(lost.of)))
        self.coarser.setVisible(bool(report.withheld))
        self.setVisible(lost.much)
