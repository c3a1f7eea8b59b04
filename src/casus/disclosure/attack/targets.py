# SPDX-License-Identifier: EUPL-1.2
"""What has to stay open about a counted state: small figures, differences, rests and lines.

A target is a figure, less other figures that lie within it. Refusal hangs on those that are small in
truth (or of unknown truth); how many figures and differences *might* be small is counted from what is
published, so that the number may be told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from casus.disclosure.attack.knowledge import Known, Picture, Source, suppressed_by
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.model import TOTAL, Cell, FigureStatus, Method


class Kind(StrEnum):
    """What a target is: a figure; the difference of two; what a line has besides its published figures;
    that there are others in a line; what came or went between two states.
    """

    CELL = "cell"
    DIFFERENCE = "difference"
    REST = "rest"
    GROUP = "group"
    INCREMENT = "increment"


@dataclass(frozen=True)
class Target:
    """`figure` less the figures in `minus`; open as `Goal` says by `need` (values), `down_to`, `up_to`.

    `value`: its true value, where it is at hand.
    """

    kind: Kind
    figure: Predicate
    minus: tuple[Predicate, ...]
    known: Known
    need: int
    down_to: int | None
    up_to: int | None
    matters: bool
    value: int | None = None


@dataclass(frozen=True)
class Demand:
    """How open something has to be."""

    need: int
    down_to: int | None
    up_to: int | None
    threshold: int


def demand_of(*figures: Known) -> Demand | None:
    """Return how open a small count made of these figures has to be, `None` when it need not be.

    Rounding to base b: b values. Suppression below k: 0 and k or more both possible, never exact. Where
    both hide the same figure the range cannot reach k, and b values are asked.
    """
    need = max(known.need for known in figures)
    threshold = max(known.threshold for known in figures)
    if not need:
        return None
    if any(known.method is Method.ROUNDING for known in figures):
        return Demand(need, None, None, threshold)
    return Demand(2, 0, threshold, threshold)


def targets_of(picture: Picture, exclusive: Mapping[str, Sequence[str]] | None = None) -> Iterator[Target]:
    """Yield what has to stay open about a state, first what might be small as published.

    `exclusive`: attributes that are only ever filtered on, with their categories that exclude each other.
    """
    for predicate in sorted(picture.figures):
        yield from _cell(predicate, picture)
        for wider in predicate.wider(picture.above, picture.figures):
            if wider in picture.figures:
                yield from _difference(predicate, wider, picture)
    for source in picture.sources:
        yield from _lines(source, picture)
    yield from _beside_filters(picture, exclusive or {})
    for axis, meaning in picture.grouped.items():
        yield from _beside_groups(axis, meaning, picture)


def _cell(predicate: Predicate, picture: Picture) -> Iterator[Target]:
    known = picture.figures[predicate]
    demand = demand_of(known)
    if demand is None:
        return
    hidden = known.shown is None or known.always or known.shown <= known.need
    small = may_be_small(picture.truth.get(predicate, _unless_exact(known)), demand.threshold)
    if hidden or (small and known.method is Method.SUPPRESSION):
        value = _value(predicate, (), picture)
        matters = small or (known.always and value != 0)
        yield _target(Kind.CELL, predicate, (), known, demand, value, matters=matters)


def _unless_exact(known: Known) -> int | None:
    return known.low if known.low == known.high else None


def _difference(part: Predicate, wider: Predicate, picture: Picture) -> Iterator[Target]:
    inner, outer = picture.figures[part], picture.figures[wider]
    demand = demand_of(inner, outer)
    if demand is None:
        return
    apart = None if inner.shown is None or outer.shown is None else outer.shown - inner.shown
    reach = 2 * demand.need if demand.up_to is None else demand.threshold
    if apart is not None and not -reach <= apart <= reach:
        return
    rest = _value(wider, (part,), picture)
    matters = may_be_small(rest, demand.threshold)
    yield _target(Kind.DIFFERENCE, wider, (part,), outer, demand, rest, matters=matters)


def _lines(source: Source, picture: Picture) -> Iterator[Target]:
    """Yield rests of lines (suppression), and lines with all their persons in one category."""
    table = source.table
    names = {figure.cell: p.rebased(picture.base) for p, figure in table.predicates()}
    shown = {figure.cell: figure for figure in table.figures}
    exactly = suppressed_by(table)
    for margin, parts in table.geometry.sums():
        if margin not in names or not all(part in names for part in parts):
            continue
        figures = [names[part] for part in parts]
        if exactly:
            left_out = [p for p in parts if shown[p].status is FigureStatus.SUPPRESSED]
            if 1 < len(left_out) < len(parts):
                yield from _rest(names[margin], [names[p] for p in parts if p not in left_out], picture)
        possible = [shown[part].status is not FigureStatus.STRUCTURAL_ZERO for part in parts]
        if sum(possible) > 1:
            yield from _group(names[margin], figures, picture)


def _rest(margin: Predicate, published: Sequence[Predicate], picture: Picture) -> Iterator[Target]:
    known = picture.figures[margin]
    demand = demand_of(known, *(picture.figures[part] for part in published))
    rest = _value(margin, published, picture)
    if demand is not None and may_be_small(rest, demand.threshold):
        yield _target(Kind.REST, margin, tuple(published), known, demand, rest, matters=True)


def _group(margin: Predicate, parts: Sequence[Predicate], picture: Picture) -> Iterator[Target]:
    known = picture.figures[margin]
    total = picture.truth.get(margin, _unless_exact(known))
    demand = demand_of(known, *(picture.figures[part] for part in parts))
    if demand is None or total is None or total < demand.threshold:
        return
    for part in parts:
        if picture.truth.get(part, _unless_exact(picture.figures[part])) == total:
            wanted = demand if demand.up_to is None else Demand(1, None, 1, demand.threshold)
            yield _target(Kind.GROUP, margin, (part,), known, wanted, 0, matters=True)


def _beside_filters(picture: Picture, exclusive: Mapping[str, Sequence[str]]) -> Iterator[Target]:
    """Yield what a figure has besides those of its categories that were published one by one."""
    for predicate in sorted(picture.figures) if exclusive else ():
        for attribute, categories in exclusive.items():
            if any(axis == attribute for axis, _ in predicate.filters):
                continue
            parts = [Predicate(predicate.base, tuple(sorted((*predicate.filters, (attribute, category)))))
                     for category in categories]  # fmt: skip
            parts = [p for p in parts if p in picture.figures and picture.figures[p].shown is not None]
            if len(parts) > 1:
                yield from _rest(predicate, parts, picture)


def _beside_groups(axis: str, meaning: Mapping[str, frozenset[str]], picture: Picture) -> Iterator[Target]:
    """Yield what a figure has besides each class of one attribute within it, however many lie in between, and
    besides all the published ones together that lie beside one another.
    """
    lines: dict[Predicate, dict[str, Predicate]] = {}
    for figure in sorted(picture.figures):
        given = next((one for one in figure.filters if one[0] == axis), None)
        whole, code = (figure, TOTAL) if given is None else (figure.without(given), given[1])
        lines.setdefault(whole, {})[code] = figure
    everything = frozenset[str]().union(*meaning.values())
    for line in lines.values():
        for code, whole in line.items():
            around = everything if code == TOTAL else meaning.get(code, frozenset())
            inside = {c: meaning[c] for c in line if c in meaning and meaning[c] < around}
            for part in inside:
                yield from _difference(line[part], whole, picture)
            yield from _rest_of(whole, {line[c]: inside[c] for c in inside}, picture)


def _rest_of(
    whole: Predicate, inside: Mapping[Predicate, frozenset[str]], picture: Picture
) -> Iterator[Target]:
    shown = {part: classes for part, classes in inside.items() if picture.figures[part].shown is not None}
    parts = [part for part, classes in shown.items() if not any(classes < other for other in shown.values())]
    together = frozenset[str]().union(*(shown[part] for part in parts))
    if len(parts) > 1 and len(together) == sum(len(shown[part]) for part in parts):
        yield from _rest(whole, parts, picture)


def _target(
    kind: Kind, figure: Predicate, minus: tuple[Predicate, ...], known: Known, demand: Demand,
    value: int | None, *, matters: bool,
) -> Target:  # fmt: skip
    return Target(kind, figure, minus, known, demand.need, demand.down_to, demand.up_to, matters, value)


def _value(whole: Predicate, parts: Iterable[Predicate], picture: Picture) -> int | None:
    """Return the true value of a difference, `None` when it is not at hand."""
    left = picture.truth.get(whole, _unless_exact(picture.figures[whole]))
    for part in parts:
        value = picture.truth.get(part, _unless_exact(picture.figures[part]))
        if left is None or value is None:
            return None
        left -= value
    return left


def may_be_small(value: int | None, threshold: int) -> bool:
    """Tell whether a count is 1 or more but below the threshold, or unknown."""
    return value is None or 0 < value < threshold


def increment(figure: Predicate, before: Picture, after: Picture) -> Target | None:
    """Return what came between two states as a target, `None` when it is not small."""
    known = after.figures[figure]
    demand = demand_of(known, before.figures[figure])
    values = (after.truth.get(figure, _unless_exact(known)),
              before.truth.get(figure, _unless_exact(before.figures[figure])))  # fmt: skip
    rise = None if values[0] is None or values[1] is None else values[0] - values[1]
    if demand is None or rise is None or not 0 < rise < demand.threshold:
        return None
    return _target(Kind.INCREMENT, figure, (figure,), known, demand, rise, matters=True)


def place_of(target: Target) -> tuple[str, Cell]:
    """Return the table and the cell a target is named by."""
    return target.known.source.table.code, target.known.cell
