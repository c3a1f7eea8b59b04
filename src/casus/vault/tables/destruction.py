# SPDX-License-Identifier: EUPL-1.2
"""Destruction by two people: who may be the second, what was proposed and signed, what is gone, what is counted."""

from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import At, Base, Code, Day, Free, Id, Line, Record, ref


class SecondPerson(Record, Base):
    """A colleague who may confirm a destruction at this computer, with a secret of their own.

    `slot` holds the private key under that secret and is emptied when the colleague is removed; the public key
    stays, because old signatures are checked with it. `failures` and `failed_at` make a wrong secret wait.
    """

    __tablename__ = "second_persons"

    worker_id: Mapped[Id] = ref("workers.id")
    public_key: Mapped[Line]
    slot: Mapped[dict[str, Any]] = mapped_column(JSON)
    enrolled_on: Mapped[Day]
    removed_on: Mapped[Day | None]
    failures: Mapped[int]
    failed_at: Mapped[At | None]


class DestructionProposal(Record, Base):
    """A destruction that was proposed: the ids that go, and what a second person said of it.

    `content` is the canonical text that is signed: ids, kinds and numbers only.
    """

    __tablename__ = "destruction_proposals"

    proposed_by_id: Mapped[Id] = ref("workers.id")
    proposed_at: Mapped[At]
    ground: Mapped[Code]  # list destruction_ground
    status: Mapped[Code]  # list destruction_status
    content: Mapped[Free]
    answered_by_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    answered_at: Mapped[At | None]
    reason: Mapped[Free | None]  # why it was rejected
    public_key: Mapped[Line | None]
    signature: Mapped[Line | None]


class Destruction(Record, Base):
    """That a record was destroyed, under which proposal; nothing of what it held."""

    __tablename__ = "destructions"
    __table_args__ = (Index("ix_destructions_record", "record_kind", "record_id"),)

    record_kind: Mapped[Code]
    record_id: Mapped[Id]
    # None: destroyed again, after a restore
    proposal_id: Mapped[Id | None] = ref("destruction_proposals.id", nullable=True)
    destroyed_on: Mapped[Day]
    erased_digest: Mapped[Line]  # keyed digest of kind and id, applied again after a restore


class CountArchive(Record, Base):
    """Anonymous counts of what was destroyed: what a recount of the period lacks without them.

    `what` is units (amount of a counting rule per combination of codes) or persons (distinct persons behind a
    cell of a table); an amount may be negative, where somebody who stays is counted otherwise now.
    """

    __tablename__ = "count_archives"

    period: Mapped[Line]
    what: Mapped[Code]
    indicator: Mapped[Line]  # the counting rule, or the table
    codes: Mapped[dict[str, str]] = mapped_column(JSON)
    amount: Mapped[int]
