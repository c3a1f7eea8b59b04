# SPDX-License-Identifier: EUPL-1.2
"""The page Beheer and the log, on a real vault."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD

from casus.domain.clock import FixedClock
from casus.errors import WrongPassword
from casus.gui import audit_log, manage
from casus.gui.audit_log.page import AuditPage
from casus.gui.audit_log.page import spec as audit_spec
from casus.gui.drafts import DraftKeeper
from casus.gui.manage.facilities import FacilityPanel
from casus.gui.manage.key_panels import EscrowPanel, PasswordPanel, RecoveryCodePanel
from casus.gui.manage.page import ManagePage
from casus.gui.manage.page import spec as manage_spec
from casus.gui.session_lock import SessionLock
from casus.gui.settings import Settings
from casus.gui.shell import MainWindow
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.services import facilities, vaults
from casus.services.desk import Desk
from casus.services.vaults import NewVault


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock, cheap_kdf: None) -> Iterator[Desk]:
    """Give the desk of a new vault."""
    new = NewVault(tmp_path / "kluis", PASSWORD, "Gemeente Utrecht", "nl", "Marjan Visser", "pga_expert")
    made = vaults.create(new, clock).desk
    yield made
    vaults.lock(made)


@pytest.fixture
def shell(desk: Desk, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Give a main window with Beheer and the log, at Beheer."""
    made = MainWindow(
        [manage_spec(desk), audit_spec(desk)],
        role=desk.role,
        tasks=TaskRunner(),
        drafts=DraftKeeper(lambda _key, _payload: None),
        settings=Settings(path=tmp_path / "settings.json"),
    )
    made.open("beheer")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settled(qtbot, made)
    yield made
    made.close()
    made.tasks.shutdown()
    made.deleteLater()


def settled(qtbot: QtBot, shell: MainWindow) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: not shell.tasks.busy, timeout=20_000)


def page(shell: MainWindow) -> ManagePage:
    """Return the page Beheer."""
    found = shell.page("beheer")
    assert isinstance(found, ManagePage)
    return found


def test_the_packages_are_there() -> None:
    assert manage.__doc__
    assert audit_log.__doc__


def test_another_password_opens_the_vault_from_then_on(
    qtbot: QtBot, shell: MainWindow, desk: Desk, clock: FixedClock
) -> None:
    page(shell).keys.password.button.click()
    panel = shell.area.panel
    assert isinstance(panel, PasswordPanel)
    for field, text in (
        (panel.ui.currentField, PASSWORD),
        (panel.ui.passwordField, OTHER_PASSWORD),
        (panel.ui.repeatField, OTHER_PASSWORD),
    ):
        field.take_focus()
        QTest.keyClicks(field.edit, text)
    QTest.keyClick(panel.ui.repeatField.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, shell)
    assert shell.area.panel is None
    vaults.lock(desk)
    vaults.lock(vaults.unlock(desk.vault.folder, OTHER_PASSWORD, clock))
    with pytest.raises(WrongPassword):
        vaults.unlock(desk.vault.folder, PASSWORD, clock)


def test_a_wrong_current_password_is_told_at_its_field(qtbot: QtBot, shell: MainWindow) -> None:
    page(shell).keys.password.button.click()
    panel = shell.area.panel
    assert isinstance(panel, PasswordPanel)
    panel.ui.currentField.set_value("fout")
    panel.ui.passwordField.set_value(OTHER_PASSWORD)
    panel.ui.repeatField.set_value(OTHER_PASSWORD)
    panel.save()
    settled(qtbot, shell)
    assert "past niet" in panel.ui.currentField.error()


def test_passwords_never_become_a_draft(shell: MainWindow) -> None:
    page(shell).keys.password.button.click()
    panel = shell.area.panel
    assert isinstance(panel, PasswordPanel)
    panel.ui.currentField.set_value(PASSWORD)
    assert panel.form.snapshot() == {}


def test_a_new_recovery_code_counts_when_it_was_typed_back(
    qtbot: QtBot, shell: MainWindow, desk: Desk, clock: FixedClock
) -> None:
    page(shell).keys.recovery.button.click()
    panel = shell.area.panel
    assert isinstance(panel, RecoveryCodePanel)
    panel.go_on()
    settled(qtbot, shell)
    assert not vaults.recovery_confirmed(desk)
    assert panel.check is not None
    code = panel.check._sheet.code.text().replace("\n", " ")
    panel.go_on()
    assert panel.check.asking
    QTest.keyClicks(panel.check.ui.codeField.edit, code)
    panel.go_on()
    settled(qtbot, shell)
    assert vaults.recovery_confirmed(desk)
    assert shell.area.panel is None
    vaults.lock(desk)
    vaults.lock(vaults.unlock_with_recovery(desk.vault.folder, code, clock))


def test_the_office_key_can_be_added_and_taken_away(qtbot: QtBot, shell: MainWindow, desk: Desk) -> None:
    office = vaults.make_office_key("zeven grijze ganzen gakken")
    page(shell).keys.escrow.button.click()
    panel = shell.area.panel
    assert isinstance(panel, EscrowPanel)
    panel.form["public_key"].set_value(office.public_text)
    panel.save()
    settled(qtbot, shell)
    assert "escrow" in vaults.inspect(desk.vault.folder).slots
    row = page(shell).keys.escrow
    assert row.button.text() == "Verwijderen"
    row.button.click()
    box = page(shell).keys.findChild(QMessageBox)
    assert box is not None
    box.buttons()[0].click()
    settled(qtbot, shell)
    qtbot.waitUntil(lambda: "escrow" not in vaults.inspect(desk.vault.folder).slots)


def test_an_office_key_with_a_typing_error_is_told_at_its_field(qtbot: QtBot, shell: MainWindow) -> None:
    page(shell).keys.escrow.button.click()
    panel = shell.area.panel
    assert isinstance(panel, EscrowPanel)
    panel.form["public_key"].set_value("ABCD-1234")
    panel.save()
    settled(qtbot, shell)
    assert panel.form["public_key"].error() != ""


def test_a_sound_vault_is_told_to_be_sound(qtbot: QtBot, shell: MainWindow) -> None:
    page(shell).check.run()
    settled(qtbot, shell)
    assert page(shell).check.outcome().startswith("Alles klopt.")


def test_a_damaged_copy_of_the_key_file_is_found_with_what_to_do(
    qtbot: QtBot, shell: MainWindow, desk: Desk
) -> None:
    copy = desk.vault.folder / "vault.key.bak"
    copy.write_bytes(copy.read_bytes()[:-1])
    page(shell).check.run()
    settled(qtbot, shell)
    assert "sleutelbestand" in page(shell).check.outcome()
    assert "beheerder" in page(shell).check.outcome()


def test_an_institution_is_added_and_taken_from_the_list(qtbot: QtBot, shell: MainWindow, desk: Desk) -> None:
    shell.open_panel(FacilityPanel(shell, desk))
    settled(qtbot, shell)
    panel = shell.area.panel
    assert isinstance(panel, FacilityPanel)
    panel.ui.nameField.set_value("PI Vught")
    panel.save()
    settled(qtbot, shell)
    added = [one for one in facilities.facilities(desk) if one.name == "PI Vught"]
    assert len(added) == 1
    page(shell).facilities._remove(added[0].id)
    settled(qtbot, shell)
    assert "PI Vught" not in [one.name for one in facilities.facilities(desk)]
    page(shell).facilities._restore(added[0].id)
    settled(qtbot, shell)
    assert "PI Vught" in [one.name for one in facilities.facilities(desk)]


def test_an_institution_gets_another_name_also_in_the_dossiers(
    qtbot: QtBot, shell: MainWindow, desk: Desk
) -> None:
    from casus.services.inputs import FacilityInput

    known = facilities.add_facility(desk, FacilityInput("PI Vugt")).value
    shell.open_panel(FacilityPanel(shell, desk, known.id))
    settled(qtbot, shell)
    panel = shell.area.panel
    assert isinstance(panel, FacilityPanel)
    panel.ui.nameField.set_value("PI Vught")
    panel.save()
    settled(qtbot, shell)
    assert [one.name for one in facilities.facilities(desk)] == ["PI Vught"]


def test_the_same_institution_twice_is_told_at_the_name(qtbot: QtBot, shell: MainWindow, desk: Desk) -> None:
    from casus.services.inputs import FacilityInput

    facilities.add_facility(desk, FacilityInput("PI Vught"))
    shell.open_panel(FacilityPanel(shell, desk))
    settled(qtbot, shell)
    panel = shell.area.panel
    assert isinstance(panel, FacilityPanel)
    panel.ui.nameField.set_value("pi vught")
    panel.save()
    settled(qtbot, shell)
    assert panel.ui.nameField.error() != ""


def test_theme_size_and_idle_time_work_at_once_and_are_remembered(
    qtbot: QtBot, qapp: QApplication, shell: MainWindow
) -> None:
    watch = SessionLock(qapp, 5)
    looks = page(shell).looks
    looks.ui.themeField.set_value("dark")
    looks.ui.themeField.changed.emit()
    looks.ui.percentField.spin.setValue(120)
    looks.ui.minutesField.spin.setValue(2)
    qtbot.waitUntil(lambda: theme().scale.percent == 120, timeout=5_000)
    settled(qtbot, shell)
    assert theme().tokens.dark
    assert watch.idle.seconds == 120
    assert (shell.settings.theme, shell.settings.font_percent, shell.settings.lock_minutes) == (
        "dark",
        120,
        2,
    )
    assert shell.settings.path is not None
    assert shell.settings.path.is_file()
    watch.deleteLater()


def test_the_log_shows_who_did_what_and_filters(qtbot: QtBot, shell: MainWindow, desk: Desk) -> None:
    shell.open("logboek")
    settled(qtbot, shell)
    found = shell.page("logboek")
    assert isinstance(found, AuditPage)
    model = found.table.view.model()
    qtbot.waitUntil(lambda: model.rowCount() >= 3, timeout=5_000)
    found.table.chips.choose(("created",))
    found.table.reload()
    settled(qtbot, shell)
    qtbot.waitUntil(lambda: model.rowCount() == 1, timeout=5_000)


def test_the_page_can_be_used_without_sight_and_mouse(shell: MainWindow) -> None:
    assert_accessible(page(shell))
