# SPDX-License-Identifier: EUPL-1.2
"""Everything has a name, and the keyboard comes everywhere and out again."""

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casus.gui.shell import MainWindow
from casus.gui.shell.help import ShortcutSheet
from tests.helpers.a11y import assert_accessible, walk
from tests.helpers.gallery import VisitPanel


@pytest.mark.parametrize("key", ["vandaag", "casussen", "registers", "dossier"])
def test_each_page_can_be_read_aloud_and_used_by_keyboard(window: MainWindow, qtbot: QtBot, key: str) -> None:
    window.open(key)
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert_accessible(window)


def test_a_form_in_the_panel_can_be_read_aloud_and_used_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    window.open_panel(VisitPanel(window))
    QApplication.processEvents()
    assert_accessible(window)


def test_the_shortcut_sheet_can_be_read_aloud(window: MainWindow, qtbot: QtBot) -> None:
    sheet = ShortcutSheet(window.actions_registry, window)
    qtbot.addWidget(sheet)
    assert_accessible(sheet)


def test_the_walker_finds_a_button_without_a_name(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(QToolButton(focusPolicy=_strong()))
    qtbot.addWidget(window)
    with pytest.raises(AssertionError, match="no accessible name"):
        assert_accessible(window)


def test_the_walker_finds_a_text_that_traps_tab(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    text = QPlainTextEdit()
    text.setAccessibleName("Verslag")
    column.addWidget(text)
    column.addWidget(QPushButton("Opslaan"))
    qtbot.addWidget(window)
    with pytest.raises(AssertionError, match="trapped"):
        assert_accessible(window)


def test_the_tree_of_the_window_holds_lists_and_their_cells(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtGui import QAccessible

    window.open("vandaag")
    names = {one.text(QAccessible.Text.Name) for one in walk(window)}
    assert {"Navigatie", "Zoeken of opdracht", "Afspraken en bezoeken"} <= names


def _strong() -> object:
    from PySide6.QtCore import Qt

    return Qt.FocusPolicy.StrongFocus
