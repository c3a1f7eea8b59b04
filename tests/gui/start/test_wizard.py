# SPDX-License-Identifier: EUPL-1.2
"""The first-run wizard, by keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.start.conftest import MakeStart, desk_of
from tests.helpers.vaults import PASSWORD

from casus.gui.start.code_step import CodeStep
from casus.gui.start.window import StartWindow
from casus.gui.start.wizard_steps import BeginStep, OwnerStep, PlaceStep, RoleStep
from casus.services import vaults


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(window: StartWindow, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(window.focusWidget() or window, key)


def type_text(window: StartWindow, text: str) -> None:
    """Type where the keyboard is."""
    QTest.keyClicks(window.focusWidget(), text)


def at(qtbot: QtBot, window: StartWindow, step: type) -> None:
    """Wait until a step is on screen with the keyboard in it."""
    qtbot.waitUntil(
        lambda: isinstance(window.view, step) and window.focusWidget() is not None, timeout=30_000
    )
    qtbot.wait(20)


def to_owner(qtbot: QtBot, window: StartWindow) -> None:
    """Go from the welcome to the step of name and password."""
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, PlaceStep)
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, OwnerStep)


def fill_owner(window: StartWindow, password: str, repeat: str) -> None:
    """Fill in name and password, and go on."""
    type_text(window, "Marjan Visser")
    for text in (password, repeat):
        press(window, Qt.Key.Key_Tab)
        type_text(window, text)
    press(window, Qt.Key.Key_Return)


def to_code(qtbot: QtBot, window: StartWindow) -> CodeStep:
    """Go to the step in which the vault is made, and wait for its code."""
    to_owner(qtbot, window)
    fill_owner(window, PASSWORD, PASSWORD)
    at(qtbot, window, RoleStep)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, CodeStep)
    step = window.view
    assert isinstance(step, CodeStep)
    qtbot.waitUntil(lambda: step.check is not None, timeout=30_000)
    return step


def test_from_nothing_to_an_open_vault_by_keyboard_alone(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    window = make_start()
    step = to_code(qtbot, window)
    code = window._wizard._maker.code
    press(window, Qt.Key.Key_Return)
    assert step.check is not None
    assert step.check.asking
    type_text(window, code.replace("-", " ").lower())
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, BeginStep)
    with qtbot.waitSignal(window.opened, timeout=10_000):
        press(window, Qt.Key.Key_Return)
    desk = desk_of(window)
    assert desk.role == "pga_expert"
    assert desk.vault.folder == tmp_path / "Casus"
    assert vaults.recovery_confirmed(desk)
    assert window.settings.last_vault == str(tmp_path / "Casus")


def test_a_code_typed_wrongly_is_told_at_the_field_and_the_vault_stays_unfinished(
    qtbot: QtBot, make_start: MakeStart
) -> None:
    window = make_start()
    step = to_code(qtbot, window)
    press(window, Qt.Key.Key_Return)
    type_text(window, "0000-0000-0000-0000-0000-0000-0000")
    press(window, Qt.Key.Key_Return)
    assert step.check is not None
    field = step.check.ui.codeField
    qtbot.waitUntil(lambda: field.error() != "", timeout=10_000)
    assert "klopt een teken niet" in field.error()
    assert field.raw() == "0000-0000-0000-0000-0000-0000-0000"
    assert not window.opened_desks  # type: ignore[attr-defined]


def test_a_weak_password_is_refused_beside_its_field_and_the_name_stays(
    qtbot: QtBot, make_start: MakeStart
) -> None:
    window = make_start()
    to_owner(qtbot, window)
    fill_owner(window, "Welkom2023", "Welkom2023")
    step = window.view
    assert isinstance(step, OwnerStep)
    assert "te makkelijk te raden" in step.ui.passwordField.error()
    assert step.ui.nameField.value() == "Marjan Visser"
    assert focused() is step.ui.passwordField.edit


def test_a_repeat_that_differs_is_refused(qtbot: QtBot, make_start: MakeStart) -> None:
    window = make_start()
    to_owner(qtbot, window)
    fill_owner(window, PASSWORD, PASSWORD + "x")
    step = window.view
    assert isinstance(step, OwnerStep)
    assert "niet hetzelfde" in step.ui.repeatField.error()


def test_the_meter_judges_while_typing(qtbot: QtBot, make_start: MakeStart) -> None:
    window = make_start()
    to_owner(qtbot, window)
    step = window.view
    assert isinstance(step, OwnerStep)
    step.ui.passwordField.take_focus()
    type_text(window, "geheim")
    assert not step.ui.meter.strong_enough
    type_text(window, " " + PASSWORD)
    assert step.ui.meter.strong_enough


def test_an_own_name_makes_no_strong_password(qtbot: QtBot, make_start: MakeStart) -> None:
    window = make_start()
    to_owner(qtbot, window)
    step = window.view
    assert isinstance(step, OwnerStep)
    type_text(window, "Marjan Quistebroek")
    step.ui.passwordField.take_focus()
    type_text(window, "quistebroek")
    assert not step.ui.meter.strong_enough


def test_a_folder_with_something_in_it_is_refused_at_once(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    (tmp_path / "Casus").mkdir()
    (tmp_path / "Casus" / "brief.odt").write_text("van mij", encoding="utf-8")
    window = make_start()
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, PlaceStep)
    press(window, Qt.Key.Key_Return)
    step = window.view
    assert isinstance(step, PlaceStep)
    assert "staat al iets" in step.ui.folderField.error()


def test_going_back_from_the_code_leaves_nothing_on_disk(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    window = make_start()
    to_code(qtbot, window)
    press(window, Qt.Key.Key_Escape)
    at(qtbot, window, RoleStep)
    assert not (tmp_path / "Casus").exists()


def test_closing_the_window_half_way_leaves_nothing_on_disk(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    window = make_start()
    to_code(qtbot, window)
    assert (tmp_path / "Casus").exists()
    window.close()
    assert not (tmp_path / "Casus").exists()


def test_closing_the_window_while_the_vault_is_being_made_leaves_nothing_on_disk(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    window = make_start()
    to_owner(qtbot, window)
    fill_owner(window, PASSWORD, PASSWORD)
    at(qtbot, window, RoleStep)
    press(window, Qt.Key.Key_Space)
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, CodeStep)
    window.close()
    assert not (tmp_path / "Casus").exists()


def test_a_finished_vault_stays_when_the_window_is_closed_before_the_last_step(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    window = make_start()
    step = to_code(qtbot, window)
    code = window._wizard._maker.code
    press(window, Qt.Key.Key_Return)
    type_text(window, code)
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, BeginStep)
    assert step is not window.view
    window.close()
    assert vaults.inspect(tmp_path / "Casus").slots == ("password", "recovery")


def test_stopping_at_the_first_step_goes_back_to_the_welcome(qtbot: QtBot, make_start: MakeStart) -> None:
    window = make_start()
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, PlaceStep)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: type(window.view).__name__ == "WelcomeView")


def test_choosing_english_keeps_what_was_filled_in(qtbot: QtBot, make_start: MakeStart) -> None:
    window = make_start()
    window.language_chosen.connect(lambda _language: window.rebuild())
    press(window, Qt.Key.Key_Return)
    at(qtbot, window, PlaceStep)
    step = window.view
    assert isinstance(step, PlaceStep)
    step.ui.organisationField.take_focus()
    type_text(window, "Gemeente Utrecht")
    step.ui.languageField.take_focus()
    press(window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.view is not step)
    again = window.view
    assert isinstance(again, PlaceStep)
    assert again.ui.organisationField.value() == "Gemeente Utrecht"
    assert again.ui.languageField.value() == "en"


def test_a_folder_without_a_vault_is_told_in_one_sentence(
    qtbot: QtBot, make_start: MakeStart, tmp_path: Path
) -> None:
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8")
    window = make_start()
    window.try_folder(tmp_path)
    qtbot.waitUntil(lambda: "ander programma" in problem(window))


def problem(window: StartWindow) -> str:
    """Return the sentence above the form."""
    assert window.view is not None
    return window.view.problem()
