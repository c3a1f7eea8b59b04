# SPDX-License-Identifier: EUPL-1.2
"""Gathers what travels with a case from the vault: its own records, and of others only what makes them readable."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from casus.services.checks import fetch
from casus.services.corrections.fields import digest, value_of
from casus.services.desk import Desk
from casus.services.hand_over import VERSION, HandOver, Row, Rows
from casus.services.hand_over_parts import (
    BY_CASE,
    BY_CASE_OR_PERSON,
    BY_PERSON,
    NAMED,
    OF_FAMILY,
    OF_MEMBER,
    OF_MERGE,
    OF_RELATIVE,
    UNDER,
    is_left_out,
    record_parts,
)
from casus.vault.queries import member_now
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import Case, Correction, Family, FamilyMember, Person, PersonMerge, Record

_Parts = dict[str, Rows]
_CHUNK = 500
SAME, OTHER = "same", "other"
"""In place of the digest of a disputed value: whether it still stands there."""


def hand_over(desk: Desk, case_id: str) -> HandOver:
    """Gather everything of one case; raises NotFound, NotAllowed("restricted")."""
    with desk.reading() as session:
        return gather(session, desk, case_id)


def gather(session: Session, desk: Desk, case_id: str) -> HandOver:
    """Gather everything of one case within a session, in a fixed number of queries; raises as `hand_over`.

    It is logged as handed over only when it leaves, by what sends it.
    """
    case = fetch(session, Case, case_id)
    person = fetch(session, Person, case.person_id)
    parts: _Parts = {}
    for name, kind in BY_PERSON.items():
        parts[name] = _rows(session, kind, _column(kind, "person_id") == person.id)
    for name, kind in BY_CASE.items():
        parts[name] = _rows(session, kind, _column(kind, "case_id") == case.id)
    for name, kind in BY_CASE_OR_PERSON.items():
        parts[name] = _rows(session, kind, _ours(kind, case))
    for name, (kind, column, above) in UNDER.items():
        parts[name] = _under(session, kind, column, [row["id"] for row in parts[above]])
    parts["corrections"] = tuple(_compared(session, desk, row) for row in parts["corrections"])
    family, members = _family(session, case, person)
    _leave_behind(parts, case, person, family)
    singles = [dict(_row(case)), dict(_row(person))]
    whole = [*singles, *(row for rows in parts.values() for row in rows)]
    parts |= _named(session, whole, but={person.id, *(row["id"] for row in members)})
    merges = PersonMerge.kept_id == person.id
    parts["numbers"] = _rows(session, PersonMerge, merges, OF_MERGE)
    return HandOver(
        VERSION, desk.today(), singles[0], singles[1], family=family, family_members=members, **parts
    )


def _ours(kind: type[Record], case: Case) -> ColumnElement[bool]:
    in_case = _column(kind, "case_id")
    ours: ColumnElement[bool] = in_case == case.id
    alone: ColumnElement[bool] = in_case.is_(None) & (_column(kind, "person_id") == case.person_id)
    return ours | alone


def _under(session: Session, kind: type[Record], column: str, ids: Sequence[str]) -> Rows:
    found: list[Row] = []
    for at in range(0, len(ids), _CHUNK):
        found += _rows(session, kind, _column(kind, column).in_(ids[at : at + _CHUNK]))
    return tuple(sorted(found, key=lambda row: str(row["id"])))


def _compared(session: Session, desk: Desk, row: Row) -> Row:
    """Say in place of a digest, which only this vault can make, whether the disputed value still stands there."""
    correction = session.get_one(Correction, row["id"])
    kind, field = correction.record_kind, correction.field
    record_class = class_of(kind)
    record = session.get(record_class, correction.record_id) if record_class is not None else None
    now = digest(desk, kind, field, value_of(record, field)) if record is not None else ""
    return {**row, "value_digest": SAME if now == correction.value_digest else OTHER}


# --- what stays behind -----------------------------------------------------------------------------


def _leave_behind(parts: _Parts, case: Case, person: Person, family: Row | None) -> None:
    """Leave out references to records that stay, and the records that mean nothing without one.

    What a case shares with another case of the person (a contact that reports an appointment) stays behind.
    """
    there = {layout_of(kind).kind: {row["id"] for row in parts[name]} for name, kind in record_parts()}
    there |= {"cases": {case.id}, "families": {str(family["id"])} if family else set()}
    named = {layout_of(one.record_class).kind for one in NAMED.values()}
    parts["appointments"] = tuple(
        row for row in parts["appointments"] if row.get("contact_id") in (None, *there["contacts"])
    )
    for name in ("corrections", "masks"):
        there_too = there | {"persons": {person.id}}
        parts[name] = tuple(
            row for row in parts[name] if row["record_id"] in there_too.get(row["record_kind"], ())
        )
    kept = {row["id"] for row in parts["corrections"]}
    parts["notices"] = tuple(
        row
        for row in parts["notices"]
        if row["correction_id"] in kept and row["sharing_id"] in there["data_sharings"]
    )
    for name, kind in record_parts():
        keys = [
            (key.parent.name, key.column.table.name)
            for key in layout_of(kind).table.foreign_keys
            if key.column.table.name not in named
        ]
        parts[name] = tuple(_with_known(row, keys, there) for row in parts[name])


def _with_known(row: Row, keys: Sequence[tuple[str, str]], there: Mapping[str, set[str]]) -> Row:
    gone = {column for column, target in keys if row.get(column) not in (None, *there.get(target, ()))}
    return {name: value for name, value in row.items() if name not in gone} if gone else row


# --- what the records refer to ---------------------------------------------------------------------


def _family(session: Session, case: Case, person: Person) -> tuple[Row | None, Rows]:
    """The family of the case, else the one the person belongs to now; its members with the least."""
    own = select(FamilyMember.family_id).where(FamilyMember.person_id == person.id, member_now()).limit(1)
    family_id = case.family_id or session.scalar(own)
    family = session.get(Family, family_id) if family_id else None
    if family is None:
        return None, ()
    rows = session.execute(
        select(FamilyMember, Person)
        .join(Person, Person.id == FamilyMember.person_id)
        .where(FamilyMember.family_id == family.id, member_now())
        .order_by(Person.id)
    )
    members = tuple({**_row(member, OF_MEMBER), **_row(one, OF_RELATIVE)} for member, one in rows)
    return _row(family, OF_FAMILY), members


def _named(session: Session, rows: Sequence[Row], but: set[str]) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for name, (kind, kept, refers) in NAMED.items():
        ids = sorted({row[column] for row in rows for column in refers if row.get(column)} - but)
        parts = [
            _rows(session, kind, _column(kind, "id").in_(ids[at : at + _CHUNK]), kept)
            for at in range(0, len(ids), _CHUNK)
        ]
        found[name] = tuple(row for part in parts for row in part)
    return found


def _rows(
    session: Session, kind: type[Record], clause: ColumnElement[bool], columns: Sequence[str] = ()
) -> Rows:
    return tuple(_row(one, columns) for one in session.scalars(select(kind).where(clause).order_by(kind.id)))


def _row(record: Record, columns: Sequence[str] = ()) -> Row:
    layout = layout_of(type(record))
    return dict(_told(layout.kind, layout.stored(vars(record)), columns))


def _told(kind: str, stored: Mapping[str, Any], columns: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for name, value in stored.items():
        if name in columns or (not columns and not is_left_out(kind, name)):
            yield name, value


def _column(kind: type[Record], name: str) -> Any:
    return getattr(kind, name)
