# SPDX-License-Identifier: EUPL-1.2
"""The figures of a reporting period for the coordinator's own eyes: exact, beside the former period and the target.

Nothing here is protected, so nothing here leaves: a report is made of releases only.
"""

from datetime import date

from casus.counting.catalogue import PILLARS
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.services import periods
from casus.services.coverage import coverage
from casus.services.dashboard.figures import count, former_of, headline_of, judged
from casus.services.dashboard.model import (
    BEHIND,
    NO_TARGET,
    ON_COURSE,
    Dashboard,
    Headline,
    Opened,
    Part,
    SeriesPoint,
    Target,
)
from casus.services.dashboard.opened import MOST_PERIODS, open_figure, series
from casus.services.desk import Desk
from casus.services.indicators.targets import targets_of
from casus.services.indicators.versions import in_force

__all__ = [
    "BEHIND", "MOST_PERIODS", "NO_TARGET", "ON_COURSE", "Dashboard", "Headline", "Opened", "Part", "SeriesPoint",
    "Target", "dashboard", "judged", "moments", "open_figure", "series",
]  # fmt: skip


def moments(desk: Desk) -> tuple[tuple[Period, date], ...]:
    """Return the periods there is anything for, with their reference dates, the latest first."""
    desk.require(Permission.RELEASE)
    with desk.reading() as session:
        return periods.known_moments(session, desk.today())


def dashboard(desk: Desk, period: Period, reference_date: date, language: str | None = None) -> Dashboard:
    """Count a period and the one before it. Raises NotAllowed("role"), ContributionInvalid."""
    desk.require(Permission.RELEASE)
    day = min(desk.today(), reference_date)
    with desk.reading() as session:
        catalogue = in_force(session)
        former, then = former_of(session, period, desk.today())
        now = count(session, catalogue, period, reference_date)
        before = count(session, catalogue, former, then)
        targets = targets_of(session, period)
    lines = [
        headline_of(one, now, before, targets, day, language or desk.language) for one in catalogue.indicators
    ]
    of_pillar = {one.code: one.pillar for one in catalogue.indicators}
    grouped = (
        (pillar, tuple(line for line in lines if of_pillar[line.code] == pillar)) for pillar in PILLARS
    )
    who = tuple(coverage(desk, period, reference_date))
    return Dashboard(period, reference_date, former, tuple(one for one in grouped if one[1]), who)
