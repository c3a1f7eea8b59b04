# SPDX-License-Identifier: EUPL-1.2
"""Action plans: a draft is written and changed, adopted, looked back on, and replaced by the next version."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.action_tasks import follow_action, plan_tasks
from casus.services.assessments import AssessmentView, assess, assessments_of
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.inputs import ActionInput, AssessmentInput, GoalInput, PlanInput, ScoreInput
from casus.services.plan_versions import (
    ADOPTED,
    DRAFT,
    REPLACED,
    GoalView,
    PlanChange,
    PlanView,
    compare,
    newest,
    plan_versions,
    plans_of,
    subject_is,
)
from casus.services.plan_writing import Goals, check_plan
from casus.vault.tables import Action, ActionPlan, Family, Goal

__all__ = [
    "ActionInput",
    "AssessmentInput",
    "AssessmentView",
    "GoalInput",
    "GoalView",
    "PlanChange",
    "PlanInput",
    "PlanView",
    "ScoreInput",
    "adopt_plan",
    "assess",
    "assessments_of",
    "change_plan",
    "compare",
    "evaluate_plan",
    "make_plan",
    "newest",
    "plan_versions",
    "plans_of",
    "set_action_status",
    "set_goal_status",
]

_PLAN_KINDS = ("action_plans", "goals", "actions")


def make_plan(desk: Desk, data: PlanInput) -> Done[ActionPlan]:
    """Write a new version of a plan, as a draft; goals and actions with an id go on from the version before.

    Raises InvalidForm (`goals.0.title`, `goals.0.actions.1.due_on`), NotFound, NotAllowed("plan_draft").
    """
    with desk.changing(label="make_plan") as session:
        check = FormCheck()
        _check_subject(session, check, data)
        values = check_plan(session, check, desk, data)
        check.finish()
        of_subject = subject_is(data.case_id, data.family_id)
        earlier = session.execute(select(ActionPlan.id, ActionPlan.status).where(of_subject)).all()
        if any(status == DRAFT for _id, status in earlier):
            raise NotAllowed("plan_draft")
        number = session.scalar(select(func.max(ActionPlan.number)).where(of_subject))
        plan = ActionPlan(case_id=data.case_id, family_id=data.family_id, status=DRAFT, **values)
        plan.number = (number or 0) + 1
        session.add(plan)
        session.flush()
        Goals(session, plan, [plan_id for plan_id, _status in earlier]).keep(data.goals)
    return _done(plan)


def change_plan(desk: Desk, plan_id: str, version: int, data: PlanInput) -> Done[ActionPlan]:
    """Change a draft: goals and actions left out go. Raises as `make_plan`, StaleRecord, NotAllowed("plan_state")."""
    with desk.changing(label="change_plan") as session:
        plan = _in_state(session, plan_id, DRAFT, version)
        check = FormCheck()
        values = check_plan(session, check, desk, data)
        check.finish()
        for name, value in values.items():
            setattr(plan, name, value)
        earlier = select(ActionPlan.id).where(subject_is(plan.case_id, plan.family_id))
        Goals(session, plan, list(session.scalars(earlier))).keep(data.goals)
        session.flush()
    return _done(plan)


def adopt_plan(desk: Desk, plan_id: str, *, version: int | None = None) -> Done[ActionPlan]:
    """Adopt a draft; the plan in force until now is replaced, and the worker's own actions become tasks.

    It must have been discussed with the person, or say why not. Raises InvalidForm, NotFound, StaleRecord,
    NotAllowed("plan_state", "case_closed").
    """
    with desk.changing(label="adopt_plan") as session:
        plan = _in_state(session, plan_id, DRAFT, version)
        if plan.case_id is not None:
            open_case_of(session, plan.case_id)
        if not plan.discussed and not plan.discussed_note:
            check = FormCheck()
            check.refuse("discussed_note", "required")
            check.finish()
        of_subject = subject_is(plan.case_id, plan.family_id)
        for earlier in session.scalars(select(ActionPlan).where(of_subject, ActionPlan.status == ADOPTED)):
            earlier.status = REPLACED
        plan.status = ADOPTED
        plan_tasks(session, desk, plan)
    return _done(plan, "tasks")


def evaluate_plan(
    desk: Desk, plan_id: str, evaluation: str, *, version: int | None = None
) -> Done[ActionPlan]:
    """Write down how a plan in force went. Raises InvalidForm, NotFound, StaleRecord, NotAllowed("plan_state")."""
    check = FormCheck()
    words = check.needed_text("evaluation", evaluation)
    check.finish()
    with desk.changing(label="evaluate_plan") as session:
        plan = _in_state(session, plan_id, ADOPTED, version)
        plan.evaluation = words
    return _done(plan)


def set_goal_status(desk: Desk, goal_id: str, status: str, *, result: str | None = None) -> Done[Goal]:
    """Record how a goal stands (list goal_status). Raises InvalidForm, NotFound, NotAllowed("plan_state")."""
    words = _standing(status, result)
    with desk.changing(label="set_goal_status") as session:
        goal = fetch(session, Goal, goal_id)
        plan = _not_replaced(session, goal.plan_id)
        goal.status, goal.result = status, words or goal.result
    return Done(goal, Changes.of(("goals",), goal_id, plan.id, plan.case_id, plan.family_id))


def set_action_status(desk: Desk, action_id: str, status: str, *, result: str | None = None) -> Done[Action]:
    """Record how an action stands (list goal_status); its task follows.

    Raises InvalidForm, NotFound, NotAllowed("plan_state").
    """
    words = _standing(status, result)
    with desk.changing(label="set_action_status") as session:
        action = fetch(session, Action, action_id)
        plan = _not_replaced(session, fetch(session, Goal, action.goal_id).plan_id)
        action.status, action.result = status, words or action.result
        follow_action(session, desk, action)
    ids = (action_id, action.goal_id, plan.id, plan.case_id, plan.family_id)
    return Done(action, Changes.of(("actions", "tasks"), *ids))


def _standing(status: str, result: str | None) -> str | None:
    check = FormCheck()
    check.code("status", "goal_status", status)
    words = check.text("result", result)
    check.finish()
    return words


def _check_subject(session: Session, check: FormCheck, data: PlanInput) -> None:
    if (data.case_id is None) == (data.family_id is None):
        check.refuse("case_id", "one_of")
    elif data.case_id is not None:
        open_case_of(session, data.case_id)
    else:
        check.known(session, "family_id", Family, data.family_id)


def _in_state(session: Session, plan_id: str, status: str, version: int | None) -> ActionPlan:
    plan = fetch(session, ActionPlan, plan_id, version)
    if plan.status != status:
        raise NotAllowed("plan_state", status=plan.status)
    return plan


def _not_replaced(session: Session, plan_id: str) -> ActionPlan:
    plan = fetch(session, ActionPlan, plan_id)
    if plan.status == REPLACED:
        raise NotAllowed("plan_state", status=plan.status)
    return plan


def _done(plan: ActionPlan, *also: str) -> Done[ActionPlan]:
    return Done(plan, Changes.of((*_PLAN_KINDS, *also), plan.id, plan.case_id, plan.family_id))
