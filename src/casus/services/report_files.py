# SPDX-License-Identifier: EUPL-1.2
"""Files for others: written whole or not at all, never over an existing one unless asked."""

import errno
import os
import secrets
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from casus.errors import ExportFailed
from casus.vault.files import replace, sync

_READABLE = 0o644
"""A released report is for others; the program's own umask keeps everything else closed."""
_REASONS = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.ENAMETOOLONG: "no_folder",
    errno.EEXIST: "exists",
    errno.EISDIR: "exists",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


def write(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write a file that others may read; raises as `write_pieces`."""
    write_pieces(path, (content,), overwrite=overwrite)


def write_pieces(path: Path, pieces: Iterable[bytes], *, overwrite: bool = False) -> None:
    """Write a file piece by piece so that others find it whole or not at all; what goes wrong in `pieces` passes on.

    Raises ExportFailed(reason): exists (and `overwrite` is false), no_folder, read_only, disk_full, io.
    What was there is unchanged then, and no half file is left behind.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.part")
    with _disk_errors():
        if not overwrite:
            _claim(path)
        try:
            _write_through(beside, pieces)
            replace(beside, path)
        except BaseException:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            if not overwrite:
                with suppress(OSError):
                    path.unlink(missing_ok=True)
            raise


def _claim(path: Path) -> None:
    """Make the file, empty, unless there is one; two writers at once cannot both succeed."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))


def _write_through(path: Path, pieces: Iterable[bytes]) -> None:
    with path.open("xb") as file:
        file.writelines(pieces)
        file.flush()
        sync(file.fileno())
    if sys.platform != "win32":
        path.chmod(_READABLE)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportFailed(reason=_REASONS.get(error.errno or 0, "io")) from error
    except ValueError as error:  # a sign that no path may hold
        raise ExportFailed(reason="no_folder") from error
