# SPDX-License-Identifier: EUPL-1.2
"""One mechanism behind every long list: ids sorted and filtered in SQL, rows fetched in blocks (design 5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Literal

from sqlalchemy import ColumnElement, Select, and_, case, false, func, not_, or_, select
from sqlalchemy import Row as SqlRow
from sqlalchemy.orm import InstrumentedAttribute

from casus.domain.codelists import codelist
from casus.domain.dates import add_months
from casus.domain.names import fold
from casus.services.desk import Desk
from casus.vault.tables import Record

AnySelect = Select[*tuple[Any, ...]]
AnyRow = SqlRow[*tuple[Any, ...]]
AnyColumn = ColumnElement[Any] | InstrumentedAttribute[Any]
Value = str | int | bool | date | None
Kind = Literal["text", "code", "date", "number", "flag"]
_ACCENTS = {
    **dict(zip("äàáâéèêëïíöóôüúçñÄÉÖÜ", "aaaaeeeeiiooouucnaeou", strict=True)),
    "ß": "ss",
    "'": "",
    "’": "",
}
BLOCK = 500
"""Rows asked of the database at a time; well under SQLite's limit of bound values."""


@dataclass(frozen=True)
class Column:
    """A column of a list; `code_list` names the list of codes whose labels the window shows."""

    key: str
    kind: Kind = "text"
    code_list: str | None = None


@dataclass(frozen=True)
class Chip:
    """A filter: a record passes when its value is one of the chosen codes; nothing chosen filters nothing."""

    key: str
    code_list: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A line of a list: `title` and `subtitle` for its first column, codes (not labels) by column key."""

    id: str
    title: str
    subtitle: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)

    def __getitem__(self, key: str) -> Value:
        return self.values.get(key)


class RecordList:
    """A list a screen shows; a subclass says which columns, filters and sort orders it has.

    Subclasses give `_table` (whose ids these are), `_source` (an id select with every join that filters and
    sort orders need; SQLite leaves out an outer join that turns out not to be needed, and no other), `_sorts`,
    `_searched` (folded or ASCII text columns), `_chip_clause`, `_select_rows` and `_row`.
    """

    columns: tuple[Column, ...]
    default_sort: str
    _table: ClassVar[type[Record] | None] = None
    _id: Any

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        if self._table is not None:
            self._id = self._table.id

    @property
    def desk(self) -> Desk:
        """Return whose list this is."""
        return self._desk

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters this list offers."""
        return ()

    def total(self) -> int:
        """Return the number of records without any filter."""
        with self._desk.reading() as session:
            return session.scalar(select(func.count()).select_from(self._source().subquery())) or 0

    def ids(
        self,
        text: str = "",
        chips: Mapping[str, frozenset[str]] | None = None,
        sort: str = "",
        descending: bool = False,
    ) -> list[str]:
        """Return the ids that pass `text` (every word of it) and `chips`, in order; missing values come last."""
        with self._desk.reading() as session:
            return list(session.scalars(self._select_ids(text, chips, sort, descending)))

    def _select_ids(
        self, text: str, chips: Mapping[str, frozenset[str]] | None, sort: str, descending: bool
    ) -> Select[str]:
        key = sort or self.default_sort
        query = self._joined_for(key, self._source())
        for clause in self._text_clauses(text):
            query = query.where(clause)
        for name, codes in (chips or {}).items():
            if codes:
                query = query.where(self._chip_clause(name, codes))
        column = self._sorts()[key]
        ordered = column.desc() if descending else column.asc()
        by_id = column is self._id  # then an index has them in this order
        return query.order_by(*([ordered] if by_id else [column.is_(None), ordered, self._id]))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows of these ids in the same order; an id that is gone is left out."""
        found: dict[str, Row] = {}
        with self._desk.reading() as session:
            for start in range(0, len(ids), BLOCK):
                block = ids[start : start + BLOCK]
                records = session.execute(self._select_rows().where(self._id.in_(block)))
                found.update((row.id, row) for row in map(self._row, records))
        return [found[record_id] for record_id in ids if record_id in found]

    def _source(self) -> Select[str]:
        return select(self._id)

    def _joined_for(self, sort: str, query: Select[str]) -> Select[str]:
        """Add what only one sort order needs."""
        return query

    def _sorts(self) -> Mapping[str, AnyColumn]:
        raise NotImplementedError

    def _searched(self) -> Sequence[AnyColumn]:
        raise NotImplementedError

    def _select_rows(self) -> AnySelect:
        raise NotImplementedError

    def _row(self, record: AnyRow) -> Row:
        raise NotImplementedError

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        raise NotImplementedError

    def _text_clauses(self, text: str) -> list[ColumnElement[bool]]:
        columns = self._searched()
        return [
            or_(*(column.contains(word, autoescape=True) for column in columns)) for word in words_of(text)
        ]


def words_of(text: str, limit: int = 8) -> list[str]:
    """Return the folded words of a search text, at most `limit`, without what cannot be stored anyway."""
    sound = text[:200].encode("utf-8", "ignore").decode("utf-8").replace("\x00", "")
    return fold(sound).split()[:limit]


def bare(column: AnyColumn) -> AnyColumn:
    """Return a short text without the accents and apostrophes of Dutch, German and French names, to search in.

    For columns without a folded sibling; the words that are looked for are folded (`words_of`).
    """
    for sign, plain in _ACCENTS.items():
        column = func.replace(column, sign, plain)
    return column


def chip(key: str, code_list: str | None = None) -> Chip:
    """Return a chip with all codes of its list (by default the list of the same name)."""
    name = code_list or key
    return Chip(key, name, codelist(name).values)


def in_state(codes: Iterable[str], running: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return the clause of a chip with codes of list record_state, given what "running" means."""
    chosen = set(codes)
    parts = [running] if "running" in chosen else []
    if "ended" in chosen:
        parts.append(not_(running))
    return or_(false(), *parts)


def in_list_order(column: AnyColumn, code_list: str) -> ColumnElement[int]:
    """Return the place of a code in its list, to sort a column the way its choices are offered."""
    places = {code: place for place, code in enumerate(codelist(code_list).values)}
    return case(places, value=column, else_=len(places))


def aged(birth_date: AnyColumn, groups: Iterable[str], today: date) -> ColumnElement[bool]:
    """Return whether someone born on `birth_date` is today in one of these groups of list age_group."""
    return or_(*(_in_age_group(birth_date, group, today) for group in groups))


def _in_age_group(birth_date: AnyColumn, group: str, today: date) -> ColumnElement[bool]:
    entry = codelist("age_group").get(group)
    first, last = (entry.number("first"), entry.number("last")) if entry else (None, None)
    if first is None or last is None:
        return birth_date.is_(None)
    return and_(
        birth_date <= add_months(today, -12 * first), birth_date > add_months(today, -12 * (last + 1))
    )
