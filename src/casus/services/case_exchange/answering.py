# SPDX-License-Identifier: EUPL-1.2
"""The answer to a case that was offered: sealed by who took it over or did not, and taken in by who offered it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.crypto.bundle.layout import canonical
from casus.domain.phases import check_reason
from casus.domain.roles import Permission
from casus.domain.text import clean_text
from casus.errors import HandOverInvalid, InvalidInput, NotAllowed
from casus.services import exchange
from casus.services.case_ending import end_case
from casus.services.case_exchange.matching import latest_offer
from casus.services.case_exchange.reading import read_case
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Option, Question, Taken
from casus.services.exchange.receiving import payload_of
from casus.services.hand_over_parts import record_parts
from casus.services.handed_over import OFFER
from casus.services.naming import names_of
from casus.services.transfers import ACCEPTED, REFUSED, WITHDRAWN
from casus.vault.row_digest import layout_of
from casus.vault.tables import BundleReceipt, Case, Transfer, Worker

ANSWER, VERSION = "case_answer", 1
LATE, CONFIRM = "late", "confirm"
"""The question that is asked when an offer was withdrawn and is accepted all the same, and its one answer."""
_FIELDS = frozenset({"version", "transfer_id", "case_id", "answer", "on", "note"})
_ID = re.compile(r"[0-9a-f]{32}")
_WORKERS = frozenset({"pga_expert", "rio"})


@dataclass(frozen=True)
class AnswerRow:
    """A case that was taken over and whose sender does not know that yet."""

    transfer_id: str
    version: int
    case_id: str
    person_name: str
    colleague_id: str
    colleague_name: str


def to_answer(desk: Desk) -> list[AnswerRow]:
    """Return the cases that were taken over from a colleague who has no answer yet, the oldest first."""
    with desk.reading() as session:
        rows = session.execute(
            select(Transfer, Case.person_id, BundleReceipt.colleague_id, Worker.name)
            .join(Case, Case.id == Transfer.case_id)
            .join(BundleReceipt, BundleReceipt.record_id == Transfer.id)
            .join(Worker, Worker.id == Transfer.from_worker_id)
            .where(*_waiting())
            .order_by(Transfer.offered_on, Transfer.id)
        ).all()
        names = names_of(session, [row.person_id for row in rows])
        return [
            AnswerRow(
                row.Transfer.id, row.Transfer.version, row.Transfer.case_id, names[row.person_id],
                row.colleague_id, row.name,
            )
            for row in rows
        ]  # fmt: skip


def _waiting() -> tuple[Any, ...]:
    return (
        Transfer.status == ACCEPTED,
        Transfer.answered_on.is_(None),
        BundleReceipt.direction == "in",
        BundleReceipt.kind == OFFER,
    )


# --- making one ------------------------------------------------------------------------------------


def send_case_answer(
    desk: Desk,
    transfer_id: str,
    path: Path,
    *,
    note: str | None = None,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[Transfer]:
    """Tell the colleague who offered a case that it was taken over; from then on taking it over stays as it is.

    Raises InvalidForm, NotFound, NotAllowed "transfer_answered", "card_revoked" or "unverified_colleague", ExportFailed.
    """
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    words = check.text("note", note)
    check.finish()
    with desk.changing(label="send_case_answer") as session:
        transfer = fetch(session, Transfer, transfer_id)
        colleague_id = session.scalar(
            select(BundleReceipt.colleague_id)
            .join(Transfer, Transfer.id == BundleReceipt.record_id)
            .where(*_waiting(), Transfer.id == transfer.id)
        )
        if transfer.status != ACCEPTED or transfer.answered_on is not None or colleague_id is None:
            raise NotAllowed("transfer_answered", status=transfer.status)
        transfer.answered_on, transfer.answer_note = desk.today(), words
        outgoing = _outgoing(desk, transfer.id, transfer.case_id, ACCEPTED, words)
        sent = exchange.send(
            desk, session, [colleague_id], outgoing, path, unverified=unverified, overwrite=overwrite
        )
        case = session.get_one(Case, transfer.case_id)
    return Done(transfer, sent | Changes.of(("transfers", "cases"), transfer.id, case.id, case.person_id))


def refuse_case(
    desk: Desk,
    bundle: Path,
    reason: str,
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[str]:
    """Tell the colleague who offered a case that it is not taken over, and why; nothing of it is kept here.

    Raises InvalidForm, as `exchange.look`, HandOverInvalid, NotAllowed as `send_case_answer`, ExportFailed.
    """
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    check.finish()
    preview, payload = payload_of(desk, bundle)
    if preview.kind != OFFER:
        raise HandOverInvalid("not_offered")
    if preview.taken_at is not None:
        raise NotAllowed("transfer_answered", status=ACCEPTED)
    given = read_case(payload)
    transfer_id = latest_offer(given)["id"]
    with desk.changing(label="send_case_answer") as session:
        outgoing = _outgoing(desk, transfer_id, given.case["id"], REFUSED, words)
        sent = exchange.send(
            desk, session, [preview.sender.id], outgoing, path, unverified=unverified, overwrite=overwrite
        )
    return Done(transfer_id, sent)


def _outgoing(desk: Desk, transfer_id: str, case_id: str, answer: str, note: str | None) -> exchange.Outgoing:
    plain = {
        "version": VERSION,
        "transfer_id": transfer_id,
        "case_id": case_id,
        "answer": answer,
        "on": desk.today().isoformat(),
        "note": note,
    }
    return exchange.Outgoing(
        ANSWER, VERSION, canonical(plain), record_kind="transfers", record_id=transfer_id
    )


# --- taking one in ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Answer:
    transfer_id: str
    case_id: str
    answer: str
    on: date
    note: str | None


def _read(payload: bytes) -> _Answer:
    try:
        plain = json.loads(payload)
        whole = plain.keys() == _FIELDS and type(plain["version"]) is int
        whole = whole and all(_ID.fullmatch(str(plain[name])) for name in ("transfer_id", "case_id"))
        note = clean_text("note", plain["note"]) or None if plain["note"] is not None else None
        found = _Answer(
            str(plain["transfer_id"]), str(plain["case_id"]), plain["answer"],
            date.fromisoformat(plain["on"]), note,
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, InvalidInput):
        raise HandOverInvalid("shape") from None
    if whole and plain["version"] > VERSION:
        raise HandOverInvalid("version")
    if not whole or plain["version"] != VERSION or found.answer not in (ACCEPTED, REFUSED):
        raise HandOverInvalid("shape")
    return found


def _offer(incoming: Incoming) -> tuple[_Answer, Transfer, Case]:
    """Return the answer with the offer it is about. Raises HandOverInvalid "no_offer" or "gone_elsewhere"."""
    session, answer = incoming.session, _read(incoming.payload)
    transfer = session.get(Transfer, answer.transfer_id)
    sent = select(BundleReceipt.id).where(
        BundleReceipt.direction == "out",
        BundleReceipt.kind == OFFER,
        BundleReceipt.record_id == answer.transfer_id,
        BundleReceipt.colleague_id == incoming.sender.id,
    )
    if transfer is None or transfer.case_id != answer.case_id or session.scalar(sent.limit(1)) is None:
        raise HandOverInvalid("no_offer")
    if transfer.status in (ACCEPTED, REFUSED):
        raise NotAllowed("transfer_answered", status=transfer.status)
    case = session.get_one(Case, transfer.case_id)
    if answer.answer == ACCEPTED and case.transferred_on is not None:
        raise HandOverInvalid("gone_elsewhere")
    return answer, transfer, case


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    answer, transfer, case = _offer(incoming)
    return tuple(_facts(incoming, answer, transfer, case))


def _facts(incoming: Incoming, answer: _Answer, transfer: Transfer, case: Case) -> Iterator[Fact]:
    yield Fact("person", names_of(incoming.session, [case.person_id])[case.person_id])
    yield Fact("answer", answer.answer, "transfer_status")
    yield Fact("answered_on", answer.on)
    if answer.note:
        yield Fact("note", answer.note)
    if transfer.status == WITHDRAWN:
        yield Fact("attention", "offer_withdrawn", "case_attention")
    if answer.answer == ACCEPTED and (later := _changed_since(incoming.session, transfer)):
        yield Fact("changed_since", later)


def _changed_since(session: Session, transfer: Transfer) -> int:
    """Return how many records of the case were changed here after the colleague got it."""
    found = 0
    for _name, kind in record_parts():
        table = layout_of(kind).table
        if "case_id" in table.c and kind is not Transfer:
            mine = (table.c.case_id == transfer.case_id) & (table.c.changed_at > transfer.created_at)
            found += session.scalar(select(func.count()).select_from(table).where(mine)) or 0
    return found


def _questions(incoming: Incoming) -> tuple[Question, ...]:
    answer, transfer, _case = _offer(incoming)
    if answer.answer == ACCEPTED and transfer.status == WITHDRAWN:
        return (Question(LATE, (Option(CONFIRM, "late_confirm"),)),)
    return ()


def _take(incoming: Incoming, _documents: Documents) -> Taken:
    """The colleague has the case: what is here is a copy from today, read only. Or they have not, and it stays.

    Raises HandOverInvalid("late") when the offer was withdrawn and nobody confirmed that it is theirs after all.
    """
    session, today = incoming.session, incoming.desk.today()
    answer, transfer, case = _offer(incoming)
    late = transfer.status == WITHDRAWN
    if late and answer.answer == ACCEPTED and incoming.choices.get(LATE) != CONFIRM:
        raise HandOverInvalid("late")
    if not (late and answer.answer == REFUSED):
        transfer.status, transfer.answered_on, transfer.answer_note = answer.answer, today, answer.note
    if answer.answer == ACCEPTED:
        session.flush()
        case.transferred_on = case.closed_on = max(today, case.opened_on)
        case.review_on = case.next_meeting_on = None
        end_case(session, case, case.closed_on)
        incoming.desk.vault.log(session, "handed_over", "cases", case.id)
    kinds = ("transfers", "cases", "tasks", "appointments", "assignments")
    changes = Changes.of(kinds, transfer.id, case.id, case.person_id)
    return Taken(changes, "transfers", transfer.id)


KIND = BundleKind(
    code=ANSWER,
    versions=frozenset({VERSION}),
    senders=_WORKERS,
    receivers=_WORKERS,
    preview=_preview,
    take=_take,
    questions=_questions,
)
