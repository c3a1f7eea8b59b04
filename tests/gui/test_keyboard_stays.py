# SPDX-License-Identifier: EUPL-1.2
"""The keyboard is never lost: not from page to page, not when what has it is filled anew, not after a lock."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from casus.gui.tasks_list.page import TasksPage
from casus.services import tasks
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.records import Case
from tests.gui.conftest import SitDown
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, User
from tests.helpers.week import ENTER, SPACE, button, dossier_page, go_to, go_to_tab

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case with two tasks and an appointment."""
    found = a_case(desk)
    for title in ("Bellen", "Schrijven"):
        tasks.add_task(desk, TaskInput(title, case_id=found.id))
    tasks.add_appointment(
        desk, AppointmentInput("home_visit", desk.today() + timedelta(days=1), case_id=found.id)
    )
    return found


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: SitDown) -> User:
    """A PGA expert before Vandaag."""
    return sit_down(desk)


def test_it_goes_from_a_row_into_the_dossier_and_back_to_the_row(user: User) -> None:
    page = go_to(user, "Taken")
    assert isinstance(page, TasksPage)
    assert user.focus() is page.table.view
    user.press(Qt.Key.Key_End, CTRL)
    chosen = page.table.current_id()
    user.press(ENTER)
    assert dossier_page(user).isAncestorOf(user.focus())
    user.press(Qt.Key.Key_Left, ALT)
    assert user.focus() is page.table.view
    assert page.table.current_id() == chosen


def test_whoever_walks_the_sidebar_stays_there(user: User) -> None:
    user.window.sidebar.take_focus()
    user.press(Qt.Key.Key_Down)
    user.press(ENTER)
    assert user.window.sidebar.isAncestorOf(user.focus())


def test_after_a_task_is_done_it_is_at_the_next_and_never_at_another_act(
    user: User, desk: Desk, case: Case
) -> None:
    user.open("dossier", f"case:{case.id}")
    tab = go_to_tab(user, "Taken")
    user.tab_to(button(tab, "Gereed", "Bellen"))
    user.press(SPACE)
    assert user.focus() is button(tab, "Gereed", "Schrijven")
    user.press(SPACE)
    assert tasks.open_tasks(desk) == []
    assert tab.isAncestorOf(user.focus())
    user.press(SPACE)
    assert len(dossier_page(user).acts.dossier.appointments) == 1  # type: ignore[union-attr]


def test_f6_goes_from_the_navigation_to_the_page_to_the_form_and_round(user: User, case: Case) -> None:
    page = user.open("dossier", f"case:{case.id}")
    user.window.sidebar.take_focus()
    user.press(Qt.Key.Key_F6)
    assert page.isAncestorOf(user.focus())
    user.press(Qt.Key.Key_F6)
    assert user.window.sidebar.isAncestorOf(user.focus())
    user.press(Qt.Key.Key_B, CTRL)
    user.wait_until(lambda: user.window.area.panel is not None)
    user.window.sidebar.take_focus()
    for part in (page, user.panel, user.window.sidebar):
        user.press(Qt.Key.Key_F6)
        assert part.isAncestorOf(user.focus())
