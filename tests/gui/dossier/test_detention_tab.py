# SPDX-License-Identifier: EUPL-1.2
"""The tab Detentie by keyboard: conditions set by a key, leave, transfer, identity document, and what cannot be."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.gui.dossier.test_dossier_forms import segment
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_facility
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui.detentions.id_form import IdApplicationPanel
from casus.gui.detentions.leave_form import LeavePanel
from casus.gui.detentions.release_form import ReleasePanel
from casus.gui.detentions.transfer_form import TransferPanel
from casus.gui.dossier.detention_tab import DetentionTab
from casus.gui.dossier.page import DossierPage
from casus.services import detentions, facilities
from casus.services.conditions import conditions_of
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier
from casus.services.records import Case

TODAY = date(2023, 11, 1)


@pytest.fixture
def case(make_desk: Callable[..., Desk]) -> tuple[Desk, Case]:
    """A RIO with someone inside since September, whose D&R plan is there."""
    desk = make_desk(role="rio")
    case = a_case(desk, approach="rio")
    person = open_dossier(desk, case.id).person
    a_detention(desk, person, case_id=case.id, plan_received_on=date(2023, 9, 20))
    a_facility(desk, "PI Lelystad")
    return desk, case


@pytest.fixture
def user(case: tuple[Desk, Case], sit_down: Callable[..., User]) -> User:
    """The RIO, before the tab."""
    desk, of = case
    return sit_down(desk, "dossier", f"case:{of.id}#detention")


def tab(user: User) -> DetentionTab:
    """Return the tab that is shown."""
    page = user.page
    assert isinstance(page, DossierPage)
    found = page.tabs.currentWidget()
    assert isinstance(found, DetentionTab)
    return found


def push(user: User, words: str) -> None:
    """Go to a button of the tab and press Space."""
    buttons = [one for one in tab(user).findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert buttons, words
    user.push(buttons[0])


def now(case: tuple[Desk, Case]) -> Dossier:
    """Return the dossier as it is stored."""
    return open_dossier(case[0], case[1].id)


def save(user: User) -> None:
    """Press Ctrl+Enter."""
    user.press(Qt.Key.Key_Return, CTRL)


def test_keys_set_how_a_condition_stands_and_enter_opens_its_form(
    user: User, case: tuple[Desk, Case]
) -> None:
    matrix = next(iter(tab(user).matrices.values()))
    assert_accessible(user.window)
    user.tab_to(matrix)
    user.press(Qt.Key.Key_3)
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_1)
    user.press(Qt.Key.Key_Right)
    user.press(Qt.Key.Key_2)
    desk, of = case
    assert [
        (one.condition, one.moment, one.status, one.arranged_on) for one in conditions_of(desk, of.id)
    ] == [
        ("housing", "entry", "arranged", TODAY),
        ("housing", "release", "in_progress", None),
        ("id_document", "entry", "not_arranged", None),
    ]
    again = next(iter(tab(user).matrices.values()))
    assert (again.hasFocus(), again.place()) == (True, (1, 1))
    user.press(Qt.Key.Key_Return)
    form = form_of(user.panel)
    assert (form["condition"].value(), form["moment"].value(), form["status"].value()) == (
        "housing", "release", "in_progress",
    )  # fmt: skip
    user.fill(form["action"], "Woning per 1 december.")
    save(user)
    kept = [one.action for one in conditions_of(desk, of.id) if one.moment == "release"]
    assert kept == ["Woning per 1 december."]
    back = next(iter(tab(user).matrices.values()))
    assert (back.hasFocus(), back.place()) == (True, (1, 1))


def test_a_leave_is_added_refused_outside_the_detention_and_taken_away(
    user: User, case: tuple[Desk, Case]
) -> None:
    push(user, "Verlof toevoegen")
    assert isinstance(user.panel, LeavePanel)
    form = form_of(user.panel)
    user.fill(form["from_on"], "31-8-2023")
    save(user)
    assert form["from_on"].error().startswith("Deze dag valt buiten de detentie")
    assert form["from_on"].raw() == "31-8-2023"
    user.fill(form["from_on"], "6-10-2023")
    user.fill(form["until_on"], "8-10-2023")
    save(user)
    (leave,) = now(case).detentions[0].leaves
    assert (leave.from_on, leave.until_on) == (date(2023, 10, 6), date(2023, 10, 8))
    push(user, "Weghalen")
    assert now(case).detentions[0].leaves == ()


def test_a_transfer_is_one_form_and_the_facility_of_now_is_not_offered(
    user: User, case: tuple[Desk, Case]
) -> None:
    push(user, "Overgeplaatst")
    assert isinstance(user.panel, TransferPanel)
    form = form_of(user.panel)
    assert list(form["facility_id"].offered().values()) == ["PI Lelystad"]  # type: ignore[attr-defined]
    save(user)
    assert form["facility_id"].error()
    user.tab_to(form["facility_id"])
    user.type("PI")
    user.fill(form["on"], "20-10-2023")
    save(user)
    assert [(view.facility, view.record.released_on) for view in now(case).detentions] == [
        ("PI Lelystad", None), ("PI Nieuwegein", date(2023, 10, 20)),
    ]  # fmt: skip


def test_the_steps_of_an_identity_document_take_a_key_each_and_propose_the_condition(
    user: User, case: tuple[Desk, Case]
) -> None:
    push(user, "Aanvraag beginnen")
    assert isinstance(user.panel, IdApplicationPanel)
    save(user)
    push(user, "Foto gemaakt: vandaag")
    for _ in range(3):
        user.press(Qt.Key.Key_Space)  # the keyboard stays on the next step
    (application,) = now(case).custody.id_applications
    assert application.handed_over_on == TODAY
    assert conditions_of(case[0], case[1].id) == []
    push(user, "Zet op orde")
    (check,) = conditions_of(case[0], case[1].id)
    assert (check.condition, check.moment, check.status) == ("id_document", "entry", "arranged")
    assert not [one for one in tab(user).findChildren(QPushButton) if one.text() == "Zet op orde"]


def test_a_release_before_the_entry_is_refused_and_put_right_later(
    user: User, case: tuple[Desk, Case]
) -> None:
    push(user, "Vrijlating vastleggen")
    assert isinstance(user.panel, ReleasePanel)
    form = form_of(user.panel)
    for typed, words in (("31-8-2023", "voor het begin"), ("2-11-2023", "toekomst")):
        user.fill(form["on"], typed)
        save(user)
        assert words in form["on"].error()
        assert form["on"].raw() == typed
    user.fill(form["on"], "31-10-2023")
    save(user)
    assert now(case).now.inside is None
    push(user, "Vrijlating verbeteren")
    user.fill(form_of(user.panel)["on"], "30-10-2023")
    save(user)
    assert now(case).detentions[0].record.released_on == date(2023, 10, 30)
    push(user, "Vrijlating verbeteren")
    user.tab_to(form_of(user.panel)["on"])
    user.press(Qt.Key.Key_A, CTRL)
    user.press(Qt.Key.Key_Delete)
    save(user)
    assert now(case).now.inside == "PI Nieuwegein"


def test_two_at_once_and_a_facility_off_the_list_are_told_beside_the_field(
    user: User, case: tuple[Desk, Case]
) -> None:
    desk, of = case
    inside = now(case).detentions[0].record
    push(user, "Gegevens wijzigen")
    form = form_of(user.panel)
    facilities.remove_facility(desk, inside.facility_id)
    user.fill(form["entered_on"], "2-9-2023")
    save(user)
    assert now(case).detentions[0].record.entered_on == date(2023, 9, 2)  # it may keep the facility it has
    page = user.page
    assert isinstance(page, DossierPage)
    tab(user).acts.add()
    user.settle()
    form = form_of(user.panel)
    assert list(form["facility_id"].offered().values()) == ["PI Lelystad"]  # type: ignore[attr-defined]
    user.tab_to(form["facility_id"])
    user.type("PI")
    user.fill(form["entered_on"], "15-10-2023")
    save(user)
    assert "sinds 02-09-2023" in form["entered_on"].error()
    assert form["entered_on"].raw() == "15-10-2023"
    lelystad = facilities.facilities(desk)[0]
    facilities.remove_facility(desk, lelystad.id)
    save(user)
    assert "van de lijst gehaald" in form["facility_id"].error()
    assert len(now(case).detentions) == 1
    assert detentions.get_detention(desk, inside.id).case_id == of.id


def test_unknown_takes_the_expected_day_away_and_the_mdo_is_proposed(
    user: User, case: tuple[Desk, Case]
) -> None:
    push(user, "Gegevens wijzigen")
    form = form_of(user.panel)
    assert not form["expected_on"].isVisible()
    segment(user, form["release_certainty"], "Geschat")
    user.fill(form["expected_on"], "1-2-2024")
    save(user)
    assert now(case).detentions[0].record.expected_on == date(2024, 2, 1)
    push(user, "Gegevens wijzigen")
    form = form_of(user.panel)
    segment(user, form["release_certainty"], "Onbekend")
    assert form["expected_on"].raw() == ""
    save(user)
    record = now(case).detentions[0].record
    assert (record.expected_on, record.release_certainty) == (None, "unknown")
    push(user, "MDO plannen")
    plan = form_of(user.panel)
    assert (plan["kind"].value(), plan["on"].value()) == ("mdo", TODAY)
    save(user)
    mdo = now(case).custody.mdo
    assert mdo is not None
    assert mdo.planned_on == TODAY
