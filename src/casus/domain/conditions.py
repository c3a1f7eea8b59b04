# SPDX-License-Identifier: EUPL-1.2
"""The basic conditions for return: which five there are, when they are measured, and the rhythm of the MDO."""

from datetime import date, timedelta

from casus.domain.dates import add_months

FIVE = ("id_document", "housing", "work_income", "debts", "care")
"""The five of the 2019 agreement; the network of list basic_condition is looked at beside them."""

MOMENTS = ("entry", "release", "months_6", "months_12")
"""The moments of list condition_moment in their order."""

AFTER_RELEASE = {"months_6": 6, "months_12": 12}
"""Months after the real release at which the conditions are looked at again."""

NEXT_LOOK = {"months_6": 12, "months_12": 24}
"""Months after the release from which a moment is past: the next one has come, or the guidance has ended."""

MDO_EVERY = timedelta(weeks=6)
"""At least this often the MDO of someone inside meets (domain.md 1.4)."""


def due_on(moment: str, entered_on: date, released_on: date | None) -> date | None:
    """Return the day a moment comes; None while the release it follows is not known.

    >>> due_on("months_6", date(2023, 1, 2), date(2023, 8, 31))
    datetime.date(2024, 2, 29)
    """
    if moment == "entry":
        return entered_on
    if released_on is None or moment == "release":
        return released_on
    return add_months(released_on, AFTER_RELEASE[moment])


def is_due(moment: str, entered_on: date, released_on: date | None, today: date) -> bool:
    """Tell whether a moment after the release has come and is not past yet."""
    due = due_on(moment, entered_on, released_on)
    if released_on is None or due is None or moment not in AFTER_RELEASE:
        return False
    return due <= today < add_months(released_on, NEXT_LOOK[moment])
