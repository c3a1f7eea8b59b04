# SPDX-License-Identifier: EUPL-1.2
"""Every refusal has a sentence in both languages that names the figure, the earlier release and what helps."""

import re
import string
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import casus
from casus import errors
from casus.assets import resource_path
from casus.disclosure import TOTAL, Category, CountTable, Dimension, Group, Protection, Refusal
from casus.services import error_sentences, explanations
from casus.services.explanations import Earlier, Explainer

ENGINE = Path(casus.__file__).parent / "disclosure"
RAW = tomllib.loads(resource_path("catalogue", "refusals.toml").read_text(encoding="utf-8"))
LANGUAGES = ("nl", "en")
MADE_OF_OTHERS = frozenset({"no_rounding_after"})
"""Sentences for a refusal in a particular case; no refusal has this as its code."""


def in_the_engine(pattern: str) -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in ENGINE.rglob("*.py"))
    return {code for source in sources for code in re.findall(pattern, source)}


def codes() -> set[str]:
    """Return every code a refusal is made with: written out, chosen between two, or put in a variable first."""
    return (
        in_the_engine(r'Refusal\(\s*"([a-z_]+)"')
        | in_the_engine(r'Refusal\(\s*"[a-z_]+" if \w+ else "([a-z_]+)"')
        | in_the_engine(r'\bcode = "([a-z_]+)" if')
        | in_the_engine(r'\bcode = "[a-z_]+" if [^\n]+ else "([a-z_]+)"')
    )


def templates() -> Iterator[tuple[str, str]]:
    for part, entries in RAW.items():
        if isinstance(entries, dict):
            for name, texts in entries.items():
                assert set(texts) == set(LANGUAGES), f"{part}.{name}"
                yield from ((f"{part}.{name}", text) for text in texts.values())


def a_dimension(code: str, nl: str, en: str, **labels: str) -> Dimension:
    categories = tuple(Category(one, {"nl": label, "en": label}) for one, label in labels.items())
    return Dimension(code, {"nl": nl, "en": en}, categories)


DISTRICT = a_dimension("district", "Wijk", "District", overvecht="Overvecht", zuilen="Zuilen")
AGE = a_dimension("age", "Leeftijd", "Age", young="12–17 jaar", older="18–22 jaar")


def a_table(code: str = "top_x", dimensions: tuple[Dimension, ...] = (DISTRICT, AGE)) -> CountTable:
    return CountTable(
        code=code, title={"nl": "Jongeren in de Top X", "en": "Young people in Top X"},
        definition={"nl": "", "en": ""}, unit="persons", unit_label={"nl": "personen", "en": "persons"},
        source={"nl": "", "en": ""}, chapter="careers", period=(date(2025, 1, 1), date(2025, 12, 31)),
        reference_date=date(2025, 12, 31), snapshot="s", protection=Protection.PERSONS,
        population="persons@2025", dimensions=dimensions, counts={},
    )  # fmt: skip


CELL = ("overvecht", "older")
EARLIER = (Earlier(3, date(2026, 3, 12)), Earlier(4, date(2026, 5, 1), "Jeugdmonitor"))


@pytest.fixture(params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Explainer:
    """Whoever explains, in each language."""
    return Explainer.of(request.param, (a_table(), a_table("all", (DISTRICT,))), EARLIER)


@pytest.fixture
def dutch() -> Explainer:
    return Explainer.of("nl", (a_table(), a_table("all", (DISTRICT,))), EARLIER)


def test_every_code_the_engine_can_raise_has_a_sentence_in_both_languages() -> None:
    assert len(codes()) >= 30
    assert codes() - explanations.known("refusal") == set()


def test_no_sentence_is_left_that_nothing_raises() -> None:
    assert explanations.known("refusal") - codes() - MADE_OF_OTHERS == set()


def test_every_proposal_of_the_engine_has_the_words_of_a_button() -> None:
    assert in_the_engine(r'"proposal": "([a-z_]+)"') <= explanations.known("proposal")


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_refusal_with_all_its_data_leaves_no_blank(words: Explainer, code: str) -> None:
    data = {"minimum": 10, "cells": 60_000, "limit": 50_000, "dimension": "district", "code": "x", "parent": "y",
            "size": 2, "other": "all", "left": 2, "need": 5, "release": 3, "unit": "visits", "member": "m",
            "class": "c", "insider": "w", "shown": 7, "added": 8, "base": 5}  # fmt: skip
    reason = words.explain(Refusal(code, "top_x", CELL, data)).reason
    assert "…" not in reason, reason
    assert "{" not in reason, reason
    assert reason.endswith(".")
    assert reason[0].isupper() or reason[0] in "‘"


@pytest.mark.parametrize("code", sorted(codes()))
def test_a_refusal_without_anything_at_hand_is_still_a_sentence(code: str) -> None:
    for language in LANGUAGES:
        reason = explanations.reason_of(Refusal(code, ""), language)
        assert reason.endswith(".")
        assert reason[0].isupper() or reason[0] in "‘…", reason


def test_sentences_are_plain_and_say_no_system_words() -> None:
    jargon = r"\b(cel|cellen|marge|dimensie|predicaat|ledger|solver|preset|witness|cell|cells|margin|predicate|dataset)\b"
    for name, text in templates():
        bare = re.sub(r"\{\w+\}", "", text)
        assert not re.search(jargon, bare, re.IGNORECASE), name
        assert len(text) <= 260, name
        list(string.Formatter().parse(text))


def test_the_figure_is_named_in_words(dutch: Explainer) -> None:
    refusal = Refusal("range_too_narrow", "top_x", CELL, {"left": 2, "need": 5})
    explained = dutch.explain(refusal)
    assert explained.table == "Jongeren in de Top X naar wijk en leeftijd"
    assert explained.reason == (
        "‘Overvecht, 18–22 jaar’ is te goed uit te rekenen. Wie de cijfers van dit rapport van "
        "elkaar aftrekt, houdt nog maar 2 mogelijke aantallen over; minstens 5 is veilig."
    )


def test_an_earlier_release_is_named_with_its_day_and_what_is_subtracted(dutch: Explainer) -> None:
    data = {"left": 1, "need": 5, "release": 3, "target": "difference", "minus": ("all", ("overvecht",))}
    reason = dutch.reason(Refusal("range_too_narrow", "top_x", ("overvecht", TOTAL), data))
    assert reason == (
        "‘Overvecht’ verschilt maar weinig van ‘Overvecht’ in ‘Jongeren in de Top X naar wijk’. "
        "Wie vrijgave 3 van 12 maart 2026 ernaast legt en ‘Overvecht’ in ‘Jongeren in de Top X naar wijk’ ervan "
        "aftrekt, rekent het precieze aantal uit."
    )


def test_a_publication_from_elsewhere_is_named_by_its_title(words: Explainer) -> None:
    reason = words.reason(Refusal("range_too_narrow", "top_x", CELL, {"left": 3, "need": 5, "release": 4}))
    assert "‘Jeugdmonitor’" in reason
    assert "2026" in reason


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"relation": "added"}, "alleen mensen bij kwamen"),
        ({"relation": "changed", "changed": 3}, "hooguit 3 mensen"),
        ({"insider": "own_record"}, "er zelf bij hoort"),
        ({"insider": "caseload", "known": 7}, "er zelf 7 van begeleidt"),
        ({"relation": "changed", "changed": 1}, "hooguit één persoon"),
        (
            {"target": "group", "minus": ("all", ("overvecht",))},
            "Bijna iedereen van ‘Overvecht, 18–22 jaar’ hoort bij ‘Overvecht’ in ‘Jongeren in de Top X naar wijk’",
        ),
    ],
)
def test_what_an_attacker_knows_is_said(dutch: Explainer, data: dict[str, object], expected: str) -> None:
    refusal = Refusal("range_too_narrow", "top_x", CELL, {"left": 2, "need": 5, **data})
    assert expected in dutch.reason(refusal)


def test_groups_that_are_published_beside_the_tree_are_named_too() -> None:
    from dataclasses import replace

    group = Group("north", {"nl": "Noord", "en": "North"}, ("overvecht", "zuilen"))
    table = a_table(dimensions=(replace(DISTRICT, groups=(group,)),))
    words = Explainer.of("nl", (table,))
    assert words.cell_words(table, ("north",)) == "‘Noord’"
    assert words.cell_words(table, (TOTAL,)) == "het totaal"
    assert words.cell_words(table, None) == "deze tabel"


def test_a_proposal_says_what_to_change(words: Explainer) -> None:
    drop = Refusal("population_too_small", "top_x", None, {"proposal": "drop_dimension", "dimension": "age"})
    assert words.proposal(drop).endswith({"nl": "leeftijd weg", "en": "breakdown by age"}[words.language])
    assert words.proposal(Refusal("no_tables", "")) == ""
    explained = words.explain(drop)
    assert explained.words == f"{explained.reason} {explained.proposal}."


def test_an_unheard_of_refusal_has_the_general_sentence() -> None:
    assert (
        explanations.reason_of(Refusal("unheard_of", "t"), "en")
        == "This table cannot leave safely like this."
    )


def test_a_refused_release_says_that_nothing_left() -> None:
    refusal = Refusal("no_tables", "")
    assert error_sentences.sentence(errors.ReleaseRefused((refusal,)), "nl").endswith(
        "Er is niets vrijgegeven."
    )
    named = errors.ReleaseRefused((refusal, refusal), ("Tabel A: zo niet.", "Tabel A: zo niet."))
    assert error_sentences.reasons(named) == ("Tabel A: zo niet.",)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_refusals_are_told_with_the_same_words(language: str) -> None:
    told = [texts[language] for code, texts in RAW["refusal"].items()]
    assert len(set(told)) == len(told)
