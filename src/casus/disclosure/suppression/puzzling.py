# SPDX-License-Identifier: EUPL-1.2
"""From a population to the suppression puzzle: decisions, their cost, and the attack's systems as views."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from casus.disclosure.attack.attack import Finding, Questions, questions
from casus.disclosure.attack.insiders import Insider, insiders_of
from casus.disclosure.attack.knowledge import Known, Picture
from casus.disclosure.attack.pool import Goal
from casus.disclosure.attack.targets import Kind, Target
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.policy import firms_exact_from
from casus.disclosure.population import Population
from casus.disclosure.publishing import suppressed_tables
from casus.disclosure.solving.rows import NO_LIMIT, Flags, Ints, Rows
from casus.disclosure.suppression import Clue, Puzzle, View

CELL_COST = 4.0
"""What withholding a figure costs beside the persons in it: both few cells and few persons should go."""
_ZERO_COST = 20.0
_Asked = tuple[Goal, tuple[Clue, ...]]


class Board:
    """The decisions of one population: figures that count the same persons stand or fall together."""

    def __init__(self, population: Population) -> None:
        self._population = population
        self._small = frozenset(self._primary())
        now, earlier = population.pictures(suppressed_tables(population, self._small))
        self._asked = [*questions(now, earlier, separate=True)]
        self._before = _before(now)
        names: dict[tuple[bytes, ...], list[Predicate]] = {}
        for predicate in sorted(population.values):
            names.setdefault(self._columns(predicate), []).append(predicate)
        self._names = [*names.values()]

    def _primary(self) -> Iterator[Predicate]:
        """Yield the figures that are withheld in any case: small, or counting few distinct persons."""
        population = self._population
        below = (
            population.preset.threshold if population.finest is None else firms_exact_from(population.preset)
        )
        for table in population.tables:
            for cell, predicate in table.predicates.items():
                if 0 < population.values[predicate] < below or 0 < table.persons[cell] < below:
                    yield predicate

    def _columns(self, predicate: Predicate) -> tuple[bytes, ...]:
        found = (asked.system.columns(len(asked.system.states) - 1, predicate) for asked in self._asked)
        return tuple(columns.tobytes() for columns in found)

    def figures(self, hidden: Flags) -> frozenset[Predicate]:
        """Return the figures behind decisions."""
        return frozenset(name for number in np.flatnonzero(hidden) for name in self._names[number])

    def puzzle(self, hidden: Flags | None, findings: Sequence[Finding], *, zeros: bool = False) -> Puzzle:
        """Return the puzzle of all goals, or, beside what is `hidden` already, of what was found.

        `zeros`: any zero that is possible at all may be withheld; otherwise only where a line needs it.
        """
        already = self._hidden if hidden is None else hidden
        values = np.array([self._population.values[names[0]] for names in self._names], dtype=np.int64)
        views = []
        for asked in self._asked:
            goals = _all_goals(asked) if hidden is None else [*_goals_of(asked, findings)]
            if goals:
                views.append(self._view(asked, goals, already))
        cost = np.where(self._possible_zeros, _ZERO_COST, self._cost) if zeros else self._cost
        return Puzzle(values, cost, already, *self._knowledge, tuple(views))

    @cached_property
    def _hidden(self) -> Flags:
        """Small figures, and those withheld before of the same counted state; not those known already."""
        floor, ceiling = self._knowledge
        left_out = {p for p, known in self._before.items() if known.shown is None and known.need}
        wanted = self._small | left_out
        chosen = [any(name in wanted for name in names) for names in self._names]
        return np.array(chosen, dtype=bool) & (floor < ceiling)

    @cached_property
    def _knowledge(self) -> tuple[Ints, Ints]:
        """The bounds that stand in the ledger already for each decision."""
        low = np.zeros(len(self._names), dtype=np.int64)
        high = np.full(len(self._names), NO_LIMIT, dtype=np.int64)
        for number, names in enumerate(self._names):
            for known in (self._before[name] for name in names if name in self._before):
                low[number], high[number] = max(low[number], known.low), min(high[number], known.high)
        return low, high

    @cached_property
    def _cost(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Cost per decision; without end for what has to be published: what is known, and zeros.

        A zero may go where a line would tell that all its persons are in one category.
        """
        floor, ceiling = self._knowledge
        lines = self._in_lines()
        cost = np.full(len(self._names), np.inf)
        for number, names in enumerate(self._names):
            value = self._population.values[names[0]]
            if floor[number] == ceiling[number] or any(n in self._population.impossible for n in names):
                continue
            if value:
                cost[number] = len(names) * (value + CELL_COST)
            elif any(name in lines for name in names):
                cost[number] = len(names) * _ZERO_COST
        return cost

    @cached_property
    def _possible_zeros(self) -> Flags:
        floor, ceiling = self._knowledge
        population = self._population
        found = [
            not any(population.values[name] or name in population.impossible for name in names)
            for names in self._names
        ]
        return np.array(found, dtype=bool) & (floor < ceiling)

    def _in_lines(self) -> set[Predicate]:
        """Return the zeros that would have to go for somebody to be in the rest of such a line."""
        found: set[Predicate] = set()
        zeros = [predicate for predicate, value in self._population.values.items() if not value]
        for asked in self._asked[:1]:
            today = len(asked.system.states) - 1
            targets = (target for target, *_ in asked.targets)
            pairs = zip(asked.goals, targets, strict=True)
            rests = [goal.columns for goal, target in pairs if target.kind is Kind.GROUP]
            rest = np.unique(np.concatenate(rests)) if rests else np.zeros(0, dtype=np.int64)
            for predicate in zeros if len(rest) else ():
                if len(np.intersect1d(asked.system.columns(today, predicate), rest)):
                    found.add(predicate)
        return found

    def _view(self, asked: Questions, goals: Sequence[_Asked], already: Flags) -> View:
        system, today = asked.system, len(asked.system.states) - 1
        row_of = {figure: row for row, (state, figure) in system.row_figures.items() if state == today}
        keep = np.ones(system.rows.count, dtype=bool)
        shown = np.full(len(self._names), -1, dtype=np.int64)
        low, high = system.rows.lower.copy(), system.rows.upper.copy()
        for number, names in enumerate(self._names):
            own = [row_of[name] for name in names if name in row_of]
            keep[own[1:]] = False
            if not own:
                continue
            floor, ceiling = (int(bound[number]) for bound in self._knowledge)
            if already[number]:
                low[own[0]], high[own[0]] = floor, ceiling
                keep[own[0]] = floor > 0 or ceiling < NO_LIMIT
            else:
                low[own[0]] = high[own[0]] = self._population.values[names[0]]
                shown[number] = own[0]
        place = np.cumsum(keep) - 1
        shown[shown >= 0] = place[shown[shown >= 0]]
        rows = _kept(system.rows, keep, low, high)
        found, clues = zip(*goals, strict=True)
        return View(rows, system.lower, system.upper, shown, tuple(found), tuple(clues))


def _kept(rows: Rows, keep: Flags, low: Ints, high: Ints) -> Rows:
    lengths = np.diff(rows.start)
    inside = np.repeat(keep, lengths)
    start = np.concatenate(([0], np.cumsum(lengths[keep]))).astype(np.int64)
    return Rows(start, rows.index[inside], rows.value[inside], low[keep], high[keep])


def _before(now: Picture) -> Mapping[Predicate, Known]:
    """Return what earlier releases tell of the figures of the same counted state."""
    sources = tuple(source for source in now.sources if source.release is not None)
    return Picture(now.base, sources, now.truth).figures


def _all_goals(asked: Questions) -> list[_Asked]:
    return [(goal, ()) for goal in asked.goals if goal.matters]


def _goals_of(asked: Questions, findings: Sequence[Finding]) -> Iterator[_Asked]:
    """Yield what was found as goals: as they are, or under an insider's clues."""
    wanted: dict[tuple[Kind, tuple[Predicate, ...]], list[Finding]] = {}
    for found in findings:
        wanted.setdefault((found.kind, found.figures), []).append(found)
    insiders = [*insiders_of(asked.system)] if any(found.insider for found in findings) else []
    for goal, (target, *_) in zip(asked.goals, asked.targets, strict=True):
        for found in wanted.get((target.kind, (target.figure, *target.minus)), ()):
            if found.insider is None:
                yield goal, ()
            else:
                yield from _inside(goal, target, found, insiders)


def _inside(goal: Goal, target: Target, found: Finding, insiders: Iterable[Insider]) -> Iterator[_Asked]:
    for insider in insiders:
        if (insider.code, insider.place) != (found.insider, found.place):
            continue
        if insider.alone and (target.figure == insider.place or insider.place in target.minus):
            continue
        up_to = goal.up_to if target.kind is Kind.GROUP else None
        clues = tuple(Clue(given.columns, given.low, given.high) for given in insider.given)
        width = goal.width if goal.up_to is not None else max(2, goal.width - insider.own)
        yield Goal(goal.columns, width, goal.matters, None, up_to, goal.less), clues
