# SPDX-License-Identifier: EUPL-1.2
"""The people and things around a case: workers, partners, tasks, attachments; drafts and settings."""

from sqlalchemy import JSON, Index, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import At, Base, Code, Day, Free, Id, Line, Record, ref


class Worker(Record, Base):
    """A colleague: PGA expert, RIO or coordinator; one row is the owner of this vault."""

    __tablename__ = "workers"

    name: Mapped[Line]
    sort_key: Mapped[Line]
    role: Mapped[Code]  # list worker_role
    started_on: Mapped[Day | None]
    ended_on: Mapped[Day | None]
    is_owner: Mapped[bool]
    in_register: Mapped[bool]  # counted in the coordinator's register of staff
    email: Mapped[Line | None]


class Partner(Record, Base):
    """An organisation Casus works with, its covenant or basis, and whom to call."""

    __tablename__ = "partners"

    name: Mapped[Line]
    sort_key: Mapped[Line]
    kind: Mapped[Code]  # list partner_kind
    covenant: Mapped[Line | None]
    contact_name: Mapped[Line | None]
    telephone: Mapped[Line | None]
    email: Mapped[Line | None]
    removed_on: Mapped[Day | None]


class Task(Record, Base):
    """Something to do, by whom and when; agreements from a visit become tasks."""

    __tablename__ = "tasks"
    __table_args__ = (Index("ix_tasks_status_due_on", "status", "due_on"),)

    title: Mapped[Line]
    owner: Mapped[Line | None]  # who, when it is not the worker: the young person, a partner
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    person_id: Mapped[Id | None] = ref("persons.id", nullable=True)
    contact_id: Mapped[Id | None] = ref("contacts.id", nullable=True)
    action_id: Mapped[Id | None] = ref("actions.id", nullable=True)
    due_on: Mapped[Day | None]
    recurrence: Mapped[Code]  # list recurrence
    source: Mapped[Code]  # list task_source
    status: Mapped[Code]  # list task_status
    done_on: Mapped[Day | None]
    note: Mapped[Free | None]


class Attachment(Record, Base):
    """A document in a dossier; its bytes are in chunks, so that no document is in memory whole."""

    __tablename__ = "attachments"

    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    person_id: Mapped[Id | None] = ref("persons.id", nullable=True)
    contact_id: Mapped[Id | None] = ref("contacts.id", nullable=True)
    kind: Mapped[Code]  # list attachment_kind
    title: Mapped[Line]
    media_type: Mapped[Line]
    size: Mapped[int]
    digest: Mapped[Line]
    received_on: Mapped[Day]


class AttachmentChunk(Base):
    """Up to 256 KiB of an attachment, in order."""

    __tablename__ = "attachment_chunks"

    attachment_id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class Draft(Base):
    """What was typed in a form and not yet saved; sealed with the draft key inside the vault."""

    __tablename__ = "drafts"

    key: Mapped[str] = mapped_column(primary_key=True)  # form name and record id
    form: Mapped[Code]
    record_id: Mapped[Id | None]
    saved_at: Mapped[At]
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class Setting(Base):
    """A setting that belongs to the vault and not to the computer, such as a saved filter."""

    __tablename__ = "settings"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[object] = mapped_column(JSON)


class CodeChange(Record, Base):
    """What a vault changed of one code of a code list: other words, another place, no longer offered, or its own."""

    __tablename__ = "code_changes"
    __table_args__ = (UniqueConstraint("list_name", "code"),)

    list_name: Mapped[Code]
    code: Mapped[Code]
    nl: Mapped[Line | None]
    en: Mapped[Line | None]
    position: Mapped[int | None]
    hidden: Mapped[bool]


class PolicyFile(Record, Base):
    """A policy file of the organisation that was in force here, in full; the highest number is in force."""

    __tablename__ = "policy_files"

    number: Mapped[int]  # the file's own policy_version
    organisation: Mapped[Line]
    issued_by: Mapped[Line]
    valid_from: Mapped[Day]
    applied_on: Mapped[Day]
    origin: Mapped[Code]  # list policy_origin
    digest: Mapped[Line]  # SHA-256 of the text
    text: Mapped[Free]


class SavedFilter(Record, Base):
    """A list's filter under a name of the worker's choice."""

    __tablename__ = "saved_filters"

    list_key: Mapped[Code]
    name: Mapped[Line]
    definition: Mapped[dict[str, object]] = mapped_column(JSON)
    note: Mapped[Free | None]
