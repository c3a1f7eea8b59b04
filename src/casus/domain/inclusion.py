# SPDX-License-Identifier: EUPL-1.2
"""Who may have a case, and how minors are guarded (domain study 1.3 and its rules 4 and 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from casus.domain.ages import ADULT, age_on, birthday, is_minor
from casus.domain.dates import add_months
from casus.domain.phases import check_reason
from casus.errors import InvalidInput, NotAllowed

_LOWEST = MappingProxyType({"top_x": 12})
SIBLING = "sibling"


@dataclass(frozen=True)
class InclusionPolicy:
    """What an organisation may set: the lowest age per approach, below which age nobody has a case of their own
    (such a child is part of a family at most), below which age a representative acts (AVG article 8, UAVG
    article 5: 16), and the months between two proportionality reviews.
    """

    youngest: int = 12
    lowest_age: Mapping[str, int] = field(default_factory=lambda: _LOWEST)
    representative_below: int = 16
    review_months: int = 6


DEFAULT_POLICY = InclusionPolicy()


@dataclass(frozen=True)
class Candidate:
    """A person for whom a case is asked: birth date, why a minor is included, and who represents them."""

    birth_date: date | None
    minor_reason: str = ""
    has_representative: bool = False


def check_own_case(
    candidate: Candidate, approach: str, on: date, policy: InclusionPolicy = DEFAULT_POLICY
) -> None:
    """Check that this person may have a case of their own in `approach` from day `on`.

    Raises InvalidInput("birth_date", "required") where the approach has a lowest age and none is known,
    NotAllowed("too_young", lowest=...) or ("too_young_for_any", lowest=...), InvalidInput("minor_reason", ...) for a minor without a reason, and
    InvalidInput("representative", "required") for someone under 16 without one.
    """
    lowest = policy.lowest_age.get(approach)
    if candidate.birth_date is None:
        if lowest is not None:
            raise InvalidInput("birth_date", "required")
        return
    age = age_on(candidate.birth_date, on)
    if lowest is not None and age < lowest:
        raise NotAllowed("too_young", lowest=lowest)
    if age < policy.youngest:
        raise NotAllowed("too_young_for_any", lowest=policy.youngest)
    check_minor(candidate, on, policy)


def check_minor(candidate: Candidate, on: date, policy: InclusionPolicy = DEFAULT_POLICY) -> None:
    """Check a minor with a case; raises InvalidInput on "minor_reason" or "representative"."""
    if candidate.birth_date is None or not is_minor(candidate.birth_date, on):
        return
    check_reason("minor_reason", candidate.minor_reason)
    if acts_through_representative(candidate.birth_date, on, policy) and not candidate.has_representative:
        raise InvalidInput("representative", "required")


def is_guarded(birth: date | None, on: date, relation: str = "") -> bool:
    """Return whether someone without a case of their own is kept minimally, and in a family for a reason only.

    So are minors, and brothers and sisters of any age. An unknown birth date counts as a minor's, so that
    leaving it empty is no way around the guard.
    """
    return relation == SIBLING or birth is None or is_minor(birth, on)


def check_family_member(birth: date | None, on: date, reason: str, relation: str = "") -> None:
    """Raise InvalidInput("minor_reason", ...) when a guarded person is put in a family file without a reason."""
    if is_guarded(birth, on, relation):
        check_reason("minor_reason", reason)


def eighteenth_birthday(birth: date | None, from_on: date) -> date | None:
    """Return when it must be judged again whether someone stays in a family they came into as a minor."""
    if birth is None:
        return None
    grown = birthday(birth, ADULT)
    return grown if grown > from_on else None


def acts_through_representative(birth: date, on: date, policy: InclusionPolicy = DEFAULT_POLICY) -> bool:
    """Return whether consent and access requests go through the legal representative on day `on`."""
    return on < birthday(birth, policy.representative_below)


def next_review(day: date, policy: InclusionPolicy = DEFAULT_POLICY) -> date:
    """Return when proportionality is to be judged again: half a year on, at the last day of a shorter month."""
    return add_months(day, policy.review_months)
