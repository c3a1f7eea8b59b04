# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file, told with the file and the line."""

from pathlib import Path

from casus.errors import TableFileInvalid
from casus.services.printable import LONGEST, printable

_LISTS = ("known", "found", "among", "why")


def fault(reason: str, file: Path | str, line: int | None = None, **data: object) -> TableFileInvalid:
    """Return the error to raise; texts in `data` are made short and printable."""
    name = Path(file).name if isinstance(file, Path) else file
    place = printable(name, 200) if line is None else f"{printable(name, 200)}:{line}"
    longest = dict.fromkeys(_LISTS, 20 * LONGEST)
    safe = {
        key: printable(value, longest.get(key, LONGEST)) if isinstance(value, str) else value
        for key, value in data.items()
    }
    return TableFileInvalid(reason, place=place, **safe)
