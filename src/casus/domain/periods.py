# SPDX-License-Identifier: EUPL-1.2
"""Reporting periods: whole days, first and last both included."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casus.domain.dates import FIRST_YEAR, LAST_YEAR, add_months, format_date, month_name
from casus.errors import InvalidInput

_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_QUARTER = re.compile(r"(\d{4})-?[QqKk]([1-4])")
_LONGEST = 40


@dataclass(frozen=True, order=True)
class Period:
    """The days from `first` up to and including `last`; InvalidInput("period", "before_start") if reversed."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidInput("period", "before_start")

    def __str__(self) -> str:
        """The shortest text that `parse` reads back as the same period; used in codes and file names."""
        if self._is_quarter():
            return f"{self.first.year}-Q{_quarter_number(self.first)}"
        length = 4 if self._fills(12) else 7 if self._fills(1) else 10
        start, end = self.first.isoformat()[:length], self.last.isoformat()[:length]
        return start if start == end else f"{start}..{end}"

    @classmethod
    def parse(cls, text: str, *, field: str = "period") -> "Period":
        """Read `2022-10..2023-10`, `2023`, `2023-Q1`, `2023-01` or `2023-01-15..2023-02-01`.

        Raises InvalidInput "required" (empty), "period" (unreadable, or outside 1900-2100) or "before_start".
        """
        words = text.strip()
        if not words:
            raise InvalidInput(field, "required")
        start, dots, end = words.partition("..")
        try:
            first = _span(start) if len(words) <= _LONGEST else None
            last = _span(end) if dots else first
        except ValueError:
            first = last = None
        if first is None or last is None:
            raise InvalidInput(field, "period")
        if last.last < first.first:
            raise InvalidInput(field, "before_start")
        return cls(first.first, last.last)

    @classmethod
    def of_year(cls, year: int) -> "Period":
        """Return a calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def of_month(cls, day: date) -> "Period":
        """Return the calendar month that `day` is in."""
        return cls(day.replace(day=1), _month_end(day))

    @classmethod
    def of_quarter(cls, day: date) -> "Period":
        """Return the calendar quarter that `day` is in."""
        first = date(day.year, day.month - (day.month - 1) % 3, 1)
        return cls(first, _month_end(add_months(first, 2)))

    @property
    def days(self) -> int:
        """The number of days, at least 1."""
        return (self.last - self.first).days + 1

    def contains(self, day: date) -> bool:
        """Return whether `day` is in the period."""
        return self.first <= day <= self.last

    def overlaps(self, start: date, end: date | None) -> bool:
        """Return whether something from `start` up to and including `end` (None: still running) touches it."""
        return start <= self.last and (end is None or end >= self.first)

    def months(self) -> tuple["Period", ...]:
        """Return the calendar months, in order, the outer ones cut to this period; together they fill it."""
        return tuple(self._pieces(Period.of_month))

    def quarters(self) -> tuple["Period", ...]:
        """Return the calendar quarters, in order, the outer ones cut to this period; together they fill it."""
        return tuple(self._pieces(Period.of_quarter))

    def label(self, language: str = "nl") -> str:
        """Return "2023", "1e kwartaal 2023", "oktober 2022", "oktober 2022 – oktober 2023" or two full dates."""
        if self._fills(12):
            return _join(str(self.first.year), str(self.last.year))
        if self._is_quarter():
            number = _quarter_number(self.first)
            return (
                f"Q{number} {self.first.year}"
                if language == "en"
                else f"{number}e kwartaal {self.first.year}"
            )
        if self._fills(1):
            return _join(_month_label(self.first, language), _month_label(self.last, language))
        return _join(format_date(self.first, language, "long"), format_date(self.last, language, "long"))

    def _pieces(self, around: Callable[[date], "Period"]) -> Iterator["Period"]:
        day = self.first
        while day <= self.last:
            last = min(around(day).last, self.last)
            yield Period(day, last)
            day = last + timedelta(days=1)

    def _is_quarter(self) -> bool:
        return self._fills(3) and self == Period.of_quarter(self.first)

    def _fills(self, months: int) -> bool:
        """Whether it is made of whole years (12), quarters (3) or months (1) of the calendar."""
        whole = self.first.day == 1 and self.last == _month_end(self.last)
        return whole and (self.first.month - 1) % months == 0 and self.last.month % months == 0


def _month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _quarter_number(day: date) -> int:
    return (day.month + 2) // 3


def _month_label(day: date, language: str) -> str:
    return f"{month_name(day.month, language)} {day.year}"


def _join(start: str, end: str) -> str:
    return start if start == end else f"{start} – {end}"


def _span(text: str) -> Period | None:
    """Read one side; None or ValueError when it is no year, quarter, month or day."""
    if quarter := _QUARTER.fullmatch(text.strip()):
        return _in_range(Period.of_quarter(date(int(quarter[1]), int(quarter[2]) * 3, 1)))
    found = _PART.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if found[3]:
        return _in_range(Period(date(year, month, day), date(year, month, day)))
    return _in_range(Period.of_month(date(year, month, 1)) if found[2] else Period.of_year(year))


def _in_range(period: Period) -> Period | None:
    return period if FIRST_YEAR <= period.first.year <= LAST_YEAR else None
