# SPDX-License-Identifier: EUPL-1.2
"""Passing a case on to a colleague: offered with a note, then accepted, refused or withdrawn.

On acceptance whoever offered the case is relieved in it and the colleague takes their place; the history stays
as it is, so a person is counted once as before.
"""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.errors import NotAllowed
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.handed_over import OFFER
from casus.services.lists import AnySelect
from casus.services.partners import colleague_called
from casus.services.transfer_list import (
    TransferRow,
    get_transfer,
    open_offer,
    open_transfer_of,
    open_transfers,
)
from casus.vault.queries import OFFERED, appointment_open, assigned_on, task_open, transfer_open
from casus.vault.tables import Appointment, Assignment, BundleReceipt, Case, Task, Transfer, Worker

__all__ = [
    "TransferInput",
    "TransferRow",
    "accept_transfer",
    "get_transfer",
    "new_offer",
    "offer_transfer",
    "open_offer",
    "open_transfer_of",
    "open_transfers",
    "pass_roles",
    "pass_work",
    "refuse_transfer",
    "withdraw_transfer",
]

ACCEPTED, REFUSED, WITHDRAWN = "accepted", "refused", "withdrawn"
_KINDS = ("transfers", "cases")


@dataclass(frozen=True)
class TransferInput:
    """An offer: to a colleague on file, or to `to_name` who is put on file with it."""

    case_id: str
    note: str
    to_worker_id: str | None = None
    to_name: str | None = None


def offer_transfer(desk: Desk, data: TransferInput) -> Done[Transfer]:
    """Offer a case to a colleague. Raises InvalidForm, NotFound, NotAllowed("case_closed").

    The case is offered by the worker whose assignment it is, at this desk or (for a colleague) by whoever leads
    it now; it cannot be offered to them, nor twice at a time.
    """
    with desk.changing(label="offer_transfer") as session:
        case = open_case_of(session, data.case_id)
        check = FormCheck()
        to_id = _receiver(session, check, desk, data)
        note = check.needed_text("note", data.note)
        check.rule(lambda: check_reason("note", note))
        transfer = new_offer(session, desk, check, case, to_id, note)
    return _done(transfer, case)


def withdraw_transfer(desk: Desk, transfer_id: str, version: int | None = None) -> Done[Transfer]:
    """Take an offer back. Raises NotFound, StaleRecord, NotAllowed("transfer_answered")."""
    with desk.changing(label="withdraw_transfer") as session:
        transfer = _offered(session, transfer_id, version)
        transfer.status, transfer.answered_on = WITHDRAWN, desk.today()
        case = fetch(session, Case, transfer.case_id)
    return _done(transfer, case)


def refuse_transfer(
    desk: Desk, transfer_id: str, reason: str, *, version: int | None = None
) -> Done[Transfer]:
    """Write down that the colleague does not take the case, and why; it stays where it is.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed "transfer_answered" or "sealed_offer".
    """
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    with desk.changing(label="refuse_transfer") as session:
        transfer = _offered(session, transfer_id, version)
        _refuse_sealed(session, transfer)
        check.finish()
        transfer.status, transfer.answered_on = REFUSED, desk.today()
        transfer.answer_note = words
        case = fetch(session, Case, transfer.case_id)
    return _done(transfer, case)


def accept_transfer(
    desk: Desk, transfer_id: str, *, with_tasks: bool, note: str | None = None, version: int | None = None
) -> Done[Transfer]:
    """Let the colleague take the case over today; `with_tasks` gives them the open tasks and appointments too.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed "transfer_answered", "sealed_offer" or "case_closed".
    """
    check = FormCheck()
    words = check.text("note", note)
    check.finish()
    with desk.changing(label="accept_transfer") as session:
        transfer = _offered(session, transfer_id, version)
        _refuse_sealed(session, transfer)
        case = open_case_of(session, transfer.case_id)
        transfer.status, transfer.answered_on, transfer.answer_note = ACCEPTED, desk.today(), words
        pass_roles(session, desk, transfer)
        if with_tasks:
            pass_work(session, desk, transfer)
    kinds = (*_KINDS, "assignments", "tasks", "appointments")
    return Done(transfer, Changes.of(kinds, transfer.id, case.id, case.person_id))


def new_offer(  # one offer, and what is still to be checked of it
    session: Session,
    desk: Desk,
    check: FormCheck,
    case: Case,
    to_id: str | None,
    note: str,
    field: str = "to_worker_id",
) -> Transfer:
    """Offer a case within a transaction; raises InvalidForm with what was refused before and here (`field`)."""
    giver = _giver(session, desk, case.id)
    if session.scalar(_open_of(case.id)) is not None:
        check.refuse(field, "transfer_open")
    if to_id is not None and to_id == giver:
        check.refuse(field, "same_worker")
    check.finish()
    transfer = Transfer(
        case_id=case.id,
        from_worker_id=giver,
        to_worker_id=to_id,
        offered_on=desk.today(),
        status=OFFERED,
        note=note,
    )
    session.add(transfer)
    return transfer


def _open_of(case_id: str) -> AnySelect:
    return select(Transfer.id).where(Transfer.case_id == case_id, transfer_open()).limit(1)


def _giver(session: Session, desk: Desk, case_id: str) -> str:
    """Whose case it is: the worker's at this desk, else that of whoever came to it last."""
    mine = select(Case.id).where(Case.id == case_id, assigned_on(desk.worker_id, desk.today()))
    if session.scalar(mine) is not None:
        return desk.worker_id
    latest = (
        select(Assignment.worker_id)
        .where(Assignment.case_id == case_id, Assignment.until_on.is_(None))
        .order_by(Assignment.from_on.desc(), Assignment.created_at.desc())
        .limit(1)
    )
    return session.scalar(latest) or desk.worker_id


def _receiver(session: Session, check: FormCheck, desk: Desk, data: TransferInput) -> str | None:
    """The colleague on file, or the one put on file under a new name."""
    name = check.line("to_name", data.to_name)
    if data.to_worker_id:
        return check.known(session, "to_worker_id", Worker, data.to_worker_id)
    if not name:
        check.refuse("to_worker_id", "required")
        return None
    return colleague_called(session, desk, name).id


def _offered(session: Session, transfer_id: str, version: int | None) -> Transfer:
    transfer = fetch(session, Transfer, transfer_id, version)
    if transfer.status != OFFERED:
        raise NotAllowed("transfer_answered", status=transfer.status)
    return transfer


def _refuse_sealed(session: Session, transfer: Transfer) -> None:
    """What went in a sealed file is answered by a sealed file: the colleague has it, or has not."""
    sent = select(BundleReceipt.id).where(
        BundleReceipt.record_id == transfer.id,
        BundleReceipt.direction == "out",
        BundleReceipt.kind == OFFER,
    )
    if session.scalar(sent.limit(1)) is not None:
        raise NotAllowed("sealed_offer")


def pass_roles(session: Session, desk: Desk, transfer: Transfer) -> None:
    """End the giver's roles in the case today, and begin the same ones for the receiver."""
    running = select(Assignment).where(Assignment.case_id == transfer.case_id, Assignment.until_on.is_(None))
    found = list(session.scalars(running))
    given = [one for one in found if one.worker_id == transfer.from_worker_id]
    has = {one.role for one in found if one.worker_id == transfer.to_worker_id}
    for assignment in given:
        assignment.until_on = max(desk.today(), assignment.from_on)
    for role in dict.fromkeys([one.role for one in given] or ["case_lead"]):
        if role not in has:
            session.add(
                Assignment(
                    case_id=transfer.case_id,
                    worker_id=transfer.to_worker_id,
                    role=role,
                    from_on=desk.today(),
                )
            )


def pass_work(session: Session, desk: Desk, transfer: Transfer) -> None:
    """Give the receiver the giver's open tasks in the case, and the appointments still to come."""
    mine = (Task.case_id == transfer.case_id) & (Task.worker_id == transfer.from_worker_id)
    for task in session.scalars(select(Task).where(mine, task_open())):
        task.worker_id = transfer.to_worker_id
    coming = select(Appointment).where(
        Appointment.case_id == transfer.case_id,
        Appointment.worker_id == transfer.from_worker_id,
        appointment_open(),
        Appointment.on >= desk.today(),
    )
    for appointment in session.scalars(coming):
        appointment.worker_id = transfer.to_worker_id


def _done(transfer: Transfer, case: Case) -> Done[Transfer]:
    return Done(
        transfer,
        Changes.of((*_KINDS, "workers"), transfer.id, case.id, case.person_id, transfer.to_worker_id),
    )
