# SPDX-License-Identifier: EUPL-1.2
"""Measurements and plans: domains without a total score, versions that replace each other."""

from collections.abc import Callable
from datetime import date

import pytest
from tests.helpers.builders import a_case, a_family, a_partner
from tests.helpers.records import changes_of

from casus.domain.codelists import codelist
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
    rest = {"rest_unknown": True}
    plans.assess(
        desk, AssessmentInput(case.id, date(2023, 4, 1), "baseline", first, with_person=True, **rest)
    )
    plans.assess(desk, AssessmentInput(case.id, TODAY, "interim", {"housing": ScoreInput("s4")}, **rest))
    page = dossier.open_dossier(reopen(desk), case.id)
    baseline, interim = page.assessments
    assert [
        (domain, score.score) for domain, score in baseline.scores.items() if score.score != "unknown"
    ] == [
        ("housing", "s3"),
        ("justice", "s1"),
    ]
    assert tuple(baseline.scores) == codelist("life_domain").values
    assert baseline.record.with_person
    assert interim.record.kind == "interim"
    assert page.now.latest_scores == dict.fromkeys(codelist("life_domain").values, "unknown") | {
        "housing": "s4"
    }


def test_a_measurement_that_cannot_be_is_refused(desk: Desk) -> None:
    case = a_case(desk)
    scores = dict.fromkeys(codelist("life_domain").values, ScoreInput("s3"))
    with pytest.raises(InvalidForm) as caught:
        plans.assess(desk, AssessmentInput(case.id, date(2023, 1, 1), "eerste", scores))
    assert errors_of(caught.value) == {"on": "before_start", "kind": "unknown_code"}
    strange = {"geluk": ScoreInput("s3"), "housing": ScoreInput("7")}
    with pytest.raises(InvalidForm) as refused:
        plans.assess(desk, AssessmentInput(case.id, TODAY, "baseline", scores | strange))
    assert errors_of(refused.value) == {"scores.geluk": "unknown_code", "scores.housing": "unknown_code"}
    with pytest.raises(InvalidForm) as future:
        plans.assess(desk, AssessmentInput(case.id, date(2024, 1, 1), "baseline", scores))
    assert errors_of(future.value) == {"on": "future"}
    assert dossier.open_dossier(desk, case.id).assessments == ()


def test_a_half_measurement_names_what_is_missing_or_is_kept_as_unknown(desk: Desk) -> None:
    case = a_case(desk)
    half = dict.fromkeys(codelist("life_domain").values[:6], ScoreInput("s2", "Samen besproken."))
    with pytest.raises(InvalidForm) as caught:
        plans.assess(desk, AssessmentInput(case.id, TODAY, "baseline", half))
    missing = codelist("life_domain").values[6:]
    assert errors_of(caught.value) == {f"scores.{domain}": "not_scored" for domain in missing}
    plans.assess(desk, AssessmentInput(case.id, TODAY, "baseline", half, rest_unknown=True))
    (kept,) = dossier.open_dossier(desk, case.id).assessments
    assert [score.score for score in kept.scores.values()] == ["s2"] * 6 + ["unknown"] * 6


def test_the_kinds_of_measurement_come_in_their_order(desk: Desk) -> None:
    case = a_case(desk)

    def measure(kind: str, on: date = TODAY) -> str:
        data = AssessmentInput(case.id, on, kind, {"housing": ScoreInput("s3")}, rest_unknown=True)
        try:
            return plans.assess(desk, data).value.kind
        except InvalidForm as refused:
            return " ".join(f"{field}:{rule}" for field, rule in errors_of(refused).items())
        except NotAllowed as refused:
            return refused.rule

    assert measure("interim") == "kind:no_baseline"
    assert measure("baseline", date(2023, 5, 1)) == "baseline"
    assert measure("baseline") == "baseline_exists"
    assert measure("interim", date(2023, 4, 1)) == "on:before_earlier"
    assert measure("interim", date(2023, 8, 1)) == "interim"
    assert measure("follow_up") == "kind:before_end"
    assert measure("final", date(2023, 7, 1)) == "on:before_earlier"
    cases.move_phase(desk, case.id, "referred", on=date(2023, 9, 1), reason="Hoort bij het buurtteam.")
    assert measure("interim") == "case_closed"
    assert measure("final", date(2023, 9, 5)) == "final"
    assert measure("final") == "final_exists"
    assert measure("follow_up", date(2023, 9, 4)) == "on:before_earlier"
    assert measure("follow_up") == "follow_up"


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
    data = PlanInput(TODAY, "Dan werk.", case.id, goals=goals, discussed_note="Zit in beperkingen.")
    with pytest.raises(NotAllowed) as draft:
        plans.make_plan(desk, data)
    assert draft.value.rule == "plan_draft"
    plans.change_plan(desk, second.id, second.version, data)
    plans.adopt_plan(desk, second.id)
    with pytest.raises(NotAllowed) as again:
        plans.adopt_plan(desk, second.id)
    assert again.value.rule == "plan_state"
    morning = reopen(desk)
    kept = dossier.open_dossier(morning, case.id).plan
    assert kept is not None
    assert [goal.record.title for goal in kept.goals] == ["Eigen kamer", "Werk"]
    assert [action.title for action in kept.goals[0].actions] == ["Inschrijven", "Bellen"]
    assert "replaced" in {change.new for change in changes_of(morning, first.id)}


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
