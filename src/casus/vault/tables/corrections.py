# SPDX-License-Identifier: EUPL-1.2
"""What the person disputes: corrections and erasures of what is on file, objections, and whom that must reach.

A row points at what is disputed and holds a keyed digest of what stood there, never a copy: what has to go is
then gone with the record and its history.
"""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Correction(Record, Base):
    """One thing the person disputes: a field of a record, or a whole record (`field` is None)."""

    __tablename__ = "corrections"
    __table_args__ = (
        Index("ix_corrections_about", "record_kind", "record_id"),
        CheckConstraint("(decision IS NULL) = (decided_on IS NULL)", name="decided"),
    )

    request_id: Mapped[Id] = ref("access_requests.id")
    person_id: Mapped[Id] = ref("persons.id")
    record_kind: Mapped[Code]  # list record_kind
    record_id: Mapped[Id]
    field: Mapped[Code | None]
    value_digest: Mapped[Line]  # keyed digest of what stood there when it was noted, then when it was decided
    noted_on: Mapped[Day]
    through: Mapped[Code]  # list correction_through: how it was said
    statement: Mapped[Free | None]  # what the person says, in their own words; None once erased
    proposed: Mapped[Free | None]  # what it should be, as it would be stored; None once erased
    decision: Mapped[Code | None]  # list correction_decision
    reasoning: Mapped[Free | None]
    decided_on: Mapped[Day | None]
    decided_by_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    carried_out_on: Mapped[Day | None]
    carried_batch_id: Mapped[Id | None]  # the transaction that changed the record


class Objection(Record, Base):
    """The person objects to the work on their case, or asks to limit it; until it ends the case is limited."""

    __tablename__ = "objections"
    __table_args__ = (CheckConstraint("(decision IS NULL) = (decided_on IS NULL)", name="decided"),)

    request_id: Mapped[Id] = ref("access_requests.id")
    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id] = ref("cases.id")
    kind: Mapped[Code]  # list objection_kind
    noted_on: Mapped[Day]
    through: Mapped[Code]  # list correction_through
    statement: Mapped[Free]
    decision: Mapped[Code | None]  # list objection_decision
    reasoning: Mapped[Free | None]
    decided_on: Mapped[Day | None]
    decided_by_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    ended_on: Mapped[Day | None]  # a limitation that was granted was lifted; the person was told before


class RecipientNotice(Record, Base):
    """Someone who received data that changed, and whether they were told (GDPR article 19)."""

    __tablename__ = "recipient_notices"

    correction_id: Mapped[Id] = ref("corrections.id")
    person_id: Mapped[Id] = ref("persons.id")
    sharing_id: Mapped[Id] = ref("data_sharings.id")
    outcome: Mapped[Code | None]  # list notice_outcome; None: still to be told
    on: Mapped[Day | None]
    note: Mapped[Free | None]
