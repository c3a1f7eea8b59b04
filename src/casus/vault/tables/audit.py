# SPDX-License-Identifier: EUPL-1.2
"""The audit log, the batches of changes it speaks of, and what each change replaced.

Three tables, because they live differently: an `AuditEntry` is never altered and holds no content, so
erasure leaves the chain whole; a `ChangeBatch` and its `FieldChange` rows hold what people wrote and go
when the record goes (domain.md 5, rule 3).
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import At, Base, Code, Free, Id, Line, new_id


class VaultMeta(Base):
    """One row per fact about the vault itself, by name (`vault_id`, `header_gen`, `recovery_confirmed`)."""

    __tablename__ = "vault_meta"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(String(200))


class AuditEntry(Base):
    """Who did what to which record, and when; chained, and bound to the row as it was after the change.

    `row_digest` is HMAC(audit key, row after the change), empty for acts that change nothing;
    `digest` is HMAC(audit key, previous digest, this entry). Ids and codes only (security.md 5.5).
    """

    __tablename__ = "audit_entries"
    __table_args__ = (
        Index("ix_audit_entries_record", "kind", "record_id"),
        Index("ix_audit_entries_at", "at"),
    )

    seq: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    at: Mapped[At]
    clock_back: Mapped[bool]  # the clock stood earlier than at the entry before
    actor: Mapped[str] = mapped_column(String(64))
    action: Mapped[Code]
    kind: Mapped[str] = mapped_column(String(64))  # the table's name, or "vault"
    record_id: Mapped[str] = mapped_column(String(64))
    batch_id: Mapped[Id | None]
    row_digest: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


class ChangeBatch(Base):
    """The changes of one transaction: what undo takes back as a whole."""

    __tablename__ = "change_batches"

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_id)
    at: Mapped[At]
    actor: Mapped[str] = mapped_column(String(64))
    label: Mapped[Line]
    reason: Mapped[Free | None]


class FieldChange(Base):
    """One field of one record from `old` to `new`, as stored values in JSON; a deleted record leaves all its old ones.

    A created record leaves no rows here: its entry in the audit log names the batch, and undo deletes it.
    Bytes are written as {"hex": ...}.
    """

    __tablename__ = "field_changes"
    __table_args__ = (Index("ix_field_changes_record", "kind", "record_id"),)

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    batch_id: Mapped[str] = mapped_column(String(32), ForeignKey("change_batches.id"), index=True)
    kind: Mapped[str] = mapped_column(String(64))
    record_id: Mapped[Id]
    field: Mapped[str] = mapped_column(String(64))
    old: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    new: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
