# SPDX-License-Identifier: EUPL-1.2
"""Fields beside each other where there is room, else under each other."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class SideBySide(QWidget):
    """A container with a QHBoxLayout, drawn in a .ui file; it stands on end where it is too narrow."""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Return what it needs at least: the widest of its parts, as it may stand on end."""
        return QSize(max(self._needs(), default=0), super().minimumSizeHint().height())

    def _needs(self) -> list[int]:
        """Return how wide each part that is shown has to be."""
        layout = self.layout()
        count = layout.count() if layout is not None else 0
        items = [layout.itemAt(at) for at in range(count)] if layout is not None else []
        return [item.minimumSize().width() for item in items if item is not None and not item.isEmpty()]

    def _turn(self) -> None:
        layout = self.layout()
        if not isinstance(layout, QBoxLayout):
            return
        needs = self._needs()
        ways = QBoxLayout.Direction
        fits = sum(needs) + layout.spacing() * (len(needs) - 1) <= self.width()
        way = ways.LeftToRight if fits else ways.TopToBottom
        if layout.direction() is not way:
            layout.setDirection(way)
