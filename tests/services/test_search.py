# SPDX-License-Identifier: EUPL-1.2
"""Search: by what people type, and never as a language of operators."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.builders import A_PERSON, a_case, a_facility, a_family, a_partner, a_person

from casus.services import families, partners, persons
from casus.services.desk import Desk
from casus.services.inputs import PartnerInput
from casus.services.search import search

Reopen = Callable[[Desk], Desk]


def found(desk: Desk, text: str) -> list[tuple[str, str]]:
    return [(hit.record_id, hit.why) for hit in search(desk, text)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("amrani", "name"),
        ("AMR", "name"),
        ("younes el amrani", "name"),
        ("el amrani younes", "name"),
        ("yoüñes", "name"),
        ("kleine jöhn", "alias"),
        ("john amrani", "alias"),
        ("kanaalstraat", "other"),
        ("0612345678", "other"),
        ("amrni", "similar"),
        ("amarni", "similar"),
        ("elamrani", "similar"),
        ("yuones amrani", "similar"),
        ("kliene john", "similar"),
        ('"amrani"', "name"),
        ("amrani*", "name"),
        ("-amrani", "name"),
        ("(younes", "name"),
        ("title:amrani", None),
        ("amrani NEAR jansen", None),
        ("amrani OR jansen", None),
        ("xyzzy", None),
        ("%", None),
        ("*", None),
        ('"', None),
        ("' OR 1=1 --", None),
        ("\x00\ud800", None),
        ("   ", None),
    ],
)
def test_a_person_is_found_by_every_name_and_past_a_slip_of_the_pen(
    desk: Desk, text: str, why: str | None
) -> None:
    person = a_person(
        desk, aliases=("Kleine Jöhn",), street="Kanaalstraat", telephone="06 12345678", call_name=None
    )
    a_person(desk, given_name="Willem", surname="Hoekstra", birth_date=date(1999, 1, 1))
    assert found(desk, text) == ([] if why is None else [(person.id, why)])


def test_the_number_of_a_person_and_of_a_case_are_found(desk: Desk, reopen: Reopen) -> None:
    person = a_person(desk)
    case = a_case(desk, person)
    again = reopen(desk)
    assert found(again, person.number) == [(person.id, "number")]
    hit = search(again, case.number.lower())[0]
    assert (hit.kind, hit.record_id, hit.title, hit.subtitle) == (
        "cases", case.id, case.number, "El Amrani, Younes",
    )  # fmt: skip


def test_families_facilities_and_partners_are_found(desk: Desk) -> None:
    family, facility, partner = (
        a_family(desk),
        a_facility(desk, "PI Nieuwegein", place="Nieuwegein"),
        a_partner(desk),
    )
    assert [(hit.kind, hit.record_id) for hit in search(desk, "wit")] == [("families", family.id)]
    assert [(hit.kind, hit.subtitle) for hit in search(desk, "nieuwegein")] == [("facilities", "Nieuwegein")]
    assert [(hit.kind, hit.record_id) for hit in search(desk, "buurtteam")] == [("partners", partner.id)]
    assert facility.id != partner.id


def test_a_changed_name_is_found_and_the_old_one_is_not(desk: Desk) -> None:
    person = a_person(desk, aliases=("Joenes",))
    data = replace(A_PERSON, given_name="Bilal", surname="Tahiri", aliases=())
    persons.update_person(desk, person.id, person.version, data)
    assert found(desk, "tahiri") == [(person.id, "name")]
    assert found(desk, "amrani") == found(desk, "joenes") == []
    partner = a_partner(desk, "Exodus", "other")
    partners.update_partner(desk, partner.id, partner.version, PartnerInput("Humanitas", "other"))
    assert found(desk, "exodus") == []
    assert found(desk, "humanitas") == [(partner.id, "name")]
    partners.remove_partner(desk, partner.id)
    assert found(desk, "humanitas") == []
    family = a_family(desk)
    families.update_family(
        desk, family.id, family.version, families.FamilyInput("Familie Zand", date(2023, 2, 1))
    )
    assert found(desk, "wit") == []


def test_a_letter_alone_lists_surnames_in_order_up_to_the_limit(desk: Desk) -> None:
    for place in range(6):
        a_person(desk, given_name=f"Naam{place}", surname="Bakker")
    a_person(desk, given_name="Bo", surname="Zand")
    titles = [hit.title for hit in search(desk, "b", limit=7)]
    assert titles == [*(f"Bakker, Naam{place}" for place in range(6)), "Zand, Bo"]
    assert len(search(desk, "b", limit=3)) == 3


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_nothing_that_can_be_typed_breaks_the_search(desk: Desk, text: str) -> None:
    for hit in search(desk, text):
        assert hit.record_id
