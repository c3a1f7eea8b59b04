# SPDX-License-Identifier: EUPL-1.2
"""Controlled random rounding: one integer program over all linked tables of a population.

Every figure becomes one of the two multiples of the base around its true value (multiples stay: zero-
restricted), such that all margins add up; which of the two is drawn unbiased from a keyed, sticky
number per figure, and the program departs from the draws where they come out closest (disclosure.md
5.3). Only when no such rounding exists may multiples other than 0 move by one base as well ("relaxed").
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from casus.disclosure.predicates import Predicate
from casus.disclosure.seals import rounding_draw
from casus.disclosure.solver import NO_LIMIT, Program, RowsBuilder, Status

Sum = tuple[Predicate, tuple[Predicate, ...]]
_MOVE_A_MULTIPLE = 4.0


@dataclass(frozen=True)
class RoundingTask:
    """True `values` of all figures of a population and how they add up (`sums`: margin, parts).

    `open_part` is what of a value is not published exactly (firms): only that part is rounded.
    `kept`: numbers that stand already; `least`/`most`: bounds from earlier numbers; `nested`: (part,
    whole) pairs beyond `sums` whose numbers should be in order. Bounds and order are given up first.
    """

    values: Mapping[Predicate, int]
    open_part: Mapping[Predicate, int]
    sums: tuple[Sum, ...]
    kept: Mapping[Predicate, int] = field(default_factory=dict)
    least: Mapping[Predicate, int] = field(default_factory=dict)
    most: Mapping[Predicate, int] = field(default_factory=dict)
    nested: tuple[tuple[Predicate, Predicate], ...] = ()

    def without_bounds(self) -> "RoundingTask":
        """Return the task with only the numbers that stand."""
        return RoundingTask(self.values, self.open_part, self.sums, self.kept)


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


def round_figures(
    task: RoundingTask, base: int, key: bytes, draws: Mapping[Predicate, int], deadline: float
) -> Rounded:
    """Round all figures, preferring less and less: with bounds, without, relaxed; raises CannotRound.

    `draws`: how often a figure has been drawn anew (absent = 0).
    """
    attempts = ((task, False), (task.without_bounds(), False), (task.without_bounds(), True))
    status = Status.INFEASIBLE
    for attempt, relaxed in attempts:
        grid = _Grid(attempt, base, relaxed=relaxed)
        status, units = grid.solve(key, draws, deadline)
        if status is Status.OPTIMAL:
            return grid.rounded(units)
        if status is not Status.INFEASIBLE:
            break
    raise CannotRound(status)


class _Grid:
    """The integer program in units of the base: fixed units plus moves of one unit up or down."""

    def __init__(self, task: RoundingTask, base: int, *, relaxed: bool) -> None:
        self._task, self._base = task, base
        self._order = sorted(task.values)
        self._units: dict[Predicate, int] = {}
        self._moves: list[tuple[Predicate, int]] = []
        for figure in self._order:
            self._place(figure, relaxed=relaxed)

    def _place(self, figure: Predicate, *, relaxed: bool) -> None:
        task, base = self._task, self._base
        exact = task.values[figure] - task.open_part[figure]
        down, rest = divmod(task.open_part[figure], base)
        self._units[figure] = down
        if figure in task.kept and (task.kept[figure] - exact) % base == 0:
            self._units[figure] = (task.kept[figure] - exact) // base
        elif rest:
            low, high = exact + down * base, exact + (down + 1) * base
            if task.least.get(figure, low) > low:
                self._units[figure] = down + 1
            elif task.most.get(figure, high) >= high:
                self._moves.append((figure, 1))
        elif relaxed and down:
            self._moves += [(figure, 1), (figure, -1)]

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
        signs = [step if figure == whole else -step for figure, step in map(self._moves.__getitem__, columns)]
        gap = sum(self._units[part] for part in parts) - self._units[whole]
        if columns:
            upper = gap if equal else NO_LIMIT
            rows.add(np.array(columns, dtype=np.int64), np.array(signs, dtype=np.int64), gap, upper)
        return bool(columns) or gap == 0 or (gap < 0 and not equal)

    @cached_property
    def _columns(self) -> Mapping[Predicate, list[int]]:
        columns: dict[Predicate, list[int]] = {}
        for column, (figure, _) in enumerate(self._moves):
            columns.setdefault(figure, []).append(column)
        return columns

    def _cost(self, move: tuple[Predicate, int], key: bytes, draws: Mapping[Predicate, int]) -> float:
        figure, _ = move
        share = (self._task.open_part[figure] % self._base) / self._base
        draw = rounding_draw(key, figure, self._task.values[figure], draws.get(figure, 0))
        return draw - share if share else _MOVE_A_MULTIPLE + draw

    def _moved(self, taken: list[int]) -> Mapping[Predicate, int]:
        units = dict(self._units)
        for (figure, step), times in zip(self._moves, taken, strict=True):
            units[figure] += step * times
        return units

    def rounded(self, units: Mapping[Predicate, int]) -> Rounded:
        task, base = self._task, self._base
        values = {f: task.values[f] - task.open_part[f] + base * units[f] for f in self._order}
        if any(values[margin] != sum(values[part] for part in parts) for margin, parts in task.sums):
            raise CannotRound(Status.UNPROVEN)
        errors = [abs(values[figure] - task.values[figure]) for figure in self._order]
        if max(errors, default=0) > base:
            raise CannotRound(Status.UNPROVEN)
        return Rounded(values, relaxed=max(errors, default=0) == base)
