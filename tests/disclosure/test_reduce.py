# SPDX-License-Identifier: EUPL-1.2
"""A reduced system has exactly the integer answers of the whole one."""

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure.attack.reduce import reduced
from casus.disclosure.solving.rows import NO_LIMIT, Rows, RowsBuilder

_ROW = st.tuples(
    st.lists(st.sampled_from((-1, 0, 1, 1)), min_size=4, max_size=4), st.integers(-2, 4), st.integers(0, 4)
)


def _answers(rows: Rows, lower: list[int], upper: list[int]) -> set[tuple[int, ...]]:
    ranges = [range(low, high + 1) for low, high in zip(lower, upper, strict=True)]
    return {table for table in product(*ranges) if rows.hold(np.array(table, dtype=np.int64))}


@given(
    rows=st.lists(_ROW, min_size=1, max_size=5),
    lower=st.lists(st.integers(0, 1), min_size=4, max_size=4),
    size=st.lists(st.integers(0, 3), min_size=4, max_size=4),
)
@settings(max_examples=150)
def test_every_answer_survives_and_none_is_added(
    rows: list[tuple[list[int], int, int]], lower: list[int], size: list[int]
) -> None:
    builder = RowsBuilder()
    for values, low, more in rows:
        index = np.flatnonzero(values)
        if len(index):
            builder.add(index, np.array(values)[index], low, low + more if more < 4 else NO_LIMIT)
    whole = builder.build()
    upper = [low + more for low, more in zip(lower, size, strict=True)]
    wanted = _answers(whole, lower, upper)
    small = reduced(whole, np.array(lower), np.array(upper))
    if small is None:
        assert wanted == set()
        return
    found = {
        tuple(small.whole(np.array(table, dtype=np.int64)).tolist())
        for table in _answers(small.rows, small.lower.tolist(), small.upper.tolist())
    }
    assert found == wanted


def test_what_follows_at_once_is_fixed_and_said_once() -> None:
    rows = RowsBuilder()
    rows.add(np.array([0, 1]), 1, 0, 0)
    rows.add(np.array([2, 3]), 1, 5, 5)
    rows.add(np.array([3, 2]), 1, 4, 9)
    small = reduced(rows.build(), np.zeros(4, dtype=np.int64), np.full(4, NO_LIMIT))
    assert small is not None
    assert small.kept.tolist() == [2, 3]
    assert (small.rows.count, small.upper.tolist()) == (1, [5, 5])
