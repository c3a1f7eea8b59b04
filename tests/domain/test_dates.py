# SPDX-License-Identifier: EUPL-1.2
"""Dates as typed: Dutch and English forms are read, and what is no date is refused."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.dates import add_months, format_date, month_name, parse_date, weekday_name
from casus.domain.day_names import Style, short_weekday_name
from casus.errors import InvalidInput

WEDNESDAY = date(2025, 3, 12)
days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
todays = st.dates(date(1901, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["7-3-25", "07-03-2025", "7/3/2025", "7.3.25", "7 3 25", "7 mrt", "7mrt", "7 mrt. '25", "7 maart 2025", "7e maart",
     "Mar 7, 2025", "march 7th", "7th march", "2025-03-07", "2025-3-7", "20250307", "07032025", "070325",
     "vr 7-3", "vrijdag 7 maart 2025", "Friday, 7 March 2025", " VR  7-3 ", "afgelopen vrijdag", "vrijdag", "vr", "Fri",
     "-5d", "−5", "- 5 dagen", "5 dagen geleden", "5 days ago", "7-3"],
)  # fmt: skip
def test_the_seventh_of_march_is_read_in_every_spelling(text: str) -> None:
    assert parse_date(text, WEDNESDAY) == date(2025, 3, 7)


@pytest.mark.parametrize(
    ("text", "days_on"),
    [("vandaag", 0), ("gisteren", -1), ("eergisteren", -2), ("morgen", 1), ("overmorgen", 2), ("Today", 0), ("nu", 0), ("now", 0),
     ("yesterday", -1), ("tomorrow", 1), ("+7d", 7), ("+2w", 14), ("-3d", -3), ("+1", 1), ("over 2 weken", 14),
     ("in 3 days", 3)],
)  # fmt: skip
def test_days_are_counted_from_today(text: str, days_on: int) -> None:
    assert parse_date(text, WEDNESDAY) == WEDNESDAY + timedelta(days=days_on)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("+1m", date(2024, 2, 29)),
        ("-2 maanden", date(2023, 11, 30)),
        ("+1j", date(2025, 1, 31)),
        ("1 year ago", date(2023, 1, 31)),
    ],
)
def test_months_and_years_end_on_the_last_day_when_the_day_is_missing(text: str, day: date) -> None:
    assert parse_date(text, date(2024, 1, 31)) == day


@pytest.mark.parametrize(
    ("text", "past", "future"),
    [
        ("wo", date(2025, 3, 12), date(2025, 3, 12)),
        ("maandag", date(2025, 3, 10), date(2025, 3, 17)),
        ("12 nov", date(2024, 11, 12), date(2025, 11, 12)),
        ("12-3", date(2025, 3, 12), date(2025, 3, 12)),
        ("11 mrt", date(2025, 3, 11), date(2026, 3, 11)),
        ("volgende wo", date(2025, 3, 19), date(2025, 3, 19)),
        ("vorige woensdag", date(2025, 3, 5), date(2025, 3, 5)),
    ],
)
def test_without_a_year_the_nearest_day_on_the_wanted_side_is_meant(
    text: str, past: date, future: date
) -> None:
    assert parse_date(text, WEDNESDAY) == past
    assert parse_date(text, WEDNESDAY, prefer="future") == future


def test_the_29th_of_february_without_a_year_is_the_last_one_if_that_was_recent() -> None:
    assert parse_date("29-2", WEDNESDAY) == date(2024, 2, 29)
    with pytest.raises(InvalidInput):
        parse_date("29-2", date(2026, 3, 12))


@pytest.mark.parametrize(
    ("text", "near", "birth"),
    [
        ("7-3-25", 2025, 2025),
        ("13-3-25", 2025, 1925),
        ("1-1-44", 2044, 1944),
        ("1-1-45", 1945, 1945),
        ("1-1-98", 1998, 1998),
        ("12-3-25", 2025, 2025),
        ("1-1-26", 2026, 1926),
        ("1-1-1930", 1930, 1930),
    ],
)
def test_two_digits_of_a_year_are_near_and_a_birth_is_never_to_come(text: str, near: int, birth: int) -> None:
    assert parse_date(text, WEDNESDAY).year == near
    assert parse_date(text, WEDNESDAY, century="past").year == birth


@pytest.mark.parametrize(
    "text",
    ["31-02", "31-2-2024", "29-02-2023", "00-01-2025", "1-13-2025", "20251399", "99999999", "12345", "1899-12-31", "2101-01-01",
     "1-1-0001", "za 7-3", "7 foo", "foo", "7", "-", "+", "+5 foo", "+9999j", "- 9999 jaar", "7-3-125", "mei 2023",
     "vroeger maandag", "op een mooie maandag", "vorige week maandag", "7 3 25 1", "x" * 1000, "9" * 5000, "²-3-2025", "7 mrt\0"],
)  # fmt: skip
def test_what_is_no_date_is_refused_for_that_field(text: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_date(text, WEDNESDAY, field="visited_on")
    assert (refused.value.field, refused.value.rule) == ("visited_on", "date")


@pytest.mark.parametrize("text", ["20241231", "31122024", "311224"])
def test_the_last_day_of_the_year_is_read_in_digits_alone(text: str) -> None:
    assert parse_date(text, WEDNESDAY) == date(2024, 12, 31)


def test_three_letters_of_a_weekday_and_the_outermost_years_are_enough() -> None:
    assert parse_date("maa", WEDNESDAY) == date(2025, 3, 10)
    assert parse_date("1-1-1900", WEDNESDAY) == date(1900, 1, 1)
    assert parse_date("31-12-2100", WEDNESDAY) == date(2100, 12, 31)


def test_an_empty_date_is_missing() -> None:
    with pytest.raises(InvalidInput) as refused:
        parse_date("  ", WEDNESDAY)
    assert refused.value.rule == "required"


@pytest.mark.parametrize(
    ("style", "dutch", "english"),
    [
        ("short", "07-03-2025", "07-03-2025"),
        ("medium", "7 mrt 2025", "7 Mar 2025"),
        ("long", "7 maart 2025", "7 March 2025"),
        ("full", "vrijdag 7 maart 2025", "Friday 7 March 2025"),
    ],
)
def test_a_date_is_written_in_four_lengths_and_two_languages(style: Style, dutch: str, english: str) -> None:
    assert format_date(date(2025, 3, 7), "nl", style) == dutch
    assert format_date(date(2025, 3, 7), "en", style) == english


def test_months_and_weekdays_have_names_in_both_languages() -> None:
    assert (month_name(3), month_name(3, "en")) == ("maart", "March")
    assert (weekday_name(WEDNESDAY), weekday_name(WEDNESDAY, "en")) == ("woensdag", "Wednesday")
    assert (short_weekday_name(WEDNESDAY), short_weekday_name(WEDNESDAY, "en")) == ("wo", "Wed")


@given(days, todays, st.sampled_from(["nl", "en"]), st.sampled_from(["short", "medium", "long", "full"]))
def test_every_date_written_is_read_back(day: date, today: date, language: str, style: Style) -> None:
    assert parse_date(format_date(day, language, style), today) == day
    assert parse_date(day.isoformat(), today) == day


@given(todays, st.sampled_from(["past", "future"]), st.sampled_from("ma di wo do vr za zo".split()))  # noqa: SIM905
def test_a_weekday_is_less_than_a_week_away_on_the_wanted_side(today: date, prefer: str, word: str) -> None:
    day = parse_date(word, today, prefer=prefer)  # type: ignore[arg-type]
    away = (day - today).days
    assert short_weekday_name(day) == word
    assert (-6 <= away <= 0) if prefer == "past" else (0 <= away <= 6)


@given(st.text(max_size=30), todays)
def test_any_text_is_a_date_or_is_refused(text: str, today: date) -> None:
    try:
        day = parse_date(text, today)
    except InvalidInput:
        return
    assert 1900 <= day.year <= 2100


@given(days, st.integers(-600, 600))
def test_adding_months_changes_the_month_by_that_many_and_keeps_the_day_where_it_exists(
    day: date, months: int
) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == min(day.day, monthrange(later.year, later.month)[1])
