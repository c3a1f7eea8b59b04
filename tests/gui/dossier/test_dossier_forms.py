# SPDX-License-Identifier: EUPL-1.2
"""The forms that open from a dossier: plan, measurement, task, sharing, programme, detention, family."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_facility, a_family, a_person, a_programme
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui import forms_registry
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.goals import GoalsField
from casus.gui.dossier.page import DossierPage
from casus.gui.families.member_form import MemberPanel
from casus.gui.persons.person_field import PersonField
from casus.gui.record_panel import RecordPanel
from casus.gui.widgets.segments import Segment
from casus.services import drafts, families, partners, programmes
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier
from casus.services.inputs import PartnerInput
from casus.services.records import Case

FORMS = (
    "edit_person", "open_case", "move_phase", "review", "assign", "assess", "write_plan", "add_task", "share",
    "add_programme", "add_detention", "add_family", "home_visit", "prison_visit",
)  # fmt: skip


@pytest.fixture
def case(desk: Desk) -> Case:
    """A running case."""
    return a_case(desk)


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    """A PGA expert before the dossier of the case."""
    return sit_down(desk, "dossier", f"case:{case.id}")


def start(user: User, act: str, *about: str) -> Any:
    """Open the form of an act and return it."""
    page = user.page
    assert isinstance(page, DossierPage)
    getattr(page.acts, act)(*about)
    user.settle()
    return form_of(user.panel)


def save(user: User) -> None:
    """Press Ctrl+Enter; the panel goes when all is right."""
    user.press(Qt.Key.Key_Return, CTRL)


def segment(user: User, field: Any, words: str) -> None:
    """Choose one of the options side by side."""
    options = list(field.findChildren(Segment))
    user.tab_to(field)  # enters at the chosen one
    user.press(Qt.Key.Key_Space)
    wanted = [one.text() for one in options].index(words)
    for _ in options:
        at = next(at for at, one in enumerate(options) if one.isChecked())
        if at == wanted:
            return
        user.press(Qt.Key.Key_Right if at < wanted else Qt.Key.Key_Left)
    raise AssertionError(words)


def choose(user: User, field: Any, start_of: str) -> None:
    """Choose from a closed list by typing how the option begins."""
    user.tab_to(field)
    user.type(start_of)


def mark(user: User, field: Any) -> None:
    """Switch on the first option of a field."""
    user.tab_to(field)
    user.press(Qt.Key.Key_Space)


def now(desk: Desk, case: Case) -> Dossier:
    """Return the dossier as it is stored."""
    return open_dossier(desk, case.id)


def test_every_form_begins_in_its_first_field_and_looking_at_it_leaves_nothing(
    user: User, desk: Desk
) -> None:
    """Usable by a screen reader; Escape gives the keyboard back, and there is no draft."""
    a_facility(desk)
    page = user.page
    assert isinstance(page, DossierPage)
    for act in FORMS:
        start(user, act)
        assert user.panel.content.isAncestorOf(user.focus()), act
        assert_accessible(user.window)
        user.window.close_panel()
        user.tab_to(page.visit)
        start(user, act)
        user.press(Qt.Key.Key_Escape)
        assert user.window.area.panel is None, act
        assert page.visit.hasFocus(), act
        assert drafts.list_drafts(desk) == [], act


@pytest.mark.parametrize(
    ("act", "field"),
    [("write_plan", "summary"), ("add_task", "title"), ("share", "what"), ("review", "reasoning"),
     ("add_family", "name"), ("assess", "note"), ("add_programme", "note"), ("add_detention", "note")],
)  # fmt: skip
def test_what_is_typed_comes_back_from_its_draft(user: User, desk: Desk, act: str, field: str) -> None:
    form = start(user, act)
    user.fill(form[field], "Nog niet af")
    user.press(Qt.Key.Key_Escape)
    user.settle()
    (draft,) = drafts.list_drafts(desk)
    user.open("personen")
    assert forms_registry.reopen(user.window, desk, draft.key, owner=user.window)
    user.settle()
    assert form_of(user.panel)[field].raw() == "Nog niet af"
    panel = user.panel
    assert isinstance(panel, RecordPanel)
    panel.throw_away()
    user.settle()
    assert drafts.list_drafts(desk) == []


def test_a_plan_with_a_goal_is_written_and_adopted(user: User, desk: Desk, case: Case) -> None:
    form = start(user, "write_plan")
    user.fill(form["summary"], "Terug naar school en sport.")
    segment(user, form["discussed"], "Ja")
    user.fill(form["discussed_on"], "gisteren")
    goals = form["goals"]
    assert isinstance(goals, GoalsField)
    user.tab_to(goals.goals[0].what)
    user.type("Drie dagen naar school")
    save(user)
    plan = now(desk, case).plan
    assert plan is not None
    assert [goal.record.title for goal in plan.goals] == ["Drie dagen naar school"]
    page = user.page
    assert isinstance(page, DossierPage)
    page.acts.show_tab("plan")
    adopt = next(
        one for one in page.findChildren(QPushButton) if one.text() == "Plan vaststellen" and one.isVisible()
    )
    user.push(adopt)
    adopted = now(desk, case).plan
    assert adopted is not None
    assert adopted.record.status == "adopted"


def test_a_plan_not_discussed_says_why_before_it_is_adopted(user: User, desk: Desk, case: Case) -> None:
    form = start(user, "write_plan")
    user.fill(form["summary"], "Terug naar school en sport.")
    segment(user, form["discussed"], "Nee")
    save(user)
    if user.window.area.panel is not None:
        user.fill(form["discussed_note"], "Hij wil nog niet praten.")
        save(user)
    plan = now(desk, case).plan
    assert plan is not None
    assert plan.record.discussed_note == "Hij wil nog niet praten."


def test_life_domains_are_measured_and_the_next_time_is_not_a_baseline(
    user: User, desk: Desk, case: Case
) -> None:
    form = start(user, "assess")
    save(user)
    assert form["scores.housing"].error()
    user.tab_to(form["scores.housing"])
    user.type("3")
    save(user)
    assert form["scores.justice"].error()
    panel = user.panel
    assert isinstance(panel, AssessmentPanel)
    user.push(panel.half.button)
    (measured,) = now(desk, case).assessments
    assert measured.scores["housing"].score == "s3"
    again = start(user, "assess")
    assert again["kind"].value() == "interim"


def test_a_task_gets_a_day_typed_freely(user: User, desk: Desk, case: Case) -> None:
    form = start(user, "add_task")
    save(user)
    assert form["title"].error()
    user.fill(form["title"], "Bellen met de school")
    user.fill(form["due_on"], "+7d")
    save(user)
    (task,) = now(desk, case).tasks
    assert (task.title, task.due_on) == ("Bellen met de school", desk.today() + timedelta(days=7))


def test_a_sharing_needs_a_recipient_and_keeps_what_was_typed(user: User, desk: Desk, case: Case) -> None:
    form = start(user, "share")
    mark(user, form["data_kinds"])
    user.fill(form["what"], "Adres en telefoonnummer")
    mark(user, form["way"])
    choose(user, form["legal_basis"], "Wpg")
    save(user)
    assert form["basis_note"].error()
    user.fill(form["basis_note"], "Artikel 20 Wpg.")
    save(user)
    assert form["recipient"].error()
    assert form["what"].raw() == "Adres en telefoonnummer"
    user.fill(form["recipient"], "Buurtteam Overvecht")
    save(user)
    (shared,) = now(desk, case).sharings
    assert (shared.recipient, shared.what, shared.data_kinds, shared.way) == (
        "Buurtteam Overvecht", "Adres en telefoonnummer", ["identity"], "oral",
    )  # fmt: skip


def test_a_programme_is_registered_started_and_finished(user: User, desk: Desk, case: Case) -> None:
    form = start(user, "add_programme")
    choose(user, form["kind"], "Sport")
    user.fill(form["provider_name"], "Boksschool")
    save(user)
    (programme,) = now(desk, case).programmes
    assert (programme.kind, programme.status, programme.provider_name) == (
        "sport",
        "registered",
        "Boksschool",
    )
    start(user, "step_programme", "start", programme.id)
    save(user)
    assert programmes.get_programme(desk, programme.id).status == "started"
    form = start(user, "step_programme", "finish", programme.id)
    save(user)
    assert form["outcome"].error()
    segment(user, form["outcome"], "Baan")
    save(user)
    assert programmes.get_programme(desk, programme.id).outcome == "job"


def test_a_programme_that_stops_says_why(user: User, desk: Desk, case: Case) -> None:
    programme = a_programme(desk, open_dossier(desk, case.id).person)
    form = start(user, "step_programme", "stop", programme.id)
    save(user)
    assert form["reason"].error()
    user.fill(form["reason"], "Verhuisd naar een andere stad.")
    save(user)
    assert programmes.get_programme(desk, programme.id).stop_reason == "Verhuisd naar een andere stad."


def test_a_start_before_the_registration_is_refused_beside_the_day(
    user: User, desk: Desk, case: Case
) -> None:
    programme = a_programme(desk, open_dossier(desk, case.id).person)
    form = start(user, "step_programme", "start", programme.id)
    user.fill(form["on"], "1-1-2023")
    save(user)
    assert form["on"].error()
    assert form["on"].raw() == "1-1-2023"
    assert programmes.get_programme(desk, programme.id).status == "registered"


def test_a_detention_with_its_conditions_and_the_release(user: User, desk: Desk, case: Case) -> None:
    a_facility(desk)
    form = start(user, "add_detention")
    choose(user, form["facility_id"], "PI")
    user.fill(form["entered_on"], "1-10-2023")
    save(user)
    (stay,) = now(desk, case).detentions
    assert stay.facility == "PI Nieuwegein"
    form = start(user, "check_condition", stay.record.id, "housing")
    segment(user, form["moment"], "Binnenkomst")
    segment(user, form["status"], "Niet op orde")
    save(user)
    (check,) = now(desk, case).detentions[0].conditions
    assert (check.condition, check.status) == ("housing", "not_arranged")
    form = start(user, "release", stay.record.id)
    user.fill(form["on"], "1-9-2023")
    save(user)
    assert form["on"].error(), "released before going in"
    user.fill(form["on"], "gisteren")
    save(user)
    assert now(desk, case).detentions[0].record.released_on == desk.today() - timedelta(days=1)


def test_a_second_detention_at_the_same_time_is_refused_above_the_form(
    user: User, desk: Desk, case: Case
) -> None:
    a_detention(desk, open_dossier(desk, case.id).person)
    form = start(user, "add_detention")
    choose(user, form["facility_id"], "PI")
    user.fill(form["note"], "Overgeplaatst")
    save(user)
    assert user.window.area.panel is not None
    assert form["note"].raw() == "Overgeplaatst"
    assert len(now(desk, case).detentions) == 1


def test_a_family_made_from_a_dossier_gets_this_person_as_its_first_member(
    user: User, desk: Desk, case: Case
) -> None:
    form = start(user, "add_family")
    user.fill(form["name"], "Familie El Amrani")
    save(user)
    panel = user.panel
    assert isinstance(panel, MemberPanel)
    segment(user, panel.form["relation"], "Kind")
    user.fill(panel.form["from_on"], "1-3-2023")
    save(user)
    (family,) = now(desk, case).families
    assert [member.person_id for member in family.members] == [case.person_id]


def test_a_minor_without_a_case_in_a_family_needs_a_reason(user: User, desk: Desk, qtbot: QtBot) -> None:
    family = a_family(desk)
    a_person(desk, given_name="Sara", surname="Bakker", birth_date=date(2014, 1, 1))
    form = start(user, "add_member", family.id)
    field = form["person_id"]
    assert isinstance(field, PersonField)
    user.fill(field, "bakker")
    qtbot.waitUntil(field.found.isVisible)
    user.press(Qt.Key.Key_Return)
    segment(user, form["relation"], "Broer of zus")
    save(user)
    assert form["minor_reason"].error()
    user.fill(form["minor_reason"], "Woont in hetzelfde huis.")
    save(user)
    assert [member.name for member in families.members(desk, family.id)] == ["Bakker, Sara"]


def test_a_partner_can_be_chosen_where_data_was_shared(user: User, desk: Desk, case: Case) -> None:
    partner = partners.add_partner(desk, PartnerInput("Politie Overvecht", "police")).value
    form = start(user, "share")
    choose(user, form["partner_id"], "Politie")
    mark(user, form["data_kinds"])
    mark(user, form["way"])
    save(user)
    (shared,) = now(desk, case).sharings
    assert (shared.partner_id, shared.recipient) == (partner.id, "Politie Overvecht")


def test_every_form_of_a_dossier_is_known_by_its_draft(user: User, desk: Desk) -> None:
    a_facility(desk)
    known = forms_registry.known()
    page = user.page
    assert isinstance(page, DossierPage)
    unknown = []
    for act in FORMS:
        start(user, act)
        key = user.session.drafts.open_keys()[-1]
        if forms_registry.split(key)[0] not in known:
            unknown.append(key)
        user.press(Qt.Key.Key_Escape)
    assert unknown == []
