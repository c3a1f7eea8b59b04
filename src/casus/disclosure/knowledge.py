# SPDX-License-Identifier: EUPL-1.2
"""What an outsider knows of one counted state of one population: bounds on figures, from all releases.

The outsider knows every published figure, the rules and the presets, but neither the key nor a person.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from casus.disclosure.atoms import Atoms
from casus.disclosure.axes import Axis, axis_of, wider_classes
from casus.disclosure.ledger import PublishedFigure, PublishedTable
from casus.disclosure.model import Cell, FigureStatus
from casus.disclosure.predicates import Filter, Predicate
from casus.disclosure.solver import NO_LIMIT


@dataclass(frozen=True)
class Source:
    """A published table and the number of the release it stood in (`None`: the one being made)."""

    release: int | None
    table: PublishedTable


@dataclass
class Known:
    """What is known of one figure: bounds, and what has to stay open about it."""

    source: Source
    cell: Cell
    low: int
    high: int
    shown: int
    need: int = 0
    threshold: int = 0
    always: bool = False

    def sharpen(self, other: "Known") -> None:
        """Take in another publication of the same figure."""
        self.low, self.high = max(self.low, other.low), min(self.high, other.high)
        self.need, self.threshold = max(self.need, other.need), max(self.threshold, other.threshold)
        self.always = self.always or other.always
        self.shown = min(self.shown, other.shown)


@dataclass
class Picture:
    """All that is known of one counted state; `truth`: true values where they are at hand.

    Figures are named by `base`, whatever moment of the measure the tables are about.
    """

    base: str
    sources: tuple[Source, ...]
    truth: Mapping[Predicate, int]
    figures: dict[Predicate, Known] = field(default_factory=dict)

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
        return wider_classes(d for table in self.tables for d in table.dimensions)

    @property
    def tables(self) -> tuple[PublishedTable, ...]:
        """The tables without their releases."""
        return tuple(source.table for source in self.sources)


@dataclass(frozen=True)
class Target:
    """A count that must stay open: a figure, or the difference with the wider one it is part of."""

    figure: Predicate
    part: Predicate | None
    known: Known
    need: int
    matters: bool


def bounds(table: PublishedTable, figure: PublishedFigure) -> tuple[int, int]:
    """Return the least and greatest true count behind a figure, for one who knows the rules."""
    if figure.value is None:
        return 0, NO_LIMIT
    if figure.status is not FigureStatus.ROUNDED:
        return figure.value, figure.value
    low, high = max(0, figure.value - table.reach, min(1, figure.value)), figure.value + table.reach
    if table.cap is not None and figure.cell in table.geometry.leaf_set:
        high = min(high, table.cap)
    if table.min_population and figure.cell in table.bases:
        if figure.value:
            low = max(low, table.min_population)
        elif high < table.min_population:
            high = 0
    return low, high


def _known_of(source: Source) -> Iterator[tuple[Predicate, Known]]:
    table = source.table
    for predicate, figure in table.predicates():
        low, high = bounds(table, figure)
        if figure.status is FigureStatus.ROUNDED and table.base is not None:
            known = Known(source, figure.cell, low, high, figure.number, table.base, table.threshold,
                          always=not table.per_person)  # fmt: skip
        else:
            known = Known(source, figure.cell, low, high, figure.value or 0)
        yield predicate, known


def targets_of(picture: Picture) -> Iterator[Target]:
    """Yield what has to stay open: figures and nested differences that may be small, as published.

    Refusal hangs on those that are small in truth (or of unknown truth), and on every figure of a
    table in which one person can be behind several units.
    """
    for predicate in sorted(picture.figures):
        known = picture.figures[predicate]
        if known.need and (known.always or known.shown <= known.need):
            small = _may_be_small(picture.truth.get(predicate), known.threshold)
            yield Target(predicate, None, known, known.need, matters=known.always or small)
        for wider in predicate.wider(picture.above):
            difference = _difference(predicate, wider, picture) if wider in picture.figures else None
            if difference is not None:
                yield difference


def _difference(part: Predicate, wider: Predicate, picture: Picture) -> Target | None:
    inner, outer = picture.figures[part], picture.figures[wider]
    need = max(inner.need, outer.need)
    if not need or not 0 <= outer.shown - inner.shown <= 2 * need:
        return None
    values = picture.truth.get(wider), picture.truth.get(part)
    rest = None if values[0] is None or values[1] is None else values[0] - values[1]
    matters = _may_be_small(rest, max(inner.threshold, outer.threshold))
    return Target(wider, part, outer, need, matters)


def _may_be_small(value: int | None, threshold: int) -> bool:
    return value is None or 0 < value < threshold


def scopes_of(tables: Iterable[PublishedTable], axes: Mapping[str, Axis]) -> set[frozenset[str]]:
    """Return the sets of axes that the tables cross."""
    return {
        frozenset({*(axis_of(f, axes) for f in table.scope.filters), *(d.axis for d in table.dimensions)})
        for table in tables
    }


def atoms_of(tables: Iterable[PublishedTable], axes: Mapping[str, Axis]) -> Atoms:
    """Return the unknowns behind these tables."""
    return Atoms(axes, scopes_of(tables, axes))
