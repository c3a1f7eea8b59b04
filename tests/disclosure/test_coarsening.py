# SPDX-License-Identifier: EUPL-1.2
"""Coarser tables as data: merged categories, parents only, a breakdown less, a table less."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure import (
    TOTAL,
    Change,
    CountTable,
    Group,
    Proposal,
    Step,
    applied,
    coarsened,
    release,
)
from casus.disclosure.figures.counts import CountedTable
from tests.helpers.registers import FIVES, a_register, counted
from tests.helpers.releases import AT, EMPTY, PHASE, a_dimension, a_table, both

AGE = {"young": None, "old": None, "a1": "young", "a2": "young", "a3": "old", "a4": "old"}


def one(step: Step, dimension: str = "", *groups: str, table: str = "t") -> Proposal:
    return Proposal((Change(table, step, dimension, groups),))


def coarse(table: CountTable, proposal: Proposal) -> CountTable:
    found = coarsened(table, proposal)
    assert found is not None
    return found


def test_merged_categories_are_one_with_a_joined_label() -> None:
    table = a_table("t", dimensions=(PHASE,), counts={("intake",): 3, ("active",): 4, ("aftercare",): 9})
    merged = coarse(table, one(Step.MERGE, "phase", "intake", "active"))
    (dimension,) = merged.dimensions
    assert [category.code for category in dimension.categories] == ["intake+active", "aftercare"]
    assert dimension.label_of("intake+active") == {
        "nl": "intake en active",
        "en": "intake (en) and active (en)",
    }
    assert dimension.categories[0].covers == {"intake", "active"}
    assert merged.counts == {("intake+active",): 7, ("aftercare",): 9}


def test_three_labels_are_joined_with_commas() -> None:
    table = a_table("t", dimensions=(a_dimension("d", ("a", "b", "c", "e")),), counts={("a",): 30})
    merged = coarse(table, one(Step.MERGE, "d", "c", "a", "b"))
    assert merged.dimensions[0].label_of("a+b+c")["nl"] == "a, b en c"


def test_all_children_together_are_their_parent() -> None:
    table = a_table("t", dimensions=(a_dimension("age", AGE),), counts={("a1",): 5, ("a2",): 6, ("a3",): 7})
    merged = coarse(table, one(Step.MERGE, "age", "a1", "a2"))
    assert merged.dimensions[0].leaves() == ("young", "a3", "a4")
    assert merged.dimensions[0].categories[0].covers == {"a1", "a2"}
    assert merged.counts == {("young",): 11, ("a3",): 7}


def test_parents_replace_the_finest_level() -> None:
    table = a_table("t", dimensions=(a_dimension("age", AGE),), counts={("a1",): 5, ("a2",): 6, ("a3",): 7})
    short = coarse(table, one(Step.PARENTS, "age"))
    assert short.dimensions[0].codes() == (TOTAL, "young", "old")
    assert short.counts == {("young",): 11, ("old",): 7}


def test_a_breakdown_less_sums_over_it() -> None:
    table = counted("t", a_register(3, 90), ("age", "district"))
    less = coarse(table, one(Step.DROP_DIMENSION, "age"))
    assert less.counts == counted("t", a_register(3, 90), ("district",)).counts
    assert [dimension.code for dimension in less.dimensions] == ["district"]


def test_a_table_that_is_left_out_is_gone() -> None:
    table = counted("t", a_register(3, 90), ("age",))
    assert applied([table, replace(table, code="u")], one(Step.DROP_TABLE)) == (replace(table, code="u"),)


def test_groups_stay_while_they_are_made_of_whole_categories() -> None:
    dimension = replace(
        a_dimension("d", ("a", "b", "c")),
        groups=(Group("ab", both("ab"), ("a", "b")), Group("ac", both("ac"), ("a", "c"))),
    )
    table = a_table("t", dimensions=(dimension,), counts={("a",): 9, ("b",): 9, ("c",): 9})
    merged = coarse(table, one(Step.MERGE, "d", "b", "c"))
    assert merged.dimensions[0].groups == ()
    wide = replace(dimension, groups=(Group("abc", both("abc"), ("a", "b", "c")),))
    kept = coarse(replace(table, dimensions=(wide,)), one(Step.MERGE, "d", "b", "c"))
    assert kept.dimensions[0].groups[0].members == ("a", "b+c")


def test_what_was_impossible_stays_so_only_as_a_whole() -> None:
    zeros = frozenset({("a", "intake"), ("b", "intake"), ("a", "active")})
    dimensions = (a_dimension("d", ("a", "b", "c")), PHASE)
    table = a_table("t", dimensions=dimensions, counts={("c", "intake"): 12}, structural_zeros=zeros)
    merged = coarse(table, one(Step.MERGE, "d", "a", "b"))
    assert merged.structural_zeros == {("a+b", "intake")}


def test_distinct_persons_of_a_merged_cell_are_at_least_those_of_its_largest_part() -> None:
    persons = {("intake",): 8, ("active",): 9, (TOTAL,): 14}
    counts = {("intake",): 40, ("active",): 55}
    table = a_table("t", unit="visits", dimensions=(PHASE,), counts=counts, persons=persons)
    merged = coarse(table, one(Step.MERGE, "phase", "intake", "active"))
    assert merged.persons == {("intake+active",): 9, (TOTAL,): 14}
    assert coarse(table, one(Step.DROP_DIMENSION, "phase")).persons == {(): 14}


def test_caseloads_are_summed_with_the_counts() -> None:
    own = {"worker": {("intake",): 2, ("active",): 1}}
    table = a_table("t", dimensions=(PHASE,), counts={("intake",): 9, ("active",): 5}, caseloads=own)
    merged = coarse(table, one(Step.MERGE, "phase", "intake", "active"))
    assert merged.caseloads == {"worker": {("intake+active",): 3}}


@pytest.mark.parametrize(
    "proposal",
    [
        one(Step.MERGE, "age", "a1"),
        one(Step.MERGE, "age", "a1", "a3"),
        one(Step.MERGE, "age", "a1", "young"),
        one(Step.PARENTS, "phase"),
        one(Step.DROP_DIMENSION, "district"),
    ],
)
def test_a_proposal_that_does_not_fit_is_refused(proposal: Proposal) -> None:
    table = a_table("t", dimensions=(a_dimension("age", AGE), PHASE), counts={("a1", "intake"): 20})
    with pytest.raises(ValueError, match=proposal.changes[0].dimension):
        coarsened(table, proposal)


@given(seed=st.integers(0, 10**6), data=st.data())
@settings(max_examples=20)
def test_a_coarser_table_counts_the_same_persons_and_can_be_released(seed: int, data: st.DataObject) -> None:
    table = counted("t", a_register(seed, 60), ("age", "district"))
    steps = (one(Step.MERGE, "age", "a1", "a2"), one(Step.MERGE, "district", "d2", "d3"),
             one(Step.PARENTS, "age"), one(Step.DROP_DIMENSION, "district"))  # fmt: skip
    proposal = data.draw(st.sampled_from(steps))
    less = coarse(table, proposal)
    assert sum(less.counts.values()) == sum(table.counts.values())
    before, after = CountedTable(table), CountedTable(less)
    known = {p: before.values[c] for c, p in before.predicates.items()}
    shared = {p: after.values[c] for c, p in after.predicates.items() if p in known}
    assert shared
    assert all(known[predicate] == value for predicate, value in shared.items())
    first = release([table], EMPTY, FIVES, at=AT)
    second = release([less], EMPTY.extended(first.entry), FIVES, at=AT)
    shown = {p: f.value for t in first.entry.tables for p, f in t.predicates()}
    for published, figure in (pair for t in second.entry.tables for pair in t.predicates()):
        assert shown.get(published, figure.value) == figure.value
