# SPDX-License-Identifier: EUPL-1.2
"""New vaults without the making: made for real once in each process, then copied, key and all.

Two thousand tests begin with an empty vault, and making one (tables, slots, first entries) costs as much as
thirty saves. A copy is what `create` returns, to the byte; the second vault of a test is always a real one,
for no two vaults may have the same id.
"""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from casus.crypto import kdf
from casus.domain.clock import Clock, FixedClock
from tests.helpers.vaults import CHEAP, PASSWORD

if TYPE_CHECKING:
    from casus.crypto.header import Header
    from casus.crypto.keys import VaultKey
    from casus.services.desk import Desk
    from casus.vault import Vault
    from casus.vault.anchor import Anchor

BEGIN = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
"""When the copied vaults were made: the moment of the fixture `clock`."""


@dataclass(frozen=True)
class Ready:
    """A made vault that nobody has open: its folder, and what its maker had in memory."""

    folder: Path
    header: "Header"
    key: "VaultKey"
    seen: "Anchor"
    code: str
    desk: "Desk | None"

    def copy_to(self, folder: Path, clock: Clock) -> "Vault":
        """Return an open copy; this computer has seen it as its maker's had."""
        from casus.crypto.keys import ANCHOR_MAC, DATABASE
        from casus.vault import Vault, anchor, files, opening
        from casus.vault.engine import new_engine
        from casus.vault.lockfile import LockFile

        shutil.copytree(self.folder, folder)
        engine = new_engine(folder / files.DATABASE, self.key.subkey(DATABASE))
        local = anchor.local_folder()
        anchor.write(local, self.header.vault_id, self.key.subkey(ANCHOR_MAC), self.seen)
        lock = LockFile(folder / files.LOCK)
        parts = opening.Opened(
            folder, local, kdf.PRODUCTION_LIMITS, lock, self.header, self.key, engine, notices=[]
        )
        return Vault(parts, clock)


class ReadyVaults:
    """Makes each kind of vault once, in `place`."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._made: dict[str, Ready] = {}

    def empty(self, folder: Path, clock: Clock) -> "tuple[Vault, str]":
        """Return what `Vault.create` returns for `PASSWORD`."""
        ready = self._ready("empty", self._make_empty)
        return ready.copy_to(folder, clock), ready.code

    def desk(self, folder: Path, clock: Clock, role: str) -> "Desk":
        """Return what `vaults.create` returns for Marieke Visser in this role."""
        from casus.services import code_lists
        from casus.services.desk import Desk

        ready = self._ready(role, lambda at: self._make_desk(at, role))
        assert ready.desk is not None
        vault = ready.copy_to(folder, clock)
        code_lists.use_none()
        made = ready.desk  # a new desk, not a changed one: what is in force at a desk belongs to its vault
        return Desk(vault, clock, made.worker_id, made.role, made.language)

    def _ready(self, name: str, make: Callable[[Path], Ready]) -> Ready:
        if name not in self._made:
            self._made[name] = make(self._place / name)
        return self._made[name]

    def _make_empty(self, folder: Path) -> Ready:
        from casus.vault import Vault

        vault, code = Vault.create(folder, PASSWORD, clock=FixedClock(BEGIN))
        return _closed(vault, code, None)

    def _make_desk(self, folder: Path, role: str) -> Ready:
        from casus.services import vaults

        new = vaults.NewVault(folder, PASSWORD, "Gemeente Utrecht", "nl", "Marieke Visser", role)
        made = vaults.create(new, FixedClock(BEGIN), cost=CHEAP)
        return _closed(made.desk.vault, made.recovery_code, made.desk)


def _closed(vault: "Vault", code: str, desk: "Desk | None") -> Ready:
    from casus.crypto.keys import ANCHOR_MAC
    from casus.vault import anchor, header_file
    from casus.vault.secret import Secret

    vault.close()
    header, key, _from_copy = header_file.unlock(
        vault.folder, Secret.password(PASSWORD), kdf.PRODUCTION_LIMITS
    )
    seen, _forged = anchor.read(anchor.local_folder(), vault.vault_id, key.subkey(ANCHOR_MAC))
    assert seen is not None
    return Ready(vault.folder, header, key, seen, code, desk)
