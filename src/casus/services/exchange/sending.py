# SPDX-License-Identifier: EUPL-1.2
"""Sealing a bundle to colleagues and writing it to a file, with a receipt and a line in the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from casus.crypto.bundle import SUFFIX, Part, seal_bundle
from casus.errors import NotAllowed
from casus.services import report_files
from casus.services.changes import Changes
from casus.services.desk import Desk
from casus.services.exchange.colleagues import REVOKED, UNVERIFIED, ColleagueRow, colleague
from casus.services.exchange.kinds import PAYLOAD
from casus.services.exchange.own import in_session
from casus.vault.tables import BundleReceipt

RECEIPTS = "bundle_receipts"


@dataclass(frozen=True)
class Outgoing:
    """What is to be sealed: its kind, what the kind itself reads, documents, and the record it is about."""

    kind: str
    version: int
    payload: bytes
    documents: Sequence[Part] = ()
    about: Mapping[str, Any] | None = None
    record_kind: str | None = None
    record_id: str | None = None


def file_name(desk: Desk, kind: str) -> str:
    """Return what the file is proposed to be called: the kind and the day, never a name."""
    return f"casus-{kind.replace('_', '-')}-{desk.today().isoformat()}{SUFFIX}"


def send(  # to whom, what, where and how sure one is
    desk: Desk,
    session: Session,
    colleague_ids: Sequence[str],
    outgoing: Outgoing,
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Changes:
    """Seal to these colleagues and write the file, within the transaction of the use case that sends.

    The file is whole on disk before the transaction is kept. Raises NotFound, NotAllowed "card_revoked" or
    (unless `unverified` is said on purpose) "unverified_colleague", BundleInvalid "too_large", ExportFailed.
    """
    to = [_usable(session, one, unverified=unverified) for one in colleague_ids]
    parts = [Part(PAYLOAD, len(outgoing.payload), iter([outgoing.payload])), *outgoing.documents]
    now = desk.clock.now().replace(microsecond=0)
    about = {"version": outgoing.version, **(outgoing.about or {})}
    bundle_id, pieces = seal_bundle(
        in_session(session), [one.keys for one in to], outgoing.kind, now, parts, about
    )
    receipts = [
        BundleReceipt(
            direction="out", bundle_id=bundle_id, kind=outgoing.kind, colleague_id=one.id, made_at=now,
            handled_at=now, outcome="sent", record_kind=outgoing.record_kind, record_id=outgoing.record_id,
        )
        for one in to
    ]  # fmt: skip
    session.add_all(receipts)
    session.flush()
    report_files.write_pieces(path, pieces, overwrite=overwrite)
    return Changes.of((RECEIPTS,), outgoing.record_id, *(one.id for one in receipts))


def _usable(session: Session, colleague_id: str, *, unverified: bool) -> ColleagueRow:
    one = colleague(session, colleague_id)
    if one.state == REVOKED:
        raise NotAllowed("card_revoked")
    if one.state == UNVERIFIED and not unverified:
        raise NotAllowed("unverified_colleague")
    return one
