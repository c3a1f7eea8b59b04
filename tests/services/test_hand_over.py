# SPDX-License-Identifier: EUPL-1.2
"""What travels with a case: everything of that case and nothing of another, and it reads back as it was."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_family,
    a_home_visit,
    a_person,
    a_prison_visit,
    a_programme,
)

from casus.domain.codelists import codelist
from casus.errors import HandOverInvalid, NotFound
from casus.services import families, plans, tasks, transfers
from casus.services.desk import Desk
from casus.services.hand_over import Attachments, HandOver, Sealer
from casus.services.hand_over_gathering import BY_CASE, BY_CASE_OR_PERSON, chunks_of, hand_over
from casus.services.inputs import (
    ActionInput,
    AssessmentInput,
    GoalInput,
    MemberInput,
    PlanInput,
    ScoreInput,
    TaskInput,
)
from casus.services.records import Case, Person
from casus.vault.row_digest import layout_of, record_classes
from casus.vault.tables import Attachment, AttachmentChunk

START = date(2023, 3, 1)
WHY = "Woont in hetzelfde huis."
PIECES = (b"a" * 1000, b"b" * 1000, b"c" * 7)


def fill(desk: Desk, person: Person, approach: str, word: str) -> Case:
    """Give a person a case in which every kind of record says `word`."""
    case = a_case(desk, person, approach=approach)
    a_home_visit(desk, case, report=f"{word} {word} bezoek.")
    tasks.add_task(desk, TaskInput(f"{word} taak", case_id=case.id))
    goal = GoalInput("housing", f"{word} doel", actions=(ActionInput(f"{word} actie"),))
    plans.make_plan(desk, PlanInput(START, f"{word} plan", case.id, goals=(goal,)))
    scores = {domain: ScoreInput("s3", f"{word} score") for domain in codelist("life_domain").values}
    plans.assess(desk, AssessmentInput(case.id, START, "baseline", scores))
    a_programme(desk, person, case_id=case.id, provider_name=f"{word} werkplaats")
    return case


def a_document(desk: Desk, case: Case) -> str:
    """Put a document of three pieces in a dossier."""
    with desk.changing(label="add_task") as session:
        record = Attachment(
            case_id=case.id, person_id=case.person_id, kind="letter", title="brief.pdf",
            media_type="application/pdf", size=sum(map(len, PIECES)), digest="0" * 64, received_on=START,
        )  # fmt: skip
        session.add(record)
        session.flush()
        session.add_all(
            AttachmentChunk(attachment_id=record.id, position=at, content=piece)
            for at, piece in enumerate(PIECES)
        )
    return record.id


def test_everything_of_the_case_travels_and_nothing_of_any_other(desk: Desk) -> None:
    person, stranger = a_person(desk), a_person(desk, given_name="Vreemdeling", surname="Anders")
    mine = fill(desk, person, "top_x", "eigen")
    fill(desk, person, "local_pga", "andere")
    fill(desk, stranger, "top_x", "vreemd")
    detention = a_detention(desk, person, case_id=mine.id)
    a_prison_visit(desk, detention, report="eigen gesprek binnen.")
    a_document(desk, mine)
    transfers.offer_transfer(desk, transfers.TransferInput(mine.id, WHY, to_name="Bart"))
    given = hand_over(desk, mine.id)
    words = json.dumps(given.to_plain(), ensure_ascii=False)
    assert "andere" not in words
    assert "vreemd" not in words.casefold()
    assert given.case["id"] == mine.id
    assert given.person["id"] == person.id
    filled = {one.name for one in fields(given) if getattr(given, one.name)}
    assert filled >= {
        "contacts", "tasks", "plans", "goals", "actions", "assessments", "scores", "programmes",
        "detentions", "attachments", "phase_changes", "assignments", "transfers", "workers", "facilities",
    }  # fmt: skip
    for name in ("contacts", "tasks", "goals", "programmes"):
        assert "eigen" in json.dumps(getattr(given, name))
    owners = {row["case_id"] for part in _parts(given) for row in part if row.get("case_id")}
    assert owners == {mine.id}


def _parts(given: HandOver) -> Iterator[tuple[dict[str, object], ...]]:
    for one in fields(given):
        value = getattr(given, one.name)
        if isinstance(value, tuple):
            yield value


def test_it_reads_back_as_it_was_through_json(desk: Desk) -> None:
    person = a_person(desk)
    case = fill(desk, person, "top_x", "eigen")
    given = hand_over(desk, case.id)
    text = json.dumps(given.to_plain())
    assert HandOver.from_plain(json.loads(text)) == given
    record = layout_of(Case)
    again = {name: record.by_name[name].python(value) for name, value in given.case.items()}
    assert (again["opened_on"], again["approach"]) == (case.opened_on, "top_x")


def test_of_the_family_only_names_birth_dates_and_relations_come_along(desk: Desk) -> None:
    family, person = a_family(desk, note="Ouders gescheiden."), a_person(desk)
    mother = a_person(
        desk, given_name="Salma", birth_date=date(1980, 1, 1), role="family_member",
        telephone="0612345678", note="Werkt nachtdiensten.",
    )  # fmt: skip
    case = a_case(desk, person, family_id=family.id)
    for member, relation in ((person, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(family.id, member.id, relation, START))
    given = hand_over(desk, case.id)
    assert given.family is not None
    assert given.family.keys() == {"id", "code", "name", "district", "started_on"}
    row = next(one for one in given.family_members if one["person_id"] == mother.id)
    assert (row["given_name"], row["relation"], row["birth_date"]) == ("Salma", "parent", "1980-01-01")
    words = json.dumps(given.to_plain())
    for secret in ("0612345678", "nachtdiensten", "gescheiden"):
        assert secret not in words


def test_documents_come_in_pieces_for_whoever_seals(desk: Desk) -> None:
    class InTheOpen:
        """Stands in for the sealed file, which comes with the team exchange."""

        def seal(self, hand_over: HandOver, attachments: Attachments, to_worker_id: str) -> Iterator[bytes]:
            yield json.dumps(hand_over.to_plain()).encode()
            for row in hand_over.attachments:
                yield from attachments(row["id"])

    case = a_case(desk)
    document = a_document(desk, case)
    assert tuple(chunks_of(desk, document)) == PIECES
    sealer: Sealer = InTheOpen()
    pieces = list(sealer.seal(hand_over(desk, case.id), lambda one: chunks_of(desk, one), desk.worker_id))
    assert b"".join(pieces[1:]) == b"".join(PIECES)
    assert list(chunks_of(desk, "f" * 32)) == []


def test_what_is_not_a_hand_over_is_refused(desk: Desk) -> None:
    plain = hand_over(desk, a_case(desk).id).to_plain()
    for wrong, reason in (
        ({"version": 2}, "version"),
        ({"version": "1"}, "shape"),
        ({"version": True}, "shape"),
        ({"made_on": "gisteren"}, "shape"),
        ({"tasks": {"id": "x"}}, "shape"),
        ({"tasks": [{"title": "zonder nummer"}]}, "shape"),
        ({"case": None}, "shape"),
        ({"extra": []}, "shape"),
    ):
        with pytest.raises(HandOverInvalid) as caught:
            HandOver.from_plain({**plain, **wrong})
        assert caught.value.reason == reason
    with pytest.raises(HandOverInvalid):
        HandOver.from_plain({})
    with pytest.raises(NotFound):
        hand_over(desk, "f" * 32)


def test_every_table_that_knows_a_case_is_part_of_it() -> None:
    """A new table with a case in it has to be thought of here."""
    with_case = {layout_of(one).kind for one in record_classes() if "case_id" in layout_of(one).table.c}
    known = {*BY_CASE.values(), *BY_CASE_OR_PERSON.values()}
    assert with_case == {layout_of(one).kind for one in known}


def test_a_version_is_written_in_it(desk: Desk) -> None:
    given = hand_over(desk, a_case(desk).id)
    assert (given.version, given.made_on) == (1, desk.today())
    assert replace(given, made_on=START).to_plain()["made_on"] == "2023-03-01"
    with desk.reading() as session:
        assert session.scalars(select(Attachment.id)).all() == []
