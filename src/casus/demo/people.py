# SPDX-License-Identifier: EUPL-1.2
"""Invented persons and families for the demo."""

from dataclasses import dataclass
from datetime import date, timedelta

from casus.demo.words import Dice, words
from casus.domain.names import sort_key
from casus.vault.tables import Family, FamilyMember, Person, PersonAlias

CITY = "Utrecht"


@dataclass(frozen=True)
class Newcomer:
    """Who someone is, apart from any vault: the same young person can be on file with two workers."""

    given_name: str
    prefix: str | None
    surname: str
    birth_date: date
    district: str


def newcomer(
    dice: Dice, today: date, *, youngest: int = 15, oldest: int = 26, surname: str | None = None
) -> Newcomer:
    """Return a new invented person of `youngest` to `oldest` years on `today`."""
    names = words()["names"]
    family_name = surname or dice.choice(names["surname"])
    age_days = dice.randint(youngest * 366, oldest * 365)
    return Newcomer(
        dice.choice(names["given"]),
        names["prefix"].get(family_name),
        family_name,
        today - timedelta(days=age_days),
        dice.weighted(words()["district"]),
    )


def person_record(dice: Dice, who: Newcomer, role: str = "young_person") -> Person:
    """Return the record of one person, with an invented address."""
    return Person(
        id=dice.id(),
        number=dice.number("P", 8),
        role=role,
        given_name=who.given_name,
        call_name=None,
        prefix=who.prefix,
        surname=who.surname,
        sort_key=sort_key(who.surname, who.prefix or "", who.given_name),
        birth_date=who.birth_date,
        birth_date_estimated=False,
        telephone=f"06-{dice.randrange(10**8):08d}" if dice.chance(0.8) else None,
        email=None,
        street=dice.choice(words()["address"]["street"]),
        house_number=str(dice.randint(1, 180)),
        postcode=f"35{dice.randint(11, 85)} {dice.choice('ABCEGHJKLNPRSTVWXZ')}{dice.choice('ABCEGHJKLNPRSTVWXZ')}",
        city=CITY,
        district=who.district,
        language=dice.weighted({"nl": 88, "ar": 5, "tr": 4, "en": 2, "pl": 1}),
        interpreter=False,
        restricted=False,
    )


def alias_record(dice: Dice, person: Person) -> PersonAlias:
    """Return a nickname for a person."""
    name = person.given_name[: max(3, len(person.given_name) - 2)] + dice.choice(["o", "ie", "y"])
    return PersonAlias(id=dice.id(), person_id=person.id, name=name, folded=name.casefold())


@dataclass(frozen=True)
class Household:
    """A family with the members that were added to it, as records."""

    family: Family
    persons: tuple[Person, ...]
    members: tuple[FamilyMember, ...]


def household(dice: Dice, son: Person, worker_id: str, started_on: date, today: date) -> Household:
    """Return a family around one young person: a parent, sometimes a sibling (minimal, with a reason)."""
    family = Family(
        id=dice.id(),
        code=f"G-{dice.randrange(10**5):05d}",
        name=son.surname,
        sort_key=sort_key(son.surname, son.prefix or "", ""),
        district=son.district,
        lead_id=worker_id,
        started_on=started_on,
    )
    parent = person_record(dice, relative(dice, son, today, 38, 58), "family_member")
    persons = [parent]
    members = [
        FamilyMember(
            id=dice.id(), family_id=family.id, person_id=son.id, relation="child", from_on=started_on
        ),
        FamilyMember(
            id=dice.id(), family_id=family.id, person_id=parent.id, relation="parent", from_on=started_on
        ),
    ]
    if dice.chance(0.6):
        sibling = least(person_record(dice, relative(dice, son, today, 10, 17), "family_member"))
        persons.append(sibling)
        birth = sibling.birth_date
        assert birth is not None
        members.append(
            FamilyMember(
                id=dice.id(),
                family_id=family.id,
                person_id=sibling.id,
                relation="sibling",
                from_on=started_on,
                minor_reason="Ouders vragen om hulp voor het hele gezin.",
                review_on=_birthday(birth, 18),
            )
        )
    return Household(family, tuple(persons), tuple(members))


def least(person: Person) -> Person:
    """Keep a name and a birth date only, as of every minor in a family without a case of their own."""
    person.telephone = person.street = person.house_number = person.postcode = person.city = None
    person.language = "nl"
    return person


def relative(dice: Dice, son: Person, today: date, youngest: int, oldest: int) -> Newcomer:
    """Return someone new with the surname and the district of a young person."""
    who = newcomer(dice, today, youngest=youngest, oldest=oldest, surname=son.surname)
    return Newcomer(who.given_name, son.prefix, son.surname, who.birth_date, son.district)


def _birthday(birth: date, years: int) -> date:
    day = 28 if (birth.month, birth.day) == (2, 29) else birth.day
    return date(birth.year + years, birth.month, day)
