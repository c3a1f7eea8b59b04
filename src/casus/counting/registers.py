# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's registers as plain facts: codes, months and amounts, no names."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.periods import Period
from casus.vault.queries import day_in, running_on
from casus.vault.tables import (
    BusinessContact,
    Inspection,
    Permit,
    PermitChange,
    ResilienceSession,
    School,
    SchoolActivity,
    VogAmbassador,
    Worker,
)

SCREENED = frozenset({"bibob", "granted", "refused", "revoked"})
"""States of a permit that can only be reached by examining the application."""


@dataclass(frozen=True)
class SchoolFact:
    """An activity at a school."""

    school: str
    school_kind: str
    district: str
    kind: str
    month: str
    reach: int


@dataclass(frozen=True)
class BusinessFact:
    """Knock & Talk visits."""

    district: str
    reached: str
    reason: str
    amount: int


@dataclass(frozen=True)
class InspectionFact:
    """Inspections, checks or action days."""

    kind: str
    district: str
    result: str
    month: str
    amount: int


@dataclass(frozen=True)
class FirmFact:
    """A firm under the permit duty, as it stood on the reference date."""

    area: str
    sector: str
    status: str
    screened: bool
    helped: bool


@dataclass(frozen=True)
class SessionFact:
    """A resilience session."""

    audience: str
    participants: int


@dataclass(frozen=True)
class Registers:
    """What happened in the period (up to the reference date) and who and what was there on that date."""

    schools: tuple[SchoolFact, ...] = ()
    businesses: tuple[BusinessFact, ...] = ()
    inspections: tuple[InspectionFact, ...] = ()
    firms: tuple[FirmFact, ...] = ()
    sessions: tuple[SessionFact, ...] = ()
    ambassadors: tuple[str, ...] = ()  # kinds of organisation, one for each ambassador trained
    staff: tuple[str, ...] = ()  # roles, one for each colleague in post
    others: Mapping[date, "Registers"] = field(default_factory=dict, hash=False)

    def on(self, day: date) -> "Registers":
        """Return the same as on another reference date, where it was read for that too."""
        return self.others.get(day, self)


def read(session: Session, period: Period, reference_date: date, days: Collection[date] = ()) -> Registers:
    """Read the registers of one vault for a period; InvalidInput when the reference date lies before it.

    `days`: other reference dates of single indicators (`Catalogue.days`).
    """
    others = {day: read(session, period, day) for day in days if day != reference_date}
    window = Period(period.first, min(period.last, reference_date))
    return Registers(
        schools=tuple(_schools(session, window)),
        businesses=tuple(_businesses(session, window)),
        inspections=tuple(_inspections(session, window)),
        firms=tuple(_firms(session, reference_date)),
        sessions=tuple(_sessions(session, window)),
        ambassadors=tuple(
            session.scalars(
                select(VogAmbassador.organisation_kind).where(day_in(VogAmbassador.trained_on, window))
            )
        ),
        staff=tuple(
            session.scalars(
                select(Worker.role).where(
                    Worker.in_register, running_on(Worker.started_on, Worker.ended_on, reference_date)
                )
            )
        ),
        others=others,
    )


def _schools(session: Session, window: Period) -> list[SchoolFact]:
    query = select(
        School.id, School.kind, School.district, SchoolActivity.kind.label("activity"),
        SchoolActivity.on, SchoolActivity.reach,
    ).join(SchoolActivity, SchoolActivity.school_id == School.id)  # fmt: skip
    return [
        SchoolFact(row.id, row.kind, row.district, row.activity, _month(row.on), row.reach)
        for row in session.execute(query.where(day_in(SchoolActivity.on, window)))
    ]


def _businesses(session: Session, window: Period) -> list[BusinessFact]:
    query = select(
        BusinessContact.district, BusinessContact.reached, BusinessContact.reason, BusinessContact.amount
    )
    return [BusinessFact(*row) for row in session.execute(query.where(day_in(BusinessContact.on, window)))]


def _inspections(session: Session, window: Period) -> list[InspectionFact]:
    query = select(Inspection.kind, Inspection.district, Inspection.result, Inspection.on, Inspection.amount)
    return [
        InspectionFact(row.kind, row.district, row.result, _month(row.on), row.amount)
        for row in session.execute(query.where(day_in(Inspection.on, window)))
    ]


def _sessions(session: Session, window: Period) -> list[SessionFact]:
    query = select(ResilienceSession.audience, ResilienceSession.participants)
    return [SessionFact(*row) for row in session.execute(query.where(day_in(ResilienceSession.on, window)))]


def _firms(session: Session, day: date) -> list[FirmFact]:
    changes: dict[str, list[str]] = defaultdict(list)
    query = select(PermitChange.permit_id, PermitChange.to_status).where(PermitChange.on <= day)
    for change in session.execute(query.order_by(PermitChange.on, PermitChange.created_at)):
        changes[change.permit_id].append(change.to_status)
    found = []
    for permit in session.scalars(select(Permit)):
        states = changes.get(permit.id) or ([permit.status] if permit.status_since <= day else [])
        if states:
            found.append(_firm(permit, states))
    return found


def _firm(permit: Permit, states: Sequence[str]) -> FirmFact:
    screened = not SCREENED.isdisjoint(states)
    return FirmFact(permit.area, permit.sector, states[-1], screened, permit.helped)


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"
