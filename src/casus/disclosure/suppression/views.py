# SPDX-License-Identifier: EUPL-1.2
"""One attacker's view during the search: what is open, what is not, and what would have to give."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from casus.disclosure.solving.rows import Flags, Floats, Ints
from casus.disclosure.suppression.attacker import Effort, Extreme, Leeway, Model
from casus.disclosure.suppression.puzzle import Compact
from casus.disclosure.suppression.witnesses import Witnesses

FAR = 10_000.0
_SLACK = 1e-6
_TINY = 1e-9
_IDLE = 2


class Sight:
    """A view with the answers found so far and the programs that find more."""

    def __init__(self, view: Compact, leeway: Leeway, effort: Effort) -> None:
        self.view, self._leeway, self._effort = view, leeway, effort
        self.witnesses = Witnesses(view, leeway.values)
        self.hopeless = np.zeros(len(view.goals), dtype=bool)
        self.reach = _reach(view)
        self._random = np.random.default_rng(7)

    @cached_property
    def _attacker(self) -> Model:
        clues = sorted({number for given in self.view.given for number, _, _ in given})
        return Model(self.view, self._leeway, np.array(clues, dtype=np.int64), self._effort)

    @cached_property
    def _integer(self) -> Model:
        clues = sorted({number for given in self.view.given for number, _, _ in given})
        return Model(self.view, self._leeway, np.array(clues, dtype=np.int64), self._effort, integer=True)

    @cached_property
    def mender(self) -> Model:
        """The program in which goals can be asked for, and figures withheld at a price."""
        every = np.arange(self.view.sums.count, dtype=np.int64)
        return Model(self.view, self._leeway, every, self._effort)

    def closed(self, withheld: Flags, *, whole: bool = False) -> Ints:
        """Return the goals not known to be open (`whole`: by integer tables)."""
        return np.flatnonzero(self.witnesses.standing(withheld, whole=whole).closed & ~self.hopeless)

    def explore(self, withheld: Flags, rounds: int, *, whole: bool = False) -> Ints:
        """Push all closed goals at once in random directions and back; return those still closed."""
        left = self.closed(withheld, whole=whole)
        if len(left):
            self._attacker.withhold(withheld.astype(np.float64), FAR)
        idle = 0
        for _ in range(rounds):
            if not len(left) or idle == _IDLE:
                break
            before = len(left)
            for clues, goals in self.witnesses.groups:
                self._push(clues, np.intersect1d(goals, left))
            left = self.closed(withheld, whole=whole)
            idle = 0 if len(left) < before else idle + 1
        return left

    def fractional(self, withheld: Flags) -> Ints:
        """Return the goals that integer tables do not open; raises GaveUp."""
        failed: list[int] = []
        left = self.explore(withheld, 6, whole=True)
        if len(left):
            self._integer.withhold(withheld.astype(np.float64), FAR)
        while len(left):
            goal = int(left[0])
            self._integer.know(self.view.given[goal])
            for sign in (1.0, -1.0):
                columns = self._integer.furthest(int(self.view.about[goal]), sign)
                if columns is not None:
                    self.witnesses.add(np.rint(columns))
            left = np.setdiff1d(self.closed(withheld, whole=True), failed)
            if goal in left:
                failed.append(goal)
                left = np.setdiff1d(left, failed)
        return np.array(failed, dtype=np.int64)

    def _push(self, clues: tuple[tuple[int, int, int], ...], goals: Ints) -> None:
        if not len(goals):
            return
        self._attacker.know(clues)
        weights = np.zeros(self.view.sums.count)
        weights[self.view.about[goals]] = self._random.choice((-1.0, 1.0), len(goals))
        for direction in (weights, -weights):
            columns = self._attacker.push(direction)
            if columns is not None:
                self.witnesses.add(columns)

    def settle(self, withheld: Flags) -> Ints:
        """Try goal after goal; return those closed for certain."""
        failed: list[int] = []
        self._attacker.withhold(withheld.astype(np.float64), FAR)
        while True:
            left = np.setdiff1d(self.closed(withheld), failed)
            if not len(left):
                return np.array(failed, dtype=np.int64)
            goal = int(left[0])
            self._attacker.know(self.view.given[goal])
            for sign in (1.0, -1.0):
                end = self._attacker.extreme(int(self.view.about[goal]), sign)
                if end is not None:
                    self.witnesses.add(end.columns)
            if goal in self.closed(withheld):
                failed.append(goal)

    def cuts(self, share: Floats, goals: Ints, reach: float) -> Iterator[tuple[int, Floats]]:
        """Yield (goal, cut) for what a choice in shares leaves closed."""
        self._attacker.withhold(share, reach)
        whole = bool(np.all((share < _SLACK) | (share > 1 - _SLACK)))
        for clues, members in self.witnesses.groups:
            asked = np.intersect1d(members, goals)
            if len(asked):
                self._attacker.know(clues)
            for goal in asked.tolist():
                if whole and goal not in self.closed(share > 0.5):
                    continue
                number = int(self.view.about[goal])
                ends = self._attacker.extreme(number, 1.0), self._attacker.extreme(number, -1.0)
                if ends[0] is None or ends[1] is None:
                    continue
                if whole:
                    self.witnesses.add(ends[0].columns)
                    self.witnesses.add(ends[1].columns)
                for cut in self._cuts_of(goal, ends[0], ends[1], share, reach):
                    yield goal, cut

    def _cuts_of(
        self, goal: int, most: Extreme, least: Extreme, share: Floats, reach: float
    ) -> Iterator[Floats]:
        known = self.witnesses
        (top, up), (bottom, down) = (self._split(end, share, reach) for end in (most, least))
        asked = [(known.width[goal] - 1 - top - bottom, up + down)]
        asked.append((-known.down_to[goal] - bottom, down))
        asked.append((known.up_to[goal] - top, up))
        for need, gives in asked:
            if need > _SLACK:
                cut = np.minimum(gives, need) / need
                if cut @ share < 1 - 1e-5:
                    yield cut

    def _split(self, end: Extreme, share: Floats, reach: float) -> tuple[float, Floats]:
        """Return what an extreme is with nothing withheld, and what each figure can add to it at most."""
        price = np.where(np.abs(end.price) < _TINY, 0.0, end.price)
        rise, most = np.where(price > 0, price, 0.0), self._leeway.rise
        fall = np.where(price < 0, -price, 0.0) * self._leeway.fall
        now = rise * np.minimum(most, reach) + fall
        return end.value - float(now @ share), rise * np.minimum(most, 2 * min(reach, self.reach)) + fall


def _reach(view: Compact) -> float:
    """Return how far a figure may have to move for a goal: the most that any goal asks for."""
    asked = [max(goal.width - 1, goal.up_to or 0, goal.down_to or 0) for goal in view.goals]
    return float(max(asked, default=1))
