# SPDX-License-Identifier: EUPL-1.2
"""Family members without a case of their own, and when the reason to have them on file ends (domain.md 5, rule 4).

A place in a family ends when someone leaves it, when the family's case closes, or at the review of the eighteenth
birthday, whichever comes first. Who has several places stays until the last of them ends.
"""

from datetime import date

from sqlalchemy import ColumnElement, Date, Subquery, case, exists, func, not_, or_, select, type_coerce

from casus.vault.another import another
from casus.vault.closed import AnyColumn
from casus.vault.queries import case_open, destruction_names
from casus.vault.tables import Case, Family, FamilyMember, Person

_NEVER = date(9999, 12, 31)


def leaving() -> Subquery:
    """Return (person_id, leaves_on) of every relative for whom a day is known; who represents somebody is none."""
    day = func.max(_place_ends())
    return (
        select(FamilyMember.person_id, type_coerce(day, Date).label("leaves_on"))
        .join(Family, Family.id == FamilyMember.family_id)
        .where(not_(_has_case()), not_(_represents()))
        .group_by(FamilyMember.person_id)
        .having(day < _NEVER.isoformat())
        .subquery("leaving")
    )


def family_held(person_id: AnyColumn) -> ColumnElement[bool]:
    """Return whether a case of a family someone belongs or belonged to is on legal hold."""
    member, held = another(FamilyMember, "held_member"), another(Case, "held_case")
    return exists().where(member.person_id == person_id, held.family_id == member.family_id, held.legal_hold)


def relative_proposed(person_id: ColumnElement[str]) -> ColumnElement[bool]:
    """Return whether the destruction of a relative was proposed, and nobody answered that yet."""
    return person_id.in_(destruction_names("relatives"))


def _place_ends() -> ColumnElement[str]:
    """The day a place in a family ends, as text; of what is not known, a day that never comes."""
    days = (FamilyMember.until_on, Family.ended_on, FamilyMember.review_on, _last_case_closed())
    return func.min(*(func.coalesce(func.date(day), _NEVER.isoformat()) for day in days))


def _last_case_closed() -> ColumnElement[date | None]:
    """The day the last case of a family closed; nothing while one of the family or its members runs."""
    whose, member = another(Case, "family_case"), another(FamilyMember, "present_member")
    members = select(member.person_id).where(member.family_id == Family.id, member.until_on.is_(None))
    running = exists().where(
        or_(Case.family_id == Family.id, Case.person_id.in_(members.correlate(Family))), case_open()
    )
    last = select(func.max(whose.closed_on)).where(whose.family_id == Family.id).correlate(Family)
    return case((not_(running.correlate(Family)), last.scalar_subquery()))


def _has_case() -> ColumnElement[bool]:
    own = another(Case, "own_case")
    return exists().where(own.person_id == FamilyMember.person_id).correlate(FamilyMember)


def _represents() -> ColumnElement[bool]:
    stands_for = another(Person, "represented")
    return exists().where(stands_for.representative_id == FamilyMember.person_id).correlate(FamilyMember)
