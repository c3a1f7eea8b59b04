# SPDX-License-Identifier: EUPL-1.2
"""Names of others are found in every way people write them; one's own name and other words stay as they are."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casus.domain.masking import Masker, name_forms, words_of_name
from casus.domain.names import display_name

LETTERS = "abdefghiklmnoprstuwyzáéèëïöüçñøłıß"
words = st.text(LETTERS, min_size=3, max_size=8).map(str.capitalize)
names = st.tuples(words, st.sampled_from(["", "van der", "el", "de"]), words)
FILLER = ("qvx", "Het", "jqxw", "14", "–", "xqj,", "\n", "Jqv.", "(wqx)")


def masked(masker: Masker, text: str) -> str:
    for one in reversed(masker.find(text)):
        text = f"{text[: one.start]}█{text[one.end :]}"
    return text


def a_masker(own: tuple[str, str, str], *others: tuple[str, str, str]) -> Masker:
    masker = Masker()
    masker.keep(name_forms(*own))
    for one in others:
        masker.hide(name_forms(*one))
    return masker


def written(name: tuple[str, str, str]) -> list[str]:
    """The ways in which this name may stand in a text."""
    given_name, prefix, surname = name
    full = display_name(surname, prefix, given_name, order="natural")
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", full) if unicodedata.category(sign) != "Mn")
    return [
        full, full.upper(), full.lower(), unicodedata.normalize("NFD", full), bare,
        display_name(surname, prefix, given_name), f"{given_name}s", f"{given_name}'s", f"{given_name}tje",
        f"de {surname}s", f"{given_name[0]}. {full.removeprefix(given_name).strip()}",
        full.replace(" ", "-"), full.replace(" ", "").replace("-", ""), f"({given_name})", f"{given_name}2004",
    ]  # fmt: skip


@given(names, names, st.data())
def test_no_name_of_another_survives_and_ones_own_stays(
    own: tuple[str, str, str], other: tuple[str, str, str], data: st.DataObject
) -> None:
    parts = [words_of_name(part)[0] for part in (own[0], own[2], other[0], other[2])]
    assume(not any(a != b and (a.startswith(b) or b.startswith(a)) for a in parts for b in parts))
    assume(len(set(parts)) == 4)
    masker = a_masker(own, other)
    way = data.draw(st.sampled_from(written(other)))
    mine = data.draw(st.sampled_from(written(own)[:5]))
    before, after = (" ".join(data.draw(st.lists(st.sampled_from(FILLER), max_size=4))) for _ in "ab")
    text = masked(masker, f"{before} {way} {mine} {after}")
    assert "█" in text
    left = set(words_of_name(text))
    assert not left & {words_of_name(other[0])[0], words_of_name(other[2])[0]}
    assert text.endswith(f" {mine} {after}")
    assert text.startswith(before)


@given(names, st.lists(st.sampled_from(FILLER)).map(" ".join))
def test_a_text_without_names_stays_as_it_is(other: tuple[str, str, str], text: str) -> None:
    assume(
        not {word for part in other for word in words_of_name(part)} & {"qvx", "het", "jqxw", "xqj", "jqv"}
    )
    assert a_masker(("Younes", "", "El Amrani"), other).find(text) == []


@given(st.text())
def test_any_text_can_be_searched_and_nothing_but_the_found_changes(text: str) -> None:
    masker = a_masker(("Younes", "", "El Amrani"), ("Fatima", "", "El Amrani"))
    found = masker.find(text)
    assert all(one.start < one.end for one in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Moeder Fatima El Amrani zegt dat Younes El Amrani belt.",
            "Moeder █ zegt dat Younes El Amrani belt.",
        ),
        ("Mevrouw El Amrani belt; F. El Amrani ook.", "Mevrouw El Amrani belt; █ ook."),
        ("Fatima's broer en fatimas zus; FATIMA, Fàtima en Fatimaatje", "█'s broer en █ zus; █, █ en █"),
        ("El Amrani, Fatima; een straat heet Bakkerstraat", "█; een straat heet Bakkerstraat"),
        ("al lang, Al Bakri niet", "al lang, █ niet"),
        ("bel 06-1234 5678 of +31 6 12345678, niet 06 87654321", "bel █ of █, niet 06 87654321"),
        ("Kanaalstraat 12, 3531 CJ", "█, █"),
        ("Fa\u00adtima en Fati\u200bma", "█ en █"),
    ],
)
def test_ways_people_write(text: str, expected: str) -> None:
    masker = a_masker(("Younes", "", "El Amrani"), ("Fatima", "", "El Amrani"), ("Omar", "al", "Bakri"))
    masker.hide([("kanaalstraat", "12"), ("3531", "cj")], "address")
    masker.hide_telephone("06-12345678")
    masker.keep_telephone("0687654321")
    assert masked(masker, text) == expected
