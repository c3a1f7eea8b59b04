# SPDX-License-Identifier: EUPL-1.2
"""Two people: what is refused, what is told before, and that a signature holds or the check says so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.helpers.builders import a_case, a_contact, a_family, a_home_visit, a_person
from tests.helpers.raw_pages import on_pages
from tests.helpers.vaults import PASSWORD

from casus.domain.clock import FixedClock
from casus.errors import InvalidForm, NotAllowed, WeakPassword
from casus.services import destruction, drafts, merging, retention, settings, vaults
from casus.services.desk import Desk
from casus.services.destruction import Kept
from casus.services.error_sentences import sentence
from casus.services.records import Case, Contact, ContactAttendee, Person
from casus.vault.tables import PhaseChange, SecondPerson, Worker, new_id
from casus.vault.tables.audit import AuditEntry, FieldChange

SECRET = "gele trein zonder zeven torens"
OLD = date(2015, 4, 1)


@contextmanager
def refused(rule: str, **data: object) -> Iterator[None]:
    with pytest.raises(NotAllowed) as found:
        yield
    assert found.value.rule == rule
    said = {sentence(found.value, language) for language in ("nl", "en")}
    assert len(said) == 2  # each in its own words
    assert not any(rule in words or "{" in words for words in said)
    assert data.items() <= found.value.data.items()


def a_colleague(desk: Desk, name: str = "Tweede") -> str:
    worker = Worker(id=new_id(), name=name, sort_key=name, role="rio", is_owner=False, in_register=False)
    with desk.changing() as session:
        session.add(worker)
    return worker.id


def a_due_case(desk: Desk, person: Person | None = None) -> Case:
    case = a_case(desk, person or a_person(desk, surname="Qwartel", given_name="Xandrina"))
    with desk.changing() as session:
        one = session.get_one(Case, case.id)
        for step in session.query(PhaseChange).where(PhaseChange.case_id == case.id):
            step.on, step.to_phase = OLD, "closed"
        one.opened_on, one.closed_on, one.phase = date(2015, 3, 1), OLD, "closed"
    return case


@pytest.fixture
def second(desk: Desk) -> str:
    worker_id = a_colleague(desk)
    destruction.enrol_second(desk, worker_id, SECRET)
    return worker_id


def proposed(desk: Desk, case: Case, ground: str = "term_ended") -> str:
    return destruction.propose(desk, [case.id], ground).value.id


def test_one_person_cannot_be_two(desk: Desk, second: str) -> None:
    with refused("same_person"):
        destruction.enrol_second(desk, desk.worker_id, SECRET)
    with refused("same_secret"):
        destruction.enrol_second(desk, a_colleague(desk), PASSWORD)
    with pytest.raises(WeakPassword):
        destruction.enrol_second(desk, a_colleague(desk), "kort")
    proposal_id = proposed(desk, a_due_case(desk))
    with refused("same_person"):
        destruction.confirm(desk, proposal_id, desk.worker_id, PASSWORD)
    with refused("not_enrolled"):
        destruction.confirm(desk, proposal_id, a_colleague(desk), SECRET)
    vaults.change_password(desk, PASSWORD, SECRET)
    with refused("same_secret"):
        destruction.confirm(desk, proposal_id, second, SECRET)
    vaults.change_password(desk, SECRET, PASSWORD)
    assert [one.status for one in destruction.proposals(desk)] == ["open"]
    destruction.remove_second(desk, second)
    with refused("not_enrolled"):
        destruction.confirm(desk, proposal_id, second, SECRET)
    with desk.reading() as session:
        assert [one.slot for one in session.query(SecondPerson)] == [{}]
        assert session.query(FieldChange).where(FieldChange.field == "slot").count() == 0
        told = {entry.action for entry in session.query(AuditEntry)}
    assert {"second_enrolled", "second_removed"} <= told
    assert desk.vault.verify().ok


def test_a_wrong_secret_waits_longer_and_never_for_good(desk: Desk, second: str, clock: FixedClock) -> None:
    proposal_id = proposed(desk, a_due_case(desk))
    waits = []
    for _ in range(12):
        with pytest.raises(NotAllowed) as wrong:
            destruction.confirm(desk, proposal_id, second, "verkeerd geraden zin vandaag")
        assert wrong.value.rule == "wrong_second_secret"
        waits.append(wrong.value.data["seconds"])
        if waits[-1]:
            with refused("second_wait", seconds=waits[-1]):
                destruction.confirm(desk, proposal_id, second, SECRET)
        clock.moment += timedelta(seconds=int(str(waits[-1])))
    assert waits[:5] == [0, 0, 2, 4, 8]
    assert waits[-1] == 300
    assert destruction.confirm(desk, proposal_id, second, SECRET).value.finished
    assert destruction.second_persons(desk)[0].wait_until is None


def test_what_changed_since_is_not_destroyed(desk: Desk, second: str) -> None:
    case = a_due_case(desk)
    with refused("destruction_blocked", reason="open"):
        proposed(desk, a_case(desk))
    changes: list[Callable[[], object]] = [
        lambda: a_contact(desk, "office", case, on=date(2015, 3, 20)),
        lambda: retention.hold_case(desk, case.id, "Er loopt een zaak bij de rechter.", on=desk.today()),
        lambda: _reopen(desk, case),
    ]
    for change in changes:
        proposal_id = proposed(desk, case)
        change()
        assert [one.changed for one in destruction.proposals(desk, open_only=True)] == [True]
        with refused("destruction_changed"):
            destruction.confirm(desk, proposal_id, second, SECRET)
        destruction.withdraw(desk, proposal_id)
        with refused("destruction_answered"):
            destruction.confirm(desk, proposal_id, second, SECRET)
        if destruction.plan_destruction(desk, [case.id]).blocks:
            with desk.changing() as session:
                session.get_one(Case, case.id).legal_hold = False
    with desk.reading() as session:
        assert session.get(Person, case.person_id)


def _reopen(desk: Desk, case: Case) -> None:
    with desk.changing() as session:
        session.get_one(Case, case.id).closed_on = None


def test_a_clock_set_back_destroys_nothing(desk: Desk, second: str, clock: FixedClock) -> None:
    proposal_id = proposed(desk, a_due_case(desk))
    clock.moment -= timedelta(days=1)
    with refused("clock_back"):
        destruction.confirm(desk, proposal_id, second, SECRET)
    with refused("clock_back"):
        proposed(desk, a_due_case(desk))
    with pytest.raises(InvalidForm):
        destruction.propose(desk, [], "term_ended", on=date(2030, 1, 1))


def test_a_refusal_keeps_everything_and_its_words_go_with_the_dossier(desk: Desk, second: str) -> None:
    case, mother = a_due_case(desk), a_person(desk, given_name="Moeder", role="representative")
    with desk.changing() as session:
        session.get_one(Person, case.person_id).representative_id = mother.id
    told = destruction.reject(
        desk, proposed(desk, case), second, SECRET, "Xandrina wil haar stukken nog."
    ).value
    assert (told.status, told.answered_by_id) == ("rejected", second)
    destruction.confirm(desk, proposed(desk, case), second, SECRET)
    assert [one.reason for one in destruction.proposals(desk)] == [None, None]
    assert [one.counts["cases"] for one in destruction.destroyed(desk)] == [1]
    with desk.reading() as session:
        assert session.get(Person, mother.id) is None


def test_others_keep_what_is_theirs_and_are_told_where_the_name_stands(desk: Desk, second: str) -> None:
    case = a_due_case(desk)
    other = a_case(desk, a_person(desk, surname="Bakker", given_name="Sem"))
    visit = a_home_visit(desk, other, report="Samen met Xandrina Qwartel gepraat; Qwartel was stil.")
    family = a_family(desk)
    with desk.changing() as session:
        session.add(ContactAttendee(contact_id=visit.id, person_id=case.person_id, name="Xandrina"))
        session.get_one(Person, other.person_id).representative_id = case.person_id
    plan = destruction.plan_destruction(desk, [case.id])
    assert plan.kept == (Kept("persons", case.person_id, "representative"),)
    assert not plan.mentions
    with desk.changing() as session:
        session.get_one(Person, other.person_id).representative_id = None
    plan = destruction.plan_destruction(desk, [case.id])
    assert [(one.kind, one.record_id, one.field) for one in plan.mentions] == [
        ("contacts", visit.id, "report")
    ]
    assert plan.loosened == {"contact_attendees": 1}
    settings.set_setting(desk, "seen", [case.id, other.id])
    drafts.save_draft(desk, f"visit:{other.id}", "visit", other.id, {"report": "Xandrina Qwartel"})
    destruction.confirm(desk, proposed(desk, case), second, SECRET)
    with desk.reading() as session:
        assert session.get(Case, case.id) is session.get(Person, case.person_id) is None
        assert "Qwartel" in session.get_one(Contact, visit.id).report
        there = session.query(ContactAttendee).where(ContactAttendee.contact_id == visit.id).one()
        assert (there.person_id, there.name) == (None, None)
    assert settings.get_setting(desk, "seen") == [other.id]
    assert [one.key for one in drafts.list_drafts(desk)] == [f"visit:{other.id}"]
    assert family.id
    assert desk.vault.verify().ok


def test_nothing_is_left_with_who_was_taken_for_the_same_person(desk: Desk, second: str) -> None:
    kept = a_person(desk, surname="Blijver", given_name="Anna", telephone="030 111")
    other = a_person(desk, surname="Qwartslag", telephone="030 7654329", note="Qwnotitie", aliases=("Qwal",))
    case = a_due_case(desk, other)
    found = merging.compare(desk, kept.id, other.id)
    asked = dict.fromkeys([one.key for one in found.fields if one.state == "differ"], "right")
    merge = merging.merge(desk, kept.id, other.id, asked, "Dezelfde, volgens Qwmoeder.").value
    merging.split(desk, merge.id, {}, "Toch anders, zegt Qwvader.")
    destruction.confirm(desk, proposed(desk, case), second, SECRET)
    words = ("Qwartslag", "7654329", "Qwnotitie", "Qwal", "Qwmoeder", "Qwvader")
    assert {word: on_pages(desk, word) for word in words} == dict.fromkeys(words, 0)
    with desk.reading() as session:
        assert session.get_one(Person, kept.id).surname == "Blijver"
    assert desk.vault.verify().ok


def test_the_check_of_a_vault_sees_a_destruction_that_nobody_signed(
    desk: Desk, second: str, tmp_path: Path
) -> None:
    destruction.confirm(desk, proposed(desk, a_due_case(desk)), second, SECRET)
    assert desk.vault.verify().ok
    with desk.changing() as session:
        session.connection().execute(
            text("UPDATE destruction_proposals SET content = replace(content, 'term_ended', 'unlawful')")
        )
        session.connection().execute(
            text("INSERT INTO field_changes (batch_id, kind, record_id, field, old)"
                 " SELECT (SELECT id FROM change_batches LIMIT 1), record_kind, record_id, 'note', '1'"
                 " FROM destructions WHERE record_kind = 'persons'")
        )  # fmt: skip
    found = {(one.part, one.reason) for one in desk.vault.verify().findings}
    assert {("destructions", "signature"), ("destructions", "history")} <= found


def test_an_old_copy_that_is_put_back_is_erased_again(
    desk: Desk, second: str, tmp_path: Path, clock: FixedClock
) -> None:
    case = a_due_case(desk)
    other = a_case(desk)
    folder = desk.vault.folder
    vaults.lock(desk)
    old = (folder / "vault.db").read_bytes()
    desk = vaults.unlock(folder, PASSWORD, clock)
    destruction.confirm(desk, proposed(desk, case), second, SECRET)
    vaults.lock(desk)
    (folder / "vault.db").write_bytes(old)
    desk = vaults.unlock(folder, PASSWORD, clock, accept_older=True)
    assert {"erased_again", "erasure_finished"} <= set(desk.vault.notices)
    with desk.reading() as session:
        assert session.get(Case, case.id) is session.get(Person, case.person_id) is None
        assert session.get(Case, other.id)
    assert desk.vault.verify().ok
    vaults.lock(desk)
