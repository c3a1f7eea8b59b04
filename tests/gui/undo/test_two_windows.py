# SPDX-License-Identifier: EUPL-1.2
"""Two windows on the same person: whoever saves last sees both versions, and nothing is saved over unseen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.helpers.builders import a_person
from tests.helpers.keyboard import CTRL, User

from casus.gui.persons.form import PersonPanel
from casus.services import persons
from casus.services.desk import Desk

SitDown = Callable[..., User]


def turn_to(user: User, qtbot: QtBot) -> None:
    """Take the keyboard to this window, as Alt+Tab does."""
    user.window.activateWindow()
    qtbot.waitUntil(user.window.isActiveWindow)
    QTest.qWait(1)


def edit(user: User, desk: Desk, person_id: str) -> PersonPanel:
    """Open the person's form in this window."""
    user.open("dossier", f"person:{person_id}")
    panel = PersonPanel(user.window, desk, person_id)
    user.window.open_panel(panel)
    user.settle()
    return panel


def test_the_second_window_shows_what_the_first_one_saved_beside_what_was_typed(
    desk: Desk, sit_down: SitDown, qtbot: QtBot
) -> None:
    person = a_person(desk, telephone="030 1111111", city="Utrecht")
    left, right = sit_down(desk), sit_down(desk)
    turn_to(left, qtbot)
    mine = edit(left, desk, person.id)
    left.fill(mine.ui.telephoneField, "030 2222222")
    turn_to(right, qtbot)
    theirs = edit(right, desk, person.id)
    right.fill(theirs.ui.telephoneField, "030 3333333")
    right.fill(theirs.ui.cityField, "Zeist")
    right.press(Qt.Key.Key_Return, CTRL)
    assert right.window.area.panel is None
    assert persons.get_person(desk, person.id).telephone == "030 3333333"

    turn_to(left, qtbot)
    left.press(Qt.Key.Key_Return, CTRL)
    assert left.window.area.panel is mine
    assert mine.conflict is not None
    shown = " | ".join(one.text() for one in mine.conflict.findChildren(QLabel))
    assert "030 2222222" in shown
    assert "030 3333333" in shown
    assert persons.get_person(desk, person.id).telephone == "030 3333333"  # nothing was saved over

    left.press(Qt.Key.Key_Return, CTRL)  # now knowingly: the own number, and the city as it is there
    now = persons.get_person(desk, person.id)
    assert (now.telephone, now.city) == ("030 2222222", "Zeist")
    assert left.window.area.panel is None
