# SPDX-License-Identifier: EUPL-1.2
"""A monkey at the keyboard and the mouse: types, presses and clicks at random, the same for the same seed."""

import random
from collections import deque

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QWidget,
)

from casus.gui.shell import MainWindow

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
KEYS = (
    *[Key.Key_Tab] * 10, *[Key.Key_Space] * 5, *[Key.Key_Return] * 4, *[Key.Key_Escape] * 2, *[Key.Key_Down] * 3,
    Key.Key_Up, Key.Key_Left, Key.Key_Right, Key.Key_Backtab, Key.Key_Delete, Key.Key_F5, Key.Key_Home,
    Key.Key_End, Key.Key_PageDown,
)  # fmt: skip
TEXTS = (
    "jan", "7-3-25", "31-02", "gisteren", "12", "14:30", "<b>x", '"*NEAR', "0", "a@b.nl", "06-1234", "%", "'",
    "-5", "1-1-2030", "Overvecht", "zzz",
)  # fmt: skip
WIDGETS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTabBar)
ENDS_IT = ("Vergrendelen",)
"""Buttons that would end the game."""


class Monkey:
    """Plays with a window; `did` holds its last acts, to see what came before a fault."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self._window, self._dice = window, random.Random(seed)
        self.did: deque[tuple[str, ...]] = deque(maxlen=15)

    def play(self, steps: int) -> None:
        """Do so many things; a widget that went away under its hands is no fault."""
        for _ in range(steps):
            QApplication.processEvents()
            try:
                self._step()
            except RuntimeError as error:
                if "already deleted" not in str(error):
                    raise
            if self._dice.random() < 0.3:
                QTest.qWait(15)

    def _step(self) -> None:
        chance = self._dice.random()
        if chance < 0.5:
            self._press(self._dice.choice(KEYS))
        elif chance < 0.65:
            text = self._dice.choice(TEXTS)
            self.did.append(("type", text))
            QTest.keyClicks(self._target(), text)
        elif chance < 0.7:
            self._press(Key(Key.Key_0 + self._dice.randint(1, 9)), CTRL)
        elif chance < 0.76:
            self._press(Key.Key_Return, CTRL)
        elif chance < 0.78:
            self._press(self._dice.choice((Key.Key_K, Key.Key_F, Key.Key_B, Key.Key_N)), CTRL)
        elif chance < 0.8:
            self._press(Key.Key_Left, ALT)
        else:
            self._click()

    def _target(self) -> QWidget:
        modal = QApplication.activeModalWidget()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or modal or self._window

    def _press(self, key: Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        self.did.append(("press", key.name, modifier.name or "", type(self._target()).__name__))
        QTest.keyClick(self._target(), key, modifier)

    def _click(self) -> None:
        root = QApplication.activeModalWidget() or self._window
        found = [
            one for kind in WIDGETS for one in root.findChildren(kind) if one.isVisible() and one.isEnabled()
        ]
        found = [one for one in found if not (isinstance(one, QAbstractButton) and one.text() in ENDS_IT)]
        if not found:
            return
        widget = self._dice.choice(found)
        words = widget.text() if isinstance(widget, QAbstractButton) else widget.objectName()
        self.did.append(("click", type(widget).__name__, words))
        inside = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
        place = inside.rect().center()
        if isinstance(widget, QAbstractItemView | QTabBar):
            place = QPoint(self._below(inside.width()), self._below(inside.height()))
        twice = isinstance(widget, QAbstractItemView) and self._dice.random() < 0.5
        (QTest.mouseDClick if twice else QTest.mouseClick)(inside, LEFT, NONE, place)

    def _below(self, size: int) -> int:
        return self._dice.randrange(max(1, size))
