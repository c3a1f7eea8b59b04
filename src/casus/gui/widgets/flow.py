# SPDX-License-Identifier: EUPL-1.2
"""A box that puts its widgets in lines and wraps them like words.

Not a QLayout: PySide 6.12 on Python 3.11 loses a reference to None each time a layout written in Python
returns it from `itemAt`, and Qt asks that all the time, until the interpreter dies.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casus.gui.theme import theme

_REMEASURED = frozenset({QEvent.Type.Show, QEvent.Type.StyleChange, QEvent.Type.FontChange})


class FlowBox(QWidget):
    """Left to right, then the next line; height follows width."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6) -> None:
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._measured: list[tuple[QWidget, QSize]] | None = None
        self._gap = gap
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Add a widget at the end."""
        part.setParent(self)
        self._parts.append(part)
        part.show()
        self._changed()

    def drop(self, part: QWidget) -> None:
        """Take a widget out and let it go."""
        self._parts.remove(part)
        part.hide()
        part.deleteLater()
        self._changed()

    def parts(self) -> tuple[QWidget, ...]:
        """Return the widgets in their order."""
        return tuple(self._parts)

    def event(self, event: QEvent) -> bool:
        if event.type() in _REMEASURED:
            self._measured = None
        if event.type() is QEvent.Type.LayoutRequest:
            self._changed()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), place=True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(width, place=False)

    def sizeHint(self) -> QSize:
        sizes = [size for _part, size in self._sizes()]
        width = sum(size.width() for size in sizes) + theme().px(self._gap) * max(0, len(sizes) - 1)
        return QSize(width, self._arrange(max(self.width(), 1), place=False) if self.isVisible() else 0)

    def minimumSizeHint(self) -> QSize:
        widest = max((part.minimumSizeHint().width() for part in self._shown()), default=0)
        tallest = max((size.height() for _part, size in self._sizes()), default=0)
        return QSize(widest, tallest)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _sizes(self) -> list[tuple[QWidget, QSize]]:
        """Return the parts shown with the size each wants; on screen, until one asks for a new layout."""
        if self._measured is not None:
            return self._measured
        sizes = [(part, part.sizeHint()) for part in self._shown()]
        if self.isVisible():
            self._measured = sizes
        return sizes

    def _changed(self) -> None:
        self._measured = None
        self.updateGeometry()
        self._arrange(self.width(), place=True)

    def _arrange(self, width: int, *, place: bool) -> int:
        gap = theme().px(self._gap)
        y = 0
        for line in self._lines(width, gap):
            height = max(size.height() for _, _, size in line)
            for part, x, size in line if place else ():
                part.setGeometry(QRect(QPoint(x, y + (height - size.height()) // 2), size))
            y += height + gap
        return max(0, y - gap)

    def _lines(self, width: int, gap: int) -> list[list[tuple[QWidget, int, QSize]]]:
        """Return the lines; of each part its left edge and size."""
        lines: list[list[tuple[QWidget, int, QSize]]] = []
        x = 0
        for part, wanted in self._sizes():
            size = QSize(min(wanted.width(), max(width, 1)), wanted.height())
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((part, x, size))
            x += size.width() + gap
        return lines
