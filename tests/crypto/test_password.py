# SPDX-License-Identifier: EUPL-1.2
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.crypto import password
from casus.errors import InvalidInput, WeakPassword
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD


@given(st.text(alphabet="éèüïñåçăấ한aoue", min_size=1, max_size=20))
def test_composed_and_decomposed_typing_are_the_same_password(text: str) -> None:
    forms = {password.as_bytes(unicodedata.normalize(form, text)) for form in ("NFC", "NFD")}
    assert len(forms) == 1


@pytest.mark.parametrize(
    ("text", "rule"), [("", "required"), ("a" * 10_001, "too_long"), ("geheim\ud800", "surrogate")]
)
def test_what_is_no_password_says_why(text: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        password.as_bytes(text)
    assert (caught.value.field, caught.value.rule) == ("password", rule)
    assert "geheim" not in str(caught.value)


def test_ten_thousand_characters_are_allowed_and_judged_quickly() -> None:
    started = time.perf_counter()
    judged = password.strength("veel tekens achter elkaar " * 384)
    assert time.perf_counter() - started < 1.0
    assert judged.score == 4
    assert len(password.as_bytes("é" * 10_000)) == 20_000


@pytest.mark.parametrize(
    "weak", ["q7", "welkom", "Welkom2023!", "Utrecht2024", "qwerty123", "aaaaaaaaaaaa", "12-10-1990", "casus"]
)
def test_easy_passwords_are_refused_with_a_reason(weak: str) -> None:
    with pytest.raises(WeakPassword) as caught:
        password.require_strong(weak)
    assert caught.value.data["score"] in (0, 1, 2)
    assert caught.value.data["reason"]
    assert weak not in str(caught.value)


@pytest.mark.parametrize("strong", [PASSWORD, OTHER_PASSWORD, "x7#Kq9!vLm2$"])
def test_hard_passwords_are_accepted(strong: str) -> None:
    password.require_strong(strong)


def test_known_words_count_as_easy() -> None:
    plain = password.strength("zwaluwenberg")
    assert password.strength("zwaluwenberg", ["zwaluwenberg"]).score < max(plain.score, 1)


def test_a_meter_can_show_an_empty_field() -> None:
    assert password.strength("") == password.Strength(0, ("required",), 0.0)


def test_the_reason_of_a_repeated_letter_is_repetition() -> None:
    assert password.strength("aaaaaaa").reasons[0] == "repeats"
