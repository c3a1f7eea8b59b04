# SPDX-License-Identifier: EUPL-1.2
"""Contributions: made at a worker's desk, received and kept at the coordinator's.

Of one worker there is one contribution over a period in force: a newer one takes the place of the older, which
stays beside it until a release was counted (`settle`), so that the newer one can be taken back (`taken_back`). Periods that
overlap (a year and its quarters) stand beside one another and are never added up: a figure over a period is
counted from the contributions over exactly that period and reference date.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from sqlalchemy import ColumnElement, and_, bindparam, delete, insert, or_, select
from sqlalchemy.orm import Session

from casus.counting.collecting import held_back
from casus.counting.contribution import MAX_BYTES, Contribution
from casus.counting.extraction import Contributor, Extent, extract
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import ContributionInvalid, NotAllowed
from casus.services import count_archive, team
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.indicators.versions import edition
from casus.vault.tables import ContributionBatch, ContributionContent
from casus.vault.tables.base import new_id

KIND = "contribution_batches"
_CONTENT = insert(ContributionContent)
_AT_ONCE = 20
"""How many contributions are fetched by one statement."""


@dataclass(frozen=True)
class ReceivedContribution:
    """A contribution on file, as the coordinator sees it: whose, for when, made when, how many rows.

    `worker_id` is None where it did not come sealed.
    """

    id: str
    worker_id: str | None
    role: str
    period: str
    reference_date: date
    made_at: datetime
    rows: int


def preview_contribution(desk: Desk, period: Period, reference_date: date | None = None) -> Contribution:
    """Return what this vault would contribute to the count over `period` (reference date: its last day).

    Raises NotAllowed("role") at a coordinator's desk, NotAllowed("no_team_key"), and
    ContributionInvalid("reference_date") when that lies before the period.
    """
    desk.require(Permission.CONTRIBUTE)
    contributor = Contributor(desk.vault.vault_id, desk.role)
    day = reference_date or period.last
    with desk.reading() as session:
        key = team.key_of(session, period.last.year)
        archive = count_archive.read(session, period, day)
        extent = Extent(archive=archive, catalogue=str(edition(session)))
        return extract(session, contributor, period, day, key, desk.clock.now(), extent)


def contribute(desk: Desk, period: Period, reference_date: date | None = None) -> Contribution:
    """Return the same, and remember that this vault was counted for the period; raises as `preview_contribution`."""
    made = preview_contribution(desk, period, reference_date)
    with desk.changing() as session:
        note(desk, session, made)
    return made


def note(desk: Desk, session: Session, made: Contribution) -> None:
    """Log that this was contributed; from then on its figures have to come out the same again."""
    count_archive.note_contributed(session, made.period, made.reference_date)
    desk.vault.log(session, "contributed", "vault", desk.vault.vault_id)


def receive(desk: Desk, contribution: Contribution, *, worker_id: str | None = None) -> Done[str]:
    """Keep a contribution, in the place of an earlier one of the same worker and period; return its id.

    Raises NotAllowed: "role" at a worker's desk, "older_contribution", "other_contributor" (this vault
    contributes under another name already), "other_team_key" (persons could not be joined).
    """
    desk.require(Permission.COLLECT)
    with desk.changing(label="receive_contribution") as session:
        batch_id = keep(desk, session, contribution, worker_id)
    return Done(batch_id, Changes.of((KIND,), batch_id))


def keep(
    desk: Desk,
    session: Session,
    contribution: Contribution,
    worker_id: str | None,
    content: bytes | None = None,
) -> str:
    """Keep a contribution within a transaction; return its id. `content`: its bytes, where known. Raises as `receive`."""
    batch_id = new_id()
    if earlier := replaced(session, contribution, worker_id):
        for one in earlier:
            one.replaced_by_id = batch_id
        session.flush()  # one in force at any moment
    content = content or contribution.to_bytes()
    row = {
        "id": batch_id,
        "worker_id": worker_id,
        "contributor": contribution.contributor,
        "contributor_role": contribution.role,
        "team": contribution.team,
        "period": str(contribution.period),
        "reference_date": contribution.reference_date,
        "made_at": contribution.made_at,
        "received_at": desk.clock.now(),
        "digest": sha256(content).hexdigest(),
        "row_count": len(contribution.rows),
        "catalogue": contribution.catalogue or None,
    }
    desk.vault.insert_many(session, ContributionBatch, [row])
    session.connection().execute(_CONTENT, {"batch_id": batch_id, "content": _pressed(content)})
    return batch_id


def _pressed(content: bytes) -> bytes:
    """Return it compressed; digits of pseudonyms never repeat, so looking for what does would be for nothing."""
    press = zlib.compressobj(1, strategy=zlib.Z_HUFFMAN_ONLY)
    return press.compress(content) + press.flush()


def in_force() -> ColumnElement[bool]:
    """Return which contributions count: those that no newer one took the place of."""
    return ContributionBatch.replaced_by_id.is_(None)


def settle(session: Session, period: Period, reference_date: date) -> None:
    """Let go of what was replaced, once a release was counted from what came in its place."""
    counted = select(ContributionBatch.id).where(
        in_force(), _over(period), ContributionBatch.reference_date == reference_date
    )
    newer = set(session.scalars(counted))
    older = session.scalars(select(ContributionBatch).where(~in_force(), _over(period))).all()
    while going := [one for one in older if one.replaced_by_id in newer]:
        newer = {one.id for one in going}
        session.execute(delete(ContributionContent).where(ContributionContent.batch_id.in_(newer)))
        for one in going:
            session.delete(one)


def received(desk: Desk, period: Period | None = None) -> list[ReceivedContribution]:
    """Return the contributions in force, for one period when asked, the latest first."""
    query = select(ContributionBatch).where(in_force()).order_by(ContributionBatch.made_at.desc())
    if period is not None:
        query = query.where(_over(period))
    with desk.reading() as session:
        return [
            ReceivedContribution(
                b.id,
                b.worker_id,
                b.contributor_role,
                b.period,
                b.reference_date,
                b.made_at,
                b.row_count,
            )
            for b in session.scalars(query)
        ]


def load(session: Session, period: Period, reference_date: date) -> tuple[Contribution, ...]:
    """Return the contributions for exactly this period and reference date.

    Raises ContributionInvalid("digest") when what is on file is not what was received.
    """
    with held_back():
        return tuple(one for _worker, one in load_with_workers(session, period, reference_date))


def load_with_workers(
    session: Session, period: Period, reference_date: date
) -> Iterator[tuple[str | None, Contribution]]:
    """Yield the same with the worker who sealed each, the one made last at the end; raises as `load`."""
    query = select(ContributionBatch).where(
        in_force(), _over(period), ContributionBatch.reference_date == reference_date
    )
    in_order = query.order_by(ContributionBatch.made_at, ContributionBatch.contributor)
    batches = session.scalars(in_order).all()
    for at in range(0, len(batches), _AT_ONCE):
        some = batches[at : at + _AT_ONCE]
        contents = select(ContributionContent.batch_id, ContributionContent.content)
        found = session.execute(contents.where(ContributionContent.batch_id.in_([one.id for one in some])))
        stored = {one.batch_id: one.content for one in found}
        for batch in some:
            yield batch.worker_id, _loaded(batch, stored.get(batch.id))


def _loaded(batch: ContributionBatch, stored: bytes | None) -> Contribution:
    try:
        content = zlib.decompressobj().decompress(stored or b"", MAX_BYTES)
    except zlib.error as error:
        raise ContributionInvalid("digest", batch=batch.id) from error
    if sha256(content).hexdigest() != batch.digest:
        raise ContributionInvalid("digest", batch=batch.id)
    return Contribution.from_checked_bytes(content)


def replaced(session: Session, contribution: Contribution, worker_id: str | None) -> list[ContributionBatch]:
    """Return what a contribution takes the place of; raises NotAllowed when it cannot be kept, as `receive`."""
    told = {"contributor": contribution.contributor, "worker": worker_id, "team": contribution.team}
    beside = session.execute(_BESIDE, {**told, "period": str(contribution.period)}).all()
    for earlier, is_own in beside:
        if is_own and None not in (worker_id, earlier.worker_id) and earlier.worker_id != worker_id:
            raise NotAllowed("other_contributor")
    found = [earlier for earlier, is_own in beside if is_own and earlier.replaced_by_id is None]
    if any(earlier.made_at > contribution.made_at for earlier in found):
        raise NotAllowed("older_contribution")
    if not all(is_own for _earlier, is_own in beside):
        raise NotAllowed("other_team_key")
    return found


def _over(period: Period) -> ColumnElement[bool]:
    return ContributionBatch.period == str(period)


_OWN = or_(
    ContributionBatch.contributor == bindparam("contributor"),
    ContributionBatch.worker_id == bindparam("worker"),
)
_BESIDE = select(ContributionBatch, _OWN).where(
    ContributionBatch.period == bindparam("period"),
    or_(_OWN, and_(in_force(), ContributionBatch.team != bindparam("team"))),
)
"""What a contribution is held against: those of its own vault or worker (true), and any under another team key.

Made once: with 500 at a time putting a statement together takes longer than running it.
"""
