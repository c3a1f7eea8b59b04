# SPDX-License-Identifier: EUPL-1.2
"""Every expected error has one sentence in both languages, and the code has no reason without one."""

import inspect
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import casus
from casus import errors
from casus.assets import resource_path
from casus.services.error_sentences import (
    field_sentence,
    known,
    sentence,
    unexpected,
)

SOURCES = [path.read_text(encoding="utf-8") for path in Path(casus.__file__).parent.rglob("*.py")]
RAW = tomllib.loads(resource_path("catalogue", "errors.toml").read_text(encoding="utf-8"))


def used(pattern: str) -> set[str]:
    return {code for source in SOURCES for code in re.findall(pattern, source)}


def all_sentences() -> Iterator[tuple[str, str]]:
    for part, entries in RAW.items():
        if isinstance(entries, dict):
            for code, texts in entries.items():
                assert set(texts) == {"nl", "en"}, f"{part}.{code}"
                for text in texts.values():
                    yield f"{part}.{code}", text


def test_every_class_of_error_has_a_sentence() -> None:
    classes = {
        name
        for name, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, errors.CasusError)
    }
    told_apart = {"InvalidInput", "InvalidForm"}
    assert classes - told_apart == known("error")


def test_every_rule_and_reason_in_the_code_has_a_sentence() -> None:
    assert used(r'NotAllowed\(\s*"([a-z_]+)"') <= known("not_allowed")
    assert used(r'(?:InvalidInput\([^,()]+|\.refuse\([^,()]+),\s*"([a-z_]+)"') <= known("rule")


def test_no_sentence_is_left_that_nothing_uses() -> None:
    text = "\n".join(SOURCES)
    assert {code for code in known("not_allowed") if f'"{code}"' not in text} == set()


def test_sentences_are_short_whole_and_ask_only_for_numbers() -> None:
    for code, text in all_sentences():
        assert text[0].isupper() or text.startswith("{place}"), code  # of a file: "Regel 3"
        assert text.endswith("."), code
        assert len(text) <= 230, code
        names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        numbers = {"limit", "least", "most", "first", "last", "lowest", "years", "score", "since", "place"}
        numbers |= {
            "size",
            "on",
            "day",
            "count",
            "seconds",
            "until",
            "latest",
            "months",
        }  # of a file in MB, and days
        in_words = {"kind", "act"}  # what stands in the way of an undo: words of a code list, never content
        of_a_policy = {"key", "why", "known", "among", "months", "youngest", "base", "found", "current"}
        more = {"UndoRefused": in_words, "PolicyInvalid": of_a_policy, "counted_already": {"other"}}
        assert names <= numbers.union(*(more[kind] for kind in more if kind in code)), code


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_most_particular_sentence_is_taken(language: str) -> None:
    header = sentence(errors.VaultDamaged(part="header", reason="mac"), language)
    assert header == RAW["particular"]["VaultDamaged.header"][language]
    assert sentence(errors.VaultDamaged(part="elsewhere"), language) == RAW["error"]["VaultDamaged"][language]
    assert sentence(errors.NotAllowed("same_phase"), language) == RAW["not_allowed"]["same_phase"][language]
    assert sentence(errors.NotAllowed("of_tomorrow"), language) == RAW["error"]["NotAllowed"][language]


def test_an_error_of_a_new_kind_uses_the_sentence_of_its_base() -> None:
    class NewTrouble(errors.VaultError):
        """A class nobody wrote a sentence for."""

    assert sentence(NewTrouble()) == RAW["error"]["VaultError"]["nl"]


def test_what_stands_in_the_way_of_an_undo_is_told_in_words() -> None:
    refused = errors.UndoRefused("changed_later", kind="vog_procedures", act="move_vog")
    assert "(VOG-traject: VOG-stap vastgelegd)" in sentence(refused, "nl")
    assert "(contact)" in sentence(errors.UndoRefused("referred", kind="contacts"), "en")
    assert sentence(errors.UndoRefused("unheard_of")) == RAW["error"]["UndoRefused"]["nl"]


def test_a_form_gives_one_line_for_each_different_mistake() -> None:
    form = errors.InvalidForm(
        (
            errors.InvalidInput("a", "required"),
            errors.InvalidInput("b", "required"),
            errors.InvalidInput("c", "too_long", limit=200),
        )
    )
    assert sentence(form).splitlines() == [
        "Vul dit in.",
        "Dit is te lang: hoogstens 200 tekens. Kort het in.",
    ]


def test_what_an_error_does_not_tell_stays_open() -> None:
    assert (
        field_sentence(errors.InvalidInput("a", "too_long"))
        == "Dit is te lang: hoogstens … tekens. Kort het in."
    )
    assert field_sentence(errors.InvalidInput("a", "unheard_of"), "en").startswith("This cannot be kept")


def test_a_bug_has_a_sentence_too() -> None:
    assert unexpected("nl") != unexpected("en")
