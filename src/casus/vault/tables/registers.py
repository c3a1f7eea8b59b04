# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's registers; without persons, but a firm can be a sole trader (domain rule 1)."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class School(Record, Base):
    """A school where lessons and consulting hours are given."""

    __tablename__ = "schools"

    name: Mapped[Line]
    sort_key: Mapped[Line]
    kind: Mapped[Code]  # list school_kind
    district: Mapped[Code]


class SchoolActivity(Record, Base):
    """A lesson, consulting hour or training for fathers at a school, or a concern it reported (number only)."""

    __tablename__ = "school_activities"
    __table_args__ = (
        Index("ix_school_activities_on", "on"),
        CheckConstraint("groups >= 0 AND reach >= 0", name="numbers"),
    )

    school_id: Mapped[Id] = ref("schools.id")
    on: Mapped[Day]
    kind: Mapped[Code]  # list school_activity_kind
    theme: Mapped[Code]  # list register_theme
    groups: Mapped[int]
    reach: Mapped[int]  # pupils or parents reached
    note: Mapped[Free | None]


class BusinessContact(Record, Base):
    """Knock & Talk: conversations with entrepreneurs, without any name of a business."""

    __tablename__ = "business_contacts"
    __table_args__ = (
        Index("ix_business_contacts_on", "on"),
        CheckConstraint("amount > 0", name="numbers"),
    )

    on: Mapped[Day]
    district: Mapped[Code]
    amount: Mapped[int]
    reached: Mapped[Code]  # list business_contact_reached
    reason: Mapped[Code]  # list business_contact_reason
    theme: Mapped[Code]  # list register_theme
    note: Mapped[Free | None]


class Inspection(Record, Base):
    """BUIT inspections, integral (traffic) checks and action days."""

    __tablename__ = "inspections"
    __table_args__ = (
        Index("ix_inspections_on", "on"),
        CheckConstraint("amount > 0", name="numbers"),
    )

    on: Mapped[Day]
    kind: Mapped[Code]  # list inspection_kind
    district: Mapped[Code]
    theme: Mapped[Code]  # list register_theme
    amount: Mapped[int]
    result: Mapped[Code]  # list inspection_result
    partners: Mapped[Line | None]
    note: Mapped[Free | None]


class Permit(Record, Base):
    """A business under the permit duty: screened and helped; its name and address never leave."""

    __tablename__ = "permits"

    business_name: Mapped[Line]
    sort_key: Mapped[Line]
    address: Mapped[Line | None]
    area: Mapped[Code]  # list permit_area
    sector: Mapped[Code]  # list permit_sector
    status: Mapped[Code]  # list permit_status
    status_since: Mapped[Day]
    helped: Mapped[bool]
    note: Mapped[Free | None]


class PermitChange(Record, Base):
    """A step in a permit's history."""

    __tablename__ = "permit_changes"

    permit_id: Mapped[Id] = ref("permits.id")
    from_status: Mapped[Code | None]
    to_status: Mapped[Code]
    on: Mapped[Day]
    note: Mapped[Free | None]


class ResilienceSession(Record, Base):
    """A session that makes a group more resilient against criminals."""

    __tablename__ = "resilience_sessions"
    __table_args__ = (
        Index("ix_resilience_sessions_on", "on"),
        CheckConstraint("participants >= 0", name="numbers"),
    )

    on: Mapped[Day]
    audience: Mapped[Code]  # list session_audience
    theme: Mapped[Code]  # list register_theme
    district: Mapped[Code]
    participants: Mapped[int]
    partners: Mapped[Line | None]
    note: Mapped[Free | None]
