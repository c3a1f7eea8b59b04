# SPDX-License-Identifier: EUPL-1.2
"""One mechanism behind every long list: ids sorted and filtered in SQL, rows fetched in blocks (design 5)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, ClassVar, Literal

from sqlalchemy import ColumnElement, Select, and_, case, false, func, not_, null, or_, select
from sqlalchemy import Row as SqlRow
from sqlalchemy.orm import InstrumentedAttribute, Session

from casus.domain.codelists import codelist
from casus.domain.dates import add_months
from casus.domain.names import fold
from casus.services.desk import Desk
from casus.services.handed_over import read_only_among
from casus.services.naming import closed_name
from casus.vault.another import another
from casus.vault.closed import dossier_closed
from casus.vault.tables import Case, Person, Record

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

    A line about a closed dossier (`vault.closed`) is masked here, for every list: it is named by its number.

    Subclasses give `_table` (whose ids these are), `_source` (an id select with every join that filters and
    sort orders need; SQLite leaves out an outer join that turns out not to be needed, and no other), `_sorts`,
    `_searched` (folded or ASCII text columns), `_chip_clause`, `_select_rows` and `_row`.
    """

    columns: tuple[Column, ...]
    default_sort: str
    _shown_closed: ClassVar[frozenset[str]] = frozenset({"person_id", "case_id"})
    """The values of a row that are shown of a closed dossier too; a sort by another one puts those rows last."""
    open_chips: ClassVar[frozenset[str]] = frozenset({"state", "attention", "due", "missing", "term"})
    """The filters a closed dossier passes: what has to be done, and when. All others would tell what it holds."""
    _is_work: ClassVar[bool] = False
    """Whether the window offers to work on a line: then `read_only` says that a colleague has its case."""
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
        query = self._joined_for(key, self._source()).where(*self._fitting(text, chips or {}))
        column = self._sorts()[key]
        ordered = column.desc() if descending else column.asc()
        if column is self._id:  # then an index has them in this order
            return query.order_by(ordered)
        closed = self._closed()
        by_content = closed is not None and key not in self._shown_closed
        last = [closed] if closed is not None and by_content else []  # their place would tell what they hold
        return query.order_by(*last, column.is_(None), ordered, self._id)

    def _fitting(self, text: str, chips: Mapping[str, frozenset[str]]) -> list[ColumnElement[bool]]:
        """Return what `text` and `chips` ask; a closed dossier fits by its number and by what is due only."""
        closed = self._closed()
        asked = self._text_clauses(text)
        if asked and closed is not None:
            number = self._number()
            by_number = [number.contains(word, autoescape=True) for word in words_of(text)]
            asked = [or_(and_(not_(closed), *asked), and_(closed, *by_number))]
        for name, codes in chips.items():
            if codes:
                clause = self._chip_clause(name, codes)
                hidden = closed is not None and name not in self.open_chips
                asked.append(and_(not_(closed), clause) if closed is not None and hidden else clause)
        return asked

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows of these ids in the same order; an id that is gone is left out."""
        found: dict[str, Row] = {}
        with self._desk.reading() as session:
            for start in range(0, len(ids), BLOCK):
                block = ids[start : start + BLOCK]
                records = session.execute(self._masking(self._select_rows()).where(self._id.in_(block)))
                block_rows = [self._masked_row(record) for record in records]
                found.update((row.id, row) for row in self._marked(session, block_rows))
        return [found[record_id] for record_id in ids if record_id in found]

    def _marked(self, session: Session, rows: Sequence[Row]) -> Sequence[Row]:
        """Say of each line that may be worked on whether a colleague has its case."""
        if not self._is_work:
            return rows
        work = [row for row in rows if self._counts_as_work(row)]
        case_of = {row.id: row.id if self._table is Case else str(row["case_id"] or "") for row in work}
        locked = read_only_among(session, filter(None, case_of.values()))
        return [
            replace(row, values={**row.values, "read_only": True}) if case_of.get(row.id) in locked else row
            for row in rows
        ]

    def _counts_as_work(self, row: Row) -> bool:
        """Return whether a line is part of the work, of a list that says so."""
        return self._is_work

    def _about(self) -> tuple[AnyColumn | None, AnyColumn | None]:
        """Return the columns with the person and the case a record is about."""
        table: Any = self._table
        if table is None or table is Person:
            return (None if table is None else Person.id), None
        return getattr(table, "person_id", None), Case.id if table is Case else getattr(
            table, "case_id", None
        )

    def _closed(self) -> ColumnElement[bool] | None:
        """Return whether a line is of a closed dossier; None for a list that is about nobody."""
        person_id, case_id = self._about()
        return None if person_id is None and case_id is None else dossier_closed(person_id, case_id)

    def _number(self) -> ColumnElement[str]:
        """Return the number of the person a line is about, to find and to name a closed dossier by."""
        person_id, case_id = self._about()
        whose, which = another(Person, "line_person"), another(Case, "line_case")
        if person_id is None:
            wanted = select(whose.number).join(which, which.person_id == whose.id).where(which.id == case_id)
        else:
            wanted = select(whose.number).where(whose.id == person_id)
        return wanted.scalar_subquery()

    def _masking(self, query: AnySelect) -> AnySelect:
        """Add to the select of rows whether a row is of a closed dossier, and then its person's number."""
        closed = self._closed()
        if closed is None or "dossier_closed" in query.selected_columns:
            return query
        number = case((closed, self._number()), else_=null())
        return query.add_columns(closed.label("dossier_closed"), number.label("closed_number"))

    def _masked_row(self, record: AnyRow) -> Row:
        """Return a row; of a closed dossier the number, and of its values what tells nothing."""
        row = self._row(record)
        if not getattr(record, "dossier_closed", False):
            return row
        shown = {key: value for key, value in row.values.items() if key in self._shown_closed}
        return Row(row.id, closed_name(record.closed_number), "", {**shown, "restricted": True})

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
