# SPDX-License-Identifier: EUPL-1.2
"""The one select behind every list of appointments: when, what, with whom, where."""

from sqlalchemy import func, select

from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS
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
        )
        .outerjoin(Person, Person.id == Appointment.person_id)
        .outerjoin(Facility, Facility.id == Appointment.facility_id)
    )
