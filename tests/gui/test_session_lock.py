# SPDX-License-Identifier: EUPL-1.2
"""The vault locks when nobody is there, when the clock jumps, and when the system says so."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from casus.gui.session_lock import Reason, SessionLock, macos, windows
from casus.gui.session_lock.idle import TICK_MS, IdleWatch


@dataclass
class Clocks:
    """Two clocks set by hand, in seconds."""

    monotonic: float = 1000.0
    wall: float = 5000.0

    def pass_time(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def lock(qapp: QApplication, clocks: Clocks, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionLock]:
    monkeypatch.setattr("casus.gui.session_lock.watch.watch_system", lambda _request: None)
    idle = IdleWatch(300, monotonic=lambda: clocks.monotonic, wall=lambda: clocks.wall)
    made = SessionLock(qapp, 5, idle)
    made.start()
    yield made
    made.stop()
    made.deleteLater()


def asked(lock: SessionLock) -> list[str]:
    reasons: list[str] = []
    lock.lock_requested.connect(reasons.append)
    return reasons


def test_it_locks_after_the_idle_time_and_not_before(lock: SessionLock, clocks: Clocks) -> None:
    reasons = asked(lock)
    clocks.pass_time(299)
    lock.idle.check()
    assert reasons == []
    clocks.pass_time(1)
    lock.idle.check()
    assert reasons == [Reason.IDLE]


def test_typing_keeps_it_open(lock: SessionLock, clocks: Clocks, qapp: QApplication, qtbot: QtBot) -> None:
    reasons = asked(lock)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    lock.idle.listen(qapp)
    for _ in range(5):
        clocks.pass_time(200)
        QTest.keyClick(edit.windowHandle(), Qt.Key.Key_A)
        lock.idle.check()
    assert reasons == []
    assert edit.text() == "aaaaa"


def test_a_touch_in_a_dialog_that_opened_later_counts_too(
    lock: SessionLock, clocks: Clocks, qapp: QApplication, qtbot: QtBot
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(2 * TICK_MS)
    for _ in range(3):
        clocks.pass_time(200)
        QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton)
    reasons = asked(lock)
    lock.idle.check()
    assert reasons == []


def test_the_first_touch_after_a_long_absence_does_not_keep_it_open(
    lock: SessionLock, clocks: Clocks
) -> None:
    reasons = asked(lock)
    clocks.pass_time(4000)
    lock.idle.touched()
    assert reasons == [Reason.IDLE]


def test_a_sleep_that_stops_the_monotonic_clock_locks(lock: SessionLock, clocks: Clocks) -> None:
    reasons = asked(lock)
    clocks.wall += 3600
    lock.idle.check()
    assert reasons == [Reason.CLOCK]


def test_a_small_correction_of_the_clock_does_not_lock(lock: SessionLock, clocks: Clocks) -> None:
    reasons = asked(lock)
    clocks.wall -= 120
    lock.idle.check()
    assert reasons == []


def test_a_lock_is_asked_once_until_the_vault_opens_again(lock: SessionLock) -> None:
    reasons = asked(lock)
    lock.request(Reason.SESSION)
    lock.request(Reason.SLEEP)
    lock.start()
    lock.request(Reason.USER)
    assert reasons == [Reason.SESSION, Reason.USER]


def test_nothing_is_asked_while_the_vault_is_locked(lock: SessionLock, clocks: Clocks) -> None:
    lock.stop()
    reasons = asked(lock)
    clocks.pass_time(10_000)
    lock.idle.check()
    assert reasons == []


@pytest.mark.parametrize(
    ("message", "parameter", "reason"),
    [(0x02B1, 0x7, Reason.SESSION), (0x02B1, 0x2, Reason.SESSION), (0x02B1, 0x4, Reason.SESSION),
     (0x02B1, 0x8, None), (0x0218, 0x4, Reason.SLEEP), (0x0218, 0x12, None), (0x0100, 0x7, None)],
)  # fmt: skip
def test_messages_of_windows_are_understood(message: int, parameter: int, reason: Reason | None) -> None:
    assert windows.reason_of(message, parameter) == reason


@pytest.mark.parametrize(
    ("notice", "reason"),
    [("com.apple.screenIsLocked", Reason.SESSION), ("com.apple.screenIsUnlocked", None),
     ("NSWorkspaceWillSleepNotification", Reason.SLEEP),
     ("NSWorkspaceSessionDidResignActiveNotification", Reason.SESSION)],
)  # fmt: skip
def test_notices_of_macos_are_understood(notice: str, reason: Reason | None) -> None:
    assert macos.reason_of(notice) == reason


_ON_A_BUS = """
import casus.gui
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtTest import QTest
app = QCoreApplication([])
from casus.gui.session_lock.linux import SCREEN_SAVERS, LinuxWatch
got = []
watch = LinuxWatch(got.append)
bus = QDBusConnection.sessionBus()
for active in (False, True):
    for service, path in SCREEN_SAVERS:
        bus.registerService(service)
        message = QDBusMessage.createSignal(path, service, "ActiveChanged")
        message.setArguments([active])
        bus.send(message)
    QTest.qWait(200)
    print(active, len(got))
watch.stop()
bus.send(message)
QTest.qWait(100)
print("stopped", len(got))
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a message bus of its own")
def test_screen_savers_of_linux_desktops_are_heard_over_the_bus() -> None:
    command = ["dbus-run-session", "--", sys.executable, "-c", _ON_A_BUS]
    done = subprocess.run(command, capture_output=True, text=True, env=os.environ, timeout=60, check=False)
    assert done.stdout.split() == ["False", "0", "True", "5", "stopped", "5"], done.stderr


def test_without_a_bus_linux_simply_listens_to_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    script = "import casus.gui\nfrom casus.gui.session_lock.linux import LinuxWatch\nprint(LinuxWatch(print).links)"
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
                   "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}  # fmt: skip
    code = "from PySide6.QtCore import QCoreApplication\napp = QCoreApplication([])\n" + script
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, timeout=60
    )
    assert done.stdout.strip() == "0", done.stderr
