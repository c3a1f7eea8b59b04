# SPDX-License-Identifier: EUPL-1.2
"""The attack: what can be derived from a release together with everything published before.

It takes nothing from the rounding or the suppression: only published tables, as an outsider sees them.
All counted states of a measure that can be related stand in one system of constraints over atoms (one
state: chain.py with no links), once by "nothing was taken away" and once by "few changed" (disclosure.md
5.1); small figures, differences, rests, lines and increments of every state in it must stay open, for an
outsider and for insiders (insiders.py).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

import numpy as np

from casus.disclosure.attack.chain import (
    changed,
    exclusive_filters,
    grown,
    in_order,
    increments,
    together,
    windows,
    with_rest,
)
from casus.disclosure.attack.evidence import Asked, evidence_of
from casus.disclosure.attack.insiders import Gain, Inside
from casus.disclosure.attack.knowledge import Picture
from casus.disclosure.attack.pool import Goal
from casus.disclosure.attack.proof import Evidence
from casus.disclosure.attack.system import Link, System, TooComplex
from casus.disclosure.attack.targets import Kind, Target, increment, place_of, targets_of
from casus.disclosure.attack.verdict import Finding, Verdict, joined
from casus.disclosure.attack.witness import Proof, Search, Tick, prove
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.solving.rows import Floats

__all__ = ["Finding", "Questions", "TooComplex", "Verdict", "attack", "questions"]


_SAME = 1e-6


class Chain(Protocol):
    """One kind of assumption about states (chain.py)."""

    def __call__(self, states: Sequence[Picture], false: frozenset[Link] = ...) -> list[Link]: ...


@dataclass
class Questions:
    """A system with what has to stay open in it: for each goal its target and its state."""

    system: System
    relation: str | None
    goals: list[Goal] = field(default_factory=list)
    targets: list[Asked] = field(default_factory=list)

    def ask(self, target: Target, state: int, before: int | None = None) -> None:
        """Take in a target, unless nobody can be in it."""
        goal = self.system.goal(state, target, before)
        if goal is not None:
            self.goals.append(goal)
            self.targets.append((target, state, before))


def attack(now: Picture, earlier: Sequence[Picture], deadline: float, *, tick: Tick | None = None) -> Verdict:
    """Attack the counted state of today (all its releases) together with the earlier ones of its measure.

    Raises ClassificationDiffers when today's tables cannot be related, TooComplex.
    """
    states, left_out = in_order(now, earlier)
    verdicts: list[Verdict] = []
    for window in windows(states):
        verdicts.append(_Attack(window, deadline, tick).verdict(left_out))
        if verdicts[-1].findings:
            break
    return joined(verdicts)


def questions(now: Picture, earlier: Sequence[Picture], *, separate: bool = False) -> Iterator[Questions]:
    """Yield every system of an attack with its goals (targets that matter), as `attack` proves them."""
    for states in windows(in_order(now, earlier)[0]):
        for number, chain in enumerate((grown, changed)):
            links = _near(states, chain(states))
            if links or number == 0:
                yield _asked(states, links, exclusive_filters(states), separate=separate)


def _near(states: Sequence[Picture], links: Sequence[Link]) -> list[Link]:
    """Return the links by which states hang together with today's."""
    near = together(links, len(states) - 1)
    return [link for link in links if link.less in near]


def _asked(
    states: Sequence[Picture],
    links: Sequence[Link],
    exclusive: Mapping[str, Sequence[str]],
    *,
    separate: bool,
) -> Questions:
    """Return the system of the states that are linked with the last, with its questions."""
    near = together(links, len(states) - 1)
    place = {state: number for number, state in enumerate(near)}
    own = [states[state] for state in near]
    renumbered = [Link(place[link.less], place[link.more], link.changed) for link in links]
    relation = None if not links else "changed" if links[0].changed is not None else "added"
    asked = Questions(System(own, renumbered, exclusive, separate=separate), relation)
    for number, state in enumerate(own):
        for target in targets_of(state, exclusive):
            if target.matters:
                asked.ask(target, number)
    for link, figure in increments(own, renumbered):
        rise = increment(figure, own[link.less], own[link.more])
        if rise is not None:
            asked.ask(rise, link.more, link.less)
    return asked


class _Attack:
    def __init__(self, states: Sequence[Picture], deadline: float, tick: Tick | None) -> None:
        self._states, self._deadline, self._tick = states, deadline, tick
        self._proofs: list[tuple[Questions, Proof]] = []
        self._insiders = 0
        self._inside: list[int] = []
        self._evidence: list[Evidence] = []
        self._inherited = 0

    def verdict(self, left_out: int) -> Verdict:
        findings: list[Finding] = []
        for number, chain in enumerate((grown, changed)):
            if not findings and (number == 0 or _near(self._states, chain(self._states))):
                findings += self._proven(chain)
        spreads = [int(p.spread.min()) for _, p in self._proofs if len(p.spread)]
        shown = {Kind.CELL, Kind.DIFFERENCE}  # the other kinds are only made where the truth is small
        public = sum(target.kind in shown for target in targets_of(self._states[-1]))
        return Verdict(
            tuple(findings),
            public,
            min(spreads, default=None),
            sum(proof.witnesses for _, proof in self._proofs),
            sum(proof.check_seconds for _, proof in self._proofs),
            left_out,
            self._insiders,
            min(self._inside, default=None),
            () if findings else tuple(self._evidence),
            max((len(asked.goals) for asked, _ in self._proofs), default=0),
            self._inherited,
        )

    def _proven(self, chain: Chain) -> list[Finding]:
        """Prove one chain; assumptions by which nothing fits are given up, the boldest first."""
        exclusive = exclusive_filters(self._states)
        false: frozenset[Link] = frozenset()
        while True:
            links = _near(self._states, chain(self._states, false))
            asked = _asked(self._states, links, exclusive, separate=False)
            search = self._search(asked)
            proof = search.run()
            if not proof.contradiction:
                return (
                    self._found(asked, search, proof)
                    if len(proof.pool)
                    else [_contradicted(self._states[-1])]
                )
            if exclusive and not self._fits(links, exclusive):
                exclusive = with_rest(exclusive)
                continue
            more = self._false(links)
            if not more:  # nothing explains it: the solver contradicts itself, or today's figures do
                return [_contradicted(self._states[-1])]
            false |= more

    def _found(self, asked: Questions, search: Search, proof: Proof) -> list[Finding]:
        """Return what outsiders find, or else insiders; not what was known before this release."""
        widths = self._before(asked, proof)
        before = frozenset(n for n, width in widths.items() if proof.ends[n].width >= width - _SAME)
        self._proofs.append((asked, proof))
        self._inherited = max(self._inherited, len(before))
        found = [replace(finding, before=widths.get(number))
                 for number, finding in _findings(asked, proof) if number not in before]  # fmt: skip
        if not found:
            self._evidence.append(evidence_of(asked.system, asked.targets, proof.pool, before))
        return found or self._from_inside(asked, search, before)

    def _before(self, asked: Questions, proof: Proof) -> dict[int, float]:
        """Return the (linear) width of goals that earlier releases alone leave too narrow.

        What others published, or an older rule left open, is not undone by keeping today's tables back.
        """
        numbers = [number for number in proof.narrow if number in proof.ends]
        if not numbers or all(s.release is None for state in asked.system.states for s in state.sources):
            return {}
        system = asked.system
        past = System([state.before() for state in system.states], system.links, system.exclusive)
        goals = [asked.goals[number] for number in numbers]
        old = prove(past.rows, past.upper, goals, self._deadline, lower=past.lower, tick=self._tick)
        return {number: old.ends[place].width for place, number in enumerate(numbers) if place in old.ends}

    def _false(self, links: Sequence[Link]) -> set[Link]:
        """Return links that the figures contradict: each alone, or else the last ones that do not fit."""
        alone = {link for link in links if not self._fits([link], {})}
        if alone:
            return alone
        kept: list[Link] = []
        for link in reversed(links):
            if self._fits([*kept, link], {}):
                kept.append(link)
        return {*links} - {*kept}

    def _fits(self, links: Sequence[Link], exclusive: Mapping[str, Sequence[str]]) -> bool:
        """Solve anew, from nothing: tell whether any table fits these assumptions."""
        ends = sorted({len(self._states) - 1}.union(*((link.less, link.more) for link in links)))
        place = {state: number for number, state in enumerate(ends)}
        own = [Link(place[link.less], place[link.more], link.changed) for link in links]
        system = System([self._states[state] for state in ends], own, exclusive)
        goal = Goal(np.zeros(0, dtype=np.int64), 1, matters=False)
        proof = prove(system.rows, system.upper, [goal], self._deadline, lower=system.lower, tick=self._tick)
        return not proof.contradiction

    def _search(self, asked: Questions) -> Search:
        system = asked.system
        return Search(
            system.rows, system.upper, asked.goals, self._deadline, lower=system.lower, tick=self._tick
        )

    def _from_inside(self, asked: Questions, search: Search, before: frozenset[int]) -> list[Finding]:
        """Return what insiders find; only asked when outsiders find nothing."""
        inside = Inside(
            asked.system, search, asked.goals, [target for target, *_ in asked.targets], sorted(before)
        )
        inside.run()
        self._insiders = max(self._insiders, len(inside.insiders))
        self._inside += [] if inside.narrowest is None else [inside.narrowest]
        return [_inside_finding(asked, gain) for gain in inside.gains]


def _inside_finding(asked: Questions, gain: Gain) -> Finding:
    target, *_ = asked.targets[gain.goal]
    return replace(
        _finding(asked, target, gain.spread, gain.need, proven=gain.proven),
        insider=gain.insider.code,
        own=gain.insider.own,
        place=gain.insider.place,
    )


def _contradicted(now: Picture) -> Finding:
    table = now.sources[0].table
    return Finding(
        table.code, table.figures[0].cell, 0, 0, proven=False, release=None, relation=None, figures=()
    )


def _findings(asked: Questions, proof: Proof) -> Iterator[tuple[int, Finding]]:
    """Yield the goals that do not stay open, by number, as findings."""
    for goals, proven in ((proof.narrow, True), (proof.unproven, False)):
        for number in goals:
            target, *_ = asked.targets[number]
            found = _finding(asked, target, int(proof.spread[number]), target.need, proven=proven)
            end = proof.ends.get(number)
            if end is not None:
                slopes = tuple(_slopes(asked.system, end.rows, end.columns))
                found = replace(found, width=end.width, slopes=slopes)
            yield number, found


def _finding(asked: Questions, target: Target, spread: int, need: int, *, proven: bool) -> Finding:
    table, cell = place_of(target)
    return Finding(
        table,
        cell,
        spread,
        need,
        proven,
        _release(asked, target),
        asked.relation,
        (target.figure, *target.minus),
        target.kind,
        _changed(asked),
    )


def _changed(asked: Questions) -> int | None:
    return max((link.changed for link in asked.system.links if link.changed is not None), default=None)


def _release(asked: Questions, target: Target) -> int | None:
    """Return the earlier release that plays a part: the target's own, else the latest."""
    if target.known.source.release is not None:
        return target.known.source.release
    found = [s.release for state in asked.system.states for s in state.sources if s.release is not None]
    return max(found, default=None)


def _slopes(system: System, rows: Floats, columns: Floats) -> Iterator[tuple[Predicate, float]]:
    """Yield how a width changes with each number of the release that is being made.

    A lower bound that does not move with the number (0 for a 0 that is shown) does not count: a width is
    rather thought to grow too much than too little, so that nothing is given up for it in vain.
    """
    today = len(system.states) - 1
    slopes: dict[Predicate, float] = {}
    for figures, found in ((system.row_figures, rows), (system.column_figures, columns)):
        for place, (state, figure) in figures.items():
            known = system.states[state].figures[figure]
            moves = known.shown is not None and known.low + known.high == 2 * known.shown
            slope = float(found[1, place] + (found[0, place] if moves else 0.0))
            if state == today and abs(slope) > 1e-9:
                slopes[figure] = slopes.get(figure, 0.0) + slope
    yield from sorted(slopes.items())
