# SPDX-License-Identifier: EUPL-1.2
"""The attack: what can be derived from a release together with everything published before.

It takes nothing from the rounding: only published tables, as an outsider sees them. One system of
constraints over atoms holds all tables of one counted state. Earlier states of the same population are
related by assumptions an attacker may know to be true: at most m persons changed (m = 1, 3), or nothing
was ever taken away (disclosure.md 5.1). Assumptions that the true counts contradict are not tested: who
makes them derives what is false.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.atoms import Atoms
from casus.disclosure.axes import ClassificationDiffers, merged_axes
from casus.disclosure.knowledge import Picture, Source, Target, atoms_of, targets_of
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import Cell
from casus.disclosure.predicates import Predicate
from casus.disclosure.rows import NO_LIMIT, Ints, RowsBuilder
from casus.disclosure.witness import Goal, Proof, prove

MAX_ATOMS = 60_000


class TooComplex(Exception):
    """The linked tables of a population have more atoms than can be attacked in time."""

    def __init__(self, atoms: int) -> None:
        super().__init__(atoms)
        self.atoms = atoms


@dataclass(frozen=True)
class Relation:
    """An assumption that relates two counted states: `changed` records at most, or only additions."""

    code: str
    changed: int | None = None


RELATIONS = (Relation("changed", 1), Relation("changed", 3), Relation("added"))


@dataclass(frozen=True)
class Finding:
    """A target that does not stay open: `spread` values are left where `need` are asked.

    `proven`: the attacker's gain is certain; otherwise safety was not proven (in time). `release`: the
    earlier release involved, if one is. `figures`: what the target is made of.
    """

    table: str
    cell: Cell
    spread: int
    need: int
    proven: bool
    release: int | None
    relation: str | None
    figures: tuple[Predicate, ...]


@dataclass(frozen=True)
class Verdict:
    """The outcome of an attack; safe when there are no findings."""

    findings: tuple[Finding, ...]
    targets: int
    narrowest: int | None
    witnesses: int
    check_seconds: float


def attack(now: Picture, earlier: Sequence[Picture], deadline: float) -> Verdict:
    """Attack one population: the counted state of today (all its releases), then with each earlier one."""
    targets = [*targets_of(now)]
    verdicts = [_Attack((now,), None).run(targets, (), deadline)]
    for past in earlier:
        related = _relatable(past, now)
        for relation in RELATIONS:
            if verdicts[-1].findings or time.monotonic() > deadline:
                break
            if related.figures and _may_hold(relation, now, related):
                old = [*targets_of(related)]
                verdicts.append(_Attack((now, related), relation).run(targets, old, deadline))
    return _together(verdicts, unfinished=time.monotonic() > deadline, now=now)


def _together(verdicts: list[Verdict], now: Picture, *, unfinished: bool) -> Verdict:
    findings = tuple(finding for verdict in verdicts for finding in verdict.findings)
    if unfinished and not findings:
        table = now.sources[0].table
        findings = (Finding(table.code, table.figures[0].cell, 0, 0, False, None, None, ()),)
    spreads = [verdict.narrowest for verdict in verdicts if verdict.narrowest is not None]
    return Verdict(
        findings,
        verdicts[0].targets,
        min(spreads, default=None),
        sum(verdict.witnesses for verdict in verdicts),
        sum(verdict.check_seconds for verdict in verdicts),
    )


def _relatable(past: Picture, now: Picture) -> Picture:
    """Return what of an earlier state is classified as today; other tables cannot be set side by side."""
    kept: list[Source] = []
    for source in past.sources:
        try:
            merged_axes((*now.tables, *(other.table for other in kept), source.table))
        except ClassificationDiffers:
            continue
        kept.append(source)
    return Picture(now.base, tuple(kept), past.truth)


def _may_hold(relation: Relation, now: Picture, past: Picture) -> bool:
    """Tell whether the true counts, as far as at hand, allow the assumption."""
    if relation.changed is None:
        common = now.truth.keys() & past.truth.keys()
        return all(now.truth[figure] >= past.truth[figure] for figure in common)
    for table in now.tables:
        gone, come = _changes(table, now, past)
        if max(gone, come) > relation.changed:
            return False
    return True


def _changes(table: PublishedTable, now: Picture, past: Picture) -> tuple[int, int]:
    leaves = table.geometry.leaf_set
    figures = [p.rebased(now.base) for p, figure in table.predicates() if figure.cell in leaves]
    steps = [now.truth[f] - past.truth[f] for f in figures if f in past.truth and f in now.truth]
    return sum(-step for step in steps if step < 0), sum(step for step in steps if step > 0)


class _Attack:
    """One system: one state, or two that share a kept part and differ by records added and removed."""

    def __init__(self, pictures: tuple[Picture, ...], relation: Relation | None) -> None:
        self._pictures = pictures
        self._relation = relation
        tables: tuple[PublishedTable, ...] = sum((picture.tables for picture in pictures), ())
        self._atoms: Atoms = atoms_of(tables, merged_axes(tables))
        if self._atoms.count > MAX_ATOMS:
            raise TooComplex(self._atoms.count)
        self._parts = 1 if relation is None else 2 if relation.changed is None else 3

    def run(self, targets: Sequence[Target], old: Sequence[Target], deadline: float) -> Verdict:
        rows = RowsBuilder()
        upper = np.full(self._atoms.count * self._parts, NO_LIMIT, dtype=np.int64)
        for state, picture in enumerate(self._pictures):
            for predicate, known in picture.figures.items():
                columns = self._columns(predicate, state)
                rows.add(columns, 1, known.low, known.high)
                upper[columns] = np.minimum(upper[columns], known.high)
        self._relate(rows)
        goals = [(t, self._goal(t, state)) for state, group in enumerate((targets, old)) for t in group]
        goals = [(target, goal) for target, goal in goals if len(goal.columns)]
        proof = prove(rows.build(), upper, [goal for _, goal in goals], deadline)
        return self._verdict(proof, [target for target, _ in goals])

    def _relate(self, rows: RowsBuilder) -> None:
        for part in range(self._parts):
            self._atoms.agree(rows, part * self._atoms.count)
        if self._relation is not None and self._relation.changed is not None:
            everyone = self._everyone()
            for part in (1, 2):
                rows.add(everyone + part * self._atoms.count, 1, 0, self._relation.changed)

    def _everyone(self) -> Ints:
        return self._atoms.columns(Predicate(self._pictures[0].base))

    def _columns(self, predicate: Predicate, state: int) -> Ints:
        """Columns of a figure: kept (part 0) with added (part 1) today, with removed (part 2) before."""
        kept = self._atoms.columns(predicate)
        if self._relation is None or state + 1 >= self._parts:
            return kept
        return np.concatenate((kept, kept + (state + 1) * self._atoms.count))

    def _goal(self, target: Target, state: int) -> Goal:
        columns = self._columns(target.figure, state)
        if target.part is not None:
            columns = np.setdiff1d(columns, self._columns(target.part, state), assume_unique=True)
        return Goal(columns, target.need, target.matters)

    def _verdict(self, proof: Proof, targets: list[Target]) -> Verdict:
        if proof.contradiction and self._relation is not None:
            return Verdict((), len(targets), None, proof.witnesses, proof.check_seconds)
        bad = [(number, True) for number in proof.narrow] + [(number, False) for number in proof.unproven]
        if proof.contradiction:
            bad = [(number, False) for number in range(min(1, len(targets)))]
        matter = [int(proof.spread[n]) for n, target in enumerate(targets) if target.matters]
        return Verdict(
            tuple(self._finding(targets[n], int(proof.spread[n]), proven=proven) for n, proven in bad),
            len(targets),
            min(matter, default=None),
            proof.witnesses,
            proof.check_seconds,
        )

    def _finding(self, target: Target, spread: int, *, proven: bool) -> Finding:
        return Finding(
            target.known.source.table.code,
            target.known.cell,
            spread,
            target.need,
            proven,
            next(self._releases(target), None),
            self._relation.code if self._relation is not None else None,
            (target.figure,) if target.part is None else (target.figure, target.part),
        )

    def _releases(self, target: Target) -> Iterator[int]:
        """Yield the earlier releases that play a part, latest first."""
        if target.known.source.release is not None:
            yield target.known.source.release
        found = {source.release for picture in self._pictures for source in picture.sources}
        yield from sorted((number for number in found if number is not None), reverse=True)
