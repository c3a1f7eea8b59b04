# SPDX-License-Identifier: EUPL-1.2
"""The application: the one place where everything is wired together.

Nothing here imports the database or the pages before the first window is on screen (design.md 5).
"""

import gc
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import (
    site_config_path,
    user_config_path,
    user_data_path,
    user_documents_path,
    user_log_path,
)
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

import casus.gui  # noqa: F401  # guards Qt before it is used widely
from casus.domain.clock import Clock, SystemClock
from casus.errors import CasusError, ExportFailed
from casus.gui import settings as gui_settings
from casus.gui import translations
from casus.gui.settings import Settings
from casus.gui.start.surroundings import DemoTeam, Surroundings
from casus.gui.start.window import StartWindow
from casus.gui.tasks import Progress, TaskRunner
from casus.gui.theme import FocusRing, theme
from casus.services import log
from casus.services.desk import Desk
from casus.services.error_sentences import sentence
from casus.services.process import harden

if TYPE_CHECKING:
    from casus.gui.session import Session

_log = logging.getLogger(__name__)
_PRELOADED = (
    "casus.vault.store",
    "casus.services.today",
    "casus.gui.session",
    "qtawesome.iconic_font",
    "casus.gui.bug_dialog",
)
Spawn = Callable[[str], object]


class Application(QObject):
    """Start window, then the window of an open vault; a lock hands over to a fresh process by `spawn`."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        *,
        clock: Clock | None = None,
        spawn: Spawn | None = None,
        policy_file: Path | None = None,
    ) -> None:
        super().__init__(app)
        self.app, self.settings = app, settings
        self.clock = clock or SystemClock()
        self.session: Session | None = None
        self.exit_at_once = False
        self._spawn = spawn or spawn_locked
        self._policy_file = policy_file
        translations.install(app, settings.language)
        theme().apply(settings.theme, settings.font_percent)
        FocusRing(app, theme())
        self.start_window = self._make_start_window()

    def start(self, folder: Path | None = None) -> None:
        """Show the start window, for this vault or the last one."""
        self.start_window.start(folder)
        self.start_window.show()
        self.start_window.activateWindow()

    def open_desk(self, desk: Desk) -> None:
        """Show the window of an open vault."""
        from casus.gui.session import Session

        desk.in_force.place = self._policy_file
        self.session = Session(desk, self.settings, self.app)
        self.session.locked.connect(self._locked)
        self.session.ended.connect(self._quit)
        self.session.language_chosen.connect(self._language_of_session)
        self.session.start()
        self.start_window.hide()

    def _make_start_window(self) -> StartWindow:
        around = Surroundings(
            clock=self.clock,
            make_demo=make_demo,
            demo_of=demo_of,
            new_folder=user_documents_path() / "Casus",
        )
        window = StartWindow(self.settings, around, TaskRunner(self))
        window.opened.connect(self.open_desk)
        window.language_chosen.connect(self._language_of_start)
        window.painted.connect(preload)
        window.gone.connect(self._quit)
        return window

    def _language_of_start(self, language: str) -> None:
        self._install(language)
        self.start_window.rebuild()

    def _language_of_session(self, language: str) -> None:
        self._install(language)
        if self.session is not None:
            self.session.rebuild()

    def _install(self, language: str) -> None:
        self.settings.language = language
        translations.install(self.app, language)

    def _locked(self, folder: str) -> None:
        self._spawn(folder)
        self._quit()

    def _quit(self) -> None:
        self.start_window.tasks.shutdown()
        self.exit_at_once = self.session is not None and self.session.worker_stuck
        with suppress(CasusError):
            self.settings.save()
        self.app.quit()


def main(arguments: Sequence[str] = ()) -> int:
    """Run the window; `--locked FOLDER` stands before that vault. Without a display say so and return 13."""
    folder = Path(arguments[1]) if len(arguments) > 1 and arguments[0] == "--locked" else None
    return _run(folder)


def open_demo(folder: Path) -> int:
    """Run the window on the demo team in `folder`."""
    from casus.demo.team import MEMBERS

    return _run(folder / MEMBERS[0].key)


def write_screens(demo: Path, out: Path, language: str = "nl") -> Sequence[Path]:
    """Write pictures of the main screens on the demo team, without a display; return the files."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    prepare()
    from casus.demo.team import PASSWORD
    from casus.gui.screens import DemoVaults, write

    app = application()
    FocusRing(app, theme())
    vaults = DemoVaults(demo / "pga-1", demo / "rio", demo / "coordinator", PASSWORD)
    return write(app, vaults, out, language)


def managed_policy_file() -> Path:
    """Return where an administrator puts a policy file ready for everybody on this computer (docs/policy.md)."""
    if sys.platform in {"win32", "darwin"}:
        return site_config_path("casus", appauthor=False) / "beleid.toml"
    return Path("/etc/casus/beleid.toml")


def has_display() -> bool:
    """Tell whether a window can be shown; only Linux can be without."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare() -> None:
    """Keep the process to itself, and log without anyone's data."""
    harden()
    log.start(user_log_path("casus", appauthor=False))
    sys.excepthook = _log_bug
    threading.excepthook = lambda caught: _log_bug(
        caught.exc_type, caught.exc_value or caught.exc_type(), caught.exc_traceback
    )


def application() -> QApplication:
    """Return the one QApplication."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["casus"])
    app.setApplicationName("casus")
    app.setApplicationDisplayName("Casus")
    app.setDesktopFileName("nl.casus.desktop")
    app.setQuitOnLastWindowClosed(False)
    return app


def preload() -> threading.Thread:
    """Import what an open vault needs while the user types the password."""

    def load() -> None:
        for name in _PRELOADED:
            import_module(name)
        import_module("casus.gui.pages").load()
        gc.freeze()  # what was imported stays: collecting garbage need not look at it

    thread = threading.Thread(target=load, name="casus-preload", daemon=True)
    thread.start()
    return thread


def spawn_locked(folder: str) -> None:
    """Start a fresh process that stands locked before this vault; it outlives this one."""
    import subprocess

    from casus.gui.session import locked_command

    command = locked_command(Path(sys.executable), folder, frozen=bool(getattr(sys, "frozen", False)))
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        subprocess.Popen(command, close_fds=True, creationflags=flags)  # noqa: S603 - our own program
    else:
        subprocess.Popen(command, close_fds=True, start_new_session=True)  # noqa: S603 - our own program


def make_demo(role: str, progress: Progress) -> Path:
    """Build the demo team in the user's own data folder and return the vault of this role."""
    from casus.demo import team

    steps = {name: at for at, name in enumerate(("create", "fill", "carry", "report"))}

    def tell(step: str, done: int, total: int) -> None:
        progress(steps[step] * 100 + 100 * done // max(total, 1), 100 * len(steps))

    folder = user_data_path("casus", appauthor=False) / "demo"
    team.build(folder, progress=tell)
    return folder / next(member.key for member in team.MEMBERS if member.role == role)


def demo_of(folder: Path) -> DemoTeam | None:
    """Return the demo a vault folder belongs to, None for any other vault."""
    if not (folder.parent / "casus-demo.json").is_file():
        return None
    from casus.demo import team

    members = tuple((one.name, one.role, folder.parent / one.key) for one in team.MEMBERS)
    return DemoTeam(team.PASSWORD, members)


def _run(folder: Path | None) -> int:
    if not has_display():
        error = ExportFailed(reason="no_window")
        print(f"casus: {sentence(error)}", file=sys.stderr)
        return error.exit_code
    prepare()
    settings = gui_settings.load(user_config_path("casus", appauthor=False) / "settings.json")
    running = Application(application(), settings, policy_file=managed_policy_file())
    running.start(folder)
    code = running.app.exec()
    if running.exit_at_once:
        logging.shutdown()
        os._exit(code)
    return code


def _log_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log a bug without its text and values, and say that something went wrong."""
    _log.error("bug", exc_info=(kind, error, trace))
    if sys.stderr is not None:  # a program without a console has none
        print(log.bare_trace(error), file=sys.stderr)
    app = QApplication.instance()
    if isinstance(app, QApplication) and threading.current_thread() is threading.main_thread():
        from casus.gui.bug_dialog import show_bug

        show_bug(app.activeWindow(), error)
