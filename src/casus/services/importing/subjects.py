# SPDX-License-Identifier: EUPL-1.2
"""What can be imported and which fields it has; read from resources/catalogue/importing.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from casus.assets import resource_path


@dataclass(frozen=True)
class Field:
    """Something a column may hold.

    `kind`: line text day birth coming time number flag code codes names facility; `codes` names the code
    list of a code; `fixed`: one value for all rows may be chosen; `others`: further names of its column.
    """

    key: str
    part: str
    nl: str
    en: str
    kind: str
    codes: str = ""
    needed: bool = False
    fixed: bool = False
    others: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Return what the field is called."""
        return self.en if language == "en" else self.nl

    @property
    def chosen(self) -> bool:
        """Whether its values come from a list, so that an unknown one is asked about."""
        return self.kind in ("code", "codes", "facility")


@dataclass(frozen=True)
class Subject:
    """A kind of record to import, for some roles, with the fields of its parts in order."""

    code: str
    nl: str
    en: str
    roles: tuple[str, ...]
    fields: tuple[Field, ...]

    def label(self, language: str) -> str:
        """Return what these records are called."""
        return self.en if language == "en" else self.nl

    def field(self, key: str) -> Field | None:
        """Return a field, None when the subject has none of that name."""
        return next((field for field in self.fields if field.key == key), None)

    @property
    def about_persons(self) -> bool:
        """Whether each row is about a person."""
        return any(field.part == "person" for field in self.fields)

    @property
    def makes_persons(self) -> bool:
        """Whether persons who are not there yet are always made: their details are in the row."""
        return any(field.part == "details" for field in self.fields)


@cache
def subjects() -> Mapping[str, Subject]:
    """Return all that can be imported, by code."""
    with resource_path("catalogue", "importing.toml").open("rb") as file:
        raw = tomllib.load(file)
    fields = {
        part: tuple(_field(part, key, entry) for key, entry in entries.items())
        for part, entries in raw["field"].items()
    }
    return MappingProxyType(
        {
            code: Subject(
                code,
                entry["nl"],
                entry["en"],
                tuple(entry["roles"]),
                tuple(field for part in entry["parts"] for field in fields[part]),
            )
            for code, entry in raw["subject"].items()
        }
    )


def subjects_of(role: str) -> tuple[Subject, ...]:
    """Return what someone of this role may import."""
    return tuple(subject for subject in subjects().values() if role in subject.roles)


def _field(part: str, key: str, entry: Mapping[str, object]) -> Field:
    others = entry.get("also", ())
    return Field(
        key,
        part,
        str(entry["nl"]),
        str(entry["en"]),
        str(entry["kind"]),
        str(entry.get("list", "")),
        bool(entry.get("needed")),
        bool(entry.get("fixed")),
        tuple(map(str, others)) if isinstance(others, list) else (),
    )
