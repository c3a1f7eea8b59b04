# SPDX-License-Identifier: EUPL-1.2
"""Sealing a case to one colleague: an offer like any other, and a file that only they can open."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select

from casus.domain.phases import check_reason
from casus.domain.roles import Permission
from casus.services import exchange
from casus.services.case_exchange.documents import parts_of
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.exchange.colleagues import colleague
from casus.services.hand_over import VERSION, to_bytes
from casus.services.hand_over_gathering import gather
from casus.services.handed_over import OFFER
from casus.services.limits import is_limited
from casus.services.transfers import new_offer
from casus.vault.tables import Attachment, Transfer


@dataclass(frozen=True)
class SealedOffer:
    """An offer of a case to a colleague whose card is known.

    `although_limited`: it goes although the person objects to the work on it. `unverified`: the words on the
    card were not compared, and it goes all the same.
    """

    case_id: str
    note: str
    colleague_id: str | None
    although_limited: bool = False
    unverified: bool = False


@dataclass(frozen=True)
class OfferNotes:
    """What one should know before a case is sealed: whether the person objects, how many documents of how many bytes."""

    limited: bool
    held: bool
    documents: int
    size: int


def offer_notes(desk: Desk, case_id: str) -> OfferNotes:
    """Return what to know before a case is sealed; raises NotFound, NotAllowed("restricted" | "case_closed")."""
    with desk.reading() as session:
        case = open_case_of(session, case_id)
        mine = (Attachment.case_id == case.id) | (
            Attachment.case_id.is_(None) & (Attachment.person_id == case.person_id)
        )
        counted = select(func.count(), func.coalesce(func.sum(Attachment.size), 0)).where(mine)
        number, size = session.execute(counted).one()
        return OfferNotes(is_limited(session, case.person_id, case.id), case.legal_hold, number, size)


def send_case(desk: Desk, data: SealedOffer, path: Path, *, overwrite: bool = False) -> Done[Transfer]:
    """Offer a case to a colleague and write the sealed file that carries it, with all its documents.

    Until it is answered or withdrawn nobody works on it here. Raises InvalidForm (note, colleague_id,
    although_limited), NotFound; NotAllowed "case_closed", "restricted" (open the dossier with a reason first),
    "card_revoked", "unverified_colleague", "role"; BundleInvalid("too_large"), ExportFailed.
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="send_case") as session:
        case = open_case_of(session, data.case_id)
        check = FormCheck()
        note = check.needed_text("note", data.note)
        check.rule(lambda: check_reason("note", note))
        to = colleague(session, data.colleague_id) if data.colleague_id else None
        if to is None:
            check.refuse("colleague_id", "required")
        if is_limited(session, case.person_id, case.id) and not data.although_limited:
            check.refuse("although_limited", "limited")
        transfer = new_offer(session, desk, check, case, to.worker_id if to else None, note, "colleague_id")
        assert to is not None
        session.flush()
        given = gather(session, desk, case.id)
        outgoing = exchange.Outgoing(
            OFFER,
            VERSION,
            to_bytes(given),
            parts_of(session, given.attachments),
            record_kind="transfers",
            record_id=transfer.id,
        )
        desk.vault.log(session, "handed_over", "cases", case.id)
        sent = exchange.send(
            desk, session, [to.id], outgoing, path, unverified=data.unverified, overwrite=overwrite
        )
    return Done(transfer, sent | Changes.of(("transfers", "cases"), transfer.id, case.id, case.person_id))
