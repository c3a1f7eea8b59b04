# SPDX-License-Identifier: EUPL-1.2
"""Somebody with a record of every kind, an unmistakable word in every text, changed and partly deleted since."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from casus.crypto import kdf
from casus.domain.clock import FixedClock
from casus.services import destruction, drafts, indexing, settings, vaults
from casus.services.desk import Desk
from casus.services.records import Case, Person
from casus.vault.belonging import movable
from casus.vault.row_digest import layout_of
from casus.vault.tables import AttachmentChunk, SavedFilter, Worker, new_id
from tests.helpers.any_record import any_row, in_order, tables
from tests.helpers.builders import a_case, a_home_visit
from tests.helpers.canary import Canary, search_bytes, search_files
from tests.helpers.raw_pages import pages
from tests.helpers.vaults import ANY_COST, CHEAP, PASSWORD

CLOSED, KEEP = date(2012, 4, 1), date(2017, 4, 1)
_FIXED = {
    "cases": {
        "opened_on": date(2012, 3, 1),
        "closed_on": CLOSED,
        "retain_until": KEEP,
        "extended_until": KEEP,
        "legal_hold": False,
        "transferred_on": None,
        "phase": "closed",
        "approach": "top_x",
        "inclusion_reasons": [],
    },
    "persons": {
        "role": "young_person",
        "district": "overvecht",
        "representative_id": None,
        "restricted": False,
    },
    "families": {"district": "overvecht", "ended_on": CLOSED, "lead_id": None},
    "access_requests": {"decision": "granted", "decided_on": CLOSED, "case_id": None, "task_id": None},
    "objections": {"ended_on": CLOSED, "decision": "dismissed", "decided_on": CLOSED},
    "corrections": {"decision": "granted", "decided_on": CLOSED},
    "facilities": {"country": "nl"},
    "phase_changes": {"to_phase": "closed", "on": CLOSED},
    "detentions": {"released_on": CLOSED},
    "vog_procedures": {"status": "not_applied"},
}


@dataclass
class Life:
    """Whose life it is, and somebody else's beside it."""

    case_id: str
    person_id: str
    other: Case
    second_id: str
    ids: dict[str, str]


SECRET = "gele trein zonder zeven torens"
"""The second person's."""


@dataclass
class Place:
    """Where a vault and a home folder are, whose life is in it, and the proposal to destroy it (unless "")."""

    root: Path
    life: Life
    canary: Canary
    proposal_id: str = ""

    @property
    def vault(self) -> Path:
        """The folder of the vault."""
        return self.root / "kluis"

    @property
    def home(self) -> Path:
        """The home folder."""
        return self.root / "home"

    def copy_to(self, root: Path) -> "Place":
        """Return a copy of it all."""
        shutil.copytree(self.vault, root / "kluis")
        shutil.copytree(self.home, root / "home")
        return replace(self, root=root)


@contextmanager
def a_written_place(root: Path, clock: FixedClock, *, proposed: bool = False) -> Iterator[Place]:
    """Give a closed vault with a whole life in it, and a copy as one is made before an upgrade."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
        patch.setenv("XDG_DATA_HOME", str(root / "home"))
        new = vaults.NewVault(root / "kluis", PASSWORD, "G", "nl", "Marieke Visser", "pga_expert")
        desk = vaults.create(new, clock, cost=CHEAP).desk
        canary = Canary()
        life = a_whole_life(desk, canary)
        destruction.enrol_second(desk, life.second_id, SECRET)
        proposal_id = destruction.propose(desk, [life.case_id], "term_ended").value.id if proposed else ""
        vaults.lock(desk)
        copy = root / "kluis" / "backups" / "before-upgrade-0-20230101T000000"
        copy.mkdir()
        shutil.copy(root / "kluis" / "vault.db", copy)
        yield Place(root, life, canary, proposal_id)


def a_whole_life(desk: Desk, canary: Canary) -> Life:
    """Write it all down."""
    other = a_case(desk)
    visit = a_home_visit(desk, other, report="Samen koffie gedronken.")
    second_id = new_id()
    ids: dict[str, str] = {}

    def choose(target: str, needed: bool) -> str | None:
        if target in ids:
            return ids[target]
        return desk.worker_id if target == "workers" else None

    with desk.changing(canary.text("reason of creation"), label="register_person") as session:
        session.add(
            Worker(
                id=second_id, name="Tweede", sort_key="tweede", role="rio", is_owner=False, in_register=False
            )
        )
        for kind in in_order():
            if kind in movable() or kind in ("facilities", "partners", "colleagues"):
                words = canary if kind in movable() else str
                row = any_row(kind, choose, words, **_FIXED.get(kind, {}))
                ids.setdefault(kind, row["id"])
                session.add(tables()[kind](**row))
                session.flush()
        extra = {kind: any_row(kind, choose, _again(canary), **_FIXED.get(kind, {})) for kind in _children()}
        for kind, row in extra.items():
            session.add(tables()[kind](**row))
        session.add(
            tables()["contact_attendees"](
                contact_id=visit.id, person_id=ids["persons"], name=canary("name typed at another's visit")
            )
        )
        for record_id in (ids["attachments"], extra["attachments"]["id"]):
            session.add(
                AttachmentChunk(attachment_id=record_id, position=0, content=canary("chunk").encode() * 900)
            )
        session.add(SavedFilter(list_key="persons", name="x", definition={"text": canary("persons.surname")}))
    _change(desk, canary, ids)
    with desk.changing(canary.text("reason of second change"), label="update_case") as session:
        session.get_one(tables()["persons"], ids["persons"]).note = canary("persons.note changed again")
    _delete(desk, {kind: row["id"] for kind, row in extra.items()})
    _drafts(desk, canary, ids)
    settings.set_setting(desk, "place_at_lock", {"page": "cases", "record": ids["cases"]})
    return Life(ids["cases"], ids["persons"], other, second_id, ids)


def _children() -> list[str]:
    once = {"basic_condition_checks", "assessment_scores", "match_answers", "match_hints"}
    roots = {"persons", "cases", "families", *once}
    return [kind for kind in in_order() if kind in movable() - roots]


def _again(canary: Canary) -> Any:
    return lambda place: canary(f"{place}, deleted since")


def _change(desk: Desk, canary: Canary, ids: dict[str, str]) -> None:
    """Write other words over every text, and find all of it by searching."""
    with desk.changing(canary.text("reason of change"), label="update_person") as session:
        for kind in movable():
            record = session.get_one(tables()[kind], ids[kind])
            for column in layout_of(type(record)).columns:
                value = getattr(record, column.attribute)
                if isinstance(value, str) and value.startswith("Qwyx") and column.name != "content":
                    setattr(record, column.attribute, canary(f"{kind}.{column.name} changed"))
    with desk.changing() as session:
        for kind in indexing._TABLES:
            if kind in ids:
                indexing.reindex(session, kind, [ids[kind]])


def _delete(desk: Desk, extra: dict[str, str]) -> None:
    with desk.changing(canary_free_reason(), label="delete_contact") as session:
        for kind in reversed(in_order()):
            if kind in extra:
                session.delete(session.get_one(tables()[kind], extra[kind]))


def canary_free_reason() -> str:
    """Return a reason that names nobody."""
    return "Dubbel vastgelegd."


def _drafts(desk: Desk, canary: Canary, ids: dict[str, str]) -> None:
    """Keep a draft of a record of theirs, one of a new person with the same name, and one outside the vault."""
    drafts.save_draft(desk, f"visit:{ids['cases']}", "visit", ids["cases"], {"report": canary("draft")})
    with desk.reading() as session:
        person = session.scalars(select(Person).where(Person.id == ids["persons"])).one()
        named = {"given": person.given_name, "surname": person.surname, "note": canary("new draft")}
    drafts.save_draft(desk, "person:new", "person", None, named)
    key = f"task:new:{ids['contacts']}"
    drafts._keep_outside(desk, key, drafts._seal(desk, key, "task", None, {"note": canary("outside")}))


def traces(place: Place, key: bytes, desk: Desk | None = None) -> list[str]:
    """Return every trace in the decrypted pages and on the disk, and copies and drafts that are still there."""
    found = [draft.key for draft in drafts.list_drafts(desk)] if desk is not None else []
    found += search_bytes(pages(place.vault / "vault.db", key)) + search_files([place.root])
    found += [str(path) for path in (place.vault / "backups").iterdir()]
    found += [str(path) for path in place.home.rglob("*.draft")]
    journal = place.vault / "vault.db-journal"
    return found + ([str(journal)] if journal.exists() and journal.stat().st_size else [])
