# SPDX-License-Identifier: EUPL-1.2
"""A bundle that came: looked at first, then taken in by one transaction, or not at all.

Each time it is read from its first byte to its signature; it is never unpacked to disk.
"""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from casus.crypto.bundle import Opened, open_bundle
from casus.crypto.identity import Identity
from casus.errors import BundleInvalid, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange.colleagues import UNVERIFIED, ColleagueRow, signer
from casus.services.exchange.kinds import (
    MOST_PAYLOAD,
    PAYLOAD,
    BundleKind,
    Fact,
    Incoming,
    Question,
    Taken,
    kind_of,
)
from casus.services.exchange.own import all_of
from casus.services.exchange.sending import RECEIPTS
from casus.vault.tables import BundleReceipt

Progress = Callable[[int, int], object]
"""Hears how many megabytes of how many were read; may raise Cancelled."""
AHEAD = timedelta(days=1)
"""How far the sender's clock may be ahead of one's own."""
TAKEN_BACK = "taken_back"
"""The outcome of a receipt (list bundle_outcome) whose content counts no more: the same file may come in again."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Preview:
    """What a bundle holds, before anything of it is taken in; its signature was checked.

    `taken_at` is when it was taken in before (then it is refused), else None. `questions` must be answered by
    `choices` when it is taken in.
    """

    path: Path
    bundle_id: str
    kind: str
    sender: ColleagueRow
    made_at: datetime
    documents: int
    bytes: int
    facts: tuple[Fact, ...]
    taken_at: datetime | None
    questions: tuple[Question, ...] = ()


def look(desk: Desk, path: Path, progress: Progress | None = None) -> Preview:
    """Read a bundle to its end and say what it holds; nothing is changed.

    Raises BundleInvalid (reason: not_a_bundle, unreadable, newer, truncated, damaged, too_large, not_for_you,
    signature, unknown_sender, revoked_sender, from_future, unknown_kind, wrong_role, or one of its kind).
    """
    return payload_of(desk, path, progress)[0]


def payload_of(desk: Desk, path: Path, progress: Progress | None = None) -> tuple[Preview, bytes]:
    """Return what `look` says of a bundle and what its kind itself reads, to be answered; raises as `look`."""
    own = identities_of(desk)
    with opened(own, path, progress) as found, desk.reading() as session:
        return preview_of(desk, session, path, found, own)


def preview_of(
    desk: Desk, session: Session, path: Path, found: Opened, own: Sequence[Identity]
) -> tuple[Preview, bytes]:
    """Read an opened bundle to its end; return the same of it, and raise the same."""
    sender, parts = _trusted(desk, session, found, own), found.parts()
    kind = kind_of(found.letter, sender, desk)
    payload = _payload(parts)
    for _part, pieces in parts:
        for _piece in pieces:
            pass
    letter = found.letter
    incoming = Incoming(desk, session, sender, letter, payload)
    receipt = _receipt_of(session, found.id)
    taken = receipt is not None and receipt.outcome != TAKEN_BACK
    preview = Preview(
        path=path,
        bundle_id=found.id,
        kind=letter.kind,
        sender=sender,
        made_at=letter.made_at,
        documents=len(letter.parts) - 1,
        bytes=sum(part.size for part in letter.parts),
        facts=kind.preview(incoming),
        taken_at=receipt.handled_at if receipt is not None and taken else None,
        questions=kind.questions(incoming),
    )
    return preview, payload


def take(
    desk: Desk,
    path: Path,
    *,
    choices: Mapping[str, object] | None = None,
    unverified: bool = False,
    progress: Progress | None = None,
    seen: str = "",
) -> Done[Taken]:
    """Take a bundle in; it is remembered, so that the same one is never taken in twice.

    `seen` is the id of the bundle that was looked at: another file in its place is refused ("swapped").
    Raises as `look`, BundleInvalid "replayed", and (unless `unverified` is said on purpose)
    NotAllowed("unverified_colleague").
    """
    own = identities_of(desk)
    with opened(own, path, progress) as found, desk.changing(label="take_bundle") as session:
        if seen and found.id != seen:
            raise BundleInvalid("swapped")
        kind, taken = take_opened(desk, session, found, own, choices, unverified=unverified)
    kind.after(desk)
    return Done(taken, taken.changes)


def take_opened(  # one bundle, and by which it opened
    desk: Desk,
    session: Session,
    found: Opened,
    own: Sequence[Identity],
    choices: Mapping[str, object] | None = None,
    *,
    unverified: bool = False,
) -> tuple[BundleKind, Taken]:
    """Take an opened bundle in within a transaction, with its receipt; raises as `take`.

    When it raises, what it did so far has to be rolled back: the signature is checked at the very end.
    """
    sender = _trusted(desk, session, found, own)
    if sender.state == UNVERIFIED and not unverified:
        raise NotAllowed("unverified_colleague")
    receipt = _receipt_of(session, found.id)
    if receipt is not None and receipt.outcome != TAKEN_BACK:
        raise BundleInvalid("replayed")
    kind = kind_of(found.letter, sender, desk)
    taken = _taken(kind, desk, session, sender, found, choices or {})
    told = {
        "colleague_id": sender.id,
        "made_at": found.letter.made_at,
        "handled_at": desk.clock.now(),
        "outcome": "taken",
        "record_kind": taken.record_kind,
        "record_id": taken.record_id,
    }
    if receipt is None:
        new = {"direction": "in", "bundle_id": found.id, "kind": found.letter.kind, **told}
        desk.vault.insert_many(session, BundleReceipt, [new])
    else:
        for name, value in told.items():
            setattr(receipt, name, value)
    return kind, replace(taken, changes=taken.changes | Changes.of((RECEIPTS,), taken.record_id))


def _taken(  # one bundle and where it goes
    kind: BundleKind,
    desk: Desk,
    session: Session,
    sender: ColleagueRow,
    found: Opened,
    choices: Mapping[str, object],
) -> Taken:
    parts = found.parts()
    incoming = Incoming(desk, session, sender, found.letter, _payload(parts), choices)
    taken = kind.take(incoming, parts)
    if next(parts, None) is not None:  # the end of the parts is where the signature is checked
        raise BundleInvalid("damaged")
    return taken


class _Watched(RawIOBase):
    """A file that tells how far it was read, by the megabyte."""

    def __init__(self, source: BinaryIO, size: int, progress: Progress) -> None:
        super().__init__()
        self._source, self._progress = source, progress
        self._read, self._told, self._total = 0, -1, -(-size // _MEGABYTE)

    def read(self, size: int = -1) -> bytes:
        """Read on, and tell."""
        piece = self._source.read(size)
        self._read += len(piece)
        megabytes = self._read // _MEGABYTE
        if megabytes != self._told:
            self._told = megabytes
            self._progress(min(megabytes, self._total), self._total)
        return piece


def identities_of(desk: Desk) -> list[Identity]:
    """Return every identity with which something can have been sealed to this vault."""
    with desk.reading() as session:
        return all_of(session)


@contextmanager
def opened(identities: Sequence[Identity], path: Path, progress: Progress | None = None) -> Iterator[Opened]:
    """Give a bundle that opens with one of these identities; raises BundleInvalid."""
    if not path.is_file():  # a pipe or a device would be waited for without end
        raise BundleInvalid("unreadable")
    try:
        file = path.open("rb")
    except (OSError, ValueError):  # ValueError: a sign that no path may hold
        raise BundleInvalid("unreadable") from None
    try:
        with file as source:
            size = os.fstat(source.fileno()).st_size
            watched = source if progress is None else cast("BinaryIO", _Watched(source, size, progress))
            yield open_bundle(watched, identities)
    except OSError:  # the stick was taken out, or what is no file
        raise BundleInvalid("unreadable") from None


def _trusted(desk: Desk, session: Session, found: Opened, own: Sequence[Identity]) -> ColleagueRow:
    """Return the sender; raises BundleInvalid when unknown or revoked, or when it was signed for somebody else."""
    if found.letter.made_at > desk.clock.now() + AHEAD:
        raise BundleInvalid("from_future")
    mine = {one.public for one in own}
    if mine.isdisjoint(found.letter.recipients):
        raise BundleInvalid("not_for_you")
    return signer(session, found.letter.sender)


def _payload(parts: Iterator[tuple[object, Iterator[bytes]]]) -> bytes:
    first = next(parts, None)
    if first is None or getattr(first[0], "name", None) != PAYLOAD:
        raise BundleInvalid("damaged")
    if getattr(first[0], "size", 0) > MOST_PAYLOAD:
        raise BundleInvalid("too_large")
    return b"".join(first[1])


def _receipt_of(session: Session, bundle_id: str) -> BundleReceipt | None:
    """Return by what a bundle is known that came before; None for one that is new."""
    return session.scalar(_CAME, {"bundle_id": bundle_id})


_CAME = (
    select(BundleReceipt)
    .where(BundleReceipt.direction == "in", BundleReceipt.bundle_id == bindparam("bundle_id"))
    .limit(1)
)
