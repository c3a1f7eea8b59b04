# SPDX-License-Identifier: EUPL-1.2
"""Axes: each attribute as all tables together classify it, cut into the finest classes (atoms).

Every class is a set of base classes of its attribute. What a class stands for is the union of all that
any table says of it: its children in a tree, the members of a group, what a leaf `covers`; a class of
which nothing is said is a base class itself. So age bands of two tables are related by the years they
cover, old and new districts by the streets, a group of counties by its counties, whatever table says it.
Base classes in exactly the same classes cannot be told apart and are one atom: the atoms of an axis are
the finest common refinement of its classifications.

A base class that a table does not show has nobody in that table's population, for its total is the sum of
what it shows: a category may turn up in a later release. Whoever merges tables adds the rows of `unseen`.
Should they be false because two classifications were not related as they are in
truth, then the attack has more rows than hold, finds less open than there is, and refuses.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from casus.disclosure.figures.dimensions import PublishedDimension
from casus.disclosure.figures.geometry import parts_of
from casus.disclosure.figures.predicates import Filter, Predicate
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import TOTAL

REST = ""


class ClassificationDiffers(Exception):
    """Two tables classify the same attribute in ways that cannot be related."""

    def __init__(self, table: PublishedTable, dimension: str) -> None:
        super().__init__(dimension)
        self.table = table
        self.dimension = dimension


@dataclass(frozen=True)
class Axis:
    """An attribute: `cover` gives the atom numbers of every class, `names` one class for each atom."""

    cover: Mapping[str, frozenset[int]]
    names: tuple[str, ...]

    @property
    def size(self) -> int:
        """Number of atoms."""
        return len(self.names)


def axis_of(given: Filter, axes: Mapping[str, Axis]) -> str:
    """Return the axis a filter lies on: that of its attribute, or of its own (see `merged_axes`)."""
    return given[0] if given[0] in axes else f"{given[0]}={given[1]}"


def merged_axes(
    tables: Iterable[PublishedTable],
    *,
    apart: Collection[str] = (),
    exhaustive: Collection[str] = (),
) -> dict[str, Axis]:
    """Merge the classifications of all tables; raises ClassificationDiffers.

    A table need not show all classes of an attribute; the caller sets those of `unseen` to 0. Of an
    attribute that is only ever filtered on, nobody says how its categories are related: they may overlap
    (`approach=pga`, `approach=not_family`), unless an attacker may assume that they lie `apart`, or even
    that they are `exhaustive`: apart, and everybody is in one of them. Both are lists of attributes.
    """
    tables = tuple(tables)
    axes: dict[str, Axis] = {}
    for code in sorted({dimension.axis for table in tables for dimension in table.classified}):
        axes[code] = _merged([(t, d) for t in tables for d in t.classified if d.axis == code])
    for attribute, categories in filtered_on(tables).items():
        if attribute in exhaustive or attribute in apart:
            names = (*sorted(categories), *(() if attribute in exhaustive else (REST,)))
            axes[attribute] = Axis({name: frozenset({n}) for n, name in enumerate(names)}, names)
            continue
        for category in categories:
            cover = {category: frozenset({0}), REST: frozenset({1})}
            axes[f"{attribute}={category}"] = Axis(cover, (category, REST))
    for table in tables:
        for dimension, category in table.scope.filters:
            if dimension in axes and category not in axes[dimension].cover:
                raise ClassificationDiffers(table, dimension)
    return axes


def filtered_on(tables: Iterable[PublishedTable]) -> Mapping[str, frozenset[str]]:
    """Return the attributes that no table classifies, with the categories they are filtered on."""
    tables = tuple(tables)
    counted = {dimension.axis for table in tables for dimension in table.classified}
    found: dict[str, set[str]] = {}
    for table in tables:
        for attribute, category in table.scope.filters:
            if attribute not in counted:
                found.setdefault(attribute, set()).add(category)
    return {attribute: frozenset(found[attribute]) for attribute in sorted(found)}


def unseen(table: PublishedTable, axes: Mapping[str, Axis]) -> Iterator[Predicate]:
    """Yield what a table says by not showing it: classes of its axes in which its population has nobody."""
    for dimension in table.dimensions:
        if dimension.open:
            continue
        axis = axes[dimension.axis]
        inner = {parent for _, parent in dimension.categories}
        leaves = (code for code, _ in dimension.categories if code not in inner)
        seen: set[int] = set().union(*(axis.cover[leaf] for leaf in leaves))
        for number, name in enumerate(axis.names):
            if number not in seen:
                filters = (*table.scope.filters, (dimension.axis, name))
                yield Predicate(table.scope.base, tuple(sorted(filters)))


def wider_classes(dimensions: Iterable[PublishedDimension]) -> Mapping[Filter, tuple[str, ...]]:
    """Return for every class the classes one step wider: nothing of any dimension lies in between.

    A class is wider when it holds all base classes of the other and more, whether it is a parent, a group
    or a class of another table. Classifications that contradict one another are taken as far as they go.
    """
    found: dict[Filter, tuple[str, ...]] = {}
    for axis, own in _by_axis(dimensions).items():
        classes = _Classes(own)
        found |= {(axis, code): wider for code, wider in classes.wider().items() if wider}
    return found


def partitions(dimensions: Iterable[PublishedDimension]) -> Mapping[Filter, tuple[tuple[str, ...], ...]]:
    """Return how classes add up in *other* classifications than their own.

    For every class, each list of classes of one other dimension that together make exactly that class
    (a list of one: another name for the same class). `TOTAL` is not among them.
    """
    found: dict[Filter, tuple[tuple[str, ...], ...]] = {}
    for axis, own in _by_axis(dimensions).items():
        classes = _Classes(own)
        for dimension in own:
            for code, parts in classes.made_of(dimension).items():
                found[axis, code] = tuple(dict.fromkeys((*found.get((axis, code), ()), parts)))
    return found


def meanings(dimensions: Iterable[PublishedDimension]) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return by attribute the base classes that every class stands for."""
    return {
        axis: {code: classes.of(code) for dimension in own for code in _codes(dimension)}
        for axis, own in _by_axis(dimensions).items()
        for classes in [_Classes(own)]
    }


def _by_axis(dimensions: Iterable[PublishedDimension]) -> Mapping[str, list[PublishedDimension]]:
    own: dict[str, list[PublishedDimension]] = {}
    for dimension in dict.fromkeys(dimensions):
        own.setdefault(dimension.axis, []).append(dimension)
    return own


def _merged(own: Sequence[tuple[PublishedTable, PublishedDimension]]) -> Axis:
    tables = {dimension: table for table, dimension in reversed(own)}
    classes = _Classes([*dict.fromkeys(dimension for _, dimension in own)])
    known: frozenset[str] = frozenset()
    for dimension in dict.fromkeys(dimension for _, dimension in own):
        seen = classes.seen(dimension)
        if seen is None or (known and known.isdisjoint(seen)) or classes.circular:
            raise ClassificationDiffers(tables[dimension], dimension.code)
        known |= seen
    return classes.axis()


class _Classes:
    """What the classes of one axis stand for, as sets of base classes."""

    def __init__(self, dimensions: Sequence[PublishedDimension]) -> None:
        self._parts: dict[str, dict[str, None]] = {}
        self._codes = [*dict.fromkeys(code for d in dimensions for code in _codes(d))]
        for dimension in dimensions:
            for code, parts in (*parts_of(dimension).items(), *dimension.covers):
                if code != TOTAL:
                    self._parts.setdefault(code, {}).update(dict.fromkeys(parts))
        self.circular = False
        self._meaning: dict[str, frozenset[str]] = {}
        for code in self._codes:
            self._resolve(code)

    def _resolve(self, code: str) -> None:
        """Find what a class stands for; without recursion, since trees can be deep."""
        begun: set[str] = set()
        waiting = [code]
        while waiting:
            step = waiting[-1]
            parts = [part for part in self._parts.get(step, ()) if part != step]
            missing = [part for part in parts if part not in self._meaning]
            if step in self._meaning:
                waiting.pop()
            elif missing and step not in begun:
                begun.add(step)
                waiting += missing
            else:
                self.circular = self.circular or bool(missing)
                base = {step} if step in self._parts.get(step, (step,)) or missing else set[str]()
                self._meaning[step] = frozenset(base.union(*(self._meaning.get(p, ()) for p in parts)))

    def of(self, code: str) -> frozenset[str]:
        """Return the base classes of a class."""
        return self._meaning.get(code) or frozenset({code})

    def seen(self, dimension: PublishedDimension) -> frozenset[str] | None:
        """Return the base classes a dimension shows; `None` when it contradicts what is known of them."""
        covers, parts = dict(dimension.covers), parts_of(dimension)
        own: dict[str, frozenset[str]] = {}
        for code, _ in dimension.categories:
            if code not in parts:
                own[code] = frozenset[str]().union(*(self.of(c) for c in covers.get(code, (code,))))
        seen = frozenset[str]().union(*own.values())
        if len(seen) != sum(map(len, own.values())):
            return None
        for code in _codes(dimension):
            inside = frozenset[str]().union(*(own[leaf] for leaf in _leaves_below(code, parts)))
            if self.of(code) & seen != inside:
                return None
        return seen

    @cached_property
    def _holding(self) -> Mapping[str, list[str]]:
        """For each base class the classes that hold it."""
        holding: dict[str, list[str]] = {}
        for code in self._codes:
            for base in self.of(code):
                holding.setdefault(base, []).append(code)
        return holding

    def axis(self) -> Axis:
        """Return the atoms: base classes that no class tells apart are one."""
        numbers: dict[tuple[str, ...], int] = {}
        names: list[str] = []
        atom: dict[str, int] = {}
        for base in sorted(self._holding):
            number = numbers.setdefault(tuple(self._holding[base]), len(numbers))
            if number == len(names):
                names.append(base)
            atom[base] = number
        cover = {name: frozenset({number}) for number, name in enumerate(names)}
        cover |= {code: frozenset(atom[base] for base in self.of(code)) for code in self._codes}
        return Axis(cover, tuple(names))

    def wider(self) -> Mapping[str, tuple[str, ...]]:
        """Return for every class the smallest classes that hold it and more."""
        found = {}
        for code in self._codes:
            own = self.of(code)
            above = [other for other in self._holding[min(own)] if own < self.of(other)]
            found[code] = tuple(o for o in above if not any(self.of(x) < self.of(o) for x in above))
        return found

    def made_of(self, dimension: PublishedDimension) -> Mapping[str, tuple[str, ...]]:
        """Return the classes that are made of whole classes of `dimension`, as few as possible."""
        own, parts = {*_codes(dimension)}, parts_of(dimension)
        found = {}
        for code in self._codes:
            if code in own:
                continue
            whole = self.of(code)
            inside = [*_largest_within(whole, parts, self)]
            if inside and frozenset[str]().union(*(self.of(part) for part in inside)) == whole:
                found[code] = tuple(sorted(inside))
        return found


def _codes(dimension: PublishedDimension) -> Iterator[str]:
    yield from (code for code, _ in dimension.categories)
    yield from (code for code, _ in dimension.groups)


def _leaves_below(code: str, parts: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    waiting = [code]
    while waiting:
        step = waiting.pop()
        if step in parts:
            waiting.extend(parts[step])
        else:
            yield step


def _largest_within(
    whole: frozenset[str], parts: Mapping[str, tuple[str, ...]], classes: _Classes
) -> Iterator[str]:
    """Yield the highest categories of a tree that lie within a class."""
    waiting = list(parts.get(TOTAL, ()))
    while waiting:
        step = waiting.pop()
        meaning = classes.of(step)
        if meaning <= whole:
            yield step
        elif not meaning.isdisjoint(whole):
            waiting.extend(parts.get(step, ()))
