# SPDX-License-Identifier: EUPL-1.2
"""The history of changes, read back: which batches there are, and what each did to which record.

The audit log tells what a batch touched and in what order, `field_changes` what it replaced. A created record
leaves no values, only its entry: what it held is what it holds now, or what a later change replaced.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from casus.vault.audit_log import CREATED, DELETED
from casus.vault.row_digest import Stored, class_of, layout_of
from casus.vault.tables.audit import AuditEntry, ChangeBatch, FieldChange
from casus.vault.tables.base import Record

MOST_ENTRIES = 120_000
"""How far back batches are looked for: an import of 20,000 persons with all that belongs to them."""
CHUNK = 500
"""How many records one statement asks for."""
_FIRST_PAGE, _PAGE = 250, 4_000
"""How many entries are read at once: few at first, for what is wanted is nearly always near the end."""


class Touch(NamedTuple):
    """One entry of a batch: an act on a record."""

    action: str
    kind: str
    record_id: str


@dataclass(frozen=True)
class Batch:
    """The changes of one transaction: which entries they are, how many, and of which kinds of record."""

    id: str
    first_seq: int
    last_seq: int
    kinds: frozenset[str]
    entries: int


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
    top = upto = session.scalar(select(func.max(AuditEntry.seq))) or 0
    end, page = max(0, top - most_entries), _FIRST_PAGE
    waiting: Batch | None = None
    while upto > end:
        for found in _batches_between(session, upto - page, upto):
            if waiting is not None and waiting.id == found.id:
                waiting = _joined(found, waiting)
                continue
            if waiting is not None:
                yield waiting
            waiting = found
        upto, page = upto - page, min(_PAGE, page * 4)
    if waiting is not None and end == 0:
        yield waiting


def headers(session: Session, ids: Sequence[str]) -> dict[str, ChangeBatch]:
    """Return who, when, why and under which label, by id; of what was erased nothing."""
    found: dict[str, ChangeBatch] = {}
    for chunk in chunks(ids):
        rows = session.scalars(select(ChangeBatch).where(ChangeBatch.id.in_(chunk)))
        found |= {row.id: row for row in rows}
    return found


def touches_of(session: Session, batch: Batch) -> list[Touch]:
    """Return the entries of a batch in the order they were made."""
    return [Touch(*row) for row in session.execute(_touches(batch).order_by(AuditEntry.seq))]


def some_touches(session: Session, batch: Batch, most: int) -> list[Touch]:
    """Return some of the entries of a batch: the first and the last ones."""
    if batch.last_seq - batch.first_seq < most:
        return touches_of(session, batch)
    ends = (AuditEntry.seq, AuditEntry.seq.desc())
    return [
        Touch(*row) for end in ends for row in session.execute(_touches(batch).order_by(end).limit(most // 2))
    ]


def touched_by(session: Session, batch: Batch, kind: str, ids: Sequence[str]) -> set[str]:
    """Return the ids of the later batches that touched any of these records."""
    found: set[str] = set()
    for chunk in chunks(ids):
        wanted = select(AuditEntry.batch_id).where(
            AuditEntry.kind == kind,
            AuditEntry.record_id.in_(chunk),
            AuditEntry.seq > batch.last_seq,
            AuditEntry.batch_id.is_not(None),
        )
        found |= {str(one) for one in session.scalars(wanted.distinct())}
    return found


def changes_of(session: Session, batch: Batch) -> list[Change]:
    """Return what a batch did, one `Change` for each record; what came and went within it is left out."""
    found: dict[tuple[str, str], Change] = {}
    for action, kind, record_id in touches_of(session, batch):
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
            later = touched_by(session, batch, kind, chunk)
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


def _batches_between(session: Session, above: int, upto: int) -> Iterator[Batch]:
    """Yield what of the batches lies between two entries, the latest first."""
    entries = (
        select(
            AuditEntry.batch_id,
            func.min(AuditEntry.seq),
            func.max(AuditEntry.seq).label("last"),
            func.group_concat(AuditEntry.kind.distinct()),
            func.count(),
        )
        .where(AuditEntry.seq > above, AuditEntry.seq <= upto, AuditEntry.batch_id.is_not(None))
        .group_by(AuditEntry.batch_id)
        .order_by(text("last DESC"))
    )
    for batch_id, first, last, kinds, amount in session.execute(entries):
        yield Batch(str(batch_id), first, last, frozenset(kinds.split(",")), amount)


def _joined(first: Batch, last: Batch) -> Batch:
    kinds, entries = first.kinds | last.kinds, first.entries + last.entries
    return Batch(first.id, first.first_seq, last.last_seq, kinds, entries)


def _touches(batch: Batch) -> Any:
    return select(AuditEntry.action, AuditEntry.kind, AuditEntry.record_id).where(
        AuditEntry.seq.between(batch.first_seq, batch.last_seq), AuditEntry.batch_id == batch.id
    )


def _fields() -> Any:
    return select(
        FieldChange.batch_id,
        FieldChange.kind,
        FieldChange.record_id,
        FieldChange.field,
        FieldChange.old,
        FieldChange.new,
    ).order_by(FieldChange.id)
