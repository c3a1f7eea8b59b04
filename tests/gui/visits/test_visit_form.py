# SPDX-License-Identifier: EUPL-1.2
"""Writing down a visit: by keyboard alone, in the order of the visit, on an encrypted vault."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_person
from tests.helpers.keyboard import CTRL, User, form_of
from tests.helpers.menus import pick

from casus.gui import forms_registry
from casus.gui.dossier.page import DossierPage
from casus.gui.visits import HOME, VisitPanel, VisitSubject, open_visit
from casus.gui.widgets.segments import Chip
from casus.services import drafts, tasks
from casus.services.desk import Desk
from casus.services.dossier import open_dossier
from casus.services.inputs import AppointmentInput
from casus.services.records import Case
from casus.services.tasks import open_tasks
from casus.services.timeline import TimelineItem

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

REPORT = "Younes en zijn moeder waren thuis; hij gaat weer naar school."


@pytest.fixture
def case(desk: Desk) -> Case:
    """A running case."""
    return a_case(desk)


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    """A PGA expert before the dossier of the case."""
    return sit_down(desk, "dossier", f"case:{case.id}")


def begin(user: User) -> VisitPanel:
    """Press the page's main button."""
    page = user.page
    assert isinstance(page, DossierPage)
    user.push(page.visit)
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    return panel


def the_chip_of_the_person(panel: VisitPanel) -> Chip:
    """Return the first one offered as present: the person themselves."""
    chips = [chip for chip in panel.ui.attendeesField.findChildren(Chip) if chip.isVisible()]
    return chips[0]


def contacts(desk: Desk, record_id: str) -> list[TimelineItem]:
    """Return the contacts of a dossier."""
    return [item for item in open_dossier(desk, record_id).timeline if item.kind == "contact"]


def not_at_home(user: User, panel: VisitPanel) -> None:
    """Choose the second option with the arrow."""
    user.tab_to(panel.form["reached"])
    user.press(Qt.Key.Key_Right)
    assert panel.form["reached"].value() == "not_at_home"


def test_a_home_visit_is_kept_by_keyboard_alone(user: User, desk: Desk, case: Case) -> None:
    panel = begin(user)
    assert panel.isAncestorOf(user.focus())
    user.push(the_chip_of_the_person(panel))
    user.tab_to(panel.ui.attendeesField.add_edit)
    user.type("buurvrouw")
    user.press(Qt.Key.Key_Return)
    user.fill(panel.form["report"], REPORT)
    user.tab_to(panel.ui.agreementsField.lines[0].parts[0])
    user.type("Bellen met de school")
    user.press(Qt.Key.Key_Tab)
    user.press(Qt.Key.Key_Tab)
    user.type("+7d")
    user.fill(panel.form["next_on"], "+14d")
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.window.area.panel is None
    (visit,) = contacts(desk, case.id)
    assert (visit.codes["contact_kind"], visit.codes["reached"], visit.text) == ("home_visit", "yes", REPORT)
    assert set(visit.people) == {"El Amrani, Younes", "buurvrouw"}
    assert [(task.title, task.due_on) for task in open_tasks(desk)] == [
        ("Bellen met de school", desk.today() + timedelta(days=7))
    ]
    planned = open_dossier(desk, case.id).now.next_appointment
    assert planned is not None
    assert planned.on == desk.today() + timedelta(days=14)
    assert drafts.list_drafts(desk) == []


def test_the_visit_stands_in_the_timeline_at_once(user: User) -> None:
    panel = begin(user)
    user.fill(panel.form["report"], REPORT)
    user.press(Qt.Key.Key_Return, CTRL)
    page = user.page
    assert isinstance(page, DossierPage)
    dossier = page.acts.dossier
    assert dossier is not None
    assert [item.text for item in dossier.timeline if item.kind == "contact"] == [REPORT]


def test_a_visit_that_reached_someone_needs_a_report_and_keeps_what_was_typed(
    user: User, desk: Desk, case: Case
) -> None:
    panel = begin(user)
    user.fill(panel.form["on"], "morgen")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["report"].error()
    user.fill(panel.form["report"], REPORT)
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["on"].error(), "a visit cannot lie in the future"
    assert panel.form["on"].raw() == "morgen"
    assert panel.form["report"].raw() == REPORT
    assert contacts(desk, case.id) == []


def test_nobody_home_asks_no_report_and_proposes_another_working_day(
    user: User, desk: Desk, case: Case, qtbot: QtBot
) -> None:
    panel = begin(user)
    not_at_home(user, panel)
    qtbot.waitUntil(lambda: bool(panel.form["next_on"].raw()))
    assert not panel.ui.attendeesField.isVisible()
    assert not panel.ui.agreementsField.isVisible()
    proposed = panel.form["next_on"].value()
    assert isinstance(proposed, date)
    assert proposed > desk.today()
    assert proposed.weekday() < 5
    user.press(Qt.Key.Key_Return, CTRL)
    (visit,) = contacts(desk, case.id)
    assert visit.codes["reached"] == "not_at_home"


def test_an_agreement_with_a_day_that_is_none_is_told_beside_the_agreements(user: User, desk: Desk) -> None:
    panel = begin(user)
    user.fill(panel.form["report"], REPORT)
    what, _who, when = panel.ui.agreementsField.lines[0].parts
    user.tab_to(what)
    user.type("Bellen")
    user.tab_to(when)
    user.type("31-02")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["agreements"].error()
    assert panel.form["agreements"].raw() == [["Bellen", "", "31-02"]]
    assert open_tasks(desk) == []


def test_the_main_visit_of_someone_inside_is_one_in_prison(
    desk: Desk, case: Case, sit_down: Callable[..., User]
) -> None:
    person = open_dossier(desk, case.id).person
    detention = a_detention(desk, person)
    user = sit_down(desk, "dossier", f"case:{case.id}")
    panel = begin(user)
    assert panel.title() == "Detentiebezoek"
    assert panel.form["facility_id"].value() == detention.facility_id
    user.fill(panel.form["report"], "Plannen voor na de vrijlating besproken.")
    user.press(Qt.Key.Key_Return, CTRL)
    (visit,) = contacts(desk, case.id)
    assert (visit.codes["contact_kind"], visit.place) == ("prison_visit", "PI Nieuwegein")


def test_both_visits_are_in_the_menu(user: User) -> None:
    page = user.page
    assert isinstance(page, DossierPage)
    pick(user, page.header.more, "Detentiebezoek vastleggen")
    assert user.panel.title() == "Detentiebezoek"
    user.press(Qt.Key.Key_Escape)
    pick(user, page.header.more, "Huisbezoek vastleggen")
    assert user.panel.title() == "Huisbezoek"


def test_a_rio_starts_with_the_visit_in_prison(make_desk: "MakeDesk", sit_down: Callable[..., User]) -> None:
    desk = make_desk("rio")
    person = a_person(desk)
    user = sit_down(desk, "dossier", f"person:{person.id}")
    assert begin(user).title() == "Detentiebezoek"


def test_a_visit_half_written_opens_again_as_it_was(user: User, desk: Desk, case: Case) -> None:
    panel = begin(user)
    user.push(the_chip_of_the_person(panel))
    user.fill(panel.form["report"], REPORT)
    user.tab_to(panel.ui.agreementsField.lines[0].parts[0])
    user.type("Bellen")
    user.press(Qt.Key.Key_Escape)
    assert user.window.area.panel is None
    user.settle()
    (draft,) = drafts.list_drafts(desk)
    user.open("vandaag")
    assert forms_registry.reopen(user.window, desk, draft.key, owner=user.window)
    user.settle()
    again = user.panel
    assert isinstance(again, VisitPanel)
    form = form_of(again)
    assert form["report"].raw() == REPORT
    assert form["agreements"].raw() == [["Bellen", "", ""]]
    assert the_chip_of_the_person(again).isChecked()
    user.press(Qt.Key.Key_Return, CTRL)
    (visit,) = contacts(desk, case.id)
    assert (visit.text, visit.people) == (REPORT, ("El Amrani, Younes",))
    assert drafts.list_drafts(desk) == []


def test_the_visit_form_can_be_used_by_a_screen_reader(user: User) -> None:
    begin(user)
    assert_accessible(user.window)


def test_a_visit_from_an_appointment_fulfils_it_after_its_draft_came_back(
    user: User, desk: Desk, case: Case
) -> None:
    planned = tasks.add_appointment(desk, AppointmentInput("home_visit", desk.today(), case_id=case.id)).value
    subject = VisitSubject(case.person_id, case.id, appointment_id=planned.id)
    open_visit(user.window, desk, HOME, subject)
    user.settle()
    user.fill(form_of(user.panel)["report"], REPORT)
    user.press(Qt.Key.Key_Escape)
    user.settle()
    (draft,) = drafts.list_drafts(desk)
    assert forms_registry.reopen(user.window, desk, draft.key, owner=user.window)
    user.settle()
    user.press(Qt.Key.Key_Return, CTRL)
    assert len(contacts(desk, case.id)) == 1
    assert open_dossier(desk, case.id).appointments == ()


def test_the_first_of_two_agreements_can_be_taken_away(user: User, desk: Desk) -> None:
    panel = begin(user)
    user.fill(panel.form["report"], REPORT)
    for number, words in enumerate(("Bellen", "Schrijven")):
        user.tab_to(panel.ui.agreementsField.lines[number].parts[0])
        user.type(words)
        user.settle()  # the next line comes into view
    user.push(panel.ui.agreementsField.lines[0].remove)
    assert panel.form["agreements"].raw() == [["Schrijven", "", ""]]
    user.tab_to(panel.ui.agreementsField.lines[0].parts[2])
    user.type("31-02")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["agreements"].error()
    assert panel.ui.agreementsField.isAncestorOf(user.focus())
