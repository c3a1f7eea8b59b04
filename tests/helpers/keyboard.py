# SPDX-License-Identifier: EUPL-1.2
"""A user at the keyboard, and nothing else: typing, Tab, shortcuts, and waiting until the window is still."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from casus.gui.session import Session
from casus.gui.shell import MainWindow, Page
from casus.gui.widgets.field import Field
from casus.gui.widgets.form import Form
from casus.gui.widgets.panel import SidePanel

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
LONGEST_WAY = 150
PATIENCE_MS = 20_000


class User:
    """Whoever sits at an open vault."""

    def __init__(self, qtbot: QtBot, session: Session) -> None:
        self._qtbot, self.session = qtbot, session

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self.session.window

    @property
    def page(self) -> Page:
        """The page that is shown."""
        page = self.window.page()
        assert page is not None
        return page

    @property
    def panel(self) -> SidePanel:
        """The panel that is open."""
        panel = self.window.area.panel
        assert panel is not None, "no panel is open"
        return panel

    def open(self, key: str, record_id: str = "") -> Page:
        """Go to a page and wait for what it fetches."""
        self.window.open(key, record_id)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until nothing is under way."""
        QApplication.processEvents()
        self._qtbot.waitUntil(lambda: not self.session.tasks.busy, timeout=PATIENCE_MS)
        QTest.qWait(1)
        self._qtbot.waitUntil(lambda: not self.session.tasks.busy, timeout=PATIENCE_MS)

    def wait_until(self, there: Callable[[], bool]) -> None:
        """Wait for something that comes by itself."""
        self._qtbot.waitUntil(there, timeout=PATIENCE_MS)

    def hit(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key after which there may be no window to wait for."""
        QTest.keyClick(self.focus(), key, modifier)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the keyboard is, and wait for what comes of it."""
        QTest.keyClick(self.focus(), key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        """Type where the keyboard is; what no key gives is pasted."""
        if text.isascii():
            QTest.keyClicks(self.focus(), text)
            return
        QApplication.clipboard().setText(text)
        QTest.keyClick(self.focus(), Qt.Key.Key_V, CTRL)

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        focus = QApplication.focusWidget()
        return focus if focus is not None else self.window

    def tab_to(self, target: QWidget, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press Tab until the keyboard is in this widget."""
        for _ in range(LONGEST_WAY):
            here = QApplication.focusWidget()
            if here is not None and (here is target or target.isAncestorOf(here)):
                return
            QTest.keyClick(
                self.focus(), Qt.Key.Key_Backtab if modifier is SHIFT else Qt.Key.Key_Tab, modifier
            )
        raise AssertionError(f"Tab never reaches {type(target).__name__} {target.objectName()}")

    def fill(self, field: Field, text: str) -> None:
        """Go to a field and type this over what is in it."""
        self.tab_to(field)
        QTest.keyClick(self.focus(), Qt.Key.Key_A, CTRL)
        self.type(text)
        self.shut_popup()

    def shut_popup(self) -> None:
        """Leave the list that opens under a field while typing in it."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QAbstractItemView):
            QTest.keyClick(popup, Qt.Key.Key_Escape)
            self.window.activateWindow()  # without a display no one else gives the window its turn again
            self._qtbot.waitUntil(self.window.isActiveWindow)
            QTest.qWait(1)

    def push(self, button: QWidget) -> None:
        """Go to a button and press Space."""
        self.tab_to(button)
        self.press(Qt.Key.Key_Space)


def form_of(panel: SidePanel) -> Form:
    """Return the form of a panel."""
    form: Form = panel.form  # type: ignore[attr-defined]
    return form
