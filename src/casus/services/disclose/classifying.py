# SPDX-License-Identifier: EUPL-1.2
"""Dimensions from a description and what the files hold: leaves, tree, groups, and what leaves cover.

All tables of one call share one classification per dimension, so that a class that does not occur in one of
them is a zero there. The order of the classes is that of the description or that of their names, never that
of the rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from casus.disclosure import TOTAL, Category, Dimension, Group, Text
from casus.errors import TableFileInvalid
from casus.services.disclose.bands import ages_in
from casus.services.disclose.faults import fault
from casus.services.disclose.names import code_of, in_order
from casus.services.disclose.relations import Known, Level
from casus.services.disclose.spec import DimensionSpec, Rows
from casus.services.printable import listed
from casus.services.toml_lines import nearest

_TOTALS = frozenset({"totaal", "totals", "totalen", "sum", "som", "grand total", "eindtotaal", "all", "alle"})
"""What files write for a total, besides `total` itself; a class may be called so when it is listed."""


@dataclass(frozen=True)
class Classified:
    """A dimension and the codes of what the files write; `shown`: how each code is written out again."""

    dimension: Dimension
    codes: Mapping[str, str]
    shown: Mapping[str, str]

    def code(self, text: str | None) -> str:
        """Return the code of a text, `TOTAL` for `None`; raises KeyError."""
        return TOTAL if text is None else self.codes[text]

    @cached_property
    def leaves(self) -> frozenset[str]:
        """The codes that are not broken down."""
        return frozenset(self.dimension.leaves())

    def leaves_under(self, text: str) -> tuple[str, ...]:
        """Return the leaves of a class or group; raises KeyError."""
        waiting, found = [self.codes[text]], []
        members = {group.code: group.members for group in self.dimension.groups}
        below: dict[str | None, list[str]] = {}
        for category in self.dimension.categories:
            below.setdefault(category.parent, []).append(category.code)
        while waiting:
            code = waiting.pop()
            if code in self.leaves:
                found.append(code)
            waiting += members.get(code, below.get(code, ()))
        return tuple(dict.fromkeys(found))


def classified(
    one: DimensionSpec, known: Known, spec: Path, lines: Mapping[Level | tuple[str, ...], int]
) -> Classified:
    """Return the dimension; raises TableFileInvalid when description and files do not fit each other."""
    return _Classifier(one, known, spec, lines).made()


class _Classifier:
    def __init__(
        self, one: DimensionSpec, known: Known, file: Path, lines: Mapping[tuple[str, ...], int]
    ) -> None:
        self._one, self._known, self._file, self._lines = one, known, file, lines
        self._tree: Rows = one.tree or {}
        self._groups: Rows = one.groups or {}
        self._leaves = self._all_leaves()
        self._codes = {text: code_of(text) for text in (*self._leaves, *self._tree, *self._groups)}
        self._levels = self._level_codes()

    def made(self) -> Classified:
        parents = self._parents()
        covers = self._covers()
        names = {code: text for text, code in self._codes.items()}
        shown = {**{code: self._written(level) for level, code in self._levels.items()}, **names}
        categories = tuple(
            Category(code, self._label(shown[code]), parents[code], covers.get(code, frozenset()))
            for code in _parents_first(parents, [*names, *self._levels.values()])
        )
        groups = tuple(self._grouped(shown))
        one = self._one
        dimension = Dimension(code_of(one.code), one.label, categories, groups, code_of(one.attribute))
        return Classified(dimension, self._lookup, shown)

    @cached_property
    def _lookup(self) -> Mapping[str, str]:
        """The code of every text, with or without the column it stands in."""
        wider = {level[1]: code for level, code in self._levels.items()}
        return {**{self._full(level): code for level, code in self._levels.items()}, **wider, **self._codes}

    def _all_leaves(self) -> list[str]:
        """Return the leaves in order: those named in the description, and those that occur."""
        one, keys = self._one, {*self._tree, *self._groups}
        wider = {name for level in self._above() for name in (level[1], self._full(level))}
        members = [m for rows in (self._tree, self._groups) for found in rows.values() for m in found]
        named = [m for m in members if m not in keys and (m in self._known.leaves or m not in wider)]
        self._check_totals()
        if one.categories is None:
            return in_order({*self._known.leaves, *named})
        for text, (path, line) in self._known.leaves.items():
            if text not in one.categories:
                raise fault("unknown_category", path, line, code=text, dimension=one.code)
        for name in named:
            if name not in one.categories:
                raise self._wrong("unknown_member", "tree", code=name)
        leaves = [text for text in one.categories if text not in keys]
        if len(set(leaves)) < len(leaves):
            raise self._wrong("category_twice", "categories", code=_most_common(leaves))
        return leaves

    def _check_totals(self) -> None:
        """A row for the total that is taken for a class would count everybody twice."""
        for text, (path, line) in self._known.leaves.items():
            plain = text.casefold()
            if plain == TOTAL or (plain in _TOTALS and text not in (self._one.categories or ())):
                raise fault("total_undeclared", path, line, code=text, dimension=self._one.code)

    def _level_codes(self) -> dict[Level, str]:
        """Return the codes of classes in other columns: their text, or `column:text` where that is taken."""
        levels = [*self._above()]
        places = {name: place for place, name in enumerate(self._one.columns)}
        ordered = in_order({text for _, text in levels})
        rank = {text: place for place, text in enumerate(ordered)}
        levels.sort(key=lambda level: (places[level[0]], rank[level[1]]))
        times = Counter(text for _, text in levels)
        taken = {TOTAL, *self._codes}
        return {
            level: code_of(level[1] if level[1] not in taken and times[level[1]] == 1 else self._full(level))
            for level in levels
        }

    def _above(self) -> set[Level]:
        """Return the classes in other columns than that of the leaves."""
        found = {level for level, _ in self._known.parents.values() if level is not None}
        for name, groups in self._known.groups.items():
            found |= {(name, value) for value, _ in groups.values() if value}
        return found

    def _written(self, level: Level) -> str:
        code = self._levels[level]
        return level[1] if code == code_of(level[1]) else self._full(level)

    @staticmethod
    def _full(level: Level) -> str:
        return f"{level[0]}:{level[1]}"

    def _parents(self) -> dict[str, str | None]:
        """Return the parent of every category: of the tree, or of the columns; wider ones first."""
        parents: dict[str, str | None] = {}
        for level, code in self._levels.items():
            if level[0] in self._one.parent_columns:
                parents[code] = self._parent_of(level)
        for text in self._leaves:
            parents[self._codes[text]] = self._parent_of((self._one.column, text))
        parents |= {self._codes[key]: None for key in self._tree}
        for key, members in self._tree.items():
            self._adopt(key, members, parents)
        self._check_circles(parents)
        return parents

    def _parent_of(self, level: Level) -> str | None:
        above, _ = self._known.parents.get(level, (None, 0))
        return None if above is None else self._levels[above]

    def _adopt(self, key: str, members: Iterable[str], parents: dict[str, str | None]) -> None:
        for member in members:
            if member in self._groups:
                raise self._wrong("unknown_member", "tree", key, code=member)
            code = self._codes[member]
            if parents[code] is not None:
                raise self._wrong("two_keys", "tree", key, code=member)
            parents[code] = self._codes[key]
        if not members:
            raise self._wrong("empty_group", "tree", key, code=key)

    def _check_circles(self, parents: Mapping[str, str | None]) -> None:
        clear: set[str] = set()
        for code in parents:
            line: dict[str, None] = {}
            step: str | None = code
            while step is not None and step not in clear:
                if step in line:
                    raise self._wrong("circle", "tree", step, code=step)
                line[step] = None
                step = parents[step]
            clear.update(line)

    def _covers(self) -> dict[str, frozenset[str]]:
        if self._one.bands:
            return dict(self._banded())
        for text in self._one.covers or ():
            if text not in self._leaves:
                raise self._wrong("unknown_member", "covers", text, code=text)
        rows = self._one.covers or {}
        return {self._codes[text]: frozenset(map(code_of, classes)) for text, classes in rows.items()}

    def _banded(self) -> Iterator[tuple[str, frozenset[str]]]:
        for text in self._leaves:
            ages = ages_in(text, self._one.highest)
            if ages is not None:
                if ages[1] > self._one.highest:
                    raise self._wrong("band_above", "bands", code=text, highest=self._one.highest)
                yield self._codes[text], frozenset(map(str, range(ages[0], ages[1] + 1)))

    def _grouped(self, shown: Mapping[str, str]) -> Iterator[Group]:
        for key, members in self._groups.items():
            if key in self._tree:
                raise self._wrong("name_twice", "groups", key, code=key)
            if not members:
                raise self._wrong("empty_group", "groups", key, code=key)
            for member in members:
                if member in self._groups:
                    raise self._wrong("group_of_groups", "groups", key, code=member)
            yield Group(self._codes[key], self._label(key), tuple(self._lookup[member] for member in members))
        for level, code in self._levels.items():
            if level[0] in self._one.group_columns:
                groups = self._known.groups[level[0]]
                members = tuple(t for t in self._leaves if t in groups and groups[t][0] == level[1])
                codes = tuple(self._codes[text] for text in members)
                yield Group(code, self._label(shown[code]), codes)

    def _label(self, text: str) -> Text:
        return (self._one.labels or {}).get(text) or {"nl": text, "en": text}

    def _wrong(self, reason: str, *below: str, **data: object) -> TableFileInvalid:
        path = ("dimensions", self._one.code, *below)
        given = {"key": ".".join(path), "dimension": self._one.code, **data}
        return fault(reason, self._file, nearest(self._lines, path), **given)


def _parents_first(parents: Mapping[str, str | None], order: Iterable[str]) -> Iterator[str]:
    """Yield categories with each one's children right behind it; without recursion."""
    below: dict[str | None, list[str]] = {}
    for code in dict.fromkeys(order):
        if code in parents:
            below.setdefault(parents[code], []).append(code)
    waiting = [*reversed(below.get(None, ()))]
    while waiting:
        code = waiting.pop()
        yield code
        waiting += reversed(below.get(code, ()))


def _most_common(texts: list[str]) -> str:
    return listed([text for text, _ in Counter(texts).most_common(1)])
