# SPDX-License-Identifier: EUPL-1.2
"""How long a file is kept: a term and the event it starts from, both to be confirmed by the organisation.

"Five years after closing" is the custom, but no source confirms it (domain study 1.6): it is shown as "to be
confirmed" until the organisation's data protection officer has fixed it in the policy file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from casus.domain.dates import add_months
from casus.errors import InvalidInput

LEAST_YEARS, MOST_YEARS = 1, 100
"""What a term may be: nothing is kept for no time, and nothing outlives whom it is about by far."""


class StartEvent(StrEnum):
    """From which event the term runs."""

    CLOSING = "closing"
    FIRST_PROCESSING = "first_processing"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True)
class RetentionTerm:
    """The term of an approach; `confirmed` once the organisation has fixed it.

    Raises InvalidInput("years", "number") for a number of years that is no term.
    """

    years: int = 5
    start: StartEvent = StartEvent.CLOSING
    confirmed: bool = False

    def __post_init__(self) -> None:
        whole = isinstance(self.years, int) and not isinstance(self.years, bool)
        if not whole or not LEAST_YEARS <= self.years <= MOST_YEARS:
            raise InvalidInput("years", "number", first=LEAST_YEARS, last=MOST_YEARS)


DEFAULT_TERM = RetentionTerm()


@dataclass(frozen=True)
class CaseDates:
    """The days the term may run from; `closed` is None while the case is open or reopened.

    `extended_until` is a last day someone decided on, later than the term gives.
    """

    opened: date
    closed: date | None = None
    last_contact: date | None = None
    legal_hold: bool = False
    extended_until: date | None = None


def term_begins(dates: CaseDates, term: RetentionTerm = DEFAULT_TERM) -> date | None:
    """Return the day the term runs from; None while the case is open.

    Without any contact, the term from the last contact runs from the opening.
    """
    if dates.closed is None:
        return None
    starts = {
        StartEvent.CLOSING: dates.closed,
        StartEvent.FIRST_PROCESSING: dates.opened,
        StartEvent.LAST_CONTACT: dates.last_contact or dates.opened,
    }
    return starts[term.start]


def keep_until(dates: CaseDates, term: RetentionTerm = DEFAULT_TERM) -> date | None:
    """Return the last day the file is kept; None while the case is open or a legal hold stops the term.

    Reopening stops the term whatever its start (domain rule 3). A day beyond the calendar is its last day.
    """
    begins = term_begins(dates, term)
    if begins is None or dates.closed is None or dates.legal_hold:
        return None
    return max(_later(begins, 12 * term.years), dates.closed, dates.extended_until or dates.closed)


def latest_extension(until: date, today: date, most_months: int) -> date:
    """Return the last day an extension may reach that is decided today of a term that ends on `until`."""
    return _later(max(until, today), most_months)


def check_extension(wanted: date, until: date, today: date, most_months: int) -> None:
    """Raise InvalidInput on "until_on" unless `wanted` is later than `until`, to come, and not too far away."""
    if wanted < today:
        raise InvalidInput("until_on", "past")
    if wanted <= until:
        raise InvalidInput("until_on", "no_extension", until=_said(until))
    latest = latest_extension(until, today, most_months)
    if wanted > latest:
        raise InvalidInput("until_on", "extension_too_long", latest=_said(latest))


def _said(day: date) -> str:
    return f"{day:%d-%m-%Y}"


def _later(day: date, months: int) -> date:
    try:
        return add_months(day, months)
    except ValueError:
        return date.max


def family_keep_until(cases: Iterable[date | None]) -> date | None:
    """Return the longest term of a family's cases; None when one has no end, or there are none (rule 4)."""
    longest: date | None = None
    for until in cases:
        if until is None:
            return None
        longest = until if longest is None else max(longest, until)
    return longest


def relative_keep_until(leaves_on: date, years: int) -> date:
    """Return the last day a family member without a case of their own is kept, who has to leave on `leaves_on`.

    Rule 4: they go at once, unless the organisation wants a term of years first.
    """
    return _later(leaves_on, 12 * years) if years else leaves_on


def last_leaving(day: date, years: int) -> date:
    """Return the last day to leave on for whoever is kept until `day` or less; the reverse of `relative_keep_until`."""
    found = day
    if years:
        found = add_months(day, -12 * years) + timedelta(days=1)
    while relative_keep_until(found, years) > day:
        found -= timedelta(days=1)
    return found


def is_due(until: date | None, today: date) -> bool:
    """Return whether the file is past its term and belongs on the destruction list."""
    return until is not None and until < today
