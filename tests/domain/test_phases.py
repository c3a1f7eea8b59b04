# SPDX-License-Identifier: EUPL-1.2
"""How a case moves: freely, with a reason where it does not simply go on."""

from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.codelists import codelist
from casus.domain.phases import (
    ENDED,
    FORWARD,
    SIDE_EXITS,
    WORKING,
    Closing,
    Phase,
    allowed_targets,
    check_move,
    needs_reason,
)
from casus.errors import InvalidInput, NotAllowed

TODAY = date(2023, 6, 15)
BEGUN = date(2023, 6, 1)
REASON = "Terugval na verhuizing"
CLOSING = Closing("goals_achieved", "work_or_school")
ALL_MOVES = tuple(product(Phase, Phase))


def move(
    current: Phase, target: Phase, reason: str = "", closing: Closing | None = None, on: date = TODAY
) -> None:
    check_move(current, target, reason=reason, on=on, since=BEGUN, today=TODAY, closing=closing)


def refused_field(current: Phase, target: Phase, **options: object) -> tuple[str, str]:
    with pytest.raises(InvalidInput) as refused:
        move(current, target, **options)  # type: ignore[arg-type]
    return refused.value.field, refused.value.rule


def test_the_phases_are_those_of_the_code_list() -> None:
    assert tuple(phase.value for phase in Phase) == codelist("phase").values
    assert FORWARD[0] is Phase.REGISTERED
    assert FORWARD[-1] is Phase.CLOSED
    assert len(FORWARD) == 8
    assert {*FORWARD, *SIDE_EXITS, Phase.REOPENED} == set(Phase)


def test_the_next_phase_asks_for_no_reason() -> None:
    for current, target in pairwise(WORKING):
        move(current, target)


@pytest.mark.parametrize(
    ("current", "target"),
    [
        (Phase.EXECUTION, Phase.PLANNING),
        (Phase.REGISTERED, Phase.INTAKE),
        (Phase.MONITORING, Phase.CLOSED),
        (Phase.SCREENING, Phase.REJECTED),
        (Phase.EXECUTION, Phase.ESCALATED),
        (Phase.INTAKE, Phase.REFERRED),
        (Phase.CLOSED, Phase.REOPENED),
    ],
)
def test_going_back_skipping_leaving_and_reopening_ask_for_a_reason(current: Phase, target: Phase) -> None:
    closing = CLOSING if target in ENDED else None
    assert refused_field(current, target, closing=closing) == ("reason", "required")
    assert refused_field(current, target, closing=closing, reason="  nvt   \n x ") == (
        "reason",
        "reason_too_short",
    )
    move(current, target, REASON, closing)
    move(current, target, "tien teken", closing)


def test_a_reopened_case_takes_up_any_working_phase_without_more() -> None:
    for target in WORKING:
        move(Phase.REOPENED, target)
    with pytest.raises(NotAllowed):
        move(Phase.REOPENED, Phase.CLOSED, REASON, CLOSING)


@pytest.mark.parametrize("ended", ENDED)
def test_an_ended_case_can_only_be_reopened(ended: Phase) -> None:
    assert allowed_targets(ended) == (Phase.REOPENED,)
    assert not ended.is_open
    with pytest.raises(NotAllowed) as refused:
        move(ended, Phase.EXECUTION, REASON)
    assert refused.value.rule == "phase_move"
    assert refused.value.data == {"rule": "phase_move", "current": ended.value, "target": "execution"}


def test_the_same_phase_is_no_move() -> None:
    with pytest.raises(NotAllowed) as refused:
        move(Phase.INTAKE, Phase.INTAKE, REASON)
    assert refused.value.rule == "same_phase"


def test_a_working_case_cannot_be_reopened() -> None:
    with pytest.raises(NotAllowed):
        move(Phase.INTAKE, Phase.REOPENED, REASON)


@pytest.mark.parametrize(
    ("closing", "field", "rule"),
    [
        (None, "closure_reason", "required"),
        (Closing("goals_achieved", None), "outcome", "required"),
        (Closing("gone", "stable"), "closure_reason", "unknown_code"),
        (Closing("goals_achieved", "gone"), "outcome", "unknown_code"),
        (Closing("other", "stable"), "reason", "needs_text"),
    ],
)
def test_closing_asks_for_a_reason_from_the_list_and_an_outcome(
    closing: Closing | None, field: str, rule: str
) -> None:
    assert refused_field(Phase.SCALING_DOWN, Phase.CLOSED, closing=closing) == (field, rule)


def test_closing_after_scaling_down_needs_only_those_two() -> None:
    move(Phase.SCALING_DOWN, Phase.CLOSED, "", CLOSING)


def test_a_move_lies_between_the_start_of_the_phase_and_today() -> None:
    move(Phase.REGISTERED, Phase.SCREENING, on=BEGUN)
    before, after = BEGUN - timedelta(days=1), TODAY + timedelta(days=1)
    assert refused_field(Phase.REGISTERED, Phase.SCREENING, on=before) == ("on", "before_phase")
    assert refused_field(Phase.REGISTERED, Phase.SCREENING, on=after) == ("on", "future")


@pytest.mark.parametrize(("current", "target"), ALL_MOVES)
def test_with_a_reason_exactly_the_offered_moves_pass(current: Phase, target: Phase) -> None:
    if target in allowed_targets(current):
        move(current, target, REASON, CLOSING)
    else:
        with pytest.raises(NotAllowed):
            move(current, target, REASON, CLOSING)


@pytest.mark.parametrize(("current", "target"), ALL_MOVES)
def test_without_a_reason_exactly_the_moves_that_need_none_pass(current: Phase, target: Phase) -> None:
    if target not in allowed_targets(current):
        return
    if needs_reason(current, target):
        assert refused_field(current, target, closing=CLOSING) == ("reason", "required")
    else:
        move(current, target, "", CLOSING)


@given(st.lists(st.integers(0, 11), max_size=30))
def test_whatever_the_moves_no_case_is_ever_stuck(choices: list[int]) -> None:
    current = Phase.REGISTERED
    for choice in choices:
        targets = allowed_targets(current)
        assert targets
        assert current not in targets
        current = targets[choice % len(targets)]
