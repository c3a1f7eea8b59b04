# SPDX-License-Identifier: EUPL-1.2
"""What every test stands on: no display, no real home folder, a clock that stands still, quick vaults."""

import itertools
import logging
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
import pytest

from casus.domain.clock import FixedClock

if TYPE_CHECKING:
    from casus.services.desk import Desk
    from casus.vault import Vault
    from tests.helpers.ready_vaults import ReadyVaults

hypothesis.settings.register_profile("default", max_examples=30, deadline=None)
hypothesis.settings.register_profile("thorough", max_examples=1000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

HOME_VARIABLES = ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")
XDG_VARIABLES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR")


@pytest.fixture(scope="session", autouse=True)
def one_compiler() -> Iterator[None]:
    """Let all vaults of this process compile a query once."""
    from casus.vault import engine
    from tests.helpers.compiled import OneCompiler

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "create_engine", OneCompiler(engine.create_engine))
        yield


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for home folders that do not exist yet: pytest's own way looks through all that do."""
    street = tmp_path_factory.mktemp("homes")
    return (street / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def own_home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a home of its own: settings, local data, cache."""
    home = next(homes)
    home.mkdir(mode=0o700)
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(home))
    for name in XDG_VARIABLES:
        folder = home / name.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(name, str(folder))
    if sys.platform == "win32":  # there platformdirs asks the system, not the environment
        monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _name: str(home))
    return home


@pytest.fixture
def expected_warnings() -> None:
    """Ask for this in a test that must log a warning."""


@pytest.fixture(autouse=True)
def no_logged_warnings(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[pytest.LogCaptureFixture]:
    """Fail the test when anything logs a warning or worse that it did not ask for."""
    yield caplog
    if "expected_warnings" in request.fixturenames:
        return
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    if loud:
        pytest.fail(f"logged: {loud}")


@pytest.fixture
def clock() -> FixedClock:
    """Stand still at 1 November 2023, the month of the letter."""
    return FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))


@pytest.fixture
def cheap_kdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make new vaults quick, and let them be opened.

    Production has no switch for this: it reads the limits of `casus.crypto.kdf`, which only a test replaces.
    """
    from casus.crypto import kdf
    from tests.helpers.vaults import ANY_COST, CHEAP

    monkeypatch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
    monkeypatch.setattr(kdf, "calibrate", lambda *_most: CHEAP)


MakeVault = Callable[..., "Vault"]


@pytest.fixture(scope="session")
def ready_vaults(tmp_path_factory: pytest.TempPathFactory) -> "ReadyVaults":
    """New vaults to be copied: each kind is made once in each process."""
    from tests.helpers.ready_vaults import ReadyVaults

    return ReadyVaults(tmp_path_factory.mktemp("ready"))


@pytest.fixture
def make_vault(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, ready_vaults: "ReadyVaults"
) -> Iterator[MakeVault]:
    """Return a function that makes an open vault with `PASSWORD`; all are closed at the end.

    `make_vault(name=None, password=PASSWORD)` puts it in `tmp_path / name`; the recovery code of the last
    one made is in `make_vault.recovery_code`.
    """
    from casus.vault import Vault
    from tests.helpers.ready_vaults import BEGIN
    from tests.helpers.vaults import PASSWORD

    numbers = itertools.count(1)
    copied = False
    with ExitStack() as stack:

        def make(name: str | None = None, *, password: str = PASSWORD) -> "Vault":
            nonlocal copied
            folder = tmp_path / (name or f"kluis {next(numbers)}")
            if not copied and password == PASSWORD and clock.moment == BEGIN and not folder.exists():
                vault, code = ready_vaults.empty(folder, clock)
                copied = True
            else:
                vault, code = Vault.create(folder, password, clock=clock)
            stack.callback(vault.close)
            make.recovery_code = code  # type: ignore[attr-defined]
            return vault

        yield make


@pytest.fixture
def vault(make_vault: MakeVault) -> "Vault":
    """Give one open, empty vault."""
    return make_vault()


MakeDesk = Callable[..., "Desk"]


@pytest.fixture
def make_desk(
    tmp_path: Path, clock: FixedClock, cheap_kdf: None, ready_vaults: "ReadyVaults"
) -> Iterator[MakeDesk]:
    """Return a function that makes a vault with an owner, and gives their desk; all are closed at the end.

    `make_desk(role="rio", name="Marieke Visser")`; tests/helpers/builders.py fills it.
    """
    from casus.services import vaults
    from tests.helpers.ready_vaults import BEGIN
    from tests.helpers.vaults import CHEAP, PASSWORD

    numbers = itertools.count(1)
    copied: set[str] = set()
    with ExitStack() as stack:

        def make(role: str = "pga_expert", name: str = "Marieke Visser") -> "Desk":
            folder = tmp_path / f"bureau {next(numbers)}"
            if role not in copied and name == "Marieke Visser" and clock.moment == BEGIN:
                desk = ready_vaults.desk(folder, clock, role)
                copied.add(role)
            else:
                new = vaults.NewVault(folder, PASSWORD, "Gemeente Utrecht", "nl", name, role)
                desk = vaults.create(new, clock, cost=CHEAP).desk
            stack.callback(desk.vault.close)
            return desk

        yield make


@pytest.fixture
def desk(make_desk: MakeDesk) -> "Desk":
    """Give the desk of a PGA expert with an empty vault."""
    return make_desk()


@pytest.fixture(scope="session")
def demo_built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo team, built once for all processes of a run; never opened, only copied."""
    from tests.helpers.demo_desks import demo_folder

    own = tmp_path_factory.getbasetemp()
    return demo_folder(own.parent if os.environ.get("PYTEST_XDIST_WORKER") else own)


@pytest.fixture
def demo_desk(demo_built: Path, tmp_path: Path, cheap_kdf: None) -> Iterator["Callable[[str], Desk]"]:
    """Return a function that unlocks a copy of a demo worker's vault: pga-1, pga-2, rio or coordinator."""
    from casus.demo.team import PASSWORD
    from casus.domain.clock import SystemClock
    from casus.services import vaults
    from tests.helpers.demo_desks import copy_of

    with ExitStack() as stack:

        def unlock(member: str) -> "Desk":
            found = vaults.unlock(copy_of(demo_built, member, tmp_path), PASSWORD, SystemClock())
            stack.callback(found.vault.close)
            return found

        yield unlock


@pytest.fixture
def reopen(cheap_kdf: None) -> Iterator["Callable[[Desk], Desk]"]:
    """Return a function that closes a desk's vault and unlocks it again, as the next morning."""
    from casus.services import vaults
    from tests.helpers.vaults import PASSWORD

    with ExitStack() as stack:

        def again(desk: "Desk") -> "Desk":
            vaults.lock(desk)
            fresh = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
            stack.callback(fresh.vault.close)
            return fresh

        yield again
