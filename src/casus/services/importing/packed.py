# SPDX-License-Identifier: EUPL-1.2
"""Opens a packed office file safely: sizes are measured before and while unpacking, XML has no entities.

python-calamine would do, but makes room for the whole rectangle between the first and the last cell: a file
of 1 kB with one cell in XFD1048576 asks for 550 GB and ends the process (docs/decisions/0009).
"""

import errno
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from casus.errors import UnreadableFile
from casus.services.importing.grid import Progress, no_progress
from casus.services.importing.limits import MEGABYTE, Limits

_CHUNK = 1 << 16
_END, _END_64, _TAIL = b"PK\x05\x06", b"PK\x06\x07", 22 + 0xFFFF
_DIRECTORY = 4 * MEGABYTE
_DEEPEST = 100

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """An open packed file: its members, and how to walk through the XML of one."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits) -> None:
        self._archive, self._limits = archive, limits
        self.names = frozenset(archive.namelist())

    def walk(
        self, name: str, start: Start, end: End, text: Text | None = None, progress: Progress = no_progress
    ) -> None:
        """Walk through a member: `start(tag, attributes)`, `end(tag)`, `text(data)`, all without name spaces.

        Raises UnreadableFile "damaged" (missing or broken), "bomb" (unpacks to too much), "entities".
        """
        if name not in self.names:
            raise UnreadableFile("damaged")
        total = self._archive.getinfo(name).file_size
        if total > self._limits.unpacked:
            raise UnreadableFile("bomb", most=self._limits.unpacked // MEGABYTE)
        parser = _parser(start, end, text)
        done = 0
        with self._archive.open(name) as member:
            while chunk := member.read(_CHUNK):
                done += len(chunk)
                if done > self._limits.unpacked:
                    raise UnreadableFile("bomb", most=self._limits.unpacked // MEGABYTE)
                parser.Parse(chunk, False)
                progress(done, total)
        parser.Parse(b"", True)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[Package]:
    """Open a packed file to read in place; all that can be wrong with it is raised as UnreadableFile."""
    try:
        with path.open("rb") as file:
            _refuse_huge_directory(file)
            with zipfile.ZipFile(file) as archive:
                yield Package(archive, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, expat.ExpatError, ValueError):
        raise UnreadableFile("damaged") from None
    except OSError as error:
        if error.errno == errno.EINVAL:  # a place before the beginning of the file
            raise UnreadableFile("damaged") from None
        raise
    except (RuntimeError, NotImplementedError):  # locked with a password; packed in an unusual way
        raise UnreadableFile("locked") from None


def beside(part: str, target: str) -> str:
    """Return the member that `part` refers to as `target`; an absolute one counts from the root."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target)).lstrip("/")


def _refuse_huge_directory(file: BinaryIO) -> None:
    """Look at the end of the file before zipfile reads a list of a million members into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < 22 or _END_64 in tail:
        raise UnreadableFile("damaged")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > _DIRECTORY:
        raise UnreadableFile("bomb", most=_DIRECTORY // MEGABYTE)


def _parser(start: Start, end: End, text: Text | None) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    depth = 0

    def opening(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise UnreadableFile("damaged")
        start(_local(tag), {_local(name): value for name, value in attributes.items()})

    def closing(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(_local(tag))

    parser.StartElementHandler = opening
    parser.EndElementHandler = closing
    parser.StartDoctypeDeclHandler = _refuse_declarations
    if text is not None:
        parser.CharacterDataHandler = text
    return parser


def _refuse_declarations(*_declared: object) -> None:
    raise UnreadableFile("entities")


def _local(name: str) -> str:
    return name.rpartition("}")[2]
