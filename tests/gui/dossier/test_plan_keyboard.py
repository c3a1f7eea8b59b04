# SPDX-License-Identifier: EUPL-1.2
"""A plan written, adopted, followed and replaced with the keyboard alone, on a real vault."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from sqlalchemy import select
from tests.gui.conftest import SitDown
from tests.helpers.builders import a_case, a_family, a_partner
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui import forms_registry
from casus.gui.dossier.goals import GoalsField
from casus.gui.dossier.page import DossierPage
from casus.gui.dossier.plan_form import FAMILY, PlanPanel
from casus.gui.dossier.plan_tab import PlanTab
from casus.services import drafts, plans
from casus.services.desk import Desk
from casus.services.inputs import ActionInput, GoalInput, PlanInput
from casus.services.records import Case, Task

ALT = Qt.KeyboardModifier.AltModifier
ENTER = Qt.Key.Key_Return
TODAY = date(2023, 11, 1)


def goals_of(user: User) -> GoalsField:
    field = form_of(user.panel)["goals"]
    assert isinstance(field, GoalsField)
    return field


def write(user: User, case: Case) -> GoalsField:
    """Open the form for the plan of a case."""
    page = user.open("dossier", f"case:{case.id}")
    assert isinstance(page, DossierPage)
    page.acts.write_plan()
    user.settle()
    return goals_of(user)


def written(desk: Desk, case: Case) -> plans.PlanView:
    found = plans.newest(plans.plan_versions(desk, case_id=case.id))
    assert found is not None
    return found


def outline(plan: plans.PlanView) -> list[tuple[str, list[str]]]:
    return [(goal.record.title, [action.title for action in goal.actions]) for goal in plan.goals]


def test_five_goals_with_ten_actions_are_written_without_a_mouse(desk: Desk, sit_down: SitDown) -> None:
    case, team = a_case(desk), a_partner(desk, name="Buurtteam Overvecht")
    user = sit_down(desk)
    field = write(user, case)
    user.fill(form_of(user.panel)["summary"], "Eerst wonen, dan werk.")
    user.tab_to(field.goals[0].what)
    for number in range(1, 6):
        user.type(f"Doel {number}")
        for one in ("a", "b"):
            user.press(ENTER)
            user.type(f"Actie {number}{one}")
        user.press(ENTER)  # an empty action
        user.press(ENTER)  # the next goal: its life domain
        user.press(Qt.Key.Key_Tab)
    first = field.goals[0].lines[0]
    user.tab_to(first.who)
    user.press(Qt.Key.Key_A, CTRL)
    user.type("buurt")
    user.shut_popup()
    first.who.set_code(f"partner:{team.id}")  # as choosing from the list that typing opens
    user.tab_to(first.when)
    user.type("1 dec")
    say_discussed(user)
    user.press(ENTER, CTRL)
    plan = written(desk, case)
    assert outline(plan) == [(f"Doel {n}", [f"Actie {n}a", f"Actie {n}b"]) for n in range(1, 6)]
    action = plan.goals[0].actions[0]
    assert (action.owner, action.partner_id, action.due_on) == ("partner", team.id, date(2023, 12, 1))
    assert plan.record.discussed_on == TODAY


def test_lines_are_moved_and_taken_away_by_their_keys(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    made = PlanInput(
        TODAY,
        "Plan",
        case.id,
        goals=(
            GoalInput("housing", "Een", actions=(ActionInput("a"), ActionInput("b"), ActionInput("c"))),
            GoalInput("justice", "Twee"),
        ),
    )
    plans.make_plan(desk, made)
    user = sit_down(desk)
    field = write(user, case)
    user.tab_to(field.goals[0].lines[2].what)
    user.press(Qt.Key.Key_Up, ALT)
    user.press(Qt.Key.Key_Up, ALT)
    user.press(Qt.Key.Key_Up, ALT)  # it is first already
    user.tab_to(field.goals[0].lines[1].what)
    user.press(Qt.Key.Key_Delete, CTRL)
    user.tab_to(field.goals[1].what)
    user.press(Qt.Key.Key_Up, ALT)
    user.press(ENTER, CTRL)
    assert outline(written(desk, case)) == [("Twee", []), ("Een", ["c", "b"])]


def test_a_line_that_cannot_be_read_is_named_and_everything_typed_stays(
    desk: Desk, sit_down: SitDown
) -> None:
    case = a_case(desk)
    user = sit_down(desk)
    field = write(user, case)
    user.fill(form_of(user.panel)["summary"], "Plan")
    user.tab_to(field.goals[0].what)
    user.type("Wonen")
    user.press(ENTER)
    user.type("Inschrijven")
    line = field.goals[0].lines[0]
    user.tab_to(line.when)
    user.type("ooit")
    say_discussed(user, yes=False)
    user.fill(form_of(user.panel)["discussed_note"], "Zit in beperkingen.")
    user.press(ENTER, CTRL)
    assert field.error().startswith("Doel 1, actie 1: ")
    assert user.focus() is line.when
    assert line.wrong.isVisible()
    assert "datum" in line.wrong.text()
    user.press(Qt.Key.Key_A, CTRL)
    user.type("1 dec")
    assert not line.wrong.isVisible()
    user.tab_to(line.what)
    user.press(Qt.Key.Key_A, CTRL)
    user.type("x" * 300)
    user.press(ENTER, CTRL)
    assert field.error().startswith("Doel 1, actie 1: ")
    assert user.focus() is line.what
    assert plans.plan_versions(desk, case_id=case.id) == ()
    assert line.what.text() == "x" * 300
    user.press(Qt.Key.Key_Escape)
    assert [one.key for one in drafts.list_drafts(desk)] == [f"plan:{case.id}"]
    assert forms_registry.reopen(user.window, desk, f"plan:{case.id}", owner=user.window, move=False)
    user.settle()
    again = goals_of(user)
    assert again.goals[0].lines[0].what.text() == "x" * 300


def test_a_plan_is_adopted_followed_and_replaced(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    goals = (
        GoalInput("housing", "Een eigen kamer", actions=(ActionInput("Inschrijven"), ActionInput("Bellen"))),
        GoalInput("justice", "Geen nieuwe zaak"),
    )
    plans.make_plan(desk, PlanInput(TODAY, "Eerst wonen.", case.id, goals=goals, discussed=True))
    user = sit_down(desk, "dossier", f"case:{case.id}")
    page = user.page
    assert isinstance(page, DossierPage)
    page._show_tab("plan")
    tab = page.tabs.currentWidget()
    assert isinstance(tab, PlanTab)
    assert tab.board is not None
    press(user, tab, "Plan vaststellen")
    assert {one.title for one in tasks_of(desk, case)} == {"Inschrijven", "Bellen"}
    press(user, tab, "Gereed: Inschrijven")
    assert {one.title: one.status for one in tasks_of(desk, case)} == {
        "Inschrijven": "done",
        "Bellen": "open",
    }
    press(user, tab, "Nieuwe versie schrijven")
    field = goals_of(user)
    assert [goal.what.text() for goal in field.goals] == ["Een eigen kamer", "Geen nieuwe zaak", ""]
    user.tab_to(field.goals[1].what)
    user.press(Qt.Key.Key_Delete, CTRL)
    user.tab_to(field.goals[0].what)
    user.press(Qt.Key.Key_End)
    user.type(" of studio")
    say_discussed(user)
    user.press(ENTER, CTRL)
    versions = plans.plan_versions(desk, case_id=case.id)
    found = {(one.how, one.title) for one in plans.compare(versions, versions[1], versions[0])}
    assert found == {("changed", "Een eigen kamer of studio"), ("dropped", "Geen nieuwe zaak")}
    press(user, tab, "Plan vaststellen")
    after = plans.plan_versions(desk, case_id=case.id)
    assert [one.record.status for one in after] == ["adopted", "replaced"]
    (still,) = [one for one in tasks_of(desk, case) if one.status == "open"]
    assert still.action_id in {action.id for action in after[0].goals[0].actions}
    board = tab.board
    user.tab_to(board.switch)
    user.press(Qt.Key.Key_Right)
    assert board.shown == after[1].record.id


def test_a_family_has_a_plan_of_its_own(desk: Desk, sit_down: SitDown) -> None:
    family = a_family(desk)
    user = sit_down(desk)
    user.window.open_panel(PlanPanel(user.window, desk, FAMILY, family.id))
    user.settle()
    user.fill(form_of(user.panel)["summary"], "Rust in huis.")
    say_discussed(user)
    user.press(ENTER, CTRL)
    (plan,) = plans.plan_versions(desk, family_id=family.id)
    assert (plan.record.summary, plan.record.case_id) == ("Rust in huis.", None)


def press(user: User, tab: PlanTab, name: str) -> None:
    """Go to a button of the tab by its name and press it."""
    shown = [one for one in tab.findChildren(QAbstractButton) if one.isVisible()]
    button = next(one for one in shown if name in (one.text(), one.accessibleName()))
    user.push(button)


def tasks_of(desk: Desk, case: Case) -> list[Task]:
    with desk.reading() as session:
        return list(session.scalars(select(Task).where(Task.case_id == case.id)))


def say_discussed(user: User, *, yes: bool = True) -> None:
    """Answer whether it was discussed, with the keyboard."""
    user.tab_to(form_of(user.panel)["discussed"])
    user.press(Qt.Key.Key_Space)
    if not yes:
        user.press(Qt.Key.Key_Right)
    else:
        user.fill(form_of(user.panel)["discussed_on"], "vandaag")
