# SPDX-License-Identifier: EUPL-1.2
"""The three views of detention, by keyboard: the list, who comes out when, and the conditions of everyone."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from casus.gui.conditions.page import ConditionsPage
from casus.gui.detentions.page import DetentionsPage
from casus.gui.dossier import page as dossier_page
from casus.gui.lists.model import CELL_ROLE
from casus.gui.records import ListPage
from casus.gui.releases.page import ReleasesPage
from casus.gui.visits import AppointmentPanel, VisitPanel
from casus.services import conditions, detentions, tasks
from casus.services.agenda import agenda
from casus.services.desk import Desk
from casus.services.dossier import open_dossier
from casus.services.inputs import AppointmentInput
from casus.services.records import Case
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_facility, a_person
from tests.helpers.keyboard import CTRL, User, form_of

TODAY = date(2023, 11, 1)


def somebody(desk: Desk, surname: str, expected: date | None, facility: object, **arranged: str) -> Case:
    """Someone inside who comes out on a day, with how some conditions stand."""
    person = a_person(desk, surname=surname)
    case = a_case(desk, person, approach="rio")
    certainty = "known" if expected else "unknown"
    stay = a_detention(
        desk,
        person,
        facility,
        case_id=case.id,
        expected_on=expected,
        release_certainty=certainty,  # type: ignore[arg-type]
    )
    for condition, status in arranged.items():
        conditions.check_condition(desk, case.id, stay.id, condition, "entry", status, TODAY)
    return case


@pytest.fixture
def caseload(make_desk: Callable[..., Desk]) -> tuple[Desk, dict[str, Case]]:
    """A RIO with five people inside and one who came out."""
    desk = make_desk(role="rio")
    home, abroad = a_facility(desk), a_facility(desk, "JVA Kleve", country="de", kind="jva")
    all_five = dict.fromkeys(("id_document", "housing", "work_income", "debts", "care"), "arranged")
    cases = {
        "late": somebody(desk, "Laat", TODAY - timedelta(days=3), home, housing="not_arranged"),
        "week": somebody(desk, "Week", TODAY + timedelta(days=7), home, **all_five),
        "month": somebody(desk, "Maand", TODAY + timedelta(days=20), abroad, debts="in_progress"),
        "later": somebody(desk, "Later", TODAY + timedelta(days=200), home),
        "unknown": somebody(desk, "Onbekend", None, abroad),
        "free": somebody(desk, "Vrij", None, home, **all_five),
    }
    out = desk_stay(desk, cases["free"])
    detentions.release_from_detention(desk, out, TODAY)
    tasks.add_appointment(
        desk, AppointmentInput("prison_visit", TODAY + timedelta(days=2), case_id=cases["month"].id)
    )
    return desk, cases


def desk_stay(desk: Desk, case: Case) -> str:
    """Return the id of the last stay of the person of a case."""
    return open_dossier(desk, case.id).detentions[0].record.id


def shown(page: ListPage, column: int = 0) -> list[str]:
    """Return the words of a column, top to bottom."""
    model = page.table.model
    return [model.data(model.index(row, column)) for row in range(model.rowCount())]


def at(user: User, row: int) -> QTableView:
    """Put the keyboard in the list, at a row."""
    view: QTableView = user.page.table.view  # type: ignore[attr-defined]
    user.tab_to(view)
    user.press(Qt.Key.Key_Home, CTRL)
    for _ in range(row):
        user.press(Qt.Key.Key_Down)
    return view


def test_the_arrows_go_from_list_to_releases_to_conditions_and_back(
    caseload: tuple[Desk, dict[str, Case]], sit_down: Callable[..., User]
) -> None:
    user = sit_down(caseload[0])
    page = user.open("detentie")
    assert isinstance(page, DetentionsPage)
    user.tab_to(page.views)
    user.press(Qt.Key.Key_Right)
    radar = user.page
    assert isinstance(radar, ReleasesPage)
    assert radar.views.isAncestorOf(user.focus())
    user.press(Qt.Key.Key_Right)
    matrix = user.page
    assert isinstance(matrix, ConditionsPage)
    user.press(Qt.Key.Key_Left)
    assert user.page is radar
    assert radar.views.code() == "vrijlatingen"
    for key in ("vrijlatingen", "voorwaarden"):
        user.open(key)
        assert_accessible(user.window)


def test_who_comes_out_first_stands_first_with_what_is_not_arranged(
    caseload: tuple[Desk, dict[str, Case]], sit_down: Callable[..., User]
) -> None:
    user = sit_down(caseload[0])
    page = user.open("vrijlatingen")
    assert isinstance(page, ReleasesPage)
    model = page.table.model
    assert [name.split(",")[0] for name in shown(page)] == ["Laat", "Week", "Maand", "Later", "Onbekend"]
    second = [model.data(model.index(row, 1), CELL_ROLE).second for row in range(5)]
    assert [any(word in words for word in ("3", "7", "20", "200")) for words in second[:4]] == [True] * 4
    marks = [[word for word, _tone in model.data(model.index(row, 3), CELL_ROLE).marks] for row in range(3)]
    assert marks == [
        ["ID-bewijs", "Onderdak", "Werk en inkomen", "Schulden", "Zorg"],
        ["Alles op orde"],
        ["ID-bewijs", "Onderdak", "Werk en inkomen", "Schulden", "Zorg"],
    ]
    assert "niet op orde" in model.data(model.index(0, 3))
    assert shown(page, 4)[2] == "3 nov"
    user.tab_to(page.table.chips)
    user.press(Qt.Key.Key_Space)
    assert [name.split(",")[0] for name in shown(page)] == ["Laat"]


def test_enter_opens_the_tab_and_one_key_writes_down_or_plans_a_visit(
    caseload: tuple[Desk, dict[str, Case]], sit_down: Callable[..., User]
) -> None:
    desk, cases = caseload
    user = sit_down(desk, "vrijlatingen")
    at(user, 2)
    user.press(Qt.Key.Key_V)
    visit = user.panel
    assert isinstance(visit, VisitPanel)
    assert visit.ui.facilityField.words() == "JVA Kleve"
    user.press(Qt.Key.Key_Escape)
    at(user, 3)
    user.press(Qt.Key.Key_P)
    plan = user.panel
    assert isinstance(plan, AppointmentPanel)
    user.fill(form_of(plan)["on"], "+7d")
    user.press(Qt.Key.Key_Return, CTRL)
    planned = [one for one in agenda(desk, TODAY, TODAY + timedelta(days=10)) if one.kind == "appointment"]
    assert len(planned) == 2
    at(user, 0)
    user.press(Qt.Key.Key_Return)
    page = user.page
    assert isinstance(page, dossier_page.DossierPage)
    assert page.acts.case_id == cases["late"].id
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Detentie"


def test_the_matrix_shows_the_moment_and_the_status_asked_and_counts_them(
    caseload: tuple[Desk, dict[str, Case]], sit_down: Callable[..., User]
) -> None:
    user = sit_down(caseload[0])
    page = user.open("voorwaarden")
    assert isinstance(page, ConditionsPage)
    assert len(shown(page)) == 5
    titles = [page.table.model.headerData(at, Qt.Orientation.Horizontal) for at in range(1, 6)]
    assert titles == [
        f"{words}\n1/5 op orde" for words in ("ID-bewijs", "Onderdak", "Werk en inkomen", "Schulden", "Zorg")
    ]
    page.show_only(("state:running", "moment:entry", "status:not_arranged"))
    user.settle()
    assert [name.split(",")[0] for name in shown(page)] == ["Laat"]
    page.show_only(("moment:entry", "status:arranged", "condition:care"))
    user.settle()
    assert [name.split(",")[0] for name in shown(page)] == ["Vrij", "Week"]
    page.show_only(("moment:months_6",))  # nobody came out half a year ago
    user.settle()
    assert shown(page) == []
    page.show_only(("state:ended",))
    user.settle()
    assert [name.split(",")[0] for name in shown(page)] == ["Vrij"]
    at(user, 0)
    user.press(Qt.Key.Key_Return)
    assert isinstance(user.page, dossier_page.DossierPage)


def test_nobody_inside_is_said_with_how_many_there_are_besides(
    make_desk: Callable[..., Desk], sit_down: Callable[..., User]
) -> None:
    desk = make_desk(role="rio")
    stay = a_detention(desk)
    detentions.release_from_detention(desk, stay.id, TODAY)
    user = sit_down(desk, "detentie")
    page = user.page
    assert isinstance(page, DetentionsPage)
    assert page.table._nothing.isVisible()
    assert page.table._nothing.sentence.text() == "Er zit nu niemand vast; in je kluis staan 1 detentie."
    page.table.search.setText("zzz")
    user.settle()
    assert page.table._nothing.sentence.text() == "Niets gevonden."
    empty = user.open("vrijlatingen")
    assert isinstance(empty, ReleasesPage)
    assert empty.empty.isVisible()
