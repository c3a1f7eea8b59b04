# SPDX-License-Identifier: EUPL-1.2
"""Filters that cross: west with south, and south with east; together with the whole they tell what south is.

Groups that lie within or beside one another give differences and rests, which the attack looks after. Groups that
overlap by half give more than that by adding and subtracting: then every class they are made of has to stand in a
table itself, where it is looked after as a figure, or the table does not leave.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from casus.disclosure.figures.axes import meanings
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.dimensions import PublishedDimension, published_dimension
from casus.disclosure.figures.predicates import Predicate, measure_of
from casus.disclosure.ledger import Ledger, PublishedTable
from casus.disclosure.model import Protection, Refusal

_Beside = dict[Predicate, dict[str, str]]
"""For a figure without its filter on one attribute: the classes it was published for, each with a table."""


def crossing_reasons(tables: Sequence[CountedTable], ledger: Ledger) -> Iterator[Refusal]:
    """Yield a refusal for each table with a figure that crosses another of the same measure."""
    earlier = [table for entry in ledger.entries for table in entry.tables]
    for measure in sorted({measure_of(table.scope.base) for table in tables}):
        own = [one for one in tables if measure_of(one.scope.base) == measure and _is_protected(one)]
        old = [one for one in earlier if measure_of(one.scope.base) == measure]
        grouped = {d.axis for one in own for d in one.table.classes}
        grouped |= {d.axis for one in old for d in one.classes}
        if grouped:
            yield from _of_measure(own, old, grouped)


def _is_protected(table: CountedTable) -> bool:
    return table.table.protection is not Protection.EXACT


def _of_measure(
    own: Sequence[CountedTable], old: Sequence[PublishedTable], grouped: Set[str]
) -> Iterator[Refusal]:
    dimensions: list[PublishedDimension] = [d for table in old for d in table.classified]
    dimensions += [published_dimension(d) for table in own for d in table.classified]
    known = meanings(dimensions)
    for axis in sorted(grouped):
        beside: _Beside = defaultdict(dict)
        for table in old:
            _note(beside, axis, table.code, (predicate for predicate, _ in table.predicates()))
        leaving = sorted(own, key=lambda one: bool(one.table.classes))
        for counted in leaving:
            if not counted.table.classes:
                _note(beside, axis, counted.table.code, counted.predicates.values())
        for counted in leaving:
            found = next(_crossed(counted, axis, beside, known[axis]), None)
            if found is not None:
                yield Refusal(
                    "filter_crosses", counted.table.code, None, {"other": found, "proposal": "drop_table"}
                )
            else:
                _note(beside, axis, counted.table.code, counted.predicates.values())


def _note(beside: _Beside, axis: str, table: str, predicates: Iterable[Predicate]) -> None:
    for predicate in predicates:
        for given in predicate.filters:
            if given[0] == axis:
                beside[predicate.without(given).rebased("")].setdefault(given[1], table)


def _crossed(
    counted: CountedTable, axis: str, beside: _Beside, meaning: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Yield the tables whose figures a table crosses, where the classes behind both do not stand anywhere."""

    def of(code: str) -> frozenset[str]:
        return meaning.get(code, frozenset({code}))

    for predicate in counted.predicates.values():
        for given in predicate.filters:
            if given[0] != axis:
                continue
            published, mine = beside.get(predicate.without(given).rebased(""), {}), of(given[1])
            single = {given[1], *published}
            alone = frozenset[str]().union(*(of(code) for code in single if len(of(code)) == 1))
            for code, table in published.items():
                theirs = of(code)
                cross = mine & theirs and not (mine <= theirs or theirs <= mine)
                if cross and not mine | theirs <= alone:
                    yield table
