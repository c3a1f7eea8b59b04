# SPDX-License-Identifier: EUPL-1.2
"""How sure it is that two persons on file are one: what speaks for it, and whether they may be twins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from casus.domain.names import fold
from casus.domain.resemblance import Identity, resemblance, similarity
from casus.vault.tables import FamilyMember, Person, PersonAlias

_SAME = 1.0
_CLOSE = 0.75
TWIN = "twin"


@dataclass(frozen=True)
class Known:
    """What a person on file is recognised by."""

    id: str
    given: str
    call_name: str
    prefix: str
    surname: str
    birth_date: date | None
    aliases: tuple[str, ...] = ()

    def identities(self) -> tuple[Identity, ...]:
        """Return the person under the name on file and under each other name."""
        surname = f"{self.prefix} {self.surname}"
        calls = (self.call_name, *self.aliases)
        return tuple(Identity(surname, self.given, self.birth_date, call) for call in dict.fromkeys(calls))

    def first_names(self) -> set[str]:
        """Return every first name, folded; an alias may hold one."""
        names = {fold(self.given), fold(self.call_name)}
        return {word for name in names for word in (name, *name.split()) if word} | {
            fold(one) for one in self.aliases
        }


def likeness(one: Known, other: Known) -> float:
    """Return from 0 (two persons) to 1 (all the same) how alike two are, under any of their names."""
    return max(resemblance(mine, theirs) for mine in one.identities() for theirs in other.identities())


def signs(one: Known, other: Known, *, family: bool) -> tuple[str, ...]:
    """Return what speaks for and against it, codes of list duplicate_sign. `family`: they share a family."""
    if one.birth_date is None or other.birth_date is None:
        found = ["birth_date_unknown"]
    else:
        found = ["birth_date" if one.birth_date == other.birth_date else "birth_date_slip"]
    same_name = fold(one.surname) == fold(other.surname) and fold(one.given) == fold(other.given)
    by_alias = not same_name and likeness(_plain(one), _plain(other)) == 0
    found.append("name" if same_name else "alias" if by_alias else "near_name")
    if may_be_twins(one, other, family=family):
        found.append(TWIN)
    return tuple(found)


def may_be_twins(one: Known, other: Known, *, family: bool) -> bool:
    """Tell whether two may be twins: born on one day, one surname, first names that are not the same.

    In one family any other first name is enough; elsewhere it has to be another name, not another spelling.
    """
    if one.birth_date is None or one.birth_date != other.birth_date:
        return False
    if similarity(one.surname, other.surname) < _CLOSE or one.first_names() & other.first_names():
        return False
    return family or similarity(one.given, other.given) < _CLOSE


def looks_like_twins(session: Session, one: Person, other: Person) -> bool:
    """Tell whether two persons on file may be twins."""
    first, second = (known(session, person) for person in (one, other))
    return may_be_twins(first, second, family=bool(shared_family(session, [(one.id, other.id)])))


def known(session: Session, person: Person) -> Known:
    """Return what a person is recognised by."""
    aliases = session.scalars(select(PersonAlias.name).where(PersonAlias.person_id == person.id))
    return Known(
        person.id, person.given_name, person.call_name or "", person.prefix or "", person.surname,
        person.birth_date, tuple(aliases),
    )  # fmt: skip


def shared_family(session: Session, found: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return which of these pairs are or were in one family."""
    here, there = aliased(FamilyMember), aliased(FamilyMember)
    result: set[tuple[str, str]] = set()
    wanted = set(found)
    firsts = sorted({first for first, _second in found})
    for at in range(0, len(firsts), 500):
        rows = session.execute(
            select(here.person_id, there.person_id)
            .join(there, there.family_id == here.family_id)
            .where(here.person_id.in_(firsts[at : at + 500]), here.person_id != there.person_id)
        )
        result |= {(first, second) for first, second in rows if (first, second) in wanted}
    return result


def _plain(one: Known) -> Known:
    return Known(one.id, one.given, "", one.prefix, one.surname, one.birth_date)
