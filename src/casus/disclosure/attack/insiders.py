# SPDX-License-Identifier: EUPL-1.2
"""Insiders: who attacks with a record of their own, or with the caseload of their organisation.

One person knows to be counted in a small cell (there is at least 1); where exact numbers are published,
the stronger knowledge to be the only one there is tested too. Rounding: who knows m own cases is left with
at least `need - m` values of every target, never fewer than 2. Suppression: no target becomes exact (that
fewer than k are possible for an insider is not asked, disclosure.md 4.5). What holds nobody but the insider
is not a target, nor what follows at once from being the only one (the cell, and rests of which it is taken).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from casus.disclosure.attack.joint import Given
from casus.disclosure.attack.knowledge import Picture
from casus.disclosure.attack.pool import Goal, Pool
from casus.disclosure.attack.system import System
from casus.disclosure.attack.targets import Kind, Target
from casus.disclosure.attack.witness import Search
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.model import Method
from casus.disclosure.solving.rows import Flags, Floats, Ints
from casus.disclosure.solving.solver import Status

OWN_RECORD = "own_record"
_ALL = 2**30
_SHARES = (1.0, 0.7, 0.7, 0.5, 0.5, 0.5, 0.5, *(0.3,) * 40)
_ENOUGH = 0.93
_MOST_FOUND = 50
_AT_ONCE = 200


@dataclass(frozen=True)
class Insider:
    """Who knows `own` cases: `given` says of which sums, the figures `places`; `place`: an own record's cell."""

    code: str
    own: int
    given: tuple[Given, ...]
    places: tuple[Predicate, ...]
    place: Predicate | None = None

    @property
    def alone(self) -> bool:
        """Tell whether the insider knows to be the only one in a cell."""
        return self.place is not None and self.given[0].high == 1


@dataclass(frozen=True)
class Gain:
    """A goal that an insider closes, with the number of values left; `proven`: certainly so."""

    insider: Insider
    goal: int
    spread: int
    need: int
    proven: bool


def insiders_of(system: System) -> Iterator[Insider]:
    """Yield the insiders of today's state: one for each small cell with somebody in it, and caseloads."""
    today = len(system.states) - 1
    state = system.states[today]
    for leaf in _small_leaves(state):
        known, columns = state.figures[leaf], system.columns(today, leaf)
        yield Insider(OWN_RECORD, 1, (Given(columns, 1),), (leaf,), leaf)
        if known.method is Method.SUPPRESSION and state.truth[leaf] == 1:
            yield Insider(OWN_RECORD, 1, (Given(columns, 1, 1),), (leaf,), leaf)
    for code, cases in state.caseloads.items():
        places = tuple(leaf for leaf, own in sorted(cases.items()) if own)
        given = tuple(Given(system.columns(today, leaf), cases[leaf]) for leaf in places)
        if given:
            yield Insider(code, _most(cases, state), given, places)


def _most(cases: Mapping[Predicate, int], state: Picture) -> int:
    """Return the number of own cases: the most that any one table counts."""
    found = [
        sum(cases.get(p.rebased(state.base), 0) for p, _ in table.predicates()) for table in state.tables
    ]
    return max(found, default=0)


def _small_leaves(state: Picture) -> list[Predicate]:
    found: set[Predicate] = set()
    for table in state.tables:
        leaves = table.geometry.leaf_set
        found |= {p.rebased(state.base) for p, figure in table.predicates() if figure.cell in leaves}
    return sorted(leaf for leaf in found if 0 < state.truth.get(leaf, 0) < state.figures[leaf].threshold)


class Inside:
    """The attack of insiders on goals that outsiders cannot close; witnesses are shared by all of them.

    Rounding: a few witnesses are looked for that leave room for one person more in every figure. With one
    person more in an insider's cell each of them fits what that insider knows, so that they serve all own
    records at once; that they fit all rows is checked, in integers.
    """

    def __init__(
        self, system: System, search: Search, goals: Sequence[Goal], targets: Sequence[Target],
        without: Sequence[int] = (),
    ) -> None:  # fmt: skip
        self._without = [*without]
        self._system, self._search, self._goals, self._targets = system, search, goals, targets
        self.insiders = tuple(insiders_of(system))
        self.gains: list[Gain] = []
        self.narrowest: int | None = None
        self._roomy_sums: list[Ints] | None = None

    def run(self) -> None:
        """Test all insiders; `gains` holds what is found, `narrowest` the fewest values left."""
        self._search.prepare([given.columns for insider in self.insiders for given in insider.given])
        roomy: Pool | None = None
        for first in range(0, len(self.insiders), _AT_ONCE):
            group = self._group(self.insiders[first : first + _AT_ONCE])
            group.leave_out(self._without)
            group.take_in(self._search.pool)
            if group.missing().any() and any(target.up_to is None for target in self._targets):
                roomy = roomy or self._roomy()
                for number, insider in enumerate(group.insiders):
                    self._one_more(group, number, insider, roomy)
            self._settle(group)
        self._search.know(())

    def _group(self, insiders: Sequence[Insider]) -> "_Group":
        own = np.zeros((len(insiders), len(self._targets)), dtype=np.int64)
        if any(target.up_to is not None for target in self._targets):
            within = (_own_within(self._system, i, self._targets, self._search.pool) for i in insiders)
            own = np.stack([*within])
        return _Group(self._search, insiders, self._targets, own)

    def _settle(self, group: "_Group") -> None:
        group.together()
        for number in np.flatnonzero(group.missing().any(axis=1)).tolist():
            if len(self.gains) < _MOST_FOUND:
                self.gains += group.alone(number)
        least = group.narrowest()
        if least is not None:
            self.narrowest = least if self.narrowest is None else min(least, self.narrowest)

    def _roomy(self) -> Pool:
        """Return witnesses with room for one person more."""
        rows, upper = self._system.with_room()
        goals = [replace(goal, width=max(2, goal.width - 1)) for goal in self._goals]
        search = self._search.sibling(rows, upper, goals)
        search.attempt(np.zeros(self._system.width))
        search.explore()
        return search.pool

    def _one_more(self, group: "_Group", number: int, insider: Insider, roomy: Pool) -> None:
        """Show a group the witnesses with one person more in an insider's own cell."""
        if insider.place is None or insider.alone:
            return
        columns = self._system.somebody(insider.place)
        if columns is None:
            return
        person = np.zeros(self._system.width, dtype=np.int64)
        person[columns] = 1
        added = roomy.measured(person)
        took = self._system.rows.times(person)
        hit = np.flatnonzero(took)
        for table, values, sums in zip(roomy.tables, roomy.values, self._sums(roomy), strict=True):
            if _fits(insider, table):
                group.show(number, values)
                continue
            new = sums[hit] + took[hit]
            fits = np.all(new <= self._system.rows.upper[hit]) and np.all(new >= self._system.rows.lower[hit])
            if fits and np.all(table[columns] < self._system.upper[columns]):
                group.show(number, values + added)

    def _sums(self, roomy: Pool) -> list[Ints]:
        if self._roomy_sums is None:
            self._roomy_sums = [self._system.rows.times(table) for table in roomy.tables]
        return self._roomy_sums


def _own_within(system: System, insider: Insider, targets: Sequence[Target], pool: Pool) -> Ints:
    """Return how many cases of an insider are within each target; exactly where all of it may be the own.

    One person counted in each place tells of which targets it can be part; those are looked at one by one.
    """
    found = np.zeros(len(targets), dtype=np.int64)
    for place, given in zip(insider.places, insider.given, strict=True):
        columns = system.somebody(place)
        if columns is not None:
            person = np.zeros(system.width, dtype=np.int64)
            person[columns] = 1
            found += given.low * pool.measured(person)
    truth = system.states[-1].truth
    for number, target in enumerate(targets):
        small = target.value is not None and 0 < target.value <= insider.own
        if target.up_to is not None and small and _today(target, truth) <= insider.own:
            pairs = zip(insider.places, insider.given, strict=True)
            found[number] = sum(
                given.low
                for place, given in pairs
                if (found[number] and system.within(place, target)) or _same(place, target, given.low, truth)
            )
    return found


def _today(target: Target, truth: Mapping[Predicate, int]) -> int:
    """Return the true value of a target in today's state: who was in it earlier may be somebody else now."""
    figures = (target.figure, *target.minus)
    if any(figure not in truth for figure in figures) or target.kind is Kind.INCREMENT:
        return target.value or 0
    return truth[target.figure] - sum(truth[part] for part in target.minus)


def _same(place: Predicate, target: Target, own: int, truth: Mapping[Predicate, int]) -> bool:
    """Tell whether those in a target are those in a place: both lie in a count that has nobody else."""
    common = tuple(given for given in place.filters if given in target.figure.filters)
    return bool(common) and truth.get(Predicate(place.base, common)) == own


class _Group:
    """Some insiders, and the least and greatest value of every goal that fits what each of them knows."""

    def __init__(
        self, search: Search, insiders: Sequence[Insider], targets: Sequence[Target], own: Ints
    ) -> None:
        self._search, self.insiders = search, insiders
        size = len(insiders), len(targets)
        self._low, self._high = np.full(size, _ALL, dtype=np.int32), np.full(size, -_ALL, dtype=np.int32)
        self._width, self._up = _asked(insiders, targets, own)
        self._seen = 0

    def leave_out(self, goals: Sequence[int]) -> None:
        """Ask nothing about some goals."""
        self._width[:, [*goals]] = 0

    def take_in(self, pool: Pool) -> None:
        """Take in the witnesses found since."""
        for table, values in zip(pool.tables[self._seen :], pool.values[self._seen :], strict=True):
            fits = np.array([_fits(insider, table) for insider in self.insiders], dtype=np.bool_)
            value = np.clip(values, -_ALL, _ALL).astype(np.int32)
            self._low[fits] = np.minimum(self._low[fits], value)
            self._high[fits] = np.maximum(self._high[fits], value)
        self._seen = len(pool)

    def show(self, number: int, values: Ints) -> None:
        """Take in the values of all goals in a table that fits what one insider knows."""
        value = np.clip(values, -_ALL, _ALL).astype(np.int32)
        np.minimum(self._low[number], value, out=self._low[number])
        np.maximum(self._high[number], value, out=self._high[number])

    def missing(self, which: slice = slice(None)) -> Flags:
        """Return which goals are not known to stay open for which insiders."""
        low, high, width = self._low[which], self._high[which], self._width[which]
        apart = np.where(high >= low, high - low, -1)
        missing: Flags = ((apart < width - 1) | (high < self._up[which])) & (width > 0)
        return missing

    def _missed(self, number: int) -> Flags:
        missed: Flags = self.missing(slice(number, number + 1))[0]
        return missed

    def together(self) -> None:
        """Push what is missing with many insiders' knowledge at once: the truth fits all of it.

        What one witness shows with the knowledge of many, it shows for each of them.
        """
        random = np.random.default_rng(7)
        for share in _SHARES:
            missing = self.missing()
            chosen = missing.any(axis=1) & (random.random(len(missing)) < share)
            given = [g for n in np.flatnonzero(chosen) for g in self.insiders[int(n)].given if g.high > 1]
            self._search.know(given)
            weights = missing[chosen].sum(axis=0) * random.choice((-1.0, 1.0), self._low.shape[1])
            if not given or not self._push(weights):
                continue
            self._push(-weights)
            if np.count_nonzero(self.missing()) > _ENOUGH * np.count_nonzero(missing):
                return

    def _push(self, weights: Floats) -> bool:
        """Look for a witness; False when what is known for the moment fits no table."""
        status = self._search.attempt(self._search.pool.cost(weights), rough=True)
        self.take_in(self._search.pool)
        return status is not Status.INFEASIBLE

    def alone(self, number: int) -> list[Gain]:
        """Settle what is missing for one insider."""
        if not self._missed(number).any():
            return []
        insider = self.insiders[number]
        self._search.know(insider.given)
        random = np.random.default_rng(number)
        for sign in (1.0, -1.0):
            weights = self._missed(number) * random.choice((-1.0, 1.0), self._low.shape[1])
            if not self._push(
                sign * weights
            ):  # it is true, so that it must fit: the solver is not to be trusted
                first = int(np.flatnonzero(self._missed(number))[0])
                return [Gain(insider, first, 0, int(self._width[number, first]), proven=False)]
        return [gain for place in np.flatnonzero(self._missed(number))
                if (gain := self._settled(number, int(place))) is not None]  # fmt: skip

    def _settled(self, number: int, place: int) -> Gain | None:
        weights = np.zeros(self._low.shape[1])
        weights[place] = 1.0
        cost = self._search.pool.cost(weights)
        exact = self._search.ends(cost)
        self.take_in(self._search.pool)
        if not self._missed(number)[place]:
            return None
        low, high = int(self._low[number, place]), int(self._high[number, place])
        need = int(self._width[number, place])
        return Gain(self.insiders[number], place, max(0, high - low + 1), need, exact)

    def narrowest(self) -> int | None:
        """Return the fewest values left to one of these insiders."""
        tested = (self._width > 0) & (self._high >= self._low)
        return int((self._high - self._low + 1)[tested].min()) if tested.any() else None


def _fits(insider: Insider, table: Ints) -> bool:
    return all(given.low <= table[given.columns].sum() <= given.high for given in insider.given)


def _asked(insiders: Sequence[Insider], targets: Sequence[Target], own: Ints) -> tuple[Ints, Ints]:
    """Return per insider and target the values that must be left, and the value that must stay possible.

    `own`: cases of each insider within each target. Width 0: no target for this insider.
    """
    need = np.array([target.need for target in targets], dtype=np.int32)
    exact = np.array([target.up_to is not None for target in targets], dtype=np.bool_)
    value = np.array([_ALL if target.value is None else target.value for target in targets])
    group = np.array([target.kind is Kind.GROUP for target in targets], dtype=np.bool_)
    up = np.where(group & exact, 1, -_ALL).astype(np.int32)
    of_cell: dict[Predicate, list[int]] = {}
    for number, target in enumerate(targets):
        for figure in (target.figure, *target.minus):
            of_cell.setdefault(figure, []).append(number)
    widths = []
    for insider, within in zip(insiders, own, strict=True):
        width = np.where(group & exact, 1, np.maximum(2, np.where(exact, 2, need - insider.own)))
        width[exact & ~group & (value <= within)] = 0
        if insider.alone and insider.place is not None:
            width[of_cell.get(insider.place, [])] = 0
        widths.append(width.astype(np.int32))
    return np.stack(widths), np.broadcast_to(up, (len(insiders), len(targets)))
