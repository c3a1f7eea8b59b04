# SPDX-License-Identifier: EUPL-1.2
"""What stood in the fields of a record before, for the form that changes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.services.naming import names_of
from casus.vault.audit_log import DELETED
from casus.vault.history import stored_row
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import Facility, Family, Partner, Worker
from casus.vault.tables.audit import AuditEntry, ChangeBatch, FieldChange

__all__ = ["PastValue", "names_of_records", "past_values"]

_FOLLOW = frozenset({"version", "changed_at", "sort_key", "folded", "last_contact_on"})
_NAMED: Mapping[str, Any] = {
    "workers": Worker,
    "facilities": Facility,
    "partners": Partner,
    "families": Family,
}
MOST = 20
"""Old values of one field that are offered; a field that changed more often keeps the rest in the log."""


@dataclass(frozen=True)
class PastValue:
    """A value that stood in a field until `at`, when `who` replaced it; `name` of the record it refers to."""

    at: datetime
    who: str
    value: Any
    name: str = ""


def past_values(desk: Desk, kind: str, record_id: str) -> dict[str, list[PastValue]]:
    """Return the earlier values of each field (by attribute) that was changed, each once, the latest first.

    A record that was deleted and came back has what it held then; that is no change of its fields.
    """
    record_class = class_of(kind)
    if record_class is None:
        return {}
    columns = layout_of(record_class).by_name
    targets = {key.parent.name: key.column.table.name for key in layout_of(record_class).table.foreign_keys}
    found: dict[str, list[PastValue]] = {}
    with desk.reading() as session:
        record = session.get(record_class, record_id)
        now = stored_row(record) if record is not None else {}
        rows = session.execute(_changes(session, kind, record_id)).all()
        who = names_of_records(session, "workers", {row.actor for row in rows})
        for name in {row.field for row in rows} & columns.keys() - _FOLLOW:
            mine = _distinct([row for row in rows if row.field == name], now.get(name))[:MOST]
            names = names_of_records(session, targets.get(name, ""), {row.old for row in mine})
            if not mine:
                continue
            found[columns[name].attribute] = [
                PastValue(
                    row.at, who.get(row.actor, ""), columns[name].python(row.old), names.get(row.old, "")
                )
                for row in mine
            ]
    return found


def _distinct(rows: Sequence[Any], now: Any) -> list[Any]:
    """Leave out a value that stands there now, and one that was replaced more than once but the last time."""
    latest: dict[str, Any] = {}
    for row in rows:
        latest.setdefault(repr(row.old), row)
    latest.pop(repr(now), None)
    return list(latest.values())


def _changes(session: Session, kind: str, record_id: str) -> Any:
    deletions = session.scalars(
        select(AuditEntry.batch_id).where(
            AuditEntry.kind == kind, AuditEntry.record_id == record_id, AuditEntry.action == DELETED
        )
    )
    return (
        select(FieldChange.field, FieldChange.old, ChangeBatch.at, ChangeBatch.actor)
        .join(ChangeBatch, ChangeBatch.id == FieldChange.batch_id)
        .where(FieldChange.kind == kind, FieldChange.record_id == record_id)
        .where(FieldChange.batch_id.not_in(list(deletions)))
        .order_by(FieldChange.id.desc())
    )


def names_of_records(session: Session, kind: str, ids: Iterable[Any]) -> dict[str, str]:
    """Return what records are called; a closed dossier by its number."""
    wanted = sorted({str(one) for one in ids if one})
    if kind == "persons":
        return names_of(session, wanted)
    table = _NAMED.get(kind)
    if table is None:
        return {}
    return {
        row.id: row.name for row in session.execute(select(table.id, table.name).where(table.id.in_(wanted)))
    }
