# SPDX-License-Identifier: EUPL-1.2
"""What keeping an entry of any register comes down to."""

from collections.abc import Mapping
from typing import TypeVar

from casus.domain.names import fold, parse_full, sort_key
from casus.domain.roles import Permission
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, kind_of
from casus.services.desk import Desk
from casus.vault.tables import Record

R = TypeVar("R", bound=Record)
MOST = 100_000
"""The highest number a register takes."""


def named(check: FormCheck, field: str, name: str) -> dict[str, object]:
    """Return a name as typed and as it sorts, under `field` and `sort_key`."""
    clean = check.needed_line(field, name)
    return {field: clean, "sort_key": fold(clean)}


def person_named(check: FormCheck, name: str) -> dict[str, object]:
    """Return a professional's name and its sort key, on the main surname."""
    clean = check.needed_line("name", name)
    parts = parse_full(clean)
    return {"name": clean, "sort_key": sort_key(parts.surname, parts.prefix, parts.given)}


def add(desk: Desk, kind: type[R], values: Mapping[str, object]) -> Done[R]:
    """Keep a new entry with these checked values. Raises NotAllowed("role")."""
    desk.require(Permission.REGISTERS)
    record = kind(**values)
    with desk.changing(label="add_entry") as session:
        session.add(record)
    return Done(record, Changes.of((kind_of(kind),), record.id))


def update(desk: Desk, kind: type[R], record_id: str, version: int, values: Mapping[str, object]) -> Done[R]:
    """Change an entry. Raises NotAllowed("role"), NotFound, StaleRecord."""
    desk.require(Permission.REGISTERS)
    with desk.changing(label="update_entry") as session:
        record = fetch(session, kind, record_id, version)
        assign(record, values)
    return Done(record, Changes.of((kind_of(kind),), record_id))


def assign(record: Record, values: Mapping[str, object]) -> None:
    """Set these fields of a record."""
    for name, value in values.items():
        setattr(record, name, value)
