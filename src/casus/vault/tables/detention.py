# SPDX-License-Identifier: EUPL-1.2
"""Facilities, detentions, the basic conditions for return, and consulting hours in prison."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Facility(Record, Base):
    """A prison or youth institution; removed ones stay for what was registered with them."""

    __tablename__ = "facilities"

    name: Mapped[Line]
    kind: Mapped[Code]  # list facility_kind
    country: Mapped[Code]  # list country
    place: Mapped[Line | None]
    removed_on: Mapped[Day | None]


class Detention(Record, Base):
    """A stay in a facility; the release may be known, estimated or unknown."""

    __tablename__ = "detentions"
    __table_args__ = (
        CheckConstraint("released_on IS NULL OR released_on >= entered_on", name="released"),
        CheckConstraint("expected_on IS NULL OR expected_on >= entered_on", name="expected"),
    )

    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    facility_id: Mapped[Id] = ref("facilities.id")
    title: Mapped[Code]  # list detention_title
    regime: Mapped[Line | None]
    entered_on: Mapped[Day]
    expected_on: Mapped[Day | None]
    release_certainty: Mapped[Code]  # list release_certainty
    released_on: Mapped[Day | None]
    plan_received_on: Mapped[Day | None]  # D&R plan
    return_notice_on: Mapped[Day | None]  # BIJ notice to the mayor
    sentence_transfer: Mapped[Code]  # list sentence_transfer
    note: Mapped[Free | None]


class DetentionLeave(Record, Base):
    """A leave during a detention."""

    __tablename__ = "detention_leaves"

    detention_id: Mapped[Id] = ref("detentions.id")
    from_on: Mapped[Day]
    until_on: Mapped[Day | None]
    note: Mapped[Free | None]


class BasicConditionCheck(Record, Base):
    """One basic condition at one moment of measurement, with what is done and when it was arranged."""

    __tablename__ = "basic_condition_checks"
    __table_args__ = (
        UniqueConstraint("case_id", "detention_id", "condition", "moment"),
        Index(
            "ix_basic_condition_checks_looks", "detention_id", "condition", "moment", "checked_on", "status"
        ),
    )

    case_id: Mapped[Id] = ref("cases.id")
    detention_id: Mapped[Id | None] = ref("detentions.id", nullable=True, index=False)
    condition: Mapped[Code]  # list basic_condition
    moment: Mapped[Code]  # list condition_moment
    status: Mapped[Code]  # list condition_status
    checked_on: Mapped[Day]
    action: Mapped[Free | None]
    arranged_on: Mapped[Day | None]


class IdApplication(Record, Base):
    """The steps of applying for an identity document from detention (after HMPPS)."""

    __tablename__ = "id_applications"

    case_id: Mapped[Id] = ref("cases.id")
    document: Mapped[Line]
    photo_on: Mapped[Day | None]
    submitted_on: Mapped[Day | None]
    received_on: Mapped[Day | None]
    handed_over_on: Mapped[Day | None]
    note: Mapped[Free | None]


class ConsultingSession(Record, Base):
    """A consulting hour in a facility: numbers only; the conversations are contacts."""

    __tablename__ = "consulting_sessions"
    __table_args__ = (
        CheckConstraint("conversations >= 0 AND new_persons BETWEEN 0 AND conversations", name="numbers"),
    )

    facility_id: Mapped[Id] = ref("facilities.id")
    on: Mapped[Day]
    conversations: Mapped[int]
    new_persons: Mapped[int]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    note: Mapped[Free | None]
