# SPDX-License-Identifier: EUPL-1.2
"""A section of the TOML description, taken out key by key; what is wrong or left over is told with its line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from casus.disclosure import Text
from casus.errors import TableFileInvalid
from casus.services.disclose.faults import fault
from casus.services.disclose.spec import Rows
from casus.services.printable import listed
from casus.services.toml_lines import nearest


@dataclass
class Section:
    """A table of the description at `path`; `close` tells of keys that nobody asked for."""

    file: Path
    lines: Mapping[tuple[str, ...], int]
    path: tuple[str, ...]
    data: dict[str, Any]
    asked: set[str] = field(default_factory=set)

    def below(self, key: str) -> "dict[str, Section]":
        """Return the sections under a key, by name."""
        found = self._take(key, dict, "section") or {}
        for name, data in found.items():
            if not isinstance(data, dict):
                raise self.wrong("not_a_section", (key, name))
        return {
            name: Section(self.file, self.lines, (*self.path, key, name), data)
            for name, data in found.items()
        }

    def text(self, key: str, default: str = "") -> str:
        """Return a text, `default` when absent; numbers and dates are taken as they are written."""
        value = self._get(key)
        return default if value is None else self._plain(value, key)

    def optional(self, key: str) -> str | None:
        """Return a text or `None`."""
        return self.text(key) or None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one text is a list of one."""
        value = self._get(key)
        if value is None:
            return ()
        found = value if isinstance(value, list) else [value]
        return tuple(self._plain(one, key) for one in found)

    def rows(self, key: str) -> Rows | None:
        """Return a table of lists of texts, `None` when absent."""
        value = self._take(key, dict, "section")
        return None if value is None else self.as_rows(value, key)

    def as_rows(self, value: object, key: str) -> Rows:
        """Return a table of lists of texts from what stands under a key."""
        if not isinstance(value, dict):
            raise self.wrong("not_a_section", (key,))
        found = {}
        for name, members in value.items():
            many = members if isinstance(members, list) else [members]
            found[name] = tuple(self._plain(member, key, name) for member in many)
        return found

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`."""
        value = self._take(key, int, "whole")
        if value is None:
            return default
        if isinstance(value, bool) or not least <= value <= most:
            raise self.wrong("number_out_of_range", (key,), least=least, most=most)
        return int(value)

    def yes(self, key: str) -> bool | None:
        """Return true or false, `None` when absent."""
        value = self._take(key, bool, "yes")
        return None if value is None else bool(value)

    def choice(self, key: str, default: str, among: tuple[str, ...]) -> str:
        """Return one of several words."""
        value = self.text(key, default)
        if value not in among:
            raise self.wrong("not_a_choice", (key,), value=value, among=listed(among))
        return value

    def label(self, key: str, default: str | None = None) -> Text | None:
        """Return a text in both languages, given once or as `{ nl = "…", en = "…" }`."""
        value = self._get(key)
        if value is None:
            return None if default is None else {"nl": default, "en": default}
        return self.as_label(value, key)

    def as_label(self, value: object, key: str) -> Text:
        """Return a text in both languages from what stands under a key."""
        if isinstance(value, dict):
            if not value or not value.keys() <= {"nl", "en"}:
                raise self.wrong("not_a_label", (key,))
            words = {language: self._plain(text, key, language) for language, text in value.items()}
            one = next(iter(words.values()))
            return {"nl": words.get("nl", one), "en": words.get("en", one)}
        words_in_both = self._plain(value, key)
        return {"nl": words_in_both, "en": words_in_both}

    def labels(self, key: str) -> Mapping[str, Text]:
        """Return labels by code."""
        value = self._take(key, dict, "section") or {}
        return {str(code): self.as_label(words, key) for code, words in value.items()}

    def day(self, key: str) -> date | None:
        """Return a date, written bare or as a text."""
        value = self._get(key)
        if isinstance(value, str):
            try:
                value = date.fromisoformat(value)
            except ValueError as error:
                raise self.wrong("not_a_date", (key,)) from error
        if value is not None and type(value) is not date:
            raise self.wrong("not_a_date", (key,))
        return value

    def list_of_sections(self, key: str) -> list[Any]:
        """Return a list of tables as they stand."""
        value = self._take(key, list, "list")
        return [] if value is None else value

    def close(self) -> None:
        """Tell of the first key that means nothing here."""
        for key in self.data:
            if key not in self.asked:
                near = get_close_matches(key, sorted(self.asked), 1)
                names = near or sorted(self.asked)
                raise self.wrong("unknown_key", (key,), key=key, known=listed(names, 30))

    def wrong(self, reason: str, below: tuple[str, ...] = (), **data: object) -> TableFileInvalid:
        """Return the error about what stands at a key below this section."""
        path = (*self.path, *below)
        given = {"key": ".".join(path), **data}
        return fault(reason, self.file, nearest(self.lines, path), **given)

    def _get(self, key: str) -> Any:
        self.asked.add(key)
        return self.data.get(key)

    def _take(self, key: str, kind: type, name: str) -> Any:
        value = self._get(key)
        if value is not None and not isinstance(value, kind):
            raise self.wrong(f"not_a_{name}", (key,))
        return value

    def _plain(self, value: object, *below: str) -> str:
        if isinstance(value, bool) or not isinstance(value, str | int | float | date):
            raise self.wrong("not_a_text", below)
        return value if isinstance(value, str) else str(value)
