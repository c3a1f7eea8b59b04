# SPDX-License-Identifier: EUPL-1.2
"""Families: one plan, one lead, and members; siblings minimally and with a reason (domain rules 4 and 5)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.domain.ages import ADULT, birthday
from casus.domain.inclusion import check_family_member
from casus.domain.names import sort_key
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.family_list import FamilyList
from casus.services.indexing import index_family
from casus.services.inputs import FamilyInput, MemberInput
from casus.services.naming import fresh_number, person_name
from casus.vault.queries import case_open
from casus.vault.tables import Case, Family, FamilyMember, Person, Worker

__all__ = [
    "FamilyInput",
    "FamilyList",
    "MemberInput",
    "MemberRow",
    "add_member",
    "end_family",
    "end_membership",
    "get_family",
    "members",
    "register_family",
    "update_family",
]


@dataclass(frozen=True)
class MemberRow:
    """Someone's place in a family."""

    id: str
    person_id: str
    name: str
    relation: str
    birth_date: date | None
    from_on: date
    until_on: date | None
    has_open_case: bool


def register_family(desk: Desk, data: FamilyInput) -> Done[Family]:
    """Put a family on file. Raises InvalidForm, NotAllowed("role")."""
    desk.require(Permission.FAMILIES)
    with desk.changing(label="register_family") as session:
        family = Family(code=fresh_number(session, Family.code, "G"), **_clean(session, desk, data))
        session.add(family)
        session.flush()
        index_family(session, family)
    return Done(family, Changes.of(("families",), family.id))


def update_family(desk: Desk, family_id: str, version: int, data: FamilyInput) -> Done[Family]:
    """Change a family. Raises InvalidForm, NotFound, StaleRecord."""
    with desk.changing(label="update_family") as session:
        family = fetch(session, Family, family_id, version)
        check = FormCheck()
        check.not_before("started_on", family.ended_on, data.started_on)
        check.finish()
        for name, value in _clean(session, desk, data).items():
            setattr(family, name, value)
        index_family(session, family)
    return Done(family, Changes.of(("families",), family_id))


def end_family(desk: Desk, family_id: str, *, on: date, reason: str) -> Done[Family]:
    """End the family approach; `reason` is a code of list closure_reason. Its memberships end with it.

    Raises InvalidForm, NotFound, NotAllowed "family_ended" or "open_cases" (close its cases first).
    """
    check = FormCheck()
    check.past("on", on, desk.today())
    check.code("reason", "closure_reason", reason)
    with desk.changing(label="end_family") as session:
        family = fetch(session, Family, family_id)
        check.not_before("on", on, family.started_on)
        check.finish()
        if family.ended_on is not None:
            raise NotAllowed("family_ended", on=family.ended_on)
        if session.scalar(select(Case.id).where(Case.family_id == family_id, case_open()).limit(1)):
            raise NotAllowed("open_cases", family_id=family_id)
        family.ended_on, family.end_reason = on, reason
        for member in session.scalars(_current_members(family_id)):
            member.until_on = max(on, member.from_on)
    return Done(family, Changes.of(("families", "family_members"), family_id))


def add_member(desk: Desk, data: MemberInput) -> Done[FamilyMember]:
    """Give a person a place in a family; a minor without an open case of their own needs a reason.

    Raises InvalidForm, NotFound, NotAllowed "member_already" or "family_ended".
    """
    with desk.changing(label="add_member") as session:
        family = fetch(session, Family, data.family_id)
        person = fetch(session, Person, data.person_id)
        if family.ended_on is not None:
            raise NotAllowed("family_ended", on=family.ended_on)
        if session.scalar(_current_members(family.id).where(FamilyMember.person_id == person.id)):
            raise NotAllowed("member_already", person_id=person.id)
        check = FormCheck()
        reason = check.text("minor_reason", data.minor_reason)
        if not _has_open_case(session, person.id):
            check.rule(lambda: check_family_member(person.birth_date, data.from_on, reason or ""))
        member = FamilyMember(
            family_id=family.id,
            person_id=person.id,
            relation=check.code("relation", "family_relation", data.relation),
            from_on=check.past("from_on", data.from_on, desk.today()),
            minor_reason=reason,
            review_on=_review_on(person, data.from_on),
        )
        check.finish()
        session.add(member)
    return Done(member, Changes.of(("family_members", "families"), member.id, family.id, person.id))


def end_membership(desk: Desk, member_id: str, on: date) -> Done[FamilyMember]:
    """End someone's place in a family. Raises InvalidForm, NotFound."""
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="end_membership") as session:
        member = fetch(session, FamilyMember, member_id)
        check.not_before("on", on, member.from_on)
        check.finish()
        member.until_on = on
    ids = (member_id, member.family_id, member.person_id)
    return Done(member, Changes.of(("family_members", "families"), *ids))


def get_family(desk: Desk, family_id: str) -> Family:
    """Return a family, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Family, family_id)


def members(desk: Desk, family_id: str) -> list[MemberRow]:
    """Return the members of a family, present ones first, then by name."""
    with desk.reading() as session:
        return members_of(session, family_id)


def members_of(session: Session, family_id: str) -> list[MemberRow]:
    """Return the members of a family within a session."""
    own_case = select(Case.id).where(Case.person_id == Person.id, case_open()).correlate(Person).exists()
    rows = session.execute(
        select(FamilyMember, Person, own_case)
        .join(Person, Person.id == FamilyMember.person_id)
        .where(FamilyMember.family_id == family_id)
        .order_by(FamilyMember.until_on.is_not(None), Person.sort_key)
    )
    return [
        MemberRow(
            member.id, person.id, person_name(person), member.relation, person.birth_date,
            member.from_on, member.until_on, bool(has_case),
        )
        for member, person, has_case in rows
    ]  # fmt: skip


def _clean(session: Session, desk: Desk, data: FamilyInput) -> dict[str, object]:
    check = FormCheck()
    name = check.needed_line("name", data.name)
    values: dict[str, object] = {
        "name": name,
        "sort_key": sort_key(name, "", ""),
        "district": check.code("district", "district", data.district),
        "lead_id": check.known(session, "lead_id", Worker, data.lead_id or desk.worker_id),
        "started_on": check.past("started_on", data.started_on, desk.today()),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values


def _current_members(family_id: str) -> Select[FamilyMember]:
    return select(FamilyMember).where(FamilyMember.family_id == family_id, FamilyMember.until_on.is_(None))


def _has_open_case(session: Session, person_id: str) -> bool:
    return (
        session.scalar(select(Case.id).where(Case.person_id == person_id, case_open()).limit(1)) is not None
    )


def _review_on(person: Person, from_on: date) -> date | None:
    """The eighteenth birthday of someone who is a minor now."""
    if person.birth_date is None:
        return None
    grown = birthday(person.birth_date, ADULT)
    return grown if grown > from_on else None
