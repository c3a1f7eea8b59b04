# SPDX-License-Identifier: EUPL-1.2
"""The worker's own actions are tasks: both stand the same, after either changed and after that was undone."""

from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_partner

from casus.errors import InvalidForm, NotAllowed, StaleRecord
from casus.services import plans, tasks, undo
from casus.services.desk import Desk
from casus.services.inputs import ActionInput, GoalInput, PlanInput
from casus.vault.queries import plan_evaluation_due
from casus.vault.tables import Action, ActionPlan, Case, Task

TODAY = date(2023, 11, 1)
ACTIONS = (ActionInput("Inschrijven", due_on=date(2023, 12, 1)), ActionInput("Praten", owner_kind="person"))


def adopted(desk: Desk, case: Case, *actions: ActionInput) -> plans.PlanView:
    goals = (GoalInput("housing", "Een kamer", actions=actions or ACTIONS),)
    made = plans.make_plan(desk, PlanInput(TODAY, "Plan", case.id, goals=goals, discussed=True)).value
    plans.adopt_plan(desk, made.id)
    return plans.plan_versions(desk, case_id=case.id)[0]


def states(desk: Desk) -> list[tuple[str, str, str]]:
    """Every task of a plan with its own state and that of its action."""
    wanted = select(Task.title, Task.status, Action.status).join(Action, Action.id == Task.action_id)
    with desk.reading() as session:
        return [tuple(row) for row in session.execute(wanted.order_by(Task.title))]


def take_back(desk: Desk) -> None:
    last = undo.steps(desk).undo
    assert last is not None
    undo.undo(desk, last.batch_id)


def the_task(desk: Desk) -> Task:
    with desk.reading() as session:
        return session.scalars(select(Task).where(Task.action_id.is_not(None))).one()


def test_adopting_makes_tasks_of_the_workers_own_actions_only(desk: Desk) -> None:
    case = a_case(desk)
    adopted(desk, case)
    assert states(desk) == [("Inschrijven", "open", "not_started")]
    task = the_task(desk)
    assert (task.due_on, task.person_id, task.source) == (date(2023, 12, 1), case.person_id, "plan")
    take_back(desk)
    assert states(desk) == []
    assert plans.plan_versions(desk, case_id=case.id)[0].record.status == "draft"


@pytest.mark.parametrize(
    ("act", "task", "action"),
    [("complete_task", "done", "met"), ("cancel_task", "cancelled", "lapsed")],
)
def test_what_happens_to_the_task_happens_to_the_action(desk: Desk, act: str, task: str, action: str) -> None:
    adopted(desk, a_case(desk))
    getattr(tasks, act)(desk, the_task(desk).id)
    assert states(desk) == [("Inschrijven", task, action)]
    take_back(desk)
    assert states(desk) == [("Inschrijven", "open", "not_started")]


def test_a_reopened_task_sets_its_action_going_again(desk: Desk) -> None:
    adopted(desk, a_case(desk))
    tasks.complete_task(desk, the_task(desk).id)
    tasks.reopen_task(desk, the_task(desk).id)
    assert states(desk) == [("Inschrijven", "open", "in_progress")]


@pytest.mark.parametrize(
    ("status", "task"),
    [("met", "done"), ("partly_met", "done"), ("declined", "cancelled"), ("in_progress", "open")],
)
def test_what_happens_to_the_action_happens_to_the_task(desk: Desk, status: str, task: str) -> None:
    plan = adopted(desk, a_case(desk))
    action = plan.goals[0].actions[0]
    plans.set_action_status(desk, action.id, status, result="Gedaan.")
    assert states(desk) == [("Inschrijven", task, status)]
    take_back(desk)
    assert states(desk) == [("Inschrijven", "open", "not_started")]
    plans.set_action_status(desk, action.id, "met")
    plans.set_action_status(desk, action.id, "in_progress")
    assert states(desk) == [("Inschrijven", "open", "in_progress")]


def test_a_next_version_takes_the_tasks_along_or_lets_them_lapse(desk: Desk) -> None:
    case = a_case(desk)
    before = adopted(desk, case, ActionInput("Inschrijven"), ActionInput("Bellen"))
    goal = before.goals[0]
    kept = ActionInput("Inschrijven bij WoningNet", record_id=goal.actions[0].id)
    goals = (
        GoalInput("housing", "Een kamer", actions=(kept, ActionInput("Tekenen")), record_id=goal.record.id),
    )
    data = PlanInput(TODAY, "Plan", case.id, goals=goals, discussed_note="Was er niet.")
    plans.adopt_plan(desk, plans.make_plan(desk, data).value.id)
    assert states(desk) == [
        ("Bellen", "cancelled", "not_started"),
        ("Inschrijven bij WoningNet", "open", "not_started"),
        ("Tekenen", "open", "not_started"),
    ]
    versions = plans.plan_versions(desk, case_id=case.id)
    changes = plans.compare(versions, versions[1], versions[0])
    assert [(one.how, one.title, one.fields) for one in changes] == [
        ("changed", "Inschrijven bij WoningNet", ("title",)),
        ("added", "Tekenen", ()),
        ("dropped", "Bellen", ()),
    ]
    with pytest.raises(NotAllowed):
        plans.set_action_status(desk, versions[1].goals[0].actions[0].id, "met")
    take_back(desk)
    assert [one[1] for one in states(desk)] == ["open", "open"]


def test_a_draft_is_changed_line_by_line_and_never_over_anothers_work(desk: Desk) -> None:
    case, team = a_case(desk), a_partner(desk)
    goals = (GoalInput("housing", "Een", actions=ACTIONS), GoalInput("justice", "Twee"))
    made = plans.make_plan(desk, PlanInput(TODAY, "Plan", case.id, goals=goals)).value
    view = plans.plan_versions(desk, case_id=case.id)[0]
    moved = ActionInput("Praten", partner_id=team.id, record_id=view.goals[0].actions[1].id)
    new = GoalInput("justice", "Twee", actions=(moved,), record_id=view.goals[1].record.id)
    plans.change_plan(desk, made.id, made.version, PlanInput(TODAY, "Anders", case.id, goals=(new,)))
    (after,) = plans.plan_versions(desk, case_id=case.id)
    assert [(one.record.id, [action.id for action in one.actions]) for one in after.goals] == [
        (view.goals[1].record.id, [moved.record_id])
    ]
    assert (after.goals[0].actions[0].owner, after.partners) == ("partner", {team.id: team.name})
    with pytest.raises(StaleRecord):
        plans.change_plan(desk, made.id, made.version, PlanInput(TODAY, "Te laat", case.id))
    take_back(desk)
    assert len(plans.plan_versions(desk, case_id=case.id)[0].goals) == 2


def test_who_does_an_action_has_to_be_said(desk: Desk) -> None:
    case = a_case(desk)
    wrong = (
        ActionInput("A", owner_kind="partner"),
        ActionInput("B", owner_kind="other"),
        ActionInput("C", owner_kind="x"),
    )
    with pytest.raises(InvalidForm) as caught:
        plans.make_plan(
            desk, PlanInput(TODAY, "Plan", case.id, goals=(GoalInput("housing", "Een", actions=wrong),))
        )
    assert {one.field: one.rule for one in caught.value.errors} == {
        "goals.0.actions.0.partner_id": "owner_partner",
        "goals.0.actions.1.responsible": "required",
        "goals.0.actions.2.owner_kind": "unknown_code",
    }


def test_a_plan_is_due_for_evaluation_until_that_is_written_down(desk: Desk) -> None:
    case = a_case(desk)
    data = PlanInput(date(2023, 5, 1), "Plan", case.id, discussed=True, evaluate_on=date(2023, 10, 1))
    plan = plans.make_plan(desk, data).value

    def due(day: date) -> int:
        with desk.reading() as session:
            return len(session.scalars(select(ActionPlan.id).where(plan_evaluation_due(day))).all())

    assert due(TODAY) == 0
    with pytest.raises(NotAllowed):
        plans.evaluate_plan(desk, plan.id, "Het gaat goed.")
    plans.adopt_plan(desk, plan.id)
    assert (due(date(2023, 9, 30)), due(date(2023, 10, 1))) == (0, 1)
    with pytest.raises(InvalidForm):
        plans.evaluate_plan(desk, plan.id, "  ")
    plans.evaluate_plan(desk, plan.id, "Wonen lukt, werk nog niet.")
    assert due(TODAY) == 0
    take_back(desk)
    assert due(TODAY) == 1
