# SPDX-License-Identifier: EUPL-1.2
"""What "forward", "same" and "back" mean between two scores of one life domain; there is no total.

The one definition: screens ask `direction`, queries over many persons ask `vault.progress_queries.progress_between`,
and a test holds that the two agree on every pair of scores.
"""

from enum import StrEnum

from casus.domain.codelists import codelist

SCALE = "domain_score"


class Direction(StrEnum):
    """The codes of list `domain_progress`."""

    FORWARD = "forward"
    SAME = "same"
    BACK = "back"
    NOT_COMPARABLE = "not_comparable"


def level(score: str | None) -> int | None:
    """Return the step on the scale, 1-5; None for "unknown", "not applicable" and no score."""
    code = codelist(SCALE).get(score) if score else None
    return code.number("value") if code is not None else None


def levels() -> dict[str, int]:
    """Return the step of every score that is on the scale."""
    steps = ((code.code, code.number("value")) for code in codelist(SCALE))
    return {code: value for code, value in steps if value is not None}


def direction(before: str | None, after: str | None) -> Direction:
    """Return how a life domain went from one score to a later one; both have to be on the scale."""
    first, latest = level(before), level(after)
    if first is None or latest is None:
        return Direction.NOT_COMPARABLE
    if latest == first:
        return Direction.SAME
    return Direction.FORWARD if latest > first else Direction.BACK
