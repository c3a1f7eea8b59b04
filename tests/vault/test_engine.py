# SPDX-License-Identifier: EUPL-1.2
import ctypes.util
import glob
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2

from casus.errors import EngineUnsafe, VaultDamaged
from casus.vault import Vault, engine
from tests.helpers.processes import run
from tests.helpers.records import a_school

KEY = bytes(range(32))


def plain_library() -> str:
    """Return the system's own libsqlite3, the one that must not come between."""
    for pattern in ("/usr/lib/*/libsqlite3.so.0", "/usr/lib64/libsqlite3.so.0", "/usr/lib/libsqlite3.so.0"):
        for path in glob.glob(pattern):
            return path
    name = ctypes.util.find_library("sqlite3")
    if name is None or not sys.platform.startswith("linux"):
        pytest.skip("no plain libsqlite3 here (apt package libsqlite3-0); only Linux binds like this")
    return name


class Lying:
    """A connection that answers some questions otherwise."""

    def __init__(self, connection: Any, answers: dict[str, Any]) -> None:
        self.connection, self.answers, self.said = connection, answers, []

    def execute(self, statement: str) -> Any:
        self.said.append(statement)
        for start, answer in self.answers.items():
            if statement == start:
                return answer if not isinstance(answer, str) else self.connection.execute(answer)
        return self.connection.execute(statement)


class Rows(list[Any]):
    def fetchone(self) -> Any:
        return self[0] if self else None

    def fetchall(self) -> Any:
        return self


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    database = tmp_path / "vault.db"
    database.write_bytes(b"")
    return database


def refused(database: Path, answers: dict[str, Any]) -> str:
    connection = dbapi2.connect(str(database), isolation_level=None)
    with pytest.raises(EngineUnsafe) as caught:
        engine.guard(Lying(connection, answers), KEY)
    connection.close()
    assert database.stat().st_size == 0
    return str(caught.value.data["reason"])


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"PRAGMA cipher_version": Rows()}, "not_sqlcipher"),
        ({"PRAGMA cipher_version": Rows([("3.4.2",)])}, "not_sqlcipher"),
        ({"SELECT sqlite_version()": Rows([("3.51.1",)])}, "sqlite_too_old"),
        ({"SELECT sqlite_version()": Rows([("3.99.0",)])}, "sqlite_not_pinned"),
        ({"PRAGMA compile_options": Rows([("TEMP_STORE=1",)])}, "temp_store_build"),
        ({"PRAGMA temp_store=MEMORY": "PRAGMA temp_store=FILE"}, "pragma_temp_store"),
        ({"PRAGMA journal_mode=TRUNCATE": "PRAGMA journal_mode=MEMORY"}, "pragma_journal_mode"),
        ({"PRAGMA synchronous=EXTRA": "PRAGMA synchronous=OFF"}, "pragma_synchronous"),
        ({"PRAGMA secure_delete=ON": "PRAGMA secure_delete=OFF"}, "pragma_secure_delete"),
        ({"PRAGMA foreign_keys=ON": "PRAGMA foreign_keys=OFF"}, "pragma_foreign_keys"),
    ],
)
def test_an_engine_that_is_not_as_it_must_be_is_refused_before_the_first_write(
    empty: Path, answers: dict[str, Any], reason: str
) -> None:
    assert refused(empty, answers) == reason


def test_the_guard_asks_in_the_order_of_the_specification(empty: Path) -> None:
    watched = Lying(dbapi2.connect(str(empty), isolation_level=None), {})
    engine.guard(watched, KEY)
    said = [statement.split("=")[0].split('"')[0] for statement in watched.said]
    order = [
        "PRAGMA key",
        "PRAGMA cipher_version",
        "PRAGMA cipher_log_level",
        "SELECT sqlite_version()",
        "PRAGMA compile_options",
        "SELECT count(*) FROM sqlite_schema",
        "PRAGMA journal_mode",
    ]
    assert said[: len(order)] == order


def test_every_connection_has_the_decided_settings(vault: Vault) -> None:
    with vault.reading() as one, vault.reading() as other:
        for session in (one, other):
            for name, _, expected in engine.PRAGMAS:
                found = session.connection().exec_driver_sql(f"PRAGMA {name}").scalar_one()
                assert found == expected, name


def test_a_plain_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "vault.db"
    connection = dbapi2.connect(str(database))
    connection.execute("CREATE TABLE t(a)")
    connection.commit()
    connection.close()
    before = database.read_bytes()
    with pytest.raises(EngineUnsafe) as caught:
        engine.new_engine(database, KEY)
    assert caught.value.data["reason"] == "plaintext_file"
    with pytest.raises(EngineUnsafe):
        engine.prove_encrypted(database)
    assert database.read_bytes() == before


def test_a_new_database_that_opens_without_its_key_is_refused(tmp_path: Path) -> None:
    database = tmp_path / "vault.db"
    database.write_bytes(b"")
    with pytest.raises(EngineUnsafe) as caught:
        engine.prove_encrypted(database)
    assert caught.value.data["reason"] == "opens_without_key"


def test_another_key_is_damage_and_changes_nothing(vault: Vault) -> None:
    vault.close()
    database = vault.folder / "vault.db"
    before = database.read_bytes()
    with pytest.raises(VaultDamaged):
        engine.connect(database, KEY)
    assert database.read_bytes() == before


def test_a_database_that_went_away_is_not_made_anew(vault: Vault) -> None:
    with vault.reading() as session:
        held = session.connection()
        (vault.folder / "vault.db").rename(vault.folder / "weg.db")
        with pytest.raises(VaultDamaged), vault.reading() as other:
            other.connection()
        (vault.folder / "weg.db").rename(vault.folder / "vault.db")
        assert held.exec_driver_sql("SELECT 1").scalar_one() == 1


PRELOADED = """
from casus.errors import EngineUnsafe
from casus.vault import engine
import sqlcipher3.dbapi2 as driver
say(driver.connect(":memory:").execute("PRAGMA cipher_version").fetchall())
for act in (
    lambda: Vault.create(folder / "nieuw", PASSWORD, clock=clock, cost=CHEAP, limits=ANY_COST, local=local),
    lambda: Vault.open(folder / "kluis", Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local),
    lambda: engine.connect(folder / "leeg.db", bytes(32)),
):
    try:
        act()
        say("not refused")
    except EngineUnsafe as error:
        say(error.data["reason"])
say((folder / "leeg.db").stat().st_size)
say((folder / "nieuw").exists())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux binds symbols like this")
def test_a_plain_libsqlite3_that_comes_between_is_refused_before_the_first_write(
    vault: Vault, tmp_path: Path
) -> None:
    """Signal-Desktop#4513: without the guard, all from here on would be written in clear."""
    with vault.transaction("w1") as session:
        session.add(a_school())
    vault.close()
    place = tmp_path / "plaats"
    place.mkdir()
    vault.folder.rename(place / "kluis")
    (place / "leeg.db").write_bytes(b"")
    before = (place / "kluis" / "vault.db").read_bytes()
    preload = {"LD_PRELOAD": os.path.realpath(plain_library())}
    said = run(PRELOADED, place, tmp_path / "local", preload)
    assert said == ["[]", "not_sqlcipher", "not_sqlcipher", "not_sqlcipher", "0", "False"]
    assert (place / "kluis" / "vault.db").read_bytes() == before
