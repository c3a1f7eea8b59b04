# SPDX-License-Identifier: EUPL-1.2
"""Vandaag as a worker sees it in the morning, and the coordinator's overview."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_person
from tests.helpers.busy_day import fill_at_random
from tests.helpers.keyboard import User

from casus.demo.generate import fill, random_stories
from casus.demo.words import Dice
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import VaultUnreachable
from casus.gui import pages
from casus.gui.lists import RecordTable
from casus.gui.persons.form import PersonPanel
from casus.gui.records import ListPage
from casus.gui.today.lines import LinkText
from casus.gui.today.links import COUNTED, counted_words
from casus.gui.today.overview import OverviewPage
from casus.gui.today.page import TodayPage
from casus.gui.visits import VisitPanel
from casus.services import drafts, registers, tasks
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.registers import InspectionInput
from casus.services.today import today

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


def numbers(user: User) -> dict[str, LinkText]:
    """Return the links that are numbers, by their key."""
    page = user.page
    assert isinstance(page, TodayPage)
    view = today(user.session.desk)
    words = {counted_words(key, view.counts[key]): key for key in COUNTED}
    planned, found = page.planned.findChildren(LinkText), page.attention.findChildren(LinkText)
    links = [one for one in (*planned, *found) if one.isVisible()]
    # the two groups "Komende 7 dagen" differ by their nouns, so that no two keys have the same words
    assert len(words) == len(COUNTED)
    return {words[one.full_text()]: one for one in links if one.full_text() in words}


def assert_every_number_opens_what_it_counts(user: User) -> set[str]:
    """Press each number with the keyboard and count the rows of what opens; return the keys."""
    user.open("vandaag")
    counts = today(user.session.desk).counts
    keys = set(numbers(user))
    assert keys == {key for key in COUNTED if counts[key]}
    for key in sorted(keys):
        user.open("vandaag")
        user.push(numbers(user)[key])
        page = user.page
        assert isinstance(page, ListPage)
        assert (key, page.table.model.rowCount()) == (key, counts[key])
    return keys


@pytest.mark.parametrize("seed", [4])
def test_every_number_opens_exactly_the_list_it_counts(
    make_desk: "MakeDesk", sit_down: Callable[..., User], seed: int
) -> None:
    desk = make_desk("rio")
    fill_at_random(desk, seed)
    keys = assert_every_number_opens_what_it_counts(sit_down(desk))
    assert len(keys) >= 8


def test_the_numbers_of_invented_dossiers_open_what_they_count(
    make_desk: "MakeDesk", sit_down: Callable[..., User]
) -> None:
    desk = make_desk("rio")
    period = Period(date(2022, 10, 1), date(2023, 10, 31))
    fill(desk, random_stories(Dice(7), 12, {"rio": 1.0}, period), seed=7, period=period)
    assert assert_every_number_opens_what_it_counts(sit_down(desk))


def test_a_task_is_ticked_off_by_keyboard(busy: Desk, sit_down: Callable[..., User]) -> None:
    user = sit_down(busy, "vandaag")
    before = len(tasks.open_tasks(busy))
    user.push(button(user, "Gereed"))
    assert len(tasks.open_tasks(busy)) == before - 1
    assert not [one for one in buttons(user) if one.text() == "Bellen met de werkgever"]


def test_a_report_opens_the_form_of_the_planned_visit(busy: Desk, sit_down: Callable[..., User]) -> None:
    user = sit_down(busy, "vandaag")
    user.push(button(user, "Verslag"))
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    user.fill(panel.ui.reportField, "Rustig gesprek aan de keukentafel.")
    user.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert user.window.area.panel is None
    assert not [one for one in buttons(user) if one.text() == "Verslag"]


def test_a_draft_says_about_whom_and_opens_its_form_again(busy: Desk, sit_down: Callable[..., User]) -> None:
    case_id = next(row.case_id for row in today(busy).reviews_due if row.person_name.startswith("El"))
    drafts.save_draft(busy, f"review:{case_id}", "review", case_id, {"reasoning": "Half getypt"})
    drafts.save_draft(busy, "person:new", "person", "new", {"surname": "Halfingevuld"})
    user = sit_down(busy, "vandaag")
    page = user.page
    assert isinstance(page, TodayPage)
    words = [one.full_text() for one in page.drafts.findChildren(LinkText)]
    assert sorted(words) == ["Hertoets · El Amrani, Younes", "Persoon"]
    user.push(button(user, "Persoon"))
    assert user.panel.form["surname"].raw() == "Halfingevuld"  # type: ignore[attr-defined]
    user.open("vandaag")
    user.push(button(user, "Hertoets ·"))
    assert user.panel.form["reasoning"].raw() == "Half getypt"  # type: ignore[attr-defined]


def test_the_keyboard_stays_in_the_card_when_a_task_is_done(
    busy: Desk, sit_down: Callable[..., User]
) -> None:
    for place in range(3):
        tasks.add_task(busy, TaskInput(f"Bellen {place}", busy.today() - timedelta(days=1)))
    user = sit_down(busy, "vandaag")
    page = user.page
    assert isinstance(page, TodayPage)
    for left in (4, 3, 2):
        assert today(busy).counts["overdue"] == left
        if left == 4:
            user.tab_to(button(user, "Gereed"))
        user.press(Qt.Key.Key_Space)
        here = user.focus()
        assert isinstance(here, QPushButton)
        assert (here.text(), page.attention.isAncestorOf(here)) == ("Gereed", True)


def test_a_long_day_is_cut_and_the_rest_is_one_press_away(desk: Desk, sit_down: Callable[..., User]) -> None:
    for place in range(9):
        tasks.add_task(desk, TaskInput(f"Taak {place}", desk.today() - timedelta(days=1)))
    user = sit_down(desk, "vandaag")
    assert len([one for one in buttons(user) if one.text() == "Gereed"]) == 6
    user.push(button(user, "alle 9 tonen"))
    assert isinstance(user.page, ListPage)
    assert user.page.table.model.rowCount() == 9


def test_an_empty_vault_says_with_what_to_begin(desk: Desk, sit_down: Callable[..., User]) -> None:
    user = sit_down(desk, "vandaag")
    page = user.page
    assert isinstance(page, TodayPage)
    assert page.begin.isVisible()
    assert_accessible(page)
    user.push(button(user, "Importeer"))
    assert user.window.history.here is not None
    assert user.window.history.here.key == "importeren"
    user.open("vandaag")
    user.push(button(user, "Persoon toevoegen"))
    assert isinstance(user.panel, PersonPanel)
    a_person(desk)
    user.open("vandaag")
    assert page.planned.isVisible()


def test_a_vault_that_cannot_be_read_is_tried_again(
    busy: Desk, sit_down: Callable[..., User], monkeypatch: pytest.MonkeyPatch
) -> None:
    user = sit_down(busy)

    def refuse(_desk: Desk) -> None:
        raise VaultUnreachable

    with monkeypatch.context() as broken:
        broken.setattr("casus.gui.today.page.today", refuse)
        page = user.open("vandaag")
        assert isinstance(page, TodayPage)
        assert page.failure.isVisible()
        assert page.failure.sentence.text()
    user.push(button(user, "Probeer het opnieuw"))
    assert page.planned.isVisible()
    assert numbers(user)


def test_a_busy_morning_can_be_walked_by_keyboard(busy: Desk, sit_down: Callable[..., User]) -> None:
    user = sit_down(busy)
    assert_accessible(user.open("vandaag"))


def test_a_coordinator_goes_from_a_number_to_its_register(
    make_desk: "MakeDesk", sit_down: Callable[..., User]
) -> None:
    desk = make_desk("coordinator")
    registers.add_inspection(desk, InspectionInput(desk.today()))
    user = sit_down(desk, "vandaag")
    page = user.page
    assert isinstance(page, OverviewPage)
    assert_accessible(page)
    user.push(button(user, "Controles"))
    here = user.window.history.here
    assert here is not None
    assert (here.key, here.record_id) == ("registers", "inspections")
    user.settle()
    shown = [one for one in user.page.findChildren(RecordTable) if one.isVisible()]
    assert [one.model.rowCount() for one in shown] == [1]  # as "1 regel" promised


@pytest.mark.parametrize("role", ["pga_expert", "rio", "coordinator"])
def test_every_form_of_a_draft_has_its_words(make_desk: "MakeDesk", role: str) -> None:
    forms = {one.form for one in pages.forms(make_desk(role))}
    assert forms - set(codelist("form").values) == set()
