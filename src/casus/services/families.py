# SPDX-License-Identifier: EUPL-1.2
"""Families: one plan, one lead, and members; siblings minimally and with a reason (domain rules 4 and 5)."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import sort_key
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.case_ending import DECEASED
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.family_list import FamilyList
from casus.services.family_members import (
    MemberRow,
    RelativeInput,
    add_member,
    add_relative,
    current_members,
    families_now,
    get_member,
    members,
    members_of,
    update_member,
)
from casus.services.family_moves import end_membership, move_member, review_member
from casus.services.indexing import index_family
from casus.services.inputs import FamilyInput, MemberInput
from casus.services.naming import fresh_number
from casus.vault.queries import case_open, family_open
from casus.vault.tables import Case, Family, Worker

__all__ = [
    "FamilyInput",
    "FamilyList",
    "MemberInput",
    "MemberRow",
    "RelativeInput",
    "add_member",
    "add_relative",
    "end_family",
    "end_membership",
    "families_now",
    "get_family",
    "get_member",
    "members",
    "members_of",
    "move_member",
    "register_family",
    "review_member",
    "running_families",
    "update_family",
    "update_member",
]


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


def end_family(
    desk: Desk, family_id: str, *, on: date, reason: str, outcome: str | None = None, note: str | None = None
) -> Done[Family]:
    """End the family approach, with reason (list closure_reason) and outcome (list case_outcome).

    Its memberships end with it; "other" needs a note, and of someone who died no outcome is asked.

    Raises InvalidForm, NotFound, NotAllowed "family_ended" or "open_cases" (close its cases first).
    """
    check = FormCheck()
    check.past("on", on, desk.today())
    check.code("reason", "closure_reason", reason)
    words = check.text("note", note)
    check.explained("note", "closure_reason", reason, words)
    ended_as = check.code("outcome", "case_outcome", "unknown" if reason == DECEASED else outcome)
    with desk.changing(words, label="end_family") as session:
        family = fetch(session, Family, family_id)
        check.not_before("on", on, family.started_on)
        check.finish()
        if family.ended_on is not None:
            raise NotAllowed("family_ended", on=family.ended_on)
        if session.scalar(select(Case.id).where(Case.family_id == family_id, case_open()).limit(1)):
            raise NotAllowed("open_cases", family_id=family_id)
        family.ended_on, family.end_reason = on, reason
        family.end_outcome, family.end_note = ended_as, words
        for member in session.scalars(current_members(family_id)):
            member.until_on = max(on, member.from_on)
    return Done(family, Changes.of(("families", "family_members"), family_id))


def get_family(desk: Desk, family_id: str) -> Family:
    """Return a family, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Family, family_id)


def running_families(desk: Desk, but: str = "") -> list[Family]:
    """Return the families that run now, by name, without `but`."""
    wanted = select(Family).where(family_open(), Family.id != but).order_by(Family.sort_key)
    with desk.reading() as session:
        return list(session.scalars(wanted))


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
