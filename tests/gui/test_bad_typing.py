# SPDX-License-Identifier: EUPL-1.2
"""Clumsy and hostile typing in the forms: told at the field in one Dutch sentence, and what was typed stays."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from casus.gui.dossier.page import DossierPage
from casus.gui.persons.form import PersonPanel
from casus.gui.visits.panel import VisitPanel
from casus.gui.widgets.text_fields import TEXT_LIMIT, TextArea, TextField
from casus.services import contacts, persons
from casus.services.desk import Desk
from tests.helpers.builders import a_person
from tests.helpers.keyboard import CTRL, User
from tests.helpers.odd_texts import ODD

WRONG_DATES = [
    ("31-02", "Deze datum bestaat niet"),
    ("31-02-2004", "Deze datum bestaat niet"),
    ("29-2-2003", "Deze datum bestaat niet"),
    ("0-0-0", "Deze datum bestaat niet"),
    ("morgenochtend", "Deze datum bestaat niet"),
    ("1-1-2030", "ligt in de toekomst"),
    ("1-1-1899", "Deze datum bestaat niet"),
    ("1-1-1902", "te ver terug"),
]
SitDown = Callable[..., User]
Key = Qt.Key


@pytest.fixture
def form(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> tuple[User, PersonPanel]:
    """The form of a new person, with the keyboard in it."""
    user = sit_down(desk, "personen")
    page = user.page
    page.open_new()  # type: ignore[attr-defined]
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    user.settle()
    return user, panel


def paste(user: User, field: object, text: str) -> None:
    """Put a text in a field by way of the clipboard, over what is in it."""
    user.tab_to(field.edit)  # type: ignore[attr-defined]
    field.edit.selectAll()  # type: ignore[attr-defined]
    QApplication.clipboard().setText(text)
    user.press(Key.Key_V, CTRL)


def test_a_date_that_cannot_be_is_told_at_its_field_and_all_that_was_typed_stays(
    form: tuple[User, PersonPanel],
) -> None:
    user, panel = form
    user.fill(panel.ui.givenNameField, "Younes")
    user.fill(panel.ui.surnameField, "El Amrani")
    for typed, told in WRONG_DATES:
        user.fill(panel.ui.birthDateField, typed)
        user.press(Key.Key_Return, CTRL)
        assert told in panel.ui.birthDateField.error(), typed
        assert panel.ui.birthDateField.raw() == typed
        assert panel.ui.surnameField.value() == "El Amrani"
        assert panel.ui.givenNameField.value() == "Younes"
        assert user.focus() is panel.ui.birthDateField.edit
        assert persons.PersonList(panel.desk).total() == 0


def test_a_short_dutch_date_is_understood(form: tuple[User, PersonPanel]) -> None:
    user, panel = form
    user.fill(panel.ui.givenNameField, "Younes")
    user.fill(panel.ui.surnameField, "El Amrani")
    user.fill(panel.ui.birthDateField, "7-3-05")
    assert "7 maart 2005" in panel.ui.birthDateField.echo.text()
    user.press(Key.Key_Return, CTRL)
    assert persons.PersonList(panel.desk).total() == 1


def test_a_name_that_cannot_be_kept_is_told_at_its_field_and_stays(form: tuple[User, PersonPanel]) -> None:
    user, panel = form
    user.fill(panel.ui.givenNameField, "Younes")
    for name in ("NUL", "right-to-left override", "bell", "stacked accents", "201 characters", "50 MB"):
        paste(user, panel.ui.surnameField, ODD[name].typed)
        before = panel.ui.surnameField.raw()
        assert len(before) > 1, name
        user.press(Key.Key_Return, CTRL)
        assert panel.ui.surnameField.error().endswith("."), name
        assert "InvalidInput" not in panel.ui.surnameField.error()
        assert panel.ui.surnameField.raw() == before
        assert panel.ui.givenNameField.value() == "Younes"
        assert persons.PersonList(panel.desk).total() == 0


@pytest.mark.parametrize("name", ["HTML", "FTS operators", "Arabic", "Turkish i", "format signs", "formula"])
def test_an_odd_but_honest_name_is_shown_as_it_was_typed(form: tuple[User, PersonPanel], name: str) -> None:
    user, panel = form
    paste(user, panel.ui.givenNameField, ODD[name].typed)
    paste(user, panel.ui.surnameField, ODD[name].typed)
    user.press(Key.Key_Return, CTRL)
    page = user.page
    assert isinstance(page, DossierPage)
    assert ODD[name].line in page.title()
    rich = [
        label
        for label in user.window.findChildren(QLabel)
        if ODD[name].line in label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    assert rich == []
    assert ODD[name].line not in user.window.windowTitle()


def visit(qtbot: QtBot, user: User, person_id: str) -> VisitPanel:
    """Open the form of a visit to someone."""
    page = user.open("dossier", f"person:{person_id}")
    assert isinstance(page, DossierPage)
    qtbot.waitUntil(lambda: page.acts.dossier is not None, timeout=10_000)
    page.acts.home_visit()
    qtbot.waitUntil(lambda: isinstance(user.window.area.panel, VisitPanel), timeout=10_000)
    user.settle()
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    return panel


def test_a_visit_that_cannot_be_is_told_field_by_field_and_stays(
    qtbot: QtBot, desk: Desk, sit_down: SitDown
) -> None:
    person = a_person(desk)
    user = sit_down(desk)
    panel = visit(qtbot, user, person.id)
    user.fill(panel.ui.dateField, "2-11-2023")
    user.fill(panel.ui.timeField, "25:99")
    user.press(Key.Key_Return, CTRL)
    assert "Deze tijd bestaat niet" in panel.ui.timeField.error()
    assert "Vul dit in." in panel.ui.reportField.error()
    user.fill(panel.ui.timeField, "14.30")
    user.fill(panel.ui.reportField, "Koffie gedronken.")
    user.fill(panel.ui.nextDateField, "1-10-2023")
    user.press(Key.Key_Return, CTRL)
    assert "toekomst" in panel.ui.dateField.error()
    assert "ligt voor dit contact" in panel.ui.nextDateField.error()
    assert panel.ui.reportField.value() == "Koffie gedronken."
    user.fill(panel.ui.dateField, "gisteren")
    user.fill(panel.ui.nextDateField, "")
    user.press(Key.Key_Delete)
    user.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: user.window.area.panel is None, timeout=10_000)
    with desk.reading() as session:
        stored = session.query(contacts.Contact).one()
    assert (stored.at_time, stored.report) == ("14:30", "Koffie gedronken.")


def test_fifty_megabytes_are_cut_at_once_told_and_refused_when_saved(
    qtbot: QtBot, desk: Desk, sit_down: SitDown
) -> None:
    person = a_person(desk)
    user = sit_down(desk)
    panel = visit(qtbot, user, person.id)
    started = time.perf_counter()
    paste(user, panel.ui.reportField, "x" * 50_000_000)
    assert time.perf_counter() - started < 5
    assert TEXT_LIMIT < len(panel.ui.reportField.raw()) <= 2 * TEXT_LIMIT
    assert "te veel" in panel.ui.reportField._hint.text()
    user.press(Key.Key_Return, CTRL)
    assert "hoogstens 20000 tekens" in panel.ui.reportField.error().replace(".", "", 1)
    assert len(panel.ui.reportField.raw()) > TEXT_LIMIT


def test_a_paste_that_is_too_long_for_a_line_is_never_cut_to_what_fits(qtbot: QtBot) -> None:
    line, text = TextField(), TextArea()
    for field in (line, text):
        qtbot.addWidget(field)
        QApplication.clipboard().setText("x" * 300)
        field.edit.paste()
    assert len(line.value()) == len(text.value()) == 300
    QApplication.clipboard().setText("y" * 50_000_000)
    line.edit.paste()
    assert len(line.value()) > 200
