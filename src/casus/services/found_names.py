# SPDX-License-Identifier: EUPL-1.2
"""What was found by name, number or address: how it is called, and which of its fields fits what was typed."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from casus.services.indexing import CASES, FACILITIES, FAMILIES, PARTNERS, PERSONS
from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS, list_name
from casus.services.search_hits import Hit, starts_all, starts_any
from casus.vault.queries import detention_current
from casus.vault.tables import Case, Detention, Facility, Family, Partner, Person, PersonAlias, Programme

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
            described[kind, row.id] = words_for(row, words)
    return described


def dossier_restricted() -> ColumnElement[bool]:
    """Return whether the person, or one of the person's cases, is restricted: opened with a reason only."""
    mine = exists().where(Case.person_id == Person.id, Case.restricted.is_(True)).correlate(Person)
    return or_(Person.restricted.is_(True), mine)


def _persons() -> AnySelect:
    aliases = (
        select(func.group_concat(PersonAlias.name, _ALIAS_LINES))
        .where(PersonAlias.person_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
    where = (Person.street, Person.house_number, Person.postcode, Person.telephone, Person.email)
    closed = dossier_restricted().label("closed")
    return select(Person.id, *NAME_COLUMNS, Person.number, *where, aliases.label("aliases"), closed)


def _person(row: Any, words: Sequence[str]) -> Hit:
    title = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    why, matched = _why_person(row, title, words)
    shown = "" if row.closed and why not in ("name", "alias", "number") else matched
    return Hit(PERSONS, row.id, title, row.number, why, shown)


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
        ("street", street, street),
        ("postcode", row.postcode, row.postcode),
        ("email", row.email, row.email),
    )
    return next(((why, shown) for why, text, shown in fields if starts_all(words, text)), ("several", ""))


def _cases() -> AnySelect:
    number = Case.number.label("title")
    return select(Case.id, number, *NAME_COLUMNS).join(Person, Person.id == Case.person_id)


def _case(row: Any, _words: Sequence[str]) -> Hit:
    whose = list_name(row.surname, row.prefix, row.given_name, row.call_name)
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


_KINDS: Mapping[str, tuple[Callable[[], AnySelect], Any, Callable[[Any, Sequence[str]], Hit]]] = {
    PERSONS: (_persons, Person.id, _person),
    CASES: (_cases, Case.id, _case),
    FAMILIES: (_families, Family.id, _family),
    FACILITIES: (_facilities, Facility.id, _facility),
    PARTNERS: (_partners, Partner.id, _partner),
}
