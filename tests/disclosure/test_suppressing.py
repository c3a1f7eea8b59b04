# SPDX-License-Identifier: EUPL-1.2
"""Tests of releases with exact numbers: what is left out, what stays, and what an independent attacker finds."""

from collections.abc import Mapping
from datetime import timedelta

import pytest

from casus.disclosure import EXACT, STANDARD, STRICT, TOTAL, CountTable, FigureStatus, Ledger, ReleasedTable
from casus.disclosure.figures.counts import CountedTable
from casus.errors import ReleaseRefused
from tests.helpers.instances import instance
from tests.helpers.oracle.attacker import Attacker
from tests.helpers.registers import a_register, counted
from tests.helpers.releases import AT, EMPTY, a_dimension, a_release, a_table

SMALL = range(1, 5)


def left_out(table: ReleasedTable) -> set[tuple[str, ...]]:
    return {cell for cell, figure in table.figures.items() if figure.status is FigureStatus.SUPPRESSED}


def truth(table: CountTable) -> Mapping[tuple[str, ...], int]:
    return CountedTable(table).values


def closed(table: CountTable, released: ReleasedTable) -> list[tuple[str, ...]]:
    """Small figures of which an independent attacker can rule out 0, or 5 and more."""
    attacker, values = Attacker([released]), truth(table)
    ranges = {cell: attacker.range_of(released, cell) for cell in values if values[cell] in SMALL}
    return [cell for cell, (low, high) in ranges.items() if low > 0 or high < EXACT.threshold]


def test_no_small_figure_is_shown_and_all_others_that_are_shown_are_exact() -> None:
    table = counted("t", a_register(1, 70), ("district", "phase"))
    released = a_release(table, preset=EXACT).tables[0]
    values = truth(table)
    assert {cell for cell, value in values.items() if value in SMALL} <= left_out(released)
    for cell, figure in released.figures.items():
        if cell not in left_out(released):
            assert (figure.value, figure.status) == (values[cell], FigureStatus.EXACT)
    assert (released.base, released.max_error) == (None, 0)


@pytest.mark.parametrize("seed", range(3))
def test_every_small_figure_may_be_nothing_and_may_be_five(seed: int) -> None:
    table = counted("t", a_register(seed, 60 + 30 * seed), ("age", "phase"))
    released = a_release(table, preset=EXACT).tables[0]
    assert not closed(table, released)


@pytest.mark.parametrize(("name", "most"), [("D2", (36, 145)), ("d2", (25, 180)), ("A300", (55, 120))])
def test_known_tables_lose_little_more_than_their_small_cells_ask(name: str, most: tuple[int, int]) -> None:
    """All targets, groups and insiders included; for single cells alone it is 32/128, 22/161 and 53/110."""
    table = instance(name)
    gone = left_out(a_release(table, preset=EXACT).tables[0])
    assert len(gone) <= most[0]
    assert sum(truth(table)[cell] for cell in gone) <= most[1]


def test_zeros_and_structural_zeros_are_shown_where_no_line_needs_them() -> None:
    counts = {("west", "intake"): 30, ("west", "active"): 20, ("noord", "intake"): 25, ("noord", "active"): 15,
              ("zuid", "intake"): 9, ("zuid", "active"): 12, ("zuid", "aftercare"): 8, ("overvecht", "intake"): 6,
              ("overvecht", "active"): 7, ("noord", "aftercare"): 6}  # fmt: skip
    released = a_release(
        a_table(counts=counts, structural_zeros=frozenset({("overvecht", "aftercare")})), preset=EXACT
    ).tables[0]
    assert not left_out(released)
    assert released.figures["west", "aftercare"].value == 0
    assert released.figures["overvecht", "aftercare"].status is FigureStatus.STRUCTURAL_ZERO


def test_a_line_with_everybody_in_one_category_hides_zeros() -> None:
    dimensions = (a_dimension("district", ("d1", "d2", "d3")), a_dimension("phase", ("p1", "p2", "p3")))
    counts = {("d1", "p1"): 9, ("d2", "p1"): 12, ("d2", "p2"): 11, ("d2", "p3"): 14, ("d3", "p1"): 10,
              ("d3", "p2"): 16, ("d3", "p3"): 13}  # fmt: skip
    table = a_table(dimensions=dimensions, counts=counts)
    released = a_release(table, preset=EXACT).tables[0]
    zeros = {cell for cell in left_out(released) if truth(table)[cell] == 0}
    assert zeros & {("d1", "p2"), ("d1", "p3")}
    attacker = Attacker([released])
    assert attacker.difference((released, ("d1", TOTAL)), (released, ("d1", "p1")))[1] >= 1


def test_linked_tables_decide_once_about_a_figure_they_share() -> None:
    register = a_register(4, 120)
    tables = [counted("one", register, ("age", "phase")), counted("two", register, ("phase", "approach"))]
    first, second = a_release(*tables, preset=EXACT).tables
    for phase in ("p1", "p2", "p3", TOTAL):
        assert first.figures[TOTAL, phase] == second.figures[phase, TOTAL]


def test_equal_input_has_equal_figures_whatever_the_order_of_tables_and_cells() -> None:
    register = a_register(5, 90)
    one, two = counted("one", register, ("district",)), counted("two", register, ("district", "phase"))
    turned = a_table("two", dimensions=two.dimensions, counts=dict(reversed([*two.counts.items()])))
    first = a_release(one, two, preset=EXACT).tables
    again = a_release(turned, one, preset=EXACT).tables
    assert [dict(table.figures) for table in first] == [dict(table.figures) for table in reversed(again)]


def test_a_second_release_leaves_out_what_the_first_left_out() -> None:
    table = counted("t", a_register(2, 80), ("district", "phase"))
    first = a_release(table, preset=EXACT)
    ledger = EMPTY.extended(first.entry)
    again = a_release(table, preset=EXACT, ledger=ledger, at=AT + timedelta(days=1))
    assert dict(again.tables[0].figures) == dict(first.tables[0].figures)


def test_detail_after_an_overview_hides_nothing_that_is_known_and_tells_nothing_small() -> None:
    register = a_register(3, 150)
    overview, detail = (
        counted("one", register, ("district",)),
        counted("two", register, ("district", "phase")),
    )
    first = a_release(overview, preset=EXACT)
    second = a_release(
        detail, preset=EXACT, ledger=EMPTY.extended(first.entry), at=AT + timedelta(days=1)
    ).tables[0]
    for (district,), figure in first.tables[0].figures.items():
        if figure.value is not None:
            assert second.figures[district, TOTAL] == figure
    attacker, values = Attacker([first.tables[0], second]), truth(detail)
    for cell, value in values.items():
        if value in SMALL:
            low, high = attacker.range_of(second, cell)
            assert (low, high >= EXACT.threshold) == (0, True)


def test_late_registrations_do_not_stand_out_from_the_first_export() -> None:
    register = a_register(6, 120)
    first = a_release(counted("t", register, ("district", "phase")), preset=EXACT)
    later = [*register, {**register[0], "phase": "p3"}, {**register[1], "phase": "p3"}]
    table = counted("t", later, ("district", "phase"), snapshot="state-2")
    second = a_release(table, preset=EXACT, ledger=EMPTY.extended(first.entry), at=AT + timedelta(days=1))
    shown = {cell: (first.tables[0].figures[cell].value, figure.value)
             for cell, figure in second.tables[0].figures.items()}  # fmt: skip
    rises = {after - before for before, after in shown.values() if before is not None and after is not None}
    assert not rises & {*SMALL}


def test_exact_numbers_beside_rounded_ones_go_through_the_joint_attack() -> None:
    table = counted("t", a_register(7, 150), ("district", "phase"))
    before = a_release(table, preset=STANDARD)
    ledger = EMPTY.extended(before.entry)
    made = a_release(table, preset=EXACT, ledger=ledger, at=AT + timedelta(days=1))
    values, attacker = truth(table), Attacker([before.tables[0], made.tables[0]])
    small = [cell for cell, value in values.items() if value in SMALL]
    ranges = [attacker.range_of(made.tables[0], cell) for cell in small]
    assert all(high - low + 1 >= STANDARD.base for low, high in ranges)


def test_exact_numbers_do_not_loosen_a_strict_release() -> None:
    table = counted("t", a_register(8, 150), ("district",))
    ledger = EMPTY.extended(a_release(table, preset=STRICT).entry)
    with pytest.raises(ReleaseRefused) as refused:
        a_release(table, preset=EXACT, ledger=ledger, at=AT + timedelta(days=1))
    assert {reason.code for reason in refused.value.reasons} == {"preset_loosened"}


def test_a_table_about_too_few_persons_does_not_leave_with_exact_numbers_either() -> None:
    table = a_table(counts={("west", "intake"): 9})
    with pytest.raises(ReleaseRefused) as refused:
        a_release(table, preset=EXACT)
    assert {reason.code for reason in refused.value.reasons} == {"population_too_small"}


def test_the_statement_counts_what_was_left_out_and_warns_when_it_is_much() -> None:
    made = a_release(counted("t", a_register(1, 70), ("age", "district", "phase")), preset=EXACT)
    said, gone = made.statement, left_out(made.tables[0])
    assert (said.method, said.suppressed, said.rounded, said.max_error) == ("suppression", len(gone), 0, 0)
    assert said.cells == said.suppressed + said.exact + said.structural_zeros
    assert said.least_range == 6
    assert said.insiders == ("own_record", "only_one")
    assert said.suppressed_share > 0.3
    assert said.loses_much
    assert (made.audit.exact, made.audit.below_threshold) == (0, 0)
    assert made.audit.narrowest_range is not None
    assert made.audit.narrowest_range >= 2
    assert 0 < made.audit.lost_persons <= 1
    few = a_release(a_table(counts={("west", "intake"): 40, ("zuid", "active"): 30}), preset=EXACT).statement
    assert few.suppressed_share < said.suppressed_share


def test_entries_with_figures_left_out_are_read_back_as_written() -> None:
    first = a_release(counted("t", a_register(2, 80), ("district", "phase")), preset=EXACT)
    ledger = EMPTY.extended(first.entry)
    read = type(first.entry).from_json(first.entry.to_json())
    assert Ledger((read,), EMPTY.key, read.digest).entries == ledger.entries
