# SPDX-License-Identifier: EUPL-1.2
"""Linear constraints in whole numbers, and how they are checked: plain integer arithmetic, no solver."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

NO_LIMIT = 2**40


@dataclass(frozen=True)
class Rows:
    """Constraints `lower <= A x <= upper` in row order: `start` (rows + 1), `index`, `value`."""

    start: Ints
    index: Ints
    value: Ints
    lower: Ints
    upper: Ints

    @property
    def count(self) -> int:
        """Number of rows."""
        return len(self.lower)

    def times(self, columns: Ints) -> Ints:
        """Return `A x` in integer arithmetic."""
        return sums_by_row(self.start, self.value * columns[self.index])

    def only(self, numbers: Ints, lower: Ints, upper: Ints) -> "Rows":
        """Return the rows with these numbers; `lower` and `upper` give new bounds for all old rows."""
        lengths = np.diff(self.start)[numbers]
        start = np.concatenate(([0], np.cumsum(lengths))).astype(np.int64)
        terms = np.arange(start[-1]) + np.repeat(self.start[numbers] - start[:-1], lengths)
        return Rows(start, self.index[terms], self.value[terms], lower[numbers], upper[numbers])

    def followed_by(self, other: "Rows") -> "Rows":
        """Return these rows and then the others."""
        return Rows(
            np.concatenate((self.start, other.start[1:] + self.start[-1])),
            np.concatenate((self.index, other.index)),
            np.concatenate((self.value, other.value)),
            np.concatenate((self.lower, other.lower)),
            np.concatenate((self.upper, other.upper)),
        )

    def hold(self, columns: Ints) -> bool:
        """Tell in plain integer arithmetic whether `columns` satisfies every row."""
        found = self.times(columns)
        return bool(np.all(found >= self.lower) and np.all(found <= self.upper))


def sums_by_row(start: Ints, terms: Ints) -> Ints:
    """Return the sum of each row's terms (an empty row sums to 0)."""
    running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(terms, dtype=np.int64)))
    total: Ints = running[start[1:]] - running[start[:-1]]
    return total


class RowsBuilder:
    """Collects constraints, one by one or many of one length at a time."""

    def __init__(self) -> None:
        self._lengths: list[Ints] = []
        self._indices: list[Ints] = []
        self._values: list[Ints] = []
        self._lower: list[Ints] = []
        self._upper: list[Ints] = []

    def __len__(self) -> int:
        return sum(map(len, self._lower))

    def add(self, index: Ints, value: Ints | int, lower: int, upper: int) -> None:
        """Add `lower <= sum(value * x[index]) <= upper`; columns in `index` must be distinct."""
        self.add_all(index[np.newaxis, :], np.broadcast_to(np.asarray(value), index.shape), lower, upper)

    def add_all(self, index: Ints, value: Ints, lower: int, upper: int) -> None:
        """Add a row for each row of `index`, all with the same values and bounds."""
        number, length = index.shape
        self._lengths.append(np.full(number, length, dtype=np.int64))
        self._indices.append(index.ravel())
        self._values.append(np.broadcast_to(value, index.shape).ravel())
        self._lower.append(np.full(number, lower, dtype=np.int64))
        self._upper.append(np.full(number, upper, dtype=np.int64))

    def build(self) -> Rows:
        """Return the collected rows."""
        start = np.concatenate(([0], np.cumsum(_joined(self._lengths)))).astype(np.int64)
        joined = (_joined(part) for part in (self._indices, self._values, self._lower, self._upper))
        return Rows(start, *joined)


def row_starts(indices: list[Ints]) -> Ints:
    """Return where each row begins in the joined indices, and the end."""
    return np.concatenate(([0], np.cumsum([len(index) for index in indices]))).astype(np.int64)


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, dtype=np.int64)
