# SPDX-License-Identifier: EUPL-1.2
"""Calm containers: a card, an empty state, a banner, a scroll area that keeps its width."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from casus.gui.icons import set_icon
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button, icon_button
from casus.gui.widgets.text import label, restyle, show_if

_SCROLL_ASKS = 120
_TONE_ICONS = {"neutral": "info", "ok": "check-circle", "warn": "warning", "danger": "warning-circle"}


class Card(QFrame):
    """A surface with a title; add rows with `add`."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = theme().px(16)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(inside, inside, inside, inside)
        self.column.setSpacing(theme().px(8))
        self.header = QHBoxLayout()
        self.header.setSpacing(theme().px(8))
        self.title = label(title, "section", wrap=True)
        self.header.addWidget(self.title, 1)
        if title:
            self.column.addLayout(self.header)
            self.setAccessibleName(title)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(theme().px(4))
        self.column.addLayout(self.rows)
        self.column.addStretch(1)

    def add(self, part: QWidget | QLayout) -> None:
        """Add a row at the end."""
        if isinstance(part, QWidget):
            self.rows.addWidget(part)
        else:
            self.rows.addLayout(part)

    def clear(self) -> None:
        """Take all rows away."""
        clear_layout(self.rows)


class EmptyState(QWidget):
    """What an empty list says: an icon, one sentence, at most one button, and a link under it."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme().px(12))
        column.addStretch(1)
        picture = label()
        set_icon(picture, icon, "muted", 40)
        self.sentence = label(sentence, tone="muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        self.action = button(action, on_action)
        show_if(self.action, bool(action))
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        self.other = button("", kind="link")
        self.other.hide()
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def offer(self, text: str, run: Callable[[], object]) -> None:
        """Add a second, quieter way out of emptiness under the button."""
        self.other.setText(text)
        self.other.clicked.connect(lambda _on=False: run())
        show_if(self.other, True)


class Banner(QFrame):
    """A notice across the page: icon, words, at most one action, and a way to close it.

    Signals:
        closed: the user closed it.
    """

    closed = Signal()

    def __init__(
        self,
        text: str,
        tone: str = "neutral",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        gap = theme().px(12)
        row = QHBoxLayout(self)
        row.setContentsMargins(gap, theme().px(8), theme().px(8), theme().px(8))
        row.setSpacing(gap)
        self._icon = label()
        self._words = label(wrap=True)
        self._action = button(action, on_action, kind="link")
        show_if(self._action, bool(action))
        self._close = icon_button("x", self.tr("Melding sluiten"), self.close_banner)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.show_text(text, tone)

    def show_text(self, text: str, tone: str = "neutral") -> None:
        """Show other words in the same place."""
        restyle(self, "tone", tone)
        set_icon(self._icon, _TONE_ICONS[tone], "text" if tone == "neutral" else tone)
        self._words.setText(text)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the words shown."""
        return self._words.text()

    def set_closable(self, closable: bool) -> None:
        """Keep the banner until its cause is gone."""
        self._close.setVisible(closable)

    def close_banner(self) -> None:
        """Hide it and tell."""
        self.hide()
        self.closed.emit()


class PageScroll(QScrollArea):
    """A vertical scroll area whose content takes the width it gets."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Ask for little: it takes what is left, and what does not fit is scrolled here and not around it."""
        return QSize(super().sizeHint().width(), theme().px(_SCROLL_ASKS))


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear_layout(inner)
