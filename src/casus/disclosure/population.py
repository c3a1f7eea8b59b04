# SPDX-License-Identifier: EUPL-1.2
"""One protected population of a release: its figures, what stands of them already, how it may look."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from casus.disclosure.attack.knowledge import Picture, Source
from casus.disclosure.figures.axes import partitions
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.dimensions import published_dimension
from casus.disclosure.figures.predicates import Predicate, measure_of
from casus.disclosure.ledger import Ledger, PublishedFigure, PublishedTable
from casus.disclosure.model import FigureStatus, Preset, Protection, Refusal
from casus.disclosure.policy import firm_totals, firms_exact_from
from casus.disclosure.rounding.rounding import Sum
from casus.disclosure.seals import opened

_MOST_LEFT_OUT = 10_000


@dataclass(frozen=True)
class Population:
    """The protected tables of one base population, with the ledger they have to agree with.

    `beside`: the same measure at other moments, protected before it in this release.
    """

    base: str
    tables: tuple[CountedTable, ...]
    ledger: Ledger
    preset: Preset
    beside: tuple["Protected", ...] = ()

    @cached_property
    def values(self) -> Mapping[Predicate, int]:
        """True count of every figure."""
        return {t.predicates[cell]: value for t in self.tables for cell, value in t.values.items()}

    @cached_property
    def finest(self) -> CountedTable | None:
        """For firms per area and status: the table that all others are margins of, if there is one."""
        if not all(firm_totals(table) for table in self.tables):
            return None
        largest = max(self.tables, key=lambda t: (len(t.predicates), t.table.code))
        inside = {*largest.predicates.values()}
        gathered = {figure for figure, parts in self._sums_across() if inside.issuperset(parts)}
        return largest if self.values.keys() <= inside | gathered else None

    @cached_property
    def open_leaves(self) -> Mapping[Predicate, int]:
        """Number of leaves behind a figure that are not published exactly; only for firms (decision 13)."""
        if self.finest is None:
            return dict.fromkeys(self.values, 1)
        fine, counts = self.finest, self.finest.table.counts
        exact_from = firms_exact_from(self.preset)
        hidden = {leaf: 1 for leaf in fine.geometry.leaves if counts.get(leaf, 0) < exact_from
                  and leaf not in fine.table.structural_zeros}  # fmt: skip
        return self._with_groups(
            {fine.predicates[cell]: number for cell, number in fine.geometry.summed(hidden).items()}
        )

    def _with_groups(self, numbers: dict[Predicate, int]) -> Mapping[Predicate, int]:
        """Add the figures that are made of whole classes of the finest table."""
        made = {
            figure: sum(numbers[part] for part in parts)
            for figure, parts in self._sums_across()
            if figure not in numbers and numbers.keys() >= set(parts)
        }
        return numbers | made

    @cached_property
    def open_part(self) -> Mapping[Predicate, int]:
        """The part of each true count that has to be rounded."""
        if self.finest is None:
            return self.values
        fine = self.finest
        hidden = {leaf: n for leaf, n in fine.table.counts.items() if n < firms_exact_from(self.preset)}
        return self._with_groups(
            {fine.predicates[cell]: number for cell, number in fine.geometry.summed(hidden).items()}
        )

    @cached_property
    def remembered(self) -> tuple[tuple[Source, Mapping[Predicate, int]], ...]:
        """Earlier tables of this population, oldest first, with the true values where the seals open."""
        return self._earlier(same_moment=True)

    @cached_property
    def other_moments(self) -> tuple[tuple[Source, Mapping[Predicate, int]], ...]:
        """Tables of the same measure at other moments, of earlier releases and of this one."""
        beside = ((Source(None, table), part.values) for part in self.beside for table in part.published)
        return (*self._earlier(same_moment=False), *beside)

    def _earlier(self, *, same_moment: bool) -> tuple[tuple[Source, Mapping[Predicate, int]], ...]:
        return tuple(
            (Source(entry.number, table), dict(self._opened(table)))
            for entry in self.ledger.entries
            for table in entry.tables
            if table.protection is not Protection.EXACT
            and (table.scope.base == self.base) is same_moment
            and measure_of(table.scope.base) == measure_of(self.base)
        )

    def _opened(self, table: PublishedTable) -> Iterable[tuple[Predicate, int]]:
        for predicate, figure in table.predicates():
            if figure.seal is not None:
                value = opened(
                    self.ledger.key, predicate, figure.seal, self._likely(table, predicate, figure)
                )
            else:  # exact, or from elsewhere, of which we know no more than anybody
                value = figure.value if figure.status is not FigureStatus.ROUNDED else None
            if value is not None:
                yield predicate, value

    def _likely(self, table: PublishedTable, predicate: Predicate, figure: PublishedFigure) -> Iterator[int]:
        """Yield what the true value behind a figure may be, the likeliest first."""
        today = self.values.get(predicate.rebased(self.base))
        if today is not None:
            yield today
        if figure.value is None:
            yield from range(_MOST_LEFT_OUT)
        else:
            yield from range(max(0, figure.value - table.reach), figure.value + table.reach + 1)

    def contradictions(self) -> tuple[Refusal, ...]:
        """Return a refusal for each earlier table of the same snapshot that counted otherwise."""
        return tuple(
            Refusal("snapshot_inconsistent", self.tables[0].table.code, None, {"release": source.release})
            for source, before in self.remembered
            if source.table.snapshot == self.snapshot
            and any(self.values.get(predicate, value) != value for predicate, value in before.items())
        )

    @property
    def snapshot(self) -> str:
        """The counted state; policy allows one per population."""
        return self.tables[0].table.snapshot

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """How the figures add up, within tables and from one classification to another, in an order that
        does not depend on that of the tables.
        """
        found: set[Sum] = set()
        for table in self.tables:
            for margin, parts in table.geometry.sums():
                names = tuple(sorted(table.predicates[part] for part in parts))
                found.add((table.predicates[margin], names))
        found.update(self._sums_across())
        return tuple(sorted(found))

    def _sums_across(self) -> Iterator[Sum]:
        """Yield how figures add up to those of tables with other classes of the same attribute."""
        dimensions = [published_dimension(d) for table in self.tables for d in table.classified]
        classes = partitions(sorted(set(dimensions), key=str))
        for figure in self.values:
            for given in figure.filters:
                for parts in classes.get(given, ()):
                    names = tuple(sorted(figure.replacing(given, part) for part in parts))
                    if all(name in self.values for name in names):
                        yield figure, names

    @cached_property
    def impossible(self) -> frozenset[Predicate]:
        """Figures that can only be 0: structural zeros of any table."""
        return frozenset(t.predicates[cell] for t in self.tables for cell in t.structural_zeros)

    def pictures(self, published: tuple[PublishedTable, ...]) -> tuple[Picture, list[Picture]]:
        """Return what an outsider would know of today's state, and of each earlier one (latest first)."""
        states: dict[tuple[str, str], tuple[list[Source], dict[Predicate, int]]] = {}
        own = [Source(None, table) for table in published]
        states[self.base, self.snapshot] = own, dict(self.values)
        for source, before in (*reversed(self.remembered), *reversed(self.other_moments)):
            state = source.table.scope.base, source.table.snapshot
            sources, truth = states.setdefault(state, ([], {}))
            sources.append(source)
            truth |= {figure.rebased(self.base): value for figure, value in before.items()}
        now, *earlier = [Picture(self.base, tuple(found), truth) for found, truth in states.values()]
        return now, earlier


@dataclass(frozen=True)
class Protected:
    """Protected tables of one population with the true values behind them (internal)."""

    published: tuple[PublishedTable, ...]
    values: Mapping[Predicate, int]
