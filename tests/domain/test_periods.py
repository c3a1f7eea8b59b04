# SPDX-License-Identifier: EUPL-1.2
"""Reporting periods: whole days, both ends included."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.periods import Period
from casus.errors import InvalidInput

LETTER = Period(date(2022, 10, 1), date(2023, 10, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(st.dates(date(1900, 1, 1), date(2095, 12, 31)))
    length = draw(st.one_of(st.integers(0, 1500), st.sampled_from([27, 28, 29, 30, 89, 90, 91, 364, 365])))
    aligned = draw(st.booleans())
    start = first.replace(day=1) if aligned else first
    end = start + timedelta(days=length)
    return Period(start, Period.of_month(end).last if aligned else end)


@pytest.mark.parametrize(
    ("text", "first", "last", "dutch", "english"),
    [
        ("2022-10..2023-10", (2022, 10, 1), (2023, 10, 31), "oktober 2022 – oktober 2023", "October 2022 – October 2023"),
        ("2023", (2023, 1, 1), (2023, 12, 31), "2023", "2023"),
        ("2022..2023", (2022, 1, 1), (2023, 12, 31), "2022 – 2023", "2022 – 2023"),
        ("2023-Q1", (2023, 1, 1), (2023, 3, 31), "1e kwartaal 2023", "Q1 2023"),
        ("1900..2100", (1900, 1, 1), (2100, 12, 31), "1900 – 2100", "1900 – 2100"),
        ("2024-02", (2024, 2, 1), (2024, 2, 29), "februari 2024", "February 2024"),
        ("2023-01-15..2023-02-01", (2023, 1, 15), (2023, 2, 1), "15 januari 2023 – 1 februari 2023",
         "15 January 2023 – 1 February 2023"),
        ("2023-01-15", (2023, 1, 15), (2023, 1, 15), "15 januari 2023", "15 January 2023"),
    ],
)  # fmt: skip
def test_a_period_is_read_written_and_named(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], dutch: str, english: str
) -> None:
    period = Period.parse(text)
    assert period == Period(date(*first), date(*last))
    assert str(period) == text
    assert (period.label(), period.label("en")) == (dutch, english)


@pytest.mark.parametrize(
    "text", [" 2022-10 .. 2023-10 ", "2022-10-01..2023-10-31", "2022Q4..2023-10", "2022k4..2023-10"]
)
def test_sides_may_be_spaced_and_mixed(text: str) -> None:
    assert Period.parse(text) == LETTER


@pytest.mark.parametrize(
    "text",
    [
        "2023-13",
        "2023-02-30",
        "2023-Q5",
        "foo",
        "..",
        "2023..",
        "..2023",
        "2023..2024..2025",
        "1899",
        "2101",
        "23",
        "2" * 99,
    ],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Period.parse(text)
    assert (refused.value.field, refused.value.rule) == ("period", "period")


def test_an_empty_period_is_missing_and_a_reversed_one_is_refused() -> None:
    with pytest.raises(InvalidInput) as empty:
        Period.parse(" ", field="report_period")
    assert (empty.value.field, empty.value.rule) == ("report_period", "required")
    with pytest.raises(InvalidInput) as turned:
        Period.parse("2023-10..2022-10")
    assert turned.value.rule == "before_start"
    with pytest.raises(InvalidInput):
        Period(date(2023, 1, 2), date(2023, 1, 1))


def test_both_ends_are_part_of_the_period() -> None:
    assert LETTER.contains(date(2022, 10, 1))
    assert LETTER.contains(date(2023, 10, 31))
    assert not LETTER.contains(date(2022, 9, 30))
    assert not LETTER.contains(date(2023, 11, 1))
    assert LETTER.days == 396


def test_something_that_touches_one_day_overlaps_and_something_running_overlaps_until_its_start() -> None:
    assert LETTER.overlaps(date(2020, 1, 1), date(2022, 10, 1))
    assert not LETTER.overlaps(date(2020, 1, 1), date(2022, 9, 30))
    assert LETTER.overlaps(date(2023, 10, 31), None)
    assert not LETTER.overlaps(date(2023, 11, 1), None)


def test_the_letters_period_has_thirteen_months_and_five_quarters() -> None:
    assert [str(month) for month in LETTER.months()][:2] == ["2022-10", "2022-11"]
    assert len(LETTER.months()) == 13
    assert [str(quarter) for quarter in LETTER.quarters()] == [
        "2022-Q4",
        "2023-Q1",
        "2023-Q2",
        "2023-Q3",
        "2023-10",
    ]


@given(periods())
def test_every_period_written_is_read_back(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods())
def test_months_and_quarters_fill_the_period_without_gap_or_overlap(period: Period) -> None:
    for pieces in (period.months(), period.quarters()):
        assert (pieces[0].first, pieces[-1].last) == (period.first, period.last)
        assert sum(piece.days for piece in pieces) == period.days
        assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(pieces))


@given(periods(), periods())
def test_two_periods_overlap_exactly_when_they_share_a_day(one: Period, other: Period) -> None:
    shared = max(one.first, other.first) <= min(one.last, other.last)
    assert one.overlaps(other.first, other.last) == shared == other.overlaps(one.first, one.last)
