# SPDX-License-Identifier: EUPL-1.2
"""What tests of the window share: a calm start, and a worker that is always stopped."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus.gui import translations
from casus.gui.dates_text import DUTCH, language
from casus.gui.place import Standing
from casus.gui.session import Session
from casus.gui.settings import Settings
from casus.gui.shell import MainWindow
from casus.gui.shell.history import Place
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.services.desk import Desk
from tests.helpers.gallery import make_window
from tests.helpers.keyboard import User
from tests.helpers.thorough import THOROUGH
from tests.helpers.week import on_day

SitDown = Callable[..., User]
BeginDay = Callable[[str, date], User]


@pytest.fixture(autouse=True)
def calm_start(qapp: QApplication) -> Iterator[None]:
    """Begin each test light, at 100 %, in Dutch; a test that speaks English leaves Dutch behind."""
    QLocale.setDefault(DUTCH)
    look = theme()
    if (look.choice, look.scale.percent) != ("light", 100):
        look.apply("light")
    qapp.setApplicationName("casus-test")
    yield
    if language() != "nl":
        translations.install(qapp, "nl")


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    """A worker that is stopped after the test."""
    made = TaskRunner()
    yield made
    made.shutdown()


@pytest.fixture
def window() -> Iterator[MainWindow]:
    """The gallery's main window, shown, at the page of cases with its list filled."""
    made = make_window()
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    yield made
    made.close()
    made.tasks.shutdown()
    made.deleteLater()


@pytest.fixture
def sit_down(qapp: QApplication, qtbot: QtBot) -> Iterator[SitDown]:
    """Return a function that opens the window on a desk's vault and gives the user in front of it.

    A window opens at Vandaag, or at the page and record that are given, as after a lock.
    """
    sessions: list[Session] = []

    def at(desk: Desk, key: str = "", record_id: str = "") -> User:
        session = Session(desk, Settings(), qapp)
        sessions.append(session)
        with pytest.MonkeyPatch.context() as patch:
            if key:
                patch.setattr("casus.gui.session.last_place", lambda _desk: Standing(Place(key, record_id)))
            session.start()
        session.window.activateWindow()
        qtbot.waitUntil(session.window.isActiveWindow)
        user = User(qtbot, session)
        user.settle()
        return user

    yield at
    for session in sessions:
        session.lock("user")
        session.window.deleteLater()
        session.deleteLater()


@pytest.fixture(params=["nl", "en"] if THOROUGH else ["en"])
def both_languages(request: pytest.FixtureRequest, qapp: QApplication, calm_start: None) -> None:
    """Speak one language, then the other; English alone, which most other tests leave out, when not thorough."""
    translations.install(qapp, request.param)


@pytest.fixture
def begin_day(demo_desk: Callable[[str], Desk], sit_down: SitDown) -> BeginDay:
    """Return a function with which a worker of the demo begins a day at the own vault."""
    return lambda member, day: sit_down(on_day(demo_desk(member), day))
