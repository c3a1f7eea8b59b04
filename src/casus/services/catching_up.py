# SPDX-License-Identifier: EUPL-1.2
"""Making the texts of a vault findable that were written before texts were: a piece at a time, once.

It goes from the last id down. So the contact with the lowest id comes last, and one look at that one tells at
every start whether all is done, also when the program was closed half way.
"""

from typing import Any

from sqlalchemy import ColumnElement, exists, literal, select, table
from sqlalchemy import column as named
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.services.indexing import CONTACTS, PROGRAMMES, TASKS, reindex
from casus.vault.tables import Contact, Programme, Task

_PIECE = 500
_LAST = "~"
"""Behind every id."""
_ALL: tuple[tuple[str, Any, ColumnElement[bool]], ...] = (
    (PROGRAMMES, Programme, Programme.provider_name != ""),
    (TASKS, Task, Task.title != ""),
    (CONTACTS, Contact, Contact.report != ""),
)
Mark = tuple[int, str]
"""Which kind is next, and the id below which."""
START: Mark = (0, _LAST)
_ENTRIES = table("search_entries", named("kind"), named("record_id"))


def all_found(desk: Desk) -> bool:
    """Return whether the texts of this vault are in the search index."""
    with desk.reading() as session:
        reported = select(Contact.id).where(Contact.report != "")
        first = session.scalar(reported.order_by(Contact.id).limit(1))
        return first is None or _is_found(session, first)


def catch_up(desk: Desk, mark: Mark = START) -> Mark | None:
    """Index some texts that are not yet; return where to go on, None when all are."""
    at, below = mark
    kind, record_class, has_words = _ALL[at]
    found = exists(literal(1)).where(_ENTRIES.c.kind == kind, _ENTRIES.c.record_id == record_class.id)
    wanted = select(record_class.id).where(record_class.id < below, has_words, ~found.correlate(record_class))
    with desk.changing() as session:
        ids = list(session.scalars(wanted.order_by(record_class.id.desc()).limit(_PIECE)))
        reindex(session, kind, ids)
    if len(ids) == _PIECE:
        return at, ids[-1]
    return (at + 1, _LAST) if at + 1 < len(_ALL) else None


def _is_found(session: Session, contact_id: str) -> bool:
    there = select(_ENTRIES.c.kind).where(_ENTRIES.c.kind == CONTACTS, _ENTRIES.c.record_id == contact_id)
    return session.execute(there).first() is not None
