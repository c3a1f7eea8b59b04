# SPDX-License-Identifier: EUPL-1.2
"""A second name for a table within one query, made once: making one costs more than the rest of the query."""

from typing import Any, TypeVar

from sqlalchemy.orm import aliased

Table = TypeVar("Table")
_made: dict[tuple[type[Any], str], type[Any]] = {}


def another(table: type[Table], name: str) -> type[Table]:
    """Return the alias of this table with this name; two parts of one query that nest need two names."""
    key = (table, name)
    if key not in _made:
        _made[key] = aliased(table, name=name)
    return _made[key]
