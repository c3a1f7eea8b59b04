# SPDX-License-Identifier: EUPL-1.2
"""Opens whatever file the user chose; what it is follows from its bytes, not from its name."""

import os
import stat
from pathlib import Path

from casus.errors import UnreadableFile
from casus.services.importing.csv_file import read_csv
from casus.services.importing.grid import Grid, Progress, no_progress
from casus.services.importing.limits import LIMITS, MEGABYTE, Limits
from casus.services.importing.ods_file import read_ods
from casus.services.importing.packed import opened
from casus.services.importing.xlsx_file import read_xlsx

_ZIP, _OLE, _PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF"
_EMPTY_ZIP = b"PK\x05\x06"


def read_file(
    path: Path,
    *,
    sheet: str = "",
    encoding: str = "",
    delimiter: str = "",
    limits: Limits = LIMITS,
    progress: Progress = no_progress,
) -> Grid:
    """Read a CSV, ODS or XLSX file, without ever writing any of it elsewhere.

    `sheet` chooses a sheet, `encoding` and `delimiter` overrule what was found out of a CSV file.

    Raises UnreadableFile with a reason: missing, not_a_file, no_access, too_big (`most` in MB), empty, old_excel
    (also: locked by Excel with a password), unknown_kind, locked, damaged, entities, bomb, encoding, quote
    (`first`: its line), rows, columns, text (`most`); Cancelled through `progress`.
    """
    try:
        head = _head(path, limits)
        if head.startswith((_ZIP, _EMPTY_ZIP)):
            return _with_lines(_packed(path, sheet, limits, progress))
        data = path.read_bytes()
    except FileNotFoundError:
        raise UnreadableFile("missing") from None
    except OSError:
        raise UnreadableFile("no_access") from None
    grid = read_csv(data, encoding=encoding, delimiter=delimiter, limits=limits, progress=progress)
    return _with_lines(grid)


def _head(path: Path, limits: Limits) -> bytes:
    """Return the first bytes of an ordinary file of a size that can be read."""
    try:
        found = path.stat()
    except ValueError:  # a zero character in the name
        raise UnreadableFile("missing") from None
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile("not_a_file")
    if found.st_size > limits.file:
        raise UnreadableFile("too_big", most=limits.file // MEGABYTE)
    if found.st_size == 0:
        raise UnreadableFile("empty")
    with path.open("rb") as file:
        head = os.read(file.fileno(), 8)
    if head.startswith(_OLE):
        raise UnreadableFile("old_excel")
    if head.startswith(_PDF):
        raise UnreadableFile("unknown_kind")
    return head


def _packed(path: Path, sheet: str, limits: Limits, progress: Progress) -> Grid:
    with opened(path, limits) as package:
        names = package.names
    if "content.xml" in names:
        return read_ods(path, sheet=sheet, limits=limits, progress=progress)
    if any(name.startswith("xl/") and name.endswith(".xml") for name in names):
        return read_xlsx(path, sheet=sheet, limits=limits, progress=progress)
    raise UnreadableFile("unknown_kind")


def _with_lines(grid: Grid) -> Grid:
    if not grid.lines and len(grid.sheets) < 2:
        raise UnreadableFile("empty")
    return grid
