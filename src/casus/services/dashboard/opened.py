# SPDX-License-Identifier: EUPL-1.2
"""What stands behind one number, and how it went over the periods."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting import headlines, registers
from casus.counting.catalogue import Indicator
from casus.counting.headlines import Counted, counted, is_over_persons
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.services import periods
from casus.services.contributions import load
from casus.services.dashboard.figures import count, former_of, headline_of, indicator_of
from casus.services.dashboard.model import Opened, Part, SeriesPoint
from casus.services.desk import Desk
from casus.services.indicators.targets import targets_of
from casus.services.withdrawing import withdrawals
from casus.vault.tables import ReleaseDefinition, ReleasedFigure, ReleaseRow

MOST_PERIODS = 12
_REGISTER_OF = {
    "schools": "school_activities", "school_activities": "school_activities",
    "school_concerns": "school_activities", "business_contacts": "business_contacts",
    "inspections": "inspections", "car_firms": "permits", "car_firms_screened": "permits",
    "car_firms_helped": "permits", "resilience_sessions": "resilience_sessions",
    "resilience_participants": "resilience_sessions", "staff_in_post": "workers",
    "vog_ambassadors": "vog_ambassadors",
}  # fmt: skip
_COLUMN_OF = {
    "activity_kind": "kind", "inspection_kind": "kind", "business_reached": "reached", "status": "status",
    "audience": "audience", "worker_role": "role",
}  # fmt: skip


def open_figure(
    desk: Desk, code: str, period: Period, reference_date: date, language: str | None = None
) -> Opened:
    """Return what one number counts. Raises NotAllowed("role"), NotFound, ContributionInvalid."""
    desk.require(Permission.RELEASE)
    language, day = language or desk.language, min(desk.today(), reference_date)
    with desk.reading() as session:
        catalogue, indicator = indicator_of(session, code)
        former, then = former_of(session, period, desk.today())
        only = catalogue.with_indicators([indicator])
        contributions = load(session, period, reference_date) if is_over_persons(indicator.measure) else ()
        days = only.days(period, reference_date)
        known = registers.read(session, period, reference_date, days)
        found = counted(only, contributions, known, period, reference_date)
        before = count(session, only, former, then)
        targets = targets_of(session, period)
    headline = headline_of(indicator, found, before, targets, day, language)
    over_persons = is_over_persons(indicator.measure)
    return Opened(
        headline,
        indicator.definition[language],
        indicator.source[language],
        "" if indicator.note is None else indicator.note[language],
        tuple(_parts(found, indicator, language)),
        "" if over_persons else _REGISTER_OF[indicator.measure],
        tuple(
            f"{_COLUMN_OF[key]}:{code}"
            for key, chosen in indicator.where.items()
            if key in _COLUMN_OF
            for code in chosen
        ),
        tuple(headlines.rows_by_kind(contributions)),
    )


def series(desk: Desk, code: str, until: Period) -> tuple[SeriesPoint, ...]:
    """Return a figure over the last periods that are known, the oldest first. Raises NotAllowed("role"), NotFound."""
    desk.require(Permission.RELEASE)
    with desk.reading() as session:
        catalogue, indicator = indicator_of(session, code)
        only = catalogue.with_indicators([indicator])
        every = [one for one in periods.known_moments(session, desk.today()) if one[0].last <= until.last]
        released = _released(session, code)
        points = []
        version: int | None = None
        for period, day in reversed(every[:MOST_PERIODS]):
            number = count(session, only, period, day).headline(indicator)
            value, status, counted_by = released.get(period, (None, "", None))
            redefined = None not in (version, counted_by) and counted_by != version
            points.append(SeriesPoint(period, number, value, status, counted_by, redefined))
            version = counted_by if counted_by is not None else version
    return tuple(points)


def _parts(found: Counted, indicator: Indicator, language: str) -> Iterator[tuple[str, tuple[Part, ...]]]:
    catalogue = found.catalogue
    for code in catalogue.measures[indicator.measure].dimensions:
        dimension = catalogue.dimensions[code].over(found.period)
        numbers = found.parts(indicator, code)
        leaves = set(dimension.leaves())
        parts = tuple(
            Part(category.label[language], numbers[category.code])
            for category in dimension.categories
            if category.code in leaves and category.code in numbers
        )
        if parts:
            yield dimension.label[language], parts


def _released(session: Session, code: str) -> Mapping[Period, tuple[int | None, str, int | None]]:
    """Return the headline of an indicator as it last left, per period, with the version it was counted by."""
    gone = withdrawals(session)
    query = (
        select(ReleaseRow, ReleasedFigure, ReleaseDefinition.versions)
        .join(ReleasedFigure, ReleasedFigure.release_id == ReleaseRow.id)
        .outerjoin(ReleaseDefinition, ReleaseDefinition.release_id == ReleaseRow.id)
        .where(ReleasedFigure.indicator == code)
        .order_by(ReleaseRow.number)
    )
    found = {}
    rows: Sequence[tuple[ReleaseRow, ReleasedFigure, dict[str, int] | None]] = session.execute(query).all()
    for release, figure, versions in rows:
        if release.id not in gone and not figure.cell:
            version = (versions or {}).get(code)
            found[Period.parse(release.period)] = (figure.value, figure.status, version)
    return found
