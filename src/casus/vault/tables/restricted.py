# SPDX-License-Identifier: EUPL-1.2
"""That a restricted dossier was opened: by whom, why, until when, and what a second look made of it."""

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import At, Base, Code, Day, Free, Id, Record, ref


class EmergencyAccess(Record, Base):
    """One time that a restricted dossier was opened with a reason; it goes when the person's records go.

    While `ended_at` is empty the dossier is open; `until` is the moment at which it closes by itself.
    """

    __tablename__ = "emergency_accesses"
    __table_args__ = (
        Index("ix_emergency_accesses_open", "person_id", sqlite_where=text("ended_at IS NULL")),
        CheckConstraint("until > opened_at", name="order"),
    )

    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    worker_id: Mapped[Id] = ref("workers.id")
    opened_at: Mapped[At]
    until: Mapped[At]
    ended_at: Mapped[At | None]
    reason: Mapped[Free]
    judged_on: Mapped[Day | None]
    judged_by_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    verdict: Mapped[Code | None]  # list access_verdict
    judged_note: Mapped[Free | None]
