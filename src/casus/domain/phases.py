# SPDX-License-Identifier: EUPL-1.2
"""The phases of a case and how it may move between them (domain study 1.1).

The way forward is registered … closed. Movement is free, but going back, skipping a phase and leaving by a
side exit ask for a reason, because relapse is normal and a silent jump is not. A case that has ended can
only be reopened; its earlier periods stay in the history.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casus.domain.checks import check_not_in_future
from casus.domain.codelists import codelist
from casus.errors import InvalidInput, NotAllowed

SHORTEST_REASON = 10
"""Characters; enough to keep out "x" and "nvt", short enough not to be in the way."""


class Phase(StrEnum):
    """The codes of list `phase`."""

    REGISTERED = "registered"
    SCREENING = "screening"
    INTAKE = "intake"
    PLANNING = "planning"
    EXECUTION = "execution"
    MONITORING = "monitoring"
    SCALING_DOWN = "scaling_down"
    CLOSED = "closed"
    REOPENED = "reopened"
    REJECTED = "rejected"
    REFERRED = "referred"
    ESCALATED = "escalated"

    @property
    def is_open(self) -> bool:
        """Whether someone works on the case in this phase."""
        return self not in ENDED


FORWARD: tuple[Phase, ...] = tuple(
    Phase(code.code)
    for code in sorted(codelist("phase"), key=lambda code: code.number("order") or 0)
    if code.number("order")
)
"""The way forward, from registered up to and including closed (`order` in the code list)."""

WORKING: tuple[Phase, ...] = FORWARD[:-1]
SIDE_EXITS: tuple[Phase, ...] = (Phase.REJECTED, Phase.REFERRED, Phase.ESCALATED)
ENDED: tuple[Phase, ...] = (Phase.CLOSED, *SIDE_EXITS)


@dataclass(frozen=True)
class Closing:
    """Why a case is closed and with what result: codes of lists closure_reason and case_outcome."""

    reason: str | None = None
    outcome: str | None = None


def allowed_targets(current: Phase) -> tuple[Phase, ...]:
    """Return the phases a case may move to from `current`, the way forward first, then the side exits."""
    if current in ENDED:
        return (Phase.REOPENED,)
    if current is Phase.REOPENED:
        return WORKING
    return tuple(phase for phase in (*FORWARD, *SIDE_EXITS) if phase is not current)


def needs_reason(current: Phase, target: Phase) -> bool:
    """Return whether the move asks for a reason: back, a phase skipped, a side exit, or reopening."""
    if target in SIDE_EXITS or target is Phase.REOPENED:
        return True
    if current not in FORWARD or target not in FORWARD:
        return False
    return FORWARD.index(target) - FORWARD.index(current) != 1


def asks_outcome(current: Phase, target: Phase) -> bool:
    """Return whether it is asked how things are with the person: of every end, once the work had begun.

    Of a case that leaves from registration or screening there is no outcome yet.
    """
    if target in SIDE_EXITS:
        return current not in (Phase.REGISTERED, Phase.SCREENING)
    return target is Phase.CLOSED


def check_move(
    current: Phase,
    target: Phase,
    *,
    reason: str = "",
    on: date,
    since: date,
    today: date,
    closing: Closing | None = None,
) -> None:
    """Check a move on day `on` of a case that has been in `current` since `since`.

    Raises NotAllowed "same_phase" or "phase_move" (with `current` and `target`), and InvalidInput on
    "on" ("before_phase", "future"), "reason" ("required", "reason_too_short"), "closure_reason" and
    "outcome" ("required", "unknown_code").
    """
    if target is current:
        raise NotAllowed("same_phase", current=current.value)
    if target not in allowed_targets(current):
        raise NotAllowed("phase_move", current=current.value, target=target.value)
    if on < since:
        raise InvalidInput("on", "before_phase", since=since)
    check_not_in_future("on", on, today)
    if needs_reason(current, target):
        check_reason("reason", reason)
    if target is Phase.CLOSED:
        closing = closing or Closing()
        codelist("closure_reason").require("closure_reason", closing.reason)
        codelist("closure_reason").check_explained("reason", closing.reason, reason)
    if asks_outcome(current, target):
        codelist("case_outcome").require("outcome", (closing or Closing()).outcome)


def check_reason(field: str, reason: str) -> None:
    """Raise InvalidInput "required" or "reason_too_short" unless `reason` says something (10 characters)."""
    words = " ".join(reason.split())
    if not words:
        raise InvalidInput(field, "required")
    if len(words) < SHORTEST_REASON:
        raise InvalidInput(field, "reason_too_short", least=SHORTEST_REASON)
