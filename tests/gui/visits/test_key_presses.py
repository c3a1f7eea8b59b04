# SPDX-License-Identifier: EUPL-1.2
"""A visit with few keys: every press that is no text is counted, from the dossier and from other places to saved."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.builders import a_case, a_family, a_person
from tests.helpers.key_count import KeyCount
from tests.helpers.keyboard import CTRL, NONE, User, form_of

from casus.gui.visits import VisitPanel
from casus.gui.visits.opening import WhoPanel
from casus.services import contact_changes, contacts, tasks
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier
from casus.services.families import add_member
from casus.services.inputs import AppointmentInput, HomeVisitInput, MemberInput
from casus.services.records import Case

REPORT = "Younes en zijn moeder waren thuis; hij gaat weer naar school."
NEXT = (Qt.Key.Key_Down, CTRL)
MOST, MOST_NOT_REACHED = 25, 8


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case of someone who lives with his mother."""
    person, mother = a_person(desk), a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1))
    family = a_family(desk)
    for member, relation in ((person, "child"), (mother, "parent")):
        add_member(desk, MemberInput(family.id, member.id, relation, date(2023, 3, 1)))
    return a_case(desk, person)


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    """A PGA expert before the dossier of the case."""
    return sit_down(desk, "dossier", f"case:{case.id}")


def visit_panel(user: User) -> VisitPanel:
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    return panel


def keys(user: User, *presses: tuple[Qt.Key, Qt.KeyboardModifier]) -> None:
    for key, modifier in presses:
        user.press(key, modifier)


def in_field(user: User, key: str) -> bool:
    return bool(form_of(user.panel)[key].isAncestorOf(QApplication.focusWidget()))


def leave_list(user: User) -> None:
    """After the list of names under a field: without a display no one else gives the window its turn again."""
    user.shut_popup()
    user.window.activateWindow()
    user.settle()


TAB, SPACE = (Qt.Key.Key_Tab, NONE), (Qt.Key.Key_Space, NONE)


def write_all(user: User) -> None:
    """From Ctrl+B in the dossier: two people, report, agreement with owner and day, next appointment, saved."""
    keys(user, (Qt.Key.Key_B, CTRL), NEXT, NEXT, NEXT)
    assert in_field(user, "attendees")
    keys(user, SPACE, TAB, SPACE, NEXT)
    assert in_field(user, "report")
    user.type(REPORT)
    keys(user, NEXT, NEXT)
    user.type("Belt de school")
    user.press(Qt.Key.Key_Tab)
    user.type("moeder")
    leave_list(user)
    user.press(Qt.Key.Key_Tab)
    user.type("+7d")
    keys(user, NEXT)
    assert in_field(user, "next_pick")
    keys(user, SPACE, (Qt.Key.Key_Return, CTRL))


def saved(desk: Desk, case: Case) -> Dossier:
    found = open_dossier(desk, case.id)
    (visit,) = [item for item in found.timeline if item.kind == "contact"]
    assert (visit.text, visit.codes["reached"]) == (REPORT, "yes")
    assert set(visit.people) == {"El Amrani, Younes", "El Amrani, Salma"}
    (agreed,) = tasks.open_tasks(desk)
    assert (agreed.title, agreed.owner, agreed.due_on) == (
        "Belt de school", "moeder", desk.today() + timedelta(days=7),
    )  # fmt: skip
    planned = found.now.next_appointment
    assert planned is not None
    assert (planned.on, planned.kind) == (desk.today() + timedelta(weeks=1), "home_visit")
    assert planned.at_time == visit.at_time
    return found


def test_a_home_visit_takes_at_most_25_key_presses_beside_its_text(
    user: User, desk: Desk, case: Case
) -> None:
    with KeyCount() as count:
        write_all(user)
    saved(desk, case)
    assert count.letters == len(REPORT) + len("Belt de school") + len("moeder") + len("+7d")
    assert 10 < len(count.presses) <= MOST, count.presses


def test_by_tab_alone_it_takes_no_more(user: User, desk: Desk, case: Case) -> None:
    with KeyCount() as count:
        user.press(Qt.Key.Key_B, CTRL)

        def go(key: str) -> None:
            for _ in range(MOST):
                if not in_field(user, key):
                    user.press(Qt.Key.Key_Tab)
            assert in_field(user, key)

        go("attendees")
        keys(user, SPACE, TAB, SPACE)
        go("report")
        user.type(REPORT)
        go("agreements")
        for words in ("Belt de school", "moeder", "+7d"):
            user.type(words)
            leave_list(user)
            user.press(Qt.Key.Key_Tab)
        go("next_pick")
        keys(user, SPACE, (Qt.Key.Key_Return, CTRL))
    saved(desk, case)
    assert len(count.presses) <= MOST, count.presses


def test_nobody_home_takes_at_most_eight(user: User, desk: Desk, case: Case, qtbot: QtBot) -> None:
    with KeyCount() as count:
        keys(user, (Qt.Key.Key_B, CTRL), NEXT, NEXT, (Qt.Key.Key_Right, NONE))
        panel = visit_panel(user)
        qtbot.waitUntil(lambda: bool(panel.form["next_on"].raw()))
        user.press(Qt.Key.Key_Return, CTRL)
    found = open_dossier(desk, case.id)
    (attempt,) = [item for item in found.timeline if item.kind == "contact"]
    assert attempt.codes["reached"] == "not_at_home"
    assert found.now.next_appointment is not None
    assert found.now.next_appointment.at_time is not None
    assert len(count.presses) <= MOST_NOT_REACHED, count.presses


@pytest.mark.parametrize("place", ["vandaag", "agenda", "casussen", "personen"])
def test_one_key_opens_the_visit_of_what_has_the_keyboard(
    user: User, desk: Desk, case: Case, qtbot: QtBot, place: str
) -> None:
    tasks.add_appointment(desk, AppointmentInput("home_visit", desk.today(), "10:00", case_id=case.id))
    page = user.open(place)
    if place in ("casussen", "personen"):
        table = page.table  # type: ignore[attr-defined]
        qtbot.waitUntil(lambda: bool(table.model.id_at(0)))
        table.select_id(case.id if place == "casussen" else case.person_id)
        table.view.setFocus()
    else:
        target = next(
            one
            for one in page.findChildren(object)
            if re.search("[0-9a-f]{32}", str(one.property("about") or one.property("spot") or ""))
        )
        user.tab_to(target)  # type: ignore[arg-type]
    user.settle()
    user.press(Qt.Key.Key_B, CTRL)
    panel = visit_panel(user)
    assert panel.title() == "Huisbezoek"
    assert panel.inputs(form_of(panel).read() or _typed(user))["case_id"] == case.id


def _typed(user: User) -> dict[str, object]:
    user.fill(form_of(user.panel)["report"], REPORT)
    values = form_of(user.panel).read()
    assert values is not None
    return values


@pytest.mark.parametrize("place", ["beheer", "planning"])  # Planning has buttons of its own, about no dossier
def test_without_anyone_in_view_a_name_is_enough(
    user: User, desk: Desk, case: Case, qtbot: QtBot, place: str
) -> None:
    user.open(place)
    user.press(Qt.Key.Key_B, CTRL)
    panel = user.panel
    assert isinstance(panel, WhoPanel)
    assert panel.person.isAncestorOf(user.focus())
    user.type("Younes")
    qtbot.waitUntil(panel.person.found.isVisible)
    user.press(Qt.Key.Key_Return)
    assert visit_panel(user).title() == "Huisbezoek"


def test_ctrl_up_goes_back_to_the_question_before(user: User) -> None:
    keys(user, (Qt.Key.Key_B, CTRL), NEXT, NEXT, (Qt.Key.Key_Up, CTRL))
    assert in_field(user, "at_time")
    keys(user, *((Qt.Key.Key_Up, CTRL),) * 3)
    assert in_field(user, "on")


def test_what_was_tried_in_the_morning_is_proposed_for_the_evening_with_the_reason(
    user: User, desk: Desk, case: Case, qtbot: QtBot
) -> None:
    for day in (2, 4):
        contacts.log_home_visit(
            desk, HomeVisitInput(case.person_id, case.id, date(2023, 10, day), "09:30", "not_at_home")
        )
    keys(user, (Qt.Key.Key_B, CTRL))
    panel = visit_panel(user)
    user.fill(panel.form["at_time"], "10:00")
    keys(user, NEXT, (Qt.Key.Key_Right, NONE))
    qtbot.waitUntil(lambda: bool(panel.form["next_on"].raw()))
    assert panel.next.why.isVisible()
    assert "3e keer op rij" in panel.next.why.text()
    assert panel.form["next_time"].raw() == "19:00"
    user.tab_to(panel.form["instead"])
    user.press(Qt.Key.Key_Space)
    user.press(Qt.Key.Key_Return, CTRL)
    (letter,) = tasks.open_tasks(desk)
    assert (letter.title, letter.owner) == ("Brief sturen", None)


def test_reached_after_all_takes_the_proposal_away(user: User, qtbot: QtBot) -> None:
    keys(user, (Qt.Key.Key_B, CTRL), NEXT, NEXT, (Qt.Key.Key_Right, NONE))
    panel = visit_panel(user)
    qtbot.waitUntil(lambda: bool(panel.form["next_on"].raw()))
    assert "Deze keer was" in panel.next.why.text()
    user.press(Qt.Key.Key_Left)
    assert panel.form["next_on"].raw() == ""
    assert not panel.next.why.isVisible()


def test_a_call_is_chosen_as_kind_and_nobody_answers(user: User, desk: Desk, case: Case) -> None:
    user.press(Qt.Key.Key_B, CTRL | Qt.KeyboardModifier.ShiftModifier)
    panel = visit_panel(user)
    assert panel.form["kind"].value() == "telephone"
    keys(user, NEXT, NEXT, NEXT, (Qt.Key.Key_Right, NONE))
    user.press(Qt.Key.Key_Return, CTRL)
    (call,) = [item for item in open_dossier(desk, case.id).timeline if item.kind == "contact"]
    assert (call.codes["contact_kind"], call.codes["reached"]) == ("telephone", "not_at_home")


def test_a_contact_is_corrected_from_the_timeline_and_deleted(user: User, desk: Desk, case: Case) -> None:
    visit = contacts.log_home_visit(
        desk, HomeVisitInput(case.person_id, case.id, date(2023, 10, 2), report=REPORT)
    ).value
    page = user.open("dossier", f"case:{case.id}")
    page.acts.open_item(visit.id)  # type: ignore[attr-defined]
    user.settle()
    panel = visit_panel(user)
    assert panel.title() == "Contact verbeteren"
    user.fill(panel.form["report"], "Alleen moeder was thuis.")
    user.fill(panel.form["on"], "morgen")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["on"].error(), "a visit in the future"
    assert panel.form["on"].raw() == "morgen"
    user.fill(panel.form["on"], "3-10-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    kept = contact_changes.get_contact(desk, visit.id)
    assert (kept.report, kept.on) == ("Alleen moeder was thuis.", date(2023, 10, 3))
    page.acts.open_item(visit.id)  # type: ignore[attr-defined]
    user.settle()
    again = visit_panel(user)
    user.push(again.removal.ask)  # type: ignore[attr-defined]
    user.push(again.removal.sure)  # type: ignore[attr-defined]
    user.settle()
    assert [item for item in open_dossier(desk, case.id).timeline if item.kind == "contact"] == []


def test_an_appointment_is_made_moved_and_cancelled_from_the_dossier(
    user: User, desk: Desk, case: Case
) -> None:
    page = user.page
    acts = page.acts  # type: ignore[attr-defined]
    acts.plan_contact()
    user.settle()
    form = form_of(user.panel)
    user.fill(form["on"], "gisteren")
    user.press(Qt.Key.Key_Return, CTRL)
    assert form["on"].error()
    user.fill(form["on"], "+3d")
    user.fill(form["at_time"], "14u")
    user.press(Qt.Key.Key_Return, CTRL)
    (planned,) = open_dossier(desk, case.id).appointments
    assert (planned.on, planned.at_time) == (desk.today() + timedelta(days=3), "14:00")
    acts.move_appointment(planned.id)
    user.settle()
    user.fill(form_of(user.panel)["on"], "+5d")
    user.press(Qt.Key.Key_Return, CTRL)
    (moved,) = open_dossier(desk, case.id).appointments
    assert moved.on == desk.today() + timedelta(days=5)
    acts.move_appointment(planned.id)
    user.settle()
    user.push(user.panel.cancel)  # type: ignore[attr-defined]
    user.settle()
    assert open_dossier(desk, case.id).appointments == ()
