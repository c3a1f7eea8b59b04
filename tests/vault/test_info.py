# SPDX-License-Identifier: EUPL-1.2
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from casus.crypto import header
from casus.domain.clock import FixedClock
from casus.errors import NotAVault, VaultDamaged, VaultError, VaultTooNew
from casus.vault import Secret, Vault
from casus.vault.info import read_info
from tests.helpers.vaults import PASSWORD


def test_a_vault_tells_its_outside_without_a_password(vault: Vault) -> None:
    vault.add_escrow(bytes(range(1, 33)))
    vault.close()
    info = read_info(vault.folder)
    assert info.vault_id == vault.vault_id
    assert (info.format_version, info.generation) == (1, 2)
    assert info.slots == ("escrow", "password", "recovery")
    assert info.size == (vault.folder / "vault.db").stat().st_size
    assert not info.header_from_copy
    (vault.folder / "vault.key").unlink()
    assert read_info(vault.folder).header_from_copy


def test_reading_it_does_not_load_the_database() -> None:
    """The unlock window is painted before SQLAlchemy, which takes half a second."""
    script = "import sys, casus.vault.info; print([m for m in ('sqlalchemy', 'alembic') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def plaintext(folder: Path) -> None:
    connection = dbapi2.connect(str(folder / "vault.db"))
    connection.execute("CREATE TABLE t(a)")
    connection.commit()
    connection.close()


def emptied(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink() if path.is_file() else path.rmdir()


def foreign(folder: Path) -> None:
    emptied(folder)
    (folder / "brief.odt").write_text("Geachte raad")


def without_header(folder: Path) -> None:
    (folder / "vault.key").unlink()
    (folder / "vault.key.bak").unlink()


def only_plaintext(folder: Path) -> None:
    emptied(folder)
    plaintext(folder)


def other_programs_key(folder: Path) -> None:
    (folder / "vault.key").write_bytes(b"-----BEGIN PRIVATE KEY-----")
    (folder / "vault.key.bak").write_bytes(b"")


def linked_database(folder: Path) -> None:
    (folder / "vault.db").rename(folder / "elders.db")
    try:
        (folder / "vault.db").symlink_to(folder / "elders.db")
    except OSError:
        pytest.skip("links need a right here")


def truncated_headers(folder: Path) -> None:
    for name in ("vault.key", "vault.key.bak"):
        (folder / name).write_bytes((folder / name).read_bytes()[:100])


def newer(folder: Path) -> None:
    data = bytearray((folder / "vault.key").read_bytes())
    data[9] = 2
    before = bytes(data[:-64])
    (folder / "vault.key").write_bytes(before + header.sha256(before).digest() + bytes(32))


@pytest.mark.parametrize(
    ("spoil", "error", "said"),
    [
        (shutil.rmtree, NotAVault, "missing"),
        (emptied, NotAVault, "empty"),
        (foreign, NotAVault, "foreign"),
        (other_programs_key, NotAVault, "foreign"),
        (without_header, NotAVault, "no_header"),
        (only_plaintext, NotAVault, "plaintext_database"),
        (linked_database, NotAVault, "symlink"),
        (lambda folder: (folder / "vault.db").unlink(), VaultDamaged, "missing"),
        (lambda folder: (folder / "vault.db").write_bytes(b""), VaultDamaged, "empty"),
        (truncated_headers, VaultDamaged, "length"),
        (newer, VaultTooNew, None),
    ],
    ids=[
        "missing",
        "empty",
        "foreign",
        "key of another program",
        "no header",
        "plaintext",
        "linked",
        "no database",
        "empty database",
        "truncated headers",
        "newer",
    ],
)
def test_what_is_no_sound_vault_says_which_and_stays_as_it_was(
    vault: Vault,
    clock: FixedClock,
    spoil: Callable[[Path], object],
    error: type[VaultError],
    said: str | None,
) -> None:
    vault.close()
    spoil(vault.folder)
    before = listing(vault.folder)
    with pytest.raises(error) as caught:
        Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)
    assert caught.value.data.get("reason") == said
    assert listing(vault.folder) == before
    with pytest.raises(error):
        read_info(vault.folder)


def listing(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder with what is in them, the lock left out."""
    found = folder.iterdir() if folder.exists() else []
    return {path.name: path.read_bytes() for path in found if path.is_file() and path.name != "vault.lock"}


def test_a_file_is_no_vault(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    with pytest.raises(NotAVault) as caught:
        read_info(tmp_path / "bestand")
    assert caught.value.data["reason"] == "not_a_folder"
