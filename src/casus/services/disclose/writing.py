# SPDX-License-Identifier: EUPL-1.2
"""All files of a release at once or none: written aside, then the ledger, then each file put in its place.

The order is that of the rule "nothing is out that is not in the ledger": the ledger has the release before
the first file gets its name. When a file cannot be put in place, those that were are taken back, what they
replaced comes back, and then the ledger is as it was. If the power goes in between, the ledger has a release
of which files are missing: the next call gives the same figures again, and they are attacked with it.
"""

import errno
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from casus.errors import ExportFailed
from casus.vault.files import replace, sync, write_whole

_READABLE = 0o644
_REASONS = {
    errno.ENOENT: "no_folder",
    errno.ENOTDIR: "no_folder",
    errno.ENAMETOOLONG: "no_folder",
    errno.EEXIST: "no_folder",
    errno.EISDIR: "exists",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.EROFS: "read_only",
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
}


class Outbox:
    """Files on their way into a folder."""

    def __init__(self, folder: Path, *, overwrite: bool) -> None:
        """Make the folder; raises ExportFailed when it cannot be."""
        self._folder, self._overwrite = folder, overwrite
        self._made = [path for path in (folder, *folder.parents) if not path.exists()]
        self._aside = folder / f".casus-{secrets.token_hex(6)}.part"
        with disk_errors():
            folder.mkdir(parents=True, exist_ok=True)

    def send(
        self, files: Mapping[str, bytes], commit: Callable[[], None], undo: Callable[[], None]
    ) -> tuple[Path, ...]:
        """Put the files in place, after `commit`; on any failure call `undo` and leave all as it was."""
        refuse_existing(self._folder, files, overwrite=self._overwrite)
        try:
            with disk_errors():
                self._write(files)
                commit()
                self._place(files, undo)
        finally:
            shutil.rmtree(self._aside, ignore_errors=True)
        return tuple(self._folder / name for name in files)

    def abandon(self) -> None:
        """Remove the folders that were made for nothing."""
        for path in self._made:
            with suppress(OSError):
                path.rmdir()

    def _write(self, files: Mapping[str, bytes]) -> None:
        self._aside.mkdir(mode=0o700)
        for name, content in files.items():
            path = self._aside / name
            with path.open("xb") as file:
                file.write(content)
                file.flush()
                sync(file.fileno())
            path.chmod(_READABLE)

    def _place(self, files: Mapping[str, bytes], undo: Callable[[], None]) -> None:
        placed: list[str] = []
        try:
            for name in files:
                placed.append(name)
                self._take_aside(name)
                replace(self._aside / name, self._folder / name)
        except BaseException:
            if self._take_back(placed):
                undo()
            raise

    def _take_aside(self, name: str) -> None:
        if (self._folder / name).exists():
            replace(self._folder / name, self._aside / f"{name}.old")

    def _take_back(self, placed: list[str]) -> bool:
        """Bring back what was there; False when something new stayed in place."""
        whole = True
        for name in placed:
            try:
                if not (self._aside / name).exists():
                    (self._folder / name).unlink(missing_ok=True)
                if (self._aside / f"{name}.old").exists():
                    replace(self._aside / f"{name}.old", self._folder / name)
            except OSError:
                whole = False
        return whole


def refuse_existing(folder: Path, names: Iterable[str], *, overwrite: bool) -> None:
    """Raise ExportFailed("exists") when a file would be overwritten that may not be."""
    with disk_errors():
        for path in (folder / name for name in names):
            if path.is_dir() or (path.exists() and not overwrite):
                raise ExportFailed(reason="exists")


class Inside:
    """A file that stays inside, for its owner only; replaced by each release."""

    def __init__(self, path: Path | None, content: bytes) -> None:
        """Take the place (`None`: it is not kept) and the content."""
        self._path, self._content = path, content
        self._before: bytes | None = None

    def write(self) -> None:
        """Write it; raises OSError."""
        if self._path is not None:
            self._before = self._path.read_bytes() if self._path.exists() else None
            write_whole(self._path, self._content)

    def restore(self) -> None:
        """Bring back what was there before `write`."""
        if self._path is not None and self._before is None:
            self._path.unlink(missing_ok=True)
        elif self._path is not None and self._before is not None:
            write_whole(self._path, self._before)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Turn what the disk says into ExportFailed."""
    try:
        yield
    except OSError as error:
        raise ExportFailed(reason=_REASONS.get(error.errno or 0, "io")) from error
    except ValueError as error:  # a sign that no path may hold
        raise ExportFailed(reason="no_folder") from error
