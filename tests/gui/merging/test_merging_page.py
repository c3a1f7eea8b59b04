# SPDX-License-Identifier: EUPL-1.2
"""Dubbele personen at the keyboard: compare, choose, merge, take apart; and the ways in from elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui.dossier.page import DossierPage
from casus.gui.merging.choose import ChoosePanel
from casus.gui.merging.page import KEY, DuplicatesPage
from casus.gui.merging.panel import MergePanel
from casus.gui.merging.split_panel import SplitPanel
from casus.gui.persons.form import PersonPanel
from casus.services import merging, persons, tasks
from casus.services.desk import Desk
from casus.services.inputs import TaskInput


def named(place: QWidget, words: str) -> QPushButton:
    buttons = [one for one in place.findChildren(QPushButton) if one.isVisible()]
    return next(one for one in buttons if one.text().replace("&", "") == words)


def choose(user: User, key: str, at: int) -> None:
    bar = form_of(user.panel)[key].bar  # type: ignore[attr-defined]
    user.tab_to(bar)
    for _ in range(at):
        user.press(Qt.Key.Key_Right)
    user.press(Qt.Key.Key_Space)


def test_a_pair_is_compared_merged_and_taken_apart_by_keyboard(
    desk: Desk, sit_down: Callable[..., User]
) -> None:
    left = a_person(desk, telephone="030 111", note="Van oma.")
    right = a_person(desk, telephone="030 222", note="Van school.")
    twice = [a_case(desk, one) for one in (left, right)]
    user = sit_down(desk, KEY)
    page = user.page
    assert isinstance(page, DuplicatesPage)
    assert_accessible(page)
    user.push(named(page, "Vergelijken"))
    panel = user.panel
    assert isinstance(panel, MergePanel)
    assert_accessible(panel)
    asked = set(form_of(panel).fields)
    assert asked == {"telephone", "case:top_x", "reason"}
    user.fill(form_of(panel)["reason"], "Twee keer aangemeld door school.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.panel is panel  # nothing is chosen silently
    assert form_of(panel)["telephone"].error()
    first = form_of(panel)["telephone"].words
    assert len(first()) == 0
    user.push(named(panel, "Omwisselen"))
    user.settle()
    assert user.panel is not panel
    kept = merging.compare(desk, left.id, right.id)
    choose(user, "telephone", 1)
    choose(user, "case:top_x", 0)
    user.fill(form_of(user.panel)["reason"], "Twee keer aangemeld door school.")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert isinstance(user.page, DossierPage)
    (done,) = merging.merges(desk)
    one = persons.get_person(desk, done.kept_id)
    other = ({left.id, right.id} - {one.id}).pop()
    told = {kept.left.id: "030 111", kept.right.id: "030 222"}
    assert one.telephone == told[other]
    assert {case.person_id for case in twice} == {left.id, right.id}
    later = tasks.add_task(desk, TaskInput("Bellen", person_id=one.id)).value
    page = user.open(KEY)
    user.push(named(page, "Uit elkaar halen"))
    panel = user.panel
    assert isinstance(panel, SplitPanel)
    assert_accessible(panel)
    if later.id in form_of(panel).fields:
        choose(user, later.id, 1)
    user.fill(form_of(panel)["reason"], "Het zijn toch twee jongens.")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert merging.merges(desk) == []
    assert persons.get_person(desk, left.id).telephone == "030 111"
    page = user.open(KEY)
    user.push(named(page, "Geen dubbele"))
    assert merging.suggestions(desk) == []


def test_the_ways_in_from_a_dossier_and_from_the_form_of_a_person(
    desk: Desk, sit_down: Callable[..., User]
) -> None:
    one = a_person(desk, given_name="Sam", surname="Berg")
    other = a_person(desk, given_name="Samm", surname="Berg")
    user = sit_down(desk, "dossier", f"person:{one.id}")
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.merge_person()
    user.settle()
    panel = user.panel
    assert isinstance(panel, ChoosePanel)
    assert_accessible(panel)
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.field.error()
    user.fill(panel.field, other.number)
    user.wait_until(lambda: panel.field.found.count() > 0)
    user.press(Qt.Key.Key_Return)
    user.press(Qt.Key.Key_Return, CTRL)
    assert isinstance(user.panel, MergePanel)
    user.window.open_panel(PersonPanel(user.window, desk, one.id))
    user.settle()
    form = user.panel
    assert isinstance(form, PersonPanel)
    user.fill(form.form["given_name"], "Sammy")
    user.wait_until(lambda: form.ui.similarField.isVisible())
    user.push(named(form, "Vergelijken"))
    user.settle()
    assert isinstance(user.panel, MergePanel)


def test_who_is_saved_twice_all_the_same_is_listed(desk: Desk, sit_down: Callable[..., User]) -> None:
    one = a_person(desk, given_name="Sam", surname="Berg")
    user = sit_down(desk)
    user.window.open_panel(PersonPanel(user.window, desk))
    user.settle()
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    user.fill(panel.form["given_name"], "Samm")
    user.fill(panel.form["surname"], "Berg")
    panel.ui.districtField.set_value("overvecht")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    user.push(panel.ui.similarField.insist)
    user.settle()
    page = user.open(KEY)
    assert isinstance(page, DuplicatesPage)
    assert len(persons.PersonList(desk).ids()) == 2
    (pair,) = merging.suggestions(desk)
    assert one.id in (pair.left.id, pair.right.id)
    user.push(named(page, "Vergelijken"))
    assert isinstance(user.panel, MergePanel)
