# SPDX-License-Identifier: EUPL-1.2
"""Making a vault, step by step; the header is written last, so that a half-made vault never opens."""

from contextlib import ExitStack, suppress
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Engine

from casus.crypto import kdf, recovery_code
from casus.crypto.header import Header
from casus.crypto.kdf import KdfCost
from casus.crypto.keys import ANCHOR_MAC, AUDIT_MAC, DATABASE, VaultKey
from casus.crypto.password import as_bytes, require_strong
from casus.crypto.slots import PASSWORD, RECOVERY, SecretSlot
from casus.errors import NotAVault, VaultExists
from casus.vault import anchor, audit_log, files, header_file, schema
from casus.vault.anchor import Anchor
from casus.vault.audit_log import VAULT, Author, Line
from casus.vault.engine import connect, new_engine, prove_encrypted
from casus.vault.faults import database_errors
from casus.vault.lockfile import LockFile
from casus.vault.opening import SYSTEM, VAULT_ID, Asked, Opened
from casus.vault.sessions import WritingSession
from casus.vault.slot_keeper import CONFIRMED, GENERATION
from casus.vault.tables.audit import VaultMeta

_LEAST_ROOM = 16 * 1024 * 1024


def create(asked: Asked, password: str, cost: KdfCost | None) -> tuple[Opened, str]:
    """Make a vault; raises as Vault.create does."""
    folder, secret = asked.folder, as_bytes(password)
    require_strong(password)
    _require_empty(folder)
    with ExitStack() as undo:
        with files.disk_errors(folder):
            if not folder.exists():
                undo.callback(_remove_folder, folder)
            files.make_folder(folder)
            files.require_space(folder, _LEAST_ROOM // 2)
            lock = LockFile(folder / files.LOCK)
        for name in (files.LOCK, files.DATABASE, files.JOURNAL, files.HEADER, files.HEADER_COPY):
            undo.callback(_remove, folder / name)
        undo.callback(lock.release)
        header, key, code = _new_header(asked, secret, cost or kdf.calibrate())
        engine = _new_database(folder, key)
        undo.callback(engine.dispose)
        _first_entry(asked, engine, header, key)
        prove_encrypted(folder / files.DATABASE)
        header_file.write(folder, header, key)
        opened = Opened(folder, asked.local, asked.limits, lock, header, key, engine, [])
        undo.pop_all()
    return opened, code


def _new_header(asked: Asked, secret: bytes, cost: KdfCost) -> tuple[Header, VaultKey, str]:
    asked.limits.check(cost)
    key, vault_id, code = VaultKey.new(), uuid4().hex, recovery_code.new_code()
    slots = (
        SecretSlot.make(PASSWORD, secret, key, vault_id, cost),
        SecretSlot.make(RECOVERY, recovery_code.secret_of(code), key, vault_id, cost),
    )
    return Header(1, vault_id, slots), key, code


def _new_database(folder: Path, key: VaultKey) -> Engine:
    """Make the file for the owner only, let the guard question the engine, then make the tables."""
    database = folder / files.DATABASE
    with files.disk_errors(folder):
        files.write_new(database, b"")
        (folder / files.BACKUPS).mkdir(mode=0o700, exist_ok=True)
    connect(database, key.subkey(DATABASE)).close()
    engine = new_engine(database, key.subkey(DATABASE))
    schema.upgrade(engine)
    return engine


def _first_entry(asked: Asked, engine: Engine, header: Header, key: VaultKey) -> None:
    author = Author(key.subkey(AUDIT_MAC), header.vault_id, asked.clock, SYSTEM)
    with database_errors(), WritingSession(engine, author) as session:
        session.add(VaultMeta(name=VAULT_ID, value=header.vault_id))
        session.add(VaultMeta(name=GENERATION, value=str(header.gen)))
        session.add(VaultMeta(name=CONFIRMED, value="0"))
        session.log([Line("vault_created", VAULT, header.vault_id)])
        session.commit()
        last = audit_log.head(session.connection(), header.vault_id, author.key)
    anchor.write(asked.local, header.vault_id, key.subkey(ANCHOR_MAC), Anchor(last.seq, last.digest))


def _require_empty(folder: Path) -> None:
    """Raise VaultExists when anything is at this place, NotAVault when it is a link, a file or no name."""
    files.require_name(folder)
    if folder.is_symlink():
        raise NotAVault(folder=str(folder), reason="symlink")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise NotAVault(folder=str(folder), reason="not_a_folder")
    with files.disk_errors(folder):
        if any(folder.iterdir()):
            raise VaultExists(folder=str(folder))


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _remove_folder(folder: Path) -> None:
    with suppress(OSError):
        (folder / files.BACKUPS).rmdir()
    with suppress(OSError):
        folder.rmdir()
