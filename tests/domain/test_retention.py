# SPDX-License-Identifier: EUPL-1.2
"""How long a file is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.retention import (
    DEFAULT_TERM,
    CaseDates,
    RetentionTerm,
    StartEvent,
    check_extension,
    family_keep_until,
    is_due,
    keep_until,
    last_leaving,
    latest_extension,
    relative_keep_until,
    term_begins,
)
from casus.errors import InvalidInput

OPENED, CONTACT, CLOSED = date(2020, 1, 10), date(2023, 5, 1), date(2024, 2, 29)


def test_the_default_is_five_years_after_closing_and_says_that_it_is_not_confirmed() -> None:
    assert keep_until(CaseDates(OPENED, CLOSED)) == date(2029, 2, 28)
    assert not DEFAULT_TERM.confirmed


@pytest.mark.parametrize(
    "dates",
    [
        CaseDates(OPENED),
        CaseDates(OPENED, None, CONTACT),
        CaseDates(OPENED, CLOSED, CONTACT, legal_hold=True),
    ],
)
def test_an_open_or_reopened_case_or_one_on_hold_has_no_end(dates: CaseDates) -> None:
    for start in StartEvent:
        assert keep_until(dates, RetentionTerm(start=start)) is None


@pytest.mark.parametrize(
    ("start", "last_contact", "until"),
    [
        (StartEvent.CLOSING, CONTACT, date(2029, 2, 28)),
        (StartEvent.FIRST_PROCESSING, CONTACT, date(2025, 1, 10)),
        (StartEvent.LAST_CONTACT, CONTACT, date(2028, 5, 1)),
        (StartEvent.LAST_CONTACT, None, date(2025, 1, 10)),
    ],
)
def test_the_term_runs_from_the_event_that_was_set(
    start: StartEvent, last_contact: date | None, until: date
) -> None:
    assert keep_until(CaseDates(OPENED, CLOSED, last_contact), RetentionTerm(start=start)) == until


def test_no_file_ends_before_its_case_does() -> None:
    term = RetentionTerm(years=1, start=StartEvent.FIRST_PROCESSING)
    assert keep_until(CaseDates(OPENED, CLOSED), term) == CLOSED


def test_a_family_is_kept_as_long_as_its_longest_case() -> None:
    assert family_keep_until([CLOSED, CONTACT, OPENED]) == CLOSED
    assert family_keep_until([OPENED, CLOSED]) == CLOSED
    assert family_keep_until([CLOSED, None]) is None
    assert family_keep_until([]) is None


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.sampled_from([0, 1, 4, 5]))
def test_whoever_left_by_the_last_day_of_leaving_is_kept_no_longer(day: date, years: int) -> None:
    last = last_leaving(day, years)
    assert relative_keep_until(last, years) <= day < relative_keep_until(last + timedelta(days=1), years)


def test_the_last_day_itself_is_still_kept() -> None:
    assert not is_due(CLOSED, CLOSED)
    assert is_due(CLOSED, date(2024, 3, 1))
    assert not is_due(None, CLOSED)


@pytest.mark.parametrize("years", [-1, 0, 10**9, 101, True, 5.5, "5"])
def test_what_is_no_term_is_refused_when_it_is_made(years: object) -> None:
    with pytest.raises(InvalidInput) as refused:
        RetentionTerm(years)  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.rule) == ("years", "number")


days = st.dates()
terms = st.builds(RetentionTerm, st.integers(1, 100), st.sampled_from(StartEvent))


@given(days, days, st.none() | days, st.none() | days, terms)
def test_every_term_from_any_day_has_an_end_that_is_never_before_closing_nor_before_what_was_decided(
    one: date, other: date, contact: date | None, extended: date | None, term: RetentionTerm
) -> None:
    dates = CaseDates(min(one, other), max(one, other), contact, extended_until=extended)
    until, begins = keep_until(dates, term), term_begins(dates, term)
    assert until is not None
    assert begins is not None
    assert until >= max(one, other)
    assert extended is None or until >= extended
    if begins.year + term.years < 9999:
        assert until >= begins.replace(year=begins.year + term.years, day=min(begins.day, 28))
    longer = replace(term, years=min(term.years + 1, 100))
    assert (keep_until(dates, longer) or until) >= until


@given(days, days, days, st.integers(1, 120))
def test_an_extension_is_later_than_the_term_to_come_and_within_what_the_policy_allows(
    wanted: date, until: date, today: date, months: int
) -> None:
    may = wanted > until and today <= wanted <= latest_extension(until, today, months)
    if may:
        check_extension(wanted, until, today, months)
        return
    with pytest.raises(InvalidInput) as refused:
        check_extension(wanted, until, today, months)
    assert refused.value.field == "until_on"
