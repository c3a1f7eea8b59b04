# SPDX-License-Identifier: EUPL-1.2
"""What ends with a case is told before it is done, comes back with undo, and is taken up again only when chosen."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from tests.helpers.builders import A_CASE, a_case, a_detention, a_family, a_person, a_programme

from casus.errors import InvalidForm, NotAllowed
from casus.services import case_ending, cases, contacts, families, tasks, transfers, undo
from casus.services.case_ending import Line
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, ContactInput, MemberInput, TaskInput
from casus.services.today import today
from casus.services.transfers import TransferInput
from casus.vault.tables import (
    Appointment,
    Assignment,
    Case,
    FamilyMember,
    Programme,
    Record,
    Task,
    Transfer,
    VogProcedure,
)

TODAY = date(2023, 11, 1)
NOTE = "Het gaat al een half jaar goed."
HELD = (Task, Appointment, Transfer, Assignment, Programme, FamilyMember, Case)


def errors_of(form: InvalidForm) -> dict[str, str]:
    """Return what is wrong by field."""
    return {error.field: error.rule for error in form.errors}


def stored(desk: Desk) -> dict[str, dict[str, Any]]:
    """Return every column of what a closing may touch, but for the bookkeeping."""
    found: dict[str, dict[str, Any]] = {}
    with desk.reading() as session:
        for table in HELD:
            kind: type[Record] = table
            for record in session.scalars(select(kind)):
                row = {column.key: getattr(record, column.key) for column in kind.__table__.columns}
                found[record.id] = {
                    key: value for key, value in row.items() if key not in ("version", "changed_at")
                }
    return found


def busy_case(desk: Desk) -> Case:
    """Return a case with a task of its own, one of the person only, a legal one, an appointment, an offer, a VOG."""
    person = a_person(desk)
    case = a_case(desk, person)
    tasks.add_task(desk, TaskInput("Bellen", date(2023, 10, 1), case_id=case.id))
    tasks.add_task(desk, TaskInput("Brief sturen", TODAY + timedelta(days=9), person_id=person.id))
    tasks.add_task(desk, TaskInput("Inzage geven", TODAY + timedelta(days=9), person_id=person.id))
    soon = AppointmentInput("home_visit", TODAY + timedelta(days=3), case_id=case.id, person_id=person.id)
    tasks.add_appointment(desk, soon)
    transfers.offer_transfer(desk, TransferInput(case.id, "Neem jij deze over?", to_name="Okan Yildirim"))
    a_programme(desk, person, started_on=date(2023, 6, 1))
    a_detention(desk, person, entered_on=date(2023, 9, 1), expected_on=TODAY, release_certainty="known")
    families.add_member(desk, MemberInput(a_family(desk).id, person.id, "child", TODAY))
    with desk.changing() as session:
        session.scalars(select(Task).where(Task.title == "Inzage geven")).one().source = "access_request"
        session.add(
            VogProcedure(
                person_id=person.id, case_id=case.id, purpose="work", status="applied", status_since=TODAY,
                due_on=TODAY,
            )
        )  # fmt: skip
    return case


def test_what_is_told_is_what_ends_and_undo_brings_all_of_it_back(desk: Desk) -> None:
    case = busy_case(desk)
    told = case_ending.what_ends(desk, case.id)
    assert told.ends == (
        Line("tasks", 2), Line("appointments", 1), Line("offers", 1), Line("assignments", 1),
    )  # fmt: skip
    assert {line.kind for line in told.goes_on} == {"programmes", "vog", "detentions", "families"}
    before = stored(desk)
    asked = today(desk).counts
    assert (asked["vog_due"], asked["release_soon"]) == (1, 1)
    cases.close_case(desk, case.id, on=TODAY, closure_reason="moved", outcome="stable", note=NOTE)
    after = stored(desk)
    changed = {kind.__tablename__: 0 for kind in HELD}
    with desk.reading() as session:
        for kind in HELD:
            ids = [one for one in session.scalars(select(kind.id)) if after[one] != before.get(one)]
            changed[kind.__tablename__] = len(ids)
    assert changed == {
        "tasks": 2, "appointments": 1, "transfers": 1, "assignments": 1, "programmes": 0,
        "family_members": 0, "cases": 1,
    }  # fmt: skip
    left = today(desk).counts
    assert (left["vog_due"], left["release_soon"], left["tasks"]) == (0, 0, 1)
    last = undo.steps(desk).undo
    assert last is not None
    undo.undo(desk, last.batch_id)
    assert stored(desk) == before
    assert today(desk).counts == asked


def test_reopening_takes_up_what_is_chosen_and_nothing_else(desk: Desk) -> None:
    case = busy_case(desk)
    own = tasks.add_task(desk, TaskInput("Zelf laten vallen", TODAY, case_id=case.id)).value
    tasks.cancel_task(desk, own.id)
    cases.close_case(desk, case.id, on=TODAY, closure_reason="moved", outcome="stable", note=NOTE)
    offered = {one.title: one for one in case_ending.ended_with(desk, case.id)}
    assert set(offered) == {"Bellen", "Brief sturen", "home_visit"}
    with pytest.raises(InvalidForm) as caught:
        cases.reopen_case(desk, case.id, on=TODAY, reason="Toch weer terug.", again=(own.id,))
    assert errors_of(caught.value) == {"again": "unknown_record"}
    assert cases.get_case(desk, case.id).closed_on == TODAY
    chosen = (offered["Bellen"].id, offered["home_visit"].id)
    cases.reopen_case(desk, case.id, on=TODAY, reason="Toch weer terug.", again=chosen)
    with desk.reading() as session:
        rows = {one.title: (one.status, one.due_on) for one in session.scalars(select(Task))}
        assert session.scalars(select(Appointment.cancelled)).all() == [False]
    assert rows["Bellen"] == ("open", TODAY)  # it was due before: now on the day of reopening
    assert rows["Brief sturen"][0] == rows["Zelf laten vallen"][0] == "cancelled"
    assert case_ending.ended_with(desk, case.id) == []


def test_when_someone_died_everything_about_them_stops_and_no_outcome_is_asked(desk: Desk) -> None:
    case = busy_case(desk)
    other = cases.open_case(desk, replace(A_CASE, person_id=case.person_id, approach="aftercare")).value
    told = case_ending.what_ends(desk, case.id)
    assert set(told.at_death) == {Line("cases", 1), Line("programmes", 1), Line("families", 1)}
    cases.close_case(desk, case.id, on=TODAY, closure_reason="deceased", outcome="", note=NOTE)
    with desk.reading() as session:
        for one in (case.id, other.id):
            ended = session.get_one(Case, one)
            assert (ended.closed_on, ended.closure_reason, ended.outcome) == (TODAY, "deceased", "unknown")
        assert session.scalars(select(Programme.status)).all() == ["stopped"]
        assert session.scalars(select(FamilyMember.until_on)).all() == [TODAY]
    assert today(desk).counts["tasks"] == 1  # the request keeps its term


@pytest.mark.parametrize("target", ["rejected", "referred", "escalated"])
def test_every_end_has_a_reason_and_an_outcome(desk: Desk, target: str) -> None:
    early, late = a_case(desk), a_case(desk)
    left = cases.move_phase(desk, early.id, target, on=TODAY, reason="Hoort bij een ander.").value
    assert left.closure_reason
    assert left.outcome == "unknown"  # the work had not begun
    cases.move_phase(desk, late.id, "execution", on=TODAY, reason="Was al eerder begonnen.")
    with pytest.raises(InvalidForm) as caught:
        cases.move_phase(desk, late.id, target, on=TODAY, reason="Hoort bij een ander.")
    assert errors_of(caught.value) == {"outcome": "required"}


def test_a_closed_case_takes_a_late_report_and_nothing_more_to_do(desk: Desk) -> None:
    case = a_case(desk)
    cases.close_case(desk, case.id, on=date(2023, 10, 1), closure_reason="moved", outcome="stable", note=NOTE)
    visit = ContactInput(case.person_id, case.id, date(2023, 10, 1), report="Afscheid.")
    assert contacts.log_contact(desk, "street", visit).value.case_id == case.id
    with pytest.raises(InvalidForm) as caught:
        late = replace(visit, on=date(2023, 10, 2), next_on=date(2023, 10, 9))
        contacts.log_contact(desk, "street", late)
    assert errors_of(caught.value) == {"on": "after_closing", "next_on": "nothing_to_do"}
    with pytest.raises(NotAllowed) as refused:
        tasks.add_task(desk, TaskInput("Bellen", case_id=case.id))
    assert refused.value.rule == "case_closed"
