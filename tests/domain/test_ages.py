# SPDX-License-Identifier: EUPL-1.2
"""Ages and age groups on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.ages import age_group, age_on, birthday, is_minor
from casus.domain.codelists import codelist
from casus.errors import InvalidInput

LEAP = date(2004, 2, 29)
births = st.dates(date(1900, 1, 1), date(2050, 12, 31))


def test_one_turns_a_year_older_on_the_birthday_itself() -> None:
    born = date(2004, 3, 7)
    assert age_on(born, date(2022, 3, 6)) == 17
    assert age_on(born, date(2022, 3, 7)) == 18
    assert age_on(born, born) == 0


def test_born_on_29_february_one_turns_a_year_older_on_1_march() -> None:
    assert birthday(LEAP, 18) == date(2022, 3, 1)
    assert birthday(LEAP, 20) == date(2024, 2, 29)
    assert age_on(LEAP, date(2022, 2, 28)) == 17
    assert is_minor(LEAP, date(2022, 2, 28))
    assert not is_minor(LEAP, date(2022, 3, 1))
    assert is_minor(date.max, date(2022, 3, 1))


def test_there_is_no_age_before_birth() -> None:
    with pytest.raises(InvalidInput) as refused:
        age_on(LEAP, LEAP - timedelta(days=1))
    assert refused.value.rule == "after_day"


@pytest.mark.parametrize(
    ("age", "group"),
    [(0, "under_12"), (11, "under_12"), (12, "age_12_15"), (15, "age_12_15"), (16, "age_16_17"), (18, "age_18_20"),
     (23, "age_21_23"), (24, "age_24_27"), (27, "age_24_27"), (28, "age_28_plus"), (150, "age_28_plus"), (151, "unknown")],
)  # fmt: skip
def test_ages_fall_in_the_group_of_the_catalogue(age: int, group: str) -> None:
    assert age_group(date(1900, 5, 1), date(1900 + age, 5, 1)) == group


def test_an_unknown_or_later_birth_date_gives_group_unknown() -> None:
    assert age_group(None, LEAP) == "unknown"
    assert age_group(LEAP, LEAP - timedelta(days=1)) == "unknown"


@given(births, st.integers(0, 99))
def test_the_age_goes_up_exactly_on_the_birthday(birth: date, age: int) -> None:
    day = birthday(birth, age)
    assert age_on(birth, day) == age
    assert age == 0 or age_on(birth, day - timedelta(days=1)) == age - 1
    assert age_group(birth, day) in codelist("age_group")
