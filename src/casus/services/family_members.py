# SPDX-License-Identifier: EUPL-1.2
"""Who belongs to a family: come in, change places, be judged again at eighteen, and go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from casus.domain.inclusion import check_family_member, eighteenth_birthday, is_guarded
from casus.domain.roles import Permission
from casus.errors import NotAllowed, PossibleDuplicate
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.guarded import has_case, more_on_file
from casus.services.indexing import index_person
from casus.services.inputs import MemberInput, PersonInput
from casus.services.naming import NAME_COLUMNS, closed_columns, fresh_number, name_of_row
from casus.services.persons import clean_person, similar_in
from casus.vault.queries import case_open, member_now
from casus.vault.tables import Case, Family, FamilyMember, Person

KINDS = ("family_members", "families")


@dataclass(frozen=True)
class MemberRow:
    """Someone's place in a family; `also_in` names other families the person belongs to now."""

    id: str
    person_id: str
    name: str
    relation: str
    birth_date: date | None
    from_on: date
    until_on: date | None
    has_open_case: bool
    minor_reason: str | None = None
    review_on: date | None = None
    version: int = 1
    restricted: bool = False
    also_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class RelativeInput:
    """A brother, sister or child who is not on file yet: a name, a birth date, a place in the family and why."""

    family_id: str
    given_name: str
    surname: str
    relation: str
    from_on: date
    prefix: str | None = None
    birth_date: date | None = None
    minor_reason: str | None = None


def add_member(desk: Desk, data: MemberInput) -> Done[FamilyMember]:
    """Give a person a place in a family; a guarded person without an open case of their own needs a reason.

    Raises InvalidForm, NotFound, NotAllowed "member_already" or "family_ended".
    """
    with desk.changing(label="add_member") as session:
        family = running_family(session, data.family_id)
        person = fetch(session, Person, data.person_id)
        if session.scalar(current_members(family.id).where(FamilyMember.person_id == person.id)):
            raise NotAllowed("member_already", person_id=person.id)
        check = FormCheck()
        _refuse_more_on_file(session, check, person, data)
        member = _member(session, check, desk, person, data)
        check.finish()
        session.add(member)
    return Done(member, Changes.of(KINDS, member.id, family.id, person.id))


def add_relative(desk: Desk, data: RelativeInput, *, duplicates_checked: bool = False) -> Done[FamilyMember]:
    """Put someone on file with a name and birth date only, and give them a place in the family, in one go.

    Raises InvalidForm, NotFound, NotAllowed "family_ended" or "role", and PossibleDuplicate unless
    `duplicates_checked`.
    """
    desk.require(Permission.FAMILIES)
    with desk.changing(label="add_relative") as session:
        family = running_family(session, data.family_id)
        check = FormCheck()
        given = PersonInput(
            data.given_name,
            data.surname,
            data.prefix,
            birth_date=data.birth_date,
            role="family_member",
            district=family.district,
        )
        values = check.part(lambda: clean_person(session, desk, given)[0])
        person = Person(number=fresh_number(session, Person.number, "P"), restricted=False, **(values or {}))
        member = _member(session, check, desk, person, data)
        check.finish()
        if not duplicates_checked and (similar := similar_in(session, given)):
            raise PossibleDuplicate(tuple(one.id for one in similar))
        session.add(person)
        session.flush()
        member.person_id = person.id
        session.add(member)
        index_person(session, person, ())
    return Done(member, Changes.of((*KINDS, "persons"), member.id, family.id, person.id))


def update_member(
    desk: Desk, member_id: str, version: int, *, relation: str, minor_reason: str | None
) -> Done[FamilyMember]:
    """Change someone's relation, or the reason for being here. Raises InvalidForm, NotFound, StaleRecord."""
    with desk.changing(label="update_member") as session:
        member = fetch(session, FamilyMember, member_id, version)
        person = fetch(session, Person, member.person_id)
        check = FormCheck()
        given = MemberInput(member.family_id, person.id, relation, member.from_on, minor_reason)
        _refuse_more_on_file(session, check, person, given, "relation")
        changed = _member(session, check, desk, person, given)
        check.finish()
        member.relation, member.minor_reason = changed.relation, changed.minor_reason
    return Done(member, Changes.of(KINDS, member_id, member.family_id, member.person_id))


def get_member(desk: Desk, member_id: str) -> tuple[FamilyMember, Person]:
    """Return a membership with whose it is, for a form; raises NotFound."""
    with desk.reading() as session:
        member = fetch(session, FamilyMember, member_id)
        return member, fetch(session, Person, member.person_id)


def members(desk: Desk, family_id: str) -> list[MemberRow]:
    """Return the members of a family, present ones first, then by name."""
    with desk.reading() as session:
        return members_of(session, family_id)


def members_of(session: Session, family_id: str) -> list[MemberRow]:
    """Return the members of a family within a session, in two queries."""
    own_case = select(Case.id).where(Case.person_id == Person.id, case_open()).correlate(Person).exists()
    rows = session.execute(
        select(FamilyMember, Person, own_case, *NAME_COLUMNS, closed_columns(Person.id)[0])
        .join(Person, Person.id == FamilyMember.person_id)
        .where(FamilyMember.family_id == family_id)
        .order_by(FamilyMember.until_on.is_not(None), closed_columns(Person.id)[0], Person.sort_key)
    ).all()
    others = _also_in(session, family_id, [row.Person.id for row in rows if not row.dossier_closed])
    return [
        _member_row(row.FamilyMember, row.Person, bool(row[2]), name_of_row(row), row.dossier_closed, others)
        for row in rows
    ]


def _member_row(
    member: FamilyMember, person: Person, has_case: bool, name: str, closed: bool,
    others: Mapping[str, tuple[str, ...]],
) -> MemberRow:  # fmt: skip
    """Return someone's place in the family; of a closed dossier that there is one, from when until when."""
    if closed:
        return MemberRow(
            member.id, person.id, name, "", None, member.from_on, member.until_on, has_open_case=False,
            version=member.version, restricted=True,
        )  # fmt: skip
    return MemberRow(
        member.id, person.id, name, member.relation, person.birth_date, member.from_on, member.until_on,
        has_case, member.minor_reason, member.review_on, member.version, False,
        others.get(person.id, ()),
    )  # fmt: skip


def families_now(desk: Desk, person_id: str) -> tuple[str, ...]:
    """Return the names of the families a person belongs to now, for a warning before a second one."""
    with desk.reading() as session:
        return _also_in(session, "", [person_id]).get(person_id, ())


def current_members(family_id: str) -> Select[FamilyMember]:
    """Return the select of who belongs to a family now."""
    return select(FamilyMember).where(FamilyMember.family_id == family_id, member_now())


def _also_in(session: Session, family_id: str, person_ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    here = aliased(FamilyMember)
    rows = session.execute(
        select(here.person_id, Family.name)
        .join(Family, Family.id == here.family_id)
        .where(here.person_id.in_(person_ids), here.until_on.is_(None), here.family_id != family_id)
        .order_by(Family.sort_key)
    )
    found: dict[str, tuple[str, ...]] = {}
    for person_id, name in rows:
        found[person_id] = (*found.get(person_id, ()), name)
    return found


def running_family(session: Session, family_id: str) -> Family:
    """Return a family that did not end; raises NotFound and NotAllowed("family_ended")."""
    family = fetch(session, Family, family_id)
    if family.ended_on is not None:
        raise NotAllowed("family_ended", on=family.ended_on)
    return family


def _refuse_more_on_file(
    session: Session, check: FormCheck, person: Person, data: MemberInput, field: str = "person_id"
) -> None:
    """A guarded person of whom more is on file has to get a case, or lose what is too much, first."""
    guarded = is_guarded(person.birth_date, data.from_on, data.relation)
    if guarded and not has_case(session, person.id) and more_on_file(session, person):
        check.refuse(field, "more_on_file")


def _member(
    session: Session, check: FormCheck, desk: Desk, person: Person, data: MemberInput | RelativeInput
) -> FamilyMember:
    reason = check.text("minor_reason", data.minor_reason)
    if person.id is None or not _has_open_case(session, person.id):
        birth = person.birth_date
        check.rule(lambda: check_family_member(birth, data.from_on, reason or "", data.relation))
    return FamilyMember(
        family_id=data.family_id,
        person_id=person.id,
        relation=check.code("relation", "family_relation", data.relation),
        from_on=check.past("from_on", data.from_on, desk.today()),
        minor_reason=reason,
        review_on=eighteenth_birthday(person.birth_date, data.from_on),
    )


def _has_open_case(session: Session, person_id: str) -> bool:
    wanted = select(Case.id).where(Case.person_id == person_id, case_open()).limit(1)
    return session.scalar(wanted) is not None
