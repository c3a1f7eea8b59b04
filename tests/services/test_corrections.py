# SPDX-License-Identifier: EUPL-1.2
"""The person disputes what is on file: noted, decided, carried out; what has to go is nowhere, the counts stay."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from tests.helpers.builders import A_VISIT, a_case, a_home_visit, a_person
from tests.helpers.papers import a_paper, pdf
from tests.helpers.raw_pages import on_pages
from tests.helpers.vaults import shared_desks

from casus.domain.clock import FixedClock
from casus.errors import CasusError, InvalidForm, NotAllowed, NotFound, StaleRecord, UndoRefused
from casus.services import (
    contact_changes,
    corrections,
    overview,
    persons,
    plans,
    requests,
    search,
    sharing,
    tasks,
    undo,
)
from casus.services.case_list import CaseList
from casus.services.corrections import (
    CorrectionDecisionInput,
    CorrectionInput,
    NoticeInput,
    NoticeList,
    ObjectionDecisionInput,
    ObjectionInput,
)
from casus.services.desk import Desk
from casus.services.inputs import (
    AccessRequestInput,
    ActionInput,
    GoalInput,
    HomeVisitInput,
    PlanInput,
    SharingInput,
    TaskInput,
)
from casus.services.overview import MaskInput
from casus.services.records import Case, Contact
from casus.services.today import today
from casus.vault.tables import (
    AccessRequest,
    Attachment,
    AttachmentChunk,
    Correction,
    FieldChange,
    RequestMask,
    Task,
)
from casus.vault.tables import Contact as ContactTable

DAY = date(2023, 10, 31)
REASON = "De betrokkene liet papieren zien die dit laten zien."
WRONG = "Zwartepietenstraat"


@pytest.fixture(scope="module")
def worker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with shared_desks(tmp_path_factory.mktemp("correcties"), "pga_expert") as (desk,):
        yield desk


def disputed(desk: Desk, contact: Contact, field: str | None = "report", **more: object) -> Correction:
    data = CorrectionInput(contact.person_id, "contacts", contact.id, field, "Dat zei ik niet.", DAY)
    return corrections.note_correction(desk, replace(data, **more)).value


def decided(desk: Desk, one: Correction, decision: str, **more: object) -> Correction:
    seen = corrections.get_correction(desk, one.id).seen
    data = CorrectionDecisionInput(decision, REASON, DAY, desk.worker_id, seen)
    return corrections.decide_correction(desk, one.id, replace(data, **more)).value


def shared(desk: Desk, case: Case, recipient: str, on: date = DAY, **more: object) -> None:
    data = SharingInput(
        case.person_id, "", "public_task", on, case_id=case.id, recipient=recipient, data_kinds=("progress",),
        way="oral",
    )  # fmt: skip
    sharing.log_sharing(desk, replace(data, **more))


def visits(desk: Desk) -> int:
    with desk.reading() as session:
        return session.scalar(select(func.count()).select_from(ContactTable)) or 0


def test_a_wrong_fact_is_replaced_and_leaves_no_trace(worker: Desk) -> None:
    case = a_case(worker)
    visit = a_home_visit(worker, case, report=f"Woont bij zijn oom in de {WRONG}.")
    visit = contact_changes.correct_contact(
        worker,
        visit.id,
        visit.version,
        replace(_as_input(visit), report=f"Woont nog steeds in de {WRONG}, zegt hij."),
    ).value
    shared(worker, case, "Buurtteam", visit.on)
    shared(worker, case, "Buurtteam", DAY)
    shared(worker, case, "School", visit.on - timedelta(days=1))  # before it was on file: never had it
    before = visits(worker)
    noted = disputed(worker, visit, statement=f"Ik woon niet in de {WRONG}.", proposed="Woont bij zijn oma.")
    assert on_pages(worker, WRONG) > 0
    with pytest.raises(InvalidForm) as quoting:
        decided(worker, noted, "removed", reasoning=f"{visit.report}")
    assert quoting.value.errors[0].rule == "quotes_value"
    decided(worker, noted, "removed")
    assert corrections.get_correction(worker, noted.id).also_in == ()
    done = corrections.carry_out_correction(worker, noted.id)

    assert contact_changes.get_contact(worker, visit.id).report == "Woont bij zijn oma."
    assert on_pages(worker, WRONG) == 0
    assert search.search(worker, WRONG) == []
    assert {hit.record_id for hit in search.search(worker, "oma")} >= {visit.id}
    assert worker.vault.verify().ok
    assert visits(worker) == before
    with worker.reading() as session:
        request = session.get_one(AccessRequest, done.value.request_id)
        assert (request.kind, request.carried_out_on) == ("correction", worker.today())
    for act in undo.recent(worker, 6):  # neither this nor anything before it about the record comes back
        with suppress(UndoRefused):
            undo.undo(worker, act.batch_id)
    assert contact_changes.get_contact(worker, visit.id).report == "Woont bij zijn oma."
    assert on_pages(worker, WRONG) == 0

    told = NoticeList(worker)
    (notice,) = told.rows(told.ids(chips={"state": frozenset({"open"})}))
    assert (notice.title, notice["shared_on"]) == ("Buurtteam", DAY)
    assert today(worker).counts["recipients"] == 1
    with pytest.raises(InvalidForm):
        corrections.settle_notice(worker, notice.id, NoticeInput("impossible", worker.today()))
    corrections.settle_notice(worker, notice.id, NoticeInput("told", worker.today()))
    assert today(worker).counts["recipients"] == 0


def _as_input(visit: Contact) -> HomeVisitInput:
    return replace(A_VISIT, person_id=visit.person_id, case_id=visit.case_id)


def test_both_versions_are_kept_and_a_statement_stands_beside(worker: Desk) -> None:
    case = a_case(worker)
    visit = a_home_visit(worker, case, report="Hij was onder invloed.")
    first = disputed(worker, visit, proposed="Hij was moe.")
    decided(worker, first, "kept")
    corrections.carry_out_correction(worker, first.id, "Hij was erg moe.")
    second = disputed(worker, visit, "information_kind", statement="Dat is jullie mening.")
    decided(worker, second, "statement")
    with worker.reading() as session:
        beside = corrections.besides_of(session, case.person_id)["contacts", visit.id]
        rows = corrections.corrections_of(session, case.person_id)
    assert [(one.field, one.decision) for one in beside] == [
        ("report", "kept"),
        ("information_kind", "statement"),
    ]
    assert (beside[0].old, beside[0].new) == ("Hij was onder invloed.", "Hij was erg moe.")
    assert (beside[0].on, beside[0].reasoning) == (worker.today(), REASON)
    assert beside[1].statement == "Dat is jullie mening."
    assert [row.state for row in rows] == ["done", "done"]
    back = undo.steps(worker)
    undo.undo(worker, back.undo.batch_id)  # the decision on the statement
    with worker.reading() as session:
        assert len(corrections.besides_of(session, case.person_id)["contacts", visit.id]) == 1
    with pytest.raises(UndoRefused):  # a decision that was carried out since
        undo.undo(
            worker,
            next(a.batch_id for a in undo.recent(worker) if a.code == "decide_correction" and not a.undone),
        )


def test_erasing_a_whole_visit_keeps_that_it_took_place(worker: Desk) -> None:
    case = a_case(worker)
    visit = a_home_visit(worker, case, report="Sprak over Kwallenbeek.", place="Kwallenbeekpad 3")
    before = visits(worker)
    other = a_home_visit(worker, case, report="Andere dag.", on=date(2023, 10, 29))
    noted = disputed(worker, visit, None, erase=True)
    with pytest.raises(InvalidForm):
        decided(worker, noted, "kept")
    decided(worker, noted, "erased")
    corrections.carry_out_correction(worker, noted.id)
    stub = contact_changes.get_contact(worker, visit.id)
    assert (stub.on, stub.kind, stub.reached, stub.place) == (visit.on, "home_visit", "yes", None)
    assert stub.report == "Gewist op verzoek op 1-11-2023"
    assert on_pages(worker, "Kwallenbeek") == 0
    assert visits(worker) == before + 1
    assert contact_changes.get_contact(worker, other.id).report == "Andere dag."
    assert worker.vault.verify().ok


def test_what_was_copied_to_hide_or_show_it_goes_too(worker: Desk) -> None:
    visit = a_home_visit(worker, report="Hij kent Spookman en Nevelman goed.", place="Spookplein")
    asked = requests.receive_access_request(worker, AccessRequestInput(visit.person_id, "access", DAY)).value
    hide = MaskInput(asked.id, "contacts", visit.id, "report", "hide", "Spookman", reason="Over Spookman.")
    show = replace(hide, act="show", passage="Nevelman", reason="Nevelman is hij zelf.")
    overview.mask_text(worker, replace(show, passage="kent Spookman"))
    overview.mask_text(worker, replace(hide, act="reset"))  # only the history knows those
    other = replace(hide, field="place", act="withhold", passage=None, ground="offences", reason=None)
    for one in (hide, show, other):
        overview.mask_text(worker, one)
    decided(worker, disputed(worker, visit, proposed="Hij kent Nevelman."), "removed")
    with worker.reading() as session:
        noted = session.scalars(select(Correction).where(Correction.record_id == visit.id)).one()
    corrections.carry_out_correction(worker, noted.id)
    assert on_pages(worker, "Spookman") == 0
    assert on_pages(worker, "Nevelman is") == 0
    with worker.reading() as session:
        kept = session.scalars(select(RequestMask).where(RequestMask.record_id == visit.id)).all()
    assert {(one.field, one.act, one.passage) for one in kept} == {
        ("report", "hide", None),
        ("place", "withhold", None),
    }
    shown = {
        field.name: field.words
        for section in overview.open_overview(worker, asked.id).sections
        for item in section.items
        for field in item.fields
        if item.kind == "contacts"
    }
    assert shown["report"].startswith("[afgeschermd: deze tekst is gewijzigd")
    assert "Spookplein" not in shown["place"]
    assert worker.vault.verify().ok


def test_a_task_a_document_and_another_name_can_be_erased_whole(worker: Desk) -> None:
    case = a_case(worker, a_person(worker, aliases=("Dwaallicht", "Sprokkelaar")))
    words = TaskInput("Bel over Dwaallicht", worker.today(), "Dwaallicht zei nee.", person_id=case.person_id)
    task = tasks.add_task(worker, words).value
    paper = a_paper(worker, case.person_id, pdf("Dwaallicht staat hier"), "Brief over Dwaallicht")
    assert on_pages(worker, "Dwaallicht") >= 3
    offered = {one.words: one for one in corrections.disputables(worker, case.person_id)}
    assert [found.title for found in search.search(worker, "Sprokkelaar")] == ["El Amrani, Younes"]
    for kind, one in (
        ("tasks", task.id),
        ("attachments", paper.id),
        ("person_aliases", offered["Dwaallicht"].id),
    ):
        assert [(found.id, found.whole) for found in offered.values() if found.kind == kind].count(
            (one, True)
        )
        asked = CorrectionInput(case.person_id, kind, one, None, "Dit mag hier niet.", DAY, erase=True)
        noted = corrections.note_correction(worker, asked).value
        decided(worker, noted, "erased")
        corrections.carry_out_correction(worker, noted.id)
    assert on_pages(worker, "Dwaallicht") == 0
    assert search.search(worker, "Dwaallicht") == []
    name = offered["Sprokkelaar"]
    asked = CorrectionInput(
        case.person_id, name.kind, name.id, "name", "Zo heet ik niet.", DAY, proposed="Takkie"
    )
    noted = corrections.note_correction(worker, asked).value
    decided(worker, noted, "removed")
    corrections.carry_out_correction(worker, noted.id)
    assert on_pages(worker, "Sprokkelaar") == 0
    assert [found.title for found in search.search(worker, "Takkie")] == ["El Amrani, Younes"]
    with worker.reading() as session:
        left = session.get_one(Task, task.id)
        assert (left.title, left.note, left.status) == ("Gewist op verzoek op 1-11-2023", None, "open")
        chunks = select(AttachmentChunk.position).where(AttachmentChunk.attachment_id == paper.id)
        assert session.get(Attachment, paper.id) is None
        assert session.scalars(chunks).all() == []
    assert worker.vault.verify().ok


def test_a_goal_and_an_action_say_what_they_say_no_longer(worker: Desk) -> None:
    case = a_case(worker)
    goal = GoalInput("housing", "Weg uit Schimmelhof", actions=(ActionInput("Bel over Schimmelhof"),))
    plans.make_plan(worker, PlanInput(DAY, "Rust", case.id, goals=(goal,)))
    found = {one.kind: one for one in corrections.disputables(worker, case.person_id)}
    assert found["goals"].words == "Weg uit Schimmelhof"
    for kind in ("goals", "actions"):
        one = found[kind]
        asked = CorrectionInput(case.person_id, kind, one.id, "title", "Daar woon ik niet.", DAY, erase=True)
        noted = corrections.note_correction(worker, asked).value
        decided(worker, noted, "erased")
        corrections.carry_out_correction(worker, noted.id)
    assert on_pages(worker, "Schimmelhof") == 0
    assert worker.vault.verify().ok


def test_person_data_follow_the_rules_of_their_form(worker: Desk) -> None:
    person = a_person(worker, surname="Verkeerdelstra", telephone="0612345678")
    data = CorrectionInput(
        person.id, "persons", person.id, "surname", "Zo heet ik niet.", DAY, proposed="De Boer"
    )
    name = corrections.note_correction(worker, data).value
    born = corrections.note_correction(worker, replace(data, field="birth_date", proposed=None)).value
    assert born.request_id != name.request_id
    decided(worker, born, "kept")
    for wrong in ("2023-12-24", "1823-01-01", "gisteren", None):
        with pytest.raises(InvalidForm) as refused:
            corrections.carry_out_correction(worker, born.id, wrong)
        assert refused.value.errors[0].field == "value"
    decided(worker, name, "removed")
    corrections.carry_out_correction(worker, name.id)
    fresh = persons.get_person(worker, person.id)
    assert (fresh.prefix, fresh.surname, fresh.telephone) == (None, "De Boer", "0612345678")
    assert on_pages(worker, "Verkeerdelstra") == 0
    assert search.search(worker, "Verkeerdelstra") == []
    telephone = corrections.note_correction(
        worker, replace(data, field="telephone", erase=True, proposed=None)
    ).value
    decided(worker, telephone, "erased")
    a_home_visit(worker, a_case(worker, person), report="Bel 0612345678 niet meer.")
    elsewhere = corrections.get_correction(worker, telephone.id).also_in
    assert [(one.kind, one.field) for one in elsewhere] == [("contacts", "report")]
    corrections.carry_out_correction(worker, telephone.id)
    assert persons.get_person(worker, person.id).telephone is None
    assert worker.vault.verify().ok


def test_what_was_wrong_already_does_not_stand_in_the_way(worker: Desk) -> None:
    visit = a_home_visit(worker, a_case(worker), place="Kanaalstraat 3")
    with worker.changing() as session:  # as an import of long ago left it: the form asks who said it
        session.get_one(ContactTable, visit.id).information_kind = "source"
    noted = disputed(worker, visit, "place", proposed="Kanaalstraat 4")
    decided(worker, noted, "removed")
    corrections.carry_out_correction(worker, noted.id)
    assert contact_changes.get_contact(worker, visit.id).place == "Kanaalstraat 4"
    kind = disputed(worker, a_home_visit(worker), "information_kind")
    decided(worker, kind, "kept")
    with pytest.raises(InvalidForm):  # this makes it wrong
        corrections.carry_out_correction(worker, kind.id, "source")


def test_bad_input_changes_nothing(worker: Desk) -> None:
    case = a_case(worker)
    visit = a_home_visit(worker, case)
    other = a_person(worker)
    good = CorrectionInput(case.person_id, "contacts", visit.id, "report", "Klopt niet.", DAY)
    wrong = {
        "statement": {"statement": "x" * 1_000_000},
        "field": {"field": "last_contact_on"},
        "noted_on": {"noted_on": worker.today() + timedelta(days=1)},
        "proposed": {"field": "reached", "proposed": "misschien"},
        "through": {"through": "duif"},
        "record_id": {"person_id": other.id},
    }
    for field, change in wrong.items():
        with pytest.raises(InvalidForm) as refused:
            corrections.note_correction(worker, replace(good, **change))
        assert refused.value.errors[0].field == field
    young = a_person(worker, birth_date=date(2009, 5, 1))
    asked = replace(good, person_id=young.id, record_kind="persons", record_id=young.id, field="surname")
    for through, rule in {"letter": "representative_required", "representative": "no_representative"}.items():
        with pytest.raises(InvalidForm) as refused:
            corrections.note_correction(worker, replace(asked, through=through))
        assert [(one.field, one.rule) for one in refused.value.errors] == [("through", rule)]
    noted = corrections.note_correction(worker, good).value
    with pytest.raises(NotAllowed):
        corrections.note_correction(worker, good)
    with pytest.raises(NotAllowed):
        corrections.carry_out_correction(worker, noted.id, "Iets anders.")
    for field, change in {"on": {"on": DAY - timedelta(days=1)}, "by_id": {"by_id": None}}.items():
        with pytest.raises(InvalidForm) as refused:
            decided(worker, noted, "removed", **change)
        assert refused.value.errors[0].field == field
    seen = corrections.get_correction(worker, noted.id).seen
    changed = replace(_as_input(visit), report="Intussen verbeterd.")
    contact_changes.correct_contact(worker, visit.id, visit.version, changed)
    with pytest.raises(StaleRecord):
        decided(worker, noted, "kept", seen=seen)
    view = corrections.get_correction(worker, noted.id)
    assert (view.changed, view.now, view.noted) == (True, "Intussen verbeterd.", visit.report)
    decided(worker, noted, "kept")
    now = contact_changes.get_contact(worker, visit.id)
    contact_changes.correct_contact(worker, visit.id, now.version, replace(changed, report="Nog eens."))
    with pytest.raises(NotAllowed) as late:
        corrections.carry_out_correction(worker, noted.id, "Wat hij zei.")
    assert late.value.rule == "changed_since_decision"
    decided(worker, noted, "kept")
    yesterday = replace(worker, clock=FixedClock(datetime(2023, 10, 30, 9, 0, tzinfo=UTC)))
    with pytest.raises(NotAllowed) as early:
        corrections.carry_out_correction(yesterday, noted.id, "Wat hij zei.")
    assert early.value.rule == "clock_behind"
    now = contact_changes.get_contact(worker, visit.id)
    contact_changes.delete_contact(worker, visit.id, now.version)
    with pytest.raises(NotFound):
        corrections.carry_out_correction(worker, noted.id, "Wat hij zei.")
    with worker.reading() as session:
        assert [row.gone for row in corrections.corrections_of(session, case.person_id)] == [True]
    assert worker.vault.verify().ok


def test_an_objection_limits_the_case_until_it_is_decided(worker: Desk) -> None:
    case = a_case(worker)
    data = ObjectionInput(case.person_id, case.id, "Ik wil dit niet.", DAY)
    one = corrections.note_objection(worker, data).value
    with pytest.raises(NotAllowed):
        corrections.note_objection(worker, data)
    limited = {"attention": frozenset({"limited"})}
    assert CaseList(worker).ids(chips=limited) == [case.id]
    a_home_visit(worker, case)  # storing goes on
    with pytest.raises(InvalidForm) as refused:
        shared(worker, case, "School")
    assert {error.field for error in refused.value.errors} == {"restriction_ground", "restriction_reason"}
    shared(worker, case, "School", restriction_ground="consent", restriction_reason="Hij vroeg het zelf.")
    judged = ObjectionDecisionInput("dismissed", REASON, DAY, worker.worker_id)
    with pytest.raises(InvalidForm):
        corrections.decide_objection(worker, one.id, replace(judged, by_id=None))
    corrections.decide_objection(worker, one.id, judged)
    assert CaseList(worker).ids(chips=limited) == []
    shared(worker, case, "School")
    asked = corrections.note_objection(worker, replace(data, kind="restriction")).value
    corrections.decide_objection(worker, asked.id, replace(judged, decision="upheld"))
    assert CaseList(worker).ids(chips=limited) == [case.id]
    with pytest.raises(InvalidForm):
        corrections.lift_restriction(worker, asked.id, worker.today(), told=False)
    corrections.lift_restriction(worker, asked.id, worker.today(), told=True)
    assert CaseList(worker).ids(chips=limited) == []


STEPS = st.lists(
    st.tuples(st.sampled_from(("note", "decide", "carry", "carry", "undo", "edit")), st.integers(0, 5)),
    min_size=4,
    max_size=9,
)


@settings(max_examples=10)
@given(steps=STEPS)
def test_in_any_order_the_log_verifies_and_the_visits_stay(
    worker: Desk, steps: list[tuple[str, int]]
) -> None:
    case = a_case(worker)
    visit = a_home_visit(worker, case, report="Geheimtaal één.", place="Geheimplein")
    before, open_ones = visits(worker), []
    for act, number in steps:
        with suppress(CasusError):
            _step(worker, visit, act, number, open_ones)
    assert visits(worker) == before
    assert worker.vault.verify().ok
    with worker.reading() as session:
        erased = select(Correction).where(
            Correction.record_id == visit.id, Correction.decision.in_(("removed", "erased"))
        )
        for one in session.scalars(erased.where(Correction.carried_out_on.is_not(None))):
            left = select(FieldChange.new).where(
                FieldChange.record_id == visit.id, FieldChange.field == one.field
            )
            assert "Geheim" not in " ".join(str(value) for value in session.scalars(left))


def _step(desk: Desk, visit: Contact, act: str, number: int, noted: list[Correction]) -> None:
    field = ("report", "place", None)[number % 3]
    if act == "note":
        noted.append(disputed(desk, visit, field, proposed=None if field is None else "Nieuw"))
    elif act == "decide" and noted:
        decided(desk, noted[number % len(noted)], ("removed", "kept", "statement", "erased")[number % 4])
    elif act == "carry" and noted:
        corrections.carry_out_correction(desk, noted[number % len(noted)].id)
    elif act == "edit":
        now = contact_changes.get_contact(desk, visit.id)
        contact_changes.correct_contact(
            desk, visit.id, now.version, replace(_as_input(visit), report=f"Versie {number}")
        )
    elif act == "undo":
        acts = [
            one for one in undo.recent(desk, 3) if not one.code.startswith(("open_", "log_", "register_"))
        ]
        if acts:
            undo.undo(desk, acts[number % len(acts)].batch_id)
