# SPDX-License-Identifier: EUPL-1.2
"""Counting the headlines of a period, beside the former period and the target."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from casus.counting import registers
from casus.counting.catalogue import Catalogue, Indicator
from casus.counting.headlines import Counted, counted, is_over_persons
from casus.disclosure import Protection
from casus.domain.periods import Period
from casus.errors import NotFound
from casus.services import periods
from casus.services.contributions import load
from casus.services.dashboard.model import BEHIND, ON_COURSE, Headline, Target
from casus.services.indicators.versions import in_force
from casus.services.register_totals import year_before
from casus.vault.tables import IndicatorTarget

_AT_MOST = "at_most"


def indicator_of(session: Session, code: str) -> tuple[Catalogue, Indicator]:
    catalogue = in_force(session)
    try:
        return catalogue, catalogue.indicator(code)
    except KeyError:
        raise NotFound("indicators", code) from None


def count(session: Session, catalogue: Catalogue, period: Period, reference_date: date) -> Counted:
    """Count what the catalogue uses; contributions are read only when something is counted from them."""
    needed = any(is_over_persons(one.measure) for one in catalogue.indicators)
    contributions = load(session, period, reference_date) if needed else ()
    days = catalogue.days(period, reference_date)
    found = registers.read(session, period, reference_date, days)
    return counted(catalogue, contributions, found, period, reference_date)


def former_of(session: Session, period: Period, today: date) -> tuple[Period, date]:
    """Return the latest known period that begins and ends before this one, else the same period a year before."""
    for known, day in periods.known_moments(session, today):
        if known.first < period.first and known.last < period.last:
            return known, day
    before = year_before(period)
    return before, before.last


def headline_of(
    indicator: Indicator,
    now: Counted,
    before: Counted,
    targets: Mapping[str, IndicatorTarget],
    day: date,
    language: str,
) -> Headline:
    number = now.headline(indicator)
    elapsed = elapsed_of(now.period, day)
    grows = indicator.moment == "period"
    return Headline(
        indicator.code,
        indicator.version,
        indicator.title[language],
        indicator.unit_label[language],
        indicator.focus,
        indicator.protection is not Protection.EXACT,
        number,
        before.headline(indicator),
        judged(targets.get(indicator.code), number, elapsed if grows else (1, 1)),
    )


def judged(target: IndicatorTarget | None, number: int | None, elapsed: tuple[int, int]) -> Target:
    """Say how a number stands to its target when `elapsed` (days, of days) of the period have passed.

    By then a figure that grows should have come to its share of the target, rounded down; one that may be at
    most so much is behind as soon as it is above the whole.
    """
    if target is None:
        return Target()
    done, whole = elapsed
    due = target.value if target.aim == _AT_MOST else target.value * done // whole
    if number is None:
        return Target(target.value, target.aim, due)
    good = number <= due if target.aim == _AT_MOST else number >= due
    return Target(target.value, target.aim, due, ON_COURSE if good else BEHIND)


def elapsed_of(period: Period, day: date) -> tuple[int, int]:
    """Return how many days of a period have passed on a day, of how many."""
    passed = (min(max(day, period.first), period.last) - period.first).days + 1
    return passed, period.days
