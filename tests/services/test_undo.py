# SPDX-License-Identifier: EUPL-1.2
"""Undo: what was done is taken back as a whole, later work is never lost, and what follows from it follows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import delete, select
from tests.conftest import MakeDesk
from tests.helpers.builders import A_PERSON, A_VISIT, a_case, a_detention, a_facility, a_home_visit, a_person
from tests.helpers.every_record import records_of

from casus.errors import Cancelled, UndoRefused
from casus.services import (
    cases,
    contacts,
    detentions,
    facilities,
    families,
    partners,
    persons,
    registers,
    search,
    tasks,
    undo,
)
from casus.services.desk import Desk
from casus.services.error_sentences import sentence
from casus.services.indexing import new_entries
from casus.services.inputs import AgreementInput, Attendee, FamilyInput, MemberInput, TaskInput
from casus.services.records import Case, Person
from casus.services.register_inputs import PermitInput, SchoolInput
from casus.services.undo_plan import NEVER_KINDS
from casus.vault.row_digest import layout_of, record_classes
from casus.vault.search import index_many
from casus.vault.tables import (
    Appointment,
    Attachment,
    AttachmentChunk,
    Destruction,
    FamilyMember,
    Indicator,
    Task,
)
from casus.vault.tables.base import new_id

DAY = date(2023, 10, 31)


def last(desk: Desk) -> undo.Act:
    found = undo.steps(desk).undo
    assert found is not None
    return found


def undo_last(desk: Desk) -> undo.Act:
    return undo.undo(desk, last(desk).batch_id).value


def redo_last(desk: Desk) -> undo.Act:
    found = undo.steps(desk).redo
    assert found is not None
    return undo.undo(desk, found.batch_id).value


def refused(desk: Desk, batch_id: str) -> UndoRefused:
    before = records_of(desk)
    with pytest.raises(UndoRefused) as caught:
        undo.undo(desk, batch_id)
    assert records_of(desk) == before
    assert "…" not in sentence(caught.value, "nl") + sentence(caught.value, "en")
    return caught.value


def case_now(desk: Desk, case: Case) -> Case:
    return cases.get_case(desk, case.id)


def a_full_visit(desk: Desk, case: Case) -> None:
    visit = replace(
        A_VISIT,
        person_id=case.person_id,
        case_id=case.id,
        attendees=(Attendee(name="Moeder"),),
        agreements=(AgreementInput("Bellen met school"),),
        next_on=date(2023, 11, 20),
    )
    contacts.log_home_visit(desk, visit)


def test_an_empty_vault_has_nothing_to_undo(desk: Desk) -> None:
    assert undo.steps(desk) == undo.Steps()
    assert [act.never for act in undo.recent(desk)] == [True]  # that the vault was made


def test_a_visit_goes_with_all_that_came_with_it(desk: Desk) -> None:
    case = a_case(desk)
    before = records_of(desk)
    a_full_visit(desk, case)
    act = last(desk)
    assert (act.code, act.subject, act.undone) == ("log_home_visit", "El Amrani, Younes", False)
    done = undo.undo(desk, act.batch_id)
    assert records_of(desk) == before
    assert done.changes.kinds >= {"contacts", "contact_attendees", "tasks", "appointments", "cases"}
    assert case_now(desk, case).last_contact_on is None
    assert desk.vault.verify().ok


def test_what_was_undone_can_be_done_again_with_the_same_ids(desk: Desk) -> None:
    case = a_case(desk)
    a_full_visit(desk, case)
    after = records_of(desk)
    undo_last(desk)
    steps = undo.steps(desk)
    assert steps.redo is not None
    assert (steps.redo.code, steps.redo.undone) == ("log_home_visit", True)
    redo_last(desk)
    assert records_of(desk) == after
    assert undo.steps(desk).redo is None
    assert last(desk).code == "log_home_visit"
    undo_last(desk)
    redo_last(desk)
    assert records_of(desk) == after
    assert desk.vault.verify().ok


def test_undo_goes_back_step_by_step_and_forward_again(desk: Desk) -> None:
    person = a_person(desk)
    states = [records_of(desk)]
    for surname in ("Bakker", "Jansen", "de Vries"):
        now = persons.get_person(desk, person.id)
        persons.update_person(desk, person.id, now.version, replace(A_PERSON, surname=surname))
        states.append(records_of(desk))
    for expected in reversed(states[:-1]):
        undo_last(desk)
        assert records_of(desk) == expected
    for expected in states[1:]:
        redo_last(desk)
        assert records_of(desk) == expected


def test_something_new_ends_the_way_forward(desk: Desk) -> None:
    person = a_person(desk)
    tasks.add_task(desk, TaskInput("Bellen", person_id=person.id))
    undo_last(desk)
    tasks.add_task(desk, TaskInput("Mailen", person_id=person.id))
    assert undo.steps(desk).redo is None


def test_the_list_shows_each_act_once_and_tells_which_are_undone(desk: Desk) -> None:
    person = a_person(desk)
    tasks.add_task(desk, TaskInput("Bellen", person_id=person.id))
    undo_last(desk)
    shown = [(act.code, act.undone, act.subject) for act in undo.recent(desk)]
    assert shown[:2] == [
        ("add_task", True, "El Amrani, Younes"),
        ("register_person", False, "El Amrani, Younes"),
    ]
    redo_last(desk)
    assert [(act.code, act.undone) for act in undo.recent(desk)][:2] == [
        ("add_task", False),
        ("register_person", False),
    ]


def test_a_restricted_dossier_gives_no_name_to_the_list(desk: Desk) -> None:
    person = a_person(desk)
    persons.set_restricted(desk, person.id, person.version, True, "Bekende van een collega")
    assert {act.subject for act in undo.recent(desk)} <= {"", f"Afgeschermd dossier {person.number}"}


def test_undo_still_works_after_a_lock(desk: Desk, reopen: Callable[[Desk], Desk]) -> None:
    case = a_case(desk)
    before = records_of(desk)
    a_full_visit(desk, case)
    again = reopen(desk)
    undo_last(again)
    assert records_of(again) == before
    assert reopen(again).vault.verify().ok


# --- what is found follows -------------------------------------------------------------------------


def test_search_finds_the_old_name_again(desk: Desk) -> None:
    person = a_person(desk, aliases=("Yoyo",))
    persons.update_person(
        desk, person.id, person.version, replace(A_PERSON, surname="Waterman", aliases=("Wasser",))
    )
    undo_last(desk)
    assert [hit.record_id for hit in search.search(desk, "amrani")] == [person.id]
    assert [hit.record_id for hit in search.search(desk, "yoyo")] == [person.id]
    assert search.search(desk, "waterman") == search.search(desk, "wasser") == []
    assert persons.get_person(desk, person.id).sort_key == person.sort_key


def test_a_person_whose_registration_is_undone_is_not_found(desk: Desk) -> None:
    a_person(desk)
    undo_last(desk)
    assert search.search(desk, "amrani") == []
    redo_last(desk)
    assert len(search.search(desk, "amrani")) == 1


def test_a_removed_facility_and_partner_are_found_again(desk: Desk) -> None:
    place = a_facility(desk)
    facilities.remove_facility(desk, place.id)
    assert search.search(desk, "nieuwegein") == []
    undo_last(desk)
    assert len(search.search(desk, "nieuwegein")) == 1
    partner = partners.add_partner(desk, partners.PartnerInput("Stichting Boost", "police")).value
    partners.remove_partner(desk, partner.id)
    undo_last(desk)
    assert [one.id for one in partners.partners(desk)] == [partner.id]


def test_the_last_contact_follows_from_the_visits_that_stay(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 10, 1))
    a_home_visit(desk, case, on=date(2023, 10, 20))
    middle = last(desk)
    a_home_visit(desk, case, on=date(2023, 10, 10))
    undo.undo(desk, middle.batch_id)
    assert case_now(desk, case).last_contact_on == date(2023, 10, 10)


def test_an_earlier_visit_can_go_while_a_later_one_stays(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 10, 1))
    first = last(desk)
    a_home_visit(desk, case, on=date(2023, 10, 20))
    undo.undo(desk, first.batch_id)
    assert case_now(desk, case).last_contact_on == date(2023, 10, 20)
    assert desk.vault.verify().ok


def test_a_sort_key_is_worked_out_again_when_two_changes_made_it(desk: Desk) -> None:
    person = a_person(desk)
    persons.update_person(desk, person.id, person.version, replace(A_PERSON, surname="Bakker"))
    surname = last(desk)
    now = persons.get_person(desk, person.id)
    persons.update_person(
        desk, person.id, now.version, replace(A_PERSON, surname="Bakker", given_name="Yassin")
    )
    undo.undo(desk, surname.batch_id)
    now = persons.get_person(desk, person.id)
    assert (now.surname, now.given_name) == ("El Amrani", "Yassin")
    assert now.sort_key == person.sort_key.replace("younes", "yassin")


def test_an_appointment_that_was_kept_is_planned_again(desk: Desk) -> None:
    case = a_case(desk)
    planned = tasks.add_appointment(
        desk,
        tasks.AppointmentInput("home_visit", date(2023, 11, 1), person_id=case.person_id, case_id=case.id),
    ).value
    a_home_visit(desk, case, on=date(2023, 11, 1))
    undo_last(desk)
    with desk.reading() as session:
        found = session.get(Appointment, planned.id)
        assert found is not None
        assert found.contact_id is None


# --- what stands in the way ------------------------------------------------------------------------


def test_a_later_change_of_the_same_field_stands_in_the_way_and_is_named(desk: Desk) -> None:
    person = a_person(desk)
    persons.update_person(desk, person.id, 1, replace(A_PERSON, telephone="0301234567"))
    first = last(desk)
    now = persons.get_person(desk, person.id)
    persons.update_person(desk, person.id, now.version, replace(A_PERSON, telephone="0307654321"))
    error = refused(desk, first.batch_id)
    assert (error.reason, error.data["kind"], error.data["act"]) == (
        "changed_later",
        "persons",
        "update_person",
    )
    assert "persoon gewijzigd" in sentence(error)
    undo_last(desk)
    undo.undo(desk, first.batch_id)
    assert persons.get_person(desk, person.id).telephone is None


def test_a_later_change_of_another_field_does_not(desk: Desk) -> None:
    person = a_person(desk)
    persons.update_person(desk, person.id, 1, replace(A_PERSON, telephone="0301234567"))
    first = last(desk)
    now = persons.get_person(desk, person.id)
    persons.update_person(
        desk, person.id, now.version, replace(A_PERSON, telephone="0301234567", district="south")
    )
    undo.undo(desk, first.batch_id)
    now = persons.get_person(desk, person.id)
    assert (now.telephone, now.district) == (None, "south")


def test_a_record_that_is_referred_to_stays(desk: Desk) -> None:
    case = a_case(desk)
    opening = last(desk)
    a_home_visit(desk, case)
    error = refused(desk, opening.batch_id)
    assert (error.reason, error.data["kind"]) == ("referred", "contacts")
    assert "contactmoment" in sentence(error)


def test_a_created_record_that_was_changed_later_stays(desk: Desk) -> None:
    person = a_person(desk)
    task = tasks.add_task(desk, TaskInput("Bellen", person_id=person.id)).value
    adding = last(desk)
    tasks.complete_task(desk, task.id)
    assert refused(desk, adding.batch_id).data["act"] == "complete_task"
    undo_last(desk)
    undo.undo(desk, adding.batch_id)


def test_what_happened_in_a_case_that_was_closed_since_stays(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case)
    visit = last(desk)
    cases.close_case(
        desk, case.id, on=DAY, closure_reason="moved", outcome="unknown", note="Verhuisd naar Almere."
    )
    assert refused(desk, visit.batch_id).reason == "closed"
    undo_last(desk)
    assert case_now(desk, case).closed_on is None
    undo.undo(desk, visit.batch_id)


def test_a_case_is_not_closed_again_over_work_done_since(desk: Desk) -> None:
    case = a_case(desk)
    cases.close_case(
        desk, case.id, on=DAY, closure_reason="moved", outcome="unknown", note="Verhuisd naar Almere."
    )
    cases.reopen_case(desk, case.id, on=date(2023, 11, 1), reason="Weer terug in Utrecht.")
    reopening = last(desk)
    a_home_visit(desk, case, on=date(2023, 11, 1))
    assert refused(desk, reopening.batch_id).reason == "referred"
    undo_last(desk)
    undo.undo(desk, reopening.batch_id)
    assert case_now(desk, case).closed_on == DAY


def test_no_second_open_case_comes_of_it(desk: Desk) -> None:
    case = a_case(desk)
    cases.close_case(
        desk, case.id, on=DAY, closure_reason="moved", outcome="unknown", note="Verhuisd naar Almere."
    )
    closing = last(desk)
    with desk.reading() as session:
        person = session.get(Person, case.person_id)
    assert person is not None
    a_case(desk, person, opened_on=date(2023, 11, 1))
    assert refused(desk, closing.batch_id).reason == "taken"


def test_nobody_is_in_two_prisons(desk: Desk) -> None:
    person, place = a_person(desk), a_facility(desk)
    inside = a_detention(desk, person, place)
    detentions.release_from_detention(desk, inside.id, DAY)
    release = last(desk)
    a_detention(desk, person, place, entered_on=date(2023, 11, 1))
    assert refused(desk, release.batch_id).reason == "taken"


def test_a_membership_is_not_doubled(desk: Desk) -> None:
    person = a_person(desk)
    family = families.register_family(desk, FamilyInput("El Amrani", DAY)).value
    member = families.add_member(desk, MemberInput(family.id, person.id, "child", DAY)).value
    families.end_membership(desk, member.id, DAY)
    ending = last(desk)
    families.add_member(desk, MemberInput(family.id, person.id, "child", DAY))
    assert refused(desk, ending.batch_id).reason == "taken"
    with desk.reading() as session:
        assert len(session.scalars(select(FamilyMember)).all()) == 2


def test_what_it_belonged_to_must_still_be_there(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    school = registers.add_school(desk, SchoolInput("De Kade", "secondary", "south")).value
    adding = last(desk)
    activity = registers.add_school_activity(
        desk, registers.SchoolActivityInput(school.id, DAY, groups=1, reach=20)
    ).value
    registers.delete(desk, "school_activities", activity.id)
    deleting = last(desk)
    undo.undo(desk, adding.batch_id)
    assert (refused(desk, deleting.batch_id).reason) == "missing"
    redo_last(desk)
    undo.undo(desk, deleting.batch_id)
    assert registers.get(desk, "school_activities", activity.id).id == activity.id


def test_a_deleted_permit_comes_back_with_its_steps_and_a_later_version(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    permit = registers.add_permit(desk, PermitInput("Bar Zes", DAY)).value
    registers.move_permit(desk, permit.id, "granted", on=DAY)
    before = records_of(desk)
    version = registers.get(desk, "permits", permit.id).version
    registers.delete(desk, "permits", permit.id)
    undo_last(desk)
    assert records_of(desk) == before
    assert registers.get(desk, "permits", permit.id).version > version
    assert len(registers.permit_history(desk, permit.id)) == 2
    assert desk.vault.verify().ok


def test_what_was_destroyed_does_not_come_back(desk: Desk) -> None:
    person = a_person(desk)
    tasks.add_task(desk, TaskInput("Bellen", person_id=person.id))
    adding = last(desk)
    with desk.reading() as session:
        task_id = session.scalars(select(Task.id)).one()
    with desk.changing(label="change") as session:
        session.add(
            Destruction(record_kind="tasks", record_id=task_id, destroyed_on=DAY, erased_digest="0" * 32)
        )
    assert refused(desk, adding.batch_id).reason == "destroyed"


def test_a_place_that_was_taken_meanwhile_is_not_taken_again(desk: Desk) -> None:
    case = a_case(desk)
    with desk.reading() as session:
        person = session.get(Person, case.person_id)
    inside = a_detention(desk, person)
    detentions.check_condition(desk, case.id, inside.id, "housing", "entry", "arranged", DAY)
    undo_last(desk)
    first = undo.steps(desk).redo
    assert first is not None
    detentions.check_condition(desk, case.id, inside.id, "housing", "entry", "in_progress", DAY)
    error = refused(desk, first.batch_id)
    assert (error.reason, error.data["kind"]) == ("taken", "basic_condition_checks")


def test_a_large_batch_tells_how_far_it_is_and_can_be_stopped(desk: Desk) -> None:
    rows = [
        {"id": new_id(), "title": f"Taak {n}", "recurrence": "none", "source": "own", "status": "open"}
        for n in range(1_200)
    ]
    with desk.changing(label="import") as session:
        desk.vault.insert_many(session, Task, rows)
        index_many(session, new_entries([Task(**row) for row in rows]))
    before, told = records_of(desk), []

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        if done > 600:
            raise Cancelled

    with pytest.raises(Cancelled):
        undo.undo(desk, last(desk).batch_id, stop)
    assert told == [(500, 1_200), (1_000, 1_200)]
    assert records_of(desk) == before
    told.clear()
    undo.undo(desk, last(desk).batch_id, lambda *far: told.append(far))
    assert told[-1] == (1_200, 1_200)
    redo_last(desk)
    assert records_of(desk) == before
    assert desk.vault.verify().ok


def test_what_a_rule_of_the_tables_forbids_is_refused_in_words(desk: Desk) -> None:
    inside = a_detention(desk, entered_on=date(2023, 9, 10))
    data = detentions.DetentionInput(inside.person_id, inside.facility_id, date(2023, 9, 1))
    detentions.update_detention(desk, inside.id, 1, data)
    earlier = last(desk)
    detentions.release_from_detention(desk, inside.id, date(2023, 9, 5))
    assert refused(desk, earlier.batch_id).reason == "rules"  # released before they went inside


def test_what_was_counted_for_good_is_never_undone_and_does_not_stand_in_the_way(make_desk: MakeDesk) -> None:
    desk = make_desk("coordinator")
    registers.add_school(desk, SchoolInput("De Kade", "secondary", "south"))
    with desk.changing(label="release") as session:
        session.add(Indicator(code="x", definition_version=1, definition={}))
    assert last(desk).code == "add_entry"
    released = undo.recent(desk)[0]
    assert (released.code, released.never) == ("release", True)
    assert refused(desk, released.batch_id).reason == "never"
    assert {layout_of(one).kind for one in record_classes()} >= NEVER_KINDS


def test_an_act_is_undone_once(desk: Desk) -> None:
    a_person(desk)
    act = last(desk)
    undo.undo(desk, act.batch_id)
    assert refused(desk, act.batch_id).reason == "done_already"


def test_what_a_colleague_did_is_theirs(desk: Desk) -> None:
    with desk.vault.transaction("9" * 32, label="add_task") as session:
        session.add(Task(title="Bellen", recurrence="none", source="own", status="open"))
    assert undo.steps(desk).undo is None
    with desk.reading() as session:
        entry = next(iter(undo.batches(session)))
    assert refused(desk, entry.id).reason == "not_yours"


def test_a_batch_nobody_knows_is_too_long_ago(desk: Desk) -> None:
    assert refused(desk, "0" * 32).reason == "too_old"


def test_the_making_of_the_vault_is_never_undone(desk: Desk) -> None:
    made = undo.recent(desk)[-1]
    assert made.never
    assert refused(desk, made.batch_id).reason == "never"


def test_a_document_comes_back_with_its_content_and_never_without(desk: Desk) -> None:
    person = a_person(desk)
    with desk.changing(label="change") as session:
        paper = Attachment(
            person_id=person.id, kind="other", title="Brief", media_type="application/pdf", size=3,
            digest="x", received_on=DAY,
        )  # fmt: skip
        session.add(paper)
        session.flush()
        session.add(AttachmentChunk(attachment_id=paper.id, position=0, content=b"abc"))
    undo_last(desk)
    redo_last(desk)
    with desk.reading() as session:
        assert session.get(Attachment, paper.id) is not None
    undo_last(desk)
    with desk.changing(label="clean_up") as session:
        session.execute(delete(AttachmentChunk))
    step = undo.steps(desk).redo
    assert step is not None
    assert refused(desk, step.batch_id).reason == "content_gone"
