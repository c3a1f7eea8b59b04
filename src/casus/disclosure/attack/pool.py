# SPDX-License-Identifier: EUPL-1.2
"""Goals of a proof, and the witness tables found with the value of every goal in each; no solver."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.solving.rows import Flags, Floats, Ints, row_starts, sums_by_row

_UNSEEN = np.iinfo(np.int64).max


@dataclass(frozen=True)
class Goal:
    """A sum of columns that must stay open; `matters` when refusal hangs on it.

    Open when among the witnesses its values span at least `width` (most - least + 1), one of them is at
    most `down_to` and one at least `up_to` (where given). `less`: columns whose sum is subtracted.
    Rounding to base b asks width b; suppression below k asks width 2, down_to 0, up_to k.
    """

    columns: Ints
    width: int
    matters: bool
    down_to: int | None = None
    up_to: int | None = None
    less: Ints | None = None


class Pool:
    """Integer tables that fit all rows: `tables` (one each), `values` (one row per table, one per goal)."""

    def __init__(self, goals: Sequence[Goal], columns: int) -> None:
        self._columns = columns
        none = np.zeros(0, dtype=np.int64)
        added = [goal.columns for goal in goals]
        taken = [none if goal.less is None else goal.less for goal in goals]
        both = [np.concatenate(pair) for pair in zip(added, taken, strict=True)]
        signs = [np.repeat((1, -1), (len(a), len(t))) for a, t in zip(added, taken, strict=True)]
        self._start = row_starts(both)
        self._index = np.concatenate(both).astype(np.int64) if both else none
        self._sign = np.concatenate(signs).astype(np.int64) if signs else none
        self._width = np.array([goal.width for goal in goals], dtype=np.int64)
        self._down = np.array([_UNSEEN if g.down_to is None else g.down_to for g in goals], dtype=np.int64)
        self._up = np.array([-_UNSEEN if g.up_to is None else g.up_to for g in goals], dtype=np.int64)
        self.low = np.full(len(goals), _UNSEEN, dtype=np.int64)
        self.high = np.full(len(goals), -_UNSEEN, dtype=np.int64)
        self.tables: list[Ints] = []
        self.values: list[Ints] = []

    def __len__(self) -> int:
        return len(self.tables)

    def add(self, table: Ints) -> None:
        """Take in a table that was checked."""
        found = self.measured(table)
        self.low = np.minimum(self.low, found)
        self.high = np.maximum(self.high, found)
        self.tables.append(table)
        self.values.append(found)

    def measured(self, table: Ints) -> Ints:
        """Return the value of every goal in a table."""
        return sums_by_row(self._start, self._sign * table[self._index])

    def cost(self, weights: Floats) -> Floats:
        """Return the cost per column of a weighted sum of goals."""
        terms = np.repeat(weights, np.diff(self._start)) * self._sign
        return np.bincount(self._index, weights=terms, minlength=self._columns).astype(np.float64)

    @property
    def spread(self) -> Ints:
        """Number of values between the least and the greatest seen of each goal; 0 without witnesses."""
        spread: Ints = np.where(self.high < self.low, 0, self.high - np.minimum(self.low, self.high) + 1)
        return spread

    @property
    def open(self) -> Flags:
        """Which goals the witnesses prove open."""
        return self._enough(self.low, self.high)

    @property
    def short(self) -> tuple[Flags, Flags, Flags]:
        """Which goals lack a low enough value, a high enough value, width."""
        return self.low > self._down, self.high < self._up, self.spread < self._width

    def could_open(self, goal: int, low: int, high: int) -> bool:
        """Tell whether a goal would be open if it took the values `low` and `high`."""
        wide = high - low + 1 >= self._width[goal]
        return bool(wide and low <= self._down[goal] and high >= self._up[goal])

    def _enough(self, low: Ints, high: Ints) -> Flags:
        seen = high >= low
        wide = np.where(seen, high, 0) - np.where(seen, low, 0) + 1 >= self._width
        enough: Flags = seen & wide & (low <= self._down) & (high >= self._up)
        return enough
