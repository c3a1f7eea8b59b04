# SPDX-License-Identifier: EUPL-1.2
"""Contacts: a visit in one go, with who was there, what was agreed, and when to come back."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import (
    a_case,
    a_contact,
    a_detention,
    a_facility,
    a_family,
    a_home_visit,
    a_partner,
    a_person,
    a_prison_visit,
)
from tests.helpers.records import changes_of

from casus.errors import InvalidForm, NotFound, StaleRecord
from casus.services import cases, contact_changes, contacts, dossier, next_attempt, tasks, today
from casus.services.desk import Desk
from casus.services.families import add_member
from casus.services.inputs import AgreementInput, AppointmentInput, Attendee, ContactInput, MemberInput

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_a_visit_brings_tasks_an_appointment_and_the_last_contact(desk: Desk, reopen: Reopen) -> None:
    case, mother, team = a_case(desk), a_person(desk, given_name="Salma"), a_partner(desk)
    visit = a_home_visit(
        desk, case,
        attendees=(Attendee(person_id=mother.id), Attendee(partner_id=team.id), Attendee(name="buurman")),
        agreements=(
            AgreementInput("Belt de school", "Younes", date(2023, 11, 3)),
            AgreementInput("Regelt ID-bewijs"),
        ),
        next_on=date(2023, 11, 6), next_time="10.30", duration_minutes=45, place="Thuis",
    )  # fmt: skip
    again = reopen(desk)
    kept = contact_changes.get_contact(again, visit.id)
    assert (kept.on, kept.at_time, kept.duration_minutes, kept.reached) == (
        date(2023, 10, 30),
        "14:00",
        45,
        "yes",
    )
    assert kept.report == "Koffie gedronken, gaat redelijk."
    assert set(contact_changes.attendees_of(again, visit.id)) == {
        Attendee(mother.id, None, None), Attendee(None, team.id, None), Attendee(None, None, "buurman"),
    }  # fmt: skip
    assert {(row.title, row.owner, row.due_on, row.source) for row in tasks.open_tasks(again)} == {
        ("Belt de school", "Younes", date(2023, 11, 3), "agreement"),
        ("Regelt ID-bewijs", None, None, "agreement"),
    }
    page = dossier.open_dossier(again, case.id)
    assert page.now.next_appointment is not None
    assert (page.now.next_appointment.on, page.now.next_appointment.at_time) == (date(2023, 11, 6), "10:30")
    assert page.now.last_contact_on == date(2023, 10, 30)
    item = page.timeline[0]
    assert set(item.people) == {"El Amrani, Salma", "Buurtteam Overvecht", "buurman"}
    assert item.codes == {"contact_kind": "home_visit", "reached": "yes", "information_kind": "fact"}


@pytest.mark.parametrize("reached", ["not_at_home", "refused", "cancelled"])
def test_not_reached_needs_no_report_and_is_no_contact(desk: Desk, reached: str) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 10, 1))
    a_home_visit(desk, case, reached=reached, report=None)
    assert cases.get_case(desk, case.id).last_contact_on == date(2023, 10, 1)
    assert dossier.open_dossier(desk, case.id).timeline[0].codes["reached"] == reached


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"report": " \n"}, {"report": "required"}),
        ({"on": date(2023, 11, 2)}, {"on": "future"}),
        ({"on": None}, {"on": "required"}),
        ({"on": date(1822, 1, 1)}, {"on": "date"}),
        ({"at_time": "25:00"}, {"at_time": "time"}),
        ({"reached": "misschien"}, {"reached": "unknown_code"}),
        ({"duration_minutes": 2000}, {"duration_minutes": "number"}),
        ({"information_kind": "source"}, {"information_source": "required"}),
        ({"next_on": date(2023, 10, 1)}, {"next_on": "next_before"}),
        ({"next_time": "10:00"}, {"next_on": "required"}),
        ({"attendees": (Attendee(),)}, {"attendees.0": "one_of"}),
        ({"attendees": (Attendee(person_id="f" * 32),)}, {"attendees.0": "unknown_record"}),
        ({"agreements": (AgreementInput(" "),)}, {"agreements.0.what": "required"}),
        (
            {"agreements": (AgreementInput("Bellen"), AgreementInput("Bellen", due_on=date(2023, 1, 1)))},
            {"agreements.1.due_on": "due_before"},
        ),
        (
            {"report": "", "on": date(2024, 1, 1), "place": "a\x00"},
            {"report": "required", "on": "future", "place": "nul"},
        ),
    ],
)
def test_a_visit_that_cannot_be_is_refused_and_leaves_nothing(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    case = a_case(desk)
    with pytest.raises(InvalidForm) as caught:
        a_home_visit(desk, case, **changes)
    assert errors_of(caught.value) == errors
    page = dossier.open_dossier(desk, case.id)
    assert [item.kind for item in page.timeline] == ["phase"]
    assert tasks.open_tasks(desk) == []


def test_the_case_must_be_the_persons_own(desk: Desk) -> None:
    case, other = a_case(desk), a_person(desk, given_name="Sam")
    with pytest.raises(InvalidForm) as caught:
        a_home_visit(desk, case, person_id=other.id)
    assert errors_of(caught.value) == {"case_id": "other_person"}
    with pytest.raises(NotFound):
        a_home_visit(desk, case, person_id="f" * 32)


def test_without_a_case_all_open_cases_of_the_person_move_along(desk: Desk) -> None:
    person = a_person(desk)
    first, second = a_case(desk, person), a_case(desk, person, approach="rio")
    cases.move_phase(desk, second.id, "referred", on=date(2023, 5, 1), reason="Hoort bij een ander.")
    contacts.log_contact(desk, "street", ContactInput(person.id, on=date(2023, 10, 1), report="Groette."))
    assert cases.get_case(desk, first.id).last_contact_on == date(2023, 10, 1)
    assert cases.get_case(desk, second.id).last_contact_on is None


def test_an_earlier_visit_logged_late_does_not_move_the_last_contact_back(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case)
    a_home_visit(desk, case, on=date(2023, 9, 1))
    assert cases.get_case(desk, case.id).last_contact_on == date(2023, 10, 30)


def test_a_visit_keeps_the_appointment_it_was_planned_as(desk: Desk) -> None:
    case = a_case(desk)
    tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, "14:00", case_id=case.id))
    assert today.today(desk).counts["appointments"] == 1
    a_home_visit(desk, case, on=TODAY)
    assert today.today(desk).appointments == ()


def test_a_prison_visit_knows_its_facility_from_the_detention(desk: Desk, reopen: Reopen) -> None:
    detention = a_detention(desk)
    visit = a_prison_visit(desk, detention)
    page = dossier.open_dossier(reopen(desk), detention.person_id)
    item = next(item for item in page.timeline if item.id == visit.id)
    assert (item.codes["contact_kind"], item.place) == ("prison_visit", "PI Nieuwegein")
    assert page.now.inside == "PI Nieuwegein"


def test_a_prison_visit_without_a_facility_or_to_someone_elses_cell_is_refused(desk: Desk) -> None:
    detention = a_detention(desk)
    with pytest.raises(InvalidForm) as caught:
        a_prison_visit(desk, detention, detention_id=None)
    assert errors_of(caught.value) == {"facility_id": "required"}
    other = a_person(desk, given_name="Sam")
    with pytest.raises(InvalidForm) as caught:
        a_prison_visit(desk, detention, person_id=other.id)
    assert errors_of(caught.value)["detention_id"] == "other_person"
    assert a_prison_visit(
        desk, detention, detention_id=None, facility_id=a_facility(desk, "JVA Kleve", country="de").id
    )


def test_a_correction_replaces_the_report_recounts_the_last_contact_and_keeps_the_old_words(
    desk: Desk, reopen: Reopen
) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 9, 1))
    visit = a_home_visit(desk, case, attendees=(Attendee(name="moeder"),))
    data = ContactInput(case.person_id, case.id, date(2023, 10, 29), reached="not_at_home")
    contact_changes.correct_contact(desk, visit.id, visit.version, data)
    with pytest.raises(StaleRecord):
        contact_changes.correct_contact(desk, visit.id, visit.version, data)
    again = reopen(desk)
    kept = contact_changes.get_contact(again, visit.id)
    assert (kept.on, kept.report, kept.reached, kept.kind) == (
        date(2023, 10, 29),
        None,
        "not_at_home",
        "home_visit",
    )
    assert contact_changes.attendees_of(again, visit.id) == ()
    assert cases.get_case(again, case.id).last_contact_on == date(2023, 9, 1)
    changed = {row.field: row.old for row in changes_of(again, visit.id)}
    assert changed["report"] == "Koffie gedronken, gaat redelijk."


def test_the_next_attempt_is_a_working_day_later_each_time_and_another_weekday(desk: Desk) -> None:
    case = a_case(desk)
    monday = date(2023, 10, 23)
    first = next_attempt.propose_next_attempt(desk, case.person_id, monday)
    a_home_visit(desk, case, on=monday, reached="not_at_home", report=None)
    a_home_visit(desk, case, on=date(2023, 10, 25), reached="not_at_home", report=None)
    second = next_attempt.propose_next_attempt(desk, case.person_id, date(2023, 10, 25))
    assert first == date(2023, 10, 26) or first.weekday() < 5
    assert first > monday
    assert second > date(2023, 10, 25)
    assert second.weekday() not in (5, 6, monday.weekday(), date(2023, 10, 25).weekday())
    assert (second - date(2023, 10, 25)) > (first - monday)


def test_who_may_have_been_there_are_family_representative_partners_and_names_used_before(desk: Desk) -> None:
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1), role="family_member")
    uncle = a_person(desk, given_name="Omar", birth_date=date(1975, 1, 1), role="representative")
    person = a_person(desk, representative_id=uncle.id)
    case = a_case(desk, person, referring_partner_id=a_partner(desk, "Politie", "police").id)
    family = a_family(desk)
    for member, relation in ((person, "child"), (mother, "parent")):
        add_member(desk, MemberInput(family.id, member.id, relation, date(2023, 3, 1)))
    a_home_visit(desk, case, attendees=(Attendee(name="buurman"), Attendee(partner_id=a_partner(desk).id)))
    found = [(one.kind, one.name, one.role) for one in contacts.attendee_suggestions(desk, case.id)]
    assert found == [
        ("person", "El Amrani, Younes", "person"),
        ("person", "El Amrani, Salma", "parent"),
        ("person", "El Amrani, Omar", "representative"),
        ("partner", "Buurtteam Overvecht", "neighbourhood_team"),
        ("partner", "Politie", "police"),
        ("name", "buurman", "name"),
    ]
    assert contacts.attendee_suggestions(desk, person.id)[0].record_id == person.id
    with pytest.raises(NotFound):
        contacts.attendee_suggestions(desk, "f" * 32)


def test_every_kind_of_contact_can_be_logged_and_an_unknown_one_not(desk: Desk) -> None:
    case = a_case(desk)
    for kind in ("street", "office", "telephone", "video", "case_meeting", "mdo", "consulting_hour"):
        assert a_contact(desk, kind, case).kind == kind
    with pytest.raises(InvalidForm) as caught:
        a_contact(desk, "duif", case)
    assert errors_of(caught.value) == {"kind": "unknown_code"}


def test_a_conference_of_partners_is_no_contact_with_the_person_unless_they_were_there(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 9, 1))
    for kind in ("case_meeting", "mdo"):
        a_contact(desk, kind, case, on=date(2023, 10, 2))
    assert cases.get_case(desk, case.id).last_contact_on == date(2023, 9, 1)
    a_contact(desk, "mdo", case, on=date(2023, 10, 3), attendees=(Attendee(person_id=case.person_id),))
    assert cases.get_case(desk, case.id).last_contact_on == date(2023, 10, 3)
