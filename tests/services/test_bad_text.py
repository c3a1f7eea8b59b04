# SPDX-License-Identifier: EUPL-1.2
"""Every text field of every use case refuses the list of security.md 5.8, and then nothing was stored."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from sqlalchemy import func, select
from tests.helpers.builders import a_case, a_facility, a_family, a_person, a_programme

from casus.errors import InvalidForm
from casus.services import (
    cases,
    contacts,
    detentions,
    facilities,
    families,
    partners,
    persons,
    plans,
    programmes,
    settings,
    sharing,
    tasks,
)
from casus.services.desk import Desk
from casus.services.inputs import (
    AccessRequestInput,
    ActionInput,
    AgreementInput,
    AppointmentInput,
    AssessmentInput,
    Attendee,
    CaseInput,
    ConsultingSessionInput,
    ContactInput,
    DetentionInput,
    FacilityInput,
    FamilyInput,
    GoalInput,
    MemberInput,
    PartnerInput,
    PlanInput,
    ProgrammeInput,
    ScoreInput,
    SharingInput,
    TaskInput,
    VogInput,
)
from casus.services.records import Case, Facility, Family, Person
from casus.vault.tables import FieldChange
from casus.vault.tables.audit import AuditEntry

DAY = date(2023, 10, 1)
BAD = {
    "nul": "a\x00b",
    "surrogate": "a\ud800b",
    "invisible": "a\u202eb",
    "too_long": "x" * 50_001,
    "control": "a\x07b",
    "marks": "e" + "\u0301" * 40,
}


@dataclass(frozen=True)
class World:
    """Records for the use cases to work on."""

    person: Person
    case: Case
    facility: Facility
    family: Family
    programme_id: str


def contact(field: str) -> Callable[[Desk, World, str], object]:
    def log(desk: Desk, world: World, text: str) -> object:
        values = {"report": "Gesproken.", field: text}
        return contacts.log_contact(desk, "street", ContactInput(world.person.id, on=DAY, **values))

    return log


USE_CASES: dict[str, Callable[[Desk, World, str], object]] = {
    **{
        field: contact(field) for field in ("report", "place", "information_source", "at_time", "next_time")
    },
    "attendees.0": lambda d, w, t: contacts.log_contact(
        d, "street", ContactInput(w.person.id, on=DAY, report="Ja.", attendees=(Attendee(name=t),))
    ),
    "agreements.0.what": lambda d, w, t: contacts.log_contact(
        d, "street", ContactInput(w.person.id, on=DAY, report="Ja.", agreements=(AgreementInput(t),))
    ),
    "agreements.0.who": lambda d, w, t: contacts.log_contact(
        d, "street", ContactInput(w.person.id, on=DAY, report="Ja.", agreements=(AgreementInput("Bellen", t),))
    ),
    "inclusion_note": lambda d, w, t: cases.open_case(
        d, CaseInput(w.person.id, "rio", DAY, ("several_domains",), inclusion_note=t)
    ),
    "informed_note": lambda d, w, t: cases.open_case(
        d, CaseInput(w.person.id, "rio", DAY, ("several_domains",), informed_note=t)
    ),
    "proportionality": lambda d, w, t: cases.open_case(
        d, CaseInput(w.person.id, "rio", DAY, ("several_domains",), proportionality=t)
    ),
    "reason": lambda d, w, t: cases.move_phase(d, w.case.id, "execution", on=DAY, reason=t),
    "note (closing)": lambda d, w, t: cases.close_case(
        d, w.case.id, on=DAY, closure_reason="moved", outcome="unknown", note=t
    ),
    "reasoning": lambda d, w, t: cases.review_case(d, w.case.id, on=DAY, proportionate=True, reasoning=t),
    "reason (restricted)": lambda d, w, t: persons.set_restricted(d, w.person.id, w.person.version, True, t),
    "provider_name": lambda d, w, t: programmes.register_programme(
        d, ProgrammeInput(w.person.id, "work", DAY, provider_name=t)
    ),
    "note (programme)": lambda d, w, t: programmes.register_programme(
        d, ProgrammeInput(w.person.id, "work", DAY, note=t)
    ),
    "reason (programme)": lambda d, w, t: programmes.stop_programme(d, w.programme_id, DAY, t),
    "screening_profile": lambda d, w, t: programmes.open_vog(
        d, VogInput(w.person.id, "work", DAY, screening_profile=t)
    ),
    "note (vog)": lambda d, w, t: programmes.open_vog(d, VogInput(w.person.id, "work", DAY, note=t)),
    "regime": lambda d, w, t: detentions.register_detention(
        d, DetentionInput(w.person.id, w.facility.id, DAY, regime=t)
    ),
    "note (detention)": lambda d, w, t: detentions.register_detention(
        d, DetentionInput(w.person.id, w.facility.id, DAY, note=t)
    ),
    "action": lambda d, w, t: detentions.check_condition(
        d, w.case.id, None, "housing", "entry", "arranged", DAY, action=t
    ),
    "name (facility)": lambda d, w, t: facilities.add_facility(d, FacilityInput(t)),
    "place (facility)": lambda d, w, t: facilities.add_facility(d, FacilityInput("PI Vught", place=t)),
    "note (consulting)": lambda d, w, t: facilities.log_consulting_session(
        d, ConsultingSessionInput(w.facility.id, DAY, 3, note=t)
    ),
    "name (family)": lambda d, w, t: families.register_family(d, FamilyInput(t, DAY)),
    "note (family)": lambda d, w, t: families.register_family(d, FamilyInput("Familie Zand", DAY, note=t)),
    "minor_reason": lambda d, w, t: families.add_member(
        d, MemberInput(w.family.id, w.person.id, "child", DAY, minor_reason=t)
    ),
    "note (assessment)": lambda d, w, t: plans.assess(
        d, AssessmentInput(w.case.id, DAY, "baseline", {"housing": ScoreInput("s3")}, note=t)
    ),
    "scores.housing.note": lambda d, w, t: plans.assess(
        d, AssessmentInput(w.case.id, DAY, "baseline", {"housing": ScoreInput("s3", note=t)})
    ),
    "scores.housing.source": lambda d, w, t: plans.assess(
        d, AssessmentInput(w.case.id, DAY, "baseline", {"housing": ScoreInput("s3", source=t)})
    ),
    "summary": lambda d, w, t: plans.make_plan(d, PlanInput(DAY, t, w.case.id)),
    "discussed_note": lambda d, w, t: plans.make_plan(d, PlanInput(DAY, "Plan", w.case.id, discussed_note=t)),
    "goals.0.title": lambda d, w, t: plans.make_plan(
        d, PlanInput(DAY, "Plan", w.case.id, goals=(GoalInput("housing", t),))
    ),
    "goals.0.actions.0.title": lambda d, w, t: plans.make_plan(
        d, PlanInput(DAY, "Plan", w.case.id, goals=(GoalInput("housing", "Kamer", actions=(ActionInput(t),)),))
    ),
    "goals.0.actions.0.responsible": lambda d, w, t: plans.make_plan(
        d,
        PlanInput(
            DAY, "Plan", w.case.id,
            goals=(GoalInput("housing", "Kamer", actions=(ActionInput("Zoeken", responsible=t),)),),
        ),
    ),
    "title": lambda d, w, t: tasks.add_task(d, TaskInput(t)),
    "owner": lambda d, w, t: tasks.add_task(d, TaskInput("Bellen", owner=t)),
    "note (task)": lambda d, w, t: tasks.add_task(d, TaskInput("Bellen", note=t)),
    "place (appointment)": lambda d, w, t: tasks.add_appointment(
        d, AppointmentInput("office", date(2023, 12, 1), place=t)
    ),
    "note (appointment)": lambda d, w, t: tasks.add_appointment(
        d, AppointmentInput("office", date(2023, 12, 1), note=t)
    ),
    **{
        f"{field} (partner)": lambda d, w, t, field=field: partners.add_partner(  # type: ignore[misc]
            d, PartnerInput(**{"name": "Politie", "kind": "police", field: t})
        )
        for field in ("name", "covenant", "contact_name", "telephone", "email")
    },
    "what": lambda d, w, t: sharing.log_sharing(
        d, SharingInput(w.person.id, t, "consent", DAY, recipient="Politie")
    ),
    "recipient": lambda d, w, t: sharing.log_sharing(
        d, SharingInput(w.person.id, "Adres", "consent", DAY, recipient=t)
    ),
    "basis_note": lambda d, w, t: sharing.log_sharing(
        d, SharingInput(w.person.id, "Adres", "consent", DAY, recipient="Politie", basis_note=t)
    ),
    "note (access)": lambda d, w, t: sharing.receive_access_request(
        d, AccessRequestInput(w.person.id, "access", DAY, note=t)
    ),
    "organisation": lambda d, w, t: settings.set_organisation(d, t),
}  # fmt: skip
NAMES_ONLY_LOOKED_UP = {"at_time": "time", "next_time": "time"}


@pytest.mark.parametrize("name", USE_CASES)
def test_what_must_not_be_stored_is_refused_and_leaves_no_trace(desk: Desk, name: str) -> None:
    person = a_person(desk)
    world = World(
        person, a_case(desk, person), a_facility(desk), a_family(desk), a_programme(desk, person).id
    )
    field = name.split(" ")[0]
    before = state(desk)
    for rule, text in BAD.items():
        with pytest.raises(InvalidForm) as caught:
            USE_CASES[name](desk, world, text)
        found = {error.field: error.rule for error in caught.value.errors}
        assert found[field] == NAMES_ONLY_LOOKED_UP.get(field, rule)
        assert text not in f"{caught.value!s}{[str(error) for error in caught.value.errors]}"
    assert state(desk) == before


def state(desk: Desk) -> tuple[int | None, int | None]:
    """The number of audit entries and of field changes: every change of a record makes one."""
    with desk.reading() as session:
        return session.scalar(select(func.max(AuditEntry.seq))), session.scalar(
            select(func.count(FieldChange.id))
        )
