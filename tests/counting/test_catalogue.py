# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue holds together, and holds every figure of the letter."""

import copy
import tomllib
from typing import Any

import pytest

from casus.assets import resource_path
from casus.counting import catalogue, tally
from casus.counting.catalogue import MAX_DEPTH, load, read
from casus.disclosure import Protection
from casus.domain.periods import Period
from casus.errors import InvalidInput
from casus.services.letter import LETTER

RAW = tomllib.loads(resource_path("catalogue", "indicators.toml").read_text(encoding="utf-8"))


def test_every_figure_of_the_letter_has_an_indicator() -> None:
    codes = {indicator.code for indicator in load().indicators}
    assert codes >= {figure.table.partition("/")[0] for figure in LETTER}


def test_every_counting_rule_is_used_and_every_indicator_has_one() -> None:
    assert {indicator.measure for indicator in load().indicators} == tally.measures()


def test_every_counting_rule_says_what_it_yields() -> None:
    assert set(load().measures) == tally.measures()


def test_what_is_counted_over_persons_cannot_be_made_exact() -> None:
    for raw in RAW["indicator"]:
        if raw["protection"] != "exact":
            for weaker in {"exact", "firms", "persons"} - {raw["protection"]}:
                with pytest.raises(InvalidInput) as refused:
                    load().entry(raw | {"protection": weaker})
                assert refused.value.field == "protection"


def test_every_text_is_there_in_both_languages() -> None:
    for indicator in load().indicators:
        for text in (indicator.title, indicator.definition, indicator.source, indicator.unit_label):
            assert set(text) == {"nl", "en"}
            assert all(text.values())


def test_nothing_about_persons_is_exact_and_no_table_is_deeper_than_two() -> None:
    people = {"persons", "families", "visits", "conditions", "procedures", "concerns"}
    for indicator in load().indicators:
        assert all(len(breakdown) <= MAX_DEPTH for breakdown in indicator.breakdowns)
        if indicator.unit in people:
            assert indicator.protection is Protection.PERSONS


def test_categories_are_partitions_with_known_parents() -> None:
    for spec in load().dimensions.values():
        dimension = spec.over(Period.parse("2022-10..2023-10"))
        codes = [category.code for category in dimension.categories]
        assert len(codes) == len(set(codes))
        assert {category.parent for category in dimension.categories} - {None} <= set(codes)


def test_months_follow_the_period_and_add_up_to_quarters() -> None:
    dimension = load().dimensions["month"].over(Period.parse("2022-12..2023-02"))
    found = [(category.code, category.parent) for category in dimension.categories]
    assert found == [
        ("2022-q4", None), ("2022-12", "2022-q4"), ("2023-q1", None), ("2023-01", "2023-q1"), ("2023-02", "2023-q1"),
    ]  # fmt: skip
    assert dimension.categories[3].label == {"nl": "januari 2023", "en": "January 2023"}


def _changed(**changes: Any) -> dict[str, Any]:
    raw = copy.deepcopy(RAW)
    raw["indicator"][0] |= changes
    return raw


@pytest.mark.parametrize(
    "changes",
    [
        {"pillar": "elsewhere"},
        {"moment": "tomorrow"},
        {"breakdowns": [["colour"]]},
        {"breakdowns": [["school_kind", "district", "month"]]},
        {"where": {"district": "atlantis"}},
        {"where": {"colour": "red"}},
        {"where": {"school_kind": []}, "breakdowns": []},
        {"where": {"school_kind": ["primary", "primary"]}, "breakdowns": []},
        {"reference_day": "10-01"},
        {"title": {"nl": "Alleen Nederlands"}},
        {"code": "top_x"},
        {"code": "Top X"},
        {"version": 0},
        {"focus": "nothing"},
        {"measure": "nothing"},
        {"unit": "persons"},
        {"moment": "reference_date"},
        {"protection": "persons"},
        {"breakdowns": [["age_group"]]},
        {"breakdowns": [["district"], ["district"]]},
        {"breakdowns": [["district", "district"]]},
        {"where": {"district": "west"}},
        {"where": {"month": "2023-01"}, "breakdowns": []},
        {"target": 3},
    ],
)
def test_a_catalogue_that_contradicts_itself_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which rule is said for developers, not kept as a code
        read(_changed(**changes))


def test_a_dimension_with_a_code_its_list_lacks_is_refused() -> None:
    raw = copy.deepcopy(RAW)
    raw["dimension"]["first_programme"]["codes"] = ["work", "sleep"]
    with pytest.raises(ValueError, match="sleep"):
        read(raw)


def test_an_unknown_indicator_is_a_key_error() -> None:
    assert load().indicator("top_x").where == {"approach": ("top_x",)}
    with pytest.raises(KeyError):
        load().indicator("nothing")


def test_month_codes_know_their_quarter() -> None:
    assert [catalogue.quarter_code(f"2023-{month:02}") for month in (1, 3, 4, 12)] == [
        "2023-q1", "2023-q1", "2023-q2", "2023-q4",
    ]  # fmt: skip
