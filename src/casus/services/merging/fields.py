# SPDX-License-Identifier: EUPL-1.2
"""The fields of two persons beside each other: what is the same, what one of them lacks, what has to be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import Boolean

from casus.domain.names import display_name
from casus.vault.row_digest import layout_of
from casus.vault.tables import Person

LEFT, RIGHT = "left", "right"
SAME, ONLY_LEFT, ONLY_RIGHT, DIFFER, TOGETHER = "same", "only_left", "only_right", "differ", "together"

_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "given_name": ("given_name",),
        "call_name": ("call_name",),
        "surname": ("prefix", "surname"),
        "birth_date": ("birth_date", "birth_date_estimated"),
        "role": ("role",),
        "telephone": ("telephone",),
        "email": ("email",),
        "address": ("street", "house_number", "postcode", "city"),
        "district": ("district",),
        "language": ("language",),
        "representative_id": ("representative_id",),
        "note": ("note",),
    }
)
"""What is chosen as one: a street of one and a house number of the other would be an address of nobody."""
_OWN = frozenset({"id", "version", "created_at", "changed_at", "number", "sort_key"})
_UNKNOWN = "unknown"


@dataclass(frozen=True)
class FieldPair:
    """One field (or group) of both: `state` says whether it has to be chosen. Values by column, left is kept."""

    key: str
    left: Mapping[str, Any]
    right: Mapping[str, Any]
    state: str


@cache
def groups() -> Mapping[str, tuple[str, ...]]:
    """Return the columns of a person by what is chosen as one; a column of later joins as a field of its own."""
    grouped = {column for columns in _GROUPS.values() for column in columns}
    rest = [one.attribute for one in layout_of(Person).columns if one.attribute not in grouped | _OWN]
    return MappingProxyType({**_GROUPS, **{one: (one,) for one in rest}})


def pairs(kept: Person, other: Person) -> tuple[FieldPair, ...]:
    """Return every field of two persons beside each other, in the order of the form."""
    return tuple(_pair(key, columns, kept, other) for key, columns in groups().items())


def result(pair: FieldPair, choices: Mapping[str, str]) -> dict[str, Any]:
    """Return what the fields of a pair become, by column."""
    if pair.state == TOGETHER:
        return {column: _together(pair.left[column], pair.right[column]) for column in pair.left}
    if pair.state == DIFFER:
        return dict(pair.right if choices.get(pair.key) == RIGHT else pair.left)
    return dict(pair.right if pair.state == ONLY_RIGHT else pair.left)


def full_name(person: Person) -> str:
    """Return a name as one writes it."""
    given = person.given_name or person.call_name or ""
    return display_name(person.surname, person.prefix or "", given, order="natural")


def _pair(key: str, columns: tuple[str, ...], kept: Person, other: Person) -> FieldPair:
    left = {column: getattr(kept, column) for column in columns}
    right = {column: getattr(other, column) for column in columns}
    return FieldPair(key, left, right, _state(key, columns, left, right))


def _state(key: str, columns: tuple[str, ...], left: Mapping[str, Any], right: Mapping[str, Any]) -> str:
    if left == right:
        return SAME
    if key == "note" and left["note"] and right["note"]:
        return TOGETHER
    if all(isinstance(Person.__table__.c[column].type, Boolean) for column in columns):
        return TOGETHER  # a need for an interpreter, a restriction: true of one is true of both
    empty = (None, "", _UNKNOWN)
    if all(left[column] in empty or left[column] is False for column in columns):
        return ONLY_RIGHT
    if all(right[column] in empty or right[column] is False for column in columns):
        return ONLY_LEFT
    return DIFFER


def _together(left: Any, right: Any) -> Any:
    return f"{left}\n\n{right}" if isinstance(left, str) else bool(left or right)
