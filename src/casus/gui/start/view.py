# SPDX-License-Identifier: EUPL-1.2
"""One thing at a time: what every step of the start window has in common."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.text import label, show_if

Act = Callable[[], object]
_PICTURE = 40


class View(QWidget):
    """Title, a sentence, a problem if there is one, the form, a quiet bar, and the buttons.

    Enter does the primary act, Escape goes back. Subclasses fill `self.body` and call `set_primary`.
    """

    def __init__(self, title: str, purpose: str = "") -> None:
        super().__init__()
        look = theme()
        self._picture = label()
        self._picture.hide()
        self._title = label(title, "title", wrap=True)
        self._purpose = label(purpose, tone="muted", wrap=True)
        show_if(self._purpose, bool(purpose))
        self._problems = QVBoxLayout()
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(16))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self._doing = label(role="small", tone="muted", wrap=True)
        self._doing.hide()
        self._foot = QHBoxLayout()
        self._foot.setSpacing(look.px(8))
        self._foot.addStretch(1)
        self.primary: QPushButton | None = None
        self._back: Act | None = None
        self._busy = False
        self.setAccessibleName(title)
        self._lay_out()

    @property
    def busy(self) -> bool:
        """Whether something is under way that the user waits for."""
        return self._busy

    def set_primary(self, text: str, run: Act) -> QPushButton:
        """Add the one button that goes on; Enter does the same."""
        self.primary = button(text, run, kind="primary")
        self._foot.addWidget(self.primary)
        return self.primary

    def set_back(self, text: str, run: Act) -> QPushButton:
        """Add the button that goes back; Escape does the same."""
        made = button(text, run, kind="quiet")
        self._foot.insertWidget(0, made)
        self._back = run
        return made

    def set_busy(self, words: str) -> None:
        """Say what is being done and take no input; "" ends it."""
        self._busy = bool(words)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(words)
        self._bar.setVisible(self._busy)
        self._doing.setText(words)
        self._doing.setVisible(self._busy)
        if self.primary is not None:
            self.primary.setEnabled(not self._busy)
        if words:
            speak(self, words)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)

    def show_problem(self, text: str, tone: str = "danger", action: str = "", run: Act | None = None) -> None:
        """Show a sentence above the form, with at most one thing to do about it; "" takes it away."""
        from casus.gui.widgets.containers import (
            Banner,
            clear_layout,
        )  # loads the icons: not before first paint

        clear_layout(self._problems)
        if text:
            banner = Banner(text, tone, action, run)
            banner.set_closable(False)
            self._problems.addWidget(banner)
            speak(self, text)

    def problem(self) -> str:
        """Return the sentence above the form, or ""."""
        item = self._problems.itemAt(0)
        banner = item.widget() if item is not None else None
        return banner.accessibleName() if banner is not None else ""

    def keep_picture(self) -> None:
        """Keep room above the title for a picture; `show_picture` fills it once the icons may load."""
        side = theme().px(_PICTURE)
        self._picture.setFixedSize(side, side)
        self._picture.show()

    def show_picture(self, name: str) -> None:
        """Show a picture above the title."""
        from casus.gui.icons import set_icon

        set_icon(self._picture, name, "accent", _PICTURE)

    def begin(self) -> None:
        """Called once the view is on screen: put the keyboard where it belongs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            target = focused if isinstance(focused, QPushButton) and focused.hasFocus() else self.primary
            if target is not None:
                target.click()
        elif event.key() == Qt.Key.Key_Escape and self._back is not None:
            self._back()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._picture)
        column.addWidget(self._title)
        column.addWidget(self._purpose)
        column.addLayout(self._problems)
        column.addSpacing(look.px(12))
        column.addLayout(self.body)
        column.addSpacing(look.px(12))
        column.addWidget(self._bar)
        column.addWidget(self._doing)
        column.addSpacing(look.px(4))
        column.addLayout(self._foot)
