# SPDX-License-Identifier: EUPL-1.2
"""In which phase a case was on a day, also after closing and coming back."""

from datetime import date

from casus.counting.case_history import Step, phase_on

OPENED = date(2022, 1, 10)


def history(*steps: tuple[str, date]) -> list[Step]:
    return [Step(on, phase) for phase, on in steps]


def test_a_case_reopened_later_was_closed_in_between() -> None:
    steps = history(("registered", OPENED), ("closed", date(2022, 6, 1)), ("reopened", date(2024, 2, 1)))
    assert phase_on(steps, date(2023, 12, 31)) == ("closed", False)
    assert phase_on(steps, date(2024, 2, 1)) == ("reopened", True)


def test_before_its_first_step_a_case_was_registered() -> None:
    steps = history(("intake", date(2023, 6, 1)))
    assert phase_on(steps, date(2023, 1, 31)) == ("registered", True)
