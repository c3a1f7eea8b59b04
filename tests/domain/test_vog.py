# SPDX-License-Identifier: EUPL-1.2
"""Terms of the certificate of conduct."""

from datetime import date, timedelta

import pytest

from casus.domain.codelists import codelist
from casus.domain.vog import PENDING, Steps, awaited, decision_due, due_on, objection_until, view_until

APPLIED = date(2023, 2, 1)
INTENTION = date(2023, 2, 20)
DECIDED = date(2023, 3, 20)


def test_a_decision_comes_within_four_weeks_or_eight_when_there_are_facts() -> None:
    assert decision_due(APPLIED, facts=False) == date(2023, 3, 1)
    assert decision_due(APPLIED, facts=True) == date(2023, 3, 29)


def test_a_view_is_open_for_two_weeks_and_objection_for_six() -> None:
    assert view_until(date(2023, 3, 1)) == date(2023, 3, 15)
    assert objection_until(date(2023, 3, 1)) == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("status", "steps", "what", "due"),
    [
        ("applied", Steps(APPLIED), "decision", APPLIED + timedelta(weeks=4)),
        ("intended_refusal", Steps(APPLIED, INTENTION), "view", INTENTION + timedelta(weeks=2)),
        ("intended_refusal", Steps(APPLIED, INTENTION, INTENTION), "decision", APPLIED + timedelta(weeks=8)),
        ("refused", Steps(APPLIED, decided=DECIDED), "objection", DECIDED + timedelta(weeks=6)),
        ("refused", Steps(APPLIED, decided=DECIDED, objection=DECIDED), "appeal", DECIDED + timedelta(weeks=6)),
        ("intended_refusal", Steps(), "view", None),
    ],
)  # fmt: skip
def test_each_state_knows_what_is_awaited_and_until_when(
    status: str, steps: Steps, what: str, due: date | None
) -> None:
    assert awaited(status, steps) == what
    assert what in codelist("vog_term").values
    assert due_on(status, steps) == due


def test_what_is_over_or_not_begun_has_no_term() -> None:
    every = Steps(APPLIED, INTENTION, INTENTION, DECIDED, DECIDED)
    without = {status for status in codelist("vog_status").values if not awaited(status, every)}
    assert without == {"orientation", "not_applied", "granted", "objection", "appeal"}
    assert all(due_on(status, every) is None for status in without)
    assert set(PENDING) < set(codelist("vog_status").values)
