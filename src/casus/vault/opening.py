# SPDX-License-Identifier: EUPL-1.2
"""Opening a vault, step by step; whatever fails, nothing stays open or locked."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from casus.crypto.header import Header
from casus.crypto.kdf import KdfLimits
from casus.crypto.keys import ANCHOR_MAC, AUDIT_MAC, DATABASE, VaultKey, same
from casus.domain.clock import Clock
from casus.errors import Cancelled, VaultDamaged, VaultOlderThanSeen, WrongPassword
from casus.vault import anchor, attempts, audit_log, files, header_file, rights, schema
from casus.vault.anchor import Anchor
from casus.vault.audit_log import VAULT, Author, Head, Line
from casus.vault.engine import READING, new_engine
from casus.vault.faults import database_errors
from casus.vault.info import check_folder
from casus.vault.lockfile import LockFile
from casus.vault.secret import Secret
from casus.vault.sessions import WritingSession
from casus.vault.slot_keeper import GENERATION
from casus.vault.tables.audit import AuditEntry, VaultMeta

VAULT_ID = "vault_id"
SYSTEM = "system"
OLDER_ACCEPTED = "older_accepted"


@dataclass(frozen=True)
class Asked:
    """What is asked: which folder, where anchors are, the clock, the accepted key derivation costs."""

    folder: Path
    local: Path
    clock: Clock
    limits: KdfLimits
    accept_older: bool = False
    cancelled: Callable[[], bool] = lambda: False


@dataclass
class Opened:
    """An open vault's parts, on their way to `Vault`."""

    folder: Path
    local: Path
    limits: KdfLimits
    lock: LockFile
    header: Header
    key: VaultKey = field(repr=False)
    engine: Engine
    notices: list[str]
    failed_attempts: tuple[datetime, ...] = ()


def open_vault(asked: Asked, secret: Secret) -> Opened:
    """Open a vault; raises as Vault.open does."""
    folder = asked.folder
    check_folder(folder)
    notices: list[str] = []
    with ExitStack() as undo:
        with files.disk_errors(folder):
            rights.require_writable(folder)
            lock = LockFile(folder / files.LOCK)
            undo.callback(lock.release)
            files.sweep(folder)
            if rights.tighten(folder):
                notices.append("rights_tightened")
        header, key = _unlock(asked, secret, notices)
        engine = new_engine(folder / files.DATABASE, key.subkey(DATABASE))
        undo.callback(engine.dispose)
        _bring_up_to_date(asked, engine, notices)
        opened = Opened(folder, asked.local, asked.limits, lock, header, key, engine, notices)
        _compare_and_log(asked, secret, opened)
        if asked.cancelled():
            raise Cancelled
        undo.pop_all()
    return opened


def _unlock(asked: Asked, secret: Secret, notices: list[str]) -> tuple[Header, VaultKey]:
    """Open the header; note a failed attempt; put a lost or damaged header back from its copy."""
    try:
        header, key, from_copy = header_file.unlock(asked.folder, secret, asked.limits)
    except WrongPassword:
        vault_id = header_file.read(asked.folder).sealed.header.vault_id
        attempts.note(asked.local, vault_id, asked.clock.now())
        raise
    if asked.cancelled():
        raise Cancelled
    if from_copy:
        notices.append("header_from_copy")
    if header_file.copies_agree(asked.folder, key):
        header_file.write(asked.folder, header, key)
    return header, key


def _bring_up_to_date(asked: Asked, engine: Engine, notices: list[str]) -> None:
    """Compare the version of the tables; copy the file aside and upgrade when it is older."""
    with database_errors(), engine.connect().execution_options(**{READING: True}) as connection:
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    schema.require_known(found)
    if found == 0:
        raise VaultDamaged(part="database", reason="no_tables")
    if found < schema.CURRENT:
        engine.dispose()
        schema.keep_copy(asked.folder, found, asked.clock.now().strftime("%Y%m%dT%H%M%S"))
        schema.upgrade(engine)
        notices.append("upgraded")


def _compare_and_log(asked: Asked, secret: Secret, opened: Opened) -> None:
    """Compare with the header and the anchor, and make the opening itself an entry of the audit log."""
    vault_id, key = opened.header.vault_id, opened.key.subkey(AUDIT_MAC)
    tried = attempts.read(asked.local, vault_id)
    author = Author(key, vault_id, asked.clock, SYSTEM)
    with database_errors(), WritingSession(opened.engine, author) as session:
        _compare_header(session, opened)
        last = audit_log.head(session.connection(), vault_id, key)
        _compare_anchor(asked, opened, session, last)
        lines = [Line(notice, VAULT, vault_id) for notice in opened.notices]
        lines += [Line("failed_unlock", "attempt", _compact(moment)) for moment in tried]
        session.log([*lines, Line(f"unlocked_by_{secret.kind}", VAULT, vault_id)])
        session.commit()
        last = audit_log.head(session.connection(), vault_id, key)
    attempts.clear(asked.local, vault_id)
    anchor.write(asked.local, vault_id, opened.key.subkey(ANCHOR_MAC), Anchor(last.seq, last.digest))
    opened.failed_attempts = tried


def _compare_header(session: Session, opened: Opened) -> None:
    """Check that header and database are of one vault, and that the header was not put back to an older one."""
    stored_id, generation = session.get(VaultMeta, VAULT_ID), session.get(VaultMeta, GENERATION)
    if stored_id is None or generation is None or stored_id.value != opened.header.vault_id:
        raise VaultDamaged(part="header", reason="other_vault")
    if opened.header.gen < int(generation.value):
        opened.notices.append("header_older")


def _compare_anchor(asked: Asked, opened: Opened, session: Session, last: Head) -> None:
    """Raise VaultOlderThanSeen when the log is behind the anchor, or went another way from there."""
    vault_id, key = opened.header.vault_id, opened.key.subkey(ANCHOR_MAC)
    seen, damaged = anchor.read(asked.local, vault_id, key)
    if damaged:
        opened.notices.append("anchor_damaged")
    if seen is None:
        return
    entry = session.get(AuditEntry, seen.seq)
    if entry is not None and same(bytes(entry.digest), seen.head):
        return
    if not asked.accept_older:
        raise VaultOlderThanSeen(seen=seen.seq, found=last.seq)
    opened.notices.append(OLDER_ACCEPTED)


def _compact(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
