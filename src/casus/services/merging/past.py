# SPDX-License-Identifier: EUPL-1.2
"""What a merge did, read back from the history of its transaction; nothing of it is kept a second time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.checks import fetch
from casus.services.merging.fields import groups
from casus.vault.audit_log import CREATED
from casus.vault.history import Batch, Change, changes_of, chunks, later_fields, stored_row, touched_by
from casus.vault.tables import Person, PersonMerge
from casus.vault.tables.audit import AuditEntry, FieldChange

_AROUND = 200_000
"""How many entries of one transaction are looked for around the entry of the merge itself."""


@dataclass(frozen=True)
class Past:
    """A merge as it was: what it changed, and the stored rows of both before and of the one kept after.

    `arrived`: nobody was merged here; a case came from a colleague, whose person was said to be this one.
    """

    record: PersonMerge
    kept: Person
    changes: tuple[Change, ...]
    batch: Batch
    merged: Mapping[str, Any]
    after: Mapping[str, Any]
    before: Mapping[str, Any]
    arrived: bool = False

    def changed_since(self) -> tuple[str, ...]:
        """Return the fields (or groups) of the person kept that hold something else than the merge left there."""
        now = stored_row(self.kept)
        return tuple(
            key
            for key, columns in groups().items()
            if any(now.get(column) != self.after.get(column) for column in columns)
        )

    def touched_since(self, session: Session, kind: str, ids: list[str]) -> list[str]:
        """Return which of these records were changed after the merge."""
        return [one for one in ids if touched_by(session, self.batch, kind, [one])]


def past_of(session: Session, merge_id: str, version: int | None = None) -> Past:
    """Return what a merge did.

    Raises NotFound, StaleRecord, NotAllowed "merged_further", "merge_erased" or "merge_elsewhere".
    """
    record = fetch(session, PersonMerge, merge_id, version)
    if record.kept_id != record.into_id:
        raise NotAllowed("merged_further")
    kept = fetch(session, Person, record.kept_id)
    batch = _batch(session, merge_id)
    changes = tuple(changes_of(session, batch)) if batch is not None else ()
    gone = next((one for one in changes if one.kind == "persons" and one.record_id == record.merged_id), None)
    then = dict(gone.fields) if gone is not None else {}
    arrived = gone is None and batch is not None
    if batch is not None and arrived:
        then = _came_and_went(session, batch, record.merged_id)
    if batch is None or not then:
        here = was_here(session, [record.merged_id])
        raise NotAllowed("merge_erased" if here else "merge_elsewhere")
    mine = next((one for one in changes if one.kind == "persons" and one.record_id == kept.id), None)
    after = _right_after(session, kept, batch)
    before = after | ({name: old for name, (old, _new) in mine.fields.items()} if mine is not None else {})
    merged = {name: old for name, (old, _new) in then.items()}
    return Past(record, kept, changes, batch, merged, after, before, arrived)


def was_here(session: Session, person_ids: Sequence[str]) -> set[str]:
    """Return which of these persons were ever on file in this vault."""
    found: set[str] = set()
    for chunk in chunks(person_ids):
        entries = select(AuditEntry.record_id).where(
            AuditEntry.kind == "persons", AuditEntry.record_id.in_(chunk), AuditEntry.action == CREATED
        )
        found |= set(session.scalars(entries))
    return found


def is_kept(session: Session, person_ids: Sequence[str]) -> set[str]:
    """Return of which of these persons, who went, the history still says who they were."""
    found: set[str] = set()
    for chunk in chunks(person_ids):
        rows = select(FieldChange.record_id).where(
            FieldChange.kind == "persons", FieldChange.record_id.in_(chunk), FieldChange.field == "number"
        )
        found |= set(session.scalars(rows))
    return found


def _came_and_went(session: Session, batch: Batch, person_id: str) -> dict[str, tuple[Any, Any]]:
    """Return what the history holds of somebody who was put on file and taken out again by one transaction."""
    rows = select(FieldChange.field, FieldChange.old, FieldChange.new).where(
        FieldChange.batch_id == batch.id, FieldChange.kind == "persons", FieldChange.record_id == person_id
    )
    return {row.field: (row.old, row.new) for row in session.execute(rows)}


def _batch(session: Session, merge_id: str) -> Batch | None:
    """Return the transaction in which the record of a merge came; the last one, when undo brought it back."""
    entry = session.execute(
        select(AuditEntry.seq, AuditEntry.batch_id)
        .where(
            AuditEntry.kind == "person_merges", AuditEntry.record_id == merge_id, AuditEntry.action == CREATED
        )
        .order_by(AuditEntry.seq)
        .limit(1)
    ).first()
    if entry is None or entry.batch_id is None:
        return None
    rows = session.execute(
        select(func.min(AuditEntry.seq), func.max(AuditEntry.seq), func.count()).where(
            AuditEntry.seq.between(entry.seq - _AROUND, entry.seq + _AROUND),
            AuditEntry.batch_id == entry.batch_id,
        )
    ).one()
    return Batch(entry.batch_id, rows[0], rows[1], frozenset({"person_merges"}), rows[2])


def _right_after(session: Session, kept: Person, batch: Batch) -> dict[str, Any]:
    """Return the stored row of the person kept as it was right after the merge."""
    mine = Change("persons", kept.id, before=True, after=True)
    later = later_fields(session, batch, [mine]).get(("persons", kept.id), {})
    return stored_row(kept) | {name: value for name, (value, _by) in later.items()}
