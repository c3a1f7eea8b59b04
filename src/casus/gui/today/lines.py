# SPDX-License-Identifier: EUPL-1.2
"""What stands in a card of Vandaag: a heading that opens its list, a line that opens what it names."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label

_TIME_WIDTH = 52
_LEAST = 60
_SPOT, _ABOUT = "spot", "about"


class LinkText(QPushButton):
    """A link of one line; what does not fit is left out at its end, and said in full to who asks."""

    def __init__(self, text: str, on_open: Callable[[], object], *, strong: bool = False) -> None:
        super().__init__(text.replace("&", "&&"))
        self._full = text
        self.setAutoDefault(False)
        self.setProperty("kind", "link")
        if strong:
            self.setProperty("role", "strong")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: on_open())

    def full_text(self) -> str:
        """Return the words, also those that do not fit."""
        return self._full

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._full) + theme().px(4)
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self._full if fits != self._full else "")
        if self.text() != (shown := fits.replace("&", "&&")):
            self.setText(shown)


class Line(QWidget):
    """Opens what it names when its words are pressed; `act` (words and what to do) is the one thing one does with it.

    `lead` (a time) stands before it on the same line of writing; `spot` is its name within the card, by which
    the keyboard finds it back when the card is filled anew; `about` the id of the case or person it is about, for
    what the keyboard may do with them (Ctrl+B).
    """

    def __init__(
        self,
        text: str,
        second: str,
        on_open: Callable[[], object] | None,
        *,
        lead: str = "",
        act: tuple[str, Callable[[], object]] | None = None,
        spot: str = "",
        about: str = "",
    ) -> None:
        super().__init__()
        look = theme()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(4), 0, look.px(4))
        grid.setHorizontalSpacing(look.px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        if lead:
            first = label(lead, tone="muted")
            fix_width(first, _TIME_WIDTH)
            grid.addWidget(first, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self.opener = LinkText(text, on_open) if on_open else label(text, wrap=True)
        self.opener.setProperty(_SPOT, spot)
        self.opener.setProperty(_ABOUT, about)
        grid.addWidget(self.opener, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        if second:
            grid.addWidget(label(second, "small", "muted", wrap=True), 1, 1)
        if act is not None:
            does = button(*act)
            does.setAccessibleName(f"{act[0]}: {text}")
            does.setProperty(_SPOT, f"{spot}!" if spot else "")
            does.setProperty(_ABOUT, about)
            grid.addWidget(does, 0, 2, 2, 1, Qt.AlignmentFlag.AlignVCenter)


class Heading(QWidget):
    """The name of a group with its number; opens the list that holds exactly what is counted."""

    def __init__(self, text: str, on_open: Callable[[], object], *, first: bool = False) -> None:
        super().__init__()
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0 if first else look.px(12), 0, 0)
        self.link = LinkText(text, on_open, strong=True)
        self.link.setProperty(_SPOT, text)
        column.addWidget(self.link)


def refill(card: Card, fill: Callable[[], None]) -> None:
    """Fill a card anew; the keyboard stays where it was in it, or goes to what has come in its place."""
    here = QApplication.focusWidget()
    inside = here is not None and card.isAncestorOf(here)
    stops = _stops(card)
    at = stops.index(here) if inside and isinstance(here, QPushButton) and here in stops else 0
    spot = here.property(_SPOT) if inside and here is not None else None
    card.clear()
    fill()
    if not inside:
        return
    for part in _parts(card):
        part.show()  # else it cannot take the keyboard yet
    fresh = _stops(card)
    same = [one for one in fresh if spot and one.property(_SPOT) == spot]
    target = same or fresh[at : at + 1] or fresh[-1:]
    if target:
        target[0].setFocus(Qt.FocusReason.OtherFocusReason)


def _parts(card: Card) -> list[QWidget]:
    items = [card.rows.itemAt(at) for at in range(card.rows.count())]
    parts = [item.widget() for item in items if item is not None]
    return [part for part in parts if part is not None]


def _stops(card: Card) -> list[QPushButton]:
    """Return what takes the keyboard in a card, from top to bottom."""
    found: list[QPushButton] = []
    for part in _parts(card):
        found += [part] if isinstance(part, QPushButton) else part.findChildren(QPushButton)
    return found
