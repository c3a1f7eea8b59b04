# SPDX-License-Identifier: EUPL-1.2
"""The anonymous counts of destroyed dossiers: worked out around the destruction, read when a period is counted.

For every year, half-year and quarter in which something happened, and for every period this vault contributed
to. Over any other period what was destroyed is not counted (docs/decisions/0010).
"""

import secrets
from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import func, select, union_all
from sqlalchemy.orm import Session

from casus.counting import catalogue
from casus.counting.archive import ArchivedCount, moment_of, summed
from casus.counting.archiving import difference
from casus.counting.contribution import Contribution
from casus.counting.extraction import Contributor, Extent, extract
from casus.counting.pseudonyms import KEY_BYTES
from casus.domain.names import match_key
from casus.domain.periods import Period
from casus.services import settings
from casus.services.desk import Desk
from casus.vault.counted import counted_elsewhere, still_here
from casus.vault.tables import (
    Assessment,
    BasicConditionCheck,
    Case,
    Contact,
    CountArchive,
    Detention,
    Family,
    FamilyMember,
    Person,
    Programme,
    VogProcedure,
)

CONTRIBUTED, ELSEWHERE = "contributed_periods", "counted_elsewhere"
_MOST_CONTRIBUTED = 200
_Moment = tuple[Period, date]


def read(session: Session, period: Period, reference_date: date) -> tuple[ArchivedCount, ...]:
    """Return what is kept for exactly this period and reference date."""
    rows = session.scalars(
        select(CountArchive).where(CountArchive.period == moment_of(period, reference_date))
    )
    return summed(
        ArchivedCount(one.what, one.indicator, tuple(sorted(one.codes.items())), one.amount) for one in rows
    )


def note_contributed(session: Session, period: Period, reference_date: date) -> None:
    """Remember which periods this vault was counted for: those figures have to come out the same again."""
    known = _contributed(session)
    wanted = [str(period), reference_date.isoformat()]
    if wanted not in known:
        settings.write(session, CONTRIBUTED, [*known, wanted][-_MOST_CONTRIBUTED:])


class Archiver:
    """Counts those concerned before a destruction and after it, and keeps the difference."""

    def __init__(self, desk: Desk, session: Session, person_ids: Collection[str]) -> None:
        """Count now; `person_ids`: of whom anything goes."""
        self._desk, self._session = desk, session
        self._key = secrets.token_bytes(KEY_BYTES)
        self._only = _concerned(session, person_ids)
        self._but = counted_elsewhere(session, self._only) | _known_elsewhere(session)
        self._before: dict[_Moment, Contribution] = {}
        for year, *parts in _years(_first_day(session, self._only), desk.today()):
            if self._add_before(year):
                for part in parts:
                    self._add_before(part)
        for period, day in _contributed(session):
            self._add_before(Period.parse(period), date.fromisoformat(day))

    def _add_before(self, period: Period, reference_date: date | None = None) -> bool:
        """Count a period; without any rows nothing can be missing from it, nor from a part of it."""
        moment = (period, reference_date or period.last)
        if moment not in self._before and (found := self._count(moment)).rows:
            self._before[moment] = found
        return moment in self._before

    def keep(self) -> int:
        """Count again, keep what is missing since, and return how many counts are kept now."""
        kept: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], CountArchive] = {}
        for one in self._session.scalars(select(CountArchive)):
            kept[(one.period, one.what, one.indicator, tuple(sorted(one.codes.items())))] = one
        for moment, before in self._before.items():
            for count in difference(catalogue.load(), before, self._count(moment)):
                self._add(kept, moment_of(*moment), count)
        if self._but:
            settings.write(self._session, ELSEWHERE, sorted(still_here(self._session, self._but)))
        self._session.flush()
        return len(kept)

    def _add(
        self,
        kept: dict[tuple[str, str, str, tuple[tuple[str, str], ...]], CountArchive],
        period: str,
        count: ArchivedCount,
    ) -> None:
        key = (period, count.what, count.indicator, count.codes)
        if (known := kept.get(key)) is not None:
            known.amount += count.amount
            return
        kept[key] = CountArchive(
            period=period,
            what=count.what,
            indicator=count.indicator,
            codes=dict(count.codes),
            amount=count.amount,
        )
        self._session.add(kept[key])

    def _count(self, moment: _Moment) -> Contribution:
        who = Contributor(self._desk.vault.vault_id, self._desk.role)
        made_at = self._desk.clock.now()
        return extract(
            self._session, who, *moment, self._key, made_at, Extent(only=self._only, but=self._but)
        )


def _concerned(session: Session, person_ids: Collection[str]) -> frozenset[str]:
    """Return these persons, those who count as the same one, and all in families as soon as one of them is.

    Two records of one person count once, and families that share a member are one.
    """
    known = select(Person.surname, Person.given_name, Person.birth_date, Person.id)
    rows = session.execute(known).all()
    keys = {row.id: match_key(row.surname, row.given_name, row.birth_date) or row.id for row in rows}
    own = {keys[one] for one in person_ids if one in keys}
    alike = {one for one, key in keys.items() if key in own}
    members = set(session.scalars(select(FamilyMember.person_id)))
    return frozenset(person_ids) | alike | (members if not members.isdisjoint(alike) else set())


def _years(first: date | None, today: date) -> Iterator[tuple[Period, ...]]:
    """Yield each year with its halves and quarters."""
    for year in range(first.year, today.year + 1) if first is not None else ():
        whole = Period.of_year(year)
        quarters = whole.quarters()
        halves = (Period(one.first, other.last) for one, other in (quarters[:2], quarters[2:]))
        yield (whole, *halves, *quarters)


def _contributed(session: Session) -> list[list[str]]:
    kept = settings.read(session, CONTRIBUTED)
    return [list(map(str, one)) for one in kept if len(one) == 2] if isinstance(kept, list) else []


def _known_elsewhere(session: Session) -> frozenset[str]:
    """Return what stayed here after the case went with which a colleague got it too; what is destroyed leaves it."""
    kept = settings.read(session, ELSEWHERE)
    return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()


def _first_day(session: Session, only: Collection[str]) -> date | None:
    """Return the first day on which anything that is counted happened to one of these persons."""
    days = (
        select(func.min(Case.opened_on)).where(Case.person_id.in_(only)),
        select(func.min(Contact.on)).where(Contact.person_id.in_(only)),
        select(func.min(Programme.registered_on)).where(Programme.person_id.in_(only)),
        select(func.min(Programme.started_on)).where(Programme.person_id.in_(only)),
        select(func.min(Assessment.on))
        .join(Case, Case.id == Assessment.case_id)
        .where(Case.person_id.in_(only)),
        select(func.min(Detention.entered_on)).where(Detention.person_id.in_(only)),
        select(func.min(VogProcedure.status_since)).where(VogProcedure.person_id.in_(only)),
        select(func.min(FamilyMember.from_on)).where(FamilyMember.person_id.in_(only)),
        select(func.min(Family.started_on)),
        select(func.min(BasicConditionCheck.checked_on))
        .join(Case, Case.id == BasicConditionCheck.case_id)
        .where(Case.person_id.in_(only)),
    )
    known = [day for day in session.scalars(union_all(*days)) if day is not None]
    return min(known, default=None)
