# SPDX-License-Identifier: EUPL-1.2
"""Whom a batch of changes is about, for a list of recent changes: a name when it is about one person."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.naming import names_of
from casus.vault.history import Batch, some_touches
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import Case
from casus.vault.tables.audit import FieldChange

_LOOKED_AT = 12
"""Touches of a batch that are looked at: what is about more than one person shows it by then."""
_Place = tuple[str, str]


def subjects(session: Session, batches: Sequence[Batch]) -> dict[str, str]:
    """Return, by batch id, the name of the one person a batch is about; a closed dossier by its number."""
    looked_at = {
        batch.id: {touch[1:] for touch in some_touches(session, batch, _LOOKED_AT)} for batch in batches
    }
    persons = persons_of(session, {place for places in looked_at.values() for place in places})
    about = {
        batch_id: {persons[place] for place in places if place in persons}
        for batch_id, places in looked_at.items()
    }
    single = {batch_id: next(iter(ids)) for batch_id, ids in about.items() if len(ids) == 1}
    names = _names(session, set(single.values()))
    return {batch_id: names[one] for batch_id, one in single.items() if one in names}


def persons_of(session: Session, places: Iterable[_Place]) -> dict[_Place, str]:
    """Return the person each record belongs to: itself, by `person_id`, or by the case of `case_id`."""
    found: dict[_Place, str] = {}
    by_case: dict[_Place, str] = {}
    by_kind: dict[str, list[str]] = {}
    for kind, record_id in places:
        by_kind.setdefault(kind, []).append(record_id)
    for kind, ids in by_kind.items():
        if kind == "persons":
            found |= {(kind, record_id): record_id for record_id in ids}
            continue
        owners = _owners(session, kind, ids)
        found |= {(kind, key): person for key, (person, _case) in owners.items() if person}
        by_case |= {(kind, key): case for key, (person, case) in owners.items() if case and not person}
    wanted = select(Case.id, Case.person_id).where(Case.id.in_(set(by_case.values())))
    cases = {row.id: row.person_id for row in session.execute(wanted)}
    return found | {place: cases[case_id] for place, case_id in by_case.items() if case_id in cases}


def _owners(session: Session, kind: str, ids: Sequence[str]) -> dict[str, tuple[str | None, str | None]]:
    """Return person and case of records by id; of a deleted one from what was kept of it."""
    record_class = class_of(kind)
    table = layout_of(record_class).table if record_class is not None else None
    if table is None or not {"person_id", "case_id"} & set(table.c.keys()):
        return {}
    columns = [table.c[name] for name in ("person_id", "case_id") if name in table.c]
    found: dict[str, dict[str, str | None]] = {
        row.id: dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
        for row in session.execute(select(table.c.id, *columns).where(table.c.id.in_(ids)))
    }
    gone = select(FieldChange.record_id, FieldChange.field, FieldChange.old).where(
        FieldChange.kind == kind,
        FieldChange.record_id.in_(set(ids) - found.keys()),
        FieldChange.field.in_(("person_id", "case_id")),
    )
    for record_id, field, old in session.execute(gone):
        found.setdefault(record_id, {})[field] = old
    return {key: (row.get("person_id"), row.get("case_id")) for key, row in found.items()}


def _names(session: Session, ids: set[str]) -> Mapping[str, str]:
    return names_of(session, ids)
