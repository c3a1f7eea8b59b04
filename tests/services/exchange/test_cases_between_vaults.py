# SPDX-License-Identifier: EUPL-1.2
"""A case goes from one vault to another and comes back: whole, once, undone as a whole, and refused when it is not right."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from tests.helpers.builders import (
    a_case,
    a_contact,
    a_detention,
    a_family,
    a_home_visit,
    a_person,
    a_prison_visit,
    a_programme,
)
from tests.helpers.exchange import acquainted
from tests.helpers.papers import pdf

from casus.errors import CasusError, HandOverInvalid, InvalidForm, NotAllowed
from casus.services import (
    case_exchange,
    cases,
    contacts,
    exchange,
    families,
    plans,
    search,
    tasks,
    transfers,
    undo,
)
from casus.services.attachments import AttachmentInput, MemorySource, add_attachment, read_chunks
from casus.services.case_exchange import SealedOffer
from casus.services.desk import Desk
from casus.services.hand_over import HandOver
from casus.services.hand_over_gathering import hand_over
from casus.services.inputs import ActionInput, GoalInput, MemberInput, PlanInput, TaskInput
from casus.services.records import Case
from casus.vault.tables import Attachment, Task

MakeDesk = Callable[..., Desk]
WHY = "Woont nu in mijn gebied."
OWN = frozenset({"transfers", "assignments", "tasks", "workers", "made_on", "numbers"})
"""What is another in the vault of who took a case over."""


@pytest.fixture
def two(make_desk: MakeDesk) -> tuple[Desk, Desk]:
    return acquainted(make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi"))


def filled(desk: Desk) -> Case:
    person = a_person(desk, aliases=("Younie",))
    family = a_family(desk)
    mother = a_person(desk, given_name="Salma", role="family_member", birth_date=date(1980, 1, 1))
    case = a_case(desk, person, family_id=family.id)
    for one, relation in ((person, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(family.id, one.id, relation, case.opened_on))
    a_home_visit(desk, case)
    a_prison_visit(desk, a_detention(desk, person, case_id=case.id))
    a_programme(desk, person, case_id=case.id)
    goal = GoalInput("housing", "Eigen kamer", actions=(ActionInput("Inschrijven"),))
    plans.adopt_plan(desk, plans.make_plan(desk, PlanInput(case.opened_on, "Plan", case.id, goals=(goal,), discussed=True)).value.id)
    tasks.add_task(desk, TaskInput("Bellen", case_id=case.id))
    paper = AttachmentInput("Brief", "letter", desk.today(), person.id, case.id)
    add_attachment(desk, MemorySource("brief.pdf", pdf("x" * 300)), paper)
    return case


def sent(desk: Desk, to: Desk, case: Case, path: Path, **more: Any) -> str:
    """Seal a case to a colleague; return the id of the offer."""
    keys = exchange.identity(to).public
    known = next(one.id for one in exchange.colleagues(desk) if one.keys == keys)
    return case_exchange.send_case(desk, SealedOffer(case.id, WHY, known, **more), path).value.id


def answered(desk: Desk, to: Desk, path: Path) -> None:
    """Let a worker answer the one case that waits for it, and the sender take that in."""
    (waiting,) = case_exchange.to_answer(desk)
    case_exchange.send_case_answer(desk, waiting.transfer_id, path)
    exchange.take(to, path)


def reason(act: Callable[[], object]) -> str:
    """Return why this is refused."""
    with pytest.raises(CasusError) as caught:
        act()
    return str(getattr(caught.value, "reason", None) or getattr(caught.value, "rule", ""))


def taken_in(desk: Desk) -> str:
    return next(one.batch_id for one in undo.recent(desk) if one.code == "take_bundle")


def all_of(desk: Desk, kind: type[Any]) -> list[Any]:
    with desk.reading() as session:
        return list(session.scalars(select(kind)))


def dict_of(preview: exchange.Preview) -> dict[str, object]:
    return {fact.name: fact.value for fact in preview.facts}


def plain(given: HandOver) -> dict[str, Any]:
    """Return a hand-over in which what each vault says for itself is left out."""
    found = given.to_plain()
    names = {row["id"]: row["name"] for row in found["workers"]}
    for name, rows in found.items():
        for row in rows if isinstance(rows, list) else [rows] if isinstance(rows, dict) else []:
            for column, value in list(row.items()):
                if value in names:
                    row[column] = names[value]
            row.pop("changed_at", None)
    return found


def test_a_case_arrives_whole_and_comes_back_newer(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, rachid = two
    case = filled(anna)
    before = plain(hand_over(anna, case.id))
    first = sent(anna, rachid, case, tmp_path / "1.casusbundel")
    preview = exchange.look(rachid, tmp_path / "1.casusbundel")
    facts = {fact.name: fact.value for fact in preview.facts}
    assert (facts["news"], facts["contacts"], facts["documents"], facts["open_tasks"]) == ("new", 2, 1, 2)
    assert preview.questions == ()
    exchange.take(rachid, tmp_path / "1.casusbundel")
    got = plain(hand_over(rachid, case.id))
    for name in {field.name for field in fields(HandOver)} - OWN:
        assert got[name] == before[name], name
    assert {row["worker_id"] for row in got["tasks"]} == {"Rachid Idrissi"}
    with rachid.reading() as session:
        paper = session.scalars(select(Attachment)).one()
    assert b"".join(read_chunks(rachid, paper.id)).startswith(b"%PDF")
    assert [hit.record_id for hit in search.search(rachid, "younie")] == [case.person_id]
    assert rachid.vault.verify().findings == ()
    answered(rachid, anna, tmp_path / "2.casusbundel")
    assert transfers.get_transfer(anna, first).status == "accepted"
    copy = cases.get_case(anna, case.id)
    assert (copy.transferred_on, copy.closed_on) == (anna.today(), anna.today())
    for work in (
        lambda: a_home_visit(anna, case),
        lambda: tasks.add_task(anna, TaskInput("Toch nog", case_id=case.id)),
        lambda: cases.reopen_case(anna, case.id, on=anna.today(), reason="Toch weer van mij."),
        lambda: cases.assign(anna, case.id, anna.worker_id, "deputy", anna.today()),
    ):
        assert reason(work) in ("handed_over", "case_closed")
    assert reason(lambda: undo.undo(rachid, taken_in(rachid))) == "changed_later"

    visit = a_home_visit(rachid, case, report="Nieuw bij de RIO.")
    gone = next(one for one in all_of(rachid, Task) if one.title == "Bellen")
    with rachid.changing(label="delete_contact") as session:
        session.delete(session.get_one(Task, gone.id))
    back = plain(hand_over(rachid, case.id))
    sent(rachid, anna, case, tmp_path / "3.casusbundel")
    assert dict_of(exchange.look(anna, tmp_path / "3.casusbundel"))["news"] == "returns"
    exchange.take(anna, tmp_path / "3.casusbundel")
    again = plain(hand_over(anna, case.id))
    for name in {field.name for field in fields(HandOver)} - OWN:
        assert again[name] == back[name], name
    assert visit.id in {row["id"] for row in again["contacts"]}
    assert cases.get_case(anna, case.id).transferred_on is None
    a_home_visit(anna, case)
    assert anna.vault.verify().findings == ()
    undo.undo(anna, undo.steps(anna).undo.batch_id)
    undo.undo(anna, taken_in(anna))
    assert cases.get_case(anna, case.id).transferred_on == anna.today()
    exchange.take(anna, tmp_path / "3.casusbundel")
