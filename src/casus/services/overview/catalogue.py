# SPDX-License-Identifier: EUPL-1.2
"""What the view of everything about one person shows of each table: `resources/catalogue/overview.toml`, read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from casus.assets import resource_path

_WORDS = ("text", "typed")
_PARTS = ("never", "excluded", "words", "article15")


@dataclass(frozen=True)
class FieldSpec:
    """One column: what it is called, and how its value is put in words."""

    name: str
    nl: str
    en: str
    how: str
    code_list: str = ""

    def label(self, language: str) -> str:
        """Return what it is called."""
        return self.en if language == "en" else self.nl

    @property
    def is_text(self) -> bool:
        """Whether people typed it, so that names of others may stand in it."""
        return self.how in _WORDS


@dataclass(frozen=True)
class TableSpec:
    """One table: under which subject it stands, how its records are found, what is shown and what is not."""

    kind: str
    group: str
    by: tuple[str, ...]
    through: tuple[tuple[str, str], ...]
    mentions: tuple[str, ...]
    day: str
    fields: tuple[FieldSpec, ...]
    hidden: Mapping[str, str]


@dataclass(frozen=True)
class Catalogue:
    """All of it: `excluded` holds tables and `never` columns that are not shown, each with the reason."""

    tables: Mapping[str, TableSpec]
    excluded: Mapping[str, str]
    never: Mapping[str, str]
    words: Mapping[str, tuple[str, str]]
    article15: Mapping[str, Mapping[str, str]]

    def word(self, key: str, language: str) -> str:
        """Return a fixed word of the view."""
        return self.words[key][1 if language == "en" else 0]


@cache
def catalogue() -> Catalogue:
    """Return the catalogue."""
    with resource_path("catalogue", "overview.toml").open("rb") as file:
        data = tomllib.load(file)
    tables = {kind: _table(kind, part) for kind, part in data.items() if kind not in _PARTS}
    words = {key: (one["nl"], one["en"]) for key, one in data["words"].items()}
    return Catalogue(tables, data["excluded"], data["never"], words, data["article15"])


def _table(kind: str, part: Mapping[str, Any]) -> TableSpec:
    columns = part["fields"]
    through = tuple((table, column) for table, column in (one.split(".") for one in part.get("through", ())))
    return TableSpec(
        kind,
        part["group"],
        tuple(part["by"]),
        through,
        tuple(part.get("mentions", ())),
        part.get("day", ""),
        tuple(_field(name, one) for name, one in columns.items() if isinstance(one, list)),
        {name: why for name, why in columns.items() if isinstance(why, str)},
    )


def _field(name: str, words: list[str]) -> FieldSpec:
    how, _colon, code_list = words[2].partition(":")
    return FieldSpec(name, words[0], words[1], how, code_list)
