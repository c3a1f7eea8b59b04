# SPDX-License-Identifier: EUPL-1.2
"""What was found by name, number or address: how it is called, and which of its fields fits what was typed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from casus.services.indexing import CASES, FACILITIES, FAMILIES, PARTNERS, PERSONS
from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS, closed_columns, closed_name, list_name
from casus.services.search_hits import Hit, starts_all, starts_any, words_of_text
from casus.vault.closed import closed_persons, persons_with_closed_cases
from casus.vault.queries import detention_current
from casus.vault.tables import (
    Case,
    Detention,
    Facility,
    Family,
    Partner,
    Person,
    PersonAlias,
    PersonMerge,
    Programme,
)

Pair = tuple[str, str]
"""Kind and id of a record."""
_ALIAS_LINES = "\n"


def described_names(session: Session, found: Iterable[Pair], words: Sequence[str]) -> dict[Pair, Hit]:
    """Return title, subtitle and reason of what was found, in one query per kind."""
    ids: dict[str, list[str]] = {}
    for kind, record_id in found:
        ids.setdefault(kind, []).append(record_id)
    described = {}
    for kind, wanted in ids.items():
        query, key, words_for = _KINDS[kind]
        for row in session.execute(query().where(key.in_(wanted))):
            hit = words_for(row, words)
            if hit is not None:
                described[kind, row.id] = hit
    return described


def closed_somewhere() -> ColumnElement[bool]:
    """Return whether the dossier of the person, or of one of the person's cases, is closed."""
    return Person.id.in_(closed_persons()) | Person.id.in_(persons_with_closed_cases())


def _persons() -> AnySelect:
    aliases = (
        select(func.group_concat(PersonAlias.name, _ALIAS_LINES))
        .where(PersonAlias.person_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
    merged = (
        select(func.group_concat(PersonMerge.merged_number, _ALIAS_LINES))
        .where(PersonMerge.kept_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
    where = (Person.street, Person.house_number, Person.postcode, Person.telephone, Person.email)
    closed = Person.id.in_(closed_persons()).label("closed")
    partly = closed_somewhere().label("partly_closed")
    bare = (Person.surname.label("family_name"), Person.given_name.label("first_name"))
    return select(
        Person.id, *NAME_COLUMNS, *bare, Person.number, *where, aliases.label("aliases"), closed, partly,
        merged.label("merged"),
    )  # fmt: skip


def _person(row: Any, words: Sequence[str]) -> Hit | None:
    title = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    if row.closed:
        why = _why_closed(row, words)
        return Hit(PERSONS, row.id, title, row.number, why) if why else None
    why, matched = _why_person(row, title, words)
    shown = "" if row.partly_closed and why not in ("name", "alias", "number") else matched
    return Hit(PERSONS, row.id, title, row.number, why, shown)


def _why_closed(row: Any, words: Sequence[str]) -> str:
    """A closed dossier is found by its number, and by who knows the whole name; never by a part of it."""
    whole = words_of_text(f"{row.first_name} {row.family_name}")
    if row.first_name and set(whole) <= set(words):
        return "name"
    return "number" if any(starts_all(words, one) for one in _numbers(row)) else ""


def _numbers(row: Any) -> tuple[str, ...]:
    """Return the number of a person, and those of who was merged into them."""
    return (row.number, *(row.merged or "").split(_ALIAS_LINES))


def _why_person(row: Any, title: str, words: Sequence[str]) -> tuple[str, str]:
    if starts_all(words, title):
        return "name", ""
    for alias in (row.call_name, *(row.aliases or "").split(_ALIAS_LINES)):
        if starts_any(words, alias) and starts_all(words, f"{title} {alias}"):
            return "alias", alias
    digits, telephone = "".join(words), re.sub(r"\D", "", row.telephone or "")
    if digits.isdecimal() and telephone.startswith(digits):
        return "telephone", row.telephone
    street = " ".join(part for part in (row.street, row.house_number) if part)
    fields = (
        ("number", row.number, ""),
        *(("number", one, one) for one in _numbers(row)[1:]),
        ("street", street, street),
        ("postcode", row.postcode, row.postcode),
        ("email", row.email, row.email),
    )
    return next(((why, shown) for why, text, shown in fields if starts_all(words, text)), ("several", ""))


def _cases() -> AnySelect:
    number = Case.number.label("title")
    closed = closed_columns(Case.person_id, Case.id)
    return select(Case.id, number, *NAME_COLUMNS, *closed).join(Person, Person.id == Case.person_id)


def _case(row: Any, _words: Sequence[str]) -> Hit:
    whose = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    if row.dossier_closed:
        whose = closed_name(row.closed_number)
    return Hit(CASES, row.id, row.title, whose, "number")


def _families() -> AnySelect:
    return select(Family.id, Family.name, Family.code)


def _family(row: Any, words: Sequence[str]) -> Hit:
    why = "name" if starts_all(words, row.name) else "code" if starts_all(words, row.code) else "several"
    return Hit(FAMILIES, row.id, row.name, row.code, why)


def _facilities() -> AnySelect:
    ever = exists().where(Detention.facility_id == Facility.id).correlate(Facility)
    inside = ever.where(detention_current())
    return select(Facility.id, Facility.name, Facility.place, inside.label("inside"), ever.label("ever"))


def _facility(row: Any, words: Sequence[str]) -> Hit:
    why = "name" if starts_all(words, row.name) else "place" if starts_all(words, row.place) else "several"
    place = "inside" if row.inside else "earlier" if row.ever else ""
    return Hit(FACILITIES, row.id, row.name, row.place or "", why, place=place)


def _partners() -> AnySelect:
    used = exists().where(Programme.provider_id == Partner.id).correlate(Partner)
    return select(Partner.id, Partner.name, Partner.contact_name, Partner.telephone, used.label("used"))


def _partner(row: Any, words: Sequence[str]) -> Hit:
    by_name = starts_all(words, row.name)
    why = "name" if by_name else "contact_name" if starts_all(words, row.contact_name) else "several"
    whom = " ".join(part for part in (row.contact_name, row.telephone) if part)
    return Hit(PARTNERS, row.id, row.name, whom, why, place="programmes" if row.used else "")


_KINDS: Mapping[str, tuple[Callable[[], AnySelect], Any, Callable[[Any, Sequence[str]], Hit | None]]] = {
    PERSONS: (_persons, Person.id, _person),
    CASES: (_cases, Case.id, _case),
    FAMILIES: (_families, Family.id, _family),
    FACILITIES: (_facilities, Facility.id, _facility),
    PARTNERS: (_partners, Partner.id, _partner),
}
