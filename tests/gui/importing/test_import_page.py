# SPDX-License-Identifier: EUPL-1.2
"""The import wizard as someone at the keyboard goes through it, with files as they come."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select
from tests.conftest import MakeDesk
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_person
from tests.helpers.keyboard import CTRL, User
from tests.helpers.sheets import rows_xml, strangers, text_cell, write_csv, write_xlsx
from tests.helpers.thorough import THOROUGH
from tests.helpers.vaults import PASSWORD

from casus.errors import Cancelled
from casus.gui import translations
from casus.gui.importing.page import CHECK, COLUMNS, FILE, QUESTIONS, ImportPage
from casus.gui.theme import theme
from casus.services import importing, vaults
from casus.services.desk import Desk
from casus.services.importing import EXISTING, FAILED, READY
from casus.services.records import Case, Contact, Person
from casus.vault.tables import Inspection

HEAD = "Voornaam;Achternaam;Geboortedatum;Wijk"
CASES = f"{HEAD};Aanpak;Startdatum;Reden van plaatsing"
SitDown = Callable[..., User]


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A PGA expert's desk."""
    return make_desk()


@pytest.fixture
def user(desk: Desk, sit_down: SitDown) -> User:
    """Someone who pressed Ctrl+I."""
    someone = sit_down(desk)
    someone.press(Qt.Key.Key_I, CTRL)
    return someone


def page_of(user: User) -> ImportPage:
    page = user.page
    assert isinstance(page, ImportPage)
    return page


def step(user: User) -> int:
    return page_of(user).steps.currentIndex()


def read(user: User, path: Path) -> ImportPage:
    """Type the name of a file and press Enter."""
    page = page_of(user)
    user.fill(page.file.ui.fileField, str(path))
    user.press(Qt.Key.Key_Return)
    return page


def go_on(user: User) -> None:
    """Push the button at the right of the step."""
    page = page_of(user)
    buttons = {
        FILE: page.file.next,
        COLUMNS: page.columns.next,
        QUESTIONS: page.questions.next,
        CHECK: page.check.go,
    }
    user.push(buttons[step(user)])


def choose(user: User, field: Any, words: str) -> None:
    """Choose an option of a list by typing its first letters."""
    user.tab_to(field)
    user.type(words)
    user.press(Qt.Key.Key_Return)


def count(desk: Desk, kind: Any) -> int:
    with desk.reading() as session:
        return int(session.scalar(select(func.count()).select_from(kind)) or 0)


def report_of(user: User) -> importing.CheckReport:
    report = page_of(user).report
    assert report is not None
    return report


def test_thousands_of_rows_with_errors_come_in_and_go_back_by_keyboard(
    desk: Desk, user: User, tmp_path: Path
) -> None:
    errors = 40 if THOROUGH else 12  # one in every 125 rows: of 5,000, or of 1,500
    right = errors * 124
    good = [f"{given};{surname};{born};West" for given, surname, born in strangers(right)]
    rows = [
        row
        for at in range(errors)
        for row in (*good[at * 124 : at * 124 + 124], f"Fout{at};Mis;31-02-2000;West")
    ]
    page = read(user, write_csv(tmp_path / "caseload.csv", HEAD, *rows))
    assert step(user) == COLUMNS
    go_on(user)
    assert step(user) == CHECK
    assert (report_of(user).total, report_of(user).count(READY), report_of(user).count(FAILED)) == (
        right + errors,
        right,
        errors,
    )
    assert page.check.table.model.rowCount() == errors
    assert user.focus() is page.check.go
    user.press(Qt.Key.Key_Space)
    assert count(desk, Person) == right
    assert f"{right:,} personen".replace(",", ".") in page.check.outcome.text()
    assert user.focus() is page.check.undo
    user.press(Qt.Key.Key_Space)
    assert count(desk, Person) == 0
    assert "teruggedraaid" in page.check.outcome.text()


def test_questions_are_asked_once_and_their_answers_hold(desk: Desk, user: User, tmp_path: Path) -> None:
    a_person(desk, given_name="Younes", surname="El Amrani", birth_date=date(2004, 3, 1))
    rows = (
        "An;Jansen;1-2-2000;Overvegt;Top X;1-3-2023;Zorgen in het gezin",
        "Bo;Bakker;1-2-2001;Overvegt;Top X;1-3-2023;Zorgen in het gezin",
        "Younis;El Amrani;1-3-2004;West;Top X;1-3-2023;Zorgen in het gezin",
    )
    page = read(user, write_csv(tmp_path / "lijst.csv", CASES, *rows))
    go_on(user)
    assert step(user) == QUESTIONS
    asked = page.questions.value_field(("district", "overvegt"))
    assert (asked.get_label(), asked.value()) == ("“Overvegt” in kolom Wijk is", "overvecht")
    assert asked.isAncestorOf(user.focus())
    (who,) = page.questions.person_fields()
    choose(user, who, "Dez")
    go_on(user)
    assert step(user) == CHECK
    go_on(user)
    assert (count(desk, Person), count(desk, Case)) == (3, 3)


def test_whoever_nobody_decides_about_is_left_out_and_can_be_asked_again(
    desk: Desk, user: User, tmp_path: Path
) -> None:
    a_person(desk, given_name="Younes", surname="El Amrani", birth_date=date(2004, 3, 1))
    path = write_csv(
        tmp_path / "lijst.csv", HEAD, "Younis;El Amrani;1-3-2004;West", "Bo;Bakker;1-2-2001;nergens"
    )
    page = read(user, path)
    go_on(user)
    go_on(user)
    assert step(user) == CHECK
    assert not page.check.go.isEnabled()
    assert "niets om te importeren" in page.check.made.text()
    user.push(page.check.previous)
    assert step(user) == QUESTIONS
    user.tab_to(page.questions.person_fields()[0])
    user.type("Iem")
    user.press(Qt.Key.Key_Return)
    choose(user, page.questions.value_field(("district", "nergens")), "Leeg laten")
    go_on(user)
    assert report_of(user).count(READY) == 2


def test_all_persons_in_doubt_are_answered_at_once(desk: Desk, user: User, tmp_path: Path) -> None:
    for given in ("Younes", "Zoë"):
        a_person(desk, given_name=given, surname="El Amrani", birth_date=date(2004, 3, 1))
    rows = "Younis;El Amrani;1-3-2004;West", "Zoé;El Amranie;1-3-2004;West"
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, *rows))
    go_on(user)
    user.push(page.questions.all_new)
    go_on(user)
    while step(user) == QUESTIONS:
        go_on(user)
    go_on(user)
    assert count(desk, Person) >= 3


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bestaat-niet.csv", "staat er niet"),
        ("", "map of apparaat"),
        ("leeg.csv", "staat niets"),
        ("quote.csv", "regel 2"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_at_the_field(
    name: str, words: str, user: User, tmp_path: Path
) -> None:
    (tmp_path / "leeg.csv").write_bytes(b"")
    (tmp_path / "quote.csv").write_text('Naam;Wijk\n"An;West\n')
    page = read(user, tmp_path / name)
    assert step(user) == FILE
    assert words in page.file.ui.fileField.error()
    assert user.focus() is page.file.ui.fileField.edit


def test_no_file_is_told_at_the_field(user: User) -> None:
    user.push(page_of(user).file.next)
    assert page_of(user).file.ui.fileField.error() == "Vul dit in."


def test_a_file_can_be_chosen_or_dropped(user: User, tmp_path: Path, qtbot: QtBot) -> None:
    page, path = page_of(user), write_csv(tmp_path / "lijst.csv", HEAD, "An;Jansen;1-2-2000;West")
    page.file.ui.fileField.ask = lambda: str(path)
    user.push(page.file.ui.fileField.browse)
    assert step(user) == COLUMNS
    user.push(page.columns.previous)
    assert step(user) == FILE
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.file.ui.fileField, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
    QApplication.sendEvent(page.file.ui.fileField, drop)
    user.settle()
    assert step(user) == COLUMNS


def test_the_preview_follows_the_columns(user: User, tmp_path: Path, qtbot: QtBot) -> None:
    path = write_csv(
        tmp_path / "lijst.csv", "Voornaam;Achternaam;Iets", "An;Jansen;1-2-2000", "Bo;Bakker;vroeger"
    )
    page = read(user, path)
    assert page.columns.preview.columnCount() == 2
    choose(user, page.columns.columns.field(2), "Geboortedatum")
    qtbot.waitUntil(lambda: page.columns.preview.columnCount() == 3)
    born = page.columns.preview.item(0, 2)
    assert born is not None
    assert born.text() == "01-02-2000"
    assert page.columns.preview.wrong() == ["Deze datum bestaat niet. Typ bijvoorbeeld 12 nov of 12-11-2026."]


def test_a_needed_field_without_a_column_is_asked_for(user: User, tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "lijst.csv", "Naam;Geboortedatum;Aanpak;Fase", "An Jansen;1-2-2000;RIO;Intake"
    )
    page = read(user, path)
    go_on(user)
    assert step(user) == COLUMNS
    assert page.columns.missing.text() == "Kies nog een kolom voor: Datum aanmelding, Reden van plaatsing."
    choose(user, page.columns.fixed.field("inclusion_reasons"), "Zorgen")
    choose(user, page.columns.columns.field(3), "Aanpak")
    go_on(user)
    assert "hierheen" in page.columns.columns.field(3).error()


def test_another_subject_header_sheet_or_separator_reads_anew(user: User, tmp_path: Path) -> None:
    page = read(
        user, write_csv(tmp_path / "a.csv", "Titel", "Naam;Datum;Soort;Verslag", "An;1-2-2023;Telefoon;Kort")
    )
    columns = page.columns
    assert (columns.layout_now().subject.code, columns.layout_now().header) == ("contacts", 2)
    assert columns.with_persons.isVisible()
    choose(user, columns.ui.subjectField, "Personen")
    assert columns.layout_now().columns == ("full_name", "", "", "")
    user.push(columns.otherwise)
    user.fill(columns.ui.headerField, "3")
    user.settle()
    assert columns.layout_now().header == 3
    choose(user, columns.ui.delimiterField, "Tab")
    assert len(columns.layout_now().columns) == 1
    book = write_xlsx(
        tmp_path / "a.xlsx", rows_xml([[text_cell("Naam")], [text_cell("An")]]), names=("Een", "Twee")
    )
    user.push(columns.previous)
    read(user, book)
    assert not columns.otherwise.isChecked()
    choose(user, columns.ui.sheetField, "Twee")
    assert page.opened is not None
    assert page.opened.grid.sheet == "Twee"


def test_notes_about_formulas_and_macros_are_shown(user: User, tmp_path: Path) -> None:
    row = (
        "<row><c t='str'><f>A9</f><v>Naam</v></c></row><row><c><f>A9</f></c></row><row><c><v>1</v></c></row>"
    )
    page = read(user, write_xlsx(tmp_path / "a.xlsm", row, more={"xl/vbaProject.bin": b"x"}))
    assert page.columns.notes.text() == (
        "Cellen met een formule: 2. Casus neemt de laatst berekende waarde. Formules zonder berekende waarde: 1."
        " Open en bewaar het bestand eerst opnieuw. In het bestand zitten macro's; die voert Casus nooit uit."
    )


def test_columns_are_remembered_for_the_next_file(user: User, tmp_path: Path) -> None:
    lines = "Wie;Wanneer;Hoe", "An Jansen;1-2-2000;x"
    page = read(user, write_csv(tmp_path / "een.csv", *lines))
    choose(user, page.columns.ui.subjectField, "Personen")
    choose(user, page.columns.columns.field(0), "Naam")
    choose(user, page.columns.columns.field(1), "Geboortedatum")
    go_on(user)
    assert step(user) == CHECK
    user.window.open("importeren")
    page.start()
    read(user, write_csv(tmp_path / "twee.csv", *lines))
    assert page.columns.layout_now().columns == ("full_name", "birth_date", "")


def lingering(*about: Any, progress: importing.Progress, real: Any = importing.perform, **how: Any) -> Any:
    """Import, but never come past the first report of progress."""

    def linger(done: int, total: int) -> None:
        while total:
            progress(done, total)
            time.sleep(0.01)

    return real(*about, progress=linger, **how)


def test_a_lock_in_the_middle_of_an_import_leaves_nothing(
    desk: Desk, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, "An;Jansen;1-2-2000;West"))
    go_on(user)
    monkeypatch.setattr(importing, "perform", lingering)
    page.check.go.click()
    qtbot.waitUntil(page.progress.isVisible)
    user.session.lock("user")
    assert not user.session.worker_stuck
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    assert count(again, Person) == 0
    vaults.lock(again)


def test_a_cancelled_import_leaves_nothing_and_everything_as_it_was(
    desk: Desk, user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, "An;Jansen;1-2-2000;West"))
    go_on(user)
    real = importing.perform
    monkeypatch.setattr(importing, "perform", lingering)
    page.check.go.click()
    qtbot.waitUntil(page.progress.isVisible)
    user.push(page.progress._cancel)
    assert count(desk, Person) == 0
    assert (step(user), page.notice.isVisible()) == (CHECK, True)
    assert user.focus() is page.check.go
    monkeypatch.setattr(importing, "perform", real)
    go_on(user)
    assert count(desk, Person) == 1


def test_what_changed_since_the_check_stops_the_import(desk: Desk, user: User, tmp_path: Path) -> None:
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, "An;Jansen;1-2-2000;West"))
    go_on(user)
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    go_on(user)
    assert count(desk, Person) == 1
    assert "Sinds de controle" in page.notice.text()


def test_errors_are_copied_and_saved_without_what_is_personal(user: User, tmp_path: Path) -> None:
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, "Geheim;Persoon;31-02-2000;West"))
    go_on(user)
    target = tmp_path / "fouten.csv"
    page.check.ask_path = lambda: target
    user.push(page.check.save)
    user.push(page.check.copy)
    for text in (target.read_text(encoding="utf-8-sig"), QApplication.clipboard().text()):
        assert "Geboortedatum" in text
        assert "2" in text
        assert not any(word in text for word in ("Geheim", "Persoon", "31-02"))


def test_double_lines_come_in_only_when_asked(desk: Desk, user: User, tmp_path: Path) -> None:
    a_person(desk, given_name="An", surname="Jansen", birth_date=date(2000, 2, 1))
    row = "An Jansen;1-2-2000;3-10-2023;Telefoon;Bereikt;Kort"
    head = "Naam;Geboortedatum;Datum;Soort contact;Bereikt;Verslag"
    page = read(user, write_csv(tmp_path / "lijst.csv", head, row, row))
    go_on(user)
    assert report_of(user).count(READY) == 1
    assert page.check.table.model.rowCount() == 1
    assert (
        page.check.source.fetch_rows(["0"])[0].cell(0).text == "Hetzelfde als regel 2: komt er een keer in."
    )
    user.push(page.check.doubles)
    assert report_of(user).count(READY) == 2
    go_on(user)
    assert count(desk, Contact) == 2


def test_undone_by_ctrl_z_elsewhere_the_page_knows(desk: Desk, user: User, tmp_path: Path) -> None:
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, "An;Jansen;1-2-2000;West"))
    go_on(user)
    go_on(user)
    user.open("personen")
    user.press(Qt.Key.Key_Z, CTRL)
    assert count(desk, Person) == 0
    user.open("importeren")
    assert "teruggedraaid" in page.check.outcome.text()
    page.taking_back.take_back()
    user.settle()
    assert count(desk, Person) == 1
    assert "1 personen" in page.check.outcome.text()
    user.push(page.check.more)
    assert step(user) == FILE


def test_beheer_and_empty_lists_lead_here(user: User) -> None:
    manage = user.open("beheer")
    user.push(manage.importing.row.button)  # type: ignore[attr-defined]
    assert step(user) == FILE
    persons = user.open("personen")
    user.push(persons.empty.other)  # type: ignore[attr-defined]
    assert step(user) == FILE


def test_a_coordinator_imports_registers(make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path) -> None:
    desk = make_desk("coordinator")
    user = sit_down(desk)
    user.press(Qt.Key.Key_I, CTRL)
    read(user, write_csv(tmp_path / "c.csv", "Datum;Soort controle;Wijk;Aantal", "3-10-2023;Actiedag;West;4"))
    go_on(user)
    go_on(user)
    assert count(desk, Inspection) == 1
    page_of(user).start()
    read(user, tmp_path / "c.csv")
    go_on(user)
    assert report_of(user).count(EXISTING) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("percent", [100, 150])
def test_every_step_is_reached_by_keyboard_and_read_aloud(
    language: str, percent: int, make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path, qapp: QApplication
) -> None:
    translations.install(qapp, language)
    theme().apply("light", percent)
    desk = replace(make_desk(), language=language)
    a_person(desk, given_name="Younes", surname="El Amrani", birth_date=date(2004, 3, 1))
    user = sit_down(desk)
    user.window.resize(1366, 768)
    user.press(Qt.Key.Key_I, CTRL)
    assert_accessible(user.window)
    rows = "Younis;El Amrani;1-3-2004;West", "An;Jansen;1-2-2000;Overvegt", "Bo;Bakker;32-1-2000;West"
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD, *rows))
    for at in (COLUMNS, QUESTIONS, CHECK):
        assert step(user) == at
        assert page.steps.width() <= user.window.width()
        assert_accessible(user.window)
        go_on(user)
    assert_accessible(user.window)


def test_stopping_a_read_is_no_error(user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_about: Any, **_how: Any) -> Any:
        raise Cancelled

    monkeypatch.setattr(importing, "read_file", stopped)
    page = read(user, write_csv(tmp_path / "lijst.csv", HEAD))
    assert step(user) == FILE
    assert "Gestopt" in page.notice.text()
