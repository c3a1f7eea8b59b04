# SPDX-License-Identifier: EUPL-1.2
"""What the records of a case refer to, found again in this vault or put on file with the least that came along."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.domain.names import parse_full, sort_key
from casus.services.desk import Desk
from casus.services.hand_over import HandOver, Row
from casus.services.naming import fresh_number
from casus.vault.queries import OFFERED, member_now
from casus.vault.row_digest import layout_of
from casus.vault.tables import (
    Facility,
    Family,
    FamilyMember,
    Partner,
    Person,
    PersonMerge,
    Record,
    VogAmbassador,
    Worker,
)

_UNKNOWN = "unknown"


@dataclass
class Match:
    """For each kind of record by which id here an id there is known, and what has to be put on file."""

    ids: dict[str, dict[str, str]] = field(default_factory=dict)
    new: dict[type[Record], list[dict[str, Any]]] = field(default_factory=dict)

    def known(self, kind: type[Record], there: str, here: str) -> None:
        """Say under which id somebody or something is known here."""
        self.ids.setdefault(layout_of(kind).kind, {})[there] = here

    def add(self, kind: type[Record], there: str, row: dict[str, Any]) -> None:
        """Put a record on file; it keeps its id."""
        self.known(kind, there, there)
        self.new.setdefault(kind, []).append({**row, "id": there})

    def here(self, kind: str, there: str) -> str:
        """Return the id by which a record of this kind is known here; its own, unless another was found."""
        return self.ids.get(kind, {}).get(there, there)


def match(session: Session, desk: Desk, given: HandOver, person_id: str, giver_id: str) -> Match:
    """Work out by what ids all that the records refer to is known here.

    `person_id` is whose case it is here; `giver_id` the worker who sent it.
    """
    found = Match()
    found.known(Person, given.person["id"], person_id)
    for name, finder in _FINDERS.items():
        for row in getattr(given, name):
            kind, here, new = finder(session, row)
            if here is None:
                found.add(kind, row["id"], new)
            else:
                found.known(kind, row["id"], here)
    _match_workers(session, desk, given, found, giver_id)
    _match_family(session, given, found, person_id)
    return found


Found = tuple[type[Record], str | None, dict[str, Any]]


def _person(session: Session, row: Row) -> Found:
    known = session.scalar(select(Person.id).where(Person.id == row["id"]))
    merged = select(PersonMerge.kept_id).where(PersonMerge.merged_id == row["id"]).limit(1)
    return Person, known or session.scalar(merged), _least(session, row)


def _partner(session: Session, row: Row) -> Found:
    key = sort_key(row["name"], "", "")
    same = select(Partner.id).where(Partner.sort_key == key, Partner.kind == row["kind"])
    new = {"name": row["name"], "kind": row["kind"], "sort_key": key}
    return Partner, _first(session, Partner, same, row), new


def _facility(session: Session, row: Row) -> Found:
    same = select(Facility.id).where(
        func.lower(Facility.name) == row["name"].lower(), Facility.country == row["country"]
    )
    new = {name: row.get(name) for name in ("name", "kind", "country", "place")}
    return Facility, _first(session, Facility, same, row), new


def _ambassador(session: Session, row: Row) -> Found:
    key = _name_key(row["name"])
    same = select(VogAmbassador.id).where(
        VogAmbassador.sort_key == key, VogAmbassador.organisation == row["organisation"]
    )
    values = _python(VogAmbassador, row)
    return VogAmbassador, _first(session, VogAmbassador, same, row), {**values, "sort_key": key, "advices": 0}


_FINDERS: Mapping[str, Callable[[Session, Row], Found]] = {
    "people": _person,
    "partners": _partner,
    "facilities": _facility,
    "ambassadors": _ambassador,
}


def _first(session: Session, kind: Any, same: Any, row: Row) -> str | None:
    """Return the record of this id, else the first that is the same by name."""
    own: str | None = session.scalar(select(kind.id).where(kind.id == row["id"]))
    found: str | None = own or session.scalar(same.order_by(kind.id).limit(1))
    return found


def _match_workers(session: Session, desk: Desk, given: HandOver, found: Match, giver_id: str) -> None:
    """Who sent it is the colleague of the card, whom it was sent to the owner of this vault; others by name."""
    offer = latest_offer(given)
    certain = {offer["from_worker_id"]: giver_id, offer["to_worker_id"]: desk.worker_id}
    for row in given.workers:
        key = _name_key(row["name"])
        here = certain.get(row["id"]) or _first(
            session, Worker, select(Worker.id).where(Worker.sort_key == key), row
        )
        if here is not None:
            found.known(Worker, row["id"], here)
        else:
            new = {"name": row["name"], "role": row["role"], "sort_key": key}
            found.add(Worker, row["id"], {**new, "is_owner": False, "in_register": False})


def latest_offer(given: HandOver) -> Row:
    """Return the offer with which a case came."""
    return max(
        given.transfers,
        key=lambda row: (row["status"] == OFFERED, row["offered_on"], row["created_at"], row["id"]),
    )


# --- the family ------------------------------------------------------------------------------------


def _match_family(session: Session, given: HandOver, found: Match, person_id: str) -> None:
    """The family the person belongs to here, else the one that came, with its members and the least of each."""
    if given.family is None:
        return
    there = given.family["id"]
    own = select(FamilyMember.family_id).where(FamilyMember.person_id == person_id, member_now())
    here = session.scalar(select(Family.id).where(Family.id == there)) or session.scalar(own.limit(1))
    if here is not None:
        found.known(Family, there, here)
        return
    values = _python(Family, given.family)
    if session.scalar(select(Family.id).where(Family.code == values["code"])) is not None:
        values["code"] = fresh_number(session, Family.code, "G")
    found.add(Family, there, {**values, "sort_key": sort_key(values["name"], "", "")})
    for row in given.family_members:
        _match_member(session, row, found, there)


def _match_member(session: Session, row: Row, found: Match, family_id: str) -> None:
    kind, here, new = _person(session, {"role": "family_member", **row})
    if row["id"] in found.ids["persons"]:
        pass
    elif here is None:
        found.add(kind, row["id"], new)
    else:
        found.known(kind, row["id"], here)
    member = {name: row.get(name) for name in ("relation", "from_on", "minor_reason", "review_on")}
    values = _python(FamilyMember, {name: value for name, value in member.items() if value is not None})
    whose = found.here("persons", row["id"])
    found.new.setdefault(FamilyMember, []).append({**values, "family_id": family_id, "person_id": whose})


# --- rows ------------------------------------------------------------------------------------------


def _least(session: Session, row: Row) -> dict[str, Any]:
    """Return somebody else than the person of the case, with a name and nothing that did not come along."""
    values = _python(Person, {name: row[name] for name in _OF_OTHERS if row.get(name) is not None})
    if session.scalar(select(Person.id).where(Person.number == values["number"])) is not None:
        values["number"] = fresh_number(session, Person.number, "P")
    key = sort_key(values["surname"], values.get("prefix") or "", values["given_name"])
    return {
        **values, "sort_key": key, "birth_date_estimated": False, "district": _UNKNOWN, "language": "nl",
        "interpreter": False, "restricted": False,
    }  # fmt: skip


_OF_OTHERS: Sequence[str] = ("number", "given_name", "prefix", "surname", "role", "birth_date")


def _python(kind: type[Record], row: Mapping[str, Any]) -> dict[str, Any]:
    columns = layout_of(kind).by_name
    return {
        columns[name].attribute: columns[name].python(value) for name, value in row.items() if name != "id"
    }


def _name_key(name: str) -> str:
    parts = parse_full(name)
    return sort_key(parts.surname, parts.prefix, parts.given)
