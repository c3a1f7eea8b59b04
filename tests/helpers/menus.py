# SPDX-License-Identifier: EUPL-1.2
"""Choosing from the menu under a button, with the keys only."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.helpers.keyboard import User

CHOSEN = "chosen"
_OPENS_MS = 40
_LONGEST = 40
_PATIENCE = 300


def pick(user: User, button: QPushButton, text: str) -> None:
    """Go to a button, open its menu with Space, and press Down until this entry, then Enter."""
    user.tab_to(button)
    outcome: list[str] = []
    QTimer.singleShot(_OPENS_MS, lambda: outcome.append(_choose(text)))
    QTest.keyClick(user.focus(), Qt.Key.Key_Space)
    for _ in range(_PATIENCE):
        if outcome:
            break
        QTest.qWait(10)
    assert outcome == [CHOSEN]
    user.window.activateWindow()
    user.settle()


def _choose(text: str) -> str:
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return "no menu opened"
    for _ in range(_LONGEST):
        action = menu.activeAction()
        if action is not None and action.text() == text:
            QTest.keyClick(menu, Qt.Key.Key_Return)
            return CHOSEN
        QTest.keyClick(menu, Qt.Key.Key_Down)
    offered = [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    return f"no {text!r} in {offered}"
