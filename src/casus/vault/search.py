# SPDX-License-Identifier: EUPL-1.2
"""The search index inside the vault (FTS5): diacritics and case do not matter, words match by their start.

The index has the secure-delete option, so a word that was removed is gone from the file (security.md 4.6).
What a user types is never search syntax: every word is quoted.

Names (entries with a title) and texts (without one: what stands in reports) have numbers in ranges of their
own. So a word that is in 50,000 reports never stands between the typist and a name, and the newest texts are
read first without ranking any.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, text
from sqlalchemy.orm import Session

MAX_WORDS = 12
_MAX_QUERY = 400
_ADD_INDEX = text("INSERT INTO search_index(rowid, title, body) VALUES(:id, :title, :body)")
_FIND = text("SELECT id, title, body FROM search_entries WHERE kind = :kind AND record_id = :record_id")
_DROP_INDEX = text(
    "INSERT INTO search_index(search_index, rowid, title, body) VALUES('delete', :id, :title, :body)"
)
_DROP_TEXT = text("DELETE FROM search_entries WHERE id = :id")
_FIND_MANY = text(
    "SELECT id, title, body FROM search_entries WHERE kind = :kind AND record_id IN :ids"
).bindparams(bindparam("ids", expanding=True))
_AT_ONCE = 500
TEXTS_FROM = 1 << 40
"""The first number of a text; names have lower ones."""
_LAST = text("SELECT coalesce(max(id), :first) FROM search_entries WHERE id >= :first AND id < :past")
_ADD_MANY = text(
    "INSERT INTO search_entries(id, kind, record_id, title, body)"
    " VALUES(:id, :kind, :record_id, :title, :body)"
)
_MATCH = text(
    "SELECT e.kind, e.record_id, e.title FROM search_index i JOIN search_entries e ON e.id = i.rowid"
    " WHERE search_index MATCH :query AND i.rowid < :border LIMIT :limit"
)
_MATCH_KINDS = text(
    "SELECT e.kind, e.record_id, e.title FROM search_index i JOIN search_entries e ON e.id = i.rowid"
    " WHERE search_index MATCH :query AND i.rowid < :border"
    " AND instr(:kinds, ' ' || e.kind || ' ') LIMIT :limit"
)
_MATCH_TEXTS = text(
    "SELECT e.kind, e.record_id, e.title FROM search_index i JOIN search_entries e ON e.id = i.rowid"
    " WHERE search_index MATCH :query AND i.rowid >= :border ORDER BY i.rowid DESC LIMIT :limit"
)
_BODIES = text(
    "SELECT record_id, body FROM search_entries WHERE kind = :kind AND record_id IN :ids"
).bindparams(bindparam("ids", expanding=True))
_LOOKED_AT = 10
"""Titles are put in order among this many times as many as are asked for; ranking all that match takes
seconds on one letter and 100,000 records, and the next letter narrows it anyway."""


class Hit(NamedTuple):
    """A record found: its kind, id and the title it was indexed under."""

    kind: str
    record_id: str
    title: str


class Entry(NamedTuple):
    """What of a record can be searched: titles come before bodies; without a title it is a text."""

    kind: str
    record_id: str
    title: str
    body: str = ""


def index(session: Session, kind: str, record_id: str, title: str, body: str = "") -> None:
    """Put a record in the index, in place of what was there of it; part of the session's transaction."""
    unindex(session, kind, record_id)
    index_many(session, [Entry(kind, record_id, title, body)])


def index_many(session: Session, entries: Iterable[Entry]) -> None:
    """Put records in the index that are not in it yet; for imports and the demo."""
    sorts: tuple[list[Entry], list[Entry]] = ([], [])
    for entry in entries:
        sorts[not entry.title].append(entry)
    for first, ours in zip((0, TEXTS_FROM), sorts, strict=True):
        if ours:
            last = session.execute(_LAST, {"first": first, "past": first + TEXTS_FROM}).scalar_one()
            rows = [{"id": key, **entry._asdict()} for key, entry in enumerate(ours, start=last + 1)]
            session.execute(_ADD_MANY, rows)
            session.execute(_ADD_INDEX, rows)


def unindex(session: Session, kind: str, record_id: str) -> None:
    """Take a record out of the index; nothing happens when it is not there."""
    row = session.execute(_FIND, {"kind": kind, "record_id": record_id}).first()
    if row is not None:
        session.execute(_DROP_INDEX, {"id": row.id, "title": row.title, "body": row.body})
        session.execute(_DROP_TEXT, {"id": row.id})


def unindex_many(session: Session, kind: str, record_ids: Sequence[str]) -> None:
    """Take records out of the index, as far as they are in it."""
    for at in range(0, len(record_ids), _AT_ONCE):
        found = session.execute(_FIND_MANY, {"kind": kind, "ids": list(record_ids[at : at + _AT_ONCE])})
        rows = [dict(row) for row in found.mappings()]
        if rows:
            session.execute(_DROP_INDEX, rows)
            session.execute(_DROP_TEXT, rows)


def search(session: Session, typed: str, limit: int = 50, kinds: Sequence[str] = ()) -> tuple[Hit, ...]:
    """Return records with a title that have every typed word, or a word that starts with it.

    First those with all words in the title, in the order of their titles, then the others. Nothing typed,
    or only signs, finds nothing. `kinds` limits to these kinds.
    """
    query = as_query(typed)
    if not query or limit < 1:
        return ()
    in_title = _matches(session, f"{{title}} : ({query})", limit * _LOOKED_AT, kinds)
    found = dict.fromkeys(sorted(in_title, key=lambda hit: (hit.title.casefold(), hit.record_id))[:limit])
    if len(found) < limit:
        found |= dict.fromkeys(_matches(session, query, limit + len(found), kinds))
    return tuple(found)[:limit]


def search_texts(session: Session, typed: str, limit: int = 50) -> tuple[Hit, ...]:
    """Return texts that have every typed word, or a word that starts with it; what was added last comes first."""
    query = as_query(typed)
    if not query or limit < 1:
        return ()
    values = {"query": query, "limit": limit, "border": TEXTS_FROM}
    return tuple(Hit(*row) for row in session.execute(_MATCH_TEXTS, values))


def bodies(session: Session, kind: str, record_ids: Sequence[str]) -> dict[str, str]:
    """Return the searchable words of these records, as far as they are in the index."""
    found = session.execute(_BODIES, {"kind": kind, "ids": list(record_ids)})
    return {row.record_id: row.body for row in found}


def _matches(session: Session, query: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    values: dict[str, object] = {"query": query, "limit": limit, "border": TEXTS_FROM}
    if kinds:
        values["kinds"] = f" {' '.join(kinds)} "
    return [Hit(*row) for row in session.execute(_MATCH_KINDS if kinds else _MATCH, values)]


def as_query(typed: str) -> str:
    """Return an FTS5 query that looks for the typed words and nothing else; empty when there are none."""
    words = "".join(char if _is_word(char) else " " for char in typed[:_MAX_QUERY]).split()
    return " ".join(f'"{word}"*' for word in words[:MAX_WORDS])


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"
