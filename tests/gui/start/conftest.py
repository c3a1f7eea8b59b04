# SPDX-License-Identifier: EUPL-1.2
"""A start window on a home of its own, with quick vaults."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.helpers.vaults import PASSWORD

from casus.domain.clock import FixedClock
from casus.gui import translations
from casus.gui.settings import Settings
from casus.gui.start.surroundings import Surroundings
from casus.gui.start.window import StartWindow
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.services import vaults
from casus.services.desk import Desk
from casus.services.vaults import NewVault

MakeStart = Callable[..., StartWindow]


@pytest.fixture
def make_start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, clock: FixedClock, cheap_kdf: None
) -> Iterator[MakeStart]:
    """Return a function that shows a start window; `opened` on it collects the desks it opens."""
    translations.install(qapp, "nl")
    theme().apply("light")
    windows: list[StartWindow] = []

    def make(folder: Path | None = None, settings: Settings | None = None) -> StartWindow:
        around = Surroundings(
            clock, lambda _role, _progress: tmp_path / "demo", lambda _folder: None, tmp_path / "Casus"
        )
        window = StartWindow(settings or Settings(), around, TaskRunner())
        window.opened_desks = []  # type: ignore[attr-defined]
        window.opened.connect(window.opened_desks.append)  # type: ignore[attr-defined]
        qtbot.addWidget(window)
        window.start(folder)
        window.show()
        qtbot.waitExposed(window)
        qtbot.waitUntil(lambda: window.view is not None and window.focusWidget() is not None)
        windows.append(window)
        return window

    yield make
    for window in windows:
        for desk in window.opened_desks:  # type: ignore[attr-defined]
            vaults.lock(desk)
        window.close()


@pytest.fixture
def closed_vault(tmp_path: Path, clock: FixedClock, cheap_kdf: None) -> tuple[Path, str]:
    """Give the folder of a finished, locked vault, and its recovery code."""
    new = NewVault(tmp_path / "kluis", PASSWORD, "Gemeente Utrecht", "nl", "Marjan Visser", "pga_expert")
    made = vaults.create(new, clock)
    vaults.lock(made.desk)
    return new.folder, made.recovery_code


def desk_of(window: StartWindow) -> Desk:
    """Return the last desk a start window opened."""
    desk: Desk = window.opened_desks[-1]  # type: ignore[attr-defined]
    return desk
