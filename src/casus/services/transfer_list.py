# SPDX-License-Identifier: EUPL-1.2
"""Transfers as screens show them: who offered what to whom, when, and what came of it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session, aliased

from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.handed_over import OFFER
from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS, closed_columns, closed_name, list_name
from casus.vault.queries import case_open, transfer_open
from casus.vault.tables import BundleReceipt, Case, Person, Transfer, Worker


@dataclass(frozen=True)
class TransferRow:
    """A transfer as screens show it; of a closed dossier only whose it is, by number."""

    id: str
    version: int
    case_id: str
    person_name: str
    number: str
    from_worker_id: str
    from_name: str
    to_worker_id: str
    to_name: str
    offered_on: date
    answered_on: date | None
    status: str
    note: str
    answer_note: str | None
    sealed: bool = False  # sent in a file: the answer comes in a file too


def open_transfers(desk: Desk, worker_id: str | None = None) -> list[TransferRow]:
    """Return the offers that were not answered, the oldest first; of one worker (given or asked) when wanted."""
    wanted = transfer_rows().where(transfer_open(), case_open())
    if worker_id is not None:
        wanted = wanted.where((Transfer.from_worker_id == worker_id) | (Transfer.to_worker_id == worker_id))
    with desk.reading() as session:
        return _rows(session, wanted.order_by(Transfer.offered_on, Transfer.id))


def open_transfer_of(desk: Desk, case_id: str) -> TransferRow | None:
    """Return the offer of a case that was not answered yet."""
    with desk.reading() as session:
        return open_offer(session, case_id)


def open_offer(session: Session, case_id: str) -> TransferRow | None:
    """Return the offer of a case that was not answered yet, within a session."""
    found = _rows(session, transfer_rows().where(Transfer.case_id == case_id, transfer_open()))
    return found[0] if found else None


def last_transfer(session: Session, case_id: str) -> TransferRow | None:
    """Return the offer of a case that was accepted last."""
    wanted = transfer_rows().where(Transfer.case_id == case_id, Transfer.status == "accepted")
    found = _rows(session, wanted.order_by(Transfer.answered_on.desc(), Transfer.id).limit(1))
    return found[0] if found else None


def get_transfer(desk: Desk, transfer_id: str) -> TransferRow:
    """Return a transfer, for a form; raises NotFound."""
    with desk.reading() as session:
        fetch(session, Transfer, transfer_id)
        return _rows(session, transfer_rows().where(Transfer.id == transfer_id))[0]


def transfer_rows() -> AnySelect:
    """Return the select behind every list of transfers."""
    giver, receiver = aliased(Worker), aliased(Worker)
    return (
        select(
            Transfer,
            giver.name.label("from_name"),
            receiver.name.label("to_name"),
            Case.number,
            _sealed().label("sealed"),
            *NAME_COLUMNS,
            *closed_columns(Case.person_id, Case.id),
        )
        .join(Case, Case.id == Transfer.case_id)
        .join(Person, Person.id == Case.person_id)
        .join(giver, giver.id == Transfer.from_worker_id)
        .join(receiver, receiver.id == Transfer.to_worker_id)
    )


def _sealed() -> ColumnElement[bool]:
    return exists().where(
        BundleReceipt.record_id == Transfer.id, BundleReceipt.direction == "out", BundleReceipt.kind == OFFER
    )


def _rows(session: Session, wanted: AnySelect) -> list[TransferRow]:
    found = []
    for row in session.execute(wanted):
        one: Transfer = row.Transfer
        closed = row.dossier_closed
        name = list_name(row.surname, row.prefix, row.given_name, row.call_name)
        found.append(
            TransferRow(
                one.id, one.version, one.case_id, closed_name(row.closed_number) if closed else name,
                "" if closed else row.number, one.from_worker_id, row.from_name, one.to_worker_id,
                row.to_name, one.offered_on, one.answered_on, one.status, "" if closed else one.note,
                None if closed else one.answer_note, row.sealed,
            )
        )  # fmt: skip
    return found
