# SPDX-License-Identifier: EUPL-1.2
"""What forbids a destruction: looked at before it is proposed, when it is proposed, and when it is confirmed."""

import json
from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from casus.domain.policy import Policy
from casus.domain.retention import last_leaving
from casus.services.desk import Desk
from casus.services.destruction.model import OPEN, Block
from casus.services.destruction.working_out import Worked
from casus.vault.belonging import CASES, PERSONS, chunks
from casus.vault.correction_queries import objection_limits
from casus.vault.leaving import family_held, leaving
from casus.vault.tables import AccessRequest, Case, DestructionProposal, Objection, Person

TERM_ENDED = "term_ended"
_NOT_ENDED = or_(Objection.decision.is_(None), Objection.kind == "restriction")
"""An objection that was upheld asks for destruction rather than forbidding it; a restriction forbids it."""
_KEEPS = {"case": "own_case", "representative": "represents"}


def blocks(session: Session, desk: Desk, worked: Worked, ground: str, own: str = "") -> tuple[Block, ...]:
    """Return what forbids it; `own` is the proposal that is being looked at, if any."""
    return tuple(_blocks(session, desk, worked, ground, own))


def _blocks(session: Session, desk: Desk, worked: Worked, ground: str, own: str) -> Iterator[Block]:
    if not worked.case_ids and not worked.relative_ids:
        yield Block(CASES, "", "nothing")
    for chunk in chunks(worked.case_ids):
        for case in session.scalars(select(Case).where(Case.id.in_(chunk)).order_by(Case.id)):
            yield from _of_case(case, ground, desk.today())
            if _proposed(session, case.id, own):
                yield Block(CASES, case.id, "proposed")
    yield from _of_relatives(session, worked, ground, desk.today(), desk.policy)
    for person_id in worked.relative_ids:
        if _proposed(session, person_id, own):
            yield Block(PERSONS, person_id, "proposed")
    yield from _asked(session, worked)


def _of_case(case: Case, ground: str, today: date) -> Iterator[Block]:
    if case.closed_on is None:
        yield Block(CASES, case.id, "open")
    elif case.legal_hold:
        yield Block(CASES, case.id, "legal_hold")
    elif ground == TERM_ENDED and (case.retain_until is None or case.retain_until >= today):
        yield Block(CASES, case.id, "term")


def _of_relatives(
    session: Session, worked: Worked, ground: str, today: date, policy: Policy
) -> Iterator[Block]:
    """A relative goes by themselves only without anything else that keeps them, and from the day they leave."""
    stays = {one.record_id: one.reason for one in worked.who.kept if one.kind == PERSONS}
    days = leaving()
    latest = last_leaving(today - timedelta(days=1), policy.relative_years)
    for chunk in chunks(worked.relative_ids):
        held = set(session.scalars(select(Person.id).where(Person.id.in_(chunk), family_held(Person.id))))
        rows = session.execute(select(days).where(days.c.person_id.in_(chunk)))
        left = {row.person_id: row.leaves_on for row in rows}
        for person_id in chunk:
            if person_id in stays:
                yield Block(PERSONS, person_id, _KEEPS[stays[person_id]])
            elif person_id in held:
                yield Block(PERSONS, person_id, "legal_hold")
            elif ground == TERM_ENDED and not (person_id in left and left[person_id] <= latest):
                yield Block(PERSONS, person_id, "term")


def _asked(session: Session, worked: Worked) -> Iterator[Block]:
    """What the persons themselves asked, and that is not answered yet."""
    for chunk in chunks(worked.case_ids):
        limits = select(Objection.id).where(Objection.case_id.in_(chunk), objection_limits(), _NOT_ENDED)
        for objection_id in session.scalars(limits.order_by(Objection.id)):
            yield Block("objections", objection_id, "objection")
    asked = select(AccessRequest.id).where(
        AccessRequest.decision.is_(None), AccessRequest.withdrawn_on.is_(None)
    )
    for chunk in chunks(worked.going.get("access_requests", ())):
        for request_id in session.scalars(
            asked.where(AccessRequest.id.in_(chunk)).order_by(AccessRequest.id)
        ):
            yield Block("access_requests", request_id, "request")


def _proposed(session: Session, record_id: str, own: str) -> bool:
    """Tell whether a case or relative is in another proposal that still waits."""
    found = select(DestructionProposal.content).where(
        DestructionProposal.status == OPEN,
        DestructionProposal.id != own,
        func.instr(DestructionProposal.content, record_id) > 0,
    )
    told = map(json.loads, session.scalars(found))
    return any(record_id in (*one["cases"], *one["relatives"]) for one in told)
