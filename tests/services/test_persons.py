# SPDX-License-Identifier: EUPL-1.2
"""Persons: put on file once, found again the next morning, changed without losing anyone's change."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import pytest
from tests.helpers.builders import A_PERSON, a_person

from casus.errors import InvalidForm, NotAllowed, NotFound, PossibleDuplicate, StaleRecord
from casus.services import persons
from casus.services.desk import Desk
from casus.services.inputs import PersonInput

Reopen = Callable[[Desk], Desk]


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_a_registered_person_is_there_the_next_morning(desk: Desk, reopen: Reopen) -> None:
    data = PersonInput(
        "Noor", "Berg", prefix="van den", call_name="Nootje", birth_date=date(2006, 2, 28), postcode="3561ab",
        telephone="06 12345678", email="noor@voorbeeld.nl", district="west", aliases=("N.", "Noortje"), note="Belt liever.",
    )  # fmt: skip
    made = persons.register_person(desk, data)
    assert made.changes.touches("persons")
    assert made.value.id in made.changes.ids
    again = reopen(desk)
    person = persons.get_person(again, made.value.id)
    assert (person.given_name, person.prefix, person.surname) == ("Noor", "van den", "Berg")
    assert (person.postcode, person.district, person.note) == ("3561 AB", "west", "Belt liever.")
    assert persons.aliases_of(again, person.id) == ("N.", "Noortje")


def test_a_prefix_typed_into_the_surname_is_parted_but_el_amrani_stays_as_written(desk: Desk) -> None:
    vries = a_person(desk, given_name="Jan", surname="de Vries")
    amrani = a_person(desk)
    assert (vries.prefix, vries.surname) == ("de", "Vries")
    assert (amrani.prefix, amrani.surname) == (None, "El Amrani")
    assert amrani.sort_key.startswith("amrani")


def test_every_wrong_field_is_named_at_once(desk: Desk) -> None:
    data = PersonInput(
        "",
        " ",
        birth_date=date(2030, 1, 1),
        email="geen adres",
        telephone="bel maar",
        district="maan",
        note="a\x00b",
    )
    with pytest.raises(InvalidForm) as caught:
        persons.register_person(desk, data)
    assert errors_of(caught.value) == {
        "surname": "required",
        "given_name": "required",
        "birth_date": "future",
        "email": "email",
        "telephone": "telephone",
        "district": "unknown_code",
        "note": "nul",
    }
    assert persons.PersonList(desk).total() == 0


def test_a_call_name_will_do_when_the_given_name_is_not_known(desk: Desk) -> None:
    person = a_person(desk, given_name="", call_name="Mo")
    row = persons.PersonList(desk).rows([person.id])[0]
    assert row.title == "El Amrani, Mo"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({}, ("name", "birth_date")),
        ({"surname": "Elamrani", "given_name": "Younis"}, ("name", "birth_date")),
        ({"birth_date": date(2004, 1, 3)}, ("name", "birth_date_slip")),
        ({"birth_date": None}, ("name",)),
    ],
)
def test_someone_who_may_be_on_file_is_shown_before_a_second_record_is_made(
    desk: Desk, changes: dict[str, object], why: tuple[str, ...]
) -> None:
    known = a_person(desk)
    other = replace(A_PERSON, **changes)
    with pytest.raises(PossibleDuplicate) as caught:
        persons.register_person(desk, other)
    assert caught.value.ids == (known.id,)
    similar = persons.find_similar(desk, other)
    assert [(person.id, person.why) for person in similar] == [(known.id, why)]
    assert persons.register_person(desk, other, duplicates_checked=True).value.id != known.id


def test_an_alias_on_file_warns_too(desk: Desk) -> None:
    known = a_person(desk, aliases=("Barry",))
    assert persons.find_similar(desk, replace(A_PERSON, given_name="Barry"))[0].id == known.id


def test_someone_else_does_not_warn(desk: Desk) -> None:
    a_person(desk)
    assert persons.find_similar(desk, PersonInput("Fatima", "Jansen", birth_date=date(2004, 3, 1))) == []


def test_a_change_is_kept_and_a_second_editor_is_told(desk: Desk, reopen: Reopen) -> None:
    person = a_person(desk, aliases=("Joenes", "Yo"))
    data = replace(A_PERSON, city="Utrecht", aliases=("Yo", "Younis"))
    changed = persons.update_person(desk, person.id, person.version, data).value
    with pytest.raises(StaleRecord):
        persons.update_person(desk, person.id, person.version, replace(data, city="Almere"))
    again = reopen(desk)
    assert persons.get_person(again, person.id).city == "Utrecht"
    assert persons.get_person(again, person.id).version == changed.version
    assert persons.aliases_of(again, person.id) == ("Yo", "Younis")


def test_a_representative_is_on_file_of_age_and_somebody_else(desk: Desk) -> None:
    child = a_person(desk, birth_date=date(2010, 1, 1))
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1), role="representative")
    young = replace(A_PERSON, birth_date=date(2010, 1, 1))
    for representative, rule in ((child.id, "same_person"), ("0" * 32, "unknown_record")):
        with pytest.raises(InvalidForm) as caught:
            persons.update_person(
                desk, child.id, child.version, replace(young, representative_id=representative)
            )
        assert errors_of(caught.value) == {"representative_id": rule}
    kept = persons.update_person(
        desk, child.id, child.version, replace(young, representative_id=mother.id)
    ).value
    assert kept.representative_id == mother.id
    with pytest.raises(InvalidForm) as caught:
        persons.update_person(desk, mother.id, mother.version, replace(young, representative_id=child.id))
    assert errors_of(caught.value) == {"representative_id": "minor"}


def test_a_coordinator_has_no_persons(make_desk: Callable[..., Desk]) -> None:
    with pytest.raises(NotAllowed) as caught:
        persons.register_person(make_desk("coordinator"), A_PERSON)
    assert caught.value.rule == "role"


def test_an_unknown_person_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        persons.get_person(desk, "f" * 32)


BAD_TEXTS = [
    ("a\x00b", "nul"),
    ("a\ud800b", "surrogate"),
    ("a\u202eb", "invisible"),
    ("x" * 50_000, "too_long"),
    ("a\x07b", "control"),
    ("e" + "\u0301" * 40, "marks"),
]
LINES = [
    "given_name",
    "surname",
    "prefix",
    "call_name",
    "telephone",
    "email",
    "street",
    "house_number",
    "postcode",
    "city",
]


@pytest.mark.parametrize("field", [*LINES, "note", "aliases"])
@pytest.mark.parametrize(("text", "rule"), BAD_TEXTS)
def test_text_that_must_not_be_stored_is_refused_in_every_field(
    desk: Desk, field: str, text: str, rule: str
) -> None:
    value = (text,) if field == "aliases" else text
    with pytest.raises(InvalidForm) as caught:
        persons.register_person(desk, replace(A_PERSON, **{field: value}))
    assert errors_of(caught.value)[field] == rule
    assert text not in str(caught.value)
    assert persons.PersonList(desk).total() == 0


GOOD_TEXTS = ["O'Brien", "İpek ıl", "Zoë 👩‍👧", "<b>Jan</b>", "x%_y", '"*NEAR-', "محمد", "=1+1", "Ǻǻ"]


@pytest.mark.parametrize("text", GOOD_TEXTS)
def test_odd_but_honest_text_comes_back_as_it_was(desk: Desk, reopen: Reopen, text: str) -> None:
    person = a_person(desk, given_name=text, surname=text, street=text, note=text, aliases=(text,))
    again = reopen(desk)
    kept = persons.get_person(again, person.id)
    assert (kept.given_name, kept.surname, kept.street, kept.note) == (text, text, text, text)
    assert persons.aliases_of(again, person.id) == (text,)
    assert [row.id for row in persons.PersonList(again).rows(persons.PersonList(again).ids())] == [person.id]


def test_the_form_has_no_field_for_what_may_not_be_kept() -> None:
    assert not {"bsn", "nationality", "religion"} & {field.name for field in fields(PersonInput)}
