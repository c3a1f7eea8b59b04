# SPDX-License-Identifier: EUPL-1.2
"""Putting someone on file, and changing them: by keyboard, on an encrypted vault."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_person
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.persons.form import PersonPanel
from casus.gui.persons.page import PersonsPage
from casus.services import drafts, persons
from casus.services.desk import Desk
from casus.services.inputs import PersonInput
from casus.services.person_list import PersonList


@pytest.fixture
def user(desk: Desk, sit_down: Callable[..., User]) -> User:
    """A PGA expert before the list of persons."""
    return sit_down(desk, "personen")


def on_file(desk: Desk) -> list[Any]:
    """Return the rows of everyone on file."""
    records = PersonList(desk)
    return records.rows(records.ids("", {}, "name", False))


def begin(user: User) -> PersonPanel:
    """Open the form for a new person with the button of the list."""
    page = user.page
    assert isinstance(page, PersonsPage)
    button = next(one for one in page.findChildren(QPushButton) if one.property("kind") == "primary")
    user.push(button)
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    return panel


def fill(user: User, values: dict[str, str]) -> None:
    """Type these values."""
    for key, text in values.items():
        user.fill(form_of(user.panel)[key], text)


def wait_for_similar(user: User, qtbot: QtBot) -> None:
    """Wait until who looks alike is shown."""
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    qtbot.waitUntil(panel.ui.similarField.isVisible)
    user.settle()


def test_someone_is_put_on_file_and_their_dossier_offers_a_case(user: User, desk: Desk) -> None:
    panel = begin(user)
    assert panel.isAncestorOf(user.focus())
    fill(
        user,
        {"given_name": "Younes", "surname": "El Amrani", "birth_date": "1-3-2004", "district": "Overvecht"},
    )
    user.press(Qt.Key.Key_Return, CTRL)
    (row,) = on_file(desk)
    assert (row.title, row["district"], row["birth_date"]) == (
        "El Amrani, Younes",
        "overvecht",
        date(2004, 3, 1),
    )
    page = user.page
    assert isinstance(page, DossierPage)
    assert page.title() == "El Amrani, Younes"
    offers = [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert "Casus openen" in offers
    assert "El Amrani" not in user.window.windowTitle()


def test_who_looks_alike_is_shown_while_typing(user: User, desk: Desk, qtbot: QtBot) -> None:
    a_person(desk)
    begin(user)
    fill(user, {"given_name": "Younes", "surname": "El Amrany"})
    wait_for_similar(user, qtbot)
    assert len(on_file(desk)) == 1


def test_a_similar_person_is_opened_and_the_draft_stays(user: User, desk: Desk, qtbot: QtBot) -> None:
    known = a_person(desk)
    panel = begin(user)
    fill(user, {"given_name": "Younes", "surname": "El Amrani"})
    wait_for_similar(user, qtbot)
    look = next(one for one in panel.ui.similarField.findChildren(QPushButton) if one.text() == "Openen")
    user.push(look)
    assert user.page.title() == "El Amrani, Younes"
    user.settle()
    (draft,) = drafts.list_drafts(desk)
    assert draft.key == "person:new"
    assert [row.id for row in on_file(desk)] == [known.id]


def test_a_possible_duplicate_is_kept_only_after_saying_it_is_someone_else(user: User, desk: Desk) -> None:
    a_person(desk)
    panel = begin(user)
    fill(user, {"given_name": "Younes", "surname": "El Amrani", "birth_date": "1-3-2004"})
    user.press(Qt.Key.Key_Return, CTRL)
    field = panel.ui.similarField
    assert field.error()
    assert len(on_file(desk)) == 1
    assert field.isAncestorOf(user.focus()), "the keyboard is at the choice"
    assert panel.form["surname"].raw() == "El Amrani"
    user.push(field.insist)
    assert len(on_file(desk)) == 2


def test_other_names_after_the_warning_are_looked_at_again(user: User, desk: Desk) -> None:
    a_person(desk)
    a_person(desk, given_name="Samira", surname="Bouzid", birth_date=date(2005, 5, 5))
    panel = begin(user)
    fill(user, {"given_name": "Younes", "surname": "El Amrani"})
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.ui.similarField.error()
    fill(user, {"given_name": "Samira", "surname": "Bouzid"})
    user.press(Qt.Key.Key_Return, CTRL)
    assert len(on_file(desk)) == 2
    assert panel.ui.similarField.error()


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("birth_date", "31-02-2004"),
        ("birth_date", "12-12-2030"),
        ("email", "geen adres"),
        ("telephone", "bel maar"),
    ],
)
def test_what_is_wrong_stands_beside_the_field_and_what_was_typed_stays(
    user: User, desk: Desk, field: str, typed: str
) -> None:
    panel = begin(user)
    fill(user, {"given_name": "Sanne", "surname": "de Vries", field: typed})
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form[field].error()
    assert panel.form[field].isAncestorOf(user.focus())
    assert panel.form["surname"].raw() == "de Vries"
    assert panel.form[field].raw() == typed
    assert on_file(desk) == []


def test_an_empty_form_says_what_is_needed_and_goes_there(user: User) -> None:
    panel = begin(user)
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["given_name"].error()
    assert panel.form["surname"].error()
    assert panel.form["given_name"].isAncestorOf(user.focus())


def test_a_call_name_will_do_for_a_given_name(user: User, desk: Desk) -> None:
    begin(user)
    fill(user, {"call_name": "Yoes", "surname": "Bakker"})
    user.press(Qt.Key.Key_Return, CTRL)
    assert [row.title for row in on_file(desk)] == ["Bakker, Yoes"]


def test_a_person_is_changed_with_what_was_known_filled_in(user: User, desk: Desk) -> None:
    known = a_person(desk, aliases=("Joenes",), telephone="06 12345678")
    page = user.open("dossier", f"person:{known.id}")
    assert isinstance(page, DossierPage)
    page.acts.edit_person()
    user.settle()
    form = form_of(user.panel)
    assert form["telephone"].raw() == "06 12345678"
    assert form["birth_date"].raw() == "01-03-2004"
    fill(user, {"city": "Utrecht"})
    user.press(Qt.Key.Key_Return, CTRL)
    after = persons.get_person(desk, known.id)
    assert (after.city, after.birth_date, after.telephone) == ("Utrecht", date(2004, 3, 1), "06 12345678")
    assert persons.aliases_of(desk, known.id) == ("Joenes",)
    assert user.window.area.panel is None


def test_looking_at_a_person_in_the_form_leaves_no_draft(user: User, desk: Desk) -> None:
    known = a_person(desk)
    page = user.open("dossier", f"person:{known.id}")
    assert isinstance(page, DossierPage)
    page.acts.edit_person()
    user.settle()
    user.press(Qt.Key.Key_Escape)
    assert user.window.area.panel is None
    assert drafts.list_drafts(desk) == []


def test_a_person_changed_meanwhile_is_not_overwritten(user: User, desk: Desk) -> None:
    known = a_person(desk)
    page = user.open("dossier", f"person:{known.id}")
    assert isinstance(page, DossierPage)
    page.acts.edit_person()
    user.settle()
    panel = user.panel
    persons.update_person(desk, known.id, known.version, PersonInput("Younes", "El Amrani", city="Zeist"))
    fill(user, {"city": "Utrecht"})
    user.press(Qt.Key.Key_Return, CTRL)
    assert persons.get_person(desk, known.id).city == "Zeist"
    assert user.window.area.panel is panel
    assert form_of(panel)["city"].raw() == "Utrecht"


def test_a_draft_opens_again_with_what_was_typed(user: User, desk: Desk) -> None:
    begin(user)
    fill(user, {"given_name": "Daan", "surname": "Visser", "birth_date": "31-02"})
    user.press(Qt.Key.Key_Escape)
    assert user.window.area.panel is None
    user.settle()
    assert forms_registry.reopen(user.window, desk, "person:new", owner=user.window)
    user.settle()
    form = form_of(user.panel)
    assert (form["given_name"].raw(), form["surname"].raw(), form["birth_date"].raw()) == (
        "Daan",
        "Visser",
        "31-02",
    )


def test_the_form_can_be_used_by_a_screen_reader(user: User, desk: Desk, qtbot: QtBot) -> None:
    a_person(desk)
    begin(user)
    fill(user, {"given_name": "Younes", "surname": "El Amrani"})
    wait_for_similar(user, qtbot)
    QTest.qWait(1)
    assert_accessible(user.window)
