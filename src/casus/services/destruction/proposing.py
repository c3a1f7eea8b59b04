# SPDX-License-Identifier: EUPL-1.2
"""The first person: proposing a destruction and withdrawing it; and the lists of proposals and of what is gone."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import NotAllowed, NotFound
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.destruction.blocking import blocks
from casus.services.destruction.model import CONFIRMED, OPEN, WITHDRAWN, Destroyed, Proposal
from casus.services.destruction.working_out import Worked, work_out
from casus.vault.tables import Destruction, DestructionProposal, new_id
from casus.vault.tables.audit import AuditEntry

KIND = "destruction_proposals"


def propose(
    desk: Desk,
    case_ids: Sequence[str],
    ground: str,
    *,
    on: date | None = None,
    relative_ids: Sequence[str] = (),
) -> Done[Proposal]:
    """Propose to destroy these cases and what goes with them; nothing goes before a second person confirms.

    `relative_ids`: family members without a case of their own, who go by themselves.

    `on` is today unless given, and no other day. Raises InvalidForm (ground, on), NotFound, NotAllowed
    "destruction_blocked" (the first reason of the plan's blocks), "clock_back", "role".
    """
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    check.code("ground", "destruction_ground", ground)
    if check.past("on", on or desk.today(), desk.today()) != desk.today():
        check.refuse("on", "today_only")
    check.finish()
    with desk.changing(label="propose_destruction") as session:
        require_clock(session, desk)
        worked = work_out(session, desk, case_ids, relative_ids)
        if found := blocks(session, desk, worked, ground):
            raise NotAllowed("destruction_blocked", reason=found[0].reason)
        proposal_id = new_id()
        proposal = DestructionProposal(
            id=proposal_id,
            proposed_by_id=desk.worker_id,
            proposed_at=desk.clock.now(),
            ground=ground,
            status=OPEN,
            content=worked.content(desk, proposal_id, desk.worker_id, ground),
        )
        session.add(proposal)
    told = shown(proposal)
    return Done(told, changes_of(told))


def withdraw(desk: Desk, proposal_id: str) -> Done[Proposal]:
    """Take a proposal back that nobody answered. Raises NotFound, NotAllowed "destruction_answered", "role"."""
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="withdraw_destruction") as session:
        proposal = open_proposal(session, proposal_id)
        proposal.status, proposal.answered_at = WITHDRAWN, desk.clock.now()
    told = shown(proposal)
    return Done(told, changes_of(told))


def proposals(desk: Desk, open_only: bool = False) -> list[Proposal]:
    """Return the proposals, the latest first; of those that wait is told whether what they are about changed."""
    desk.require(Permission.DOSSIERS)
    query = select(DestructionProposal).order_by(
        DestructionProposal.proposed_at.desc(), DestructionProposal.id
    )
    if open_only:
        query = query.where(DestructionProposal.status == OPEN)
    with desk.reading() as session:
        return [
            shown(one, changed=one.status == OPEN and as_proposed(session, desk, one) is None)
            for one in session.scalars(query)
        ]


def destroyed(desk: Desk) -> list[Destroyed]:
    """Return what was destroyed, the latest first: who, with whom, how many of which kinds; no ids of records."""
    desk.require(Permission.DOSSIERS)
    done = (
        select(DestructionProposal)
        .where(DestructionProposal.status == CONFIRMED)
        .order_by(DestructionProposal.answered_at.desc())
    )
    pending = desk.vault.erasure_pending()
    with desk.reading() as session:
        last = select(Destruction.proposal_id, func.max(Destruction.destroyed_on))
        days = {row[0]: row[1] for row in session.execute(last.group_by(Destruction.proposal_id))}
        return [account(one, days.get(one.id) or desk.today(), not pending) for one in session.scalars(done)]


def account(proposal: DestructionProposal, on: date, finished: bool) -> Destroyed:
    """Return a destruction in a list."""
    return Destroyed(
        proposal.id,
        proposal.ground,
        proposal.proposed_by_id,
        proposal.answered_by_id or "",
        on,
        _content(proposal)["counts"],
        finished,
    )


def open_proposal(session: Session, proposal_id: str) -> DestructionProposal:
    """Return a proposal that waits; raises NotFound, NotAllowed("destruction_answered")."""
    proposal = fetch(session, DestructionProposal, proposal_id)
    if proposal.status != OPEN:
        raise NotAllowed("destruction_answered")
    return proposal


def as_proposed(session: Session, desk: Desk, proposal: DestructionProposal) -> Worked | None:
    """Return what a proposal comes down to; None when anything it is about is no longer as it was proposed."""
    try:
        chosen = _content(proposal)
        worked = work_out(session, desk, chosen["cases"], chosen["relatives"])
    except NotFound:
        return None
    content = worked.content(desk, proposal.id, proposal.proposed_by_id, proposal.ground)
    return worked if content == proposal.content else None


def require_clock(session: Session, desk: Desk, since: DestructionProposal | None = None) -> None:
    """Raise NotAllowed("clock_back") while the clock stands before the last entry of the log, or the proposal.

    A demo stays in the autumn of its report while its log runs by the clock of the computer: no comparing there.
    """
    now = desk.clock.now()
    last = None if desk.is_demo else session.scalar(select(func.max(AuditEntry.at)))
    if (last is not None and now < last) or (since is not None and now < since.proposed_at):
        raise NotAllowed("clock_back")


def shown(proposal: DestructionProposal, *, changed: bool = False) -> Proposal:
    """Return a proposal in a list."""
    content = _content(proposal)
    return Proposal(
        id=proposal.id,
        version=proposal.version,
        status=proposal.status,
        ground=proposal.ground,
        proposed_by_id=proposal.proposed_by_id,
        proposed_at=proposal.proposed_at,
        case_ids=tuple(content["cases"]),
        relative_ids=tuple(content["relatives"]),
        person_ids=tuple(content["persons"]),
        family_ids=tuple(content["families"]),
        counts=content["counts"],
        answered_by_id=proposal.answered_by_id,
        answered_at=proposal.answered_at,
        reason=proposal.reason,
        changed=changed,
    )


def changes_of(told: Proposal) -> Changes:
    """Return what changes with a proposal: it, and how what it is about stands in the lists."""
    kinds = [KIND, *(["cases"] if told.case_ids else []), *(["persons"] if told.relative_ids else [])]
    return Changes.of(kinds, told.id, *told.case_ids, *told.relative_ids)


def _content(proposal: DestructionProposal) -> Mapping[str, Any]:
    content: Mapping[str, Any] = json.loads(proposal.content)
    return content
