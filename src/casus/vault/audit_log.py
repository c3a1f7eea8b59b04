# SPDX-License-Identifier: EUPL-1.2
"""The audit log: chained entries in the same transaction as what they tell of (security.md 5.5).

An entry holds ids and codes only. What a change replaced goes to `field_changes`, which erasure may empty
without breaking the chain. Whoever lacks the vault key cannot forge, remove or reorder an entry unnoticed;
whoever holds it can write a whole new history, and only anchors kept elsewhere tell (docs/threat-model.md).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from json import JSONEncoder
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, Table, insert, select

from casus.crypto.keys import mac
from casus.domain.clock import Clock
from casus.vault.tables.audit import AuditEntry, ChangeBatch
from casus.vault.tables.base import new_id

CREATED, CHANGED, DELETED = "created", "changed", "deleted"
MUTATIONS = frozenset({CREATED, CHANGED, DELETED})
DESTROYED = "destroyed"
"""A record was erased with its history: there is no row any more, and nothing of it comes back."""
VAULT = "vault"
_IDENTIFIER = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
_ENTRIES = cast("Table", AuditEntry.__table__)
_BATCHES = cast("Table", ChangeBatch.__table__)
_WRITE = (
    "INSERT INTO audit_entries"
    " (seq, at, clock_back, actor, action, kind, record_id, batch_id, row_digest, digest)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST = select(_ENTRIES.c.seq, _ENTRIES.c.digest, _ENTRIES.c.at).order_by(_ENTRIES.c.seq.desc()).limit(1)
_ONCE = insert(_BATCHES).prefix_with("OR IGNORE")
_KEEP = "INSERT INTO field_changes (batch_id, kind, record_id, field, old, new) VALUES (?, ?, ?, ?, ?, ?)"
_CANONICAL = JSONEncoder(separators=(",", ":"))


class Line(NamedTuple):
    """What an entry tells: an act on a record; the row's digest after a change, None after any other act."""

    action: str
    kind: str
    record_id: str
    row_digest: bytes | None = None


class Head(NamedTuple):
    """The last entry of the log: its number, its digest, its moment. Number 0 before the first."""

    seq: int
    digest: bytes
    at: datetime | None


@dataclass(frozen=True)
class Author:
    """Who changes what, why, and when: everything the entries of one transaction share."""

    key: bytes = field(repr=False)
    vault_id: str
    clock: Clock
    actor: str
    reason: str | None = None
    label: str = "change"
    batch_id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        """Refuse an actor that may be a person's name instead of an id."""
        require_identifier(self.actor)


def require_identifier(text: str) -> str:
    """Return an id or code; raise ValueError on anything that could be content."""
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError("not an id or code")
    return text


def head(connection: Connection, vault_id: str, key: bytes) -> Head:
    """Return the last entry; before the first one, the digest that the chain starts from."""
    row = connection.execute(_LAST).first()
    return Head(0, start_of(vault_id, key), None) if row is None else Head(*row)


def append(connection: Connection, author: Author, lines: Sequence[Line]) -> None:
    """Write entries in order; they stand or fall with the transaction of `connection`."""
    if not lines:
        return
    last = head(connection, author.vault_id, author.key)
    at = author.clock.now().astimezone(UTC)
    back = last.at is not None and at < last.at
    moment, previous = stored_moment(at), last.digest
    rows: list[tuple[Any, ...]] = []
    for seq, line in enumerate(lines, start=last.seq + 1):
        batch = author.batch_id if line.action in MUTATIONS else None
        told = (seq, moment, back, author.actor, *line[:3], batch, line.row_digest)
        previous = entry_digest(author.key, previous, told)
        rows.append((*told, previous))
        back = False
    connection.exec_driver_sql(_WRITE, rows)


def keep_changes(connection: Connection, author: Author, changes: Sequence[dict[str, Any]]) -> None:
    """Write the batch (once) and its field changes, for undo and for a field's history."""
    batch = {
        "id": author.batch_id,
        "at": author.clock.now(),
        "actor": author.actor,
        "label": author.label,
        "reason": author.reason,
    }
    connection.execute(_ONCE, batch)
    if changes:
        connection.exec_driver_sql(_KEEP, [_kept(author.batch_id, change) for change in changes])


def _kept(batch_id: str, change: dict[str, Any]) -> tuple[Any, ...]:
    """Return a row of `field_changes`; nothing stays NULL, as the mapped class reads it."""
    values = (change["old"], change["new"])
    texts = (None if value is None else json.dumps(value) for value in values)
    return (batch_id, change["kind"], change["record_id"], change["field"], *texts)


def entry_digest(key: bytes, previous: bytes, told: tuple[Any, ...]) -> bytes:
    """Return HMAC(audit key, previous digest, entry); `told` holds the fields of `AuditEntry` in order."""
    *fields, row_digest = told
    fields[2] = bool(fields[2])
    text = _CANONICAL.encode([*fields, None if row_digest is None else bytes(row_digest).hex()])
    return mac(key, b"entry\x00", previous, text.encode("ascii"))


def start_of(vault_id: str, key: bytes) -> bytes:
    """Return what the first entry is chained to: this vault and no other."""
    return mac(key, b"start\x00", vault_id.encode("ascii"))


def stored_moment(moment: datetime) -> str:
    """Return a moment as the database stores it (UTC, microseconds)."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ", timespec="microseconds")
