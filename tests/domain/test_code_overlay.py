# SPDX-License-Identifier: EUPL-1.2
"""A vault's changes lie over the shipped code lists: codes stay, what was recorded stays readable."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.domain.codelists import CodeChange, codelist, overlay, shipped
from casus.domain.progress import Direction, direction
from casus.errors import InvalidInput

NAME = "life_domain"
CODES = st.sampled_from([*shipped(NAME).values, "own_1", "own_2"])
CHANGES = st.lists(
    st.builds(
        CodeChange,
        CODES,
        nl=st.sampled_from([None, "Wonen", "Geloof"]),
        position=st.one_of(st.none(), st.integers(0, 12)),
        hidden=st.booleans(),
    ),
    unique_by=lambda change: change.code,
    max_size=8,
)


@pytest.fixture(autouse=True)
def nothing_left() -> Iterator[None]:
    yield
    overlay({})


@settings(max_examples=60)
@given(CHANGES)
def test_no_code_is_ever_lost_or_doubled(changes: list[CodeChange]) -> None:
    overlay({NAME: changes})
    now, own = codelist(NAME), {one.code for one in changes} - set(shipped(NAME).values)
    assert sorted(now.known) == sorted({*shipped(NAME).values, *own})
    assert {one.code for one in changes if one.hidden} == set(now.known) - set(now.values)
    assert all(now.label(code) for code in now.known)


def test_a_hidden_code_is_refused_for_new_and_read_for_old() -> None:
    overlay({NAME: [CodeChange("housing", hidden=True), CodeChange("finances", nl="Geld")]})
    with pytest.raises(InvalidInput):
        codelist(NAME).require("life_domain", "housing")
    assert codelist(NAME).label("housing") == "Huisvesting"
    assert codelist(NAME).label("finances", "en") == "Finances and debts"
    assert shipped(NAME).label("finances") == "Financiën en schulden"


def test_a_code_of_ones_own_speaks_both_languages_and_stands_last() -> None:
    overlay({NAME: [CodeChange("own_1", nl="Geloof"), CodeChange("justice", position=-1)]})
    assert codelist(NAME).values[0] == "justice"
    assert codelist(NAME).values[-1] == "own_1"
    assert codelist(NAME).label("own_1", "en") == "Geloof"


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        ("s1", "s2", Direction.FORWARD),
        ("s3", "s3", Direction.SAME),
        ("s5", "s4", Direction.BACK),
        ("unknown", "s4", Direction.NOT_COMPARABLE),
        ("s4", "not_applicable", Direction.NOT_COMPARABLE),
        (None, "s4", Direction.NOT_COMPARABLE),
    ],
)
def test_forward_same_and_back(before: str | None, after: str | None, way: Direction) -> None:
    assert direction(before, after) is way
