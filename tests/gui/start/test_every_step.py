# SPDX-License-Identifier: EUPL-1.2
"""Every step before a vault is open, on a laptop of 1366 × 768: named, reachable by Tab, and whole."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.gui.start.conftest import MakeStart
from tests.gui.start.test_wizard import at, fill_owner, press, type_text
from tests.helpers.a11y import assert_accessible
from tests.helpers.clipping import clipped
from tests.helpers.vaults import PASSWORD

from casus.gui.start.code_step import CodeStep
from casus.gui.start.window import StartWindow
from casus.gui.start.wizard_steps import BeginStep, OwnerStep, PlaceStep, RoleStep
from casus.gui.theme import theme

LAPTOP = (1366, 768)
LOOKS = (("light", 100), ("dark", 150), ("contrast", 200))


def assert_whole(window: StartWindow, where: str) -> None:
    """Raise AssertionError when something has no name, is passed over by Tab, or is cut off."""
    window.resize(*LAPTOP)
    QTest.qWait(30)
    QApplication.processEvents()
    assert_accessible(window)
    assert clipped(window) == [], where


@pytest.mark.parametrize(("look", "percent"), LOOKS)
def test_unlocking_and_recovering_are_named_and_whole(
    make_start: MakeStart, closed_vault: tuple[Path, str], qtbot: QtBot, look: str, percent: int
) -> None:
    window = make_start(closed_vault[0])
    theme().apply(look, percent)
    assert_whole(window, "unlock")
    window.show_recovery(closed_vault[0])
    assert_whole(window, "recovery")
    window.show_welcome()
    assert_whole(window, "welcome")


@pytest.mark.parametrize(("look", "percent"), LOOKS)
def test_every_step_of_a_new_vault_is_named_and_whole(
    make_start: MakeStart, qtbot: QtBot, look: str, percent: int
) -> None:
    window = make_start()
    theme().apply(look, percent)

    def go(step: type) -> None:
        at(qtbot, window, step)
        here = window.focusWidget()
        assert here is not None
        assert_whole(window, step.__name__)
        here.setFocus()

    press(window, Qt.Key.Key_Return)
    go(PlaceStep)
    press(window, Qt.Key.Key_Return)
    go(OwnerStep)
    fill_owner(window, PASSWORD, PASSWORD)
    go(RoleStep)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, CodeStep)
    step = window.view
    assert isinstance(step, CodeStep)
    qtbot.waitUntil(lambda: step.check is not None, timeout=30_000)
    go(CodeStep)
    press(window, Qt.Key.Key_Return)
    assert step.check is not None
    assert step.check.asking
    qtbot.waitUntil(lambda: clipped(window) == [])
    type_text(window, window._wizard._maker.code)
    press(window, Qt.Key.Key_Return)
    go(BeginStep)
