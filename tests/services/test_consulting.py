# SPDX-License-Identifier: EUPL-1.2
"""Consulting hours: a whole session with its conversations is stored, corrected and undone as one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import func, select
from tests.helpers.builders import a_case, a_facility, a_person
from tests.helpers.vaults import shared_desks

from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import consulting, dossier, facilities, tasks, undo
from casus.services.consulting_list import ConsultingList
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, ConsultingSessionInput, ConversationInput, PersonInput
from casus.vault.tables import Appointment, Case, ConsultingSession, Contact, Person

TODAY = date(2023, 11, 1)
NEXT = date(2023, 11, 8)
Reopen = Callable[[Desk], Desk]


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, ...]]:
    """A RIO's desk and a coordinator's, for the whole module."""
    with shared_desks(tmp_path_factory.mktemp("spreekuur"), "rio", "coordinator") as both:
        yield both


@pytest.fixture(scope="module")
def rio(desks: tuple[Desk, ...]) -> Desk:
    return desks[0]


@pytest.fixture(scope="module")
def prison(rio: Desk) -> str:
    return a_facility(rio).id


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def counted(desk: Desk, *tables: type) -> list[int]:
    with desk.reading() as session:
        return [session.scalar(select(func.count()).select_from(table)) or 0 for table in tables]


def named(given: str, surname: str) -> PersonInput:
    return PersonInput(given, surname)


def test_a_session_is_one_change_with_its_contacts_new_persons_and_appointments(
    rio: Desk, prison: str
) -> None:
    known = a_person(rio, surname="Bouzid")
    case = a_case(rio, known, approach="rio")
    planned = tasks.add_appointment(rio, AppointmentInput("consulting_hour", TODAY, person_id=known.id)).value
    before = counted(rio, ConsultingSession, Contact, Person, Appointment)
    lines = (
        ConversationInput(known.id, note="Wil een opleiding.", next_on=NEXT),
        ConversationInput(person=named("Stijn", "Wolters")),
    )
    done = consulting.log_consulting_session(rio, ConsultingSessionInput(prison, TODAY, 5, 2, "Druk", lines))
    view = consulting.consulting_session(rio, done.value.id)
    assert [(one.name, one.note) for one in view.conversations] == [
        ("Bouzid, Younes", "Wil een opleiding."),
        ("Wolters, Stijn", None),
    ]
    with rio.reading() as session:
        contact = session.get_one(Contact, view.conversations[0].contact_id)
        assert (contact.kind, contact.reached, contact.facility_id, contact.case_id) == (
            "consulting_hour", "yes", prison, case.id,
        )  # fmt: skip
        assert session.get_one(Case, case.id).last_contact_on == TODAY
        assert session.get_one(Appointment, planned.id).contact_id == contact.id
        ahead = session.scalar(
            select(Appointment).where(Appointment.on == NEXT, Appointment.person_id == known.id)
        )
        assert ahead is not None
        assert (ahead.kind, ahead.facility_id) == ("consulting_hour", prison)
    timeline = dossier.open_dossier(rio, known.id).timeline
    assert [item.text for item in timeline if item.codes.get("contact_kind") == "consulting_hour"] == [
        "Wil een opleiding."
    ]
    step = undo.steps(rio).undo
    assert step is not None
    undo.undo(rio, step.batch_id)  # the view of the dossier is no change
    assert counted(rio, ConsultingSession, Contact, Person, Appointment) == before


def test_a_correction_keeps_changes_adds_and_takes_out_conversations(rio: Desk, prison: str) -> None:
    first, second = a_person(rio, surname="Eerste"), a_person(rio, surname="Tweede")
    data = ConsultingSessionInput(
        prison,
        TODAY,
        4,
        0,
        None,
        (ConversationInput(first.id, note="a"), ConversationInput(second.id, note="b")),
    )
    made = consulting.log_consulting_session(rio, data).value
    stored = consulting.consulting_session(rio, made.id).conversations
    german = a_facility(rio, "JVA Kleve", country="de").id
    kept = ConversationInput(first.id, note="beter", stored=(stored[0].contact_id, stored[0].version))
    third = ConversationInput(person=named("Derde", "Persoon"))
    better = replace(data, facility_id=german, new_persons=1, on=date(2023, 10, 31), lines=(kept, third))
    consulting.correct_consulting_session(rio, made.id, made.version, better)
    view = consulting.consulting_session(rio, made.id)
    assert view.facility == "JVA Kleve"
    assert [(one.name, one.note) for one in view.conversations] == [
        ("Eerste, Younes", "beter"),
        ("Persoon, Derde", None),
    ]
    with rio.reading() as session:
        contact = session.get_one(Contact, stored[0].contact_id)
        assert (contact.on, contact.facility_id) == (date(2023, 10, 31), german)
        assert session.get(Contact, stored[1].contact_id) is None
    with pytest.raises(StaleRecord):
        consulting.correct_consulting_session(rio, made.id, made.version, better)
    with pytest.raises(NotFound):
        consulting.consulting_session(rio, "f" * 32)
    step = undo.steps(rio).undo
    assert step is not None
    undo.undo(rio, step.batch_id)
    assert [one.note for one in consulting.consulting_session(rio, made.id).conversations] == ["a", "b"]


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"on": date(2023, 11, 2)}, {"on": "future"}),
        ({"conversations": -1}, {"conversations": "number"}),
        ({"conversations": 2, "new_persons": 3}, {"new_persons": "more_than_conversations"}),
        ({"facility_id": "f" * 32}, {"facility_id": "unknown_record"}),
        ({"lines": (ConversationInput(),)}, {"lines.0": "nobody_chosen"}),
        ({"lines": (ConversationInput("f" * 32),)}, {"lines.0": "unknown_record"}),
        ({"lines": (ConversationInput(person=named("", "")),)}, {"new_persons": "fewer_than_new"}),
        (
            {"new_persons": 1, "lines": (ConversationInput(person=named("", "")),)},
            {"lines.0": "full_name"},
        ),
    ],
)  # fmt: skip
def test_a_session_that_cannot_be_is_refused_whole(
    rio: Desk, prison: str, changes: dict[str, object], errors: dict[str, str]
) -> None:
    before = counted(rio, ConsultingSession, Contact, Person)
    with pytest.raises(InvalidForm) as caught:
        consulting.log_consulting_session(rio, replace(ConsultingSessionInput(prison, TODAY, 3), **changes))
    assert errors_of(caught.value) == errors
    assert counted(rio, ConsultingSession, Contact, Person) == before


def test_numbers_are_at_least_the_lines_and_nobody_speaks_twice(rio: Desk, prison: str) -> None:
    person = a_person(rio, surname="Dubbel")
    line = ConversationInput(person.id, next_on=date(2023, 10, 1))
    with pytest.raises(InvalidForm) as caught:
        consulting.log_consulting_session(
            rio, ConsultingSessionInput(prison, TODAY, 1, 0, None, (line, line))
        )
    assert errors_of(caught.value) == {
        "conversations": "fewer_than_lines",
        "lines.0.next_on": "before_start",
        "lines.1": "same_person_twice",
        "lines.1.next_on": "before_start",
    }


def test_someone_new_who_looks_like_someone_on_file_is_asked_about(rio: Desk, prison: str) -> None:
    a_person(rio, given_name="Karim", surname="Haddad")
    twin = ConversationInput(person=named("Karim", "Haddad"))
    data = ConsultingSessionInput(prison, TODAY, 1, 1, None, (twin,))
    with pytest.raises(InvalidForm) as caught:
        consulting.log_consulting_session(rio, data)
    assert errors_of(caught.value) == {"lines.0": "looks_like_someone"}
    sure = replace(data, lines=(replace(twin, surely_new=True),))
    assert consulting.log_consulting_session(rio, sure).value.new_persons == 1


def test_a_facility_off_the_list_takes_no_new_session_but_keeps_its_old_ones(rio: Desk) -> None:
    place = a_facility(rio, "PI Gesloten").id
    made = consulting.log_consulting_session(rio, ConsultingSessionInput(place, TODAY, 2)).value
    facilities.remove_facility(rio, place)
    with pytest.raises(InvalidForm) as caught:
        consulting.log_consulting_session(rio, ConsultingSessionInput(place, TODAY, 2))
    assert errors_of(caught.value) == {"facility_id": "facility_removed"}
    data = ConsultingSessionInput(place, TODAY, 3)
    assert consulting.correct_consulting_session(rio, made.id, made.version, data).value.conversations == 3


def test_a_coordinator_holds_no_consulting_hour(desks: tuple[Desk, ...], prison: str) -> None:
    with pytest.raises(NotAllowed):
        consulting.log_consulting_session(desks[1], ConsultingSessionInput(prison, TODAY, 1))


def test_the_list_filters_sorts_and_adds_up_what_it_shows(rio: Desk) -> None:
    german = a_facility(rio, "JVA Essen", country="de").id
    for on, talks, new in ((date(2022, 5, 2), 7, 2), (date(2022, 6, 3), 4, 1)):
        consulting.log_consulting_session(rio, ConsultingSessionInput(german, on, talks, new))
    listed = ConsultingList(rio)
    chips = {"when": frozenset({"last_year"}), "country": frozenset({"de"})}
    ids = listed.ids("", chips, "conversations", True)
    assert [row["conversations"] for row in listed.rows(ids)] == [7, 4]
    totals = listed.totals("essen", chips)
    assert (totals.sessions, totals.conversations, totals.new_persons) == (2, 11, 3)
    assert listed.totals("bestaat niet", {}).sessions == 0
    for column in listed.columns:
        assert len(listed.ids("", {}, column.key)) == listed.total()
