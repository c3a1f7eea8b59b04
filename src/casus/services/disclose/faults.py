# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a file, told with the file and the line."""

from pathlib import Path

from casus.errors import TableFileInvalid

_LONGEST = 40
_LISTS = ("known", "found", "among", "why")


def fault(reason: str, file: Path | str, line: int | None = None, **data: object) -> TableFileInvalid:
    """Return the error to raise; texts in `data` are made short and printable."""
    name = Path(file).name if isinstance(file, Path) else file
    place = printable(name, 200) if line is None else f"{printable(name, 200)}:{line}"
    longest = dict.fromkeys(_LISTS, 20 * _LONGEST)
    safe = {
        key: printable(value, longest.get(key, _LONGEST)) if isinstance(value, str) else value
        for key, value in data.items()
    }
    return TableFileInvalid(reason, place=place, **safe)


def printable(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, without characters that steer a terminal, and not too long."""
    seen = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return seen if len(seen) <= longest else f"{seen[: longest - 1]}…"


def listed(names: object, most: int = 12) -> str:
    """Return names as `a, b, c`, the first `most` of them."""
    found = [printable(str(name)) for name in names]  # type: ignore[attr-defined]
    return ", ".join(found[:most]) + (", …" if len(found) > most else "")
