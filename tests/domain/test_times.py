# SPDX-License-Identifier: EUPL-1.2
"""Times of day as typed."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.dates import format_time, parse_time
from casus.errors import InvalidInput


@pytest.mark.parametrize(
    "text",
    ["9:30", "9.30", "0930", "930", "09:30", "9u30", "9h30", "9 30", "half tien", "half 10", " Half  Tien "],
)
def test_half_past_nine_is_read_in_every_spelling(text: str) -> None:
    assert parse_time(text) == time(9, 30)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("9", time(9)),
        ("9 uur", time(9)),
        ("22h", time(22)),
        ("negen", time(9)),
        ("kwart over één", time(1, 15)),
        ("kwart voor 14", time(13, 45)),
        ("half een uur", time(0, 30)),
        ("half 23", time(22, 30)),
        ("0:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_hours_and_spoken_quarters_are_read(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize(
    "text",
    ["24:00", "9:60", "12345", "half", "half foo", "half 24", "kwart over 0", "foo", "9:3", "-1", "9" * 99],
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_time(text, field="start")
    assert (refused.value.field, refused.value.rule) == ("start", "time")


def test_an_empty_time_is_missing() -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_time(" ")
    assert refused.value.rule == "required"


@given(st.integers(0, 1439))
def test_every_time_written_is_read_back(minutes: int) -> None:
    moment = time(minutes // 60, minutes % 60)
    assert parse_time(format_time(moment)) == moment
