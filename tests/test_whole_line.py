# SPDX-License-Identifier: EUPL-1.2
"""The whole line as users live it: from an empty computer to files with exactly the audited figures."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from casus.app import Application
from casus.disclosure import LedgerEntry
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.gui import settings as gui_settings
from casus.gui.dossier.page import DossierPage
from casus.gui.persons.form import PersonPanel
from casus.gui.report.page import ReportPage
from casus.gui.search import Finder
from casus.gui.start.code_step import CodeStep
from casus.gui.start.unlock import UnlockView
from casus.gui.start.window import StartWindow
from casus.gui.start.wizard_steps import BeginStep, OwnerStep, PlaceStep, RoleStep
from casus.gui.visits.panel import VisitPanel
from casus.services import permits, registers, reporting, team, vaults
from casus.services.desk import Desk
from casus.services.register_inputs import (
    BusinessContactInput,
    InspectionInput,
    PermitInput,
    SchoolActivityInput,
    SchoolInput,
)
from casus.services.release_book import read_ledger
from tests.helpers.applications import put_away
from tests.helpers.builders import a_case, a_home_visit, a_person, a_programme
from tests.helpers.keyboard import CTRL, User
from tests.helpers.vaults import PASSWORD
from tests.helpers.written import differences, in_csv, in_ods, in_pdf, in_tables, published

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

PERIOD = Period.parse("2022-10..2023-10")
REPORT = "Moeder gesproken; Younes solliciteert bij de bakker."
StartUp = Callable[[], Application]
Key = Qt.Key


@pytest.fixture
def start_up(
    qapp: QApplication, qtbot: QtBot, own_home: Path, clock: FixedClock, cheap_kdf: None
) -> Iterator[StartUp]:
    """Return a function that starts the program as on a computer: with the settings of last time."""
    started: list[Application] = []

    def start() -> Application:
        settings = gui_settings.load(own_home / "config" / "settings.json")
        running = Application(qapp, settings, clock=clock, spawn=lambda _folder: None)
        started.append(running)
        running.start()
        qtbot.waitExposed(running.start_window)
        return running

    yield start
    for running in started:
        put_away(running)


def at(qtbot: QtBot, window: StartWindow, view: type) -> Any:
    """Wait until a view of the start window has the keyboard."""
    window.activateWindow()
    qtbot.waitUntil(
        lambda: isinstance(window.view, view) and window.focusWidget() is not None, timeout=30_000
    )
    qtbot.wait(20)
    return window.view


def press(window: StartWindow, key: Key) -> None:
    QTest.keyClick(window.focusWidget() or window, key)


def type_text(window: StartWindow, text: str) -> None:
    QTest.keyClicks(window.focusWidget(), text)


def make_vault(qtbot: QtBot, running: Application) -> None:
    """Go through the wizard with the keyboard."""
    window = running.start_window
    qtbot.waitUntil(lambda: window.view is not None and window.focusWidget() is not None)
    press(window, Key.Key_Return)
    at(qtbot, window, PlaceStep)
    press(window, Key.Key_Return)
    at(qtbot, window, OwnerStep)
    type_text(window, "Marjan Visser")
    for _ in range(2):
        press(window, Key.Key_Tab)
        type_text(window, PASSWORD)
    press(window, Key.Key_Return)
    at(qtbot, window, RoleStep)
    press(window, Key.Key_Space)
    press(window, Key.Key_Return)
    step = at(qtbot, window, CodeStep)
    qtbot.waitUntil(lambda: step.check is not None, timeout=30_000)
    assert window._wizard is not None
    code = window._wizard._maker.code
    press(window, Key.Key_Return)
    type_text(window, code)
    press(window, Key.Key_Return)
    at(qtbot, window, BeginStep)
    press(window, Key.Key_Return)


def sit_down(qtbot: QtBot, running: Application) -> User:
    """Wait for the main window and take its keyboard."""
    qtbot.waitUntil(lambda: running.session is not None, timeout=30_000)
    assert running.session is not None
    running.session.window.activateWindow()
    qtbot.waitUntil(running.session.window.isActiveWindow)
    user = User(qtbot, running.session)
    user.settle()
    return user


def button(user: User, words: str) -> QPushButton:
    """Return the button shown with these words."""
    shown = [one for one in user.window.findChildren(QPushButton) if one.isVisible()]
    return next(one for one in shown if one.text().replace("&", "").startswith(words))


def register(qtbot: QtBot, user: User) -> DossierPage:
    """Register a person with the keyboard; their dossier opens."""
    user.press(Key.Key_5, CTRL)  # Vandaag, Agenda, Planning, Taken, Personen
    user.push(button(user, "Nieuwe persoon"))
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    user.settle()
    user.fill(panel.ui.givenNameField, "Younes")
    user.fill(panel.ui.surnameField, "El Amrani")
    user.fill(panel.ui.birthDateField, "1-3-2004")
    user.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: isinstance(user.window.page(), DossierPage), timeout=10_000)
    user.settle()
    page = user.page
    assert isinstance(page, DossierPage)
    return page


def log_visit(qtbot: QtBot, user: User) -> None:
    """Write down a visit from the dossier with the keyboard."""
    user.push(button(user, "Bezoek vastleggen"))
    qtbot.waitUntil(lambda: isinstance(user.window.area.panel, VisitPanel), timeout=10_000)
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    user.fill(panel.ui.reportField, REPORT)
    user.press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: user.window.area.panel is None, timeout=10_000)


def test_from_an_empty_computer_to_a_visit_found_again(
    qtbot: QtBot, start_up: StartUp, own_home: Path
) -> None:
    first = start_up()
    make_vault(qtbot, first)
    user = sit_down(qtbot, first)
    page = register(qtbot, user)
    assert page.title() == "El Amrani, Younes"
    log_visit(qtbot, user)
    assert first.session is not None
    folder = first.session.desk.vault.folder
    assert own_home in folder.parents
    user.press(Key.Key_Q, CTRL)
    assert not first.session.desk.vault.is_open

    second = start_up()
    view = at(qtbot, second.start_window, UnlockView)
    assert isinstance(view, UnlockView)
    type_text(second.start_window, PASSWORD)
    press(second.start_window, Key.Key_Return)
    user = sit_down(qtbot, second)
    user.press(Key.Key_K, CTRL)
    user.type("younes amr")
    finder = user.window.findChild(Finder)
    assert finder is not None
    qtbot.waitUntil(lambda: finder.popup.isVisible() and finder.popup.titles() != [], timeout=5_000)
    assert finder.popup.titles()[0] == "El Amrani, Younes"
    user.press(Key.Key_Return)
    page_again = user.page
    assert isinstance(page_again, DossierPage)
    dossier = page_again.acts.dossier
    assert dossier is not None
    assert dossier.person.birth_date == date(2004, 3, 1)
    visits = [item.text for item in dossier.timeline if item.codes.get("contact_kind") == "home_visit"]
    assert visits == [REPORT]
    assert "Amrani" not in user.window.windowTitle()


# --- from the workers' vaults to the files that leave --------------------------------------------------


def fill_worker(desk: Desk, numbers: range, approach: str) -> None:
    """Give a worker a caseload; the same number is the same person in every vault."""
    for number in numbers:
        person = a_person(
            desk,
            given_name=f"Naam{number}",
            surname=f"Zand{number}",
            district=("overvecht", "west")[number % 2],
        )
        case = a_case(desk, person, approach=approach)
        a_home_visit(desk, case)
        if number % 3:
            a_programme(desk, person, started_on=date(2023, 6, 5), kind=("work", "sport")[number % 2])


def fill_registers(desk: Desk) -> None:
    """Keep the registers of a small year."""
    for number in range(4):
        school = registers.add_school(desk, SchoolInput(f"School {number}")).value
        for month in range(1, 4 + number):
            registers.add_school_activity(
                desk, SchoolActivityInput(school.id, date(2023, month, 9), groups=2)
            )
    for amount, kind in ((296, "buit"), (12, "traffic")):
        registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), kind, amount=amount))
    for amount, reached in ((100, "yes"), (21, "no")):
        registers.add_business_contact(
            desk, BusinessContactInput(date(2023, 5, 2), amount=amount, reached=reached)
        )
    for number in range(14):
        firm = permits.add_permit(desk, PermitInput(f"Garage {number}", date(2023, 1, 9))).value
        permits.move_permit(desk, firm.id, "left", on=date(2023, 3, 1))


@pytest.fixture
def office(make_desk: "MakeDesk") -> Desk:
    """A coordinator's desk with two contributions and filled registers."""
    office, expert, rio = make_desk("coordinator"), make_desk("pga_expert"), make_desk("rio")
    fill_worker(expert, range(24), "top_x")
    fill_worker(rio, range(16, 34), "rio")
    key = team.new_key()
    for worker in (expert, rio):
        team.join(worker, key)
        carried = reporting.contribute(worker, PERIOD).to_bytes()
        reporting.receive(office, reporting.contribute(worker, PERIOD).from_bytes(carried))
        vaults.lock(worker)
    fill_registers(office)
    return office


def last_entry(desk: Desk) -> LedgerEntry:
    with desk.reading() as session:
        return read_ledger(session, desk.vault).entries[-1]


def release_in_the_window(qtbot: QtBot, user: User, folder: Path, patch: pytest.MonkeyPatch) -> list[Path]:
    """Go through the report page with the keyboard."""
    patch.setattr("casus.gui.report.releasing._ask_folder", lambda _parent: str(folder))
    user.open("rapportage")
    page = user.page
    assert isinstance(page, ReportPage)
    user.push(button(user, "Tel en bescherm"))
    user.push(button(user, "Verder naar vrijgeven"))
    user.push(button(user, "Vrijgeven en opslaan"))
    qtbot.waitUntil(lambda: "staat in het boek" in page.releasing.state.text(), timeout=30_000)
    return sorted(folder.iterdir(), key=lambda path: path.suffix)


def test_the_files_hold_exactly_the_audited_figures(
    qtbot: QtBot,
    qapp: QApplication,
    office: Desk,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    start_up: StartUp,
) -> None:
    folder, out = office.vault.folder, tmp_path / "uit"
    out.mkdir()
    vaults.lock(office)
    running = start_up()
    running.open_desk(vaults.unlock(folder, PASSWORD, office.clock))
    user = sit_down(qtbot, running)
    csv_file, _about, ods, pdf = release_in_the_window(qtbot, user, out, monkeypatch)
    entry = last_entry(user.session.desk)
    expected = published(entry)
    assert len(expected) > 300
    assert expected["top_x", ()][1] == "rounded"
    assert expected["buit_inspections", ()] == (296, "exact")

    assert list(differences(expected, in_csv(csv_file))) == []
    data, elsewhere = in_ods(ods)
    assert list(differences(expected, data)) == []
    values = {value for value, _ in expected.values()}
    assert elsewhere <= values
    figures, anywhere = in_pdf(pdf)
    assert figures == in_tables(entry)
    assert {value for (_, cell), (value, _) in expected.items() if cell == ()} <= anywhere


def test_what_was_not_released_is_in_no_file(office: Desk, tmp_path: Path) -> None:
    """The true counts stay inside: where rounding changed them, no file shows them in that place."""
    protected = reporting.protect(office, PERIOD)
    reporting.release(office, protected)
    files = reporting.export(office, protected, tmp_path)
    shown = in_csv(next(path for path in files if path.suffix == ".csv"))
    true = {(line.table, line.cell): line.true for line in protected.lines}
    changed = {key for key, (value, status) in shown.items() if status == "rounded" and true[key] != value}
    released = {(table.code, cell) for table in protected.release.tables for cell in table.figures}
    assert len(changed) > 20
    assert shown.keys() == released
    assert {status for _, status in shown.values()} <= {"exact", "rounded", "structural_zero"}
