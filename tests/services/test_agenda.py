# SPDX-License-Identifier: EUPL-1.2
"""What lies on the days of the agenda, and the calendar file that says nothing about anyone."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from tests.helpers.builders import a_case, a_detention, a_person

from casus.errors import ExportFailed
from casus.services import contacts, tasks
from casus.services.agenda import MOST_DAYS, agenda
from casus.services.calendar_file import calendar_of, export_calendar
from casus.services.contacts import HomeVisitInput
from casus.services.inputs import AppointmentInput, TaskInput

if TYPE_CHECKING:
    from casus.services.desk import Desk


@pytest.fixture
def busy(desk: "Desk") -> "Desk":
    """A desk with one of everything within eight days."""
    today = desk.today()
    person = a_person(desk, given_name="Younes", surname="Geheimenis")
    case = a_case(desk, person, opened_on=today - timedelta(days=178))
    tasks.add_task(desk, TaskInput("Bellen met de werkgever", today + timedelta(days=2), case_id=case.id))
    tasks.add_appointment(
        desk,
        AppointmentInput("home_visit", today, "10:30", person.id, case.id, 45, place="Kanaalstraat 12"),
    )
    tasks.add_appointment(desk, AppointmentInput("case_meeting", today + timedelta(days=1)))
    a_detention(
        desk,
        person,
        entered_on=today - timedelta(days=30),
        expected_on=today + timedelta(days=8),
        release_certainty="known",
    )
    return desk


def test_every_kind_stands_on_its_day_in_order_of_time(busy: "Desk") -> None:
    today = busy.today()
    found = agenda(busy, today, today + timedelta(days=8))
    assert [(one.kind, (one.on - today).days) for one in found if one.kind != "review"] == [
        ("appointment", 0),
        ("appointment", 1),
        ("task", 2),
        ("release", 8),
    ]
    assert found[0].at_time == "10:30"
    assert found[0].person_name.startswith("Geheimenis")


def test_the_last_day_counts_and_the_day_after_does_not(busy: "Desk") -> None:
    today = busy.today()
    assert "release" not in {one.kind for one in agenda(busy, today, today + timedelta(days=7))}
    assert "release" in {one.kind for one in agenda(busy, today, today + timedelta(days=8))}


def test_a_visit_that_was_reported_is_done_and_a_cancelled_one_is_gone(busy: "Desk") -> None:
    today = busy.today()
    visit, meeting = (
        one for one in agenda(busy, today, today + timedelta(days=1)) if one.kind == "appointment"
    )
    assert visit.person_id
    contacts.log_home_visit(
        busy,
        HomeVisitInput(
            visit.person_id, visit.case_id, today, "10:30", reached="yes", report="Rustig.",
            appointment_id=visit.record_id,
        ),
    )  # fmt: skip
    tasks.cancel_appointment(busy, meeting.record_id)
    found = [one for one in agenda(busy, today, today + timedelta(days=1)) if one.kind == "appointment"]
    assert [(one.record_id, one.done) for one in found] == [(visit.record_id, True)]


def test_more_days_than_a_month_with_its_weeks_are_refused(desk: "Desk") -> None:
    with pytest.raises(ValueError, match="days"):
        agenda(desk, desk.today(), desk.today() + timedelta(days=MOST_DAYS))


def test_the_calendar_file_holds_times_and_kinds_and_no_name_place_or_task(busy: "Desk") -> None:
    today = busy.today()
    written = calendar_of(busy, agenda(busy, today, today + timedelta(days=8)))
    for secret in (b"Geheimenis", b"Younes", b"Kanaalstraat", b"werkgever"):
        assert secret not in written
    events = Calendar.from_ical(written).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Huisbezoek", "Casusoverleg"]
    visit, meeting = events
    assert visit.decoded("DTSTART").isoformat() == f"{today.isoformat()}T10:30:00"
    assert (visit.decoded("DTEND") - visit.decoded("DTSTART")) == timedelta(minutes=45)
    assert meeting.decoded("DTSTART") == today + timedelta(days=1)
    assert {str(event["CLASS"]) for event in events} == {"PRIVATE"}


def test_an_empty_agenda_is_an_empty_calendar(desk: "Desk") -> None:
    assert Calendar.from_ical(calendar_of(desk, ())).walk("VEVENT") == []


def test_writing_the_file_is_in_the_log_and_a_bad_place_is_said(busy: "Desk", tmp_path: Path) -> None:
    items = agenda(busy, busy.today(), busy.today() + timedelta(days=8))
    assert export_calendar(busy, items, tmp_path / "agenda.ics") == 2
    assert (tmp_path / "agenda.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    with pytest.raises(ExportFailed):
        export_calendar(busy, items, tmp_path / "agenda.ics")
    with pytest.raises(ExportFailed):
        export_calendar(busy, items, tmp_path / "nowhere" / "agenda.ics")
    from casus.services.audit import AuditList

    rows = AuditList(busy)
    assert any(row["action"] == "exported" for row in rows.rows(rows.ids()))
