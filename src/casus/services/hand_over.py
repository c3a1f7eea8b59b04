# SPDX-License-Identifier: EUPL-1.2
"""What travels with a case to a colleague: its records and no others, as plain data of a numbered version.

`case_exchange` seals it to one colleague and takes it in. Of other people only what makes the records readable comes
along: a name, and for the family a relation and a birth date.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, NoReturn

from casus.errors import HandOverInvalid

VERSION = 2
Row = Mapping[str, Any]
"""A record as it is stored: column name → text, number or list; empty columns are left out."""
Rows = tuple[Row, ...]


@dataclass(frozen=True, repr=False)
class HandOver:
    """One case, whole: the case and the person as single rows, all else as tuples of rows in order of their ids.

    `people`, `partners`, `facilities` and `workers` hold names only, of whom and what the records refer to.
    `family` is the row of the family (None without one), `family_members` who belongs to it now with name and
    birth date only; `numbers` under which ids and numbers the person was known before a merge. `attachments` are
    descriptions; their bytes travel beside it, in pieces.
    """

    version: int
    made_on: date
    case: Row
    person: Row
    aliases: Rows = ()
    contacts: Rows = ()
    attendees: Rows = ()
    appointments: Rows = ()
    tasks: Rows = ()
    phase_changes: Rows = ()
    assignments: Rows = ()
    transfers: Rows = ()
    reviews: Rows = ()
    retention_decisions: Rows = ()
    references: Rows = ()
    plans: Rows = ()
    goals: Rows = ()
    actions: Rows = ()
    assessments: Rows = ()
    scores: Rows = ()
    detentions: Rows = ()
    leaves: Rows = ()
    conditions: Rows = ()
    id_applications: Rows = ()
    programmes: Rows = ()
    attendances: Rows = ()
    vog_procedures: Rows = ()
    sharings: Rows = ()
    requests: Rows = ()
    masks: Rows = ()
    corrections: Rows = ()
    notices: Rows = ()
    objections: Rows = ()
    justice_events: Rows = ()
    attachments: Rows = ()
    people: Rows = ()
    partners: Rows = ()
    facilities: Rows = ()
    ambassadors: Rows = ()
    numbers: Rows = ()
    workers: Rows = ()
    family: Row | None = None
    family_members: Rows = field(default=())

    def __repr__(self) -> str:
        return f"<HandOver {self.case.get('id')}>"

    def to_plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it; `from_plain` makes the same again."""
        plain: dict[str, Any] = {"version": self.version, "made_on": self.made_on.isoformat()}
        for name in _PARTS:
            plain[name] = [dict(row) for row in getattr(self, name)]
        for name in ("case", "person", "family"):
            one = getattr(self, name)
            plain[name] = None if one is None else dict(one)
        return plain

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> "HandOver":
        """Read what `to_plain` wrote.

        Raises HandOverInvalid "version" (made by a newer Casus) or "shape" (anything else that is not right).
        """
        version = plain.get("version")
        if type(version) is not int:
            raise HandOverInvalid("shape")
        if version > VERSION:
            raise HandOverInvalid("version")
        singles: dict[str, Any] = {name: plain.get(name) for name in ("case", "person", "family")}
        if version != VERSION or plain.keys() != {field.name for field in fields(HandOver)}:
            raise HandOverInvalid("shape")
        if not all(_is_row(row) for name, row in singles.items() if name != "family" or row is not None):
            raise HandOverInvalid("shape")
        parts: dict[str, Any] = {name: _rows_of(plain[name]) for name in _PARTS}
        return HandOver(version=VERSION, made_on=_day(plain["made_on"]), **singles, **parts)


_PARTS = tuple(
    one.name for one in fields(HandOver) if one.name not in {"version", "made_on", "case", "person", "family"}
)


def to_bytes(given: HandOver) -> bytes:
    """Return the canonical JSON of a hand-over."""
    return json.dumps(
        given.to_plain(), sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    ).encode("ascii")


def from_bytes(data: bytes) -> HandOver:
    """Read what `to_bytes` wrote; raises HandOverInvalid "version" or "shape"."""
    try:
        plain = json.loads(data, parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise HandOverInvalid("shape") from None
    if not isinstance(plain, dict):
        raise HandOverInvalid("shape")
    return HandOver.from_plain(plain)


def _no_number(_text: str) -> NoReturn:
    raise ValueError("not a number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("said twice")
    return found


def _is_row(row: object) -> bool:
    return isinstance(row, Mapping) and all(isinstance(key, str) for key in row) and "id" in row


def _rows_of(rows: object) -> Rows:
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise HandOverInvalid("shape")
    return tuple(rows)


def _day(text: object) -> date:
    try:
        return date.fromisoformat(text if isinstance(text, str) else "")
    except ValueError as error:
        raise HandOverInvalid("shape") from error
