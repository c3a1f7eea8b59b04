# SPDX-License-Identifier: EUPL-1.2
"""Records that hold words about another record without a foreign key to it: what is disputed, and what was hidden.

They go with what they are about. People make them one by one, so all of them are looked through.
"""

import re
from collections.abc import Collection

from sqlalchemy import Connection, select

from casus.vault.row_digest import layout_of, record_classes
from casus.vault.tables.audit import FieldChange

POINTERS = {"corrections": ("record_id",), "request_masks": ("record_id", "field")}
"""Columns by kind; `request_masks.field` is a path "kind.id.column" when it is about an earlier value."""
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


def pointing_at(connection: Connection, ids: Collection[str]) -> dict[str, set[str]]:
    """Return the records that point so at one of `ids`, by kind; those that only the history knows included."""
    wanted, found = set(ids), dict[str, set[str]]()
    for layout in map(layout_of, record_classes()):
        for column in POINTERS.get(layout.kind, ()):
            there = select(layout.table.c.id, layout.table.c[column])
            before = select(FieldChange.record_id, FieldChange.old).where(
                FieldChange.kind == layout.kind, FieldChange.field == column
            )
            for record_id, value in (*connection.execute(there), *connection.execute(before)):
                if not wanted.isdisjoint(_ID.findall(str(value))):
                    found.setdefault(layout.kind, set()).add(record_id)
    return found
