# SPDX-License-Identifier: EUPL-1.2
"""All records of a vault, and what is findable of them, in a form that can be compared."""

from typing import Any

from sqlalchemy import text

from casus.services.desk import Desk
from casus.vault.history import stored_row
from casus.vault.row_digest import layout_of, record_classes

_BOOKKEEPING = ("version", "changed_at")


def records_of(desk: Desk) -> dict[tuple[str, str], Any]:
    """Return every record by kind and id, without its version and moment of change, and the search entries."""
    found: dict[tuple[str, str], Any] = {}
    with desk.reading() as session:
        for record_class in record_classes():
            for record in session.query(record_class):
                row = stored_row(record)
                found[layout_of(record_class).kind, record.id] = {
                    key: value for key, value in row.items() if key not in _BOOKKEEPING
                }
        for kind, record_id, title, body in session.execute(
            text("SELECT kind, record_id, title, body FROM search_entries")
        ):
            found[f"search:{kind}", record_id] = (title, sorted(body.split()))
    return found
