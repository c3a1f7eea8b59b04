# SPDX-License-Identifier: EUPL-1.2
"""What the register forms hand over: values already read, texts as typed; `on` is a day up to today."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class SchoolInput:
    """A school where lessons and consulting hours are given."""

    name: str
    kind: str = "secondary"
    district: str = "unknown"


@dataclass(frozen=True)
class SchoolActivityInput:
    """A lesson, consulting hour or training for fathers; `reach` = pupils or fathers.

    For reported concerns (kind concern_report) `reach` is their number, at least one; who they are about is
    not registered here.
    """

    school_id: str
    on: date | None
    kind: str = "lesson"
    theme: str = "drug_crime"
    groups: int | None = 1
    reach: int | None = 0
    note: str | None = None


@dataclass(frozen=True)
class BusinessContactInput:
    """Knock & Talk visits of one day in one district; never a name of a business."""

    on: date | None
    district: str = "unknown"
    amount: int | None = 1
    reached: str = "yes"
    reason: str = "awareness"
    theme: str = "anonymous_reporting"
    note: str | None = None


@dataclass(frozen=True)
class InspectionInput:
    """BUIT inspections, integral (traffic) checks or action days of one day in one district."""

    on: date | None
    kind: str = "buit"
    district: str = "unknown"
    theme: str = "drug_crime"
    amount: int | None = 1
    result: str = "nothing"
    partners: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class PermitInput:
    """A firm under the permit duty; `status` holds since the day `on`, and every step is kept."""

    business_name: str
    on: date | None
    status: str = "notified"
    address: str | None = None
    area: str = "nieuw_overvecht"
    sector: str = "car_trade"
    helped: bool = False
    note: str | None = None


@dataclass(frozen=True)
class ResilienceSessionInput:
    """A session for a group that may come under pressure."""

    on: date | None
    audience: str = "entrepreneurs"
    participants: int | None = 0
    theme: str = "resilience"
    district: str = "unknown"
    partners: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class AmbassadorInput:
    """A professional trained to help young people with the certificate of conduct (VOG)."""

    name: str
    organisation: str
    trained_on: date | None
    organisation_kind: str = "municipality"
    active_until: date | None = None
    advices: int | None = 0


@dataclass(frozen=True)
class WorkerInput:
    """A colleague; `in_register`: counted among the experts and officers appointed."""

    name: str
    role: str = "pga_expert"
    started_on: date | None = None
    ended_on: date | None = None
    in_register: bool = True
    email: str | None = None
