# SPDX-License-Identifier: EUPL-1.2
"""Persons, families and their members (domain study 5; rules 4 and 5 on siblings and minors)."""

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Person(Record, Base):
    """Someone Casus works with, or a family member or representative; never a BSN, nationality or religion."""

    __tablename__ = "persons"
    __table_args__ = (
        Index("ix_persons_sort_key", "sort_key"),
        Index("ix_persons_restricted", "id", sqlite_where=text("restricted = 1")),
    )

    number: Mapped[Code]  # random, printed on paper instead of a name
    role: Mapped[Code]  # list person_role
    given_name: Mapped[Line]
    call_name: Mapped[Line | None]
    prefix: Mapped[Line | None]  # tussenvoegsel
    surname: Mapped[Line]
    sort_key: Mapped[Line]  # domain.names.sort_key: casefold, no accents, prefix last
    birth_date: Mapped[Day | None]
    birth_date_estimated: Mapped[bool]
    telephone: Mapped[Line | None]
    email: Mapped[Line | None]
    street: Mapped[Line | None]
    house_number: Mapped[Line | None]
    postcode: Mapped[Line | None]
    city: Mapped[Line | None]
    district: Mapped[Code]  # list district
    language: Mapped[Code]  # list language
    interpreter: Mapped[bool]
    representative_id: Mapped[Id | None] = ref("persons.id", nullable=True)
    restricted: Mapped[bool]  # restricted dossier: opened with a reason only
    note: Mapped[Free | None]


class PersonAlias(Record, Base):
    """Another name the person is known by; searched, shown, never exported."""

    __tablename__ = "person_aliases"

    person_id: Mapped[Id] = ref("persons.id")
    name: Mapped[Line]
    folded: Mapped[Line]


class PersonMerge(Record, Base):
    """A duplicate that was merged into the person who stays."""

    __tablename__ = "person_merges"

    kept_id: Mapped[Id] = ref("persons.id")  # who has it all now: a later merge takes this along
    into_id: Mapped[Id]  # into whom it was merged then
    merged_id: Mapped[Id]  # gone from `persons`; all it held stands in the history of this batch
    merged_number: Mapped[Code]  # still found, and leads to the person kept
    reason: Mapped[Free]


class NotDuplicate(Record, Base):
    """Two persons of whom a worker said that they are two: not suggested again."""

    __tablename__ = "not_duplicates"

    first_id: Mapped[Id] = ref("persons.id")
    second_id: Mapped[Id] = ref("persons.id")


class Family(Record, Base):
    """A family with one plan and one lead; the code is printed instead of a name."""

    __tablename__ = "families"

    code: Mapped[Code]
    name: Mapped[Line]
    sort_key: Mapped[Line]
    district: Mapped[Code]
    lead_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    started_on: Mapped[Day]
    ended_on: Mapped[Day | None]
    end_reason: Mapped[Code | None]  # list closure_reason
    end_outcome: Mapped[Code | None]  # list case_outcome
    end_note: Mapped[Free | None]
    note: Mapped[Free | None]


class FamilyMember(Record, Base):
    """A person's place in a family, with dates; a minor without own case needs a reason for being here."""

    __tablename__ = "family_members"
    __table_args__ = (CheckConstraint("until_on IS NULL OR until_on >= from_on", name="order"),)

    family_id: Mapped[Id] = ref("families.id")
    person_id: Mapped[Id] = ref("persons.id")
    relation: Mapped[Code]  # list family_relation
    from_on: Mapped[Day]
    until_on: Mapped[Day | None]
    minor_reason: Mapped[Free | None]
    review_on: Mapped[Day | None]  # eighteenth-birthday review


class JusticeEvent(Record, Base):
    """A justice contact by month, kind, source and basis; no narrative."""

    __tablename__ = "justice_events"

    person_id: Mapped[Id] = ref("persons.id")
    month: Mapped[Day]  # first day of the month
    kind: Mapped[Code]  # list justice_event_kind
    source: Mapped[Line]
    legal_basis: Mapped[Code]  # list legal_basis
