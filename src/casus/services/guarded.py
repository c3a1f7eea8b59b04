# SPDX-License-Identifier: EUPL-1.2
"""Guarded people: minors, and brothers and sisters, who are in a family without a case of their own.

Of them the vault holds a name, a birth date and a place in the family, and why; nothing else (domain rules 4
and 5). The district is not typed but follows from the family.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.inclusion import SIBLING, eighteenth_birthday, is_guarded
from casus.services.checks import FormCheck
from casus.services.inputs import PersonInput
from casus.vault.queries import member_now
from casus.vault.tables import Case, FamilyMember, Person, PersonAlias

_RELATIVE = "family_member"
_MORE = ("telephone", "email", "street", "house_number", "postcode", "city", "representative_id", "note")


def has_case(session: Session, person_id: str) -> bool:
    """Return whether a person has or had a case of their own."""
    return session.scalar(select(Case.id).where(Case.person_id == person_id).limit(1)) is not None


def refuse_more(
    session: Session, check: FormCheck, data: PersonInput, today: date, own_id: str | None
) -> None:
    """Refuse ("guarded") every field of a guarded person that holds more than name and birth date."""
    if not _guarded(session, data, today, own_id):
        return
    for name in _MORE:
        if getattr(data, name):
            check.refuse(name, "guarded")
    if data.interpreter:
        check.refuse("interpreter", "guarded")
    if data.language != "nl":
        check.refuse("language", "guarded")
    if data.aliases:
        check.refuse("aliases", "guarded")


def more_on_file(session: Session, person: Person) -> bool:
    """Return whether more than a name and a birth date is on file about somebody."""
    if any(getattr(person, name) for name in _MORE) or person.interpreter or person.language != "nl":
        return True
    alias = select(PersonAlias.id).where(PersonAlias.person_id == person.id).limit(1)
    return session.scalar(alias) is not None


def follow_birth_date(session: Session, person: Person) -> None:
    """Set the eighteenth-birthday review of each membership anew, after the birth date was changed."""
    current = select(FamilyMember).where(FamilyMember.person_id == person.id, member_now())
    for member in session.scalars(current):
        member.review_on = eighteenth_birthday(person.birth_date, member.from_on)


def _guarded(session: Session, data: PersonInput, today: date, own_id: str | None) -> bool:
    sibling = own_id is not None and SIBLING in _relations(session, own_id)
    if not (sibling or data.role == _RELATIVE):
        return False
    if own_id is not None and has_case(session, own_id):
        return False
    return is_guarded(data.birth_date, today, SIBLING if sibling else "")


def _relations(session: Session, person_id: str) -> set[str]:
    wanted = select(FamilyMember.relation).where(FamilyMember.person_id == person_id, member_now())
    return set(session.scalars(wanted))
