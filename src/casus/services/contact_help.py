# SPDX-License-Identifier: EUPL-1.2
"""Who may have been at a contact, and whom a record that is in view is about."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from casus.errors import NotFound
from casus.services.closed_records import refuse_closed
from casus.services.desk import Desk
from casus.services.handed_over import forbid_work
from casus.services.naming import NAME_COLUMNS, closed_columns, name_of_row, names_of, person_name
from casus.vault.queries import case_open, member_on
from casus.vault.tables import (
    Appointment,
    Case,
    Contact,
    ContactAttendee,
    Detention,
    FamilyMember,
    Partner,
    Person,
    Programme,
    Task,
    VogProcedure,
)

_MOST = 12


@dataclass(frozen=True)
class Suggestion:
    """Someone who may have been there; `role` is a code: person, representative, family_relation or partner_kind."""

    kind: str  # person | partner | name
    record_id: str | None
    name: str
    role: str


def attendee_suggestions(desk: Desk, record_id: str) -> list[Suggestion]:
    """Return who may have been there, for a case or a person: themselves, family, representative, partners.

    Partners and typed names come from earlier contacts, the most frequent first. Raises NotFound, and
    NotAllowed("restricted") for a closed dossier.
    """
    with desk.reading() as session:
        case = session.get(Case, record_id)
        person = session.get(Person, case.person_id if case else record_id)
        if person is None:
            raise NotFound("persons", record_id)
        refuse_closed(session, person.id, case.id if case else None)
        found = [Suggestion("person", person.id, person_name(person), "person")]
        found += _family(session, person, case, desk.today())
        if person.representative_id and all(person.representative_id != other.record_id for other in found):
            for one, name in names_of(session, [person.representative_id]).items():
                found.append(Suggestion("person", one, name, "representative"))
        found += _earlier(session, person.id, case)
    return found[:_MOST]


def _family(session: Session, person: Person, case: Case | None, day: date) -> list[Suggestion]:
    families = select(FamilyMember.family_id).where(FamilyMember.person_id == person.id, member_on(day))
    wanted: ColumnElement[bool] = FamilyMember.family_id.in_(families)
    if case is not None and case.family_id:
        wanted = or_(wanted, FamilyMember.family_id == case.family_id)
    rows = session.execute(
        select(Person.id, *NAME_COLUMNS, FamilyMember.relation, *closed_columns(Person.id))
        .join(FamilyMember, FamilyMember.person_id == Person.id)
        .where(wanted, member_on(day), Person.id != person.id)
        .order_by(Person.sort_key)
    )
    return [
        Suggestion("person", row.id, name_of_row(row), "" if row.dossier_closed else row.relation)
        for row in rows
    ]


def _earlier(session: Session, person_id: str, case: Case | None) -> list[Suggestion]:
    often = func.count().desc()
    there = select(Partner.id, Partner.name, Partner.kind).join(
        ContactAttendee, ContactAttendee.partner_id == Partner.id
    )
    of_person = (Contact.id == ContactAttendee.contact_id) & (Contact.person_id == person_id)
    partners = [
        Suggestion("partner", row.id, row.name, row.kind)
        for row in session.execute(
            there.join(Contact, of_person).group_by(Partner.id).order_by(often, Partner.name)
        )
    ]
    referring = (
        session.get(Partner, case.referring_partner_id) if case and case.referring_partner_id else None
    )
    if referring is not None and all(partner.record_id != referring.id for partner in partners):
        partners.append(Suggestion("partner", referring.id, referring.name, referring.kind))
    names = session.execute(
        select(ContactAttendee.name)
        .join(Contact, of_person)
        .where(ContactAttendee.name.is_not(None))
        .group_by(ContactAttendee.name)
        .order_by(often, ContactAttendee.name)
    )
    return partners + [Suggestion("name", None, name or "", "name") for (name,) in names]


@dataclass(frozen=True)
class Subject:
    """Whom a record is about: person and case by id, and the person's name."""

    person_id: str
    case_id: str | None
    name: str


_ABOUT_SOMEONE: tuple[type[Any], ...] = (Case, Appointment, Task, Detention, Programme, VogProcedure, Contact)


def subject_of(desk: Desk, record_id: str) -> Subject:
    """Return whom a person, case, or record about one of them is about; a person's newest open case.

    Raises NotFound when it is about nobody, NotAllowed "restricted" for a closed dossier, "handed_over" or
    "offered_sealed" for a case that is not worked on here.
    """
    with desk.reading() as session:
        person = session.get(Person, record_id)
        if person is not None:
            refuse_closed(session, person.id)
            return _to_work_on(session, person, _newest_case(session, person.id))
        for table in _ABOUT_SOMEONE:
            record = session.get(table, record_id)
            if record is None or record.person_id is None:
                continue
            person = session.get_one(Person, record.person_id)
            case_id = record.id if isinstance(record, Case) else record.case_id
            refuse_closed(session, person.id, case_id)
            return _to_work_on(session, person, case_id or _newest_case(session, person.id))
    raise NotFound("persons", record_id)


def _to_work_on(session: Session, person: Person, case_id: str | None) -> Subject:
    if case_id is not None:
        forbid_work(session, case_id)
    return Subject(person.id, case_id, person_name(person))


def _newest_case(session: Session, person_id: str) -> str | None:
    return session.scalar(
        select(Case.id)
        .where(Case.person_id == person_id, case_open())
        .order_by(Case.opened_on.desc(), Case.id)
        .limit(1)
    )
