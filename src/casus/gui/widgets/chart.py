# SPDX-License-Identifier: EUPL-1.2
"""Horizontal bars, with the same figures as a table one key away."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casus.gui.theme import theme
from casus.gui.theme.fonts import tabular
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import label

_ROW, _BAR, _GAP = 28, 14, 12


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` sets the length; `text` is what is read ("45", "niet vrijgegeven")."""

    label: str
    value: float
    text: str


class _Bars(QWidget):
    """The painted bars."""

    def __init__(self) -> None:
        super().__init__()
        self._bars: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        self._bars = bars
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(320), max(1, len(self._bars)) * look.px(_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, figures = QFontMetrics(look.font()), QFontMetrics(tabular(look.font("strong")))
        left = min(
            2 + max((words.horizontalAdvance(bar.label) for bar in self._bars), default=0),
            self.width() * 2 // 5,
        )
        right = max((figures.horizontalAdvance(bar.text) for bar in self._bars), default=0)
        room = max(1, self.width() - left - right - 2 * look.px(_GAP))
        longest = max((bar.value for bar in self._bars), default=0) or 1
        for at, bar in enumerate(self._bars):
            row = QRect(0, at * look.px(_ROW), self.width(), look.px(_ROW))
            self._paint_row(painter, row, bar, left, room * bar.value / longest)

    @staticmethod
    def _paint_row(painter: QPainter, row: QRect, bar: Bar, left: int, length: float) -> None:
        look = theme()
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font())
        painter.setPen(look.color("text"))
        shown = QFontMetrics(look.font()).elidedText(bar.label, Qt.TextElideMode.ElideRight, left)
        painter.drawText(QRect(0, row.top(), left, row.height()), middle, shown)
        start = left + look.px(_GAP)
        height = look.px(_BAR)
        top = row.center().y() - height / 2 + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        if length > 0:
            painter.drawRoundedRect(QRectF(start, top, max(length, 2), height), 3, 3)
        painter.setFont(tabular(look.font("strong")))
        painter.setPen(look.color("text"))
        after = round(start + length) + look.px(8)
        painter.drawText(QRect(after, row.top(), row.width() - after, row.height()), middle, bar.text)


class BarChart(QWidget):
    """A titled bar chart that can be read as a table."""

    def __init__(self, title: str, column: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(title, "strong", wrap=True)
        self._bars = _Bars()
        self._bars.setAccessibleName(title)
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(title)
        self.table.setHorizontalHeaderLabels([title, column or self.tr("Aantal")])
        self._build_table()
        self._switch = button(self.tr("Toon als tabel"), self.switch, kind="link")
        self._switch.setAccessibleName(self.tr("{0}: toon als tabel").format(title))
        self.table.hide()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._switch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._bars)
        layout.addWidget(self.table)

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show these bars, in this order."""
        self._bars.show_bars(bars)
        self._bars.setAccessibleDescription("; ".join(f"{bar.label}: {bar.text}" for bar in bars))
        self.table.setRowCount(len(bars))
        for at, bar in enumerate(bars):
            figure = QTableWidgetItem(bar.text)
            figure.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.table.setItem(at, 0, QTableWidgetItem(bar.label))
            self.table.setItem(at, 1, figure)
        self.table.setMinimumHeight(theme().px(36) * (min(len(bars), 8) + 1) + 4)

    def switch(self) -> None:
        """Show the table instead of the bars, or the bars again."""
        table = self.table.isHidden()
        self.table.setVisible(table)
        self._bars.setVisible(not table)
        self._switch.setText(self.tr("Toon als staven") if table else self.tr("Toon als tabel"))

    def _build_table(self) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme().px(36))
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
