# SPDX-License-Identifier: EUPL-1.2
"""Search: by what people type, and never as a language of operators."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.builders import (
    A_PERSON,
    a_case,
    a_detention,
    a_facility,
    a_family,
    a_home_visit,
    a_partner,
    a_person,
    a_programme,
)

from casus.domain.names import fold
from casus.services import detentions, families, partners, persons
from casus.services.desk import Desk
from casus.services.detention_list import DetentionList
from casus.services.inputs import PartnerInput
from casus.services.programmes import ProgrammeList
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
        ("kanaalstraat", "street"),
        ("kanaalstraat 12", "street"),
        ("3512 ab", "postcode"),
        ("0612345678", "telephone"),
        ("06 12 34 56 78", "telephone"),
        ("06-1234", "telephone"),
        ("+31 6 12345678", "telephone"),
        ("younes.a@voorbeeld", "email"),
        ("amrani kanaalstraat", "several"),
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
        desk,
        aliases=("Kleine Jöhn",),
        street="Kanaalstraat",
        house_number="12",
        postcode="3512 AB",
        telephone="06 12345678",
        email="younes.a@voorbeeld.nl",
        call_name=None,
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


def test_what_fits_is_shown_beside_the_name_but_not_of_a_restricted_dossier(desk: Desk) -> None:
    person = a_person(desk, aliases=("Momo",), street="Kanaalstraat", house_number="12")
    assert [(hit.why, hit.matched) for hit in search(desk, "momo")] == [("alias", "Momo")]
    assert [(hit.why, hit.matched) for hit in search(desk, "kanaal")] == [("street", "Kanaalstraat 12")]
    persons.set_restricted(desk, person.id, person.version, True, "Dreiging, op verzoek van de politie.")
    assert search(desk, "kanaal") == []


def test_a_facility_tells_whether_someone_is_or_was_there(desk: Desk) -> None:
    facility = a_facility(desk, "PI Nieuwegein", place="Nieuwegein")
    assert [hit.place for hit in search(desk, "nieuwegein")] == [""]
    stay = a_detention(desk, facility=facility)
    assert [hit.place for hit in search(desk, "nieuwegein")] == ["inside"]
    detentions.release_from_detention(desk, stay.id, date(2023, 10, 2))
    assert [hit.place for hit in search(desk, "nieuwegein")] == ["earlier"]


def test_the_lists_search_opens_find_names_with_accents_too(desk: Desk) -> None:
    stay = a_detention(desk, facility=a_facility(desk, "JVA Köln-Ossendorf", country="de"))
    a_detention(desk, a_person(desk, surname="Zand"), a_facility(desk, "JVA Kleve", country="de"))
    partner = a_partner(desk, "Café d'Élan", "provider")
    programme = a_programme(desk, a_person(desk, surname="Berg"), provider_id=partner.id, provider_name=None)
    assert DetentionList(desk).ids(search(desk, "koln")[0].title) == [stay.id]
    assert ProgrammeList(desk).ids(search(desk, "cafe")[0].title) == [programme.id]


ODD = st.text(
    st.sampled_from("amrani younes\x00\u202e\u200b\U0001f600\u0301%_*\"'():^-+{}NEAROT;\\\n\ud800"),
    max_size=40,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ODD | st.text(max_size=60))
def test_whatever_is_typed_is_looked_for_as_words_and_never_breaks(desk: Desk, text: str) -> None:
    """Found is only what has every typed word: no operator, no wildcard."""
    if not search(desk, "amrani"):
        a_home_visit(desk)
    there = fold("El Amrani, Younes Koffie gedronken, gaat redelijk.").replace(",", " ").split()
    for hit in search(desk, text):
        words = re.findall(r"\w+", fold(text.encode("utf-8", "ignore").decode().replace("\x00", "")))[:8]
        numbers = fold(f"{hit.title} {hit.subtitle}").replace("-", " ").split()
        known = [*there, *numbers]
        assert hit.why == "similar" or all(any(one.startswith(word) for one in known) for word in words)


@pytest.mark.parametrize("text", ["a" * 1_000_000, "amrani " * 150_000, '"' * 1_000_000, "\x00" * 1_000_000])
def test_a_paste_of_a_megabyte_is_searched_for_by_its_beginning(desk: Desk, text: str) -> None:
    person = a_person(desk)
    wanted = [(person.id, "name")] if "amrani" in text else []
    assert found(desk, text) == wanted
