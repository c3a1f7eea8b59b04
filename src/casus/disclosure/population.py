# SPDX-License-Identifier: EUPL-1.2
"""One protected population of a release: its figures, what stands of them already, how it may look."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from casus.disclosure.counts import CountedTable
from casus.disclosure.dimensions import PublishedDimension, published_dimension
from casus.disclosure.knowledge import Picture, Source
from casus.disclosure.ledger import Ledger, PublishedFigure, PublishedTable
from casus.disclosure.model import Cell, FigureStatus, Preset, Protection, Refusal
from casus.disclosure.policy import FIRMS_EXACT_FROM, firm_totals, population_rule
from casus.disclosure.predicates import Predicate, measure_of
from casus.disclosure.rounding import Rounded, Sum
from casus.disclosure.seals import opened, value_seal


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
        return largest if self.values.keys() <= {*largest.predicates.values()} else None

    @cached_property
    def open_leaves(self) -> Mapping[Predicate, int]:
        """Number of leaves behind a figure that are not published exactly; only for firms (decision 13)."""
        if self.finest is None:
            return dict.fromkeys(self.values, 1)
        fine, counts = self.finest, self.finest.table.counts
        hidden = {leaf: 1 for leaf in fine.geometry.leaves if counts.get(leaf, 0) < FIRMS_EXACT_FROM
                  and leaf not in fine.table.structural_zeros}  # fmt: skip
        return {fine.predicates[cell]: number for cell, number in fine.geometry.summed(hidden).items()}

    @cached_property
    def open_part(self) -> Mapping[Predicate, int]:
        """The part of each true count that has to be rounded."""
        if self.finest is None:
            return self.values
        fine = self.finest
        hidden = {leaf: n for leaf, n in fine.table.counts.items() if n < FIRMS_EXACT_FROM}
        return {fine.predicates[cell]: number for cell, number in fine.geometry.summed(hidden).items()}

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
            if figure.seal is None:
                if figure.value is not None:
                    yield predicate, figure.value
                continue
            shown = 0 if figure.value is None else figure.value
            near = [*range(max(0, shown - table.reach), shown + table.reach + 1)]
            likely = [self.values[predicate]] if predicate in self.values else []
            value = opened(self.ledger.key, predicate, figure.seal, likely + near)
            if value is not None:
                yield predicate, value

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
        """How the figures add up, in an order that does not depend on that of the tables."""
        found: set[Sum] = set()
        for table in self.tables:
            for margin, parts in table.geometry.sums():
                names = tuple(sorted(table.predicates[part] for part in parts))
                found.add((table.predicates[margin], names))
        return tuple(sorted(found))

    def published(self, rounded: Rounded) -> tuple[PublishedTable, ...]:
        """Return the tables as they would leave."""
        return tuple(self._published(table, rounded) for table in self.tables)

    def _published(self, counted: CountedTable, rounded: Rounded) -> PublishedTable:
        figures = tuple(self._figure(counted, cell, rounded) for cell in counted.geometry.cells)
        hides = any(figure.status is FigureStatus.ROUNDED for figure in figures)
        base = self.preset.base
        return PublishedTable(
            code=counted.table.code,
            population=counted.table.population,
            snapshot=counted.table.snapshot,
            protection=counted.table.protection,
            base=base if hides else None,
            threshold=self.preset.threshold if hides else 0,
            reach=(base if rounded.relaxed else base - 1) if hides else 0,
            min_population=population_rule(counted, self.preset),
            cap=FIRMS_EXACT_FROM - 1 if counted is self.finest else None,
            per_person=counted.table.persons is None,
            dimensions=_dimensions(counted),
            figures=figures,
        )

    def _figure(self, counted: CountedTable, cell: Cell, rounded: Rounded) -> PublishedFigure:
        predicate = counted.predicates[cell]
        if predicate in self._impossible:
            return PublishedFigure(cell, 0, FigureStatus.STRUCTURAL_ZERO)
        if not self.open_leaves[predicate]:
            return PublishedFigure(cell, self.values[predicate], FigureStatus.EXACT)
        seal = value_seal(self.ledger.key, predicate, self.values[predicate])
        return PublishedFigure(cell, rounded.values[predicate], FigureStatus.ROUNDED, seal)

    @cached_property
    def _impossible(self) -> frozenset[Predicate]:
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


def exactly_published(counted: CountedTable) -> PublishedTable:
    """Return a table without persons as it leaves: every figure exact (decision 13)."""
    figures = tuple(
        PublishedFigure(cell, counted.values[cell], _exact_status(counted, cell))
        for cell in counted.geometry.cells
    )
    return PublishedTable(
        code=counted.table.code,
        population=counted.table.population,
        snapshot=counted.table.snapshot,
        protection=counted.table.protection,
        base=None,
        threshold=0,
        reach=0,
        min_population=0,
        cap=None,
        per_person=True,
        dimensions=_dimensions(counted),
        figures=figures,
    )


def _exact_status(counted: CountedTable, cell: Cell) -> FigureStatus:
    return FigureStatus.STRUCTURAL_ZERO if cell in counted.structural_zeros else FigureStatus.EXACT


def _dimensions(counted: CountedTable) -> tuple[PublishedDimension, ...]:
    return tuple(published_dimension(dimension) for dimension in counted.table.dimensions)
