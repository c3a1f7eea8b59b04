# SPDX-License-Identifier: EUPL-1.2
"""What cannot be twice at once: running cases of one approach, and stays inside; the worker says which is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.desk import Desk
from casus.services.drafts import list_drafts
from casus.vault.queries import case_open
from casus.vault.request_queries import request_open
from casus.vault.tables import (
    AccessRequest,
    Case,
    Correction,
    Destruction,
    DestructionProposal,
    Detention,
    Facility,
    FamilyMember,
    Person,
)

CASE, STAY = "case", "stay"
FORM = "merge"


@dataclass(frozen=True)
class Clash:
    """Two records of which one can stay as it is: `key` is what the choice is given under.

    `what` is the code of the approach, or the name of the facilities; days are when each began.
    """

    key: str
    kind: str
    left_id: str
    right_id: str
    left: str
    right: str
    left_on: date
    right_on: date


def clashes(session: Session, kept_id: str, other_id: str) -> tuple[Clash, ...]:
    """Return what has to be chosen beside the fields."""
    return (*_cases(session, kept_id, other_id), *_stays(session, kept_id, other_id))


def overlap(one: Detention, other: Detention) -> bool:
    """Tell whether two stays run at the same time; from one to the next on the same day is allowed."""
    return (one.released_on is None or one.released_on > other.entered_on) and (
        other.released_on is None or other.released_on > one.entered_on
    )


def require_mergeable(session: Session, kept: Person, other: Person) -> None:
    """Refuse what has to be done first.

    Raises NotAllowed: merge_destruction (one of them, or a case, is proposed for destruction), merge_correction (a
    correction of a field of one of them is undecided).
    """
    ids = [kept.id, other.id]
    ids += session.scalars(select(Case.id).where(Case.person_id.in_(ids)))
    if session.scalar(select(Destruction.id).where(Destruction.record_id.in_(ids)).limit(1)):
        raise NotAllowed("merge_destruction")
    open_ones = select(DestructionProposal.content).where(DestructionProposal.status == "open")
    if any(one in content for content in session.scalars(open_ones) for one in ids):
        raise NotAllowed("merge_destruction")
    undecided = select(Correction.id).where(
        Correction.record_kind == "persons",
        Correction.record_id.in_([kept.id, other.id]),
        Correction.decided_on.is_(None),
    )
    if session.scalar(undecided.limit(1)):
        raise NotAllowed("merge_correction")


def refuse_drafts(desk: Desk, other_id: str) -> None:
    """Refuse while a form about the person who goes is open: what was typed there would have nowhere to go.

    Raises NotAllowed("merge_draft").
    """
    if any(other_id in one.key and one.form != FORM for one in list_drafts(desk)):
        raise NotAllowed("merge_draft")


def warnings(session: Session, kept: Person, other: Person) -> tuple[str, ...]:
    """Return what to think of before these two become one; codes of list merge_warning."""
    ids = (kept.id, other.id)
    found = []
    if kept.birth_date and other.birth_date and kept.birth_date != other.birth_date:
        found.append("birth_dates")
    shared = _shared_families(session, kept.id, other.id)
    if shared:
        found.append("family_twice")
    if any(left != right for left, right in shared):
        found.append("relatives")
    if kept.representative_id == other.id or other.representative_id == kept.id:
        found.append("represents")
    cases = session.scalars(select(Case).where(Case.person_id.in_(ids))).all()
    if kept.restricted != other.restricted or len({one.restricted for one in cases}) > 1:
        found.append("restricted")
    if any(one.legal_hold for one in cases):
        found.append("hold")
    asked = select(AccessRequest.id).where(AccessRequest.person_id.in_(ids), request_open())
    if session.scalar(asked.limit(1)):
        found.append("request")
    return (*found, "contributed")


def _cases(session: Session, kept_id: str, other_id: str) -> list[Clash]:
    running = (
        select(Case).where(Case.person_id.in_((kept_id, other_id)), case_open()).order_by(Case.opened_on)
    )
    by_approach: dict[str, dict[str, Case]] = {}
    for case in session.scalars(running):
        by_approach.setdefault(case.approach, {}).setdefault(case.person_id, case)
    found = []
    for approach, both in sorted(by_approach.items()):
        if len(both) == 2:
            left, right = both[kept_id], both[other_id]
            found.append(
                Clash(
                    f"{CASE}:{approach}", CASE, left.id, right.id, left.number, right.number,
                    left.opened_on, right.opened_on,
                )
            )  # fmt: skip
    return found


def _stays(session: Session, kept_id: str, other_id: str) -> list[Clash]:
    mine, theirs = stays_of(session, kept_id), stays_of(session, other_id)
    names = {one.id: one.name for one in session.scalars(select(Facility))} if mine and theirs else {}
    found = []
    for stay in theirs:
        same = next((one for one in mine if overlap(one, stay)), None)
        if same is not None:
            found.append(
                Clash(
                    f"{STAY}:{stay.id}", STAY, same.id, stay.id, names[same.facility_id],
                    names[stay.facility_id], same.entered_on, stay.entered_on,
                )
            )  # fmt: skip
    return found


def stays_of(session: Session, person_id: str) -> Sequence[Detention]:
    """Return the stays of a person, in order."""
    wanted = select(Detention).where(Detention.person_id == person_id)
    return session.scalars(wanted.order_by(Detention.entered_on, Detention.id)).all()


def _shared_families(session: Session, kept_id: str, other_id: str) -> list[tuple[str, str]]:
    rows = session.execute(
        select(FamilyMember.family_id, FamilyMember.person_id, FamilyMember.relation).where(
            FamilyMember.person_id.in_((kept_id, other_id))
        )
    ).all()
    mine = {row.family_id: row.relation for row in rows if row.person_id == kept_id}
    return [
        (mine[row.family_id], row.relation)
        for row in rows
        if row.person_id == other_id and row.family_id in mine
    ]
