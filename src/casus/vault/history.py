# SPDX-License-Identifier: EUPL-1.2
"""The history of changes, read back: which batches there are, and what each did to which record.

The audit log tells what a batch touched and in what order, `field_changes` what it replaced. A created record
leaves no values, only its entry: what it held is what it holds now, or what a later change replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.vault.audit_log import CREATED, DELETED
from casus.vault.row_digest import Stored, class_of, layout_of
from casus.vault.tables.audit import AuditEntry, ChangeBatch, FieldChange
from casus.vault.tables.base import Record

MOST_ENTRIES = 120_000
"""How far back batches are looked for: an import of 20,000 persons with all that belongs to them."""
CHUNK = 500
"""How many records one statement asks for."""
_PAGE = 1_000


class Touch(NamedTuple):
    """One entry of a batch: an act on a record."""

    action: str
    kind: str
    record_id: str


@dataclass
class Batch:
    """The changes of one transaction; `touches` in the order they were made."""

    id: str
    first_seq: int
    last_seq: int
    touches: list[Touch] = field(default_factory=list)

    def kinds(self) -> frozenset[str]:
        """Return the kinds of record it touched."""
        return frozenset(touch.kind for touch in self.touches)


@dataclass
class Change:
    """What a batch did to one record: whether it was there before and after, and the fields it changed.

    `fields` holds old and new stored values by column name; of a deleted record all it held, of a created one
    nothing.
    """

    kind: str
    record_id: str
    before: bool
    after: bool
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)

    @property
    def created(self) -> bool:
        """Whether the record came with this batch."""
        return not self.before

    @property
    def deleted(self) -> bool:
        """Whether the record went with this batch."""
        return not self.after


def batches(session: Session, most_entries: int = MOST_ENTRIES) -> Iterator[Batch]:
    """Yield the batches of changes, the latest first; one that begins further back than that is left out."""
    batch: Batch | None = None
    lowest: int | None = None
    for seq, batch_id, touch in _entries(session):
        lowest = seq - most_entries if lowest is None else lowest
        if batch is None or batch.id != batch_id:
            if batch is not None:
                yield _in_order(batch)
            batch = Batch(batch_id, seq, seq)
        if seq <= lowest:
            return
        batch.first_seq = seq
        batch.touches.append(touch)
    if batch is not None:
        yield _in_order(batch)


def headers(session: Session, ids: Sequence[str]) -> dict[str, ChangeBatch]:
    """Return who, when, why and under which label, by id; of what was erased nothing."""
    found: dict[str, ChangeBatch] = {}
    for chunk in chunks(ids):
        rows = session.scalars(select(ChangeBatch).where(ChangeBatch.id.in_(chunk)))
        found |= {row.id: row for row in rows}
    return found


def changes_of(session: Session, batch: Batch) -> list[Change]:
    """Return what a batch did, one `Change` for each record; what came and went within it is left out."""
    found: dict[tuple[str, str], Change] = {}
    for action, kind, record_id in batch.touches:
        change = found.setdefault((kind, record_id), Change(kind, record_id, action != CREATED, after=True))
        change.after = action != DELETED
    for row in session.execute(_fields().where(FieldChange.batch_id == batch.id)):
        one = found.get((row.kind, row.record_id))
        if one is not None:
            old = one.fields[row.field][0] if row.field in one.fields else row.old
            one.fields[row.field] = (old, row.new)
    return [change for change in found.values() if change.before or change.after]


def later_fields(
    session: Session, batch: Batch, changes: Iterable[Change]
) -> dict[tuple[str, str], dict[str, tuple[Any, str]]]:
    """Return what later batches replaced: by record and field the value right after `batch`, and who replaced it.

    "Who" is the id of the first later batch that touched the field.
    """
    found: dict[tuple[str, str], dict[str, tuple[Any, str]]] = {}
    for kind, ids in by_kind(changes).items():
        for chunk in chunks(ids):
            later = _later_batches(session, batch, kind, chunk)
            if not later:
                continue
            rows = _fields().where(FieldChange.kind == kind, FieldChange.record_id.in_(chunk))
            for row in session.execute(rows):
                if row.batch_id in later:
                    fields = found.setdefault((kind, row.record_id), {})
                    fields.setdefault(row.field, (row.old, row.batch_id))
    return found


def present(session: Session, changes: Iterable[Change]) -> dict[tuple[str, str], Record]:
    """Return the records of these changes that are there now, by kind and id."""
    found: dict[tuple[str, str], Record] = {}
    for kind, ids in by_kind(changes).items():
        record_class = class_of(kind)
        if record_class is None:
            continue
        for chunk in chunks(ids):
            records = session.scalars(select(record_class).where(record_class.id.in_(chunk)))
            found |= {(kind, record.id): record for record in records}
    return found


def stored_row(record: Record) -> Stored:
    """Return the stored row of a record in memory, empty fields left out."""
    return layout_of(type(record)).stored(record.__dict__)


def by_kind(changes: Iterable[Change]) -> dict[str, list[str]]:
    """Return the ids of the records, by kind."""
    found: dict[str, list[str]] = {}
    for change in changes:
        found.setdefault(change.kind, []).append(change.record_id)
    return found


def chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the ids in pieces that fit in one statement."""
    return (ids[at : at + CHUNK] for at in range(0, len(ids), CHUNK))


def _entries(session: Session) -> Iterator[tuple[int, str, Touch]]:
    upto: int | None = None
    while True:
        wanted = (
            select(
                AuditEntry.seq, AuditEntry.batch_id, AuditEntry.action, AuditEntry.kind, AuditEntry.record_id
            )
            .where(AuditEntry.batch_id.is_not(None))
            .order_by(AuditEntry.seq.desc())
            .limit(_PAGE)
        )
        rows = session.execute(wanted if upto is None else wanted.where(AuditEntry.seq < upto)).all()
        for seq, batch_id, *touch in rows:
            yield seq, str(batch_id), Touch(*touch)
        if len(rows) < _PAGE:
            return
        upto = rows[-1].seq


def _in_order(batch: Batch) -> Batch:
    batch.touches.reverse()
    return batch


def _fields() -> Any:
    return select(
        FieldChange.batch_id,
        FieldChange.kind,
        FieldChange.record_id,
        FieldChange.field,
        FieldChange.old,
        FieldChange.new,
    ).order_by(FieldChange.id)


def _later_batches(session: Session, batch: Batch, kind: str, ids: Sequence[str]) -> set[str]:
    wanted = select(AuditEntry.batch_id).where(
        AuditEntry.kind == kind,
        AuditEntry.record_id.in_(ids),
        AuditEntry.seq > batch.last_seq,
        AuditEntry.batch_id.is_not(None),
    )
    return {str(one) for one in session.scalars(wanted.distinct())}
