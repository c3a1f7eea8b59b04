# SPDX-License-Identifier: EUPL-1.2
"""Controlled random rounding: additive, close, zero-restricted, sticky, unbiased, linked."""

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure import Elsewhere, Ledger, ReleasedTable, enter_elsewhere, release
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.rounding.grid import CannotRound, round_figures
from casus.disclosure.rounding.rounding import Leeway, RoundingTask
from tests.helpers.registers import FIVES, a_register, an_instance, counted, true_counts
from tests.helpers.releases import AT, EMPTY, KEY, a_dimension, a_table, both
from tests.helpers.thorough import THOROUGH

INSTANCES = {
    "casus_A10x10_300.csv": ("district", "age"),
    "casus_D2_casus2d_120.csv": ("district", "phase"),
    "casus_D3_casus3d_240.csv": ("age", "district", "phase"),
}


def shown(table: ReleasedTable) -> dict[tuple[str, ...], int]:
    return {cell: figure.value or 0 for cell, figure in table.figures.items()}


def assert_additive(table: ReleasedTable) -> None:
    values = shown(table)
    for cell in values:
        for place, dimension in enumerate(table.dimensions):
            parts = dimension.children(cell[place])
            if parts:
                below = [(*cell[:place], part, *cell[place + 1 :]) for part in parts]
                assert values[cell] == sum(values[part] for part in below)


@given(seed=st.integers(0, 10**6), persons=st.integers(0, 120), second=st.sampled_from(["district", "phase"]))
@settings(max_examples=15)
def test_figures_add_up_stay_close_and_leave_multiples_alone(seed: int, persons: int, second: str) -> None:
    table = counted("t", a_register(seed, persons), ("age", second))
    made = release([table], EMPTY, FIVES, at=AT)
    (released,) = made.tables
    assert_additive(released)
    for cell, true in true_counts(table).items():
        value = shown(released)[cell]
        assert value % 5 == 0
        assert abs(value - true) < 5
        assert true % 5 or value == true
    assert made.statement.max_error == 4
    assert made.statement.relaxed == ()


@pytest.mark.parametrize("file", INSTANCES)
def test_public_instances_are_rounded_whole_and_safely(file: str) -> None:
    table = an_instance(file, INSTANCES[file])
    made = release([table], EMPTY, FIVES, at=AT)
    (released,) = made.tables
    assert_additive(released)
    errors = [abs(shown(released)[cell] - true) for cell, true in true_counts(table).items()]
    assert max(errors) <= 4
    assert sum(errors) / len(errors) <= 1.5
    assert made.audit.narrowest_range is not None
    assert made.audit.narrowest_range >= 5


def test_the_same_counts_give_the_same_figures_whatever_the_order_and_labels() -> None:
    register = a_register(4, 90)
    one, other = counted("one", register, ("age", "district")), counted("other", register, ("phase",))
    first = release([one, other], EMPTY, FIVES, at=AT)
    turned = replace(
        one,
        title=both("anders"),
        dimensions=tuple(
            replace(d, label=both("x"), categories=tuple(reversed(d.categories))) for d in one.dimensions
        ),
        counts=dict(reversed(one.counts.items())),
    )
    second = release([other, turned], EMPTY, FIVES, at=AT)
    assert shown(second.tables[1]) == shown(first.tables[0])
    assert shown(second.tables[0]) == shown(first.tables[1])


def test_turning_a_table_changes_no_figure() -> None:
    register = a_register(11, 80)
    upright = release([counted("t", register, ("age", "phase"))], EMPTY, FIVES, at=AT).tables[0]
    turned = release([counted("t", register, ("phase", "age"))], EMPTY, FIVES, at=AT).tables[0]
    assert shown(turned) == {(b, a): value for (a, b), value in shown(upright).items()}


def test_many_exports_are_one_export() -> None:
    table = counted("t", a_register(5, 70), ("age", "district"))
    ledger, seen = EMPTY, set()
    for _ in range(50 if THOROUGH else 20):
        made = release([table], ledger, FIVES, at=AT)
        ledger = ledger.extended(made.entry)
        seen.add(tuple(shown(made.tables[0]).items()))
    assert len(seen) == 1


def test_another_key_draws_other_figures() -> None:
    table = counted("t", a_register(5, 70), ("age", "district"))
    keys = [bytes([n]) * 32 for n in range(8)]
    seen = {
        tuple(shown(release([table], Ledger((), key, None), FIVES, at=AT).tables[0]).items()) for key in keys
    }
    assert len(seen) > 4


def test_rounding_is_unbiased_over_keys() -> None:
    counts = {("d1",): 1, ("d2",): 3, ("d3",): 7, ("d4",): 9}
    table = a_table("t", dimensions=(a_dimension("district", ("d1", "d2", "d3", "d4")),), counts=counts)
    runs = 400 if THOROUGH else 150
    sums = dict.fromkeys(true_counts(table), 0)
    for number in range(runs):
        ledger = Ledger((), number.to_bytes(32, "big"), None)
        for cell, value in shown(release([table], ledger, FIVES, at=AT).tables[0]).items():
            sums[cell] += value
    for cell, true in true_counts(table).items():
        assert sums[cell] / runs == pytest.approx(true, abs=0.6)


def test_linked_tables_share_their_figures() -> None:
    register = a_register(8, 150)
    names = [("age", "district"), ("district", "phase"), ("age", "phase"), ("age",), ()]
    tables = [counted(f"t{n}", register, by) for n, by in enumerate(names)]
    made = release(tables, EMPTY, FIVES, at=AT)
    figures: dict[frozenset[tuple[str, str]], int] = {}
    for table in made.tables:
        codes = [dimension.code for dimension in table.dimensions]
        for cell, value in shown(table).items():
            what = frozenset((d, c) for d, c in zip(codes, cell, strict=True) if c != "total")
            assert figures.setdefault(what, value) == value


def test_a_filter_in_the_population_is_the_same_as_a_column() -> None:
    register = a_register(9, 150)
    wide = counted("wide", register, ("approach", "district"))
    narrow = counted("narrow", register, ("district",), where={"approach": "pga"})
    one, other = release([wide, narrow], EMPTY, FIVES, at=AT).tables
    for (district,), value in shown(other).items():
        assert shown(one)["pga", district] == value


def test_a_figure_published_before_keeps_its_number_in_other_company() -> None:
    register = a_register(12, 130)
    first = release([counted("one", register, ("district",))], EMPTY, FIVES, at=AT)
    later = release(
        [counted("two", register, ("age", "district"))], EMPTY.extended(first.entry), FIVES, at=AT
    )
    for (district,), value in shown(first.tables[0]).items():
        assert shown(later.tables[0])["total", district] == value


def test_an_unchanged_count_keeps_its_number_at_another_moment() -> None:
    register = a_register(14, 110)
    ledger, seen = EMPTY, set()
    for month in range(6):
        table = counted("t", register, ("age", "phase"), population=f"p@{month}", snapshot=f"s{month}")
        made = release([table], ledger, FIVES, at=AT)
        ledger = ledger.extended(made.entry)
        assert made.audit.renumbered == 0
        seen.add(tuple(shown(made.tables[0]).items()))
    assert len(seen) == 1


@pytest.mark.parametrize("base", ["p", "p@{}"], ids=["same moment", "next moment"])
def test_a_count_that_rose_is_not_shown_lower(base: str) -> None:
    register = a_register(13, 120)
    ledger, before = EMPTY, {}
    for month in range(4):
        state = {"snapshot": f"month {month}", "population": base.format(month)}
        table = counted("t", register[: 90 + 10 * month], ("district",), **state)
        made = release([table], ledger, FIVES, at=AT)
        ledger = ledger.extended(made.entry)
        now = shown(made.tables[0])
        assert all(now[cell] >= value for cell, value in before.items())
        before = now


def _figure(name: str) -> Predicate:
    return Predicate("x", (("d", name),))


def test_what_cannot_be_rounded_is_not_rounded() -> None:
    whole, left, right = Predicate("x"), _figure("left"), _figure("right")
    values = {whole: 10, left: 4, right: 6}
    sums = ((whole, (left, right)),)
    task = RoundingTask(values, values, sums, kept={left: 5, right: 10})
    with pytest.raises(CannotRound):
        round_figures(task, 5, KEY, {}, time.monotonic() + 5)


def test_multiples_move_only_when_asked_to() -> None:
    whole, left, right = Predicate("x"), _figure("left"), _figure("right")
    values = {whole: 10, left: 4, right: 6}
    task = RoundingTask(values, values, ((whole, (left, right)),), kept={left: 5, right: 10})
    rounded = round_figures(task, 5, KEY, {}, time.monotonic() + 5, leeway=Leeway.MULTIPLES)
    assert rounded.values == {whole: 15, left: 5, right: 10}
    assert rounded.relaxed


def test_what_another_installation_rounded_leaves_with_the_same_numbers() -> None:
    table = counted("t", a_register(21, 110), ("age", "district"))
    (first,) = release([table], EMPTY, FIVES, at=AT).tables
    theirs = Elsewhere("theirs", table.population, table.snapshot, table.dimensions, shown(first), 5, 4)
    for number in range(4):
        ledger = Ledger((), bytes([number]) * 32, None)
        ledger = ledger.extended(enter_elsewhere([theirs], ledger, at=AT))
        (second,) = release([table], ledger, FIVES, at=AT).tables
        assert shown(second) == shown(first)
