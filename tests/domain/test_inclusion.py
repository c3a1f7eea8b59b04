# SPDX-License-Identifier: EUPL-1.2
"""Who may have a case, and how minors are guarded."""

from datetime import date

import pytest

from casus.domain.inclusion import (
    Candidate,
    InclusionPolicy,
    acts_through_representative,
    check_family_member,
    check_own_case,
    eighteenth_birthday,
    is_guarded,
    next_review,
)
from casus.errors import InvalidInput, NotAllowed

ON = date(2023, 6, 15)
WHY = "Ernstige zorgen over de veiligheid"


def born(age: int) -> date:
    return date(ON.year - age, ON.month, ON.day)


def refused_field(candidate: Candidate, approach: str = "top_x") -> tuple[str, str]:
    with pytest.raises(InvalidInput) as refused:
        check_own_case(candidate, approach, ON)
    return refused.value.field, refused.value.rule


def test_nobody_under_12_has_a_case_of_their_own_in_top_x() -> None:
    child = Candidate(date(2011, 6, 16), WHY, has_representative=True)
    with pytest.raises(NotAllowed) as refused:
        check_own_case(child, "top_x", ON)
    assert (refused.value.rule, refused.value.data["lowest"]) == ("too_young", 12)
    check_own_case(Candidate(born(12), WHY, has_representative=True), "top_x", ON)


def test_the_lowest_age_can_be_set_per_approach() -> None:
    policy = InclusionPolicy(youngest=0, lowest_age={"rio": 18})
    with pytest.raises(NotAllowed):
        check_own_case(Candidate(born(17), WHY), "rio", ON, policy)
    check_own_case(Candidate(born(11), WHY, has_representative=True), "top_x", ON, policy)


@pytest.mark.parametrize("approach", ["local_pga", "rio", "family", "aftercare"])
def test_nobody_under_12_has_a_case_of_their_own_in_any_approach(approach: str) -> None:
    child = Candidate(date(2011, 6, 16), WHY, has_representative=True)
    with pytest.raises(NotAllowed) as refused:
        check_own_case(child, approach, ON)
    assert (refused.value.rule, refused.value.data["lowest"]) == ("too_young_for_any", 12)
    check_own_case(Candidate(born(12), WHY, has_representative=True), approach, ON)


def test_a_grown_brother_or_sister_is_guarded_and_a_grown_parent_is_not() -> None:
    assert is_guarded(born(30), ON, "sibling")
    assert not is_guarded(born(50), ON, "parent")


def test_the_eighteenth_birthday_is_the_day_to_judge_again() -> None:
    assert eighteenth_birthday(date(2008, 2, 29), ON) == date(2026, 3, 1)
    assert eighteenth_birthday(born(18), ON) is None
    assert eighteenth_birthday(None, ON) is None


def test_a_minor_needs_a_reason_and_under_16_a_representative() -> None:
    assert refused_field(Candidate(born(17))) == ("minor_reason", "required")
    assert refused_field(Candidate(born(17), "kort")) == ("minor_reason", "reason_too_short")
    check_own_case(Candidate(born(16), WHY), "top_x", ON)
    assert refused_field(Candidate(born(15), WHY)) == ("representative", "required")
    assert refused_field(Candidate(born(15), WHY), "family") == ("representative", "required")


def test_an_adult_needs_neither() -> None:
    check_own_case(Candidate(born(18)), "top_x", ON)


def test_top_x_asks_for_a_birth_date_because_it_has_a_lowest_age() -> None:
    assert refused_field(Candidate(None)) == ("birth_date", "required")
    check_own_case(Candidate(None), "local_pga", ON)


@pytest.mark.parametrize("birth", [born(17), None])
def test_a_minor_or_someone_of_unknown_age_is_put_in_a_family_file_for_a_reason(birth: date | None) -> None:
    with pytest.raises(InvalidInput) as refused:
        check_family_member(birth, ON, " ")
    assert (refused.value.field, refused.value.rule) == ("minor_reason", "required")
    check_family_member(birth, ON, WHY)


def test_an_adult_family_member_needs_no_reason() -> None:
    check_family_member(born(18), ON, "")


def test_a_representative_acts_until_the_sixteenth_birthday() -> None:
    assert acts_through_representative(date(2007, 6, 16), ON)
    assert not acts_through_representative(date(2007, 6, 15), ON)


@pytest.mark.parametrize(
    ("day", "review"),
    [
        (date(2023, 6, 15), date(2023, 12, 15)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2022, 8, 31), date(2023, 2, 28)),
        (date(2023, 12, 31), date(2024, 6, 30)),
    ],
)
def test_proportionality_is_judged_again_every_half_year(day: date, review: date) -> None:
    assert next_review(day) == review
    assert next_review(day, InclusionPolicy(review_months=12)).year == day.year + 1
