# SPDX-License-Identifier: EUPL-1.2
"""Whatever is done to a case, in any order: what may is done whole, what may not leaves no trace."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from tests.helpers.builders import a_case
from tests.helpers.thorough import THOROUGH
from tests.helpers.vaults import shared_desks

from casus.domain.codelists import codelist
from casus.domain.phases import ENDED, SIDE_EXITS, Phase, allowed_targets, needs_reason
from casus.errors import CasusError, InvalidForm, NotAllowed
from casus.services import cases, tasks, vaults
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.vault.tables import Appointment, Assignment, Case, PhaseChange, Task
from casus.vault.tables.audit import AuditEntry

TODAY = date(2023, 11, 1)
BEFORE_WORK = ("registered", "screening")
REASONS = (None, "", "kort", "Terug bij af na een terugval.", "\x00")


@dataclass(frozen=True)
class Move:
    """A move someone tries: to which phase, how many days after the last one, with which words and codes."""

    target: str
    days: int
    reason: str | None
    closure_reason: str | None
    outcome: str | None


MOVES = st.builds(
    Move,
    st.sampled_from([*codelist("phase").values, "nowhere"]),
    st.sampled_from([0, 0, 1, 7, -1, 4000]),
    st.sampled_from(REASONS),
    st.sampled_from([None, "moved", "other", "nonsense"]),
    st.sampled_from([None, "stable", "nonsense"]),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all lives."""
    with shared_desks(tmp_path_factory.mktemp("lives"), "pga_expert") as (desk,):
        yield desk


def expected(case: Case, move: Move, on: date) -> bool:
    """Whether a move may be, by the rules of domain.md 1.1 written down once more."""
    if move.target == "nowhere" or move.reason == "\x00":
        return False
    current, target = Phase(case.phase), Phase(move.target)
    if target is current or target not in allowed_targets(current):
        return False
    if not case.phase_since <= on <= TODAY:
        return False
    if needs_reason(current, target) and len(move.reason or "") < 10:
        return False
    if target in SIDE_EXITS:
        return current in BEFORE_WORK or move.outcome == "stable"
    if target is not Phase.CLOSED:
        return True
    explained = move.closure_reason != "other" or bool(move.reason)
    return move.closure_reason in ("moved", "other") and move.outcome == "stable" and explained


def assert_whole(desk: Desk, case_id: str, steps: int) -> None:
    """What a case is at any time: its columns, its history and what hangs on it agree."""
    with desk.reading() as session:
        case = session.get_one(Case, case_id)
        moves = session.scalars(select(PhaseChange).where(PhaseChange.case_id == case_id)).all()
        assert len(moves) == steps + 1
        assert case.phase in {move.to_phase for move in moves if move.on == case.phase_since}
        ended = Phase(case.phase) in ENDED
        assert ended == (case.closed_on is not None) == (case.retain_until is not None)
        assert ended == (case.review_on is None)
        running = select(func.count()).select_from(Assignment)
        running = running.where(Assignment.case_id == case_id, Assignment.until_on.is_(None))
        assert session.scalar(running) == (0 if ended else 1)
        if ended:
            open_tasks = select(Task).where(Task.case_id == case_id, Task.status == "open")
            assert session.scalars(open_tasks).all() == []
            coming = select(Appointment).where(
                Appointment.case_id == case_id,
                Appointment.cancelled.is_(False),
                Appointment.on > case.closed_on,
            )
            assert session.scalars(coming).all() == []


def entries(desk: Desk) -> int:
    with desk.reading() as session:
        return session.scalar(select(func.max(AuditEntry.seq))) or 0


@given(st.lists(MOVES, max_size=14 if THOROUGH else 8))
@settings(max_examples=40 if THOROUGH else 8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_case_moves_by_the_rules_and_is_whole_after_every_step(desk: Desk, moves: list[Move]) -> None:
    case = a_case(desk)
    on, steps = date(2023, 3, 1), 0
    for move in moves:
        if case.closed_on is None:
            tasks.add_task(desk, TaskInput("Bellen", case_id=case.id))
            tasks.add_appointment(
                desk, AppointmentInput("office", TODAY + timedelta(days=9), case_id=case.id)
            )
        day = on + timedelta(days=move.days)
        may, before = expected(case, move, day), entries(desk)
        try:
            case = cases.move_phase(
                desk, case.id, move.target, on=day, reason=move.reason,
                closure_reason=move.closure_reason, outcome=move.outcome, version=case.version,
            ).value  # fmt: skip
        except (InvalidForm, NotAllowed):
            assert not may, move
            assert entries(desk) == before
        else:
            assert may, move
            on, steps = day, steps + 1
        assert_whole(desk, case.id, steps)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 20)), min_size=1, max_size=12 if THOROUGH else 8))
@settings(max_examples=40 if THOROUGH else 8, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_of_two_who_change_the_same_record_the_slower_is_told(
    desk: Desk, turns: list[tuple[int, int]]
) -> None:
    """Four windows hold an older or the newest version; only the newest may write."""
    case = a_case(desk)
    held = [case.version] * 4
    for window, days in turns:
        on = date(2023, 3, 1) + timedelta(days=days)
        newest = cases.get_case(desk, case.id)
        with suppress(CasusError):
            done = cases.move_phase(
                desk, case.id, "execution" if newest.phase != "execution" else "intake", on=on,
                reason="Terug bij af na een terugval.", version=held[window],
            ).value  # fmt: skip
            assert held[window] == newest.version
            held[window] = done.version


def test_after_all_these_lives_the_vault_verifies(desk: Desk, tmp_path: Path) -> None:
    assert vaults.verify(desk).ok
