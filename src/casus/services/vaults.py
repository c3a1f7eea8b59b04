# SPDX-License-Identifier: EUPL-1.2
"""Making, unlocking and locking a vault. Light to import: the database is loaded with the first vault."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casus.crypto import seal
from casus.crypto.kdf import KdfCost
from casus.crypto.password import Strength, strength
from casus.domain.clock import Clock
from casus.services.desk import Desk
from casus.vault.info import VaultInfo, read_info

if TYPE_CHECKING:
    from casus.vault import Secret
    from casus.vault.verify import VerifyResult

__all__ = [
    "Created",
    "NewVault",
    "OfficeKey",
    "PendingVault",
    "Strength",
    "VaultInfo",
    "add_escrow",
    "begin",
    "change_password",
    "confirm_recovery_code",
    "create",
    "failed_attempts",
    "inspect",
    "lock",
    "make_office_key",
    "new_recovery_code",
    "password_strength",
    "read_office_key",
    "recovery_confirmed",
    "remove_escrow",
    "set_password_with_recovery",
    "unlock",
    "unlock_with_office_key",
    "unlock_with_recovery",
    "verify",
]

_FILES = ("vault.key", "vault.key.bak", "vault.db", "vault.db-journal", "vault.lock")


@dataclass(frozen=True)
class NewVault:
    """What the first-run wizard asks; `role` is a code of list worker_role, `language` nl or en."""

    folder: Path
    password: str = field(repr=False)
    organisation: str
    language: str
    owner_name: str
    role: str


@dataclass(frozen=True)
class Created:
    """A finished vault, open, with the recovery code that opens it too."""

    desk: Desk
    recovery_code: str = field(repr=False)


@dataclass(frozen=True)
class OfficeKey:
    """The office's key pair: the public half goes into every vault, the sealed private half to the officer."""

    public_key: bytes
    public_text: str
    private_pem_sealed: str = field(repr=False)


class PendingVault:
    """A vault that is made but not finished: its recovery code has not been typed back yet."""

    def __init__(self, desk: Desk, recovery_code: str) -> None:
        self._desk = desk
        self.recovery_code = recovery_code

    def confirm(self, typed_code: str) -> Desk:
        """Finish: the code as typed from paper must open the vault once; return the open desk.

        Raises InvalidInput("recovery_code", …) on a typing error and WrongPassword on another code.
        """
        self._desk.vault.confirm_recovery_code(typed_code)
        return self._desk

    def discard(self) -> None:
        """Take away all that was made; a folder with anything else in it stays."""
        vault = self._desk.vault
        vault.close()
        for name in _FILES:
            (vault.folder / name).unlink(missing_ok=True)
        for folder in (vault.folder / "backups", vault.folder):
            with suppress(OSError):
                folder.rmdir()


def inspect(folder: Path) -> VaultInfo:
    """Describe a vault without its password. Raises NotAVault, VaultDamaged, VaultTooNew."""
    return read_info(folder)


def password_strength(text: str, known_words: tuple[str, ...] = ()) -> Strength:
    """Return how hard a password is to guess, 0-4; 3 is asked for. `known_words` are easy to guess."""
    return strength(text, known_words)


def begin(new: NewVault, clock: Clock, *, cost: KdfCost | None = None) -> PendingVault:
    """Make a vault with its owner and settings; it is finished when the recovery code is typed back.

    `cost` of the key derivation is measured on this computer when not given. Raises InvalidForm (fields of
    `NewVault`), WeakPassword, InvalidInput("password", …), VaultExists, DiskFull, VaultReadOnly, EngineUnsafe.
    """
    from casus.services import owner
    from casus.vault import Vault

    identity = owner.check(new.owner_name, new.role, new.organisation, new.language)
    vault, code = Vault.create(new.folder, new.password, clock=clock, cost=cost)
    return PendingVault(owner.settle(vault, clock, identity), code)


def create(new: NewVault, clock: Clock, *, cost: KdfCost | None = None) -> Created:
    """Make a finished vault without anyone typing the recovery code back (demo, command line); see `begin`."""
    pending = begin(new, clock, cost=cost)
    return Created(pending.confirm(pending.recovery_code), pending.recovery_code)


def unlock(
    folder: Path,
    password: str,
    clock: Clock,
    *,
    accept_older: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> Desk:
    """Open a vault with its password: one key derivation, then about 50 ms.

    `cancelled` is asked after the derivation (a lock request stops the unlocking). `accept_older` opens a
    copy that is behind what this computer last saw. Raises as `Vault.open`: WrongPassword, VaultDamaged,
    VaultTooNew, NotAVault, VaultInUse, VaultReadOnly, VaultOlderThanSeen, DiskFull, EngineUnsafe, Cancelled.
    """
    from casus.vault import Secret

    return _open(folder, Secret.password(password), clock, accept_older, cancelled)


def unlock_with_recovery(folder: Path, code: str, clock: Clock, *, accept_older: bool = False) -> Desk:
    """Open a vault with its recovery code as typed; raises InvalidInput("recovery_code", …) or as `unlock`."""
    from casus.vault import Secret

    return _open(folder, Secret.recovery(code), clock, accept_older, None)


def unlock_with_office_key(folder: Path, private_key: bytes, clock: Clock) -> Desk:
    """Open a vault with the office's private key; raises as `unlock`."""
    from casus.vault import Secret

    return _open(folder, Secret.escrow(private_key), clock, False, None)


def lock(desk: Desk) -> None:
    """Close the vault; harmless when it is closed already."""
    from casus.services import code_lists

    code_lists.use_none()
    desk.vault.close()


def change_password(desk: Desk, current: str, new: str) -> None:
    """Replace the password; the current one is asked again. Raises WrongPassword, WeakPassword, DiskFull."""
    desk.vault.change_password(current, new)


def set_password_with_recovery(desk: Desk, code: str, new: str) -> None:
    """Replace a forgotten password after unlocking with the recovery code. Raises as `change_password`."""
    desk.vault.reset_password(code, new)


def new_recovery_code(desk: Desk) -> str:
    """Replace the recovery code; the new one has to be confirmed by typing it back."""
    return desk.vault.new_recovery_code()


def confirm_recovery_code(desk: Desk, typed_code: str) -> None:
    """Confirm a recovery code by typing it back. Raises InvalidInput, WrongPassword."""
    desk.vault.confirm_recovery_code(typed_code)


def recovery_confirmed(desk: Desk) -> bool:
    """Return whether the recovery code was typed back; when not, the window asks to do so."""
    return desk.vault.recovery_confirmed


def failed_attempts(desk: Desk) -> tuple[datetime, ...]:
    """Return when someone tried to open this vault in vain since the last success."""
    return desk.vault.failed_attempts


def add_escrow(desk: Desk, public_key: bytes) -> None:
    """Let the office's key open this vault."""
    desk.vault.add_escrow(public_key)


def remove_escrow(desk: Desk) -> None:
    """Take the office's key away. Raises InvalidInput("escrow", "absent")."""
    desk.vault.remove_escrow()


def make_office_key(passphrase: str) -> OfficeKey:
    """Make the office's key pair; the private half leaves only sealed with the passphrase."""
    pair = seal.new_keypair()
    sealed = seal.export_private(pair.private, passphrase)
    return OfficeKey(pair.public, seal.public_to_text(pair.public), sealed)


def read_office_key(text: str) -> bytes:
    """Return the office's public key from its text. Raises InvalidInput("public_key", …) on a typing error."""
    return seal.public_from_text(text)


def verify(desk: Desk, progress: Callable[[float], None] | None = None) -> "VerifyResult":
    """Look at every page, table, audit entry and row; `progress` is given the part done, 0-1."""
    return desk.vault.verify(progress)


def _open(
    folder: Path,
    secret: "Secret",
    clock: Clock,
    accept_older: bool,
    cancelled: Callable[[], bool] | None,
) -> Desk:
    from casus.services import owner
    from casus.services.destruction import leftovers
    from casus.vault import Vault

    stop = cancelled or (lambda: False)
    vault: Vault = Vault.open(folder, secret, clock=clock, accept_older=accept_older, cancelled=stop)
    try:
        desk = owner.desk_of(vault, clock)
        leftovers.clear(desk)
    except BaseException:
        vault.close()
        raise
    return desk
