# SPDX-License-Identifier: EUPL-1.2
"""The time as something that is handed in, so that nothing reads the wall clock behind a test's back."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells today (local date) and now (UTC moment)."""

    def today(self) -> date:
        """Return the local date."""
        ...

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        ...


class SystemClock:
    """The computer's own clock."""

    def today(self) -> date:
        """Return the local date."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """Return the moment, aware, in UTC."""
        return datetime.now(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is set; for tests and for the demo."""

    moment: datetime

    def today(self) -> date:
        """Return the date of the moment."""
        return self.moment.date()

    def now(self) -> datetime:
        """Return the moment in UTC."""
        return self.moment.astimezone(UTC)


class ShiftedClock:
    """A clock that began at another moment and runs on: the demo stays in the autumn of its report."""

    def __init__(self, begin: datetime, base: Clock) -> None:
        self._base = base
        self._shift: timedelta = begin - base.now()

    def today(self) -> date:
        """Return the shifted local date."""
        return self.now().astimezone().date()

    def now(self) -> datetime:
        """Return the shifted moment, in UTC."""
        return self._base.now() + self._shift
