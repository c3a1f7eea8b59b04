# SPDX-License-Identifier: EUPL-1.2
"""Searching from anywhere in the whole window, with nothing but the keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.helpers.builders import a_case, a_family, a_person
from tests.helpers.keyboard import CTRL, User

from casus.gui.search import Finder
from casus.services.desk import Desk


@pytest.fixture
def user(desk: Desk, sit_down: Callable[..., User]) -> User:
    """A PGA expert with a person, a case and a family, before the list of cases."""
    a_case(desk, a_person(desk))
    a_family(desk, "Familie Bouzid")
    return sit_down(desk, "casussen")


def search(qtbot: QtBot, user: User, text: str) -> Finder:
    """Press Ctrl+K, type, and wait for the list."""
    user.press(Qt.Key.Key_K, CTRL)
    user.type(text)
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    qtbot.waitUntil(finder.popup.isVisible, timeout=5_000)
    user.settle()
    return finder


def test_escape_gives_the_keyboard_back_to_where_it_was(qtbot: QtBot, user: User) -> None:
    before = user.focus()
    finder = search(qtbot, user, "amra")
    assert user.focus() is user.window.topbar.search
    user.press(Qt.Key.Key_Escape)
    assert not finder.popup.isVisible()
    user.press(Qt.Key.Key_Escape)
    assert user.window.topbar.search.text() == ""
    assert user.focus() is before


def test_only_the_last_thing_typed_is_shown(qtbot: QtBot, user: User) -> None:
    finder = search(qtbot, user, "bou")
    assert "Familie Bouzid" in finder.popup.titles()
    user.window.topbar.search.selectAll()
    user.type("amra")
    finder._show("bou", [])  # an answer that comes too late
    qtbot.waitUntil(lambda: any("Amrani" in title for title in finder.popup.titles()), timeout=5_000)


def test_a_person_opens_from_any_page_and_no_name_is_in_the_title(qtbot: QtBot, user: User) -> None:
    user.open("trajecten")
    search(qtbot, user, "amra")
    user.press(Qt.Key.Key_Return)
    assert user.window.history.here is not None
    assert user.window.history.here.key == "dossier"
    assert "Amrani" not in user.window.windowTitle()


def test_a_family_opens(qtbot: QtBot, user: User) -> None:
    finder = search(qtbot, user, "bouzid")
    assert finder.popup.titles()[0] == "Familie Bouzid"
    user.press(Qt.Key.Key_Return)
    here = user.window.history.here
    assert here is not None
    assert here.key == "gezin"


def test_an_empty_vault_finds_commands_only(qtbot: QtBot, desk: Desk, sit_down: Callable[..., User]) -> None:
    finder = search(qtbot, sit_down(desk), "rapp")
    assert finder.popup.titles() == ["Rapportage"]


def test_after_a_command_the_keyboard_goes_on_in_the_page_it_opened(qtbot: QtBot, user: User) -> None:
    search(qtbot, user, "agenda")
    user.press(Qt.Key.Key_Return)
    assert user.window.history.here is not None
    assert user.window.history.here.key == "agenda"
    assert user.page.isAncestorOf(user.focus())
    before = user.focus()
    search(qtbot, user, "groter")
    user.press(Qt.Key.Key_Return)
    assert user.focus() is before, "a command that stays on the page gives the keyboard back"
    user.press(Qt.Key.Key_0, CTRL)
