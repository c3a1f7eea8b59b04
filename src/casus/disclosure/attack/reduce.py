# SPDX-License-Identifier: EUPL-1.2
"""Make a system smaller before it is solved: bounds drawn from rows, fixed columns and spare rows out.

Everything removed follows from what is left, in whole numbers: every integer answer to the small system
gives one to the large, and the other way round.
"""

from dataclasses import dataclass

import numpy as np

from casus.disclosure.solving.rows import NO_LIMIT, Flags, Ints, Rows, sums_by_row

_PASSES = 12


@dataclass(frozen=True)
class Reduced:
    """`rows` over the columns in `kept`, with their bounds; `fixed` gives the others their values."""

    rows: Rows
    lower: Ints
    upper: Ints
    kept: Ints
    fixed: Ints

    def whole(self, values: Ints) -> Ints:
        """Return a table of all columns, given the kept ones."""
        table = self.fixed.copy()
        table[self.kept] = values
        return table


def reduced(rows: Rows, lower: Ints, upper: Ints) -> Reduced | None:
    """Return the small system, `None` when no integer table fits the rows."""
    work = _Work(rows, lower.copy(), upper.copy())
    for _ in range(_PASSES):
        if work.impossible():
            return None
        if not work.tighten():
            break
    return None if work.impossible() else work.result()


class _Work:
    def __init__(self, rows: Rows, lower: Ints, upper: Ints) -> None:
        self._rows, self._lower, self._upper = rows, lower, upper
        self._row_of = np.repeat(np.arange(rows.count), np.diff(rows.start))
        self._positive: Flags = rows.value > 0

    def _reach(self) -> tuple[Ints, Ints]:
        """Return what each term adds to its row at least and at most."""
        index, value = self._rows.index, self._rows.value
        low, high = value * self._lower[index], value * self._upper[index]
        least, most = np.minimum(low, high), np.maximum(low, high)
        return np.maximum(least, -NO_LIMIT), np.minimum(most, NO_LIMIT)

    def impossible(self) -> bool:
        """Tell whether bounds cross, or a row cannot hold within them."""
        least, most = self._reach()
        start = self._rows.start
        return bool(
            np.any(self._lower > self._upper)
            or np.any(sums_by_row(start, least) > self._rows.upper)
            or np.any(sums_by_row(start, most) < self._rows.lower)
        )

    def tighten(self) -> bool:
        """Draw bounds of columns from every row; True when any became tighter."""
        least, most = self._reach()
        start, row = self._rows.start, self._row_of
        over = self._rows.upper[row] - (sums_by_row(start, least)[row] - least)
        under = self._rows.lower[row] - (sums_by_row(start, most)[row] - most)
        size = np.abs(self._rows.value)
        highest = np.where(self._positive, over // size, -under // size)
        lowest = np.where(self._positive, -(-under // size), -(over // size))
        upper, lower = self._upper.copy(), self._lower.copy()
        finite = highest < NO_LIMIT // 2
        np.minimum.at(upper, self._rows.index[finite], highest[finite])
        np.maximum.at(lower, self._rows.index, lowest)
        changed = bool(np.any(upper < self._upper) or np.any(lower > self._lower))
        self._upper, self._lower = upper, lower
        return changed

    def result(self) -> Reduced:
        """Return the columns that are still open and the rows that still say something about them."""
        free: Flags = self._lower < self._upper
        kept = np.flatnonzero(free)
        least, most = self._reach()
        start = self._rows.start
        free_above = (self._rows.upper >= NO_LIMIT) | (sums_by_row(start, most) <= self._rows.upper)
        spare = (sums_by_row(start, least) >= self._rows.lower) & free_above
        fixed = np.where(free, 0, self._lower)
        off = sums_by_row(start, self._rows.value * fixed[self._rows.index])
        terms = free[self._rows.index] & ~spare[self._row_of]
        lengths = np.bincount(self._row_of[terms], minlength=self._rows.count)
        place = np.cumsum(free) - 1
        small = Rows(
            np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
            place[self._rows.index[terms]].astype(np.int64),
            self._rows.value[terms],
            np.where(self._rows.lower <= -NO_LIMIT, self._rows.lower, self._rows.lower - off),
            np.where(self._rows.upper >= NO_LIMIT, self._rows.upper, self._rows.upper - off),
        )
        return Reduced(_distinct(small), self._lower[kept], self._upper[kept], kept, fixed)


def _distinct(rows: Rows) -> Rows:
    """Return the rows that have terms, each once with the tightest of its bounds."""
    first: dict[tuple[bytes, bytes], int] = {}
    lower, upper = rows.lower.copy(), rows.upper.copy()
    for number in np.flatnonzero(np.diff(rows.start)).tolist():
        part = slice(rows.start[number], rows.start[number + 1])
        order = np.argsort(rows.index[part])
        name = rows.index[part][order].tobytes(), rows.value[part][order].tobytes()
        same = first.setdefault(name, number)
        if same != number:
            lower[same] = max(lower[same], lower[number])
            upper[same] = min(upper[same], upper[number])
    numbers = np.array([*first.values()], dtype=np.int64)
    return rows.only(numbers, lower, upper)
