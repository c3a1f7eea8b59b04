# SPDX-License-Identifier: EUPL-1.2
"""Which counted states of a measure an attacker may relate, by assumptions that the truth allows.

Two kinds of chain are made, each attacked as one system: *nothing was taken away* between states of which
one holds the other, and *few changed* (at most 1, at most 3 came and at most as many went). An assumption
that the true counts contradict is left out: who makes it derives what is false.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np

from casus.disclosure.attack.knowledge import Picture, Source, atoms_of
from casus.disclosure.attack.system import Link
from casus.disclosure.figures.axes import REST, ClassificationDiffers, merged_axes
from casus.disclosure.figures.predicates import Predicate, measure_of
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.solving.rows import Ints

FEW = (1, 3)
_NOW = 2**31
MOST_COLUMNS = 40_000
_FEWEST = 3


def in_order(now: Picture, earlier: Iterable[Picture]) -> tuple[list[Picture], int]:
    """Return all states in the order in which they were first published (today's last), and how many
    earlier tables had to be left out because they classify an attribute in a way of their own.
    """
    kept, left_out = [], 0
    for past in earlier:
        related = relatable(past, now)
        left_out += len(past.sources) - len(related.sources)
        if related.figures:
            kept.append(related)
    return [*sorted(kept, key=_first), now], left_out


def windows(states: Sequence[Picture]) -> list[list[Picture]]:
    """Return the states in groups that can be attacked at once, today's (the last) in each.

    One group, unless the ledger is too long for that: then the latest states, those before them, and so on.
    """
    *past, now = states
    tables = [table for state in states for table in state.tables]
    atoms = atoms_of(tables, merged_axes(tables)).count
    at_once = max(_FEWEST, MOST_COLUMNS // max(1, atoms)) - 1
    groups = [past[max(0, end - at_once) : end] for end in range(len(past), 0, -at_once)]
    return [[*group, now] for group in groups] or [[now]]


def _first(state: Picture) -> tuple[int, str]:
    numbers = [_NOW if source.release is None else source.release for source in state.sources]
    return min(numbers), state.sources[0].table.scope.base


def relatable(past: Picture, now: Picture) -> Picture:
    """Return what of an earlier state can be set beside today's tables."""
    kept: list[Source] = []
    known: list[PublishedTable] = [*now.tables]
    for source in past.sources:
        try:
            merged_axes((*known, source.table))
        except ClassificationDiffers:
            continue
        kept.append(source)
        known.append(source.table)
    return past if len(kept) == len(past.sources) else Picture(now.base, tuple(kept), past.truth)


def grown(states: Sequence[Picture], false: frozenset[Link] = frozenset()) -> list[Link]:
    """Return the links "nothing was taken away" that the truth allows, without those that follow.

    `false`: links that the published figures contradict.
    """
    sheet = _Sheet(states)
    pairs = [*combinations(range(len(states)), 2)]
    within = {(a, b) for a, b in pairs if sheet.rises(a, b)}
    within |= {(b, a) for a, b in pairs if (a, b) not in within and sheet.rises(b, a)}
    within -= {(link.less, link.more) for link in false}
    return [
        Link(less, more)
        for less, more in sorted(within)
        if not any((less, step) in within and (step, more) in within for step in range(len(states)))
    ]


def changed(states: Sequence[Picture], false: frozenset[Link] = frozenset()) -> list[Link]:
    """Return the links "at most 1" or "at most 3" that the truth allows: between states that follow each
    other, and between others that are nearer than the way by those between; none of the `false` ones.
    """
    near: dict[tuple[int, int], int] = {}
    sheet = _Sheet(states)
    for apart in range(1, len(states)):
        for older in range(len(states) - apart):
            newer = older + apart
            least = sheet.changes(older, newer)
            allowed = (m for m in FEW if Link(older, newer, m) not in false)
            few = None if least is None else next((m for m in allowed if least <= m), None)
            if few is not None and few < _way(near, older, newer):
                near[older, newer] = few
    return [Link(older, newer, few) for (older, newer), few in sorted(near.items())]


def _way(near: Mapping[tuple[int, int], int], older: int, newer: int) -> float:
    """Return the least number of changes by way of states in between."""
    least = {older: 0.0}
    for state in range(older + 1, newer + 1):
        steps = [least[s] + near[s, state] for s in least if (s, state) in near]
        if steps:
            least[state] = min(steps)
    return least.get(newer, float("inf"))


class _Sheet:
    """The true values of all figures of some states side by side; -1 where one is not at hand."""

    def __init__(self, states: Sequence[Picture]) -> None:
        names = sorted({figure for state in states for figure in (*state.figures, *state.truth)})
        number = {figure: place for place, figure in enumerate(names)}
        self._truth = np.full((len(states), len(names)), -1, dtype=np.int64)
        self._shown = np.zeros(self._truth.shape, dtype=np.bool_)
        self._leaves: list[list[Ints]] = []
        for row, state in enumerate(states):
            self._truth[row, [number[figure] for figure in state.truth]] = [*state.truth.values()]
            self._shown[row, [number[figure] for figure in state.figures]] = True
            self._leaves.append([_leaves(table, state.base, number) for table in state.tables])

    def rises(self, less: int, more: int) -> bool:
        """Tell whether every figure of which both are known is at least as much in `more`."""
        low, high = self._truth[less], self._truth[more]
        known = (low >= 0) & (high >= 0)
        return self._together(less, more) and bool(np.all(low[known] <= high[known]))

    def changes(self, older: int, newer: int) -> int | None:
        """Return how many must have come or gone at least, `None` when nothing is told of both states."""
        if not self._together(older, newer):
            return None
        low, high = self._truth[older], self._truth[newer]
        step = np.where((low >= 0) & (high >= 0), high - low, 0)
        least = int(np.abs(step).max(initial=0))
        for leaves in (*self._leaves[older], *self._leaves[newer]):
            moved = step[leaves]
            least = max(least, int(moved[moved > 0].sum()), int(-moved[moved < 0].sum()))
        return least

    def _together(self, one: int, other: int) -> bool:
        return bool(np.any(self._shown[one] & self._shown[other]))


def _leaves(table: PublishedTable, base: str, number: Mapping[Predicate, int]) -> Ints:
    leaves = table.geometry.leaf_set
    found = [number[p.rebased(base)] for p, figure in table.predicates() if figure.cell in leaves]
    return np.array(found, dtype=np.int64)


def together(links: Sequence[Link], state: int) -> tuple[int, ...]:
    """Return the states that are linked with one, by whatever way, that one included."""
    found, size = {state}, 0
    while size < len(found):
        size = len(found)
        found |= {end for link in links if {link.less, link.more} & found for end in (link.less, link.more)}
    return tuple(sorted(found))


def of_one_kind(less: Picture, more: Picture) -> bool:
    """Tell whether what came between two states is itself a count: corrections of one population, and
    periods of which one lies within the other; not the same measure on two dates.
    """
    narrow, wide = (state.sources[0].table.scope.base for state in (less, more))
    if narrow == wide:
        return True
    inner, outer = _period(narrow), _period(wide)
    if inner is None or outer is None or measure_of(narrow) != measure_of(wide):
        return False
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _period(base: str) -> tuple[str, str] | None:
    first, dots, last = base.partition("@")[2].partition("..")
    return (first, last) if dots else None


def exclusive_filters(states: Sequence[Picture]) -> dict[str, tuple[str, ...]]:
    """Return the attributes that tables are only ever filtered on, with categories (two or more) that the
    true counts allow to exclude each other; `REST` is one of them unless the counts of the others add up to
    the whole: who knows the code list then knows that there is nobody else.
    """
    tables = [table for state in states for table in state.tables]
    own = {dimension.axis for table in tables for dimension in table.classified}
    found: dict[str, set[str]] = {}
    for table in tables:
        for attribute, category in table.scope.filters:
            if attribute not in own:
                found.setdefault(attribute, set()).add(category)
    apart: dict[str, tuple[str, ...]] = {}
    for attribute, categories in sorted(found.items()):
        left = [rest for state in states for rest in _rests(attribute, categories, state)]
        if len(categories) > 1 and all(rest >= 0 for rest in left):
            whole = bool(left) and not any(left)
            apart[attribute] = (*sorted(categories), *(() if whole else (REST,)))
    return apart


def with_rest(exclusive: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the same attributes with somebody else possible in each; none when that was so already."""
    if all(REST in categories for categories in exclusive.values()):
        return {}
    return {name: (*(c for c in categories if c != REST), REST) for name, categories in exclusive.items()}


def _rests(attribute: str, categories: Iterable[str], state: Picture) -> Iterator[int]:
    """Yield what every known whole has besides all of its known categories."""
    sums: dict[Predicate, int] = {}
    for figure, value in state.truth.items():
        for given in figure.filters:
            if given[0] == attribute and given[1] in categories:
                whole = figure.without(given)
                sums[whole] = sums.get(whole, 0) + value
    yield from (state.truth[whole] - total for whole, total in sums.items() if whole in state.truth)


def increments(states: Sequence[Picture], links: Sequence[Link]) -> Iterator[tuple[Link, Predicate]]:
    """Yield the figures that two linked states have in common, where what came between is a count."""
    for link in links:
        less, more = states[link.less], states[link.more]
        if link.changed is None and of_one_kind(less, more):
            for figure in sorted(less.figures.keys() & more.figures.keys()):
                yield link, figure
