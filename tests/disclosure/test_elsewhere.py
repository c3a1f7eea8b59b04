# SPDX-License-Identifier: EUPL-1.2
"""Publications made elsewhere: written down as published, checked, and attacked with every later release."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from casus.disclosure import (
    TOTAL,
    Cell,
    Elsewhere,
    FigureStatus,
    LedgerEntry,
    PublishedTable,
    enter_elsewhere,
    made_elsewhere,
    release,
)
from casus.disclosure.attack.knowledge import bounds
from casus.disclosure.figures.axes import merged_axes, unseen
from casus.disclosure.figures.counts import CountedTable
from casus.errors import ReleaseRefused
from tests.helpers.registers import FIVES
from tests.helpers.releases import AT, DISTRICT, EMPTY, PHASE, a_table

BY_DISTRICT = {("west",): 21, ("noord",): 22, ("overvecht",): 29, ("zuid",): 24, (TOTAL,): 96}


def elsewhere(figures: Mapping[Cell, int | None] = BY_DISTRICT, **changes: object) -> Elsewhere:
    given = Elsewhere("yearbook", "persons", "state-1", (DISTRICT,), figures)
    return replace(given, **changes)  # type: ignore[arg-type]


def table_of(publication: Elsewhere) -> PublishedTable:
    return enter_elsewhere((publication,), EMPTY, at=AT).tables[0]


def intervals(publication: Elsewhere) -> dict[str, tuple[int, int]]:
    table = table_of(publication)
    return {figure.cell[0]: bounds(table, figure) for figure in table.figures}


def test_an_entry_follows_the_ledger_and_survives_it() -> None:
    first = release((a_table(),), EMPTY, FIVES, at=AT)
    ledger = EMPTY.extended(first.entry)
    entry = enter_elsewhere((elsewhere(),), ledger, at=AT)
    assert LedgerEntry.from_json(entry.to_json()) == entry
    assert ledger.extended(entry).head == entry.digest
    assert made_elsewhere(entry)
    assert not made_elsewhere(first.entry)


def test_exact_figures_are_known_exactly() -> None:
    assert intervals(elsewhere())["noord"] == (22, 22)


def test_figures_rounded_to_the_nearest_lie_within_half_the_base() -> None:
    shown = {("west",): 20, ("noord",): 0, (TOTAL,): 100}
    known = intervals(elsewhere(shown, base=10))
    assert known == {"west": (15, 25), "noord": (0, 5), TOTAL: (95, 105)}


def test_figures_rounded_at_random_lie_within_the_base() -> None:
    assert intervals(elsewhere({("west",): 20}, base=5, reach=4)) == {"west": (16, 24)}


def test_left_out_figures_are_open_and_fewer_than_five_are_less_than_five() -> None:
    shown = {("west",): None, ("noord",): 22, (TOTAL,): 96}
    known = intervals(elsewhere(shown, below=5, under=frozenset({("zuid",)})))
    assert known["zuid"] == (0, 4)
    assert known["west"][1] > 10**6
    table = table_of(elsewhere(shown))
    assert {f.cell[0] for f in table.figures if f.status is FigureStatus.SUPPRESSED} == {"west"}


def test_only_a_whole_table_says_that_nobody_is_elsewhere() -> None:
    wider = CountedTable(a_table()).table
    other = table_of(elsewhere({("west",): 21}))
    assert other.dimensions[0].open
    assert not table_of(elsewhere()).dimensions[0].open
    small = replace(DISTRICT, categories=DISTRICT.categories[:2])
    part = table_of(elsewhere({("west",): 21}, dimensions=(small,)))
    whole = table_of(elsewhere({("west",): 21, ("noord",): 22, (TOTAL,): 43}, dimensions=(small,)))
    ours = release((wider,), EMPTY, FIVES, at=AT).entry.tables[0]
    assert [*unseen(part, merged_axes([ours, part]))] == []
    assert len([*unseen(whole, merged_axes([ours, whole]))]) == 2


def test_what_is_out_already_is_counted_and_not_made_worse() -> None:
    """All cells are known from elsewhere: no release can protect them any more, nor does one tell more."""
    truth = CountedTable(a_table()).values
    exact = {cell: n for cell, n in truth.items() if TOTAL not in cell}
    entry = enter_elsewhere((elsewhere(exact, dimensions=(DISTRICT, PHASE)),), EMPTY, at=AT)
    made = release((a_table(),), EMPTY.extended(entry), FIVES, at=AT)
    assert made.audit.inherited > 0
    assert release((a_table(),), EMPTY, FIVES, at=AT).audit.inherited == 0


def test_what_contradicts_our_own_count_of_the_same_state_stops_a_release() -> None:
    entry = enter_elsewhere((elsewhere({**BY_DISTRICT, ("west",): 22, (TOTAL,): 97}),), EMPTY, at=AT)
    with pytest.raises(ReleaseRefused) as caught:
        release((a_table(),), EMPTY.extended(entry), FIVES, at=AT)
    assert caught.value.reasons[0].code == "snapshot_inconsistent"  # type: ignore[attr-defined]


def test_margins_known_from_elsewhere_do_not_stop_a_release() -> None:
    truth = CountedTable(a_table()).values
    entry = enter_elsewhere((elsewhere({(TOTAL,): truth[TOTAL, TOTAL]}),), EMPTY, at=AT)
    made = release((a_table(),), EMPTY.extended(entry), FIVES, at=AT)
    assert made.number == 2


@pytest.mark.parametrize(
    ("publication", "code"),
    [
        (elsewhere({}), "no_figures"),
        (elsewhere({("mars",): 3}), "unknown_category"),
        (elsewhere({("west", "intake"): 3}), "unknown_cell"),
        (elsewhere({("west",): -3}), "negative_count"),
        (elsewhere({("west",): 2.5}), "not_a_whole_number"),  # type: ignore[dict-item]
        (elsewhere({("west",): 10**10}), "count_too_large"),
        (elsewhere({("west",): 21}, base=5), "not_a_multiple"),
        (elsewhere({("west",): 20}, base=1), "bad_rounding"),
        (elsewhere({("west",): 20}, base=5, reach=6), "bad_rounding"),
        (elsewhere({("west",): 20}, reach=4), "bad_rounding"),
        (elsewhere({("west",): 20}, under=frozenset({("zuid",)})), "bad_rounding"),
        (elsewhere({("zuid",): 20}, under=frozenset({("zuid",)}), below=5), "duplicate_figure"),
        (elsewhere({**BY_DISTRICT, (TOTAL,): 97}), "margin_differs"),
        (elsewhere({("west",): 21, ("noord",): 80, (TOTAL,): 96}), "margin_differs"),
        (elsewhere(population="persons;district"), "bad_population"),
        (elsewhere(population="persons;district=west"), "bad_population"),
        (elsewhere(code=""), "bad_code"),
        (elsewhere(dimensions=(DISTRICT, DISTRICT)), "duplicate_dimension"),
    ],
)  # fmt: skip
def test_what_cannot_have_been_published_is_refused(publication: Elsewhere, code: str) -> None:
    with pytest.raises(ReleaseRefused) as caught:
        enter_elsewhere((publication,), EMPTY, at=AT)
    assert caught.value.reasons[0].code == code  # type: ignore[attr-defined]


def test_rounded_margins_need_not_add_up_exactly() -> None:
    shown = {("west",): 20, ("noord",): 20, ("overvecht",): 30, ("zuid",): 20, (TOTAL,): 100}
    assert enter_elsewhere((elsewhere(shown, base=10),), EMPTY, at=AT).tables[0].reach == 5


def test_entering_back_in_time_twice_or_nothing_is_refused() -> None:
    entry = enter_elsewhere((elsewhere(),), EMPTY, at=AT)
    ledger = EMPTY.extended(entry)
    for tables, at in (((elsewhere(),), AT - timedelta(1)), ((elsewhere(), elsewhere()), AT), ((), AT)):
        with pytest.raises(ReleaseRefused):
            enter_elsewhere(tables, ledger, at=at)
    with pytest.raises(ValueError, match="time zone"):
        enter_elsewhere((elsewhere(),), ledger, at=datetime(2023, 11, 2))


def test_a_table_far_too_large_is_refused_at_once() -> None:
    wide = tuple(replace(DISTRICT, code=f"d{n}") for n in range(12))
    with pytest.raises(ReleaseRefused) as caught:
        enter_elsewhere((elsewhere({(TOTAL,) * 12: 5}, dimensions=wide),), EMPTY, at=AT)
    assert caught.value.reasons[0].code == "too_many_cells"  # type: ignore[attr-defined]
