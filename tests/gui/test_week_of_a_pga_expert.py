# SPDX-License-Identifier: EUPL-1.2
"""A working week of a PGA expert on the demo vault: by keyboard alone, in Dutch and in English.

After each step the vault says whether it is there: what the screen tells and what is kept cannot disagree.
"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from casus.gui.cases.criteria_field import CriteriaField
from casus.gui.dossier.goals import GoalsField
from casus.gui.visits import VisitPanel
from casus.gui.widgets.segments import Chip
from casus.services import cases, drafts, plans, tasks
from casus.services.desk import Desk
from casus.services.records import Case
from casus.services.timeline import TimelineItem
from casus.services.today import today
from tests.gui.conftest import BeginDay, SitDown
from tests.helpers import week
from tests.helpers.builders import a_case, a_partner, a_person
from tests.helpers.keyboard import CTRL, User
from tests.helpers.week import (
    ENTER,
    SPACE,
    button,
    choose,
    dossier_page,
    field,
    fill,
    go_to,
    list_page,
    save,
    to_phase,
    words_in,
)  # fmt: skip

pytestmark = pytest.mark.usefixtures("both_languages")
MONDAY, TUESDAY, WEDNESDAY = week.DAYS[:3]
TAB = Qt.Key.Key_Tab
REPORT = "Bram en zijn moeder maken zich zorgen over de stageplek."
WHY = "Zonder regie valt hij tussen school en jeugdhulp."


def contacts_on(user: User, case_id: str, day: date) -> list[TimelineItem]:
    return [one for one in week.kept(user, case_id).timeline if one.kind == "contact" and one.on == day]


# --- Monday ---


def test_monday_a_planned_visit_a_search_and_nobody_home(begin_day: BeginDay, sit_down: SitDown) -> None:
    user = begin_day("pga-1", MONDAY)
    planned = today(user.session.desk).appointments[0]
    case_id = planned.case_id or ""
    report_planned_visit(user, planned.person_name)
    (visit,) = contacts_on(user, case_id, MONDAY)
    assert (visit.text, visit.codes["information_kind"], len(visit.people)) == (REPORT, "opinion", 2)
    (agreed,) = [one for one in tasks.open_tasks(user.session.desk) if one.case_id == case_id]
    assert (agreed.title, agreed.owner, agreed.due_on) == ("Belt de school", "moeder", WEDNESDAY)
    following = week.kept(user, case_id).now.next_appointment
    assert following is not None
    assert (following.on, following.at_time) == (MONDAY + timedelta(days=7), "15:30")
    assert planned.id not in {one.id for one in today(user.session.desk).appointments}

    page = list_page(user, "Taken")
    assert agreed.id in page.table.model.ids
    assert "Aarts, Bram" in week.search(user, "Aartz Bram").popup.titles()
    user.press(Qt.Key.Key_Escape)
    user.press(Qt.Key.Key_Escape)
    week.search(user, "stageplek")
    user.press(ENTER)
    assert dossier_page(user).acts.case_id == case_id

    user = week.later(user, sit_down, TUESDAY)
    assert dossier_page(user).acts.case_id == case_id, "the next morning begins where it was left"
    nobody_home(user)
    (attempt,) = contacts_on(user, case_id, TUESDAY)
    assert attempt.codes["reached"] == "not_at_home"
    again = [one for one in week.kept(user, case_id).appointments if one.id != following.id]
    assert [one.on > TUESDAY and one.on.weekday() < 5 for one in again] == [True]


def report_planned_visit(user: User, name: str) -> None:
    """From Vandaag: who was there, a report that is an opinion, an agreement for mother, the next appointment."""
    user.push(button(user.page, "Verslag", name))
    offered = [one for one in field(user, "attendees").findChildren(Chip) if one.isVisible()]
    for chip in offered[:2]:
        user.push(chip)
    fill(user, report=REPORT)
    choose(user, "information_kind", "opinion")
    user.tab_to(field(user, "agreements"))
    for text in ("Belt de school", "moeder", "+2d"):
        user.type(text)
        user.shut_popup()
        user.press(TAB)
    fill(user, next_on="+7d", next_time="1530")
    save(user)


def nobody_home(user: User) -> None:
    """From the dossier: not reached, and the proposal as it is."""
    user.press(Qt.Key.Key_B, CTRL)
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    user.tab_to(panel.form["reached"])
    user.press(Qt.Key.Key_Right)
    user.wait_until(lambda: bool(panel.form["next_on"].raw()))
    assert panel.next.why.isVisible()
    save(user)


# --- Tuesday ---


def test_tuesday_someone_new_from_registration_to_intake(begin_day: BeginDay, sit_down: SitDown) -> None:
    user = begin_day("pga-1", TUESDAY)
    list_page(user, "Casussen")
    user.push(button(user.page, "Nieuwe casus"))
    user.push(button(user.panel, "Nieuwe persoon vastleggen"))
    fill(user, given_name="Ilyas", surname="Bakkali", birth_date="5-5-2007")
    save(user)
    choose(user, "inclusion_reasons", "several_domains")
    fill(user, proportionality=WHY)
    save(user)
    assert field(user, "inclusion_note").error(), "a minor needs words"
    assert field(user, "proportionality").raw() == WHY, "what was typed stays"
    fill(user, inclusion_note="School en jeugdhulp vragen erom.")
    save(user)
    case_id = dossier_page(user).acts.case_id
    case = cases.get_case(user.session.desk, case_id)
    assert (case.phase, case.inclusion_note) == ("registered", "School en jeugdhulp vragen erom.")

    to_phase(user, "intake")
    criteria = field(user, "criteria")
    assert isinstance(criteria, CriteriaField)
    user.tab_to(criteria.bars["drug_crime"])
    for key in (SPACE, Qt.Key.Key_Left, Qt.Key.Key_Left):
        if criteria.value()["drug_crime"] != "met":
            user.press(key)
    save(user)
    case = cases.get_case(user.session.desk, case_id)
    assert (case.phase, case.inclusion_reasons) == ("intake", ["several_domains", "drug_crime"])

    to_phase(user, "planning")
    fill(user, wants="Een stageplek dicht bij huis.")
    choose(user, "informed_how", "postponed")
    save(user)
    assert field(user, "informed_note").error()
    fill(user, informed_note="Eerst het verhoor afwachten.", informed_again_on="+1d", proportionality=WHY)
    assert field(user, "wants").raw() == "Een stageplek dicht bij huis."
    save(user)
    case = cases.get_case(user.session.desk, case_id)
    assert (case.phase, case.informed_how) == ("planning", "postponed")

    user = week.later(user, sit_down, WEDNESDAY)
    go_to(user, "Vandaag")
    (inform,) = [one for one in tasks.open_tasks(user.session.desk) if one.case_id == case_id]
    assert (inform.source, inform.due_on) == ("inform", WEDNESDAY)
    assert "Bakkali, Ilyas" in words_in(user.page)


# --- Wednesday ---


@pytest.fixture
def fresh(demo_desk: Callable[[str], Desk]) -> tuple[Desk, Case]:
    """A demo vault with a case for which plan and measurement are still to be made, and its desk on Wednesday."""
    desk = week.on_day(demo_desk("pga-1"), WEDNESDAY)
    a_partner(desk, name="Schuldhulp Zuilen")
    return desk, a_case(desk, a_person(desk, given_name="Ilyas", surname="Bakkali"), opened_on=MONDAY)


def test_wednesday_measures_and_plans_past_a_lock(fresh: tuple[Desk, Case], sit_down: SitDown) -> None:
    desk, case = fresh
    user = sit_down(desk)
    week.open_dossier_of(user, "Bakkali")
    user.push(button(week.go_to_tab(user, "Leefgebieden"), "0-meting vastleggen"))
    week.measure(user, "212345330n15")
    (baseline,) = week.kept(user, case.id).assessments
    assert baseline.record.kind == "baseline"
    assert [score.score for score in baseline.scores.values()][:3] == ["s2", "s1", "s2"]

    user.push(button(week.go_to_tab(user, "Plan"), "Plan schrijven"))
    half_a_plan(user)
    user = week.later(user, sit_down, WEDNESDAY, hour=10)
    assert goals_of(user).goals[0].lines[1].what is user.focus(), "the keyboard is where it was"
    finish_plan(user)
    plan = plans.newest(plans.plan_versions(user.session.desk, case_id=case.id))
    assert plan is not None
    owners = {one.title: one.owner for one in plan.goals[0].actions}
    assert owners == {"Schulden op een rij": "partner", "Post samen openen": "worker"}
    assert drafts.list_drafts(user.session.desk) == []

    user.push(button(week.go_to_tab(user, "Plan"), "Plan vaststellen"))
    mine = [one for one in tasks.open_tasks(user.session.desk) if one.case_id == case.id]
    assert [one.title for one in mine] == ["Post samen openen"]
    page = list_page(user, "Taken")
    week.tick_off(user, page, mine[0].id)
    after = plans.newest(plans.plan_versions(user.session.desk, case_id=case.id))
    assert after is not None
    assert {one.title: one.status for one in after.goals[0].actions}["Post samen openen"] == "met"


def goals_of(user: User) -> GoalsField:
    goals = field(user, "goals")
    assert isinstance(goals, GoalsField)
    return goals


def half_a_plan(user: User) -> None:
    """A goal with an action for a partner, and the first words of a second action."""
    fill(user, summary="Eerst rust in de schulden.")
    goals = goals_of(user)
    user.tab_to(goals.goals[0].what)
    user.type("Schulden onder controle")
    user.press(ENTER)
    user.type("Schulden op een rij")
    first = goals.goals[0].lines[0]
    user.tab_to(first.who)
    user.press(Qt.Key.Key_A, CTRL)
    user.type("Schuldhulp Zuilen")
    user.shut_popup()
    user.tab_to(goals.goals[0].lines[1].what)
    user.type("Post samen")


def finish_plan(user: User) -> None:
    """Go on where it was, and say that it was discussed."""
    user.type(" openen")
    user.press(TAB)
    choose(user, "discussed", "yes")
    fill(user, discussed_on="vandaag")
    choose(user, "agreed", "yes")
    save(user)
