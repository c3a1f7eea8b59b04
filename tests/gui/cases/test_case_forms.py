# SPDX-License-Identifier: EUPL-1.2
"""Opening a case, moving it from phase to phase, closing and reopening it: by keyboard alone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.keyboard import CTRL, User, form_of
from tests.helpers.menus import pick

from casus.gui import forms_registry
from casus.gui.cases.form import CasePanel
from casus.gui.cases.phase_form import PhasePanel
from casus.gui.dossier.page import DossierPage
from casus.gui.labels import label
from casus.gui.widgets.choice_fields import ChipsField, SegmentedChoice
from casus.gui.widgets.field import Field
from casus.gui.widgets.segments import Chip
from casus.services import cases, drafts
from casus.services.desk import Desk
from casus.services.dossier import open_dossier
from casus.services.records import Case

REASON = "Nieuw incident in de buurt."


@pytest.fixture
def user(desk: Desk, sit_down: Callable[..., User]) -> User:
    """A PGA expert before the list of cases."""
    return sit_down(desk, "casussen")


def begin(user: User) -> CasePanel:
    """Open the form for a case with the button of the list."""
    button = next(one for one in user.page.findChildren(QPushButton) if one.property("kind") == "primary")
    user.push(button)
    panel = user.panel
    assert isinstance(panel, CasePanel)
    return panel


def choose(user: User, field: Field, code: str) -> None:
    """Choose an option with Space, or with the arrows where only one can be chosen."""
    if isinstance(field, SegmentedChoice):
        user.tab_to(field)
        user.press(Qt.Key.Key_Space)
        for _ in range(len(field.bar.buttons())):
            if field.value() == code:
                return
            user.press(Qt.Key.Key_Right)
    elif isinstance(field, ChipsField):
        words = label(field.get_codelist(), code)
        user.push(next(chip for chip in field.findChildren(Chip) if chip.text() == words))
    assert code in field.value()


def select(user: User, field: Field, start: str) -> None:
    """Choose from a closed list by typing how the option begins."""
    user.tab_to(field)
    user.type(start)


def find_person(user: User, qtbot: QtBot, name: str) -> None:
    """Type a name and take the first one found."""
    panel = user.panel
    assert isinstance(panel, CasePanel)
    field = panel.ui.personField
    user.fill(field, name)
    qtbot.waitUntil(field.found.isVisible)
    user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_Return)


def the_dossier(user: User) -> DossierPage:
    """Return the dossier that is shown."""
    page = user.page
    assert isinstance(page, DossierPage)
    return page


def only_case(desk: Desk, person_id: str) -> Case:
    """Return the one open case of a person."""
    (case,) = cases.open_cases_of(desk, person_id)
    return case


def move(user: User, target: str) -> PhasePanel:
    """Choose a phase in the menu of the dossier's head."""
    pick(user, the_dossier(user).header.phase, target)
    panel = user.panel
    assert isinstance(panel, PhasePanel)
    return panel


def test_a_case_is_opened_for_someone_found_by_name(user: User, desk: Desk, qtbot: QtBot) -> None:
    person = a_person(desk)
    panel = begin(user)
    assert panel.ui.personField.isAncestorOf(user.focus())
    find_person(user, qtbot, "amran")
    choose(user, panel.form["inclusion_reasons"], "family_system")
    user.press(Qt.Key.Key_Return, CTRL)
    case = only_case(desk, person.id)
    assert (case.approach, case.phase, case.inclusion_reasons) == ("top_x", "registered", ["family_system"])
    assert case.opened_on == desk.today()
    assert the_dossier(user).header.phase.text() == "Aangemeld"
    assert user.window.windowTitle() == "Casus · Dossier"


def test_someone_new_is_put_on_file_first_and_then_the_case_goes_on(user: User, desk: Desk) -> None:
    panel = begin(user)
    user.push(panel.ui.personField.new)
    form = form_of(user.panel)
    user.fill(form["given_name"], "Samira")
    user.fill(form["surname"], "Bouzid")
    user.fill(form["birth_date"], "5-5-2003")
    user.press(Qt.Key.Key_Return, CTRL)
    panel_again = user.panel
    assert isinstance(panel_again, CasePanel)
    choose(user, panel_again.form["inclusion_reasons"], "drug_crime")
    user.press(Qt.Key.Key_Return, CTRL)
    dossier = the_dossier(user).acts.dossier
    assert dossier is not None
    assert dossier.header.name == "Bouzid, Samira"
    assert dossier.case is not None


def test_a_name_typed_without_choosing_someone_is_told_beside_the_field(user: User, desk: Desk) -> None:
    panel = begin(user)
    user.fill(panel.form["person_id"], "Niemand")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["person_id"].error()
    assert panel.form["inclusion_reasons"].error()
    assert panel.ui.personField.name() == "Niemand"


def test_a_minor_needs_words(user: User, desk: Desk) -> None:
    person = a_person(desk, birth_date=date(2006, 11, 20))
    page = user.open("dossier", f"person:{person.id}")
    assert isinstance(page, DossierPage)
    page.acts.open_case()
    user.settle()
    panel = user.panel
    assert isinstance(panel, CasePanel)
    choose(user, panel.form["inclusion_reasons"], "several_domains")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["inclusion_note"].error()
    assert "minderjarige" in panel.form["inclusion_note"].get_label()
    user.fill(panel.form["inclusion_note"], "De school en het gezin vragen erom.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert only_case(desk, person.id).inclusion_note == "De school en het gezin vragen erom."


def test_under_sixteen_without_a_representative_is_told_where_to_mend_it(user: User, desk: Desk) -> None:
    person = a_person(desk, birth_date=date(2009, 1, 5))
    page = user.open("dossier", f"person:{person.id}")
    assert isinstance(page, DossierPage)
    page.acts.open_case()
    user.settle()
    panel = user.panel
    assert isinstance(panel, CasePanel)
    choose(user, panel.form["inclusion_reasons"], "several_domains")
    user.fill(panel.form["inclusion_note"], "De school en het gezin vragen erom.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert "vertegenwoordiger" in panel.form["person_id"].error()
    assert panel.form["inclusion_note"].raw() == "De school en het gezin vragen erom."


def test_a_second_case_in_the_same_approach_is_refused_beside_the_approach(user: User, desk: Desk) -> None:
    person = a_person(desk)
    a_case(desk, person)
    page = user.open("dossier", f"person:{person.id}")
    assert isinstance(page, DossierPage)
    page.acts.open_case()
    user.settle()
    panel = user.panel
    assert isinstance(panel, CasePanel)
    choose(user, panel.form["inclusion_reasons"], "several_domains")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["approach"].error()
    assert panel.form["inclusion_reasons"].value() == ("several_domains",)
    choose(user, panel.form["approach"], "local_pga")
    user.press(Qt.Key.Key_Return, CTRL)
    assert len(cases.open_cases_of(desk, person.id)) == 2
    assert the_dossier(user).header.cases.isVisible()


def test_a_case_moves_back_with_a_reason_closes_and_opens_again(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    panel = move(user, "Uitvoering")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["reason"].error(), "phases are skipped"
    user.fill(panel.form["reason"], "kort")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["reason"].error()
    assert panel.form["reason"].raw() == "kort"
    user.fill(panel.form["reason"], REASON)
    user.press(Qt.Key.Key_Return, CTRL)
    assert cases.get_case(desk, case.id).phase == "execution"
    assert the_dossier(user).header.phase.text() == "Uitvoering"

    closing = move(user, "Afgesloten")
    user.press(Qt.Key.Key_Return, CTRL)
    assert closing.form["closure_reason"].error()
    select(user, closing.form["closure_reason"], "Doelen")
    select(user, closing.form["outcome"], "Stab")
    user.fill(closing.form["reason"], REASON)
    user.press(Qt.Key.Key_Return, CTRL)
    closed = cases.get_case(desk, case.id)
    assert (closed.phase, closed.closure_reason, closed.outcome) == ("closed", "goals_achieved", "stable")

    pick(user, the_dossier(user).header.more, "Casus heropenen")
    again = user.panel
    assert isinstance(again, PhasePanel)
    user.fill(again.form["reason"], REASON)
    user.press(Qt.Key.Key_Return, CTRL)
    assert cases.get_case(desk, case.id).phase == "reopened"
    moves = [item.codes["phase"] for item in open_dossier(desk, case.id).timeline if item.kind == "phase"]
    assert sorted(moves) == ["closed", "execution", "registered", "reopened"]


def test_the_next_phase_needs_no_reason(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    panel = move(user, "Screening en triage")
    assert panel.form["reason"].is_optional()
    user.press(Qt.Key.Key_Return, CTRL)
    assert cases.get_case(desk, case.id).phase == "screening"


def test_a_day_before_the_phase_began_is_refused_beside_the_day(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    panel = move(user, "Screening en triage")
    user.fill(panel.form["on"], "1-1-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["on"].error()
    assert panel.form["on"].raw() == "1-1-2023"
    assert cases.get_case(desk, case.id).phase == "registered"


def test_a_review_says_why_and_when_the_next_one_is(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    pick(user, the_dossier(user).header.more, "Hertoets vastleggen")
    panel = user.panel
    user.press(Qt.Key.Key_Return, CTRL)
    form = form_of(panel)
    assert form["reasoning"].error()
    choose(user, form["proportionate"], "yes")
    user.fill(form["reasoning"], "Er is nog veel onrust thuis.")
    user.press(Qt.Key.Key_Return, CTRL)
    review_on = cases.get_case(desk, case.id).review_on
    assert review_on is not None
    assert review_on > desk.today() + timedelta(days=180)


def test_a_case_is_assigned_to_a_colleague(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    pick(user, the_dossier(user).header.more, "Collega toewijzen")
    select(user, form_of(user.panel)["worker_id"], "Mar")
    user.press(Qt.Key.Key_Return, CTRL)
    assert "case_lead" in {one.role for one in open_dossier(desk, case.id).assignments}


def test_drafts_of_a_case_and_of_a_move_open_again(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    panel = move(user, "Uitvoering")
    user.fill(panel.form["reason"], REASON)
    user.press(Qt.Key.Key_Escape)
    user.settle()
    key = f"phase:{case.id}"
    assert [draft.key for draft in drafts.list_drafts(desk)] == [key]
    user.open("casussen")
    assert forms_registry.reopen(user.window, desk, key, owner=user.window)
    user.settle()
    form = form_of(user.panel)
    assert form["reason"].raw() == REASON
    assert form["target"].value() == "execution"
    user.press(Qt.Key.Key_Return, CTRL)
    assert cases.get_case(desk, case.id).phase == "execution"
    assert drafts.list_drafts(desk) == []


def test_the_forms_can_be_used_by_a_screen_reader(user: User, desk: Desk) -> None:
    case = a_case(desk)
    user.open("dossier", f"case:{case.id}")
    move(user, "Afgesloten")
    assert_accessible(user.window)
    user.open("casussen")
    begin(user)
    assert_accessible(user.window)
