# SPDX-License-Identifier: EUPL-1.2
"""Contributions: made at a worker's desk, received and kept at the coordinator's."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from casus.counting.archive import ArchivedCount
from casus.counting.contribution import Contribution, Row
from casus.counting.extraction import Contributor, Extent, extract
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import ContributionInvalid, NotAllowed
from casus.services import count_archive, team
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.vault.tables import ContributionBatch, ContributionRow

KIND = "contribution_batches"
_ARCHIVED = "archived_"
"""Before the kind of a row that is an anonymous count of what was destroyed."""


@dataclass(frozen=True)
class ReceivedContribution:
    """A contribution on file, as the coordinator sees it: whose role, for when, made when, how many rows."""

    id: str
    role: str
    period: str
    reference_date: date
    made_at: datetime
    rows: int


def contribute(desk: Desk, period: Period, reference_date: date | None = None) -> Contribution:
    """Return what this vault contributes to the count over `period` (reference date: its last day).

    Raises NotAllowed("role") at a coordinator's desk, NotAllowed("no_team_key"), and
    ContributionInvalid("reference_date") when that lies before the period.
    """
    desk.require(Permission.CONTRIBUTE)
    contributor = Contributor(desk.vault.vault_id, desk.role)
    day = reference_date or period.last
    with desk.changing() as session:
        key = team.key_of(session)
        extent = Extent(archive=count_archive.read(session, period, day))
        made = extract(session, contributor, period, day, key, desk.clock.now(), extent)
        count_archive.note_contributed(session, period, day)
        desk.vault.log(session, "contributed", "vault", desk.vault.vault_id)
    return made


def receive(desk: Desk, contribution: Contribution) -> Done[str]:
    """Keep a contribution, in the place of an earlier one of the same vault and period; return its id.

    Raises NotAllowed("role") at a worker's desk and NotAllowed("older_contribution").
    """
    desk.require(Permission.COLLECT)
    with desk.changing(label="receive_contribution") as session:
        _replace(session, contribution)
        batch = ContributionBatch(
            contributor=contribution.contributor,
            contributor_role=contribution.role,
            period=str(contribution.period),
            reference_date=contribution.reference_date,
            made_at=contribution.made_at,
            received_at=desk.clock.now(),
            digest=_digest(contribution),
            row_count=len(contribution.rows),
        )
        session.add(batch)
        session.flush()
        if stored := _stored(batch.id, contribution):
            session.execute(insert(ContributionRow), stored)
    return Done(batch.id, Changes.of((KIND,), batch.id))


def received(desk: Desk, period: Period | None = None) -> list[ReceivedContribution]:
    """Return the contributions on file, for one period when asked, the latest first."""
    query = select(ContributionBatch).order_by(ContributionBatch.made_at.desc())
    if period is not None:
        query = query.where(ContributionBatch.period == str(period))
    with desk.reading() as session:
        return [
            ReceivedContribution(b.id, b.contributor_role, b.period, b.reference_date, b.made_at, b.row_count)
            for b in session.scalars(query)
        ]


def load(session: Session, period: Period, reference_date: date) -> tuple[Contribution, ...]:
    """Return the contributions for exactly this period and reference date.

    Raises ContributionInvalid("digest") when what is on file is not what was received.
    """
    query = select(ContributionBatch).where(
        ContributionBatch.period == str(period), ContributionBatch.reference_date == reference_date
    )
    return tuple(_loaded(session, batch) for batch in session.scalars(query))


def _loaded(session: Session, batch: ContributionBatch) -> Contribution:
    columns = (
        ContributionRow.kind, ContributionRow.subject, ContributionRow.record, ContributionRow.codes,
        ContributionRow.amount,
    )  # fmt: skip
    rows = session.execute(
        select(*columns).where(ContributionRow.batch_id == batch.id).order_by(ContributionRow.position)
    ).all()
    gone = tuple(
        ArchivedCount(row[0].removeprefix(_ARCHIVED), row[2], tuple(sorted(row[3].items())), row[4])
        for row in rows
        if row[0].startswith(_ARCHIVED)
    )
    found = Contribution(
        contributor=batch.contributor,
        role=batch.contributor_role,
        period=Period.parse(batch.period),
        reference_date=batch.reference_date,
        made_at=batch.made_at,
        rows=tuple(
            Row(row[0], row[1], row[2], tuple(sorted(row[3].items())), row[4])
            for row in rows
            if not row[0].startswith(_ARCHIVED)
        ),
        archive=gone,
    )
    if _digest(found) != batch.digest:
        raise ContributionInvalid("digest", batch=batch.id)
    return found


def _replace(session: Session, contribution: Contribution) -> None:
    """Remove the earlier contribution of the same vault and period; the newer one stays."""
    earlier = session.scalar(
        select(ContributionBatch).where(
            ContributionBatch.contributor == contribution.contributor,
            ContributionBatch.period == str(contribution.period),
        )
    )
    if earlier is None:
        return
    if earlier.made_at > contribution.made_at:
        raise NotAllowed("older_contribution")
    session.execute(delete(ContributionRow).where(ContributionRow.batch_id == earlier.id))
    session.delete(earlier)
    session.flush()


def _stored(batch_id: str, contribution: Contribution) -> list[dict[str, object]]:
    rows = [(row.kind, row.subject, row.record, dict(row.codes), row.amount) for row in contribution.rows]
    gone = [
        (f"{_ARCHIVED}{one.what}", None, one.indicator, dict(one.codes), one.amount)
        for one in contribution.archive
    ]
    names = ("kind", "subject", "record", "codes", "amount")
    return [
        {"batch_id": batch_id, "position": position, **dict(zip(names, row, strict=True))}
        for position, row in enumerate([*rows, *gone])
    ]


def _digest(contribution: Contribution) -> str:
    return sha256(contribution.to_bytes()).hexdigest()
