# SPDX-License-Identifier: EUPL-1.2
"""A release tells how far it is, between solves, and can be stopped there without a trace."""

import time
from itertools import pairwise

import pytest

from casus.disclosure import Progress, Stage, release
from tests.helpers.registers import FIVES, a_register, counted
from tests.helpers.releases import AT, EMPTY


class Stopped(Exception):
    """The listener has had enough."""


def tables() -> list[object]:
    register = a_register(2, 200)
    one = counted("one", register, ("age", "district", "phase"))
    return [one, counted("other", register, ("age", "approach"), population="others", snapshot="s")]


def heard_of(**more: object) -> list[Progress]:
    heard: list[Progress] = []
    release(tables(), EMPTY, FIVES, at=AT, progress=heard.append, **more)  # type: ignore[arg-type]
    return heard


def test_a_release_tells_its_stages_in_order() -> None:
    heard = heard_of()
    assert heard[0] == Progress(Stage.CHECKING)
    seen = list(dict.fromkeys((now.stage, now.population) for now in heard[1:]))
    assert seen == [(stage, n) for n in (1, 2) for stage in (Stage.ROUNDING, Stage.ATTACKING)]
    assert {now.populations for now in heard[1:]} == {2}


def test_attacks_tell_how_many_targets_are_left() -> None:
    left = [now.left for now in heard_of() if now.stage is Stage.ATTACKING and now.population == 1]
    assert all(isinstance(number, int) for number in left)
    assert max(number or 0 for number in left) >= 1


def test_nothing_is_told_of_true_counts() -> None:
    assert {type(value) for now in heard_of() for value in vars(now).values()} <= {Stage, int, type(None)}


def test_whoever_listens_can_stop_it_at_any_moment_and_it_can_be_done_again() -> None:
    calls = len(heard_of())
    whole = release(tables(), EMPTY, FIVES, at=AT)  # type: ignore[arg-type]
    for last in range(1, calls, max(1, calls // 6)):
        count = 0

        def stop(_now: Progress, last: int = last) -> None:
            nonlocal count
            count += 1
            if count == last:
                raise Stopped

        with pytest.raises(Stopped):
            release(tables(), EMPTY, FIVES, at=AT, progress=stop)  # type: ignore[arg-type]
        assert count == last
    again = release(tables(), EMPTY, FIVES, at=AT)  # type: ignore[arg-type]
    assert [table.figures for table in again.tables] == [table.figures for table in whole.tables]
    assert EMPTY.entries == ()


def test_it_is_told_often() -> None:
    moments: list[float] = []
    release(tables(), EMPTY, FIVES, at=AT, progress=lambda _now: moments.append(time.monotonic()))  # type: ignore[arg-type]
    assert max(b - a for a, b in pairwise(moments)) < 2.0
