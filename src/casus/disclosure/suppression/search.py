# SPDX-License-Identifier: EUPL-1.2
"""The search for the cheapest figures to withhold: witnesses, cuts, a first choice, and ever better ones.

1. Witness heuristic: one table that opens as many goals as it can while it moves few further figures
   (least absolute deviations, reweighted towards few cells). 2. Cuts at fractional choices: a bound, and a
   picture of where withholding pays. 3. A choice from that picture, completed until all is open.
4. Ever better ones: part of the choice is set free and chosen anew, in whole numbers, under all cuts.
Everything is counted in work, not in seconds, so that equal puzzles have equal answers.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from casus.disclosure.solving.rows import Flags
from casus.disclosure.suppression.attacker import Effort, GaveUp, Leeway
from casus.disclosure.suppression.master import Master
from casus.disclosure.suppression.mending import mended
from casus.disclosure.suppression.puzzle import Puzzle, compact
from casus.disclosure.suppression.views import FAR, Sight

Tick = Callable[[int], None]
_EXPLORATIONS = 24
_HANDFUL = 40
_SWEEPS = 5
_BOUND_PART = 0.5
_SETTLE_ROUNDS = 40
_FIRST_SIZE = 60
_MOST_SIZE = 120
_FAILS = 12
_SOME, _ALL = 50, 5000
_WHOLE_ROUNDS = 5


@dataclass(frozen=True)
class Plan:
    """Which figures to withhold; `hidden` is `None` when nothing was found in time.

    `hopeless`: (view, goal) pairs that stay closed whatever is withheld. `cost`, and `bound`: no choice
    costs less (None: unknown). `optimal`: they meet.
    """

    hidden: Flags | None
    cost: float
    bound: float | None
    hopeless: tuple[tuple[int, int], ...]
    cuts: int
    work: float

    @property
    def optimal(self) -> bool:
        """Whether the choice is known to be the cheapest."""
        return self.bound is not None and self.cost <= self.bound + 1e-6


def solve(puzzle: Puzzle, effort: Effort, tick: Tick | None = None) -> Plan:
    """Return the cheapest figures found to withhold such that every goal of every view is open.

    Openness is searched with linear programs and then established with integer tables. Deterministic
    unless `effort.deadline` cuts it off.
    """
    return _Search(puzzle, effort, tick).run()


class _Search:
    def __init__(self, puzzle: Puzzle, effort: Effort, tick: Tick | None) -> None:
        self._puzzle, self._effort, self._tick = puzzle, effort, tick
        self._candidates = np.flatnonzero(~puzzle.hidden & np.isfinite(puzzle.cost))
        leeway = self._leeway()
        self._sights = [Sight(compact(view, self._candidates), leeway, effort) for view in puzzle.views]
        self._master = Master(puzzle.cost[self._candidates], effort)
        self._random = np.random.default_rng(11)
        self._near = self._neighbours()
        self._best: Flags | None = None

    def _leeway(self) -> Leeway:
        puzzle, own = self._puzzle, self._candidates
        values = puzzle.values[own].astype(np.float64)
        rise = np.minimum(puzzle.ceiling[own] - values, FAR)
        return Leeway(puzzle.values[own], rise, values - np.maximum(puzzle.floor[own], 0))

    def _neighbours(self) -> Flags:
        """Return which candidates share a column in some view."""
        count = len(self._candidates)
        near = np.zeros((count, count), dtype=bool)
        for sight in self._sights:
            sums = sight.view.figure_sums()
            inside = np.zeros((count, len(sight.view.upper)), dtype=np.float32)
            inside[np.repeat(np.arange(count), np.diff(sums.start)), sums.index] = 1
            near |= inside @ inside.T > 0
        return near

    def run(self) -> Plan:
        bound = None
        try:
            self._find_hopeless()
            if not len(self._candidates):
                self._take(np.zeros(0, dtype=bool))
                return self._plan(0.0)
            self._take(mended(self._sights, self._master.cost, self._effort))
            bound = self._bound()
            self._complete()
            if self._improve():
                bound = self._cost(self._best)
            self._make_whole()
        except GaveUp:
            pass
        return self._plan(bound)

    def _plan(self, bound: float | None) -> Plan:
        cost, hidden = np.inf, None
        fixed = float(np.where(self._puzzle.hidden, self._puzzle.cost, 0.0)[self._puzzle.hidden].sum())
        if self._best is not None:
            hidden = self._puzzle.hidden.copy()
            hidden[self._candidates[self._best]] = True
            cost = fixed + self._cost(self._best)
        hopeless = tuple(
            (number, int(s.view.origin[goal]))
            for number, s in enumerate(self._sights)
            for goal in np.flatnonzero(s.hopeless)
        )
        whole = None if bound is None else fixed + bound
        return Plan(hidden, cost, whole, hopeless, self._master.cuts, self._effort.spent)

    def _cost(self, chosen: Flags | None) -> float:
        return np.inf if chosen is None else float(self._master.cost[chosen].sum())

    def _take(self, chosen: Flags | None) -> bool:
        """Keep a choice that opens everything if it is the best so far."""
        if chosen is None or self._cost(chosen) >= self._cost(self._best) - 1e-9:
            return False
        self._best = chosen
        return True

    def _tell(self, left: int) -> None:
        if self._tick is not None:
            self._tick(left)

    def _find_hopeless(self) -> None:
        everything = np.ones(len(self._candidates), dtype=bool)
        for sight in self._sights:
            sight.explore(everything, _EXPLORATIONS)
            sight.hopeless[sight.settle(everything)] = True
        self._take(everything)

    def _bound(self) -> float:
        """Add cuts at fractional choices while it pays; return the bound they give.

        Goals are asked in turn, a handful of cuts at a time: the choice moves on after each handful.
        """
        goals = [(sight, goal) for sight in self._sights for goal in np.flatnonzero(~sight.hopeless).tolist()]
        place, sweeps = 0, 0
        while True:
            share, bound = self._master.relaxed()
            fresh, asked = 0, 0
            while asked < len(goals) and fresh < _HANDFUL:
                sight, goal = goals[place % len(goals)]
                place, asked = place + 1, asked + 1
                for _, cut in sight.cuts(share, np.array([goal]), sight.reach):
                    fresh += self._master.add(cut)
            self._tell(len(goals))
            sweeps += asked == len(goals)
            if not fresh or sweeps == _SWEEPS or self._effort.spent > self._effort.limit * _BOUND_PART:
                return bound

    def _check(self, chosen: Flags) -> tuple[bool, int]:
        """Tell whether a choice opens everything, and how many cuts it met if not."""
        share, fresh = chosen.astype(np.float64), 0
        left = [sight.explore(chosen, 2) for sight in self._sights]
        for reach in (None, FAR):
            for sight, goals in zip(self._sights, left, strict=True):
                for _, cut in sight.cuts(share, goals, reach or sight.reach):
                    fresh += self._master.add(cut)
            left = [sight.closed(chosen) for sight in self._sights]
            if fresh or not sum(map(len, left)):
                break
        return not sum(map(len, left)), fresh

    def _choose(self, least: Flags, most: Flags, below: float | None, nodes: int = 100) -> Flags | None:
        """Return a choice between `least` and `most` under `below` that opens everything, if one is found."""
        for _ in range(_SETTLE_ROUNDS):
            chosen = self._master.choose(least, most, below, nodes=nodes, gap=1e-3)
            if chosen is None or self._effort.over:
                return None
            done, fresh = self._check(chosen)
            if done:
                return chosen
            if not fresh:
                return None
        return None

    def _complete(self) -> None:
        """Round the fractional choice, complete it until all is open, and drop what is not needed."""
        none = np.zeros(len(self._candidates), dtype=bool)
        self._take(self._completed(none))
        if self._best is not None:
            self._take(self._choose(none, self._best, self._cost(self._best) - 1e-3))

    def _completed(self, chosen: Flags) -> Flags | None:
        """Choose more by rounding fractional choices until all is open."""
        for _ in range(_SETTLE_ROUNDS):
            chosen = chosen | (self._master.relaxed(chosen)[0] >= 0.5)
            done, fresh = self._check(chosen)
            if done or not fresh:
                return chosen if done else None
        return None

    def _improve(self) -> bool:
        """Choose parts anew while it pays, at last the whole; True when the whole was searched."""
        count = len(self._candidates)
        size, fails, turn = min(_FIRST_SIZE, count), 0, 0
        while self._best is not None and not self._effort.over:
            turn += 1
            self._tell(0)
            whole = size >= count
            freed = np.ones(count, dtype=bool) if whole else self._part(size, turn)
            below = self._cost(self._best) - 1e-3
            found = self._choose(self._best & ~freed, self._best | freed, below, _ALL if whole else _SOME)
            if self._take(found):
                fails = 0
            elif whole:
                return not self._effort.over
            else:
                fails += 1
                if fails % _FAILS == 0:
                    size = int(size * 1.4) + 1 if size < _MOST_SIZE else count
        return False

    def _make_whole(self) -> None:
        """Withhold a little more where only fractions, no integer tables, open a goal."""
        for _ in range(_WHOLE_ROUNDS):
            if self._best is None:
                return
            found = [(sight, sight.fractional(self._best)) for sight in self._sights]
            if not any(len(goals) for _, goals in found):
                return
            for sight, goals in found:
                sight.witnesses.tighten(goals)
            self._best = self._completed(self._best)

    def _part(self, size: int, turn: int) -> Flags:
        """Return candidates to choose anew: where the bound disagrees, or around one that is withheld."""
        assert self._best is not None
        share, _ = self._master.relaxed()
        weight = np.abs(share - self._best) + 0.02
        if turn % 3 != 1 and self._best.any():
            one = self._random.choice(np.flatnonzero(self._best))
            weight = self._near[one] + 0.3 * self._near[self._near[one]].mean(0) + 0.02
        freed = np.zeros(len(weight), dtype=bool)
        freed[self._random.choice(len(weight), size, replace=False, p=weight / weight.sum())] = True
        return freed
