# SPDX-License-Identifier: EUPL-1.2
"""What the window remembers on this computer: never anything about a person."""

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from casus.errors import ExportFailed
from casus.gui.theme.scale import MAXIMUM, MINIMUM

_Kept = TypeVar("_Kept", int, str)

LANGUAGES = ("nl", "en")
THEMES = ("system", "light", "dark", "contrast")
LOCK_MINUTES = (1, 15)


@dataclass(frozen=True, slots=True)
class ListState:
    """How a user left a list: sorting, column widths in pixels at 100 %, keys of columns that are not shown."""

    sort: str = ""
    descending: bool = False
    widths: tuple[int, ...] = ()
    hidden: tuple[str, ...] = ()


@dataclass(slots=True)
class Settings:
    """Preferences and window state; `path` is where they are kept, None keeps them nowhere."""

    path: Path | None = None
    language: str = "nl"
    theme: str = "system"
    font_percent: int = 100
    lock_minutes: int = 5
    last_vault: str = ""
    geometry: str = ""
    last_page: str = ""
    list_states: dict[str, ListState] = field(default_factory=dict)

    def save(self) -> None:
        """Write the file in one step (temporary file, flush, replace); raise ExportFailed when it cannot."""
        if self.path is None:
            return
        content = {key: value for key, value in asdict(self).items() if key != "path"}
        temporary = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("w", encoding="utf-8") as file:
                json.dump(content, file, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(self.path)
        except OSError as error:
            raise ExportFailed(reason="settings") from error


def load(path: Path) -> Settings:
    """Read the settings; a missing or damaged file, or a value out of range, gives the default."""
    settings = Settings(path)
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return settings
    if not isinstance(content, dict):
        return settings
    for spec in fields(Settings):
        value = content.get(spec.name)
        if spec.name in _CHECKS and _CHECKS[spec.name](value):
            setattr(settings, spec.name, value)
    settings.list_states = _list_states(content.get("list_states"))
    return settings


def _whole(low: int, high: int) -> Any:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 4096


_CHECKS = {
    "language": lambda value: value in LANGUAGES,
    "theme": lambda value: value in THEMES,
    "font_percent": _whole(MINIMUM, MAXIMUM),
    "lock_minutes": _whole(*LOCK_MINUTES),
    "last_vault": _text,
    "geometry": _text,
    "last_page": _text,
}


def _list_states(content: object) -> dict[str, ListState]:
    if not isinstance(content, dict):
        return {}
    states = {}
    for key, value in content.items():
        if isinstance(value, dict):
            sort = value.get("sort")
            states[key] = ListState(
                sort if isinstance(sort, str) else "",
                value.get("descending") is True,
                _all_of(int, value.get("widths")),
                _all_of(str, value.get("hidden")),
            )
    return states


def _all_of(kind: type[_Kept], found: object) -> tuple[_Kept, ...]:
    return tuple(one for one in found if isinstance(one, kind)) if isinstance(found, list) else ()
