# SPDX-License-Identifier: EUPL-1.2
"""What "limited" means for a case, and "still to be told" for a recipient, once for lists, numbers and guards."""

from sqlalchemy import and_, exists, or_

from casus.vault.queries import Clause
from casus.vault.tables import Case, Correction, Objection, RecipientNotice

UPHELD = "upheld"


def objection_limits() -> Clause:
    """Return whether an objection limits its case: not decided yet, or upheld and not lifted (GDPR 18, 21)."""
    return and_(Objection.ended_on.is_(None), or_(Objection.decision.is_(None), Objection.decision == UPHELD))


def case_limited() -> Clause:
    """Return whether work on a case is limited now, by an objection or a restriction the person asked for."""
    return exists().where(Objection.case_id == Case.id, objection_limits()).correlate(Case)


def notice_open() -> Clause:
    """Return whether a recipient of data that changed still has to be told (GDPR article 19)."""
    return RecipientNotice.outcome.is_(None)


def correction_open() -> Clause:
    """Return whether a correction still asks for a decision, or for being carried out."""
    unfinished = and_(Correction.decision.in_(CHANGING), Correction.carried_out_on.is_(None))
    return or_(Correction.decision.is_(None), unfinished)


ERASING = ("removed", "erased")
"""Decisions after which nothing of the old value may be left anywhere."""
CHANGING = (*ERASING, "kept")
"""Decisions that still have to be carried out in the record."""
