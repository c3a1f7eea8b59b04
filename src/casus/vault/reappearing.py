# SPDX-License-Identifier: EUPL-1.2
"""Erasing again what came back with an old copy of the vault: the old copy does not know that it was destroyed.

This computer remembers keyed digests of what was erased (`finishing.remember`). Another computer knows nothing of
it: there the accountability record on paper has to do (docs/decisions/0010).
"""

from collections.abc import Collection, Iterator
from datetime import date

from sqlalchemy import Connection, select, text

from casus.vault import belonging
from casus.vault.erasure import erase as erase_records
from casus.vault.erasure import erased_digest
from casus.vault.row_digest import layout_of, record_classes
from casus.vault.sessions import WritingSession
from casus.vault.tables import Destruction

_HISTORY = text("SELECT DISTINCT kind, record_id FROM field_changes")


def erase(session: WritingSession, key: bytes, known: Collection[str], today: date) -> int:
    """Erase every record whose digest is known, with what belongs to it; return how many there were."""
    if not known:
        return 0
    connection = session.connection()
    roots: dict[str, set[str]] = {}
    for kind, record_id in _everything(connection):
        if erased_digest(key, kind, record_id) in known:
            roots.setdefault(kind, set()).add(record_id)
    going = belonging.closure(connection, roots)
    if not going:
        return 0
    erase_records(session, going)
    rows = [
        {
            "record_kind": kind,
            "record_id": one,
            "destroyed_on": today,
            "erased_digest": erased_digest(key, kind, one),
        }
        for kind, ids in sorted(going.items())
        for one in sorted(ids)
    ]
    session.insert_many(Destruction, rows)
    return len(rows)


def _everything(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield kind and id of every record there is, or was and is still in the history."""
    for layout in map(layout_of, record_classes()):
        for record_id in connection.scalars(select(layout.table.c.id)):
            yield layout.kind, record_id
    for kind, record_id in connection.execute(_HISTORY):
        yield kind, record_id
