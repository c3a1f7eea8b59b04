# SPDX-License-Identifier: EUPL-1.2
"""Cases, the history of their phases, assignments, transfers and half-yearly reviews."""

from sqlalchemy import JSON, CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Case(Record, Base):
    """One case per approach per person; reopening keeps the earlier period in the phase history."""

    __tablename__ = "cases"
    __table_args__ = (
        Index("ix_cases_phase_approach", "phase", "approach"),
        Index("ix_cases_restricted", "id", sqlite_where=text("restricted = 1")),
        CheckConstraint("closed_on IS NULL OR closed_on >= opened_on", name="order"),
    )

    number: Mapped[Code] = mapped_column(unique=True)
    person_id: Mapped[Id] = ref("persons.id")
    family_id: Mapped[Id | None] = ref("families.id", nullable=True)
    approach: Mapped[Code]  # list approach
    referring_partner_id: Mapped[Id | None] = ref("partners.id", nullable=True)
    referrer: Mapped[Line | None]  # the person there who brought it in
    referral_way: Mapped[Code | None]  # list referral_way
    opened_on: Mapped[Day]
    inclusion_reasons: Mapped[list[str]] = mapped_column(JSON)  # codes of list inclusion_reason
    inclusion_note: Mapped[Free | None]
    legal_basis: Mapped[Code]  # list legal_basis
    proportionality: Mapped[Free | None]
    review_on: Mapped[Day | None]  # next proportionality review
    phase: Mapped[Code]  # list phase
    phase_since: Mapped[Day]
    priority: Mapped[Code]  # list priority
    informed_how: Mapped[Code | None]  # list informed_how
    informed_on: Mapped[Day | None]
    informed_note: Mapped[Free | None]  # why postponed
    next_meeting_on: Mapped[Day | None]
    last_contact_on: Mapped[Day | None]  # kept by the service that logs contacts
    closed_on: Mapped[Day | None]
    transferred_on: Mapped[Day | None]  # a colleague has it from that day: what is here is a copy, read only
    closure_reason: Mapped[Code | None]  # list closure_reason
    closure_note: Mapped[Free | None]
    outcome: Mapped[Code | None]  # list case_outcome
    retain_until: Mapped[Day | None]
    legal_hold: Mapped[bool]
    extended_until: Mapped[Day | None]  # a last day someone decided on, later than the term gives
    restricted: Mapped[bool]
    story_tip_on: Mapped[Day | None]  # since when a worker thinks there is a story to tell here


class PhaseChange(Record, Base):
    """One step in a case's history: from, to, when, why."""

    __tablename__ = "phase_changes"

    case_id: Mapped[Id] = ref("cases.id")
    from_phase: Mapped[Code | None]
    to_phase: Mapped[Code]
    on: Mapped[Day]
    reason: Mapped[Free | None]
    closure_reason: Mapped[Code | None]
    outcome: Mapped[Code | None]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)


class Assignment(Record, Base):
    """A worker's part in a case, as a period; reassigning ends one row and starts another."""

    __tablename__ = "assignments"
    __table_args__ = (CheckConstraint("until_on IS NULL OR until_on >= from_on", name="order"),)

    case_id: Mapped[Id] = ref("cases.id")
    worker_id: Mapped[Id] = ref("workers.id")
    role: Mapped[Code]  # list assignment_role
    from_on: Mapped[Day]
    until_on: Mapped[Day | None]


class Transfer(Record, Base):
    """A case offered to a colleague, with the hand-over note, accepted or refused."""

    __tablename__ = "transfers"

    case_id: Mapped[Id] = ref("cases.id")
    from_worker_id: Mapped[Id] = ref("workers.id")
    to_worker_id: Mapped[Id] = ref("workers.id")
    offered_on: Mapped[Day]
    answered_on: Mapped[Day | None]
    status: Mapped[Code]  # list transfer_status
    note: Mapped[Free]
    answer_note: Mapped[Free | None]


class ProportionalityReview(Record, Base):
    """The half-yearly question whether working on this person is still proportionate."""

    __tablename__ = "proportionality_reviews"

    case_id: Mapped[Id] = ref("cases.id")
    on: Mapped[Day]
    proportionate: Mapped[bool]
    reasoning: Mapped[Free]
    next_on: Mapped[Day | None]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)


class RetentionDecision(Record, Base):
    """What someone decided about how long a case is kept, and why: held, let go again, or kept longer."""

    __tablename__ = "retention_decisions"

    case_id: Mapped[Id] = ref("cases.id")
    kind: Mapped[Code]  # list retention_decision
    on: Mapped[Day]
    until_on: Mapped[Day | None]  # the new last day of an extension
    reason: Mapped[Free]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)


class CaseReference(Record, Base):
    """A number another organisation uses for this case, by its kind; shown in the dossier only."""

    __tablename__ = "case_references"

    case_id: Mapped[Id] = ref("cases.id")
    partner_id: Mapped[Id | None] = ref("partners.id", nullable=True)
    reference: Mapped[Line]
