# SPDX-License-Identifier: EUPL-1.2
"""Connections to the encrypted database: none is handed out before it has proved that it encrypts.

On Linux a plain libsqlite3 that is loaded globally takes the place of SQLCipher without a word, accepts
`PRAGMA key` and writes plaintext (security.md 4.3). So every connection is questioned, in the order of
security.md 5.4, before anything is written; any wrong answer is EngineUnsafe.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from casus.errors import EngineUnsafe, VaultDamaged
from casus.vault.faults import database_errors
from casus.vault.info import is_plaintext

CIPHER_MAJOR = "4."
SQLITE_BUILD = "3.53.4"
"""The build whose crash suite was run (sqlcipher3 0.6.4); a bump changes this line and runs it again."""
LEAST_SQLITE = (3, 51, 3)
"""Older ones may lose a write-ahead log's data (security.md 4.1)."""
READING = "casus_reading"
_TIMEOUT_SECONDS = 5.0

PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("journal_mode", "TRUNCATE", "truncate"),
    ("synchronous", "EXTRA", 3),
    ("cache_size", "-65536", -65536),
    ("temp_store", "MEMORY", 2),
    ("secure_delete", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("recursive_triggers", "ON", 1),
    ("fullfsync", "ON", 1),
    ("checkpoint_fullfsync", "ON", 1),
    ("locking_mode", "NORMAL", "normal"),
    ("trusted_schema", "OFF", 0),
    ("mmap_size", "0", 0),
)
"""Name, value to set, value read back (security.md 1, decisions 3 and 4).

Without recursive triggers, INSERT OR REPLACE would get past the triggers of the audit log.
"""


def connect(database: Path, key: bytes) -> Any:
    """Return a DB-API connection that passed the guard.

    Raises EngineUnsafe(reason) when the engine is not the pinned, encrypting one: nothing was written then;
    VaultDamaged(part="database") when the key does not fit or the first page is damaged.
    """
    connection = dbapi2.connect(
        str(database), isolation_level=None, check_same_thread=False, timeout=_TIMEOUT_SECONDS
    )
    try:
        with database_errors():
            guard(connection, key)
    except BaseException:
        connection.close()
        raise
    return connection


def guard(connection: Any, key: bytes) -> None:
    """Question a fresh connection; raise as `connect` does."""
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    _require(str(_one(connection, "PRAGMA cipher_version") or "").startswith(CIPHER_MAJOR), "not_sqlcipher")
    connection.execute("PRAGMA cipher_log_level=NONE").fetchall()  # it would print page numbers on stderr
    version = str(_one(connection, "SELECT sqlite_version()"))
    _require(tuple(int(part) for part in version.split(".")) >= LEAST_SQLITE, "sqlite_too_old")
    _require(version == SQLITE_BUILD, "sqlite_not_pinned")
    options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    _require(bool(options & {"TEMP_STORE=2", "TEMP_STORE=3"}), "temp_store_build")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    for name, value, _ in PRAGMAS:
        connection.execute(f"PRAGMA {name}={value}").fetchall()
    for name, _, expected in PRAGMAS:
        _require(_one(connection, f"PRAGMA {name}") == expected, f"pragma_{name}")


def prove_encrypted(database: Path) -> None:
    """Check a newly written database from outside: not readable as SQLite, and not without its key."""
    _require(not is_plaintext(database), "plaintext_file")
    with closing(dbapi2.connect(str(database))) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except dbapi2.DatabaseError:
            return
    raise EngineUnsafe(reason="opens_without_key")


def new_engine(database: Path, key: bytes) -> Engine:
    """Return an engine whose connections all passed the guard; transactions are begun here, not by the driver.

    One connection stays open; a second one serves a reader beside it. An execution option `READING` makes a
    transaction read-only.
    """
    if is_plaintext(database):
        raise EngineUnsafe(reason="plaintext_file")
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=_creator(database, key),
        module=dbapi2,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=4,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def few_pages(connection: Connection) -> Iterator[None]:
    """Keep 4 MB of pages in memory at most while much is written: what is more goes to the encrypted file at once."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA cache_size=-4096")
    try:
        yield
    finally:
        driver.execute("PRAGMA cache_size=-65536")


def _creator(database: Path, key: bytes) -> Callable[[], Any]:
    def create() -> Any:
        if not database.exists():  # SQLite would make a new, empty one
            raise VaultDamaged(part="database", reason="missing")
        return connect(database, key)

    return create


def _begin(connection: Connection) -> None:
    reading = bool(connection.get_execution_options().get(READING))
    connection.exec_driver_sql(f"PRAGMA query_only={int(reading)}")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _one(connection: Any, statement: str) -> object:
    row = connection.execute(statement).fetchone()
    return None if row is None else row[0]


def _require(condition: bool, reason: str) -> None:
    if not condition:
        raise EngineUnsafe(reason=reason)
