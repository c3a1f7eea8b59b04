# SPDX-License-Identifier: EUPL-1.2
"""In which phase a case was on a day, read from its history; whether it ran in a period says vault/case_queries.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

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


def phase_on(history: Sequence[Step], day: date) -> tuple[str, bool]:
    """Return the phase on `day` and whether the case ran then; before its first step it was registered."""
    reached = [step for step in history if step.on <= day]
    return (reached[-1].phase, reached[-1].is_open) if reached else (Phase.REGISTERED.value, True)
