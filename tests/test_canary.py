# SPDX-License-Identifier: EUPL-1.2
"""Words that exist nowhere else go through every use case; afterwards they are nowhere but inside the vault."""

import contextlib
import io
import logging
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from sqlalchemy import inspect as describe
from sqlalchemy import select

from casus import app as casus_app
from casus.app import Application
from casus.crypto import kdf
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.errors import CasusError, DiskFull
from casus.gui.settings import Settings
from casus.services import (
    cases,
    drafts,
    elsewhere,
    error_sentences,
    log,
    persons,
    programmes,
    reporting,
    team,
    vaults,
)
from casus.services.desk import Desk
from casus.services.elsewhere import ElsewhereInput
from casus.services.inputs import CaseInput, PersonInput, ProgrammeInput
from casus.services.vaults import NewVault
from casus.vault.tables import AuditEntry, Person, ReleaseRow
from tests.helpers.applications import put_away
from tests.helpers.canary import Canary, contents, search_bytes, search_files, search_text
from tests.helpers.every_act import (
    change_everything,
    changing_use_cases,
    keep_drafts_and_settings,
    recording,
    say_every_word,
    store_every_input,
)
from tests.helpers.every_catalogue import withdraw
from tests.helpers.every_field import DAY, World
from tests.helpers.every_report import compose_everything
from tests.helpers.processes import start
from tests.helpers.vaults import ANY_COST, CHEAP, PASSWORD

pytestmark = pytest.mark.usefixtures("expected_warnings")  # bugs are provoked, and logged

ROOT = Path(__file__).resolve().parents[1]
PERIOD = Period.parse("2022-10..2023-10")
CLOCK = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))


@dataclass
class Life:
    """What a life with canaries left behind, by where it was left."""

    place: Path
    canary: Canary = field(default_factory=Canary)
    called: set[object] = field(default_factory=set)
    errors: list[CasusError] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    said: str = ""
    bug_words: str = ""
    audit: list[str] = field(default_factory=list)
    coded: list[bytes] = field(default_factory=list)
    files: tuple[Path, ...] = ()
    secrets: tuple[str, ...] = ()

    @property
    def home(self) -> Path:
        """The user's home: settings, log, anchors, drafts kept outside."""
        return self.place / "home"

    @property
    def temp(self) -> Path:
        """Where temporary files go."""
        return self.place / "temp"

    @property
    def desk_folder(self) -> Path:
        """The folder the program is started in."""
        return self.place / "cwd"


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Life:
    """Live through everything once; the tests look at what is left."""
    one = Life(tmp_path_factory.mktemp("leven"))
    with pytest.MonkeyPatch.context() as patch:
        _settle(one, patch)
        handler = log.start(one.home / "log")
        out = io.StringIO()
        try:
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out), _watched(one, qapp):
                _live(one, patch, qapp)
        finally:
            logging.getLogger().removeHandler(handler)
            handler.close()
        one.said += out.getvalue()
        _command_line(one)
    return one


def _settle(one: Life, patch: pytest.MonkeyPatch) -> None:
    for folder in (one.home, one.temp, one.desk_folder, one.place / "report"):
        folder.mkdir()
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        patch.setenv(name, str(one.home))
    for name in ("TMPDIR", "TEMP", "TMP"):
        patch.setenv(name, str(one.temp))
    patch.setattr(tempfile, "tempdir", str(one.temp))
    patch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
    patch.setattr(kdf, "calibrate", lambda *_most: CHEAP)
    patch.chdir(one.desk_folder)
    first = CasusError.__init__

    def remembered(error: CasusError, **data: object) -> None:
        first(error, **data)
        one.errors.append(error)

    patch.setattr(CasusError, "__init__", remembered)


class _Titles(QObject):
    """Notes every title any window ever had."""

    def __init__(self, into: list[str]) -> None:
        super().__init__()
        self._into = into

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.WindowTitleChange, QEvent.Type.Show) and hasattr(
            watched, "windowTitle"
        ):
            self._into += [watched.windowTitle(), watched.windowFilePath(), watched.windowIconText()]
        return False


_opened: list[str] | None = None


def _note_opening(event: str, arguments: tuple[object, ...]) -> None:
    if _opened is not None and event == "open" and isinstance(arguments[0], str | bytes):
        mode, flags = arguments[1], arguments[2]
        writing = (
            set(mode) & set("wax+") if isinstance(mode, str) else isinstance(flags, int) and flags & 0o103
        )
        if writing:
            _opened.append(os.fsdecode(arguments[0]))


sys.addaudithook(_note_opening)  # there is no way to take one away; it looks only while a life is lived


@contextlib.contextmanager
def _watched(one: Life, app: QApplication) -> Iterator[None]:
    global _opened
    titles = _Titles(one.titles)
    app.installEventFilter(titles)
    _opened = one.opened
    try:
        yield
    finally:
        _opened = None
        app.removeEventFilter(titles)


def _live(one: Life, patch: pytest.MonkeyPatch, app: QApplication) -> None:
    worker, code = _vault(one, "kluis", "pga_expert")
    office, other_code = _vault(one, "kantoor", "coordinator")
    one.secrets = (PASSWORD, code, other_code, code.replace("-", ""), other_code.replace("-", ""))
    with recording(one.called):
        world = World(worker, office)
        stored = store_every_input(world, one.canary)
        say_every_word(world, one.canary)
        change_everything(world, one.canary, stored)
        keep_drafts_and_settings(world, one.canary)
        _raise_bugs(one, world)
        _report(one, world)
    with patch.context() as broken:
        broken.setattr(Desk, "changing", _full)
        drafts.save_draft(worker, "visit:1", "visit", None, {"report": one.canary.text("outside draft")})
    with office.reading() as session:
        entries = session.scalars(select(AuditEntry)).all()
    with worker.reading() as session:
        entries = [*entries, *session.scalars(select(AuditEntry)).all()]
    columns = [column.key for column in describe(AuditEntry).columns]
    one.audit = [repr([getattr(entry, name) for name in columns]) for entry in entries]
    for desk in (worker, office):
        vaults.lock(desk)
    _window(one, app, "kluis")
    _window(one, app, "kantoor")


def _vault(one: Life, name: str, role: str) -> tuple[Desk, str]:
    new = NewVault(one.place / name, PASSWORD, "Gemeente Utrecht", "nl", one.canary(f"owner of {name}"), role)
    made = vaults.create(new, CLOCK)
    return made.desk, made.recovery_code


def _full(_desk: Desk, *_: object, **__: object) -> object:
    raise DiskFull(needed=1, free=0)


def _raise_bugs(one: Life, world: World) -> None:
    """Raise what is no expected error, with canaries in its values, and log it as the program would."""

    def wrong(word: str) -> None:
        with world.worker.changing() as session:
            session.add(Person(surname=word, birth_date=word))

    def deep(word: str) -> None:
        try:
            {}[word]
        except KeyError as inner:
            raise ValueError(f"{word!r} is geen getal") from inner

    for bug in (wrong, deep, int):
        try:
            bug(one.canary("bug"))
        except Exception:
            kind, error, trace = sys.exc_info()
            assert kind is not None
            assert error is not None
            casus_app._log_bug(kind, error, trace)
            one.raised.append(log.bare_trace(error))
            logging.getLogger("sqlalchemy.engine").exception("SELECT %s", one.canary("bug"))
            if bug is wrong:
                one.raised.append("".join(traceback.format_exception(error)))
    boxes = [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox)]
    one.bug_words = " ".join(f"{box.text()} {box.informativeText()} {box.detailedText()}" for box in boxes)
    for box in boxes:
        box.close()


def _report(one: Life, world: World) -> None:
    """Contribute, receive, release and write, with persons enough for a table to leave."""
    for number in range(14):
        name = one.canary(f"given name {number}")
        given = PersonInput(name, one.canary(f"surname {number}"), birth_date=DAY.replace(year=2004))
        person = persons.register_person(world.worker, given, duplicates_checked=True).value
        case = CaseInput(person.id, "top_x", DAY, ("several_domains",), inclusion_note=one.canary.text("why"))
        cases.open_case(world.worker, case)
        course = ProgrammeInput(person.id, "work", DAY, provider_name=one.canary("provider"), started_on=DAY)
        programmes.register_programme(world.worker, course)
    team.join(world.worker, team.new_key())
    contribution = reporting.contribute(world.worker, PERIOD)
    one.coded.append(contribution.to_bytes())
    reporting.receive(world.coordinator, contribution)
    protected = reporting.protect(world.coordinator, PERIOD)
    reporting.release(world.coordinator, protected)
    for language in ("nl", "en"):
        one.files += reporting.export(world.coordinator, protected, one.place / "report", language=language)
    one.files += compose_everything(world.coordinator, one.canary, one.place / "report")
    with world.coordinator.reading() as session:
        row = session.scalars(select(ReleaseRow)).one()
    one.coded.append(repr((row.entry, row.statement)).encode())
    one.coded.append(repr(protected).encode())
    withdraw(world.coordinator, one.canary, row.id)
    given = ElsewhereInput(
        one.canary("elsewhere title"), DAY, elsewhere.OTHER, "2023", {"": 12}, subject=one.canary("subject")
    )
    elsewhere.add_elsewhere(world.coordinator, given)


def _window(one: Life, app: QApplication, name: str) -> None:
    """Open every page, type names into forms and into the search, and lock in the middle of it."""
    settings = Settings(one.home / "config" / "settings.json")
    running = Application(app, settings, clock=CLOCK, spawn=lambda _folder: None)
    running.start(one.place / name)
    running.open_desk(vaults.unlock(one.place / name, PASSWORD, CLOCK))
    assert running.session is not None
    window = running.session.window
    for key in [spec.key for spec in window.sidebar_specs()]:
        window.open(key)
        _until(lambda: not window.tasks.busy)
    people = persons.PersonList(running.session.desk).ids(one.canary("PersonInput.surname"))
    for person_id in people[:2]:
        window.open("dossier", f"person:{person_id}")
        _until(lambda: not window.tasks.busy)
    window.open("personen") if people else window.open("registers")
    window.focus_search()
    QTest.keyClicks(window.topbar.search, one.canary("PersonInput.surname"))
    _until(lambda: not window.tasks.busy)
    page = window.page()
    assert page is not None
    page.notice.show_text(one.canary("notice"), "warn")
    one.titles += [widget.windowTitle() for widget in QApplication.topLevelWidgets()]
    settings.save()
    put_away(running)


def _until(done: Callable[[], bool], seconds: float = 20) -> None:
    end = monotonic() + seconds
    while monotonic() < end:
        QTest.qWait(30)
        if done():
            return
    raise AssertionError("it took too long")


def _command_line(one: Life) -> None:
    """Ask everything of the command line too, as another process, with wrong and right passwords."""
    starter = (
        "import sys\nfrom casus.crypto import kdf\nfrom tests.helpers.vaults import ANY_COST\n"
        "kdf.PRODUCTION_LIMITS = ANY_COST\nfrom casus.__main__ import main\nsys.exit(main())\n"
    )
    report = ["report", str(one.place / "kantoor"), "--period", "2022-10..2023-10", "--out"]
    for arguments, password in (
        (["info", str(one.place / "kluis")], ""),
        (["verify", str(one.place / "kluis")], one.canary("wrong password")),
        (["verify", str(one.place / "kluis"), "--password-fd", "0"], PASSWORD),
        ([*report, str(one.place / "report" / "cli"), "--password-fd", "0"], PASSWORD),
    ):
        ran = subprocess.run(
            [sys.executable, "-c", starter, *arguments],
            input=password.encode(),
            capture_output=True,
            env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", "PYTHONUTF8": "1"},
            timeout=120,
            check=False,
        )
        one.said += ran.stdout.decode() + ran.stderr.decode()


# --- what is left ---------------------------------------------------------------------------------


def test_every_use_case_that_changes_something_was_used(life: Life) -> None:
    missing = {name for code, name in changing_use_cases().items() if code not in life.called}
    assert missing == {"settings.set_demo_moment"}  # a mark on demo vaults, without words
    assert len(life.canary.places) > 120


def test_the_canaries_really_are_in_the_vault(
    life: Life, cheap_kdf: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(life.home))
    desk = vaults.unlock(life.place / "kluis", PASSWORD, CLOCK)
    try:
        assert persons.PersonList(desk).ids(life.canary("PersonInput.surname"))
        assert drafts.load_draft(desk, "visit:1") == {"report": life.canary.text("outside draft")}
    finally:
        vaults.lock(desk)


def test_nothing_stands_in_clear_in_the_folder_of_a_vault(life: Life) -> None:
    folders = (life.place / "kluis", life.place / "kantoor")
    assert {path.name for path in folders[0].iterdir()} >= {"vault.db", "vault.key", "vault.key.bak"}
    assert search_files(folders) == []


def test_nothing_is_in_the_home_folder_not_in_log_settings_anchors_or_drafts(life: Life) -> None:
    names = {path.name for path in life.home.rglob("*") if path.is_file()}
    assert {"casus.log", "settings.json"} <= names
    assert any(name.endswith(".draft") for name in names)
    assert any(name.endswith(".anchor") for name in names)
    assert "KeyError" in (life.home / "log" / "casus.log").read_text(encoding="utf-8")
    assert search_files([life.home]) == []


def test_nothing_is_in_the_files_that_leave(life: Life) -> None:
    written = [path for path in (life.place / "report").rglob("*") if path.is_file()]
    assert {path.suffix for path in written} == {".pdf", ".ods", ".csv", ".json"}
    assert len(written) == 16
    packed = (path for path in written if path.suffix in (".pdf", ".ods"))
    assert all(len(list(contents(path.read_bytes()))) > 3 for path in packed)
    assert search_files([life.place / "report"]) == []


def test_nothing_is_in_a_contribution_or_the_ledger(life: Life) -> None:
    assert len(life.coded) == 3
    assert [hit for data in life.coded for hit in search_bytes(data)] == []


def test_nothing_is_in_the_audit_log(life: Life) -> None:
    assert len(life.audit) > 500
    assert search_text("\n".join(life.audit)) == []


def test_no_temporary_file_was_made_and_nothing_written_elsewhere(life: Life) -> None:
    assert list(life.temp.iterdir()) == []
    assert list(life.desk_folder.iterdir()) == []
    ours = tuple(str(life.place / name) for name in ("kluis", "kantoor", "report", "home"))
    strange = {path for path in life.opened if not path.startswith((*ours, os.devnull)) and "pyc" not in path}
    assert strange == set()
    assert search_text("\n".join(life.opened)) == []


def test_no_window_ever_had_one_in_its_title(life: Life) -> None:
    assert any(title.startswith("Casus · ") for title in life.titles)
    assert search_text("\n".join(life.titles)) == []


def test_no_expected_error_carries_one(life: Life) -> None:
    kinds = {type(error).__name__ for error in life.errors}
    assert {"InvalidForm", "InvalidInput", "StaleRecord", "WrongPassword", "NotAllowed"} <= kinds
    for error in life.errors:
        shown = f"{error} {error!r} {error.args!r} {error.data!r} {vars(error)!r}"
        shown += "".join(traceback.format_exception(error))
        shown += error_sentences.sentence(error, "nl") + error_sentences.sentence(error, "en")
        assert search_text(shown) == [], type(error)


def test_no_bug_tells_one_on_screen_in_the_log_or_by_the_database(life: Life) -> None:
    assert "Soort fout" in life.bug_words
    assert search_text(life.bug_words) == []
    assert len(life.raised) == 4
    assert search_text("\n".join(life.raised)) == []


def test_nothing_is_said_on_the_terminal(life: Life) -> None:
    assert "Vrijgave" in life.said or "vrijgave" in life.said
    assert search_text(life.said) == []


def test_no_password_or_recovery_code_is_anywhere(life: Life) -> None:
    places = [life.place]
    for secret in life.secrets:
        plain = secret.encode()
        for path in (path for place in places for path in place.rglob("*") if path.is_file()):
            assert plain not in path.read_bytes(), path
            assert secret.encode("utf-16-le") not in path.read_bytes(), path
        assert secret not in life.said
        assert all(secret not in f"{error} {error.data}" for error in life.errors)


SAVING = """
from tests.helpers.applications import put_away
from tests.helpers.canary import STEM
from casus.services import persons
from casus.services.inputs import PersonInput
from casus.services.owner import desk_of
from casus.vault.tables import Person
vault = Vault.open(folder, Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local)
desk = desk_of(vault, clock)
for number in range(40):
    given = PersonInput(f"{STEM}{number}", STEM, note=f"Verteld door {STEM}. " * 40)
    persons.register_person(desk, given, duplicates_checked=True)
with desk.changing() as session:
    for person in session.query(Person):
        person.note = f"Nog eens {STEM}. " * 400
    session.flush()
    say("halfway")
    sys.stdin.read()
"""


def test_a_killed_process_leaves_nothing_in_clear_not_even_in_its_journal(
    tmp_path: Path, cheap_kdf: None
) -> None:
    folder = tmp_path / "kluis"
    vaults.lock(vaults.create(NewVault(folder, PASSWORD, "G", "nl", "Marjan Visser", "rio"), CLOCK).desk)
    writing = start(SAVING, folder, tmp_path / "elders")
    assert writing.stdout is not None
    assert writing.stdout.readline() == "halfway\n", writing.communicate()
    writing.kill()
    writing.communicate()
    assert (folder / "vault.db-journal").stat().st_size > 10_000
    assert search_files([tmp_path]) == []
    desk = vaults.unlock(folder, PASSWORD, CLOCK)
    try:
        assert persons.PersonList(desk).total() == 40
        assert vaults.verify(desk).ok
    finally:
        vaults.lock(desk)
    assert search_files([tmp_path]) == []


@pytest.mark.parametrize(
    "hidden",
    [
        "Qwyxzebaaa",
        "qwyxzebaaa",
        "Qwyxzebaaa".encode("utf-16-le"),
        b"Qwyxzeb".hex().encode(),
        b"x6284917350x",
    ],
)
def test_the_search_finds_what_is_planted(tmp_path: Path, hidden: str | bytes) -> None:
    data = hidden.encode() if isinstance(hidden, str) else hidden
    (tmp_path / "a").write_bytes(os.urandom(5000) + data + os.urandom(5000))
    assert len(search_files([tmp_path])) == 1
