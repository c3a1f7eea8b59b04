# SPDX-License-Identifier: EUPL-1.2
"""What a key or menu can do stands in the palette and on the shortcut sheet, with its keys, and nothing besides."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.conftest import MakeDesk
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, SHIFT, User

from casus.gui.search import Finder
from casus.gui.shell.help import ShortcutSheet, fixed_shortcuts, native_keys
from casus.gui.visits import HOME, VisitSubject, open_visit
from casus.services.desk import Desk

SitDown = Callable[..., User]
FIXED = {QKeySequence(keys).toString() for _words, keys in fixed_shortcuts()} | {"Ctrl+Enter"}


@pytest.mark.parametrize("role", ["pga_expert", "rio", "coordinator"])
def test_every_action_of_every_page_is_in_the_register(
    make_desk: MakeDesk, sit_down: SitDown, role: str
) -> None:
    desk = make_desk(role)
    user = sit_down(desk)
    window = user.window
    if role != "coordinator":
        case = a_case(desk)
        user.open("dossier", f"case:{case.id}")
        open_visit(window, desk, HOME, VisitSubject(case.person_id, case.id, "El Amrani, Younes"))
        user.settle()
        assert_told(window)
    for spec in window.sidebar_specs():
        user.open(spec.key)
        assert_told(window)


def assert_told(window: QWidget) -> None:
    """Check every QAction with keys or a menu of its own, and every QShortcut, against register and sheet."""
    registry = window.actions_registry  # type: ignore[attr-defined]
    known = {action for _spec, action in registry}
    strangers = [
        one.text()
        for one in window.findChildren(QAction)
        if not one.shortcut().isEmpty() and one not in known
    ]
    strangers += [one.text() for one in window.actions() if one not in known]
    assert strangers == []
    silent = [
        one.key().toString()
        for one in window.findChildren(QShortcut)
        if not one.whatsThis() and one.key().toString() not in FIXED
    ]
    assert silent == []
    sheet = ShortcutSheet(registry, window)
    lines = sheet.shown()
    for spec, action in registry:
        assert f"{action.text().replace('&', '')} {native_keys(spec.shortcut)}".strip() in lines
    for one in registry.here():
        assert f"{one.text} {native_keys(one.keys[0])}" in lines
    sheet.deleteLater()


def test_the_palette_has_the_acts_of_the_screen_in_view_and_does_them(
    qtbot: QtBot, desk: Desk, sit_down: SitDown
) -> None:
    user = sit_down(desk, "agenda")
    page = user.page
    before = page.period.text()  # type: ignore[attr-defined]
    finder = palette(qtbot, user)
    registry = user.window.actions_registry
    names = {action.text().replace("&", "") for _spec, action in registry if action.isEnabled()}
    assert set(finder.popup.titles()) == names | {one.text for one in registry.here()}
    user.type(" volgende per")
    assert finder.popup.titles() == ["Volgende periode"]
    assert "PgDown" in finder.popup.list.item(0).text()
    user.press(Qt.Key.Key_Return)
    assert page.period.text() != before  # type: ignore[attr-defined]
    user.open("casussen")
    assert "Volgende periode" not in palette(qtbot, user).popup.titles()


def palette(qtbot: QtBot, user: User) -> Finder:
    user.press(Qt.Key.Key_P, CTRL | SHIFT)
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    qtbot.waitUntil(finder.popup.isVisible, timeout=5_000)
    return finder


def test_the_shortcut_sheet_narrows_as_one_types_and_enter_does_not_close_it(
    qtbot: QtBot, desk: Desk, sit_down: SitDown
) -> None:
    user = sit_down(desk)
    user.press(Qt.Key.Key_F1)
    sheet = user.window.findChild(ShortcutSheet)
    assert isinstance(sheet, ShortcutSheet)
    qtbot.waitUntil(sheet.filter.hasFocus, timeout=5_000)
    everything = len(sheet.shown())
    user.type("vergr")
    user.press(Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.shown() == ["Kluis vergrendelen Ctrl+L"]
    sheet.filter.setText("ctrl+k")
    assert sheet.shown() == ["Zoeken of opdracht Ctrl+K"]
    sheet.filter.setText("xyzzy")
    assert sheet.shown() == []
    assert sheet._nothing.isVisible()
    sheet.filter.clear()
    assert len(sheet.shown()) == everything
    user.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=5_000)
