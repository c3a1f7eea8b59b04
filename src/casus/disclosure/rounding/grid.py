# SPDX-License-Identifier: EUPL-1.2
"""The integer program of controlled rounding, in units of the base: moves of one unit up or down.

The program need not be solved to the optimum: any answer is checked to add up, and its distance to the
draws matters only for accuracy. It is deterministic: the gap at which it stops is fixed, not a time.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.rounding.rounding import Cut, Leeway, Rounded, RoundingTask, checked
from casus.disclosure.seals import rounding_draw
from casus.disclosure.solving.rows import NO_LIMIT, RowsBuilder
from casus.disclosure.solving.solver import Program, Status

_MOVE_A_MULTIPLE = 4.0
_MOVE_FURTHER = 50.0
_GIVE_UP = 1000.0
_FALL = 3.0
_GAP = {Leeway.NONE: 1.0, Leeway.STANDING: 0.05, Leeway.MULTIPLES: 0.3, Leeway.FURTHER: 0.3}
_LEAST_GAP = {Leeway.NONE: 1e-6, Leeway.STANDING: 1.0, Leeway.MULTIPLES: 12.0, Leeway.FURTHER: 100.0}
_SCALE = 1000
_MISS = 20.0
_MOST_MISSED = 1000
_MOST_UNITS = 4


class CannotRound(Exception):
    """No rounding exists or none was proven; `status` says which."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.value)
        self.status = status


def round_figures(
    task: RoundingTask,
    base: int,
    key: bytes,
    draws: Mapping[Predicate, int],
    deadline: float,
    *,
    leeway: Leeway = Leeway.NONE,
    cuts: Sequence[Cut] = (),
) -> Rounded:
    """Round all figures; `draws`: how often a figure has been drawn anew (absent = 0).

    `leeway`: what may be given up; `cuts`: conditions the numbers have to meet. Raises CannotRound.
    """
    status, units = _Grid(task, base, key, draws, leeway).solve(cuts, deadline)
    rounded = checked(task, base, units) if status is Status.OPTIMAL else None
    if rounded is None:
        raise CannotRound(Status.UNPROVEN if status is Status.OPTIMAL else status)
    return rounded


@dataclass(frozen=True)
class _Move:
    """A choice: the figure moves `step` units, at a cost."""

    figure: Predicate
    step: int
    cost: float


class _Grid:
    """A unit per figure to begin with, and the moves that are allowed."""

    def __init__(self, task: RoundingTask, base: int, key: bytes, draws: Mapping[Predicate, int],
                 leeway: Leeway) -> None:  # fmt: skip
        self._task, self._base, self._leeway = task, base, leeway
        self._key, self._draws = key, draws
        self._units: dict[Predicate, int] = {}
        self._moves: list[_Move] = []
        self._slacks: list[tuple[int, float]] = []
        for figure in sorted(task.values):
            self._units[figure], moves = self._place(figure)
            self._moves += moves

    def _place(self, figure: Predicate) -> tuple[int, list[_Move]]:
        task = self._task
        kept, liked = (self._unit(figure, numbers.get(figure)) for numbers in (task.kept, task.preferred))
        if kept is not None:
            return kept, []
        if liked is not None and self._leeway is Leeway.NONE:
            return liked, []
        if liked is not None:
            return liked, [*self._giving_up(figure, liked)]
        start, moves = self._between(figure)
        return start, [*moves, *self._further(figure)]

    def _between(self, figure: Predicate) -> tuple[int, list[_Move]]:
        """Return the lower multiple and the move to the upper one, or what earlier numbers leave of them."""
        down, rest = divmod(self._task.open_part[figure], self._base)
        if not rest:
            return down, []
        low = self._task.values[figure] - rest
        up = _Move(figure, 1, self._draw(figure) - rest / self._base)
        firm = self._leeway is Leeway.NONE
        if self._task.least.get(figure, low) > low:
            return down + 1, [] if firm or self._must_not_fall(figure) else [
                _Move(figure, -1, _GIVE_UP * _FALL - up.cost)
            ]
        if self._task.most.get(figure, low + self._base) < low + self._base:
            return down, [] if firm else [_Move(figure, 1, _GIVE_UP * _FALL + up.cost)]
        return down, [up]

    def _giving_up(self, figure: Predicate, liked: int) -> Iterator[_Move]:
        """Yield the moves away from a number shown before: one that falls tells more, when counts rise."""
        down, rest = divmod(self._task.open_part[figure], self._base)
        for other in ({down, down + 1} if rest else {down}) - {liked}:
            if other < liked and self._must_not_fall(figure):
                continue
            times = 1 + self._draws.get(figure, 0)
            weight = 1 if other > liked else _FALL
            yield _Move(figure, other - liked, _GIVE_UP * times * weight + self._draw(figure))

    def _must_not_fall(self, figure: Predicate) -> bool:
        """Tell whether a lower number than before would leave too little open where counts only rise."""
        return self._leeway < Leeway.FURTHER and 0 < self._task.values[figure] < self._base

    def _further(self, figure: Predicate) -> Iterator[_Move]:
        """Yield moves of multiples, and beyond the nearest two; nothing moves a 0."""
        down, rest = divmod(self._task.open_part[figure], self._base)
        cost = _MOVE_FURTHER if rest else _MOVE_A_MULTIPLE
        if self._leeway is Leeway.FURTHER or (self._leeway is Leeway.MULTIPLES and not rest):
            if down:
                yield _Move(figure, -1, cost + self._draw(figure))
            if down or rest:
                yield _Move(figure, 1, cost + 1 - self._draw(figure))

    def _unit(self, figure: Predicate, number: int | None) -> int | None:
        """Return the unit of a published number, `None` if there is none or it is not on the grid."""
        if number is None:
            return None
        unit, off = divmod(number - self._task.values[figure] + self._task.open_part[figure], self._base)
        return None if off else unit

    def _draw(self, figure: Predicate) -> float:
        return rounding_draw(self._key, figure, self._task.values[figure], self._draws.get(figure, 0))

    def solve(self, cuts: Sequence[Cut], deadline: float) -> tuple[Status, Mapping[Predicate, int]]:
        """Return the units found; they are not checked."""
        rows = RowsBuilder()
        for margin, parts in self._task.sums:
            index, signs, gap = self._row(margin, parts)
            if index:
                rows.add(_ints(index), _ints(signs), gap, gap)
            elif gap:
                return Status.INFEASIBLE, {}
        for part, whole in self._task.nested:
            if not self._order(part, whole, rows):
                return Status.INFEASIBLE, {}
        for cut in cuts:
            if not self._cut(cut, rows):
                return Status.INFEASIBLE, {}
        return self._solved(rows, deadline)

    def _solved(self, rows: RowsBuilder, deadline: float) -> tuple[Status, Mapping[Predicate, int]]:
        if not self._moves:
            return Status.OPTIMAL, self._units
        upper = _ints([1] * len(self._moves) + [most for most, _ in self._slacks])
        costs = [move.cost for move in self._moves] + [cost for _, cost in self._slacks]
        gap, least = _GAP[self._leeway], _LEAST_GAP[self._leeway]
        program = Program(rows.build(), upper, integer=True, deadline=deadline, gap=gap, least_gap=least)
        answer = program.minimise(np.array(costs))
        if answer.values is None:
            return answer.status, {}
        return answer.status, self._moved(np.rint(answer.values).astype(np.int64).tolist())

    def _slack(self, most: int, cost: float) -> int:
        """Return a new column by which a condition may be missed."""
        self._slacks.append((most, cost))
        return len(self._moves) + len(self._slacks) - 1

    def _order(self, part: Predicate, whole: Predicate, rows: RowsBuilder) -> bool:
        """Add that a part is no more than its whole; False when it is and nothing can be done."""
        index, signs, gap = self._row(whole, (part,))
        if not index:
            return gap <= 0 or self._leeway is not Leeway.NONE
        if self._leeway is not Leeway.NONE:
            index, signs = [*index, self._slack(_MOST_UNITS, _GIVE_UP)], [*signs, 1]
        rows.add(_ints(index), _ints(signs), gap, NO_LIMIT)
        return True

    def _row(self, whole: Predicate, parts: tuple[Predicate, ...]) -> tuple[list[int], list[int], int]:
        """Return the moves of `whole - parts`, their signs, and what they have to bring for equality."""
        index = [column for figure in (whole, *parts) for column in self._columns.get(figure, ())]
        moves = [self._moves[column] for column in index]
        signs = [move.step if move.figure == whole else -move.step for move in moves]
        return index, signs, sum(self._units[part] for part in parts) - self._units[whole]

    def _cut(self, cut: Cut, rows: RowsBuilder) -> bool:
        """Add a condition on the published numbers; False when no move can make it true."""
        index, values, least = [], [], cut.least
        for figure, slope in cut.slopes:
            if figure not in self._units:
                continue
            exact = self._task.values[figure] - self._task.open_part[figure]
            least -= slope * (exact + self._base * self._units[figure])
            for column in self._columns.get(figure, ()):
                index.append(column)
                values.append(round(_SCALE * slope * self._base * self._moves[column].step))
        bound = math.floor(_SCALE * least - 1)
        if not cut.firm and any(values):
            index.append(self._slack(_MOST_MISSED, _MISS))
            values.append(_SCALE)
        if any(values):
            rows.add(_ints(index), _ints(values), bound, NO_LIMIT)
            return True
        return bound <= 0 or not cut.firm

    @cached_property
    def _columns(self) -> Mapping[Predicate, list[int]]:
        columns: dict[Predicate, list[int]] = {}
        for column, move in enumerate(self._moves):
            columns.setdefault(move.figure, []).append(column)
        return columns

    def _moved(self, taken: Sequence[int]) -> Mapping[Predicate, int]:
        units = dict(self._units)
        for move, times in zip(self._moves, taken[: len(self._moves)], strict=True):
            units[move.figure] += move.step * times
        return units


def _ints(numbers: Sequence[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(numbers, dtype=np.int64)
