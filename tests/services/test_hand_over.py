# SPDX-License-Identifier: EUPL-1.2
"""What travels with a case: everything of that case and nothing of another, and it reads back as it was."""

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_family,
    a_home_visit,
    a_person,
    a_prison_visit,
    a_programme,
)
from tests.helpers.papers import a_paper

from casus.domain.codelists import codelist
from casus.errors import HandOverInvalid, NotFound
from casus.services import families, plans, tasks, transfers
from casus.services.desk import Desk
from casus.services.hand_over import HandOver, from_bytes, to_bytes
from casus.services.hand_over_gathering import hand_over
from casus.services.hand_over_parts import LEFT_OUT, NAMED, STAYS, is_left_out, record_parts
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
from casus.vault.belonging import movable
from casus.vault.row_digest import class_of, layout_of

START = date(2023, 3, 1)
WHY = "Woont in hetzelfde huis."


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


def test_everything_of_the_case_travels_and_nothing_of_any_other(desk: Desk) -> None:
    person, stranger = a_person(desk), a_person(desk, given_name="Vreemdeling", surname="Anders")
    mine = fill(desk, person, "top_x", "eigen")
    fill(desk, person, "local_pga", "andere")
    fill(desk, stranger, "top_x", "vreemd")
    detention = a_detention(desk, person, case_id=mine.id)
    a_prison_visit(desk, detention, report="eigen gesprek binnen.")
    a_paper(desk, person.id, case_id=mine.id)
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


def test_what_is_not_a_hand_over_is_refused(desk: Desk) -> None:
    plain = hand_over(desk, a_case(desk).id).to_plain()
    for wrong, reason in (
        ({"version": 3}, "version"),
        ({"version": 2**63}, "version"),
        ({"version": 1}, "shape"),
        ({"version": 0}, "shape"),
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


def test_every_table_under_a_case_travels_or_stays_for_a_reason() -> None:
    """A new table with a case or a person in it has to be thought of here, and so has a column that names others."""
    travels = {layout_of(kind).kind: kind for _name, kind in record_parts()}
    assert {"cases", "persons", *travels, *STAYS} == movable()
    assert not travels.keys() & STAYS.keys()
    named = {layout_of(one.record_class).kind: one.refers for one in NAMED.values()}
    for kind in ("cases", "persons", *travels):
        for key in layout_of(class_of(kind)).table.foreign_keys:
            target, column = key.column.table.name, key.parent.name
            assert (
                target in {"cases", "families", *travels}
                or column in named.get(target, ())
                or is_left_out(kind, column)
            ), f"{kind}.{column}"
    for name in LEFT_OUT:
        kind, _dot, column = name.rpartition(".")
        assert column in layout_of(class_of(kind or "cases")).by_name


def test_a_version_is_written_in_it(desk: Desk) -> None:
    given = hand_over(desk, a_case(desk).id)
    assert (given.version, given.made_on) == (2, desk.today())
    assert replace(given, made_on=START).to_plain()["made_on"] == "2023-03-01"
    for bad in (b"", b"[]", b"{", b"[" * 100_000, b'{"version":NaN}', b'{"version":2,"version":2}', b"\xff"):
        with pytest.raises(HandOverInvalid):
            from_bytes(bad)
    assert from_bytes(to_bytes(given)) == given
