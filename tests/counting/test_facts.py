# SPDX-License-Identifier: EUPL-1.2
"""Contributions laid over each other: each record once, each person once, by rules that do not depend on order."""

from datetime import timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from casus.counting.contribution import KINDS, Contribution
from casus.counting.facts import Attributes, combine
from tests.helpers.contributions import MADE, a_contribution, case_row, contributions, person_row, pseudonym


def attributes(*given: Contribution) -> Attributes:
    return combine(given).persons[pseudonym("a")]


def test_a_known_value_goes_before_unknown_even_when_it_is_older() -> None:
    old = a_contribution(person_row("a", district="west"), contributor="1")
    new = a_contribution(
        person_row("a", district="unknown", age_group="unknown"), contributor="2", made_at=MADE + timedelta(1)
    )
    assert attributes(old, new) == Attributes("age_18_20", "west", "young_person")


def test_between_two_known_values_the_latest_contribution_decides() -> None:
    old = a_contribution(person_row("a", district="west"), contributor="1")
    new = a_contribution(person_row("a", district="south"), contributor="2", made_at=MADE + timedelta(1))
    assert attributes(old, new).district == attributes(new, old).district == "south"


def test_who_is_a_young_person_to_one_worker_is_one_to_all() -> None:
    sibling = a_contribution(
        person_row("a", role="family_member"), contributor="1", made_at=MADE + timedelta(1)
    )
    young = a_contribution(person_row("a"), contributor="2")
    assert attributes(sibling, young).role == "young_person"


def test_a_case_handed_over_counts_once_in_its_latest_phase() -> None:
    before = a_contribution(person_row("a"), case_row("a", phase="intake"), contributor="1")
    after = a_contribution(
        person_row("a"), case_row("a", phase="monitoring"), contributor="2", made_at=MADE + timedelta(1)
    )
    (case,) = combine([before, after]).of("case")
    assert case.codes["phase"] == "monitoring"


@given(st.lists(contributions(), max_size=3, unique_by=lambda c: c.contributor))
def test_the_order_of_contributions_makes_no_difference(given: list[Contribution]) -> None:
    found = [combine(order) for order in permutations(given)]
    assert all(facts.persons == found[0].persons for facts in found)
    as_sets = [
        {(kind, *fact[1:], *fact.codes.items()) for kind in KINDS for fact in facts.of(kind)}
        for facts in found
    ]
    assert all(rows == as_sets[0] for rows in as_sets)
