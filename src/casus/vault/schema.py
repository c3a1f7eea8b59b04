# SPDX-License-Identifier: EUPL-1.2
"""Which version of the tables a database has: a number in its `user_version`, read without Alembic."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from casus.errors import VaultTooNew
from casus.vault import files
from casus.vault.faults import database_errors

CURRENT = 1
"""The number of the newest file in migrations/versions."""


def version_of(connection: Any) -> int:
    """Return the version of an open DB-API connection's database; 0 when it holds nothing yet."""
    with database_errors():
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def require_known(found: int) -> None:
    """Raise VaultTooNew when a newer Casus made the tables."""
    if found > CURRENT:
        raise VaultTooNew(found=found, supported=CURRENT)


def upgrade(engine: Engine) -> None:
    """Bring the tables to the current version, all steps in one transaction."""
    from casus.vault.migrations import run  # Alembic takes a second to load

    with database_errors(), engine.begin() as connection:
        run(connection)
        _set_version(connection, CURRENT)


def keep_copy(folder: Path, found: int, moment: str) -> Path:
    """Copy the closed, still encrypted database and its header aside before an upgrade; return the folder.

    Raises DiskFull before anything is written when there is no room.
    """
    target = folder / files.BACKUPS / f"before-upgrade-{found}-{moment}"
    with files.disk_errors(folder):
        files.require_space(folder, (folder / files.DATABASE).stat().st_size)
        files.make_folder(target)
        for name in (files.DATABASE, files.HEADER):
            files.copy_checked(folder / name, target / name)
        files.sync_folder(target)
    return target


def _set_version(connection: Connection, number: int) -> None:
    connection.exec_driver_sql(f"PRAGMA user_version={number:d}")
