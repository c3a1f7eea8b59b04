# SPDX-License-Identifier: EUPL-1.2
"""A row for any table of records, made from its columns alone: so that a table added later takes part by itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import count
from typing import Any

from sqlalchemy import JSON, Boolean, Date, Integer, LargeBinary, String, Table, Text

from casus.vault.row_digest import layout_of, record_classes
from casus.vault.tables import Record, new_id
from casus.vault.tables.base import Moment

Ids = Mapping[str, Sequence[str]]
_CODES = count(1)
LATER = frozenset({"until", "until_on", "closed_on", "ended_on", "released_on", "expected_on"})
"""What ends something: left empty where it may be, so that the order of days holds."""


def tables() -> dict[str, type[Record]]:
    """Return the mapped class of every kind of record."""
    return {layout_of(one).kind: one for one in record_classes()}


def in_order() -> list[str]:
    """Return all kinds, each after those it refers to; where they refer to each other, after those it needs."""
    left, done = dict(tables()), list[str]()
    while left:
        ready = [kind for kind in left if _is_ready(kind, done, needed=False)]
        ready = ready or [kind for kind in left if _is_ready(kind, done, needed=True)][:1]
        assert ready, left.keys()
        done += ready
        for kind in ready:
            del left[kind]
    return done


def _is_ready(kind: str, done: Sequence[str], *, needed: bool) -> bool:
    keys = layout_of(tables()[kind]).table.foreign_keys
    asked = [key for key in keys if not (needed and key.parent.nullable)]
    return all(key.column.table.name in (*done, kind) for key in asked)


def any_row(
    kind: str,
    choose: Callable[[str, bool], str | None],
    words: Callable[[str], str] = lambda place: f"w{place}",
    **fixed: Any,
) -> dict[str, Any]:
    """Return a row of `kind`: `choose(target kind, needed)` gives references, `words(place)` texts."""
    table: Table = layout_of(tables()[kind]).table
    row: dict[str, Any] = {"id": new_id()}
    for column in table.columns:
        if column.name in ("id", "created_at", "changed_at", "version"):
            continue
        if column.foreign_keys:
            target = next(iter(column.foreign_keys)).column.table.name
            row[column.name] = choose(target, not column.nullable)
        elif column.name in LATER and column.nullable:
            row[column.name] = None
        else:
            row[column.name] = _value(column, f"{kind}.{column.name}", words)
    return row | {key: value for key, value in fixed.items() if key in table.c}


def _value(column: Any, place: str, words: Callable[[str], str]) -> Any:
    kind = column.type
    plain: list[tuple[Any, Any]] = [
        (Boolean, False),
        (Date, date(2012, 3, 1)),
        (Moment, datetime(2012, 3, 1, 9, 0, tzinfo=UTC)),
        (Integer, 1),
        (LargeBinary, b"x"),
        (JSON, {}),
    ]
    for one, value in plain:
        if isinstance(kind, one):
            if column.name in LATER:
                return datetime(2012, 4, 1, 9, 0, tzinfo=UTC) if one is Moment else date(2012, 4, 1)
            return value
    if isinstance(kind, Text) or (isinstance(kind, String) and kind.length == 200):
        return words(place)
    if isinstance(kind, String) and kind.length == 32:
        return new_id()
    return f"c{next(_CODES)}"
