# SPDX-License-Identifier: EUPL-1.2
"""What an outsider knows of one counted state of one population: bounds on figures, from all releases.

The outsider knows every published figure, the rules and the presets, but neither the key nor a person.
What the rules make certain is used: a rounded figure is less than the base away from the truth, a figure
shown as more than 0 counts somebody, a total is 0 or at least the minimal population. Of a suppressed
figure nothing is used but that it is not negative (a total: not below the minimal population): the guarantee "0 and at least k are both possible" is
about what follows from the published figures (disclosure.md 5.2), not from the fact of suppression, by
which anybody may guess that a suppressed figure is seldom 0.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from casus.disclosure.attack.atoms import Atoms
from casus.disclosure.figures.axes import Axis, axis_of, meanings, wider_classes
from casus.disclosure.figures.predicates import Filter, Predicate
from casus.disclosure.ledger import PublishedFigure, PublishedTable
from casus.disclosure.model import TOTAL, Cell, FigureStatus, Method
from casus.disclosure.solving.rows import NO_LIMIT


@dataclass(frozen=True)
class Source:
    """A published table and the number of the release it stood in (`None`: the one being made)."""

    release: int | None
    table: PublishedTable


@dataclass
class Known:
    """What is known of one figure: bounds, and what has to stay open about it.

    `shown`: the number as published, the least if there are several; `None` when only ever suppressed.
    `need`: the values that have to be left (0: nothing has to stay open). `method` that hides it.
    """

    source: Source
    cell: Cell
    low: int
    high: int
    shown: int | None
    need: int = 0
    threshold: int = 0
    always: bool = False
    method: Method | None = None

    def sharpen(self, other: "Known") -> None:
        """Take in another publication of the same figure; what was once rounded stays as open as that."""
        self.low, self.high = max(self.low, other.low), min(self.high, other.high)
        self.need, self.threshold = max(self.need, other.need), max(self.threshold, other.threshold)
        self.always = self.always or other.always
        self.shown = min((n for n in (self.shown, other.shown) if n is not None), default=None)
        rounding = Method.ROUNDING in (self.method, other.method)
        self.method = Method.ROUNDING if rounding else self.method or other.method


@dataclass
class Picture:
    """All that is known of one counted state; `truth`: true values where they are at hand.

    Figures are named by `base`, whatever moment of the measure the tables are about. `caseloads`: for
    each insider the own cases per figure. `silent`: sources of which nothing is known but how they classify.
    """

    base: str
    sources: tuple[Source, ...]
    truth: Mapping[Predicate, int]
    figures: dict[Predicate, Known] = field(default_factory=dict)
    caseloads: Mapping[str, Mapping[Predicate, int]] = field(default_factory=dict)
    silent: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        for source in self.sources:
            for original, known in _known_of(source):
                predicate = original.rebased(self.base)
                if predicate in self.figures:
                    self.figures[predicate].sharpen(known)
                else:
                    self.figures[predicate] = known

    @cached_property
    def above(self) -> Mapping[Filter, tuple[str, ...]]:
        """The classes one step wider than each class."""
        return wider_classes(d for table in self.tables for d in table.classified)

    @cached_property
    def grouped(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """For the attributes of which a filter is a group: the base classes of every class."""
        axes = {dimension.axis for table in self.tables for dimension in table.classes}
        return meanings(d for table in self.tables for d in table.classified if d.axis in axes)

    @property
    def tables(self) -> tuple[PublishedTable, ...]:
        """The tables without their releases."""
        return tuple(source.table for source in self.sources)

    @property
    def layout(self) -> tuple[PublishedTable, ...]:
        """The tables whose classes make the atoms."""
        return (*self.tables, *(source.table for source in self.silent))

    def before(self) -> "Picture":
        """Return what was known before the release that is being made."""
        old = tuple(source for source in self.sources if source.release is not None)
        new = tuple(source for source in self.sources if source.release is None)
        return Picture(self.base, old, self.truth, silent=new)

    @property
    def state(self) -> tuple[str, str]:
        """The base population and the snapshot that were counted."""
        table = self.sources[0].table
        return table.scope.base, table.snapshot


def suppressed_by(table: PublishedTable) -> bool:
    """Tell whether a table hides figures by leaving them out: no base, but a threshold."""
    return table.base is None and table.threshold > 0


def bounds(table: PublishedTable, figure: PublishedFigure) -> tuple[int, int]:
    """Return the least and greatest true count behind a figure, for one who knows the rules."""
    whole = all(code == TOTAL for code in figure.cell)
    if figure.value is None:  # somebody is in a total that is left out, then as many as the rule says
        return table.min_population if whole else 0, NO_LIMIT
    if figure.status is not FigureStatus.ROUNDED:
        return figure.value, figure.value
    low, high = max(0, figure.value - table.reach, min(1, figure.value)), figure.value + table.reach
    if table.cap is not None and figure.cell in table.geometry.leaf_set:
        high = min(high, table.cap)
    if table.min_population and whole:
        if figure.value:
            low = max(low, table.min_population)
        elif high < table.min_population:
            high = 0
    return low, high


def _known_of(source: Source) -> Iterator[tuple[Predicate, Known]]:
    table = source.table
    for predicate, figure in table.predicates():
        low, high = bounds(table, figure)
        known = Known(source, figure.cell, low, high, figure.value)
        if figure.status is FigureStatus.ROUNDED and table.base is not None:
            known.need, known.threshold, known.method = table.base, table.threshold, Method.ROUNDING
            known.always = not table.per_person
        elif suppressed_by(table) and figure.status is not FigureStatus.STRUCTURAL_ZERO:
            known.need, known.threshold, known.method = 2, table.threshold, Method.SUPPRESSION
        yield predicate, known


def scopes_of(tables: Iterable[PublishedTable], axes: Mapping[str, Axis]) -> set[frozenset[str]]:
    """Return the sets of axes that the tables cross."""
    return {
        frozenset({*(axis_of(f, axes) for f in table.scope.filters), *(d.axis for d in table.dimensions)})
        for table in tables
    }


def atoms_of(tables: Iterable[PublishedTable], axes: Mapping[str, Axis]) -> Atoms:
    """Return the unknowns behind these tables."""
    return Atoms(axes, scopes_of(tables, axes))
