# SPDX-License-Identifier: EUPL-1.2
"""Sessions of a vault: one that writes an audit entry with every change, one that cannot write."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, event, select
from sqlalchemy import inspect as state_of
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.sql import ClauseElement

from casus.errors import StaleRecord
from casus.vault import audit_log
from casus.vault.audit_log import CHANGED, CREATED, DELETED, Author, Line
from casus.vault.engine import READING
from casus.vault.row_digest import Layout, layout_of, record_classes
from casus.vault.tables.base import Record

_BOOKKEEPING = frozenset({"version", "changed_at"})


class ReadingSession(Session):
    """A session whose transaction is read-only; a change in it is a bug and raises RuntimeError."""

    def __init__(self, engine: Engine) -> None:
        reader = engine.execution_options(**{READING: True})
        super().__init__(reader, autoflush=False, expire_on_commit=False)


class WritingSession(Session):
    """A session that logs every change of a record, and keeps what it replaced, in its own transaction.

    Changes go through objects, or through `insert_many`: a bulk statement on a table of records would get
    past the log and raises RuntimeError.
    """

    def __init__(self, engine: Engine, author: Author) -> None:
        super().__init__(engine, expire_on_commit=False)
        self.author = author
        self.flushing: list[tuple[Table, str, int]] = []
        self.unseen: dict[tuple[int, str], Any] = {}
        self.touched: list[Record] = []
        """What was flushed so far as new, changed or deleted; not what `insert_many` wrote."""

    def log(self, lines: Sequence[Line]) -> None:
        """Write entries about acts that change nothing."""
        audit_log.append(self.connection(), self.author, lines)

    def insert_many(self, record_class: type[Record], rows: Iterable[Mapping[str, Any]]) -> list[str]:
        """Insert many records at once, with their entries; return their ids. Keys are attribute names."""
        layout, key = layout_of(record_class), self.author.key
        moment = self.author.clock.now()
        moments = {"created_at": moment, "changed_at": moment}
        bound: list[tuple[Any, ...]] = []
        lines: list[Line] = []
        for row in rows:
            full = _with_defaults(layout, moments | dict(row))
            values = layout.bound(full)
            bound.append(values)
            lines.append(Line(CREATED, layout.kind, full["id"], layout.digest(key, layout.plain(values))))
        if lines:
            connection = self.connection()
            connection.exec_driver_sql(layout.insertion, bound)
            audit_log.keep_changes(connection, self.author, ())
            audit_log.append(connection, self.author, lines)
        return [line.record_id for line in lines]

    @contextmanager
    def part(self) -> Iterator[None]:
        """Keep what is done within, or nothing of it; after an error the rest of the transaction can go on."""
        before = len(self.touched)
        try:
            with self.begin_nested():
                yield
        except BaseException:
            del self.touched[before:]
            self.unseen.clear()
            raise

    def stale_record(self, engine: Engine) -> StaleRecord:
        """Find which record of a failed flush was changed by another since it was read; call after rollback."""
        with engine.connect().execution_options(**{READING: True}) as connection:
            for table, record_id, version in self.flushing:
                found = connection.execute(select(table.c.version).where(table.c.id == record_id)).scalar()
                if found != version:
                    return StaleRecord(table.name, record_id)
        return StaleRecord("record", "")


@event.listens_for(ReadingSession, "before_flush")
def _refuse(_session: Session, _context: UOWTransaction, _instances: object) -> None:
    raise RuntimeError("a reading session cannot write")


@event.listens_for(WritingSession, "before_flush")
def _prepare(session: WritingSession, _context: UOWTransaction, _instances: object) -> None:
    """Set the moments from the vault's clock, and look up what a change replaces while it is still there."""
    moment = session.author.clock.now()
    for record in _records(session.new):
        record.created_at = record.created_at or moment
        record.changed_at = record.changed_at or moment
    for record in (*_records(session.new), *_records(session.dirty)):
        _refuse_expressions(record)
    changed = [r for r in _records(session.dirty) if session.is_modified(r, include_collections=False)]
    for record in changed:
        same = vars(record).get("changed_at") == moment  # the clock stood still, as in the demo
        record.changed_at = moment
        _look_up_unseen(session, record)
        if same:
            flag_modified(record, "changed_at")  # else the database would take its own clock
    deleted = list(_records(session.deleted))
    for record in deleted:
        if _missing(record):
            session.refresh(record)
    session.flushing = [
        (layout_of(type(record)).table, record.id, record.version) for record in (*changed, *deleted)
    ]


@event.listens_for(WritingSession, "after_flush")
def _record(session: WritingSession, _context: UOWTransaction) -> None:
    """Write the entries and field changes of what was just flushed."""
    connection, author = session.connection(), session.author
    lines: list[Line] = []
    changes: list[dict[str, Any]] = []
    for record in _records(session.new):
        layout = layout_of(type(record))
        lines.append(Line(CREATED, layout.kind, record.id, _digest(connection, author, layout, record)))
        session.touched.append(record)
    for record in _records(session.dirty):
        fields = _changed_fields(session, record)
        if fields:
            layout = layout_of(type(record))
            changes.extend(field for field in fields if field["field"] not in _BOOKKEEPING)
            lines.append(Line(CHANGED, layout.kind, record.id, _digest(connection, author, layout, record)))
            session.touched.append(record)
    for record in _records(session.deleted):
        layout = layout_of(type(record))
        changes.extend(_last_values(layout, record))
        lines.append(Line(DELETED, layout.kind, record.id))
        session.touched.append(record)
    session.unseen.clear()
    if lines:
        audit_log.keep_changes(connection, author, changes)
        audit_log.append(connection, author, lines)


@event.listens_for(WritingSession, "do_orm_execute")
@event.listens_for(ReadingSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    """Refuse statements that change records past the log."""
    if not (state.is_insert or state.is_update or state.is_delete):
        return
    table = getattr(state.statement, "table", None)
    if isinstance(state.session, ReadingSession) or table in {layout_of(c).table for c in record_classes()}:
        raise RuntimeError("this statement would get past the audit log")


def _records(objects: Iterable[object]) -> list[Record]:
    return [one for one in objects if isinstance(one, Record)]


def _changed_fields(session: WritingSession, record: Record) -> list[dict[str, Any]]:
    """Return each changed column of a record as a row of `field_changes`; of a secret one nothing is kept."""
    layout, attributes = layout_of(type(record)), state_of(record).attrs
    rows = []
    for column in layout.columns:
        history = attributes[column.attribute].history
        if column.secret or not history.has_changes():
            continue
        seen = history.deleted[0] if history.deleted else session.unseen.get((id(record), column.attribute))
        old, new = column.stored(seen), column.stored(record.__dict__.get(column.attribute))
        rows.append(
            {"kind": layout.kind, "record_id": record.id, "field": column.name, "old": old, "new": new}
        )
    return rows


def _last_values(layout: Layout, record: Record) -> list[dict[str, Any]]:
    """Return all that a deleted record held but its secrets, as rows of `field_changes`."""
    return [
        {"kind": layout.kind, "record_id": record.id, "field": name, "old": value, "new": None}
        for name, value in layout.stored(record.__dict__).items()
        if name not in layout.secrets
    ]


def _refuse_expressions(record: Record) -> None:
    """Refuse a value that the database would work out: what it replaces could not be kept."""
    if any(isinstance(value, ClauseElement) for value in record.__dict__.values()):
        raise TypeError("an expression is no value of a record")


def _look_up_unseen(session: WritingSession, record: Record) -> None:
    """Fetch the old value of fields that were set without having been loaded."""
    state = state_of(record)
    unseen = [
        attribute.key
        for attribute in state.attrs
        if attribute.history.added and not attribute.history.deleted and attribute.key in state.mapper.columns
    ]
    if not unseen:
        return
    columns = [state.mapper.columns[key] for key in unseen]
    row = session.connection().execute(
        select(*columns).where(layout_of(type(record)).table.c.id == record.id)
    )
    for key, value in zip(unseen, row.one(), strict=True):
        session.unseen[(id(record), key)] = value


def _digest(connection: Connection, author: Author, layout: Layout, record: Record) -> bytes:
    """Return the digest of a record's row as it now is; fields that are not in memory are read back."""
    state, values, missing = state_of(record), record.__dict__, _missing(record)
    if missing and not state.pending:
        table = layout.table
        row = connection.execute(select(table).where(table.c.id == record.id)).mappings().one()
        values = {column.attribute: row[column.name] for column in layout.columns}
    return layout.digest(author.key, layout.stored(values))


def _missing(record: Record) -> set[str]:
    """Return the attributes of a record that are not in memory."""
    return {column.attribute for column in layout_of(type(record)).columns} - record.__dict__.keys()


def _with_defaults(layout: Layout, row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with the defaults of its table and None for what is missing; KeyError on an unknown name."""
    defaults = layout.defaults
    if unknown := row.keys() - defaults.keys():
        raise KeyError(*unknown)
    for attribute, default in defaults.items():
        if attribute not in row:
            row[attribute] = default()
    return row
