# SPDX-License-Identifier: EUPL-1.2
"""Everything that points at a person, found from the tables themselves, so that nothing is left behind.

A key (`persons.id`) is found in the metadata. What holds a person's id without a key stands in `SOFT`; a test
walks all columns and fails on one that is in neither.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.vault.row_digest import class_of, layout_of, record_classes
from casus.vault.tables import Record

PERSONS = "persons"
MOVED, STAYS, REFUSED, OTHER = "moved", "stays", "refused", "other"
SOFT: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("corrections", "record_id"): MOVED,
        ("request_masks", "record_id"): MOVED,
        ("corrections", "carried_batch_id"): OTHER,
        ("bundle_receipts", "bundle_id"): OTHER,
        ("bundle_receipts", "record_id"): OTHER,
        ("person_merges", "into_id"): STAYS,
        ("person_merges", "merged_id"): STAYS,
        ("destructions", "record_id"): STAYS,
        ("stories", "origin_id"): OTHER,
    }
)
"""Columns that hold the id of a record without a key to it. MOVED ones name its kind in `record_kind`; STAYS is
history; OTHER never holds a person. Beside these: a draft names ids in its key (merging is refused while one of
the person is open), the log and the history keep the ids of then, a proposal to destroy is refused, the search
index is made anew, and a contribution holds pseudonyms only."""


class Reference(NamedTuple):
    """A column of a table of records that refers to a person; `soft` has no key."""

    record_class: type[Record]
    column: str
    soft: bool = False

    @property
    def kind(self) -> str:
        """Return the kind of record that refers."""
        return layout_of(self.record_class).kind


@cache
def references() -> tuple[Reference, ...]:
    """Return every reference to a person that a merge moves."""
    return tuple(_keys(PERSONS)) + tuple(_soft())


def keys_to(kind: str) -> tuple[Reference, ...]:
    """Return every key to a kind of record."""
    return tuple(_keys(kind))


def ids_of(session: Session, reference: Reference, person_id: str) -> list[str]:
    """Return the ids of the records that refer to this person in this column."""
    table = layout_of(reference.record_class).table
    query = select(table.c.id).where(table.c[reference.column] == person_id)
    if reference.soft:
        query = query.where(table.c.record_kind == PERSONS)
    return list(session.scalars(query.order_by(table.c.id)))


def _keys(kind: str) -> Iterator[Reference]:
    for record_class in record_classes():
        for key in sorted(layout_of(record_class).table.foreign_keys, key=lambda one: one.parent.name):
            if key.column.table.name == kind:
                yield Reference(record_class, key.parent.name)


def _soft() -> Iterator[Reference]:
    for (kind, column), way in SOFT.items():
        record_class = class_of(kind)
        if way == MOVED and record_class is not None:
            yield Reference(record_class, column, soft=True)
