# SPDX-License-Identifier: EUPL-1.2
"""Typed text: what is stored is one normal form, readable, and hides nothing (security.md 5.8)."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.text import MAX_MARKS, clean_line, clean_text, visible
from casus.errors import InvalidInput

FAMILY = "👨\u200d👩\u200d👧"
tricky = st.sampled_from("\0\r\n\t\x0b\x1f\ud800\u0301\u0316\u00ad\u200b\u200d\u202e\u2028\ufe0f\ufeff👨e1 ")
anything = st.text(st.one_of(tricky, st.characters()), max_size=60)


def rule_of(clean: object, text: str, **options: object) -> str:
    with pytest.raises(InvalidInput) as refused:
        clean("name", text, **options)  # type: ignore[operator]
    assert refused.value.field == "name"
    return refused.value.rule


def test_a_line_is_trimmed_and_its_white_space_becomes_single_spaces() -> None:
    assert clean_line("name", " \tJan\u00a0 de\r\nVries \n") == "Jan de Vries"
    assert clean_line("name", None) == ""


def test_accents_are_stored_composed() -> None:
    assert clean_line("name", "Jose\u0301") == "José"
    assert clean_text("note", "cafe\u0301") == "café"


@pytest.mark.parametrize("clean", [clean_line, clean_text])
@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a\0b", "nul"),
        ("a\ud800b", "surrogate"),
        ("a\x07b", "control"),
        ("a\x9fb", "control"),
        ("a\ufffeb", "control"),
        ("a\U0010ffffb", "control"),
        ("a\u202eb", "invisible"),
        ("a\u2066b", "invisible"),
        ("e" + "\u0301" * (MAX_MARKS + 1), "marks"),
    ],
)
def test_what_cannot_be_stored_or_turns_text_around_is_refused(clean: object, text: str, rule: str) -> None:
    assert rule_of(clean, text) == rule


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200c", "\u200d", "\u200f", "\u00ad", "\ufeff", "\u3164", "\ufe0f", "\U000e0041"]
)
def test_a_name_holds_no_character_that_cannot_be_seen(hidden: str) -> None:
    assert rule_of(clean_line, f"Jan{hidden}sen") == "invisible"


@pytest.mark.parametrize("emoji", [FAMILY, "❤\ufe0f", "1\ufe0f\u20e3", "👍🏽"])
def test_emoji_stay_whole_in_lines_and_in_text(emoji: str) -> None:
    assert clean_line("title", f"bellen {emoji}") == f"bellen {emoji}"
    assert clean_text("note", emoji) == emoji


@pytest.mark.parametrize(
    "name",
    [
        "محمد الأمراني",
        "יוסף כהן",
        "Öztürk",
        "İpek Işık",
        "O'Neil",
        "'t Hart",
        "100%_x",
        '"NEAR*"',
        "<b>x</b>",
    ],
)
def test_names_of_any_script_and_odd_signs_stay_as_they_are(name: str) -> None:
    assert clean_line("name", name) == name


def test_text_keeps_its_lines_and_loses_what_has_no_meaning() -> None:
    typed = "\ufeffeen \r\ntwee\u200b\rdrie\u2028vier\x0bvijf\n\n"
    assert clean_text("note", typed) == "een\ntwee\ndrie\nvier\nvijf"


def test_joiners_of_persian_stay_in_text() -> None:
    assert clean_text("note", "می\u200cروم") == "می\u200cروم"


def test_a_required_field_of_spaces_is_empty() -> None:
    assert rule_of(clean_line, " \n ", required=True) == "required"
    for nothing in ("\u200b", "\u200f\u200f", "\u200d \n\ufe0f"):
        assert rule_of(clean_text, nothing, required=True) == "required"
        assert clean_text("note", nothing) == ""
    assert clean_text("note", "  ") == ""


def test_the_limit_counts_characters_after_cleaning() -> None:
    assert clean_line("name", "a" * 10, limit=10) == "a" * 10
    assert clean_line("name", "e\u0301" * 10, limit=10) == "é" * 10
    assert rule_of(clean_line, "a" * 11, limit=10) == "too_long"
    assert len(clean_line("name", "a" * 200)) == 200
    assert rule_of(clean_line, "a" * 201) == "too_long"
    assert rule_of(clean_text, "a" * 20_001) == "too_long"


@pytest.mark.parametrize("piece", ["a", " ", "\u0316\u0301", "é\n", "\u200b"])
@pytest.mark.parametrize("clean", [clean_line, clean_text])
def test_a_paste_of_fifty_megabytes_is_answered_at_once(clean: object, piece: str) -> None:
    paste = "x" + piece * (50_000_000 // len(piece.encode())) + "x"
    began = time.perf_counter()
    assert rule_of(clean, paste) == "too_long"
    assert time.perf_counter() - began < 5


def test_the_longest_text_of_accents_is_cleaned_in_no_time() -> None:
    began = time.perf_counter()
    clean_text("note", ("e" + "\u0316\u0301" * (MAX_MARKS // 2)) * 4000, limit=40_000)
    assert time.perf_counter() - began < 5


def test_an_error_tells_where_and_which_character_but_not_the_text() -> None:
    with pytest.raises(InvalidInput) as refused:
        clean_line("name", "Geheim\u202e")
    assert refused.value.data["character"] == "U+202E"
    assert refused.value.data["position"] == 6
    assert "Geheim" not in str(refused.value)


def test_hidden_characters_can_be_shown() -> None:
    assert visible("Jan\u202e\u200b\0 ok\n") == "Jan⟨U+202E⟩⟨U+200B⟩⟨U+0000⟩ ok\n"


@given(anything)
def test_cleaning_either_refuses_or_gives_a_fixed_point_that_can_be_stored(text: str) -> None:
    for clean in (clean_line, clean_text):
        try:
            kept = clean("name", text)
        except InvalidInput:
            continue
        assert clean("name", kept) == kept
        assert unicodedata.is_normalized("NFC", kept)
        assert kept == kept.strip()
        assert "\0" not in kept
        assert "\r" not in kept
        kept.encode("utf-8")


@given(anything)
def test_a_kept_line_shows_everything_it_holds(text: str) -> None:
    try:
        kept = clean_line("name", text)
    except InvalidInput:
        return
    assert "\n" not in kept
    assert visible(kept.replace("\u200d", "")) == kept.replace("\u200d", "")
