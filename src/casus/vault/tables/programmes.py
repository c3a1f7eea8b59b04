# SPDX-License-Identifier: EUPL-1.2
"""Programmes of work, sport and school; the VOG (certificate of conduct) and its ambassadors."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Programme(Record, Base):
    """A work, sport, school or coaching programme a young person is registered for."""

    __tablename__ = "programmes"
    __table_args__ = (
        CheckConstraint("ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on", name="order"),
    )

    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    kind: Mapped[Code]  # list programme_kind
    provider_id: Mapped[Id | None] = ref("partners.id", nullable=True)
    provider_name: Mapped[Line | None]
    registered_on: Mapped[Day]
    intake_on: Mapped[Day | None]
    started_on: Mapped[Day | None]
    ended_on: Mapped[Day | None]
    status: Mapped[Code]  # list programme_status
    outcome: Mapped[Code | None]  # list programme_outcome
    hours_per_week: Mapped[int | None]
    stop_reason: Mapped[Free | None]
    note: Mapped[Free | None]


class Attendance(Record, Base):
    """How many of the planned meetings of a programme were attended in a month."""

    __tablename__ = "attendances"
    __table_args__ = (Index("ix_attendances_seen", "programme_id", "month", "attended"),)

    programme_id: Mapped[Id] = ref("programmes.id", index=False)
    month: Mapped[Day]
    planned: Mapped[int]
    attended: Mapped[int]


class VogAmbassador(Record, Base):
    """A professional trained to help young people with the VOG; a professional in post, not a client."""

    __tablename__ = "vog_ambassadors"

    name: Mapped[Line]
    sort_key: Mapped[Line]
    organisation: Mapped[Line]
    organisation_kind: Mapped[Code]  # list organisation_kind
    trained_on: Mapped[Day]
    active_until: Mapped[Day | None]
    advices: Mapped[int]


class VogProcedure(Record, Base):
    """A young person's way to a VOG; not applying, with its reason, is the thing to see."""

    __tablename__ = "vog_procedures"

    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    purpose: Mapped[Code]  # list vog_purpose
    screening_profile: Mapped[Line | None]
    ambassador_id: Mapped[Id | None] = ref("vog_ambassadors.id", nullable=True)
    status: Mapped[Code]  # list vog_status
    status_since: Mapped[Day]
    not_applied_reason: Mapped[Free | None]
    applied_on: Mapped[Day | None]
    intention_on: Mapped[Day | None]
    view_given_on: Mapped[Day | None]  # zienswijze
    decided_on: Mapped[Day | None]
    objection_on: Mapped[Day | None]
    due_on: Mapped[Day | None]  # 4 or 8 weeks
    note: Mapped[Free | None]
