# SPDX-License-Identifier: EUPL-1.2
"""The kind `ledger`: the whole book of releases with its keys and proofs, and all a successor needs to go on with it.

Only one desk releases (ADR 0005): from the moment the book is sealed, its sender releases nothing, until the book
comes back or is taken back because it never arrived.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as NoBase64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.disclosure import Ledger, LedgerEntry, made_elsewhere
from casus.disclosure.attack.recheck import recheck
from casus.disclosure.seals import entry_digest
from casus.domain.phases import check_reason
from casus.domain.roles import Permission, Role
from casus.errors import BundleInvalid, LedgerBroken, NotAllowed
from casus.services import context_figures, periods, release_book, settings
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.exchange import plain
from casus.services.exchange.colleagues import ColleagueRow, colleague
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.exchange.kinds_of import beside, definitions, office
from casus.services.exchange.kinds_of.beside import Beside
from casus.services.exchange.kinds_of.office import Office
from casus.services.exchange.sending import Outgoing, send
from casus.services.indicators import targets, versions
from casus.services.release_book import Keys
from casus.vault.tables import LedgerKey, ReleaseRow

CODE, VERSION = "ledger", 1
_WHOLE = ("chain", "snapshots", "releases", "beside", "office")
_ROW = ("kind", "title", "made_at", "preset", "period", "entry", "statement", "proof")
_MOST_RELEASES = 10_000
_KEY_DIGITS = 64


def send_ledger(
    desk: Desk, colleague_id: str, path: Path, *, unverified: bool = False, overwrite: bool = False
) -> Done[None]:
    """Hand the book of releases over to a successor: from now on nothing is released here.

    The same colleague may be sent it once more. Raises as `sending.send`, NotAllowed("role"),
    NotAllowed("ledger_empty"), NotAllowed("ledger_handed_over") when another colleague has it, LedgerBroken.
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="send_ledger") as session:
        if _handed_to(session) not in ("", colleague_id):
            raise NotAllowed("ledger_handed_over")
        if not release_book.read_ledger(session, desk.vault).entries:
            raise NotAllowed("ledger_empty")
        settings.write(session, release_book.HANDED_ON, {"to": colleague_id, "on": desk.today().isoformat()})
        outgoing = Outgoing(CODE, VERSION, _payload(session, desk), record_kind=release_book.KIND)
        definitions.note_sent(session, desk.today())
        changes = send(
            desk, session, [colleague_id], outgoing, path, unverified=unverified, overwrite=overwrite
        )
    return Done(None, changes | Changes.of(("settings", release_book.KIND)))


def resume_ledger(desk: Desk, reason: str) -> Done[None]:
    """Go on with the book here after all: the file never arrived, or was not taken in by the successor.

    Raises NotAllowed("role"), NotAllowed("ledger_here"), InvalidForm.
    """
    desk.require(Permission.RELEASE)
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    check.finish()
    with desk.changing(words, label="resume_ledger") as session:
        if not _handed_to(session):
            raise NotAllowed("ledger_here")
        settings.write(session, release_book.HANDED_ON, None)
    return Done(None, Changes.of(("settings", release_book.KIND)))


def handed_over(desk: Desk) -> ColleagueRow | None:
    """Return who goes on with the book of releases; None while it is here."""
    with desk.reading() as session:
        to = _handed_to(session)
        return colleague(session, to) if to else None


def _handed_to(session: Session) -> str:
    found: Any = settings.read(session, release_book.HANDED_ON)
    return str(found["to"]) if found else ""


# --- what travels ----------------------------------------------------------------------------------


def _payload(session: Session, desk: Desk) -> bytes:
    keys = release_book.keys(session, desk.vault)
    rows = session.scalars(select(ReleaseRow).order_by(ReleaseRow.number))
    return plain.to_payload(
        {
            "chain": keys.chain.hex(),
            "snapshots": keys.snapshots.hex(),
            "releases": [_as_row(one) for one in rows],
            "beside": beside.told(session),
            "office": office.told(session),
        }
    )


def _as_row(row: ReleaseRow) -> dict[str, object]:
    as_it_is = {name: getattr(row, name) for name in _ROW}
    return as_it_is | {
        "made_at": row.made_at.isoformat(),
        "proof": b64encode(row.proof).decode("ascii"),
    }


@dataclass(frozen=True)
class _Book:
    """A book as it came, checked: whole, its statements and proofs right."""

    keys: Keys
    ledger: Ledger
    rows: tuple[ReleaseRow, ...]
    beside: Beside
    office: Office


def _read(payload: bytes, today: date) -> _Book:
    whole = plain.from_payload(payload, _WHOLE)
    keys = Keys(_key(whole["chain"]), _key(whole["snapshots"]))
    told = [plain.record(one, _ROW) for one in plain.rows(whole["releases"], _MOST_RELEASES)]
    try:
        entries = tuple(LedgerEntry.from_json(json.dumps(plain.mapping(one["entry"]))) for one in told)
        ledger = Ledger(entries, keys.chain, entries[-1].digest if entries else None)
    except LedgerBroken:
        raise BundleInvalid("ledger_broken") from None
    if not entries:
        raise BundleInvalid("content")
    rows = tuple(_row(one, entry) for one, entry in zip(told, entries, strict=True))
    _check(rows, ledger)
    found = beside.read(plain.record(whole["beside"], beside.KEYS))
    return _Book(keys, ledger, rows, found, office.read(whole["office"], today))


def _row(one: Mapping[str, Any], entry: LedgerEntry) -> ReleaseRow:
    elsewhere = made_elsewhere(entry)
    if plain.string(one["kind"]) != (release_book.ELSEWHERE if elsewhere else release_book.RELEASE):
        raise BundleInvalid("content")
    try:
        proof = b64decode(plain.string(one["proof"]), validate=True)
    except (NoBase64, ValueError):
        raise BundleInvalid("content") from None
    return ReleaseRow(
        kind=one["kind"],
        title=plain.line(one["title"]) if elsewhere else None,
        made_at=plain.moment(one["made_at"]),
        preset=plain.line(one["preset"]),
        period=plain.line(one["period"]),
        statement=dict(plain.mapping(one["statement"])),
        proof=proof,
        number=entry.number,
        entry=dict(plain.mapping(one["entry"])),
        previous=entry.previous or "",
        digest=entry.digest,
    )


def _check(rows: Sequence[ReleaseRow], ledger: Ledger) -> None:
    """Check statement and proof of every release against its entry, as the sender could at any time."""
    for at, (row, entry) in enumerate(zip(rows, ledger.entries, strict=True)):
        if row.kind == release_book.ELSEWHERE:
            continue
        told = entry_digest(ledger.key, json.dumps(row.statement, sort_keys=True))
        if told != entry.statement_digest or not recheck(entry, row.proof, ledger.entries[:at]).ok:
            raise BundleInvalid("ledger_broken")


def _key(found: object) -> bytes:
    try:
        key = bytes.fromhex(plain.string(found))
    except ValueError:
        raise BundleInvalid("content") from None
    if len(key) * 2 != _KEY_DIGITS:
        raise BundleInvalid("content")
    return key


# --- beside one's own ------------------------------------------------------------------------------


def _new_from(session: Session, desk: Desk, book: _Book) -> int:
    """Return how many entries of one's own book the one that came goes on from.

    Raises BundleInvalid "ledger_forks" when it does not, "ledger_older" when it has nothing new.
    """
    own = release_book.read_ledger(session, desk.vault).entries
    theirs = book.ledger.entries
    shared = min(len(own), len(theirs))
    if [one.digest for one in own[:shared]] != [one.digest for one in theirs[:shared]]:
        raise BundleInvalid("ledger_forks")
    returned = len(own) == len(theirs) and bool(_handed_to(session))
    if len(theirs) <= len(own) and not returned:
        raise BundleInvalid("ledger_older")
    return len(own)


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    book = _read(incoming.payload, incoming.desk.today())
    known = _new_from(incoming.session, incoming.desk, book)
    last = book.ledger.entries[-1]
    return (
        Fact("releases", len(book.rows)),
        Fact("releases_new", len(book.rows) - known),
        Fact("released_last", last.at.astimezone().date()),
        Fact("indicators", len(book.beside.codes)),
        Fact("targets", len(book.office.targets)),
        Fact("periods", len(book.office.periods)),
        Fact("context_figures", len(book.office.context)),
    )


def _take(incoming: Incoming, documents: Documents) -> Taken:
    session, desk = incoming.session, incoming.desk
    if next(documents, None) is not None:
        raise BundleInvalid("content")
    book = _read(incoming.payload, desk.today())
    known = _new_from(session, desk, book)
    if book.keys != release_book.keys(session, desk.vault):
        if known:  # the same chain cannot have another key: this is no book of ours
            raise BundleInvalid("ledger_forks")
        session.add(
            LedgerKey(chain=book.keys.chain, snapshots=book.keys.snapshots, colleague_id=incoming.sender.id)
        )
    for row in book.rows[known:]:
        release_book.take_over(session, desk.vault, row)
    book.beside.keep(session)
    book.office.keep(session)
    if _handed_to(session):
        settings.write(session, release_book.HANDED_ON, None)
    session.flush()
    release_book.read_ledger(session, desk.vault)  # as it is from now on: whole, or nothing of it is kept
    kinds = (release_book.KIND, "indicators", "released_figures", "settings", versions.KIND, targets.KIND,
             periods.KIND, context_figures.KIND)  # fmt: skip
    return Taken(Changes.of(kinds), release_book.KIND, book.rows[-1].id if book.rows[known:] else None)


KIND = BundleKind(
    code=CODE,
    versions=frozenset({VERSION}),
    senders=frozenset({Role.COORDINATOR.value}),
    receivers=frozenset({Role.COORDINATOR.value}),
    preview=_preview,
    take=_take,
)
