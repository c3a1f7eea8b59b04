# SPDX-License-Identifier: EUPL-1.2
"""Cases: opened under the rules for minors, moved with a reason, closed with all that hangs on them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.helpers.builders import A_CASE, a_case, a_home_visit, a_partner, a_person

from casus.domain.phases import FORWARD
from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import cases, dossier, tasks, today
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_an_opened_case_is_registered_assigned_and_up_for_review_in_half_a_year(
    desk: Desk, reopen: Reopen
) -> None:
    case = a_case(desk, opened_on=date(2023, 8, 31), referring_partner_id=a_partner(desk).id)
    again = reopen(desk)
    kept = cases.get_case(again, case.id)
    assert (kept.phase, kept.phase_since, kept.review_on) == (
        "registered",
        date(2023, 8, 31),
        date(2024, 2, 29),
    )
    assert kept.inclusion_reasons == ["several_domains"]
    page = dossier.open_dossier(again, case.id)
    assert [(row.name, row.role, row.until_on) for row in page.assignments] == [
        ("Marieke Visser", "pga_expert", None)
    ]
    assert page.header.lead == "Marieke Visser"
    assert page.timeline[0].codes == {"phase": "registered"}


def test_a_rio_is_assigned_as_rio(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("rio", "Sam de Boer")
    page = dossier.open_dossier(desk, a_case(desk, approach="rio").id)
    assert [(row.name, row.role) for row in page.assignments] == [("Sam de Boer", "rio")]


def test_two_open_cases_of_one_approach_are_refused_and_another_approach_is_not(desk: Desk) -> None:
    first = a_case(desk)
    person = dossier.open_dossier(desk, first.id).person
    with pytest.raises(NotAllowed) as caught:
        a_case(desk, person)
    assert (caught.value.rule, caught.value.data["case_id"]) == ("case_open_already", first.id)
    assert a_case(desk, person, approach="rio").id in {
        case.id for case in cases.open_cases_of(desk, person.id)
    }
    assert cases.CaseList(desk).total() == 2


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"opened_on": date(2023, 11, 2)}, {"opened_on": "future"}),
        ({"opened_on": date(2003, 1, 1)}, {"opened_on": "before_birth"}),
        ({"inclusion_reasons": ()}, {"inclusion_reasons": "required"}),
        ({"inclusion_reasons": ("other",)}, {"inclusion_note": "needs_text"}),
        ({"approach": "onbekend"}, {"approach": "unknown_code"}),
        ({"informed_how": "letter"}, {"informed_on": "required"}),
        ({"informed_how": "postponed"}, {"informed_note": "needs_text"}),
        ({"legal_basis": "other"}, {"proportionality": "needs_text"}),
        ({"referring_partner_id": "f" * 32}, {"referring_partner_id": "unknown_record"}),
        (
            {"approach": "", "inclusion_reasons": (), "proportionality": "a\x00b"},
            {"approach": "required", "inclusion_reasons": "required", "proportionality": "nul"},
        ),
    ],
)
def test_a_case_that_may_not_be_is_refused_with_all_its_errors(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    with pytest.raises(InvalidForm) as caught:
        a_case(desk, **changes)
    assert errors_of(caught.value) == errors
    assert cases.CaseList(desk).total() == 0


def test_a_child_under_twelve_gets_no_top_x_case(desk: Desk) -> None:
    child = a_person(desk, birth_date=date(2012, 1, 1))
    with pytest.raises(NotAllowed) as caught:
        a_case(desk, child, inclusion_note="Zorgen om oudere broer in huis.")
    assert (caught.value.rule, caught.value.data["lowest"]) == ("too_young", 12)


def test_a_minor_needs_a_reason_and_under_sixteen_a_representative(desk: Desk) -> None:
    sixteen = a_person(desk, birth_date=date(2007, 1, 1))
    with pytest.raises(InvalidForm) as caught:
        a_case(desk, sixteen)
    assert errors_of(caught.value) == {"inclusion_note": "required"}
    assert a_case(desk, sixteen, inclusion_note="Aangehouden met oudere jongens.").person_id == sixteen.id
    fourteen = a_person(desk, birth_date=date(2009, 1, 1))
    with pytest.raises(InvalidForm) as caught:
        a_case(desk, fourteen, inclusion_note="Aangehouden met oudere jongens.")
    assert errors_of(caught.value) == {"person_id": "required"}
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1))
    guarded = a_person(desk, birth_date=date(2009, 1, 1), representative_id=mother.id)
    assert a_case(desk, guarded, inclusion_note="Aangehouden met oudere jongens.").id


def test_a_top_x_case_asks_for_a_birth_date(desk: Desk) -> None:
    with pytest.raises(InvalidForm) as caught:
        a_case(desk, a_person(desk, birth_date=None))
    assert errors_of(caught.value) == {"person_id": "required"}


def test_a_case_walks_the_whole_way_without_a_reason_and_keeps_its_history(
    desk: Desk, reopen: Reopen
) -> None:
    case = a_case(desk)
    for step, phase in enumerate(FORWARD[1:-1]):
        cases.move_phase(desk, case.id, phase.value, on=date(2023, 4, 1 + step))
    cases.close_case(desk, case.id, on=TODAY, closure_reason="goals_achieved", outcome="work_or_school")
    page = dossier.open_dossier(reopen(desk), case.id)
    moves = [item.codes["phase"] for item in page.timeline if item.kind == "phase"]
    assert moves == [phase.value for phase in reversed(FORWARD)]
    assert page.case is not None
    assert (page.case.closed_on, page.case.outcome) == (TODAY, "work_or_school")
    assert page.case.retain_until == date(2028, 11, 1)


@pytest.mark.parametrize(
    ("start", "target"), [("registered", "execution"), ("execution", "intake"), ("intake", "rejected")]
)
def test_skipping_going_back_and_leaving_ask_for_a_reason(desk: Desk, start: str, target: str) -> None:
    case = a_case(desk)
    if start != "registered":
        cases.move_phase(desk, case.id, start, on=date(2023, 4, 1), reason="Was al eerder begonnen.")
    for reason, rule in ((None, "required"), ("nvt", "reason_too_short")):
        with pytest.raises(InvalidForm) as caught:
            cases.move_phase(desk, case.id, target, on=TODAY, reason=reason)
        assert errors_of(caught.value) == {"reason": rule}
    assert cases.get_case(desk, case.id).phase == start
    moved = cases.move_phase(
        desk, case.id, target, on=TODAY, reason="Terugval na een half jaar.", outcome="unchanged"
    ).value
    assert moved.phase == target
    newest = dossier.open_dossier(desk, case.id).timeline[0]
    assert (newest.codes["from_phase"], newest.text) == (start, "Terugval na een half jaar.")


def test_a_move_is_refused_before_the_phase_began_in_the_future_and_to_itself(desk: Desk) -> None:
    case = a_case(desk)
    for on, rule in ((date(2023, 2, 28), "before_phase"), (date(2023, 11, 2), "future")):
        with pytest.raises(InvalidForm) as caught:
            cases.move_phase(desk, case.id, "screening", on=on)
        assert errors_of(caught.value) == {"on": rule}
    with pytest.raises(NotAllowed) as refused:
        cases.move_phase(desk, case.id, "registered", on=TODAY)
    assert refused.value.rule == "same_phase"
    with pytest.raises(InvalidForm):
        cases.move_phase(desk, case.id, "verzonnen", on=TODAY)


def test_phase_choices_say_which_moves_ask_for_a_reason() -> None:
    choices = dict(cases.phase_choices("intake"))
    assert choices["planning"] is False
    assert choices["screening"] is True
    assert choices["escalated"] is True
    assert cases.phase_choices("closed") == (("reopened", True),)


def test_closing_cancels_open_tasks_and_coming_appointments_and_nothing_else(
    desk: Desk, reopen: Reopen
) -> None:
    case, other = a_case(desk), a_case(desk, a_person(desk, given_name="Sam", surname="Bakker"))
    done = tasks.add_task(desk, TaskInput("Brief", case_id=case.id)).value
    tasks.complete_task(desk, done.id)
    for mine in (case, other):
        tasks.add_task(desk, TaskInput("Bellen", due_on=TODAY, case_id=mine.id))
        tasks.add_appointment(desk, AppointmentInput("home_visit", date(2023, 11, 8), case_id=mine.id))
    cases.close_case(
        desk, case.id, on=TODAY, closure_reason="moved", outcome="unknown", note="Verhuisd naar Almere."
    )
    again = reopen(desk)
    page = today.today(again)
    assert [row.case_id for row in page.soon] == [other.id]
    assert [row.case_id for row in page.appointments] == [other.id]
    assert page.counts["cases"] == 1
    assert [row.case_id for row in tasks.open_tasks(again)] == [other.id]
    closed = dossier.open_dossier(again, case.id)
    assert closed.tasks == ()
    assert closed.assignments[0].until_on == TODAY
    assert closed.header.lead == ""


@pytest.mark.parametrize(
    ("closing", "errors"),
    [
        ({"closure_reason": "", "outcome": ""}, {"closure_reason": "required", "outcome": "required"}),
        ({"closure_reason": "moved", "outcome": "unknown"}, {"note": "required"}),
        ({"closure_reason": "other", "outcome": "stable"}, {"note": "needs_text"}),
    ],
)
def test_a_closing_says_why_and_with_what_result(
    desk: Desk, closing: dict[str, str], errors: dict[str, str]
) -> None:
    case = a_case(desk)
    with pytest.raises(InvalidForm) as caught:
        cases.close_case(desk, case.id, on=TODAY, **closing)
    assert errors_of(caught.value) == errors
    assert cases.get_case(desk, case.id).closed_on is None


def test_a_side_exit_ends_the_case_with_its_own_closure_reason(desk: Desk) -> None:
    case = a_case(desk)
    ended = cases.move_phase(desk, case.id, "escalated", on=TODAY, reason="Lokaal lukt het niet meer.").value
    assert (ended.closed_on, ended.closure_reason) == (TODAY, "escalated")


def test_a_closed_case_is_reopened_with_its_history_but_not_beside_another(desk: Desk) -> None:
    case = a_case(desk)
    cases.close_case(
        desk,
        case.id,
        on=date(2023, 6, 1),
        closure_reason="moved",
        outcome="unknown",
        note="Verhuisd naar Almere.",
    )
    page = dossier.open_dossier(desk, case.id)
    second = a_case(desk, page.person, opened_on=date(2023, 7, 1))
    with pytest.raises(NotAllowed) as caught:
        cases.reopen_case(desk, case.id, on=TODAY, reason="Weer terug in Utrecht.")
    assert caught.value.rule == "case_open_already"
    assert cases.get_case(desk, case.id).closed_on == date(2023, 6, 1)
    cases.close_case(
        desk, second.id, on=TODAY, closure_reason="moved", outcome="unknown", note="Was dubbel ingevoerd."
    )
    with pytest.raises(InvalidForm):
        cases.reopen_case(desk, case.id, on=TODAY, reason="")
    again = cases.reopen_case(desk, case.id, on=TODAY, reason="Weer terug in Utrecht.").value
    assert (again.closed_on, again.retain_until, again.phase) == (None, None, "reopened")
    assert again.review_on == date(2024, 5, 1)
    page = dossier.open_dossier(desk, case.id)
    assert [item.codes["phase"] for item in page.timeline if item.kind == "phase"] == [
        "reopened", "closed", "registered",
    ]  # fmt: skip
    assert page.header.lead == "Marieke Visser"
    assert cases.move_phase(desk, case.id, "execution", on=TODAY).value.phase == "execution"


def test_a_review_sets_the_next_one_and_no_longer_proportionate_keeps_asking(
    desk: Desk, reopen: Reopen
) -> None:
    case = a_case(desk)
    cases.review_case(
        desk, case.id, on=date(2023, 9, 1), proportionate=True, reasoning="Nog twee leefgebieden open."
    )
    assert cases.get_case(desk, case.id).review_on == date(2024, 3, 1)
    cases.review_case(desk, case.id, on=TODAY, proportionate=False, reasoning="Doelen zijn behaald.")
    again = reopen(desk)
    assert [row.case_id for row in today.today(again).reviews_due] == [case.id]
    with pytest.raises(InvalidForm) as caught:
        cases.review_case(again, case.id, on=date(2022, 1, 1), proportionate=True, reasoning=" ")
    assert errors_of(caught.value) == {"reasoning": "required", "on": "before_start"}


def test_nothing_is_added_to_a_closed_case(desk: Desk) -> None:
    case = a_case(desk)
    cases.move_phase(desk, case.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    for act in (
        lambda: cases.review_case(desk, case.id, on=TODAY, proportionate=True, reasoning="Nog steeds nodig."),
        lambda: cases.assign(desk, case.id, desk.worker_id, "deputy", TODAY),
    ):
        with pytest.raises(NotAllowed) as caught:
            act()
        assert caught.value.rule == "case_closed"


def test_assigning_a_role_relieves_who_had_it(desk: Desk) -> None:
    case = a_case(desk)
    cases.assign(desk, case.id, desk.worker_id, "case_lead", date(2023, 4, 1))
    cases.assign(desk, case.id, desk.worker_id, "case_lead", date(2023, 5, 1))
    rows = {(row.role, row.from_on): row.until_on for row in dossier.open_dossier(desk, case.id).assignments}
    assert rows["case_lead", date(2023, 4, 1)] == date(2023, 5, 1)
    assert rows["case_lead", date(2023, 5, 1)] is None
    with pytest.raises(InvalidForm) as caught:
        cases.assign(desk, case.id, "f" * 32, "regisseur", date(2022, 1, 1))
    assert errors_of(caught.value) == {
        "role": "unknown_code",
        "worker_id": "unknown_record",
        "on": "before_start",
    }


def test_a_case_changed_in_another_window_is_not_overwritten(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case)
    with pytest.raises(StaleRecord):
        cases.move_phase(desk, case.id, "screening", on=TODAY, version=case.version)
    with pytest.raises(NotFound):
        cases.move_phase(desk, "f" * 32, "screening", on=TODAY)


def test_a_failure_half_way_leaves_nothing(
    desk: Desk, reopen: Reopen, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = a_person(desk)

    def fails(*_: object) -> None:
        raise InvalidForm(())

    monkeypatch.setattr("casus.services.cases.index_case", fails)
    with pytest.raises(InvalidForm):
        cases.open_case(desk, replace(A_CASE, person_id=person.id))
    again = reopen(desk)
    assert cases.CaseList(again).total() == 0
    assert dossier.open_dossier(again, person.id).timeline == ()


def test_the_number_says_nothing_and_is_never_given_twice(desk: Desk) -> None:
    numbers = [a_case(desk, a_person(desk, given_name=f"Naam {place}")).number for place in range(15)]
    assert len(set(numbers)) == 15
    assert all(number.startswith("C-") and len(number) == 7 for number in numbers)


def test_a_visit_moves_no_case_of_someone_else(desk: Desk) -> None:
    mine, other = a_case(desk), a_case(desk, a_person(desk, given_name="Sam"))
    a_home_visit(desk, mine)
    assert cases.get_case(desk, mine.id).last_contact_on == date(2023, 10, 30)
    assert cases.get_case(desk, other.id).last_contact_on is None
