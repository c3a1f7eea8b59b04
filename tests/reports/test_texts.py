# SPDX-License-Identifier: EUPL-1.2
"""The fixed words, and how numbers, dates and labels are written."""

import re
import string
import tomllib
import unicodedata
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.assets import resource_path
from casus.disclosure import Figure, FigureStatus
from casus.reports.clean import clean, formula_safe
from casus.reports.pdf_parts import breakable, shorten
from casus.reports.texts import LANGUAGES, Texts


def _pairs(node: object, path: str = "") -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(node, dict):
        if set(node) & set(LANGUAGES):
            yield path, node
        else:
            for key, value in node.items():
                yield from _pairs(value, f"{path}.{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from _pairs(value, f"{path}.{number}")


PAIRS = dict(_pairs(tomllib.loads(resource_path("catalogue", "report.toml").read_text(encoding="utf-8"))))


def _fields(words: object) -> set[str]:
    text = "".join(words) if isinstance(words, list) else str(words)
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("path", PAIRS)
def test_every_text_is_there_in_both_languages_with_the_same_blanks(path: str) -> None:
    dutch, english = (PAIRS[path][language] for language in LANGUAGES)
    assert dutch
    assert english
    assert _fields(dutch) == _fields(english)


def test_numbers_and_dates_follow_the_language() -> None:
    dutch, english = Texts("nl"), Texts("en")
    assert (dutch.number(1234567), english.number(1234567)) == ("1.234.567", "1,234,567")
    assert (dutch.decimal(1.44), english.decimal(1.44)) == ("1,4", "1.4")
    assert dutch.day(date(2023, 11, 28)).split() == ["28", "november", "2023"]
    assert english.day(date(2023, 3, 1)).split() == ["1", "March", "2023"]
    assert dutch.listing(["a", "b", "c"]) == "a, b en c"


def test_a_figure_is_marked_by_what_it_is() -> None:
    dutch = Texts("nl")
    assert dutch.figure(Figure(35, FigureStatus.EXACT)) == "35"
    assert dutch.figure(Figure(0, FigureStatus.ROUNDED)) == "±\u00a00"
    assert dutch.figure(Figure(None, FigureStatus.STRUCTURAL_ZERO)) == "–"


def test_a_label_without_this_language_falls_back_to_another() -> None:
    assert Texts("en").pick({"nl": "wijk"}) == "wijk"
    assert Texts("nl").pick({}) == ""


@given(st.text(st.characters(codec=None), max_size=80))
def test_a_clean_text_holds_nothing_unseen_and_stays_clean(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert not {unicodedata.category(ch) for ch in cleaned} & {"Cc", "Cs", "Cn", "Zl", "Zp"}
    cleaned.encode("utf-8")


def test_letters_of_every_script_stay() -> None:
    assert clean(" Özgür\tde  Łódź محمد 👩 ") == "Özgür de  Łódź محمد 👩"


@given(st.text(max_size=20))
def test_a_disarmed_cell_never_starts_like_a_formula(text: str) -> None:
    assert not re.match(r"[=+\-@\t\r]", formula_safe(text))


def test_long_words_may_break_between_syllables_and_short_ones_stay() -> None:
    assert breakable("Voorbereiding").replace("\u00ad", "-") == "Voor-be-rei-ding"
    assert breakable("Nazorg") == "Nazorg"
    assert shorten("abcdef", 4) == "abc…"
    assert shorten("abcd", 4) == "abcd"
