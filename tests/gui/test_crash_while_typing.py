# SPDX-License-Identifier: EUPL-1.2
"""A crash in the middle of typing costs at most three seconds of text, and the form comes back where it was."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus.gui.visits.panel import VisitPanel
from casus.services import drafts, vaults
from casus.services.desk import Desk
from tests.helpers.builders import a_case
from tests.helpers.keyboard import User
from tests.helpers.processes import start
from tests.helpers.vaults import PASSWORD

SitDown = Callable[..., User]
MOST_LOST_SECONDS = 3.0
KILLED_AFTER_SECONDS = 4.3
"""Some while after a draft was kept, and before the next one is."""
SENTENCE = "Moeder was thuis en vertelde over school. "
TYPING = """
import itertools, time
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from casus.crypto import kdf
kdf.PRODUCTION_LIMITS = ANY_COST
from casus.gui.session import Session
from casus.gui.settings import Settings
from casus.gui.visits import HOME, VisitSubject, open_visit
from casus.services import vaults

app = QApplication([])
session = Session(vaults.unlock(folder, PASSWORD, clock), Settings(), app)
session.start()
window, case_id, person_id = session.window, *local.name.split(":")
window.open("dossier", f"case:{case_id}")
open_visit(window, session.desk, HOME, VisitSubject(person_id, case_id, "iemand"))
while window.area.panel is None or session.tasks.busy:
    app.processEvents()
    time.sleep(0.005)
QTest.qWait(50)
box = window.area.panel.ui.reportField.edit
box.setFocus()
letters = itertools.count(1)

def type_on():
    number = next(letters)
    QTest.keyClicks(box, SENTENCE[(number - 1) % len(SENTENCE)])
    say(f"{number} {time.monotonic()}")

timer = QTimer()
timer.timeout.connect(type_on)
timer.start(25)
app.exec()
"""


def typed_until_killed(desk: Desk, case_id: str, person_id: str, seconds: float) -> list[tuple[int, float]]:
    """Let another process type into a visit, kill it after so many seconds; return what it typed and when."""
    vaults.lock(desk)
    script = f"SENTENCE = {SENTENCE!r}\n{TYPING}"
    process = start(script, desk.vault.folder, desk.vault.folder / f"{case_id}:{person_id}")
    assert process.stdout is not None
    first = process.stdout.readline()
    if not first:
        pytest.fail(process.communicate()[1])
    time.sleep(seconds)
    process.kill()
    rest, _ = process.communicate()
    pairs = (line.split() for line in (first + rest).splitlines() if line.count(" ") == 1)
    return [(int(number), float(moment)) for number, moment in pairs]


def test_a_killed_program_loses_three_seconds_of_typing_at_most_and_comes_back_at_the_same_place(
    desk: Desk,
    sit_down: SitDown,
    qtbot: QtBot,
) -> None:
    case = a_case(desk)
    typed = typed_until_killed(desk, case.id, case.person_id, KILLED_AFTER_SECONDS)
    end = typed[-1][1]
    safe = max((number for number, moment in typed if moment <= end - MOST_LOST_SECONDS), default=0)
    assert safe, "it typed for too short a time to tell"

    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    (row,) = drafts.list_drafts(again)
    kept = (drafts.load_draft(again, row.key) or {})["report"]
    assert len(kept) >= safe
    assert kept == (SENTENCE * (len(kept) // len(SENTENCE) + 1))[: len(kept)]

    user = sit_down(again)
    panel = user.panel
    assert isinstance(panel, VisitPanel)
    assert user.window.history.here is not None
    assert user.window.history.here.record_id == f"case:{case.id}"
    box = panel.ui.reportField.edit
    qtbot.waitUntil(lambda: QApplication.focusWidget() is box)
    user.type("En verder.")
    assert box.toPlainText() == kept + "En verder."
