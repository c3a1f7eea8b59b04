# SPDX-License-Identifier: EUPL-1.2
"""A form: read as a whole, wrong in one place, restored from a draft, saved in the background."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casus.errors import DiskFull, InvalidForm, InvalidInput
from casus.gui.shell import MainWindow
from casus.gui.widgets.date_fields import DateField
from casus.gui.widgets.form import Form
from casus.gui.widgets.text_fields import PasswordField, TextField
from tests.helpers.gallery import TODAY, VisitPanel, visit_fields


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    root = QWidget()
    column = QVBoxLayout(root)
    for field in visit_fields():
        column.addWidget(field)
    qtbot.addWidget(root)
    root.show()
    root.activateWindow()
    QApplication.processEvents()
    return Form(root, today=lambda: TODAY)


def fill_in(form: Form) -> None:
    """Fill in what must be filled in."""
    form["result"].set_value("reached")
    form["report"].set_value("Moeder was thuis.")


def test_a_form_gives_all_values_by_key(form: Form) -> None:
    fill_in(form)
    assert form.read() == {
        "on": TODAY, "at": None, "who": (), "result": "reached", "report": "Moeder was thuis.", "domain": "",
    }  # fmt: skip


def test_what_is_missing_is_told_at_each_field_and_the_first_gets_the_keyboard(form: Form) -> None:
    form["on"].set_raw("31-02")
    assert form.read() is None
    assert form["on"].error()
    assert form["result"].error()
    assert form["report"].error()
    assert not form["at"].error()
    assert QApplication.focusWidget() is form["on"].control
    assert form["on"].raw() == "31-02"


def test_a_field_that_is_hidden_need_not_be_filled_in(form: Form) -> None:
    fill_in(form)
    form["report"].set_value("")
    form["report"].hide()
    assert form.read() is not None


def test_typing_in_a_field_takes_its_error_away(form: Form, qtbot: QtBot) -> None:
    form.read()
    qtbot.keyClicks(form["report"].control, "x")
    assert form["report"].error() == ""
    assert form["result"].error()


def test_errors_of_the_use_case_come_back_at_their_fields(form: Form) -> None:
    assert form.take(InvalidForm((InvalidInput("on", "future"), InvalidInput("report", "too_long", limit=9))))
    assert "toekomst" in form["on"].error()
    assert "9" in form["report"].error()


def test_an_error_of_a_field_that_is_not_here_is_left_to_others(form: Form) -> None:
    assert not form.take(InvalidInput("elsewhere", "required"))
    assert not form.take(DiskFull(needed=2, free=1))


def test_a_draft_gives_everything_back_valid_or_not(form: Form, qtbot: QtBot) -> None:
    form["on"].set_raw("31-02")
    form["report"].set_value("half af, <b>\u202e")
    form["who"].set_raw({"codes": ["1"], "free": ["Oom"]})
    payload = json.loads(json.dumps(form.snapshot()))
    other_root = QWidget()
    column = QVBoxLayout(other_root)
    for field in visit_fields():
        column.addWidget(field)
    qtbot.addWidget(other_root)
    other = Form(other_root)
    other.restore({**payload, "field_of_an_older_casus": 1})
    assert other.snapshot() == form.snapshot()
    assert other["on"].raw() == "31-02"


def test_a_password_never_gets_into_a_draft(qtbot: QtBot) -> None:
    root = QWidget()
    column = QVBoxLayout(root)
    name, password = TextField(), PasswordField()
    name.set_key("name")
    password.set_key("password")
    column.addWidget(name)
    column.addWidget(password)
    qtbot.addWidget(root)
    form = Form(root)
    password.set_value("geheim")
    assert form.snapshot() == {"name": ""}


def test_dates_are_read_against_the_clock_that_was_handed_in(form: Form) -> None:
    field = form["on"]
    assert isinstance(field, DateField)
    field.set_raw("gisteren")
    assert field.value() == date(2026, 11, 22)


class Opened:
    """A panel in the gallery window, and what its form stored."""

    def __init__(self, window: MainWindow) -> None:
        self.stored: list[dict[str, Any]] = []
        self.refuse: Callable[[], None] = lambda: None
        self.window = window
        self.panel = VisitPanel(window, self._store)
        window.open_panel(self.panel)

    def _store(self, values: dict[str, Any]) -> None:
        self.refuse()
        self.stored.append(values)


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(window)
    QApplication.processEvents()
    yield made
    qtbot.waitUntil(lambda: not window.tasks.busy)


def test_opening_a_panel_puts_the_keyboard_in_its_first_field(opened: Opened, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.panel.form["on"].control.hasFocus)


def test_control_enter_stores_the_form_announces_it_and_closes_the_panel(
    opened: Opened, qtbot: QtBot
) -> None:
    fill_in(opened.panel.form)
    qtbot.waitUntil(opened.panel.form["on"].control.hasFocus)
    qtbot.keyClick(opened.panel.form["on"].control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: opened.window.area.panel is None)
    assert len(opened.stored) == 1
    assert opened.window._toast.text() == "Bezoek opgeslagen"
    assert opened.window.drafts.open_keys() == ()


def test_a_refused_form_stays_open_with_its_error_and_can_be_stored_after_all(
    opened: Opened, qtbot: QtBot
) -> None:
    def refuse() -> None:
        raise InvalidInput("report", "too_long", limit=9)

    fill_in(opened.panel.form)
    opened.refuse = refuse
    opened.panel.save()
    qtbot.waitUntil(lambda: bool(opened.panel.form["report"].error()))
    assert opened.window.area.panel is opened.panel
    opened.refuse = lambda: None
    opened.panel.save()
    qtbot.waitUntil(lambda: bool(opened.stored))


def test_an_error_that_is_not_of_a_field_stands_above_the_form(opened: Opened, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise DiskFull(needed=2, free=1)

    fill_in(opened.panel.form)
    opened.refuse = refuse
    opened.panel.save()
    qtbot.waitUntil(lambda: opened.panel._notice.isVisible())
    assert "schijf" in opened.panel._notice.text().lower()
    assert opened.panel.save_button().isEnabled()


def test_escape_closes_the_panel_and_keeps_the_draft(window: MainWindow, qtbot: QtBot) -> None:
    kept: list[tuple[str, dict[str, Any]]] = []
    window.drafts._save_draft = lambda key, payload: kept.append((key, payload))
    panel = VisitPanel(window)
    window.open_panel(panel)
    qtbot.waitUntil(panel.form["on"].control.hasFocus)
    panel.form["report"].set_value("half af")
    qtbot.keyClick(panel.form["on"].control, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.area.panel is None)
    assert kept[0][0] == "visit:1"
    assert kept[0][1]["report"] == "half af"


def test_going_elsewhere_keeps_the_draft_too(window: MainWindow, qtbot: QtBot) -> None:
    kept: list[str] = []
    window.drafts._save_draft = lambda key, _payload: kept.append(key)
    panel = VisitPanel(window)
    window.open_panel(panel)
    panel.form["report"].set_value("half af")
    window.open("vandaag")
    assert kept == ["visit:1"]
    assert window.drafts.open_keys() == ()


def test_the_panel_says_when_its_draft_was_kept(opened: Opened, qtbot: QtBot) -> None:
    opened.panel.form["report"].set_value("half af")
    opened.window.drafts.flush()
    assert opened.panel._state.text().startswith("Concept bewaard")


def test_throwing_a_draft_away_leaves_nothing_to_keep(opened: Opened) -> None:
    opened.panel.form["report"].set_value("weg ermee")
    opened.panel.discard_requested.emit()
    assert opened.window.area.panel is None
    assert opened.window.drafts.open_keys() == ()
    assert opened.stored == []


def test_leaving_while_it_is_being_stored_still_tells_that_it_was_stored(
    opened: Opened, qtbot: QtBot
) -> None:
    fill_in(opened.panel.form)
    opened.panel.save()
    opened.window.open("vandaag")
    qtbot.waitUntil(lambda: opened.window._toast.text() == "Bezoek opgeslagen")
    assert len(opened.stored) == 1
