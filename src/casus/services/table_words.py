# SPDX-License-Identifier: EUPL-1.2
"""The words for tables, figures and earlier releases, in one language; what is not known is said in general."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from casus.assets import resource_path
from casus.domain.day_names import format_date

if TYPE_CHECKING:
    from casus.disclosure import Cell, Dimension

_TOTAL = "total"


class TableLike(Protocol):
    """The part of a table that sentences are made of; a `disclosure.CountTable` is one."""

    @property
    def code(self) -> str: ...
    @property
    def title(self) -> Mapping[str, str]: ...
    @property
    def dimensions(self) -> tuple["Dimension", ...]: ...


@dataclass(frozen=True)
class TableWords:
    """A table of which nothing but the words is at hand."""

    code: str
    title: Mapping[str, str]
    dimensions: tuple["Dimension", ...]


@dataclass(frozen=True)
class Earlier:
    """An earlier release as people know it: its number and day, or the title of a publication elsewhere."""

    number: int
    on: date
    title: str = ""


@dataclass(frozen=True)
class Words:
    """Names things in one language; what it does not know of tables and releases it leaves general."""

    language: str = "nl"
    tables: Mapping[str, TableLike] = field(default_factory=dict, repr=False)
    releases: Mapping[int, Earlier] = field(default_factory=dict, repr=False)

    def table_words(self, table: TableLike) -> str:
        """Return the title of a table with what it is broken down by."""
        title, by = table.title[self.spoken], self.by(table)
        return self.say("by", title=title, dimensions=by) if by else title

    def by(self, table: TableLike) -> str:
        """Return what a table is broken down by: `wijk en leeftijd`, "" for a headline figure."""
        names = [self.within(dimension.label[self.spoken]) for dimension in table.dimensions]
        return self.listing(names) if names else ""

    def cell_words(self, table: "TableLike | None", cell: "Cell | None") -> str:
        """Return a figure by its groups, quoted: `‘Overvecht, 18–22 jaar’`, or "the total"."""
        if cell is None:
            return self.say("this_table")
        if all(code == _TOTAL for code in cell):
            return self.say("total")
        dimensions = table.dimensions if table is not None else ()
        if len(dimensions) != len(cell):
            return self.say("a_figure")
        pairs = zip(dimensions, cell, strict=True)
        names = [category_label(dimension, code, self.spoken) for dimension, code in pairs if code != _TOTAL]
        return self.say("quoted", name=", ".join(names))

    def release_words(self, number: object) -> str:
        """Return an earlier release by number and day, or by its title."""
        known = self.releases.get(number) if isinstance(number, int) else None
        if known is None:
            return self.say("release", number=number) if number else self.say("earlier_release")
        day = format_date(known.on, self.spoken, "long")
        name = "named" if known.title else "dated"
        return self.say(name, number=known.number, title=known.title, day=day)

    def say(self, name: str, /, **values: object) -> str:
        """Return fixed words, filled in."""
        return self.filled(sentences("words")[name], values)

    def listing(self, names: Sequence[str]) -> str:
        """Return `a, b and c`."""
        first, last = ", ".join(names[:-1]), names[-1]
        return f"{first}{self.say('and')}{last}" if first else last

    def part(self, part: str, name: str, values: Mapping[str, object]) -> str:
        """Return one part of a sentence, filled in."""
        return self.filled(sentences(part)[name], values)

    @staticmethod
    def within(words: str) -> str:
        """Return a label as it stands inside a sentence: `Wijk` becomes `wijk`, `VOG-status` stays."""
        return words if words[1:2].isupper() else words[:1].lower() + words[1:]

    @property
    def spoken(self) -> str:
        """The language the sentences are in: that asked for, else Dutch."""
        return "en" if self.language == "en" else "nl"

    def filled(self, template: Mapping[str, str], values: Mapping[str, object]) -> str:
        """Return a template in this language, its blanks filled."""
        return template[self.spoken].format_map(values)


def category_label(dimension: "Dimension", code: str, language: str) -> str:
    """Return the label of a category or group, its code when it has none."""
    try:
        return dimension.label_of(code)[language]
    except KeyError:
        return code


@cache
def _catalogue() -> Mapping[str, Any]:
    with resource_path("catalogue", "refusals.toml").open("rb") as file:
        return tomllib.load(file)


def sentences(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the templates of one part of the catalogue, by name."""
    part: Mapping[str, Mapping[str, str]] = _catalogue()[name]
    return part
