# SPDX-License-Identifier: EUPL-1.2
"""What should be left after a destruction, worked out anew from plain rows and the foreign keys alone.

Written without a look at the code it judges: it starts from everything and asks of each record whether it may
still stand, until nothing changes.
"""

from datetime import date
from typing import Any

from casus.vault.row_digest import layout_of
from tests.helpers.any_record import tables

Rows = dict[tuple[str, str], dict[str, Any]]
NAMED_ONLY = {"cases.family_id", "persons.representative_id", "contact_attendees.person_id"}
NAMED_ONLY |= {"goals.earlier_id", "actions.earlier_id"}


def keys_of(kind: str) -> list[tuple[str, str, bool]]:
    """Return (column, target kind, must be filled) of the foreign keys of a table."""
    return [
        (key.parent.name, key.column.table.name, not key.parent.nullable)
        for key in layout_of(tables()[kind]).table.foreign_keys
    ]


def leaves_on(rows: Rows, person_id: str) -> date | None:
    """Return when a relative without a case has to leave: each place ends by leaving, the family's end or review."""
    of = {
        kind: [row for (one, _id), row in rows.items() if one == kind] for kind in ("cases", "family_members")
    }
    if any(case["person_id"] == person_id for case in of["cases"]):
        return None
    if any(row["representative_id"] == person_id for (kind, _id), row in rows.items() if kind == "persons"):
        return None
    ends = []
    for place in (one for one in of["family_members"] if one["person_id"] == person_id):
        family = rows["families", place["family_id"]]
        at_home = {
            m["person_id"]
            for m in of["family_members"]
            if m["family_id"] == family["id"] and not m["until_on"]
        }
        own = [case for case in of["cases"] if case["family_id"] == family["id"]]
        near = own + [case for case in of["cases"] if case["person_id"] in at_home]
        closed = [case["closed_on"] for case in own]
        over = max(closed) if own and all(case["closed_on"] for case in near) else None
        days = [day for day in (place["until_on"], place["review_on"], family["ended_on"], over) if day]
        ends.append(min(days) if days else None)
    return max(ends) if ends and None not in ends else None


def gone_persons(
    rows: Rows, cases: set[str], today: date, relatives: frozenset[str] = frozenset()
) -> tuple[set[str], set[str]]:
    """Return the persons and families that nothing keeps; a place in a family keeps no relative who is to go."""
    of = {kind: [row for (one, _id), row in rows.items() if one == kind] for kind in ("cases", "persons")}
    members = [row for (kind, _id), row in rows.items() if kind == "family_members"]
    left = [case for case in of["cases"] if case["id"] not in cases]
    mine = {case["person_id"] for case in of["cases"] if case["id"] in cases}
    busy = {case["person_id"] for case in left}
    near = {case["family_id"] for case in of["cases"] if case["id"] in cases}
    near |= {member["family_id"] for member in members if member["person_id"] in mine}
    families = set()
    for family in near - {None}:
        ended = rows["families", family]["ended_on"]
        alive = any(case["family_id"] == family for case in left)
        alive |= any(m["family_id"] == family and m["person_id"] in busy for m in members)
        if ended is not None and ended <= today and not alive:
            families.add(family)
    housed = {
        m["person_id"]
        for m in members
        if m["family_id"] not in families and (m["until_on"] is None or m["until_on"] >= today)
    }
    housed -= relatives
    asked = mine | relatives | {m["person_id"] for m in members if m["family_id"] in families}
    while True:
        gone = asked - busy - housed
        while kept := {
            p["representative_id"]
            for p in of["persons"]
            if p["representative_id"] in gone and p["id"] not in gone
        }:
            gone -= kept
        for_them = {rows["persons", one]["representative_id"] for one in gone} - {None}
        more = {one for one in for_them if rows["persons", one]["role"] != "young_person"} - asked
        if not more:
            return gone, families
        asked |= more


def expected(rows: Rows, cases: set[str], today: date, relatives: frozenset[str] = frozenset()) -> Rows:
    """Return the rows that are left, references to what went emptied."""
    persons, families = gone_persons(rows, cases, today, relatives)
    gone = {("cases", one) for one in cases} | {("persons", one) for one in persons}
    gone |= {("families", one) for one in families}
    whose = {key[1]: row["person_id"] for key, row in rows.items() if key[0] == "cases"}
    while more := {key for key in rows.keys() - gone if _falls(key[0], rows[key], gone, whose)}:
        gone |= more
    left = {}
    for key in rows.keys() - gone:
        row = dict(rows[key])
        for column, target, _needed in keys_of(key[0]):
            if row[column] is not None and (target, row[column]) in gone:
                row[column] = None
                if key[0] == "contact_attendees":
                    row["name"] = None
        left[key] = row
    return left


def _falls(kind: str, row: dict[str, Any], gone: set[tuple[str, str]], whose: dict[str, str]) -> bool:
    """Tell whether a record may not stand by itself any more."""
    owned = [
        (column, target, needed)
        for column, target, needed in keys_of(kind)
        if f"{kind}.{column}" not in NAMED_ONLY and row[column] is not None
    ]
    fallen = {column: (target, row[column]) in gone for column, target, _needed in owned}
    if any(fallen[column] for column, _target, needed in owned if needed):
        return True
    if kind in ("corrections", "request_masks") and (row["record_kind"], row["record_id"]) in gone:
        return True
    if kind == "request_masks" and any(one in row["field"] for _kind, one in gone):
        return True
    if fallen.get("case_id"):
        person = row.get("person_id")
        return person in (None, whose[row["case_id"]]) or ("persons", person) in gone
    if any(needed for _c, target, needed in owned if target in _KINDS) or "case_id" in fallen:
        return False
    for column in ("person_id", "family_id"):
        if column in fallen:
            return fallen[column]
    others = [fallen[column] for column, target, _needed in owned if target in _KINDS]
    return bool(others) and all(others)


def _moving() -> set[str]:
    found = {"cases", "persons", "families"}
    while True:
        more = {
            kind
            for kind in tables()
            for column, target, _needed in keys_of(kind)
            if target in found and f"{kind}.{column}" not in NAMED_ONLY
        }
        if more <= found:
            return found
        found |= more


_KINDS = _moving()
