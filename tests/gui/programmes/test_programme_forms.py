# SPDX-License-Identifier: EUPL-1.2
"""Programmes by keyboard: steps, a correction afterwards, and attendance in a grid of numbers."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_programme
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.programmes.attendance_field import AttendanceField
from casus.gui.programmes.page import ProgrammesPage
from casus.services import attendance, drafts, persons, programmes
from casus.services.desk import Desk
from casus.services.records import Programme

if TYPE_CHECKING:
    from tests.conftest import MakeDesk


@pytest.fixture
def rio(make_desk: "MakeDesk") -> Desk:
    return make_desk("rio")


@pytest.fixture
def made(rio: Desk) -> Programme:
    """Someone who is registered for work since June."""
    case = a_case(rio, approach="rio")
    return a_programme(rio, persons.get_person(rio, case.person_id))


@pytest.fixture
def user(rio: Desk, made: Programme, sit_down: Callable[..., User]) -> User:
    someone = sit_down(rio, "dossier", f"person:{made.person_id}")
    page = someone.page
    assert isinstance(page, DossierPage)
    page.acts.show_tab("programmes")
    someone.settle()
    return someone


def press(user: User, words: str) -> None:
    """Press the button with these words on the page."""
    found = [one for one in user.page.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    user.push(found[0])


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)


def test_waiting_list_intake_start_and_end_by_keyboard(user: User, rio: Desk, made: Programme) -> None:
    press(user, "Op wachtlijst")
    assert programmes.get_programme(rio, made.id).status == "waiting"
    press(user, "Intake")
    user.fill(form_of(user.panel)["on"], "20-6-2023")
    save(user)
    press(user, "Is gestart")
    user.fill(form_of(user.panel)["on"], "1-5-2023")
    save(user)
    assert form_of(user.panel)["on"].error()
    user.fill(form_of(user.panel)["on"], "1-7-2023")
    save(user)
    press(user, "Wijzigen")
    form = form_of(user.panel)
    user.fill(form["ended_on"], "1-6-2023")
    save(user)
    assert form["outcome"].error()  # the end asks what came of it
    user.tab_to(form["outcome"])
    user.press(Qt.Key.Key_Space)
    save(user)
    assert form["ended_on"].error()  # it ends before it starts
    assert form["ended_on"].raw() == "1-6-2023"
    user.fill(form["ended_on"], "1-11-2023")
    save(user)
    kept = programmes.get_programme(rio, made.id)
    assert (kept.status, kept.intake_on, kept.ended_on, kept.outcome) == (
        "finished", date(2023, 6, 20), date(2023, 11, 1), "job",
    )  # fmt: skip
    assert_accessible(user.window)


def test_the_list_opens_the_dossier_where_the_programme_stands(user: User, made: Programme) -> None:
    page = user.open("trajecten")
    assert isinstance(page, ProgrammesPage)
    page.open_record(made.id)
    user.settle()
    found = user.page
    assert isinstance(found, DossierPage)
    assert found.tabs.tabText(found.tabs.currentIndex()) == "Trajecten"


def test_attendance_is_typed_number_by_number(user: User, rio: Desk, made: Programme) -> None:
    programmes.start_programme(rio, made.id, date(2023, 9, 4))
    user.open("vandaag")
    user.open("dossier", f"person:{made.person_id}")
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.attend_programme(made.id)
    user.settle()
    field = form_of(user.panel)["months"]
    assert isinstance(field, AttendanceField)
    assert [one.month for one in field.months] == [date(2023, month, 1) for month in (11, 10, 9)]
    user.tab_to(field.months[0].planned)
    for number in ("4", "5", "8", "6"):
        QTest.keyClicks(user.focus(), number)
        user.press(Qt.Key.Key_Return)
    save(user)
    assert field.months[0].message.isVisible()
    assert field.months[0].attended.hasFocus()
    assert field.months[1].attended.text() == "6"
    user.press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(user.focus(), "3")
    assert_accessible(user.window)
    user.tab_to(field.months[0].attended)
    save(user)
    kept = attendance.attendance_of(rio, [made.id])[made.id]
    assert [(one.month.month, one.planned, one.attended) for one in kept] == [(10, 8, 6), (11, 4, 3)]


def test_numbers_come_back_from_their_draft(user: User, rio: Desk, made: Programme) -> None:
    programmes.start_programme(rio, made.id, date(2023, 9, 4))
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.attend_programme(made.id)
    user.settle()
    field = form_of(user.panel)["months"]
    assert isinstance(field, AttendanceField)
    user.tab_to(field.months[0].planned)
    QTest.keyClicks(user.focus(), "7")
    user.press(Qt.Key.Key_Escape)
    user.settle()
    (draft,) = drafts.list_drafts(rio)
    assert forms_registry.reopen(user.window, rio, draft.key, owner=user.window)
    user.settle()
    again = form_of(user.panel)["months"]
    assert isinstance(again, AttendanceField)
    assert again.months[0].planned.text() == "7"
