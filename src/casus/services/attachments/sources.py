# SPDX-License-Identifier: EUPL-1.2
"""Where a document comes from: a file, opened so that nothing but an ordinary file is ever read; or memory."""

import os
import stat
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from casus.errors import AttachmentRefused

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)  # a link put there in the meantime is not followed
    | getattr(os, "O_NONBLOCK", 0)  # a pipe put there in the meantime does not wait
    | getattr(os, "O_BINARY", 0)
)


@dataclass
class Opened:
    """A document being read: its bytes, and how many there were when it was opened."""

    stream: BinaryIO
    size: int

    def unchanged(self) -> bool:
        """Tell whether it is still what was opened."""
        return True


@dataclass
class _OpenedFile(Opened):
    found: os.stat_result

    def unchanged(self) -> bool:
        now = os.fstat(self.stream.fileno())
        return (now.st_size, now.st_mtime_ns) == (self.found.st_size, self.found.st_mtime_ns)


class Source(Protocol):
    """Something that can be added to a dossier."""

    @property
    def name(self) -> str:
        """What it is called, for a title."""
        ...

    def opened(self) -> AbstractContextManager[Opened]:
        """Give it opened for reading; raise AttachmentRefused when it is nothing to read."""
        ...


@dataclass(frozen=True)
class FileSource:
    """A file on disk."""

    path: Path

    @property
    def name(self) -> str:
        """The name of the file, without its folder."""
        return self.path.name

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        """Open the file. Raises AttachmentRefused: missing, link, folder, device, no_access."""
        try:
            _require_file(os.lstat(self.path))
            descriptor = os.open(self.path, _FLAGS)
        except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: a name no file can have
            raise AttachmentRefused("missing") from None
        except OSError:
            raise AttachmentRefused("no_access") from None
        with os.fdopen(descriptor, "rb", buffering=0) as file:
            found = os.fstat(descriptor)
            _require_file(found)
            yield _OpenedFile(file, found.st_size, found)


@dataclass(frozen=True)
class MemorySource:
    """Something that was never a file, such as a picture from the clipboard."""

    name: str
    content: bytes

    @contextmanager
    def opened(self) -> Iterator[Opened]:
        """Give the bytes as a stream."""
        with BytesIO(self.content) as stream:
            yield Opened(stream, len(self.content))


def _require_file(found: os.stat_result) -> None:
    """Refuse what is no ordinary file: opening a pipe would wait, a device has no end, a link leads elsewhere."""
    if stat.S_ISLNK(found.st_mode):
        raise AttachmentRefused("link")
    if stat.S_ISDIR(found.st_mode):
        raise AttachmentRefused("folder")
    if not stat.S_ISREG(found.st_mode):
        raise AttachmentRefused("device")
