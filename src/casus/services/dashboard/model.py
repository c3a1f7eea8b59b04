# SPDX-License-Identifier: EUPL-1.2
"""What the dashboard shows: exact numbers that stay inside."""

from dataclasses import dataclass, field
from datetime import date

from casus.domain.periods import Period
from casus.services.coverage import Covered

ON_COURSE, BEHIND, NO_TARGET = "on_course", "behind", "no_target"


@dataclass(frozen=True)
class Target:
    """What is aimed at, and in one code of list target_word how the figure stands to it now.

    `due`: what the target comes to by today, where a figure grows over the period.
    """

    value: int | None = None
    aim: str = "at_least"
    due: int | None = None
    word: str = NO_TARGET


@dataclass(frozen=True)
class Headline:
    """One indicator: its number now and in the former period (None: not known without contributions)."""

    code: str
    version: int
    title: str
    unit: str
    focus: str
    about_people: bool
    now: int | None
    before: int | None
    target: Target


@dataclass(frozen=True)
class Dashboard:
    """The headlines of a period per pillar beside those of the `former` one, and whose contributions are in."""

    period: Period
    reference_date: date
    former: Period
    pillars: tuple[tuple[str, tuple[Headline, ...]], ...] = field(repr=False)
    coverage: tuple[Covered, ...] = field(repr=False)


@dataclass(frozen=True)
class Part:
    """One category of what a figure is made of."""

    words: str
    number: int


@dataclass(frozen=True)
class SeriesPoint:
    """A figure in one period: as counted now, and as it last left (`released`, with the version it was counted by).

    `redefined`: that release counted by another version than the one before it.
    """

    period: Period
    counted: int | None
    released: int | None = None
    status: str = ""
    version: int | None = None
    redefined: bool = False


@dataclass(frozen=True)
class Opened:
    """What stands behind one number, as far as a coordinator may see it.

    `register`: the register that holds what is counted, with the chips that filter it; "" for what workers
    contributed, of which `rows` tells role, kind of row and how many.
    """

    headline: Headline
    definition: str
    source: str
    note: str
    parts: tuple[tuple[str, tuple[Part, ...]], ...]
    register: str
    chips: tuple[str, ...]
    rows: tuple[tuple[str, str, int], ...]
