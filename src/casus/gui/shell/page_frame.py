# SPDX-License-Identifier: EUPL-1.2
"""The place of a page in the window: as high as there is room, or higher when the page needs more."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from casus.gui.shell.page import Page


class PageFrame(QScrollArea):
    """Lets a page have the height of the window, and scrolls it when its letters are too large for that."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.page and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.viewport().size()
        self.page.resize(room.width(), max(room.height(), self._needed(room.width())))

    def _needed(self, width: int) -> int:
        layout = self.page.layout()
        if layout is not None and layout.hasHeightForWidth():
            return layout.minimumHeightForWidth(width)
        return self.page.minimumSizeHint().height()
