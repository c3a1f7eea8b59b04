# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the main screens, made without a display: for the demo, the readme and whoever looks at it."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QMessageLogContext, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from casus.domain.clock import SystemClock
from casus.gui import translations
from casus.gui.importing import KEY as IMPORT
from casus.gui.importing.page import ImportPage
from casus.gui.missing.page import KEY as MISSING
from casus.gui.session import Session
from casus.gui.settings import Settings
from casus.gui.shell import MainWindow
from casus.gui.start.surroundings import Surroundings
from casus.gui.start.window import StartWindow
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.gui.visits import HOME, PRISON, VisitSubject, open_visit
from casus.services import vaults
from casus.services.case_list import CaseList
from casus.services.desk import Desk
from casus.services.dossier import open_dossier

_SIZE = (1280, 800)
_SETTLE_MS, _LONGEST_SECONDS = 350, 60
_WORKER_PAGES = ("vandaag", "personen", "casussen", "taken", "detentie", "registers", "beheer")
_COORDINATOR_PAGES = ("vandaag", "registers", "rapportage")


_CASELOAD = """Voornaam;Achternaam;Geb. datum;Wijk;Aanpak;Fase;Startdatum;Reden van plaatsing
Sem;van Dalen;4-5-2003;Overvegt;Top X;Uitvoering;1-3-2023;Problemen op meer dan één leefgebied
Noor;Yıldız;17-8-2001;West;Lokale PGA;Intake;12 sep 2023;Zorgen in het gezin
Ilias;Benali;30-02-2002;Zuidwest;Top X;Monitoring;2-1-2023;Hoog risico op recidive
Daan;Smit;9-11-2004;Overvegt;RIO;Aangemeld;20-10-2023;
Lina;de Groot;21-6-2000;Oost;Nazorg;Afschaling (nazorg);5-6-2023;Meerdere ketens betrokken
"""


@dataclass(frozen=True, slots=True)
class DemoVaults:
    """The vaults that are shown, and the password of all of them."""

    worker: Path
    coordinator: Path
    password: str


class Photographer:
    """Writes pictures of windows in one language and one look."""

    def __init__(self, app: QApplication, out: Path, demo: DemoVaults, language: str, look: str) -> None:
        self._app, self._out, self._demo = app, out, demo
        self._language, self._look = language, look
        self.written: list[Path] = []

    def all(self, *, only_main: bool = False) -> list[Path]:
        """Write everything, or the main pages only; return the files."""
        translations.install(self._app, self._language)
        theme().apply(self._look)
        self._out.mkdir(parents=True, exist_ok=True)
        if not only_main:
            self._start()
        self._desk(self._demo.worker, lambda window, desk: self._worker(window, desk, only_main))
        self._desk(self._demo.coordinator, lambda window, _desk: self._coordinator(window, only_main))
        return self.written

    def _start(self) -> None:
        settings = Settings(language=self._language)
        around = Surroundings(
            SystemClock(), lambda _role, _progress: self._demo.worker, lambda _folder: None, Path("~/Casus")
        )
        window = StartWindow(settings, around, TaskRunner())
        window.start()
        self._shoot(window, "start")
        window.show_wizard()
        self._shoot(window, "wizard")
        window.show_unlock(self._demo.worker)
        self._shoot(window, "unlock")
        window.close()

    def _desk(self, folder: Path, tour: Callable[[MainWindow, Desk], None]) -> None:
        desk = vaults.unlock(folder, self._demo.password, SystemClock())
        session = Session(desk, Settings(language=self._language, theme=self._look), self._app)
        session.start()
        tour(session.window, desk)
        session.window.close()

    def _worker(self, window: MainWindow, desk: Desk, only_main: bool) -> None:
        self._pages(window, _WORKER_PAGES[:3] if only_main else _WORKER_PAGES)
        if not only_main:
            window.open(MISSING)
            self._shoot(window, MISSING)
        case = _fullest_case(desk)
        window.open("dossier", f"case:{case.case_id}")
        self._shoot(window, "dossier")
        if only_main:
            return
        for kind, name in ((HOME, "huisbezoek"), (PRISON, "detentiebezoek")):
            open_visit(window, desk, kind, case)
            self._shoot(window, name)
            window.close_panel()
        self._import(window)

    def _import(self, window: MainWindow) -> None:
        """Walk the import of a small invented list up to, and not into, the import itself."""
        window.open(IMPORT)
        page = window.page()
        assert isinstance(page, ImportPage)
        path = self._out / "caseload.csv"
        path.write_text(_CASELOAD, encoding="utf-8")
        page.read(path)
        settle(window)
        path.unlink()
        self._shoot(window, "importeren-kolommen")
        page.columns.submit()
        settle(window)
        self._shoot(window, "importeren-vragen")
        page.questions.submit()
        self._shoot(window, "importeren-controle")

    def _coordinator(self, window: MainWindow, only_main: bool) -> None:
        """Walk the report page up to, and not into, the release."""
        self._pages(window, _COORDINATOR_PAGES[-1:] if only_main else _COORDINATOR_PAGES, "coordinator-")
        for step in () if only_main else ("bescherming", "vrijgeven"):
            _go_on(window)
            self._shoot(window, f"coordinator-rapportage-{step}")
        if not only_main:
            window.open("vrijgaven")
            self._shoot(window, "coordinator-vrijgaven")

    def _pages(self, window: MainWindow, keys: Iterable[str], prefix: str = "") -> None:
        there = {spec.key for spec in window.sidebar_specs()}
        for key in (key for key in keys if key in there):
            window.open(key)
            self._shoot(window, f"{prefix}{key}")

    def _shoot(self, window: QWidget, name: str) -> None:
        window.resize(*_SIZE)
        window.show()
        settle(window)
        path = self._out / f"{name}-{self._look}-{self._language}.png"
        window.grab().save(str(path))
        self.written.append(path)


def write(app: QApplication, demo: DemoVaults, out: Path, language: str) -> list[Path]:
    """Write all screens in light, and the main ones in dark and in the other language."""
    qInstallMessageHandler(_without_noise)
    other = "en" if language == "nl" else "nl"
    written = Photographer(app, out, demo, language, "light").all()
    written += Photographer(app, out, demo, language, "dark").all(only_main=True)
    written += Photographer(app, out, demo, other, "light").all(only_main=True)
    return written


def _without_noise(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Pass on what Qt has to say, but for the offscreen plugin's remark at every window."""
    if message and "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def _fullest_case(desk: Desk) -> VisitSubject:
    """Return the case most is known of: the one with the latest contact."""
    cases = CaseList(desk)
    case_id = cases.ids("", {"state": frozenset({"running"})}, "last_contact_on", True)[0]
    dossier = open_dossier(desk, case_id)
    return VisitSubject(dossier.person.id, case_id, cases.rows([case_id])[0].title)


def _go_on(window: MainWindow) -> None:
    """Press the primary button of the page shown."""
    page = window.page()
    buttons = page.findChildren(QPushButton) if page is not None else []
    for one in buttons:
        if one.property("kind") == "primary" and one.isVisible():
            one.click()
            return


def settle(window: QWidget) -> None:
    """Let the window fetch and paint until nothing is under way."""
    tasks: TaskRunner | None = getattr(window, "tasks", None)
    until = monotonic() + _LONGEST_SECONDS
    while True:
        loop = QEventLoop()
        QTimer.singleShot(_SETTLE_MS, loop.quit)
        loop.exec()
        if tasks is None or not tasks.busy or monotonic() > until:
            return
