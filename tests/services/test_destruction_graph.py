# SPDX-License-Identifier: EUPL-1.2
"""Of random dossiers that refer to each other in every way, exactly what should go goes and nothing of anyone else."""

import random
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.helpers.any_record import any_row, in_order, tables
from tests.helpers.destruction_oracle import Rows, expected, leaves_on
from tests.helpers.thorough import THOROUGH
from tests.helpers.vaults import shared_desks

from casus.services.desk import Desk
from casus.services.destruction.working_out import work_out
from casus.vault import erasure
from casus.vault.belonging import MENTIONS, movable, references
from casus.vault.leaving import leaving
from casus.vault.row_digest import layout_of
from casus.vault.sessions import WritingSession

TODAY = date(2023, 11, 1)
SURNAMES = ("Bakker", "De Wit", "Yilmaz")


class Undone(Exception):
    """Takes the random dossiers away again."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with shared_desks(tmp_path_factory.mktemp("graph"), "pga_expert") as (one,):
        yield one


def a_world(chance: random.Random, desk: Desk) -> list[tuple[str, dict[str, Any]]]:
    """Return rows of every kind that can go, with references drawn at random."""
    ids: dict[str, list[str]] = {"workers": [desk.worker_id]}
    rows = []

    def choose(target: str, needed: bool) -> str | None:
        known = ids.get(target, [])
        return chance.choice(known) if known and (needed or chance.random() < 0.6) else None

    for kind in in_order():
        if kind not in movable() and kind not in ("facilities", "colleagues"):
            continue
        for _ in range({"persons": 6, "cases": 6, "match_answers": 1, "match_hints": 1}.get(kind, 3)):
            row = any_row(kind, choose, **_fixed(kind, chance))
            if kind == "basic_condition_checks":
                row["condition"] = f"c{len(rows)}"
            if kind == "cases":  # of the last three: the others represent them, or are family
                row["person_id"] = chance.choice(ids["persons"][3:])
            if kind == "colleagues":
                row["sign_key"] = f"{len(rows):064}"
            if kind == "corrections":
                row["record_kind"], row["record_id"] = "cases", chance.choice(ids["cases"])
            if kind == "request_masks" and chance.random() < 0.5:
                row["record_kind"], row["record_id"] = "contacts", chance.choice(ids["contacts"])
            elif kind == "request_masks":  # about an earlier value
                row["record_kind"], row["field"] = (
                    "field_changes",
                    f"contacts.{chance.choice(ids['contacts'])}.report",
                )
            rows.append((kind, row))
            ids.setdefault(kind, []).append(row["id"])
    return rows


def _fixed(kind: str, chance: random.Random) -> dict[str, Any]:
    ended = chance.choice((None, date(2015, 1, 1), date(2015, 1, 1)))
    return {
        "persons": {
            "role": chance.choice(("young_person", "representative", "family_member")),
            "surname": chance.choice(SURNAMES),
        },
        "families": {"ended_on": ended},
        "family_members": {"until_on": ended, "review_on": chance.choice((None, date(2014, 1, 1)))},
        "cases": {"inclusion_reasons": [], "closed_on": chance.choice((None, date(2013, 1, 1)))},
    }.get(kind, {}) | (
        {"decision": "x", "decided_on": TODAY} if kind in ("corrections", "objections") else {}
    )


def stored(session: WritingSession) -> Rows:
    """Return every row of the kinds that can go, as plain values."""
    found: Rows = {}
    for kind in movable():
        table = layout_of(tables()[kind]).table
        for row in session.connection().execute(select(table)).mappings():
            found[kind, row["id"]] = dict(row)
    return found


def without_bookkeeping(rows: Rows) -> Rows:
    return {
        key: {name: value for name, value in row.items() if name not in ("version", "changed_at")}
        for key, row in rows.items()
    }


@settings(max_examples=40 if THOROUGH else 8, suppress_health_check=list(HealthCheck), deadline=None)
@given(seed=st.integers(0, 2**32), how_many=st.integers(0, 4), relatives=st.integers(0, 2))
def test_exactly_what_should_go_goes(desk: Desk, seed: int, how_many: int, relatives: int) -> None:
    chance = random.Random(seed)
    rows = a_world(chance, desk)
    cases = chance.sample([row["id"] for kind, row in rows if kind == "cases"], how_many)
    persons = [row["id"] for kind, row in rows if kind == "persons"]
    alone = frozenset(chance.sample(persons, relatives))
    with pytest.raises(Undone), desk.vault.transaction(desk.worker_id) as session:
        assert isinstance(session, WritingSession)
        for kind in in_order():
            own = [row for one, row in rows if one == kind]
            if own:
                session.insert_many(tables()[kind], own)
        before = stored(session)
        days = {one: leaves_on(before, one) for one in persons}
        left = {row.person_id: row.leaves_on for row in session.execute(select(leaving()))}
        assert {one: left.get(one) for one in persons} == days
        worked = work_out(session, desk, cases, sorted(alone))
        erasure.erase(session, worked.going)
        after = stored(session)
        assert without_bookkeeping(after) == without_bookkeeping(expected(before, set(cases), TODAY, alone))
        assert not session.connection().exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        raise Undone


def test_every_reference_to_a_dossier_is_thought_about() -> None:
    """A table that is added takes part by its foreign keys; what only mentions someone is listed by hand."""
    assert {(one.kind, one.column) for one in references()} >= MENTIONS
    optional = {
        f"{one.kind}.{one.column}"
        for one in references()
        if one.target in movable() and not one.needed and (one.kind, one.column) not in MENTIONS
    }
    plain = {name for name in optional if name.split(".")[1] not in ("case_id", "person_id", "family_id")}
    assert plain == {
        "access_requests.task_id",
        "appointments.contact_id",
        "attachments.contact_id",
        "basic_condition_checks.detention_id",
        "data_sharings.contact_id",
        "tasks.action_id",
        "tasks.contact_id",
    }
