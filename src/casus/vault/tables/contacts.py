# SPDX-License-Identifier: EUPL-1.2
"""Contacts of every kind, who was there, and the appointments that lead to them."""

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Contact(Record, Base):
    """A home visit, prison visit, consulting hour, call or meeting; reached or not."""

    __tablename__ = "contacts"
    __table_args__ = (
        Index("ix_contacts_person_id_on", "person_id", "on"),
        Index("ix_contacts_on", "on"),
        CheckConstraint("duration_minutes IS NULL OR duration_minutes BETWEEN 0 AND 1440", name="duration"),
    )

    person_id: Mapped[Id] = ref("persons.id", index=False)
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    kind: Mapped[Code]  # list contact_kind
    on: Mapped[Day]
    at_time: Mapped[Code | None]  # local time HH:MM
    duration_minutes: Mapped[int | None]
    place: Mapped[Line | None]
    facility_id: Mapped[Id | None] = ref("facilities.id", nullable=True)
    consulting_session_id: Mapped[Id | None] = ref("consulting_sessions.id", nullable=True)
    reached: Mapped[Code]  # list reached
    initiative: Mapped[Code]  # list initiative
    report: Mapped[Free | None]
    information_kind: Mapped[Code]  # list information_kind: fact, opinion or heard
    information_source: Mapped[Line | None]
    legal_basis: Mapped[Code | None]  # when the report holds data of police or a partner
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)


class ContactAttendee(Record, Base):
    """Someone who was there: a person on file, a partner, or a name or role typed in."""

    __tablename__ = "contact_attendees"

    contact_id: Mapped[Id] = ref("contacts.id")
    person_id: Mapped[Id | None] = ref("persons.id", nullable=True)
    partner_id: Mapped[Id | None] = ref("partners.id", nullable=True)
    name: Mapped[Line | None]


class Appointment(Record, Base):
    """A planned contact; fulfilled by the contact that reports it."""

    __tablename__ = "appointments"
    __table_args__ = (Index("ix_appointments_on", "on"),)

    person_id: Mapped[Id | None] = ref("persons.id", nullable=True)
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    kind: Mapped[Code]  # list contact_kind
    on: Mapped[Day]
    at_time: Mapped[Code | None]
    duration_minutes: Mapped[int | None]
    place: Mapped[Line | None]
    facility_id: Mapped[Id | None] = ref("facilities.id", nullable=True)
    note: Mapped[Free | None]
    contact_id: Mapped[Id | None] = ref("contacts.id", nullable=True)
    cancelled: Mapped[bool]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)
