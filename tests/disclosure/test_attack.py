# SPDX-License-Identifier: EUPL-1.2
"""What an attacker of its own can derive from releases: never less than the base's number of values."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure import (
    STANDARD,
    CountTable,
    Figure,
    FigureStatus,
    Ledger,
    Protection,
    PublishedDimension,
    PublishedFigure,
    PublishedTable,
    Release,
    ReleasedTable,
    release,
)
from casus.disclosure.attack.attack import attack
from casus.disclosure.attack.knowledge import Picture, Source
from casus.disclosure.figures.predicates import Predicate
from casus.errors import ReleaseRefused
from tests.helpers.oracle import Attacker, count_answers
from tests.helpers.registers import FIVES, a_register, counted, true_counts
from tests.helpers.releases import AT, EMPTY, a_dimension, a_table


def small(table: CountTable) -> list[tuple[str, ...]]:
    return [cell for cell, true in true_counts(table).items() if 0 < true < 5]


def released(*tables: CountTable) -> Release | None:
    """One release of these tables; None when it is refused, which is safe."""
    try:
        return release(tables, EMPTY, FIVES, at=AT)
    except ReleaseRefused:
        return None


@given(counts=st.lists(st.integers(0, 9), min_size=2, max_size=4), key=st.integers(0, 50))
@settings(max_examples=25)
def test_no_listing_of_all_answers_leaves_fewer_than_five_values(counts: list[int], key: int) -> None:
    names = [f"d{n}" for n in range(len(counts))]
    leaves = {(name,): number for name, number in zip(names, counts, strict=True)}
    table = a_table(
        f"t{key}", dimensions=(a_dimension("district", names),), counts=leaves, population=f"p{key}"
    )
    made = released(table)
    if made is None:
        return
    answers = count_answers(made.tables[0])
    for cell, true in leaves.items():
        assert true in answers[cell]
        if 0 < true < 5:
            assert len(answers[cell]) >= 5


@given(seed=st.integers(0, 10**6), persons=st.integers(20, 90))
@settings(max_examples=6)
def test_no_small_cell_of_linked_tables_is_narrower_than_the_base(seed: int, persons: int) -> None:
    register = a_register(seed, persons)
    tables = [
        counted(f"t{n}", register, by)
        for n, by in enumerate([("age", "phase"), ("phase", "approach"), ("age", "approach")])
    ]
    made = released(*tables)
    if made is None:
        return
    attacker = Attacker(made.tables)
    for table, public in zip(tables, made.tables, strict=True):
        for cell in small(table)[:12]:
            low, high = attacker.range_of(public, cell)
            assert low <= true_counts(table)[cell] <= high
            assert high - low + 1 >= 5


@given(seed=st.integers(0, 10**6))
@settings(max_examples=5)
def test_leaving_out_one_category_tells_nothing_small(seed: int) -> None:
    register = a_register(seed, 120)
    whole = counted("whole", register, ("district", "phase"))
    part = counted("part", register, ("district", "phase"), where={"approach": "pga"})
    made = released(whole)
    assert made is not None
    try:
        later = release([part], EMPTY.extended(made.entry), FIVES, at=AT)
    except ReleaseRefused:
        return
    attacker = Attacker((*made.tables, *later.tables))
    counts = true_counts(whole), true_counts(part)
    for cell in counts[0]:
        for table, public in ((whole, made.tables[0]), (part, later.tables[0])):
            if cell in small(table):
                low, high = attacker.range_of(public, cell)
                assert high - low + 1 >= 5
        if 0 < counts[0][cell] - counts[1][cell] < 5:
            low, high = attacker.difference((made.tables[0], cell), (later.tables[0], cell))
            assert high - low + 1 >= 5


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=["overview first", "detail first"])
def test_detail_and_overview_in_either_order_leave_small_cells_open(order: tuple[int, int]) -> None:
    register = a_register(21, 100)
    tables = [
        counted("overview", register, ("age", "district")),
        counted("detail", register, ("age", "district", "phase")),
    ]
    ledger, public = EMPTY, []
    for number in order:
        made = release([tables[number]], ledger, FIVES, at=AT)
        ledger = ledger.extended(made.entry)
        public.append((tables[number], made.tables[0]))
    attacker = Attacker([table for _, table in public])
    for table, shown in public:
        for cell in small(table)[:25]:
            low, high = attacker.range_of(shown, cell)
            assert high - low + 1 >= 5


def test_the_rule_on_small_populations_is_known_to_the_attacker() -> None:
    counts = {("d1",): 2, ("d2",): 3, ("d3",): 1, ("d4",): 5}
    table = a_table("t", dimensions=(a_dimension("district", ("d1", "d2", "d3", "d4")),), counts=counts)
    made = release([table], EMPTY, STANDARD, at=AT)
    attacker = Attacker(made.tables, least=STANDARD.min_population)
    assert attacker.range_of(made.tables[0], ("total",))[0] >= 10
    for cell in small(table):
        low, high = attacker.range_of(made.tables[0], cell)
        assert high - low + 1 >= 5


@pytest.mark.parametrize("moments", [("@m", "@m", "@m"), ("@m1", "@m2", "@m3")], ids=["same", "next"])
def test_a_late_registration_does_not_give_itself_away(moments: tuple[str, ...]) -> None:
    """Whoever knows that exactly one person was added learns no small cell from the difference."""
    register = a_register(31, 90)
    ledger, releases = EMPTY, []
    for number, moment in zip((88, 89, 90), moments, strict=True):
        people = register[:number]
        table = counted("t", people, ("age", "district"), snapshot=f"s{number}", population=f"p{moment}")
        made = release([table], ledger, FIVES, at=AT)
        ledger = ledger.extended(made.entry)
        releases.append((table, made.tables[0]))
    for (old, before), (new, after) in pairwise(releases):
        assert old.counts != new.counts
        attacker = _one_more(before, after)
        for cell in small(new):
            low, high = attacker.range_of(after, cell)
            assert high - low + 1 >= 5


def test_two_moments_in_one_release_are_attacked_together() -> None:
    register = a_register(32, 60)
    for key in range(6):
        ledger = Ledger((), bytes([key]) * 32, None)
        old = counted("old", register[:59], ("age", "district"), snapshot="s1", population="p@1")
        new = counted("new", register, ("age", "district"), snapshot="s2", population="p@2")
        before, after = release([old, new], ledger, FIVES, at=AT).tables
        attacker = _one_more(before, after)
        for cell in small(new):
            low, high = attacker.range_of(after, cell)
            assert high - low + 1 >= 5


def _one_more(before: ReleasedTable, after: ReleasedTable) -> Attacker:
    """An attacker who splits the state of today into who was known before and the one who came."""
    old = replace(before, population=f"{before.population};when=known")
    came = replace(
        after,
        dimensions=(a_dimension("when", ("known", "came")),),
        max_error=0,
        figures={("came",): Figure(1, FigureStatus.EXACT)},
    )
    return Attacker((old, after, came))


def a_published(population: str, dimension: PublishedDimension, numbers: dict[str, int]) -> PublishedTable:
    """A table as it might have been published by another rounding: totals first."""
    figures = tuple(PublishedFigure((code,), n, FigureStatus.ROUNDED, None) for code, n in numbers.items())
    return PublishedTable(
        "t", population, "s", Protection.PERSONS, 5, 5, 4, 0, None, True, (dimension,), figures
    )


DISTRICT = PublishedDimension("district", (("a", None), ("b", None)))


def test_rounding_that_does_not_add_up_is_found_out() -> None:
    table = a_published("p", DISTRICT, {"total": 5, "a": 5, "b": 10})
    truth = {
        Predicate("p"): 9,
        Predicate("p", (("district", "a"),)): 2,
        Predicate("p", (("district", "b"),)): 7,
    }
    verdict = attack(Picture("p", (Source(None, table),), truth), [], time.monotonic() + 10)
    found = {(finding.cell, finding.spread, finding.proven) for finding in verdict.findings}
    assert (("a",), 3, True) in found


def test_a_figure_that_is_large_in_truth_may_be_narrow() -> None:
    table = replace(a_published("p", DISTRICT, {"total": 30, "a": 20, "b": 10}), reach=1)
    truth = {
        Predicate("p"): 30,
        Predicate("p", (("district", "a"),)): 20,
        Predicate("p", (("district", "b"),)): 10,
    }
    verdict = attack(Picture("p", (Source(None, table),), truth), [], time.monotonic() + 10)
    assert verdict.findings == ()


def test_an_earlier_figure_of_unknown_truth_counts_as_small() -> None:
    earlier = a_published("p", DISTRICT, {"total": 5, "a": 5, "b": 5})
    later = replace(earlier, code="later", figures=(PublishedFigure(("b",), 10, FigureStatus.ROUNDED),))
    verdict = attack(Picture("p", (Source(None, later), Source(3, earlier)), {}), [], time.monotonic() + 10)
    assert 3 in {finding.release for finding in verdict.findings}


def test_one_changed_person_between_two_states_is_found_out() -> None:
    """Two draws of the same small counts: the total says nobody can have 5 and 0 at once but 1 to 4."""
    before = a_published("p", DISTRICT, {"total": 15, "a": 5, "b": 10})
    after = a_published("p", DISTRICT, {"total": 15, "a": 0, "b": 15})
    names = [Predicate("p"), Predicate("p", (("district", "a"),)), Predicate("p", (("district", "b"),))]
    old, new = dict(zip(names, (13, 2, 11), strict=True)), dict(zip(names, (14, 3, 11), strict=True))
    now = Picture("p", (Source(None, after),), new)
    verdict = attack(now, [Picture("p", (Source(1, before),), old)], time.monotonic() + 10)
    assert {finding.relation for finding in verdict.findings} == {"added"}
    assert {finding.release for finding in verdict.findings} == {1}


def test_an_assumption_that_the_counts_contradict_is_not_tested() -> None:
    before = a_published("p", DISTRICT, {"total": 15, "a": 5, "b": 10})
    after = a_published("p", DISTRICT, {"total": 15, "a": 0, "b": 15})
    names = [Predicate("p"), Predicate("p", (("district", "a"),)), Predicate("p", (("district", "b"),))]
    old, new = dict(zip(names, (14, 6, 8), strict=True)), dict(zip(names, (14, 2, 12), strict=True))
    now = Picture("p", (Source(None, after),), new)
    verdict = attack(now, [Picture("p", (Source(1, before),), old)], time.monotonic() + 10)
    assert verdict.findings == ()


def test_an_attack_without_time_proves_nothing() -> None:
    table = a_published("p", DISTRICT, {"total": 10, "a": 0, "b": 10})
    truth = {
        Predicate("p"): 11,
        Predicate("p", (("district", "a"),)): 2,
        Predicate("p", (("district", "b"),)): 9,
    }
    verdict = attack(Picture("p", (Source(None, table),), truth), [], time.monotonic() - 1)
    assert verdict.findings
    assert not any(finding.proven for finding in verdict.findings)
