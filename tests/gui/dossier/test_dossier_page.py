# SPDX-License-Identifier: EUPL-1.2
"""The dossier as a worker reads it: empty and full, of a person, a case or a family, restricted or gone."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_family,
    a_home_visit,
    a_person,
    a_programme,
)
from tests.helpers.keyboard import CTRL, User
from tests.helpers.menus import pick

from casus.gui.dossier.page import DossierPage
from casus.services import cases, families, persons, plans, sharing, tasks
from casus.services.audit import AuditList
from casus.services.desk import Desk
from casus.services.inputs import (
    AssessmentInput,
    GoalInput,
    MemberInput,
    PersonInput,
    PlanInput,
    ScoreInput,
    SharingInput,
    TaskInput,
)
from casus.services.records import Case

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

TABS = ("timeline", "plan", "domains", "detention", "programmes", "family", "tasks", "attachments", "account")
NEXT_STEPS = {
    "timeline": "Bezoek vastleggen",
    "plan": "Plan schrijven",
    "domains": "0-meting vastleggen",
    "detention": "Detentie vastleggen",
    "programmes": "Traject aanmelden",
    "family": "Gezin vastleggen",
    "tasks": "Taak toevoegen",
    "attachments": "Bijlage toevoegen",
    "account": "Verstrekking vastleggen",
}
REASON = "Overleg met de wijkagent van vandaag."


@pytest.fixture
def user(desk: Desk, sit_down: Callable[..., User]) -> User:
    """A PGA expert."""
    return sit_down(desk)


def dossier(user: User, record_id: str) -> DossierPage:
    """Open a dossier."""
    page = user.open("dossier", record_id)
    assert isinstance(page, DossierPage)
    return page


def full_case(desk: Desk) -> Case:
    """A case with something on every tab."""
    case = a_case(desk)
    a_home_visit(desk, case)
    person = persons.get_person(desk, case.person_id)
    a_detention(desk, person)
    a_programme(desk, person)
    if desk.role == "pga_expert":
        family = a_family(desk)
        families.add_member(desk, MemberInput(family.id, person.id, "child", date(2023, 2, 1)))
    goal = GoalInput("work_income", "Een baan voor drie dagen")
    plans.make_plan(desk, PlanInput(date(2023, 4, 1), "Terug naar werk.", case_id=case.id, goals=(goal,)))
    scores = {"housing": ScoreInput("s2"), "justice": ScoreInput("s4")}
    measured = AssessmentInput(case.id, date(2023, 4, 1), "baseline", scores, rest_unknown=True)
    plans.assess(desk, measured)
    tasks.add_task(desk, TaskInput("Bellen met de school", date(2023, 10, 1), case_id=case.id))
    sharing.log_sharing(
        desk,
        SharingInput(
            person.id,
            "Adres",
            "public_task",
            date(2023, 9, 1),
            recipient="Buurtteam",
            data_kinds=("contact",),
            way="letter",
        ),
    )
    return case


def words_in(part: QWidget) -> str:
    """Return everything that is readable in a part of the window."""
    texts = [one.text() for one in part.findChildren(QLabel) if one.isVisible()]
    texts += [one.text() for one in part.findChildren(QPushButton) if one.isVisible()]
    return "\n".join(texts)


def tab(user: User, page: DossierPage, key: str) -> QWidget:
    """Go to a tab with the arrow keys."""
    user.tab_to(page.tabs.tabBar())
    user.press(Qt.Key.Key_Home)
    for _ in range(TABS.index(key) - page.tabs.currentIndex()):
        user.press(Qt.Key.Key_Right)
    assert page.tabs.currentIndex() == TABS.index(key)
    shown = page.tabs.currentWidget()
    assert shown is not None
    return shown


def test_every_tab_of_a_new_case_says_what_to_do_next(user: User, desk: Desk) -> None:
    case = a_case(desk)
    page = dossier(user, f"case:{case.id}")
    missing = {
        key: words for key, words in NEXT_STEPS.items() if key != "timeline" and words not in words_in(tab(user, page, key))
    }  # fmt: skip
    assert missing == {}


def test_a_person_without_a_case_is_offered_one_on_every_tab_that_needs_it(user: User, desk: Desk) -> None:
    page = dossier(user, f"person:{a_person(desk).id}")
    for key in ("timeline", "plan", "domains"):
        assert "Casus openen" in words_in(tab(user, page, key)), key
    assert not page.header.phase.isVisible()


def test_every_tab_shows_what_there_is(user: User, desk: Desk) -> None:
    page = dossier(user, f"case:{full_case(desk).id}")
    expected = {
        "timeline": "Koffie gedronken",
        "plan": "Een baan voor drie dagen",
        "domains": "0-meting",
        "detention": "PI Nieuwegein",
        "programmes": "Leerwerkplaats",
        "family": "Familie De Wit",
        "tasks": "Bellen met de school",
        "account": "Buurtteam",
    }
    missing = {key: words for key, words in expected.items() if words not in words_in(tab(user, page, key))}
    assert missing == {}


def test_the_head_tells_age_district_approach_lead_and_review(user: User, desk: Desk) -> None:
    page = dossier(user, f"case:{a_case(desk).id}")
    facts = page.header.facts.text()
    for words in ("19 jaar", "Overvecht", "Top X doorgroeiers", "regie: Marieke Visser", "hertoets 1 sep"):
        assert words in facts
    assert page.title() == "El Amrani, Younes"


def test_no_name_stands_in_a_window_title(user: User, desk: Desk) -> None:
    dossier(user, f"case:{a_case(desk).id}")
    assert user.window.windowTitle() == "Casus · Dossier"


def test_the_card_now_tells_what_is_open_and_a_task_is_ticked_off_and_taken_back(
    user: User, desk: Desk
) -> None:
    case = full_case(desk)
    page = dossier(user, f"case:{case.id}")
    done = next(one for one in page.findChildren(QPushButton) if one.text() == "Gereed" and one.isVisible())
    assert done.accessibleName() == "Gereed: Bellen met de school"
    user.push(done)
    assert tasks.open_tasks(desk) == []
    undo = next(
        one for one in user.window.findChildren(QPushButton) if one.text() == "Ongedaan maken" and one.isVisible()
    )  # fmt: skip
    undo.click()
    user.settle()
    assert [task.title for task in tasks.open_tasks(desk)] == ["Bellen met de school"]


def test_a_task_done_stands_in_the_timeline(user: User, desk: Desk) -> None:
    case = a_case(desk)
    task = tasks.add_task(desk, TaskInput("Aanvraag ID-bewijs", case_id=case.id)).value
    tasks.complete_task(desk, task.id)
    page = dossier(user, f"case:{case.id}")
    assert "Aanvraag ID-bewijs" in words_in(tab(user, page, "timeline"))


def test_another_case_of_the_same_person_is_one_key_away(user: User, desk: Desk) -> None:
    first = a_case(desk)
    person = persons.get_person(desk, first.person_id)
    second = a_case(desk, person, approach="local_pga", opened_on=date(2023, 5, 1))
    page = dossier(user, f"case:{second.id}")
    user.tab_to(page.header.cases)
    user.press(Qt.Key.Key_Right)
    if page.acts.case_id == second.id:
        user.press(Qt.Key.Key_Left)
    assert page.acts.case_id == first.id
    assert "Top X doorgroeiers" in page.header.facts.text()


def test_a_restricted_dossier_asks_why_first_and_keeps_the_reason(user: User, desk: Desk) -> None:
    person = a_person(desk)
    persons.set_restricted(desk, person.id, person.version, True, "Bekende van een collega.")
    page = dossier(user, f"person:{person.id}")
    assert page.restricted.isVisible()
    assert "El Amrani" not in words_in(page)
    assert "El Amrani" not in page.title()
    user.tab_to(page.restricted.field)
    user.type("kort")
    button = next(one for one in page.restricted.findChildren(QPushButton))
    user.push(button)
    assert page.restricted.field.error()
    user.fill(page.restricted.field, REASON)
    user.push(button)
    assert page.title() == "El Amrani, Younes"
    assert page.acts.dossier is not None
    assert [one.reason for one in page.acts.dossier.accesses] == [REASON]
    assert page.header.open_until.isVisible()


def test_a_restricted_dossier_stays_open_until_it_is_closed(user: User, desk: Desk) -> None:
    person = a_person(desk)
    persons.set_restricted(desk, person.id, person.version, True, "Bekende van een collega.")
    page = dossier(user, f"person:{person.id}")
    user.fill(page.restricted.field, REASON)
    user.push(next(one for one in page.restricted.findChildren(QPushButton)))
    user.open("personen")
    again = dossier(user, f"person:{person.id}")
    assert again.title() == "El Amrani, Younes"
    again.acts.close_restricted()
    user.settle()
    assert again.restricted.isVisible()
    assert "El Amrani" not in again.title() + words_in(again)


def test_who_looked_and_what_changed_is_told(user: User, desk: Desk) -> None:
    case = a_case(desk)
    person = persons.get_person(desk, case.person_id)
    persons.update_person(desk, person.id, person.version, PersonInput("Younes", "El Amrani", city="Zeist"))
    page = dossier(user, f"case:{case.id}")
    words = words_in(tab(user, page, "account"))
    assert "Plaats: – → Zeist" in words
    assert "Ingezien" in words
    assert "Marieke Visser" in words


def test_opening_a_dossier_is_a_view_in_the_log(user: User, desk: Desk) -> None:
    case = a_case(desk)
    log = AuditList(desk)
    before = len(log.ids(case.id))
    dossier(user, f"case:{case.id}")
    rows = log.rows(log.ids(case.id))
    assert len(rows) > before
    assert "viewed" in {row["action"] for row in rows}


def test_a_dossier_that_is_gone_says_so(user: User) -> None:
    page = dossier(user, f"case:{'0' * 32}")
    assert page.notice.isVisible()
    assert page.notice.text()


def test_nothing_of_the_dossier_before_stays_when_the_next_one_is_gone(user: User, desk: Desk) -> None:
    dossier(user, f"case:{full_case(desk).id}")
    page = dossier(user, f"case:{'0' * 32}")
    assert "El Amrani" not in words_in(page)
    assert "El Amrani" not in page.title()


def test_ctrl_b_writes_down_a_visit_while_a_dossier_is_in_view(user: User, desk: Desk) -> None:
    dossier(user, f"case:{a_case(desk).id}")
    user.press(Qt.Key.Key_B, CTRL)
    assert user.panel.title() == "Huisbezoek"


def test_the_timeline_scrolls_by_keyboard(user: User, desk: Desk) -> None:
    case = a_case(desk)
    for day in range(1, 28):
        a_home_visit(desk, case, on=date(2023, 10, day))
    page = dossier(user, f"case:{case.id}")
    area = next(
        one
        for one in page.findChildren(QScrollArea)
        if one.isVisible() and one.accessibleName() == "Tijdlijn"
    )
    user.tab_to(area)
    user.press(Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_a_closed_case_offers_to_open_it_again_and_no_new_work(user: User, desk: Desk) -> None:
    case = a_case(desk)
    cases.close_case(
        desk, case.id, on=desk.today(), closure_reason="moved", outcome="unknown", note="Naar Zeist verhuisd."
    )
    page = dossier(user, f"case:{case.id}")
    assert "Plan schrijven" not in words_in(tab(user, page, "plan"))
    assert "Naar Zeist verhuisd." in words_in(tab(user, page, "account"))
    assert [action.text() for action in page.header.phase_menu.actions()] == ["Heropend"]


def test_a_change_elsewhere_is_shown_without_leaving_the_tab(user: User, desk: Desk) -> None:
    case = a_case(desk)
    page = dossier(user, f"case:{case.id}")
    tab(user, page, "tasks")
    done = tasks.add_task(desk, TaskInput("Bellen met de school", case_id=case.id))
    user.window.emit_changed(done.changes)
    user.settle()
    assert page.tabs.currentIndex() == TABS.index("tasks")
    assert "Bellen met de school" in words_in(page)


def test_every_tab_can_be_used_by_a_screen_reader(user: User, desk: Desk) -> None:
    page = dossier(user, f"case:{full_case(desk).id}")
    for key in TABS:
        tab(user, page, key)
        assert_accessible(user.window)


def test_a_rio_reads_the_same_dossier(make_desk: "MakeDesk", sit_down: Callable[..., User]) -> None:
    desk = make_desk("rio")
    user = sit_down(desk)
    page = dossier(user, f"case:{full_case(desk).id}")
    assert page.visit.text() == "Detentiebezoek vastleggen"
    assert "Gezin vastleggen" not in words_in(tab(user, page, "family")), "a RIO keeps no families"
    pick(user, page.header.more, "Taak toevoegen")
    assert user.panel.title() == "Nieuwe taak"
