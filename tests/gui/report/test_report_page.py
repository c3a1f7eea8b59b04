# SPDX-License-Identifier: EUPL-1.2
"""The report page as a coordinator uses it, and a worker's own contribution."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.keyboard import User

from casus.demo.registers import register_records
from casus.demo.words import Dice
from casus.domain.periods import Period
from casus.gui.report.contribution import ContributionPage
from casus.gui.report.page import PROTECT, RELEASE, ReportPage
from casus.services import reporting, team
from casus.services.desk import Desk

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

PERIOD = Period(date(2022, 10, 1), date(2023, 10, 31))


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator with filled registers, and the contribution of a colleague who works with three persons."""
    desk, colleague = make_desk("coordinator"), make_desk()
    with desk.changing("filled") as session:
        session.add_all(register_records(Dice(1), PERIOD))
    for name in ("Anna", "Bilal", "Cor"):
        a_case(colleague, a_person(colleague, given_name=name, surname="Unieknaam"))
    team.join(colleague, team.new_key())
    reporting.receive(desk, reporting.contribute(colleague, PERIOD))
    return desk


@pytest.fixture
def user(coordinator: Desk, sit_down: Callable[..., User]) -> User:
    """The coordinator before the report page."""
    return sit_down(coordinator, "rapportage")


def report_page(user: User) -> ReportPage:
    page = user.page
    assert isinstance(page, ReportPage)
    return page


def protect(user: User) -> ReportPage:
    """Go to step 2 by keyboard."""
    page = report_page(user)
    user.push(page.compose.go)
    assert page.steps.currentIndex() == PROTECT
    assert page.protection.isAncestorOf(user.focus())  # not somewhere in the navigation
    return page


def to_release(user: User) -> ReportPage:
    page = protect(user)
    user.push(page.protection.accept)
    assert page.steps.currentIndex() == RELEASE
    return page


def into(page: ReportPage, folder: Path) -> None:
    """Answer the question for a folder."""

    def ask(_parent: QWidget) -> str:
        return str(folder)

    page.releasing._ask_folder = ask


def test_the_period_of_the_latest_contribution_is_proposed(user: User) -> None:
    assert report_page(user).compose.ui.periodField.value() == "2022-10..2023-10"


def test_a_bad_period_is_said_beside_the_field_and_stays_typed(user: User) -> None:
    page = report_page(user)
    user.fill(page.compose.ui.periodField, "2023-13")
    user.push(page.compose.go)
    assert page.compose.ui.periodField.error()
    assert page.compose.ui.periodField.value() == "2023-13"
    assert page.steps.currentIndex() == 0


def test_every_figure_is_shown_as_it_leaves_and_what_stays_says_why(user: User) -> None:
    page = protect(user)
    report = page._report
    assert report is not None
    assert page.protection.table.model.rowCount() == len(report.lines)
    withheld = [place for place, line in enumerate(report.lines) if line.status == "withheld"]
    assert withheld, "three persons are too few to leave"
    page.protection.table.select_id(str(withheld[0]))
    user.settle()
    assert page.protection._why_words.text() == report.lines[withheld[0]].why


def test_the_preview_shows_the_report_in_the_chosen_language(user: User) -> None:
    page = to_release(user)
    pages = page.releasing.preview._document.pageCount()
    assert pages > 5
    user.tab_to(page.releasing.ui.languageField)
    user.press(Qt.Key.Key_Right)
    assert page.releasing.language() == "en"
    assert page.releasing.preview._document.pageCount() > 5
    assert page.progress.isHidden()


def test_files_are_written_once_released_and_saving_again_releases_no_second_time(
    user: User, coordinator: Desk, tmp_path: Path
) -> None:
    page = to_release(user)
    first, second = tmp_path / "een", tmp_path / "twee"
    for folder in (first, second):
        folder.mkdir()
        into(page, folder)
        user.push(page.releasing.save)
        assert user.focus() is page.releasing.save
    assert sorted(path.suffix for path in first.iterdir()) == [".csv", ".json", ".ods", ".pdf"]
    assert {path.name for path in first.iterdir()} == {path.name for path in second.iterdir()}
    assert [row.number for row in reporting.releases(coordinator)] == [1]
    assert "Vrijgave 1" in page.releasing.state.text()


def test_a_file_that_is_there_is_not_overwritten(user: User, coordinator: Desk, tmp_path: Path) -> None:
    page = to_release(user)
    into(page, tmp_path)
    name = "voortgangsrapportage-2022-10-2023-10-vrijgave-1.csv"
    (tmp_path / name).write_text("van iemand anders")
    user.push(page.releasing.save)
    assert page.notice.isVisible()
    assert (tmp_path / name).read_text() == "van iemand anders"
    fresh = tmp_path / "leeg"
    fresh.mkdir()
    into(page, fresh)
    user.push(page.releasing.save)
    assert len(list(fresh.iterdir())) == 4
    assert [row.number for row in reporting.releases(coordinator)] == [1]


@pytest.mark.parametrize("step", ["compose", "protect", "release"])
def test_each_step_can_be_walked_by_keyboard(user: User, step: str) -> None:
    {"compose": report_page, "protect": protect, "release": to_release}[step](user)
    assert_accessible(user.page)


def test_a_worker_sees_every_row_that_leaves_and_no_name(
    make_desk: "MakeDesk", sit_down: Callable[..., User], qtbot: QtBot
) -> None:
    desk = make_desk()
    a_case(desk, a_person(desk, given_name="Ayoub", surname="Unieknaam"))
    team.join(desk, team.new_key())
    user = sit_down(desk, "rapportage")
    page = user.page
    assert isinstance(page, ContributionPage)
    user.fill(page.period, "2023")
    user.push(page.go)
    rows = page._source.fetch_rows([str(at) for at in range(page._source.count_all())])
    assert len(rows) >= 2
    assert "nieknaam" not in repr(rows)
    assert_accessible(page)


def test_a_worker_without_a_team_is_told_so(make_desk: "MakeDesk", sit_down: Callable[..., User]) -> None:
    user = sit_down(make_desk())
    page = user.open("rapportage")
    assert isinstance(page, ContributionPage)
    user.push(page.go)
    assert page.notice.isVisible()
    user.fill(page.period, "nooit")
    user.push(page.go)
    assert page.period.error()
    assert page.period.value() == "nooit"
