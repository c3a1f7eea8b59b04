# SPDX-License-Identifier: EUPL-1.2
"""How the basic conditions for return stand, once, for every list, screen and indicator (see queries.py)."""

from datetime import date

from sqlalchemy import ColumnElement, String, Subquery, and_, case, exists, func, or_, select, type_coerce

from casus.domain.conditions import AFTER_RELEASE, FIVE, MOMENTS, NEXT_LOOK
from casus.domain.dates import add_months
from casus.domain.periods import Period
from casus.vault.queries import Clause, case_open, day_in, detention_continued
from casus.vault.tables import BasicConditionCheck, Case, Detention


def condition_checked_in(moment: str, period: Period) -> Clause:
    """Return whether a basic condition was looked at in `period` for this moment of list condition_moment."""
    return and_(day_in(BasicConditionCheck.checked_on, period), BasicConditionCheck.moment == moment)


def latest_first() -> tuple[ColumnElement[int], ColumnElement[date]]:
    """Return the order in which the looks at a condition stand, the latest moment first."""
    places = {moment: place for place, moment in enumerate(MOMENTS)}
    place = case(places, value=BasicConditionCheck.moment, else_=-1)
    return place.desc(), BasicConditionCheck.checked_on.desc()


def condition_status(condition: str, moment: str = "") -> ColumnElement[str | None]:
    """Return how a condition of a detention stands at `moment`, or at the latest look; NULL: never looked at."""
    wanted = select(BasicConditionCheck.status).where(
        BasicConditionCheck.detention_id == Detention.id, BasicConditionCheck.condition == condition
    )
    if moment:
        wanted = wanted.where(BasicConditionCheck.moment == moment)
    return wanted.order_by(*latest_first()).limit(1).correlate(Detention).scalar_subquery()


def latest_looks(moment: str = "") -> Subquery:
    """Return the looks that count, one per detention and condition: the latest, or the one at `moment`.

    For counts and orders over many detentions at once; it agrees with `condition_status`.
    """
    places = {moment: str(place) for place, moment in enumerate(MOMENTS)}
    order = case(places, value=BasicConditionCheck.moment, else_="") + type_coerce(
        BasicConditionCheck.checked_on, String
    )
    looks = (
        select(
            BasicConditionCheck.detention_id,
            BasicConditionCheck.condition,
            BasicConditionCheck.status,
            func.max(order),  # in SQLite the other columns are those of the row it comes from
        )
        .where(BasicConditionCheck.detention_id.is_not(None))
        .group_by(BasicConditionCheck.detention_id, BasicConditionCheck.condition)
    )
    if moment:
        looks = looks.where(BasicConditionCheck.moment == moment)
    return looks.subquery()


def condition_open(condition: str) -> Clause:
    """Return whether a condition of a detention is not arranged, as far as is known."""
    return func.coalesce(condition_status(condition), "unknown") != "arranged"


def condition_check_due(day: date) -> Clause:
    """Return whether someone who came out should be looked at again on `day`: 6 or 12 months after the release.

    Only where guidance goes on (an open case), and until all five conditions were looked at or the moment passed.
    """
    guided = exists().where(Case.person_id == Detention.person_id, case_open())
    return and_(guided, ~detention_continued(), or_(*(_look_due(moment, day) for moment in AFTER_RELEASE)))


def _look_due(moment: str, day: date) -> Clause:
    looked = (
        select(func.count(BasicConditionCheck.condition.distinct()))
        .where(
            BasicConditionCheck.detention_id == Detention.id,
            BasicConditionCheck.moment == moment,
            BasicConditionCheck.condition.in_(FIVE),
        )
        .correlate(Detention)
        .scalar_subquery()
    )
    return and_(
        Detention.released_on <= add_months(day, -AFTER_RELEASE[moment]),
        Detention.released_on > add_months(day, -NEXT_LOOK[moment]),
        looked < len(FIVE),
    )
