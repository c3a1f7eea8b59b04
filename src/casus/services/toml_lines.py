# SPDX-License-Identifier: EUPL-1.2
"""On which line of a TOML file a key stands; the reader of the standard library does not tell."""

import re
from collections.abc import Mapping

Path = tuple[str, ...]

_NAME = r"""(?:"(?:[^"\\]|\\.)*"|'[^']*'|[A-Za-z0-9_-]+)"""
_DOTTED = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"^\s*\[\[?\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"^\s*({_DOTTED})\s*=")
_ONE = re.compile(_NAME)


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line of every header and key that begins a line, by its path."""
    found: dict[Path, int] = {}
    header: Path = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _HEADER.match(line):
            header = _path(match[1])
            _note(found, (), header, number)
        elif match := _KEY.match(line):
            _note(found, header, _path(match[1]), number)
    return found


def _note(found: dict[Path, int], above: Path, path: Path, number: int) -> None:
    for length in range(1, len(path) + 1):
        found.setdefault((*above, *path[:length]), number)


def nearest(lines: Mapping[Path, int], path: Path) -> int | None:
    """Return the line of a path, or of the nearest one above it."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
    return None


def _path(dotted: str) -> Path:
    return tuple(name[1:-1] if name[0] in "\"'" else name for name in _ONE.findall(dotted))
