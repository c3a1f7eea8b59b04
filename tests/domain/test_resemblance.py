# SPDX-License-Identifier: EUPL-1.2
"""The duplicate warning: misspelt names are found, namesakes and strangers are left alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.resemblance import Identity, edit_distance, matches, resemblance, similarity

BORN = date(2004, 3, 7)
YOUNES = Identity("El Amrani", "Younes", BORN)
words = st.text("abcdé", max_size=7)


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("", "abc", 3),
        ("abc", "", 3),
        ("abc", "abc", 0),
        ("abc", "acb", 1),
        ("jansen", "janssen", 1),
        ("ca", "abc", 3),
    ],
)
def test_slips_of_the_pen_are_counted(one: str, other: str, slips: int) -> None:
    assert edit_distance(one, other) == slips


@given(words, words)
def test_likeness_is_mutual_and_between_nothing_and_the_same(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) <= 1
    assert similarity(one, other) == pytest.approx(similarity(other, one))
    assert edit_distance(one, other) == edit_distance(other, one)
    assert (edit_distance(one, other) == 0) == (one == other)


def test_case_accents_and_spaces_make_no_difference_and_nothing_is_like_nothing() -> None:
    assert similarity("Jan Willem", "JÁN-WILLEM") == 1
    assert similarity("", "") == 0


@pytest.mark.parametrize(
    "other",
    [
        Identity("Amrani", "Younes", BORN),
        Identity("el-amrani", "Younès", BORN),
        Identity("Amrnai", "Younes", BORN),
        Identity("El Amrani", "Yousef", BORN),
        Identity("Younes", "Amrani", BORN),
        Identity("El Amrani", "Mo", BORN, call_name="Younes"),
        Identity("El Amrani", "", BORN),
        Identity("El Amrani", "Younis", None),
        Identity("El Amrani", "Younes", date(2004, 7, 3)),
        Identity("El Amrani", "Younes", date(2005, 3, 7)),
    ],
)
def test_the_same_person_written_otherwise_gives_a_warning(other: Identity) -> None:
    assert matches(YOUNES, other)
    assert matches(other, YOUNES)


@pytest.mark.parametrize(
    "other",
    [
        Identity("Bakker", "Younes", BORN),
        Identity("Amersfoort", "Younes", BORN),
        Identity("El Amrani", "Karim", BORN),
        Identity("El Amrani", "Yousef", None),
        Identity("El Amrani", "Younes", date(1999, 11, 21)),
        Identity("Amrnai", "Younes", date(2005, 3, 7)),
        Identity("", "", BORN),
    ],
)
def test_other_persons_give_no_warning(other: Identity) -> None:
    assert not matches(YOUNES, other)
    assert not matches(other, YOUNES)


def test_one_slip_in_four_letters_and_the_same_initial_is_just_enough() -> None:
    assert matches(Identity("Smit", "Johannes", BORN), Identity("Smid", "Jan", BORN))
    assert not matches(Identity("Bos", "Johannes", BORN), Identity("Bus", "Jan", BORN))


def test_the_most_alike_comes_first() -> None:
    found = [
        Identity("El Amrani", "Younes", None),
        Identity("Amrnai", "Younes", BORN),
        Identity("El Amrani", "Younes", BORN),
    ]
    order = sorted(found, key=lambda person: resemblance(YOUNES, person), reverse=True)
    assert order[0] == found[2]
    assert resemblance(YOUNES, found[2]) == 1
