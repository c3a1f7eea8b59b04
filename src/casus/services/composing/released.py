# SPDX-License-Identifier: EUPL-1.2
"""The releases of the book opened again, so that a report can be composed of them at any time."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.disclosure import PRESETS, Release, reopen
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import NotFound, ReportInvalid
from casus.services import release_book, withdrawing
from casus.services.desk import Desk
from casus.services.indicators.versions import nameable
from casus.services.withdrawing import withdrawal_of, withdrawals
from casus.vault.tables import ReleaseRow, ReleaseWording


@dataclass(frozen=True)
class Choosable:
    """A release a report can be made of."""

    id: str
    number: int
    on: date
    period: str


def to_choose(desk: Desk, language: str | None = None) -> tuple[Choosable, ...]:
    """Return the releases a report can be made of, the latest first; raises NotAllowed("role").

    `language`: of their periods in words; the vault's own by default.
    """
    desk.require(Permission.RELEASE)
    query = (
        select(ReleaseRow)
        .join(ReleaseWording, ReleaseWording.release_id == ReleaseRow.id)
        .order_by(ReleaseRow.number.desc())
    )
    with desk.reading() as session:
        gone = withdrawals(session)
        return tuple(
            _choosable(row, language or desk.language) for row in session.scalars(query) if row.id not in gone
        )


def open_release(session: Session, desk: Desk, release_id: str) -> Release:
    """Return a release of the book again.

    Raises NotFound, ReportInvalid("withdrawn" or "no_words"), LedgerBroken.
    """
    row = session.get(ReleaseRow, release_id)
    if row is None:
        raise NotFound(release_book.KIND, release_id)
    if withdrawal_of(session, release_id) is not None:
        raise ReportInvalid("withdrawn", release=row.number)
    words = session.scalar(select(ReleaseWording.words).where(ReleaseWording.release_id == release_id))
    if words is None or row.preset not in PRESETS:
        raise ReportInvalid("no_words", release=row.number)
    ledger = release_book.read_ledger(session, desk.vault)
    return reopen(ledger, row.number, PRESETS[row.preset], row.statement, words)


def is_withdrawn(session: Session, row: ReleaseRow) -> bool:
    """Return whether a release was withdrawn; what is out stays in the ledger, but gets into no new report."""
    return withdrawing.withdrawal_of(session, row.id) is not None


def known_codes(session: Session) -> frozenset[str]:
    """Return the codes of all indicators and tables that can be counted, shipped and own, released or not."""
    return frozenset(code for one in nameable(session).indicators for code in one.table_codes())


def period_of(release: Release) -> Period:
    """Return the period a release is about."""
    return Period(*release.period)


def _choosable(row: ReleaseRow, language: str) -> Choosable:
    label = Period.parse(row.period).label(language)
    return Choosable(row.id, row.number, row.made_at.astimezone().date(), label)
