# SPDX-License-Identifier: EUPL-1.2
"""A sheet as it was read: lines with their numbers in the file, cells as text, and what to tell about it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from casus.errors import UnreadableFile
from casus.services.importing.limits import Limits

Progress = Callable[[int, int], None]
"""Called with (done, total); raises Cancelled when the user stopped it."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody."""


class Line(NamedTuple):
    """A row with something in it: its number in the file, counted from 1, and its cells."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """One sheet of a file.

    `kind` is csv, xlsx or ods; `sheets` the names to choose from and `sheet` the one read; `encoding` and
    `delimiter` only for csv. `formulas` counts cells with a formula (their last value was read), `unsolved`
    those without one. `macros` tells that the file holds macros, which are never run.
    """

    kind: str
    lines: tuple[Line, ...]
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    encoding: str = ""
    delimiter: str = ""
    formulas: int = 0
    unsolved: int = 0
    macros: bool = False


class Gatherer:
    """Collects the cells of a sheet within the limits; raises UnreadableFile "rows", "columns" or "text"."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lines: list[Line] = []
        self._row: dict[int, str] = {}
        self._text = 0

    def put(self, column: int, value: str) -> None:
        """Put a value in the present row; an empty one is nothing."""
        if not value.strip():
            return
        if column >= self._limits.columns:
            raise UnreadableFile("columns", most=self._limits.columns)
        self._row[column] = value[: self._limits.cell + 1]

    def end_row(self, number: int, times: int = 1) -> None:
        """End the present row, which stands in the file at `number`, and `times - 1` times below it."""
        row, self._row = self._row, {}
        if not row:
            return
        self._text += times * sum(map(len, row.values()))
        if len(self._lines) + times > self._limits.rows:
            raise UnreadableFile("rows", most=self._limits.rows)
        if self._text > self._limits.text:
            raise UnreadableFile("text")
        cells = tuple(row.get(column, "") for column in range(max(row) + 1))
        self._lines += (Line(number + below, cells) for below in range(times))

    def lines(self) -> tuple[Line, ...]:
        """Return the rows with something in them."""
        return tuple(self._lines)
