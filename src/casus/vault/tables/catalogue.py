# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator makes of the indicator catalogue: versions, targets, figures from elsewhere; releases withdrawn."""

from sqlalchemy import JSON, CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class IndicatorVersion(Record, Base):
    """An indicator as the coordinator defined it, from a day on and for a reason; the latest version counts.

    `definition` is an entry of the catalogue as `counting.catalogue` reads it; shipped ones are not in here.
    """

    __tablename__ = "indicator_versions"
    __table_args__ = (UniqueConstraint("code", "definition_version"),)

    code: Mapped[Code]
    definition_version: Mapped[int]
    definition: Mapped[dict[str, object]] = mapped_column(JSON)
    hidden: Mapped[bool]
    changed_on: Mapped[Day]
    reason: Mapped[Free]
    sent_on: Mapped[Day | None]  # left in a sealed package: its number and what it says are fixed


class IndicatorTarget(Record, Base):
    """What is aimed at for an indicator in one period."""

    __tablename__ = "indicator_targets"
    __table_args__ = (UniqueConstraint("code", "period"), CheckConstraint("value >= 0", name="numbers"))

    code: Mapped[Code]
    period: Mapped[Line]  # canonical text of domain.periods
    value: Mapped[int]
    aim: Mapped[Code]  # list target_aim


class ContextFigure(Record, Base):
    """A figure that others published, to read the own figures beside; never a count of this vault."""

    __tablename__ = "context_figures"
    __table_args__ = (CheckConstraint("low >= 0 AND (high IS NULL OR high >= low)", name="numbers"),)

    what: Mapped[Line]
    sort_key: Mapped[Line]
    low: Mapped[int]
    high: Mapped[int | None]  # the end of a range
    unit: Mapped[Line]
    source: Mapped[Line]
    on: Mapped[Day]  # the day it is from
    pillar: Mapped[Code | None]  # list pillar
    url: Mapped[Line | None]
    note: Mapped[Free | None]


class ReleaseWithdrawal(Record, Base):
    """That a release was withdrawn; it stays in the ledger, because what is out can be used against later ones."""

    __tablename__ = "release_withdrawals"
    __table_args__ = (UniqueConstraint("release_id"),)

    release_id: Mapped[Id] = ref("releases.id")
    withdrawn_on: Mapped[Day]
    reason: Mapped[Free]


class ReleaseDefinition(Record, Base):
    """Which version of each indicator a release was counted with (`indicators` keeps the versions)."""

    __tablename__ = "release_definitions"
    __table_args__ = (UniqueConstraint("release_id"),)

    release_id: Mapped[Id] = ref("releases.id")
    versions: Mapped[dict[str, int]] = mapped_column(JSON)
