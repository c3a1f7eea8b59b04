# SPDX-License-Identifier: EUPL-1.2
"""What stands behind an entry of the audit log: whose record it was, what changed in it, why, and what with it.

The log itself holds ids only. Names come from the records, old and new values from the history; both go with the
record, and then the entry says "erased". Of a closed dossier nothing but its number is told.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotFound
from casus.services.closed_records import is_closed, owners
from casus.services.code_fields import list_of
from casus.services.desk import Desk
from casus.services.field_history import names_of_records
from casus.services.naming import names_of
from casus.services.undo_subjects import persons_of
from casus.vault.audit_log import CHANGED, DELETED
from casus.vault.belonging import closure
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import Case, EmergencyAccess, Family, Worker
from casus.vault.tables.audit import AuditEntry, ChangeBatch, FieldChange

Place = tuple[str, str]
"""Kind and id of a record."""
BOOKKEEPING = frozenset(
    {
        "id", "version", "changed_at", "created_at", "sort_key", "folded", "digest", "position", "sealed",
        "action", "bundle_id", "carried_batch_id", "cell", "codes", "content", "contributor",
        "contributor_role", "definition", "definition_version", "earlier_id", "en", "entry", "erased_digest",
        "failed_at", "failures", "first_id", "first_on", "handled_at", "into_id", "last_on", "list_key",
        "made_at", "merged_number", "nl", "previous", "proof", "public_key", "release_id", "retired_on",
        "approval", "approval_key", "origin_id", "template", "words", "row_count", "team", "seal_key", "second_id", "secret", "from_year", "sign_key", "signature", "slot", "value_digest",
    }
)  # fmt: skip
"""Fields that say nothing to a reader."""
_NEAR = 2_000
"""A transaction's entries stand together; so far from one another at most they are looked for."""
_FEW = 8


class Narrowed(Protocol):
    """What a log may be narrowed to (`services.audit.Narrow`)."""

    @property
    def person_id(self) -> str:
        """Of whom, "" for everyone."""
        ...

    @property
    def case_id(self) -> str:
        """Of which case, "" for all."""
        ...


@dataclass(frozen=True)
class FieldLine:
    """One field from `old` to `new`, as they are stored; `code_list` when they are codes, names for references."""

    field: str
    old: Any
    new: Any
    code_list: str = ""


@dataclass(frozen=True)
class OtherLine:
    """Another entry of the same transaction."""

    number: int
    action: str
    kind: str


@dataclass(frozen=True)
class Detail:
    """All that is known about one entry.

    `about` is whom or what it is about, as the user knows it; `place` where the window shows that
    ("person:<id>", "family:<id>"), "" when it is gone. `erased`: what changed was destroyed with the record.
    """

    number: int
    at: datetime
    clock_back: bool
    who: str
    action: str
    kind: str
    about: str
    place: str
    label: str
    reason: str
    fields: tuple[FieldLine, ...]
    others: tuple[OtherLine, ...]
    more_others: int
    closed: bool
    erased: bool


def records_of(session: Session, person_id: str = "", case_id: str = "") -> dict[str, set[str]]:
    """Return the ids, by kind, of everything that belongs to a person or a case, deleted records included."""
    roots = {"persons": {person_id}} if person_id else {"cases": {case_id}}
    return closure(session.connection(), roots)


def whose(session: Session, places: Iterable[Place]) -> dict[Place, str]:
    """Return the person each of these records is about, by id."""
    wanted = set(places)
    found = persons_of(session, wanted)
    for kind, record_id in wanted - found.keys():
        table = class_of(kind)
        record = session.get(table, record_id) if table is not None else None
        if record is None:
            continue
        person_id, case_id = owners(session, record)
        case = session.get(Case, case_id) if case_id and not person_id else None
        person_id = person_id or (case.person_id if case is not None else None)
        if person_id:
            found[kind, record_id] = person_id
    return found


def names(session: Session, places: Sequence[Place]) -> dict[Place, str]:
    """Return whom or what these records are about, as the user knows it; nothing for what is gone."""
    persons = whose(session, places)
    called = names_of(session, set(persons.values()))
    found = {place: called[one] for place, one in persons.items() if one in called}
    families = {record_id for kind, record_id in places if kind == "families"}
    for family in session.scalars(select(Family).where(Family.id.in_(families))):
        found["families", family.id] = family.name
    return found


def entry_detail(desk: Desk, number: int) -> Detail:
    """Return all that is known about an entry; raises NotFound."""
    with desk.reading() as session:
        entry = session.get(AuditEntry, number)
        if entry is None:
            raise NotFound("audit_entries", str(number))
        place = entry.kind, entry.record_id
        person_id = whose(session, [place]).get(place, "")
        closed = bool(person_id) and _closed(session, place, person_id)
        batch = session.get(ChangeBatch, entry.batch_id) if entry.batch_id else None
        fields = () if closed or batch is None else _fields(session, batch.id, place)
        others = _others(session, entry)
        return Detail(
            number=entry.seq,
            at=entry.at,
            clock_back=entry.clock_back,
            who=session.scalar(select(Worker.name).where(Worker.id == entry.actor)) or entry.actor,
            action=entry.action,
            kind=entry.kind,
            about=names(session, [place]).get(place, ""),
            place=_shown_at(place, person_id),
            label=batch.label if batch is not None else "",
            reason="" if closed else _reason(session, entry, batch, person_id),
            fields=fields,
            others=others[:_FEW],
            more_others=max(0, len(others) - _FEW),
            closed=closed,
            erased=entry.action in (CHANGED, DELETED) and not closed and not _kept(session, entry),
        )


def _closed(session: Session, place: Place, person_id: str) -> bool:
    table = class_of(place[0])
    record = session.get(table, place[1]) if table is not None else None
    return is_closed(session, person_id, owners(session, record)[1] if record is not None else None)


def _fields(session: Session, batch_id: str, place: Place) -> tuple[FieldLine, ...]:
    kind, record_id = place
    rows = session.scalars(
        select(FieldChange)
        .where(FieldChange.batch_id == batch_id, FieldChange.kind == kind, FieldChange.record_id == record_id)
        .order_by(FieldChange.id)
    )
    shown = [row for row in rows if row.field not in BOOKKEEPING and (row.old, row.new) != (None, None)]
    targets = _targets(kind)
    lines = []
    for row in shown:
        target = targets.get(row.field, "")
        called = names_of_records(session, target, {row.old, row.new}) if target else {}
        old, new = (called.get(str(one), _gone(one)) if target else one for one in (row.old, row.new))
        lines.append(FieldLine(row.field, old, new, list_of(kind, row.field)))
    return tuple(lines)


def _gone(value: Any) -> Any:
    """A reference to what has no name is told by the beginning of its id."""
    return None if value is None else f"…{str(value)[:6]}"


def _targets(kind: str) -> Mapping[str, str]:
    table = class_of(kind)
    if table is None:
        return {}
    return {key.parent.name: key.column.table.name for key in layout_of(table).table.foreign_keys}


def _kept(session: Session, entry: AuditEntry) -> bool:
    """Tell whether the history still holds what this entry replaced."""
    kept = select(FieldChange.id).where(
        FieldChange.batch_id == entry.batch_id,
        FieldChange.kind == entry.kind,
        FieldChange.record_id == entry.record_id,
    )
    return session.scalar(kept.limit(1)) is not None


def _others(session: Session, entry: AuditEntry) -> tuple[OtherLine, ...]:
    if entry.batch_id is None:
        return ()
    rows = session.execute(
        select(AuditEntry.seq, AuditEntry.action, AuditEntry.kind)
        .where(
            AuditEntry.seq.between(entry.seq - _NEAR, entry.seq + _NEAR),
            AuditEntry.seq != entry.seq,
            AuditEntry.batch_id == entry.batch_id,
        )
        .order_by(AuditEntry.seq)
    )
    return tuple(OtherLine(*row) for row in rows)


def _reason(session: Session, entry: AuditEntry, batch: ChangeBatch | None, person_id: str) -> str:
    if batch is not None:
        return batch.reason or ""
    if entry.action != "emergency_access":
        return ""
    given = (
        select(EmergencyAccess.reason)
        .where(EmergencyAccess.person_id == person_id, EmergencyAccess.opened_at <= entry.at)
        .order_by(EmergencyAccess.opened_at.desc())
        .limit(1)
    )
    return session.scalar(given) or ""


def _shown_at(place: Place, person_id: str) -> str:
    kind, record_id = place
    if kind == "families":
        return f"family:{record_id}"
    if kind == "cases" and person_id:
        return f"case:{record_id}"
    return f"person:{person_id}" if person_id else ""


def called(desk: Desk, narrow: Narrowed) -> str:
    """Return what the person or case is called that a log is narrowed to; raises NotFound."""
    kind, record_id = ("persons", narrow.person_id) if narrow.person_id else ("cases", narrow.case_id)
    with desk.reading() as session:
        found = names(session, [(kind, record_id)])
    if (kind, record_id) not in found:
        raise NotFound(kind, record_id)
    return found[kind, record_id]
