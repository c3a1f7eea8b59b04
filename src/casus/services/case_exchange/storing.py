# SPDX-License-Identifier: EUPL-1.2
"""A case that came is put on file: new records with their ids, and what is here of it brought up to what came."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from casus.errors import HandOverInvalid
from casus.services.case_exchange.matching import Match
from casus.services.corrections.fields import digest, value_of
from casus.services.desk import Desk
from casus.services.hand_over import HandOver, Row
from casus.services.hand_over_gathering import SAME
from casus.services.hand_over_parts import (
    BY_CASE,
    BY_CASE_OR_PERSON,
    RIGHTS,
    UNDER,
    is_left_out,
    record_parts,
)
from casus.services.handed_over import OF_LAW
from casus.services.naming import fresh_number
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import (
    Case,
    Correction,
    Destruction,
    Person,
    PersonAlias,
    PersonMerge,
    Record,
    Transfer,
)

_KEPT_HERE = frozenset({"id", "created_at", "changed_at", "version"})
_NOWHERE = "0" * 64
_CHUNK = 500


class Storing:
    """One case that is put on file, within one transaction; `match` says by what ids all else is known here."""

    def __init__(self, desk: Desk, session: Session, given: HandOver, match: Match) -> None:
        self._desk, self._session, self._given, self._match = desk, session, given, match
        self._ids = {name: {row["id"] for row in getattr(given, name)} for name, _kind in record_parts()}
        self.touched: dict[str, set[str]] = defaultdict(set)
        """Ids by kind of what came or was changed."""

        whose = match.here("persons", given.person["id"])
        others = select(Case.id).where(
            Case.person_id == whose, Case.id != given.case["id"], Case.transferred_on.is_(None)
        )
        self._own_work = session.scalar(others.limit(1)) is not None

    def run(self, person_id: str) -> Case:
        """Store everything but the bytes of documents; return the case. Raises HandOverInvalid "foreign" or "shape"."""
        try:
            for kind, rows in self._match.new.items():
                self._insert(kind, rows)
            self._store_person(person_id)
            self._store_case(self._given.case)
            for name, kind in record_parts():
                self._store_part(name, kind)
            self._session.flush()
            self._set_digests()
            self._session.flush()
        except IntegrityError:
            raise HandOverInvalid("shape") from None
        return self._session.get_one(Case, self._given.case["id"])

    def _insert(self, kind: type[Record], rows: list[dict[str, Any]]) -> None:
        ids = self._desk.vault.insert_many(self._session, kind, rows)
        self.touched[layout_of(kind).kind] |= set(ids)

    # --- records -----------------------------------------------------------------------------------

    def _store_part(self, name: str, kind: type[Record]) -> None:
        """Store the records of one part; work that the colleague took away goes here too."""
        fresh: list[dict[str, Any]] = []
        known = self._known(kind, sorted(self._ids[name]))
        seen = self._aliases() if kind is PersonAlias else set()
        newest = name in RIGHTS
        for row in getattr(self._given, name):
            if kind is PersonAlias and row["folded"] in seen and row["id"] not in known:
                continue
            record = known.get(row["id"])
            if record is None:
                fresh.append(self._values(kind, row))
            else:
                self._refuse_foreign(name, record)
                self._bring_up(record, row, newest=newest or (_of_person(name, row) and self._own_work))
        self._insert(kind, fresh)
        if name not in RIGHTS:
            self._take_away(name, kind)

    def _known(self, kind: type[Record], ids: list[str]) -> dict[str, Any]:
        column: Any = kind.id
        return {
            one.id: one
            for at in range(0, len(ids), _CHUNK)
            for one in self._session.scalars(select(kind).where(column.in_(ids[at : at + _CHUNK])))
        }

    def _store_case(self, row: Row) -> None:
        """Put the case on file, or bring up the copy; a number that another case has here is not given twice."""
        case = self._session.get(Case, row["id"])
        if case is not None:
            self._bring_up(case, row, newest=False)
            case.transferred_on = None
            return
        values = self._values(Case, row)
        if self._session.scalar(select(Case.id).where(Case.number == row["number"])) is not None:
            values["number"] = fresh_number(self._session, Case.number, "C")
        self._insert(Case, [values])

    def _values(self, kind: type[Record], row: Row) -> dict[str, Any]:
        """Return a row as attributes, with the ids by which all it refers to is known here."""
        layout = layout_of(kind)
        values: dict[str, Any] = {}
        for name, value in row.items():
            keys = layout.table.c[name].foreign_keys
            target = next(iter(keys)).column.table.name if keys else ""
            here = self._match.here(target, value) if target else value
            values[layout.by_name[name].attribute] = layout.by_name[name].python(here)
        if kind is Correction:
            values["value_digest"] = _NOWHERE
        if "record_id" in values and values.get("record_kind") == "persons":
            values["record_id"] = self._match.here("persons", values["record_id"])
        return values

    def _bring_up(self, record: Record, row: Row, *, newest: bool) -> None:
        """Let a record be as it came; where both sides may have changed it, what was changed last stays."""
        kind = type(record)
        values = self._values(kind, row)
        if newest and _moment(values.get("changed_at")) <= record.changed_at:
            return
        layout = layout_of(kind)
        for column in layout.columns:
            if column.name in _KEPT_HERE or is_left_out(layout.kind, column.name):
                continue
            if kind is Correction and column.name == "value_digest":
                continue
            value = values.get(column.attribute)
            if getattr(record, column.attribute) != value:
                setattr(record, column.attribute, value)
                self.touched[layout.kind].add(record.id)

    def _refuse_foreign(self, name: str, record: Any) -> None:
        """Refuse what would change a record of another case or person."""
        case_id, whose = self._given.case["id"], self._match.here("persons", self._given.person["id"])
        if name in UNDER:
            ours = getattr(record, UNDER[name].column) in self._ids[UNDER[name].above]
        elif getattr(record, "case_id", None) is not None:
            ours = record.case_id == case_id
        else:
            ours = record.person_id == whose
        if not ours:
            raise HandOverInvalid("foreign")

    def _take_away(self, name: str, kind: type[Record]) -> None:
        """Remove from a copy what the colleague removed; what came to it here after it was sent stays."""
        sent_at = self._sent_at()
        if (
            sent_at is None
            or name == "transfers"
            or not (name in BY_CASE or name in BY_CASE_OR_PERSON or name in UNDER)
        ):
            return
        table: Any = kind
        if name in UNDER:
            mine = getattr(table, UNDER[name].column).in_(sorted(self._ids[UNDER[name].above]))
        else:
            mine = table.case_id == self._given.case["id"]
        for record in self._session.scalars(select(table).where(mine, table.created_at <= sent_at)):
            if record.id not in self._ids[name] and getattr(record, "source", None) not in OF_LAW:
                self._let_go(record)
                self.touched[layout_of(kind).kind].add(record.id)
                self._session.delete(record)

    def _let_go(self, record: Record) -> None:
        """Empty what still refers to a record that goes, in what the person's rights keep here."""
        gone = layout_of(type(record)).kind
        for name, kind in record_parts():
            for key in layout_of(kind).table.foreign_keys if name in RIGHTS else ():
                if key.column.table.name == gone and key.parent.nullable:
                    column = getattr(kind, key.parent.name)
                    for one in self._session.scalars(select(kind).where(column == record.id)):
                        setattr(one, key.parent.name, None)

    def _sent_at(self) -> datetime | None:
        """Return when this vault sent the case away last; None when it never had it."""
        sent = select(Transfer.created_at).where(
            Transfer.case_id == self._given.case["id"],
            Transfer.status == "accepted",
            Transfer.from_worker_id == self._desk.worker_id,
        )
        return self._session.scalar(sent.order_by(Transfer.created_at.desc()).limit(1))

    def _set_digests(self) -> None:
        """Make the digest of each disputed value under the key of this vault."""
        for row in self._given.corrections:
            one = self._session.get_one(Correction, row["id"])
            record_class = class_of(one.record_kind)
            record = self._session.get(record_class, one.record_id) if record_class is not None else None
            if one.value_digest == _NOWHERE and record is not None and row["value_digest"] == SAME:
                value = value_of(record, one.field)
                one.value_digest = digest(self._desk, one.record_kind, one.field, value)

    # --- the person --------------------------------------------------------------------------------

    def _aliases(self) -> set[str]:
        whose = self._match.here("persons", self._given.person["id"])
        return set(self._session.scalars(select(PersonAlias.folded).where(PersonAlias.person_id == whose)))

    def _store_person(self, person_id: str) -> None:
        """Put the person on file, or bring up what is on file: while there is work of our own, only what is missing."""
        row = self._given.person
        person = self._session.get(Person, person_id)
        values = self._values(Person, row)
        if self._session.scalar(
            select(Person.id).where(Person.number == row["number"], Person.id != person_id)
        ):
            values["number"] = fresh_number(self._session, Person.number, "P")
        if person is None:
            self._insert(Person, [values])
            return
        self._remember_who_came(values)
        restricted = person.restricted or values["restricted"]
        for name in values.keys() - _KEPT_HERE - {"number", "restricted", "role"}:
            empty = getattr(person, name) in (None, "", "unknown")
            if (empty or not self._own_work) and getattr(person, name) != values[name]:
                setattr(person, name, values[name])
        if person.restricted != restricted:
            person.restricted = restricted
        self.touched["persons"].add(person_id)

    def _remember_who_came(self, values: dict[str, Any]) -> None:
        """Leave in the history, once, how the person stood in the colleague's vault: what taking apart brings back."""
        known = select(PersonMerge.id).where(PersonMerge.merged_id == values["id"])
        if self._session.get(Person, values["id"]) is not None or self._session.scalar(known) is not None:
            return
        self._desk.vault.insert_many(self._session, Person, [values])
        self._session.delete(self._session.get_one(Person, values["id"]))
        self._session.flush()


def destroyed(session: Session, given: HandOver) -> bool:
    """Return whether something of this case was destroyed here: it does not come back by a file."""
    ids = sorted({given.case["id"], given.person["id"], *_all_ids(given)})
    return any(
        session.scalar(
            select(Destruction.id).where(Destruction.record_id.in_(ids[at : at + _CHUNK])).limit(1)
        )
        for at in range(0, len(ids), _CHUNK)
    )


def _all_ids(given: HandOver) -> Iterator[str]:
    for name, _kind in record_parts():
        yield from (row["id"] for row in getattr(given, name))


def _of_person(name: str, row: Row) -> bool:
    return name in BY_CASE_OR_PERSON and row.get("case_id") is None


def _moment(value: Any) -> datetime:
    assert isinstance(value, datetime)
    return value
