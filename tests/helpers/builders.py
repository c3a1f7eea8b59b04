# SPDX-License-Identifier: EUPL-1.2
"""Records for tests, made through the use cases themselves, with defaults for all that does not matter."""

from dataclasses import replace
from datetime import date
from typing import Any

from casus.services import cases, contacts, detentions, facilities, families, partners, persons, programmes
from casus.services.desk import Desk
from casus.services.inputs import (
    CaseInput,
    ContactInput,
    DetentionInput,
    FacilityInput,
    FamilyInput,
    HomeVisitInput,
    PartnerInput,
    PersonInput,
    PrisonVisitInput,
    ProgrammeInput,
)
from casus.services.records import (
    Case,
    Contact,
    Detention,
    Facility,
    Family,
    Partner,
    Person,
    Programme,
)

A_PERSON = PersonInput("Younes", "El Amrani", birth_date=date(2004, 3, 1), district="overvecht")
A_CASE = CaseInput("", "top_x", date(2023, 3, 1), ("several_domains",))
A_VISIT = HomeVisitInput(
    "", on=date(2023, 10, 30), at_time="14:00", report="Koffie gedronken, gaat redelijk."
)


def a_person(desk: Desk, **changes: Any) -> Person:
    """Register a person (19 years old, Overvecht), whoever looks like them."""
    return persons.register_person(desk, replace(A_PERSON, **changes), duplicates_checked=True).value


def a_case(desk: Desk, person: Person | None = None, **changes: Any) -> Case:
    """Open a Top X case on 1 March 2023, for a new person unless one is given."""
    person = person or a_person(desk)
    return cases.open_case(desk, replace(A_CASE, person_id=person.id, **changes)).value


def a_home_visit(desk: Desk, case: Case | None = None, **changes: Any) -> Contact:
    """Log a home visit of 30 October 2023 that reached the person, in a new case unless one is given."""
    case = case or a_case(desk)
    visit = replace(A_VISIT, **{"person_id": case.person_id, "case_id": case.id, **changes})
    return contacts.log_home_visit(desk, visit).value


def a_contact(desk: Desk, kind: str, case: Case, **changes: Any) -> Contact:
    """Log a contact of another kind."""
    data = ContactInput(case.person_id, case.id, date(2023, 10, 30), report="Kort gesproken.")
    return contacts.log_contact(desk, kind, replace(data, **changes)).value


def a_facility(desk: Desk, name: str = "PI Nieuwegein", **changes: Any) -> Facility:
    """Add a prison."""
    return facilities.add_facility(desk, replace(FacilityInput(name), **changes)).value


def a_detention(
    desk: Desk, person: Person | None = None, facility: Facility | None = None, **changes: Any
) -> Detention:
    """Register that someone is inside since 1 September 2023."""
    person, facility = person or a_person(desk), facility or a_facility(desk)
    data = DetentionInput(person.id, facility.id, date(2023, 9, 1))
    return detentions.register_detention(desk, replace(data, **changes)).value


def a_prison_visit(desk: Desk, detention: Detention, **changes: Any) -> Contact:
    """Log a visit to someone inside."""
    data = PrisonVisitInput(
        detention.person_id, on=date(2023, 10, 30), report="Plannen besproken.", detention_id=detention.id
    )
    return contacts.log_prison_visit(desk, replace(data, **changes)).value


def a_programme(desk: Desk, person: Person | None = None, **changes: Any) -> Programme:
    """Register someone for a work programme on 1 June 2023."""
    person = person or a_person(desk)
    data = ProgrammeInput(person.id, "work", date(2023, 6, 1), provider_name="Leerwerkplaats")
    return programmes.register_programme(desk, replace(data, **changes)).value


def a_family(desk: Desk, name: str = "Familie De Wit", **changes: Any) -> Family:
    """Register a family."""
    return families.register_family(desk, replace(FamilyInput(name, date(2023, 2, 1)), **changes)).value


def a_partner(desk: Desk, name: str = "Buurtteam Overvecht", kind: str = "neighbourhood_team") -> Partner:
    """Add a partner."""
    return partners.add_partner(desk, PartnerInput(name, kind)).value
