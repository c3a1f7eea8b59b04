# SPDX-License-Identifier: EUPL-1.2
"""What the forms for contacts must satisfy, and their values made fit to store."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import AgreementInput, Attendee, ContactInput, PrisonVisitInput
from casus.vault.queries import REACHED
from casus.vault.tables import Appointment, Case, ConsultingSession, Detention, Facility, Partner, Person


@dataclass(frozen=True)
class CleanContact:
    """The columns of a contact, who was there, what was agreed, and the next appointment."""

    values: dict[str, object]
    attendees: tuple[Attendee, ...]
    agreements: tuple[AgreementInput, ...]
    next_on: date | None
    next_time: str | None
    next_kind: str


def clean_contact(session: Session, desk: Desk, kind: str, data: ContactInput) -> CleanContact:
    """Check every field; raises InvalidForm, and NotFound when the person is not on file."""
    check = FormCheck()
    check.code("kind", "contact_kind", kind)
    fetch(session, Person, data.person_id)
    values = _values(check, data, desk.today())
    values["case_id"] = known_case(session, check, data.case_id, data.person_id)
    if isinstance(data, PrisonVisitInput):
        values |= _inside(session, check, data)
    _within_case(session, check, data)
    check.day("next_on", data.next_on, required=bool(data.next_time))
    if data.next_on is not None and data.on is not None and data.next_on < data.on:
        check.refuse("next_on", "next_before")
    check.known(session, "appointment_id", Appointment, data.appointment_id)
    clean = CleanContact(
        values,
        _attendees(session, check, data),
        tuple(_agreement(check, place, data.on, item) for place, item in enumerate(data.agreements)),
        data.next_on,
        check.time("next_time", data.next_time),
        check.optional_code("next_kind", "contact_kind", data.next_kind) or kind,
    )
    check.finish()
    return clean


def _within_case(session: Session, check: FormCheck, data: ContactInput) -> None:
    """A closed case takes a late report of what was before its end, and nothing that has still to be done."""
    case = session.get(Case, data.case_id) if data.case_id else None
    if case is None or case.closed_on is None:
        return
    if data.on is not None and data.on > case.closed_on:
        check.refuse("on", "after_closing")
    for place in range(len(data.agreements)):
        check.refuse(f"agreements.{place}.what", "nothing_to_do")
    if data.next_on is not None:
        check.refuse("next_on", "nothing_to_do")


def _values(check: FormCheck, data: ContactInput, today: date) -> dict[str, object]:
    reached = check.code("reached", "reached", data.reached)
    report = (
        check.needed_text("report", data.report) if reached == REACHED else check.text("report", data.report)
    )
    source = check.line("information_source", data.information_source)
    if data.information_kind == "source" and not source:
        check.refuse("information_source", "required")
    return {
        "person_id": data.person_id,
        "on": check.past("on", data.on, today),
        "at_time": check.time("at_time", data.at_time),
        "duration_minutes": check.number("duration_minutes", data.duration_minutes, last=1440),
        "place": check.line("place", data.place),
        "reached": reached,
        "initiative": check.code("initiative", "initiative", data.initiative),
        "report": report or None,
        "information_kind": check.code("information_kind", "information_kind", data.information_kind),
        "information_source": source,
        "legal_basis": check.optional_code("legal_basis", "legal_basis", data.legal_basis),
    }


def _inside(session: Session, check: FormCheck, data: PrisonVisitInput) -> dict[str, object]:
    facility_id = check.known(session, "facility_id", Facility, data.facility_id)
    known = check.known(session, "detention_id", Detention, data.detention_id)
    detention = session.get(Detention, known) if known else None
    if detention is not None and detention.person_id != data.person_id:
        check.refuse("detention_id", "other_person")
    elif detention is not None:
        facility_id = facility_id or detention.facility_id
    if facility_id is None:
        check.refuse("facility_id", "required")
    hour = check.known(session, "consulting_session_id", ConsultingSession, data.consulting_session_id)
    return {"facility_id": facility_id, "consulting_session_id": hour}


def _attendees(session: Session, check: FormCheck, data: ContactInput) -> tuple[Attendee, ...]:
    found = []
    for place, attendee in enumerate(data.attendees):
        field = f"attendees.{place}"
        person_id = check.known(session, field, Person, attendee.person_id)
        partner_id = check.known(session, field, Partner, attendee.partner_id)
        name = check.line(field, attendee.name)
        if sum(map(bool, (person_id, partner_id, name))) != 1:
            check.refuse(field, "one_of")
        found.append(Attendee(person_id, partner_id, name))
    return tuple(dict.fromkeys(found))


def _agreement(check: FormCheck, place: int, on: date | None, item: AgreementInput) -> AgreementInput:
    field = f"agreements.{place}"
    what = check.needed_line(f"{field}.what", item.what)
    who = check.line(f"{field}.who", item.who)
    due_on = check.day(f"{field}.due_on", item.due_on, required=False)
    if due_on is not None and on is not None and due_on < on:
        check.refuse(f"{field}.due_on", "due_before")
    return AgreementInput(what, who, due_on)
