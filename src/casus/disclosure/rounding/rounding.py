# SPDX-License-Identifier: EUPL-1.2
"""Controlled random rounding: what is asked, and what may be given up for it (the program: grid.py).

Every figure becomes one of the two multiples of the base around its true value (multiples stay: zero-
restricted), such that all margins, groups and linked tables add up; which of the two is drawn unbiased
from a keyed, sticky number per figure, and figures depart from their draws where that costs least
(disclosure.md 5.3). What an attack found wrong with an earlier draw is a `Cut`: a condition on the
figures without which the same thing is found again.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from casus.disclosure.figures.predicates import Predicate

Sum = tuple[Predicate, tuple[Predicate, ...]]


class Leeway(IntEnum):
    """What may be given up so that figures add up and stay open, from nothing to the most.

    `NONE`: nothing. `STANDING`: numbers shown at other moments, and the order of numbers (monotone, a
    part no more than its whole), as few as possible; only the number of a small count does not fall.
    `MULTIPLES`: also multiples of the base, but for 0, may move by one base. `FURTHER`: any number but 0
    may be one base further from the truth, and that of a small count may fall.
    """

    NONE = 0
    STANDING = 1
    MULTIPLES = 2
    FURTHER = 3


@dataclass(frozen=True)
class RoundingTask:
    """True `values` of all figures of a population and how they add up (`sums`: margin, parts).

    `open_part` is what of a value is not published exactly (firms): only that part is rounded.
    `kept`: numbers that stand, published of this very state; `preferred`: numbers published of other
    states with the same true value. `least`/`most`: bounds from earlier numbers; `nested`: (part, whole)
    pairs beyond `sums` that should be in order.
    """

    values: Mapping[Predicate, int]
    open_part: Mapping[Predicate, int]
    sums: tuple[Sum, ...]
    kept: Mapping[Predicate, int] = field(default_factory=dict)
    preferred: Mapping[Predicate, int] = field(default_factory=dict)
    least: Mapping[Predicate, int] = field(default_factory=dict)
    most: Mapping[Predicate, int] = field(default_factory=dict)
    nested: tuple[tuple[Predicate, Predicate], ...] = ()

    def leeways(self) -> Iterator[Leeway]:
        """Yield what may be given up, the least first."""
        yield Leeway.NONE
        if self.preferred or self.least or self.most or self.nested:
            yield Leeway.STANDING
        yield Leeway.MULTIPLES
        yield Leeway.FURTHER


@dataclass(frozen=True)
class Cut:
    """A condition on published numbers: the sum of `slopes` times numbers is at least `least`.

    If not `firm` it is missed by as little as possible where it cannot be met.
    """

    slopes: tuple[tuple[Predicate, float], ...]
    least: float
    firm: bool = True


@dataclass(frozen=True)
class Rounded:
    """Rounded figures; `reach`: no number is further from the truth; `relaxed`: that is the base or more."""

    values: Mapping[Predicate, int]
    reach: int
    relaxed: bool


def checked(task: RoundingTask, base: int, units: Mapping[Predicate, int]) -> Rounded | None:
    """Return the figures for these units of the base, `None` unless sums and errors are right in integers."""
    values = {f: task.values[f] - task.open_part[f] + base * units[f] for f in task.values}
    adds_up = all(values[margin] == sum(values[part] for part in parts) for margin, parts in task.sums)
    error = max((abs(values[figure] - task.values[figure]) for figure in values), default=0)
    if not adds_up or error >= 2 * base or min(values.values(), default=0) < 0:
        return None
    reach = base - 1 if error < base else base if error == base else 2 * base - 1
    return Rounded(values, reach, relaxed=error >= base)
