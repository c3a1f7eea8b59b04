# SPDX-License-Identifier: EUPL-1.2
"""Unlocking and recovering: what goes wrong is told in one sentence, and what was typed stays."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.start.conftest import MakeStart, desk_of
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD

from casus.domain.clock import FixedClock
from casus.errors import Cancelled, WrongPassword
from casus.gui.settings import Settings
from casus.gui.start.demo_hint import DemoHint
from casus.gui.start.patience import WAITS, Patience
from casus.gui.start.recovery import NewPasswordView, RecoveryView
from casus.gui.start.surroundings import DemoTeam
from casus.gui.start.unlock import UnlockView
from casus.gui.start.window import StartWindow
from casus.services import vaults

ClosedVault = tuple[Path, str]


def try_password(qtbot: QtBot, window: StartWindow, password: str) -> UnlockView:
    """Type a password, press Enter, and wait for the answer."""
    view = window.view
    assert isinstance(view, UnlockView)
    view.ui.passwordField.take_focus()
    view.ui.passwordField.edit.selectAll()
    QTest.keyClicks(view.ui.passwordField.edit, password)
    QTest.keyClick(view.ui.passwordField.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
    return view


def test_the_right_password_opens_the_last_vault(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    window = make_start(settings=Settings(last_vault=str(closed_vault[0])))
    with qtbot.waitSignal(window.opened, timeout=20_000):
        try_password(qtbot, window, PASSWORD)
    assert desk_of(window).vault.is_open


def test_a_wrong_password_is_told_beside_the_field_and_stays_selected(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    window = make_start(closed_vault[0])
    view = try_password(qtbot, window, "niet het goede")
    assert "past niet" in view.ui.passwordField.error()
    assert view.ui.passwordField.edit.selectedText() != ""
    assert not window.opened_desks  # type: ignore[attr-defined]


def test_an_empty_password_is_not_tried(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    window = make_start(closed_vault[0])
    view = try_password(qtbot, window, "")
    assert view.ui.passwordField.error() == "Vul dit in."
    assert view._patience._wrong == 0


@pytest.mark.parametrize("length", [10_000, 10_001])
def test_a_password_of_ten_thousand_characters_gets_an_answer(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, length: int
) -> None:
    window = make_start(closed_vault[0])
    view = window.view
    assert isinstance(view, UnlockView)
    view.ui.passwordField.edit.setText("x" * length)
    QTest.keyClick(view.ui.passwordField.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.ui.passwordField.error() != "", timeout=20_000)
    assert len(view.ui.passwordField.value()) == length


def test_the_third_wrong_password_makes_the_button_wait(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    window = make_start(closed_vault[0])
    for _ in range(3):
        view = try_password(qtbot, window, "fout")
    assert view.primary is not None
    assert not view.primary.isEnabled()
    assert "1 s" in view.primary.text()
    qtbot.waitUntil(lambda: view.primary is not None and view.primary.isEnabled(), timeout=5_000)
    assert view.primary.text() == "Ontgrendelen"


def test_waiting_grows_to_half_a_minute_and_never_further() -> None:
    patience = Patience()
    assert tuple(patience.wrong() for _ in range(len(WAITS))) == (0, 0, 1, 2, 4, 8, 16, 30)
    assert patience.wrong() == 30
    patience.right()
    assert patience.wrong() == 0


def test_a_vault_in_use_is_told_as_such(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, clock: FixedClock
) -> None:
    holder = vaults.unlock(closed_vault[0], PASSWORD, clock)
    try:
        view = try_password(qtbot, make_start(closed_vault[0]), PASSWORD)
        assert "al geopend" in view.problem()
    finally:
        vaults.lock(holder)


def test_a_damaged_header_is_told_as_damage_and_not_as_a_wrong_password(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    for name in ("vault.key", "vault.key.bak"):
        path = closed_vault[0] / name
        data = bytearray(path.read_bytes())
        data[40] ^= 1
        path.write_bytes(bytes(data))
    view = try_password(qtbot, make_start(closed_vault[0]), PASSWORD)
    assert "beschadigd" in view.problem()
    assert view.ui.passwordField.error() == ""


def test_a_folder_that_is_gone_is_told(qtbot: QtBot, make_start: MakeStart, tmp_path: Path) -> None:
    view = try_password(qtbot, make_start(tmp_path / "weg"), PASSWORD)
    assert "bestaat niet" in view.problem()


def test_an_older_copy_opens_only_after_an_explicit_choice(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, clock: FixedClock
) -> None:
    folder = closed_vault[0]
    before = (folder / "vault.db").read_bytes()
    vaults.lock(vaults.unlock(folder, PASSWORD, clock))
    (folder / "vault.db").write_bytes(before)
    window = make_start(folder)
    view = try_password(qtbot, window, PASSWORD)
    assert "ouder" in view.problem()
    assert not window.opened_desks  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.opened, timeout=20_000):
        view._accept_older()


def test_a_lock_request_during_key_derivation_cancels_the_unlocking(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    window = make_start(closed_vault[0])
    view = window.view
    assert isinstance(view, UnlockView)
    view.ui.passwordField.edit.setText(PASSWORD)
    view.unlock()
    window.cancel_unlock()
    qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
    assert not window.opened_desks  # type: ignore[attr-defined]
    vaults.lock(vaults.unlock(closed_vault[0], PASSWORD, window.around.clock))


def test_caps_lock_is_noticed_from_the_letters(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    view = make_start(closed_vault[0]).view
    assert isinstance(view, UnlockView)
    QTest.keyClicks(view.ui.passwordField.edit, "a")
    assert view._caps.isHidden()
    QTest.keyEvent(QTest.KeyAction.Click, view.ui.passwordField.edit, "A", Qt.KeyboardModifier.NoModifier)
    assert not view._caps.isHidden()


def test_the_recovery_code_opens_the_vault_and_asks_for_a_new_password(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, clock: FixedClock
) -> None:
    folder, code = closed_vault
    window = make_start(folder)
    window.show_recovery(folder)
    view = window.view
    assert isinstance(view, RecoveryView)
    view.ui.codeField.edit.setText(code.lower().replace("-", ""))
    QTest.keyClick(view.ui.codeField.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(window.view, NewPasswordView), timeout=20_000)
    new = window.view
    assert isinstance(new, NewPasswordView)
    for field in (new.ui.passwordField, new.ui.repeatField):
        field.edit.setText(OTHER_PASSWORD)
    with qtbot.waitSignal(window.opened, timeout=20_000):
        QTest.keyClick(new.ui.repeatField.edit, Qt.Key.Key_Return)
    vaults.lock(desk_of(window))
    vaults.lock(vaults.unlock(folder, OTHER_PASSWORD, clock))
    with pytest.raises(WrongPassword):
        vaults.unlock(folder, PASSWORD, clock)


def test_stopping_before_a_new_password_locks_the_vault_again(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, clock: FixedClock
) -> None:
    folder, code = closed_vault
    window = make_start(folder)
    window.show_recovery(folder)
    view = window.view
    assert isinstance(view, RecoveryView)
    view.ui.codeField.edit.setText(code)
    view.unlock()
    qtbot.waitUntil(lambda: isinstance(window.view, NewPasswordView), timeout=20_000)
    QTest.keyClick(window.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: isinstance(window.view, UnlockView))
    vaults.lock(vaults.unlock(folder, PASSWORD, clock))


def test_the_code_of_another_vault_is_told_as_such(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault
) -> None:
    from casus.crypto.recovery_code import new_code

    window = make_start(closed_vault[0])
    window.show_recovery(closed_vault[0])
    view = window.view
    assert isinstance(view, RecoveryView)
    view.ui.codeField.edit.setText(new_code())
    view.unlock()
    qtbot.waitUntil(lambda: not view.busy, timeout=20_000)
    assert "past niet op deze kluis" in view.ui.codeField.error()


def test_a_cancelled_unlocking_leaves_no_lock_behind(closed_vault: ClosedVault, clock: FixedClock) -> None:
    with pytest.raises(Cancelled):
        vaults.unlock(closed_vault[0], PASSWORD, clock, cancelled=lambda: True)
    vaults.lock(vaults.unlock(closed_vault[0], PASSWORD, clock))


def test_the_settings_hold_no_name_and_no_password(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, tmp_path: Path
) -> None:
    settings = Settings(path=tmp_path / "settings.json")
    window = make_start(closed_vault[0], settings)
    with qtbot.waitSignal(window.opened, timeout=20_000):
        try_password(qtbot, window, PASSWORD)
    settings.save()
    text = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert json.loads(text)["last_vault"] == str(closed_vault[0])
    assert "Marjan" not in text
    assert PASSWORD not in text


def test_a_demo_vault_shows_its_password_and_the_desks_of_its_team(
    qtbot: QtBot, make_start: MakeStart, closed_vault: ClosedVault, tmp_path: Path
) -> None:
    window = make_start(closed_vault[0])
    other = tmp_path / "rio"
    team = DemoTeam(PASSWORD, (("A. Bee", "rio", other), ("C. Dee", "pga_expert", closed_vault[0])))
    window.around = replace(window.around, demo_of=lambda _folder: team)
    view = window.show_unlock(closed_vault[0])
    assert view.ui.passwordField.value() == PASSWORD
    hint = view.findChild(DemoHint)
    assert hint is not None
    first = hint.desks.findChildren(QPushButton)[0]
    assert first.text() == "A. Bee · RIO"
    first.click()
    assert isinstance(window.view, UnlockView)
    assert window.view.folder == other
