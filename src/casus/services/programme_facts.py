# SPDX-License-Identifier: EUPL-1.2
"""What a dossier shows beside programmes and certificates: names of who runs and who helps, and attendance."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.vault.tables import Attendance, Partner, Programme, VogAmbassador, VogProcedure


@dataclass(frozen=True)
class ProgrammeFacts:
    """Attendance by programme (oldest month first), providers by programme, ambassadors by procedure."""

    attendance: Mapping[str, tuple[Attendance, ...]] = field(default_factory=dict)
    providers: Mapping[str, str] = field(default_factory=dict)
    ambassadors: Mapping[str, str] = field(default_factory=dict)


def programme_facts(session: Session, person_id: str) -> ProgrammeFacts:
    """Return what belongs to all programmes and procedures of a person, in three queries."""
    months: dict[str, list[Attendance]] = {}
    seen = select(Attendance).join(Programme, Programme.id == Attendance.programme_id)
    for one in session.scalars(seen.where(Programme.person_id == person_id).order_by(Attendance.month)):
        months.setdefault(one.programme_id, []).append(one)
    runs = select(Programme.id, Partner.name).join(Partner, Partner.id == Programme.provider_id)
    helps = select(VogProcedure.id, VogAmbassador.name).join(
        VogAmbassador, VogAmbassador.id == VogProcedure.ambassador_id
    )
    return ProgrammeFacts(
        {key: tuple(found) for key, found in months.items()},
        _names(session, runs.where(Programme.person_id == person_id)),
        _names(session, helps.where(VogProcedure.person_id == person_id)),
    )


def _names(session: Session, wanted: Select[str, str]) -> dict[str, str]:
    return {row[0]: row[1] for row in session.execute(wanted)}
