# SPDX-License-Identifier: EUPL-1.2
"""Finding every record that is about one person, over all cases, families and tables, by the catalogue."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.lists import BLOCK
from casus.services.overview.catalogue import TableSpec, catalogue
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import Record


@dataclass
class Gathered:
    """The records about a person by kind and id, in the order of the catalogue; and where others point at them.

    `mentions` are records of someone else, each with the one column that points at the person.
    """

    person_id: str
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    mentions: list[tuple[str, str, Record]] = field(default_factory=list)

    def ids(self, kind: str) -> Collection[str]:
        """Return the ids of one kind."""
        return self.records.get(kind, {}).keys()

    def pairs(self) -> set[tuple[str, str]]:
        """Return kind and id of everything."""
        return {(kind, one) for kind, found in self.records.items() for one in found}


def gather(session: Session, person_id: str) -> Gathered:
    """Return everything on file about a person."""
    found = Gathered(person_id)
    for spec in catalogue().tables.values():
        found.records[spec.kind] = {one.id: one for one in _records(session, spec, found)}
    for spec in catalogue().tables.values():
        for column in spec.mentions:
            for record in _where(session, spec.kind, {column: [person_id]}):
                if record.id not in found.ids(spec.kind):
                    found.mentions.append((spec.kind, column, record))
    return found


def target(kind: str, column: str) -> str:
    """Return the kind of record a column points at; "" when it points at none."""
    record_class = class_of(kind)
    assert record_class is not None
    keys = layout_of(record_class).table.c[column].foreign_keys
    return next((str(key.column.table.name) for key in keys), "")


def _records(session: Session, spec: TableSpec, found: Gathered) -> Iterator[Record]:
    if spec.by == ("id",):
        yield from _where(session, spec.kind, {"id": [found.person_id]})
        return
    wanted = {column: list(found.ids(target(spec.kind, column))) for column in spec.by}
    ids = {
        str(value)
        for kind, column in spec.through
        for one in found.records.get(kind, {}).values()
        if (value := getattr(one, column)) is not None
    }
    if ids:
        wanted["id"] = sorted(ids)
    yield from _where(session, spec.kind, wanted)


def _where(session: Session, kind: str, wanted: dict[str, list[str]]) -> Iterator[Record]:
    """Yield the records of a kind of which one of the columns holds one of the ids, each once."""
    record_class = class_of(kind)
    assert record_class is not None
    seen: set[str] = set()
    for column, ids in wanted.items():
        for start in range(0, len(ids), BLOCK):
            held = getattr(record_class, column).in_(ids[start : start + BLOCK])
            for record in session.scalars(select(record_class).where(held)):
                if record.id not in seen:
                    seen.add(record.id)
                    yield record
