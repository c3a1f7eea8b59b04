# SPDX-License-Identifier: EUPL-1.2
"""Measurements and plans: domains without a total score, versions that replace each other."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import a_case, a_family, a_partner

from casus.errors import InvalidForm, NotAllowed
from casus.services import cases, dossier, plans
from casus.services.desk import Desk
from casus.services.inputs import ActionInput, AssessmentInput, GoalInput, PlanInput, ScoreInput

Reopen = Callable[[Desk], Desk]
TODAY = date(2023, 11, 1)


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def test_measurements_come_back_in_the_order_of_the_domains(desk: Desk, reopen: Reopen) -> None:
    case = a_case(desk)
    first = {"justice": ScoreInput("s1", "Loopt zaak."), "housing": ScoreInput("s3", source="Corporatie")}
    plans.assess(desk, AssessmentInput(case.id, date(2023, 4, 1), "baseline", first, with_person=True))
    plans.assess(desk, AssessmentInput(case.id, TODAY, "interim", {"housing": ScoreInput("s4")}))
    page = dossier.open_dossier(reopen(desk), case.id)
    baseline, interim = page.assessments
    assert [(domain, score.score) for domain, score in baseline.scores.items()] == [
        ("housing", "s3"),
        ("justice", "s1"),
    ]
    assert baseline.record.with_person
    assert interim.record.kind == "interim"
    assert page.now.latest_scores == {"housing": "s4"}


def test_a_measurement_that_cannot_be_is_refused(desk: Desk) -> None:
    case = a_case(desk)
    with pytest.raises(InvalidForm) as caught:
        plans.assess(desk, AssessmentInput(case.id, date(2023, 1, 1), "eerste", {}))
    assert errors_of(caught.value) == {"on": "before_start", "kind": "unknown_code", "scores": "required"}
    with pytest.raises(InvalidForm) as scores:
        plans.assess(
            desk,
            AssessmentInput(
                case.id, TODAY, "interim", {"geluk": ScoreInput("s3"), "housing": ScoreInput("7")}
            ),
        )
    assert errors_of(scores.value) == {"scores.geluk": "unknown_code", "scores.housing": "unknown_code"}
    assert dossier.open_dossier(desk, case.id).assessments == ()


def test_there_is_one_baseline_and_only_a_follow_up_after_closing(desk: Desk) -> None:
    case = a_case(desk)
    scores = {"housing": ScoreInput("s3")}
    plans.assess(desk, AssessmentInput(case.id, TODAY, "baseline", scores))
    with pytest.raises(NotAllowed) as second:
        plans.assess(desk, AssessmentInput(case.id, TODAY, "baseline", scores))
    assert second.value.rule == "baseline_exists"
    cases.move_phase(desk, case.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")
    with pytest.raises(NotAllowed) as closed:
        plans.assess(desk, AssessmentInput(case.id, TODAY, "final", scores))
    assert closed.value.rule == "case_closed"
    assert plans.assess(desk, AssessmentInput(case.id, TODAY, "follow_up", scores)).value.kind == "follow_up"


def test_a_plan_is_made_adopted_and_replaced_by_the_next(desk: Desk, reopen: Reopen) -> None:
    case, team = a_case(desk), a_partner(desk)
    goals = (
        GoalInput("housing", "Eigen kamer", date(2024, 1, 1), (ActionInput("Inschrijven", partner_id=team.id), ActionInput("Bellen"))),
        GoalInput("work_income", "Werk"),
    )  # fmt: skip
    first = plans.make_plan(
        desk, PlanInput(TODAY, "Eerst wonen.", case.id, goals=goals, discussed=True)
    ).value
    assert plans.adopt_plan(desk, first.id).value.status == "adopted"
    second = plans.make_plan(desk, PlanInput(TODAY, "Dan werk.", case.id)).value
    assert (first.number, second.number) == (1, 2)
    view = dossier.open_dossier(desk, case.id).plan
    assert view is not None
    assert view.record.id == second.id
    with pytest.raises(InvalidForm) as caught:
        plans.adopt_plan(desk, second.id)
    assert errors_of(caught.value) == {"discussed_note": "required"}
    third = plans.make_plan(
        desk, PlanInput(TODAY, "Dan werk.", case.id, goals=goals, discussed_note="Zit in beperkingen.")
    ).value
    plans.adopt_plan(desk, third.id)
    with pytest.raises(NotAllowed) as again:
        plans.adopt_plan(desk, third.id)
    assert again.value.rule == "plan_state"
    morning = reopen(desk)
    kept = dossier.open_dossier(morning, case.id).plan
    assert kept is not None
    assert [goal.record.title for goal in kept.goals] == ["Eigen kamer", "Werk"]
    assert [action.title for action in kept.goals[0].actions] == ["Inschrijven", "Bellen"]
    assert "replaced" in {change.new for change in dossier.field_history(morning, first.id)}


def test_goals_and_actions_are_ticked_off(desk: Desk) -> None:
    case = a_case(desk)
    goals = (GoalInput("housing", "Eigen kamer", actions=(ActionInput("Inschrijven"),)),)
    plans.make_plan(desk, PlanInput(TODAY, "Eerst wonen.", case.id, goals=goals))
    view = dossier.open_dossier(desk, case.id).plan
    assert view is not None
    goal, action = view.goals[0].record, view.goals[0].actions[0]
    plans.set_goal_status(desk, goal.id, "met", result="Kamer aan de Amsterdamsestraatweg.")
    plans.set_action_status(desk, action.id, "lapsed")
    again = dossier.open_dossier(desk, case.id).plan
    assert again is not None
    assert (again.goals[0].record.status, again.goals[0].actions[0].status) == ("met", "lapsed")
    for change in (plans.set_goal_status, plans.set_action_status):
        with pytest.raises(InvalidForm) as caught:
            change(desk, goal.id, "klaar")
        assert errors_of(caught.value) == {"status": "unknown_code"}


def test_a_plan_is_for_a_case_or_for_a_family(desk: Desk) -> None:
    case, family = a_case(desk), a_family(desk)
    for case_id, family_id in ((None, None), (case.id, family.id)):
        with pytest.raises(InvalidForm) as caught:
            plans.make_plan(desk, PlanInput(TODAY, "Plan", case_id, family_id))
        assert errors_of(caught.value) == {"case_id": "one_of"}
    assert plans.make_plan(desk, PlanInput(TODAY, "Plan", family_id=family.id)).value.number == 1
    with pytest.raises(InvalidForm) as goals:
        plans.make_plan(
            desk,
            PlanInput(TODAY, " ", case.id, goals=(GoalInput("geluk", ""),), evaluate_on=date(2023, 1, 1)),
        )
    assert errors_of(goals.value) == {
        "evaluate_on": "before_start", "summary": "required", "goals.0.life_domain": "unknown_code",
        "goals.0.title": "required",
    }  # fmt: skip
