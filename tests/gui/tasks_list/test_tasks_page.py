# SPDX-License-Identifier: EUPL-1.2
"""The page Taken at the keyboard: tick off, drop, add, change, go to the dossier, and take it back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, SHIFT, User

from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.dossier.task_form import TaskPanel
from casus.gui.tasks_list.page import TasksPage
from casus.services import drafts, tasks
from casus.services.desk import Desk
from casus.services.inputs import TaskInput
from casus.services.records import Case
from casus.services.task_list import TaskList, get_task


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case with three open tasks; one more is of nobody."""
    case = a_case(desk)
    for days, title in ((-3, "Bellen"), (2, "Brief"), (20, "Rapport")):
        tasks.add_task(desk, TaskInput(title, desk.today() + timedelta(days=days), case_id=case.id))
    tasks.add_task(desk, TaskInput("Printer kopen", desk.today() + timedelta(days=30)))
    return case


def in_list(user: User) -> TasksPage:
    """Open the page and put the keyboard on the first row."""
    page = user.open("taken")
    assert isinstance(page, TasksPage)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    return page


def titles(page: TasksPage) -> list[str]:
    return [row.title for row in page.source.records.rows(page.table.model.ids)]


def test_tasks_are_done_and_dropped_by_key_and_taken_back(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    page = in_list(user)
    assert_accessible(page)
    assert titles(page) == ["Bellen", "Brief", "Rapport", "Printer kopen"]
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_D, CTRL)
    assert titles(page) == ["Brief", "Rapport", "Printer kopen"]
    user.press(Qt.Key.Key_Delete)  # the keyboard is on the next one
    assert titles(page) == ["Rapport", "Printer kopen"]
    states = {row.title: row["state"] for row in TaskList(desk).rows(TaskList(desk).ids())}
    assert (states["Bellen"], states["Brief"]) == ("done", "cancelled")
    user.press(Qt.Key.Key_Z, CTRL)
    assert titles(page) == ["Brief", "Rapport", "Printer kopen"]
    user.press(Qt.Key.Key_Z, CTRL)
    assert titles(page)[0] == "Bellen"
    assert len(tasks.open_tasks(desk)) == 4


def test_a_task_that_is_done_can_be_opened_again(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    tasks.complete_task(desk, tasks.open_tasks(desk)[0].id)
    user = sit_down(desk)
    page = in_list(user)
    page.show_only(("state:done",))
    user.settle()
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    user.press(Qt.Key.Key_D, CTRL)  # it is done already: nothing happens
    assert titles(page) == ["Bellen"]
    user.press(Qt.Key.Key_D, CTRL | SHIFT)
    assert titles(page) == []
    assert len(tasks.open_tasks(desk)) == 4


def test_enter_goes_to_the_tasks_of_the_dossier(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    in_list(user)
    user.press(Qt.Key.Key_Return)
    page = user.page
    assert isinstance(page, DossierPage)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Taken"
    assert page.title() == "El Amrani, Younes"


def test_a_task_of_nobody_opens_as_a_form_and_is_changed(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    page = in_list(user)
    user.press(Qt.Key.Key_End, CTRL)
    record_id = page.table.current_id()
    user.press(Qt.Key.Key_Return)
    panel = user.panel
    assert isinstance(panel, TaskPanel)
    user.fill(panel.ui.titleField, "Scanner kopen")
    user.fill(panel.ui.ownerField, "Secretariaat")
    user.press(Qt.Key.Key_Return, CTRL)
    task = get_task(desk, record_id)
    assert (task.title, task.owner, task.person_id) == ("Scanner kopen", "Secretariaat", None)


def test_a_task_is_added_for_someone_who_is_chosen(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    in_list(user)
    user.press(Qt.Key.Key_T, CTRL)
    panel = user.panel
    assert isinstance(panel, TaskPanel)
    user.fill(panel.ui.titleField, "Id-kaart regelen")
    user.tab_to(panel.ui.personField)
    user.type("amrani")
    user._qtbot.waitUntil(lambda: panel.ui.personField.found.count() > 0)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return, CTRL)
    found = TaskList(desk).rows(TaskList(desk).ids("kaart"))
    assert [(row.title, row["person"], row["due_on"]) for row in found] == [
        ("Id-kaart regelen", "El Amrani, Younes", None)
    ]


def test_a_task_is_added_from_anywhere_and_beside_a_dossier_for_that_person(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk, "dossier", f"case:{case.id}")
    user.press(Qt.Key.Key_T, CTRL)
    user.fill(user.panel.form["title"], "Bellen met moeder")  # type: ignore[attr-defined]
    user.press(Qt.Key.Key_Return, CTRL)
    found = TaskList(desk).rows(TaskList(desk).ids("moeder"))
    assert [row["case_id"] for row in found] == [case.id]


def test_a_half_typed_task_comes_back_beside_the_list(desk: Desk, sit_down: Callable[..., User]) -> None:
    drafts.save_draft(desk, "listed_task:new", "listed_task", "new", {"title": "Half"})
    user = sit_down(desk)
    assert forms_registry.reopen(user.window, desk, "listed_task:new", owner=user.window)
    user.settle()
    panel = user.panel
    assert isinstance(panel, TaskPanel)
    assert (panel.ui.titleField.raw(), user.window.history.here.key) == ("Half", "taken")  # type: ignore[union-attr]


def test_without_tasks_the_list_says_so_and_offers_one(desk: Desk, sit_down: Callable[..., User]) -> None:
    user = sit_down(desk, "taken")
    page = user.page
    assert isinstance(page, TasksPage)
    page.show_only(())
    user.settle()
    assert page.empty.isVisible()
    user.push(page.empty.action)
    assert isinstance(user.panel, TaskPanel)
