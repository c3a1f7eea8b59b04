# SPDX-License-Identifier: EUPL-1.2
"""Who is still followed: what the program asks for by itself stops with the last case; part of queries.py."""

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, exists, not_, or_
from sqlalchemy.orm import InstrumentedAttribute

from casus.vault.another import another
from casus.vault.tables import Case, VogProcedure

Clause = ColumnElement[bool]
TERM_MISSED = timedelta(weeks=2)
"""How long a term to object that has passed is still shown as one to do something about."""


def still_followed(person_id: InstrumentedAttribute[str]) -> Clause:
    """Return whether anyone may still be asked to do something about this person: not all their cases have ended.

    Someone without any case is followed for another reason (a consulting hour). What the program asks for by
    itself stops with the last case and is asked again after a reopening, without anything being stored.
    """
    theirs, running = another(Case, "ended_case"), another(Case, "running_case")
    ended = exists().where(theirs.person_id == person_id)
    going = exists().where(running.person_id == person_id, running.closed_on.is_(None))
    return or_(not_(ended), going)


def vog_deadline_due(day: date) -> Clause:
    """Return whether a term of Justis or of the applicant ends on or before `day`, and still matters.

    A term to object that ended two weeks before `day` matters no more: the refusal stands.
    """
    over = and_(VogProcedure.status == "refused", VogProcedure.due_on < day - TERM_MISSED)
    return and_(VogProcedure.due_on <= day, not_(over), still_followed(VogProcedure.person_id))
