# SPDX-License-Identifier: EUPL-1.2
"""Two subjects that are no table: what fields held before, and who looked and changed (their role, day and number)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import select, tuple_
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.dates import format_date
from casus.services.lists import BLOCK
from casus.services.overview.catalogue import catalogue
from casus.services.overview.gathering import Gathered, target
from casus.services.overview.model import FieldView, ItemView, Piece
from casus.services.overview.wording import Wording
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import AuditEntry, FieldChange
from casus.vault.tables.audit import ChangeBatch

HISTORY = "field_changes"
"""What earlier values are called in place of a kind of record; the batch stands in place of the record."""


def earlier_values(session: Session, found: Gathered, wording: Wording) -> Iterator[ItemView]:
    """Yield what the fields of these records held before, and of removed records all that they held, newest first."""
    pairs = found.pairs()
    rows = _changes(session, pairs | set(_removed(session, found)))
    grouped: dict[tuple[str, str, str], list[FieldChange]] = defaultdict(list)
    batches: dict[str, ChangeBatch] = {}
    for change, batch in rows:
        batches[batch.id] = batch
        grouped[batch.id, change.kind, change.record_id].append(change)
    for (batch_id, kind, record_id), changes in sorted(
        grouped.items(), key=lambda one: batches[one[0][0]].at, reverse=True
    ):
        batch = batches[batch_id]
        fields = [view for change in changes if (view := _earlier(change, wording)) is not None]
        if batch.reason:
            column = f"{kind}.{record_id}.why"
            fields.append(wording.text(HISTORY, batch_id, column, wording.word("why"), batch.reason))
        if fields:
            day = batch.at.astimezone().date()
            gone = (kind, record_id) not in pairs
            words = [codelist("record_kind").label(kind, wording.language)]
            words += [wording.word("removed")] if gone else []
            words.append(f"{wording.word('replaced_on')} {format_date(day, wording.language, 'long')}")
            yield ItemView(HISTORY, batch_id, " · ".join(words), tuple(fields), day)


def _earlier(change: FieldChange, wording: Wording) -> FieldView | None:
    spec = catalogue().tables[change.kind]
    one = next((known for known in spec.fields if known.name == change.field), None)
    record_class = class_of(change.kind)
    if one is None or change.old is None or record_class is None:
        return None
    column = layout_of(record_class).by_name[change.field]
    value = change.old if column.is_json else column.python(change.old)
    return wording.view(
        HISTORY, change.batch_id, one, value, f"{change.kind}.{change.record_id}.{change.field}"
    )


def _changes(session: Session, pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[FieldChange, ChangeBatch]]:
    wanted = sorted(pairs)
    for start in range(0, len(wanted), BLOCK // 2):
        rows = session.execute(
            select(FieldChange, ChangeBatch)
            .join(ChangeBatch, ChangeBatch.id == FieldChange.batch_id)
            .where(tuple_(FieldChange.kind, FieldChange.record_id).in_(wanted[start : start + BLOCK // 2]))
            .order_by(FieldChange.id)
        )
        yield from ((change, batch) for change, batch in rows)


def _removed(session: Session, found: Gathered) -> Iterator[tuple[str, str]]:
    """Yield the records that are gone and pointed at the person, or at a record of theirs, when they went."""
    tables = catalogue().tables.values()
    points = {(spec.kind, column): target(spec.kind, column) for spec in tables for column in spec.by}
    columns = {column for _kind, column in points}
    gone = select(FieldChange.kind, FieldChange.record_id, FieldChange.field, FieldChange.old).where(
        FieldChange.field.in_(columns), FieldChange.new.is_(None)
    )
    for kind, record_id, column, old in session.execute(gone):
        aim = points.get((kind, column))
        if aim and old in found.ids(aim) and record_id not in found.ids(kind):
            yield kind, record_id


def looks(session: Session, found: Gathered, wording: Wording) -> Iterator[ItemView]:
    """Yield per day what was done with these records, and by people of which role; the latest day first."""
    days: dict[object, Counter[tuple[str, str]]] = defaultdict(Counter)
    wanted = sorted(found.pairs())
    for start in range(0, len(wanted), BLOCK // 2):
        rows = session.execute(
            select(AuditEntry.at, AuditEntry.action, AuditEntry.actor).where(
                tuple_(AuditEntry.kind, AuditEntry.record_id).in_(wanted[start : start + BLOCK // 2])
            )
        )
        for at, action, actor in rows:
            days[at.astimezone().date()][action, wording.role(actor)] += 1
    for day in sorted(days, reverse=True):  # type: ignore[type-var]
        fields = tuple(
            FieldView(
                action,
                codelist("audit_action").label(action, wording.language),
                (Piece(f"{role}, {wording.word('times').format(count)}"),),
            )
            for (action, role), count in sorted(days[day].items())
        )
        yield ItemView("audit_entries", "", format_date(day, wording.language, "long"), fields, day)  # type: ignore[arg-type]
