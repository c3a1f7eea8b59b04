# SPDX-License-Identifier: EUPL-1.2
"""The last day a case is kept follows from its approach's term, its dates and what was decided; here only."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.domain.policy import Policy
from casus.domain.retention import CaseDates, keep_until
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.vault.tables import Case, Record

CHANGED = "retention_terms"
"""The label of what changed because the terms did, and not because someone did anything to a case."""


def dates_of(case: Case) -> CaseDates:
    """Return the days the term of a case depends on."""
    return CaseDates(
        case.opened_on, case.closed_on, case.last_contact_on, case.legal_hold, case.extended_until
    )


def until_of(case: Case, policy: Policy) -> date | None:
    """Return the last day a case is kept; None while it is open or held."""
    return keep_until(dates_of(case), policy.term_of(case.approach))


def settle(case: Case, policy: Policy) -> None:
    """Let the last day of a case follow from everything it depends on; what was decided ends with a reopening."""
    if case.closed_on is None:
        case.extended_until = None
    case.retain_until = until_of(case, policy)


def settle_touched(session: Session, touched: Iterable[Record], policy: Policy) -> None:
    """Let the last day of every case that a transaction touched follow again."""
    for case in {one.id: one for one in touched if isinstance(one, Case)}.values():
        if case in session:
            settle(case, policy)
    session.flush()


def settle_all(session: Session, policy: Policy) -> list[str]:
    """Let the last day of every case follow again; return the ids of those that changed."""
    found = differing(session, policy)
    for case_id in found:
        settle(session.get_one(Case, case_id), policy)
    return found


def differing(session: Session, policy: Policy) -> list[str]:
    """Return the ids of the cases whose last day is another one than follows from their dates."""
    ended = or_(Case.closed_on.is_not(None), Case.retain_until.is_not(None))
    rows = session.execute(
        select(
            Case.id, Case.approach, Case.retain_until, Case.opened_on, Case.closed_on, Case.last_contact_on,
            Case.legal_hold, Case.extended_until,
        ).where(ended)
    )  # fmt: skip
    found = []
    for case_id, approach, until, opened, closed, last_contact, held, extended in rows:
        dates = CaseDates(opened, closed, last_contact, held, extended)
        if until != keep_until(dates, policy.term_of(approach)):
            found.append(case_id)
    return found


def settle_terms(desk: Desk) -> Done[int]:
    """Let every case follow the terms that are in force now; return how many got another last day."""
    with desk.reading() as session:
        found = differing(session, desk.policy)
    if not found:
        return Done(0, Changes())
    with desk.changing(label=CHANGED) as session:
        changed = settle_all(session, desk.policy)
    return Done(len(changed), Changes.of(("cases",), *changed))
