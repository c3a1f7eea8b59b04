# SPDX-License-Identifier: EUPL-1.2
"""The kind `match_question`: a worker asks the one colleague who may know whether this is one person.

Until then nobody saw a name. The worker decides for each person; a restricted dossier is never asked about.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting.identities import counted_numbers, person_rows
from casus.domain.roles import Permission, Role
from casus.errors import BundleInvalid, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.exchange import plain
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.exchange.sending import Outgoing, send
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.closed import closed_persons, persons_with_closed_cases
from casus.vault.tables import Colleague, MatchHint, MatchQuestion, Person, Worker

CODE, VERSION = "match_question", 1
HINTS, QUESTIONS = "match_hints", "match_questions"
_MOST = 500
_SHOWN = 20
_FIELDS = ("number", "given_name", "prefix", "surname", "birth_date")
_WORKERS = frozenset({Role.PGA_EXPERT, Role.RIO})


@dataclass(frozen=True)
class HintRow:
    """A person of whom a colleague may know the same; `likeness` is a code, dates say what was done with it."""

    id: str
    person_id: str
    name: str
    number: str
    colleague_id: str
    colleague: str
    likeness: str
    asked_on: date | None
    left_on: date | None


def match_hints(desk: Desk) -> list[HintRow]:
    """Return whom a colleague may know too, what is still to be decided first."""
    desk.require(Permission.DOSSIERS)
    wanted = (
        select(MatchHint, Person.number, Worker.name.label("colleague"), *NAME_COLUMNS)
        .join(Person, Person.id == MatchHint.person_id)
        .join(Colleague, Colleague.id == MatchHint.colleague_id)
        .join(Worker, Worker.id == Colleague.worker_id)
        .order_by(
            MatchHint.asked_on.is_not(None) | MatchHint.left_on.is_not(None), Person.sort_key, MatchHint.id
        )
    )
    with desk.reading() as session:
        return [
            HintRow(
                hint.id, hint.person_id, list_name(row.surname, row.prefix, row.given_name, row.call_name),
                row.number, hint.colleague_id, row.colleague, hint.likeness, hint.asked_on, hint.left_on,
            )
            for row in session.execute(wanted)
            for hint in (row[0],)
        ]  # fmt: skip


def leave_match_hint(desk: Desk, hint_id: str) -> Done[None]:
    """Remember that this colleague is not asked about this person. Raises NotFound."""
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="leave_match_hint") as session:
        fetch(session, MatchHint, hint_id).left_on = desk.today()
    return Done(None, Changes.of((HINTS,), hint_id))


def send_match_question(
    desk: Desk,
    hint_ids: Sequence[str],
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[None]:
    """Seal who these persons are to the one colleague who may know them.

    Raises as `sending.send`, NotFound, NotAllowed "role", "match_restricted"; ValueError when the hints are not
    about one colleague.
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="send_match_question") as session:
        hints = [fetch(session, MatchHint, one) for one in hint_ids]
        (colleague_id,) = {one.colleague_id for one in hints}
        persons = [_plain(session, one.person_id) for one in hints]
        outgoing = Outgoing(CODE, VERSION, plain.to_payload({"persons": persons}))
        changes = send(
            desk, session, [colleague_id], outgoing, path, unverified=unverified, overwrite=overwrite
        )
        for one in hints:
            one.asked_on = desk.today()
    return Done(None, changes | Changes.of((HINTS,), *hint_ids))


def _plain(session: Session, person_id: str) -> dict[str, object]:
    closed = select(Person.id).where(
        Person.id == person_id,
        Person.restricted | Person.id.in_(closed_persons()) | Person.id.in_(persons_with_closed_cases()),
    )
    if session.scalar(closed) is not None:
        raise NotAllowed("match_restricted")
    one = fetch(session, Person, person_id)
    number = counted_numbers(session, person_rows(session))[person_id]
    return {
        "number": number,
        "given_name": one.given_name,
        "prefix": one.prefix or "",
        "surname": one.surname,
        "birth_date": one.birth_date.isoformat() if one.birth_date else "",
    }


def _read(payload: bytes) -> list[dict[str, Any]]:
    found = []
    for entry in plain.rows(plain.from_payload(payload, ("persons",))["persons"], _MOST):
        one = plain.record(entry, _FIELDS)
        read: dict[str, Any] = {name: plain.line(one[name]) for name in ("number", "surname")}
        for name in ("given_name", "prefix"):
            read[name] = plain.line(one[name]) if one[name] != "" else ""
        try:
            born = plain.string(one["birth_date"])
            read["birth_date"] = date.fromisoformat(born) if born else None
        except ValueError:
            raise BundleInvalid("content") from None
        if len(read["number"]) > 40:
            raise BundleInvalid("content")
        found.append(read)
    if not found:
        raise BundleInvalid("content")
    return found


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    found = _read(incoming.payload)
    names = (list_name(one["surname"], one["prefix"], one["given_name"], None) for one in found[:_SHOWN])
    return (Fact("persons", len(found)), *(Fact("person", name) for name in names))


def _take(incoming: Incoming, _documents: Documents) -> Taken:
    session = incoming.session
    known = {one.number: one for one in session.scalars(select(MatchQuestion))}
    for one in _read(incoming.payload):
        question = known.get(one["number"])
        if question is None:
            question = MatchQuestion(colleague_id=incoming.sender.id, **one)
            session.add(question)
        elif question.answered_on is None:
            question.given_name, question.prefix = one["given_name"], one["prefix"]
            question.surname, question.birth_date = one["surname"], one["birth_date"]
    return Taken(Changes.of((QUESTIONS,)))


KIND = BundleKind(
    code=CODE,
    versions=frozenset({VERSION}),
    senders=_WORKERS,
    receivers=_WORKERS,
    preview=_preview,
    take=_take,
)
