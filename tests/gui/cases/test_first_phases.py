# SPDX-License-Identifier: EUPL-1.2
"""Screening, intake, telling the person and the review, by keyboard: each asks exactly what that step needs."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.keyboard import CTRL, User, form_of
from tests.helpers.menus import pick

from casus.gui import forms_registry
from casus.gui.cases.criteria_field import CriteriaField
from casus.gui.cases.form import CasePanel
from casus.gui.cases.phase_form import PhasePanel
from casus.gui.cases.screening_form import IntakePanel, ScreeningPanel
from casus.gui.dossier.page import DossierPage
from casus.gui.widgets.choice_fields import SegmentedChoice
from casus.services import cases, drafts, tasks
from casus.services.desk import Desk
from casus.services.records import Case

WHY = "Zonder regie valt hij tussen de instanties."


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case that was just registered."""
    return a_case(desk)


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    """A PGA expert before its dossier."""
    return sit_down(desk, "dossier", f"case:{case.id}")


def the_dossier(user: User) -> DossierPage:
    page = user.page
    assert isinstance(page, DossierPage)
    return page


def choose(user: User, key: str, code: str) -> None:
    """Choose an option with the arrows."""
    field = form_of(user.panel)[key]
    assert isinstance(field, SegmentedChoice)
    user.tab_to(field)
    user.press(Qt.Key.Key_Space)
    for _ in field.bar.buttons():
        if field.value() == code:
            return
        user.press(Qt.Key.Key_Right)
    assert field.value() == code


def judge(user: User, code: str, judgement: str) -> None:
    """Judge a criterion with the arrows."""
    criteria = form_of(user.panel)["criteria"]
    assert isinstance(criteria, CriteriaField)
    user.tab_to(criteria.bars[code])
    user.press(Qt.Key.Key_Space)
    answers = list(criteria.bars[code].options())
    steps = answers.index(judgement) - answers.index(criteria.bars[code].code())
    for _ in range(abs(steps)):
        user.press(Qt.Key.Key_Right if steps > 0 else Qt.Key.Key_Left)
    assert criteria.value()[code] == judgement


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)


def test_the_criteria_are_judged_one_by_one_and_lead_to_the_intake(
    user: User, desk: Desk, case: Case
) -> None:
    pick(user, the_dossier(user).header.phase, "Intake")
    panel = user.panel
    assert isinstance(panel, ScreeningPanel)
    assert panel.form["decision"].value() == "intake"
    assert panel.form["criteria"].value()["several_domains"] == "met", "as the case was opened"
    judge(user, "drug_crime", "not_met")
    judge(user, "several_chains", "met")
    save(user)
    found = cases.get_case(desk, case.id)
    assert (found.phase, found.inclusion_reasons) == ("intake", ["several_domains", "several_chains"])
    assert the_dossier(user).header.phase.text() == "Intake"


def test_whoever_is_rejected_needs_a_reason_beside_the_field(user: User, desk: Desk, case: Case) -> None:
    pick(user, the_dossier(user).header.more, "Screening vastleggen")
    form = form_of(user.panel)
    save(user)
    assert form["decision"].error()
    choose(user, "decision", "rejected")
    user.fill(form["on"], "morgen")
    save(user)
    assert form["reason"].error()
    user.fill(form["reason"], "nvt")
    save(user)
    assert "minstens 10" in form["reason"].error()
    assert form["reason"].raw() == "nvt"
    assert form["on"].error()
    user.fill(form["on"], "vandaag")
    user.fill(form["reason"], "Het buurtteam kan dit alleen.")
    save(user)
    assert cases.get_case(desk, case.id).phase == "rejected"


def test_no_criterion_met_is_told_at_the_criteria(user: User, desk: Desk, case: Case) -> None:
    the_dossier(user).acts.screen("intake")
    user.settle()
    judge(user, "several_domains", "not_met")
    form = form_of(user.panel)
    save(user)
    assert "ten minste één" in form["criteria"].error()
    assert cases.get_case(desk, case.id).phase == "registered"


def test_the_intake_asks_what_the_person_wants_and_who_knows(user: User, desk: Desk, case: Case) -> None:
    cases.move_phase(desk, case.id, "screening", on=desk.today())
    cases.move_phase(desk, case.id, "intake", on=desk.today())
    user.open("dossier", f"case:{case.id}")
    pick(user, the_dossier(user).header.phase, "Plan van aanpak")
    assert isinstance(user.panel, IntakePanel)
    form = form_of(user.panel)
    save(user)
    for key in ("wants", "informed_how"):
        assert form[key].error(), key
    user.fill(form["wants"], "Een eigen kamer en werk.")
    choose(user, "informed_how", "postponed")
    user.fill(form["informed_note"], "Eerst het verhoor afwachten.")
    user.fill(form["informed_again_on"], "gisteren")
    user.fill(form["proportionality"], WHY)
    save(user)
    assert form["informed_again_on"].error()
    assert form["wants"].raw() == "Een eigen kamer en werk."
    user.fill(form["informed_again_on"], "+10d")
    save(user)
    found = cases.get_case(desk, case.id)
    assert (found.phase, found.informed_how, found.proportionality) == ("planning", "postponed", WHY)
    (task,) = tasks.open_tasks(desk)
    assert (task.source, task.due_on) == ("inform", desk.today() + timedelta(days=10))


def test_telling_the_person_later_ends_the_task(user: User, desk: Desk, case: Case) -> None:
    pick(user, the_dossier(user).header.more, "Persoon informeren")
    form = form_of(user.panel)
    choose(user, "informed_how", "letter")
    user.fill(form["informed_on"], "vandaag")
    save(user)
    assert cases.get_case(desk, case.id).informed_on == desk.today()


def test_the_basis_is_changed_from_the_dossier_and_keeps_its_draft(
    user: User, desk: Desk, case: Case
) -> None:
    the_dossier(user).acts.edit_basis()
    user.settle()
    panel = user.panel
    assert isinstance(panel, CasePanel)
    assert not panel.form["approach"].isVisible()
    user.fill(panel.form["proportionality"], WHY)
    user.press(Qt.Key.Key_Escape)
    (draft,) = drafts.list_drafts(desk)
    assert forms_registry.reopen(user.window, desk, draft.key, owner=user.window)
    user.settle()
    assert form_of(user.panel)["proportionality"].raw() == WHY
    save(user)
    assert cases.get_case(desk, case.id).proportionality == WHY


def test_a_review_shows_what_changed_and_no_longer_leads_to_closing(
    user: User, desk: Desk, case: Case
) -> None:
    pick(user, the_dossier(user).header.more, "Hertoets vastleggen")
    panel = user.panel
    assert "Sinds het begin" in panel.since.text()  # type: ignore[attr-defined]
    form = form_of(panel)
    assert form["next_on"].value() == date(2024, 5, 1)
    user.fill(form["next_on"], "1-9-2024")
    choose(user, "proportionate", "yes")
    user.fill(form["reasoning"], "Er is nog veel onrust thuis.")
    save(user)
    assert "6 maanden" in form["next_on"].error()
    choose(user, "proportionate", "no")
    save(user)
    assert isinstance(user.panel, PhasePanel)
    assert form_of(user.panel)["target"].value() == "closed"


def test_a_child_under_twelve_is_refused_beside_the_approach(user: User, desk: Desk) -> None:
    child = a_person(desk, birth_date=date(2013, 1, 5))
    user.open("dossier", f"person:{child.id}")
    the_dossier(user).acts.open_case()
    user.settle()
    form = form_of(user.panel)
    user.tab_to(form["inclusion_reasons"])
    user.press(Qt.Key.Key_Space)
    user.fill(form["inclusion_note"], "De school en het gezin vragen erom.")
    save(user)
    assert "12" in form["approach"].error()
    assert form["inclusion_note"].raw() == "De school en het gezin vragen erom."


def test_the_guided_forms_can_be_used_by_a_screen_reader(user: User) -> None:
    acts = the_dossier(user).acts
    for form in (acts.screen, acts.finish_intake, acts.inform):
        form()
        user.settle()
        assert_accessible(user.window)
