# SPDX-License-Identifier: EUPL-1.2
"""The description of the tables, as read from TOML: what each column means (docs/disclosure.md, "The spec")."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casus.disclosure import Text

Rows = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class DimensionSpec:
    """An attribute in a column of the files.

    `parent_columns`: columns with the wider class, nearest first; `group_columns`: columns with other
    groupings; `tree`, `groups`: the same written out; `categories`: all that may occur (`None`: what
    occurs); `covers`: base classes of a class; `bands`: classes are age bands such as `12-17` or `65+`, up to
    `highest`; `total`: what the file writes for the total; `empty`: how an empty field is called.
    """

    code: str
    column: str
    label: Text
    parent_columns: tuple[str, ...] = ()
    group_columns: tuple[str, ...] = ()
    categories: tuple[str, ...] | None = None
    tree: Rows | None = None
    groups: Rows | None = None
    covers: Rows | None = None
    bands: bool = False
    highest: int = 120
    attribute: str = ""
    total: tuple[str, ...] = ()
    empty: str = "(empty)"
    labels: Mapping[str, Text] | None = None

    @property
    def axis(self) -> str:
        """The name of the attribute in predicates."""
        return self.attribute or self.code

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns this dimension reads."""
        return (self.column, *self.parent_columns, *self.group_columns)


@dataclass(frozen=True)
class TableSpec:
    """One table. Without `count` each row is one unit; `published`: it was published elsewhere."""

    code: str
    file: str
    dimensions: tuple[str, ...]
    population: str
    snapshot: str
    count: str | None = None
    person: str | None = None
    persons: str | None = None
    sum_over: tuple[str, ...] = ()
    where: Rows | None = None
    about: Mapping[str, str] | None = None
    caseload: str | None = None
    caseloads: tuple[str, ...] = ()
    structural_zeros: tuple[Rows, ...] = ()
    missing: str = "zero"
    delimiter: str | None = None
    encoding: str | None = None
    title: Text | None = None
    definition: Text | None = None
    source: Text | None = None
    note: Text | None = None
    unit: str = "persons"
    unit_label: Text | None = None
    within: tuple[str, ...] = ()
    published: "Published | None" = None


@dataclass(frozen=True)
class Published:
    """How a table was published elsewhere."""

    base: int | None
    reach: int | None
    marks: tuple[str, ...]
    complete: bool | None


@dataclass(frozen=True)
class Spec:
    """A whole description. `preset`: the level it asks for, which the call may not loosen."""

    file: Path
    preset: str | None
    period: tuple[date, date] | None
    reference_date: date | None
    dimensions: Mapping[str, DimensionSpec]
    tables: tuple[TableSpec, ...]
    elsewhere: tuple[TableSpec, ...]
    lines: Mapping[tuple[str, ...], int]
