# SPDX-License-Identifier: EUPL-1.2
"""Unsound tables are refused with a code, before anything is computed."""

import pytest

from casus.disclosure import STANDARD, Category, CountTable, Dimension, release
from casus.disclosure.validation import MAX_CELLS
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
