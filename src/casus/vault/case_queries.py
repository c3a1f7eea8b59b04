# SPDX-License-Identifier: EUPL-1.2
"""When a case ran, once, for every list, screen and indicator (see queries.py): read from its history of phases."""

from datetime import date

from sqlalchemy import and_, exists, func, or_, select, tuple_

from casus.domain.periods import Period
from casus.domain.phases import Phase
from casus.vault.another import another
from casus.vault.queries import Clause, registered_once, running_in
from casus.vault.tables import Case, PhaseChange

_OPEN = tuple(phase.value for phase in Phase if phase.is_open)


def case_active_in(period: Period) -> Clause:
    """Return whether a case ran on at least one day of `period`; one that came back did not run in between.

    What ended on a day was still running on it; a case that was registered twice ran once. Before the first step
    of its history a case ran from its start.
    """
    first_on = (
        select(func.min(PhaseChange.on))
        .where(PhaseChange.case_id == Case.id)
        .correlate(Case)
        .scalar_subquery()
    )
    without_history = and_(first_on.is_(None), running_in(Case.opened_on, Case.closed_on, period))
    before_its_first_step = and_(Case.opened_on < first_on, first_on >= period.first)
    return and_(
        registered_once(),
        Case.opened_on <= period.last,
        or_(without_history, before_its_first_step, _open_step_in(period)),
    )


def case_active_on(day: date) -> Clause:
    """Return whether a case ran on `day`."""
    return case_active_in(Period(day, day))


def _open_step_in(period: Period) -> Clause:
    """Return whether a case was in an open phase on a day of `period`, from a step up to and including the next."""
    step, after = another(PhaseChange, "step"), another(PhaseChange, "step_after")
    left_on = (
        select(func.min(after.on))
        .where(
            after.case_id == step.case_id,
            tuple_(after.on, after.created_at, after.id) > tuple_(step.on, step.created_at, step.id),
        )
        .correlate(step)
        .scalar_subquery()
    )
    return (
        exists()
        .where(
            step.case_id == Case.id,
            step.to_phase.in_(_OPEN),
            step.on <= period.last,
            func.coalesce(left_on, period.first) >= period.first,
        )
        .correlate(Case)
    )
