# SPDX-License-Identifier: EUPL-1.2
"""Facilities in the Netherlands and abroad."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.indexing import index_facility, unindex_facility
from casus.services.inputs import FacilityInput
from casus.vault.tables import Facility


def facilities(desk: Desk, *, country: str | None = None, keep: str | None = None) -> list[Facility]:
    """Return the facilities in use, by name; of one country when asked; `keep` also when it was removed."""
    in_use = Facility.removed_on.is_(None)
    wanted = select(Facility).where(or_(in_use, Facility.id == keep)).order_by(Facility.name)
    if country is not None:
        wanted = wanted.where(Facility.country == country)
    with desk.reading() as session:
        return list(session.scalars(wanted))


def all_facilities(desk: Desk) -> list[Facility]:
    """Return every facility, those in use first, by name."""
    with desk.reading() as session:
        return list(
            session.scalars(select(Facility).order_by(Facility.removed_on.is_not(None), Facility.name))
        )


def get_facility(desk: Desk, facility_id: str) -> Facility:
    """Return a facility, for its form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Facility, facility_id)


def add_facility(desk: Desk, data: FacilityInput) -> Done[Facility]:
    """Add a facility. Raises InvalidForm, NotAllowed("facility_exists") for the same name in the same country."""
    facility = Facility(**_clean(data))
    with desk.changing(label="add_facility") as session:
        _refuse_second(session, facility)
        session.add(facility)
        session.flush()
        index_facility(session, facility)
    return _done(facility)


def update_facility(desk: Desk, facility_id: str, version: int, data: FacilityInput) -> Done[Facility]:
    """Change a facility, also in the dossiers that name it.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("facility_exists").
    """
    values = _clean(data)
    with desk.changing(label="update_facility") as session:
        facility = fetch(session, Facility, facility_id, version)
        for name, value in values.items():
            setattr(facility, name, value)
        if facility.removed_on is None:
            _refuse_second(session, facility)
            session.flush()
            index_facility(session, facility)
    return _done(facility)


def remove_facility(desk: Desk, facility_id: str) -> Done[Facility]:
    """Take a facility out of the lists to choose from; what names it already keeps it. Raises NotFound."""
    with desk.changing(label="remove_facility") as session:
        facility = fetch(session, Facility, facility_id)
        facility.removed_on = desk.today()
        unindex_facility(session, facility)
    return _done(facility)


def restore_facility(desk: Desk, facility_id: str) -> Done[Facility]:
    """Put a removed facility back on the list. Raises NotFound, NotAllowed("facility_exists")."""
    with desk.changing(label="restore_facility") as session:
        facility = fetch(session, Facility, facility_id)
        _refuse_second(session, facility)
        facility.removed_on = None
        session.flush()
        index_facility(session, facility)
    return _done(facility)


def _clean(data: FacilityInput) -> dict[str, object]:
    check = FormCheck()
    values: dict[str, object] = {
        "name": check.needed_line("name", data.name),
        "kind": check.code("kind", "facility_kind", data.kind),
        "country": check.code("country", "country", data.country),
        "place": check.line("place", data.place),
    }
    check.finish()
    return values


def _refuse_second(session: Session, facility: Facility) -> None:
    same_country = select(Facility).where(Facility.country == facility.country, Facility.removed_on.is_(None))
    with session.no_autoflush:
        for other in session.scalars(same_country):
            if other is not facility and fold(other.name) == fold(facility.name):
                raise NotAllowed("facility_exists", facility_id=other.id)


def _done(facility: Facility) -> Done[Facility]:
    return Done(facility, Changes.of(("facilities",), facility.id))
