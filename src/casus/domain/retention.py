# SPDX-License-Identifier: EUPL-1.2
"""How long a file is kept: a term and the event it starts from, both to be confirmed by the organisation.

"Five years after closing" is the custom, but no source confirms it (domain study 1.6): it is shown as "to be
confirmed" until the organisation's data protection officer has fixed it in the policy file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus.domain.ages import ADULT, birthday
from casus.domain.dates import add_months


class StartEvent(StrEnum):
    """From which event the term runs."""

    CLOSING = "closing"
    FIRST_PROCESSING = "first_processing"
    LAST_CONTACT = "last_contact"


@dataclass(frozen=True)
class RetentionTerm:
    """The term of an approach; `confirmed` once the organisation has fixed it."""

    years: int = 5
    start: StartEvent = StartEvent.CLOSING
    confirmed: bool = False


DEFAULT_TERM = RetentionTerm()


@dataclass(frozen=True)
class CaseDates:
    """The days the term may run from; `closed` is None while the case is open or reopened."""

    opened: date
    closed: date | None = None
    last_contact: date | None = None
    legal_hold: bool = False


def keep_until(dates: CaseDates, term: RetentionTerm = DEFAULT_TERM) -> date | None:
    """Return the last day the file is kept; None while the case is open or a legal hold stops the term.

    Reopening stops the term whatever its start (domain rule 3). Without any contact, the term from the
    last contact runs from the opening.
    """
    if dates.closed is None or dates.legal_hold:
        return None
    starts = {
        StartEvent.CLOSING: dates.closed,
        StartEvent.FIRST_PROCESSING: dates.opened,
        StartEvent.LAST_CONTACT: dates.last_contact or dates.opened,
    }
    return max(add_months(starts[term.start], 12 * term.years), dates.closed)


def family_keep_until(cases: Iterable[date | None]) -> date | None:
    """Return the longest term of a family's cases; None when one has no end, or there are none (rule 4)."""
    longest: date | None = None
    for until in cases:
        if until is None:
            return None
        longest = until if longest is None else max(longest, until)
    return longest


def member_review_on(birth: date | None, family_closed: date | None) -> date | None:
    """Return when a family member without a case of their own leaves the file: when the family's case
    closes or on the 18th birthday, whichever comes first; None while neither is known (rule 4).
    """
    days = [day for day in (family_closed, birthday(birth, ADULT) if birth else None) if day is not None]
    return min(days, default=None)


def is_due(until: date | None, today: date) -> bool:
    """Return whether the file is past its term and belongs on the destruction list."""
    return until is not None and until < today
