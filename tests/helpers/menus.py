# SPDX-License-Identifier: EUPL-1.2
"""Choosing from the menu under a button, with the keys only."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from tests.helpers.keyboard import User

CHOSEN = "chosen"
_LOOKS_MS = 10
_LONGEST = 40
_PATIENCE = 1_000


def pick(user: User, button: QPushButton, *texts: str) -> None:
    """Go to a button, open its menu with Space, and press Down until this entry (one of these), then Enter.

    An open menu may hold the press that opened it, so a timer looks for it; how long it takes to come up does not
    matter.
    """
    user.tab_to(button)
    outcome: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            looking.stop()
            outcome.append(_choose(menu, texts))

    looking = QTimer(button)
    looking.timeout.connect(look)
    looking.start(_LOOKS_MS)
    QTest.keyClick(user.focus(), Qt.Key.Key_Space)
    for _ in range(_PATIENCE):
        if outcome:
            break
        QTest.qWait(_LOOKS_MS)
    looking.stop()
    assert outcome == [CHOSEN], outcome or "no menu opened"
    user.window.activateWindow()
    user.settle()


def _choose(menu: QMenu, texts: tuple[str, ...]) -> str:
    for _ in range(_LONGEST):
        action = menu.activeAction()
        if action is not None and action.text() in texts:
            QTest.keyClick(menu, Qt.Key.Key_Return)
            return CHOSEN
        QTest.keyClick(menu, Qt.Key.Key_Down)
    offered = [action.text() for action in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    return f"no {texts} in {offered}"
