# SPDX-License-Identifier: EUPL-1.2
"""When a case ran and in which phase it was, read from its history; a reopened case did not run in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from casus.domain.periods import Period
from casus.domain.phases import Phase


@dataclass(frozen=True)
class Step:
    """A case entered `phase` on this day."""

    on: date
    phase: str

    @property
    def is_open(self) -> bool:
        """Whether someone works on the case from here on."""
        return Phase(self.phase).is_open


def is_active(opened_on: date, history: Sequence[Step], window: Period) -> bool:
    """Return whether the case ran on a day of `window`; what ended on a day was still running on it.

    `history` is in order of days; before its first step the case ran from `opened_on`.
    """
    first = history[0]
    if opened_on < first.on and window.overlaps(opened_on, first.on):
        return True
    last = history[-1]
    ran = (window.overlaps(step.on, after.on) for step, after in pairwise(history) if step.is_open)
    return any(ran) or (last.is_open and window.overlaps(last.on, None))


def phase_on(history: Sequence[Step], day: date) -> tuple[str, bool]:
    """Return the phase on `day` and whether the case ran then; before its first step it was registered."""
    reached = [step for step in history if step.on <= day]
    return (reached[-1].phase, reached[-1].is_open) if reached else (Phase.REGISTERED.value, True)
