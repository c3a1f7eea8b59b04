# SPDX-License-Identifier: EUPL-1.2
"""Vandaag as a worker sees it in the morning, and the coordinator's overview."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_person
from tests.helpers.keyboard import User

from casus.gui.records import ListPage
from casus.gui.today.overview import OverviewPage
from casus.gui.today.page import TodayPage
from casus.gui.visits import VisitPanel
from casus.services import drafts, registers, tasks
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.registers import InspectionInput

if TYPE_CHECKING:
    from tests.conftest import MakeDesk


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A desk with something in every group of the page."""
    today = desk.today()
    person = a_person(desk)
    case = a_case(desk, person, opened_on=today - timedelta(days=175))
    old = a_case(
        desk, a_person(desk, given_name="Bas", surname="Stil"), opened_on=today - timedelta(days=200)
    )
    tasks.add_task(desk, TaskInput("Bellen met de werkgever", today - timedelta(days=3), case_id=case.id))
    tasks.add_task(desk, TaskInput("Brief klaarleggen", today + timedelta(days=2), case_id=old.id))
    tasks.add_appointment(desk, AppointmentInput("home_visit", today, "10:30", person.id, case.id))
    a_detention(
        desk,
        person,
        entered_on=today - timedelta(days=30),
        expected_on=today + timedelta(days=10),
        release_certainty="known",
    )
    return desk


def buttons(user: User) -> list[QPushButton]:
    return [one for one in user.page.findChildren(QPushButton) if one.isVisible() and one.text()]


def button(user: User, words: str) -> QPushButton:
    return next(one for one in buttons(user) if one.text().startswith(words))


@pytest.mark.parametrize("heading", ["Hertoets nodig", "Lang geen contact", "Vrij binnen"])
def test_a_number_opens_exactly_the_list_it_counts(
    busy: Desk, sit_down: Callable[[Desk], User], heading: str
) -> None:
    user = sit_down(busy)
    user.open("vandaag")
    link = button(user, heading)
    counted = re.search(r"\((\d+)\)", link.text())
    assert counted is not None
    user.push(link)
    page = user.page
    assert isinstance(page, ListPage)
    assert page.table.model.rowCount() == int(counted[1]) > 0


def test_a_task_is_ticked_off_by_keyboard(busy: Desk, sit_down: Callable[[Desk], User]) -> None:
    user = sit_down(busy)
    user.open("vandaag")
    before = len(tasks.open_tasks(busy))
    user.push(button(user, "Gereed"))
    assert len(tasks.open_tasks(busy)) == before - 1
    assert not [one for one in buttons(user) if one.text() == "Bellen met de werkgever"]


def test_a_report_opens_the_form_of_the_planned_visit(busy: Desk, sit_down: Callable[[Desk], User]) -> None:
    user = sit_down(busy)
    user.open("vandaag")
    user.push(button(user, "Verslag"))
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    user.fill(panel.ui.reportField, "Rustig gesprek aan de keukentafel.")
    user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert user.window.area.panel is None
    assert not [one for one in buttons(user) if one.text() == "Verslag"]


def test_a_draft_opens_its_form_again(busy: Desk, sit_down: Callable[[Desk], User]) -> None:
    drafts.save_draft(busy, "person:new", "person", "new", {"surname": "Halfingevuld"})
    user = sit_down(busy)
    user.open("vandaag")
    user.push(button(user, "Persoon"))
    assert user.panel.form["surname"].raw() == "Halfingevuld"  # type: ignore[attr-defined]


def test_an_empty_vault_has_a_calm_morning(desk: Desk, sit_down: Callable[[Desk], User]) -> None:
    user = sit_down(desk)
    page = user.open("vandaag")
    assert isinstance(page, TodayPage)
    assert page.attention.rows.count() == 1
    assert_accessible(page)


def test_a_busy_morning_can_be_walked_by_keyboard(busy: Desk, sit_down: Callable[[Desk], User]) -> None:
    user = sit_down(busy)
    assert_accessible(user.open("vandaag"))


def test_a_coordinator_goes_from_a_number_to_its_register(
    make_desk: "MakeDesk", sit_down: Callable[[Desk], User]
) -> None:
    desk = make_desk("coordinator")
    registers.add_inspection(desk, InspectionInput(desk.today()))
    user = sit_down(desk)
    page = user.open("vandaag")
    assert isinstance(page, OverviewPage)
    assert_accessible(page)
    user.push(button(user, "Controles"))
    here = user.window.history.here
    assert here is not None
    assert (here.key, here.record_id) == ("registers", "inspections")
