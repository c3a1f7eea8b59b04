# SPDX-License-Identifier: EUPL-1.2
"""The bar above the page: search or command, and the lock."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit

from casus.gui.icons import icon, set_line_icon
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button, icon_button

COMMANDS = ">"
"""Typed first in the search field, it asks for commands alone: the palette (Ctrl+Shift+P)."""


class SearchEdit(QLineEdit):
    """The search field; Esc empties it and goes back, Down goes into the results.

    Signals:
        down_pressed: the user goes to the results.
        left: the user is done searching.
    """

    down_pressed = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """Back, forward, search, lock.

    Signals:
        searched: the text typed, at every change.
        submitted: Enter in the search field: the text.
        lock_clicked, back_clicked, forward_clicked: the buttons.
    """

    searched = Signal(str)
    submitted = Signal(str)
    lock_clicked = Signal()
    back_clicked = Signal()
    forward_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        look = theme()
        self.back = icon_button("arrow-left", self.tr("Terug"), self.back_clicked.emit, shortcut="Alt+Left")
        self.forward = icon_button(
            "arrow-right", self.tr("Vooruit"), self.forward_clicked.emit, shortcut="Alt+Right"
        )
        self.search = SearchEdit()
        self.search.setPlaceholderText(self.tr("Zoeken of opdracht…  (Ctrl+K)"))
        self.search.setAccessibleName(self.tr("Zoeken of opdracht"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self.search.addAction(icon("magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textEdited.connect(self.searched)
        self.search.returnPressed.connect(lambda: self.submitted.emit(self.search.text().strip()))
        self.lock = button(self.tr("Vergrendelen"), self.lock_clicked.emit, kind="quiet", icon="lock-simple")
        self.lock.setToolTip(self.tr("Kluis vergrendelen (Ctrl+L)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), look.px(8), look.px(16), look.px(8))
        row.setSpacing(look.px(4))
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addSpacing(look.px(8))
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self.lock)
        theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.search.setMaximumWidth(theme().px(560))
        set_line_icon(self.search, "magnifying-glass")
