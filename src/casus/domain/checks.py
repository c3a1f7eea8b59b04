# SPDX-License-Identifier: EUPL-1.2
"""Checks on dates that belong together; each raises InvalidInput with the field and the rule."""

from datetime import date

from casus.domain.ages import birthday
from casus.errors import InvalidInput

OLDEST = 120
"""Nobody in a dossier is older than this many years."""


def check_order(field_start: str, start: date | None, field_end: str, end: date | None) -> None:
    """Raise (field_end, "before_start") when the end lies before the start; the same day is fine.

    An end without a start raises (field_start, "required"); a start without an end is still running.
    """
    if end is None:
        return
    if start is None:
        raise InvalidInput(field_start, "required")
    if end < start:
        raise InvalidInput(field_end, "before_start")


def check_not_in_future(field: str, day: date | None, today: date) -> None:
    """Raise (field, "future") when `day` lies after today."""
    if day is not None and day > today:
        raise InvalidInput(field, "future")


def check_birth_date(birth: date | None, today: date, *, field: str = "birth_date") -> None:
    """Raise (field, "future") for a birth after today, (field, "too_old") for 120 years ago or more."""
    check_not_in_future(field, birth, today)
    if birth is not None and birthday(birth, OLDEST) <= today:
        raise InvalidInput(field, "too_old", years=OLDEST)
