# SPDX-License-Identifier: EUPL-1.2
"""Screening by the criteria, the intake, telling the person, and judging proportionality again."""

from dataclasses import replace
from datetime import date

import pytest
from tests.helpers.builders import A_CASE, a_case, a_home_visit, a_person

from casus.errors import InvalidForm, NotAllowed, StaleRecord
from casus.services import case_basis, cases, dossier, informing, intake, tasks, undo
from casus.services.desk import Desk
from casus.services.intake_inputs import InformedInput, IntakeInput, ScreeningInput

TODAY = date(2023, 11, 1)
MET = {"several_domains": "met", "drug_crime": "not_met", "several_chains": "unknown"}
INTAKE = IntakeInput(
    TODAY, "Een eigen kamer en werk.", "wgs", "Zonder regie valt hij tussen de instanties.", ("Buurtteam", "moeder"),
    InformedInput("conversation", TODAY),
)  # fmt: skip


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def steps(desk: Desk, case_id: str) -> list[tuple[str | None, str]]:
    moves = [item for item in dossier.open_dossier(desk, case_id).timeline if item.kind == "phase"]
    return sorted((item.codes["phase"], item.text or "") for item in moves)


def test_screening_keeps_each_criterion_and_undo_takes_it_back_as_one(desk: Desk) -> None:
    case = a_case(desk)
    done = intake.screen_case(
        desk, case.id, ScreeningInput(TODAY, "intake", MET, "Besproken met het buurtteam."), version=case.version
    )  # fmt: skip
    assert (done.value.phase, done.value.inclusion_reasons) == ("intake", ["several_domains"])
    assert steps(desk, case.id) == [
        (
            "intake",
            "Voldoet: Problemen op meer dan één leefgebied.\nVoldoet niet: Betrokken bij drugscriminaliteit.\n"
            "Onbekend: Meerdere ketens betrokken.\nBesproken met het buurtteam.",
        ),
        ("registered", ""),
        ("screening", ""),
    ]
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    assert cases.get_case(desk, case.id).phase == "registered"
    assert len(steps(desk, case.id)) == 1


@pytest.mark.parametrize(("decision", "why"), [("rejected", "ineligible"), ("referred", "scaled_down")])
def test_whoever_is_not_accepted_leaves_with_a_reason(desk: Desk, decision: str, why: str) -> None:
    case = a_case(desk)
    asked = ScreeningInput(TODAY, decision, {"drug_crime": "not_met"})
    with pytest.raises(InvalidForm) as caught:
        intake.screen_case(desk, case.id, asked)
    assert errors_of(caught.value) == {"reason": "required"}
    intake.screen_case(desk, case.id, replace(asked, reason="Het buurtteam is al genoeg."))
    ended = cases.get_case(desk, case.id)
    assert (ended.phase, ended.closed_on, ended.closure_reason) == (decision, TODAY, why)
    with pytest.raises(NotAllowed):
        intake.screen_case(desk, case.id, replace(asked, reason="Nog een keer proberen."))


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"criteria": {"several_domains": "unknown"}}, {"criteria": "none_met"}),
        ({"criteria": {"several_domains": "misschien"}}, {"criteria": "required_choice"}),
        ({"criteria": {"horoscoop": "met"}}, {"criteria": "unknown_code"}),
        ({"criteria": {"other": "met"}}, {"note": "needs_text"}),
        ({"on": date(2023, 11, 2)}, {"on": "future"}),
        ({"on": date(2023, 1, 2)}, {"on": "before_phase"}),
        ({"decision": "closed"}, {"criteria": "none_met", "decision": "required_choice"}),
    ],
)
def test_a_wrong_screening_changes_nothing(
    desk: Desk, changes: dict[str, object], errors: dict[str, str]
) -> None:
    case = a_case(desk)
    given = replace(ScreeningInput(TODAY, "intake", MET), **changes)  # type: ignore[arg-type]
    if given.decision == "closed":
        errors = {"decision": "required_choice"}
    with pytest.raises(InvalidForm) as caught:
        intake.screen_case(desk, case.id, given)
    assert errors_of(caught.value) == errors
    assert cases.get_case(desk, case.id).phase == "registered"


def test_a_minor_is_accepted_with_words_only(desk: Desk) -> None:
    person = a_person(desk, birth_date=date(2006, 11, 20))
    case = a_case(desk, person, inclusion_note="De school en het gezin vragen erom.")
    with pytest.raises(InvalidForm) as caught:
        intake.screen_case(desk, case.id, ScreeningInput(TODAY, "intake", MET))
    assert errors_of(caught.value) == {"note": "required"}


def test_the_intake_says_what_the_person_wants_and_leads_to_the_plan(desk: Desk) -> None:
    case = a_case(desk)
    intake.screen_case(desk, case.id, ScreeningInput(TODAY, "intake", MET))
    asked = cases.get_case(desk, case.id)
    with pytest.raises(StaleRecord):
        intake.finish_intake(desk, case.id, INTAKE, version=asked.version - 1)
    intake.finish_intake(desk, case.id, INTAKE, version=asked.version)
    found = cases.get_case(desk, case.id)
    assert (found.phase, found.legal_basis, found.informed_how, found.informed_on) == (
        "planning", "wgs", "conversation", TODAY,
    )  # fmt: skip
    assert found.proportionality == INTAKE.proportionality
    told = dict(steps(desk, case.id))["planning"]
    assert told == "Wat de persoon wil: Een eigen kamer en werk.\nBetrokken: Buurtteam, moeder."


def test_an_empty_intake_tells_every_field(desk: Desk) -> None:
    case = a_case(desk)
    with pytest.raises(InvalidForm) as caught:
        intake.finish_intake(desk, case.id, IntakeInput(date(2023, 11, 2), "", "", ""))
    assert errors_of(caught.value) == {
        "wants": "required", "legal_basis": "required", "proportionality": "required", "on": "future",
    }  # fmt: skip


def test_postponing_asks_why_and_when_again_and_is_one_task_until_it_is_done(desk: Desk) -> None:
    case = a_case(desk)
    with pytest.raises(InvalidForm) as caught:
        informing.inform_person(desk, case.id, InformedInput("postponed"))
    assert errors_of(caught.value) == {"informed_note": "needs_text", "informed_again_on": "required"}
    with pytest.raises(InvalidForm) as caught:
        informing.inform_person(desk, case.id, InformedInput())
    assert errors_of(caught.value) == {"informed_how": "required"}
    late = InformedInput("postponed", note="Eerst het verhoor.", again_on=date(2023, 10, 1))
    with pytest.raises(InvalidForm) as caught:
        informing.inform_person(desk, case.id, late)
    assert errors_of(caught.value) == {"informed_again_on": "past"}
    for day in (date(2023, 11, 20), date(2023, 12, 4)):
        informing.inform_person(desk, case.id, replace(late, again_on=day))
    assert [(one.title, one.due_on) for one in tasks.open_tasks(desk)] == [
        ("Persoon informeren", date(2023, 12, 4))
    ]
    assert informing.again_on(desk, case.id) == date(2023, 12, 4)
    informing.inform_person(desk, case.id, InformedInput("letter", TODAY))
    assert tasks.open_tasks(desk) == []
    assert cases.get_case(desk, case.id).informed_how == "letter"


def test_a_case_opened_with_postponing_has_its_task_at_once(desk: Desk) -> None:
    person = a_person(desk)
    data = replace(A_CASE, person_id=person.id, informed_how="postponed", informed_note="Nog in verhoor.")
    cases.open_case(desk, data, inform_on=date(2023, 12, 1))
    assert [one.due_on for one in tasks.open_tasks(desk)] == [date(2023, 12, 1)]


def test_the_basis_is_changed_and_the_rest_of_the_case_stays(desk: Desk) -> None:
    case = a_case(desk)
    data = replace(A_CASE, person_id="f" * 32, approach="rio", legal_basis="wgs", priority="high")
    found = case_basis.update_case(desk, case.id, case.version, data).value
    assert (found.legal_basis, found.priority, found.approach, found.person_id) == (
        "wgs", "high", "top_x", case.person_id,
    )  # fmt: skip
    with pytest.raises(StaleRecord):
        case_basis.update_case(desk, case.id, case.version, data)
    with pytest.raises(InvalidForm) as caught:
        case_basis.update_case(desk, case.id, found.version, replace(data, inclusion_reasons=()))
    assert errors_of(caught.value) == {"inclusion_reasons": "required"}


def test_a_review_sees_what_changed_since_the_last_one(desk: Desk) -> None:
    case = a_case(desk)
    a_home_visit(desk, case, on=date(2023, 4, 3))
    before = case_basis.since_review(desk, case.id)
    assert (before.reviewed, before.since, before.contacts) == (False, date(2023, 3, 1), 1)
    cases.review_case(desk, case.id, on=date(2023, 9, 1), proportionate=True, reasoning="Nog nodig.")
    a_home_visit(desk, case, on=date(2023, 10, 2))
    a_home_visit(desk, case, on=date(2023, 10, 5), reached="refused", report=None)
    since = case_basis.since_review(desk, case.id)
    assert (since.reviewed, since.since, since.contacts, since.not_reached, since.phases) == (
        True, date(2023, 9, 1), 1, 1, 0,
    )  # fmt: skip
    assert [one.reasoning for one in case_basis.reviews_of(desk, case.id)] == ["Nog nodig."]


@pytest.mark.parametrize(
    ("next_on", "rule"), [(date(2024, 6, 1), "review_too_late"), (date(2023, 10, 1), "review_before")]
)
def test_the_next_review_is_within_half_a_year(desk: Desk, next_on: date, rule: str) -> None:
    case = a_case(desk)
    with pytest.raises(InvalidForm) as caught:
        cases.review_case(desk, case.id, on=TODAY, proportionate=True, reasoning="Nodig.", next_on=next_on)
    assert errors_of(caught.value) == {"next_on": rule}
    cases.review_case(
        desk, case.id, on=TODAY, proportionate=True, reasoning="Nodig.", next_on=date(2024, 2, 1)
    )
    assert cases.get_case(desk, case.id).review_on == date(2024, 2, 1)
