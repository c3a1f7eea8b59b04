# SPDX-License-Identifier: EUPL-1.2
"""The answers found so far to one view: which figures each needs withheld, and what each sum is in it."""

from dataclasses import dataclass

import numpy as np

from casus.disclosure.solving.rows import Flags, Floats, Ints
from casus.disclosure.suppression.puzzle import Bound, Compact

_FIRST = 128
_MOST = 2048
_SLACK = 1e-6
_FAR = 1e15


@dataclass(frozen=True)
class Standing:
    """Of each goal the least and greatest value seen, and whether it lacks a low, a high, or width."""

    low: Floats
    high: Floats
    down: Flags
    up: Flags
    wide: Flags

    @property
    def closed(self) -> Flags:
        """Which goals are not open yet."""
        return np.asarray(self.down | self.up | self.wide, dtype=bool)


class Witnesses:
    """A bounded store of (possibly fractional) tables that fit the rows if enough is withheld."""

    def __init__(self, view: Compact, values: Ints) -> None:
        self._view = view
        self._values = values
        self._figures = view.figure_sums()
        self._moved = np.zeros((_FIRST, len(values)), dtype=np.float32)
        self._sums = np.zeros((_FIRST, view.sums.count))
        self._whole = np.zeros(_FIRST, dtype=bool)
        self._count = 0
        goals = view.goals
        self.down_to = np.array([_FAR if g.down_to is None else g.down_to for g in goals], dtype=np.float64)
        self.up_to = np.array([-_FAR if g.up_to is None else g.up_to for g in goals], dtype=np.float64)
        self.width = np.array([g.width for g in goals], dtype=np.float64)
        self._groups = _groups(view)

    def add(self, columns: Floats) -> Flags:
        """Take in a table; return which candidate figures have another value in it."""
        found = self._figures.times(columns)
        moved = (np.abs(found - self._values) > _SLACK) & (self._view.shown >= 0)
        self._make_room()
        self._moved[self._count] = moved
        self._sums[self._count] = self._view.sums.times(columns)
        self._whole[self._count] = bool(np.all(np.abs(columns - np.rint(columns)) < _SLACK))
        self._count += 1
        return np.asarray(moved, dtype=bool)

    def _make_room(self) -> None:
        """Grow, and once there are many forget the older half."""
        if self._count < len(self._sums):
            return
        if self._count >= _MOST:
            self._count = _MOST // 2
            self._moved[: self._count] = self._moved[-self._count :]
            self._sums[: self._count] = self._sums[-self._count :]
            self._whole[: self._count] = self._whole[-self._count :]
            return
        self._moved = np.concatenate((self._moved, np.zeros_like(self._moved)))
        self._sums = np.concatenate((self._sums, np.zeros_like(self._sums)))
        self._whole = np.concatenate((self._whole, np.zeros_like(self._whole)))

    def deviations(self, columns: Floats) -> Floats:
        """Return by how much each candidate figure differs from its value in a table."""
        return np.where(self._view.shown >= 0, self._figures.times(columns) - self._values, 0.0)

    def standing(self, withheld: Flags, *, whole: bool = False) -> Standing:
        """Return how open the goals are, given which candidates are withheld; `whole`: by integer tables."""
        fits = self._moved[: self._count] @ (~withheld).astype(np.float32) < 0.5
        if whole:
            fits &= self._whole[: self._count]
        low, high = np.full(len(self.width), _FAR), np.full(len(self.width), -_FAR)
        for clues, goals in self._groups:
            sums = self._sums[: self._count][fits & self._obeys(clues)]
            if len(sums):
                seen = sums[:, self._view.about[goals]]
                low[goals], high[goals] = seen.min(0), seen.max(0)
        narrow = np.where(high < low, 0, high - np.minimum(low, high) + 1) < self.width - _SLACK
        return Standing(low, high, low > self.down_to + _SLACK, high < self.up_to - _SLACK, narrow)

    def _obeys(self, clues: tuple[Bound, ...]) -> Flags:
        ok = np.ones(self._count, dtype=bool)
        for number, least, most in clues:
            seen = self._sums[: self._count, number]
            ok &= (seen >= least - _SLACK) & (seen <= most + _SLACK)
        return ok

    def tighten(self, goals: Ints) -> None:
        """Ask a little more of goals that only fractions open."""
        self.width[goals] += 1
        self.up_to[goals] += 1

    @property
    def groups(self) -> list[tuple[tuple[Bound, ...], Ints]]:
        """Goals by the clues they have to stay open under."""
        return self._groups


def _groups(view: Compact) -> list[tuple[tuple[Bound, ...], Ints]]:
    found: dict[tuple[Bound, ...], list[int]] = {}
    for number, clues in enumerate(view.given):
        found.setdefault(clues, []).append(number)
    return [(clues, np.array(goals, dtype=np.int64)) for clues, goals in found.items()]
