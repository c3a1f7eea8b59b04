# SPDX-License-Identifier: EUPL-1.2
"""What is found in reports, tasks and facilities: shown with its reason, and opened where it stands."""

import threading
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.helpers.builders import a_case, a_detention, a_facility, a_home_visit, a_person, a_programme
from tests.helpers.keyboard import CTRL, User

from casus.gui.records import ListPage
from casus.gui.search import Finder
from casus.services import contacts, detentions, persons, tasks
from casus.services.desk import Desk
from casus.services.inputs import HomeVisitInput, TaskInput
from casus.services.search import search

SitDown = Callable[..., User]
REPORT = "Aan de keukentafel gesproken over de voetbalclub. Moeder belt maandag."


def find(qtbot: QtBot, user: User, text: str) -> Finder:
    """Press Ctrl+K, type over what stands there, and wait for what is found."""
    user.press(Qt.Key.Key_K, CTRL)
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    finder.popup.hide()
    user.window.topbar.search.insert(text)
    qtbot.waitUntil(finder.popup.isVisible, timeout=5_000)
    user.settle()
    return finder


def lines(finder: Finder) -> list[str]:
    return [finder.popup.list.item(row).text() for row in range(finder.popup.list.count())]


def choose(user: User) -> None:
    user.press(Qt.Key.Key_Return)
    user.settle()


def test_a_report_is_quoted_and_opens_at_its_place_in_the_dossier(
    qtbot: QtBot, desk: Desk, sit_down: SitDown
) -> None:
    case = a_case(desk)
    for week in range(60):
        day = date(2023, 10, 20) - timedelta(weeks=week)
        contacts.log_home_visit(desk, HomeVisitInput(case.person_id, case.id, day, report="Gewoon bezoek."))
    a_home_visit(desk, case, on=date(2022, 1, 5), report=REPORT)
    user = sit_down(desk)
    finder = find(qtbot, user, "voetbal")
    assert lines(finder) == [
        "El Amrani, Younes, Huisbezoek · 5 jan 2022, Verslag: … keukentafel gesproken over de voetbalclub."
        " Moeder belt maandag."
    ]
    choose(user)
    here = user.window.history.here
    assert here is not None
    assert here.record_id.startswith(f"case:{case.id}#timeline:contacts:")
    qtbot.waitUntil(lambda: "voetbalclub" in user.focus().accessibleName(), timeout=5_000)
    qtbot.waitUntil(lambda: not user.focus().visibleRegion().isEmpty(), timeout=5_000)
    assert user.focus().visibleRegion().boundingRect().height() == user.focus().height()
    assert "Amrani" not in user.window.windowTitle()


def test_a_task_and_a_programme_open_in_their_tab(qtbot: QtBot, desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    task = tasks.add_task(desk, TaskInput("Zwemdiploma regelen", case_id=case.id)).value
    a_programme(desk, persons.get_person(desk, case.person_id), provider_name="Kwekerij De Hof")
    user = sit_down(desk)
    for text, tab in (("zwemdiploma", "Taken"), ("kwekerij", "Trajecten")):
        find(qtbot, user, text)
        choose(user)
        assert tab_shown(user) == tab
    tasks.complete_task(desk, task.id)
    find(qtbot, user, "zwemdiploma")
    choose(user)
    assert tab_shown(user) == "Tijdlijn"
    qtbot.waitUntil(lambda: "Zwemdiploma" in user.focus().accessibleName(), timeout=5_000)


def tab_shown(user: User) -> str:
    tabs = user.page.tabs  # type: ignore[attr-defined]
    return str(tabs.tabText(tabs.currentIndex()))


def test_a_facility_opens_who_is_or_was_there(qtbot: QtBot, desk: Desk, sit_down: SitDown) -> None:
    facility = a_facility(desk, "PI Nieuwegein", place="Nieuwegein")
    user = sit_down(desk)
    find(qtbot, user, "nieuwegein")
    choose(user)
    assert user.window.history.here is not None
    assert user.window.history.here.key == "beheer"
    qtbot.waitUntil(lambda: isinstance(user.focus(), QPushButton), timeout=5_000)
    assert "PI Nieuwegein" in user.focus().accessibleName() + user.focus().accessibleDescription()
    stay = a_detention(desk, facility=facility)
    a_detention(desk, a_person(desk, surname="Zand"), a_facility(desk, "PI Vught"))
    find(qtbot, user, "nieuwegein")
    choose(user)
    assert detained(user) == [("El Amrani, Younes", "PI Nieuwegein")]
    assert "state:running" in chips(user)
    detentions.release_from_detention(desk, stay.id, date(2023, 10, 2))
    find(qtbot, user, "nieuwegein")
    choose(user)
    assert detained(user) == [("El Amrani, Younes", "PI Nieuwegein")]
    assert "state:running" not in chips(user)


def detained(user: User) -> list[tuple[str, str]]:
    page = user.page
    assert isinstance(page, ListPage)
    user.settle()
    records, query = page.source.records, page.table.query()
    assert page.table.view.hasFocus()
    ids = [page.table.model.id_at(row) for row in range(page.table.model.rowCount())]
    assert query.text == "PI Nieuwegein"
    return [(row.title, row.subtitle) for row in records.rows(ids)]


def chips(user: User) -> frozenset[str]:
    page = user.page
    assert isinstance(page, ListPage)
    return page.table.query().chips


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("momo", "ook bekend als Momo"),
        ("kanaal", "adres Kanaalstraat 12"),
        ("3512", "postcode 3512 AB"),
        ("06 12", "telefoon 06 12345678"),
        ("amrami", "lijkt erop"),
        ("amrani kanaal", "in meer gegevens samen"),
    ],
)
def test_why_a_person_fits_is_said(
    qtbot: QtBot, desk: Desk, sit_down: SitDown, typed: str, line: str
) -> None:
    person = a_person(
        desk, aliases=("Momo",), street="Kanaalstraat", house_number="12", postcode="3512 AB",
        telephone="06 12345678",
    )  # fmt: skip
    finder = find(qtbot, sit_down(desk), typed)
    assert lines(finder)[0] == f"El Amrani, Younes, {line} · {person.number}"


def test_groups_have_a_heading_that_is_spoken_when_the_arrow_comes_there(
    qtbot: QtBot, desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_home_visit(desk, report="De familie Zand was er.")
    a_person(desk, surname="Zand")
    user, spoken = sit_down(desk), list[str]()
    finder = find(qtbot, user, "zand")
    monkeypatch.setattr("casus.gui.search.popup.speak", lambda _source, words: spoken.append(words))
    user.press(Qt.Key.Key_Down)
    assert spoken == ["In verslagen, taken, trajecten en bijlagen: " + lines(finder)[1]]


ODD = [
    "\x00",
    "\u202eamrani",
    "\U0001f600",
    "a" * 1_000_000,
    '"' * 1_000_000,
    "% _ ' ; --",
    "NEAR(a b)",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_whatever_is_pasted_is_answered_calmly(
    qtbot: QtBot, desk: Desk, sit_down: SitDown, text: str
) -> None:
    person = a_person(desk)
    user = sit_down(desk)
    finder = find(qtbot, user, text)
    wanted = [person.number] if "amrani" in text else []
    assert [number for number in wanted if number not in "".join(lines(finder))] == []
    if not wanted:
        assert not any(person.number in line for line in lines(finder))
    assert user.window.area.panel is None


def test_a_search_for_what_is_no_longer_asked_does_not_begin(
    qtbot: QtBot, desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_person(desk)
    user, asked, gate = sit_down(desk), list[str](), threading.Event()

    def noted(desk: Desk, text: str, limit: int) -> object:
        asked.append(text)
        return search(desk, text, limit)

    monkeypatch.setattr("casus.gui.search.finder.search", noted)
    user.window.tasks.run(gate.wait, owner=user.window, done=lambda _: None)
    user.window.focus_search()
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    for text in ("a", "am", "amr"):
        user.window.topbar.search.setText(text)
        finder._pause.stop()
        finder._search()
    gate.set()
    user.settle()
    assert asked == ["amr"]
    assert finder.popup.titles()[0] == "El Amrani, Younes"
