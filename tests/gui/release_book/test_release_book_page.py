# SPDX-License-Identifier: EUPL-1.2
"""The book of releases and the form for what was published elsewhere, by keyboard."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from sqlalchemy import text
from tests.helpers.a11y import assert_accessible
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row
from tests.helpers.keyboard import User

from casus.gui import forms_registry
from casus.gui.release_book.elsewhere import ElsewherePanel
from casus.gui.release_book.page import BookPage
from casus.gui.report.page import ReportPage
from casus.services import book, drafts, elsewhere, registers, reporting
from casus.services.desk import Desk
from casus.services.elsewhere import OTHER, ElsewhereInput
from casus.services.registers import InspectionInput

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

GIVEN = ElsewhereInput(
    title="Jeugdmonitor 2023", on=date(2023, 11, 1), indicator="top_x", period="2022-10..2023-10", cells={"": 23}
)  # fmt: skip


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator who released one report."""
    desk = make_desk("coordinator")
    rows = [row for n in range(23) for row in (person_row(f"p{n}"), case_row(f"p{n}"))]
    reporting.receive(desk, a_contribution(*rows))
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
    reporting.release(desk, reporting.protect(desk, PERIOD))
    return desk


@pytest.fixture
def user(coordinator: Desk, sit_down: Callable[..., User]) -> User:
    """The coordinator at the report page."""
    return sit_down(coordinator, "rapportage")


def open_book(user: User) -> BookPage:
    page = user.page
    assert isinstance(page, ReportPage)
    user.push(page.book)
    found = user.page
    assert isinstance(found, BookPage)
    return found


def open_form(user: User) -> ElsewherePanel:
    user.push(open_book(user).add)
    panel = user.panel
    assert isinstance(panel, ElsewherePanel)
    return panel


def choose(user: User, panel: ElsewherePanel, indicator: str, breakdown: str = "") -> None:
    """Choose as from the list that opens with the arrow."""
    for field, code in ((panel.ui.indicatorField, indicator), (panel.ui.breakdownField, breakdown)):
        if code:
            field.combo.setCurrentIndex(field.combo.findData(code))
            field.combo.activated.emit(field.combo.currentIndex())
    user.settle()


def texts(page: BookPage) -> str:
    return "\n".join(one.text() for one in page.facts.findChildren(QLabel))


def test_the_book_opens_from_the_report_page_and_shows_each_release(user: User) -> None:
    page = open_book(user)
    assert page.table.model.rowCount() == 1
    page.table.select_id("1")
    user.settle()
    shown = texts(page)
    assert "Vrijgave 1" in shown
    assert "die Casus probeerde te kraken" in shown
    assert "Alleen voor jou, niet in het rapport" in shown
    assert_accessible(page)


def test_an_empty_book_says_so(make_desk: "MakeDesk", sit_down: Callable[..., User]) -> None:
    user = sit_down(make_desk("coordinator"))
    user.open("vrijgaven")
    page = user.page
    assert isinstance(page, BookPage)
    assert page.table.model.rowCount() == 0
    assert_accessible(page)


def test_a_worker_has_no_book(make_desk: "MakeDesk", sit_down: Callable[..., User]) -> None:
    user = sit_down(make_desk("rio"))
    assert "vrijgaven" not in user.window._specs


def test_a_publication_from_elsewhere_is_typed_in(user: User, coordinator: Desk) -> None:
    panel = open_form(user)
    user.fill(panel.ui.titleField, "Jeugdmonitor 2023, tabel 3")
    user.fill(panel.ui.onField, "1-11-2023")
    choose(user, panel, "top_x")
    user.fill(panel.ui.periodField, "2022-10..2023-10")
    choose(user, panel, "top_x", "age_group")
    assert panel.ui.baseField.isHidden()
    for key, typed in (("total", "23"), ("age_18_20", "1.023")):
        user.tab_to(panel.ui.cellsField.edits[key])
        user.type(typed)
    user.fill(panel.ui.titleField, "Jeugdmonitor")
    user.push(panel.save_button())
    assert "1023" in panel._notice.text(), "the parts cannot be more than the total"
    user.tab_to(panel.ui.cellsField.edits["age_18_20"])
    panel.ui.cellsField.edits["age_18_20"].selectAll()
    user.type("9")
    user.push(panel.save_button())
    latest = book.entries(coordinator)[0]
    assert (latest.number, latest.title, latest.on) == (2, "Jeugdmonitor", date(2023, 11, 1))
    page = user.page
    assert isinstance(page, BookPage)
    assert page.table.model.rowCount() == 2
    page.table.select_id("2")
    user.settle()
    assert "Dit kwam niet uit Casus" in texts(page)


def test_mistakes_are_said_at_their_fields_and_what_was_typed_stays(user: User, coordinator: Desk) -> None:
    panel = open_form(user)
    user.fill(panel.ui.titleField, "Jeugdmonitor")
    user.push(panel.save_button())
    assert panel.ui.onField.error()
    assert panel.ui.indicatorField.error()
    choose(user, panel, "top_x")
    user.fill(panel.ui.onField, "1-11-2023")
    user.fill(panel.ui.periodField, "nooit")
    assert panel.ui.cellsField.isHidden()
    user.push(panel.save_button())
    assert panel.ui.periodField.error()
    user.fill(panel.ui.periodField, "2023")
    user.push(panel.save_button())
    assert panel.ui.cellsField.error()
    user.tab_to(panel.ui.cellsField.edits[""])
    user.type("veel")
    user.push(panel.save_button())
    assert panel.ui.cellsField.error()
    assert panel.ui.cellsField.raw() == {"": "veel"}
    assert len(book.entries(coordinator)) == 1


def test_something_else_has_groups_of_its_own(user: User) -> None:
    panel = open_form(user)
    choose(user, panel, OTHER)
    assert panel.ui.subjectField.isVisible()
    user.fill(panel.ui.periodField, "2023")
    user.settle()
    assert list(panel.ui.cellsField.edits) == [""]
    user.fill(panel.ui.groupsField, "meisjes")
    user.press(Qt.Key.Key_Return)
    user.type("jongens")
    user.settle()
    assert list(panel.ui.cellsField.edits) == ["total", "group_1", "group_2"]
    assert_accessible(panel)


def test_the_form_keeps_a_draft(user: User, coordinator: Desk) -> None:
    panel = open_form(user)
    user.fill(panel.ui.titleField, "Half af")
    choose(user, panel, "top_x")
    user.fill(panel.ui.periodField, "2023")
    user.settle()
    user.tab_to(panel.ui.cellsField.edits[""])
    user.type("12")
    user.window.close_panel()
    user.settle()
    (draft,) = drafts.list_drafts(coordinator)
    assert draft.form == "elsewhere"
    assert forms_registry.reopen(user.window, coordinator, draft.key, owner=user.page)
    user.settle()
    again = user.panel
    assert isinstance(again, ElsewherePanel)
    assert again.ui.cellsField.raw() == {"": "12"}


def test_a_forged_book_is_told_as_a_user_meets_it(user: User, coordinator: Desk, tmp_path: Path) -> None:
    elsewhere.add_elsewhere(coordinator, GIVEN)
    with coordinator.changing() as session:
        session.connection().execute(text("UPDATE releases SET entry = replace(entry, '296', '297')"))
    page = user.page
    assert isinstance(page, ReportPage)
    user.push(page.compose.go)
    assert page.notice.isVisible()
    assert "Het boek van eerdere vrijgaven klopt niet" in page.notice.text()
    assert "zet een reservekopie terug" in page.notice.text()
    assert page.steps.currentIndex() == 0
    assert list(tmp_path.glob("*.pdf")) == []
