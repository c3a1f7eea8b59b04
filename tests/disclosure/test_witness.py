# SPDX-License-Identifier: EUPL-1.2
"""What is called open is open and what is called narrow is narrow: against a listing of all tables."""

import time
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure.attack.pool import Goal
from casus.disclosure.attack.witness import Proof, prove
from casus.disclosure.solving.rows import NO_LIMIT, RowsBuilder

COLUMNS = 4
_SUM = st.sets(st.integers(0, COLUMNS - 1), min_size=1)
_ROW = st.tuples(_SUM, st.integers(0, 5), st.integers(0, 4))
_GOAL = st.tuples(_SUM, st.sets(st.integers(0, COLUMNS - 1)), st.integers(1, 5), st.booleans())


@given(rows=st.lists(_ROW, max_size=4), goals=st.lists(_GOAL, min_size=1, max_size=5))
@settings(max_examples=120, deadline=None)
def test_every_goal_is_judged_as_the_listing_says(
    rows: list[tuple[set[int], int, int]], goals: list[tuple[set[int], set[int], int, bool]]
) -> None:
    builder = RowsBuilder()
    for columns, low, more in rows:
        builder.add(np.array(sorted(columns)), 1, low, low + more)
    built = builder.build()
    tables = [t for t in product(range(5), repeat=COLUMNS) if built.hold(np.array(t, dtype=np.int64))]
    asked = [
        Goal(
            np.array(sorted(plus)),
            width,
            True,
            0 if ends else None,
            4 if ends else None,
            np.array(sorted(less)),
        )
        for plus, less, width, ends in goals
    ]
    proof = prove(built, np.full(COLUMNS, 4), asked, time.monotonic() + 20)
    assert proof.contradiction == (not tables)
    if tables:
        closed = {n for n, goal in enumerate(asked) if not _is_open(goal, tables)}
        assert {*proof.narrow} == closed
        assert proof.unproven == ()
        assert all(_fits(proof, n, goal, tables) for n, goal in enumerate(asked))


def _values(goal: Goal, tables: list[tuple[int, ...]]) -> list[int]:
    less = [] if goal.less is None else goal.less.tolist()
    return [sum(t[c] for c in goal.columns.tolist()) - sum(t[c] for c in less) for t in tables]


def _is_open(goal: Goal, tables: list[tuple[int, ...]]) -> bool:
    values = _values(goal, tables)
    return (
        max(values) - min(values) + 1 >= goal.width
        and (goal.down_to is None or min(values) <= goal.down_to)
        and (goal.up_to is None or max(values) >= goal.up_to)
    )


def _fits(proof: Proof, number: int, goal: Goal, tables: list[tuple[int, ...]]) -> bool:
    values = _values(goal, tables)
    return {int(found[number]) for found in proof.pool.values} <= {*values}


def test_what_does_not_matter_is_not_looked_for() -> None:
    goals = [Goal(np.array([0]), 9, matters=False), Goal(np.array([0]), 2, matters=True)]
    proof = prove(RowsBuilder().build(), np.array([4]), goals, time.monotonic() + 5)
    assert proof.narrow + proof.unproven == ()


def test_a_column_without_bound_can_be_pushed() -> None:
    goal = Goal(np.array([0]), 2, matters=True, down_to=0, up_to=10)
    proof = prove(RowsBuilder().build(), np.array([NO_LIMIT]), [goal], time.monotonic() + 5)
    assert proof.narrow + proof.unproven == ()


def test_every_solve_is_announced_and_can_be_stopped() -> None:
    class StopError(Exception):
        pass

    heard: list[int] = []

    def tick(left: int) -> None:
        heard.append(left)
        if len(heard) == 3:
            raise StopError

    rows = RowsBuilder()
    rows.add(np.array([0, 1]), 1, 3, 3)
    goals = [Goal(np.array([n]), 9, matters=True) for n in (0, 1)]
    with pytest.raises(StopError):
        prove(rows.build(), np.array([9, 9]), goals, time.monotonic() + 5, tick=tick)
    assert heard == [2, 2, 2]


def test_the_slopes_of_a_narrow_goal_say_what_widens_it() -> None:
    """X + y = 3 and x <= 3: one more in the row is one value more."""
    rows = RowsBuilder()
    rows.add(np.array([0, 1]), 1, 0, 3)
    proof = prove(
        rows.build(), np.array([9, 9]), [Goal(np.array([0]), 9, matters=True)], time.monotonic() + 5
    )
    assert proof.narrow == (0,)
    assert proof.ends[0].width == 3
    assert np.abs(proof.ends[0].rows).sum() == 1
