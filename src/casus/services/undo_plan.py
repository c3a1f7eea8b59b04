# SPDX-License-Identifier: EUPL-1.2
"""What taking back a batch of changes comes down to, and what stands in its way.

Nothing later is ever lost: a field is put back only when it still holds what the batch wrote, a record goes
only when it is as the batch made it and nothing refers to it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.errors import UndoRefused
from casus.vault.correction_queries import ERASING
from casus.vault.history import (
    Batch,
    Change,
    changes_of,
    chunks,
    later_fields,
    present,
    stored_row,
    touched_by,
)
from casus.vault.row_digest import class_of, layout_of, record_classes
from casus.vault.tables import Case, Correction, Destruction, FieldChange, Record

NEVER_KINDS = frozenset(
    {
        "releases",
        "release_definitions",
        "release_withdrawals",
        "released_figures",
        "release_wordings",
        "indicators",
        "destructions",
        "destruction_proposals",
        "second_persons",
        "count_archives",
        "emergency_accesses",
        "own_identities",
        "ledger_keys",
    }
)
"""What went out or came in, was counted for good or destroyed: taking it back here would undo nothing there."""
NEVER_LABELS = frozenset(
    {
        "vault_created",
        "demo",
        "open_restricted",
        "retention_terms",
        "carry_out_erasing",
        "answer_match",
        "leave_team",
        "make_identity",
        "renew_identity",
        "withdraw_consent",
        "resume_ledger",
    }
)
SENDING = "send_"
"""How the label of every use case begins that seals something to a colleague: a file that is out stays out."""
DERIVED = frozenset({"sort_key", "folded", "last_contact_on", "retain_until"})
"""Fields that follow from others: worked out again when a later change touched them too."""
_BOOKKEEPING = frozenset({"version", "changed_at"})
_Place = tuple[str, str]


@dataclass(frozen=True)
class Plan:
    """What to do: records to remove, changes whose records come back, and changes of fields to put back.

    `again` names the derived fields (kind, id, field) that must be worked out instead of put back.
    """

    batch: Batch
    remove: tuple[Record, ...]
    restore: tuple[Change, ...]
    back: tuple[tuple[Record, Change], ...]
    again: frozenset[tuple[str, str, str]]

    def changes(self) -> Iterator[Change]:
        """Yield the changes of records that are there and stay, and of those that come back."""
        yield from (change for _record, change in self.back)
        yield from self.restore


def is_never(label: str, kinds: Iterable[str]) -> bool:
    """Tell whether a batch may never be taken back."""
    return label in NEVER_LABELS or label.startswith(SENDING) or not NEVER_KINDS.isdisjoint(kinds)


def plan(session: Session, batch: Batch, labels: Mapping[str, str], later: Sequence[Batch]) -> Plan:
    """Work out how to take a batch back. `labels` are the words for later batches, by id.

    Raises UndoRefused with reason gone, back_already, destroyed, erased, closed, referred, missing or changed_later.
    """
    changes = changes_of(session, batch)
    if not changes:
        raise UndoRefused("gone", kind=next(iter(batch.kinds), "vault"))
    records = present(session, changes)
    afterwards = later_fields(session, batch, changes)
    _refuse_destroyed(session, changes)
    _refuse_corrected(session, changes, {one.id for one in later})
    for change in changes:
        _check_presence(change, (change.kind, change.record_id) in records)
    _refuse_closed(session, batch, changes, records, {one.id for one in later})
    _refuse_references(session, changes)
    _refuse_missing(session, changes)
    again = _check_fields(changes, records, afterwards, labels)
    place = {(change.kind, change.record_id): change for change in changes}
    return Plan(
        batch,
        remove=tuple(records[at] for at, change in place.items() if change.created),
        restore=tuple(change for change in changes if change.deleted),
        back=tuple((records[at], change) for at, change in place.items() if change.before and change.after),
        again=again,
    )


def _check_presence(change: Change, there: bool) -> None:
    record_class = class_of(change.kind)
    if record_class is None or (change.after and not there):
        raise UndoRefused("gone", kind=change.kind)
    if change.deleted and layout_of(record_class).secrets:  # the history never held them
        raise UndoRefused("gone", kind=change.kind)
    if change.deleted and there:
        raise UndoRefused("back_already", kind=change.kind)


def _check_fields(
    changes: Sequence[Change],
    records: Mapping[_Place, Record],
    afterwards: Mapping[_Place, Mapping[str, tuple[Any, str]]],
    labels: Mapping[str, str],
) -> frozenset[tuple[str, str, str]]:
    """Refuse when a field holds something else than the batch left in it; return the derived ones that do."""
    again: set[tuple[str, str, str]] = set()
    for change in changes:
        if change.deleted:
            continue
        at = (change.kind, change.record_id)
        replaced = afterwards.get(at, {})
        left = {name: value for name, (value, _by) in replaced.items()} if change.created else {}
        left |= {name: new for name, (_old, new) in change.fields.items()} if change.before else {}
        now = stored_row(records[at]) if left else {}
        for name in left.keys() - _BOOKKEEPING:
            if now.get(name) == left[name]:
                continue
            if name not in DERIVED:
                act = labels.get(replaced[name][1], "change") if name in replaced else "change"
                raise UndoRefused("changed_later", kind=change.kind, act=act)
            again.add((*at, name))
    return frozenset(again)


def _refuse_destroyed(session: Session, changes: Sequence[Change]) -> None:
    ids = [change.record_id for change in changes]
    for chunk in chunks(ids):
        gone = select(Destruction.record_kind).where(
            Destruction.record_id.in_(chunk), Destruction.destroyed_on.is_not(None)
        )
        if (kind := session.scalar(gone.limit(1))) is not None:
            raise UndoRefused("destroyed", kind=kind)


def _refuse_corrected(session: Session, changes: Sequence[Change], later: set[str]) -> None:
    """Refuse what came before something of it was erased on request, and a decision that was carried out since."""
    for chunk in chunks([change.record_id for change in changes]):
        rows = select(
            Correction.id, Correction.record_kind, Correction.decision, Correction.carried_batch_id
        ).where(
            or_(Correction.record_id.in_(chunk), Correction.id.in_(chunk)),
            Correction.carried_out_on.is_not(None),
        )
        for correction_id, kind, decision, by in session.execute(rows):
            if by not in later:
                continue
            if decision in ERASING:
                raise UndoRefused("erased", kind=kind)
            if correction_id in chunk:
                raise UndoRefused("changed_later", kind="corrections", act="carry_out_kept")


# --- cases that were closed since ------------------------------------------------------------------


def _refuse_closed(
    session: Session,
    batch: Batch,
    changes: Sequence[Change],
    records: Mapping[_Place, Record],
    later: set[str],
) -> None:
    """Refuse to touch a case that was closed after the batch, and to close one again in which work went on."""
    case_ids = sorted({one for change in changes for one in _cases_of(change, records)})
    for chunk in chunks(case_ids):
        closed = select(Case.id).where(Case.id.in_(chunk), Case.closed_on.is_not(None))
        if _closed_in(session, list(session.scalars(closed)), later):
            raise UndoRefused("closed", kind="cases")
    for change in changes:
        if change.kind == "cases" and change.fields.get("closed_on", (None, None))[0] is not None:
            _refuse_work_since(session, batch, change.record_id, later)


def _closed_in(session: Session, case_ids: Sequence[str], later: set[str]) -> bool:
    """Tell whether one of these cases was closed in one of the later batches."""
    closings = select(FieldChange.batch_id, FieldChange.new).where(
        FieldChange.kind == "cases", FieldChange.record_id.in_(case_ids), FieldChange.field == "closed_on"
    )
    return any(by in later and new is not None for by, new in session.execute(closings))


def _refuse_work_since(session: Session, batch: Batch, case_id: str, later: set[str]) -> None:
    for record_class in record_classes():
        table = layout_of(record_class).table
        if "case_id" in table.c:
            ids = list(session.scalars(select(table.c.id).where(table.c.case_id == case_id)))
            if touched_by(session, batch, table.name, ids) & later:
                raise UndoRefused("referred", kind=table.name)


def _cases_of(change: Change, records: Mapping[_Place, Record]) -> Iterator[str]:
    record = records.get((change.kind, change.record_id))
    if change.kind == "cases":
        yield change.record_id
    elif record is not None and getattr(record, "case_id", None):
        yield str(getattr(record, "case_id", ""))
    elif "case_id" in change.fields and change.fields["case_id"][0]:
        yield str(change.fields["case_id"][0])


# --- references ------------------------------------------------------------------------------------


def _references() -> Iterator[tuple[type[Record], str, str]]:
    """Yield (class, column, kind it refers to) for every reference between records."""
    for record_class in record_classes():
        for key in layout_of(record_class).table.foreign_keys:
            yield record_class, key.parent.name, key.column.table.name


def _refuse_references(session: Session, changes: Sequence[Change]) -> None:
    """Refuse when a record that would go is referred to by one that stays."""
    going: dict[str, list[str]] = {}
    for change in changes:
        if change.created:
            going.setdefault(change.kind, []).append(change.record_id)
    own = {(change.kind, change.record_id): change for change in changes}
    for record_class, column, target in _references():
        table = layout_of(record_class).table
        for chunk in chunks(going.get(target, [])):
            for (record_id,) in session.execute(select(table.c.id).where(table.c[column].in_(chunk))):
                mine = own.get((table.name, record_id))
                if mine is None or not (mine.created or column in mine.fields):
                    raise UndoRefused("referred", kind=table.name)


def _refuse_missing(session: Session, changes: Sequence[Change]) -> None:
    """Refuse when what comes back refers to a record that is gone."""
    wanted: dict[str, set[str]] = {}
    columns = {(layout_of(one).kind, column): target for one, column, target in _references()}
    for change in changes:
        for name, (old, _new) in change.fields.items():
            target = columns.get((change.kind, name))
            if change.before and target is not None and old is not None:
                wanted.setdefault(target, set()).add(str(old))
    for kind, ids in wanted.items():
        here = {change.record_id for change in changes if change.kind == kind and change.deleted}
        going = {change.record_id for change in changes if change.kind == kind and change.created}
        if ids & going or not _all_there(session, kind, sorted(ids - here)):
            raise UndoRefused("missing", kind=kind)


def _all_there(session: Session, kind: str, ids: Sequence[str]) -> bool:
    record_class = class_of(kind)
    assert record_class is not None
    table = layout_of(record_class).table
    return all(
        len(session.execute(select(table.c.id).where(table.c.id.in_(chunk))).all()) == len(chunk)
        for chunk in chunks(ids)
    )
