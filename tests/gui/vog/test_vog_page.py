# SPDX-License-Identifier: EUPL-1.2
"""Certificates by keyboard: begin, next step, a reason in one key, a correction afterwards, the list over all."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.vog.page import VogPage
from casus.gui.vog.reason_field import ReasonField
from casus.services import drafts, vog
from casus.services.desk import Desk
from casus.services.dossier import open_dossier
from casus.services.inputs import VogInput
from casus.services.records import Case, VogProcedure

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

TODAY = date(2023, 11, 1)


@pytest.fixture
def rio(make_desk: "MakeDesk") -> Desk:
    return make_desk("rio")


@pytest.fixture
def case(rio: Desk) -> Case:
    return a_case(rio, approach="rio")


@pytest.fixture
def user(rio: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    someone = sit_down(rio, "dossier", f"case:{case.id}")
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


def only(rio: Desk, case: Case) -> VogProcedure:
    (one,) = open_dossier(rio, case.id).vogs
    return one


def test_from_orientation_to_a_view_by_keyboard(user: User, rio: Desk, case: Case) -> None:
    press(user, "VOG-traject beginnen")
    form = form_of(user.panel)
    user.fill(form["on"], "1-9-2023")
    user.tab_to(form["ambassador_id"])
    user.type("Iemand")
    user.fill(form["ambassador_name"], "Noor Bos")
    user.fill(form["ambassador_organisation"], "Mbo Utrecht")
    save(user)
    assert only(rio, case).status == "orientation"
    press(user, "Volgende stap")
    user.fill(form_of(user.panel)["on"], "2-10-2023")
    save(user)
    assert (only(rio, case).status, only(rio, case).due_on) == ("applied", date(2023, 10, 30))
    press(user, "Volgende stap")
    user.fill(form_of(user.panel)["on"], "20-10-2023")
    save(user)
    assert only(rio, case).status == "intended_refusal"
    press(user, "Volgende stap")
    assert form_of(user.panel)["target"].value() == "view"
    save(user)
    assert only(rio, case).view_given_on == TODAY
    press(user, "Wijzigen")
    form = form_of(user.panel)
    user.fill(form["view_given_on"], "5-10-2023")
    save(user)
    assert form["view_given_on"].error()
    assert form["view_given_on"].raw() == "5-10-2023"
    user.fill(form["view_given_on"], "25-10-2023")
    save(user)
    assert only(rio, case).view_given_on == date(2023, 10, 25)
    assert_accessible(user.window)


def test_not_applying_asks_why_and_offers_the_usual_reasons(user: User, rio: Desk, case: Case) -> None:
    vog.open_vog(rio, VogInput(case.person_id, "work", date(2023, 9, 1)))
    user.open("vandaag")
    user.open("dossier", f"case:{case.id}")
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.show_tab("programmes")
    press(user, "Niet aangevraagd")
    reason = form_of(user.panel)["reason"]
    assert isinstance(reason, ReasonField)
    save(user)
    assert reason.error()
    words = reason.usual[0].text()
    user.push(reason.usual[0])
    user.press(Qt.Key.Key_End)
    user.type(" Al twee keer.")
    save(user)
    assert only(rio, case).not_applied_reason == f"{words} Al twee keer."
    assert only(rio, case).status == "not_applied"


def test_the_list_opens_the_next_step_by_key_and_the_dossier_by_enter(
    user: User, rio: Desk, case: Case
) -> None:
    one = vog.open_vog(rio, VogInput(case.person_id, "work", date(2023, 9, 1))).value
    vog.move_vog(rio, one.id, "applied", on=date(2023, 9, 4))
    page = user.open("vog")
    assert isinstance(page, VogPage)
    user.tab_to(page.table.view)
    page.table.select_id(one.id)
    user.press(Qt.Key.Key_S)
    assert form_of(user.panel)["target"].value() == "intended_refusal"
    user.press(Qt.Key.Key_Escape)
    page.show_only(["attention:due"])
    user.settle()
    assert page.table.model.rowCount() == 1
    page.show_only(["attention:avoided"])
    user.settle()
    assert page.table.model.rowCount() == 0
    page.table.clear()
    user.settle()
    assert_accessible(user.window)
    page.open_record(one.id)
    user.settle()
    found = user.page
    assert isinstance(found, DossierPage)
    assert found.tabs.tabText(found.tabs.currentIndex()) == "Trajecten"


def test_a_draft_of_a_step_comes_back(user: User, rio: Desk, case: Case) -> None:
    one = vog.open_vog(rio, VogInput(case.person_id, "work", date(2023, 9, 1))).value
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.step_vog(one.id)
    user.settle()
    user.fill(form_of(user.panel)["note"], "Formulier ligt klaar")
    user.press(Qt.Key.Key_Escape)
    user.settle()
    (draft,) = drafts.list_drafts(rio)
    assert forms_registry.reopen(user.window, rio, draft.key, owner=user.window)
    user.settle()
    assert form_of(user.panel)["note"].raw() == "Formulier ligt klaar"
