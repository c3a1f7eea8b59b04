# SPDX-License-Identifier: EUPL-1.2
"""In which vault a record counts, once a colleague has the case: with them, and no longer here (see queries.py)."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import CompoundSelect, and_, exists, not_, or_, select, union
from sqlalchemy.orm import InstrumentedAttribute, Session

from casus.vault.another import another
from casus.vault.queries import Clause
from casus.vault.tables import (
    Case,
    Contact,
    Detention,
    Family,
    FamilyMember,
    Programme,
    Transfer,
    VogProcedure,
)

_ACCEPTED, _AT_ONCE = "accepted", 500
WITHOUT_CASE: tuple[Any, ...] = (Contact, Detention, Programme, VogProcedure)
"""What is counted of a person and need not be in a case."""


def counted_here(case_id: InstrumentedAttribute[str] | InstrumentedAttribute[str | None]) -> Clause:
    """Return whether what belongs to this case, or to none, is counted in this vault: a colleague has not got it."""
    elsewhere = another(Case, "handed_over_case")
    return or_(
        case_id.is_(None),
        case_id.not_in(select(elsewhere.id).where(elsewhere.transferred_on.is_not(None))),
    )


def record_counted_here(kind: Any) -> Clause:
    """Return whether a record of a person, in a case or in none, is counted in this vault.

    What was on file of a person without a case went along with the case of theirs that a colleague has, and is
    counted there.
    """
    return and_(counted_here(kind.case_id), or_(kind.case_id.is_not(None), not_(_went_along(kind))))


def family_counted_here() -> Clause:
    """Return whether a family is counted in this vault: not when all its cases here are with a colleague by now."""
    return or_(Family.id.not_in(_families(elsewhere=True)), Family.id.in_(_families(elsewhere=False)))


def counted_elsewhere(session: Session, person_ids: Collection[str]) -> frozenset[str]:
    """Return the ids of what is on file here and is counted by a colleague: families, and records without a case of
    these persons. It stays so when the case with which they went is no longer on file here.
    """
    found = set(session.scalars(select(Family.id).where(not_(family_counted_here()))))
    wanted = sorted(person_ids)
    for at in range(0, len(wanted), _AT_ONCE):
        block = wanted[at : at + _AT_ONCE]
        for kind in WITHOUT_CASE:
            mine = select(kind.id).where(kind.person_id.in_(block), kind.case_id.is_(None), _went_along(kind))
            found |= set(session.scalars(mine))
    return frozenset(found)


def still_here(session: Session, ids: Collection[str]) -> frozenset[str]:
    """Return which of these records, of the kinds that `counted_elsewhere` names, are on file."""
    found: set[str] = set()
    wanted = sorted(ids)
    for at in range(0, len(wanted), _AT_ONCE):
        for kind in (Family, *WITHOUT_CASE):
            found |= set(session.scalars(select(kind.id).where(kind.id.in_(wanted[at : at + _AT_ONCE]))))
    return frozenset(found)


def _went_along(kind: Any) -> Clause:
    """Return whether a record was on file when a case of its person went to the colleague who has it now."""
    elsewhere, sent = another(Case, "went_case"), another(Transfer, "went_offer")
    return (
        exists()
        .where(
            elsewhere.person_id == kind.person_id,
            elsewhere.transferred_on.is_not(None),
            sent.case_id == elsewhere.id,
            sent.status == _ACCEPTED,
            kind.created_at <= sent.created_at,
        )
        .correlate(kind)
    )


def _families(*, elsewhere: bool) -> CompoundSelect[Any]:
    """Return the families of the cases that are with a colleague, or of those that are not; each set is made once."""
    one, member = another(Case, "family_case"), another(FamilyMember, "case_member")
    where = one.transferred_on.is_not(None) if elsewhere else one.transferred_on.is_(None)
    of_case = select(one.family_id).where(where, one.family_id.is_not(None))
    of_person = select(member.family_id).where(
        member.person_id == one.person_id, member.until_on.is_(None), one.family_id.is_(None), where
    )
    return union(of_case, of_person)
