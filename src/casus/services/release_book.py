# SPDX-License-Identifier: EUPL-1.2
"""The book of releases in the vault: the ledger read back and checked, a new entry written with all it needs."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.counting.catalogue import Catalogue
from casus.disclosure import Ledger, LedgerEntry, PublishedTable, Release, ReleasedTable, words_of
from casus.domain.periods import Period
from casus.errors import LedgerBroken, NotAllowed
from casus.services import settings
from casus.services.explanations import Earlier
from casus.vault.tables import (
    AuditEntry,
    Indicator,
    LedgerKey,
    ReleaseDefinition,
    ReleasedFigure,
    ReleaseRow,
    ReleaseWording,
)

if TYPE_CHECKING:
    from casus.vault import Vault

KIND = "releases"
RELEASE, ELSEWHERE = "release", "elsewhere"
EXPORTED, RECORDED = "exported", "recorded"
HANDED_ON = "ledger_handed_on"
"""The setting that says to which colleague (id) the book was handed over, and when; nothing is released then."""
_HEAD = "ledger_head"
_CHAIN, _SNAPSHOTS = b"ledger", b"snapshot"


class Keys(NamedTuple):
    """The keys of a book, which go with it: of its chain, seals and rounding, and of the states that were counted."""

    chain: bytes
    snapshots: bytes


def keys(session: Session, vault: "Vault") -> Keys:
    """Return the keys of the book: those it came with from another vault, else those of this one."""
    found = session.scalar(select(LedgerKey).limit(1))
    if found is not None:
        return Keys(found.chain, found.snapshots)
    return Keys(vault.subkey(_CHAIN), vault.subkey(_SNAPSHOTS))


def require_here(session: Session) -> None:
    """Raise NotAllowed("ledger_handed_over") while a colleague goes on with the book."""
    if settings.read(session, HANDED_ON):
        raise NotAllowed("ledger_handed_over")


def read_ledger(session: Session, vault: "Vault") -> Ledger:
    """Return everything ever released from this vault.

    The digest of the last entry is kept apart from the entries, and the audit log counts them once more, so
    that entries taken out of the book are missed in two places. Raises LedgerBroken.
    """
    rows = session.scalars(select(ReleaseRow).order_by(ReleaseRow.number)).all()
    entries = tuple(LedgerEntry.from_json(json.dumps(row.entry)) for row in rows)
    head = settings.read(session, _HEAD)
    ledger = Ledger(entries, keys(session, vault).chain, None if head is None else str(head))
    for row, entry in zip(rows, entries, strict=True):
        if (row.number, row.digest, row.previous) != (entry.number, entry.digest, entry.previous or ""):
            raise LedgerBroken(reason="order", number=row.number)
    logged = select(func.count()).where(AuditEntry.action.in_((EXPORTED, RECORDED)), AuditEntry.kind == KIND)
    if session.scalar(logged) != len(entries):
        raise LedgerBroken(reason="audit", number=len(entries))
    return ledger


def earlier(session: Session) -> tuple[Earlier, ...]:
    """Return every release as people know it, for the sentences about a refusal."""
    rows = session.scalars(select(ReleaseRow).order_by(ReleaseRow.number))
    return tuple(Earlier(row.number, day_of(row), row.title or "") for row in rows)


def day_of(row: ReleaseRow) -> date:
    """Return the day something came out: of our release, or of the publication elsewhere."""
    if row.kind == ELSEWHERE:
        return date.fromisoformat(str(row.statement["published_on"]))
    return row.made_at.astimezone().date()


def is_written(ledger: Ledger, release: Release) -> bool:
    """Return whether a release is in the ledger."""
    place = release.number - 1
    return place < len(ledger.entries) and ledger.entries[place].digest == release.entry.digest


def write(
    session: Session, vault: "Vault", release: Release, catalogue: Catalogue, period: Period
) -> ReleaseRow:
    """Write a release into the book, with its figures, definitions and audit entry, in this transaction.

    Raises LedgerBroken, NotAllowed("ledger_moved") when the release does not follow the last entry, and
    NotAllowed("ledger_handed_over").
    """
    require_here(session)
    ledger = read_ledger(session, vault)
    entry = release.entry
    if entry.number != len(ledger.entries) + 1 or entry.previous != ledger.head:
        raise NotAllowed("ledger_moved")
    row = ReleaseRow(
        kind=RELEASE,
        title=None,
        made_at=release.at,
        preset=release.preset.code,
        period=str(period),
        statement=asdict(release.statement),
        proof=release.proof,
        **_of_entry(entry),
    )
    session.add(row)
    session.flush()
    figures = (figure for table in release.tables for figure in _figures(row.id, table))
    vault.insert_many(session, ReleasedFigure, figures)
    words = words_of(release.tables, release.preset.label)
    session.add(ReleaseWording(release_id=row.id, words=words))
    _keep_definitions(session, row, release, catalogue)
    _close(session, vault, row, EXPORTED)
    return row


def record(
    session: Session, vault: "Vault", entry: LedgerEntry, title: str, period: str, said: dict[str, object]
) -> ReleaseRow:
    """Write a publication made elsewhere into the book, with its figures and audit entry, in this transaction.

    Raises NotAllowed("ledger_handed_over").
    """
    require_here(session)
    row = ReleaseRow(
        kind=ELSEWHERE,
        title=title,
        made_at=entry.at,
        preset=ELSEWHERE,
        period=period,
        statement=said,
        proof=b"",
        **_of_entry(entry),
    )
    session.add(row)
    session.flush()
    vault.insert_many(session, ReleasedFigure, (one for t in entry.tables for one in _told(row.id, t)))
    _close(session, vault, row, RECORDED)
    return row


def take_over(session: Session, vault: "Vault", row: ReleaseRow) -> None:
    """Write an entry that came with the book of another vault, as it was; the caller checked the whole chain."""
    session.add(row)
    session.flush()
    entry = LedgerEntry.from_json(json.dumps(row.entry))
    vault.insert_many(session, ReleasedFigure, (one for t in entry.tables for one in _told(row.id, t)))
    _close(session, vault, row, RECORDED if row.kind == ELSEWHERE else EXPORTED)


def _of_entry(entry: LedgerEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "entry": json.loads(entry.to_json()),
        "previous": entry.previous or "",
        "digest": entry.digest,
    }


def _close(session: Session, vault: "Vault", row: ReleaseRow, action: str) -> None:
    settings.write(session, _HEAD, row.digest)
    vault.log(session, action, KIND, row.id)


def _told(release_id: str, table: PublishedTable) -> Iterator[dict[str, object]]:
    codes = [dimension.code for dimension in table.dimensions]
    for figure in table.figures:
        yield {
            "release_id": release_id,
            "indicator": table.code,
            "cell": dict(zip(codes, figure.cell, strict=True)),
            "value": figure.value,
            "status": figure.status.value,
        }


def _figures(release_id: str, table: ReleasedTable) -> Iterator[dict[str, object]]:
    codes = [dimension.code for dimension in table.dimensions]
    for cell, figure in table.figures.items():
        yield {
            "release_id": release_id,
            "indicator": table.code,
            "cell": dict(zip(codes, cell, strict=True)),
            "value": figure.value,
            "status": figure.status.value,
        }


def _keep_definitions(session: Session, row: ReleaseRow, release: Release, catalogue: Catalogue) -> None:
    """Keep the definition a figure was counted with, once per version, and which versions this release has."""
    known = {(one.code, one.definition_version) for one in session.scalars(select(Indicator))}
    released = {table.code for table in release.tables}
    used = [one for one in catalogue.indicators if not released.isdisjoint(one.table_codes())]
    versions = {indicator.code: indicator.version for indicator in used}
    session.add(ReleaseDefinition(release_id=row.id, versions=versions))
    for indicator in used:
        if (indicator.code, indicator.version) not in known:
            session.add(
                Indicator(
                    code=indicator.code,
                    definition_version=indicator.version,
                    definition=indicator.as_data(),
                )
            )
