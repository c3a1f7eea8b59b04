# SPDX-License-Identifier: EUPL-1.2
"""Dates that belong together."""

from datetime import date, timedelta

import pytest

from casus.domain.checks import check_birth_date, check_not_in_future, check_order
from casus.errors import InvalidInput

TODAY = date(2025, 3, 12)
TOMORROW = TODAY + timedelta(days=1)


def test_an_end_on_or_after_the_start_or_no_end_is_fine() -> None:
    check_order("start", TODAY, "end", TODAY)
    check_order("start", TODAY, "end", None)
    check_order("start", None, "end", None)


def test_an_end_before_the_start_is_refused_at_the_end() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_order("start", TOMORROW, "end", TODAY)
    assert (refused.value.field, refused.value.rule) == ("end", "before_start")


def test_an_end_asks_for_a_start() -> None:
    with pytest.raises(InvalidInput) as refused:
        check_order("start", None, "end", TODAY)
    assert (refused.value.field, refused.value.rule) == ("start", "required")


def test_today_is_not_the_future_but_tomorrow_is() -> None:
    check_not_in_future("on", TODAY, TODAY)
    check_not_in_future("on", None, TODAY)
    with pytest.raises(InvalidInput) as refused:
        check_not_in_future("on", TOMORROW, TODAY)
    assert (refused.value.field, refused.value.rule) == ("on", "future")


@pytest.mark.parametrize("birth", [None, TODAY, date(1905, 3, 13)])
def test_births_up_to_today_and_less_than_120_years_ago_are_fine(birth: date | None) -> None:
    check_birth_date(birth, TODAY)


@pytest.mark.parametrize(("birth", "rule"), [(TOMORROW, "future"), (date(1905, 3, 12), "too_old")])
def test_births_to_come_or_120_years_ago_are_refused(birth: date, rule: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_birth_date(birth, TODAY)
    assert (refused.value.field, refused.value.rule) == ("birth_date", rule)
