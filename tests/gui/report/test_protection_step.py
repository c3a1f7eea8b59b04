# SPDX-License-Identifier: EUPL-1.2
"""Step 2 as a coordinator meets it: what leaves, what protects it, what stays and what is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row
from tests.helpers.keyboard import User

from casus.disclosure import Change, Proposal, Refusal, Step
from casus.domain.clock import FixedClock
from casus.errors import Cancelled, ReleaseRefused
from casus.gui.report.compose import MEANING
from casus.gui.report.page import COMPOSE, PROTECT, ReportPage
from casus.gui.report.protection import STAYS
from casus.services import registers, reporting
from casus.services.desk import Desk
from casus.services.explanations import Explainer
from casus.services.registers import InspectionInput
from casus.services.reporting import ProtectedReport, Withheld

if TYPE_CHECKING:
    from tests.conftest import MakeDesk


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator with 23 young people of one colleague and 296 inspections."""
    desk = make_desk("coordinator")
    rows = [row for n in range(23) for row in (person_row(f"p{n}"), case_row(f"p{n}"))]
    reporting.receive(desk, a_contribution(*rows))
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
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
    page = report_page(user)
    user.push(page.compose.go)
    assert page.steps.currentIndex() == PROTECT
    return page


def answer_with(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[ProtectedReport], ProtectedReport]
) -> None:
    """Let the next protection end otherwise than the figures make it."""
    real = reporting.protect

    def protect_otherwise(*args: Any, **kwargs: Any) -> ProtectedReport:
        return change(real(*args, **kwargs))

    monkeypatch.setattr(reporting, "protect", protect_otherwise)


def texts(widget: Any) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden())


def test_each_level_of_protection_is_explained_in_one_sentence(user: User) -> None:
    page = report_page(user)
    seen = []
    user.tab_to(page.compose.ui.presetField)
    for _ in MEANING:
        seen.append(page.compose.meaning.text())
        user.press(Qt.Key.Key_Right)
    assert seen == list(MEANING.values())


def test_what_protects_it_is_a_list_of_facts(user: User) -> None:
    page = protect(user)
    facts = texts(page.protection.proof)
    statement = page._report.release.statement  # type: ignore[union-attr]
    assert "Standaard (versie 1)" in facts
    assert f"{statement.cells} cijfers" in facts
    assert f"{statement.rounded} afgerond op 5" in facts
    assert "kleine aantallen en verschillen" in facts
    assert_accessible(page)


def test_what_stays_says_of_which_table_and_why(make_desk: "MakeDesk", sit_down: Callable[..., User]) -> None:
    desk = make_desk("coordinator")
    reporting.receive(
        desk, a_contribution(*(row for n in range(3) for row in (person_row(f"{n}"), case_row(f"{n}"))))
    )
    user = sit_down(desk, "rapportage")
    page = protect(user)
    report = page._report
    assert report is not None
    user.tab_to(page.protection.which)
    user.press(Qt.Key.Key_Right)
    assert page.protection.which.code() == STAYS
    for one in report.withheld:
        assert one.why.table in texts(page.protection.withheld)
        assert one.why.reason in texts(page.protection.withheld)
    assert_accessible(page)


def test_when_nothing_may_leave_the_reasons_are_shown_and_there_is_no_way_on(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer_with(monkeypatch, lambda report: replace(report, made=None))
    page = protect(user)
    assert page.protection.which.code() == STAYS
    assert not page.protection.accept.isEnabled()
    assert "niets naar buiten" in texts(page.protection.proof)
    assert_accessible(page)


def test_much_that_is_left_out_is_warned_for_and_one_press_rounds_instead(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left_out(report: ProtectedReport) -> ProtectedReport:
        lines = tuple(replace(one, published=None, status="suppressed") for one in report.lines)
        return replace(report, lines=lines)

    with monkeypatch.context() as patch:
        answer_with(patch, left_out)
        page = protect(user)
    assert page.protection.loss.isVisible()
    assert "Er valt veel weg" in page.protection.loss.words.text()
    page.protection.table.select_id("0")
    user.settle()
    assert "Weggelaten" in page.protection._why_words.text()
    user.push(page.protection.loss.round)
    assert page.protection.loss.isHidden()
    assert page.compose.ui.presetField.value() == "standard"


def test_counting_can_be_stopped_and_nothing_is_changed(
    user: User, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = report_page(user)

    def endless(*_args: Any, progress: Callable[[str, int, int], None], **_kwargs: Any) -> ProtectedReport:
        while True:
            progress("attacking", 3, 12)
            QTest.qSleep(5)

    monkeypatch.setattr(reporting, "protect", endless)
    user.tab_to(page.compose.go)
    QTest.keyClick(user.focus(), Qt.Key.Key_Space)
    qtbot.waitUntil(page.progress.isVisible)
    qtbot.waitUntil(lambda: "3 van 12" in texts(page.progress))
    cancel = page.progress.findChild(QPushButton)
    assert cancel is not None
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    user.settle()
    assert page.progress.isHidden()
    assert page.steps.currentIndex() == COMPOSE
    assert page.compose.go.isEnabled()
    assert page.notice.isHidden()


def test_a_refusal_of_the_whole_names_the_earlier_release_by_its_day(
    user: User, coordinator: Desk, clock: FixedClock
) -> None:
    reporting.release(coordinator, reporting.protect(coordinator, PERIOD))
    day = clock.moment.astimezone().date()
    clock.moment -= timedelta(days=1)
    page = report_page(user)
    user.push(page.compose.go)
    assert page.notice.isVisible()
    assert f"vrijgave 1 van {day.day} " in page.notice.text()
    assert page.steps.currentIndex() == COMPOSE


def test_an_error_of_the_book_is_said_above_the_page(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    page = report_page(user)
    raised = [ReleaseRefused((), ("Zo kan het niet.",)), Cancelled()]

    def refuse(*_args: Any, **_kwargs: Any) -> ProtectedReport:
        raise raised.pop(0)

    monkeypatch.setattr(reporting, "protect", refuse)
    user.push(page.compose.go)
    assert page.notice.text() == "Zo kan het niet."
    user.push(page.compose.go)
    assert page.notice.isHidden()


def test_what_would_help_is_found_while_looking_and_accepted_with_one_press(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged = Proposal((Change("top_x/age_group", Step.DROP_DIMENSION, "age_group"),))
    refusal = Refusal("range_too_narrow", "top_x/age_group", ("age_18_20",), {"left": 2, "need": 5})

    def without_ages(report: ProtectedReport) -> ProtectedReport:
        table = next(table for table in report.draft.tables if table.code == "top_x/age_group")
        if not table.dimensions:
            return report
        why = Explainer.of("nl", (table,)).explain(refusal)
        return replace(report, withheld=(Withheld(table, refusal, why),))

    def found(_desk: Desk, report: ProtectedReport, _code: str, **_how: Any) -> Withheld:
        one = report.withheld[0]
        return replace(one, remedy=merged, why=replace(one.why, proposal="Laat de uitsplitsing weg"))

    answer_with(monkeypatch, without_ages)
    monkeypatch.setattr(reporting, "find_remedy", found)
    page = protect(user)
    user.tab_to(page.protection.which)
    user.press(Qt.Key.Key_Right)
    offered = next(
        b
        for b in page.protection.withheld.findChildren(QPushButton)
        if b.text() == "Laat de uitsplitsing weg"
    )
    assert_accessible(page)
    user.push(offered)
    assert page.steps.currentIndex() == PROTECT
    assert page.protection.adjusted.isVisible()
    assert "Jongeren in de Top X doorgroeiers naar leeftijd: laat de uitsplitsing" in texts(
        page.protection.adjusted
    )
    assert page._report is not None
    assert all(
        line.cell in ((), ("total",)) for line in page._report.lines if line.table == "top_x/age_group"
    )
    undo = page.protection.adjusted.findChild(QPushButton)
    assert undo is not None
    user.push(undo)
    assert page.protection.adjusted.isHidden()
