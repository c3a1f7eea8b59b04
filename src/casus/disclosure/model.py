# SPDX-License-Identifier: EUPL-1.2
"""The data types of disclosure control: count tables going in, released tables and refusals coming out.

A figure is identified by its *predicate*: a population and a set of `dimension=category` filters.
A population is written `base` or `base;dimension=category;...` (`persons@2022-10..2023-10;approach=pga`):
filters in the population and filters made by a cell are one and the same, so that a table about one
approach and the column of that approach in a wider table share their figures, in any release. What
stands before an `@` in the base is the measure: the same measure at another moment is another population,
which is attacked as a state with few changes.
Classifications of one attribute lie on one axis: dimensions of one code, or of one `attribute`. They are
related by equal codes, by parents, by groups and by what their leaves `cover` (axes.py).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import product
from types import MappingProxyType

Text = Mapping[str, str]
Cell = tuple[str, ...]

TOTAL = "total"


class Protection(StrEnum):
    """How a table may leave (design.md 3, decision 13)."""

    PERSONS = "persons"
    EXACT = "exact"
    FIRMS = "firms"


class Method(StrEnum):
    """How small counts are protected: every figure rounded, or figures exact and some left out."""

    ROUNDING = "rounding"
    SUPPRESSION = "suppression"


class FigureStatus(StrEnum):
    """What a published figure is; one mark for all that is suppressed, whatever the reason."""

    EXACT = "exact"
    ROUNDED = "rounded"
    STRUCTURAL_ZERO = "structural_zero"
    SUPPRESSED = "suppressed"


@dataclass(frozen=True)
class Category:
    """One value of a dimension; `parent` is the category it adds up to.

    `covers`: for a leaf, the base classes of the attribute it stands for, by which it is related to other
    classifications (`12-17` covers `12` ... `17`); empty: just itself, or what other tables break it into.
    """

    code: str
    label: Text
    parent: str | None = None
    covers: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Group:
    """A union of categories, published beside the tree; groups may overlap one another."""

    code: str
    label: Text
    members: tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """An attribute that is counted by; leaves (categories without children) exclude each other.

    `attribute`: what is classified, where several dimensions classify the same (`age_5` and `age_10`).
    """

    code: str
    label: Text
    categories: tuple[Category, ...]
    groups: tuple[Group, ...] = ()
    attribute: str = ""

    @property
    def axis(self) -> str:
        """The name of the attribute in predicates."""
        return self.attribute or self.code

    def leaves(self) -> tuple[str, ...]:
        """Return the codes that are nobody's parent, in order."""
        parents = {category.parent for category in self.categories}
        return tuple(c.code for c in self.categories if c.code not in parents)

    def children(self, code: str) -> tuple[str, ...]:
        """Return the codes that add up to `code`; those of `TOTAL` are the categories without parent."""
        parent = None if code == TOTAL else code
        return tuple(c.code for c in self.categories if c.parent == parent)

    def codes(self) -> tuple[str, ...]:
        """Return the codes a cell may have: `TOTAL` first, then all categories and groups in order."""
        return (TOTAL, *self._labels)

    def label_of(self, code: str) -> Text:
        """Return the label of a category or group; raises KeyError for another code, `TOTAL` included."""
        return self._labels[code]

    @cached_property
    def _labels(self) -> Mapping[str, Text]:
        categories = {category.code: category.label for category in self.categories}
        return categories | {group.code: group.label for group in self.groups}


def all_cells(dimensions: tuple[Dimension, ...]) -> Iterator[Cell]:
    """Yield every cell of a table, margins included, totals first."""
    return product(*(dimension.codes() for dimension in dimensions))


@dataclass(frozen=True)
class CountTable:
    """An exact, internal table of counts; never leaves.

    `counts` holds leaf cells (absent = 0), margins are derived. `dimensions=()` is a headline figure
    with the one cell `()`. `snapshot` names the counted state: equal snapshots must give equal counts.
    `persons` holds the distinct persons behind each leaf cell when the unit is not persons; it may hold
    margins too (cells with `TOTAL` or a parent); a margin that is absent counts for its largest leaf.
    For `Protection.FIRMS` the dimensions `area` and `status` are those of decision 13.
    `caseloads`: for each insider (a partner organisation, a worker) the own units per leaf cell; what
    leaves stays protected against each of them.
    `within`: base populations of other measures that in truth hold everybody counted here (all who were
    visited are in the approach): two exact figures of such measures may not be nearly the same.
    `classes`: the classification behind a filter of the population that is no category itself (a group of it:
    two districts together), so that the figures are related to all others of that attribute.
    """

    code: str
    title: Text
    definition: Text
    unit: str
    unit_label: Text
    source: Text
    chapter: str
    period: tuple[date, date]
    reference_date: date
    snapshot: str
    protection: Protection
    population: str
    dimensions: tuple[Dimension, ...]
    counts: Mapping[Cell, int]
    structural_zeros: frozenset[Cell] = frozenset()
    persons: Mapping[Cell, int] | None = None
    note: Text | None = None
    caseloads: Mapping[str, Mapping[Cell, int]] = field(default_factory=dict)
    within: frozenset[str] = frozenset()
    classes: tuple[Dimension, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A published figure; `value` as it may be printed, `None` when it is suppressed."""

    value: int | None
    status: FigureStatus


@dataclass(frozen=True)
class ReleasedTable:
    """A table as it may be published: metadata and figures for all cells, margins included.

    `base` is the rounding base, `None` when every figure is exact. A rounded figure differs from the
    truth by at most `max_error`. No true count of a protected table is in here.
    """

    code: str
    title: Text
    definition: Text
    unit: str
    unit_label: Text
    source: Text
    chapter: str
    period: tuple[date, date]
    reference_date: date
    snapshot: str
    protection: Protection
    population: str
    dimensions: tuple[Dimension, ...]
    base: int | None
    max_error: int
    figures: Mapping[Cell, Figure]
    note: Text | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "figures", MappingProxyType(dict(self.figures)))

    def cells(self) -> Iterator[Cell]:
        """Yield the cells in printing order: totals first, then categories as declared."""
        return all_cells(self.dimensions)


@dataclass(frozen=True)
class Preset:
    """A policy of the data controller (disclosure.md 5.4): base and threshold in persons.

    `min_population`: no table (and so no filter population) may rest on fewer distinct persons, other
    than none at all; nor may a percentage.
    """

    code: str
    version: int
    base: int
    threshold: int
    min_population: int
    label: Text = field(hash=False)
    method: Method = Method.ROUNDING


@dataclass(frozen=True)
class Refusal:
    """Why a table cannot leave: a code, the table and cell it is about, and data for the sentence.

    `data["proposal"]`, where present, says what would help: `drop_dimension` (with
    `data["dimension"]`), `drop_table`, or `coarsen`.
    """

    code: str
    table: str
    cell: Cell | None = None
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Statement:
    """What a release says about itself (disclosure.md 5.8): public.

    A function of what is published, of what was published before, and of the preset: two registers with
    the same figures have the same statement. `cells`: figures published; `rounded`, `suppressed`, `exact`,
    `structural_zeros`: how. `suppressed_share`: of the figures that are not published as 0. `small_cells`:
    figures an outsider cannot rule out to be small. `targets`: those, and differences and rests that may
    be small as published, all attacked jointly with `releases` earlier releases. `least_range`: the fewest
    values an outsider is left with for whatever is small, by guarantee. `max_error`: bound on any figure.
    `insiders`: who else was tried as attacker. `relaxed`: tables that may be a whole base off.
    """

    preset: str
    preset_version: int
    base: int
    threshold: int
    min_population: int
    cells: int
    rounded: int
    exact: int
    structural_zeros: int
    small_cells: int
    targets: int
    releases: int
    max_error: int
    method: str = Method.ROUNDING.value
    suppressed: int = 0
    suppressed_share: float = 0.0
    least_range: int | None = None
    insiders: tuple[str, ...] = ()
    relaxed: tuple[str, ...] = ()

    @property
    def loses_much(self) -> bool:
        """Tell whether so much is left out that rounding or coarser categories tell more (30 %)."""
        return self.suppressed_share > 0.3


@dataclass(frozen=True)
class Audit:
    """What the audit of a release measured: for the coordinator and the ledger, never in what leaves.

    `matter`: targets small in truth, all kept open, so that `exact` and `below_threshold` (targets an
    attacker can prove exactly, or below the threshold under suppression) are 0. `narrowest_range`: fewest
    values an outsider is left with for any of them; `narrowest_inside`: an insider; `insiders`: how many
    of them were tried. `inherited`: targets that earlier releases alone leave narrower than asked.
    `left_out`: earlier tables that cannot be set beside today's. `mean_error`: persons per rounded figure.
    `lost_cells`, `lost_persons`: shares of the non-zero figures, and of the persons in the inner cells,
    that are suppressed. `redraws`: further roundings or repairs; `renumbered`: figures shown with another
    number than before though their count is the same.
    """

    matter: int
    narrowest_range: int | None
    narrowest_inside: int | None
    insiders: int
    exact: int
    below_threshold: int
    inherited: int
    left_out: int
    witnesses: int
    witness_check_seconds: float
    redraws: int
    renumbered: int
    mean_error: float | None
    lost_cells: float
    lost_persons: float
    protection_seconds: float
    audit_seconds: float
