# SPDX-License-Identifier: EUPL-1.2
"""A row as it is stored, in one canonical form, and its keyed digest.

Made from stored values, not from Python objects, so that "verify vault" can compute it again from the
file alone. Empty fields are left out, so adding a nullable column changes no digest.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from json import JSONEncoder
from typing import Any

from sqlalchemy import JSON, Table
from sqlalchemy import Column as TableColumn
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import class_mapper

from casus.crypto.keys import mac
from casus.vault.tables.base import Base, Record

NEVER_KEPT = "secret"
"""The mark, in `info`, of a column whose values are never kept in the history."""
_DIALECT = SQLiteDialect_pysqlite()
_CANONICAL = JSONEncoder(sort_keys=True, separators=(",", ":"))
Stored = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: its name, the attribute it is mapped to, and how a Python value becomes a stored one.

    What is `secret` (a private key) is never kept beside its row: it is gone when the row is.
    """

    name: str
    attribute: str
    to_stored: Callable[[Any], Any] | None
    to_python: Callable[[Any], Any] | None
    is_json: bool
    secret: bool

    def stored(self, value: Any) -> Any:
        """Return a Python value as it is stored; None for empty, JSON's own null included."""
        return None if value is None else self.plain(self.to_stored(value) if self.to_stored else value)

    def python(self, plain: Any) -> Any:
        """Return the Python value of a stored value in its plain form: the inverse of `stored`."""
        if plain is None:
            return None
        stored = bytes.fromhex(plain["hex"]) if isinstance(plain, dict) else plain
        return self.to_python(stored) if self.to_python else stored

    def plain(self, value: Any) -> Any:
        """Return a stored value as JSON can hold it, one form for each value."""
        if isinstance(value, str):
            return None if self.is_json and value == "null" else value
        if isinstance(value, bool):
            return int(value)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, bytes | bytearray | memoryview):
            return {"hex": bytes(value).hex()}
        return value


@dataclass(frozen=True)
class Layout:
    """A table of records: its kind (the table's name) and its columns by name."""

    kind: str
    table: Table
    columns: tuple[Column, ...]

    def stored(self, values: Mapping[str, Any]) -> Stored:
        """Return the stored row of an object's attributes, empty fields left out."""
        found = ((column.name, column.stored(values.get(column.attribute))) for column in self.columns)
        return {name: value for name, value in found if value is not None}

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """Return the columns by their name."""
        return {column.name: column for column in self.columns}

    @cached_property
    def secrets(self) -> frozenset[str]:
        """Return the names of the columns whose values are never kept in the history."""
        return frozenset(column.name for column in self.columns if column.secret)

    @cached_property
    def insertion(self) -> str:
        """Return the statement that inserts a row of `bound` values."""
        names = ", ".join(f'"{column.name}"' for column in self.columns)
        marks = ", ".join("?" * len(self.columns))
        return f'INSERT INTO "{self.kind}" ({names}) VALUES ({marks})'  # noqa: S608 - names of our tables

    @cached_property
    def defaults(self) -> dict[str, Callable[[], Any]]:
        """Return what makes the value of each attribute that was not given."""
        return {column.attribute: _default(self.table.c[column.name]) for column in self.columns}

    def bound(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """Return an object's attributes as the database takes them, in the order of `columns`."""
        return tuple(
            [c.to_stored(values[c.attribute]) if c.to_stored else values[c.attribute] for c in self.columns]
        )

    def plain(self, row: tuple[Any, ...]) -> Stored:
        """Return the stored row of a raw row, in the order of `columns`."""
        stored = {}
        for column, value in zip(self.columns, row, strict=True):
            if value is not None and (plain := column.plain(value)) is not None:
                stored[column.name] = plain
        return stored

    def digest(self, key: bytes, stored: Stored) -> bytes:
        """Return HMAC(audit key, row)."""
        text = _CANONICAL.encode(stored)
        return mac(key, b"row\x00", self.kind.encode(), b"\x00", text.encode("ascii"))


_LAYOUTS: dict[str, Layout] = {}
_CLASSES: dict[str, type[Record]] = {}


def layout_of(record_class: type[Record]) -> Layout:
    """Return the layout of a mapped class, made once."""
    found = _LAYOUTS.get(record_class.__name__)
    if found is None:
        found = _LAYOUTS[record_class.__name__] = _layout(record_class)
    return found


def _layout(record_class: type[Record]) -> Layout:
    mapper = class_mapper(record_class)
    table = mapper.local_table
    assert isinstance(table, Table)
    columns = [
        Column(
            name=column.name,
            attribute=mapper.get_property_by_column(column).key,
            to_stored=column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT),
            to_python=column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None),
            is_json=isinstance(column.type, JSON),
            secret=bool(column.info.get(NEVER_KEPT)),
        )
        for column in sorted(table.columns, key=lambda one: one.name)
    ]
    return Layout(table.name, table, tuple(columns))


def class_of(kind: str) -> type[Record] | None:
    """Return the mapped class of a kind of record, or None when there is no such table of records."""
    if not _CLASSES:
        _CLASSES.update({layout_of(one).kind: one for one in record_classes()})
    return _CLASSES.get(kind)


def _default(column: TableColumn[Any]) -> Callable[[], Any]:
    default: Any = column.default
    if default is None:
        return lambda: None
    if default.is_callable:
        return lambda: default.arg(None)
    return lambda: default.arg


def record_classes() -> tuple[type[Record], ...]:
    """Return every mapped class of records: all that the audit log answers for."""
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return tuple(sorted((c for c in found if issubclass(c, Record)), key=lambda c: layout_of(c).kind))
