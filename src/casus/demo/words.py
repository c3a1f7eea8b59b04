# SPDX-License-Identifier: EUPL-1.2
"""The word lists of the demo, and a random source that always gives the same people for the same seed."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any, TypeVar

from casus.assets import resource_path

T = TypeVar("T")


@cache
def words() -> Mapping[str, Any]:
    """Return resources/catalogue/demo.toml."""
    return tomllib.loads(resource_path("catalogue", "demo.toml").read_text(encoding="utf-8"))


class Dice(Random):
    """A seeded random source with the few throws the demo needs."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._numbers: set[str] = set()

    def number(self, prefix: str, digits: int) -> str:
        """Return a number such as C-2023-012345 that this source has not given before."""
        while True:
            number = f"{prefix}-{self.randrange(10**digits):0{digits}d}"
            if number not in self._numbers:
                self._numbers.add(number)
                return number

    def id(self) -> str:
        """Return a record id that is the same in every run."""
        return f"{self.getrandbits(128):032x}"

    def chance(self, share: float) -> bool:
        """Return True in `share` of all throws."""
        return self.random() < share

    def weighted(self, weights: Mapping[T, float]) -> T:
        """Return a key, in proportion to its weight."""
        return self.choices(list(weights), list(weights.values()))[0]

    def day(self, first: date, last: date) -> date:
        """Return a day from `first` to `last`, both included; `first` when they cross."""
        return first + timedelta(days=self.randint(0, max(0, (last - first).days)))

    def weekday(self, first: date, last: date) -> date:
        """Return a day from Monday to Friday in the range (or the Friday before, in a short range)."""
        day = self.day(first, last)
        if day.weekday() > 4:
            day -= timedelta(days=day.weekday() - 4)
        return max(day, first)

    def month_days(self, first: date, last: date, every: int) -> Sequence[date]:
        """Return weekdays about every `every` days from `first` to `last`."""
        days = []
        day = first + timedelta(days=self.randint(0, every))
        while day <= last:
            days.append(self.weekday(day, day))
            day += timedelta(days=max(1, round(self.gauss(every, every / 4))))
        return days
