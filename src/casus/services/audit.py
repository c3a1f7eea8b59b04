# SPDX-License-Identifier: EUPL-1.2
"""The audit log as a screen shows it, and the check of the whole vault."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any, overload

from sqlalchemy import ColumnElement, Select, String, and_, cast, false, or_, select
from sqlalchemy import Row as SqlRow
from sqlalchemy.orm import Session

from casus.services.audit_trail import names, records_of
from casus.services.desk import Desk
from casus.services.lists import AnyColumn, AnySelect, Chip, Column, RecordList, Row, chip, in_list_order
from casus.services.settings import get_setting, set_setting
from casus.vault.tables import AuditEntry, Worker
from casus.vault.verify import Finding, VerifyResult

__all__ = ["AuditList", "Finding", "LastCheck", "Narrow", "VerifyResult", "check", "last_check", "verify"]


_AT_ONCE = 10_000
_LAST_CHECK = "last_check"


class Numbers(Sequence[str]):
    """Numbers of entries, each written as text when it is looked at."""

    def __init__(self, numbers: "array[int]") -> None:
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return [str(number) for number in self._numbers[at]]
        return str(self._numbers[at])

    def index(self, value: str, start: int = 0, stop: int | None = None) -> int:
        """Return where an entry stands; ValueError when it is not among them."""
        return self._numbers.index(int(value), start, len(self) if stop is None else stop)


@dataclass(frozen=True)
class Narrow:
    """What of the log is asked beside the chips: from and up to a day, by one worker, of one person or case.

    `kind` is a code of list record_kind.
    """

    since: date | None = None
    until: date | None = None
    worker_id: str = ""
    kind: str = ""
    person_id: str = ""
    case_id: str = ""


class AuditList(RecordList):
    """Who did what to which record, and when; ids are the numbers of the entries, rows tell no content.

    `at` is a moment in UTC; `worker` is the name of a colleague, or a code for what the program did itself.
    """

    columns = (
        Column("at", "date"),
        Column("action", "code", "audit_action"),
        Column("kind", "code", "record_kind"),
        Column("worker"),
        Column("record_id"),
        Column("number", "number"),
    )
    default_sort = "number"

    def __init__(self, desk: Desk, narrow: "Narrow | None" = None) -> None:
        super().__init__(desk)
        self._id = AuditEntry.seq
        self.narrow = narrow or Narrow()

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: what was done, and to what kind of record."""
        return chip("action", "audit_action"), chip("kind", "record_kind")

    def ids(
        self,
        text: str = "",
        chips: Mapping[str, frozenset[str]] | None = None,
        sort: str = "",
        descending: bool = True,
    ) -> list[str]:
        """Return the numbers of the entries as text, the latest first unless asked otherwise."""
        return list(self.numbers(text, chips, sort, descending))

    def numbers(
        self,
        text: str = "",
        chips: Mapping[str, frozenset[str]] | None = None,
        sort: str = "",
        descending: bool = True,
    ) -> "Numbers":
        """Return the same for a log of a million entries: in the memory of a tenth as many texts."""
        wanted = self._select_ids(text, chips, sort, descending).execution_options(yield_per=_AT_ONCE)
        by_number = self._sorts()[sort or self.default_sort] is self._id
        if by_number:  # sorted here: SQLite may then read the smallest index, or the one of the period
            wanted = wanted.order_by(None)
        with self._desk.reading() as session:
            found = array("q", session.scalars(wanted))
        return Numbers(array("q", sorted(found, reverse=descending)) if by_number else found)

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the entries of these numbers, in the same order."""
        with self._desk.reading() as session:
            wanted = self._select_rows().where(AuditEntry.seq.in_([int(number) for number in ids]))
            found = _with_names(session, map(self._row, session.execute(wanted)))
        return [found[number] for number in ids if number in found]

    def latest(self, kind: str, record_id: str, limit: int) -> list[Row]:
        """Return the latest entries about one record; `kind` is a code of list record_kind."""
        wanted = (
            self._select_rows()
            .where(AuditEntry.kind == kind, AuditEntry.record_id == record_id)
            .order_by(AuditEntry.seq.desc())
            .limit(limit)
        )
        with self._desk.reading() as session:
            return list(_with_names(session, map(self._row, session.execute(wanted))).values())

    def _source(self) -> Select[Any]:
        return select(AuditEntry.seq).where(*self._narrowed())

    def _narrowed(self) -> list[ColumnElement[bool]]:
        """Return what the period, the worker, the kind and the dossier ask."""
        narrow, asked = self.narrow, []
        if narrow.since is not None:
            asked.append(AuditEntry.at >= _begin(narrow.since))
        if narrow.until is not None:
            asked.append(AuditEntry.at < _begin(narrow.until + timedelta(days=1)))
        if narrow.worker_id:
            asked.append(AuditEntry.actor == narrow.worker_id)
        if narrow.kind:
            asked.append(AuditEntry.kind == narrow.kind)
        if narrow.person_id or narrow.case_id:
            with self._desk.reading() as session:
                records = records_of(session, narrow.person_id, narrow.case_id)
            about = [
                and_(AuditEntry.kind == kind, AuditEntry.record_id.in_(sorted(ids)))
                for kind, ids in records.items()
            ]
            asked.append(or_(false(), *about))
        return asked

    def _joined_for(self, sort: str, query: Select[Any]) -> Select[Any]:
        return self._joined(query) if sort == "worker" else query

    def _joined(self, query: AnySelect) -> AnySelect:
        return query.outerjoin(Worker, Worker.id == AuditEntry.actor)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "number": self._id,
            "at": self._id,
            "action": in_list_order(AuditEntry.action, "audit_action"),
            "kind": in_list_order(AuditEntry.kind, "record_kind"),
            "worker": Worker.sort_key,
            "record_id": AuditEntry.record_id,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        colleague = select(Worker.sort_key).where(Worker.id == AuditEntry.actor).scalar_subquery()
        return colleague, AuditEntry.actor, AuditEntry.record_id, cast(AuditEntry.seq, String)

    def _select_rows(self) -> AnySelect:
        return self._joined(
            select(
                AuditEntry.seq,
                AuditEntry.at,
                AuditEntry.action,
                AuditEntry.kind,
                AuditEntry.actor,
                AuditEntry.record_id,
                AuditEntry.clock_back,
                Worker.name,
            )
        )

    def _row(self, record: SqlRow[Any]) -> Row:
        values = {
            "at": record.at,
            "action": record.action,
            "kind": record.kind,
            "worker": record.name or record.actor,
            "record_id": record.record_id,
            "number": record.seq,
            "clock_back": record.clock_back,
        }
        return Row(str(record.seq), record.at.isoformat(timespec="minutes"), "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        column = {"action": AuditEntry.action, "kind": AuditEntry.kind}[key]
        return column.in_(codes)


def _with_names(session: Session, rows: Iterable[Row]) -> dict[str, Row]:
    """Return the rows by id, each with whom or what it is about under "about"."""
    listed = list(rows)
    called = names(session, [(str(row["kind"]), str(row["record_id"])) for row in listed])
    return {
        row.id: replace(
            row,
            values={**row.values, "about": called.get((str(row["kind"]), str(row["record_id"])), "")},
        )
        for row in listed
    }


def _begin(day: date) -> datetime:
    """Return the moment at which a local day begins."""
    return datetime.combine(day, time.min).astimezone()


@dataclass(frozen=True)
class LastCheck:
    """When the vault was checked last, and at which entry of the log the chain was broken then (0: it was whole)."""

    at: datetime
    broken_at: int


def check(desk: Desk, progress: Callable[[float], None] | None = None) -> VerifyResult:
    """Look at the whole vault as `verify` does, and remember what was found of the log."""
    result = verify(desk, progress)
    broken = [one for one in result.findings if one.part == "log"]
    at = int(broken[0].record_id) if broken and broken[0].record_id.isdecimal() else -1 if broken else 0
    set_setting(desk, _LAST_CHECK, {"at": desk.clock.now().isoformat(), "broken_at": at})
    return result


def last_check(desk: Desk) -> LastCheck | None:
    """Return what the last check found of the log; None before the first. `broken_at` -1: it cannot be said where."""
    kept = get_setting(desk, _LAST_CHECK)
    return None if kept is None else LastCheck(datetime.fromisoformat(kept["at"]), kept["broken_at"])


def verify(desk: Desk, progress: Callable[[float], None] | None = None) -> VerifyResult:
    """Look at every page, entry and record of the vault; `progress` gets 0.0-1.0 and may raise Cancelled."""
    return desk.vault.verify(progress)
