# SPDX-License-Identifier: EUPL-1.2
"""The audit log as a screen shows it, and the check of the whole vault."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, overload

from sqlalchemy import ColumnElement, Select, String, cast, select
from sqlalchemy import Row as SqlRow

from casus.services.desk import Desk
from casus.services.lists import AnyColumn, AnySelect, Chip, Column, RecordList, Row, chip, in_list_order
from casus.vault.tables import AuditEntry, Worker
from casus.vault.verify import Finding, VerifyResult

__all__ = ["AuditList", "Finding", "VerifyResult", "verify"]


_AT_ONCE = 10_000


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

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._id = AuditEntry.seq

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
        with self._desk.reading() as session:
            return Numbers(array("q", session.scalars(wanted)))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the entries of these numbers, in the same order."""
        with self._desk.reading() as session:
            wanted = self._select_rows().where(AuditEntry.seq.in_([int(number) for number in ids]))
            found = {row.id: row for row in map(self._row, session.execute(wanted))}
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
            return list(map(self._row, session.execute(wanted)))

    def _source(self) -> Select[Any]:
        return select(AuditEntry.seq)

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
        }
        return Row(str(record.seq), record.at.isoformat(timespec="minutes"), "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        column = {"action": AuditEntry.action, "kind": AuditEntry.kind}[key]
        return column.in_(codes)


def verify(desk: Desk, progress: Callable[[float], None] | None = None) -> VerifyResult:
    """Look at every page, entry and record of the vault; `progress` gets 0.0-1.0 and may raise Cancelled."""
    return desk.vault.verify(progress)
