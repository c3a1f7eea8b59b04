# SPDX-License-Identifier: EUPL-1.2
"""Who may have a case, and how minors are guarded (domain study 1.3 and its rules 4 and 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from casus.domain.ages import age_on, birthday, is_minor
from casus.domain.dates import add_months
from casus.domain.phases import check_reason
from casus.errors import InvalidInput, NotAllowed

_LOWEST = MappingProxyType({"top_x": 12})


@dataclass(frozen=True)
class InclusionPolicy:
    """What an organisation may set: the youngest age per approach, below which age a representative acts
    (AVG article 8, UAVG article 5: 16), and the months between two proportionality reviews.
    """

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
    NotAllowed("too_young", lowest=...), InvalidInput("minor_reason", ...) for a minor without a reason, and
    InvalidInput("representative", "required") for someone under 16 without one.
    """
    lowest = policy.lowest_age.get(approach)
    if candidate.birth_date is None:
        if lowest is not None:
            raise InvalidInput("birth_date", "required")
        return
    if lowest is not None and age_on(candidate.birth_date, on) < lowest:
        raise NotAllowed("too_young", lowest=lowest)
    check_minor(candidate, on, policy)


def check_minor(candidate: Candidate, on: date, policy: InclusionPolicy = DEFAULT_POLICY) -> None:
    """Check a minor with a case; raises InvalidInput on "minor_reason" or "representative"."""
    if candidate.birth_date is None or not is_minor(candidate.birth_date, on):
        return
    check_reason("minor_reason", candidate.minor_reason)
    if acts_through_representative(candidate.birth_date, on, policy) and not candidate.has_representative:
        raise InvalidInput("representative", "required")


def check_family_member(birth: date | None, on: date, reason: str) -> None:
    """Raise InvalidInput("minor_reason", ...) when a minor is put in a family file without a reason.

    An unknown birth date counts as a minor's, so that leaving it empty is no way around the guard.
    """
    if birth is None or is_minor(birth, on):
        check_reason("minor_reason", reason)


def acts_through_representative(birth: date, on: date, policy: InclusionPolicy = DEFAULT_POLICY) -> bool:
    """Return whether consent and access requests go through the legal representative on day `on`."""
    return on < birthday(birth, policy.representative_below)


def next_review(day: date, policy: InclusionPolicy = DEFAULT_POLICY) -> date:
    """Return when proportionality is to be judged again: half a year on, at the last day of a shorter month."""
    return add_months(day, policy.review_months)
