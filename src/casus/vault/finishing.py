# SPDX-License-Identifier: EUPL-1.2
"""What follows an erasure, outside its transaction: the file written anew, copies made before upgrades gone.

Erased content is overwritten with zeros at once (`secure_delete`, also of the search index). But when SQLite
moves rows between pages it may leave a part of one behind in a page's unused middle, so the whole file is
written anew. Interrupted at any moment it is done again at the next unlocking: a mark in the vault says so.
A keyed list of what was erased is kept on this computer, for when an old copy of the vault is put back.
"""

import hmac
import json
import shutil
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from sqlalchemy import Engine, text

from casus.crypto.keys import same
from casus.errors import CasusError
from casus.vault import files
from casus.vault.engine import READING
from casus.vault.erasure import PENDING
from casus.vault.faults import database_errors

_MAX_BYTES = 64 * 1024 * 1024
_IS_PENDING = text("SELECT 1 FROM vault_meta WHERE name = :name")
_DONE = text("DELETE FROM vault_meta WHERE name = :name")
_DIGESTS = text("SELECT DISTINCT erased_digest FROM destructions")


def is_pending(engine: Engine) -> bool:
    """Tell whether something was erased and the file not yet written anew."""
    with database_errors(), engine.connect().execution_options(**{READING: True}) as connection:
        return connection.execute(_IS_PENDING, {"name": PENDING}).first() is not None


def finish(engine: Engine, folder: Path, local: Path, vault_id: str, key: bytes) -> None:
    """Do all that follows an erasure, and take the mark away; harmless when there is none.

    Raises DiskFull and other vault errors: what was erased stays erased, the mark stays, and it is tried again.
    """
    with database_errors(), engine.connect().execution_options(**{READING: True}) as connection:
        erased = set(connection.scalars(_DIGESTS))
    remember(local, vault_id, key, erased)
    remove_copies(folder)
    _write_anew(engine, folder)
    with database_errors(), engine.begin() as connection:
        connection.execute(_DONE, {"name": PENDING})


def remove_copies(folder: Path) -> None:
    """Remove the copies of the vault that were made before upgrades: they hold who was erased."""
    with files.disk_errors(folder):
        for copy in sorted((folder / files.BACKUPS).glob("before-upgrade-*")):
            if copy.is_dir() and not copy.is_symlink():
                shutil.rmtree(copy)
        if (folder / files.BACKUPS).is_dir():
            files.sync_folder(folder / files.BACKUPS)


def _write_anew(engine: Engine, folder: Path) -> None:
    """Copy what is in use to a new file in the place of the old one; SQLite keeps this whole, power cut included."""
    with files.disk_errors(folder):
        files.require_space(folder, (folder / files.DATABASE).stat().st_size)
    with database_errors(), engine.connect() as connection:
        driver = connection.connection.driver_connection
        assert driver is not None
        driver.execute("PRAGMA query_only=0")
        driver.execute("VACUUM")


def remember(local: Path, vault_id: str, key: bytes, erased: Iterable[str]) -> bool:
    """Add to the list of erased records that this computer keeps; return whether it could be."""
    everything = sorted({*erased, *remembered(local, vault_id, key)})
    content = {"digests": everything, "mac": _mac(key, vault_id, everything)}
    try:
        files.make_folder(local)
        files.write_whole(_path(local, vault_id), json.dumps(content).encode("ascii"))
    except (OSError, CasusError):
        return False
    return True


def remembered(local: Path, vault_id: str, key: bytes) -> frozenset[str]:
    """Return the digests of what was erased, as this computer knows; a list that was altered counts as none."""
    with suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
        content = json.loads(files.read_bounded(_path(local, vault_id), _MAX_BYTES))
        digests = [str(one) for one in content["digests"]]
        if same(str(content["mac"]).encode(), _mac(key, vault_id, digests).encode()):
            return frozenset(digests)
    return frozenset()


def _path(local: Path, vault_id: str) -> Path:
    return local / f"{vault_id}.erased"


def _mac(key: bytes, vault_id: str, digests: list[str]) -> str:
    return hmac.digest(key, f"erased list\x00{vault_id}\x00{','.join(digests)}".encode(), sha256).hex()
