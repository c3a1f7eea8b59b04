# SPDX-License-Identifier: EUPL-1.2
"""The inputs of the steps of a request by the person; receiving one is `inputs.AccessRequestInput`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class IdentityInput:
    """That it was checked who asks: when, and how (list identity_check); of a mandate, that it was seen."""

    on: date
    how: str
    mandate_seen: bool = False


@dataclass(frozen=True)
class ExtensionInput:
    """That the answer takes longer: the day the person was told, and the reason given."""

    told_on: date
    reason: str


@dataclass(frozen=True)
class RequestDecisionInput:
    """What was decided (list access_decision), why, and that the answer names complaint and objection."""

    decision: str
    on: date
    reasoning: str | None = None
    remedies_told: bool = False


@dataclass(frozen=True)
class AnswerSentInput:
    """When the answer was given, and how (list answer_channel)."""

    on: date
    how: str


@dataclass(frozen=True)
class WithdrawalInput:
    """That the person no longer asks: when, and what they said."""

    on: date
    note: str | None = None
