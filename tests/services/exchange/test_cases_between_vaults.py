# SPDX-License-Identifier: EUPL-1.2
"""A case goes from one vault to another and comes back: whole, once, undone as a whole, and refused when it is not right."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, UniqueConstraint, select
from tests.helpers.any_record import any_row, in_order, tables
from tests.helpers.builders import a_case, a_home_visit, a_person, a_programme
from tests.helpers.exchange import acquainted, digest
from tests.helpers.full_case import filled
from tests.helpers.thorough import THOROUGH

from casus.counting.catalogue import load
from casus.counting.headlines import counted, is_over_persons
from casus.counting.registers import Registers
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import CasusError, InvalidForm
from casus.services import (
    break_glass,
    case_exchange,
    cases,
    contacts,
    contributions,
    corrections,
    exchange,
    merging,
    persons,
    programmes,
    restricting,
    retention,
    search,
    tasks,
    team,
    transfers,
    undo,
)
from casus.services.attachments import read_chunks
from casus.services.case_exchange import SealedOffer
from casus.services.code_fields import list_of
from casus.services.corrections import CorrectionInput, ObjectionInput
from casus.services.count_archive import Archiver
from casus.services.desk import Desk
from casus.services.hand_over import HandOver
from casus.services.hand_over_gathering import hand_over
from casus.services.hand_over_parts import BY_CASE, record_parts
from casus.services.inputs import HomeVisitInput, TaskInput, VogInput
from casus.services.records import Case, Person
from casus.vault.belonging import closure
from casus.vault.erasure import erase
from casus.vault.row_digest import layout_of
from casus.vault.tables import (
    Attachment,
    Contact,
    Correction,
    PersonMerge,
    Programme,
    Task,
    VogProcedure,
)

MakeDesk = Callable[..., Desk]
WHY = "Woont nu in mijn gebied."
YEAR = Period.parse("2023")
OWN = frozenset({"transfers", "assignments", "tasks", "workers", "made_on", "numbers"})
"""What is another in the vault of who took a case over."""


@pytest.fixture
def two(make_desk: MakeDesk) -> tuple[Desk, Desk]:
    return acquainted(make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi"))


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
    for rows in found.values():
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
    assert (facts["news"], facts["contacts"], preview.documents, facts["open_tasks"]) == ("new", 2, 1, 2)
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


def test_offers_are_refused_withdrawn_and_accepted_too_late(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, rachid = two
    case = a_case(anna)
    first = sent(anna, rachid, case, tmp_path / "1.casusbundel")
    assert reason(lambda: a_home_visit(anna, case)) == "offered_sealed"
    assert reason(lambda: transfers.accept_transfer(anna, first, with_tasks=True)) == "sealed_offer"
    with pytest.raises(InvalidForm):
        case_exchange.refuse_case(rachid, tmp_path / "1.casusbundel", "nee", tmp_path / "no.casusbundel")
    assert not (tmp_path / "no.casusbundel").exists()
    case_exchange.refuse_case(
        rachid, tmp_path / "1.casusbundel", "Ik zit vol deze maand.", tmp_path / "no.casusbundel"
    )
    assert all_of(rachid, Case) == []
    assert reason(lambda: exchange.take(rachid, tmp_path / "1.casusbundel")) == "refused_before"
    exchange.take(anna, tmp_path / "no.casusbundel")
    told = transfers.get_transfer(anna, first)
    assert (told.status, told.answer_note) == ("refused", "Ik zit vol deze maand.")
    a_home_visit(anna, case)

    second = sent(anna, rachid, case, tmp_path / "2.casusbundel")
    transfers.withdraw_transfer(anna, second)
    a_home_visit(anna, case)
    exchange.take(rachid, tmp_path / "2.casusbundel")
    (waiting,) = case_exchange.to_answer(rachid)
    case_exchange.send_case_answer(rachid, waiting.transfer_id, tmp_path / "late.casusbundel")
    assert case_exchange.to_answer(rachid) == []
    told_late = dict_of(exchange.look(anna, tmp_path / "late.casusbundel"))
    assert told_late["attention"] == "offer_withdrawn"
    assert reason(lambda: exchange.take(anna, tmp_path / "late.casusbundel")) == "late"
    assert cases.get_case(anna, case.id).transferred_on is None
    exchange.take(anna, tmp_path / "late.casusbundel", choices={"late": "confirm"})
    assert cases.get_case(anna, case.id).transferred_on == anna.today()
    assert reason(lambda: exchange.take(rachid, tmp_path / "2.casusbundel")) == "replayed"
    undo.undo(anna, taken_in(anna))
    assert cases.get_case(anna, case.id).transferred_on is None


def test_a_person_who_is_known_stays_one_and_is_counted_once(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, rachid = two
    case = a_case(anna, a_person(anna, telephone="0612345678"), approach="local_pga")
    a_home_visit(anna, case)
    known = a_person(rachid, given_name="Younes", call_name="Joens")
    own = a_case(rachid, known)
    sent(anna, rachid, case, tmp_path / "1.casusbundel")
    (asked,) = exchange.look(rachid, tmp_path / "1.casusbundel").questions
    assert [one.value for one in asked.options] == [known.id, "new"]
    assert reason(lambda: exchange.take(rachid, tmp_path / "1.casusbundel")) == "choose"
    exchange.take(rachid, tmp_path / "1.casusbundel", choices={"person": known.id})
    (person,) = [one for one in all_of(rachid, Person) if one.role == "young_person"]
    assert (person.telephone, person.call_name) == ("0612345678", "Joens")
    assert person.number == all_of(anna, Person)[0].number
    assert {one.record_id for one in search.search(rachid, known.number)} == {person.id}
    assert {(one.id, one.person_id) for one in all_of(rachid, Case)} == {
        (case.id, known.id),
        (own.id, known.id),
    }
    answered(rachid, anna, tmp_path / "2.casusbundel")
    _taken_apart_after_all(rachid, case, known, own)

    key = team.new_key()
    for desk in two:
        team.join(desk, key)
    year = Period.parse("2023")
    rows = {desk.role: contributions.contribute(desk, year).rows for desk in two}
    assert [row for row in rows["pga_expert"] if row.kind in ("case", "contact")] == []
    assert [row.kind for row in rows["rio"]].count("contact") == 1
    counted = [row for row in rows["rio"] if row.kind == "case"]
    assert len(counted) == 2
    assert len({row.subject for row in counted}) == 1

    case_exchange_back = tmp_path / "3.casusbundel"
    sent(rachid, anna, case, case_exchange_back)
    exchange.take(anna, case_exchange_back)
    assert [one.id for one in all_of(anna, Person)] == [case.person_id]
    assert cases.get_case(anna, case.id).person_id == case.person_id


def test_nothing_of_a_person_counts_twice_once_a_colleague_has_the_case(
    two: tuple[Desk, Desk], tmp_path: Path
) -> None:
    """Every indicator over persons: as before the hand-over, over both vaults, and when the copy was destroyed."""
    anna, rachid = two
    for desk, key in zip(two, (team.new_key(),) * 2, strict=True):
        team.join(desk, key)
    case = filled(anna)
    person = persons.get_person(anna, case.person_id)
    course = a_programme(anna, person, started_on=date(2023, 6, 5), kind="sport")
    visit = HomeVisitInput(person.id, None, date(2023, 10, 20), report="Thuis.")
    contacts.log_home_visit(anna, visit)
    certificate = programmes.open_vog(anna, VogInput(person.id, "work", date(2023, 10, 2))).value
    with anna.changing(label="demo") as session:  # as what was on file before there was a case
        for kind, one in ((Programme, course), (VogProcedure, certificate)):
            session.get_one(kind, one.id).case_id = None
    before = headlines(anna)
    assert {"home_visits", "families", "programme_starts", "vog_procedures"} <= {
        code for code, number in before.items() if number
    }
    sent(anna, rachid, case, tmp_path / "1.casusbundel")
    exchange.take(rachid, tmp_path / "1.casusbundel")
    answered(rachid, anna, tmp_path / "2.casusbundel")
    assert list(contributions.contribute(anna, YEAR).rows) == []
    assert headlines(rachid) == headlines(anna, rachid) == before
    for root in ({"cases": [case.id]}, {"persons": [person.id]}):  # a family still holds the person at first
        with anna.vault.transaction(anna.worker_id, label="destroy") as session:
            archiver = Archiver(anna, session, [person.id])
            erase(session, closure(session.connection(), root))
            archiver.keep()
        assert headlines(anna, rachid) == before
    assert person.id not in {one.id for one in all_of(anna, Person)}


def headlines(*desks: Desk) -> dict[str, int]:
    """Return what the coordinator would count of every indicator over persons."""
    made = counted(
        load(), [contributions.contribute(desk, YEAR) for desk in desks], Registers(), YEAR, YEAR.last
    )
    return {
        one.code: made.headline(one) or 0 for one in made.catalogue.indicators if is_over_persons(one.measure)
    }


def _taken_apart_after_all(rachid: Desk, case: Case, known: Person, own: Case) -> None:
    """Say that it was not the same person: whoever came is on file as they came, all of it; and undo that."""
    visit = a_home_visit(rachid, cases.get_case(rachid, case.id), report="Na de overname.")
    alone = tasks.add_task(rachid, TaskInput("Van wie dan?", person_id=known.id)).value
    elsewhere = PersonMerge(
        kept_id=known.id,
        into_id=known.id,
        merged_id="f" * 32,
        merged_number="P-1",
        reason="Zo heet dit elders.",
    )
    with rachid.changing(label="take_bundle") as session:
        session.add(elsewhere)
    stuck = {one.merged_number: one.stuck for one in merging.merges(rachid)}
    assert stuck == {"P-1": "merge_elsewhere", known.number: ""}
    assert reason(lambda: merging.preview(rachid, elsewhere.id)) == "merge_elsewhere"
    merge = next(one for one in merging.merges(rachid) if one.id != elsewhere.id)
    taking = merging.preview(rachid, merge.id)
    assert ([one.id for one in taking.later], taking.returning) == ([alone.id], 2)
    merging.split(rachid, merge.id, {alone.id: "merged"}, "Het zijn toch twee mensen.")
    persons = {one.id: one for one in all_of(rachid, Person)}
    came, here = persons[case.person_id], persons[known.id]
    assert (came.number, came.telephone, came.call_name) == (merge.kept_number, "0612345678", None)
    assert (here.number, here.telephone, here.call_name) == (known.number, None, "Joens")
    assert {(one.id, one.person_id) for one in all_of(rachid, Case)} == {
        (case.id, came.id),
        (own.id, here.id),
    }
    assert {one.person_id for one in all_of(rachid, Contact) if one.case_id == case.id} == {came.id}
    assert {one.person_id for one in all_of(rachid, Task) if one.id == alone.id} == {came.id}
    assert {one.record_id for one in search.search(rachid, "0612345678")} == {came.id}
    assert [(one.id, one.kept_id) for one in merging.merges(rachid)] == [(elsewhere.id, known.id)]
    assert rachid.vault.verify().findings == ()
    undo.undo(rachid, undo.steps(rachid).undo.batch_id)
    assert {one.person_id for one in all_of(rachid, Case)} == {known.id}
    with rachid.changing(label="delete_contact") as session:
        for kind, record_id in ((Contact, visit.id), (Task, alone.id)):
            session.delete(session.get_one(kind, record_id))


def test_restricted_limited_and_wrong_cases(two: tuple[Desk, Desk], tmp_path: Path) -> None:
    anna, rachid = two
    case = a_case(anna)
    visit = a_home_visit(anna, case)
    noted = CorrectionInput(case.person_id, "contacts", visit.id, "report", "Zo was het niet.", anna.today())
    corrections.note_correction(anna, noted)
    words = ObjectionInput(case.person_id, case.id, "Ik wil dit niet.", anna.today())
    corrections.note_objection(anna, words)
    retention.hold_case(anna, case.id, "Er loopt een klacht.", on=anna.today())
    with pytest.raises(InvalidForm) as limited:
        sent(anna, rachid, case, tmp_path / "no.casusbundel")
    assert limited.value.errors[0].field == "although_limited"
    restricting.restrict(anna, case.person_id, case.id, "person", "Familie van een collega.")
    assert reason(lambda: sent(anna, rachid, case, tmp_path / "no.casusbundel")) == "restricted"
    assert not (tmp_path / "no.casusbundel").exists()
    break_glass.open_restricted(anna, case.person_id, "Overdracht aan de RIO vandaag.")
    path = tmp_path / "1.casusbundel"
    sent(anna, rachid, case, path, although_limited=True)
    facts = exchange.look(rachid, path).facts
    assert {fact.value for fact in facts if fact.name == "attention"} == {"restricted", "limited", "held"}
    assert "Amrani" not in str(facts)
    _refuse_every_wrong_case(anna, rachid, case, tmp_path)
    exchange.take(rachid, path, choices={"person": "new"})
    assert reason(lambda: hand_over(rachid, case.id)) == "restricted"
    break_glass.open_restricted(rachid, case.person_id, "Ik neem de casus over.")
    got = cases.get_case(rachid, case.id)
    assert got.legal_hold
    assert [one.restricted for one in all_of(rachid, Person) if one.id == case.person_id] == [True]
    (view,) = [corrections.get_correction(rachid, one.id) for one in all_of(rachid, Correction)]
    assert view.changed is False


def _refuse_every_wrong_case(anna: Desk, rachid: Desk, case: Case, folder: Path) -> None:
    """Seal what is not right; each is refused for its reason, and not a byte of the vault changes."""
    plain = hand_over(anna, case.id).to_plain()
    other = a_case(rachid)
    mine, row = plain["case"], plain["contacts"][0]
    before = digest(rachid)
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"case": {**mine, "colour": "red"}}, "shape"),
        ({"case": {name: value for name, value in mine.items() if name != "approach"}}, "shape"),
        ({"case": {**mine, "legal_hold": True}}, "shape"),
        ({"case": {**mine, "opened_on": "1 maart"}}, "shape"),
        ({"case": {**mine, "approach": "unheard_of"}}, "codes"),
        ({"case": {**mine, "inclusion_reasons": '["unheard_of"]'}}, "codes"),
        ({"case": {**mine, "person_id": "f" * 32}}, "foreign"),
        ({"contacts": [{**row, "report": "a\u202eb"}]}, "shape"),
        ({"contacts": [{**row, "report": "x" * 20_001}]}, "shape"),
        ({"contacts": [{**row, "duration_minutes": 2**63}]}, "shape"),
        ({"contacts": [{**row, "duration_minutes": 5000}]}, "shape"),
        ({"contacts": [{**row, "case_id": other.id}]}, "foreign"),
        ({"contacts": [{**row, "worker_id": "e" * 32}]}, "foreign"),
        ({"contacts": [row, row]}, "shape"),
        ({"transfers": []}, "not_offered"),
        ({"version": 1}, "shape"),
        ({"version": 2**63}, "version"),
        ({"attachments": [_paper(case)]}, "document"),
    ]
    for number, (change, why) in enumerate(wrong):
        path = folder / f"wrong {number}.casusbundel"
        payload = json.dumps({**plain, **change}).encode()
        known = exchange.colleagues(anna)[0].id
        with anna.changing(label="send_case") as session:
            exchange.send(anna, session, [known], exchange.Outgoing("case", 2, payload), path)
        taking = partial(exchange.take, rachid, path, choices={"person": "new"})
        assert reason(taking) == why, change.keys()
    assert digest(rachid) == before


def _paper(case: Case) -> dict[str, Any]:
    return {
        "id": "a" * 32, "case_id": case.id, "person_id": case.person_id, "kind": "letter", "title": "Brief",
        "media_type": "application/pdf", "size": 10, "digest": "0" * 64, "received_on": "2023-11-01",
        "created_at": "2023-11-01 09:00:00.000000", "changed_at": "2023-11-01 09:00:00.000000",
    }  # fmt: skip


def any_case(desk: Desk, dice: Random) -> str:
    """Put a case on file with one or two rows of every kind that travels, whatever their columns hold."""
    ids: dict[str, list[str]] = {"persons": [], "cases": [], "workers": [desk.worker_id]}
    others = ("partners", "facilities", "vog_ambassadors")
    seen: set[tuple[Any, ...]] = set()
    parts = {layout_of(kind).kind for _name, kind in record_parts()} - {"attachments"}
    with desk.changing(label="demo") as session:

        def choose(target: str, needed: bool) -> str | None:
            known = ids.get(target, [])
            return dice.choice(known) if known and (needed or dice.random() < 0.7) else None

        def store(kind: str, **fixed: Any) -> None:
            row = any_row(kind, choose, lambda place: f"{place} {dice.randrange(10**6)}", **fixed)
            for name in row:
                column = layout_of(tables()[kind]).table.c[name]
                if row[name] and getattr(column.type, "length", 0) == 40 and (of_list := list_of(kind, name)):
                    row[name] = dice.choice(codelist(of_list).values)
            row |= {name: value for name, value in fixed.items() if name in row}
            if not _is_another(layout_of(tables()[kind]).table, row, seen):
                return
            ids.setdefault(kind, []).extend(desk.vault.insert_many(session, tables()[kind], [row]))

        store("persons")
        store("cases", transferred_on=None, retain_until=None, extended_until=None, inclusion_reasons=[])
        whose = {"person_id": ids["persons"][0], "case_id": ids["cases"][0]}
        for kind in others:
            store(kind)
        for kind in in_order():
            fixed: dict[str, Any] = {"status": "refused"} if kind == "transfers" else {}
            if kind in ("corrections", "request_masks"):
                fixed = {"record_kind": "contacts", "record_id": ids["contacts"][0], "field": "report"}
            fixed |= {"decision": None, "decided_on": None} if kind in ("corrections", "objections") else {}
            fixed |= {"data_kinds": [], "birth_date": None}
            for _ in range(dice.randint(1, 2) if kind in parts else 0):
                own = whose if dice.random() < 0.8 or kind in _OF_A_CASE else {**whose, "case_id": None}
                store(kind, **fixed, **own)
    return ids["cases"][0]


def _is_another(table: Table, row: dict[str, Any], seen: set[tuple[Any, ...]]) -> bool:
    """Return whether a row may stand beside those that were made: no rule of its table says it is there already."""
    rules = [one.columns for one in table.constraints if isinstance(one, UniqueConstraint)]
    rules += [one.columns for one in table.indexes if one.unique]
    keys = {(table.name, *((column.name, str(row[column.name])) for column in rule)) for rule in rules}
    if not keys.isdisjoint(seen):
        return False
    seen |= keys
    return True


_OF_A_CASE = frozenset(layout_of(kind).kind for kind in BY_CASE.values())


@settings(max_examples=40 if THOROUGH else 2, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_whatever_a_case_holds_is_the_same_in_the_other_vault(
    two: tuple[Desk, Desk], tmp_path: Path, seed: int
) -> None:
    anna, rachid = two
    case_id = any_case(anna, Random(seed))
    path = tmp_path / f"{case_id}.casusbundel"
    sent(anna, rachid, cases.get_case(anna, case_id), path, although_limited=True)
    before = plain(hand_over(anna, case_id))
    exchange.take(rachid, path, choices={"person": "new"})
    after = plain(hand_over(rachid, case_id))
    for found in (before, after):
        for column in ("last_contact_on", "retain_until"):
            found["case"].pop(column, None)
        for row in (*found["tasks"], *found["appointments"]):
            row.pop("worker_id", None)
    same_by_name = {"partners", "facilities", "ambassadors"}
    for name in {field.name for field in fields(HandOver)} - (OWN - {"tasks"}) - same_by_name:
        assert after[name] == before[name], name
