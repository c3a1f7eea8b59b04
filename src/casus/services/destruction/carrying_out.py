# SPDX-License-Identifier: EUPL-1.2
"""The second person: confirming a destruction, which is then carried out at once, or rejecting it."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services import settings
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.count_archive import Archiver
from casus.services.desk import Desk
from casus.services.destruction import leftovers, seconds
from casus.services.destruction.blocking import blocks
from casus.services.destruction.model import CONFIRMED, REJECTED, Destroyed, Proposal
from casus.services.destruction.proposing import (
    KIND,
    account,
    as_proposed,
    changes_of,
    open_proposal,
    require_clock,
    shown,
)
from casus.services.destruction.working_out import Worked, drafts_about
from casus.services.draft_contents import DraftContent
from casus.vault import erasure
from casus.vault.belonging import PERSONS, chunks
from casus.vault.sessions import WritingSession
from casus.vault.tables import Case, Destruction, DestructionProposal, Draft


def confirm(desk: Desk, proposal_id: str, second_person_id: str, secret: str) -> Done[Destroyed]:
    """Destroy what was proposed, signed for by a second person (a worker's id) with their secret.

    In one transaction: the anonymous counts are kept, everything goes, the signature stays. Then the file is
    written anew; when the disk refuses that now (`Destroyed.finished`), the next unlocking does it. Forms of
    what goes must be closed before, else they would keep a new draft.

    Raises NotFound, InvalidInput("password", …), NotAllowed: same_person, same_secret, not_enrolled,
    wrong_second_secret and second_wait (seconds), destruction_answered, destruction_changed,
    destruction_blocked (reason), clock_back, role.
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        proposal, _worked = _ready(session, desk, proposal_id)
        content, proposer = proposal.content, proposal.proposed_by_id
    public_key, signature = seconds.sign(desk, proposer, second_person_id, secret, content)
    with desk.changing(label="destroy") as session:
        proposal, worked = _ready(session, desk, proposal_id)
        if proposal.content != content:
            raise NotAllowed("destruction_changed")
        _destroy(session, desk, worked, proposal)
        proposal.status, proposal.answered_by_id = CONFIRMED, second_person_id
        proposal.answered_at = desk.clock.now()
        proposal.public_key, proposal.signature = public_key, signature
        seconds.forgive(session, second_person_id)
    leftovers.clear(desk)
    finished = desk.vault.finish_erasure()
    ids = (one for _kind, one, _version in worked.items)
    changes = Changes.of(
        (*worked.counts, *worked.loosened, KIND, "drafts", "destructions"), proposal_id, *ids
    )
    return Done(account(proposal, desk.today(), finished), changes)


def reject(desk: Desk, proposal_id: str, second_person_id: str, secret: str, reason: str) -> Done[Proposal]:
    """Refuse a proposal, with the reason: nothing goes. Raises InvalidForm(reason) and as `confirm`."""
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.finish()
    with desk.reading() as session:
        proposal = open_proposal(session, proposal_id)
        content, proposer = proposal.content, proposal.proposed_by_id
    seconds.sign(desk, proposer, second_person_id, secret, content)
    with desk.changing(label="reject_destruction") as session:
        proposal = open_proposal(session, proposal_id)
        proposal.status, proposal.answered_by_id, proposal.reason = REJECTED, second_person_id, words
        proposal.answered_at = desk.clock.now()
        seconds.forgive(session, second_person_id)
    told = shown(proposal)
    return Done(told, changes_of(told))


def _ready(session: Session, desk: Desk, proposal_id: str) -> tuple[DestructionProposal, Worked]:
    """Return a proposal that may be confirmed now, and what it comes down to."""
    proposal = open_proposal(session, proposal_id)
    require_clock(session, desk, proposal)
    worked = as_proposed(session, desk, proposal)
    if worked is None:
        raise NotAllowed("destruction_changed")
    if found := blocks(session, desk, worked, proposal.ground, proposal.id):
        raise NotAllowed("destruction_blocked", reason=found[0].reason)
    return proposal, worked


def _destroy(session: Session, desk: Desk, worked: Worked, proposal: DestructionProposal) -> None:
    assert isinstance(session, WritingSession)
    archiver = Archiver(desk, session, _concerned(session, worked))
    _drop_drafts(session, drafts_about(session, desk, worked))
    _blank_proposals(session, worked, proposal)
    erasure.erase(session, worked.going)
    archiver.keep()
    session.flush()
    session.insert_many(Destruction, [_row(desk, proposal, *item[:2]) for item in worked.items])


def _row(desk: Desk, proposal: DestructionProposal, kind: str, record_id: str) -> dict[str, Any]:
    return {
        "record_kind": kind,
        "record_id": record_id,
        "proposal_id": proposal.id,
        "destroyed_on": desk.today(),
        "erased_digest": desk.vault.erased_digest(kind, record_id),
    }


def _concerned(session: Session, worked: Worked) -> Collection[str]:
    """Return of whom anything goes: the persons of the cases, and those who go."""
    found = set(worked.going.get(PERSONS, ()))
    for chunk in chunks(worked.case_ids):
        found |= set(session.scalars(select(Case.person_id).where(Case.id.in_(chunk))))
    return found


def _drop_drafts(session: Session, about: Iterable[DraftContent]) -> None:
    """Remove the drafts about what goes; those outside the vault when this transaction is certain."""
    outside = []
    for content in about:
        if content.file is not None:
            outside.append(content.file)
        elif (draft := session.get(Draft, content.key)) is not None:
            session.delete(draft)
    if outside:
        before = settings.read(session, leftovers.SETTING)
        kept = [str(one) for one in before] if isinstance(before, list) else []
        settings.write(session, leftovers.SETTING, [*kept, *outside])
    session.flush()


def _blank_proposals(session: WritingSession, worked: Worked, own: DestructionProposal) -> None:
    """Take the reasons out of earlier proposals about these cases and relatives: they speak of who goes."""
    gone = {*worked.case_ids, *worked.who.person_ids}
    for other in session.scalars(select(DestructionProposal).where(DestructionProposal.id != own.id)):
        told = shown(other)
        if other.reason is not None and not gone.isdisjoint((*told.case_ids, *told.relative_ids)):
            other.reason = None
            session.flush()
            erasure.erase_history(session, KIND, other.id, ("reason",))
