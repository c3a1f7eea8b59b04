# SPDX-License-Identifier: EUPL-1.2
"""Dates as people write and read them: Dutch and English, `7-3-25`, `7 mrt`, `gisteren`, `vr 7-3`, `+7d`."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from casus.domain.day_names import Style, format_date, month_name, read_month, read_weekday, weekday_name
from casus.domain.times import format_time, parse_time
from casus.errors import InvalidInput

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "Century",
    "Prefer",
    "Style",
    "add_months",
    "format_date",
    "format_time",
    "month_name",
    "parse_date",
    "parse_time",
    "weekday_name",
]

FIRST_YEAR, LAST_YEAR = 1900, 2100

Prefer = Literal["past", "future"]
Century = Literal["near", "past"]

_NAMED_DAYS = {
    "eergisteren": -2, "gisteren": -1, "vandaag": 0, "nu": 0, "morgen": 1, "overmorgen": 2,
    "yesterday": -1, "today": 0, "now": 0, "tomorrow": 1,
}  # fmt: skip
_UNITS = {
    **dict.fromkeys(("", "d", "dag", "dagen", "day", "days"), "days"),
    **dict.fromkeys(("w", "week", "weken", "weeks"), "weeks"),
    **dict.fromkeys(("m", "mnd", "maand", "maanden", "month", "months"), "months"),
    **dict.fromkeys(("j", "jr", "jaar", "jaren", "y", "year", "years"), "years"),
}
_LAST = ("afgelopen", "vorige", "vorig", "laatste", "last")
_NEXT = ("aanstaande", "volgende", "komende", "next")
_OFFSET = re.compile(r"([+-]) ?(\d{1,4}) ?([a-z]*)")
_AGO = re.compile(r"(\d{1,4}) ([a-z]+) (?:geleden|ago)")
_AHEAD = re.compile(r"(?:over|in) (\d{1,4}) ([a-z]+)")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})(?:[-/. ]+(\d{4}|\d{2}))?")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:e|st|nd|rd|th)?[-. ]*([a-z]{3,9})[-., ]*(\d{4}|\d{2})?")
_MONTH_DAY = re.compile(r"([a-z]{3,9})[. ]+(\d{1,2})(?:st|nd|rd|th)?(?:[, ]+(\d{4}|\d{2}))?")
_LONGEST = 60


def parse_date(
    text: str,
    today: date,
    *,
    field: str = "date",
    prefer: Prefer = "past",
    century: Century = "near",
) -> date:
    """Read a date as typed; raise InvalidInput "required" when empty, "date" when it is none.

    Without a year, and for a weekday, `prefer` decides between the nearest such day up to and including
    today ("past") or from today on ("future"). A year of two digits lies at most 80 years back and 19
    ahead; with `century="past"` (births) it is never later than today. Years 1900-2100 only.
    """
    if len(text) > 10 * _LONGEST:
        raise InvalidInput(field, "date")
    words = " ".join(text.casefold().replace("−", "-").replace("'", "").replace("’", "").split())
    if not words:
        raise InvalidInput(field, "required")
    try:
        day = _Reader(today, prefer, century).read(words) if len(words) <= _LONGEST else None
    except (ValueError, OverflowError):
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidInput(field, "date")
    return day


class _Reader:
    """Reads one typed date against today; a ValueError or None means that it is no date."""

    def __init__(self, today: date, prefer: Prefer, century: Century) -> None:
        self.today, self.prefer, self.century = today, prefer, century

    def read(self, words: str) -> date | None:
        if words in _NAMED_DAYS:
            return self.today + timedelta(days=_NAMED_DAYS[words])
        return self._relative(words) or self._weekday(words) or self._calendar(words)

    def _relative(self, words: str) -> date | None:
        if found := _OFFSET.fullmatch(words):
            return self._shift(int(found[2]) * (1 if found[1] == "+" else -1), found[3])
        if found := _AGO.fullmatch(words):
            return self._shift(-int(found[1]), found[2])
        if found := _AHEAD.fullmatch(words):
            return self._shift(int(found[1]), found[2])
        return None

    def _shift(self, count: int, unit: str) -> date | None:
        kind = _UNITS.get(unit)
        if kind in ("days", "weeks"):
            return self.today + timedelta(days=count * (7 if kind == "weeks" else 1))
        return None if kind is None else add_months(self.today, count * (12 if kind == "years" else 1))

    def _weekday(self, words: str) -> date | None:
        *before, last = words.split()
        number = read_weekday(last)
        if number is None or len(before) > 1:
            return None
        if before and before[0] not in _LAST + _NEXT:
            return None
        future = before[0] in _NEXT if before else self.prefer == "future"
        back = (self.today.weekday() - number) % 7
        if future:
            back = -((number - self.today.weekday()) % 7)
        if before and back == 0:
            back = -7 if future else 7
        return self.today - timedelta(days=back)

    def _calendar(self, words: str) -> date | None:
        first, _, rest = words.partition(" ")
        weekday = read_weekday(first.rstrip(",."))
        if weekday is None or not rest:
            return self._plain(words)
        day = self._plain(rest)
        return day if day is not None and day.weekday() == weekday else None

    def _plain(self, words: str) -> date | None:
        if words.isdecimal():
            return self._digits(words)
        if found := _ISO.fullmatch(words):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.fullmatch(words):
            return self._complete(int(found[1]), int(found[2]), found[3])
        if found := _DAY_MONTH.fullmatch(words):
            return self._complete(int(found[1]), _month(found[2]), found[3])
        if found := _MONTH_DAY.fullmatch(words):
            return self._complete(int(found[2]), _month(found[1]), found[3])
        return None

    def _digits(self, words: str) -> date | None:
        if len(words) == 8 and FIRST_YEAR <= int(words[:4]) <= LAST_YEAR and int(words[4:6]) <= 12:
            return date(int(words[:4]), int(words[4:6]), int(words[6:]))
        if len(words) in (6, 8):
            return self._complete(int(words[:2]), int(words[2:4]), words[4:])
        return None

    def _complete(self, day: int, month: int, year: str | None) -> date:
        if year is None:
            return self._nearest(day, month)
        if len(year) == 4:
            return date(int(year), month, day)
        latest = self.today.year + (19 if self.century == "near" else 0)
        full = latest - (latest - int(year)) % 100
        day_of_year = (self.today.month, self.today.day)
        if self.century == "past" and full == self.today.year and (month, day) > day_of_year:
            full -= 100
        return date(full, month, day)

    def _nearest(self, day: int, month: int) -> date:
        step = -1 if self.prefer == "past" else 1
        for year in (self.today.year, self.today.year + step):
            if day <= monthrange(year, month)[1]:
                found = date(year, month, day)
                if (found - self.today).days * step >= 0:
                    return found
        raise ValueError("no such day near today")


def _month(word: str) -> int:
    number = read_month(word)
    if number is None:
        raise ValueError("no month")
    return number


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later (or earlier); the last day of the month where that day is missing.

    Raises ValueError outside the years 1-9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
