# SPDX-License-Identifier: EUPL-1.2
"""A contact that was recorded, afterwards: read for a form, corrected, or deleted when it was a mistake."""

from dataclasses import dataclass

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.contact_form import CleanContact, clean_contact
from casus.services.contacts import add_attendees, touch_cases
from casus.services.desk import Desk
from casus.services.inputs import Attendee, ContactInput
from casus.services.naming import names_of
from casus.vault.tables import (
    Appointment,
    Attachment,
    Contact,
    ContactAttendee,
    DataSharing,
    Partner,
    Task,
)

_KINDS = ("contacts", "contact_attendees", "cases", "tasks", "appointments", "attachments")


@dataclass(frozen=True)
class RecordedContact:
    """A contact, and who was there by name."""

    contact: Contact
    attendees: tuple[tuple[Attendee, str], ...]


def get_contact(desk: Desk, contact_id: str) -> Contact:
    """Return a contact, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Contact, contact_id)


def recorded_contact(desk: Desk, contact_id: str) -> RecordedContact:
    """Return a contact with who was there and what they are called; raises NotFound."""
    with desk.reading() as session:
        contact = fetch(session, Contact, contact_id)
        found = session.execute(
            _attendees(contact_id)
            .add_columns(Partner.name)
            .outerjoin(Partner, Partner.id == ContactAttendee.partner_id)
        )
        rows = found.all()
        names = names_of(session, [one.person_id for one, _partner in rows if one.person_id])
        there = [
            (
                Attendee(one.person_id, one.partner_id, one.name),
                one.name or partner or names.get(one.person_id or "", ""),
            )
            for one, partner in rows
        ]
    return RecordedContact(contact, tuple(there))


def attendees_of(desk: Desk, contact_id: str) -> tuple[Attendee, ...]:
    """Return who was there."""
    with desk.reading() as session:
        records = session.scalars(_attendees(contact_id))
        return tuple(Attendee(record.person_id, record.partner_id, record.name) for record in records)


def correct_contact(desk: Desk, contact_id: str, version: int, data: ContactInput) -> Done[Contact]:
    """Correct a contact that was recorded; its agreements and next appointment are records of their own.

    Raises InvalidForm, NotFound, StaleRecord.
    """
    with desk.changing(label="correct_contact") as session:
        contact = fetch(session, Contact, contact_id, version)
        apply_contact(session, contact, clean_contact(session, desk, contact.kind, data))
    return Done(contact, Changes.of(_KINDS, contact_id, contact.case_id, contact.person_id))


def apply_contact(session: Session, contact: Contact, clean: CleanContact) -> None:
    """Give a contact what was made fit to store, as part of a use case that does more."""
    for name, value in clean.values.items():
        setattr(contact, name, value)
    for attendee in session.scalars(_attendees(contact.id)):
        session.delete(attendee)
    session.flush()
    add_attendees(session, contact.id, clean.attendees)
    touch_cases(session, contact.person_id, contact.case_id)


def delete_contact(desk: Desk, contact_id: str, version: int) -> Done[Contact]:
    """Delete a contact that was recorded by mistake; what was agreed and its documents stay in the dossier.

    An appointment it reported is open again. Raises NotFound, StaleRecord.
    """
    with desk.changing(label="delete_contact") as session:
        contact = fetch(session, Contact, contact_id, version)
        for attendee in session.scalars(_attendees(contact_id)):
            session.delete(attendee)
        for agreed in session.scalars(select(Task).where(Task.contact_id == contact_id)):
            agreed.contact_id = None
        for planned in session.scalars(select(Appointment).where(Appointment.contact_id == contact_id)):
            planned.contact_id = None
        for document in session.scalars(select(Attachment).where(Attachment.contact_id == contact_id)):
            document.contact_id = None
        for shared in session.scalars(select(DataSharing).where(DataSharing.contact_id == contact_id)):
            shared.contact_id = None
        session.flush()
        session.delete(contact)
        touch_cases(session, contact.person_id, contact.case_id)
    return Done(contact, Changes.of(_KINDS, contact_id, contact.case_id, contact.person_id))


def _attendees(contact_id: str) -> Select[ContactAttendee]:
    return (
        select(ContactAttendee)
        .where(ContactAttendee.contact_id == contact_id)
        .order_by(ContactAttendee.created_at, ContactAttendee.id)
    )
