# SPDX-License-Identifier: EUPL-1.2
"""How a case moves: phase by phase, to its closing, and back when it is reopened."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.inclusion import next_review
from casus.domain.phases import (
    ENDED,
    Closing,
    Phase,
    allowed_targets,
    check_move,
    needs_reason,
)
from casus.errors import InvalidForm, InvalidInput, NotAllowed
from casus.services.case_ending import (
    DECEASED,
    end_case,
    end_of_life,
    other_open_cases,
    take_up,
)
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, renamed
from casus.services.desk import Desk
from casus.services.handed_over import forbid_work
from casus.vault.queries import case_open
from casus.vault.tables import Assignment, Case, PhaseChange

_KINDS = ("cases", "phase_changes", "tasks", "appointments", "assignments", "transfers")
_DEATH = (*_KINDS, "programmes", "families", "family_members")
_UNKNOWN = "unknown"
EXIT_REASON = {
    Phase.REJECTED: "ineligible",
    Phase.REFERRED: "scaled_down",
    Phase.ESCALATED: "escalated",
}
"""A side exit says by itself why the case ended; the code is stored so that counts need one column."""


@dataclass(frozen=True)
class Move:
    """A step of a case: to which phase, from which day, why; and what closing it asks for."""

    target: Phase
    on: date
    words: str | None = None
    closing: Closing = field(default_factory=Closing)
    note: str | None = None


def phase_choices(phase: str) -> tuple[tuple[str, bool], ...]:
    """Return (phase, whether a reason is asked) for every phase a case in `phase` may move to."""
    current = Phase(phase)
    return tuple((target.value, needs_reason(current, target)) for target in allowed_targets(current))


def move_phase(  # noqa: PLR0913  # the fields of its form
    desk: Desk,
    case_id: str,
    target: str,
    *,
    on: date,
    reason: str | None = None,
    closure_reason: str | None = None,
    closure_note: str | None = None,
    outcome: str | None = None,
    again: Sequence[str] = (),
    version: int | None = None,
) -> Done[Case]:
    """Move a case to another phase; ending it ends what `case_ending.what_ends` tells beforehand.

    Every end has a reason and an outcome. A side exit is its own reason; the outcome is asked once the work had
    begun, and never of someone who died. Reopening takes up `again` what was chosen of `case_ending.ended_with`,
    and nothing else. Raises InvalidForm, NotFound, StaleRecord (changed since `version`), and NotAllowed "same_phase",
    "phase_move", "case_open_already" or "handed_over" (domain.phases holds the rules).
    """
    check = FormCheck()
    words, note = check.text("reason", reason), check.text("closure_note", closure_note)
    check.code("target", "phase", target)
    check.day("on", on)
    if target == Phase.CLOSED:
        outcome = _checked_outcome(check, closure_reason, outcome)
        check.explained("closure_note", "closure_reason", closure_reason, note or words)
    with desk.changing(words, label="move_phase") as session:
        case = fetch(session, Case, case_id, version)
        forbid_work(session, case.id)
        closing = Closing(closure_reason, outcome)
        if not check.failed:
            check.rule(lambda: _check(case, Phase(target), words, on, desk, closing))
        check.finish()
        take_up(session, desk, check, case, again if target == Phase.REOPENED else (), on)
        check.finish()
        carry_out(session, desk, case, Move(Phase(target), on, words, closing, note or words))
    return Done(case, Changes.of(_DEATH if closure_reason == DECEASED else _KINDS, case_id, case.person_id))


def _checked_outcome(check: FormCheck, closure_reason: str | None, outcome: str | None) -> str | None:
    """Check the reason and outcome of a closing; return the outcome, of someone who died that none is asked."""
    check.code("closure_reason", "closure_reason", closure_reason)
    if closure_reason == DECEASED:
        outcome = _UNKNOWN
    check.code("outcome", "case_outcome", outcome)
    return outcome


def carry_out(session: Session, desk: Desk, case: Case, move: Move) -> None:
    """Put a case in its next phase, write the step in its history, and end or reopen what goes with it.

    Raises NotAllowed "same_phase" or "phase_move"; what the step asks for was checked before.
    """
    current = Phase(case.phase)
    if move.target is current:
        raise NotAllowed("same_phase", current=current.value)
    if move.target not in allowed_targets(current):
        raise NotAllowed("phase_move", current=current.value, target=move.target.value)
    step = PhaseChange(
        case_id=case.id,
        from_phase=case.phase,
        to_phase=move.target.value,
        on=move.on,
        reason=move.words,
        worker_id=desk.worker_id,
    )
    case.phase, case.phase_since = move.target.value, move.on
    if move.target in ENDED:
        step.closure_reason = EXIT_REASON.get(move.target) or move.closing.reason
        step.outcome = move.closing.outcome or _UNKNOWN
        _end(session, case, step, move.note)
        if step.closure_reason == DECEASED:
            _end_all(session, desk, case, move)
    elif move.target is Phase.REOPENED:
        _reopen(session, desk, case, move.on)
    session.add(step)


def close_case(
    desk: Desk,
    case_id: str,
    *,
    on: date,
    closure_reason: str,
    outcome: str,
    note: str | None = None,
    version: int | None = None,
) -> Done[Case]:
    """Close a case; `note` is asked when phases are skipped or the reason is "other". Raises as `move_phase`."""
    try:
        return move_phase(
            desk,
            case_id,
            Phase.CLOSED.value,
            on=on,
            reason=note,
            closure_reason=closure_reason,
            outcome=outcome,
            version=version,
        )
    except InvalidForm as form:
        raise InvalidForm(tuple(_under_note(error) for error in form.errors)) from form


def reopen_case(
    desk: Desk,
    case_id: str,
    *,
    on: date,
    reason: str,
    again: Sequence[str] = (),
    version: int | None = None,
) -> Done[Case]:
    """Open an ended case again; the earlier period stays in the phase history.

    `again` are the ids of the tasks and appointments to take up of what ended with it. Raises as `move_phase`.
    """
    return move_phase(desk, case_id, Phase.REOPENED.value, on=on, reason=reason, again=again, version=version)


def refuse_second_open(session: Session, person_id: str, approach: str) -> None:
    """Raise NotAllowed("case_open_already") when the person has an open case of this approach."""
    other = session.scalar(
        select(Case.id).where(Case.person_id == person_id, Case.approach == approach, case_open())
    )
    if other is not None:
        raise NotAllowed("case_open_already", case_id=other)


def _under_note(error: InvalidInput) -> InvalidInput:
    return renamed(error, "note") if error.field in ("reason", "closure_note") else error


def _check(case: Case, target: Phase, words: str | None, on: date, desk: Desk, closing: Closing) -> None:
    check_move(
        Phase(case.phase),
        target,
        reason=words or "",
        on=on,
        since=case.phase_since,
        today=desk.today(),
        closing=closing if target in ENDED else None,
    )


def _end(session: Session, case: Case, move: PhaseChange, note: str | None) -> None:
    case.closed_on, case.closure_reason, case.outcome = move.on, move.closure_reason, move.outcome
    case.closure_note = note
    case.review_on = case.next_meeting_on = None
    end_case(session, case, move.on)


def _end_all(session: Session, desk: Desk, case: Case, move: Move) -> None:
    """End all else of someone who died: their other cases with the same reason, programmes, place in a family."""
    for other in other_open_cases(session, case):
        on = max(move.on, other.phase_since)
        step = PhaseChange(
            case_id=other.id, from_phase=other.phase, to_phase=Phase.CLOSED.value, on=on, reason=move.words,
            closure_reason=DECEASED, outcome=_UNKNOWN, worker_id=desk.worker_id,
        )  # fmt: skip
        other.phase, other.phase_since = Phase.CLOSED.value, on
        _end(session, other, step, move.note)
        session.add(step)
    end_of_life(session, case.person_id, move.on)


def _reopen(session: Session, desk: Desk, case: Case, on: date) -> None:
    refuse_second_open(session, case.person_id, case.approach)
    last = session.scalar(
        select(Assignment)
        .where(Assignment.case_id == case.id, Assignment.worker_id == desk.worker_id)
        .order_by(Assignment.until_on.desc())
        .limit(1)
    )
    case.closed_on = case.closure_reason = case.closure_note = case.outcome = None
    case.review_on = next_review(on, desk.policy.inclusion)
    if last is not None:
        session.add(Assignment(case_id=case.id, worker_id=desk.worker_id, role=last.role, from_on=on))
