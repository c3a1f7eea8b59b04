# SPDX-License-Identifier: EUPL-1.2
"""The suppression puzzle: figures that may be withheld, and what each attacker knows and must not learn."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.attack.pool import Goal
from casus.disclosure.solving.rows import NO_LIMIT, Flags, Floats, Ints, Rows, row_starts

Bound = tuple[int, int, int]
"""A sum (its number), and the least and greatest value it can have."""


@dataclass(frozen=True)
class Clue:
    """What an insider knows beside the rows: the sum of some columns lies between `low` and `high`."""

    columns: Ints
    low: int
    high: int


@dataclass(frozen=True)
class View:
    """What one attacker sees: integer columns between bounds, and rows that hold.

    `figures`: per figure of the puzzle the row that shows it, -1 where this attacker has none. Once the
    figure is withheld the row holds no more than what is known of it all the same (`Puzzle.floor`,
    `ceiling`). Every other row stands. A row that shows a figure has coefficients 1. `goals` are what
    must stay open; `given`: per goal the clues it has to stay open under.
    """

    rows: Rows
    lower: Ints
    upper: Ints
    figures: Ints
    goals: tuple[Goal, ...]
    given: tuple[tuple[Clue, ...], ...]


@dataclass(frozen=True)
class Puzzle:
    """`values` of the figures, what withholding each would `cost` (infinite: it has to be published),
    which are withheld in any case (`hidden`), what is known of each if it is withheld, and the attackers.
    """

    values: Ints
    cost: Floats
    hidden: Flags
    floor: Ints
    ceiling: Ints
    views: tuple[View, ...]


@dataclass(frozen=True)
class Sums:
    """Sums of columns with whole coefficients, in row order like `Rows`."""

    start: Ints
    index: Ints
    value: Ints

    @property
    def count(self) -> int:
        """Number of sums."""
        return len(self.start) - 1

    def times(self, columns: Floats) -> Floats:
        """Return the sums."""
        owner = np.repeat(np.arange(self.count), np.diff(self.start))
        found = np.bincount(owner, weights=self.value * columns[self.index], minlength=self.count)
        return found.astype(np.float64)

    def only(self, numbers: Ints) -> "Sums":
        """Return some of the sums."""
        parts = [slice(self.start[number], self.start[number + 1]) for number in numbers]
        index, value = [self.index[part] for part in parts], [self.value[part] for part in parts]
        return Sums(row_starts(index), _joined(index), _joined(value))

    def row(self, number: int, length: int) -> Floats:
        """Return one sum as a dense vector of `length` coefficients."""
        dense = np.zeros(length)
        part = slice(self.start[number], self.start[number + 1])
        dense[self.index[part]] = self.value[part]
        return dense


@dataclass(frozen=True)
class Compact:
    """A view with as few columns as tell the same: columns that must be 0 are gone, equal ones are one.

    `sums` holds what goals and clues are about; `about`: the sum of each goal; `given`: per goal
    `(sum, low, high)`. `shown`: row of each candidate figure (-1 = none here). Goals that come down to
    the same are one; `origin`: the first of them in the view.
    """

    rows: Rows
    lower: Ints
    upper: Ints
    sums: Sums
    shown: Ints
    about: Ints
    goals: tuple[Goal, ...]
    given: tuple[tuple[Bound, ...], ...]
    origin: Ints

    def figure_sums(self) -> Sums:
        """Return each candidate figure as a sum of columns; empty where it is not shown."""
        rows, none = self.rows, np.zeros(0, dtype=np.int64)
        parts = [slice(rows.start[r], rows.start[r + 1]) if r >= 0 else slice(0, 0) for r in self.shown]
        index = [none, *(rows.index[part] for part in parts)]
        value = [none, *(rows.value[part] for part in parts)]
        return Sums(row_starts(index[1:]), _joined(index), _joined(value))


def compact(view: View, candidates: Ints) -> Compact:
    """Return a view over few columns; only the rows of `candidates` can ever be withheld."""
    kinds, sums = _sums_of(view)
    shown = view.figures[candidates]
    place = _merged(view, sums, _impossible(view, shown))
    count = int(place.max(initial=-1)) + 1
    kept = place >= 0
    lower, upper = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.int64)
    np.add.at(lower, place[kept], view.lower[kept])
    np.add.at(upper, place[kept], view.upper[kept])
    start, index, value = _replaced(view.rows.start, view.rows.index, view.rows.value, place)
    sums = Sums(*_replaced(sums.start, sums.index, sums.value, place))
    same = _same(sums)
    about = np.array([same[kinds[_key(goal.columns, goal.less)]] for goal in view.goals], dtype=np.int64)
    given = [
        tuple((int(same[kinds[_key(c.columns, None)]]), c.low, c.high) for c in clues) for clues in view.given
    ]
    origin = _distinct(view.goals, about, given)
    used = np.unique([*about[origin], *(number for goal in origin for number, _, _ in given[goal])]).astype(
        np.int64
    )
    sums, new = sums.only(used), {number: place for place, number in enumerate(used.tolist())}
    return Compact(
        Rows(start, index, value, view.rows.lower, view.rows.upper),
        lower,
        np.minimum(upper, NO_LIMIT),
        sums,
        shown,
        np.array([new[number] for number in about[origin].tolist()], dtype=np.int64),
        tuple(view.goals[goal] for goal in origin),
        tuple(tuple((new[n], low, high) for n, low, high in given[goal]) for goal in origin),
        origin,
    )


def _same(sums: Sums) -> Ints:
    """Return for every sum the first that is equal to it."""
    first: dict[tuple[bytes, bytes], int] = {}
    found = []
    for number in range(sums.count):
        part = slice(sums.start[number], sums.start[number + 1])
        name = sums.index[part].tobytes(), sums.value[part].tobytes()
        found.append(first.setdefault(name, number))
    return np.array(found, dtype=np.int64)


def _distinct(goals: Sequence[Goal], about: Ints, given: Sequence[tuple[Bound, ...]]) -> Ints:
    """Return the first of the goals that ask the same."""
    seen: dict[object, int] = {}
    for number, goal in enumerate(goals):
        seen.setdefault((int(about[number]), goal.width, goal.down_to, goal.up_to, given[number]), number)
    return np.array([*seen.values()], dtype=np.int64)


def _key(columns: Ints, less: Ints | None) -> tuple[bytes, bytes]:
    return np.sort(columns).tobytes(), b"" if less is None else np.sort(less).tobytes()


def _sums_of(view: View) -> tuple[dict[tuple[bytes, bytes], int], Sums]:
    kinds: dict[tuple[bytes, bytes], int] = {}
    indices: list[Ints] = []
    values: list[Ints] = []
    wanted: list[tuple[Ints, Ints | None]] = [(goal.columns, goal.less) for goal in view.goals]
    wanted += [(clue.columns, None) for clues in view.given for clue in clues]
    for columns, less in wanted:
        if kinds.setdefault(_key(columns, less), len(indices)) == len(indices):
            index, value = _net(columns, columns[:0] if less is None else less)
            indices.append(index)
            values.append(value)
    return kinds, Sums(row_starts(indices), _joined(indices), _joined(values))


def _net(columns: Ints, less: Ints) -> tuple[Ints, Ints]:
    """Return the columns of a difference with their coefficients, each column once."""
    signs = np.repeat(np.array((1, -1)), (len(columns), len(less)))
    index, place = np.unique(np.concatenate((columns, less)), return_inverse=True)
    value = np.bincount(place, weights=signs, minlength=len(index)).astype(np.int64)
    return index[value != 0].astype(np.int64), value[value != 0]


def _joined(parts: Sequence[Ints]) -> Ints:
    return np.concatenate(parts).astype(np.int64) if parts else np.zeros(0, dtype=np.int64)


def _impossible(view: View, shown: Ints) -> Flags:
    """Return the columns that can only be 0: those of a row that stands and adds up to 0."""
    stands = np.ones(view.rows.count, dtype=bool)
    stands[shown[shown >= 0]] = False
    least = np.minimum.reduceat(np.append(view.rows.value, 0), view.rows.start[:-1]) if view.rows.count else 0
    empty = stands & (view.rows.upper == 0) & (least > 0) & (np.diff(view.rows.start) > 0)
    inside = np.repeat(empty, np.diff(view.rows.start))
    found = view.upper == 0
    found[view.rows.index[inside]] = True
    return np.asarray(found & (view.lower <= 0), dtype=bool)


def _merged(view: View, sums: Sums, impossible: Flags) -> Ints:
    """Return the new number of each column, -1 for those that are gone."""
    pattern: list[list[tuple[int, int]]] = [[] for _ in view.upper]
    shift = view.rows.count
    for number, (start, index, value) in enumerate(
        ((view.rows.start, view.rows.index, view.rows.value), (sums.start, sums.index, sums.value))
    ):
        owner = np.repeat(np.arange(len(start) - 1), np.diff(start)) + number * shift
        for row, column, factor in zip(owner.tolist(), index.tolist(), value.tolist(), strict=True):
            pattern[column].append((row, factor))
    numbers: dict[object, int] = {}
    place = np.full(len(view.upper), -1, dtype=np.int64)
    for column in np.flatnonzero(~impossible).tolist():
        plain = view.lower[column] == 0
        key = tuple(pattern[column]) if plain else (column,)
        place[column] = numbers.setdefault(key, len(numbers))
    return place


def _replaced(start: Ints, index: Ints, value: Ints, place: Ints) -> tuple[Ints, Ints, Ints]:
    """Rewrite sums over the new columns; each new column occurs once per sum."""
    owner = np.repeat(np.arange(len(start) - 1), np.diff(start))
    fresh = place[index]
    kept = fresh >= 0
    width = int(place.max(initial=0)) + 1
    keys, first = np.unique(owner[kept] * width + fresh[kept], return_index=True)
    rows = keys // width
    counts = np.bincount(rows, minlength=len(start) - 1)
    return np.concatenate(([0], np.cumsum(counts))).astype(np.int64), keys % width, value[kept][first]
