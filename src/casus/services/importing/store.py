# SPDX-License-Identifier: EUPL-1.2
"""The rows an import makes, kept until they are written kind by kind; thousands of objects would be slow."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.services.importing.grid import Progress
from casus.services.indexing import FOUND_BY_SEARCH, new_entries
from casus.vault.search import index_many
from casus.vault.tables import Record
from casus.vault.tables.base import new_id

Row = dict[str, Any]
_CHUNK = 1000


class Store:
    """Rows by kind, each with the lines of the file it is for."""

    def __init__(self) -> None:
        self._waiting: dict[type[Record], list[Row]] = {}
        self._lines: dict[type[Record], list[set[int]]] = {}

    def add(self, kind: type[Record], row: Mapping[str, Any], lines: set[int]) -> str:
        """Take a row; return its id. `lines` may grow later: a person whom several lines are about."""
        made = {"id": new_id(), **row}
        self._waiting.setdefault(kind, []).append(made)
        self._lines.setdefault(kind, []).append(lines)
        return str(made["id"])

    def write(self, desk: Desk, session: Session, progress: Progress) -> None:
        """Write what is waiting, with its audit entries, and make it findable; in the session's transaction."""
        waiting, self._waiting = self._waiting, {}
        total, done = sum(map(len, waiting.values())), 0
        for kind, rows in waiting.items():
            for first in range(0, len(rows), _CHUNK):
                chunk = rows[first : first + _CHUNK]
                desk.vault.insert_many(session, kind, chunk)
                done += len(chunk)
                progress(done, total)
        found = [kind(**row) for kind in FOUND_BY_SEARCH for row in waiting.get(kind, ())]
        entries = new_entries(found)
        for first in range(0, len(entries), _CHUNK):
            index_many(session, entries[first : first + _CHUNK])
            progress(done, total)

    def forget(self) -> None:
        """Drop what is waiting: a dry run writes only what later rows refer to."""
        self._waiting = {}

    def made(self, ready: Collection[int]) -> dict[str, int]:
        """Count the rows by table, of those for at least one line that is ready."""
        wanted = frozenset(ready)
        counted = Counter(
            str(inspect(kind).local_table.name)
            for kind, rows in self._lines.items()
            for lines in rows
            if not wanted.isdisjoint(lines)
        )
        return dict(counted)
