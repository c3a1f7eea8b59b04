# SPDX-License-Identifier: EUPL-1.2
"""A vault: an encrypted folder on the worker's own machine, and the only way to what is in it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from casus.crypto import kdf
from casus.crypto.kdf import KdfCost, KdfLimits
from casus.crypto.keys import ANCHOR_MAC, AUDIT_MAC, OWN_LABELS, VaultKey
from casus.domain.clock import Clock
from casus.errors import VaultError, VaultLocked
from casus.vault import anchor, audit_log, creation, finishing, opening, reappearing
from casus.vault.audit_log import VAULT, Author, Line, require_identifier
from casus.vault.engine import READING
from casus.vault.erasure import erased_digest
from casus.vault.faults import database_errors
from casus.vault.info import VaultInfo, read_info
from casus.vault.lockfile import LockFile
from casus.vault.secret import Secret
from casus.vault.sessions import ReadingSession, WritingSession
from casus.vault.slot_keeper import CONFIRMED, SlotKeeper
from casus.vault.tables.audit import VaultMeta
from casus.vault.tables.base import Record
from casus.vault.verify import Progress, VerifyResult, verify


def _never() -> bool:
    return False


class Vault(SlotKeeper):
    """An open vault. It holds the lock on its folder until `close`; after that everything raises VaultLocked.

    `notices` are codes of what opening met: header_from_copy, header_older, rights_tightened,
    anchor_damaged, older_accepted, upgraded, erased_again, erasure_finished. `failed_attempts` are the moments at which someone tried in
    vain since the last success.
    """

    def __init__(self, opened: opening.Opened, clock: Clock) -> None:
        """Take over what `create` or `open` prepared; not for use elsewhere."""
        self.folder: Path = opened.folder
        self.vault_id: str = opened.header.vault_id
        self.notices: tuple[str, ...] = tuple(opened.notices)
        self.failed_attempts: tuple[datetime, ...] = opened.failed_attempts
        self._limits: KdfLimits = opened.limits
        self._local = opened.local
        self._clock = clock
        self._key: VaultKey | None = opened.key
        self._engine: Engine | None = opened.engine
        self._lock: LockFile = opened.lock

    @staticmethod
    def create(
        folder: Path,
        password: str,
        *,
        clock: Clock,
        cost: KdfCost | None = None,
        limits: KdfLimits | None = None,
        local: Path | None = None,
    ) -> "tuple[Vault, str]":
        """Make a vault in a new or empty folder; return it open, with its recovery code.

        The code must be typed back (`confirm_recovery_code`) before the vault may count as finished. `cost`
        is measured on this computer when not given (a second or two), plus two key derivations. `local` is
        the folder for anchors (default: the user's local data folder).

        Raises WeakPassword, InvalidInput("password", …), VaultExists, DiskFull, VaultReadOnly,
        EngineUnsafe; what was made until then is taken away again.
        """
        asked = opening.Asked(folder, local or anchor.local_folder(), clock, limits or kdf.PRODUCTION_LIMITS)
        opened, code = creation.create(asked, password, cost)
        return Vault(opened, clock), code

    @staticmethod
    def open(
        folder: Path,
        secret: Secret,
        *,
        clock: Clock,
        limits: KdfLimits | None = None,
        local: Path | None = None,
        accept_older: bool = False,
        cancelled: Callable[[], bool] = _never,
    ) -> "Vault":
        """Open a vault: one key derivation, then about 50 ms.

        `cancelled` is asked after the derivation and before the vault is handed over: a lock request during
        unlocking makes this raise Cancelled, with nothing left open. `accept_older` opens a vault that is
        behind what this computer last saw, and says so in the audit log.

        Raises WrongPassword, VaultDamaged(part), VaultTooNew, NotAVault(reason), VaultInUse, VaultReadOnly,
        VaultOlderThanSeen(seen, found), DiskFull, EngineUnsafe, VaultUnreachable, Cancelled.
        """
        asked = opening.Asked(
            folder,
            local or anchor.local_folder(),
            clock,
            limits or kdf.PRODUCTION_LIMITS,
            accept_older=accept_older,
            cancelled=cancelled,
        )
        vault = Vault(opening.open_vault(asked, secret), clock)
        try:
            vault._erase_again()
        except BaseException:
            vault.close()
            raise
        return vault

    @staticmethod
    def info(folder: Path) -> VaultInfo:
        """Describe a vault without its password (see casus.vault.info)."""
        return read_info(folder)

    @property
    def is_open(self) -> bool:
        """Tell whether records can be read and written."""
        return self._engine is not None

    @property
    def recovery_confirmed(self) -> bool:
        """Tell whether the recovery code was typed back since it was made."""
        with self.reading() as session:
            found = session.get(VaultMeta, CONFIRMED)
        return found is not None and found.value == "1"

    def close(self) -> None:
        """Leave an anchor, close the database, give the folder free; harmless when already closed."""
        engine, key = self._engine, self._key
        if engine is None or key is None:
            return
        self._engine = self._key = None
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.callback(engine.dispose)
            with database_errors(), engine.connect().execution_options(**{READING: True}) as connection:
                last = audit_log.head(connection, self.vault_id, key.subkey(AUDIT_MAC))
            seen = anchor.Anchor(last.seq, last.digest)
            anchor.write(self._local, self.vault_id, key.subkey(ANCHOR_MAC), seen)

    @contextmanager
    def transaction(
        self, actor: str, reason: str | None = None, *, label: str = "change"
    ) -> Iterator[WritingSession]:
        """Give a session whose changes are all kept, with their audit entries, or not at all.

        Commits at the end, rolls back on any error. `actor` is an id, `label` a code for undo ("visit_logged"),
        `reason` what a person gave as reason. Raises StaleRecord(kind, record_id) when a record was changed
        since it was read, InvalidInput(field, rule) when a rule of the tables is broken, DiskFull, VaultLocked.
        """
        engine = self._open_engine()
        key = self._vault_key().subkey(AUDIT_MAC)
        author = Author(key, self.vault_id, self._clock, actor, reason, require_identifier(label))
        with database_errors(), WritingSession(engine, author) as session:
            try:
                yield session
                session.commit()
            except StaleDataError:
                session.rollback()
                raise session.stale_record(engine) from None
            except BaseException:
                session.rollback()
                raise

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that cannot write; it sees one state of the vault until it ends."""
        with database_errors(), ReadingSession(self._open_engine()) as session:
            yield session

    def log(self, session: Session, action: str, kind: str, record_id: str) -> None:
        """Write an entry about an act that changes nothing (viewed, exported, printed), in a transaction."""
        if not isinstance(session, WritingSession):
            raise TypeError("entries are written in a transaction")
        session.log(
            [Line(require_identifier(action), require_identifier(kind), require_identifier(record_id))]
        )

    def insert_many(
        self, session: Session, record_class: type[Record], rows: Iterable[Mapping[str, Any]]
    ) -> list[str]:
        """Insert many records of one kind with their entries, several times quicker than one by one.

        Keys are attribute names; what is missing gets its default. Returns the ids, in order.
        """
        if not isinstance(session, WritingSession):
            raise TypeError("records are written in a transaction")
        return session.insert_many(record_class, rows)

    @contextmanager
    def part_of(self, session: Session) -> Iterator[None]:
        """Let what is done within stand or fall by itself, inside a transaction that goes on either way."""
        if not isinstance(session, WritingSession):
            raise TypeError("there are parts of a transaction only")
        with session.part():
            yield

    def subkey(self, label: bytes) -> bytes:
        """Return the 32-byte key for a use: b"draft", b"ledger", b"rounding", b"pseudonym".

        The vault's own keys (database, MACs) are given to nobody: ValueError.
        """
        if label in OWN_LABELS:
            raise ValueError("a key of the vault itself")
        return self._vault_key().subkey(label)

    def erased_digest(self, kind: str, record_id: str) -> str:
        """Return the keyed digest by which a record that was erased is known again."""
        return erased_digest(self._vault_key().subkey(AUDIT_MAC), kind, record_id)

    def finish_erasure(self) -> bool:
        """Write the file anew after an erasure, and remove older copies; False when the disk refused for now.

        What was erased is gone from every table either way; this is tried again at every unlocking.
        """
        engine, key = self._open_engine(), self._vault_key().subkey(AUDIT_MAC)
        try:
            finishing.finish(engine, self.folder, self._local, self.vault_id, key)
        except VaultError:
            return False
        return True

    def erasure_pending(self) -> bool:
        """Tell whether the file is still to be written anew after an erasure."""
        return finishing.is_pending(self._open_engine())

    def _erase_again(self) -> None:
        """Erase what came back with an old copy, and finish what was interrupted."""
        if opening.OLDER_ACCEPTED in self.notices:
            key = self._vault_key().subkey(AUDIT_MAC)
            known = finishing.remembered(self._local, self.vault_id, key)
            with self.transaction(opening.SYSTEM, label="destroy") as session:
                if reappearing.erase(session, key, known, self._clock.today()):
                    self.notices += ("erased_again",)
                    self.log(session, "erased_again", VAULT, self.vault_id)
        if self.erasure_pending() and self.finish_erasure():
            self.notices += ("erasure_finished",)

    def verify(self, progress: Progress | None = None) -> VerifyResult:
        """Look at every page, table, entry and row (see casus.vault.verify)."""
        self._open_engine()
        return verify(self.folder, self.vault_id, self._vault_key(), progress)

    def _vault_key(self) -> VaultKey:
        if self._key is None:
            raise VaultLocked(folder=str(self.folder))
        return self._key

    def _open_engine(self) -> Engine:
        if self._engine is None:
            raise VaultLocked(folder=str(self.folder))
        return self._engine
