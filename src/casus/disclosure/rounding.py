# SPDX-License-Identifier: EUPL-1.2
"""Controlled random rounding: one integer program over all linked tables of a population.

Every figure becomes one of the two multiples of the base around its true value (multiples stay: zero-
restricted), such that all margins add up; which of the two is drawn unbiased from a keyed, sticky
number per figure, and the program departs from the draws where they come out closest (disclosure.md
5.3). Only when no such rounding exists may multiples other than 0 move by one base as well ("relaxed").
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from casus.disclosure.predicates import Predicate
from casus.disclosure.seals import rounding_draw
from casus.disclosure.solver import NO_LIMIT, Program, RowsBuilder, Status

Sum = tuple[Predicate, tuple[Predicate, ...]]
_MOVE_A_MULTIPLE = 4.0
_GIVE_UP_A_NUMBER = 1000.0


@dataclass(frozen=True)
class RoundingTask:
    """True `values` of all figures of a population and how they add up (`sums`: margin, parts).

    `open_part` is what of a value is not published exactly (firms): only that part is rounded.
    `kept`: numbers that stand, published of this very state; `preferred`: numbers published of other
    states with the same true value, given up only where nothing adds up otherwise. `least`/`most`:
    bounds from earlier numbers; `nested`: (part, whole) pairs beyond `sums` that should be in order.
    """

    values: Mapping[Predicate, int]
    open_part: Mapping[Predicate, int]
    sums: tuple[Sum, ...]
    kept: Mapping[Predicate, int] = field(default_factory=dict)
    preferred: Mapping[Predicate, int] = field(default_factory=dict)
    least: Mapping[Predicate, int] = field(default_factory=dict)
    most: Mapping[Predicate, int] = field(default_factory=dict)
    nested: tuple[tuple[Predicate, Predicate], ...] = ()

    def firm(self) -> "RoundingTask":
        """Return the task in which preferred numbers stand as well."""
        return replace(self, kept={**self.preferred, **self.kept}, preferred={})

    def without_bounds(self) -> "RoundingTask":
        """Return the task without bounds and order."""
        return replace(self, least={}, most={}, nested=())


@dataclass(frozen=True)
class Rounded:
    """Rounded figures; `relaxed` when a multiple of the base was moved."""

    values: Mapping[Predicate, int]
    relaxed: bool


class CannotRound(Exception):
    """No rounding exists or none was proven; `status` says which."""

    def __init__(self, status: Status) -> None:
        super().__init__(status.value)
        self.status = status


def variants(task: RoundingTask) -> Iterator[tuple[RoundingTask, bool]]:
    """Yield (task, relaxed) in the order in which things are given up: bounds, preferred numbers, both,
    and at last multiples of the base.
    """
    free = task.without_bounds()
    seen = []
    for variant in (task.firm(), free.firm(), task, free):
        if variant not in seen:
            seen.append(variant)
            yield variant, False
    yield free, True


def round_figures(
    task: RoundingTask,
    base: int,
    key: bytes,
    draws: Mapping[Predicate, int],
    deadline: float,
    *,
    relaxed: bool = False,
) -> Rounded:
    """Round all figures; `draws`: how often a figure has been drawn anew (absent = 0).

    `relaxed`: multiples of the base may move. Raises CannotRound.
    """
    grid = _Grid(task, base, relaxed=relaxed)
    status, units = grid.solve(key, draws, deadline)
    if status is not Status.OPTIMAL:
        raise CannotRound(status)
    return _checked(task, base, units)


def _checked(task: RoundingTask, base: int, units: Mapping[Predicate, int]) -> Rounded:
    """Return the rounded figures after checking sums and errors in plain integers."""
    values = {f: task.values[f] - task.open_part[f] + base * units[f] for f in task.values}
    adds_up = all(values[margin] == sum(values[part] for part in parts) for margin, parts in task.sums)
    error = max((abs(values[figure] - task.values[figure]) for figure in values), default=0)
    if not adds_up or error > base or min(values.values(), default=0) < 0:
        raise CannotRound(Status.UNPROVEN)
    return Rounded(values, relaxed=error == base)


@dataclass(frozen=True)
class _Move:
    """A choice: the figure moves one unit up (`step` 1) or down (-1)."""

    figure: Predicate
    step: int
    gives_up: bool = False


class _Grid:
    """The integer program in units of the base: a unit per figure, and moves of one unit up or down."""

    def __init__(self, task: RoundingTask, base: int, *, relaxed: bool) -> None:
        self._task, self._base, self._relaxed = task, base, relaxed
        self._units: dict[Predicate, int] = {}
        self._moves: list[_Move] = []
        for figure in sorted(task.values):
            self._place(figure)

    def _place(self, figure: Predicate) -> None:
        task = self._task
        down, rest = divmod(task.open_part[figure], self._base)
        fixed, liked = (self._unit(figure, numbers.get(figure)) for numbers in (task.kept, task.preferred))
        self._units[figure] = down
        if fixed is not None:
            self._units[figure] = fixed
        elif liked is not None:
            self._units[figure] = liked
            others = {down, down + 1} if rest else {down}
            self._moves += [_Move(figure, other - liked, True) for other in sorted(others - {liked})]
        elif rest:
            self._place_between(figure, down)
        elif self._relaxed and down:
            self._moves += [_Move(figure, 1), _Move(figure, -1)]

    def _place_between(self, figure: Predicate, down: int) -> None:
        low = self._task.values[figure] - self._task.open_part[figure] + down * self._base
        if self._task.least.get(figure, low) > low:
            self._units[figure] = down + 1
        elif self._task.most.get(figure, low + self._base) >= low + self._base:
            self._moves.append(_Move(figure, 1))

    def _unit(self, figure: Predicate, number: int | None) -> int | None:
        """Return the unit of a published number, `None` if there is none or it is not on the grid."""
        if number is None:
            return None
        unit, off = divmod(number - self._task.values[figure] + self._task.open_part[figure], self._base)
        return None if off else unit

    def solve(
        self, key: bytes, draws: Mapping[Predicate, int], deadline: float
    ) -> tuple[Status, Mapping[Predicate, int]]:
        rows = RowsBuilder()
        for margin, parts in self._task.sums:
            if not self._add(rows, margin, parts, equal=True):
                return Status.INFEASIBLE, {}
        for part, whole in self._task.nested:
            if not self._add(rows, whole, (part,), equal=False):
                return Status.INFEASIBLE, {}
        if not self._moves:
            return Status.OPTIMAL, self._units
        ones = np.ones(len(self._moves), dtype=np.int64)
        program = Program(rows.build(), ones, integer=True, deadline=deadline)
        answer = program.minimise(np.array([self._cost(move, key, draws) for move in self._moves]))
        if answer.values is None:
            return answer.status, {}
        return answer.status, self._moved(np.rint(answer.values).astype(np.int64).tolist())

    def _add(self, rows: RowsBuilder, whole: Predicate, parts: tuple[Predicate, ...], *, equal: bool) -> bool:
        """Add `whole = parts` or `whole >= parts`; False when nothing can move and it does not hold."""
        columns = [column for figure in (whole, *parts) for column in self._columns.get(figure, ())]
        moves = [self._moves[column] for column in columns]
        signs = [move.step if move.figure == whole else -move.step for move in moves]
        gap = sum(self._units[part] for part in parts) - self._units[whole]
        if columns:
            upper = gap if equal else NO_LIMIT
            rows.add(np.array(columns, dtype=np.int64), np.array(signs, dtype=np.int64), gap, upper)
        return bool(columns) or gap == 0 or (gap < 0 and not equal)

    @cached_property
    def _columns(self) -> Mapping[Predicate, list[int]]:
        columns: dict[Predicate, list[int]] = {}
        for column, move in enumerate(self._moves):
            columns.setdefault(move.figure, []).append(column)
        return columns

    def _cost(self, move: _Move, key: bytes, draws: Mapping[Predicate, int]) -> float:
        figure = move.figure
        times = draws.get(figure, 0)
        draw = rounding_draw(key, figure, self._task.values[figure], times)
        share = (self._task.open_part[figure] % self._base) / self._base
        if move.gives_up:  # a number that falls tells more, when counts are known to rise
            return _GIVE_UP_A_NUMBER * (1 + times) * (1 if move.step > 0 else 3) + draw
        return draw - share if share else _MOVE_A_MULTIPLE + draw

    def _moved(self, taken: list[int]) -> Mapping[Predicate, int]:
        units = dict(self._units)
        for move, times in zip(self._moves, taken, strict=True):
            units[move.figure] += move.step * times
        return units
