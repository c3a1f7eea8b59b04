# SPDX-License-Identifier: EUPL-1.2
"""The filter chips that ask when something took place: this month, last year (list time_span)."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, false, or_

from casus.domain.periods import Period


def span(code: str, today: date) -> Period:
    """Return the days a code of list time_span stands for, seen from `today`."""
    if code == "this_month":
        return Period.of_month(today)
    if code == "last_month":
        return Period.of_month(today.replace(day=1) - timedelta(days=1))
    return Period.of_year(today.year if code == "this_year" else today.year - 1)


def in_spans(
    codes: Iterable[str], today: date, within: Callable[[Period], ColumnElement[bool]]
) -> ColumnElement[bool]:
    """Return the clause of a chip of list time_span, given what "in a period" means."""
    return or_(false(), *(within(span(code, today)) for code in codes))
