# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from casus.domain.clock import FixedClock
from casus.errors import VaultInUse
from casus.vault import Secret, Vault
from casus.vault.lockfile import LockFile
from tests.helpers.processes import start
from tests.helpers.vaults import PASSWORD

HOLD = """
vault = Vault.open(folder, Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local)
say("open")
sys.stdin.read()
"""


def test_a_lock_is_taken_once_and_given_back(tmp_path: Path) -> None:
    lock = LockFile(tmp_path / "vault.lock")
    with pytest.raises(VaultInUse):
        LockFile(tmp_path / "vault.lock")
    lock.release()
    lock.release()
    LockFile(tmp_path / "vault.lock").release()


def test_a_file_left_behind_locks_nothing(tmp_path: Path) -> None:
    (tmp_path / "vault.lock").write_bytes(b"left by a crash")
    LockFile(tmp_path / "vault.lock").release()


def test_the_same_program_cannot_open_a_vault_twice(vault: Vault, clock: FixedClock) -> None:
    with pytest.raises(VaultInUse):
        Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
    assert vault.is_open


def test_another_program_keeps_a_vault_until_it_dies(vault: Vault, clock: FixedClock, tmp_path: Path) -> None:
    vault.close()
    holder = start(HOLD, vault.folder, tmp_path / "local")
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(VaultInUse):
        Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
    holder.kill()
    holder.communicate()
    Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock).close()
