# SPDX-License-Identifier: EUPL-1.2
"""Widths that follow the base size, also of what is on screen already."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casus.gui.theme.theme import theme


class _Width(QObject):
    """Gives its parent a fixed width, anew at every change of the base size."""

    def __init__(self, widget: QWidget, pixels: int) -> None:
        super().__init__(widget)
        self._widget, self._pixels = widget, pixels
        self._apply()
        theme().changed.connect(self._apply)

    def _apply(self) -> None:
        self._widget.setFixedWidth(theme().px(self._pixels))


def fix_width(widget: QWidget, pixels: int) -> None:
    """Give a widget a width in pixels at 100 %, for good."""
    _Width(widget, pixels)
