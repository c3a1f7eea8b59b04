# SPDX-License-Identifier: EUPL-1.2
"""The agenda as a worker uses it, by keyboard."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from casus.gui.agenda.item_button import ItemButton
from casus.gui.agenda.page import DAY, MONTH, WEEK, AgendaPage
from casus.services import tasks
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.keyboard import User

SitDown = Callable[..., User]


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """A desk with five visits today and a task next week."""
    today = desk.today()
    case = a_case(desk, a_person(desk), opened_on=today - timedelta(days=20))
    for hour in range(9, 14):
        tasks.add_appointment(
            desk, AppointmentInput("home_visit", today, f"{hour:02}:00", case.person_id, case.id)
        )
    tasks.add_task(desk, TaskInput("Brief klaarleggen", today + timedelta(days=7), case_id=case.id))
    return desk


def at_agenda(user: User) -> AgendaPage:
    page = user.open("agenda")
    assert isinstance(page, AgendaPage)
    return page


def items(page: AgendaPage) -> list[ItemButton]:
    return page.grid.findChildren(ItemButton)


def test_the_week_shows_what_is_planned_and_page_down_the_next_one(busy: Desk, sit_down: SitDown) -> None:
    user = sit_down(busy)
    page = at_agenda(user)
    assert page.view.code() == WEEK
    assert len(page.grid.boxes) == 7
    assert len(items(page)) == 5
    user.tab_to(items(page)[0])
    user.press(Qt.Key.Key_PageDown)
    assert [one.accessibleName().split(",")[0] for one in items(page)] == ["Brief klaarleggen"]


def test_a_long_name_takes_two_lines_in_the_column_of_a_day(desk: Desk, sit_down: SitDown) -> None:
    person = a_person(desk, given_name="Maximiliaan", surname="Vondelingen-Dijkgraaf")
    case = a_case(desk, person)
    tasks.add_appointment(desk, AppointmentInput("home_visit", desk.today(), "09:00", person.id, case.id))
    user = sit_down(desk)
    user.window.resize(1280, 800)
    page = at_agenda(user)
    (item,) = items(page)
    lines = item.height()
    page.view.set_code(DAY)
    page.load()
    user.settle()
    (item,) = items(page)
    assert lines > item.height()


def test_a_full_day_of_a_month_says_how_much_more_there_is_and_opens(busy: Desk, sit_down: SitDown) -> None:
    user = sit_down(busy)
    page = at_agenda(user)
    page.view.set_code(MONTH)
    page.load()
    user.settle()
    more = next(one for one in page.grid.findChildren(QPushButton) if one.text() == "nog 3")
    user.push(more)
    assert page.view.code() == DAY
    assert len(items(page)) == 5


def test_a_visit_opens_its_dossier(busy: Desk, sit_down: SitDown) -> None:
    user = sit_down(busy)
    user.push(items(at_agenda(user))[0])
    assert user.window.page() is user.window.page("dossier")


def test_turning_months_stays_within_the_calendar(busy: Desk, sit_down: SitDown) -> None:
    user = sit_down(busy)
    page = at_agenda(user)
    page.view.set_code(MONTH)
    for _ in range(14):
        page.turn(1)
    user.settle()
    assert {box.day.month for box in page.grid.boxes} >= {page._day.month}
    assert page._day.year > busy.today().year
    page.to_today()
    user.settle()
    assert busy.today() in {box.day for box in page.grid.boxes}


def test_a_new_appointment_appears_at_once(busy: Desk, sit_down: SitDown) -> None:
    user = sit_down(busy)
    page = at_agenda(user)
    done = tasks.add_appointment(busy, AppointmentInput("mdo", busy.today(), "15:00"))
    user.window.emit_changed(done.changes, None)
    user.settle()
    assert any("MDO" in one.accessibleName() for one in items(page))


def test_the_calendar_file_is_written_and_said(busy: Desk, sit_down: SitDown, tmp_path: Path) -> None:
    user = sit_down(busy)
    at_agenda(user).export(tmp_path / "agenda.ics")
    user.settle()
    assert (tmp_path / "agenda.ics").read_bytes().count(b"BEGIN:VEVENT") == 5


def test_a_place_that_cannot_be_written_is_a_sentence_on_the_page(
    busy: Desk, sit_down: SitDown, tmp_path: Path
) -> None:
    user = sit_down(busy)
    page = at_agenda(user)
    page.export(tmp_path / "nowhere" / "agenda.ics")
    user.settle()
    assert page.notice.isVisible()


@pytest.mark.parametrize("view", [DAY, WEEK, MONTH])
def test_every_view_is_accessible_also_when_empty(desk: Desk, sit_down: SitDown, view: str) -> None:
    user = sit_down(desk)
    page = at_agenda(user)
    page.view.set_code(view)
    page.load()
    user.settle()
    assert_accessible(page)


def test_a_crowded_day_of_a_week_says_how_many_more_there_are_and_opens_them_all(
    busy: Desk, sit_down: SitDown
) -> None:
    today = busy.today()
    for minute in range(10, 35):
        tasks.add_task(busy, TaskInput(f"Bellen {minute}", today))
    user = sit_down(busy)
    page = at_agenda(user)
    assert len(items(page)) == 14
    more = next(one for one in page.grid.findChildren(QPushButton) if one.text() == "nog 16")
    user.push(more)
    assert page.view.code() == DAY
    assert len(items(page)) == 30
