# SPDX-License-Identifier: EUPL-1.2
"""One person out of two, within one transaction: references, what was there twice, fields, other names, the index."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Select, UniqueConstraint, select
from sqlalchemy.orm import Session

from casus.domain.inclusion import SIBLING, eighteenth_birthday, is_guarded
from casus.domain.names import fold, sort_key
from casus.domain.phases import Closing, Phase
from casus.services.case_phases import Move, carry_out
from casus.services.contacts import last_contact_of
from casus.services.desk import Desk
from casus.services.guarded import has_case
from casus.services.indexing import reindex
from casus.services.merging.conflicts import CASE, Clash, overlap, stays_of
from casus.services.merging.fields import LEFT, FieldPair, full_name, result
from casus.services.merging.references import ids_of, keys_to, references
from casus.vault.queries import REGISTERED_TWICE, appointment_open, task_open
from casus.vault.row_digest import layout_of
from casus.vault.tables import (
    Appointment,
    Case,
    Contact,
    ContactAttendee,
    Detention,
    FamilyMember,
    NotDuplicate,
    Person,
    PersonAlias,
    Record,
    Task,
)


def close_twice(
    session: Session, desk: Desk, found: tuple[Clash, ...], choices: Mapping[str, str], words: str
) -> None:
    """Close the running case that was recorded twice; the person has it all by now, so nothing of them ends.

    Of such a case the open tasks, the coming appointments and the contacts go to the case that stays open, so
    that nothing is cancelled and the last contact is right; all else stays readable in the closed one.
    """
    for clash in found:
        left_stays = choices[clash.key] == LEFT
        if clash.kind == CASE:
            stays, goes = (clash.left_id, clash.right_id) if left_stays else (clash.right_id, clash.left_id)
            _close(session, desk, stays, goes, words)
    session.flush()


def clear_stays(
    session: Session, kept_id: str, other_id: str, choices: Mapping[str, str], found: tuple[Clash, ...]
) -> None:
    """Take one of two stays at the same time away; what belonged to it goes to the other. Days are not mixed."""
    chosen = {clash.right_id: choices[clash.key] for clash in found if clash.kind != CASE}
    for stay in stays_of(session, other_id):
        same = [one for one in stays_of(session, kept_id) if overlap(one, stay)]
        if not same:
            continue
        if chosen.get(stay.id, LEFT) == LEFT:
            _replace(session, stay, same[0])
        else:
            for one in same:
                _replace(session, one, stay)
        session.flush()


def move_references(session: Session, kept: Person, other: Person) -> None:
    """Let everything that points at the one who goes point at the one who stays; what that one has, goes."""
    for reference in references():
        for record_id in ids_of(session, reference, other.id):
            record = session.get(reference.record_class, record_id)
            if record is None or record_id in (kept.id, other.id):
                continue
            if _is_there(session, record, reference.column, kept.id):
                session.delete(record)
            else:
                setattr(record, reference.column, kept.id)
    session.flush()


def _is_there(session: Session, record: Record, column: str, kept_id: str) -> bool:
    """Tell whether the one who stays has a record that may not be there twice, by a rule of its table."""
    table = layout_of(type(record)).table
    for rule in table.constraints:
        if not isinstance(rule, UniqueConstraint) or column not in rule.columns:
            continue
        same = [one == getattr(record, one.key) for one in rule.columns if one.key != column]
        if session.scalar(select(table.c.id).where(table.c[column] == kept_id, *same)) is not None:
            return True
    return False


def unite(session: Session, kept: Person) -> None:
    """Make one of what the person now has twice: places in a family, being there at a contact, other names."""
    _unite_places(session, kept)
    seen: set[object] = set()
    attended = select(ContactAttendee).where(ContactAttendee.person_id == kept.id)
    for one in session.scalars(attended.order_by(ContactAttendee.created_at, ContactAttendee.id)):
        _once(session, one, (one.contact_id, one.name), seen)
    seen.clear()
    for alias in session.scalars(_aliases(kept.id)):
        _once(session, alias, alias.folded, seen)
    seen.clear()
    pairs = select(NotDuplicate).where(
        (NotDuplicate.first_id == kept.id) | (NotDuplicate.second_id == kept.id)
    )
    for pair in session.scalars(pairs.order_by(NotDuplicate.id)):
        ids = frozenset((pair.first_id, pair.second_id))
        if len(ids) == 1:
            session.delete(pair)
        else:
            _once(session, pair, ids, seen)
    session.flush()


def fill_fields(
    session: Session,
    desk: Desk,
    kept: Person,
    other: Person,
    pairs: tuple[FieldPair, ...],
    choices: Mapping[str, str],
) -> None:
    """Give the one who stays the chosen fields; the names that were not chosen become other names."""
    names = dict.fromkeys((full_name(kept), full_name(other)))
    calls = dict.fromkeys(one.call_name for one in (kept, other) if one.call_name)
    for pair in pairs:
        for column, value in result(pair, choices).items():
            if getattr(kept, column) != value:
                setattr(kept, column, value)
    if kept.representative_id in (kept.id, other.id):
        kept.representative_id = None
    kept.sort_key = sort_key(kept.surname, kept.prefix or "", kept.given_name or kept.call_name or "")
    for member in session.scalars(select(FamilyMember).where(FamilyMember.person_id == kept.id)):
        if member.until_on is None and kept.birth_date is not None:
            review = eighteenth_birthday(kept.birth_date, member.from_on)
            if member.review_on != review and member.review_on is not None:
                member.review_on = review
    session.flush()
    if _is_guarded(session, desk, kept):
        return
    there = {one.folded for one in session.scalars(_aliases(kept.id))} | {fold(full_name(kept))}
    for name in (*names, *(call for call in calls if call != kept.call_name)):
        if fold(name) not in there:
            there.add(fold(name))
            session.add(PersonAlias(person_id=kept.id, name=name, folded=fold(name)))
    session.flush()


def derive(session: Session, person_ids: tuple[str, ...], case_ids: Iterable[str]) -> None:
    """Work out anew the last contact of these cases, and what is findable of these persons."""
    for case_id in case_ids:
        case = session.get_one(Case, case_id)
        last = last_contact_of(session, case)
        if case.last_contact_on != last:
            case.last_contact_on = last
    session.flush()
    reindex(session, "persons", person_ids)


def cases_met_later(session: Session, person_id: str) -> list[str]:
    """Return the cases of a person whose last contact was later than they know."""
    cases = session.scalars(select(Case).where(Case.person_id == person_id)).all()
    lasts = {one.id: last_contact_of(session, one) for one in cases}
    return [
        one.id
        for one in cases
        if (last := lasts[one.id]) is not None and (one.last_contact_on is None or last > one.last_contact_on)
    ]


def _close(session: Session, desk: Desk, stays_id: str, goes_id: str, words: str) -> None:
    case = session.get_one(Case, goes_id)
    for query in (
        select(Task).where(Task.case_id == goes_id, task_open()),
        select(Appointment).where(Appointment.case_id == goes_id, appointment_open()),
        select(Contact).where(Contact.case_id == goes_id),
    ):
        record: Task | Appointment | Contact
        for record in session.scalars(query):
            record.case_id = stays_id
    session.flush()
    on = max(desk.today(), case.opened_on, case.phase_since)
    if Phase(case.phase) is Phase.REOPENED:  # a step of its own, as the rules of phases ask
        carry_out(session, desk, case, Move(Phase.EXECUTION, on))
        session.flush()
    carry_out(session, desk, case, Move(Phase.CLOSED, on, words, Closing(REGISTERED_TWICE, "unknown"), words))
    session.flush()


def _replace(session: Session, goes: Detention, stays: Detention) -> None:
    for reference in keys_to("detentions"):
        table = reference.record_class
        column = getattr(table, reference.column)
        for record in session.scalars(select(table).where(column == goes.id)):
            setattr(record, reference.column, stays.id)
    session.flush()
    session.delete(goes)


def _unite_places(session: Session, kept: Person) -> None:
    places = select(FamilyMember).where(FamilyMember.person_id == kept.id)
    by_family: dict[str, list[FamilyMember]] = {}
    for place in session.scalars(places.order_by(FamilyMember.from_on, FamilyMember.id)):
        earlier = by_family.setdefault(place.family_id, [])
        before = earlier[-1] if earlier else None
        if before is None or (before.until_on is not None and before.until_on < place.from_on):
            earlier.append(place)
            continue
        if before.until_on is not None:
            before.until_on = None if place.until_on is None else max(before.until_on, place.until_on)
        before.minor_reason = before.minor_reason or place.minor_reason
        before.review_on = before.review_on or place.review_on
        session.delete(place)


def _once(session: Session, record: Record, key: object, seen: set[object]) -> None:
    if key in seen:
        session.delete(record)
    seen.add(key)


def _is_guarded(session: Session, desk: Desk, person: Person) -> bool:
    """Tell whether nothing but a name and a birth date may be on file (services.guarded)."""
    wanted = select(FamilyMember.id).where(
        FamilyMember.person_id == person.id, FamilyMember.until_on.is_(None), FamilyMember.relation == SIBLING
    )
    sibling = session.scalar(wanted.limit(1)) is not None
    if has_case(session, person.id) or not (sibling or person.role == "family_member"):
        return False
    return is_guarded(person.birth_date, desk.today(), SIBLING if sibling else "")


def _aliases(person_id: str) -> Select[PersonAlias]:
    wanted = select(PersonAlias).where(PersonAlias.person_id == person_id)
    return wanted.order_by(PersonAlias.created_at, PersonAlias.id)
