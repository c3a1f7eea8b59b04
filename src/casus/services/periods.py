# SPDX-License-Identifier: EUPL-1.2
"""The periods a coordinator answers for: concept, adopted, sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services import release_book, withdrawing
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.contributions import in_force
from casus.services.desk import Desk
from casus.vault.tables import ContributionBatch, ReleaseRow, ReportingPeriod

KIND = "reporting_periods"
DRAFT, ADOPTED, SENT = "draft", "adopted", "sent"
_NEXT = {DRAFT: (ADOPTED,), ADOPTED: (SENT, DRAFT), SENT: ()}


@dataclass(frozen=True)
class PeriodInput:
    """A period as typed (`2025`, `2025-H1` is not one, `2022-10..2023-10` is); the reference date is its last day unless given."""

    period: str
    reference_date: date | None = None
    title: str | None = None


def add_period(desk: Desk, data: PeriodInput) -> Done[ReportingPeriod]:
    """Keep a period to report on, as a concept. Raises NotAllowed("role"), InvalidForm."""
    desk.require(Permission.RELEASE)
    with desk.changing(label="keep_period") as session:
        row = ReportingPeriod(status=DRAFT, **_clean(session, data))
        session.add(row)
    return _done(row)


def update_period(desk: Desk, period_id: str, version: int, data: PeriodInput) -> Done[ReportingPeriod]:
    """Change a period that is still a concept. Raises also NotFound, StaleRecord, NotAllowed("period_fixed")."""
    desk.require(Permission.RELEASE)
    with desk.changing(label="keep_period") as session:
        row = fetch(session, ReportingPeriod, period_id, version)
        if row.status != DRAFT:
            raise NotAllowed("period_fixed")
        for name, value in _clean(session, data, but=row.id).items():
            setattr(row, name, value)
    return _done(row)


def move_period(desk: Desk, period_id: str, version: int, status: str) -> Done[ReportingPeriod]:
    """Adopt a concept, send what is adopted, or make it a concept again; what is sent stays so.

    Raises NotAllowed("role", "period_step"; "period_unreleased" when nothing over it was released), NotFound, StaleRecord.
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="move_period") as session:
        row = fetch(session, ReportingPeriod, period_id, version)
        if status not in _NEXT[row.status]:
            raise NotAllowed("period_step")
        if status == SENT and not _released(session, period_of(row)):
            raise NotAllowed("period_unreleased")
        row.status = status
    return _done(row)


def remove_period(desk: Desk, period_id: str, version: int) -> Done[None]:
    """Throw away a concept. Raises NotAllowed("role", "period_fixed"), NotFound, StaleRecord."""
    desk.require(Permission.RELEASE)
    with desk.changing(label="remove_period") as session:
        row = fetch(session, ReportingPeriod, period_id, version)
        if row.status != DRAFT:
            raise NotAllowed("period_fixed")
        session.delete(row)
    return Done(None, Changes.of((KIND,), period_id))


def get_period(desk: Desk, period_id: str) -> ReportingPeriod:
    """Return a period, for its form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, ReportingPeriod, period_id)


def period_rows(desk: Desk) -> Sequence[ReportingPeriod]:
    """Return the periods, the latest first."""
    with desk.reading() as session:
        return rows_of(session)


def rows_of(session: Session) -> Sequence[ReportingPeriod]:
    """Return the same within a session."""
    latest = select(ReportingPeriod).order_by(ReportingPeriod.last_on.desc(), ReportingPeriod.first_on)
    return session.scalars(latest).all()


def period_of(row: ReportingPeriod) -> Period:
    """Return its days."""
    return Period(row.first_on, row.last_on)


def known_moments(session: Session, today: date) -> tuple[tuple[Period, date], ...]:
    """Return every period there is anything for, with its reference date: kept, contributed to, released; the latest first.

    Without any: the year of today.
    """
    found: dict[Period, date] = {period_of(row): row.reference_date for row in rows_of(session)}
    handed = select(ContributionBatch.period, func.max(ContributionBatch.reference_date)).where(in_force())
    for text, day in session.execute(handed.group_by(ContributionBatch.period)):
        found.setdefault(Period.parse(text), day)
    released = select(ReleaseRow.period).where(ReleaseRow.kind == release_book.RELEASE).distinct()
    for text in session.scalars(released):
        period = Period.parse(text)
        found.setdefault(period, period.last)
    if not found:
        year = Period.of_year(today.year)
        found[year] = year.last
    return tuple(sorted(found.items(), key=lambda one: (one[0].last, one[0].first), reverse=True))


def _clean(session: Session, data: PeriodInput, but: str = "") -> dict[str, object]:
    check = FormCheck()
    read: list[Period] = []
    check.rule(lambda: read.append(Period.parse(data.period)))
    title = check.line("title", data.title)
    day = check.day("reference_date", data.reference_date, required=False)
    check.finish()
    (period,) = read
    check.not_before("reference_date", day, period.first)
    same = select(ReportingPeriod.id).where(
        ReportingPeriod.first_on == period.first,
        ReportingPeriod.last_on == period.last,
        ReportingPeriod.id != but,
    )
    if session.scalar(same.limit(1)) is not None:
        check.refuse("period", "duplicate")
    check.finish()
    return {
        "first_on": period.first,
        "last_on": period.last,
        "reference_date": day or period.last,
        "title": title,
    }


def _released(session: Session, period: Period) -> bool:
    """Return whether a release over this period stands."""
    gone = withdrawing.withdrawals(session)
    rows = session.scalars(
        select(ReleaseRow.id).where(ReleaseRow.kind == release_book.RELEASE, ReleaseRow.period == str(period))
    )
    return any(row not in gone for row in rows)


def _done(row: ReportingPeriod) -> Done[ReportingPeriod]:
    return Done(row, Changes.of((KIND,), row.id))
