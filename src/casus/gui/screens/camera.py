# SPDX-License-Identifier: EUPL-1.2
"""Writes pictures of windows in one language and one look."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from casus.domain.clock import SystemClock
from casus.gui import translations
from casus.gui.screens.scene import Cast, Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.gui.screens.small_png import save_small
from casus.gui.session import Session
from casus.gui.settings import Settings
from casus.gui.shell import MainWindow
from casus.gui.start.surroundings import Surroundings
from casus.gui.start.window import StartWindow
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.services import vaults

_SIZE, _EDGE = (1280, 800), 8
START = ("start", "wizard", "unlock")
"""The pictures of the first window, in order."""


class Camera:
    """One language and one look."""

    def __init__(self, app: QApplication, out: Path, language: str, look: str) -> None:
        self._app, self._out = app, out
        self._language, self._look = language, look
        self.written: list[Path] = []
        translations.install(app, language)
        theme().apply(look)
        out.mkdir(parents=True, exist_ok=True)

    def start(self, vault: Path) -> None:
        """Photograph what stands before a vault is open."""
        around = Surroundings(
            SystemClock(), lambda _role, _progress: vault, lambda _folder: None, Path("~/Casus")
        )
        window = StartWindow(Settings(language=self._language), around, TaskRunner())
        window.start()
        self._window(window, START[0])
        window.show_wizard()
        self._window(window, START[1])
        window.show_unlock(vault)
        self._window(window, START[2])
        window.close()

    def tour(self, vault: Path, password: str, shots: Iterable[Shot], cast: Cast) -> None:
        """Photograph these screens of an open vault."""
        desk = vaults.unlock(vault, password, SystemClock())
        session = Session(desk, Settings(language=self._language, theme=self._look), self._app)
        session.start()
        session.window.resize(*_SIZE)
        scene = Scene(session.window, desk, cast)
        for shot in shots:
            shown = shot.act(scene)
            if shown is None:
                self._window(session.window, shot.name, scene.anchor)
            else:
                self._alone(shown, shot.name)
            scene.clear()
        session.window.close()
        session.window.deleteLater()  # it would go on following the look of the next
        settle(self._app)

    def _window(self, window: QWidget, name: str, anchor: QWidget | None = None) -> None:
        window.resize(*_SIZE)
        window.show()
        settle(window)
        _rest(window)
        picture = window.grab()
        menu = QApplication.activePopupWidget()
        if menu is not None and anchor is not None:
            painter = QPainter(picture)
            painter.drawPixmap(_under(anchor, menu, window), menu.grab())
            painter.end()
            menu.close()
        self._write(picture, name)

    def _alone(self, sheet: QWidget, name: str) -> None:
        sheet.show()
        settle(sheet)
        self._write(sheet.grab(), name)
        sheet.close()
        sheet.deleteLater()

    def _write(self, picture: QPixmap, name: str) -> None:
        path = self._out / f"{name}-{self._look}-{self._language}.png"
        save_small(picture.toImage(), path)
        self.written.append(path)


def _rest(window: QWidget) -> None:
    """Take the keyboard from the navigation: its ring would be the first thing one sees in every picture."""
    here = QApplication.focusWidget()
    if here is not None and isinstance(window, MainWindow) and window.sidebar.isAncestorOf(here):
        here.clearFocus()


def _under(anchor: QWidget, menu: QWidget, window: QWidget) -> QPoint:
    """Return where a menu stands in the picture; without a display the screen is smaller than the window."""
    corner = anchor.mapTo(window, anchor.rect().bottomLeft())
    return QPoint(min(corner.x(), window.width() - menu.width() - _EDGE), corner.y())
