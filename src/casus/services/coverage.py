# SPDX-License-Identifier: EUPL-1.2
"""Whose contribution over a period is in, and whose is missing."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.counting import edition as edition_states
from casus.counting.edition import Edition
from casus.domain.periods import Period
from casus.domain.roles import Permission, Role
from casus.services.contributions import in_force
from casus.services.desk import Desk
from casus.services.indicators.versions import edition
from casus.vault.tables import Colleague, ContributionBatch, Worker

IN, MISSING, OTHER_DATE = "in", "missing", "other_date"
OLDER = edition_states.OLDER
OTHER_CATALOGUE = (OLDER, edition_states.NEWER)
"""Codes of list catalogue_state that are worth a word."""
_CONTRIBUTORS = (Role.PGA_EXPERT, Role.RIO)


@dataclass(frozen=True)
class Covered:
    """One worker over one period; `state` is a code of list coverage. `worker_id` "": it came without a seal.

    `batch_id` is the contribution, "" while it is missing. `catalogue`: a code of list catalogue_state, how the
    edition of the catalogue it was made by stands to that of this vault; "" where it is not told.
    """

    worker_id: str
    name: str
    role: str
    state: str
    made_at: datetime | None = None
    reference_date: date | None = None
    rows: int = 0
    batch_id: str = ""
    catalogue: str = ""


def coverage(desk: Desk, period: Period, reference_date: date | None = None) -> list[Covered]:
    """Return every worker who contributed or should, by name: those in the register of staff, and known by card.

    Whoever left is expected no more, and what they contributed counts on. Raises NotAllowed("role").
    """
    desk.require(Permission.COLLECT)
    day = reference_date or period.last
    with desk.reading() as session:
        batches = session.scalars(
            select(ContributionBatch).where(in_force(), ContributionBatch.period == str(period))
        ).all()
        by_worker = {one.worker_id: one for one in batches if one.worker_id is not None}
        workers = _expected(session, period, set(by_worker))
        gone, own = _revoked(session), edition(session)
    found = [
        _covered(one, by_worker.get(one.id), day, own)
        for one in workers
        if one.id in by_worker or one.id not in gone
    ]
    return found + [_unnamed(one, day, own) for one in batches if one.worker_id is None]


def _expected(session: Session, period: Period, contributed: set[str]) -> list[Worker]:
    in_post = (
        Worker.in_register
        & or_(Worker.started_on.is_(None), Worker.started_on <= period.last)
        & or_(Worker.ended_on.is_(None), Worker.ended_on >= period.first)
    )
    carded = select(Colleague.worker_id)
    wanted = select(Worker).where(
        or_(Worker.role.in_(_CONTRIBUTORS) & (in_post | Worker.id.in_(carded)), Worker.id.in_(contributed))
    )
    return list(session.scalars(wanted.order_by(Worker.sort_key, Worker.id)))


def _revoked(session: Session) -> set[str]:
    """Return the workers of whom every card was revoked."""
    states: dict[str, bool] = {}
    for worker_id, revoked_on in session.execute(select(Colleague.worker_id, Colleague.revoked_on)):
        states[worker_id] = states.get(worker_id, True) and revoked_on is not None
    return {worker_id for worker_id, gone in states.items() if gone}


def _covered(worker: Worker, batch: ContributionBatch | None, day: date, own: Edition) -> Covered:
    if batch is None:
        return Covered(worker.id, worker.name, worker.role, MISSING)
    state = IN if batch.reference_date == day else OTHER_DATE
    return Covered(
        worker.id, worker.name, batch.contributor_role, state, batch.made_at, batch.reference_date,
        batch.row_count, batch.id, _beside(batch, own),
    )  # fmt: skip


def _beside(batch: ContributionBatch, own: Edition) -> str:
    return Edition.parse(batch.catalogue).beside(own) if batch.catalogue else ""


def _unnamed(batch: ContributionBatch, day: date, own: Edition) -> Covered:
    state = IN if batch.reference_date == day else OTHER_DATE
    return Covered(
        "", "", batch.contributor_role, state, batch.made_at, batch.reference_date, batch.row_count, batch.id,
        _beside(batch, own),
    )  # fmt: skip
