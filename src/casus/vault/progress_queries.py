# SPDX-License-Identifier: EUPL-1.2
"""How a life domain went, once, for every list, screen and indicator (see queries.py)."""

from sqlalchemy import ColumnElement, SQLColumnExpression, case, or_

from casus.domain.progress import Direction, levels


def progress_between(before: SQLColumnExpression[str], after: SQLColumnExpression[str]) -> ColumnElement[str]:
    """Return how a life domain went from one score to a later one (codes of list domain_progress)."""
    first, latest = (case(levels(), value=score) for score in (before, after))
    return case(
        (or_(first.is_(None), latest.is_(None)), Direction.NOT_COMPARABLE.value),
        (latest > first, Direction.FORWARD.value),
        (latest < first, Direction.BACK.value),
        else_=Direction.SAME.value,
    )
