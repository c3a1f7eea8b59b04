# SPDX-License-Identifier: EUPL-1.2
"""Properties of controlled rounding on random tables with trees, groups, linked tables and history."""

import time
from collections import Counter
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casus.disclosure import CountTable, Dimension, Group, Ledger, ReleasedTable, release
from casus.disclosure.attack.attack import Verdict
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.outcome import Outcome
from casus.disclosure.population import Population
from casus.disclosure.progress import Reporter
from casus.disclosure.rounding import drawing
from casus.disclosure.rounding.grid import CannotRound, round_figures
from casus.disclosure.rounding.rounding import Cut, Leeway, RoundingTask
from casus.disclosure.rounding.standing import rounding_task
from casus.errors import ReleaseRefused
from tests.helpers.instances import instance
from tests.helpers.registers import DIMENSIONS, FIVES, a_register, counted, true_counts
from tests.helpers.releases import AT, EMPTY, KEY, a_dimension, a_table, both

seeds = st.integers(0, 10**6)
GROUPS = (
    Group("d12", both("d12"), ("d1", "d2")),
    Group("d23", both("d23"), ("d2", "d3")),
    Group("d234", both("d234"), ("d2", "d3", "d4")),
)


def shown(table: ReleasedTable) -> dict[tuple[str, ...], int]:
    return {cell: figure.value or 0 for cell, figure in table.figures.items()}


def task_of(*tables: CountTable, ledger: Ledger = EMPTY) -> RoundingTask:
    return rounding_task(Population("persons", tuple(CountedTable(t) for t in tables), ledger, FIVES))


def rounded(task: RoundingTask, key: bytes = KEY, **more: object) -> dict[Predicate, int]:
    made = round_figures(task, 5, key, {}, time.monotonic() + 20, **more)  # type: ignore[arg-type]
    return dict(made.values)


def grouped(table: CountTable) -> CountTable:
    def wide(dimension: Dimension) -> Dimension:
        return replace(dimension, groups=GROUPS) if dimension.code == "district" else dimension

    return replace(table, dimensions=tuple(wide(dimension) for dimension in table.dimensions))


@given(seed=seeds, persons=st.integers(0, 150))
@settings(max_examples=15)
def test_overlapping_groups_are_the_sums_of_their_members(seed: int, persons: int) -> None:
    table = grouped(counted("t", a_register(seed, persons), ("age", "district")))
    (public,) = release([table], EMPTY, FIVES, at=AT).tables
    figures = shown(public)
    for age in DIMENSIONS["age"].codes():
        for group in GROUPS:
            assert figures[age, group.code] == sum(figures[age, member] for member in group.members)


@given(seed=seeds, persons=st.integers(20, 150))
@settings(max_examples=10)
def test_other_bands_of_the_same_attribute_add_up_across_tables(seed: int, persons: int) -> None:
    register = a_register(seed, persons)
    fine = counted("fine", register, ("age", "phase"))
    coarse = replace(a_dimension("bands", ("low", "high")), attribute="age")
    covers = {"low": frozenset({"a1", "a2", "a3"}), "high": frozenset({"a4"})}
    bands = tuple(replace(c, covers=covers[c.code]) for c in coarse.categories)
    counts = Counter(("high" if p["age"] == "a4" else "low", p["phase"]) for p in register)
    wide = a_table(
        "wide", dimensions=(replace(coarse, categories=bands), DIMENSIONS["phase"]), counts=dict(counts)
    )
    one, other = (shown(table) for table in release([fine, wide], EMPTY, FIVES, at=AT).tables)
    for phase in DIMENSIONS["phase"].codes():
        assert other["low", phase] == sum(one[age, phase] for age in covers["low"])
        assert other["high", phase] == one["a4", phase]


@given(seed=seeds, persons=st.integers(0, 200))
@settings(max_examples=20)
def test_zeros_stay_zeros_and_multiples_stay_unless_told(seed: int, persons: int) -> None:
    table = counted("t", a_register(seed, persons), ("age", "district", "phase"))
    (public,) = release([table], EMPTY, FIVES, at=AT).tables
    for cell, true in true_counts(table).items():
        value = shown(public)[cell]
        assert true or value == 0
        assert abs(value - true) <= public.max_error
        if public.max_error < 5:
            assert value in (true // 5 * 5, -(-true // 5) * 5)


@given(seed=seeds, order=st.permutations(range(3)))
@settings(max_examples=10)
def test_the_order_of_tables_categories_and_counts_changes_no_number(seed: int, order: list[int]) -> None:
    register = a_register(seed, 120)
    names = [("age", "district"), ("district", "phase"), ("approach",)]
    tables = [counted(f"t{n}", register, by) for n, by in enumerate(names)]
    first = {table.code: shown(table) for table in release(tables, EMPTY, FIVES, at=AT).tables}
    turned = [
        replace(
            tables[n],
            dimensions=tuple(
                replace(d, categories=tuple(reversed(d.categories))) for d in tables[n].dimensions
            ),
            counts=dict(reversed(tables[n].counts.items())),
        )
        for n in order
    ]
    assert {t.code: shown(t) for t in release(turned, EMPTY, FIVES, at=AT).tables} == first


@given(seed=seeds, by=st.sampled_from([*permutations(("age", "district", "phase"), 2)]))
@settings(max_examples=15)
def test_a_figure_keeps_its_number_in_any_later_table(seed: int, by: tuple[str, str]) -> None:
    register = a_register(seed, 120)
    first = release([counted("one", register, ("district",))], EMPTY, FIVES, at=AT)
    ledger = EMPTY.extended(first.entry)
    try:
        second = release([counted("two", register, (*by,))], ledger, FIVES, at=AT)
    except ReleaseRefused:
        assume(False)
    before = {p: f.value for t in first.entry.tables for p, f in t.predicates()}
    after = {p: f.value for t in second.entry.tables for p, f in t.predicates()}
    assert before.keys() & after.keys()
    assert all(before[figure] == after[figure] for figure in before.keys() & after.keys())


@given(seed=seeds, steps=st.lists(st.integers(0, 12), min_size=2, max_size=5))
@settings(max_examples=10)
def test_numbers_of_small_cumulative_counts_never_fall(seed: int, steps: list[int]) -> None:
    register, number, ledger = a_register(seed, 200), 60, EMPTY
    before: dict[tuple[str, ...], int] = {}
    for month, step in enumerate(steps):
        number += step
        base = f"entries@2022-01..2022-{month + 1:02}"
        table = counted("t", register[:number], ("district", "phase"), population=base, snapshot=f"s{month}")
        try:
            made = release([table], ledger, FIVES, at=AT)
        except ReleaseRefused:
            continue
        ledger = ledger.extended(made.entry)
        now = shown(made.tables[0])
        true = true_counts(table)
        if made.tables[0].max_error <= 5:
            assert all(now[cell] >= value for cell, value in before.items() if 0 < true[cell] < 5)
        before = now


def test_single_figures_are_unbiased_exactly() -> None:
    keys = [number.to_bytes(32, "big") for number in range(3000)]
    for value in (1, 2, 3, 4, 7, 13):
        figure = Predicate("x")
        task = RoundingTask({figure: value}, {figure: value}, ())
        mean = sum(rounded(task, key)[figure] for key in keys[:600]) / 600
        assert mean == pytest.approx(value, abs=0.4)


def test_a_table_is_unbiased_as_a_whole() -> None:
    task = task_of(counted("t", a_register(5, 150), ("age", "district")))
    runs = 150
    off: Counter[Predicate] = Counter()
    for number in range(runs):
        for figure, value in rounded(task, number.to_bytes(32, "big")).items():
            off[figure] += value - task.values[figure]
    means = [total / runs for total in off.values()]
    assert abs(sum(means) / len(means)) < 0.15
    assert max(map(abs, means)) < 2.5


@given(seed=seeds, data=st.data())
@settings(max_examples=15)
def test_a_cut_is_kept_whatever_it_costs(seed: int, data: st.DataObject) -> None:
    task = task_of(counted("t", a_register(seed, 120), ("age", "district")))
    before = rounded(task)
    free = sorted(figure for figure, value in task.values.items() if value % 5)
    figure = data.draw(st.sampled_from(free))
    other = task.values[figure] // 5 * 5 + 5 if before[figure] < task.values[figure] else None
    cut = Cut(((figure, 1.0),), other) if other is not None else Cut(((figure, -1.0),), 5 - before[figure])
    after = rounded(task, cuts=(cut,), leeway=Leeway.MULTIPLES)
    assert after[figure] != before[figure]
    assert sum(s * after[f] for f, s in cut.slopes) >= cut.least


def test_a_cut_that_cannot_be_met_is_no_rounding() -> None:
    figure = Predicate("x")
    task = RoundingTask({figure: 3}, {figure: 3}, ())
    with pytest.raises(CannotRound):
        rounded(task, cuts=(Cut(((figure, 1.0),), 10),))
    with pytest.raises(CannotRound):
        rounded(replace(task, kept={figure: 0}), cuts=(Cut(((figure, 1.0),), 5),))


def test_small_counts_do_not_fall_to_make_room() -> None:
    whole, left, right = Predicate("x"), Predicate("x", (("d", "l"),)), Predicate("x", (("d", "r"),))
    values = {whole: 10, left: 4, right: 6}
    sums = ((whole, (left, right)),)
    task = RoundingTask(values, values, sums, least={left: 5, right: 10})
    for leeway in (Leeway.NONE, Leeway.STANDING):
        try:
            found = rounded(task, leeway=leeway)
        except CannotRound:
            continue
        assert found[left] == 5
    assert rounded(task, leeway=Leeway.STANDING) == {whole: 10, left: 5, right: 5}


def test_whatever_is_given_up_the_figures_add_up() -> None:
    whole, left, right = Predicate("x"), Predicate("x", (("d", "l"),)), Predicate("x", (("d", "r"),))
    values = {whole: 5, left: 2, right: 3}
    task = RoundingTask(values, values, ((whole, (left, right)),), kept={left: 5, right: 5})
    for leeway in (Leeway.NONE, Leeway.STANDING):
        with pytest.raises(CannotRound):
            rounded(task, leeway=leeway)
    assert rounded(task, leeway=Leeway.MULTIPLES) == {whole: 10, left: 5, right: 5}
    farther = RoundingTask({whole: 4, left: 2, right: 2}, {whole: 4, left: 2, right: 2},
                           ((whole, (left, right)),), kept={left: 5, right: 5})  # fmt: skip
    made = round_figures(farther, 5, KEY, {}, time.monotonic() + 5, leeway=Leeway.FURTHER)
    assert made.values == {whole: 10, left: 5, right: 5}
    assert (made.reach, made.relaxed) == (9, True)


@pytest.mark.parametrize("name", ["D2", "d2", "A300", "D3", "B", "d3", "C10", "E8"])
@pytest.mark.parametrize("seed", [1, 2])
def test_published_instances_are_rounded_closely_and_at_once(
    name: str, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "attack", lambda *_a, **_k: Verdict((), 0, None, 0, 0.0))
    ledger = Ledger((), bytes([seed]) * 32, None)
    population = Population("persons", (CountedTable(instance(name)),), ledger, FIVES)
    began = time.monotonic()
    made = drawing.rounded_outcome(population, began + 20, Reporter())
    assert isinstance(made, Outcome)
    assert time.monotonic() - began < 5
    errors = made.errors
    assert max(errors) <= 4
    assert sum(errors) / len(errors) <= 1.5


def test_where_zero_restriction_cannot_be_few_multiples_move() -> None:
    task = task_of(instance("D4"))
    with pytest.raises(CannotRound):
        rounded(task)
    found = rounded(task, leeway=Leeway.MULTIPLES)
    moved = [figure for figure, value in task.values.items() if abs(found[figure] - value) == 5]
    assert 1 <= len(moved) <= 12
    assert all(task.values[figure] for figure in moved)
