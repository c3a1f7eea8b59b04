# SPDX-License-Identifier: EUPL-1.2
"""Terms of the certificate of conduct (VOG): when Justis must have decided, until when one may object."""

from datetime import date, timedelta

DECISION = timedelta(weeks=4)
"""Justis decides within four weeks when nothing is on record (justis.nl, beoordeling, besluit en bezwaar)."""

DECISION_WITH_FACTS = timedelta(weeks=8)
"""And within eight weeks when there are facts to weigh: an intended refusal shows that there are."""

OBJECTION = timedelta(weeks=6)
"""Objection and appeal: six weeks (Awb article 6:7)."""

_PENDING = ("applied", "intended_refusal")


def decision_due(applied: date, *, facts: bool) -> date:
    """Return the last day on which Justis may decide on an application of day `applied`."""
    return applied + (DECISION_WITH_FACTS if facts else DECISION)


def objection_until(decided: date) -> date:
    """Return the last day to object to a decision sent on `decided`, or to appeal."""
    return decided + OBJECTION


def is_overdue(status: str, applied: date | None, today: date) -> bool:
    """Return whether a decision is late: an application is pending (list vog_status) and its term has passed."""
    if applied is None or status not in _PENDING:
        return False
    return today > decision_due(applied, facts=status == "intended_refusal")
