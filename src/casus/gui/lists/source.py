# SPDX-License-Identifier: EUPL-1.2
"""What a list shows and where it comes from: columns, rows, chips, and the source a screen writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

BLOCK = 100  # rows fetched at a time (design decision 5)


class Kind(StrEnum):
    """How a column is drawn."""

    TEXT = "text"
    NAME = "name"  # bold first line, muted second line
    STATUS = "status"  # pill
    NUMBER = "number"  # right-aligned, figures of equal width
    DATE = "date"
    MARKS = "marks"  # a few words, each with an icon of its own


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `key` is what the source sorts by; `width` in pixels at 100 %, 0 takes what is left."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    width: int = 150
    sortable: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: `text`; for a name or a date also `second` (muted line); for a status also `tone`.

    For marks the words with their tones; `text` then says all of it to a screen reader.
    """

    text: str
    second: str = ""
    tone: str = "neutral"
    marks: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One record as shown: its id and a cell per column (a plain str is a cell with only text)."""

    id: str
    cells: tuple[Cell | str, ...]

    def cell(self, column: int) -> Cell:
        """Return the cell of a column."""
        found = self.cells[column]
        return found if isinstance(found, Cell) else Cell(found)


@dataclass(frozen=True, slots=True)
class FilterChip:
    """A filter above a list; chips of the same `group` exclude one another.

    Those of a group with many have the same `fold`: the words of the one button whose menu holds them all.
    """

    key: str
    label: str
    group: str = ""
    fold: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What the user asks of a list."""

    text: str = ""
    chips: frozenset[str] = frozenset()
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class ListSpec:
    """What a list is called and how it opens.

    `name` is its accessible name ("Casussen"); `noun(n)` the word behind a number ("casus", "casussen");
    `key` names its remembered widths and sorting ("" remembers nothing).
    """

    name: str
    noun: Callable[[int], str]
    key: str = ""
    chips: tuple[FilterChip, ...] = ()


class RecordSource(Protocol):
    """What a screen provides. The two `fetch` calls block and run in the worker thread."""

    @property
    def columns(self) -> Sequence[Column]:
        """The columns, the name first."""
        ...

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the ids of all records that match, in order."""
        ...

    def count_all(self) -> int:
        """Return how many there are without any filter."""
        ...

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these ids; those that are gone may be left out."""
        ...


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query the user gave a name."""

    name: str
    query: Query


class FilterStore(Protocol):
    """Where a list keeps its named queries. All calls block and run in the worker thread."""

    def all(self) -> Sequence[NamedQuery]:
        """Return them by name."""
        ...

    def keep(self, named: NamedQuery) -> None:
        """Keep one, in the place of one of the same name; raises InvalidInput."""
        ...

    def drop(self, name: str) -> None:
        """Take one away."""
        ...
