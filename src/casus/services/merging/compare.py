# SPDX-License-Identifier: EUPL-1.2
"""Two persons beside each other, before they become one: fields, other names, clashes, warnings, what each has."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.guarded import has_case
from casus.services.merging.conflicts import Clash, clashes, require_mergeable, warnings
from casus.services.merging.fields import FieldPair, pairs
from casus.services.merging.references import ids_of, references
from casus.services.merging.resembling import looks_like_twins
from casus.services.naming import person_name
from casus.vault.closed import closed_persons, persons_with_closed_cases
from casus.vault.tables import Person, PersonAlias


@dataclass(frozen=True)
class Side:
    """One of the two: who it is, at which version it was read, its other names, and how much is on file."""

    id: str
    version: int
    name: str
    number: str
    aliases: tuple[str, ...]
    records: Mapping[str, int]


@dataclass(frozen=True)
class Comparison:
    """The one who stays (left) and the one who goes (right); `names` of the representatives, by id."""

    left: Side
    right: Side
    fields: tuple[FieldPair, ...]
    clashes: tuple[Clash, ...]
    warnings: tuple[str, ...]
    names: Mapping[str, str]


def compare(desk: Desk, left_id: str, right_id: str) -> Comparison:
    """Return two persons beside each other; the left one stays. Looks only, and both views are logged.

    Raises NotFound; NotAllowed: merge_same, role, restricted (such a dossier has to be open first),
    merge_destruction, merge_correction.
    """
    desk.require(Permission.DOSSIERS)
    if left_id == right_id:
        raise NotAllowed("merge_same")
    with desk.changing(label="log_view") as session:
        left, right = fetch(session, Person, left_id), fetch(session, Person, right_id)
        refuse_closed(session, left, right)
        require_mergeable(session, left, right)
        for one in (left, right):
            desk.vault.log(session, "viewed", "persons", one.id)
        return Comparison(
            _side(session, left),
            _side(session, right),
            pairs(left, right),
            clashes(session, left.id, right.id),
            all_warnings(session, left, right),
            _names(session, left, right),
        )


def refuse_closed(session: Session, *persons: Person) -> None:
    """Raise NotAllowed("restricted") when one of these dossiers is restricted and not open now."""
    ids = [one.id for one in persons]
    closed = select(Person.id).where(
        Person.id.in_(ids),
        or_(Person.id.in_(closed_persons()), Person.id.in_(persons_with_closed_cases())),
    )
    if (person_id := session.scalar(closed.limit(1))) is not None:
        raise NotAllowed("restricted", person_id=person_id)


def all_warnings(session: Session, left: Person, right: Person) -> tuple[str, ...]:
    """Return the warnings about two persons, codes of list merge_warning."""
    found = list(warnings(session, left, right))
    if looks_like_twins(session, left, right):
        found.insert(0, "twin")
    if not has_case(session, left.id) and not has_case(session, right.id):
        found.insert(-1, "guarded")
    return tuple(found)


def _side(session: Session, person: Person) -> Side:
    aliases = select(PersonAlias.name).where(PersonAlias.person_id == person.id)
    counts: dict[str, int] = {}
    for one in references():
        if number := len(ids_of(session, one, person.id)):
            counts[one.kind] = counts.get(one.kind, 0) + number
    return Side(
        person.id,
        person.version,
        person_name(person),
        person.number,
        tuple(session.scalars(aliases.order_by(PersonAlias.folded))),
        counts,
    )


def _names(session: Session, *persons: Person) -> dict[str, str]:
    ids = [one.representative_id for one in persons if one.representative_id]
    return {one.id: person_name(one) for one in session.scalars(select(Person).where(Person.id.in_(ids)))}
