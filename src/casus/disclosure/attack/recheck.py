# SPDX-License-Identifier: EUPL-1.2
"""Check a stored proof again: every witness against every published figure, in integers, without a solver.

Nothing is taken from the attack but the layout of the atoms: rows are made anew from the published tables,
as sums of arrays along axes. What is checked: the proof is the one the ledger entry names; every protected
population of the release has a system in which its state stands with all tables ever published of it; every
witness satisfies every figure of every state and every link; all targets are open among the witnesses.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.attack.knowledge import atoms_of, bounds
from casus.disclosure.attack.proof import Evidence, ProofUnreadable, TableName, digest_of, unpacked
from casus.disclosure.attack.system import exclusive_axes
from casus.disclosure.figures.axes import ClassificationDiffers, axis_of, merged_axes, unseen
from casus.disclosure.figures.predicates import Filter, measure_of
from casus.disclosure.ledger import LedgerEntry, PublishedTable
from casus.disclosure.model import TOTAL, Protection
from casus.disclosure.solving.rows import NO_LIMIT, Ints

_NONE = -1


class _Refuted(Exception):
    """The proof does not hold."""


@dataclass(frozen=True)
class Recheck:
    """The outcome: `problem` says what is wrong (a code), `None` when all is well; `seconds` taken."""

    ok: bool
    problem: str | None
    rows: int
    witnesses: int
    targets: int
    seconds: float


def recheck(entry: LedgerEntry, proof: bytes, earlier: Sequence[LedgerEntry]) -> Recheck:
    """Check the proof of a release against its ledger entry and the entries before it.

    Problems: `not_named` (the entry names another proof), `unreadable`, `tables` (a published table is
    missing or unknown), `shape`, `figures`, `links`, `targets`.
    """
    began = time.perf_counter()
    rows = witnesses = targets = 0
    problem = None
    try:
        evidence = _named(entry, proof)
        books = _Books(entry, earlier)
        books.require_complete(evidence)
        for one in evidence:
            rows += _System(one, books).check()
            witnesses += len(one.witnesses)
            targets += len(one.targets)
    except _Refuted as error:
        problem = str(error)
    except ProofUnreadable:
        problem = "unreadable"
    return Recheck(problem is None, problem, rows, witnesses, targets, time.perf_counter() - began)


def _named(entry: LedgerEntry, proof: bytes) -> tuple[Evidence, ...]:
    if digest_of(proof) not in entry.proofs:
        raise _Refuted("not_named")
    return unpacked(proof)


class _Books:
    """The published tables by name, and which of them belong to one counted state."""

    def __init__(self, entry: LedgerEntry, earlier: Sequence[LedgerEntry]) -> None:
        self._tables: dict[TableName, PublishedTable] = {}
        for number, tables in ((None, entry.tables), *((e.number, e.tables) for e in earlier)):
            for table in tables:
                if table.protection is not Protection.EXACT:
                    self._tables[number, table.code] = table
        self._states: dict[tuple[str, str], set[TableName]] = {}
        for name, table in self._tables.items():
            self._states.setdefault((table.scope.base, table.snapshot), set()).add(name)

    def table(self, name: TableName) -> PublishedTable:
        """Return a table by name."""
        if name not in self._tables:
            raise _Refuted("tables")
        return self._tables[name]

    def require_complete(self, evidence: Iterable[Evidence]) -> None:
        """Refute a proof that leaves out a table of today, or of a state it is about."""
        proven: set[TableName] = set()
        for one in evidence:
            today = {*one.states[-1]}
            for state in one.states:
                self._require_state({*state}, today)
            proven |= today
        if not {name for name in self._tables if name[0] is None} <= proven:
            raise _Refuted("tables")

    def _require_state(self, names: set[TableName], today: set[TableName]) -> None:
        found = {(t.scope.base, t.snapshot) for t in map(self.table, names)}
        if len(found) != 1:
            raise _Refuted("tables")
        missing = self._states[found.pop()] - names
        if names == today and missing:
            raise _Refuted("tables")
        for name in missing:
            if name[0] is not None and self._could_stand(name, names, today):
                raise _Refuted("tables")

    def _could_stand(self, name: TableName, names: set[TableName], today: set[TableName]) -> bool:
        """Tell whether a table that was left out of an earlier state could be set beside the others."""
        try:
            merged_axes([self.table(other) for other in (*today, *names, name)])
        except ClassificationDiffers:
            return False
        return True


class _System:
    """One system of a proof: its witnesses as arrays of atoms, for every state."""

    def __init__(self, evidence: Evidence, books: _Books) -> None:
        self._evidence = evidence
        self._states = [[books.table(name) for name in names] for names in evidence.states]
        tables = [table for state in self._states for table in state]
        if len({measure_of(table.scope.base) for table in tables}) != 1:
            raise _Refuted("tables")
        try:
            self._axes = exclusive_axes(tables, evidence.exclusive)
        except ClassificationDiffers as error:
            raise _Refuted("tables") from error
        self._atoms = atoms_of(tables, self._axes)
        self._went = [number for number, link in enumerate(evidence.links) if link[2] is not None]
        width = self._atoms.count * (len(self._states) + 2 * len(self._went))
        if evidence.witnesses.shape[1] != width or not len(evidence.witnesses):
            raise _Refuted("shape")
        if np.any(evidence.witnesses < 0):
            raise _Refuted("figures")

    def check(self) -> int:
        """Check everything; return the number of rows that hold."""
        values = [self._figures(number) for number in range(len(self._states))]
        rows = sum(int(value.shape[1]) for value in values)
        rows += self._agree() + self._links()
        self._targets(values)
        return rows

    def _part(self, part: int) -> Ints:
        first = part * self._atoms.count
        return self._evidence.witnesses[:, first : first + self._atoms.count]

    def _array(self, part: int, number: int) -> Ints:
        """Return one array of atoms of all witnesses: witness, then the axes of the array."""
        _, shape, first = self._atoms.arrays[number]
        size = int(np.prod(shape, dtype=np.int64))
        return self._part(part)[:, first : first + size].reshape(-1, *shape)

    def _figures(self, state: int) -> Ints:
        """Return the value of every figure of a state in every witness, after checking it."""
        found = []
        for table in self._states[state]:
            values = self._counted(table, state)
            known = np.array([bounds(table, figure) for figure in table.figures], dtype=np.int64)
            low, high = known.reshape(-1, 2).T
            if np.any(values < low) or np.any((values > high) & (high < NO_LIMIT)):
                raise _Refuted("figures")
            for predicate in unseen(table, self._axes):
                columns = self._atoms.columns(predicate)
                if np.any(self._part(state)[:, columns]):
                    raise _Refuted("figures")
            found.append(values)
        return np.concatenate(found, axis=1)

    def _counted(self, table: PublishedTable, state: int) -> Ints:
        """Add up atoms to the figures of a table, axis by axis."""
        dimensions = {dimension.axis: dimension for dimension in table.dimensions}
        filters = {axis_of(given, self._axes): given for given in table.scope.filters}
        number = self._atoms.holding((*dimensions, *filters))
        names = self._atoms.arrays[number][0]
        array, order = self._array(state, number), [name for name in names if name in dimensions]
        place = 1
        for name in names:
            if name in dimensions:
                classes = _codes(table, name)
                cover = self._cover(name, classes, filters.get(name))
                array = np.moveaxis(np.tensordot(array, cover, axes=(place, 1)), -1, place)
                place += 1
            else:
                array = np.take(array, self._leaves(name, filters.get(name)), axis=place).sum(axis=place)
        shape = array.shape[1:]
        flat = array.reshape(len(array), -1)
        return flat[:, _positions(table, order, shape)]

    def _leaves(self, name: str, given: Filter | None) -> list[int]:
        axis = self._axes[name]
        return sorted(axis.cover[given[1]]) if given is not None else [*range(axis.size)]

    def _cover(self, name: str, classes: Sequence[str], given: Filter | None) -> Ints:
        axis = self._axes[name]
        inside = {*self._leaves(name, given)}
        cover = np.zeros((len(classes), axis.size), dtype=np.int64)
        for row, code in enumerate(classes):
            cover[row, [*(inside if code == TOTAL else inside & axis.cover[code])]] = 1
        return cover

    def _agree(self) -> int:
        """Check that arrays of one state, or of those who went, agree on what they share."""
        rows = 0
        parts = [*range(len(self._states)), *(len(self._states) + 2 * n for n in range(len(self._went)))]
        for one, other in self._atoms.edges:
            for part in parts:
                left, right = (self._shared(part, a, b) for a, b in ((one, other), (other, one)))
                if not np.array_equal(left, right):
                    raise _Refuted("figures")
                rows += left[0].size
        return rows

    def _shared(self, part: int, number: int, other: int) -> Ints:
        names, others = self._atoms.arrays[number][0], self._atoms.arrays[other][0]
        away = tuple(place + 1 for place, name in enumerate(names) if name not in others)
        shared: Ints = self._array(part, number).sum(axis=away)
        return shared

    def _links(self) -> int:
        """Check what the links say about pairs of states."""
        rows, went = 0, len(self._states)
        for less, more, changed in self._evidence.links:
            if not {less, more} <= {*range(len(self._states))}:
                raise _Refuted("links")
            before, after = self._part(less), self._part(more)
            if changed is None:
                fine = bool(np.all(after >= before))
            else:
                gone, come = self._part(went), self._part(went + 1)
                fine = np.array_equal(after, before - gone + come) and bool(np.all(before >= gone))
                fine = fine and bool(np.all(self._everyone(went) <= changed))
                fine = fine and bool(np.all(self._everyone(went + 1) <= changed))
                went += 2
            if not fine:
                raise _Refuted("links")
            rows += before.shape[1]
        return rows

    def _everyone(self, part: int) -> Ints:
        array = self._array(part, 0)
        everyone: Ints = array.reshape(len(array), -1).sum(axis=1)
        return everyone

    def _targets(self, values: Sequence[Ints]) -> None:
        """Check that every target takes values far enough apart."""
        targets, minus = self._evidence.targets, self._evidence.minus
        found = np.zeros((len(self._evidence.witnesses), len(targets)), dtype=np.int64)
        for state, shown in enumerate(values):
            own = np.flatnonzero(targets[:, 0] == state)
            taken = np.flatnonzero(minus[:, 1] == state)
            for figures in (targets[own, 1], minus[taken, 2]):
                if np.any(figures < 0) or np.any(figures >= shown.shape[1]):
                    raise _Refuted("targets")
            found[:, own] += shown[:, targets[own, 1]]
            np.subtract.at(found.T, minus[taken, 0], shown[:, minus[taken, 2]].T)
        low, high = found.min(axis=0), found.max(axis=0)
        need, down, up = targets[:, 2], targets[:, 3], targets[:, 4]
        narrow = (high - low + 1 < need) | ((down != _NONE) & (low > down)) | ((up != _NONE) & (high < up))
        if np.any(narrow) or np.any(need < 1):
            raise _Refuted("targets")


def _codes(table: PublishedTable, axis: str) -> list[str]:
    dimension = next(d for d in table.dimensions if d.axis == axis)
    return [TOTAL, *(code for code, _ in dimension.categories), *(code for code, _ in dimension.groups)]


def _positions(table: PublishedTable, order: Sequence[str], shape: Sequence[int]) -> Ints:
    """Return where each figure of a table stands in the array of all its cells."""
    places: list[Mapping[str, int]] = []
    for dimension in table.dimensions:
        step = int(np.prod(shape[order.index(dimension.axis) + 1 :], dtype=np.int64))
        places.append({code: step * n for n, code in enumerate(_codes(table, dimension.axis))})
    return np.array(
        [sum(place[code] for place, code in zip(places, f.cell, strict=True)) for f in table.figures],
        dtype=np.int64,
    )
