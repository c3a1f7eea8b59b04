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
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def _shown(self) -> list[QWidget]:
        layout = self.layout()
        count = layout.count() if layout is not None else 0
        items = [layout.itemAt(at) for at in range(count)] if layout is not None else []
        parts = [item.widget() for item in items if item is not None]
        return [part for part in parts if part is not None and not part.isHidden()]

    def _turn(self) -> None:
        layout = self.layout()
        if not isinstance(layout, QBoxLayout):
            return
        shown = self._shown()
        needed = sum(part.minimumSizeHint().width() for part in shown) + layout.spacing() * (len(shown) - 1)
        ways = QBoxLayout.Direction
        way = ways.LeftToRight if needed <= self.width() else ways.TopToBottom
        if layout.direction() is not way:
            layout.setDirection(way)
