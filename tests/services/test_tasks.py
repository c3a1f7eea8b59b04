# SPDX-License-Identifier: EUPL-1.2
"""Tasks, appointments and the page they lead to: Today."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from tests.helpers.builders import a_case, a_detention, a_home_visit, a_person

from casus.domain.clock import FixedClock
from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import cases, drafts, tasks
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.today import navigation_counts, today

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_a_task_is_on_the_right_card_until_it_is_done(desk: Desk, reopen: Reopen) -> None:
    case = a_case(desk)
    for title, due in (
        ("Laat", date(2023, 10, 31)), ("Vandaag", TODAY), ("Volgende week", date(2023, 11, 8)),
        ("Verder weg", date(2023, 11, 9)), ("Ooit", None),
    ):  # fmt: skip
        tasks.add_task(desk, TaskInput(title, due, case_id=case.id))
    again = reopen(desk)
    page = today(again)
    assert [row.title for row in page.overdue] == ["Laat"]
    assert [row.title for row in page.soon] == ["Vandaag", "Volgende week"]
    assert [row.person_name for row in page.soon] == ["El Amrani, Younes"] * 2
    assert (page.counts["overdue"], page.counts["soon"], page.counts["today"]) == (1, 2, 2)
    assert [row.title for row in tasks.open_tasks(again)] == [
        "Laat",
        "Vandaag",
        "Volgende week",
        "Verder weg",
        "Ooit",
    ]
    assert [row.title for row in tasks.open_tasks(again, TODAY)] == ["Laat", "Vandaag"]
    tasks.complete_task(again, page.overdue[0].id)
    assert today(again).overdue == ()


def test_a_task_can_be_taken_back_dropped_and_changed(desk: Desk) -> None:
    task = tasks.add_task(desk, TaskInput("Bellen")).value
    tasks.complete_task(desk, task.id)
    with pytest.raises(NotAllowed) as caught:
        tasks.complete_task(desk, task.id)
    assert caught.value.rule == "task_not_open"
    reopened = tasks.reopen_task(desk, task.id).value
    assert (reopened.status, reopened.done_on) == ("open", None)
    changed = tasks.update_task(desk, task.id, reopened.version, TaskInput("Mailen", TODAY, "Younes")).value
    assert (changed.title, changed.owner, changed.worker_id) == ("Mailen", "Younes", None)
    with pytest.raises(StaleRecord):
        tasks.update_task(desk, task.id, reopened.version, TaskInput("Appen"))
    assert tasks.cancel_task(desk, task.id).value.status == "cancelled"
    for act in (tasks.cancel_task, tasks.complete_task, tasks.reopen_task):
        with pytest.raises(NotAllowed):
            act(desk, task.id)
    with pytest.raises(NotFound):
        tasks.complete_task(desk, "f" * 32)


@pytest.mark.parametrize(
    ("recurrence", "due"),
    [("weekly", date(2023, 11, 7)), ("monthly", date(2023, 11, 30)), ("half_yearly", date(2024, 4, 30))],
)
def test_a_task_that_comes_back_is_planned_again(desk: Desk, recurrence: str, due: date) -> None:
    task = tasks.add_task(desk, TaskInput("Rapport", date(2023, 10, 31), recurrence=recurrence)).value
    tasks.complete_task(desk, task.id)
    assert [(row.title, row.due_on) for row in tasks.open_tasks(desk)] == [("Rapport", due)]


def test_a_task_that_comes_back_needs_a_day_and_a_case_its_own_person(desk: Desk) -> None:
    case, other = a_case(desk), a_person(desk, given_name="Sam")
    with pytest.raises(InvalidForm) as caught:
        tasks.add_task(desk, TaskInput("", recurrence="weekly", case_id=case.id, person_id=other.id))
    assert errors_of(caught.value) == {"title": "required", "due_on": "required", "case_id": "other_person"}


def test_appointments_of_the_week_and_those_without_a_report_are_on_today(desk: Desk) -> None:
    case = a_case(desk)
    late = tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, "9.30", case_id=case.id)).value
    near = tasks.add_appointment(
        desk, AppointmentInput("office", date(2023, 11, 9), place="Stadskantoor")
    ).value
    tasks.add_appointment(desk, AppointmentInput("office", date(2023, 11, 30)))
    clock = desk.clock
    assert isinstance(clock, FixedClock)
    clock.moment = datetime(2023, 11, 3, 9, 0, tzinfo=UTC)
    page = today(desk)
    assert [(row.id, row.at_time, row.person_name, row.place) for row in page.unreported] == [
        (late.id, "09:30", "El Amrani, Younes", None)
    ]
    assert [(row.id, row.at_time, row.person_name, row.place) for row in page.appointments] == [
        (near.id, None, "", "Stadskantoor")
    ]
    assert (page.counts["unreported"], page.counts["appointments_soon"]) == (1, 1)
    tasks.cancel_appointment(desk, late.id)
    assert today(desk).unreported == ()


def test_an_appointment_lies_ahead_and_a_kept_one_is_not_cancelled(desk: Desk) -> None:
    with pytest.raises(InvalidForm) as caught:
        tasks.add_appointment(desk, AppointmentInput("duif", date(2023, 10, 31), "25:00"))
    assert errors_of(caught.value) == {"kind": "unknown_code", "at_time": "time", "on": "past"}
    case = a_case(desk)
    kept = tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, case_id=case.id)).value
    a_home_visit(desk, case, on=TODAY, appointment_id=kept.id)
    with pytest.raises(NotAllowed) as refused:
        tasks.cancel_appointment(desk, kept.id)
    assert refused.value.rule == "appointment_kept"


def test_reviews_silent_cases_and_releases_ask_for_attention(desk: Desk) -> None:
    due = a_case(desk, opened_on=date(2023, 5, 15))
    fresh = a_case(desk, a_person(desk, given_name="Sam", surname="Bakker"), opened_on=date(2023, 10, 1))
    a_detention(desk, a_person(desk, given_name="Ali", surname="Zand"), expected_on=date(2023, 11, 30))
    page = today(desk)
    assert [(row.case_id, row.day) for row in page.reviews_due] == [(due.id, date(2023, 11, 15))]
    assert [row.case_id for row in page.long_silent] == [due.id]
    assert [(row.person_name, row.facility) for row in page.releases_soon] == [("Zand, Ali", "PI Nieuwegein")]
    a_home_visit(desk, due)
    assert today(desk).long_silent == ()
    cases.move_phase(desk, due.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    assert today(desk).reviews_due == ()
    assert fresh.id not in {row.case_id for row in page.long_silent}


def test_a_card_is_cut_but_its_number_is_not(desk: Desk) -> None:
    for place in range(53):
        tasks.add_task(desk, TaskInput(f"Taak {place}", TODAY - timedelta(days=1)))
    page = today(desk)
    assert (len(page.overdue), page.counts["overdue"]) == (6, 53)
    assert navigation_counts(desk) == page.counts


def test_drafts_are_on_today(desk: Desk) -> None:
    drafts.save_draft(desk, "home_visit:1", "home_visit", None, {"report": "half"})
    assert [row.key for row in today(desk).drafts] == ["home_visit:1"]
