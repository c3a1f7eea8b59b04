# SPDX-License-Identifier: EUPL-1.2
"""What the forms for programmes and certificates of conduct hand to the use cases; see `inputs`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ProgrammeInput:
    """A work, sport or school programme; how far it is follows from its days.

    With `ended_on` it was stopped when there is a `stop_reason`, else finished, and then an `outcome` is needed.
    """

    person_id: str
    kind: str
    registered_on: date
    case_id: str | None = None
    provider_name: str | None = None
    provider_id: str | None = None
    intake_on: date | None = None
    started_on: date | None = None
    ended_on: date | None = None
    outcome: str | None = None
    stop_reason: str | None = None
    hours_per_week: int | None = None
    waiting: bool = False
    note: str | None = None


@dataclass(frozen=True)
class VogInput:
    """The start of a young person's way to a certificate of conduct.

    The ambassador who helps is one on file, or someone new by `ambassador_name` and `ambassador_organisation`.
    """

    person_id: str
    purpose: str
    on: date
    case_id: str | None = None
    screening_profile: str | None = None
    ambassador_id: str | None = None
    ambassador_name: str | None = None
    ambassador_organisation: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class VogStepsInput(VogInput):
    """What is corrected of it later: also the days of the steps that were taken, and why nothing was applied for."""

    not_applied_reason: str | None = None
    applied_on: date | None = None
    intention_on: date | None = None
    view_given_on: date | None = None
    decided_on: date | None = None
    objection_on: date | None = None
