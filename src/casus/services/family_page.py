# SPDX-License-Identifier: EUPL-1.2
"""The page of a family: who belongs to it, its one plan, and what is open and planned for its members."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.appointments import appointment_rows
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.family_members import MemberRow, members_of
from casus.services.naming import closed_name, name_of_row
from casus.services.plan_versions import PlanView, plans_of
from casus.services.tasks import TaskRow, task_row, task_rows
from casus.vault.queries import appointment_open, task_open
from casus.vault.tables import Appointment, Family, Person, Task, Worker

MOST = 50


@dataclass(frozen=True)
class PlannedRow:
    """A planned contact with one of the members."""

    id: str
    kind: str
    on: date
    at_time: str | None
    person_id: str
    case_id: str | None
    person_name: str
    place: str


@dataclass(frozen=True)
class FamilyDossier:
    """A whole family; `lead` is "" for nobody. Of members with a restricted dossier no work is shown."""

    record: Family
    lead: str
    members: tuple[MemberRow, ...]
    past: tuple[MemberRow, ...]
    plans: tuple[PlanView, ...]
    tasks: tuple[TaskRow, ...]
    appointments: tuple[PlannedRow, ...]


def open_family(desk: Desk, family_id: str) -> FamilyDossier:
    """Return a family's page, and log the view; raises NotFound."""
    with desk.reading() as session:
        fetch(session, Family, family_id)
    with desk.changing(label="log_view") as session:
        desk.vault.log(session, "viewed", "families", family_id)
    with desk.reading() as session:
        family = fetch(session, Family, family_id)
        everyone = members_of(session, family_id)
        now = tuple(one for one in everyone if one.until_on is None)
        ids = [one.person_id for one in now if not one.restricted]
        return FamilyDossier(
            record=family,
            lead=session.scalar(select(Worker.name).where(Worker.id == family.lead_id)) or "",
            members=now,
            past=tuple(one for one in everyone if one.until_on is not None),
            plans=plans_of(session, family_id=family_id),
            tasks=_tasks(session, ids),
            appointments=_appointments(session, ids),
        )


def _tasks(session: Session, ids: Sequence[str]) -> tuple[TaskRow, ...]:
    wanted = task_rows().where(task_open(), Task.person_id.in_(ids)).limit(MOST)
    return tuple(map(task_row, session.execute(wanted)))


def _appointments(session: Session, ids: Sequence[str]) -> tuple[PlannedRow, ...]:
    rows = session.execute(
        appointment_rows()
        .where(appointment_open(), Appointment.person_id.in_(ids), Person.id.is_not(None))
        .order_by(Appointment.on, Appointment.at_time)
        .limit(MOST)
    )
    return tuple(
        PlannedRow(
            row.id, "" if row.dossier_closed else row.kind, row.on, row.at_time, row.person_id, row.case_id,
            closed_name(row.closed_number) if row.dossier_closed else name_of_row(row),
            "" if row.dossier_closed else row.place or "",
        )
        for row in rows
    )  # fmt: skip
