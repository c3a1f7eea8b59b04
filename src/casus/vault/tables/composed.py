# SPDX-License-Identifier: EUPL-1.2
"""The words of a release, so that it can be opened again, and the reports that are composed of releases."""

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import Base, Code, Id, Line, Record, ref


class ReleaseWording(Record, Base):
    """What the tables of a release are called and mean, as they left; the figures themselves are in the ledger."""

    __tablename__ = "release_wordings"
    __table_args__ = (UniqueConstraint("release_id"),)

    release_id: Mapped[Id] = ref("releases.id")
    words: Mapped[dict[str, object]] = mapped_column(JSON)


class ReportDraft(Record, Base):
    """A report a coordinator composes of one release: chapters with blocks, as plain data (reports.composed)."""

    __tablename__ = "report_drafts"

    name: Mapped[Line]
    template: Mapped[Code]  # list report_template
    release_id: Mapped[Id] = ref("releases.id")
    content: Mapped[dict[str, object]] = mapped_column(JSON)
