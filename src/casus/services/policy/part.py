# SPDX-License-Identifier: EUPL-1.2
"""A part of a policy file, taken out key by key; what is wrong or left over is told with its line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any, TypeVar

from casus.domain.dates import FIRST_YEAR, LAST_YEAR
from casus.domain.text import clean_line
from casus.errors import InvalidInput, PolicyInvalid
from casus.services.printable import listed, printable
from casus.services.toml_lines import nearest

T = TypeVar("T")
_LONGEST_TEXT = 200
_LONGEST_KEY = 80
_LONGEST_DATA = 400


def wrong_at(name: str, line: int | None, reason: str, **data: object) -> PolicyInvalid:
    """Return the error about a place in a policy file; texts in `data` are made short and printable."""
    file = printable(name, 80)
    safe = {
        key: printable(value, _LONGEST_DATA) if isinstance(value, str) else value
        for key, value in data.items()
    }
    return PolicyInvalid(reason, place=file if line is None else f"{file}:{line}", line=line, **safe)


@dataclass
class Part:
    """The table of a policy file at `path`; `given` gathers the keys that were found, of all parts together."""

    file: str
    lines: Mapping[tuple[str, ...], int]
    path: tuple[str, ...]
    data: dict[str, Any]
    given: set[str]
    asked: set[str] = field(default_factory=set)

    def part(self, key: str) -> "Part":
        """Return the table under a key; an empty one when it is absent."""
        found = self._take(key, dict, "table")
        return self._below(key, {} if found is None else found)

    def parts(self) -> "dict[str, Part]":
        """Return every table in this one that was not asked for yet, by name; a bare key among them is refused."""
        names = [name for name in self.data if name not in self.asked]
        return {name: self.part(name) for name in names}

    def text(self, key: str, *, required: bool = False) -> str:
        """Return a line of text, "" when absent."""
        value = self._take(key, str, "text")
        if value is None or not value.strip():
            if required or value is not None:
                raise self.wrong("required", key)
            return ""
        if len(value) > _LONGEST_TEXT:
            raise self.wrong("text_too_long", key, most=_LONGEST_TEXT)
        try:
            return self._give(key, clean_line(key, value))
        except InvalidInput as error:
            raise self.wrong("bad_text", key) from error

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, None when absent."""
        value = self._take(key, list, "list")
        if value is None:
            return None
        if not all(isinstance(one, str) for one in value):
            raise self.wrong("not_a_list", key)
        return self._give(key, tuple(value))

    def whole(self, key: str, least: int, most: int, *, required: bool = False) -> int | None:
        """Return a whole number from `least` to `most`, None when absent."""
        value = self._take(key, int, "whole")
        if value is None:
            if required:
                raise self.wrong("required", key)
            return None
        if isinstance(value, bool):
            raise self.wrong("not_a_whole", key)
        if not least <= value <= most:
            raise self.wrong("out_of_range", key, least=least, most=most)
        return self._give(key, int(value))

    def yes(self, key: str) -> bool:
        """Return true or false; false when absent."""
        value = self._take(key, bool, "yes")
        return False if value is None else self._give(key, bool(value))

    def day(self, key: str, *, required: bool = False) -> date | None:
        """Return a date, None when absent."""
        value = self._take(key, date, "date")
        if value is None:
            if required:
                raise self.wrong("required", key)
            return None
        if type(value) is not date or not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise self.wrong("not_a_date", key)
        return self._give(key, value)

    def choice(self, key: str, among: tuple[str, ...]) -> str | None:
        """Return one of several words, None when absent."""
        value = self._take(key, str, "text")
        if value is not None and value not in among:
            raise self.wrong("not_a_choice", key, among=listed(among))
        return None if value is None else self._give(key, value)

    def close(self) -> None:
        """Tell of the first key that means nothing here."""
        for key in self.data:
            if key not in self.asked:
                near = get_close_matches(key[:_LONGEST_KEY], sorted(self.asked), 1)
                raise self.wrong("unknown_key", key, known=listed(near or sorted(self.asked), 20))

    def wrong(self, reason: str, *below: str, **data: object) -> PolicyInvalid:
        """Return the error about what stands at a key below this part."""
        path = (*self.path, *below)
        return wrong_at(self.file, nearest(self.lines, path), reason, key=".".join(path), **data)

    def _below(self, key: str, data: dict[str, Any]) -> "Part":
        return Part(self.file, self.lines, (*self.path, key), data, self.given)

    def _give(self, key: str, value: T) -> T:
        self.given.add(".".join((*self.path, key)))
        return value

    def _take(self, key: str, kind: type, name: str) -> Any:
        self.asked.add(key)
        value = self.data.get(key)
        if value is not None and not isinstance(value, kind):
            raise self.wrong(f"not_a_{name}", key)
        return value
