# SPDX-License-Identifier: EUPL-1.2
"""Contributions, reporting periods, figures frozen at release, the ledger of releases, and stories."""

from sqlalchemy import JSON, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import At, Base, Code, Day, Free, Id, Line, Record, ref


class ContributionBatch(Record, Base):
    """What one worker handed over for one period; a newer one of the same worker and period replaces it.

    What was replaced counts nowhere, and stays until a release was counted with the newer one: taking that back
    brings it into force again.
    """

    __tablename__ = "contribution_batches"
    __table_args__ = (
        Index(
            "ix_contribution_batches_in_force",
            "contributor",
            "period",
            unique=True,
            sqlite_where=text("replaced_by_id IS NULL"),
        ),
    )

    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)  # whose seal was on it
    contributor: Mapped[Id]  # pseudonym of the contributing vault
    contributor_role: Mapped[Code]  # list worker_role
    team: Mapped[Line]  # under which team key all pseudonyms in it were made
    period: Mapped[Line]  # canonical text of domain.periods
    reference_date: Mapped[Day]
    made_at: Mapped[At]
    received_at: Mapped[At]
    digest: Mapped[Line]
    row_count: Mapped[int]
    catalogue: Mapped[Line | None]  # by which edition of the catalogue it was made (counting.edition)
    replaced_by_id: Mapped[Id | None] = ref("contribution_batches.id", nullable=True)


class ContributionContent(Base):
    """The canonical bytes of a contribution, compressed: coded, pseudonymous rows, no name, no free text.

    Those of one that was taken back stay for a while, so that it can come back; `taken_back.clean_up` destroys them.
    """

    __tablename__ = "contribution_contents"

    batch_id: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)


class ReportingPeriod(Record, Base):
    """A period the coordinator answers for."""

    __tablename__ = "reporting_periods"

    first_on: Mapped[Day]
    last_on: Mapped[Day]
    reference_date: Mapped[Day]
    status: Mapped[Code]  # list period_status
    title: Mapped[Line | None]


class Indicator(Record, Base):
    """An indicator's definition as it was when it was first counted; definitions are versioned."""

    __tablename__ = "indicators"
    __table_args__ = (UniqueConstraint("code", "definition_version"),)

    code: Mapped[Code]
    definition_version: Mapped[int]
    definition: Mapped[dict[str, object]] = mapped_column(JSON)


class ReleaseRow(Record, Base):
    """An entry of the ledger: what was published, under which preset, chained to the one before. Append-only.

    It holds figures only, so that it outlives the persons who were counted. `kind` is release, or elsewhere
    for a publication from before or beside Casus, with the `title` it was typed in under. `proof` is what
    shows without a solver that the release is safe; its digest is in the entry.
    """

    __tablename__ = "releases"

    number: Mapped[int] = mapped_column(unique=True)
    kind: Mapped[Code]
    title: Mapped[Line | None]
    made_at: Mapped[At]
    preset: Mapped[Code]
    period: Mapped[Line]
    entry: Mapped[dict[str, object]] = mapped_column(JSON)
    statement: Mapped[dict[str, object]] = mapped_column(JSON)
    previous: Mapped[Line]
    digest: Mapped[Line]
    proof: Mapped[bytes] = mapped_column(LargeBinary)


class ReleasedFigure(Record, Base):
    """A figure as it left, frozen; found again without reading the ledger's entry."""

    __tablename__ = "released_figures"

    release_id: Mapped[Id] = ref("releases.id")
    indicator: Mapped[Code]
    cell: Mapped[dict[str, str]] = mapped_column(JSON)
    value: Mapped[int | None]
    status: Mapped[Code]


class Story(Record, Base):
    """An experience from practice (Rijker Verantwoorden), with consent and a second reader; never with a case.

    In the vault of its writer it is written, checked and approved; in a coordinator's vault only what was approved
    comes in (`origin_id`: its id in the writer's vault, `colleague_id`: whose bundle it came in).
    """

    __tablename__ = "stories"
    __table_args__ = (UniqueConstraint("origin_id", "colleague_id"),)

    title: Mapped[Line]
    pillar: Mapped[Code]  # list pillar
    theme: Mapped[Code]  # list register_theme
    perspective: Mapped[Code]  # list story_perspective
    medium: Mapped[Code]  # list story_medium
    question: Mapped[Code]  # list story_question
    situation: Mapped[Free | None]
    what_we_did: Mapped[Free | None]
    what_changed: Mapped[Free | None]
    what_failed: Mapped[Free | None]
    what_we_learned: Mapped[Free | None]
    what_next: Mapped[Free | None]
    indicator: Mapped[Code | None]
    composite: Mapped[bool]  # details changed or several experiences combined: stated in the report
    against_grain: Mapped[bool]  # it goes against what the rest says
    small_group: Mapped[bool]  # few people it can be about: both readers say that nobody would know them
    consent_by: Mapped[Code | None]  # list story_consent_by: a role, never a name
    consent_how: Mapped[Code | None]  # list story_consent_how
    consent_on: Mapped[Day | None]
    consent_withdrawn_on: Mapped[Day | None]
    status: Mapped[Code]  # list story_status
    revision: Mapped[int]  # counts what was approved: a newer one takes the place of an older in other vaults
    written_by_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    recognisable_checked: Mapped[bool]  # the writer: neighbour nor accomplice would know him
    checked_on: Mapped[Day | None]
    reviewed_by_id: Mapped[Id | None] = ref("workers.id", nullable=True)
    recognisable_second: Mapped[bool]  # the second person says so too
    approved_on: Mapped[Day | None]
    approval_key: Mapped[Line | None]  # public key of the second person
    approval: Mapped[Line | None]  # their signature under `services.stories.travelling.content_of`
    published_on: Mapped[Day | None]
    withdrawn_on: Mapped[Day | None]
    withdrawn_reason: Mapped[Free | None]
    origin_id: Mapped[Id | None]
    colleague_id: Mapped[Id | None] = ref("colleagues.id", nullable=True)
