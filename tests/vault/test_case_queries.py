# SPDX-License-Identifier: EUPL-1.2
"""When a case ran, in the presence of closing, leaving by a side exit, and coming back."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from casus.domain.periods import Period
from casus.domain.phases import Phase
from casus.services.desk import Desk
from casus.vault.case_queries import case_active_in
from casus.vault.tables import Case, PhaseChange
from tests.helpers.builders import a_case
from tests.helpers.vaults import shared_desks

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
OPENED = date(2022, 1, 10)
Steps = Sequence[tuple[date, str]]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, str]]:
    """A vault with one case, whose history each test writes anew."""
    with shared_desks(tmp_path_factory.mktemp("casus"), "rio") as (desk,):
        yield desk, a_case(desk, approach="rio", opened_on=date(2023, 10, 1)).id


def ran(kept: tuple[Desk, str], steps: Steps, period: Period, opened_on: date = OPENED) -> bool:
    """Give the case this history, and ask whether it ran in the period."""
    desk, case_id = kept
    with desk.changing() as session:
        case = session.get_one(Case, case_id)
        for old in session.scalars(select(PhaseChange)):
            session.delete(old)
        for at, (on, phase) in enumerate(steps):
            made_at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=at)
            session.add(PhaseChange(case_id=case_id, to_phase=phase, on=on, created_at=made_at))
        last_on, last = steps[-1]
        case.opened_on, case.phase, case.phase_since = opened_on, last, last_on
        case.closed_on = None if Phase(last).is_open else last_on
    with desk.reading() as session:
        return session.scalar(select(Case.id).where(case_active_in(period))) is not None


@pytest.mark.parametrize(
    ("steps", "period", "expected"),
    [
        ([(OPENED, "registered"), (date(2022, 12, 31), "closed")], YEAR, False),
        ([(OPENED, "registered"), (date(2023, 1, 1), "closed")], YEAR, True),
        ([(OPENED, "registered"), (date(2022, 6, 1), "closed"), (date(2024, 2, 1), "reopened")], YEAR, False),
        (
            [(OPENED, "registered"), (date(2022, 6, 1), "referred"), (date(2023, 12, 31), "reopened")],
            YEAR,
            True,
        ),
        ([(date(2023, 6, 1), "intake")], Period(date(2023, 1, 1), date(2023, 1, 31)), True),
    ],
    ids=["closed before", "ended on the first day", "in its gap", "came back", "before its first step"],
)
def test_a_case_ran_or_did_not(kept: tuple[Desk, str], steps: Steps, period: Period, expected: bool) -> None:
    assert ran(kept, steps, period) is expected


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(list(Phase)), st.integers(0, 60)), min_size=1, max_size=6))
def test_running_equals_walking_through_all_days(
    kept: tuple[Desk, str], drawn: list[tuple[Phase, int]]
) -> None:
    start = date(2023, 1, 1)
    in_order = sorted(drawn, key=lambda one: one[1])
    steps = [(start + timedelta(days), phase.value) for phase, days in in_order]
    window = Period(start + timedelta(20), start + timedelta(30))
    assert ran(kept, steps, window, start) == any(open_on(steps, start, day) for day in window_days(window))


def open_on(steps: Steps, start: date, day: date) -> bool:
    """Walk through the history: was someone at work on the case on this day?"""
    spans = [(on, after, phase) for (on, phase), (after, _) in pairwise([*steps, (date.max, "")])]
    at_work = any(Phase(phase).is_open and on <= day <= after for on, after, phase in spans)
    return at_work or (start < steps[0][0] and start <= day <= steps[0][0])


def window_days(window: Period) -> list[date]:
    return [window.first + timedelta(at) for at in range((window.last - window.first).days + 1)]
