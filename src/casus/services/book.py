# SPDX-License-Identifier: EUPL-1.2
"""The book of releases to look at: what left when and under which protection, and its proof checked again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus import reports
from casus.disclosure import PRESETS, LedgerEntry, made_elsewhere
from casus.disclosure.attack.recheck import recheck as recheck_entry
from casus.services import release_book
from casus.services.desk import Desk
from casus.services.withdrawing import withdrawals
from casus.vault.tables import ReleaseRow, ReleaseWithdrawal


@dataclass(frozen=True)
class BookEntry:
    """One release, or one publication from elsewhere (`title`), with (what, value) pairs in words.

    `facts`: the statement, as it was printed; `inside`: what the audit measured, which never leaves.
    `withdrawn_on`: since when it is withdrawn, None while it stands, and why.
    """

    id: str
    number: int
    title: str
    on: date
    made_at: datetime
    preset: str
    preset_version: int
    period: str
    digest: str
    facts: tuple[tuple[str, str], ...] = field(repr=False)
    inside: tuple[tuple[str, str], ...] = field(repr=False)
    withdrawn_on: date | None = None
    withdrawn_why: str = field(default="", repr=False)

    @property
    def elsewhere(self) -> bool:
        """Whether somebody else published it."""
        return bool(self.title)


@dataclass(frozen=True)
class Recheck:
    """The outcome of checking one entry again: `problem` is a code, "" when all is right."""

    number: int
    ok: bool
    problem: str
    seconds: float


def entries(desk: Desk, language: str | None = None) -> list[BookEntry]:
    """Return the whole book, the latest first."""
    query = select(ReleaseRow).order_by(ReleaseRow.number.desc())
    with desk.reading() as session:
        gone = withdrawals(session)
        return [_entry(row, language or desk.language, gone.get(row.id)) for row in session.scalars(query)]


def recheck(desk: Desk, progress: Callable[[int, int], None] | None = None) -> tuple[Recheck, ...]:
    """Check the chain of the book and the proof of every release again, without solving anything.

    `progress` hears how many of how many are done and may raise Cancelled. Raises LedgerBroken when the
    book itself is not whole.
    """
    with desk.reading() as session:
        ledger = release_book.read_ledger(session, desk.vault)
        proofs = _proofs(session)
    found = []
    for at, entry in enumerate(ledger.entries):
        if progress is not None:
            progress(at, len(ledger.entries))
        found.append(_checked(entry, proofs[entry.number], ledger.entries[:at]))
    return tuple(found)


def _proofs(session: Session) -> dict[int, bytes]:
    rows = session.execute(select(ReleaseRow.number, ReleaseRow.proof))
    return {number: bytes(proof) for number, proof in rows}


def _checked(entry: LedgerEntry, proof: bytes, earlier: tuple[LedgerEntry, ...]) -> Recheck:
    if made_elsewhere(entry):
        return Recheck(entry.number, ok=True, problem="", seconds=0.0)
    found = recheck_entry(entry, proof, earlier)
    return Recheck(entry.number, found.ok, found.problem or "", found.seconds)


def _entry(row: ReleaseRow, language: str, gone: ReleaseWithdrawal | None) -> BookEntry:
    elsewhere = row.kind == release_book.ELSEWHERE
    preset = PRESETS.get(row.preset)
    label = preset.label[language] if preset is not None else row.preset
    facts: tuple[tuple[str, str], ...] = ()
    inside: tuple[tuple[str, str], ...] = ()
    if not elsewhere:
        facts = reports.statement_rows(row.statement, label, row.digest, language)
        inside = reports.audit_rows(_measured(row), language)
    version = row.statement.get("preset_version", 0)
    return BookEntry(
        id=row.id,
        number=row.number,
        title=row.title or "",
        on=release_book.day_of(row),
        made_at=row.made_at,
        preset=row.preset,
        preset_version=version if isinstance(version, int) else 0,
        period=row.period,
        digest=row.digest,
        facts=facts,
        inside=inside,
        withdrawn_on=None if gone is None else gone.withdrawn_on,
        withdrawn_why="" if gone is None else gone.reason,
    )


def _measured(row: ReleaseRow) -> Mapping[str, Any]:
    found = row.entry.get("audit")
    return found if isinstance(found, dict) else {}
