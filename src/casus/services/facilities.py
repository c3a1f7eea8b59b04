# SPDX-License-Identifier: EUPL-1.2
"""Facilities in the Netherlands and abroad, and the consulting hours held in them."""

from sqlalchemy import select

from casus.domain.names import fold
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.indexing import index_facility, unindex_facility
from casus.services.inputs import ConsultingSessionInput, FacilityInput
from casus.vault.tables import ConsultingSession, Facility


def facilities(desk: Desk, *, country: str | None = None) -> list[Facility]:
    """Return the facilities in use, by name; of one country when asked."""
    wanted = select(Facility).where(Facility.removed_on.is_(None)).order_by(Facility.name)
    if country is not None:
        wanted = wanted.where(Facility.country == country)
    with desk.reading() as session:
        return list(session.scalars(wanted))


def add_facility(desk: Desk, data: FacilityInput) -> Done[Facility]:
    """Add a facility. Raises InvalidForm, NotAllowed("facility_exists") for the same name in the same country."""
    check = FormCheck()
    facility = Facility(
        name=check.needed_line("name", data.name),
        kind=check.code("kind", "facility_kind", data.kind),
        country=check.code("country", "country", data.country),
        place=check.line("place", data.place),
    )
    check.finish()
    with desk.changing(label="add_facility") as session:
        same_country = select(Facility).where(Facility.country == data.country, Facility.removed_on.is_(None))
        for other in session.scalars(same_country):
            if fold(other.name) == fold(facility.name):
                raise NotAllowed("facility_exists", facility_id=other.id)
        session.add(facility)
        session.flush()
        index_facility(session, facility)
    return Done(facility, Changes.of(("facilities",), facility.id))


def remove_facility(desk: Desk, facility_id: str) -> Done[Facility]:
    """Take a facility out of the lists to choose from; what names it already keeps it. Raises NotFound."""
    with desk.changing(label="remove_facility") as session:
        facility = fetch(session, Facility, facility_id)
        facility.removed_on = desk.today()
        unindex_facility(session, facility)
    return Done(facility, Changes.of(("facilities",), facility.id))


def log_consulting_session(desk: Desk, data: ConsultingSessionInput) -> Done[ConsultingSession]:
    """Record a consulting hour in numbers; the conversations themselves are contacts.

    Raises InvalidForm and NotFound (the facility).
    """
    check = FormCheck()
    values: dict[str, object] = {
        "facility_id": data.facility_id,
        "on": check.past("on", data.on, desk.today()),
        "conversations": check.number("conversations", data.conversations, last=500, required=True),
        "new_persons": check.number("new_persons", data.new_persons, last=500, required=True),
        "note": check.text("note", data.note),
    }
    if not check.failed and data.new_persons > data.conversations:
        check.refuse("new_persons", "more_than_conversations")
    check.finish()
    with desk.changing(label="log_consulting_session") as session:
        fetch(session, Facility, data.facility_id)
        record = ConsultingSession(worker_id=desk.worker_id, **values)
        session.add(record)
    return Done(record, Changes.of(("consulting_sessions",), record.id, record.facility_id))
