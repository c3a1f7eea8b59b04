# SPDX-License-Identifier: EUPL-1.2
"""Searching from the field above every page, by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.helpers.vaults import PASSWORD

from casus.domain.clock import FixedClock
from casus.gui.drafts import DraftKeeper
from casus.gui.search import Finder
from casus.gui.settings import Settings
from casus.gui.shell import MainWindow, Page, PageSpec
from casus.gui.tasks import TaskRunner
from casus.services import persons, vaults
from casus.services.desk import Desk
from casus.services.inputs import PersonInput
from casus.services.vaults import NewVault


class Opened(Page):
    """A dossier that only remembers what it was asked to show."""

    record = ""

    def open_record(self, record_id: str) -> None:
        self.record = record_id


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, cheap_kdf: None) -> Iterator[Desk]:
    """Give the desk of a vault with two persons."""
    new = NewVault(tmp_path / "kluis", PASSWORD, "Gemeente", "nl", "Marjan Visser", "pga_expert")
    made = vaults.create(new, clock).desk
    persons.register_person(made, PersonInput("Younes", "El Amrani"))
    persons.register_person(made, PersonInput("Sanne", "Vries", prefix="de"))
    yield made
    vaults.lock(made)


@pytest.fixture
def finder(desk: Desk, qtbot: QtBot) -> Iterator[Finder]:
    """Give the finder of a shown window."""
    window = MainWindow(
        [
            PageSpec("vandaag", "Vandaag", "sun", lambda shell: Page(shell, "Vandaag")),
            PageSpec("dossier", "Dossier", "folder", lambda shell: Opened(shell, ""), in_sidebar=False),
        ],
        role=desk.role,
        tasks=TaskRunner(),
        drafts=DraftKeeper(lambda _key, _payload: None),
        settings=Settings(),
    )
    made = Finder(window, desk)
    window.open("vandaag")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.focus_search()
    yield made
    window.close()
    window.tasks.shutdown()
    window.deleteLater()


def type_text(qtbot: QtBot, finder: Finder, text: str) -> MainWindow:
    """Type in the search field and wait for what is found."""
    window = finder._window
    if text.isascii():
        QTest.keyClicks(window.topbar.search, text)
    else:
        window.topbar.search.insert(text)
    qtbot.waitUntil(finder.popup.isVisible, timeout=5_000)
    return window


def test_a_person_is_found_by_the_start_of_a_name_and_opened_with_enter(
    qtbot: QtBot, finder: Finder, desk: Desk
) -> None:
    window = type_text(qtbot, finder, "amra")
    assert finder.popup.titles()[0].startswith("El Amrani")
    QTest.keyClick(window.topbar.search, Qt.Key.Key_Return)
    page = window.page("dossier")
    assert isinstance(page, Opened)
    assert page.record.startswith("person:")
    assert not finder.popup.isVisible()
    assert window.topbar.search.text() == ""


def test_a_slip_of_the_pen_is_forgiven_and_said(qtbot: QtBot, finder: Finder) -> None:
    type_text(qtbot, finder, "amrami")
    assert finder.popup.titles()[0].startswith("El Amrani")
    assert "lijkt erop" in finder.popup.list.item(0).text()


def test_commands_are_found_too_and_run(qtbot: QtBot, finder: Finder) -> None:
    window = finder._window
    with qtbot.waitSignal(window.lock_requested, timeout=5_000):
        type_text(qtbot, finder, "kluis verg")
        QTest.keyClick(window.topbar.search, Qt.Key.Key_Return)


def test_the_palette_lists_every_command_with_its_keys_and_narrows_as_one_types(
    qtbot: QtBot, finder: Finder
) -> None:
    window = finder._window
    QTest.keyClick(
        window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    qtbot.waitUntil(finder.popup.isVisible, timeout=5_000)
    names = {action.text().replace("&", "") for _, action in window.actions_registry if action.isEnabled()}
    assert set(finder.popup.titles()) == names
    QTest.keyClicks(window.topbar.search, " sneltoe")
    assert finder.popup.titles() == ["Sneltoetsen"]
    assert "F1" in finder.popup.list.item(0).text()


def test_the_palette_finds_no_person(qtbot: QtBot, finder: Finder) -> None:
    window = type_text(qtbot, finder, ">amra")
    assert finder.popup.titles() == []
    QTest.keyClick(window.topbar.search, Qt.Key.Key_Escape)
    assert not finder.popup.isVisible()


def test_arrows_choose_another_line(qtbot: QtBot, finder: Finder) -> None:
    window = type_text(qtbot, finder, "gro")
    assert finder.popup.list.currentRow() == 0
    QTest.keyClick(window.topbar.search, Qt.Key.Key_Down)
    assert finder.popup.list.currentRow() == 1
    QTest.keyClick(window.topbar.search, Qt.Key.Key_Up)
    assert finder.popup.list.currentRow() == 0


def test_nothing_found_is_said_and_escape_closes(qtbot: QtBot, finder: Finder) -> None:
    window = type_text(qtbot, finder, "zzzzqq")
    assert "Niets gevonden" in finder.popup.nothing.text()
    QTest.keyClick(window.topbar.search, Qt.Key.Key_Escape)
    assert not finder.popup.isVisible()
    assert window.topbar.search.text() == "zzzzqq"


@pytest.mark.parametrize("text", ['"', "NEAR(", "a* OR b", "<b>", "\u202e"])
def test_search_operators_and_markup_mean_nothing(qtbot: QtBot, finder: Finder, text: str) -> None:
    window = type_text(qtbot, finder, text)
    assert finder.popup.isVisible()
    assert window.area.panel is None
