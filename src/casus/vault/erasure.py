# SPDX-License-Identifier: EUPL-1.2
"""Erasing records for good, within one transaction: the rows and whatever else of the vault holds what they held.

The audit log stays as it is: it holds ids and keyed digests only. Every erased record gets an entry `destroyed`
in it, from which `verify` knows that there is no row any more. What remains in the file's free pages goes when
`finishing` writes the file anew.
"""

import hmac
import re
from collections.abc import Collection, Iterable
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Connection, Table, bindparam, delete, select, text, update

from casus.vault import belonging, search, taken_apart
from casus.vault.audit_log import DESTROYED, Line
from casus.vault.belonging import Going, Loose, chunks
from casus.vault.row_digest import class_of, layout_of
from casus.vault.sessions import WritingSession
from casus.vault.tables import Attachment, AttachmentChunk, ContactAttendee, Draft, Record, Setting
from casus.vault.tables.audit import ChangeBatch, FieldChange, VaultMeta

PENDING = "erasure_pending"
"""The mark in the vault that something was erased and the file not yet written anew."""
_ATTACHMENTS = layout_of(Attachment).kind
_ATTENDEES = layout_of(ContactAttendee).kind
_CHANGES = cast("Table", FieldChange.__table__)
_BATCHES = cast("Table", ChangeBatch.__table__)
_CHUNK_ROWS = cast("Table", AttachmentChunk.__table__)
_DRAFTS = cast("Table", Draft.__table__)
_AT_ONCE = 500
ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
GONE = object()
_SPOKE_OF = text(
    "SELECT DISTINCT batch_id FROM audit_entries"
    " WHERE kind = :kind AND record_id IN :ids AND batch_id IS NOT NULL"
).bindparams(bindparam("ids", expanding=True))


def erase(session: WritingSession, going: Going) -> list[Loose]:
    """Erase these records and nothing else; return the references to them that other records lost.

    Whoever calls has worked out what belongs together (`belonging.closure`): a reference that a record that
    stays cannot do without breaks the transaction. Drafts and settings that name one of the ids go along;
    what a sealed draft holds is for the caller to look at.
    """
    session.flush()
    loose = loosen(session, going)
    connection = session.connection()
    every = {one for ids in going.values() for one in ids}
    _erase_drafts(connection, every)
    _prune_settings(session, every)
    taken_apart.forget(connection, going.get(belonging.PERSONS, ()))
    for kind, ids in sorted(going.items()):
        search.unindex_many(session, kind, sorted(ids))
        _erase_history(connection, kind, ids)
        _erase_rows(connection, kind, ids)
    _forget(session, going)
    session.log([Line(DESTROYED, kind, one) for kind, ids in sorted(going.items()) for one in sorted(ids)])
    mark_pending(session)
    return loose


def loosen(session: WritingSession, going: Going) -> list[Loose]:
    """Empty the references to what goes in records that stay; an attendee loses the name that was typed with it."""
    loose = belonging.loosened(session.connection(), going)
    names: list[str] = []
    for kind, record_id, column in loose:
        record_class = class_of(kind)
        assert record_class is not None
        record = session.get(record_class, record_id)
        setattr(record, column, None)
        if isinstance(record, ContactAttendee) and column == "person_id":
            record.name = None
            names.append(record_id)
    session.flush()
    connection = session.connection()
    for kind, record_id, column in loose:
        _drop_fields(connection, kind, record_id, (column,))
    for record_id in names:
        _drop_fields(connection, _ATTENDEES, record_id, ("name",))
    return loose


def erase_history(session: WritingSession, kind: str, record_id: str, fields: Iterable[str]) -> int:
    """Remove the old and new values of some fields of one record from the history; return how many there were.

    What the record holds now is not touched. Undo can no longer put these fields back.
    """
    session.flush()
    removed = _drop_fields(session.connection(), kind, record_id, tuple(fields))
    mark_pending(session)
    return removed


def mark_pending(session: WritingSession) -> None:
    """Note that the file has to be written anew."""
    session.merge(VaultMeta(name=PENDING, value="1"))
    session.flush()


def erased_digest(key: bytes, kind: str, record_id: str) -> str:
    """Return the keyed digest by which an erased record is known again when an old copy is put back."""
    return hmac.digest(key, f"erased\x00{kind}\x00{record_id}".encode(), sha256).hex()[:32]


def _erase_history(connection: Connection, kind: str, ids: Collection[str]) -> None:
    """Remove all values of these records, and the reasons of the batches that spoke of them."""
    for chunk in chunks(ids):
        spoke = set(connection.scalars(_SPOKE_OF, {"kind": kind, "ids": chunk}))
        for batches in chunks(spoke):
            connection.execute(update(_BATCHES).where(_BATCHES.c.id.in_(batches)).values(reason=None))
        changes = (_CHANGES.c.kind == kind) & _CHANGES.c.record_id.in_(chunk)
        connection.execute(delete(_CHANGES).where(changes))


def _erase_rows(connection: Connection, kind: str, ids: Collection[str]) -> None:
    record_class = class_of(kind)
    if record_class is None:
        return
    table = layout_of(record_class).table
    for chunk in chunks(ids):
        if kind == _ATTACHMENTS:
            connection.execute(delete(_CHUNK_ROWS).where(_CHUNK_ROWS.c.attachment_id.in_(chunk)))
        connection.execute(delete(table).where(table.c.id.in_(chunk)))


def _erase_drafts(connection: Connection, ids: Collection[str]) -> None:
    keys = list(connection.scalars(select(_DRAFTS.c.key)))
    gone = [key for key in keys if not set(ID.findall(key)).isdisjoint(ids)]
    for at in range(0, len(gone), _AT_ONCE):
        connection.execute(delete(_DRAFTS).where(_DRAFTS.c.key.in_(gone[at : at + _AT_ONCE])))


def _prune_settings(session: WritingSession, ids: Collection[str]) -> None:
    """Take the ids out of settings; a setting that is about one of them goes whole."""
    for setting in session.scalars(select(Setting)):
        value = without(setting.value, ids)
        if value is GONE:
            session.delete(setting)
        elif value != setting.value:
            setting.value = value
    session.flush()


def without(value: object, ids: Collection[str]) -> object:
    """Return JSON without what names one of the ids; GONE when nothing is left of it."""
    if isinstance(value, str):
        return GONE if not set(ID.findall(value)).isdisjoint(ids) else value
    if isinstance(value, list):
        kept = [one for one in (without(item, ids) for item in value) if one is not GONE]
        return kept if kept or not value else GONE
    if isinstance(value, dict):
        pairs = {key: without(item, ids) for key, item in value.items() if without(key, ids) is not GONE}
        left = {key: item for key, item in pairs.items() if item is not GONE}
        return left if left or not value else GONE
    return value


def _forget(session: WritingSession, going: Going) -> None:
    """Let the session know nothing of objects whose rows are gone."""
    for one in list(session.identity_map.values()):
        if isinstance(one, Record) and one.id in going.get(layout_of(type(one)).kind, ()):
            session.expunge(one)


def _drop_fields(connection: Connection, kind: str, record_id: str, fields: tuple[str, ...]) -> int:
    wanted: Any = (
        (_CHANGES.c.kind == kind) & (_CHANGES.c.record_id == record_id) & _CHANGES.c.field.in_(fields)
    )
    return connection.execute(delete(_CHANGES).where(wanted)).rowcount
