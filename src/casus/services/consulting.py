# SPDX-License-Identifier: EUPL-1.2
"""Consulting hours in facilities: a whole session with its conversations is one change, and is undone as one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import InvalidForm, PossibleDuplicate
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, running_case_of
from casus.services.contacts import keep_appointment, touch_cases
from casus.services.desk import Desk
from casus.services.inputs import ConsultingSessionInput, ConversationInput
from casus.services.naming import NAME_COLUMNS, closed_columns, list_name
from casus.services.persons import store_person
from casus.vault.queries import REACHED
from casus.vault.tables import (
    Appointment,
    ConsultingSession,
    Contact,
    ContactAttendee,
    Facility,
    Person,
    Task,
)

__all__ = [
    "ConsultingSessionInput",
    "Conversation",
    "ConversationInput",
    "SessionView",
    "consulting_session",
    "correct_consulting_session",
    "log_consulting_session",
]

KIND = "consulting_hour"
MOST = 500
_KINDS = ("consulting_sessions", "contacts", "contact_attendees", "persons", "appointments", "cases", "tasks")


@dataclass(frozen=True)
class Conversation:
    """A conversation that was stored, with whom it was."""

    contact_id: str
    version: int
    person_id: str
    name: str
    note: str | None


@dataclass(frozen=True)
class SessionView:
    """A consulting hour as its form shows it; the facility's name, also when it is off the list."""

    record: ConsultingSession
    facility: str
    conversations: tuple[Conversation, ...]


def log_consulting_session(desk: Desk, data: ConsultingSessionInput) -> Done[ConsultingSession]:
    """Record a consulting hour in numbers, and a contact for each conversation whose person is known.

    Someone new is put on file by the same checks as elsewhere. Each line may make the next appointment, and an
    appointment for this day is kept. Raises InvalidForm (fields `lines.0`, `lines.0.note`; rule
    "looks_like_someone" when a new person may be on file) and NotAllowed("role").
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="log_consulting_session") as session:
        values = _numbers(session, desk, data, None)
        record = ConsultingSession(worker_id=desk.worker_id, **values)
        session.add(record)
        session.flush()
        persons = _store_lines(session, desk, record, data.lines)
    return Done(record, Changes.of(_KINDS, record.id, record.facility_id, *persons))


def correct_consulting_session(
    desk: Desk, session_id: str, version: int, data: ConsultingSessionInput
) -> Done[ConsultingSession]:
    """Correct a consulting hour; conversations that are no longer among the lines go, others follow.

    Raises as `log_consulting_session`, and NotFound, StaleRecord (also when a conversation was changed since).
    """
    with desk.changing(label="correct_consulting_session") as session:
        record = fetch(session, ConsultingSession, session_id, version)
        values = _numbers(session, desk, data, record.facility_id)
        for name, value in values.items():
            setattr(record, name, value)
        kept = {line.stored[0] for line in data.lines if line.stored}
        stored = select(Contact).where(Contact.consulting_session_id == session_id)
        for contact in session.scalars(stored).all():
            if contact.id not in kept:
                _remove(session, contact)
        persons = _store_lines(session, desk, record, data.lines)
    return Done(record, Changes.of(_KINDS, record.id, record.facility_id, *persons))


def consulting_session(desk: Desk, session_id: str) -> SessionView:
    """Return a consulting hour with its conversations by name, for the form; raises NotFound."""
    wanted = (
        select(Contact, *NAME_COLUMNS, *closed_columns(Contact.person_id, Contact.case_id))
        .join(Person, Person.id == Contact.person_id)
        .where(Contact.consulting_session_id == session_id)
        .order_by(Person.sort_key, Contact.id)
    )
    with desk.reading() as session:
        record = fetch(session, ConsultingSession, session_id)
        place = fetch(session, Facility, record.facility_id)
        found = tuple(
            Conversation(
                row.Contact.id,
                row.Contact.version,
                row.Contact.person_id,
                list_name(row.surname, row.prefix, row.given_name, row.call_name),
                None if row.dossier_closed else row.Contact.report,
            )
            for row in session.execute(wanted)
        )
    return SessionView(record, place.name, found)


# --- the numbers -----------------------------------------------------------------------------------


def _numbers(
    session: Session, desk: Desk, data: ConsultingSessionInput, before: str | None
) -> dict[str, object]:
    """Return the session's columns; raises InvalidForm with everything that is wrong, lines included."""
    check = FormCheck()
    values: dict[str, object] = {
        "facility_id": _facility(session, check, data.facility_id, before),
        "on": check.past("on", data.on, desk.today()),
        "conversations": check.number("conversations", data.conversations, last=MOST, required=True),
        "new_persons": check.number("new_persons", data.new_persons, last=MOST, required=True),
        "note": check.text("note", data.note),
    }
    if not check.failed:
        _compare(check, data)
    _check_lines(session, check, data)
    check.finish()
    return values


def _facility(session: Session, check: FormCheck, facility_id: str, before: str | None) -> str:
    facility = session.get(Facility, facility_id) if facility_id else None
    if facility is None:
        check.refuse("facility_id", "unknown_record" if facility_id else "required")
    elif facility.removed_on is not None and facility_id != before:
        check.refuse("facility_id", "facility_removed")
    return facility_id


def _compare(check: FormCheck, data: ConsultingSessionInput) -> None:
    new = sum(line.person is not None for line in data.lines)
    if data.new_persons > data.conversations:
        check.refuse("new_persons", "more_than_conversations")
    if data.conversations < len(data.lines):
        check.refuse("conversations", "fewer_than_lines", least=len(data.lines))
    if data.new_persons < new:
        check.refuse("new_persons", "fewer_than_new", least=new)


# --- the conversations -----------------------------------------------------------------------------


def _check_lines(session: Session, check: FormCheck, data: ConsultingSessionInput) -> None:
    seen: set[str] = set()
    for place, line in enumerate(data.lines):
        field = f"lines.{place}"
        if line.person_id:
            check.known(session, field, Person, line.person_id)
            if line.person_id in seen:
                check.refuse(field, "same_person_twice")
            seen.add(line.person_id)
        elif line.person is None:
            check.refuse(field, "nobody_chosen")
        check.text(f"{field}.note", line.note)
        check.day(f"{field}.next_on", line.next_on, required=False)
        check.not_before(f"{field}.next_on", line.next_on, data.on)


def _store_lines(
    session: Session, desk: Desk, record: ConsultingSession, lines: Sequence[ConversationInput]
) -> list[str]:
    """Store each conversation; return whom they were with. Raises InvalidForm for someone new who cannot be."""
    check = FormCheck()
    persons: list[str] = []
    for place, line in enumerate(lines):
        person_id = line.person_id or _newcomer(session, desk, check, f"lines.{place}", line)
        if person_id:
            persons.append(person_id)
            _store(session, desk, record, person_id, line)
    check.finish()
    return persons


def _newcomer(
    session: Session, desk: Desk, check: FormCheck, field: str, line: ConversationInput
) -> str | None:
    if line.person is None:
        return None
    if not (line.person.given_name or line.person.call_name) or not line.person.surname:
        check.refuse(field, "full_name")
        return None
    try:
        return store_person(session, desk, line.person, duplicates_checked=line.surely_new).id
    except InvalidForm as wrong:
        check.within(field, wrong)
    except PossibleDuplicate:
        check.refuse(field, "looks_like_someone")
    return None


def _store(
    session: Session, desk: Desk, record: ConsultingSession, person_id: str, line: ConversationInput
) -> None:
    check = FormCheck()
    note = check.text("note", line.note)
    if line.stored:
        contact = fetch(session, Contact, *line.stored)
    else:
        contact = Contact(
            kind=KIND,
            reached=REACHED,
            initiative="person",
            information_kind="fact",
            consulting_session_id=record.id,
            worker_id=desk.worker_id,
            case_id=running_case_of(session, person_id),
        )
        session.add(contact)
    if contact.person_id not in (None, person_id):  # the line is about someone else now
        _touch_later(session, contact, person_id)
    contact.person_id, contact.on, contact.report = person_id, record.on, note
    contact.facility_id = record.facility_id
    session.flush()
    keep_appointment(session, contact, None)
    if line.next_on is not None:
        session.add(_next(desk, contact, line.next_on))
    touch_cases(session, person_id, contact.case_id)


def _touch_later(session: Session, contact: Contact, person_id: str) -> None:
    before, case_id = contact.person_id, contact.case_id
    contact.person_id, contact.case_id = person_id, running_case_of(session, person_id)
    touch_cases(session, before, case_id)


def _next(desk: Desk, contact: Contact, on: date) -> Appointment:
    return Appointment(
        person_id=contact.person_id,
        case_id=contact.case_id,
        kind=KIND,
        on=on,
        facility_id=contact.facility_id,
        cancelled=False,
        worker_id=desk.worker_id,
    )


def _remove(session: Session, contact: Contact) -> None:
    """Take a conversation out; what was agreed or planned in it stays, and no longer refers to it."""
    for appointment in session.scalars(select(Appointment).where(Appointment.contact_id == contact.id)):
        appointment.contact_id = None
    for task in session.scalars(select(Task).where(Task.contact_id == contact.id)):
        task.contact_id = None
    for attendee in session.scalars(select(ContactAttendee).where(ContactAttendee.contact_id == contact.id)):
        session.delete(attendee)
    session.flush()
    person_id, case_id = contact.person_id, contact.case_id
    session.delete(contact)
    touch_cases(session, person_id, case_id)
