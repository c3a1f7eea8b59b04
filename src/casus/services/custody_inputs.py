# SPDX-License-Identifier: EUPL-1.2
"""What the forms beside a detention hand over: a leave, and an application for an identity document."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class LeaveInput:
    """A leave, of one day or up to and including `until_on`."""

    detention_id: str
    from_on: date
    until_on: date | None = None
    note: str | None = None


@dataclass(frozen=True)
class IdApplicationInput:
    """An application with the day of each step taken so far."""

    case_id: str
    document: str
    photo_on: date | None = None
    submitted_on: date | None = None
    received_on: date | None = None
    handed_over_on: date | None = None
    note: str | None = None
