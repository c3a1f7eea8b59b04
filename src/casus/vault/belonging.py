# SPDX-License-Identifier: EUPL-1.2
"""What belongs to what: which records go when a case, a person or a family goes, and which only lose a reference.

Read from the foreign keys, so that a table added later takes part by itself. A reference that must be filled
makes a record somebody's. Of those that may be empty the first one filled does: case, person, family, anything
else. A record about one person that hangs under the case of another stays and loses the reference.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, text

from casus.vault.pointers import pointing_at
from casus.vault.row_digest import class_of, layout_of, record_classes

CASES, PERSONS, FAMILIES = "cases", "persons", "families"
MENTIONS = frozenset(
    {
        (CASES, "family_id"),
        (PERSONS, "representative_id"),
        ("contact_attendees", "person_id"),
        ("goals", "earlier_id"),
        ("actions", "earlier_id"),
    }
)
"""References that tell of someone without making the record theirs."""
_FIRST = ("case_id", "person_id", "family_id")
_CHUNK = 500
Going = Mapping[str, Collection[str]]
"""Ids of records by kind."""
Row = dict[str, Any]


class Reference(NamedTuple):
    """A column of `kind` that refers to records of kind `target`."""

    kind: str
    column: str
    target: str
    needed: bool


class Loose(NamedTuple):
    """A reference in a record that stays, to one that goes."""

    kind: str
    record_id: str
    column: str


@cache
def references() -> tuple[Reference, ...]:
    """Return every reference between records."""
    return tuple(
        Reference(layout.kind, key.parent.name, key.column.table.name, not key.parent.nullable)
        for layout in map(layout_of, record_classes())
        for key in sorted(layout.table.foreign_keys, key=lambda key: key.parent.name)
    )


def is_mention(reference: Reference) -> bool:
    """Tell whether a reference names someone without making the record theirs."""
    return (reference.kind, reference.column) in MENTIONS


def closure(connection: Connection, roots: Going) -> dict[str, set[str]]:
    """Return all that goes with `roots`, records that were deleted before and live on in the history among them."""
    return _Closure(connection, roots).run()


def loosened(connection: Connection, going: Going) -> list[Loose]:
    """Return the references to what goes in records that stay, in a fixed order."""
    found = []
    for reference in references():
        own = going.get(reference.kind, ())
        for record_id in _referring(connection, reference, going.get(reference.target, ())):
            if record_id not in own:
                found.append(Loose(reference.kind, record_id, reference.column))
    return sorted(found)


def present(connection: Connection, kind: str, ids: Collection[str]) -> set[str]:
    """Return which of these records there are."""
    record_class = class_of(kind)
    if record_class is None:
        return set()
    column = layout_of(record_class).table.c.id
    return {
        one for chunk in chunks(ids) for one in connection.scalars(select(column).where(column.in_(chunk)))
    }


def chunks(ids: Collection[str]) -> Iterator[list[str]]:
    """Yield ids in order, as many as one statement asks for."""
    wanted = sorted(ids)
    for at in range(0, len(wanted), _CHUNK):
        yield wanted[at : at + _CHUNK]


class _Closure:
    """One run; `going` only grows, and a record is looked at again whenever something it refers to goes."""

    def __init__(self, connection: Connection, roots: Going) -> None:
        self._connection = connection
        self.going: dict[str, set[str]] = defaultdict(set)
        self._fresh: dict[str, set[str]] = {kind: set(ids) for kind, ids in roots.items() if ids}
        self._person_of: dict[str, str] = {}

    def run(self) -> dict[str, set[str]]:
        while self._fresh:
            fresh, self._fresh = self._fresh, defaultdict(set)
            for kind, ids in fresh.items():
                self.going[kind] |= ids
            self._note_persons(fresh.get(CASES, set()))
            for kind, ids in fresh.items():
                self._follow(kind, ids)
        return {kind: ids for kind, ids in self.going.items() if ids}

    def _note_persons(self, case_ids: Collection[str]) -> None:
        """Keep whose case each is, also of one that was deleted before."""
        table = layout_of(_class(CASES)).table
        for chunk in chunks(case_ids):
            rows = self._connection.execute(
                select(table.c.id, table.c.person_id).where(table.c.id.in_(chunk))
            )
            self._person_of.update({row.id: row.person_id for row in rows})
        for record_id, row in _ghost_rows(self._connection, CASES, set(case_ids)).items():
            self._person_of.setdefault(record_id, str(row.get("person_id")))

    def _follow(self, kind: str, ids: set[str]) -> None:
        for reference in references():
            if reference.target != kind or is_mention(reference):
                continue
            for record_id, row in self._rows(reference, ids):
                if record_id not in self.going[reference.kind] and self._goes(reference, row):
                    self._fresh[reference.kind].add(record_id)
        for pointing, found in pointing_at(self._connection, ids).items():
            self._fresh[pointing] |= found - self.going[pointing]
        if kind == PERSONS:
            merges = layout_of(_class("person_merges")).table
            for chunk in chunks(ids):
                merged = select(merges.c.merged_id).where(merges.c.kept_id.in_(chunk))
                self._fresh[PERSONS] |= set(self._connection.scalars(merged)) - self.going[PERSONS]
        self._fresh = defaultdict(set, {k: found for k, found in self._fresh.items() if found})

    def _rows(self, reference: Reference, ids: set[str]) -> Iterator[tuple[str, Row]]:
        """Yield the records that refer to one of `ids`: those there are, and those in the history only."""
        table = layout_of(_class(reference.kind)).table
        for chunk in chunks(ids):
            found = self._connection.execute(select(table).where(table.c[reference.column].in_(chunk)))
            yield from ((row["id"], dict(row)) for row in found.mappings())
        ghosts = _ghosts(self._connection, reference, ids)
        yield from _ghost_rows(self._connection, reference.kind, ghosts).items()

    def _goes(self, reference: Reference, row: Row) -> bool:
        """Tell whether a record goes, of which this reference now points at something that does."""
        if reference.needed:
            return True
        owners = _owners(reference.kind)
        case_id, person_id = row.get("case_id"), row.get("person_id")
        if case_id is not None:
            whose = (None, self._person_of.get(case_id))
            return case_id in self.going[CASES] and (person_id in whose or person_id in self.going[PERSONS])
        if any(owner.needed for owner in owners):
            return False
        named = [one for one in owners if row.get(one.column) is not None]
        if named[0].column in _FIRST:
            named = named[:1]
        return all(row[one.column] in self.going[one.target] for one in named)


@cache
def _owners(kind: str) -> tuple[Reference, ...]:
    """Return the references that may make a record somebody's, the first to look at first."""
    own = [
        one for one in references() if one.kind == kind and one.target in movable() and not is_mention(one)
    ]
    return tuple(sorted(own, key=lambda one: (_FIRST.index(one.column) if one.column in _FIRST else 9, one)))


@cache
def movable() -> frozenset[str]:
    """Return the kinds of record that can go with a case, a person or a family."""
    found = {CASES, PERSONS, FAMILIES}
    while more := {one.kind for one in references() if one.target in found and not is_mention(one)} - found:
        found |= more
    return frozenset(found)


def _referring(connection: Connection, reference: Reference, ids: Collection[str]) -> Iterator[str]:
    table = layout_of(_class(reference.kind)).table
    for chunk in chunks(ids):
        yield from connection.scalars(select(table.c.id).where(table.c[reference.column].in_(chunk)))


def _ghosts(connection: Connection, reference: Reference, ids: Collection[str]) -> set[str]:
    """Return the records that once referred to `ids` and are no longer there; only the history knows them."""
    found: set[str] = set()
    for chunk in chunks(ids):
        marks = ", ".join(f"'\"{one}\"'" for one in chunk)
        query = (
            "SELECT DISTINCT record_id FROM field_changes WHERE kind = :kind AND field = :field"  # noqa: S608 - ids
            f" AND (old IN ({marks}) OR new IN ({marks}))"
        )
        values = {"kind": reference.kind, "field": reference.column}
        found |= set(connection.scalars(text(query), values))
    return found - present(connection, reference.kind, found)


def _ghost_rows(connection: Connection, kind: str, ids: set[str]) -> dict[str, Row]:
    """Return what deleted records held last, as far as it tells whose they were."""
    gone = ids - present(connection, kind, ids)
    columns = {one.column for one in references() if one.kind == kind}
    rows: dict[str, Row] = {one: {"id": one} for one in gone}
    for chunk in chunks(gone):
        marks = ", ".join(f"'{one}'" for one in chunk)
        query = (
            "SELECT record_id, field, old, new FROM field_changes WHERE kind = :kind"  # noqa: S608 - ids
            f" AND record_id IN ({marks}) ORDER BY id"
        )
        for row in connection.execute(text(query), {"kind": kind}):
            if row.field in columns:
                value = row.new if row.new is not None else row.old
                rows[row.record_id][row.field] = None if value is None else json.loads(value)
    return rows


def _class(kind: str) -> Any:
    record_class = class_of(kind)
    assert record_class is not None
    return record_class
