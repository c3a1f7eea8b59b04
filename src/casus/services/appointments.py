# SPDX-License-Identifier: EUPL-1.2
"""Appointments: the one select behind every list of them, and moving one that was planned."""

from sqlalchemy import func, select

from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput
from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS, closed_columns
from casus.vault.tables import Appointment, Facility, Person


def appointment_rows() -> AnySelect:
    """Return the select of all appointments with the person's names and the place (the facility's, else as typed)."""
    return (
        select(
            Appointment.id,
            Appointment.kind,
            Appointment.on,
            Appointment.at_time,
            Appointment.duration_minutes,
            Appointment.person_id,
            Appointment.case_id,
            Appointment.contact_id,
            func.coalesce(Facility.name, Appointment.place).label("place"),
            *NAME_COLUMNS,
            *closed_columns(Appointment.person_id, Appointment.case_id),
        )
        .outerjoin(Person, Person.id == Appointment.person_id)
        .outerjoin(Facility, Facility.id == Appointment.facility_id)
    )


def get_appointment(desk: Desk, appointment_id: str) -> Appointment:
    """Return an appointment, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Appointment, appointment_id)


def update_appointment(
    desk: Desk, appointment_id: str, version: int, data: AppointmentInput
) -> Done[Appointment]:
    """Move an appointment to another moment or place; with whom it is stays.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("appointment_kept").
    """
    check = FormCheck()
    values = clean_moment(check, desk, data)
    with desk.changing(label="update_appointment") as session:
        appointment = fetch(session, Appointment, appointment_id, version)
        if appointment.contact_id is not None:
            raise NotAllowed("appointment_kept", contact_id=appointment.contact_id)
        facility_id = check.known(session, "facility_id", Facility, data.facility_id)
        check.finish()
        for name, value in values.items():
            setattr(appointment, name, value)
        appointment.facility_id = facility_id
    ids = (appointment_id, appointment.case_id, appointment.person_id)
    return Done(appointment, Changes.of(("appointments",), *ids))


def clean_moment(check: FormCheck, desk: Desk, data: AppointmentInput) -> dict[str, object]:
    """Return when and where a contact is planned; the day may not lie behind us."""
    check.day("on", data.on)
    if data.on is not None and data.on < desk.today():
        check.refuse("on", "past")
    return {
        "kind": check.code("kind", "contact_kind", data.kind),
        "on": data.on,
        "at_time": check.time("at_time", data.at_time),
        "duration_minutes": check.number("duration_minutes", data.duration_minutes, last=1440),
        "place": check.line("place", data.place),
        "note": check.text("note", data.note),
    }
