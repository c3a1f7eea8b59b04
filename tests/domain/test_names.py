# SPDX-License-Identifier: EUPL-1.2
"""Names: sorted on the main surname, compared without accents, one key for one person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.names import (
    FullName,
    display_name,
    fold,
    initials,
    match_key,
    parse_full,
    sort_key,
    split_prefix,
)

BORN = date(2004, 2, 29)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Öztürk", "ozturk"),
        ("İpek IŞIK ışık", "ipek isik isik"),
        ("Łukasz Søren Straße", "lukasz soren strasse"),
        ("O’Neil N´Diaye 't", "oneil ndiaye t"),
        ("Jansen-de  Vries", "jansen de vries"),
        ("Ĳsbrand ﬁn", "ijsbrand fin"),
        ("Æthel Đorđe Þór", "aethel dorde thor"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_folding_takes_away_case_accents_and_apostrophes(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("typed", "prefix", "surname"),
    [
        ("van der Berg", "van der", "Berg"),
        ("Van 't Hof", "Van 't", "Hof"),
        ("El Amrani", "El", "Amrani"),
        ("Jansen de Boer", "", "Jansen de Boer"),
        ("Le", "", "Le"),
        ("van de", "van", "de"),
        ("", "", ""),
    ],
)
def test_tussenvoegsels_come_off_but_a_surname_stays(typed: str, prefix: str, surname: str) -> None:
    assert split_prefix(typed) == (prefix, surname)


def test_names_sort_on_the_main_surname_then_given_then_prefix() -> None:
    people = [
        ("Vries Smit", "", "An"),
        ("Zwart", "", "Bo"),
        ("Vries", "de", "Jan"),
        ("Öztürk", "", "Can"),
        ("Vries", "", "Jan"),
        ("Amrani", "El", "Younes"),
        ("van Aalst", "", "Kim"),
    ]
    assert [person[0] + person[1] for person in sorted(people, key=lambda person: sort_key(*person))] == [
        "van Aalst", "AmraniEl", "Öztürk", "Vries", "Vriesde", "Vries Smit", "Zwart",
    ]  # fmt: skip


def test_a_prefix_sorts_the_same_in_its_own_field_and_in_the_surname() -> None:
    assert (
        sort_key("van der Berg", "", "Jo")
        == sort_key("Berg", "van der", "Jo")
        == sort_key("der Berg", "van", "Jo")
    )


@pytest.mark.parametrize(
    ("parts", "listed", "natural"),
    [
        (("Vries", "de", "Jan"), "Vries, Jan de", "Jan de Vries"),
        (("Amrani", "", "Younes"), "Amrani, Younes", "Younes Amrani"),
        (("Vries", "de", ""), "Vries, de", "De Vries"),
        (("Hart", "'t", ""), "Hart, 't", "'t Hart"),
        (("", "", "Jan"), "Jan", "Jan"),
        (("", "", ""), "", ""),
    ],
)
def test_a_name_is_shown_for_lists_and_for_sentences(
    parts: tuple[str, str, str], listed: str, natural: str
) -> None:
    assert display_name(*parts) == listed
    assert display_name(*parts, order="natural") == natural


@pytest.mark.parametrize(
    ("given_name", "letters"),
    [("Jan Willem", "J.W."), ("Jan-Willem", "J.W."), ("ijsbrand", "IJ."), ("çan", "Ç."), ("", "")],
)
def test_initials_are_voorletters(given_name: str, letters: str) -> None:
    assert initials(given_name) == letters


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jan de Vries", FullName("Vries", "de", "Jan")),
        ("Vries, Jan de", FullName("Vries", "de", "Jan")),
        ("de Vries, Jan", FullName("Vries", "de", "Jan")),
        ("Jan Willem van der Berg", FullName("Berg", "van der", "Jan Willem")),
        ("van 't Hof", FullName("Hof", "van 't", "")),
        ("Vries, de", FullName("Vries", "de", "")),
        ("Sam Smit", FullName("Smit", "", "Sam")),
        ("Smit", FullName("Smit", "", "")),
        ("", FullName("", "", "")),
    ],
)
def test_a_typed_name_is_read_in_its_parts(text: str, name: FullName) -> None:
    assert parse_full(text) == name


@given(
    st.sampled_from(["Vries", "Berg", "Öztürk", "Amrani"]),
    st.sampled_from(["", "de", "van der", "El"]),
    st.sampled_from(["Jan", "Jan Willem", "Ömer"]),
)
def test_a_name_shown_in_either_order_is_read_back(surname: str, prefix: str, given_name: str) -> None:
    name = FullName(surname, prefix, given_name)
    assert parse_full(display_name(surname, prefix, given_name)) == name
    if prefix or " " not in given_name:
        assert parse_full(display_name(surname, prefix, given_name, order="natural")) == name


@pytest.mark.parametrize(
    ("surname", "given_name"),
    [("El Amrani", "Younès"), ("el-amrani", "YOUNES"), ("Amrani", "younes"), ("Al  Amrani", "Yoúnes'")],
)
def test_two_workers_get_the_same_key_for_one_person(surname: str, given_name: str) -> None:
    assert match_key(surname, given_name, BORN) == "amrani|younes|2004-02-29"


def test_another_given_name_or_birth_date_is_another_person() -> None:
    keys = {
        match_key("Amrani", name, day) for name in ("Younes", "Yassin") for day in (BORN, date(2004, 3, 1))
    }
    assert len(keys) == 4


@pytest.mark.parametrize(
    ("surname", "given_name", "birth"), [("", "Jan", BORN), ("Vries", " - ", BORN), ("Vries", "Jan", None)]
)
def test_too_little_known_gives_no_key_so_that_two_persons_never_melt(
    surname: str, given_name: str, birth: date | None
) -> None:
    assert match_key(surname, given_name, birth) is None
