# SPDX-License-Identifier: EUPL-1.2
"""Code lists: stable codes, labels in two languages, and no screen that breaks on a removed code."""

import re
import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.assets import resource_path
from casus.domain.codelists import Code, CodeList, codelist, names, shipped
from casus.errors import InvalidInput

SWITCHES = frozenset({"matrix_due", "programme_attention", "erased_mark", "editable_list"})
"""Lists of one code: filters that are on or off, words that stand in one place, what there is one of so far."""
SMALL = CodeList("small", (Code("a", "Aap", "Ape"), Code("other", "Anders", "Other", {"needs_text": True})))


@pytest.mark.parametrize("name", names())
def test_every_list_has_slugs_and_labels_in_both_languages(name: str) -> None:
    items = codelist(name)
    assert len(items) >= (1 if name in SWITCHES else 2)
    assert len(set(items.values)) == len(items.values)
    for item in items:
        assert re.fullmatch(r"[a-z0-9_]{1,40}", item.code)
        assert item.nl == item.nl.strip() != ""
        assert item.en == item.en.strip() != ""


@pytest.mark.parametrize("name", names())
def test_no_list_offers_the_same_label_twice(name: str) -> None:
    for language in ("nl", "en"):
        labels = [label for _, label in codelist(name).choices(language)]
        assert len(set(labels)) == len(labels)


def test_every_list_of_the_catalogue_is_loaded_in_its_order() -> None:
    with resource_path("catalogue", "codelists.toml").open("rb") as file:
        raw = tomllib.load(file)
    assert names() == tuple(raw)
    assert all(shipped(name).values == tuple(entries) for name, entries in raw.items())


def test_age_groups_follow_each_other_without_a_gap() -> None:
    bounds = [(group.number("first"), group.number("last")) for group in codelist("age_group") if group.extra]
    assert bounds[0][0] == 0
    assert all(last + 1 == first for (_, last), (first, _) in pairwise(bounds))


def test_a_label_is_dutch_unless_english_is_asked() -> None:
    assert SMALL.label("a") == "Aap"
    assert SMALL.label("a", "en") == "Ape"
    assert SMALL.label("a", "de") == "Aap"


def test_a_removed_code_is_its_own_label_and_no_code_is_no_label() -> None:
    assert SMALL.label("gone", "nl") == "gone"
    assert SMALL.label(None, "nl") == ""
    assert SMALL.get("gone") is None


def test_a_listed_code_passes_and_others_are_refused() -> None:
    assert SMALL.require("kind", "a") == "a"
    with pytest.raises(InvalidInput) as refused:
        SMALL.require("kind", "b")
    assert (refused.value.field, refused.value.rule) == ("kind", "unknown_code")
    with pytest.raises(InvalidInput) as empty:
        SMALL.require("kind", "")
    assert empty.value.rule == "required"


def test_an_optional_code_may_be_empty_but_not_unknown() -> None:
    assert SMALL.optional("kind", None) is None
    assert SMALL.optional("kind", "") is None
    assert SMALL.optional("kind", "a") == "a"
    with pytest.raises(InvalidInput):
        SMALL.optional("kind", "b")


@pytest.mark.parametrize(("code", "text"), [("other", ""), ("other", "  "), ("other", None)])
def test_anders_asks_for_words(code: str, text: str | None) -> None:
    with pytest.raises(InvalidInput) as refused:
        SMALL.check_explained("kind", code, text)
    assert refused.value.rule == "needs_text"


def test_anders_with_words_and_other_choices_without_pass() -> None:
    SMALL.check_explained("kind", "other", "namelijk dit")
    SMALL.check_explained("kind", "a", "")
    SMALL.check_explained("kind", None, "")
    assert [item.needs_text for item in SMALL] == [False, True]


def test_extras_are_read_as_numbers_and_cannot_be_changed() -> None:
    closed = codelist("phase").get("closed")
    assert closed is not None
    assert closed.number("order") == 8
    assert closed.number("needs_text") is None
    assert codelist("closure_reason").codes[-1].number("needs_text") is None
    with pytest.raises(TypeError):
        closed.extra["order"] = 9  # type: ignore[index]


def test_lists_and_codes_compare_and_hash_by_content() -> None:
    assert hash(Code("a", "Aap", "Ape")) == hash(SMALL.codes[0])
    assert hash(CodeList("small", SMALL.codes)) == hash(SMALL)
    assert "a" in SMALL
    assert "b" not in SMALL


def test_a_list_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        codelist("no_such_list")


LISTS = st.sampled_from(names()).map(codelist)


@given(LISTS, st.data())
def test_a_listed_code_is_taken_by_every_check_and_has_two_labels(
    items: CodeList, data: st.DataObject
) -> None:
    code = data.draw(st.sampled_from(items.values))
    assert items.require("f", code) == items.optional("f", code) == code
    assert (code, items.label(code, "nl")) in items.choices("nl")
    assert (code, items.label(code, "en")) in items.choices("en")


@given(LISTS, st.text())
def test_no_other_text_passes_for_a_code(items: CodeList, text: str) -> None:
    """Also not a label, another case, a space more, or a code of another list."""
    if text in items.values:
        return
    with pytest.raises(InvalidInput) as refused:
        items.require("f", text)
    assert (refused.value.field, refused.value.rule) == ("f", "unknown_code" if text else "required")
    assert items.label(text) == text


@given(LISTS, LISTS)
def test_no_label_passes_for_a_code_and_no_code_for_that_of_another_list(
    one: CodeList, other: CodeList
) -> None:
    strangers = {label for _, label in one.choices()} | {code.upper() for code in one.values}
    for stranger in (strangers | set(other.values)) - set(one.values):
        with pytest.raises(InvalidInput):
            one.require("f", stranger)
