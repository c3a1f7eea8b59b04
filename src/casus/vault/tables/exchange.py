# SPDX-License-Identifier: EUPL-1.2
"""Who one is to colleagues, which colleagues' keys are known, and which sealed bundles went out and came in."""

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import At, Base, Code, Day, Free, Id, Line, Record, ref


class OwnIdentity(Record, Base):
    """The private keys of this vault's owner; a retired pair still opens what was sealed to it."""

    __tablename__ = "own_identities"

    seal_key: Mapped[bytes] = mapped_column(LargeBinary(32), info={"secret": True})
    sign_key: Mapped[bytes] = mapped_column(LargeBinary(32), info={"secret": True})
    retired_on: Mapped[Day | None]


class Colleague(Record, Base):
    """A colleague's contact card: unverified until both have compared the words, and so until it is revoked."""

    __tablename__ = "colleagues"
    __table_args__ = (UniqueConstraint("sign_key"),)

    worker_id: Mapped[Id] = ref("workers.id")
    organisation: Mapped[Line]
    seal_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    sign_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    imported_on: Mapped[Day]
    verified_on: Mapped[Day | None]
    verified_how: Mapped[Code | None]  # list verified_how
    revoked_on: Mapped[Day | None]
    revoked_reason: Mapped[Free | None]


class LedgerKey(Record, Base):
    """The keys of a book of releases that was begun in another vault: of its chain and seals, and of its counts.

    Without a row the book was begun here, and its keys follow from the key of this vault.
    """

    __tablename__ = "ledger_keys"

    chain: Mapped[bytes] = mapped_column(LargeBinary(32), info={"secret": True})
    snapshots: Mapped[bytes] = mapped_column(LargeBinary(32), info={"secret": True})
    colleague_id: Mapped[Id] = ref("colleagues.id")  # from whom


class BundleReceipt(Record, Base):
    """That a bundle went to, or came from, a colleague: what makes a second reading of the same one a replay."""

    __tablename__ = "bundle_receipts"
    __table_args__ = (UniqueConstraint("direction", "bundle_id", "colleague_id"),)

    direction: Mapped[Code]  # list bundle_direction
    bundle_id: Mapped[Line]
    kind: Mapped[Code]  # list bundle_kind
    colleague_id: Mapped[Id] = ref("colleagues.id")
    made_at: Mapped[At]  # by the sender's clock
    handled_at: Mapped[At]
    outcome: Mapped[Code]  # list bundle_outcome
    record_kind: Mapped[Code | None]
    record_id: Mapped[Id | None]  # what it is about: a case, a period, a story
