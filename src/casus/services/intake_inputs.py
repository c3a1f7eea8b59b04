# SPDX-License-Identifier: EUPL-1.2
"""What the forms of screening and intake hand to their use cases."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class InformedInput:
    """Whether the person knows of the case: how and when, or why not yet and when to try again."""

    how: str | None = None
    on: date | None = None
    note: str | None = None
    again_on: date | None = None


@dataclass(frozen=True)
class ScreeningInput:
    """The criteria judged one by one, and what follows.

    `criteria` maps codes of list inclusion_reason to "met", "not_met" or "unknown"; `decision` is the phase the
    case moves to: intake, rejected or referred. The exits need a `reason`.
    """

    on: date
    decision: str
    criteria: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    reason: str | None = None


@dataclass(frozen=True)
class IntakeInput:
    """What the person wants, who is involved, whether they know, and on what basis the work goes on."""

    on: date
    wants: str
    legal_basis: str
    proportionality: str
    involved: tuple[str, ...] = ()
    informed: InformedInput = field(default_factory=InformedInput)
