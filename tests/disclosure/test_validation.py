# SPDX-License-Identifier: EUPL-1.2
"""Unsound tables are refused with a code, before anything is computed."""

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from casus.disclosure import STANDARD, Category, CountTable, Dimension, Group, release
from casus.disclosure.figures.classes import MAX_COVERED
from casus.disclosure.validation import MAX_CELLS, MAX_REASONS
from casus.errors import ReleaseRefused
from tests.helpers.releases import AT, DISTRICT, EMPTY, PHASE, a_dimension, a_table, both


def _code_of(*tables: CountTable) -> str:
    with pytest.raises(ReleaseRefused) as caught:
        release(tables, EMPTY, STANDARD, at=AT)
    (first, *_) = caught.value.reasons
    return first.code  # type: ignore[attr-defined, no-any-return]


def _dimension(*pairs: tuple[str, str | None]) -> Dimension:
    return Dimension(
        "district", both("x"), tuple(Category(code, both(code), parent) for code, parent in pairs)
    )


def _grouped(*groups: tuple[str, tuple[str, ...]], covers: Mapping[str, str] | None = None) -> CountTable:
    """A table over a tree with these groups; `covers` lists base classes by leaf, split at spaces."""
    tree = (("north", None), ("n1", "north"), ("n2", "north"), ("south", None))
    categories = tuple(
        Category(code, both(code), parent, frozenset((covers or {}).get(code, "").split()))
        for code, parent in tree
    )
    found = tuple(Group(code, both(code), members) for code, members in groups)
    return a_table(dimensions=(Dimension("district", both("x"), categories, found),), counts={("n1",): 30})


UNSOUND = {
    "negative_count": a_table(counts={("west", "intake"): -1}),
    "not_a_whole_number": a_table(counts={("west", "intake"): 1.5}),
    "count_too_large": a_table(counts={("west", "intake"): 10**12}),
    "unknown_category": a_table(counts={("mars", "intake"): 20}),
    "unknown_cell": a_table(counts={("west",): 20}),
    "not_an_inner_cell": a_table(counts={("west", "total"): 20}),
    "structural_zero_counted": a_table(structural_zeros=frozenset({("west", "intake")})),
    "duplicate_dimension": a_table(dimensions=(PHASE, PHASE), counts={}),
    "duplicate_category": a_table(dimensions=(_dimension(("a", None), ("a", None)),), counts={}),
    "empty_dimension": a_table(dimensions=(_dimension(),), counts={}),
    "unknown_parent": a_table(dimensions=(_dimension(("a", "nowhere")),), counts={}),
    "parent_cycle": a_table(dimensions=(_dimension(("a", "b"), ("b", "a"), ("c", None)),), counts={}),
    "bad_code": a_table(dimensions=(_dimension(("total", None)),), counts={}),
    "bad_population": a_table(population="persons;approach"),
    "empty_group": _grouped(("g", ())),
    "unknown_member": _grouped(("g", ("n1", "west"))),
    "member_twice": _grouped(("g", ("n1", "south", "n1"))),
    "covers_and_children": _grouped(covers={"north": "12 13"}),
    "covered_twice": _grouped(covers={"n1": "12 13", "n2": "13 14"}),
    "caseload_too_large": a_table(caseloads={"partner": {("west", "intake"): 12}}),
}


@pytest.mark.parametrize("code", UNSOUND)
def test_an_unsound_table_is_refused_by_name(code: str) -> None:
    assert _code_of(UNSOUND[code]) == code


@pytest.mark.parametrize("code", ["a;b", "a=b", "", "a\x00b", "a\nb"])
def test_codes_that_could_forge_a_predicate_are_refused(code: str) -> None:
    assert _code_of(a_table(dimensions=(_dimension((code, None)),), counts={})) == "bad_code"


@pytest.mark.parametrize(
    "population", ["", ";a=b", "p;a=", "p;=b", "p;a=b=c", "p;a=b;a=c", "p;district=west", "p;a=total"]
)
def test_populations_that_are_no_predicate_are_refused(population: str) -> None:
    assert _code_of(a_table(population=population)) == "bad_population"


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (_grouped(("n1", ("n1", "south"))), "duplicate_category"),
        (_grouped(("g", ("n1",)), ("g", ("n2",))), "duplicate_category"),
        (_grouped(("a;b", ("n1",))), "bad_code"),
        (_grouped(("g", ("north", "n1"))), "member_twice"),
        (_grouped(covers={"n1": "total"}), "bad_code"),
        (_grouped(covers={"n1": "n2 n3"}), "covered_twice"),
        (a_table(caseloads={"partner": {("mars", "intake"): 1}}), "unknown_category"),
        (a_table(caseloads={"partner": {("west", "intake"): -1}}), "negative_count"),
    ],
    ids=["group named as a class", "two groups of a name", "group name", "member with its parent",
         "base class", "another leaf", "caseload elsewhere", "negative caseload"],
)  # fmt: skip
def test_unsound_groups_covers_and_caseloads_are_refused_by_name(table: CountTable, code: str) -> None:
    assert _code_of(table) == code


def test_two_dimensions_of_one_attribute_are_refused() -> None:
    other = replace(DISTRICT, code="old_district", attribute="district")
    assert _code_of(a_table(dimensions=(DISTRICT, other), counts={})) == "duplicate_dimension"


def test_a_deep_tree_and_a_long_list_of_mistakes_are_told_at_once() -> None:
    began = time.monotonic()
    chain = [(f"n{n}", f"n{n - 1}" if n else None) for n in range(40_000)]
    looped = [("n0", "n39999"), *chain[1:]]
    assert _code_of(a_table(dimensions=(_dimension(*looped),), counts={})) == "parent_cycle"
    wrong = {(f"x{n}", "intake"): 1 for n in range(1_000_000)}
    with pytest.raises(ReleaseRefused) as caught:
        release((a_table(counts=wrong),), EMPTY, STANDARD, at=AT)
    assert len(caught.value.reasons) == MAX_REASONS
    assert time.monotonic() - began < 10


def test_too_many_covered_classes_are_refused() -> None:
    many = frozenset(map(str, range(MAX_COVERED + 1)))
    dimension = Dimension("age", both("age"), (Category("all", both("all"), None, many),))
    assert _code_of(a_table(dimensions=(dimension,), counts={})) == "too_many_classes"


def test_the_same_table_twice_is_refused() -> None:
    assert _code_of(a_table(), a_table()) == "duplicate_table"


def test_an_empty_release_is_refused() -> None:
    assert _code_of() == "no_tables"


def test_a_million_cells_are_refused_at_once() -> None:
    wide = [a_dimension(f"d{n}", [f"c{m}" for m in range(100)]) for n in range(3)]
    assert MAX_CELLS < 101**3
    assert _code_of(a_table(dimensions=tuple(wide), counts={})) == "too_many_cells"


def test_a_self_parent_is_a_cycle() -> None:
    assert (
        _code_of(
            a_table(
                dimensions=(
                    _dimension(
                        ("a", "a"),
                    ),
                ),
                counts={},
            )
        )
        == "parent_cycle"
    )


def test_truth_values_are_no_counts() -> None:
    assert _code_of(a_table(dimensions=(DISTRICT,), counts={("west",): True})) == "not_a_whole_number"
