# SPDX-License-Identifier: EUPL-1.2
"""What can be said of a vault without a password, and without loading the database (0.5 s)."""

from dataclasses import dataclass
from pathlib import Path

from casus.crypto.header import Header
from casus.errors import NotAVault, VaultDamaged
from casus.vault import files, header_file

_PLAIN_SQLITE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class VaultInfo:
    """A vault from outside; `size` is the database in bytes, `slots` the kinds of ways in.

    Nothing here is proven: the header's MAC can be checked only with its key.
    """

    folder: Path
    vault_id: str
    format_version: int
    generation: int
    slots: tuple[str, ...]
    size: int
    header_from_copy: bool


def read_info(folder: Path) -> VaultInfo:
    """Describe a vault folder.

    Raises NotAVault(reason: name, missing, not_a_folder, symlink, empty, foreign, no_header,
    plaintext_database), VaultDamaged(part: header or database), VaultTooNew.
    """
    check_folder(folder)
    found = header_file.read(folder)
    header: Header = found.sealed.header
    return VaultInfo(
        folder=folder,
        vault_id=header.vault_id,
        format_version=found.sealed.version,
        generation=header.gen,
        slots=tuple(sorted(slot.kind for slot in header.slots)),
        size=(folder / files.DATABASE).stat().st_size,
        header_from_copy=found.from_copy,
    )


def check_folder(folder: Path) -> None:
    """Raise NotAVault or VaultDamaged unless this looks like a vault, before anything in it is touched."""
    files.require_name(folder)
    with files.disk_errors(folder):
        if folder.is_symlink():
            raise NotAVault(folder=str(folder), reason="symlink")
        if folder.exists() and not folder.is_dir():
            raise NotAVault(folder=str(folder), reason="not_a_folder")
        names = {path.name for path in folder.iterdir()}
        database = folder / files.DATABASE
        if not names & {files.HEADER, files.HEADER_COPY}:
            raise NotAVault(folder=str(folder), reason=_without_header(names, database))
        _require_files(folder)
        if files.DATABASE not in names:
            raise VaultDamaged(part="database", reason="missing")
        if database.stat().st_size == 0:
            raise VaultDamaged(part="database", reason="empty")


def _require_files(folder: Path) -> None:
    """Raise NotAVault when one of our names is a link, or a folder or pipe that would keep us waiting."""
    for name in (files.HEADER, files.HEADER_COPY, files.DATABASE, files.JOURNAL, files.LOCK):
        path = folder / name
        if path.is_symlink():
            raise NotAVault(folder=str(folder), reason="symlink")
        if path.exists() and not path.is_file():
            raise NotAVault(folder=str(folder), reason="foreign")


def is_plaintext(database: Path) -> bool:
    """Tell whether a file is an ordinary SQLite database, which a vault never is."""
    return files.read_bounded(database, len(_PLAIN_SQLITE)).startswith(_PLAIN_SQLITE)


def _without_header(names: set[str], database: Path) -> str:
    if files.DATABASE in names:
        return "plaintext_database" if is_plaintext(database) else "no_header"
    return "foreign" if names else "empty"
