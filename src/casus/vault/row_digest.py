# SPDX-License-Identifier: EUPL-1.2
"""A row as it is stored, in one canonical form, and its keyed digest.

Made from stored values, not from Python objects, so that "verify vault" can compute it again from the
file alone. Empty fields are left out, so adding a nullable column changes no digest.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Table
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.orm import class_mapper

from casus.crypto.keys import mac
from casus.vault.tables.base import Base, Record

_DIALECT = SQLiteDialect_pysqlite()
Stored = dict[str, Any]


@dataclass(frozen=True)
class Column:
    """A column: its name, the attribute it is mapped to, and how a Python value becomes a stored one."""

    name: str
    attribute: str
    to_stored: Callable[[Any], Any] | None
    is_json: bool

    def stored(self, value: Any) -> Any:
        """Return a Python value as it is stored; None for empty, JSON's own null included."""
        return None if value is None else self.plain(self.to_stored(value) if self.to_stored else value)

    def plain(self, value: Any) -> Any:
        """Return a stored value as JSON can hold it, one form for each value."""
        if isinstance(value, bool):
            return int(value)
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, bytes | bytearray | memoryview):
            return {"hex": bytes(value).hex()}
        return None if self.is_json and value == "null" else value


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

    def plain(self, row: tuple[Any, ...]) -> Stored:
        """Return the stored row of a raw row, selected in the order of `columns`."""
        found = ((c.name, c.plain(value)) for c, value in zip(self.columns, row, strict=True))
        return {name: value for name, value in found if value is not None}

    def digest(self, key: bytes, stored: Stored) -> bytes:
        """Return HMAC(audit key, row)."""
        text = json.dumps(stored, sort_keys=True, separators=(",", ":"))
        return mac(key, b"row\x00", self.kind.encode(), b"\x00", text.encode("ascii"))


_LAYOUTS: dict[str, Layout] = {}


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
            is_json=isinstance(column.type, JSON),
        )
        for column in sorted(table.columns, key=lambda one: one.name)
    ]
    return Layout(table.name, table, tuple(columns))


def record_classes() -> tuple[type[Record], ...]:
    """Return every mapped class of records: all that the audit log answers for."""
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return tuple(sorted((c for c in found if issubclass(c, Record)), key=lambda c: layout_of(c).kind))
