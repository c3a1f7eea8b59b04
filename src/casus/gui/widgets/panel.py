# SPDX-License-Identifier: EUPL-1.2
"""The panel at the right in which a form opens, so that what it is about stays readable beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button, icon_button
from casus.gui.widgets.containers import Banner, PageScroll
from casus.gui.widgets.pause import Pause
from casus.gui.widgets.text import hairline, label, show_if

WIDTH, WIDEST = 520, 760


class SidePanel(QFrame):
    """Title, form in a scroll area, Save (Ctrl+Enter) and Close (Esc). Closing keeps the draft.

    Without `save_text` there is nothing to save: no button, no draft.

    Signals:
        save_requested: the user wants it stored.
        closed: the panel is to go; the draft stays.
        discard_requested: the user wants to throw the draft away.
        going: it is being taken away, for whatever reason (going elsewhere, another panel, a lock).
    """

    save_requested = Signal()
    closed = Signal()
    discard_requested = Signal()
    going = Signal()

    def __init__(self, title: str, content: QWidget, *, save_text: str = "", subtitle: str = "") -> None:
        super().__init__()
        self.content = content
        self._busy = self._leaving = False
        self._pause = Pause()
        self._title = label(title, "section", wrap=True)
        self._subtitle = label(subtitle, tone="muted", wrap=True)
        show_if(self._subtitle, bool(subtitle))
        self._notice = Banner("")
        self._notice.hide()
        self._state = label(role="small", tone="muted", wrap=True)
        self._state.hide()
        self._save = button(save_text, self.save_requested.emit, kind="primary")
        self._discard = button(self.tr("Concept weggooien"), self.discard_requested.emit, kind="quiet")
        self._discard.hide()
        self.setAccessibleName(title)
        self._inside: QVBoxLayout
        self._scroll: PageScroll
        self._build()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys, self._save.click)
        self._shortcut("Esc", self._escape)

    def show_notice(self, text: str, tone: str = "danger") -> None:
        """Show a sentence above the form; "" takes it away."""
        self._notice.setVisible(bool(text))
        if text:
            self._notice.show_text(text, tone)

    def show_draft_state(self, text: str) -> None:
        """Tell quietly that the draft is kept, as in "Concept bewaard 14:03"."""
        self._state.setText(text)
        self._state.setVisible(bool(text))
        self._discard.setVisible(bool(text))

    def begin(self) -> bool:
        """Put the keyboard where it was in this form; False when there is no such place: then its first field."""
        return False

    def set_busy(self, busy: bool) -> None:
        """Keep a second click away while saving; a panel that was to go meanwhile goes afterwards."""
        if busy and not self._busy:
            self._pause = Pause(self._save)
        self._save.setEnabled(not busy)
        if not busy:
            self._pause.over()
        self._busy = busy
        if self._leaving and not busy:
            self.deleteLater()

    def leave(self) -> None:
        """Be taken away: tell, hide, and go as soon as nothing is being saved."""
        self.going.emit()
        self.hide()
        self._leaving = True
        if not self._busy:
            self.deleteLater()

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    @staticmethod
    def preferred_width() -> int:
        """Return the width the window gives it when there is room (ui.md: 480-560 at 100 %)."""
        return min(theme().px(WIDTH), WIDEST)

    def save_button(self) -> QWidget:
        """Return the button that saves."""
        return self._save

    def put_above(self, part: QWidget) -> None:
        """Put something above the form, under the notice."""
        self._inside.insertWidget(self._inside.indexOf(self.content), part)

    def put_under(self, part: QWidget) -> None:
        """Put something under the form, that scrolls with it."""
        self._inside.insertWidget(self._inside.indexOf(self.content) + 1, part)

    def put_below(self, part: QWidget) -> None:
        """Put something between the form and the foot, where it stays in view."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self._scroll) + 1, part)

    def show_top(self) -> None:
        """Bring what stands above the form into view, once it has its place."""
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(0))

    def add_action(self, action: QWidget) -> None:
        """Put a button beside Save; the state of the draft then has a line of its own above them."""
        if self._foot.indexOf(self._state) >= 0:
            self._foot.addStretch(1)
            self._above_foot.addWidget(self._state, 1)
            self._above_foot.addWidget(self._discard)
        self._foot.insertWidget(self._foot.count() - 1, action)

    def _build(self) -> None:
        """Put everything in its place; the form late, for with each new parent Qt styles all of it again."""
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(24), look.px(16), look.px(16), look.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        head.addLayout(words, 1)
        saves = bool(self._save.text())
        words_for = self.tr("Sluiten, concept blijft bewaard") if saves else self.tr("Sluiten")
        close = icon_button("x", words_for, self.closed.emit, shortcut="Esc")
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        body = QWidget()
        body.setProperty("ground", "none")
        inside = QVBoxLayout(body)
        inside.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(24))
        inside.setSpacing(look.px(16))
        column.addLayout(head)
        self._scroll = PageScroll(body)
        column.addWidget(self._scroll, 1)
        inside.addWidget(self._notice)
        inside.addWidget(self.content)
        self._inside = inside
        inside.addStretch(1)
        if saves:
            column.addWidget(hairline())
        self._build_foot(column, shown=saves)

    def _build_foot(self, column: QVBoxLayout, *, shown: bool) -> None:
        """Put Save, the way to throw a draft away and its state under the form."""
        look = theme()
        self._foot, self._above_foot = QHBoxLayout(), QHBoxLayout()
        if not shown:
            return
        self._foot.setSpacing(look.px(8))
        self._foot.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)  # as wide as its words, alone too
        self._foot.addWidget(self._discard)
        self._foot.addWidget(self._state, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(look.px(24), look.px(12), look.px(24), look.px(12))
        foot.setSpacing(look.px(4))
        foot.addLayout(self._above_foot)
        foot.addLayout(self._foot)
        column.addLayout(foot)

    def _escape(self) -> None:
        """Close the panel, or the list of suggestions over it."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.hide()
        else:
            self.closed.emit()

    def _shortcut(self, keys: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
