# SPDX-License-Identifier: EUPL-1.2
"""A coordinator composes a report by keyboard: from an empty page to written files, through a lock."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from tests.helpers.a11y import assert_accessible, assert_tab_cycle
from tests.helpers.contributions import PERIOD
from tests.helpers.keyboard import User, form_of

from casus.gui import forms_registry
from casus.gui.composer.block_panel import BlockPanel
from casus.gui.composer.page import ComposerPage
from casus.gui.composer.panels import ChapterPanel, HeadPanel, NewReportPanel
from casus.gui.report.page import ReportPage
from casus.services import composing, registers, reporting
from casus.services.composing import Block, ReportDocument
from casus.services.desk import Desk
from casus.services.registers import InspectionInput

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator without a release."""
    desk = make_desk("coordinator")
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), amount=296))
    return desk


def publish(desk: Desk) -> str:
    """Release the inspections; return the id of the release."""
    reporting.release(desk, reporting.protect(desk, PERIOD))
    return composing.to_choose(desk)[0].id


def composer(user: User) -> ComposerPage:
    """Go to the composer by the button on the report page."""
    page = user.open("rapportage")
    assert isinstance(page, ReportPage)
    user.push(page.reports)
    found = user.page
    assert isinstance(found, ComposerPage)
    return found


def drawn(user: User, page: ComposerPage) -> None:
    """Wait until the preview shows what there is now."""
    user.settle()
    user.wait_until(lambda: page.preview.view.document().pageCount() > 0)
    user.settle()


def outline(page: ComposerPage) -> list[str]:
    """The lines of the outline."""
    return [page.side.outline.item(row).text().strip() for row in range(page.side.outline.count())]


def test_from_nothing_to_written_files_by_keyboard(
    coordinator: Desk, sit_down: Callable[..., User], tmp_path: Path
) -> None:
    user = sit_down(coordinator)
    page = composer(user)
    assert "nog geen vrijgave" in page.empty.sentence.text()
    user.push(page.empty.action)
    assert isinstance(user.page, ReportPage)
    publish(coordinator)
    page = composer(user)
    page.load()
    user.settle()
    user.push(page.empty.action)
    panel = user.panel
    assert isinstance(panel, NewReportPanel)
    assert_accessible(user.window)
    user.fill(form_of(panel)["name"], "Jaarverslag")
    panel.ui.templateField.set_value("empty")
    user.press(Qt.Key.Key_Return, CTRL)
    page.add("chapter")
    panel = user.panel
    assert isinstance(panel, ChapterPanel)
    user.fill(form_of(panel)["title"], "Geldstromen")
    user.press(Qt.Key.Key_Return, CTRL)
    assert outline(page) == ["Geldstromen"]
    assert page.first_stop() is page.side.outline
    page.add("text")
    panel = user.panel
    assert isinstance(panel, BlockPanel)
    user.wait_until(lambda: user.focus() is panel.ui.textField.edit)
    user.fill(form_of(panel)["text"], "Er waren 296 controles.")
    user.wait_until(lambda: "296" in panel._notice.text())  # the preview follows, and says what is wrong
    assert "met de hand getypt" in panel._notice.text()
    user.press(Qt.Key.Key_Return, CTRL)
    drawn(user, page)
    page._ask_folder = lambda _parent: str(tmp_path / "out")
    (tmp_path / "out").mkdir()
    page.save_files()
    user.settle()
    assert not [*(tmp_path / "out").iterdir()]
    assert page.side.todo.text().startswith("Nog te doen: 1 moet")
    user.tab_to(page.side.problems)
    page.side.problems.setCurrentRow(0)
    user.press(Qt.Key.Key_Return)
    panel = user.panel
    assert isinstance(panel, BlockPanel)
    edit = panel.ui.textField.edit
    assert edit.textCursor().position() == 9  # at the number itself
    edit.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    picker = panel.picker
    assert picker is not None
    picker.figure.set_value("{{figure:buit_inspections}}")
    picker.figure.changed.emit()
    user.push(picker.insert)
    assert "{{figure:buit_inspections}}" in panel.ui.textField.value()
    user.press(Qt.Key.Key_Return, CTRL)
    drawn(user, page)
    page.save_files()
    user.settle()
    assert len([*(tmp_path / "out").iterdir()]) == 4
    assert_accessible(user.window)
    assert_tab_cycle(user.window)


def test_parts_are_moved_removed_and_taken_back_and_a_lock_loses_nothing(
    coordinator: Desk, sit_down: Callable[..., User]
) -> None:
    release = publish(coordinator)
    report_id = composing.start_report(coordinator, "Brief", "empty", release).value.id

    def edit(document: ReportDocument) -> ReportDocument:
        document = composing.put_chapter(composing.put_chapter(document, "A", "", "a"), "B", "", "b")
        return composing.put_block(document, "a", Block("text", "did", "Een tekst.", key="1"))

    composing.change_report(coordinator, report_id, edit)
    user = sit_down(coordinator)
    page = composer(user)
    drawn(user, page)
    user.tab_to(page.side.outline)
    page.side.outline.choose("1")
    user.press(Qt.Key.Key_Down, ALT)
    assert outline(page) == ["A", "B", "Wat we deden: Een tekst."]
    user.press(Qt.Key.Key_Delete)
    assert outline(page) == ["A", "B"]
    user.press(Qt.Key.Key_Z, CTRL)
    assert outline(page)[-1] == "Wat we deden: Een tekst."
    page.side.outline.choose("1")
    user.tab_to(page.side.outline)
    user.press(Qt.Key.Key_Return)
    panel = user.panel
    assert isinstance(panel, BlockPanel)
    user.fill(form_of(panel)["text"], "Nog niet bewaard")
    key = panel._key
    user.window.close_panel()
    user.settle()
    assert forms_registry.reopen(user.window, coordinator, key, owner=user.window)
    user.settle()
    panel = user.panel
    assert isinstance(panel, BlockPanel)
    assert panel.ui.textField.value() == "Nog niet bewaard"
    panel.throw_away()
    user.settle()
    page.change_head()
    head = user.panel
    assert isinstance(head, HeadPanel)
    user.fill(form_of(head)["title"], "Andere titel")
    user.press(Qt.Key.Key_Return, CTRL)
    assert page.side.which.combo.currentText() == "Andere titel"
    page.throw_away()
    user.settle()
    assert "nog geen verslag" in page.empty.sentence.text()
