# SPDX-License-Identifier: EUPL-1.2
"""A bundle that came: looked at first, then taken in by one transaction, or not at all.

Each time it is read from its first byte to its signature; it is never unpacked to disk.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.crypto.bundle import Opened, open_bundle
from casus.errors import BundleInvalid, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange import own
from casus.services.exchange.colleagues import UNVERIFIED, ColleagueRow, signer
from casus.services.exchange.kinds import MOST_PAYLOAD, PAYLOAD, BundleKind, Fact, Incoming, Taken, kind_of
from casus.services.exchange.sending import RECEIPTS
from casus.vault.tables import BundleReceipt


@dataclass(frozen=True)
class Preview:
    """What a bundle holds, before anything of it is taken in; its signature was checked.

    `taken_at` is when it was taken in before (then it is refused), else None.
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


def look(desk: Desk, path: Path) -> Preview:
    """Read a bundle to its end and say what it holds; nothing is changed.

    Raises BundleInvalid (reason: not_a_bundle, unreadable, newer, truncated, damaged, too_large, not_for_you,
    signature, unknown_sender, revoked_sender, unknown_kind, wrong_role, or one of its kind).
    """
    with _opened(desk, path) as opened, desk.reading() as session:
        sender, parts = _trusted(session, opened), opened.parts()
        kind = kind_of(opened.letter, sender, desk)
        payload = _payload(parts)
        for _part, pieces in parts:
            for _piece in pieces:
                pass
        letter = opened.letter
        return Preview(
            path=path,
            bundle_id=opened.id,
            kind=letter.kind,
            sender=sender,
            made_at=letter.made_at,
            documents=len(letter.parts) - 1,
            bytes=sum(part.size for part in letter.parts),
            facts=kind.preview(Incoming(desk, session, sender, letter, payload)),
            taken_at=_taken_at(session, opened.id),
        )


def take(
    desk: Desk, path: Path, *, choices: Mapping[str, object] | None = None, unverified: bool = False
) -> Done[Taken]:
    """Take a bundle in; it is remembered, so that the same one is never taken in twice.

    Raises as `look`, BundleInvalid "replayed", and (unless `unverified` is said on purpose)
    NotAllowed("unverified_colleague").
    """
    with _opened(desk, path) as opened, desk.changing(label="take_bundle") as session:
        sender = _trusted(session, opened)
        if sender.state == UNVERIFIED and not unverified:
            raise NotAllowed("unverified_colleague")
        if _taken_at(session, opened.id) is not None:
            raise BundleInvalid("replayed")
        kind = kind_of(opened.letter, sender, desk)
        taken = _taken(kind, desk, session, sender, opened, choices or {})
        session.add(_receipt(desk, opened, sender, taken))
    return Done(taken, taken.changes | Changes.of((RECEIPTS,), taken.record_id))


def _taken(  # one bundle and where it goes
    kind: BundleKind,
    desk: Desk,
    session: Session,
    sender: ColleagueRow,
    opened: Opened,
    choices: Mapping[str, object],
) -> Taken:
    parts = opened.parts()
    incoming = Incoming(desk, session, sender, opened.letter, _payload(parts), choices)
    taken = kind.take(incoming, parts)
    if next(parts, None) is not None:  # the end of the parts is where the signature is checked
        raise BundleInvalid("damaged")
    return taken


@contextmanager
def _opened(desk: Desk, path: Path) -> Iterator[Opened]:
    with desk.reading() as session:
        identities = own.all_of(session)
    try:
        with path.open("rb") as source:
            yield open_bundle(source, identities)
    except OSError:
        raise BundleInvalid("unreadable") from None


def _trusted(session: Session, opened: Opened) -> ColleagueRow:
    """Return the sender; raises BundleInvalid when unknown or revoked, or when it was signed for somebody else."""
    mine = {one.public for one in own.all_of(session)}
    if mine.isdisjoint(opened.letter.recipients):
        raise BundleInvalid("not_for_you")
    return signer(session, opened.letter.sender)


def _payload(parts: Iterator[tuple[object, Iterator[bytes]]]) -> bytes:
    first = next(parts, None)
    if first is None or getattr(first[0], "name", None) != PAYLOAD:
        raise BundleInvalid("damaged")
    if getattr(first[0], "size", 0) > MOST_PAYLOAD:
        raise BundleInvalid("too_large")
    return b"".join(first[1])


def _taken_at(session: Session, bundle_id: str) -> datetime | None:
    wanted = select(BundleReceipt.handled_at).where(
        BundleReceipt.direction == "in", BundleReceipt.bundle_id == bundle_id
    )
    return session.scalar(wanted.limit(1))


def _receipt(desk: Desk, opened: Opened, sender: ColleagueRow, taken: Taken) -> BundleReceipt:
    return BundleReceipt(
        direction="in",
        bundle_id=opened.id,
        kind=opened.letter.kind,
        colleague_id=sender.id,
        made_at=opened.letter.made_at,
        handled_at=desk.clock.now(),
        outcome="taken",
        record_kind=taken.record_kind,
        record_id=taken.record_id,
    )
