# SPDX-License-Identifier: EUPL-1.2
"""After a visit: the next attempt, the appointment of another kind, correcting, deleting, and taking it all back."""

from datetime import date

import pytest
from tests.helpers.builders import a_case, a_home_visit, a_partner, a_person

from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import appointments, cases, contact_changes, dossier, tasks, undo
from casus.services.contact_help import subject_of
from casus.services.desk import Desk
from casus.services.inputs import AgreementInput, AppointmentInput, Attendee
from casus.services.next_attempt import next_attempt

MONDAY, WEDNESDAY = date(2023, 10, 23), date(2023, 10, 25)
TODAY = date(2023, 11, 1)


def test_the_next_attempt_is_in_the_part_of_the_day_that_was_not_tried_and_says_why(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=MONDAY, at_time="09:30", reached="not_at_home", report=None)
    found = next_attempt(desk, case.person_id, WEDNESDAY, "10:15")
    assert (found.failed, found.parts, found.part, found.at_time) == (2, ("morning",), "evening", "19:00")
    assert not found.other_way
    assert found.on.weekday() not in (0, 2, 5, 6)
    a_home_visit(desk, case, on=WEDNESDAY, at_time="19:30", reached="not_at_home", report=None)
    third = next_attempt(desk, case.person_id, date(2023, 10, 30), "14:00")
    assert (third.failed, third.parts, third.other_way) == (3, ("afternoon", "evening", "morning"), True)


def test_whoever_was_reached_begins_anew_and_a_failed_call_is_no_failed_visit(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 10, 2), reached="not_at_home", report=None)
    a_home_visit(desk, case, on=date(2023, 10, 9))
    assert next_attempt(desk, case.person_id, MONDAY, None).failed == 1
    assert next_attempt(desk, case.person_id, MONDAY, None).parts == ()


def test_the_next_appointment_may_be_of_another_kind_and_undo_takes_all_of_the_visit_back(
    desk: Desk,
) -> None:
    case = a_case(desk)
    a_home_visit(
        desk, case, agreements=(AgreementInput("Bellen", None, TODAY),), place="Thuis",
        next_on=date(2023, 11, 6), next_time="14:00", next_kind="telephone",
    )  # fmt: skip
    (planned,) = dossier.open_dossier(desk, case.id).appointments
    assert (planned.kind, planned.place, planned.at_time) == ("telephone", None, "14:00")
    (mine,) = tasks.open_tasks(desk)
    assert (mine.title, mine.owner, mine.due_on) == ("Bellen", None, TODAY)
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    page = dossier.open_dossier(desk, case.id)
    assert (page.appointments, page.tasks, page.now.last_contact_on) == ((), (), None)
    assert all(item.kind != "contact" for item in page.timeline)


def test_a_contact_recorded_by_mistake_is_deleted_and_comes_back_by_undo(desk: Desk) -> None:
    case = a_case(desk)
    planned = tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, case_id=case.id)).value
    visit = a_home_visit(
        desk, case, on=TODAY, appointment_id=planned.id, agreements=(AgreementInput("Bellen"),),
        attendees=(Attendee(name="buurman"), Attendee(partner_id=a_partner(desk).id)),
    )  # fmt: skip
    with pytest.raises(StaleRecord):
        contact_changes.delete_contact(desk, visit.id, visit.version + 1)
    contact_changes.delete_contact(desk, visit.id, visit.version)
    page = dossier.open_dossier(desk, case.id)
    assert page.now.last_contact_on is None
    assert [one.id for one in page.appointments] == [planned.id], "it still has to take place"
    assert [one.title for one in page.tasks] == ["Bellen"]
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    found = contact_changes.recorded_contact(desk, visit.id)
    assert {name for _one, name in found.attendees} == {"buurman", "Buurtteam Overvecht"}
    assert dossier.open_dossier(desk, case.id).appointments == ()
    assert cases.get_case(desk, case.id).last_contact_on == TODAY


def test_an_appointment_is_moved_and_a_kept_one_is_not(desk: Desk) -> None:
    case = a_case(desk)
    planned = tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, case_id=case.id)).value
    later = AppointmentInput("office", date(2023, 11, 9), "15.30", place="Wijkbureau", note="Met moeder.")
    moved = appointments.update_appointment(desk, planned.id, planned.version, later).value
    assert (moved.kind, moved.on, moved.at_time, moved.place, moved.person_id) == (
        "office", date(2023, 11, 9), "15:30", "Wijkbureau", case.person_id,
    )  # fmt: skip
    with pytest.raises(StaleRecord):
        appointments.update_appointment(desk, planned.id, planned.version, later)
    with pytest.raises(InvalidForm):
        appointments.update_appointment(
            desk, planned.id, moved.version, AppointmentInput("office", date(2023, 10, 1))
        )
    other = tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, case_id=case.id)).value
    a_home_visit(desk, case, on=TODAY, appointment_id=other.id)
    with pytest.raises(NotAllowed):
        appointments.update_appointment(desk, other.id, other.version + 1, later)


def test_whom_a_record_is_about_is_known_from_its_id(desk: Desk) -> None:
    case = a_case(desk)
    task = tasks.open_tasks(desk)
    assert task == []
    visit = a_home_visit(desk, case, next_on=date(2023, 11, 6))
    (planned,) = dossier.open_dossier(desk, case.id).appointments
    for record_id in (case.id, visit.id, planned.id):
        assert (subject_of(desk, record_id).person_id, subject_of(desk, record_id).case_id) == (
            case.person_id,
            case.id,
        )
    assert subject_of(desk, case.person_id).case_id == case.id, "the newest open case"
    alone = a_person(desk)
    assert subject_of(desk, alone.id).case_id is None
    with pytest.raises(NotFound):
        subject_of(desk, "f" * 32)
