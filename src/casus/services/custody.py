# SPDX-License-Identifier: EUPL-1.2
"""What a dossier shows of someone's detentions: the stays, what belongs to them, and when the MDO comes."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.domain.conditions import MDO_EVERY
from casus.services.desk import Desk
from casus.services.id_applications import id_applications_of
from casus.vault.queries import appointment_open, detention_continued
from casus.vault.tables import (
    Appointment,
    BasicConditionCheck,
    Case,
    Contact,
    Detention,
    DetentionLeave,
    Facility,
    IdApplication,
)

MDO = "mdo"


@dataclass(frozen=True)
class DetentionView:
    """A stay with the name of its facility and the checks of basic conditions made for it.

    `continued` when it went on in another facility the day it ended here.
    """

    record: Detention
    facility: str
    country: str
    conditions: tuple[BasicConditionCheck, ...]
    leaves: tuple[DetentionLeave, ...] = ()
    continued: bool = False


@dataclass(frozen=True)
class MdoRhythm:
    """When someone's MDO met, when it has to meet again at the latest, and when it is planned."""

    last_on: date | None
    due_on: date
    planned_on: date | None


@dataclass(frozen=True)
class Custody:
    """What is known beside the stays: applications for an identity document, and the MDO of who is inside."""

    id_applications: tuple[IdApplication, ...] = ()
    mdo: MdoRhythm | None = None


def detentions_of(session: Session, person_id: str) -> tuple[DetentionView, ...]:
    """Return someone's stays, the latest first."""
    rows = session.execute(
        select(Detention, Facility.name, Facility.country, detention_continued().label("continued"))
        .join(Facility, Facility.id == Detention.facility_id)
        .where(Detention.person_id == person_id)
        .order_by(Detention.entered_on.desc(), Detention.released_on.is_not(None))
    ).all()
    ids = [detention.id for detention, *_ in rows]
    checks: dict[str | None, list[BasicConditionCheck]] = {}
    looked = (
        select(BasicConditionCheck)
        .where(BasicConditionCheck.detention_id.in_(ids))
        .order_by(BasicConditionCheck.checked_on)
    )
    for check in session.scalars(looked):
        checks.setdefault(check.detention_id, []).append(check)
    leaves: dict[str, list[DetentionLeave]] = {}
    of_stays = (
        select(DetentionLeave)
        .where(DetentionLeave.detention_id.in_(ids))
        .order_by(DetentionLeave.from_on.desc())
    )
    for leave in session.scalars(of_stays):
        leaves.setdefault(leave.detention_id, []).append(leave)
    return tuple(
        DetentionView(
            record,
            name,
            country,
            tuple(checks.get(record.id, ())),
            tuple(leaves.get(record.id, ())),
            bool(continued),
        )
        for record, name, country, continued in rows
    )


def custody_of(
    session: Session, desk: Desk, case: Case | None, detentions: tuple[DetentionView, ...]
) -> Custody:
    """Return what a dossier shows beside the stays."""
    inside = next((view.record for view in detentions if view.record.released_on is None), None)
    return Custody(
        id_applications_of(session, case.id) if case else (),
        mdo_rhythm(session, desk, inside) if inside is not None else None,
    )


def mdo_rhythm(session: Session, desk: Desk, inside: Detention) -> MdoRhythm | None:
    """Return the rhythm of the MDO of someone inside: it begins when the D&R plan was received."""
    last = session.scalar(
        select(func.max(Contact.on)).where(Contact.person_id == inside.person_id, Contact.kind == MDO)
    )
    planned = session.scalar(
        select(func.min(Appointment.on)).where(
            Appointment.person_id == inside.person_id,
            Appointment.kind == MDO,
            appointment_open(),
            Appointment.on >= desk.today(),
        )
    )
    start = max((day for day in (last, inside.plan_received_on) if day is not None), default=None)
    if start is None and planned is None:
        return None
    return MdoRhythm(last, (start or desk.today()) + MDO_EVERY, planned)
