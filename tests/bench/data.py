# SPDX-License-Identifier: EUPL-1.2
"""The vault everything is measured on, filled by the demo's generator, and the same rows in bare SQLite."""

import gc
import hashlib
import os
import shutil
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from tests.bench.place import NOW, VAULT, Place
from tests.helpers.vaults import ANY_COST, CHEAP, PASSWORD

if TYPE_CHECKING:
    from casus.services.desk import Desk
    from casus.vault import Vault

PERIOD = Period(date(2022, 10, 1), date(2023, 10, 31))
EARLIER = Period(date(2022, 10, 1), date(2023, 3, 31))
"""Released before, so that the release that is measured is attacked together with it."""
APPROACHES = {"top_x": 0.5, "local_pga": 0.3, "family": 0.1, "aftercare": 0.1}
WORKER = "b" * 32
SEED = 7
DAYS_BETWEEN_CONTACTS = 36
"""Gives about ten contacts per person."""

SOURCE = Path(__file__).resolve().parents[2] / "src" / "casus"
SHAPES_THE_DATA = ("counting", "crypto", "demo", "disclosure", "domain", "services", "vault")
SHAPES_HERE = ("data.py", "practice.py", "reports.py")

COORDINATOR = "coordinator"
LOCAL = "local"
WORKING = "working"
PLAIN = "plain.db"
KEYED = "keyed.db"
KEY = bytes(range(32))


def folder_of(persons: int, parent: Path) -> Path:
    """Return where the prepared data of this very code and size belong; other code gets another folder."""
    digest = hashlib.sha256()
    for name in SHAPES_HERE:
        digest.update((Path(__file__).parent / name).read_bytes())
    for package in SHAPES_THE_DATA:
        for path in sorted((SOURCE / package).rglob("*.py")):
            digest.update(path.read_bytes())
    return parent / f"{persons}-{digest.hexdigest()[:12]}"


def prepare(place: Place) -> float:
    """Make a worker's vault, its two bare copies and a coordinator's vault; return the seconds that took."""
    from tests.bench.practice import add_practice

    began = time.perf_counter()
    with closing(new_vault(place.folder, VAULT)) as vault:
        worker = new_desk(vault, "pga_expert")
        fill_worker(worker, place.persons)
        with closing(new_vault(place.folder, COORDINATOR)) as other:
            fill_coordinator(new_desk(other, "coordinator"), worker)
        add_practice(worker)
        copy_bare(vault, place.folder)
    return time.perf_counter() - began


def fill_worker(desk: "Desk", persons: int) -> None:
    """Invent the worker's dossiers, with reports as long as people write them."""
    from casus.demo.generate import fill, random_stories
    from casus.demo.words import Dice
    from tests.bench.reports import lend_reports

    lend_reports(SEED)
    stories = random_stories(Dice(SEED), persons, APPROACHES, PERIOD)
    fill(desk, stories, seed=SEED, period=PERIOD, contact_every=DAYS_BETWEEN_CONTACTS)


def fill_coordinator(desk: "Desk", worker: "Desk") -> None:
    """Fill the registers, carry the worker's rows over, and release the first half of the period."""
    from casus.demo.registers import register_records, staff_records
    from casus.demo.words import Dice
    from casus.services import reporting, team

    dice = Dice(SEED)
    with desk.changing() as session:
        session.add_all(staff_records(dice, PERIOD))
        session.add_all(register_records(dice, PERIOD))
    team.join(worker, KEY)
    for period in (EARLIER, PERIOD):
        reporting.receive(desk, reporting.contribute(worker, period))
    reporting.release(desk, reporting.protect(desk, EARLIER))


def new_vault(folder: Path, name: str) -> "Vault":
    """Make an empty vault, with a key derivation that takes no time."""
    from casus.vault import Vault

    vault, _ = Vault.create(
        folder / name,
        PASSWORD,
        clock=FixedClock(NOW),
        cost=CHEAP,
        limits=ANY_COST,
        local=folder / LOCAL,
    )
    return vault


def new_desk(vault: "Vault", role: str) -> "Desk":
    """Enter the owner of a new vault and return their desk."""
    from casus.services.records import Worker

    desk = desk_of(vault, role)
    with desk.changing() as session:
        session.add(
            Worker(id=WORKER, name="Bench", sort_key="bench", role=role, is_owner=True, in_register=False)
        )
    return desk


def open_vault(folder: Path, name: str = VAULT) -> "Vault":
    """Open a prepared vault."""
    from casus.vault import Secret, Vault

    secret = Secret.password(PASSWORD)
    return Vault.open(folder / name, secret, clock=FixedClock(NOW), limits=ANY_COST, local=folder / LOCAL)


def working_copy(place: Place) -> Path:
    """Return a folder with a copy of the vault that may be written to.

    It is made once for each run of the benchmark: copying some hundreds of megabytes for every process would take
    more time than all that is measured. What one process adds, a few hundred rows, the next one finds.
    """
    copy = place.folder / WORKING
    if not copy.exists():
        new = place.folder / f"{WORKING}.new"
        shutil.rmtree(new, ignore_errors=True)
        for name in (VAULT, LOCAL):
            shutil.copytree(place.folder / name, new / name)
        settle_on_disk(new)
        new.rename(copy)
    return copy


def forget_working_copy(folder: Path) -> None:
    """Take the copy away, so that measuring begins with what was prepared."""
    shutil.rmtree(folder / WORKING, ignore_errors=True)


def settle_on_disk(copy: Path) -> None:
    """Have fresh copies written out now; else the first save that waits for the disk waits for all of them."""
    for path in [copy, *copy.rglob("*")]:
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def desk_of(vault: "Vault", role: str = "pga_expert") -> "Desk":
    """Return the desk of a prepared vault's one worker.

    From here on Python collects no garbage by itself, as in the thread that asks the vault (`casus.gui.garbage`).
    """
    from casus.services.desk import Desk

    gc.disable()
    return Desk(vault, FixedClock(NOW), WORKER, role)


def copy_bare(vault: "Vault", folder: Path) -> None:
    """Copy all rows out of the vault: into plain SQLite, and from there into SQLCipher with a known key."""
    pooled = vault._engine.raw_connection()
    try:
        export(pooled.driver_connection, folder / PLAIN)
    finally:
        pooled.close()
    with closing(connect(folder / KEYED, KEY)) as keyed:
        keyed.execute("ATTACH DATABASE ? AS source KEY ''", (str(folder / PLAIN),))
        keyed.execute("SELECT sqlcipher_export('main', 'source')").fetchall()


def export(connection: Any, target: Path) -> None:
    """Write everything a connection sees to a database without a key."""
    connection.execute("PRAGMA query_only=0")
    connection.execute("ATTACH DATABASE ? AS target KEY ''", (str(target),))
    connection.execute("SELECT sqlcipher_export('target')").fetchall()
    connection.execute("DETACH DATABASE target")


def connect(database: Path, key: bytes | None) -> Any:
    """Connect as the vault does, or without a key and otherwise alike."""
    from casus.vault import engine

    if key is not None:
        return engine.connect(database, key)
    connection = dbapi2.connect(str(database), isolation_level=None)
    for name, value, _ in engine.PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    return connection
