# SPDX-License-Identifier: EUPL-1.2
"""Corrections read back: what stands beside a record, what a form shows, and what of a dossier can be disputed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotFound
from casus.services.checks import fetch
from casus.services.corrections.deciding import is_quoted
from casus.services.corrections.fields import FIELDS, WHOLE, digest, of_person, record_of, value_of
from casus.services.corrections.notices import open_notices
from casus.services.desk import Desk
from casus.services.naming import names_of
from casus.vault.correction_queries import CHANGING, ERASING
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import (
    Correction,
    FieldChange,
    Person,
    Record,
    Worker,
)

STATEMENT = "statement"
_BEGINNING = 300
MOST_RECORDS = 400
"""Records of one kind that are offered to choose from, the newest; older ones are disputed where they stand."""


@dataclass(frozen=True)
class Beside:
    """What is shown beside a record: the person's own view, both versions of a correction, or that it was erased.

    `old` is the value before, as the history has it (codes as codes); None when it was erased or is a statement.
    """

    correction_id: str
    record_kind: str
    record_id: str
    field: str | None
    decision: str
    on: date
    statement: str = ""
    old: Any = None
    new: Any = None
    reasoning: str = ""


@dataclass(frozen=True)
class CorrectionRow:
    """One item as a dossier lists it; `state` is of list correction_state, `day` that of the disputed record."""

    record: Correction
    state: str
    decided_by: str
    beside: Beside | None
    to_tell: int
    gone: bool
    day: date | None


@dataclass(frozen=True)
class CorrectionView:
    """One item for its forms: what stands there now, what stood there when it was noted when that is another.

    `seen` is the digest of `now`, which a decision sends along. `also_in` says where else in the person's records
    the same words stand: those are not altered by themselves.
    """

    record: Correction
    person_name: str
    now: Any
    noted: Any
    changed: bool
    seen: str
    workers: tuple[tuple[str, str], ...]
    also_in: tuple["Mention", ...] = ()


@dataclass(frozen=True)
class Mention:
    """Another place in the person's records where the disputed words stand."""

    kind: str
    id: str
    field: str
    on: date | None


@dataclass(frozen=True)
class Disputable:
    """A record that can be disputed: its kind and id, its day, words by which to know it again, and what it says.

    `values` holds the beginning of each field that says something, by name.
    """

    kind: str
    id: str
    on: date | None
    words: str
    values: Mapping[str, str]
    whole: bool


def besides_of(session: Session, person_id: str) -> dict[tuple[str, str], tuple[Beside, ...]]:
    """Return what is shown beside the records of a person, by kind and id, the oldest first."""
    wanted = select(Correction).where(
        Correction.person_id == person_id, Correction.carried_out_on.is_not(None)
    )
    found: dict[tuple[str, str], tuple[Beside, ...]] = {}
    for one in session.scalars(wanted.order_by(Correction.carried_out_on, Correction.created_at)):
        beside = _beside(session, one)
        if beside is not None:
            place = (one.record_kind, one.record_id)
            found[place] = (*found.get(place, ()), beside)
    return found


def besides_about(desk: Desk, kind: str, record_id: str) -> tuple[Beside, ...]:
    """Return what is shown beside one record, for the form that changes it."""
    wanted = select(Correction).where(
        Correction.record_kind == kind,
        Correction.record_id == record_id,
        Correction.carried_out_on.is_not(None),
    )
    with desk.reading() as session:
        found = [_beside(session, one) for one in session.scalars(wanted.order_by(Correction.carried_out_on))]
    return tuple(one for one in found if one is not None)


def corrections_of(session: Session, person_id: str) -> tuple[CorrectionRow, ...]:
    """Return what a person disputed, the latest first."""
    wanted = (
        select(Correction, Worker.name)
        .outerjoin(Worker, Worker.id == Correction.decided_by_id)
        .where(Correction.person_id == person_id)
        .order_by(Correction.noted_on.desc(), Correction.created_at.desc())
    )
    to_tell = open_notices(session, person_id)
    return tuple(_row(session, one, name or "", to_tell) for one, name in session.execute(wanted))


def _row(session: Session, one: Correction, decided_by: str, to_tell: Mapping[str, int]) -> CorrectionRow:
    record_class = class_of(one.record_kind)
    record = session.get(record_class, one.record_id) if record_class is not None else None
    beside = _beside(session, one) if one.carried_out_on is not None else None
    day = _day_of(record) if record is not None else None
    return CorrectionRow(one, state_of(one), decided_by, beside, to_tell.get(one.id, 0), record is None, day)


def state_of(correction: Correction) -> str:
    """Return how a correction stands, as a code of list correction_state."""
    if correction.decision is None:
        return "noted"
    if correction.carried_out_on is not None:
        return "done"
    return "decided" if correction.decision in CHANGING else "refused"


def get_correction(desk: Desk, correction_id: str) -> CorrectionView:
    """Return one item for a form; raises NotFound when it or the disputed record is gone."""
    with desk.reading() as session:
        correction = fetch(session, Correction, correction_id)
        kind, field = correction.record_kind, correction.field
        now = value_of(record_of(session, kind, correction.record_id), field)
        seen = digest(desk, kind, field, now)
        noted = now if seen == correction.value_digest else _noted(session, desk, correction)
        workers = session.execute(select(Worker.id, Worker.name).order_by(Worker.sort_key))
        return CorrectionView(
            correction,
            names_of(session, [correction.person_id]).get(correction.person_id, ""),
            now,
            noted,
            seen != correction.value_digest,
            seen,
            tuple((one.id, one.name) for one in workers),
            tuple(_mentions(session, correction, now)) if correction.decision in ERASING else (),
        )


def current_value(desk: Desk, kind: str, record_id: str, field: str | None) -> Any:
    """Return what stands in a field now, in its plain form; raises NotFound."""
    with desk.reading() as session:
        return value_of(record_of(session, kind, record_id), field)


def disputables(desk: Desk, person_id: str) -> list[Disputable]:
    """Return the records of a person that can be disputed, by kind in the order of `FIELDS`, the newest first."""
    with desk.reading() as session:
        if session.get(Person, person_id) is None:
            raise NotFound("persons", person_id)
        return list(_disputables(session, person_id))


def _mentions(session: Session, correction: Correction, value: Any) -> Iterator[Mention]:
    """Yield where else the words that have to go stand; a whole record has no words to look for."""
    if correction.field is None or not isinstance(value, str):
        return
    for kind, record, values in _said(session, correction.person_id):
        for name, text in values.items():
            here = (kind, record.id, name) == (correction.record_kind, correction.record_id, correction.field)
            if not here and is_quoted(value, text):
                yield Mention(kind, record.id, name, _day_of(record))


def _disputables(session: Session, person_id: str) -> Iterator[Disputable]:
    for kind, record, values in _said(session, person_id):
        there = {name: text[:_BEGINNING] for name, text in values.items()}
        if there:
            yield Disputable(kind, record.id, _day_of(record), _words_of(record), there, kind in WHOLE)


def _said(session: Session, person_id: str) -> Iterator[tuple[str, Record, dict[str, str]]]:
    """Yield the records of a person with what their fields say, by kind in the order of `FIELDS`, the newest first."""
    for kind, fields in FIELDS.items():
        record_class = class_of(kind)
        assert record_class is not None
        table, mine = layout_of(record_class).table, of_person(kind, person_id)
        if kind == "assessment_scores":
            mine &= table.c.note.is_not(None)
        wanted: Any = select(record_class).where(mine)
        for record in session.scalars(wanted.order_by(table.c.created_at.desc()).limit(MOST_RECORDS)):
            said = {name: value_of(record, name) for name in fields}
            yield kind, record, {name: str(value) for name, value in said.items() if value not in (None, "")}


def _day_of(record: Record) -> date | None:
    names = ("on", "opened_on", "entered_on", "registered_on", "status_since", "offered_on", "received_on")
    return next((day for name in names if (day := getattr(record, name, None))), None)


def _words_of(record: Record) -> str:
    """Return the first words a record says, so that it is known again in a list."""
    names = (
        "number", "title", "name", "life_domain", "report", "summary", "reasoning", "reason", "what", "note"
    )  # fmt: skip
    said: Iterable[str] = (str(getattr(record, name, None) or "") for name in names)
    return " ".join(next((one for one in said if one), "").split())[:60]


def _beside(session: Session, one: Correction) -> Beside | None:
    assert one.carried_out_on is not None
    place = (one.id, one.record_kind, one.record_id, one.field, one.decision or "", one.carried_out_on)
    if one.decision == STATEMENT:
        return Beside(*place, statement=one.statement or "", reasoning=one.reasoning or "")
    if one.decision in ERASING:
        return Beside(*place, reasoning=one.reasoning or "")
    wanted = select(FieldChange).where(
        FieldChange.batch_id == one.carried_batch_id,
        FieldChange.kind == one.record_kind,
        FieldChange.record_id == one.record_id,
        FieldChange.field == one.field,
    )
    change = session.scalar(wanted.limit(1))
    if change is None:
        return None
    return Beside(
        *place, statement=one.statement or "", old=change.old, new=change.new, reasoning=one.reasoning or ""
    )


def _noted(session: Session, desk: Desk, correction: Correction) -> Any:
    """Return the value that stood there when it was noted, from the history; None when that no longer has it."""
    if correction.field is None:
        return None
    wanted = select(FieldChange.old, FieldChange.new).where(
        FieldChange.kind == correction.record_kind,
        FieldChange.record_id == correction.record_id,
        FieldChange.field == correction.field,
    )
    values = [value for row in session.execute(wanted) for value in row]
    about = (desk, correction.record_kind, correction.field)
    return next((value for value in values if digest(*about, value) == correction.value_digest), None)
