# SPDX-License-Identifier: EUPL-1.2
"""Groups beside the tree: they add up, keep their number, and are attacked like any other figure."""

from itertools import product

import pytest

from casus.disclosure import (
    TOTAL,
    Category,
    CountTable,
    Dimension,
    FigureStatus,
    Group,
    Ledger,
    LedgerEntry,
    PublishedDimension,
    release,
)
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.geometry import Geometry
from tests.helpers.registers import FIVES
from tests.helpers.releases import AT, EMPTY, PHASE, a_table, both

REGION = PublishedDimension(
    "region",
    (("c1", None), ("a", "c1"), ("b", "c1"), ("c4", None), ("c", "c4"), ("d", "c4")),
    groups=(("big", ("a", "c")), ("all but d", ("c1", "c")), ("far", ("c", "d"))),
)


def test_groups_are_cells_with_their_members_as_parts() -> None:
    geometry = Geometry([REGION])
    assert [cell[0] for cell in geometry.cells][-3:] == ["big", "all but d", "far"]
    assert dict(geometry.sums())[("all but d",)] == (("c1",), ("c",))
    assert set(geometry.leaves) == {("a",), ("b",), ("c",), ("d",)}


def test_groups_count_their_leaves_once() -> None:
    numbers = {("a",): 1, ("b",): 10, ("c",): 100, ("d",): 1000}
    values = Geometry([REGION]).summed(numbers)
    assert values[("big",)] == 101
    assert values[("all but d",)] == 111
    assert values[("far",)] == values[("c4",)] == 1100
    assert values[(TOTAL,)] == 1111


def test_groups_cross_with_groups() -> None:
    geometry = Geometry(
        [REGION, PublishedDimension("x", (("m", None), ("f", None)), groups=(("g", ("m",)),))]
    )
    values = geometry.summed(dict.fromkeys(product("abcd", "mf"), 1))
    assert values[("big", "g")] == 2
    assert values[("all but d", TOTAL)] == 6


def _dimension() -> Dimension:
    categories = tuple(Category(code, both(code), parent) for code, parent in REGION.categories)
    groups = tuple(Group(code, both(code), members) for code, members in REGION.groups)
    return Dimension("region", both("region"), categories, groups)


def _table() -> CountTable:
    cells = product("abcd", ("intake", "active", "aftercare"))
    numbers = (11, 7, 3, 14, 2, 6, 19, 9, 1, 8, 12, 4)
    return a_table(dimensions=(_dimension(), PHASE), counts=dict(zip(cells, numbers, strict=True)))


def test_a_rounded_table_adds_up_in_its_groups_too() -> None:
    made = release((_table(),), EMPTY, FIVES, at=AT)
    figures = made.tables[0].figures
    geometry = CountedTable(_table()).geometry
    assert set(figures) == set(geometry.cells)
    for margin, parts in geometry.sums():
        assert figures[margin].value == sum(figures[part].value or 0 for part in parts)
    truth = CountedTable(_table()).values
    assert all(abs((figure.value or 0) - truth[cell]) < 5 for cell, figure in figures.items())
    assert all(figure.status is FigureStatus.ROUNDED for figure in figures.values())


def test_a_group_keeps_its_number_in_a_later_release() -> None:
    first = release((_table(),), EMPTY, FIVES, at=AT)
    ledger = EMPTY.extended(first.entry)
    again = release((_table(),), ledger, FIVES, at=AT)
    assert dict(again.tables[0].figures) == dict(first.tables[0].figures)


def test_labels_of_groups_are_found() -> None:
    assert _dimension().label_of("big") == both("big")
    with pytest.raises(KeyError):
        _dimension().label_of(TOTAL)


def test_groups_covers_and_attributes_survive_the_ledger() -> None:
    dimension = Dimension(
        "band", both("band"), (Category("12-13", both("x"), None, frozenset({"12", "13"})),
                               Category("14", both("y"))),
        (Group("both", both("z"), ("12-13", "14")),), attribute="age",
    )  # fmt: skip
    made = release(
        (a_table(dimensions=(dimension,), counts={("12-13",): 20, ("14",): 30}),), EMPTY, FIVES, at=AT
    )
    entry = LedgerEntry.from_json(made.entry.to_json())
    assert entry == made.entry
    assert entry.tables[0].dimensions == (
        PublishedDimension(
            "band",
            (("12-13", None), ("14", None)),
            (("both", ("12-13", "14")),),
            (("12-13", ("12", "13")),),
            "age",
        ),
    )
    assert Ledger((entry,), EMPTY.key, entry.digest)


def test_a_ledger_of_before_groups_reads_and_keeps_its_digest() -> None:
    made = release((a_table(),), EMPTY, FIVES, at=AT)
    assert (
        '["district",[["west",null],["noord",null],["overvecht",null],["zuid",null]]]' in made.entry.to_json()
    )
    assert LedgerEntry.from_json(made.entry.to_json()).digest == made.entry.digest


def test_bands_of_one_attribute_in_two_tables_are_protected_together() -> None:
    def bands(code: str, *names: str) -> Dimension:
        categories = []
        for name in names:
            first, last = map(int, name.split("-"))
            years = frozenset(str(year) for year in range(first, last + 1))
            categories.append(Category(name, both(name), None, years))
        return Dimension(code, both(code), tuple(categories), attribute="age")

    counts = {"12-14": 21, "15-17": 3, "18-20": 33}
    one = a_table("one", dimensions=(bands("fine", *counts),), counts={(c,): n for c, n in counts.items()})
    wide = {"12-17": 24, "18-20": 33}
    two = a_table("two", dimensions=(bands("wide", *wide),), counts={(c,): n for c, n in wide.items()})
    made = release((one, two), EMPTY, FIVES, at=AT)
    shown = [{cell[0]: figure.value for cell, figure in table.figures.items()} for table in made.tables]
    assert shown[0][TOTAL] == shown[1][TOTAL]
    assert shown[0]["18-20"] == shown[1]["18-20"]
