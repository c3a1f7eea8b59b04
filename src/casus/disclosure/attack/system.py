# SPDX-License-Identifier: EUPL-1.2
"""The joint system of an attack: atoms of several counted states, their figures and links as rows.

Every state has the same arrays of atoms, in columns of its own. A link says of two states that nothing
was taken away between them (atom by atom at least as many), or that at most m persons came and at most m
went (columns of their own for both). Cliques of atoms agree on what they share in every state, and so do
those who went: that makes the arrays parts of one full table (atoms.py), also for the differences.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from casus.disclosure.attack.atoms import Atoms
from casus.disclosure.attack.knowledge import Picture, atoms_of
from casus.disclosure.attack.pool import Goal
from casus.disclosure.attack.targets import Target
from casus.disclosure.figures.axes import Axis, merged_axes, unseen
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import FigureStatus
from casus.disclosure.solving.rows import NO_LIMIT, Flags, Ints, Rows, RowsBuilder

MAX_ATOMS = 60_000
_SPARE = 100


class TooComplex(Exception):
    """The linked tables of a population have more atoms than can be attacked in time."""

    def __init__(self, atoms: int) -> None:
        super().__init__(atoms)
        self.atoms = atoms


@dataclass(frozen=True)
class Link:
    """An assumption about two states, by number: `less` lies within `more` (`changed` None: nothing was
    taken away), or at most `changed` persons came and at most so many went.
    """

    less: int
    more: int
    changed: int | None = None


def exclusive_axes(
    tables: Iterable[PublishedTable], exclusive: Mapping[str, Sequence[str]]
) -> dict[str, Axis]:
    """Merge the classifications of all tables; raises ClassificationDiffers.

    `exclusive`: attributes only ever filtered on whose categories exclude each other; `REST` among them if
    there may be others.
    """
    axes = merged_axes(tables)
    for attribute, categories in exclusive.items():
        for category in categories:
            axes.pop(f"{attribute}={category}", None)
        cover = {name: frozenset({number}) for number, name in enumerate(categories)}
        axes[attribute] = Axis(cover, tuple(categories))
    return axes


class System:
    """Rows and column bounds for some states and the links between them; raises ClassificationDiffers.

    `row_figures`, `column_figures`: which figure of which state a row, or the bounds of a column, stands
    for. `separate`: every figure of the last state gets a row of its own and bounds no column, for
    whoever looks for figures to give up.
    """

    def __init__(
        self, states: Sequence[Picture], links: Sequence[Link], exclusive: Mapping[str, Sequence[str]],
        *, separate: bool = False,
    ) -> None:  # fmt: skip
        self.states, self.links, self.exclusive = tuple(states), tuple(links), exclusive
        tables = [table for state in states for table in state.layout]
        self.axes = exclusive_axes(tables, exclusive)
        self.atoms: Atoms = atoms_of(tables, self.axes)
        if self.atoms.count > MAX_ATOMS:
            raise TooComplex(self.atoms.count)
        changing = sum(link.changed is not None for link in links)
        self.width = self.atoms.count * (len(states) + 2 * changing)
        self.lower = np.zeros(self.width, dtype=np.int64)
        self.upper = np.full(self.width, NO_LIMIT, dtype=np.int64)
        self._impossible = np.zeros(self.width, dtype=np.bool_)
        self._cache: dict[tuple[tuple[str, str], ...], Ints] = {}
        self.row_figures: dict[int, tuple[int, Predicate]] = {}
        self.column_figures: dict[int, tuple[int, Predicate]] = {}
        self._separate = len(states) - 1 if separate else None
        self.rows = self._rows()
        self.upper = np.minimum(self.upper, self._plenty())

    def _plenty(self) -> int:
        """Return a number of persons no table needs more of in one place.

        A column without any bound makes pushes unbounded. Witnesses below a bound are witnesses without it,
        so that nothing is called open that is not.
        """
        known = [known.high for state in self.states for known in state.figures.values()]
        return 2 * max((high for high in known if high < NO_LIMIT), default=0) + _SPARE

    def columns(self, state: int, figure: Predicate) -> Ints:
        """Return the columns that add up to a figure of a state."""
        if figure.filters not in self._cache:
            self._cache[figure.filters] = self.atoms.columns(figure)
        return self._cache[figure.filters] + state * self.atoms.count

    def goal(self, state: int, target: Target, before: int | None = None) -> Goal | None:
        """Return a target as a goal, `None` when nobody can be in it; `before`: the state to subtract."""
        columns = self.columns(state, target.figure)
        if before is not None:
            less = [self.columns(before, target.figure)]
        else:
            less = [self.columns(state, part) for part in target.minus]
        taken = np.concatenate(less) if less else None
        if before is None and self._nobody_in(columns, taken):
            return None
        return Goal(columns, target.need, target.matters, target.down_to, target.up_to, taken)

    def _nobody_in(self, columns: Ints, taken: Ints | None) -> bool:
        possible = np.count_nonzero(~self._impossible[columns])
        within = 0 if taken is None else np.count_nonzero(~self._impossible[taken])
        return bool(possible == within)

    def somebody(self, figure: Predicate) -> Ints | None:
        """Return the columns of one more person who is counted by a figure, in all states alike; `None`
        when nobody can be added.
        """
        states = len(self.states)
        open_columns = self.upper[: states * self.atoms.count] > 0
        allowed: Flags = np.asarray(open_columns.reshape(states, -1).all(axis=0))
        one = self.atoms.somebody(figure, allowed)
        if one is None:
            return None
        return np.concatenate([one + state * self.atoms.count for state in range(states)])

    def within(self, place: Predicate, target: Target) -> bool:
        """Tell whether all who are counted in a place of the last state are counted in a target of it."""
        today = (len(self.states) - 1) * self.atoms.count
        for figure, wanted in ((target.figure, True), *((part, False) for part in target.minus)):
            cells = self.atoms.columns(place, beside=(figure,))
            cells = cells[~self._impossible[cells + today] & (self.upper[cells + today] > 0)]
            inside = np.isin(cells, self.atoms.columns(figure, beside=(place,)))
            if not (inside.all() if wanted else not inside.any()):
                return False
        return True

    def with_room(self) -> tuple[Rows, Ints]:
        """Return rows and upper bounds that leave room for one more person wherever figures are rounded."""
        lower, upper = self.rows.lower, self.rows.upper.copy()
        numbers = np.array([*self.row_figures], dtype=np.int64)
        roomy = numbers[(upper[numbers] > lower[numbers]) & (upper[numbers] < NO_LIMIT)]
        upper[roomy] -= 1
        columns = np.arange(self.width) < len(self.states) * self.atoms.count
        columns &= (self.upper < NO_LIMIT) & (self.upper > self.lower)
        return replace(self.rows, upper=upper), self.upper - columns

    def _rows(self) -> Rows:
        rows = RowsBuilder()
        for number, state in enumerate(self.states):
            self._figures(number, state, rows)
            self._nobody(number, state)
        parts = [*range(len(self.states)), *self._went()]
        for columns, signs in self.atoms.agreements():
            for part in parts:
                rows.add(columns + part * self.atoms.count, signs, 0, 0)
        changing = iter(self._went())
        for link in self.links:
            self._link(link, None if link.changed is None else next(changing), rows)
        return rows.build()

    def _went(self) -> range:
        """Return where the columns of those who went begin, in units of the atoms; then those who came."""
        first = len(self.states)
        return range(first, self.width // self.atoms.count if self.atoms.count else first, 2)

    def _figures(self, number: int, state: Picture, rows: RowsBuilder) -> None:
        merged: dict[bytes, tuple[Ints, int, int, Predicate]] = {}
        for figure, known in state.figures.items():
            columns = self.columns(number, figure)
            low, high = known.low, known.high
            if number == self._separate:
                self.row_figures[len(rows)] = number, figure
                rows.add(columns, 1, low, high)
                continue
            name = columns.tobytes()
            if name in merged:
                low, high = max(low, merged[name][1]), min(high, merged[name][2])
            merged[name] = columns, low, high, figure
            self.upper[columns] = np.minimum(self.upper[columns], high)
        for columns, low, high, figure in merged.values():
            if len(columns) == 1:
                self.lower[columns] = np.maximum(self.lower[columns], low)
                self.column_figures[int(columns[0])] = number, figure
            elif low > 0 or high < NO_LIMIT:
                self.row_figures[len(rows)] = number, figure
                rows.add(columns, 1, low, high)

    def _nobody(self, number: int, state: Picture) -> None:
        """Empty what cannot occur: classes that a table does not show, and structural zeros."""
        for table in state.tables:
            empty = [*unseen(table, self.axes)]
            zero = FigureStatus.STRUCTURAL_ZERO
            empty += [predicate for predicate, figure in table.predicates() if figure.status is zero]
            for predicate in empty:
                columns = self.columns(number, predicate)
                self.upper[columns] = np.minimum(self.upper[columns], 0)
                self._impossible[columns] = True

    def _link(self, link: Link, went: int | None, rows: RowsBuilder) -> None:
        every = np.arange(self.atoms.count, dtype=np.int64)
        less, more = every + link.less * len(every), every + link.more * len(every)
        if link.changed is None or went is None:
            rows.add_all(np.stack((more, less), axis=1), np.array((1, -1)), 0, NO_LIMIT)
            return
        gone, come = every + went * len(every), every + (went + 1) * len(every)
        rows.add_all(np.stack((less, gone), axis=1), np.array((1, -1)), 0, NO_LIMIT)
        rows.add_all(np.stack((more, less, gone, come), axis=1), np.array((1, -1, 1, -1)), 0, 0)
        self.upper[gone] = self.upper[come] = link.changed
        everyone = self.atoms.columns(Predicate(self.states[0].base))
        for part in (went, went + 1):
            rows.add(everyone + part * len(every), 1, 0, link.changed)
