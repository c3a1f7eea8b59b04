# SPDX-License-Identifier: EUPL-1.2
"""Ages on a day, and the age groups of the reports."""

from datetime import date

from casus.domain.codelists import codelist
from casus.errors import InvalidInput

ADULT = 18
UNKNOWN = "unknown"


def age_on(birth: date, day: date) -> int:
    """Return the age in whole years on `day`; born on 29 February, one turns a year older on 1 March.

    Raises InvalidInput("birth_date", "after_day") when `day` lies before the birth.
    """
    if day < birth:
        raise InvalidInput("birth_date", "after_day")
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def birthday(birth: date, age: int) -> date:
    """Return the day on which someone becomes `age`; 1 March for 29 February in other than leap years."""
    try:
        return birth.replace(year=birth.year + age)
    except ValueError:
        return date(birth.year + age, 3, 1)


def is_minor(birth: date, day: date) -> bool:
    """Return whether someone is under 18 on `day`; also of a day before a birth, however far ahead that lies."""
    return day < birth or day < birthday(birth, ADULT)


def age_group(birth: date | None, day: date) -> str:
    """Return the code of list age_group on `day`; "unknown" without a birth date or when `day` is before it."""
    if birth is None or day < birth:
        return UNKNOWN
    age = age_on(birth, day)
    for group in codelist("age_group"):
        first, last = group.number("first"), group.number("last")
        if first is not None and last is not None and first <= age <= last:
            return group.code
    return UNKNOWN
