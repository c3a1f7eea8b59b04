# SPDX-License-Identifier: EUPL-1.2
"""`vault.key` and its copy `vault.key.bak` on disk: reading the one that is whole, writing both in turn.

The copy is there against damage, not as history: after a change of password it is brought up to date at
once, because an older copy would still open with the older password (security.md 2.2).
"""

from dataclasses import dataclass
from pathlib import Path

from casus.crypto import header
from casus.crypto.header import Header, SealedHeader
from casus.crypto.kdf import KdfLimits
from casus.crypto.keys import VaultKey
from casus.errors import NotAVault, VaultDamaged, VaultError
from casus.vault import files
from casus.vault.secret import Secret


@dataclass(frozen=True, slots=True)
class StoredHeader:
    """A header as found, and whether it had to come from the copy."""

    sealed: SealedHeader
    from_copy: bool


def read(folder: Path) -> StoredHeader:
    """Read the header, or its copy when it is missing or damaged.

    Raises NotAVault (no header at all, or a file of another program), VaultDamaged(part="header"),
    VaultTooNew.
    """
    first: VaultError | None = None
    for name, from_copy in ((files.HEADER, False), (files.HEADER_COPY, True)):
        path = folder / name
        if path.is_symlink():
            raise NotAVault(folder=str(folder), reason="symlink")
        if not path.exists():
            continue
        try:
            with files.disk_errors(folder):
                data = files.read_bounded(path, header.MAX_BYTES)
            return StoredHeader(header.parse(data), from_copy)
        except VaultDamaged as exc:
            first = first or exc
    if first is None:
        raise NotAVault(folder=str(folder), reason="no_header")
    if first.data.get("reason") == "magic":
        raise NotAVault(folder=str(folder), reason="foreign")
    raise first


def unlock(folder: Path, secret: Secret, limits: KdfLimits) -> tuple[Header, VaultKey, bool]:
    """Open the header with a secret; the last value tells whether the copy was used.

    Raises WrongPassword, VaultDamaged, VaultTooNew, NotAVault. A header that was tampered with gives way to
    its copy; one that the secret does not open never does, or an old copy would honour an old password.
    """
    found = read(folder)
    try:
        opened, key = found.sealed.open(secret.kind, secret.value, limits)
    except VaultDamaged:
        copy = folder / files.HEADER_COPY
        if found.from_copy or not copy.is_file():
            raise
        sealed = header.parse(files.read_bounded(copy, header.MAX_BYTES))
        opened, key = sealed.open(secret.kind, secret.value, limits)
        return opened, key, True
    return opened, key, found.from_copy


def write(folder: Path, new: Header, key: VaultKey) -> None:
    """Write a header and then its copy, each whole; raise OSError or a VaultError with the old one in place.

    The new bytes are opened in memory first: a header that cannot be read back is never written.
    """
    data = new.encode(key)
    if header.parse(data).authentic(key) != new:
        raise VaultDamaged(part="header", reason="encode")
    with files.disk_errors(folder):
        files.write_whole(folder / files.HEADER, data)
        files.write_whole(folder / files.HEADER_COPY, data)


def copies_agree(folder: Path, key: VaultKey) -> dict[str, str]:
    """Return what is wrong with the header and its copy, by file name: a code each; empty when nothing is."""
    wrong: dict[str, str] = {}
    seen: list[Header] = []
    for name in (files.HEADER, files.HEADER_COPY):
        try:
            seen.append(header.parse(files.read_bounded(folder / name, header.MAX_BYTES)).authentic(key))
        except VaultDamaged as exc:
            wrong[name] = str(exc.data["reason"])
        except OSError:
            wrong[name] = "missing"
    if len(seen) == 2 and seen[0] != seen[1]:
        wrong[files.HEADER_COPY] = "differs"
    return wrong
