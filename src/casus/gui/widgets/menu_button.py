# SPDX-License-Identifier: EUPL-1.2
"""A quiet button with a menu of what is done less often."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QPushButton

from casus.gui.widgets.buttons import button


def menu_button(entries: Sequence[tuple[str, Callable[[], object]]], about: str = "") -> QPushButton:
    """Return a button "Meer" with these entries; `about` completes its name where there are several."""
    made = button(QCoreApplication.translate("MenuButton", "Meer"), None, kind="quiet")
    if about:
        made.setAccessibleName(f"{made.text()}: {about}")
    menu = QMenu(made)
    for words, run in entries:
        menu.addAction(words, run)
    made.setMenu(menu)
    return made
