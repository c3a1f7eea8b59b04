# SPDX-License-Identifier: EUPL-1.2
"""Taking a merge apart, at any later time: what came from either goes back, what came since is assigned.

Nothing that was written since is lost. A record that was changed goes back with its change; a field of the person
that was changed stays with whom the worker says; what was deleted stays deleted.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.domain.names import sort_key
from casus.domain.phases import check_reason
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.merging import arrived
from casus.services.merging.carry_out import derive
from casus.services.merging.compare import refuse_closed
from casus.services.merging.conflicts import require_mergeable
from casus.services.merging.fields import groups
from casus.services.merging.merge import KINDS
from casus.services.merging.past import Past, past_of
from casus.services.merging.references import ids_of, references
from casus.services.naming import list_name, person_name
from casus.vault.audit_log import CREATED
from casus.vault.history import Change, chunks, stored_row
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import AccessRequest, Case, Correction, Person, PersonMerge, Record
from casus.vault.tables.audit import AuditEntry

KEPT, MERGED, BOTH = "kept", "merged", "both"
_DERIVED = frozenset({"retain_until", "sort_key"})
_PARENTS = {"corrections": ("request_id", AccessRequest), "recipient_notices": ("correction_id", Correction)}
"""What goes with the record it belongs to, by kind: the column that names it, and its class."""
_NOT_ASSIGNED = frozenset({"person_merges", "not_duplicates", "emergency_accesses", *_PARENTS})
_DAYS = ("on", "due_on", "registered_on", "entered_on", "opened_on", "received_on", "month", "from_on")
_TITLES = ("title", "name", "number", "what", "report", "note")


class Later(NamedTuple):
    """A record that came after the merge, to be assigned: its kind, and what it is recognised by."""

    kind: str
    id: str
    on: date | datetime
    code: str
    title: str


class Taking(NamedTuple):
    """What taking a merge apart asks: both names, fields changed since with their values, records that came since."""

    merge_id: str
    version: int
    kept_name: str
    merged_name: str
    merged_number: str
    fields: tuple[tuple[str, Mapping[str, Any], Mapping[str, Any]], ...]
    later: tuple[Later, ...]
    returning: int


def preview(desk: Desk, merge_id: str) -> Taking:
    """Return what taking this merge apart asks. Raises NotFound, NotAllowed as `split`."""
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        past = past_of(session, merge_id)
        refuse_closed(session, past.kept)
        name = (past.merged.get(key) for key in ("surname", "prefix", "given_name", "call_name"))
        surname, prefix, given, call_name = name
        return Taking(
            merge_id,
            past.record.version,
            person_name(past.kept),
            list_name(surname or "", prefix, given or "", call_name),
            past.record.merged_number,
            tuple(_field(past, key) for key in past.changed_since()),
            tuple(_later(session, past)),
            _returning(session, past),
        )


def split(
    desk: Desk, merge_id: str, assignment: Mapping[str, str], reason: str, *, version: int | None = None
) -> Done[Person]:
    """Make two persons of one again; return the one who comes back, with the id and the number of then.

    `assignment` says kept (when left out) or merged by the id of each record that came since, and kept, merged or
    both by the key of each field that changed since. What belongs to a case goes with its case.

    Raises InvalidForm, NotFound, StaleRecord; NotAllowed: merged_further (take that one apart first),
    merge_erased (its history was destroyed), merge_elsewhere (it was done in another vault), restricted,
    merge_destruction, merge_correction, role.
    """
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    for key, to in assignment.items():
        if to not in (KEPT, MERGED, BOTH) or (to == BOTH and key not in groups()):
            check.refuse(key, "unknown_code")
    with desk.changing(words, label="split_persons") as session:
        past = past_of(session, merge_id, version)
        refuse_closed(session, past.kept)
        require_mergeable(session, past.kept, past.kept)
        check.finish()
        later = [one for one in _later(session, past) if assignment.get(one.id) == MERGED]
        changed = past.changed_since()
        touched = past.touched_since(session, "cases", _cases_of(session, past))
        _bring_back(session, desk, past, changed, assignment)
        _put_back(session, past, changed, assignment)
        _restore_records(session, desk, past)
        _assign(session, past, later)
        session.delete(past.record)
        session.flush()
        _follow_cases(session, past)
        _follow_parents(session, past)
        derive(session, (past.kept.id, past.record.merged_id), touched)
        person = session.get_one(Person, past.record.merged_id)
    kinds = (*KINDS, *(one.kind for one in references()))
    return Done(person, Changes.of(kinds, merge_id, past.kept.id, person.id))


def _returning(session: Session, past: Past) -> int:
    if past.arrived:
        return len({record.id for record, _column in arrived.came(session, past)})
    return len({(one.kind, one.record_id) for one, _column in _moved(past)})


# --- the two persons -------------------------------------------------------------------------------


def _bring_back(
    session: Session, desk: Desk, past: Past, changed: tuple[str, ...], assignment: Mapping[str, str]
) -> None:
    """Put the person who went on file again, as it was; with what changed since where that was said."""
    if past.arrived:
        arrived.give_number_back(session, past)
    row = dict(past.merged)
    now = stored_row(past.kept)
    for key in changed:
        if assignment.get(key) in (MERGED, BOTH):
            row.update({column: now.get(column) for column in groups()[key]})
    values = _values(Person, row, now)
    name = (values["surname"], values["prefix"] or "", values["given_name"] or values["call_name"] or "")
    desk.vault.insert_many(session, Person, [{**values, "sort_key": sort_key(*name)}])


def _put_back(session: Session, past: Past, changed: tuple[str, ...], assignment: Mapping[str, str]) -> None:
    """Give the person kept its own fields again, but those that changed since and stay with it."""
    columns = layout_of(Person).by_name
    kept = past.kept
    for key, names in groups().items():
        if key in changed and assignment.get(key, KEPT) != MERGED:
            continue
        for name in names:
            value = columns[name].python(past.before.get(name))
            if getattr(kept, name) != value:
                setattr(kept, name, value)
    kept.sort_key = sort_key(kept.surname, kept.prefix or "", kept.given_name or kept.call_name or "")
    session.flush()


# --- the records -----------------------------------------------------------------------------------


def _restore_records(session: Session, desk: Desk, past: Past) -> None:
    """Undo what the merge did to records, as far as they still hold what it left in them."""
    if past.arrived:
        arrived.give_back(session, past)
        return
    moved = {(one.kind, one.record_id, column) for one, column in _moved(past)}
    reopened = _cases_changed_since(session, past)
    for change in past.changes:
        record_class = class_of(change.kind)
        if record_class is None or change.kind == "persons":
            if change.record_id not in (past.kept.id, past.record.merged_id):
                _restore_fields(session, change, moved, frozenset())
            continue
        if change.deleted:
            _reinsert(session, desk, record_class, change)
        elif change.before:
            _restore_fields(session, change, moved, reopened)
        elif change.kind != "person_merges":
            _drop_added(session, record_class, change, reopened)
    session.flush()


def _restore_fields(
    session: Session,
    change: Change,
    moved: set[tuple[str, str, str]],
    reopened: frozenset[str],
) -> None:
    record_class = class_of(change.kind)
    record = session.get(record_class, change.record_id) if record_class is not None else None
    if record is None or record_class is None:
        return
    columns, now = layout_of(record_class).by_name, stored_row(record)
    case_id = change.record_id if change.kind == "cases" else now.get("case_id")
    for name, (old, new) in change.fields.items():
        if name in _DERIVED or name not in columns:
            continue
        if now.get(name) == new and (
            case_id not in reopened or (change.kind, change.record_id, name) in moved
        ):
            setattr(record, columns[name].attribute, columns[name].python(old))


def _reinsert(session: Session, desk: Desk, record_class: type[Record], change: Change) -> None:
    """Bring a record back that the merge took away, unless what it belongs to is gone since."""
    if session.get(record_class, change.record_id) is not None:
        return
    row = {name: old for name, (old, _new) in change.fields.items()}
    table = layout_of(record_class).table
    for key in table.foreign_keys:
        value = row.get(key.parent.name)
        target = class_of(key.column.table.name)
        if value is not None and target is not None and session.get(target, value) is None:
            if not key.parent.nullable:
                return
            row[key.parent.name] = None
    desk.vault.insert_many(session, record_class, [_values(record_class, row, {})])


def _drop_added(
    session: Session, record_class: type[Record], change: Change, reopened: frozenset[str]
) -> None:
    record = session.get(record_class, change.record_id)
    if record is not None and getattr(record, "case_id", None) not in reopened:
        session.delete(record)


def _cases_changed_since(session: Session, past: Past) -> frozenset[str]:
    """Return the cases the merge closed and that stand otherwise now: somebody went on with them."""
    found = set()
    for change in past.changes:
        if change.kind == "cases" and "phase" in change.fields:
            case = session.get(Case, change.record_id)
            if case is not None and case.phase != change.fields["phase"][1]:
                found.add(change.record_id)
    return frozenset(found)


def _assign(session: Session, past: Past, later: list[Later]) -> None:
    wanted = {(one.kind, one.id) for one in later}
    for reference in references():
        for record_id in ids_of(session, reference, past.kept.id):
            if (reference.kind, record_id) in wanted:
                record = session.get_one(reference.record_class, record_id)
                setattr(record, reference.column, past.record.merged_id)
    session.flush()


def _follow_cases(session: Session, past: Past) -> None:
    """Let what belongs to a case go with its case, whoever wrote it since."""
    both = (past.kept.id, past.record.merged_id)
    owners = dict(session.execute(select(Case.id, Case.person_id).where(Case.person_id.in_(both))).all())
    for reference in references():
        table = layout_of(reference.record_class).table
        if reference.column != "person_id" or "case_id" not in table.c:
            continue
        record_class: Any = reference.record_class
        for record in session.scalars(select(record_class).where(record_class.person_id.in_(both))):
            owner = owners.get(record.case_id)
            if owner is not None and record.person_id != owner:
                record.person_id = owner
    session.flush()


def _follow_parents(session: Session, past: Past) -> None:
    both = (past.kept.id, past.record.merged_id)
    for kind, (column, parent) in _PARENTS.items():
        record_class: Any = class_of(kind)
        for record in session.scalars(select(record_class).where(record_class.person_id.in_(both))):
            above: Any = session.get_one(parent, getattr(record, column))
            owner = above.person_id
            if record.person_id != owner:
                record.person_id = owner
        session.flush()


def _cases_of(session: Session, past: Past) -> list[str]:
    return list(session.scalars(select(Case.id).where(Case.person_id == past.kept.id)))


# --- what came since -------------------------------------------------------------------------------


def _later(session: Session, past: Past) -> Iterator[Later]:
    """Yield what was recorded of the person since the merge and belongs to no case that goes its own way."""
    own = {(one.kind, one.record_id) for one in past.changes}
    own |= _of_other_merges(session, past)
    for reference in references():
        if reference.soft or reference.kind in _NOT_ASSIGNED:
            continue
        ids = [one for one in ids_of(session, reference, past.kept.id) if (reference.kind, one) not in own]
        for record_id in _created_after(session, reference.kind, ids, past.batch.last_seq):
            record: Any = session.get_one(reference.record_class, record_id)
            if getattr(record, "case_id", None) is None:
                yield _described(reference.kind, record)


def _of_other_merges(session: Session, past: Past) -> set[tuple[str, str]]:
    """Return what other merges brought to the person kept: that goes back with those."""
    others = select(PersonMerge.id).where(
        PersonMerge.into_id == past.kept.id,
        PersonMerge.kept_id == past.kept.id,
        PersonMerge.id != past.record.id,
    )
    found: set[tuple[str, str]] = set()
    for merge_id in session.scalars(others):
        with suppress(NotAllowed):  # its history is gone: then it cannot go back either
            found |= {(one.kind, one.record_id) for one in past_of(session, merge_id).changes}
    return found


def _created_after(session: Session, kind: str, ids: list[str], seq: int) -> Iterator[str]:
    first = func.min(AuditEntry.seq)
    for chunk in chunks(ids):
        query = select(AuditEntry.record_id).where(
            AuditEntry.kind == kind, AuditEntry.record_id.in_(chunk), AuditEntry.action == CREATED
        )
        yield from session.scalars(query.group_by(AuditEntry.record_id).having(first > seq).order_by(first))


def _described(kind: str, record: Any) -> Later:
    on = next((day for name in _DAYS if (day := getattr(record, name, None)) is not None), record.created_at)
    code = getattr(record, "kind", None) or getattr(record, "approach", None) or ""
    if isinstance(record, Person):
        return Later(kind, record.id, record.created_at, "", person_name(record))
    title = next((words for name in _TITLES if (words := getattr(record, name, None))), "")
    return Later(kind, record.id, on, code, str(title))


def _moved(past: Past) -> Iterator[tuple[Change, str]]:
    """Yield the records, with the column, that pointed at the person who went."""
    for change in past.changes:
        for name, (old, new) in change.fields.items():
            if change.before and change.after and old == past.record.merged_id and new == past.kept.id:
                yield change, name


def _field(past: Past, key: str) -> tuple[str, Mapping[str, Any], Mapping[str, Any]]:
    """Return a field that changed since: its values now, and those of the person who went."""
    columns = layout_of(Person).by_name
    now = {column: getattr(past.kept, column) for column in groups()[key]}
    then = {column: columns[column].python(past.merged.get(column)) for column in groups()[key]}
    return key, now, then


def _values(record_class: type[Record], row: Mapping[str, Any], instead: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as it is inserted; its version goes on, so that a form that was open notices.

    A column of later than the merge, that may not be empty, is taken from `instead`.
    """
    layout = layout_of(record_class)
    values = {}
    for column in layout.columns:
        stored = row.get(column.name)
        if stored is None and not layout.table.c[column.name].nullable:
            stored = instead.get(column.name)
        values[column.attribute] = column.python(stored)
    del values["changed_at"]
    values["version"] = (values["version"] or 1) + 1
    return values
