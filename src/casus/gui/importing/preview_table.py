# SPDX-License-Identifier: EUPL-1.2
"""How Casus reads the first lines of the file, as the columns are chosen now."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from casus.gui.dates_text import short_date
from casus.gui.icons import icon
from casus.gui.theme import theme
from casus.services.importing import Shown

_COLUMN = 150


class PreviewTable(QTableWidget):
    """A small table to look at; what cannot be read has a sign, and the reason as its tool tip and description."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Voorbeeld van de eerste regels"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self._cells: dict[tuple[int, int], Shown] = {}
        theme().changed.connect(self._fit)
        self._fit()

    def show_lines(
        self, names: Sequence[str], lines: Sequence[tuple[int, list[Shown]]], used: Sequence[bool]
    ) -> None:
        """Show the columns that are used, in the order of the file."""
        places = [at for at, one in enumerate(used) if one]
        self.setColumnCount(len(places))
        self.setRowCount(len(lines))
        self.setHorizontalHeaderLabels([names[at] for at in places])
        self.setVerticalHeaderLabels([str(number) for number, _ in lines])
        self._cells = {
            (row, column): cells[at]
            for row, (_, cells) in enumerate(lines)
            for column, at in enumerate(places)
        }
        self._fit()

    def wrong(self) -> list[str]:
        """Return the reasons shown, for what cannot be read."""
        items = [self.item(row, at) for row in range(self.rowCount()) for at in range(self.columnCount())]
        return [item.toolTip() for item in items if item is not None and item.toolTip()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        for place, shown in self._cells.items():
            self.setItem(*place, _item(shown))
        self.verticalHeader().setDefaultSectionSize(theme().px(32))
        self.horizontalHeader().setDefaultSectionSize(theme().px(_COLUMN))


def _item(shown: Shown) -> QTableWidgetItem:
    item = QTableWidgetItem(short_date(shown.text) if isinstance(shown.text, date) else shown.text)
    if shown.wrong:
        item.setIcon(icon("warning-circle", "danger"))
        item.setForeground(QColor(theme().color("danger")))
        item.setToolTip(shown.wrong)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, shown.wrong)
    return item
