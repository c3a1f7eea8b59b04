# SPDX-License-Identifier: EUPL-1.2
"""Files of a vault on disk: made for the owner only, written whole or not at all, never through a link."""

import errno
import filecmp
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from casus.errors import DiskFull, NotAVault, VaultReadOnly, VaultUnreachable
from casus.vault.rights import FILE_MODE, FOLDER_MODE, close_to_others

HEADER = "vault.key"
HEADER_COPY = "vault.key.bak"
DATABASE = "vault.db"
JOURNAL = "vault.db-journal"
LOCK = "vault.lock"
BACKUPS = "backups"
_NEW = ".new"
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_REFUSED = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_IMPOSSIBLE = frozenset({errno.ENAMETOOLONG, errno.EINVAL})  # the latter on Windows: : * ? " < > |
_BUSY_ON_WINDOWS = frozenset({5, 32, 33})  # access denied, sharing violation, lock violation
_REPLACE_WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)  # 2.5 s: a virus scanner is done by then


@contextmanager
def disk_errors(place: Path) -> Iterator[None]:
    """Turn what the disk says into DiskFull, VaultReadOnly, NotAVault("missing") or VaultUnreachable."""
    try:
        yield
    except OSError as exc:
        code = errno.errorcode.get(exc.errno or 0, "unknown")
        if exc.errno in _FULL:
            raise DiskFull(folder=str(place)) from exc
        if exc.errno in _REFUSED:
            raise VaultReadOnly(folder=str(place), code=code) from exc
        if isinstance(exc, FileNotFoundError | NotADirectoryError):
            raise NotAVault(folder=str(place), reason="missing") from exc
        raise VaultUnreachable(folder=str(place), code=code) from exc


def require_name(folder: Path) -> None:
    """Raise NotAVault("name") when no folder can have this path: a sign no name may hold, or too long."""
    try:
        folder.lstat()
    except ValueError as exc:  # NUL, or a character that no file system can write
        raise NotAVault(reason="name") from exc
    except OSError as exc:  # any other trouble is told where the folder is used
        if exc.errno in _IMPOSSIBLE:
            raise NotAVault(reason="name") from exc


def make_folder(folder: Path) -> None:
    """Make a folder (or take an empty one) and close it to others."""
    folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    close_to_others(folder)


def require_space(folder: Path, needed: int) -> None:
    """Raise DiskFull(needed, free), both in bytes, when there is less than twice the room needed."""
    free = shutil.disk_usage(folder).free
    if free < 2 * needed:
        raise DiskFull(folder=str(folder), needed=2 * needed, free=free)


def read_bounded(path: Path, limit: int) -> bytes:
    """Return up to `limit` + 1 bytes of a file: one more than allowed shows that it is too long."""
    with path.open("rb") as file:
        return file.read(limit + 1)


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not exist, for the owner only, and wait until it is on the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags, FILE_MODE)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        sync(file.fileno())
    close_to_others(path)


def copy_checked(source: Path, target: Path) -> None:
    """Copy a file, wait until the copy is on the disk, read it back and compare; raise VaultUnreachable if not."""
    write_new(target, b"")
    shutil.copyfile(source, target)
    with target.open("rb+") as file:
        sync(file.fileno())
    if not filecmp.cmp(source, target, shallow=False):
        raise VaultUnreachable(folder=str(target.parent), code="read_back")


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file so that at every moment, power cut included, the old or the new one is there whole.

    Checks the room, writes beside it, waits for the disk, reads back and compares, replaces. Raises OSError
    or DiskFull, with the old file as it was; VaultUnreachable when the disk gives back something else.
    """
    require_space(path.parent, len(data))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}{_NEW}")
    try:
        write_new(beside, data)
        if beside.read_bytes() != data:
            raise VaultUnreachable(folder=str(path.parent), code="read_back")
        replace(beside, path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def replace(source: Path, target: Path) -> None:
    """Put `source` in the place of `target`; on Windows wait for a virus scanner to let go (≤ 2.5 s)."""
    for wait in _REPLACE_WAITS:
        try:
            source.replace(target)
            return
        except OSError as exc:
            if getattr(exc, "winerror", None) not in _BUSY_ON_WINDOWS:
                raise
            time.sleep(wait)
    source.replace(target)


def sync(descriptor: int) -> None:
    """Wait until a file is on the disk itself, also on macOS, where fsync does not say that."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # a share may not know it; fsync is the best there is then
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def sync_folder(folder: Path) -> None:
    """Wait until a folder's names are on the disk; Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what an interrupted `write_whole` left; call only while holding the lock."""
    for path in folder.glob(f".{HEADER}*{_NEW}"):
        with suppress(OSError):
            path.unlink()
