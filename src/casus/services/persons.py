# SPDX-License-Identifier: EUPL-1.2
"""Persons: search before you create, register, change."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from casus.domain.ages import is_minor
from casus.domain.checks import check_birth_date
from casus.domain.names import fold, sort_key, split_prefix
from casus.domain.resemblance import Identity, resemblance
from casus.domain.roles import Permission
from casus.domain.text import LINE_LIMIT, visible
from casus.errors import PossibleDuplicate
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.closed_records import end_running, everything_of
from casus.services.desk import Desk
from casus.services.guarded import follow_birth_date, has_case, refuse_more
from casus.services.indexing import index_person
from casus.services.inputs import PersonInput
from casus.services.lists import AnyRow, AnySelect
from casus.services.naming import BARE_NAME_COLUMNS, closed_columns, closed_name, fresh_number, list_name
from casus.services.person_list import PersonList
from casus.vault.tables import Person, PersonAlias

__all__ = [
    "PersonInput",
    "PersonList",
    "SimilarPerson",
    "aliases_of",
    "find_similar",
    "get_person",
    "has_own_case",
    "register_person",
    "set_restricted",
    "similar_in",
    "update_person",
]

MOST_SIMILAR = 10
_NAMES = ("given_name", "surname", "prefix", "call_name")
_POSTCODE = re.compile(r"(\d{4}) ?([A-Za-z]{2})")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
_TELEPHONE = re.compile(r"[0-9+() /.-]+")


@dataclass(frozen=True)
class SimilarPerson:
    """Someone on file who may be the same; `why` holds codes: name, birth_date, alias, birth_date_slip."""

    id: str
    name: str
    birth_date: date | None
    district: str
    why: tuple[str, ...]


def find_similar(desk: Desk, data: PersonInput) -> list[SimilarPerson]:
    """Return persons on file who may be the same as the one in the form, most alike first, at most ten.

    Asked while one types, so the names may be anything; nothing is refused here.
    """
    typed: dict[str, Any] = {name: visible((getattr(data, name) or "")[:LINE_LIMIT]) for name in _NAMES}
    with desk.reading() as session:
        return similar_in(session, replace(data, **typed))


def register_person(desk: Desk, data: PersonInput, *, duplicates_checked: bool = False) -> Done[Person]:
    """Put a person on file.

    Raises InvalidForm, PossibleDuplicate (unless `duplicates_checked`: the worker has looked at them), and
    NotAllowed("role") at a coordinator's desk, whose vault holds no persons.
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="register_person") as session:
        person = store_person(session, desk, data, duplicates_checked=duplicates_checked)
    return Done(person, Changes.of(("persons",), person.id))


def store_person(session: Session, desk: Desk, data: PersonInput, *, duplicates_checked: bool) -> Person:
    """Put a person on file as part of a use case that does more. Raises InvalidForm and PossibleDuplicate."""
    values, aliases = clean_person(session, desk, data)
    if not duplicates_checked and (similar := similar_in(session, data)):
        raise PossibleDuplicate(tuple(person.id for person in similar))
    person = Person(number=fresh_number(session, Person.number, "P"), restricted=False, **values)
    session.add(person)
    session.flush()
    _set_aliases(session, person, aliases)
    index_person(session, person, aliases)
    return person


def update_person(desk: Desk, person_id: str, version: int, data: PersonInput) -> Done[Person]:
    """Change a person; raises InvalidForm, NotFound, and StaleRecord when changed since `version`."""
    with desk.changing(label="update_person") as session:
        person = fetch(session, Person, person_id, version)
        apply_person(session, desk, person, data)
    return Done(person, Changes.of(("persons",), person.id))


def apply_person(session: Session, desk: Desk, person: Person, data: PersonInput) -> None:
    """Change a person as part of a use case that does more; what follows, follows. Raises InvalidForm."""
    values, aliases = clean_person(session, desk, data, person.id)
    born = person.birth_date
    for name, value in values.items():
        setattr(person, name, value)
    if person.birth_date != born:
        follow_birth_date(session, person)
    _set_aliases(session, person, aliases)
    session.flush()
    index_person(session, person, aliases)


def set_restricted(desk: Desk, person_id: str, version: int, restricted: bool, reason: str) -> Done[Person]:
    """Make a dossier restricted (opened with a reason only) or ordinary again; the reason is logged."""
    check = FormCheck()
    why = check.needed_text("reason", reason)
    check.finish()
    with desk.changing(why, label="set_restricted") as session:
        person = fetch(session, Person, person_id, version)
        person.restricted = restricted
        end_running(session, desk, person.id)
    return Done(person, everything_of(person.id))


def get_person(desk: Desk, person_id: str) -> Person:
    """Return a person, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Person, person_id)


def aliases_of(desk: Desk, person_id: str) -> tuple[str, ...]:
    """Return the other names a person is known by."""
    with desk.reading() as session:
        return tuple(session.scalars(_aliases(person_id)))


def has_own_case(desk: Desk, person_id: str) -> bool:
    """Return whether a person has or had a case of their own."""
    with desk.reading() as session:
        return has_case(session, person_id)


def _aliases(person_id: str) -> Select[str]:
    return select(PersonAlias.name).where(PersonAlias.person_id == person_id).order_by(PersonAlias.folded)


def clean_person(
    session: Session, desk: Desk, data: PersonInput, own_id: str | None = None
) -> tuple[dict[str, object], tuple[str, ...]]:
    """Return a person's columns and other names, made fit to store; raises InvalidForm. For forms and imports."""
    check = FormCheck()
    if own_id is not None and data.representative_id == own_id:
        check.refuse("representative_id", "same_person")
    prefix, surname = _surname(check, data)
    given, call_name = check.line("given_name", data.given_name), check.line("call_name", data.call_name)
    if not given and not call_name:
        check.refuse("given_name", "required")
    check.rule(lambda: check_birth_date(data.birth_date, desk.today()))
    aliases = [check.line("aliases", alias) for alias in data.aliases]
    values: dict[str, object] = {
        "surname": surname,
        "prefix": prefix or None,
        "given_name": given or "",
        "call_name": call_name,
        "sort_key": sort_key(surname, prefix, given or call_name or ""),
        "birth_date": check.day("birth_date", data.birth_date, required=False),
        "birth_date_estimated": bool(data.birth_date and data.birth_date_estimated),
        "role": check.code("role", "person_role", data.role),
        "district": check.code("district", "district", data.district),
        "language": check.code("language", "language", data.language),
        "interpreter": data.interpreter,
        "representative_id": _representative(session, check, desk, data),
        "note": check.text("note", data.note),
        **_reachable(check, data),
    }
    refuse_more(session, check, data, desk.today(), own_id)
    check.finish()
    return values, tuple(dict.fromkeys(alias for alias in aliases if alias))


def _surname(check: FormCheck, data: PersonInput) -> tuple[str, str]:
    """Prefix and surname; "de Vries" in one field is parted, "El Amrani" is a name as it is written."""
    prefix, surname = check.line("prefix", data.prefix), check.needed_line("surname", data.surname)
    if not prefix and surname[:1].islower():
        return split_prefix(surname)
    return prefix or "", surname


def _reachable(check: FormCheck, data: PersonInput) -> dict[str, object]:
    email, telephone = check.line("email", data.email), check.line("telephone", data.telephone)
    if email and not _EMAIL.fullmatch(email):
        check.refuse("email", "email")
    if telephone and not _TELEPHONE.fullmatch(telephone):
        check.refuse("telephone", "telephone")
    postcode = check.line("postcode", data.postcode)
    if postcode and (dutch := _POSTCODE.fullmatch(postcode)):
        postcode = f"{dutch[1]} {dutch[2].upper()}"
    return {
        "email": email,
        "telephone": telephone,
        "postcode": postcode,
        "street": check.line("street", data.street),
        "house_number": check.line("house_number", data.house_number),
        "city": check.line("city", data.city),
    }


def _representative(session: Session, check: FormCheck, desk: Desk, data: PersonInput) -> str | None:
    known = check.known(session, "representative_id", Person, data.representative_id)
    other = session.get(Person, known) if known else None
    if other is not None and other.birth_date and is_minor(other.birth_date, desk.today()):
        check.refuse("representative_id", "minor")
    return known


def _set_aliases(session: Session, person: Person, aliases: Iterable[str]) -> None:
    wanted = set(aliases)
    for alias in session.scalars(select(PersonAlias).where(PersonAlias.person_id == person.id)):
        if alias.name in wanted:
            wanted.remove(alias.name)
        else:
            session.delete(alias)
    session.add_all(PersonAlias(person_id=person.id, name=name, folded=fold(name)) for name in sorted(wanted))


def similar_in(session: Session, data: PersonInput) -> list[SimilarPerson]:
    """Return who is like the person in a form, within a session; see `find_similar`."""
    mine = Identity(
        f"{data.prefix or ''} {data.surname}", data.given_name, data.birth_date, data.call_name or ""
    )
    found: dict[str, tuple[float, SimilarPerson]] = {}
    for row in session.execute(_candidates(data)):
        other = Identity(
            f"{row.prefix or ''} {row.surname}",
            row.given_name,
            row.birth_date,
            row.alias or row.call_name or "",
        )
        likeness = resemblance(mine, other)
        if likeness > found.get(row.id, (0.0,))[0]:
            found[row.id] = likeness, _alike(row, _why(mine, other, by_alias=bool(row.alias)))
    ranked = sorted(found.values(), key=lambda pair: (-pair[0], pair[1].name))
    return [person for _, person in ranked[:MOST_SIMILAR]]


def _alike(row: AnyRow, why: tuple[str, ...]) -> SimilarPerson:
    """Return who is alike; of a closed dossier only that there is one, by its number."""
    if row.dossier_closed:
        return SimilarPerson(row.id, closed_name(row.closed_number), None, "unknown", ())
    name = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    return SimilarPerson(row.id, name, row.birth_date, row.district, why)


def _candidates(data: PersonInput) -> AnySelect:
    """Everyone born on the day, or whose surname begins alike, or whose surname is this given name."""
    initials = {key[:1] for key in (sort_key(data.surname, "", ""), fold(data.given_name)) if key.strip()}
    near = [Person.sort_key.startswith(letter, autoescape=True) for letter in sorted(initials)]
    if data.birth_date is not None:
        near.append(Person.birth_date == data.birth_date)
    return (
        select(
            Person.id,
            *BARE_NAME_COLUMNS,
            Person.birth_date,
            Person.district,
            PersonAlias.name.label("alias"),
            *closed_columns(Person.id),
        )
        .outerjoin(PersonAlias, PersonAlias.person_id == Person.id)
        .where(or_(*near) if near else Person.id.is_(None))
    )


def _why(mine: Identity, other: Identity, *, by_alias: bool) -> tuple[str, ...]:
    codes = ["alias" if by_alias else "name"]
    if mine.birth_date and other.birth_date:
        codes.append("birth_date" if mine.birth_date == other.birth_date else "birth_date_slip")
    return tuple(codes)
