# SPDX-License-Identifier: EUPL-1.2
"""What the user changed to let more leave, with the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import label
from casus.services.reporting import ProtectedReport


class AdjustedRow(QWidget):
    """One line that says which tables were made coarser.

    Signals:
        undo_wanted: count again as it was.
    """

    undo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label(role="small", tone="muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(button(self.tr("Zet terug"), self.undo_wanted.emit, kind="link"))
        self.hide()

    def show_report(self, report: ProtectedReport) -> None:
        """Show what was changed; nothing when nothing was."""
        self.words.setText(self.tr("Aangepast: {0}").format("; ".join(report.adjusted)))
        self.setVisible(bool(report.adjusted))
