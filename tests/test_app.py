# SPDX-License-Identifier: EUPL-1.2
"""The wired application: start, lock without losing a character, logs and titles without names."""

import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus import app as casus_app
from casus.app import Application
from casus.domain.clock import FixedClock
from casus.errors import DiskFull
from casus.gui import forms_registry
from casus.gui.clipboard import ClipboardKeeper
from casus.gui.manage.facilities import FacilityPanel
from casus.gui.session import Session, locked_command
from casus.gui.settings import Settings
from casus.services import drafts, log, process, settings, vaults
from casus.services.desk import Desk
from casus.services.vaults import NewVault
from tests.helpers.applications import put_away
from tests.helpers.vaults import PASSWORD

NAME = "Xylomena Quistebroek"
SOURCE = Path(__file__).resolve().parents[1] / "src"
OpenApp = Callable[[], Application]


@pytest.fixture
def folder(tmp_path: Path, clock: FixedClock, cheap_kdf: None) -> Path:
    """Give a finished, locked vault whose owner has a name found nowhere else."""
    made = vaults.create(NewVault(tmp_path / "kluis", PASSWORD, "Gemeente", "nl", NAME, "pga_expert"), clock)
    vaults.lock(made.desk)
    return tmp_path / "kluis"


@pytest.fixture
def open_app(qapp: QApplication, qtbot: QtBot, folder: Path, clock: FixedClock) -> Iterator[OpenApp]:
    """Return a function that starts the application on the vault, already unlocked."""
    made: list[Application] = []

    def start() -> Application:
        running = Application(qapp, Settings(), clock=clock, spawn=spawned.append)
        running.spawned = spawned  # type: ignore[attr-defined]
        running.open_desk(vaults.unlock(folder, PASSWORD, clock))
        made.append(running)
        return running

    spawned: list[str] = []
    yield start
    for running in made:
        put_away(running)


def session_of(running: Application) -> Session:
    """Return the session of an application with an open vault."""
    assert running.session is not None
    return running.session


def type_facility(qtbot: QtBot, running: Application, text: str) -> FacilityPanel:
    """Open the form of a new institution and type its name."""
    window = session_of(running).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open("beheer")
    panel = FacilityPanel(window, session_of(running).desk)
    window.open_panel(panel)
    qtbot.waitUntil(lambda: panel.ui.nameField.isEnabled() and not window.tasks.busy)
    QTest.keyClicks(panel.ui.nameField.edit, text)
    return panel


def test_a_lock_keeps_what_is_typed_and_it_comes_back_after_unlocking(
    qtbot: QtBot, open_app: OpenApp, folder: Path
) -> None:
    first = open_app()
    type_facility(qtbot, first, "PI Vught, half get")
    session_of(first).window.lock_requested.emit("user")
    assert first.spawned == [str(folder)]  # type: ignore[attr-defined]
    assert not session_of(first).desk.vault.is_open

    window = session_of(open_app()).window
    qtbot.waitUntil(lambda: isinstance(window.area.panel, FacilityPanel), timeout=10_000)
    panel = window.area.panel
    assert isinstance(panel, FacilityPanel)
    assert panel.ui.nameField.value() == "PI Vught, half get"
    assert window.history.here is not None
    assert window.history.here.key == "beheer"
    assert "Concept hersteld van" in panel._state.text()


def test_when_the_vault_cannot_be_written_the_draft_is_kept_outside_and_found_again(
    qtbot: QtBot, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch, expected_warnings: None
) -> None:
    first = open_app()
    type_facility(qtbot, first, "PI Vught, half get")
    with monkeypatch.context() as broken:
        broken.setattr(Desk, "changing", _full_disk)
        session_of(first).lock("idle")
    assert not session_of(first).desk.vault.is_open

    second = session_of(open_app())
    qtbot.waitUntil(lambda: isinstance(second.window.area.panel, FacilityPanel), timeout=10_000)
    panel = second.window.area.panel
    assert isinstance(panel, FacilityPanel)
    assert panel.ui.nameField.value() == "PI Vught, half get"


def _full_disk(_desk: Desk, *_args: object, **_more: object) -> object:
    raise DiskFull(needed=1, free=0)


def test_an_open_dialog_does_not_stop_a_lock(qtbot: QtBot, open_app: OpenApp) -> None:
    running = open_app()
    session_of(running).window.show_shortcuts()
    session_of(running).lock_watch.request("session")
    assert not session_of(running).desk.vault.is_open


def test_a_lock_does_not_wait_for_long_work(
    qtbot: QtBot, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_of(open_app())
    monkeypatch.setattr("casus.gui.session._PATIENCE_SECONDS", 0.1)
    started, release = threading.Event(), threading.Event()

    def work() -> None:
        started.set()
        release.wait()

    session.tasks.run(work, owner=session.window, done=lambda _outcome: None)
    assert started.wait(10)
    began = time.monotonic()
    session.lock("session")
    assert time.monotonic() - began < 1.5
    assert session.worker_stuck
    release.set()
    session.tasks.shutdown()
    vaults.lock(session.desk)


def test_locking_twice_spawns_once(qtbot: QtBot, open_app: OpenApp) -> None:
    running = open_app()
    session_of(running).lock("user")
    session_of(running).lock("idle")
    assert len(running.spawned) == 1  # type: ignore[attr-defined]


def test_a_next_start_after_the_lock_was_used_begins_at_the_first_page(
    qtbot: QtBot, open_app: OpenApp
) -> None:
    first = open_app()
    session_of(first).window.open("beheer")
    session_of(first).lock("user")
    second = open_app()
    qtbot.waitUntil(lambda: not session_of(second).tasks.busy, timeout=10_000)
    session_of(second).window.close()
    third = open_app()
    place = session_of(third).window.history.here
    assert place is not None
    assert place.key != "beheer"


def test_closing_the_window_closes_the_vault_and_spawns_nothing(qtbot: QtBot, open_app: OpenApp) -> None:
    running = open_app()
    session_of(running).window.close()
    assert not session_of(running).desk.vault.is_open
    assert running.spawned == []  # type: ignore[attr-defined]


def test_failed_attempts_are_told_at_the_next_success(
    qtbot: QtBot, open_app: OpenApp, folder: Path, clock: FixedClock
) -> None:
    with pytest.raises(vaults_error()):
        vaults.unlock(folder, "fout", clock)
    window = session_of(open_app()).window
    page = window.page()
    assert page is not None
    qtbot.waitUntil(lambda: "1 keer" in page.notice.text(), timeout=5_000)


def vaults_error() -> type[Exception]:
    """Return the type a wrong password raises."""
    from casus.errors import WrongPassword

    return WrongPassword


def test_another_language_builds_the_window_anew_at_the_same_page_with_the_form(
    qtbot: QtBot, open_app: OpenApp
) -> None:
    running = open_app()
    type_facility(qtbot, running, "PI Vught")
    old = session_of(running).window
    old.actions_registry.action("english").trigger()
    new = session_of(running).window
    assert new is not old
    assert running.settings.language == "en"
    qtbot.waitUntil(lambda: isinstance(new.area.panel, FacilityPanel), timeout=10_000)
    assert isinstance(new.area.panel, FacilityPanel)
    assert new.area.panel.ui.nameField.value() == "PI Vught"
    old_action = new.actions_registry.action("dutch")
    old_action.trigger()


def test_what_was_copied_here_leaves_the_clipboard_with_the_lock(qtbot: QtBot, open_app: OpenApp) -> None:
    running = open_app()
    panel = type_facility(qtbot, running, "PI Vught")
    panel.ui.nameField.take_focus()
    panel.ui.nameField.edit.selectAll()
    panel.ui.nameField.edit.copy()
    assert QGuiApplication.clipboard().text() == "PI Vught"
    session_of(running).lock("user")
    assert QGuiApplication.clipboard().text() == ""


def test_the_clipboard_forgets_by_itself_what_was_copied_here(qtbot: QtBot, open_app: OpenApp) -> None:
    window = session_of(open_app()).window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    keeper = ClipboardKeeper(window, kept_ms=50)
    QGuiApplication.clipboard().setText("een naam")
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=5_000)
    keeper.deleteLater()


def test_no_name_in_title_log_or_files(qtbot: QtBot, open_app: OpenApp, folder: Path, tmp_path: Path) -> None:
    handler = log.start(tmp_path / "log")
    try:
        running = open_app()
        window = session_of(running).window
        for key in [spec.key for spec in window.sidebar_specs()]:
            window.open(key)
            assert NAME.split()[1] not in window.windowTitle()
        try:
            int(NAME)
        except ValueError:
            logging.getLogger("casus.test").info("bug", exc_info=True)
        logging.getLogger("sqlalchemy").info("SELECT %s", NAME)
        session_of(running).lock("user")
    finally:
        logging.getLogger().removeHandler(handler)
        handler.close()
    text = (tmp_path / "log" / log.FILE).read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_app.py:" in text
    assert "locking: user" in text
    for part in NAME.split():
        assert part not in text
    names = [str(path) for path in tmp_path.rglob("*")]
    assert not any("Quistebroek" in name for name in names)


def test_the_bare_trace_names_types_and_lines_of_the_cause_too() -> None:
    def fail() -> None:
        try:
            {}[NAME]
        except KeyError as inner:
            raise RuntimeError(NAME) from inner

    with pytest.raises(RuntimeError) as caught:
        fail()
    trace = log.bare_trace(caught.value)
    assert trace.splitlines()[0] == "RuntimeError"
    assert "KeyError" in trace
    assert "Quistebroek" not in trace


def test_the_start_window_is_on_screen_before_the_database_is_imported() -> None:
    code = (
        "import sys; from casus import app; from casus.gui.settings import Settings\n"
        "a = app.Application(app.application(), Settings(last_vault='/x'))\n"
        "app.preload = None\n"
        "a.start_window.painted.disconnect()\n"
        "a.start_window.painted.connect(a.app.quit)\n"
        "a.start(); a.app.exec()\n"
        "print([name for name in ('sqlalchemy', 'alembic', 'numpy', 'reportlab', 'highspy') if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, env=_env()
    )
    assert done.stdout.strip() == "[]", done.stderr


def test_a_locked_process_stands_before_its_vault_and_holds_nothing(folder: Path, clock: FixedClock) -> None:
    command = locked_command(Path(sys.executable), str(folder), frozen=False)
    locked = subprocess.Popen(command, env=_env(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        time.sleep(3)
        assert locked.poll() is None, locked.communicate()
        vaults.lock(vaults.unlock(folder, PASSWORD, clock))
    finally:
        locked.terminate()
        locked.wait(timeout=10)
        for stream in (locked.stdout, locked.stderr):
            assert stream is not None
            stream.close()


def test_a_frozen_program_starts_itself_locked() -> None:
    assert locked_command(Path("/opt/casus/casus"), "/v", frozen=True) == [
        "/opt/casus/casus",
        "--locked",
        "/v",
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a display")
def test_without_a_display_the_program_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert casus_app.main() == 13
    assert "beeldscherm" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_a_hardened_process_makes_private_files_and_no_core(tmp_path: Path) -> None:
    code = (
        "import os, resource, sys; from casus.services.process import harden\n"
        "harden(); open(sys.argv[1], 'w').close()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), oct(os.stat(sys.argv[1]).st_mode & 0o777))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "f")],
        capture_output=True,
        text=True,
        timeout=60,
        env=_env(),
    )
    assert done.stdout.strip() == "(0, 0) 0o600", done.stderr


def test_hardening_passes_over_what_the_system_does_not_offer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> object:
        raise OSError("no such library")

    monkeypatch.setattr(process.ctypes, "CDLL", refuse)
    process._not_dumpable()


def test_a_draft_without_a_form_is_left_alone(qtbot: QtBot, open_app: OpenApp) -> None:
    session = session_of(open_app())
    drafts.save_draft(session.desk, "gone:1", "gone", "1", {"a": "b"})
    assert not forms_registry.reopen(session.window, session.desk, "gone:1", owner=session.window)
    assert drafts.load_draft(session.desk, "gone:1") == {"a": "b"}


def test_the_place_at_lock_is_kept_in_the_vault_only(
    qtbot: QtBot, open_app: OpenApp, clock: FixedClock, folder: Path
) -> None:
    running = open_app()
    session_of(running).window.open("beheer")
    session_of(running).lock("user")
    desk = vaults.unlock(folder, PASSWORD, clock)
    try:
        assert settings.get_setting(desk, "place_at_lock")["key"] == "beheer"
    finally:
        vaults.lock(desk)


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(SOURCE), "QT_QPA_PLATFORM": "offscreen"}
