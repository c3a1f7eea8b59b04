# SPDX-License-Identifier: EUPL-1.2
"""Publications made elsewhere, entered in the ledger so that later releases are attacked with them.

What others published about the same people (a yearly report, a table of the statistical office) is known
to an outsider as much as our own releases. It is written down as it was published: exact, rounded, with
figures left out or shown as "fewer than 5"; whole tables or only some cells. Nothing can be protected
afterwards that such a publication already tells; but what leaves later must not combine with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice
from math import prod

from casus.disclosure.figures.classes import dimension_reasons, is_bad
from casus.disclosure.figures.dimensions import PublishedDimension, published_dimension
from casus.disclosure.figures.geometry import Geometry, parts_of
from casus.disclosure.figures.predicates import parse_population
from casus.disclosure.ledger import Ledger, LedgerEntry, PublishedFigure, PublishedTable
from casus.disclosure.model import TOTAL, Cell, Dimension, FigureStatus, Protection, Refusal
from casus.disclosure.seals import entry_digest
from casus.disclosure.validation import MAX_CELLS, MAX_REASONS
from casus.errors import ReleaseRefused

ELSEWHERE = "elsewhere"
"""The preset code of such an entry."""


@dataclass(frozen=True)
class Elsewhere:
    """A table that somebody else published about a population of this ledger.

    `population` and `snapshot` as in `CountTable`: the same snapshot as a table of ours only when exactly
    the same counted state is meant. `figures`: cells as published, margins and groups included; `None` where
    the publication left a figure out; cells that are absent are simply not known. `base`: the figures are
    multiples of this; `reach`: how far a rounded figure can lie from the truth, `base // 2` if not given (to
    the nearest multiple; for random rounding it is `base - 1`). `under`: cells shown as "fewer than `below`",
    in a table that is not rounded. `threshold`: figures below it that this table left out must stay unknown
    after our releases too (0: they are not looked after). `complete`: no other classes exist than those
    listed; if not given: when every cell of the table is in `figures` or `under`. `classes` as in `CountTable`.
    """

    code: str
    population: str
    snapshot: str
    dimensions: tuple[Dimension, ...]
    figures: Mapping[Cell, int | None]
    base: int | None = None
    reach: int | None = None
    below: int | None = None
    under: frozenset[Cell] = field(default_factory=frozenset)
    threshold: int = 0
    complete: bool | None = None
    classes: tuple[Dimension, ...] = ()


def enter_elsewhere(tables: Sequence[Elsewhere], ledger: Ledger, *, at: datetime) -> LedgerEntry:
    """Return the ledger entry of a publication made elsewhere; it follows the last one of `ledger`.

    `at`: the moment of entering it, aware, not before the last entry. The caller stores the entry. Raises
    ReleaseRefused with every reason found, ValueError when `at` has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("the moment of entering has a time zone")
    reasons = [*_ledger_reasons(tables, ledger, at)]
    for table in tables:
        reasons += islice(_reasons(table), MAX_REASONS)
    if reasons:
        raise ReleaseRefused(tuple(reasons))
    published = tuple(_published(table) for table in tables)
    digest = entry_digest(ledger.key, ELSEWHERE)
    number = len(ledger.entries) + 1
    entry = LedgerEntry(number, at, {"code": ELSEWHERE}, published, digest, ledger.head, "")
    return replace(entry, digest=entry_digest(ledger.key, entry.content()))


def made_elsewhere(entry: LedgerEntry) -> bool:
    """Tell whether an entry is a publication made elsewhere."""
    return entry.preset.get("code") == ELSEWHERE


def _ledger_reasons(tables: Sequence[Elsewhere], ledger: Ledger, at: datetime) -> Iterator[Refusal]:
    if not tables:
        yield Refusal("no_tables", "")
    if ledger.entries and at < ledger.entries[-1].at:
        yield Refusal("clock_set_back", "", None, {"release": ledger.entries[-1].number})
    codes = [table.code for table in tables]
    for code in dict.fromkeys(code for code in codes if codes.count(code) > 1):
        yield Refusal("duplicate_table", code)


def _reasons(table: Elsewhere) -> Iterator[Refusal]:
    shape = [*islice(_shape_reasons(table), MAX_REASONS)]
    yield from shape
    if shape:
        return
    cells = prod(len(d.categories) + len(d.groups) + 1 for d in table.dimensions)
    if cells > MAX_CELLS:
        data = {"cells": cells, "limit": MAX_CELLS, "proposal": "coarsen"}
        yield Refusal("too_many_cells", table.code, None, data)
        return
    found = [*islice(_figure_reasons(table), MAX_REASONS)]
    yield from found or _margin_reasons(table)


def _shape_reasons(table: Elsewhere) -> Iterator[Refusal]:
    if is_bad(table.code):
        yield Refusal("bad_code", table.code, None, {"code": table.code})
    try:
        scope = parse_population(table.population)
    except ValueError:
        yield Refusal("bad_population", table.code)
        return
    own = {dimension.axis for dimension in table.dimensions}
    for dimension, category in scope.filters:
        if is_bad(category) or dimension in own:
            yield Refusal("bad_population", table.code, None, {"dimension": dimension})
    yield from dimension_reasons(table.code, table.dimensions)
    yield from dimension_reasons(table.code, table.classes)
    if not table.figures and not table.under:
        yield Refusal("no_figures", table.code)
    for number in (table.base, table.below):
        if number is not None and not 2 <= number <= 10**6:
            yield Refusal("bad_rounding", table.code, None, {"base": number})
    if table.reach is not None and (table.base is None or not 0 < table.reach <= table.base):
        yield Refusal("bad_rounding", table.code, None, {"base": table.base or 0})
    if table.under and (table.below is None or table.base is not None):
        yield Refusal("bad_rounding", table.code, None, {"base": table.base or 0})


def _figure_reasons(table: Elsewhere) -> Iterator[Refusal]:
    known = [frozenset(dimension.codes()) for dimension in table.dimensions]
    for cell in (*table.figures, *table.under):
        if len(cell) != len(known):
            yield Refusal("unknown_cell", table.code, None, {"size": len(known)})
            continue
        for dimension, codes, code in zip(table.dimensions, known, cell, strict=True):
            if code not in codes:
                data = {"dimension": dimension.code, "code": code}
                yield Refusal("unknown_category", table.code, cell, data)
    for cell in table.under & table.figures.keys():
        yield Refusal("duplicate_figure", table.code, cell)
    for cell, shown in table.figures.items():
        if shown is not None:
            yield from _number_reasons(table, cell, shown)


def _number_reasons(table: Elsewhere, cell: Cell, shown: int) -> Iterator[Refusal]:
    if not isinstance(shown, int) or isinstance(shown, bool):
        yield Refusal("not_a_whole_number", table.code, cell)
    elif shown < 0:
        yield Refusal("negative_count", table.code, cell)
    elif shown > 10**9:
        yield Refusal("count_too_large", table.code, cell)
    elif table.base is not None and shown % table.base:
        yield Refusal("not_a_multiple", table.code, cell, {"base": table.base, "shown": shown})


def _margin_reasons(table: Elsewhere) -> Iterator[Refusal]:
    """Margins that cannot be: unequal to what they add up from, or less, where classes are missing."""
    dimensions = _dimensions(table)
    least = {cell: (shown or 0) for cell, shown in table.figures.items()}
    for margin, parts in _sums(table, dimensions):
        slack = _reach(table) * (1 + len(parts)) if table.base is not None else 0
        added = sum(least.get(part, 0) for part in parts)
        shown = table.figures.get(margin)
        if shown is None:
            continue
        whole = all(table.figures.get(part) is not None for part in parts) and not _lacks(dimensions, margin)
        if shown + slack < added or (whole and added + slack < shown):
            yield Refusal("margin_differs", table.code, margin, {"shown": shown, "added": added})


def _sums(
    table: Elsewhere, dimensions: tuple[PublishedDimension, ...]
) -> Iterator[tuple[Cell, tuple[Cell, ...]]]:
    """Yield the published margins with their parts."""
    below = [parts_of(dimension) for dimension in dimensions]
    for margin in table.figures:
        for place, code in enumerate(margin):
            if code in below[place]:
                yield margin, tuple((*margin[:place], p, *margin[place + 1 :]) for p in below[place][code])


def _lacks(dimensions: tuple[PublishedDimension, ...], margin: Cell) -> bool:
    return any(d.open and code == TOTAL for d, code in zip(dimensions, margin, strict=True))


def _dimensions(table: Elsewhere) -> tuple[PublishedDimension, ...]:
    plain = tuple(published_dimension(dimension) for dimension in table.dimensions)
    complete = table.complete
    if complete is None:
        complete = table.figures.keys() | table.under >= {*Geometry(plain).cells}
    return tuple(replace(dimension, open=not complete) for dimension in plain)


def _reach(table: Elsewhere) -> int:
    if table.base is not None:
        return table.base // 2 if table.reach is None else table.reach
    return 0 if table.below is None or not table.under else table.below - 1


def _published(table: Elsewhere) -> PublishedTable:
    """Return it as a row of the ledger; without a base, for its figures are not ours to keep open."""
    rounded = FigureStatus.EXACT if table.base is None else FigureStatus.ROUNDED
    figures = [
        PublishedFigure(cell, shown, FigureStatus.SUPPRESSED if shown is None else rounded)
        for cell, shown in table.figures.items()
    ]
    figures += [PublishedFigure(cell, 0, FigureStatus.ROUNDED) for cell in table.under]
    return PublishedTable(
        code=table.code,
        population=table.population,
        snapshot=table.snapshot,
        protection=Protection.PERSONS,
        base=None,
        threshold=table.threshold,
        reach=_reach(table),
        min_population=0,
        cap=None,
        per_person=True,
        dimensions=_dimensions(table),
        figures=tuple(sorted(figures, key=lambda figure: figure.cell)),
        classes=tuple(published_dimension(one) for one in table.classes),
    )
