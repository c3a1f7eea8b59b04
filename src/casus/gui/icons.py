# SPDX-License-Identifier: EUPL-1.2
"""Phosphor icons in the colours of the theme, loaded on first use and re-coloured on a switch."""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from casus.gui.theme import theme

SIZE = 18
_FONT, _CHARMAP = "phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json"


class _IconFont(Protocol):
    def icon(self, name: str, **options: object) -> QIcon: ...


@cache
def _font() -> _IconFont:
    """Load the one family we use: qtawesome's own loader would read all twelve."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome")
    from qtawesome.iconic_font import IconicFont

    made: _IconFont = IconicFont(("ph", _FONT, _CHARMAP, str(Path(spec.origin).parent / "fonts")))
    return made


@cache
def names() -> frozenset[str]:
    """Return the names of all icons of the family."""
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("qtawesome")
    charmap = Path(spec.origin).parent / "fonts" / _CHARMAP
    return frozenset(json.loads(charmap.read_text(encoding="utf-8")))


def icon(name: str, ink: str = "text") -> QIcon:
    """Return a Phosphor icon (`house`, `lock-simple`, ...) in the colour of a token.

    An unknown name raises KeyError here: left to the painting it ends the program.
    """
    if name not in names():
        raise KeyError(name)
    tokens = theme().tokens
    return _font().icon(f"ph.{name}", color=getattr(tokens, ink), color_disabled=tokens.control)


def pixmap(name: str, ink: str = "text", size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture, `size` pixels at 100 % and `ratio` device pixels per pixel."""
    side = theme().px(size)
    return icon(name, ink).pixmap(QSize(side, side), ratio)


class _IconKeeper(QObject):
    """Keeps one widget's icon in the theme's colours for as long as the widget lives."""

    def __init__(self, widget: QAbstractButton | QLabel, name: str, ink: str, size: int) -> None:
        super().__init__(widget)
        self._widget = widget
        self._size = size
        self.setObjectName("iconKeeper")
        self.name, self.ink = name, ink
        theme().changed.connect(self.paint)

    def paint(self) -> None:
        """Draw the icon in the colours and size of now."""
        if isinstance(self._widget, QLabel):
            ratio = self._widget.devicePixelRatioF()
            self._widget.setPixmap(pixmap(self.name, self.ink, self._size, ratio))
            return
        side = theme().px(self._size)
        self._widget.setIcon(icon(self.name, self.ink))
        self._widget.setIconSize(QSize(side, side))


def set_icon(widget: QAbstractButton | QLabel, name: str, ink: str = "text", size: int = SIZE) -> None:
    """Give a button or label an icon that follows the theme; call again to change it."""
    keeper = widget.findChild(_IconKeeper, "iconKeeper")
    if isinstance(keeper, _IconKeeper):
        keeper.name, keeper.ink = name, ink
    else:
        keeper = _IconKeeper(widget, name, ink, size)
    keeper.paint()


def set_line_icon(edit: QLineEdit, name: str) -> None:
    """Give the one action inside a line edit this icon, muted.

    The action is asked for anew: a wrapper that is kept dies with any wrapper of Qt's own button around it
    (PySide6 6.12.0).
    """
    for action in edit.actions():
        action.setIcon(icon(name, "muted"))
