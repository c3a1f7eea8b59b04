# SPDX-License-Identifier: EUPL-1.2
"""A case that came, held against the tables before anything of it is stored: columns, values, and what they refer to."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import JSON, Boolean, Integer, LargeBinary, String

from casus.domain.codelists import codelist
from casus.domain.text import TEXT_LIMIT, visible
from casus.errors import HandOverInvalid
from casus.services.code_fields import list_of
from casus.services.hand_over import HandOver, Row, Rows, from_bytes
from casus.services.hand_over_gathering import OTHER, SAME
from casus.services.hand_over_parts import (
    BY_CASE,
    BY_CASE_OR_PERSON,
    NAMED,
    OF_FAMILY,
    OF_MEMBER,
    OF_MERGE,
    OF_RELATIVE,
    is_left_out,
    record_parts,
)
from casus.vault.row_digest import layout_of
from casus.vault.tables import Case, Family, FamilyMember, Person, PersonMerge, Record

_ID = re.compile(r"[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MOST_NUMBER = 2**53
_MOST_ROWS = 200_000
_CODE_LENGTH = 40
_JOINTS = re.compile("[\u200d\ufe0f\u200c\u200e\u200f\n\t]")
"""What joins letters or emoji, or ends a line: seen by nobody, and still right in a text."""


def read_case(data: bytes) -> HandOver:
    """Return a case fit to be stored. Raises HandOverInvalid: version, shape, codes (a code that is unknown here), or
    foreign (it refers to what does not come with it, or to another's case).
    """
    given = from_bytes(data)
    if sum(len(getattr(given, name)) for name, _kind in record_parts()) > _MOST_ROWS:
        raise HandOverInvalid("shape")
    needed: dict[type[Record], frozenset[str]] = {}
    for kind, row, columns in _all_rows(given):
        if kind not in needed:
            needed[kind] = _needed(kind)
        _check_row(kind, row, columns, needed[kind] & columns)
    _check_ids(given)
    _check_references(given)
    return given


def _all_rows(given: HandOver) -> Iterator[tuple[type[Record], Row, frozenset[str]]]:
    """Yield each row with its class and the columns it may have."""
    yield Case, given.case, _columns(Case)
    yield Person, given.person, _columns(Person)
    for name, kind in record_parts():
        columns = _columns(kind)
        for row in getattr(given, name):
            yield kind, row, columns
    for name, named in NAMED.items():
        for row in getattr(given, name):
            yield named.record_class, row, frozenset(named.kept)
    for row in given.numbers:
        yield PersonMerge, row, frozenset(OF_MERGE)
    if given.family is not None:
        yield Family, given.family, frozenset(OF_FAMILY)
    for row in given.family_members:
        if not row.keys() <= {*OF_MEMBER, *OF_RELATIVE}:
            raise HandOverInvalid("shape")
        yield FamilyMember, _some(row, OF_MEMBER), frozenset(OF_MEMBER)
        yield Person, _some(row, OF_RELATIVE), frozenset(OF_RELATIVE)


def _some(row: Row, columns: tuple[str, ...]) -> Row:
    return {name: value for name, value in row.items() if name in columns}


def _columns(kind: type[Record]) -> frozenset[str]:
    layout = layout_of(kind)
    return frozenset(name for name in layout.by_name if not is_left_out(layout.kind, name))


def _needed(kind: type[Record]) -> frozenset[str]:
    return frozenset(one.name for one in layout_of(kind).table.columns if not one.nullable)


def _check_row(kind: type[Record], row: Row, columns: frozenset[str], needed: frozenset[str]) -> None:
    if not row.keys() <= columns or not needed <= row.keys():
        raise HandOverInvalid("shape")
    layout = layout_of(kind)
    for name, value in row.items():
        if not _fits(kind, name, value):
            raise HandOverInvalid("shape")
        of_list = list_of(layout.kind, name) if _is_code(layout.table.c[name].type) else ""
        codes = json.loads(value) if isinstance(layout.table.c[name].type, JSON) else [value]
        if of_list and not all(code in codelist(of_list) for code in codes):
            raise HandOverInvalid("codes")


def _is_code(of_type: Any) -> bool:
    return isinstance(of_type, JSON) or getattr(of_type, "length", None) == _CODE_LENGTH


def _fits(kind: type[Record], name: str, value: Any) -> bool:
    """Return whether a value is what this column stores, in its one form."""
    if (layout_of(kind).kind, name) == ("corrections", "value_digest"):
        return value in (SAME, OTHER)
    column = layout_of(kind).table.c[name]
    if column.primary_key or column.foreign_keys or name in ("merged_id", "record_id"):
        return isinstance(value, str) and _ID.fullmatch(value) is not None
    if name == "digest":
        return isinstance(value, str) and _SHA256.fullmatch(value) is not None
    for of_type, fits in _TYPES.items():
        if isinstance(column.type, of_type):
            return fits(value, column.type)
    return _again(kind, name, value)


def _again(kind: type[Record], name: str, value: Any) -> bool:
    """Return whether a day or moment is stored as it came, once it is read."""
    column = layout_of(kind).by_name[name]
    try:
        return isinstance(value, str) and column.stored(column.python(value)) == value
    except (ValueError, TypeError):
        return False


def _is_text(value: Any, of_type: Any) -> bool:
    most = of_type.length or TEXT_LIMIT
    return isinstance(value, str) and len(value) <= most and _is_clean(value)


def _is_clean(text: str) -> bool:
    plain = _JOINTS.sub("", text)
    return visible(plain) == plain


def _is_number(value: Any, _type: Any) -> bool:
    return type(value) is int and 0 <= value <= _MOST_NUMBER


def _is_list(value: Any, _type: Any) -> bool:
    """Return whether this is a list of short texts, in the form in which it is stored."""
    try:
        found = json.loads(value) if isinstance(value, str) else None
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(found, list)
        and all(isinstance(one, str) and len(one) <= _CODE_LENGTH and _is_clean(one) for one in found)
        and json.dumps(found) == value
    )


def _is_flag(value: Any, _type: Any) -> bool:
    return type(value) is int and value in (0, 1)


def _never(_value: Any, _type: Any) -> bool:
    return False


_TYPES: Mapping[type, Callable[[Any, Any], bool]] = {
    String: _is_text,
    Boolean: _is_flag,
    Integer: _is_number,
    JSON: _is_list,
    LargeBinary: _never,
}


def _check_ids(given: HandOver) -> None:
    """Every record comes once."""
    for rows in _by_kind(given).values():
        if len({row["id"] for row in rows}) != len(rows):
            raise HandOverInvalid("shape")
    for rows in (*(getattr(given, name) for name in NAMED), given.numbers, given.family_members):
        if len({row["id"] for row in rows}) != len(rows):
            raise HandOverInvalid("shape")


def _by_kind(given: HandOver) -> dict[str, Rows]:
    found: dict[str, Rows] = {"cases": (given.case,), "persons": (given.person,)}
    for name, kind in record_parts():
        found[layout_of(kind).kind] = getattr(given, name)
    return found


def _check_references(given: HandOver) -> None:
    """Everything that is referred to came along, and all of it is of this one case and person."""
    there = {kind: {row["id"] for row in rows} for kind, rows in _by_kind(given).items()}
    there["families"] = {given.family["id"]} if given.family else set()
    for name, named in NAMED.items():
        kind = layout_of(named.record_class).kind
        there[kind] = there.get(kind, set()) | {row["id"] for row in getattr(given, name)}
    there["persons"] |= {row["id"] for row in given.family_members}
    singles: list[tuple[str, type[Record]]] = [("case", Case), ("person", Person)]
    for name, record_class in [*singles, *record_parts()]:
        rows = getattr(given, name)
        for row in (rows,) if name in ("case", "person") else rows:
            for key in layout_of(record_class).table.foreign_keys:
                if row.get(key.parent.name) not in (None, *there.get(key.column.table.name, ())):
                    raise HandOverInvalid("foreign")
            _check_whose(name, row, given, there)


def _check_whose(name: str, row: Row, given: HandOver, there: Mapping[str, set[str]]) -> None:
    """A record is of the person, and hangs under the case or under none."""
    whose = row.get("person_id")
    if name not in ("attendees", "person") and whose not in (None, given.person["id"]):
        raise HandOverInvalid("foreign")
    if name in BY_CASE and row.get("case_id") is None:
        raise HandOverInvalid("foreign")
    if name in BY_CASE_OR_PERSON and row.get("case_id") is None and whose is None:
        raise HandOverInvalid("foreign")
    if name in ("corrections", "masks") and row["record_id"] not in there.get(row["record_kind"], ()):
        raise HandOverInvalid("foreign")
