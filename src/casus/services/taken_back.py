# SPDX-License-Identifier: EUPL-1.2
"""A contribution that was taken in and counts no more: taken back with a reason, and what it replaced is back.

Its receipt stays and says so; from then on the same file may be taken in again. What was released already stays
in the book of releases. The rows themselves stay for `KEPT_DAYS`, so that taking back can be undone, and go then.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from casus.domain.periods import Period
from casus.domain.phases import check_reason
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services import release_book
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.contributions import KIND, in_force
from casus.services.desk import Desk
from casus.services.exchange.receiving import TAKEN_BACK
from casus.vault.audit_log import DELETED
from casus.vault.tables import (
    AuditEntry,
    BundleReceipt,
    ContributionBatch,
    ContributionContent,
    ReleaseRow,
    Worker,
)

KEPT_DAYS = 30
_RECEIPTS = "bundle_receipts"


@dataclass(frozen=True)
class Returning:
    """What taking a contribution back comes down to; `name` is whose it is, "" where it did not come sealed.

    `earlier`: when what is in force again then was made, None when nothing is; `released`: the numbers of the
    releases over the same period, which stay as they are.
    """

    batch_id: str
    name: str
    period: Period
    made_at: datetime
    earlier: datetime | None
    released: tuple[int, ...]


def returning(desk: Desk, batch_id: str) -> Returning:
    """Say what taking this contribution back would do. Raises NotAllowed("role"), NotFound."""
    desk.require(Permission.COLLECT)
    with desk.reading() as session:
        batch = fetch(session, ContributionBatch, batch_id)
        earlier = [one.made_at for one in _replaced_by(session, batch)]
        worker = session.get(Worker, batch.worker_id) if batch.worker_id is not None else None
        return Returning(
            batch_id,
            worker.name if worker is not None else "",
            Period.parse(batch.period),
            batch.made_at,
            max(earlier, default=None),
            _released(session, batch.period),
        )


def released_over(desk: Desk, period: Period) -> tuple[int, ...]:
    """Return the numbers of the releases over a period: what is taken back now stays in them."""
    with desk.reading() as session:
        return _released(session, str(period))


def take_back_contribution(desk: Desk, batch_id: str, reason: str) -> Done[None]:
    """Let a contribution count no more; what it took the place of is in force again.

    Raises InvalidForm, NotFound and NotAllowed: "role", "contribution_replaced" (a newer one took its place),
    "earlier_in_the_way" (what would come back does not go together with what came in since).
    """
    desk.require(Permission.COLLECT)
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    with desk.changing(words, label="take_back_contribution") as session:
        batch = fetch(session, ContributionBatch, batch_id)
        check.finish()
        if batch.replaced_by_id is not None:
            raise NotAllowed("contribution_replaced")
        earlier = _replaced_by(session, batch)
        _refuse_in_the_way(session, batch, earlier)
        for receipt in _receipts(session, batch_id):
            receipt.outcome = TAKEN_BACK
        session.delete(batch)
        session.flush()  # one in force at any moment
        for one in earlier:
            one.replaced_by_id = None
    return Done(None, Changes.of((KIND, _RECEIPTS), batch_id))


def clean_up(desk: Desk) -> int:
    """Destroy the rows of contributions that went more than `KEPT_DAYS` days ago; return of how many."""
    until = desk.clock.now() - timedelta(days=KEPT_DAYS)
    with desk.reading() as session:
        gone = [
            one for one in _without_batch(session) if (at := _went_at(session, one)) is None or at < until
        ]
    if gone:
        with desk.changing(label="clean_up") as session:
            session.execute(delete(ContributionContent).where(ContributionContent.batch_id.in_(gone)))
            for batch_id in gone:
                desk.vault.log(session, "destroyed", KIND, batch_id)
    return len(gone)


def _replaced_by(session: Session, batch: ContributionBatch) -> Sequence[ContributionBatch]:
    return session.scalars(
        select(ContributionBatch).where(ContributionBatch.replaced_by_id == batch.id)
    ).all()


def _refuse_in_the_way(
    session: Session, batch: ContributionBatch, coming: Sequence[ContributionBatch]
) -> None:
    """Refuse what would count a vault twice, or join persons under two team keys."""
    beside = session.scalars(
        select(ContributionBatch).where(
            in_force(), ContributionBatch.period == batch.period, ContributionBatch.id != batch.id
        )
    ).all()
    vaults, teams = {one.contributor for one in beside}, {one.team for one in (*beside, *coming)}
    if coming and (len(teams) > 1 or not vaults.isdisjoint(one.contributor for one in coming)):
        raise NotAllowed("earlier_in_the_way")


def _released(session: Session, period: str) -> tuple[int, ...]:
    numbers = select(ReleaseRow.number).where(
        ReleaseRow.kind == release_book.RELEASE, ReleaseRow.period == period
    )
    return tuple(session.scalars(numbers.order_by(ReleaseRow.number)))


def _receipts(session: Session, batch_id: str) -> Sequence[BundleReceipt]:
    return session.scalars(
        select(BundleReceipt).where(BundleReceipt.record_kind == KIND, BundleReceipt.record_id == batch_id)
    ).all()


def _without_batch(session: Session) -> list[str]:
    known = select(ContributionBatch.id)
    return list(
        session.scalars(
            select(ContributionContent.batch_id).where(ContributionContent.batch_id.not_in(known))
        )
    )


def _went_at(session: Session, batch_id: str) -> datetime | None:
    last = select(func.max(AuditEntry.at)).where(
        AuditEntry.kind == KIND, AuditEntry.record_id == batch_id, AuditEntry.action == DELETED
    )
    return session.scalar(last)
