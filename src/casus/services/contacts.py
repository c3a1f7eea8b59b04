# SPDX-License-Identifier: EUPL-1.2
"""Contacts: home visits, prison visits, calls and meetings; reached or not, with what was agreed."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from casus.services.changes import Changes, Done
from casus.services.contact_form import CleanContact, clean_contact
from casus.services.contact_help import Suggestion, attendee_suggestions
from casus.services.desk import Desk
from casus.services.inputs import AgreementInput, Attendee, ContactInput, HomeVisitInput, PrisonVisitInput
from casus.vault.queries import appointment_open, case_open, contact_with_person
from casus.vault.tables import Appointment, Case, Contact, ContactAttendee, Task

__all__ = [
    "AgreementInput",
    "Attendee",
    "ContactInput",
    "HomeVisitInput",
    "PrisonVisitInput",
    "Suggestion",
    "attendee_suggestions",
    "log_contact",
    "log_home_visit",
    "log_prison_visit",
]

HOME_VISIT, PRISON_VISIT = "home_visit", "prison_visit"
_KINDS = ("contacts", "contact_attendees", "cases", "tasks", "appointments")


def log_home_visit(desk: Desk, data: HomeVisitInput) -> Done[Contact]:
    """Record a home visit; see `log_contact`."""
    return log_contact(desk, HOME_VISIT, data)


def log_prison_visit(desk: Desk, data: PrisonVisitInput) -> Done[Contact]:
    """Record a visit in a facility; the facility may follow from the detention. See `log_contact`."""
    return log_contact(desk, PRISON_VISIT, data)


def log_contact(desk: Desk, kind: str, data: ContactInput) -> Done[Contact]:
    """Record a contact of a kind of list contact_kind, with its agreements as tasks and the next appointment.

    Someone who was reached needs a report; someone who was not needs nothing more than that. The day may
    not lie in the future. The last contact of the case (without a case: of all the person's open cases)
    follows from the contacts that reached the person. An open appointment of this kind on this day counts
    as kept. Raises InvalidForm (fields of an agreement are named `agreements.0.what`) and NotFound.
    """
    with desk.changing(label=f"log_{kind}") as session:
        clean = clean_contact(session, desk, kind, data)
        contact = Contact(kind=kind, worker_id=desk.worker_id, **clean.values)
        session.add(contact)
        session.flush()
        add_attendees(session, contact.id, clean.attendees)
        session.add_all(_task(desk, contact, agreement) for agreement in clean.agreements)
        keep_appointment(session, contact, data.appointment_id)
        if clean.next_on is not None:
            session.add(_appointment(desk, contact, clean))
        touch_cases(session, contact.person_id, contact.case_id)
    return Done(contact, Changes.of(_KINDS, contact.id, contact.case_id, contact.person_id))


def add_attendees(session: Session, contact_id: str, attendees: Iterable[Attendee]) -> None:
    """Write down who was there."""
    session.add_all(
        ContactAttendee(
            contact_id=contact_id,
            person_id=attendee.person_id,
            partner_id=attendee.partner_id,
            name=attendee.name,
        )
        for attendee in attendees
    )


def _task(desk: Desk, contact: Contact, agreement: AgreementInput) -> Task:
    return Task(
        title=agreement.what,
        owner=agreement.who,
        worker_id=None if agreement.who else desk.worker_id,
        case_id=contact.case_id,
        person_id=contact.person_id,
        contact_id=contact.id,
        due_on=agreement.due_on,
        recurrence="none",
        source="agreement",
        status="open",
    )


def _appointment(desk: Desk, contact: Contact, clean: CleanContact) -> Appointment:
    """The next appointment: in the same place when it is of the same kind."""
    same = clean.next_kind == contact.kind
    return Appointment(
        person_id=contact.person_id,
        case_id=contact.case_id,
        kind=clean.next_kind,
        on=clean.next_on,
        at_time=clean.next_time,
        place=contact.place if same else None,
        facility_id=contact.facility_id if same else None,
        cancelled=False,
        worker_id=desk.worker_id,
    )


def keep_appointment(session: Session, contact: Contact, appointment_id: str | None) -> None:
    """Count an open appointment as kept: the one named, else one of this kind on this day."""
    if appointment_id:
        appointment = session.get(Appointment, appointment_id)
    else:
        same_day = select(Appointment).where(
            Appointment.person_id == contact.person_id,
            Appointment.kind == contact.kind,
            Appointment.on == contact.on,
            appointment_open(),
        )
        appointment = session.scalar(same_day.order_by(Appointment.at_time, Appointment.id).limit(1))
    if appointment is not None:
        appointment.contact_id = contact.id


def touch_cases(session: Session, person_id: str, case_id: str | None) -> None:
    """Let the last contact of the case (or of all the person's open cases) follow from the contacts on file."""
    session.flush()
    mine = Case.id == case_id if case_id else (Case.person_id == person_id) & case_open()
    for case in session.scalars(select(Case).where(mine)):
        case.last_contact_on = last_contact_of(session, case)


def last_contact_of(session: Session, case: Case) -> date | None:
    """Return the day of the last contact with the person, in this case or in none in particular."""
    return session.scalar(
        select(func.max(Contact.on)).where(
            Contact.person_id == case.person_id,
            or_(Contact.case_id == case.id, Contact.case_id.is_(None)),
            contact_with_person(),
        )
    )
