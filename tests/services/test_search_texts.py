# SPDX-License-Identifier: EUPL-1.2
"""Contacts, tasks and programmes are found by their words, as long as those words stand there."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import text as sql
from tests.helpers.builders import A_VISIT, a_case, a_home_visit, a_person, a_programme

from casus.services import catching_up, contact_changes, contacts, persons, tasks, undo
from casus.services.desk import Desk
from casus.services.inputs import AgreementInput, Attendee, HomeVisitInput, TaskInput
from casus.services.records import Case
from casus.services.search import Hit, search
from casus.vault import search as index
from casus.vault.tables import Case as CaseRow

REPORT = (
    "Aan de keukentafel gesproken over de voetbalclub.\nMoeder belt maandag met Zebedeus over de contributie."
)


def texts(desk: Desk, typed: str) -> list[Hit]:
    return [hit for hit in search(desk, typed) if hit.kind in ("contacts", "tasks", "programmes")]


def why(desk: Desk, typed: str) -> list[tuple[str, str]]:
    return [(hit.kind, hit.why) for hit in texts(desk, typed)]


def stored(desk: Desk, words: Iterable[str]) -> set[str]:
    """Return which words are anywhere in the index or its texts; the index stores a word in pieces."""
    with desk.reading() as session:
        blocks = b"".join(session.execute(sql("SELECT block FROM search_index_data")).scalars())
        lines = session.execute(sql("SELECT title || ' ' || body FROM search_entries")).scalars()
        there = blocks + " ".join(lines).casefold().encode()
    return {word for word in words if word[3:].encode() in there}


@pytest.mark.parametrize(
    ("typed", "reason", "quoted"),
    [
        ("voetbal", "report", "keukentafel gesproken over de [voetbalclub]. Moeder belt"),
        (
            "ZEBEDÉUS",
            "report",
            "… Moeder belt maandag met [Zebedeus] over de contributie.",
        ),
        ("keukentafel contributie", "report", "Aan de [keukentafel] gesproken"),
        ("wijkbureau", "met_at", "[Wijkbureau] Overvecht"),
        ("buurvrouw", "source", "een [buurvrouw] op de galerij"),
        ("xantippe", "attendee", "Tante [Xantippe]"),
        ("voetbal xantippe", "report", "[voetbalclub]"),
        ("amrani voetbal", "report", "[voetbalclub]"),
        ("keukentafel younes amrani", "report", "[keukentafel]"),
    ],
)
def test_a_contact_is_found_by_what_stands_in_it(desk: Desk, typed: str, reason: str, quoted: str) -> None:
    case = a_case(desk)
    visit = a_home_visit(
        desk,
        case,
        report=REPORT,
        place="Wijkbureau Overvecht",
        information_kind="source",
        information_source="een buurvrouw op de galerij",
        attendees=(Attendee(name="Tante Xantippe"),),
    )
    (hit,) = texts(desk, typed)
    assert (hit.kind, hit.record_id, hit.title, hit.why) == (
        "contacts",
        visit.id,
        "El Amrani, Younes",
        reason,
    )
    assert (hit.on, hit.code, hit.place) == (visit.on, "home_visit", f"case:{case.id}")
    assert hit.quote is not None
    assert quoted in f"{hit.quote.before}[{hit.quote.word}]{hit.quote.after}"
    assert "\n" not in str(hit.quote)


def test_a_long_report_is_quoted_around_the_word(desk: Desk) -> None:
    a_home_visit(desk, report="lang verhaal " * 200 + "zebedeus " + "en zo voort " * 200)
    (hit,) = texts(desk, "zebed")
    assert hit.quote is not None
    assert hit.quote.word == "zebedeus"
    assert len(str(hit.quote)) < 120
    assert hit.quote.before.startswith("… ")
    assert hit.quote.after.endswith(" …")


def test_a_task_and_a_programme_are_found(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, agreements=(AgreementInput("Zwemdiploma regelen", "Moeder", date(2023, 11, 9)),))
    own = tasks.add_task(desk, TaskInput("Xylofoon ophalen", note="bij Zebedeus")).value
    a_programme(desk, persons.get_person(desk, case.person_id), provider_name="Kwekerij De Hof")
    assert [(hit.title, hit.place) for hit in texts(desk, "zwemdip")] == [
        ("Zwemdiploma regelen", f"case:{case.id}")
    ]
    assert why(desk, "zebedeus") == [("tasks", "note")]
    assert [(hit.record_id, hit.subtitle, hit.place) for hit in texts(desk, "xylofoon")] == [(own.id, "", "")]
    assert why(desk, "kwekerij") == [("programmes", "provider")]
    tasks.update_task(desk, own.id, own.version, TaskInput("Trommel ophalen"))
    assert texts(desk, "xylofoon") == texts(desk, "zebedeus") == []
    assert why(desk, "trommel") == [("tasks", "title")]


def test_what_is_corrected_undone_or_done_again_is_in_the_index_as_it_is_in_the_vault(desk: Desk) -> None:
    words = ("zebedeus", "xantippe", "voetbalclub")
    case = a_case(desk)
    visit = a_home_visit(desk, case, report=REPORT, attendees=(Attendee(name="Xantippe"),))
    assert stored(desk, words) == set(words)
    data = replace(A_VISIT, person_id=case.person_id, case_id=case.id, report="Alleen voetbalclub.")
    contact_changes.correct_contact(desk, visit.id, visit.version, data)
    assert stored(desk, words) == {"voetbalclub"}
    take_back(desk)
    assert stored(desk, words) == set(words)
    assert why(desk, "xantippe") == [("contacts", "attendee")]
    take_back(desk)
    assert stored(desk, words) == set()
    assert count(desk) == 2  # the person and the case
    assert texts(desk, "voetbal") == []
    redo = undo.steps(desk).redo
    assert redo is not None
    undo.undo(desk, redo.batch_id)
    assert why(desk, "xantippe") == [("contacts", "attendee")]
    check_index(desk)


def test_a_deleted_contact_leaves_no_word_behind(desk: Desk) -> None:
    words = ("zebedeus", "xantippe", "voetbalclub")
    visit = a_home_visit(desk, report=REPORT, attendees=(Attendee(name="Xantippe"),))
    contact_changes.delete_contact(desk, visit.id, visit.version)
    assert stored(desk, words) == set()
    assert count(desk) == 2
    take_back(desk)
    assert stored(desk, words) == set(words)
    assert why(desk, "xantippe") == [("contacts", "attendee")]
    check_index(desk)


def count(desk: Desk) -> int:
    with desk.reading() as session:
        return int(session.execute(sql("SELECT count(*) FROM search_entries")).scalar_one())


def take_back(desk: Desk) -> None:
    act = undo.steps(desk).undo
    assert act is not None
    undo.undo(desk, act.batch_id)


def check_index(desk: Desk) -> None:
    with desk.changing() as session:
        session.execute(sql("INSERT INTO search_index(search_index, rank) VALUES('integrity-check', 1)"))


def test_nothing_of_a_restricted_dossier_is_found_but_the_person_by_number_or_whole_name(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, report=REPORT, agreements=(AgreementInput("Zwemdiploma regelen"),))
    other = a_home_visit(desk, a_case(desk, a_person(desk, surname="Zand")), report=REPORT)
    person = persons.get_person(desk, case.person_id)
    persons.set_restricted(desk, person.id, person.version, True, "Dreiging, op verzoek van de politie.")
    assert [hit.record_id for hit in search(desk, "voetbal")] == [other.id]
    assert search(desk, "zwemdiploma") == search(desk, "amrani voetbal") == []
    assert search(desk, "amrani") == []
    for words, why in ((person.number, "number"), ("younes el amrani", "name")):
        hits = [(hit.kind, hit.why, hit.title) for hit in search(desk, words)]
        assert hits == [("persons", why, f"Afgeschermd dossier {person.number}")]


def test_nothing_of_a_restricted_case_is_found(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, report=REPORT)
    restrict(desk, case)
    assert search(desk, "voetbal") == search(desk, "amrani voetbal") == []


def restrict(desk: Desk, case: Case) -> None:
    with desk.changing() as session:
        found = session.get(CaseRow, case.id)
        assert found is not None
        found.restricted = True


def test_names_come_first_then_the_newest_reports_and_both_get_a_place(desk: Desk) -> None:
    for number in range(9):
        a_person(desk, given_name=f"Naam{number}", surname="Voetbal")
    case = a_case(desk)
    days = [date(2023, 9, day) for day in (4, 5, 6, 7, 8)]
    for day in days:
        visit = HomeVisitInput(case.person_id, case.id, day, report=REPORT)
        contacts.log_home_visit(desk, visit)
    hits = search(desk, "voetbal", limit=9)
    assert [hit.kind for hit in hits] == ["persons"] * 6 + ["contacts"] * 3
    assert [hit.on for hit in hits[6:]] == days[:1:-1]


def test_one_or_two_letters_look_at_names_only(desk: Desk) -> None:
    a_home_visit(desk, report="xq xq")
    assert texts(desk, "x") == texts(desk, "xq") == []


def test_an_older_vault_catches_up_in_pieces_and_looks_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catching_up, "_PIECE", 2)
    case = a_case(desk)
    for day in range(1, 6):
        visit = HomeVisitInput(case.person_id, case.id, date(2023, 10, day), report=REPORT)
        contacts.log_home_visit(desk, visit)
    tasks.add_task(desk, TaskInput("!?"))
    tasks.add_task(desk, TaskInput("Zwemdiploma regelen"))
    a_programme(desk, provider_name="Kwekerij De Hof")
    before = searchable(desk)
    assert catching_up.all_found(desk)
    with desk.changing() as session:
        for kind in ("contacts", "tasks", "programmes"):
            found = session.execute(sql("SELECT record_id FROM search_entries WHERE kind = :k"), {"k": kind})
            index.unindex_many(session, kind, list(found.scalars()))
    assert not catching_up.all_found(desk)
    entries = last_entry(desk)
    mark: catching_up.Mark | None = catching_up.START
    for _ in range(4):
        assert mark is not None
        mark = catching_up.catch_up(desk, mark)
    assert not catching_up.all_found(desk)  # closed half way: the next start goes on
    mark = catching_up.START
    while mark is not None:
        mark = catching_up.catch_up(desk, mark)
    assert catching_up.all_found(desk)
    assert searchable(desk) == before
    assert last_entry(desk) == entries
    check_index(desk)


def searchable(desk: Desk) -> set[tuple[str, ...]]:
    with desk.reading() as session:
        rows = session.execute(sql("SELECT kind, record_id, title, body FROM search_entries"))
        return {tuple(row) for row in rows}


def last_entry(desk: Desk) -> int:
    """Return the number of the last entry in the log: indexing is no change of a record."""
    with desk.reading() as session:
        return int(session.execute(sql("SELECT max(rowid) FROM audit_entries")).scalar_one())
