# SPDX-License-Identifier: EUPL-1.2
"""Which persons and families go along with cases that are destroyed, and what keeps the others (domain.md 5, rule 4).

A person goes when no other case, no present place in a family that stays and no representing of someone who stays
keeps them. A family member without a case of their own who is to go by themselves (`relative_ids`) has to leave
their family, so a place in it keeps them no longer. A family goes when it has ended and neither it nor any of its members has a case left. Whoever is
reached only through a family that stays is not looked at.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.services.destruction.model import Kept
from casus.services.lists import AnyColumn
from casus.vault.belonging import FAMILIES, PERSONS, chunks
from casus.vault.tables import Case, Family, FamilyMember, Person

REPRESENTATIVES = ("representative", "family_member")
"""Roles of persons who are on file for someone else; a young person of their own goes only with their own case."""


@dataclass(frozen=True)
class WhoGoes:
    """The persons and families that go with some cases, and what keeps those that do not."""

    person_ids: frozenset[str]
    family_ids: frozenset[str]
    kept: tuple[Kept, ...]


def who_goes(
    session: Session, case_ids: Collection[str], today: date, relative_ids: Collection[str] = ()
) -> WhoGoes:
    """Work out who goes with these cases, and with these relatives."""
    return _Search(session, frozenset(case_ids), today, frozenset(relative_ids)).run()


class _Search:
    def __init__(
        self, session: Session, case_ids: frozenset[str], today: date, relatives: frozenset[str]
    ) -> None:
        self._session, self._cases, self._today = session, case_ids, today
        self._relatives = relatives

    def run(self) -> WhoGoes:
        persons = self._ids(Case.person_id, Case.id, self._cases)
        near = self._ids(Case.family_id, Case.id, self._cases)
        near |= self._ids(FamilyMember.family_id, FamilyMember.person_id, persons)
        why = {family_id: self._keeps_family(family_id) for family_id in near}
        families = frozenset(family_id for family_id, reason in why.items() if reason is None)
        candidates = (
            persons | self._relatives | self._ids(FamilyMember.person_id, FamilyMember.family_id, families)
        )
        going, stays = self._persons(candidates, families)
        kept = [Kept(FAMILIES, one, reason) for one, reason in why.items() if reason is not None]
        kept += [Kept(PERSONS, one, reason) for one, reason in stays.items()]
        return WhoGoes(
            frozenset(going),
            families,
            tuple(sorted(kept, key=lambda one: (one.kind, one.record_id))),
        )

    def _persons(self, candidates: set[str], families: frozenset[str]) -> tuple[set[str], dict[str, str]]:
        """Take away who is kept until nobody is; representatives of those who go are candidates too."""
        while True:
            going, stays = set(candidates), dict[str, str]()
            while found := dict(self._kept(going, families)):
                stays |= found
                going -= found.keys()
            more = self._representatives(going) - candidates
            if not more:
                return going, stays
            candidates |= more

    def _kept(self, going: set[str], families: frozenset[str]) -> Iterator[tuple[str, str]]:
        others = select(Case.person_id).where(Case.id.not_in(self._cases))
        places = select(FamilyMember.person_id).where(
            FamilyMember.family_id.not_in(families),
            or_(FamilyMember.until_on.is_(None), FamilyMember.until_on >= self._today),
        )
        represents = select(Person.representative_id, Person.id)
        for chunk in chunks(going):
            for one in self._session.execute(represents.where(Person.representative_id.in_(chunk))):
                if one.id not in going:
                    yield one.representative_id, "representative"
            for person_id in self._session.scalars(places.where(FamilyMember.person_id.in_(chunk))):
                if person_id not in self._relatives:
                    yield person_id, "family"
            for person_id in self._session.scalars(others.where(Case.person_id.in_(chunk))):
                yield person_id, "case"

    def _representatives(self, going: set[str]) -> set[str]:
        found = self._ids(Person.representative_id, Person.id, going)
        return {
            one.id
            for chunk in chunks(found)
            for one in self._session.execute(
                select(Person.id).where(Person.id.in_(chunk), Person.role.in_(REPRESENTATIVES))
            )
        }

    def _keeps_family(self, family_id: str) -> str | None:
        """Return why a family stays, None when it goes."""
        family = self._session.get_one(Family, family_id)
        if family.ended_on is None or family.ended_on > self._today:
            return "running"
        members = select(FamilyMember.person_id).where(FamilyMember.family_id == family_id)
        left = select(Case.id).where(
            Case.id.not_in(self._cases), or_(Case.family_id == family_id, Case.person_id.in_(members))
        )
        return "case" if self._session.scalar(left.limit(1)) is not None else None

    def _ids(self, wanted: AnyColumn, of: AnyColumn, ids: Collection[str]) -> set[str]:
        """Return the filled values of one column where another one is among `ids`."""
        found: set[str] = set()
        for chunk in chunks(ids):
            query = select(wanted).where(of.in_(chunk))
            found |= {one for one in self._session.scalars(query) if one is not None}
        return found
