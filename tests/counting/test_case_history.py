# SPDX-License-Identifier: EUPL-1.2
"""When a case ran, in the presence of closing, leaving by a side exit, and coming back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casus.counting.case_history import Step, is_active, phase_on
from casus.domain.periods import Period
from casus.domain.phases import Phase

WINDOW = Period(date(2023, 1, 1), date(2023, 12, 31))
OPENED = date(2022, 1, 10)


def history(*steps: tuple[str, date]) -> list[Step]:
    return [Step(on, phase) for phase, on in steps]


def test_a_case_closed_before_the_period_did_not_run_in_it() -> None:
    steps = history(("registered", OPENED), ("closed", date(2022, 12, 31)))
    assert not is_active(OPENED, steps, WINDOW)


def test_what_ended_on_the_first_day_still_ran_on_it() -> None:
    steps = history(("registered", OPENED), ("closed", date(2023, 1, 1)))
    assert is_active(OPENED, steps, WINDOW)


def test_a_case_reopened_after_the_period_did_not_run_in_between() -> None:
    steps = history(("registered", OPENED), ("closed", date(2022, 6, 1)), ("reopened", date(2024, 2, 1)))
    assert not is_active(OPENED, steps, WINDOW)
    assert phase_on(steps, date(2023, 12, 31)) == ("closed", False)


def test_a_case_reopened_in_the_period_runs_again() -> None:
    steps = history(("registered", OPENED), ("referred", date(2022, 6, 1)), ("reopened", date(2023, 12, 31)))
    assert is_active(OPENED, steps, WINDOW)
    assert phase_on(steps, date(2023, 12, 31)) == ("reopened", True)


def test_before_its_first_step_a_case_was_registered() -> None:
    steps = history(("intake", date(2023, 6, 1)))
    assert is_active(OPENED, steps, Period(date(2023, 1, 1), date(2023, 1, 31)))
    assert phase_on(steps, date(2023, 1, 31)) == ("registered", True)


@given(st.lists(st.tuples(st.sampled_from(list(Phase)), st.integers(0, 60)), min_size=1, max_size=6))
def test_running_equals_walking_through_all_days(drawn: list[tuple[Phase, int]]) -> None:
    start = date(2023, 1, 1)
    steps = [Step(start + timedelta(days), phase.value) for phase, days in sorted(drawn, key=lambda d: d[1])]
    window = Period(start + timedelta(20), start + timedelta(30))
    days = [start + timedelta(n) for n in range(20, 31)]
    open_days = [
        day
        for day in days
        if any(
            step.is_open and step.on <= day and (after is None or day <= after.on)
            for step, after in zip(steps, [*steps[1:], None], strict=True)
        )
        or start <= day <= steps[0].on
    ]
    assert is_active(start, steps, window) == bool(open_days)
