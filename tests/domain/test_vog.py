# SPDX-License-Identifier: EUPL-1.2
"""Terms of the certificate of conduct."""

from datetime import date

import pytest

from casus.domain.codelists import codelist
from casus.domain.vog import decision_due, is_overdue, objection_until

APPLIED = date(2023, 2, 1)


def test_a_decision_comes_within_four_weeks_or_eight_when_there_are_facts() -> None:
    assert decision_due(APPLIED, facts=False) == date(2023, 3, 1)
    assert decision_due(APPLIED, facts=True) == date(2023, 3, 29)


def test_objection_is_open_for_six_weeks() -> None:
    assert objection_until(date(2023, 3, 1)) == date(2023, 4, 12)


@pytest.mark.parametrize(
    ("status", "late_on"), [("applied", date(2023, 3, 2)), ("intended_refusal", date(2023, 3, 30))]
)
def test_a_pending_application_is_late_the_day_after_its_term(status: str, late_on: date) -> None:
    assert is_overdue(status, APPLIED, late_on)
    assert not is_overdue(status, APPLIED, late_on.replace(day=late_on.day - 1))
    assert not is_overdue(status, None, late_on)


def test_only_a_pending_application_can_be_late() -> None:
    late = {
        status for status in codelist("vog_status").values if is_overdue(status, APPLIED, date(2030, 1, 1))
    }
    assert late == {"applied", "intended_refusal"}
